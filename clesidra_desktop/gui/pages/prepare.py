"""Prepare a workshop: everything that is known before it begins, in sections."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_prepare import Ui_Prepare
from clesidra_desktop.gui.i18n import mark, tr, tr_count
from clesidra_desktop.gui.page import Page
from clesidra_desktop.gui.pages.prepare_agenda import AgendaSection
from clesidra_desktop.gui.pages.prepare_annexes import AnnexesSection
from clesidra_desktop.gui.pages.prepare_asked import AskedSection
from clesidra_desktop.gui.pages.prepare_basics import BasicsSection
from clesidra_desktop.gui.pages.prepare_counted import CountedSection
from clesidra_desktop.gui.pages.prepare_section import Section, bring_into_sight, scrolling
from clesidra_desktop.gui.pages.prepare_team import TeamSection
from clesidra_desktop.gui.preparation import gaps

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes

SECTIONS = (BasicsSection, TeamSection, CountedSection, AskedSection, AgendaSection, AnnexesSection)

NAMED, LISTED = 2, 12
"""How many of the things that are missing are named below, and when the mouse rests on them."""

REPEATED = frozenset({"prepare_next", "prepare_previous", "prepare_up", "prepare_down"})
"""What a key that is held down goes on doing."""

SAID_BEFORE = {
    "starts-missing": mark("Type the day on which it starts."),
    "ends-missing": mark("Type the day on which it ends."),
}
"""What is said here of findings whose own sentences are for when the workshop is over."""

ARRIVALS = frozenset({"attendants", "stays", "people", "organizations"})
"""Tables that a deed at the registration table changes."""


class PreparePage(Page):
    """The sections as tabs, with what is missing and the way to the next one below."""

    ACTIONS = (
        "prepare_next",
        "prepare_previous",
        "prepare_add",
        "prepare_duplicate",
        "prepare_up",
        "prepare_down",
        "prepare_remove",
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_Prepare()
        self.ui.setupUi(self)
        self.ui.sections.tabBar().setObjectName("section_tabs")
        self.ui.sections.tabBar().setDrawBase(False)
        self.sections: tuple[Section, ...] = tuple(make(context) for make in SECTIONS)
        for section in self.sections:
            section.recounted.connect(self._recount)
            self.ui.sections.addTab(section if isinstance(section, AgendaSection) else scrolling(section), "")
        self._hints: dict[str, list[str]] = {}
        self._add_actions()
        self.ui.sections.currentChanged.connect(self._turned)
        self.ui.next.clicked.connect(self._go_on)
        self.retranslate()

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return self.sections[self.ui.sections.currentIndex()]

    def refresh(self) -> None:
        """Show the workshop."""
        workshop = self.context.open.workshop
        if workshop is None:
            return
        hints = dict(_hints(workshop))
        for section in self.sections:
            section.show_workshop(workshop, hints)
            self._hints[section.KEY] = [said for where, said in hints.items() if where.startswith(section.PLACES)]
        self._recount()

    def update_for(self, changes: "Changes") -> None:
        """Show what is prepared; arrivals change only how many have a category, and how quotas stand."""
        tables = {*changes.added, *changes.changed, *changes.removed}
        workshop = self.context.open.workshop
        if workshop and tables <= ARRIVALS:
            for section in self.sections:
                if isinstance(section, CountedSection):
                    section.show_workshop(workshop, dict(_hints(workshop)))
            return
        self.refresh()

    def commit(self) -> None:
        """Hand in what is waiting."""
        for section in self.sections:
            section.commit()

    def retranslate(self) -> None:
        """Follow the language."""
        for section in self.sections:
            section.retranslate()
        self._recount()

    def restyle(self) -> None:
        """Follow the size of the type."""
        for section in self.sections:
            if isinstance(section, AgendaSection):
                section.ui.table.fit_rows()

    def first_field(self) -> QWidget:
        """That of the section."""
        return self.section.first_field()

    def go_to(self, where: str) -> None:
        """Show the section that mends a path, and the field in it."""
        for place, section in enumerate(self.sections):
            if where.startswith(section.PLACES):
                self.ui.sections.setCurrentIndex(place)
                section.go_to(where)
                # The section may be new on the screen, and not laid out yet.
                QTimer.singleShot(0, self, lambda: bring_into_sight(QApplication.focusWidget()))
                return
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_actions(self) -> None:
        add = self.context.actions.add
        for key, text, do, shortcut, icon in (
            ("prepare_next", mark("Next section"), lambda: self._turn(1), "Ctrl+PgDown", "right"),
            ("prepare_previous", mark("Previous section"), lambda: self._turn(-1), "Ctrl+PgUp", "left"),
            ("prepare_add", mark("Add a row"), self._add_row, "Ctrl+Return", "add"),
            ("prepare_duplicate", mark("Duplicate the row"), self._duplicate_row, "Ctrl+D", "copy"),
            ("prepare_up", mark("Move the row up"), lambda: self.section.move_row(-1), "Alt+Up", "up"),
            ("prepare_down", mark("Move the row down"), lambda: self.section.move_row(1), "Alt+Down", "down"),
            (
                "prepare_remove",
                mark("Remove the row"),
                self._remove_row,
                "Ctrl+Shift+Delete",
                "remove",
            ),
        ):
            add(key, text, do, shortcut=shortcut, menu="page", icon=icon, repeats=key in REPEATED)

    def _add_row(self) -> None:
        self.section.add_row()

    def _duplicate_row(self) -> None:
        self.section.duplicate_row()

    def _remove_row(self) -> None:
        self.section.remove_row()

    def _turn(self, by: int) -> None:
        count = self.ui.sections.count()
        self.ui.sections.setCurrentIndex((self.ui.sections.currentIndex() + by) % count)
        self.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def _turned(self) -> None:
        for section in self.sections:
            if section is not self.section:
                section.commit()
        self._show_foot()

    def _workshop_replaced(self) -> None:
        """Give up the rows of the workshop before, and then show those of the new one, from the beginning."""
        for section in self.sections:
            section.turn_away()
        self.ui.sections.setCurrentIndex(0)
        super()._workshop_replaced()

    def _go_on(self) -> None:
        if self.section is self.sections[-1]:
            self.context.show_page("register")
        else:
            self._turn(1)

    def _recount(self) -> None:
        """Say on each tab how much is missing behind it, and below what that is of the section that is shown."""
        for place, section in enumerate(self.sections):
            missing = self._missing(section)
            title = tr(section.TITLE)
            self.ui.sections.setTabText(place, f"{title} · {len(missing)}" if missing else title)
            self.ui.sections.setTabToolTip(place, _missing_list(missing))
        self._show_foot()

    def _missing(self, section: Section) -> list[str]:
        return [*self._hints.get(section.KEY, ()), *section.missing]

    def _show_foot(self) -> None:
        place = self.ui.sections.currentIndex()
        is_last = self.section is self.sections[-1]
        following = tr("Register") if is_last else tr(self.sections[place + 1].TITLE)
        self.ui.next.setText(tr("Next: {section}", section=following))
        missing = self._missing(self.section)
        said = " ".join((_missing_words(len(missing)), *missing[:NAMED], *(["…"] if len(missing) > NAMED else [])))
        nothing = tr("Nothing is missing here. Everything is kept as you type.")
        self.ui.missing.setText(said if missing else nothing)
        self.ui.missing.setToolTip(_missing_list(missing))


def _missing_words(count: int) -> str:
    return tr_count("{count} thing is missing here.", "{count} things are missing here.", count) if count else ""


def _missing_list(missing: Sequence[str]) -> str:
    """Return what is missing, a line each; nothing where nothing is."""
    if not missing:
        return ""
    return "\n".join((_missing_words(len(missing)), *missing[:LISTED], *(["…"] if len(missing) > LISTED else [])))


def _hints(workshop: Workshop) -> Iterator[tuple[str, str]]:
    """Yield what is missing or wrong in what is prepared, in words, by JSON path."""
    for one in gaps(workshop):
        yield one.where, tr(SAID_BEFORE.get(one.code, one.template), **one.values)
