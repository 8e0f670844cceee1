"""The paper twin: what was written by hand while no laptop ran, typed in by the codes of its rows, made for speed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.outline_lines import Lines
from clesidra_desktop.domain.paper_arrivals import ROW_KEY
from clesidra_desktop.domain.paper_rows import PaperRow, PaperRowKind, PaperRows
from clesidra_desktop.domain.row_codes import answer_codes, attendant_codes, normal_code
from clesidra_desktop.domain.workshop import Attendant, Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.forms.ui_paper import Ui_Paper
from clesidra_desktop.gui.i18n import mark, time_text, tr, tr_count, tr_error
from clesidra_desktop.gui.models.rows import Column, RowsModel
from clesidra_desktop.gui.page import Page
from clesidra_desktop.gui.pages.paper_forms import AnswerForm, SheetEntry, SheetForm
from clesidra_desktop.gui.widgets.undo_keys import UndoKeys
from clesidra_desktop.gui.words import deed_words
from clesidra_desktop.services.answers import Text, find_answer
from clesidra_desktop.services.paper_twin import (
    add_to_answer,
    enter_attendant,
    enter_new_attendant,
    find_entered,
    find_paper_rows,
    find_taken_back,
)

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes
    from clesidra_desktop.storage.paper_entries import PaperEntry

MOST_OFFERED = 6
SHORTEST = 5
"""Characters of the shortest code: what is shorter is not typed to its end yet."""

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

KEYS = (("paper_code", mark("To the row code"), "F6", "paper"),)


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One row that was entered: its number, its moment, code and words in the language of the screens.

    `sequence` is that of its deed in the journal, 0 where everything was there already and nothing was changed.
    """

    number: int
    sequence: int
    at: datetime
    code: str
    what: Callable[[], str]
    taken_back: bool = False


