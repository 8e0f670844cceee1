"""A window in which keys do what people expect, also where Qt does nothing with them, or something else."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QToolButton, QWidget


class KeyWindow(QMainWindow):
    """What nothing in the window has used of the keys comes here at last."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keys, as in dialogs, and Esc put a message away."""
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton | QToolButton):
            focused.click()
        elif event.key() != Qt.Key.Key_Escape or not self.put_away():
            super().keyPressEvent(event)

    def put_away(self) -> bool:
        """Put away what lies over the page; return whether anything did."""
        return False

    def keys_go_to(self) -> QWidget | None:
        """Return what takes the keys when what had them is hidden."""
        return None

    def is_at_work(self, widget: QWidget | None) -> bool:  # noqa: ARG002
        """Whether a widget is part of where one works."""
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let the keys stay where one works when what had them is hidden or goes dead.

        Qt would give them to whatever comes next in the window.
        """
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused) or (focused.isVisible() and focused.isEnabled()):
            return super().focusNextPrevChild(forward)
        if focused.isVisible() and super().focusNextPrevChild(forward) and self.is_at_work(QApplication.focusWidget()):
            return True  # a neighbour of what went dead has them
        follower = self.keys_go_to()
        if follower is None:
            return super().focusNextPrevChild(forward)
        follower.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
