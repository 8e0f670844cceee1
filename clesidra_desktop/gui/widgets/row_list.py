"""A short list that is edited in place: each row has its fields, and moves or goes by keys or buttons.

Rows are shown again after every deed; a row keeps its widget, and so the focus and what is being typed.
"""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from clesidra_desktop.gui.i18n import mark, tr
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.widgets.checked_field import COLLAPSES, CheckedField

T = TypeVar("T")

UP, DOWN, REMOVE, NEXT = "up", "down", "remove", "next"
BUTTONS = ((UP, mark("Move up")), (DOWN, mark("Move down")), (REMOVE, mark("Remove")))

NUMBER_WIDTH, GAP = 24, 8


class RowFrame(QWidget, Generic[T]):
    """One row: fields, three quiet buttons, and notes below. `asked` says what is to be done with it.

    It is dragged by its number: `dragged` says how far below its upper edge the mouse is, and whether it was let go.
    """

    asked = Signal(str)
    dragged = Signal(int, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = ""
        self.note, self.second_note = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._number = _Handle(self)
        self._number.setProperty("level", "muted")
        self._number.setFixedWidth(NUMBER_WIDTH)
        self._number.setContentsMargins(0, 7, 0, 0)  # beside the first line of the fields
        self.columns = QHBoxLayout()
        self.columns.setSpacing(GAP)
        self.columns.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        self._buttons: dict[str, QToolButton] = {}
        for what, _ in BUTTONS:
            button = QToolButton()
            button.setObjectName(what)
            button.setProperty("role", "quiet")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has shortcuts for them
            theme.set_icon(button, what)
            button.clicked.connect(lambda _=False, what=what: self.asked.emit(what))
            self._buttons[what] = button
            buttons.addWidget(button)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addLayout(self.columns, 1)
        top.addLayout(buttons)
        top.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(1)
        rows.addLayout(top)
        for note in (self.note, self.second_note):
            note.setProperty("level", "small")
            note.setProperty(COLLAPSES, True)
            note.setContentsMargins(NUMBER_WIDTH + GAP, 0, 0, 2)
            note.hide()
            rows.addWidget(note)
        self.below = rows

    def show_row(self, row: T, hint: str) -> None:
        """Show a row as the database has it; `hint` says what is missing in it."""
        raise NotImplementedError

    def fields(self) -> tuple[CheckedField, ...]:
        """Return the fields that save themselves."""
        raise NotImplementedError

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed into it yet."""
        return not any(field.text.strip() for field in self.fields())

    def first(self) -> QWidget:
        """Return where typing begins."""
        return self.fields()[0].field

    def field_of(self, name: str) -> QWidget:  # noqa: ARG002
        """Return where a field of the row is typed, by its name; where typing begins for one that it does not know."""
        return self.first()

    def name_all(self) -> None:
        """Name everything in the language of the screens."""
        self._number.setToolTip(tr("Drag it to another place, or press Alt and an arrow."))
        for what, words in BUTTONS:
            self._buttons[what].setToolTip(tr(words))
            self._buttons[what].setAccessibleName(tr(words))

    def place_at(self, place: int, count: int) -> None:
        """Be the row at a place, counted from 0, of so many."""
        self._number.setText(f"{place + 1}")
        self._buttons[UP].setEnabled(place > 0)
        self._buttons[DOWN].setEnabled(place < count - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.asked.emit(NEXT)
            return
        super().keyPressEvent(event)


class _Handle(QLabel):
    """The number of a row, by which it is dragged."""

    def __init__(self, row: RowFrame[T]) -> None:
        super().__init__()
        self._row = row
        self._pressed = False
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the row."""
        self._pressed = event.button() == Qt.MouseButton.LeftButton

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._pressed:
            self._row.dragged.emit(self.mapTo(self._row, event.position().toPoint()).y(), False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        if self._pressed:
            self._pressed = False
            self._row.dragged.emit(self.mapTo(self._row, event.position().toPoint()).y(), True)


class RowList(QWidget, Generic[T]):
    """The rows, one below the other.

    `asked` says what is to be done with the row of a key, `moved` how many places down, or up, a row was dragged.
    """

    asked = Signal(str, str)
    moved = Signal(str, int)
    judged = Signal()

    def __init__(self, make: Callable[[], RowFrame[T]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._rows: list[RowFrame[T]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._line = QFrame(self)  # where a row that is dragged would go
        self._line.setProperty("surface", "drop")
        self._line.hide()

    @property
    def rows(self) -> tuple[RowFrame[T], ...]:
        """The rows in their order."""
        return tuple(self._rows)

    @property
    def current(self) -> RowFrame[T] | None:
        """The row that has the keys."""
        focused = QApplication.focusWidget()
        return next((row for row in self._rows if focused is not None and row.isAncestorOf(focused)), None)

    def row(self, key: str) -> RowFrame[T] | None:
        """Return the row of a key."""
        return next((row for row in self._rows if row.key == key), None)

    def show_rows(self, shown: Sequence[tuple[str, T, str]]) -> None:
        """Show rows: the key of each, what it is, and a hint."""
        had_focus = self._rows.index(self.current) if self.current else -1
        arranged = self._arranged([key for key, _, _ in shown])
        gone = [row for row in self._rows if row not in arranged]
        self._rows = arranged
        if had_focus >= 0 and arranged and gone and self.current is None:
            arranged[min(had_focus, len(arranged) - 1)].first().setFocus(Qt.FocusReason.OtherFocusReason)
        for row in gone:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, (row, (key, value, hint)) in enumerate(zip(arranged, shown, strict=True)):
            if self._layout.indexOf(row) != place:
                self._layout.removeWidget(row)
                self._layout.insertWidget(place, row)
            row.key = key
            row.place_at(place, len(shown))
            row.show_row(value, hint)
        self._order_tabs()

    def commit(self) -> None:
        """Hand in what is waiting."""
        for row in self._rows:
            for field in row.fields():
                field.commit()

    def turn_away(self) -> None:
        """Give up all rows, because another workshop is shown."""
        for row in self._rows:
            self._layout.removeWidget(row)
            row.deleteLater()
        self._rows = []

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            for row in self._rows:
                row.name_all()
        super().changeEvent(event)

    def _arranged(self, keys: list[str]) -> list[RowFrame[T]]:
        """Return a widget for each key: the one that it had, one at its place whose key is gone, or a new one."""
        by_key = {row.key: row for row in self._rows}
        free = {place: row for place, row in enumerate(self._rows) if row.key not in keys}
        renamed = len(keys) == len(self._rows)
        arranged = []
        for place, key in enumerate(keys):
            row = by_key.get(key) or (free.pop(place, None) if renamed else None)
            arranged.append(row or self._new())
        return arranged

    def _new(self) -> RowFrame[T]:
        row = self._make()
        row.name_all()
        row.asked.connect(lambda what, row=row: self.asked.emit(what, row.key))
        row.dragged.connect(partial(self._dragged, row))
        for field in row.fields():
            field.judged.connect(self.judged)
        return row

    def _dragged(self, row: RowFrame[T], down: int, is_over: bool) -> None:
        """Show where a row would go, or let it go there."""
        y = row.y() + down
        others = [one for one in self._rows if one is not row]
        place = sum(one.y() + one.height() // 2 < y for one in others)
        by = place - self._rows.index(row)
        if is_over:
            self._line.hide()
            if by:
                self.moved.emit(row.key, by)
            return
        edge = others[place - 1].geometry().bottom() + 1 if place else 0
        self._line.setGeometry(0, max(edge, 0), self.width(), 3)
        self._line.setVisible(by != 0)
        self._line.raise_()

    def _order_tabs(self) -> None:
        inner = [
            widget
            for row in self._rows
            for widget in row.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is self.window()
        ]
        for before, after in pairwise(inner):
            QWidget.setTabOrder(before, after)
