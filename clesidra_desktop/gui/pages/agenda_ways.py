"""Ways forward: what was agreed, who does it and by when, typed while the room agrees on them."""

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import WayForward, Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_agenda_ways import Ui_AgendaWays
from clesidra_desktop.gui.i18n import date_text, mark, tr, tr_error
from clesidra_desktop.gui.models.rows import Column, RowsModel
from clesidra_desktop.gui.widgets.undo_keys import UndoKeys
from clesidra_desktop.services.ways_forward import (
    add_way_forward,
    edit_way_forward,
    move_way_forward,
    remove_way_forward,
)

DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
"""A day as people write it in Cambodia: day, month, year."""

AROUND_DUE = 36
"""Pixels of a field around its words."""

PLACE = re.compile(r"\$\.ways_forward\[(\d+)\](?:\.(\w+))?")
"""The place of a way forward in the workshop file, and the field."""

KHMER_DIGITS = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")


def due_of(typed: str) -> str:
    """Return what was typed as the workshop file has it: a date as YYYY-MM-DD, anything else as it is."""
    found = DAY.fullmatch(typed.strip().translate(KHMER_DIGITS))
    if not found:
        return typed
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:  # 31/02: kept as it was typed, for a person to see
        return typed


class WaysPart(QWidget):
    """A line for a new one, and the table of all."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.ui = Ui_AgendaWays()
        self.ui.setupUi(self)
        self._places: dict[object, int] = {}
        columns: tuple[Column[WayForward], ...] = (
            Column("number", mark("No."), lambda way: str(self._places.get(way.id, 0)), is_number=True),
            Column("text", mark("Way forward"), lambda way: way.text, edit=self._editing("text")),
            Column("responsible", mark("Responsible"), lambda way: way.responsible, edit=self._editing("responsible")),
            Column(
                "due",
                mark("Due"),
                lambda way: date_text(way.due_date) if way.due_date else way.due,
                edit=self._editing("due"),
                value=lambda way: way.due,
            ),
        )
        self.model = RowsModel(columns, lambda way: way.id, self)
        self.ui.table.set_up(self.model, context.settings, "ways_forward", stretched="text")
        self.ui.table.setSortingEnabled(False)  # their order is that of the minutes
        self.ui.table.installEventFilter(self)
        for column, width in (("number", 48), ("responsible", 240), ("due", 190)):
            if not self.ui.table.isColumnHidden(self.model.column_of(column)):
                self.ui.table.setColumnWidth(self.model.column_of(column), width)
        self._connect()
        self.ui.error.hide()

    def show_workshop(self, workshop: Workshop) -> None:
        """Show what was read back."""
        self._places = {way.id: place for place, way in enumerate(workshop.ways_forward, start=1)}
        self.model.show_rows(workshop.ways_forward)
        self.model.retranslate()  # the numbers of rows that did not change themselves

    def first_field(self) -> QWidget:
        """The text of a new one."""
        return self.ui.text

    def go_to(self, where: str) -> None:
        """Go to the cell of a JSON path; where none is named, to the text of a new one."""
        found = PLACE.match(where)
        if not found or int(found[1]) >= len(self.model.shown_rows):
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        column = self.model.column_of(found[2] if found[2] in ("responsible", "due") else "text")
        self.ui.table.setCurrentIndex(self.model.index(int(found[1]), column))
        self.ui.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self.model.retranslate()
        self._fit_due()

    def restyle(self) -> None:
        """Follow the size of the type."""
        self.ui.table.fit_rows()
        self._fit_due()

    def showEvent(self, event: QShowEvent) -> None:
        """Know the type in which it is set."""
        super().showEvent(event)
        self._fit_due()

    def _fit_due(self) -> None:
        """Let what a day may be typed like be read whole."""
        words = self.ui.due.placeholderText()
        self.ui.due.setMinimumWidth(self.ui.due.fontMetrics().horizontalAdvance(words) + AROUND_DUE)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move and remove by keys."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key, is_alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
            if is_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._move(-1 if key == Qt.Key.Key_Up else 1)
                return True
            if key == Qt.Key.Key_Delete:
                self._remove()
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        ui = self.ui
        ui.add.clicked.connect(self._add)
        for field in (ui.text, ui.responsible, ui.due):
            field.returnPressed.connect(self._add)
            UndoKeys(field)
        ui.up.clicked.connect(lambda: self._move(-1))
        ui.down.clicked.connect(lambda: self._move(1))
        ui.remove.clicked.connect(self._remove)

    def _add(self) -> None:
        ui = self.ui
        details = {"text": ui.text.text(), "responsible": ui.responsible.text(), "due": due_of(ui.due.text())}

        def done(_result: object) -> None:
            for field in (ui.text, ui.responsible, ui.due):
                field.clear()
            ui.error.hide()
            ui.text.setFocus(Qt.FocusReason.OtherFocusReason)

        def failed(error: UserError) -> None:
            ui.error.setText(tr_error(error))
            ui.error.show()
            ui.text.setFocus(Qt.FocusReason.OtherFocusReason)

        self._context.open.do(add_way_forward, details, done=done, failed=failed)

    def _editing(self, field: str) -> Callable[[WayForward, str], object]:
        def edit(way: WayForward, value: str) -> None:
            typed = due_of(value) if field == "due" else value
            self._context.open.do(edit_way_forward, way.id, {field: typed})

        return edit

    def _chosen(self) -> WayForward | None:
        index = self.ui.table.currentIndex()
        return self.model.row_at(index) if index.isValid() else None

    def _move(self, by: int) -> None:
        way = self._chosen()
        if way:

            def moved(_changes: object) -> None:
                self.ui.table.setCurrentIndex(self.model.index_of(way.id, self.model.column_of("text")))

            self._context.open.do(move_way_forward, way.id, by, done=moved)

    def _remove(self) -> None:
        way = self._chosen()
        if way:

            def removed(_changes: object) -> None:
                said = tr("The way forward was removed.")
                self._context.messages.news(said, tr("Undo"), self._context.open.way_back())

            self._context.open.do(remove_way_forward, way.id, done=removed)
