"""All answers to a question in a sector, across workshops, and the booklet of them."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QTextBrowser, QWidget

from clesidra_desktop.domain.archive import ArchivedAnswer, Booklet
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.outline import OutlineStyle, walk
from clesidra_desktop.gui.archive_words import day_words
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_archive_answers import Ui_ArchiveAnswers
from clesidra_desktop.gui.i18n import LANGUAGE_NAMES, date_text, mark, tr, tr_count
from clesidra_desktop.gui.models.rows import Column, RowsModel
from clesidra_desktop.gui.pages.archive_tab import ArchiveTab
from clesidra_desktop.gui.tasks import Job
from clesidra_desktop.gui.widgets.archive_filters import ArchiveFilters
from clesidra_desktop.gui.widgets.chosen_path import ask_for_folder
from clesidra_desktop.gui.widgets.empty_state import EmptyState
from clesidra_desktop.services.archive import ArchiveChoices, archive_choices, place_of_answer
from clesidra_desktop.services.booklet import (
    LISTED,
    ArchivedAnswers,
    booklet_name,
    find_archived_answers,
    make_booklet,
    write_booklet,
)
from clesidra_desktop.services.minutes import Format
from clesidra_desktop.settings import LAST_FOLDER

if TYPE_CHECKING:
    from clesidra_desktop.domain.archive import Filters

INDENT = 18
"""Pixels by which a deeper point of an answer stands further in."""

MARKS = {OutlineStyle.BULLET: "• ", OutlineStyle.PARAGRAPH: ""}
WIDTHS = {"place": 130, "sector": 150, "question": 170, "workshop": 170}
CELL = 14
"""Pixels on either side of what stands in a cell."""

PLACE_FROM = 760
"""Pixels of the table from which on there is room for the place, too; the whole answer says it in any case."""


class AnswersTab(ArchiveTab):
    """What narrows it, the table, the whole answer beside it, and the booklet."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_ArchiveAnswers()
        self.ui.setupUi(self)
        self.filters = ArchiveFilters(("sector", "question", "year", "place", "programme"))
        self.ui.filters_place.addWidget(self.filters)
        columns: tuple[Column[ArchivedAnswer], ...] = (
            Column("day", mark("Date"), lambda one: day_words(one.starts), sort=lambda one: str(one.starts or "")),
            Column("workshop", mark("Workshop"), lambda one: one.title),
            Column("place", mark("Place"), lambda one: one.place),
            Column("sector", mark("Sector"), lambda one: one.sector_title),
            Column("question", mark("Question"), lambda one: one.question_text),
            Column("answer", mark("Answer"), _beginning),
        )
        self.model = RowsModel(columns, lambda one: one.id, self)
        self._said = EmptyState(context.theme, "answers")
        self.ui.body.addWidget(self._said)
        self._choices: ArchiveChoices | None = None
        self._found: ArchivedAnswers | None = None
        self._asked = self._is_wanted = False
        self._set_up_table()
        self._set_up_booklet()
        self.filters.changed.connect(self._read)

    def refresh(self) -> None:
        """Read what there is to choose, and the answers."""
        self.context.open.ask(archive_choices, done=self._take_choices, owner=self)

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self.filters.retranslate()
        self.model.retranslate()
        self._fit_days()
        self._show_found()

    def restyle(self) -> None:
        """Follow the size of the type."""
        self.ui.table.fit_rows()
        self._fit_days()

    def first_field(self) -> QWidget:
        """The sector."""
        return self.filters.box("sector")

    def open_answer(self, answer: ArchivedAnswer) -> None:
        """Open the workshop of an answer, and go to it."""

        def show(path: str) -> None:
            opened = self.context.open
            opened.open(answer.workshop_id, lambda: self.context.show_page("answers", path))

        self.context.open.ask(place_of_answer, answer, done=show, owner=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the place where there is room for it."""
        super().resizeEvent(event)
        self._fit_columns()

    # What is read

    def _take_choices(self, choices: ArchiveChoices) -> None:
        is_first, self._choices = self._choices is None, choices
        self.filters.show_choices(choices)
        if is_first:  # all answers of all workshops are too many to be of use
            self.filters.choose_first("sector")
            self.filters.choose_first("question")
        self._read()

    def _read(self) -> None:
        """Read the answers; what is chosen meanwhile is read after it."""
        if self._asked:
            self._is_wanted = True
            return
        self._asked = True
        self.context.open.ask(
            find_archived_answers,
            self.filters.filters(),
            done=self._take,
            failed=self._failed,
            stopped=self._stopped,
            owner=self,
        )

    def _take(self, found: ArchivedAnswers) -> None:
        self._found = found
        self._stopped()
        self._show_found()

    def _failed(self, error: object) -> None:
        self._stopped()
        self.context.tasks.failed.emit(error)

    def _stopped(self) -> None:
        self._asked = False
        if self._is_wanted:
            self._is_wanted = False
            self._read()

    # How it is shown

    def _set_up_table(self) -> None:
        table = self.ui.table
        table.set_up(self.model, self.context.settings, "archive_answers", stretched="answer")
        table.setSelectionMode(table.SelectionMode.SingleSelection)
        for key, width in WIDTHS.items():
            table.setColumnWidth(self.model.column_of(key), width)
        self._fit_days()
        table.selectionModel().currentRowChanged.connect(self._show_answer)
        table.doubleClicked.connect(lambda index: self.open_answer(self.model.row_at(index)))

    def _fit_days(self) -> None:
        """Give days the room of the longest month in the language and the size of the type."""
        metrics = self.ui.table.fontMetrics()
        longest = max(metrics.horizontalAdvance(date_text(date(2026, month, 28))) for month in range(1, 13))
        self.ui.table.setColumnWidth(self.model.column_of("day"), longest + 2 * CELL)

    def _show_found(self) -> None:
        found = self._found
        if found is None:
            return
        self._fit_columns()
        self.model.show_rows(found.answers)
        count = len(found.answers)
        text = tr_count("{count} answer", "{count} answers", count)
        more = tr("The newest {count} answers; the booklet has all.", count=LISTED)
        self.ui.state.setText(more if found.more else text)
        self.ui.write.setEnabled(bool(count) and bool(self._formats()))
        if count:
            self.ui.body.setCurrentWidget(self.ui.answers_page)
            if not self.ui.table.currentIndex().isValid():
                self.ui.table.setCurrentIndex(self.model.index(0, 0))
            self._show_answer(self.ui.table.currentIndex())
        else:
            self._say_none()

    def _fit_columns(self) -> None:
        filters = self.filters.filters()
        hidden = {
            "sector": filters.sector is not None,
            "question": filters.question is not None,
            "place": self.ui.table.width() < PLACE_FROM,
        }
        for key, is_hidden in hidden.items():
            self.ui.table.setColumnHidden(self.model.column_of(key), is_hidden)

    def _say_none(self) -> None:
        self.ui.state.setText("")
        self.ui.body.setCurrentWidget(self._said)
        if self.filters.is_narrowed:
            self._said.say(
                tr("No answer was recorded"),
                tr("No group has answered this in what you have chosen above."),
                tr("Show all"),
                self.filters.clear,
            )
        else:
            self._said.say(
                tr("No answers yet"),
                tr("What groups answer at any workshop stands here, side by side with all other workshops."),
            )

    def _show_answer(self, index: QModelIndex, *_: object) -> None:
        if index.isValid():
            show_answer(self.ui.answer, self.model.row_at(index))
        else:
            self.ui.answer.clear()

    # The booklet

    def _set_up_booklet(self) -> None:
        ui = self.ui
        for language, name in LANGUAGE_NAMES.items():
            ui.language.addItem(name, language)
        ui.language.setCurrentIndex(ui.language.findData(self.context.translation.language))
        self.context.theme.set_icon(ui.write, "minutes")
        ui.write.clicked.connect(self._write)
        for box in (ui.pdf, ui.docx):
            box.toggled.connect(lambda _: ui.write.setEnabled(bool(self.model.all_rows) and bool(self._formats())))

    def _formats(self) -> list[Format]:
        boxes = {Format.PDF: self.ui.pdf, Format.DOCX: self.ui.docx}
        return [kind for kind, box in boxes.items() if box.isChecked()]

    def _write(self) -> None:
        settings = self.context.settings
        folder = ask_for_folder(self, tr("Choose a folder"), settings.get(LAST_FOLDER))
        if folder:
            settings.set(LAST_FOLDER, folder)
            self.write_into(Path(folder))

    def write_into(self, folder: Path) -> None:
        """Write the booklet of what is chosen into a folder, with its progress and a way to stop it."""
        language, formats = Language(self.ui.language.currentData()), self._formats()
        wanted: Filters = self.filters.filters()
        targets = {kind: folder / booklet_name(wanted, kind, language) for kind in formats}
        job = Job(self)
        self.context.messages.work(job, tr("Writing the booklet…"))

        def done(paths: tuple[Path, ...]) -> None:
            job.finished.emit()
            names = ", ".join(path.name for path in paths)
            self.context.messages.news(
                tr("Written: {names}", names=names),
                tr("Open the folder"),
                lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
            )

        def failed(error: UserError) -> None:
            job.finished.emit()
            self.context.messages.error(error)

        def write(booklet: Booklet) -> None:
            def work() -> tuple[Path, ...]:
                job.progress(0, 0)
                return tuple(write_booklet(booklet, targets, language=language, progress=lambda _: job.progress))

            self.context.tasks.aside(work, done, failed, job.finished.emit)

        self.context.open.ask(make_booklet, wanted, done=write, failed=failed, stopped=job.finished.emit, owner=self)


def _beginning(answer: ArchivedAnswer) -> str:
    """Return the first points of an answer on one line."""
    points = (" ".join(point.node.text.split()) for point in walk(answer.items))
    return " · ".join(text for text in points if text)[:300]


def show_answer(browser: QTextBrowser, answer: ArchivedAnswer) -> None:
    """Show a whole answer as an outline, under where it was given."""
    about = " · ".join(part for part in (answer.title, answer.place, day_words(answer.starts)) if part)
    lines = [f"<p><b>{_safe(about)}</b></p>", f"<p>{_safe(answer.sector_title)} · {_safe(answer.question_text)}</p>"]
    for point in walk(answer.items):
        sign = f"{point.ordinal}. " if point.ordinal else MARKS.get(point.node.style, "")
        text = _safe(sign + point.node.text)
        lines.append(f'<p style="margin: 3px 0 3px {INDENT * point.level}px">{text}</p>')
    browser.setHtml("".join(lines))


def _safe(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("\n", "<br>")
