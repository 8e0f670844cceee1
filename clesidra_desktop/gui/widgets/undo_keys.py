"""Ctrl+Z in a field undoes the typing; where there is none to undo, it undoes the last deed."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit


def passes_undo(field: QObject, event: QEvent) -> bool:
    """Whether an event is undo or redo, and the field has nothing of its own; the event is then the window's."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    for keys, is_undo in ((QKeySequence.StandardKey.Undo, True), (QKeySequence.StandardKey.Redo, False)):
        if event.matches(keys) and not _has_own(field, is_undo=is_undo):
            event.ignore()
            return True
    return False


def _has_own(field: QObject, *, is_undo: bool) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if is_undo else field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.document().isUndoAvailable() if is_undo else field.document().isRedoAvailable()
    return False


class UndoKeys(QObject):
    """Lets undo and redo through a field that saves nothing, such as a search."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the keys before the field does."""
        return passes_undo(watched, event) or super().eventFilter(watched, event)
