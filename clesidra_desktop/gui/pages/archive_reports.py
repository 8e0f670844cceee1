"""Reports across workshops: whom they reached, each person once; how quotas and ways forward stand."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from clesidra_desktop.documents.blocks import Block, Paragraph
from clesidra_desktop.documents.compose.report import headline, remarks, report_blocks
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.provinces import province_in
from clesidra_desktop.domain.report_periods import QUARTERS, Period, whole_quarter, whole_year
from clesidra_desktop.domain.reports import Filters, PeopleRange, Report
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_archive_reports import Ui_ArchiveReports
from clesidra_desktop.gui.i18n import LANGUAGE_NAMES, tr, tr_count
from clesidra_desktop.gui.pages.archive_tab import ArchiveTab
from clesidra_desktop.gui.printing import print_pages
from clesidra_desktop.gui.tasks import Job
from clesidra_desktop.gui.widgets.blocks_view import add_blocks, clear_layout, parted
from clesidra_desktop.gui.widgets.card import Card
from clesidra_desktop.gui.widgets.chosen_path import ask_for_folder
from clesidra_desktop.gui.widgets.empty_state import EmptyState
from clesidra_desktop.services.appearance import Appearance
from clesidra_desktop.services.doubles import Compared
from clesidra_desktop.services.report_files import ReportFormat, WrittenReport
from clesidra_desktop.services.reports import (
    ReadForReport,
    ReportChoices,
    people_of_report,
    range_of,
    read_for_report,
    report_choices,
)
from clesidra_desktop.settings import EMBED_FONTS, LAST_FOLDER, PDF_THEME, WORD_TEMPLATE

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes

COUNTED = {
    "attendants",
    "categories",
    "people",
    "quotas",
    "stays",
    "told_apart",
    "ways_forward",
    "workshops",
}
"""The tables that a report is made of."""

FEW = 5000
"""People among whom doubles are looked for unasked, as in the directory: it takes less than a second."""

PAUSE = 200
"""Milliseconds after the last choice until the report is counted again."""

CARDS_IN_ROW = 6
ALL, BETWEEN = "all", "between"


class ReportsTab(ArchiveTab):
    """Filters on top, the report below them in the language of the screens, and what is written from it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_ArchiveReports()
        self.ui.setupUi(self)
        self.report: Report | None = None
        self.people: PeopleRange | None = None
        self._choices = ReportChoices((), (), ())
        self.empty = EmptyState(context.theme, "archive")
        self.ui.body.addWidget(self.empty)
        self._job: Job | None = None
        self._busy = 0
        self._rest: list[list[Block]] = []
        self._place = 0
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._count)
        self.cards: list[Card] = []
        for place in range(CARDS_IN_ROW):
            self.cards.append(Card())
            self.ui.cards.addWidget(self.cards[-1], 0, place)
        self.ui.scroll.viewport().setAutoFillBackground(False)
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        """Read what there is to choose from, and count."""
        if self.context.open.is_ready:
            self.context.open.ask(report_choices, done=self._take_choices, owner=self)

    def update_for(self, changes: "Changes") -> None:
        """Count again where something changed that is counted."""
        if COUNTED & {*changes.added, *changes.changed, *changes.removed}:
            self.refresh()

    def shut(self) -> None:
        """Stop what is under way, and show nothing any more."""
        self._timer.stop()
        self.report, self._rest = None, []
        if self._job:
            self._job.stop()

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self._fill_choices()
        if self.report:
            self._show()

    def restyle(self) -> None:
        """Follow the size of the type and the colours."""
        if self.report:
            self._show()

    def first_field(self) -> QWidget:
        """The choice of the time."""
        return self.ui.period

    @property
    def filters(self) -> Filters:
        """What is chosen."""
        return Filters(self._period(), self.ui.programme.currentData() or "", self.ui.place.currentData() or "")

    @property
    def is_counting(self) -> bool:
        """Whether what is shown is not yet what is chosen."""
        return self._timer.isActive() or self._busy > 0 or bool(self._rest)

    # Choices

    def _connect(self) -> None:
        ui, theme = self.ui, self.context.theme
        today = self.context.clock().date()
        for field, day in ((ui.first, date(today.year, 1, 1)), (ui.last, date(today.year, 12, 31))):
            field.setDate(QDate(day.year, day.month, day.day))
            field.dateChanged.connect(lambda _day: self._timer.start())
        for box in (ui.period, ui.programme, ui.place):
            box.currentIndexChanged.connect(lambda _place: self._timer.start())
        ui.period.currentIndexChanged.connect(self._show_days)
        ui.doubles.clicked.connect(self._look_at_doubles)
        ui.write.clicked.connect(self._write)
        ui.print.clicked.connect(self._print)
        theme.set_icon(ui.write, "export")
        theme.set_icon(ui.print, "print")
        theme.set_icon(ui.doubles, "merge")
        for box, letters in ((ui.period, 15), (ui.programme, 18), (ui.place, 15), (ui.language, 8)):
            box.setMinimumContentsLength(letters)
        for tick in (ui.pdf, ui.docx, ui.xlsx):
            tick.toggled.connect(self._enable)
        ui.language.fill([(name, language) for language, name in LANGUAGE_NAMES.items()], None)
        ui.language.setCurrentIndex(ui.language.findData(self.context.translation.language))

    def _take_choices(self, choices: ReportChoices) -> None:
        self._choices = choices
        self._fill_choices()
        self._count()

    def _fill_choices(self) -> None:
        ui, today = self.ui, self.context.clock().date()
        labels = Labels(self.context.translation.language)
        quarters = [
            (labels("report_quarter", quarter=number, year=today.year), (today.year, number))
            for number in range(1, QUARTERS + 1)
        ]
        others = [year for year in self._choices.years if year not in (today.year, today.year - 1)]
        periods: list[tuple[str, object]] = [
            (tr("All years"), ALL),
            (tr("This year"), (today.year, 0)),
            (tr("Last year"), (today.year - 1, 0)),
            *quarters,
            *((str(year), (year, 0)) for year in others),
            (tr("From a day to a day"), BETWEEN),
        ]
        every = (tr("All programmes"), ""), (tr("All places"), "")
        ui.period.fill(periods, ui.period.currentData() or ALL)
        ui.programme.fill(
            [every[0], *((name, name) for name in self._choices.programmes)], ui.programme.currentData() or ""
        )
        places = [(province_in(name, labels.language), name) for name in self._choices.places]
        ui.place.fill([every[1], *places], ui.place.currentData() or "")
        for box in (ui.period, ui.programme, ui.place):
            box.setCurrentIndex(max(box.currentIndex(), 0))
        self._show_days()

    def _period(self) -> Period:
        chosen = self.ui.period.currentData()
        if chosen == BETWEEN:
            first, last = (_day(field.date()) for field in (self.ui.first, self.ui.last))
            return Period(min(first, last), max(first, last))
        if chosen in (ALL, None):
            return Period()
        year, quarter = chosen
        return whole_quarter(year, quarter) if quarter else whole_year(year)

    def _show_days(self) -> None:
        for widget in (self.ui.first, self.ui.dash, self.ui.last):
            widget.setVisible(self.ui.period.currentData() == BETWEEN)

    def _show_everything(self) -> None:
        for box in (self.ui.period, self.ui.programme, self.ui.place):
            box.setCurrentIndex(0)

    # Counting

    def _count(self) -> None:
        """Read on the database thread and count on the other one; only the newest request counts."""
        if not self.context.open.is_ready:
            return
        job = self._begin(tr("Counting…"))

        def counted(report: Report) -> None:
            job.finished.emit()
            if job is self._job:
                self.report, self.people = report, None
                self._show()
                if len(report.people) <= FEW:
                    self._look_for_doubles()

        def count(read: ReadForReport) -> None:
            today = self.context.clock().date()
            self.context.tasks.aside(
                lambda: read.report(today, progress=job.progress), counted, stopped=job.finished.emit
            )

        self._ask(job, read_for_report, self.filters, done=count)

    def _begin(self, text: str) -> Job:
        if self._job:
            self._job.stop()
        job = self._job = Job(self)
        self._busy += 1
        job.finished.connect(self._ended)
        self.context.messages.work(job, text)
        return job

    def _ask(
        self, job: Job, query: Callable[..., object], asked: Filters | Report, *, done: Callable[..., object]
    ) -> None:
        """Ask the database as a part of a job, which ends where there is no answer."""

        def failed(error: UserError) -> None:
            job.finished.emit()
            self.context.messages.error(error)

        self.context.open.ask(query, asked, done=done, failed=failed, stopped=job.finished.emit, owner=self)

    def _ended(self) -> None:
        self._busy -= 1

    def _look_for_doubles(self, then: Callable[[], object] | None = None) -> None:
        """Find how many people of the report may be one, and go on."""
        report = self.report
        if report is None:
            return
        job = self._begin(tr("Looking for probable doubles…"))

        def found(people: PeopleRange) -> None:
            job.finished.emit()
            if report is self.report:
                self.people = people
                self._show_figures()
                if then:
                    then()

        def compare(compared: Compared) -> None:
            self.context.tasks.aside(
                lambda: range_of(report, compared, progress=job.progress), found, stopped=job.finished.emit
            )

        self._ask(job, people_of_report, report, done=compare)

    def _look_at_doubles(self) -> None:
        """Count the pairs, where nobody has; or else go to the directory, where they are merged or told apart."""
        if self.people is None:
            self._look_for_doubles()
            return
        self.context.show_page("directory")
        self.context.actions["directory_doubles"].trigger()

    # Showing

    def _show(self) -> None:
        report = self.report
        self._enable()
        if report is None:
            return
        if not report.workshops:
            self._say_nothing()
            return
        self.ui.body.setCurrentWidget(self.ui.scroll)
        self._show_figures()
        self._place = self.ui.scroll.verticalScrollBar().value()
        self._rest = parted(report_blocks(report, Labels(self.context.translation.language)))
        clear_layout(self.ui.parts)
        self.context.tasks.soon(self._show_next)

    def _show_next(self) -> None:
        """Show the next piece in a turn of its own: an office of many years has a hundred tables."""
        if self._rest:
            add_blocks(self.ui.parts, self._rest.pop(0), self.context.theme)
            self.context.tasks.soon(self._show_next)
        else:
            self.ui.scroll.verticalScrollBar().setValue(self._place)

    def _show_figures(self) -> None:
        report = self.report
        if report is None or not report.workshops:
            return
        labels = Labels(self.context.translation.language)
        for card, figure in zip(self.cards, headline(report, labels, self.people), strict=True):
            card.say(figure.number, figure.sentence)
        said = [block.text for block in remarks(report, labels, self.people) if isinstance(block, Paragraph)]
        self.ui.remarks.setText("\n".join(said))
        pairs = self.people.pairs if self.people else 0
        self.ui.doubles.setVisible(self.people is None or bool(pairs))
        self.ui.doubles.setText(
            tr("Look for doubles")
            if self.people is None
            else tr_count("{count} probable double…", "{count} probable doubles…", pairs)
        )

    def _say_nothing(self) -> None:
        """Say why there is nothing to report."""
        self._rest = []
        if self.filters == Filters():
            self.empty.say(
                tr("No workshop yet"),
                tr("As soon as there are workshops, their people, quotas and ways forward are counted here."),
                tr("All workshops"),
                lambda: self.context.show_page("workshops"),
            )
        else:
            self.empty.say(
                tr("No workshop was found"),
                tr("No workshop was held in this time, for this programme and at this place."),
                tr("Show all"),
                self._show_everything,
            )
        self.ui.body.setCurrentWidget(self.empty)

    def _enable(self) -> None:
        has = self.report is not None and self.report.workshops > 0
        self.ui.print.setEnabled(has)
        self.ui.write.setEnabled(has and bool(self._formats()))

    # Writing

    def _formats(self) -> list[ReportFormat]:
        ticks = {ReportFormat.PDF: self.ui.pdf, ReportFormat.DOCX: self.ui.docx, ReportFormat.XLSX: self.ui.xlsx}
        return [kind for kind, tick in ticks.items() if tick.isChecked()]

    def _ready(self) -> WrittenReport | None:
        """Return what is to be written, once it is known who may be one."""
        if self.report is None:
            return None
        settings = self.context.settings
        template, theme = settings.get(WORD_TEMPLATE), settings.get(PDF_THEME)
        appearance = Appearance(
            Path(template) if template else None, settings.get(EMBED_FONTS), Path(theme) if theme else None
        )
        return WrittenReport(self.report, self.people, Language(self.ui.language.currentData()), appearance)

    def _write(self) -> None:
        if self.people is None:
            self._look_for_doubles(self._write)
            return
        ready, settings, kinds = self._ready(), self.context.settings, self._formats()
        folder = ask_for_folder(self, tr("Choose a folder"), settings.get(LAST_FOLDER)) if ready else ""
        if ready is None or not folder:
            return
        settings.set(LAST_FOLDER, folder)
        job = Job(self)
        messages = self.context.messages
        messages.work(job, tr("Writing the report…"))

        def done(paths: tuple[Path, ...]) -> None:
            job.finished.emit()
            names = ", ".join(path.name for path in paths)
            show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(folder))
            messages.news(tr("Written: {names}", names=names), tr("Open the folder"), show)

        def failed(error: UserError) -> None:
            job.finished.emit()
            messages.error(error)

        self.context.tasks.aside(
            lambda: tuple(ready.write(Path(folder), kinds, progress=lambda _: job.progress)),
            done,
            failed,
            job.finished.emit,
        )

    def _print(self) -> None:
        if self.people is None:
            self._look_for_doubles(self._print)
        elif ready := self._ready():
            print_pages(self.context, self, ready.pictures, tr("Report across workshops"))


def _day(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())
