"""Fields that save themselves: after a short pause in the typing, and when the field is left."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from clesidra_desktop.gui.widgets.pause import Pause
from clesidra_desktop.gui.widgets.undo_keys import passes_undo

Field: TypeAlias = QLineEdit | QPlainTextEdit

PAUSE = 300
"""Milliseconds without a key after which what was typed is handed in."""


class Autosave(QObject):
    """Hands in what is typed into a field, and shows what the database has where nobody is typing."""

    def __init__(self, field: Field, hand_in: Callable[[str], object]) -> None:
        super().__init__(field)
        self._field = field
        self._hand_in = hand_in
        self._waiting = False
        self._timer = Pause(self, PAUSE)
        self._timer.timeout.connect(self.commit)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(self._typed)
        else:
            field.textChanged.connect(self._typed)
        field.installEventFilter(self)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._field.text() if isinstance(self._field, QLineEdit) else self._field.toPlainText()

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that was not handed in yet."""
        return self._waiting

    def show(self, text: str) -> None:
        """Show a text, unless somebody is typing another one; the cursor stays where it is."""
        if self._waiting or self.text == text:
            return
        blocked = self._field.blockSignals(True)  # it is not typed
        if isinstance(self._field, QLineEdit):
            place = self._field.cursorPosition()
            self._field.setText(text)
            self._field.setCursorPosition(place)
        else:
            place = self._field.textCursor().position()
            self._field.setPlainText(text)
            cursor = self._field.textCursor()
            cursor.setPosition(min(place, len(text)))
            self._field.setTextCursor(cursor)
        self._field.blockSignals(blocked)

    def commit(self) -> None:
        """Hand in what is waiting."""
        self._timer.stop()
        if self._waiting:
            self._waiting = False
            self._hand_in(self.text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand in when the field is left; let undo through to the journal where the field has nothing to undo."""
        if event.type() is QEvent.Type.FocusOut:
            self.commit()
        if passes_undo(self._field, event):
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._waiting = True
        self._timer.touch()
