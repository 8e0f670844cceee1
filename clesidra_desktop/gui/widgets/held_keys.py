"""What is typed while something new is being made: it waits for the field of the new thing."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class HeldKeys(QObject):
    """Holds the letters that go to the widget that has the keys, until they are given on; other keys pass.

    `also` are other keys that it holds, such as Enter where the fields of the new thing go on with it.
    """

    def __init__(self, also: Collection[Qt.Key] = ()) -> None:
        super().__init__()
        self._also = frozenset((*also, Qt.Key.Key_Backspace))
        self._held: list[tuple[int, Qt.KeyboardModifier, str]] = []
        self._from: QWidget | None = QApplication.focusWidget()
        if self._from:
            self._from.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold a letter, a space or Backspace."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        text = event.text()
        is_typed = text.isprintable() if text else False
        if event.modifiers() & COMMANDS or not (is_typed or event.key() in self._also):
            return super().eventFilter(watched, event)
        self._held.append((event.key(), event.modifiers(), text))
        return True

    def give_to(self, field: QWidget | None) -> None:
        """Let what was held be typed into the field of the new thing, None where it is not shown.

        It is dropped where that has not got the keys: somebody went elsewhere meanwhile, and did not type it for there.
        """
        self._end(QApplication.focusWidget() if field is not None and field.hasFocus() else None)

    def give_back(self) -> None:
        """Let what was held be typed where it was, if the keys go there still: nothing new was made."""
        self._end(self._from if QApplication.focusWidget() is self._from else None)

    def _end(self, field: QWidget | None) -> None:
        if self._from and isValid(self._from):  # it goes with its row when another workshop is shown
            self._from.removeEventFilter(self)
        self._from = None
        held, self._held = self._held, []
        if field is None or isinstance(field, QAbstractButton):
            return
        for key, modifiers, text in held:
            if taker := QApplication.focusWidget():  # Enter goes from field to field
                QApplication.sendEvent(taker, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))
