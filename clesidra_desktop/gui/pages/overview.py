"""The workshop at a glance: what comes next, the numbers, and what is still to be mended."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from clesidra_desktop.domain.attendance import those_here
from clesidra_desktop.domain.days import day_at, days_of
from clesidra_desktop.domain.outline import is_blank
from clesidra_desktop.domain.workshop import Sex, Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_overview import Ui_Overview
from clesidra_desktop.gui.i18n import mark, tr, tr_count
from clesidra_desktop.gui.page import PAGES, Page
from clesidra_desktop.gui.publishing_words import details_text
from clesidra_desktop.gui.rail_states import is_prepared
from clesidra_desktop.gui.tasks import lasting
from clesidra_desktop.services.what_changed import NewestVersion, changed_since, newest_version

NUMBERS = (
    ("here", mark("here")),
    ("registered", mark("registered")),
    ("women", mark("women here")),
    ("answers", mark("answers of groups")),
)

STEPS = {
    "prepare": (
        mark("Prepare the workshop"),
        mark("Say when and where it is, what it is for, and what is on the agenda."),
    ),
    "register": (
        mark("Register those who come"),
        mark("Type a few letters of a name and press Enter. Lists can be taken in from Excel."),
    ),
    "agenda": (
        mark("Run the agenda"),
        mark("Space starts each item and ends the one before. The notes are typed beside it."),
    ),
    "answers": (
        mark("Write down what is still missing"),
        mark("Some answers of groups are empty. Those that were written on paper are entered by their codes."),
    ),
    "minutes": (
        mark("Look at the minutes and publish them"),
        mark("All is recorded. The pages are ready to be read beside what was noticed."),
    ),
}
"""What is said of each step, by the key of its page."""


class OverviewPage(Page):
    """The next step, four numbers, and the findings."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_Overview()
        self.ui.setupUi(self)
        self._numbers: dict[str, tuple[QLabel, QLabel]] = {}
        for key, _ in NUMBERS:
            card = QFrame()
            card.setProperty("surface", "card")
            number, words = QLabel("0"), QLabel()
            number.setProperty("level", "number")
            words.setProperty("level", "muted")
            column = QVBoxLayout(card)
            column.setContentsMargins(16, 10, 16, 10)
            column.addWidget(number)
            column.addWidget(words)
            self.ui.numbers.addWidget(card)
            self._numbers[key] = number, words
        self._next_page = "prepare"
        self._newest: NewestVersion | None = None
        self._changed: int | None = None
        self.ui.next.clicked.connect(lambda: context.show_page(self._next_page))
        self.ui.findings.set_up(context)

    def refresh(self) -> None:
        """Show the workshop."""
        workshop = self.context.open.workshop
        if workshop is None:
            return
        self.ui.title.setText(workshop.title)
        self._show_next(workshop)
        here = those_here(workshop, day_at(workshop, self.context.open.now()))
        values = {
            "here": str(len(here)),
            "registered": str(len(workshop.attendants)),
            "women": str(sum(one.sex is Sex.FEMALE for one in here)),
            "answers": f"{sum(not is_blank(one.items) for one in workshop.answers)} / "
            f"{len(workshop.sectors) * len(workshop.questions)}",
        }
        for key, words in NUMBERS:
            self._numbers[key][0].setText(values[key])
            self._numbers[key][1].setText(tr(words))
        self._look_for_version(workshop)

    def _look_for_version(self, workshop: Workshop) -> None:
        """Show what was published, and whether anything changed since; what that takes is done beside the window."""

        def show(newest: NewestVersion | None, changed: int | None) -> None:
            if self.context.open.workshop is workshop:
                self._newest, self._changed = newest, changed
                self._show_next(workshop)

        def compare(newest: NewestVersion | None) -> None:
            if newest is None:
                show(None, None)
            else:
                self.context.tasks.aside(
                    lambda: changed_since(newest, workshop), lasting(self, lambda changed: show(newest, changed))
                )

        self.context.open.ask(newest_version, workshop.id, done=compare, owner=self)

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)

    def first_field(self) -> QWidget:
        """The next step."""
        return self.ui.next

    def _show_next(self, workshop: Workshop) -> None:
        over = is_over(workshop, self.context.open.now())
        step = next_step(workshop, over=over)
        newest = self._newest if self._newest and self._newest.version.workshop_id == workshop.id else None
        is_done = newest is not None and (over or step == "minutes")
        self._next_page = "minutes" if is_done else step
        if newest and is_done:
            title = tr("Version {number} was published on {moment}", number=newest.version.number,
                       moment=newest.version.at.astimezone())  # fmt: skip
            sentence = f"{details_text(newest.version)}. {self._said_since()}"
        else:
            title, sentence = map(tr, STEPS[step])
        self.ui.next_title.setText(title)
        self.ui.next_sentence.setText(sentence)
        self.ui.next.setText(tr(next(spec.title for spec in PAGES if spec.key == self._next_page)))
        self.ui.findings_title.setText(
            tr("Before the next version is published") if newest else tr("Before the minutes are published")
        )
        self.ui.findings.say_nothing(tr("Nothing to mend.") if newest else "")

    def _said_since(self) -> str:
        if self._changed is None:
            return tr("Its workshop file was withdrawn, so nobody can tell what changed since.")
        if not self._changed:
            return tr("Nothing has changed since. Its pack, for the archive, is saved on the tab Versions.")
        return tr_count(
            "{count} thing has changed since: look at what, and publish a correction.",
            "{count} things have changed since: look at what, and publish a correction.",
            self._changed,
        )


def is_over(workshop: Workshop, moment: datetime) -> bool:
    """Whether the days of a workshop are over at a local moment."""
    days = days_of(workshop)
    return bool(days) and moment.date() > days[-1]


def next_step(workshop: Workshop, *, over: bool = False) -> str:
    """Return the page of what comes next: a workshop is prepared, registers, runs, answers and is written down.

    Where its days are over, nothing of it is run any more.
    """
    started = [one for one in workshop.agenda if one.started]
    if not started and not is_prepared(workshop):
        return "prepare"
    if not started and not any(one.stays for one in workshop.attendants):
        return "register"
    if not over and any(not one.ended and not one.skipped for one in workshop.agenda):
        return "agenda"
    given = {(one.sector, one.question) for one in workshop.answers if not is_blank(one.items)}
    wanted = {(sector.key, question.key) for sector in workshop.sectors for question in workshop.questions}
    return "minutes" if wanted <= given else "answers"