class PaperPage(Page):
    """A field for the code, the form of its row, and what was entered so far."""

    ACTIONS = tuple(key for key, *_ in KEYS)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_Paper()
        self.ui.setupUi(self)
        self.sheet, self.answer = SheetForm(), AnswerForm(context)
        self.log = self._make_log()
        self._scroll = QScrollArea()
        self._hint = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self._hint.setProperty("level", "muted")
        self._rows: PaperRows | None = None
        self._row: PaperRow | None = None
        self._lay_out()
        for key, name, shortcut, icon in KEYS:
            context.actions.add(key, name, self._to_code, shortcut=shortcut, icon=icon)
        self._connect()
        self._close_forms()
        self._look()
        self.retranslate()

    def refresh(self) -> None:
        """Read which rows the papers have."""
        workshop = self.context.open.workshop
        if workshop is None:
            return
        if self._row is None:
            self._look()
        self.context.open.ask(find_paper_rows, workshop.id, done=partial(self._take_rows, workshop))

    def update_for(self, changes: "Changes") -> None:  # noqa: ARG002
        """Follow what was entered; what is being typed stays."""
        self.refresh()
        self._look_at_journal()

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self.sheet.retranslate()
        self.answer.retranslate()
        self.log.retranslate()
        self.ui.log.setAccessibleName(tr("Entered so far"))
        self._hint.setText(
            tr(
                "The code stands before each row of the sign-in sheets and beside each question of the capture sheets. "
                "Type it and press Enter, type what the row says, and press Enter: the next code can be typed at once. "
                "Small letters, spaces and hyphens do not matter."
            )
        )
        self._show_state()

    def restyle(self) -> None:
        """Follow the size of the type."""
        self.ui.log.fit_rows()

    def first_field(self) -> QWidget:
        """The code, or what is being typed of a row."""
        return self.ui.code

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows choose among the rows that are offered, and Enter open one."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step and self.ui.offered.count():
                place = self.ui.offered.currentRow() + step
                self.ui.offered.setCurrentRow(max(-1, min(place, self.ui.offered.count() - 1)))
                return True
            if event.key() in ENTER_KEYS:
                self._open()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._to_code()
                return True
        return super().eventFilter(watched, event)

    # The code

    def _take_rows(self, workshop: Workshop, rows: PaperRows) -> None:
        now = self.context.open.workshop
        if now is None or now.id != workshop.id:
            return
        is_first = self._rows is None
        self._rows = rows
        if is_first:
            self._look()
            self.context.open.ask(find_entered, workshop.id, done=partial(self._show_entered, workshop))

    def _look(self) -> None:
        """Show what is meant by what is typed so far."""
        typed, rows = self.ui.code.text(), self._rows
        self.ui.offered.clear()
        said, level = "", "muted"
        if rows and normal_code(typed):
            offered = rows.beginning(typed, MOST_OFFERED)
            try:
                row = rows.find(typed)
                said, level, offered = self._named(row), "good", ()
            except UserError as error:
                if not offered and len(normal_code(typed)) >= SHORTEST - 1:
                    said, level = tr_error(error), "error"
                    offered = rows.near(typed)
            for row in offered:
                item = QListWidgetItem(f"{row.code}   {self._named(row)}")
                item.setData(Qt.ItemDataRole.UserRole, row)
                self.ui.offered.addItem(item)
        self.ui.meant.setText(said)
        self.ui.meant.setVisible(bool(said) and self._row is None)  # its form says it, too
        dress(self.ui.meant, level=level)
        dress(self.ui.code, wrong=level == "error")
        self._fit_offered()

    def _named(self, row: PaperRow) -> str:
        if row.kind is PaperRowKind.EMPTY_ROW:
            known = self._entered_on(row.code)
            if known:
                return tr("row {row}, entered already: {name}", row=row.row, name=known.name)
            return tr("empty row {row}: a new attendant", row=row.row)
        if row.attendant:
            one = self._now(row.attendant)
            came = tr("has come") if one.stays else tr("has not come yet")
            return " · ".join(part for part in (one.name or one.name_km, one.category, one.organization, came) if part)
        return row.name

    def _fit_offered(self) -> None:
        count = self.ui.offered.count()
        self.ui.offered.setVisible(bool(count))
        if count:
            self.ui.offered.ensurePolished()
            self.ui.offered.setFixedHeight(sum(map(self.ui.offered.sizeHintForRow, range(count))) + 4)

    def _open(self) -> None:
        """Open the form of the row that is meant."""
        if self._rows is None:
            return
        item = self.ui.offered.currentItem() if self.ui.offered.currentRow() >= 0 else None
        if item is None and self.ui.offered.count() == 1 and not self.ui.code.property("wrong"):
            item = self.ui.offered.item(0)
        try:
            row: PaperRow = item.data(Qt.ItemDataRole.UserRole) if item else self._rows.find(self.ui.code.text())
        except UserError as error:
            if self.ui.code.text().strip():
                self.ui.meant.setText(tr_error(error))
                self.ui.meant.show()
                dress(self.ui.meant, level="error")
                self.ui.code.selectAll()  # what is typed next is another code
            return
        self._show_row(row)

    def _show_row(self, row: PaperRow) -> None:
        workshop = self.context.open.workshop
        if workshop is None:
            return
        self._close_forms()
        self._row = row
        self._hint.hide()
        self.ui.code.setText(row.code)
        self._look()
        if row.sector and row.question:
            self.answer.show()
            self.answer.begin(row.sector.title, row.question.text)
            keys = row.sector.key, row.question.key
            self.context.open.ask(find_answer, workshop.id, *keys, done=partial(self._show_before, row))
        else:
            self.sheet.show()
            known = self._entered_on(row.code)
            attendant = self._now(row.attendant) if row.attendant else known
            self.sheet.begin(row.code, attendant, row.day, workshop, again=known is not None)

    def _show_before(self, row: PaperRow, text: Text) -> None:
        if self._row is row:
            self.answer.show_before(text.outline)

    def _close_forms(self) -> None:
        self._row = None
        self.sheet.hide()
        self.answer.hide()
        self._hint.show()

    def _to_code(self) -> None:
        """Give the row up that is shown, and take the next code."""
        self._close_forms()
        self.ui.code.clear()
        self._look()
        self.ui.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _now(self, attendant: Attendant) -> Attendant:
        """Return an attendant as the workshop has it now."""
        workshop = self.context.open.workshop
        found = (one for one in workshop.attendants if one.id == attendant.id) if workshop else iter(())
        return next(found, attendant)

    def _entered_on(self, code: str) -> Attendant | None:
        """Return who was entered on an empty row."""
        workshop = self.context.open.workshop
        attendants = workshop.attendants if workshop else ()
        return next((one for one in attendants if one.extensions.get(ROW_KEY) == code), None)

    # Entering

    def _enter_sheet(self, entry: SheetEntry) -> None:
        common: dict[str, Any] = {"day": entry.day, "at": entry.at, "failed": partial(self._refused, self._row)}
        name = entry.attendant.name if entry.attendant else str(entry.details.get("name", ""))
        what = partial(_said, name, entry)
        done = partial(self._entered, entry.code, what)
        if entry.attendant:
            id_, details = entry.attendant.id, entry.details
            self.context.open.do(enter_attendant, id_, details, signed=entry.signed, done=done, **common)
        else:
            self.context.open.do(enter_new_attendant, entry.code, entry.details, done=done, **common)
        self._to_code()

    def _enter_answer(self, lines: Lines) -> None:
        row = self._row
        if row is None or row.sector is None or row.question is None:
            return
        said = partial(tr_count, "{count} line: {name}", "{count} lines: {name}", len(lines), name=row.name)
        done = partial(self._entered, row.code, said)
        self.context.open.do(add_to_answer, row.sector.key, row.question.key, lines, done=done)
        self._to_code()

    def _refused(self, row: PaperRow | None, error: UserError) -> None:
        """Come back to a row that the database did not take; what was typed still stands in its form."""
        if row is not None and self._row is None:
            self._row = row
            self._hint.hide()
            self.ui.code.setText(row.code)
            self._look()
            self.sheet.show()
            self.sheet.refuse(error)
        else:
            self.context.messages.error(error)

    # The log

    def _entered(self, code: str, what: Callable[[], str], result: Any) -> None:
        changes = result[-1] if isinstance(result, tuple) else result
        state, at = self.context.open.state, self.context.open.now()
        sequence = state.saved.sequence if state and state.saved and changes else 0
        entry = LogEntry(len(self.log.all_rows), sequence, at, code, what)
        self.log.show_rows((entry, *self.log.all_rows))
        self._show_state()

    def _show_entered(self, workshop: Workshop, found: "list[PaperEntry]") -> None:
        """Show what was entered before the page was opened, also before the program was."""
        now = self.context.open.workshop
        if now is None or now.id != workshop.id or self._rows is None:
            return
        known = {one.sequence for one in self.log.all_rows}
        older = [one for one in found if one.sequence not in known]
        codes = attendant_codes([one.id for one in now.attendants])
        answers = answer_codes(now)
        entries = []
        for number, one in enumerate(reversed(older), start=-len(older)):
            code = answers.get(one.answer, "") if one.answer else codes.get(one.attendant, "") if one.attendant else ""
            if code:
                at = self.context.open.local(one.at)
                entries.append(LogEntry(number, one.sequence, at, code, partial(_read_back, self._rows, code)))
        self.log.show_rows((*self.log.all_rows, *reversed(entries)))
        self._look_at_journal()
        self._show_state()

    def _take_back(self) -> None:
        """Take back what was entered last, or was done since, and say what that was."""
        state = self.context.open.state
        undo = state.undo if state else None
        entry = next((one for one in self.log.all_rows if undo and one.sequence == undo.sequence), None)
        if undo is None:
            return
        what = f"{entry.code} · {entry.what()}" if entry else deed_words(undo.deed)
        said = tr("Taken back: {what}", what=what)

        def done(_changes: object) -> None:
            self.context.messages.news(said, tr("Undo"), self.context.open.way_forth())

        self.context.open.undo(done=done)

    def _look_at_journal(self) -> None:
        """See which of the rows were taken back."""
        workshop = self.context.open.workshop
        sequences = [one.sequence for one in self.log.all_rows if one.sequence]
        if workshop and sequences:
            self.context.open.ask(find_taken_back, workshop.id, sequences, done=self._mark_taken_back)

    def _mark_taken_back(self, gone: frozenset[int]) -> None:
        self.log.show_rows(replace(one, taken_back=one.sequence in gone) for one in self.log.all_rows)
        self._show_state()

    def _show_state(self) -> None:
        live = [one for one in self.log.all_rows if one.sequence and not one.taken_back]
        self.ui.state.setText(tr_count("{count} row entered", "{count} rows entered", len(live)) if live else "")
        state = self.context.open.state
        undo = state.undo if state else None
        self.ui.take_back.setEnabled(bool(live and undo and undo.sequence >= live[0].sequence))

    def _lay_out(self) -> None:
        """Put the forms where they scroll, so that the smallest window cuts nothing."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        for widget, stretch in ((self.sheet, 0), (self.answer, 1), (self._hint, 0)):
            column.addWidget(widget, stretch)
        column.addStretch(0)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inner)
        self.ui.left.addWidget(self._scroll, 1)
        # What takes back comes behind all that is typed, and behind the list: no space of a text presses it.
        typed = [one for one in inner.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        QWidget.setTabOrder(typed[-1], self.ui.log)
        QWidget.setTabOrder(self.ui.log, self.ui.take_back)

    def _make_log(self) -> RowsModel[LogEntry]:
        columns: tuple[Column[LogEntry], ...] = (
            Column("at", mark("Time"), lambda one: time_text(one.at), sort=lambda one: one.number),
            Column("code", mark("Code"), lambda one: one.code),
            Column("what", mark("Entered"), _log_words),
        )
        model = RowsModel(columns, lambda one: one.number, self)
        self.ui.log.set_up(model, self.context.settings, "paper_log", stretched="what")
        for column, width in (("at", 64), ("code", 84)):
            self.ui.log.setColumnWidth(model.column_of(column), width)
        return model

    def _forget(self) -> None:
        """Begin anew with another workshop."""
        self._rows = None
        self.log.show_rows(())
        self._to_code()
        self._show_state()

    def _connect(self) -> None:
        self.ui.code.textEdited.connect(self._look)
        self.ui.code.installEventFilter(self)
        UndoKeys(self.ui.code)
        self.ui.offered.itemClicked.connect(lambda item: self._show_row(item.data(Qt.ItemDataRole.UserRole)))
        self.ui.offered.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ui.offered.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ui.offered.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet.submitted.connect(self._enter_sheet)
        self.answer.submitted.connect(self._enter_answer)
        self.sheet.cancelled.connect(self._to_code)
        self.sheet.entered.connect(self._scroll.ensureWidgetVisible)
        self.answer.cancelled.connect(self._to_code)
        self.ui.take_back.clicked.connect(self._take_back)
        self.context.open.replaced.connect(self._forget)


def _read_back(rows: PaperRows, code: str) -> str:
    """Return what a row is about that was entered earlier."""
    row = rows.find(code)
    came = row.attendant.arrived if row.attendant else None
    return " · ".join([row.name, *([tr("came at {time}", time=time_text(came))] if came else [])])


def _log_words(entry: LogEntry) -> str:
    if entry.taken_back:
        return tr("taken back: {what}", what=entry.what())
    return entry.what() if entry.sequence else tr("{what} (known already)", what=entry.what())


def _said(name: str, entry: SheetEntry) -> str:
    parts = [name]
    if entry.signed:
        parts.append(tr("came at {time}", time=f"{entry.at:%H:%M}") if entry.at else tr("has come"))
    details = len(set(entry.details) - {"name", "name_km"})
    if details:
        parts.append(tr_count("{count} detail", "{count} details", details))
    return " · ".join(parts)
