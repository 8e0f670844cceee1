"""A list of attendants is looked at, matched, mended and decided here before anything of it is taken."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QPushButton, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.exchange.lists.reading import read_list
from clesidra_desktop.exchange.lists.text_files import DELIMITERS, ENCODINGS
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_import_list import Ui_ImportList
from clesidra_desktop.gui.i18n import mark, tr, tr_count, tr_error
from clesidra_desktop.gui.models.list_rows import NEEDS_SOMEBODY, STATUS_WORDS, WHY_WORDS, ListRowsModel, ListView
from clesidra_desktop.gui.tasks import Job, lasting
from clesidra_desktop.gui.widgets.column_choices import ColumnChoices
from clesidra_desktop.services.lists.importing import Imported, import_attendants, preview_list
from clesidra_desktop.services.lists.plan import Decision, ImportPlan, PlannedRow, Status
from clesidra_desktop.services.lists.preview import ImportPreview
from clesidra_desktop.services.lists.remembered import Remembered
from clesidra_desktop.settings import DIALOGS, LISTS

if TYPE_CHECKING:
    from clesidra_desktop.storage.database import Database

T = TypeVar("T")

NAME = "import_list"
SHARE = 0.94
"""Of the window that the dialog fills at first."""

WIDEST = 240
"""Pixels of a column at first."""

PATIENCE = 400
"""Milliseconds after which work that goes on shows its progress."""

DELIMITER_WORDS = {",": mark("comma"), ";": mark("semicolon"), "\t": mark("tab"), "|": mark("bar")}


@dataclass(frozen=True, slots=True)
class _Mended:
    """A cell that was mended just now: others may say the same."""

    column: int
    found: str
    text: str


class ImportListDialog(QDialog):
    """The preview works on a thread of its own; what it says is shown as a ListView."""

    def __init__(self, context: Context, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(NAME)
        self._context = context
        self._path = path
        self._window = parent
        self._preview: ImportPreview | None = None
        self._view: ListView | None = None
        self._job: Job | None = None
        self._waiting: deque[Callable[[], None]] = deque()
        self._last_mended: _Mended | None = None
        self._shown_status: Status | None = None
        self.ui = Ui_ImportList()
        self.ui.setupUi(self)
        self.columns = ColumnChoices()
        self.ui.columns_rows.addWidget(self.columns)
        self.chips: dict[Status | None, QPushButton] = {}
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.ui.progress.show)
        self.ui.progress.hide()
        self.ui.file.setText(path.name)
        self._make_chips()
        self._connect()
        self._restore()
        self._read("", "")

    # What a person does

    def take(self) -> None:
        """Take the list in, all of it or nothing."""
        preview, view = self._preview, self._view
        workshop = self._context.open.workshop
        if preview is None or view is None or workshop is None or not view.is_ready:
            return
        if self._job is not None or self._waiting:
            return
        job = self._start()
        arrived = self._context.open.now() if self.ui.arrived.isChecked() else None

        def planned(plan: ImportPlan) -> None:
            self._context.settings.set(LISTS, preview.remembered.as_data())
            self._take(job, plan, arrived)

        self._aside(job, preview.plan, planned)

    def reject(self) -> None:
        """Stop what is under way, or close without taking anything."""
        self._waiting.clear()
        if self._job is not None:
            self._job.stop()
            if self._preview is not None:
                return
        super().reject()

    def done(self, result: int) -> None:
        """Keep the size."""
        sizes: dict[str, str] = self._context.settings.get(DIALOGS)
        self._context.settings.set(DIALOGS, sizes | {NAME: self.saveGeometry().toBase64().toStdString()})
        super().done(result)

    def next_problem(self, step: int = 1) -> None:
        """Go to the next cell that needs somebody, or the one before: a row may have several."""
        model, table = self._model(), self.ui.table
        if model is None:
            return
        self._show_status(None)
        cells = [(place, column) for place, row in enumerate(model.shown_rows) for column in _asking(model, row)]
        if not cells:
            return
        here = (table.currentIndex().row(), table.currentIndex().column())
        own = [cell for cell in cells if cell[0] == here[0]] if here not in cells else []
        if own:  # what was asked for is mended, and the row has something else
            place, column = own[0] if step > 0 else own[-1]
        elif step > 0:
            place, column = next((cell for cell in cells if cell > here), cells[0])
        else:
            place, column = next((cell for cell in reversed(cells) if cell < here), cells[-1])
        table.setCurrentIndex(model.index(place, column))
        table.setFocus()

    # What the preview is asked

    def _read(self, encoding: str, delimiter: str) -> None:
        workshop = self._context.open.workshop
        if workshop is None:
            return
        job = self._start()
        remembered = Remembered.from_data(self._context.settings.get(LISTS))

        def read(database: "Database") -> tuple[ImportPreview, ListView]:
            file = read_list(self._path, encoding=encoding, delimiter=delimiter)
            preview = preview_list(database, workshop.id, file, remembered=remembered, progress=job.progress)
            return preview, ListView.of(preview)

        def done(outcome: tuple[ImportPreview, ListView]) -> None:
            self._preview = outcome[0]
            self._finish(job)
            self._show(outcome[1], anew=True)

        self._context.open.ask(
            read,
            done=done,
            failed=lambda error: self._fail(job, error),
            stopped=lambda: self._finish(job),
            owner=self,
        )

    def _change(self, change: Callable[[ImportPreview, Job], object], *, anew: bool = False) -> None:
        """Let the preview change something, after what it is doing now, and show what it says then."""
        preview = self._preview
        if preview is None:
            return
        if self._job is not None:
            self._waiting.append(partial(self._change, change, anew=anew))
            return
        job = self._start()

        def work() -> ListView:
            change(preview, job)
            return ListView.of(preview)

        def done(view: ListView) -> None:
            self._finish(job)
            self._show(view, anew=anew)

        self._aside(job, work, done)

    def _aside(self, job: Job, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Let a thread of its own work; nobody is told where the dialog is closed by then."""
        failed, stopped = lasting(self, lambda error: self._fail(job, error)), lasting(self, lambda: self._finish(job))
        self._context.tasks.aside(work, lasting(self, done), failed, stopped)

    def _mend(self, number: int, column: int, text: str) -> None:
        row = next(row for row in self._view.rows if row.number == number) if self._view else None
        self._last_mended = _Mended(column, row.texts[column], text) if row else None
        self._change(lambda preview, _job: preview.mend(number, column, text))

    def _mend_alike(self) -> None:
        mended, self._last_mended = self._last_mended, None
        if mended:
            self._change(lambda preview, _job: preview.mend_alike(mended.column, mended.found, mended.text))

    def _decide(self, decision: Decision) -> None:
        numbers = [row.number for row in self._selected() if row.match]
        self._change(lambda preview, _job: preview.decide(numbers, decision))

    def _leave_out(self) -> None:
        rows = self._selected()
        numbers = [row.number for row in rows]
        out = any(row.status is not Status.LEFT_OUT for row in rows)
        self._change(lambda preview, _job: preview.leave_out(numbers, out))

    def _take(self, job: Job, plan: ImportPlan, arrived: datetime | None) -> None:
        def done(imported: Imported) -> None:
            self._finish(job)
            self._preview = None
            self.accept()
            self._context.messages.news(_outcome(imported), tr("Undo"), self._context.open.way_back())

        self._context.open.do(
            import_attendants,
            plan,
            arrived=arrived,
            progress=job.progress,
            done=done,
            failed=lambda error: self._fail(job, error),
            stopped=lambda: self._finish(job),
            owner=self,
        )

    # What is shown

    def _show(self, view: ListView, *, anew: bool = False) -> None:
        before, self._view = self._view, view
        table = self.ui.table
        if anew or before is None or before.columns != view.columns or before.header != view.header:
            model = ListRowsModel(view, self._context.theme, self._mend, self)
            table.set_up(model, self._context.settings, "")
            model.show_rows(view.rows)
            table.resizeColumnsToContents()
            for place in range(len(model.columns)):
                table.setColumnWidth(place, min(table.columnWidth(place) + 8, WIDEST))
            table.selectionModel().selectionChanged.connect(self._say)
        self.columns.show_columns(view)
        self._show_source(view)
        current = self._model()
        if current is not None:
            current.show_rows(view.rows)
            if not table.currentIndex().isValid() and view.rows:
                table.setCurrentIndex(current.index(0, 1))
        self._show_counts(view)
        self._say()

    def _show_source(self, view: ListView) -> None:
        is_text = bool(view.encoding)
        for widget in (self.ui.encoding_label, self.ui.encoding, self.ui.delimiter_label, self.ui.delimiter):
            widget.setVisible(is_text)
        for widget in (self.ui.sheet_label, self.ui.sheet):
            widget.setVisible(len(view.sheets) > 1)
        _fill(self.ui.sheet, {name: place for place, name in enumerate(view.sheets)}, view.sheet)
        _fill(self.ui.encoding, {name: name for name in (*ENCODINGS, view.encoding)}, view.encoding)
        _fill(self.ui.delimiter, {tr(DELIMITER_WORDS[sign]): sign for sign in DELIMITERS}, view.delimiter)
        self.ui.header.blockSignals(True)
        self.ui.header.setRange(0, max(view.row_count - 1, 0))
        self.ui.header.setSpecialValueText(tr("none"))
        self.ui.header.setValue(view.header.end)
        self.ui.header.blockSignals(False)

    def _show_counts(self, view: ListView) -> None:
        self.chips[None].setText(tr("All {count}", count=len(view.rows)))
        for status, words in STATUS_WORDS.items():
            count = view.counts.get(status, 0)
            chip = self.chips[status]
            chip.setText(f"{tr(words)} {count}")
            chip.setVisible(count > 0)
        if self._shown_status and not view.counts.get(self._shown_status, 0):
            self._show_status(None)
        taken = view.counts.get(Status.NEW, 0) + view.counts.get(Status.COMPLETES, 0)
        waiting = sum(view.counts.get(status, 0) for status in NEEDS_SOMEBODY)
        if waiting:
            self.ui.take.setText(tr_count("{count} row needs you", "{count} rows need you", waiting))
        else:
            self.ui.take.setText(tr_count("Take {count} person in", "Take {count} people in", taken))
        self.ui.take.setEnabled(view.is_ready)

    def _say(self, *_: object) -> None:
        """Say of the chosen row what would become of it, and offer what can be done."""
        rows = self._selected()
        row = rows[0] if rows else None
        self.ui.sentence.setText(_sentence(row) if row else tr("Choose a row to see what would become of it."))
        decidable = row is not None and row.match is not None and row.status is not Status.LEFT_OUT
        self.ui.same.setVisible(decidable)
        self.ui.different.setVisible(decidable)
        self.ui.empty.setVisible(row is not None and row.status is Status.FAULTY)
        self.ui.leave_out.setEnabled(row is not None)
        is_out = row is not None and row.status is Status.LEFT_OUT
        self.ui.leave_out.setText(tr("Take it in after all") if is_out else tr("Leave out"))
        alike = self._alike()
        self.ui.everywhere.setVisible(alike > 0)
        if alike and self._last_mended:
            self.ui.everywhere.setText(
                tr("“{words}” also for the {count} others", words=self._last_mended.text, count=alike)
            )

    def _alike(self) -> int:
        """Return how many other rows still say what was mended just now."""
        mended, view = self._last_mended, self._view
        if mended is None or view is None or mended.column not in view.columns:
            return 0
        return sum(row.texts[mended.column] == mended.found for row in view.rows if row.faults)

    def _show_status(self, status: Status | None) -> None:
        self._shown_status = status
        for key, chip in self.chips.items():
            chip.setChecked(key == status)
        model = self._model()
        if model is not None:
            model.set_filter(lambda row: status is None or row.status is status)

    # Wiring

    def _model(self) -> ListRowsModel | None:
        model = self.ui.table.model()
        return model if isinstance(model, ListRowsModel) else None

    def _selected(self) -> list[PlannedRow]:
        model, selection = self._model(), self.ui.table.selectionModel()
        return [model.row_at(index) for index in selection.selectedRows()] if model and selection else []

    def _start(self) -> Job:
        job = self._job = Job(self)
        job.progressed.connect(self._progressed)
        self.ui.error.setText("")
        self.ui.progress.setRange(0, 0)
        self._patience.start()
        return job

    def _finish(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._patience.stop()
            self.ui.progress.hide()
            QTimer.singleShot(0, self, self._change_next)  # after what has come is shown

    def _change_next(self) -> None:
        if self._waiting and self._job is None:
            self._waiting.popleft()()

    def _fail(self, job: Job, error: UserError) -> None:
        self._waiting.clear()
        self._finish(job)
        if self._preview is None:  # there is nothing to look at
            super().reject()
            self._context.messages.error(error)
        else:
            self.ui.error.setText(tr_error(error))

    def _progressed(self, done: int, total: int) -> None:
        self.ui.progress.setRange(0, total)
        self.ui.progress.setValue(done)

    def _make_chips(self) -> None:
        for status in (None, *STATUS_WORDS):
            chip = QPushButton()
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            chip.setAutoDefault(False)
            chip.clicked.connect(lambda _=False, status=status: self._show_status(status))
            self.chips[status] = chip
            self.ui.chips.addWidget(chip)
        self.ui.chips.addStretch()
        self.chips[None].setChecked(True)

    def _connect(self) -> None:
        ui = self.ui
        ui.sheet.activated.connect(
            lambda place: self._change(lambda preview, job: preview.use_sheet(place, job.progress), anew=True)
        )
        ui.encoding.activated.connect(lambda _: self._read(ui.encoding.currentData(), ui.delimiter.currentData()))
        ui.delimiter.activated.connect(lambda _: self._read(ui.encoding.currentData(), ui.delimiter.currentData()))
        ui.header.editingFinished.connect(self._use_header)
        self.columns.chosen.connect(
            lambda column, held: self._change(lambda preview, job: preview.use_column(column, held, job.progress))
        )
        ui.same.clicked.connect(lambda: self._decide(Decision.SAME))
        ui.different.clicked.connect(lambda: self._decide(Decision.DIFFERENT))
        ui.empty.clicked.connect(lambda: self._change(lambda preview, _job: preview.empty_faults()))
        ui.everywhere.clicked.connect(self._mend_alike)
        ui.leave_out.clicked.connect(self._leave_out)
        ui.cancel.clicked.connect(self.reject)
        ui.take.clicked.connect(self.take)
        for button in (ui.same, ui.different, ui.empty, ui.everywhere, ui.leave_out, ui.cancel, ui.take):
            button.setAutoDefault(False)
        for keys, slot in (
            ("F8", self.next_problem),
            ("Shift+F8", lambda: self.next_problem(-1)),
            ("Ctrl+Return", self.take),
            ("Alt+S", lambda: self._decide(Decision.SAME)),
            ("Alt+D", lambda: self._decide(Decision.DIFFERENT)),
            ("Ctrl+D", self._leave_out),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        ui.same.setToolTip("Alt+S")
        ui.different.setToolTip("Alt+D")
        ui.leave_out.setToolTip("Ctrl+D")
        ui.take.setToolTip("Ctrl+Enter")

    def _use_header(self) -> None:
        end = self.ui.header.value()
        view = self._view
        if view and end != view.header.end:
            first = max(end - 1, 0)
            self._change(lambda preview, job: preview.use_header(first, end, job.progress), anew=True)

    def _restore(self) -> None:
        sizes: dict[str, str] = self._context.settings.get(DIALOGS)
        if not self.restoreGeometry(QByteArray.fromBase64(sizes.get(NAME, "").encode())):
            self.resize(self._window.window().size() * SHARE)


def _fill(box: QComboBox, choices: dict[str, object], chosen: object) -> None:
    box.blockSignals(True)
    box.clear()
    for words, value in choices.items():
        box.addItem(words, value)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    box.blockSignals(False)


def _asking(model: ListRowsModel, row: PlannedRow) -> list[int]:
    """Return where in its row the cells stand that need somebody; a row to be decided has its result."""
    if row.status not in NEEDS_SOMEBODY:
        return []
    return sorted({model.place_of(fault.column) for fault in row.faults}) or [1]


def _sentence(row: PlannedRow) -> str:
    """Return what would become of a row, and why."""
    if row.status is Status.FAULTY:
        said = [
            tr(
                "{column}: “{found}” cannot be taken. {expected}",
                column=fault.title,
                found=fault.found,
                expected=tr_error(fault.expected),
            )
            for fault in row.faults
        ]
        return " ".join(said)
    if row.why is not None and row.status is Status.LEFT_OUT:
        return tr(WHY_WORDS[row.why])
    match = row.match
    if match is None or row.status in (Status.NEW, Status.LEFT_OUT):
        return tr("Comes in as a new attendant.") if row.status is Status.NEW else tr("Is left out.")
    other = " · ".join(
        part for part in (match.other.name, match.other.category, match.other.organization, match.other.phone) if part
    )
    if row.status is Status.UNDECIDED:
        return tr("Is this {other}?", other=other)
    if row.status is Status.THERE:
        return tr("Is there already: {other}.", other=other)
    return tr("Completes {other}.", other=other)


def _outcome(imported: Imported) -> str:
    """Return what an import did."""
    return tr(
        "{added} new, {completed} completed, {there} already there.",
        added=len(imported.added),
        completed=len(imported.completed),
        there=imported.there,
    )
