"""A window whose buttons are pressed by Enter, too: Qt does that in dialogs only, and people expect it everywhere."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QToolButton


class PressedByEnter(QMainWindow):
    """What nothing in the window has used of the keys comes here at last."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keys."""
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton | QToolButton):
            focused.click()
        else:
            super().keyPressEvent(event)
