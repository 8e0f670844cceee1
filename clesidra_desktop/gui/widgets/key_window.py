"""A window in which keys do what people expect, also where Qt does nothing with them, or something else."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QToolButton, QWidget

if TYPE_CHECKING:
    from clesidra_desktop.gui.messages import MessageStrip
    from clesidra_desktop.gui.page import Page


class KeyWindow(QMainWindow):
    """A window with a page, and a strip of messages over it."""

    strip: "MessageStrip"

    def page_in_front(self) -> "Page | None":
        """Return the page that is shown; None before the first one."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the keys, as in dialogs, and Esc put a message away.

        What nothing in the window has used of the keys comes here at last.
        """
        focused = QApplication.focusWidget()
        if _is_enter(event) and isinstance(focused, QPushButton | QToolButton):
            if not event.isAutoRepeat():  # or who holds it down goes through the whole agenda
                focused.click()
        elif event.key() != Qt.Key.Key_Escape or not self.strip.put_away():
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let the keys stay in the page when what had them is hidden or goes dead.

        Qt would give them to whatever comes next in the window.
        """
        focused, page = QApplication.focusWidget(), self.page_in_front()
        if focused is None or page is None or not self.isAncestorOf(focused) or _takes_keys(focused):
            return super().focusNextPrevChild(forward)
        if focused.isVisible() and super().focusNextPrevChild(forward):  # the neighbour of what went dead has them
            neighbour = QApplication.focusWidget()
            if neighbour is not None and page.isAncestorOf(neighbour):
                return True
        return self._give_to(page) or super().focusNextPrevChild(forward)

    def changeEvent(self, event: QEvent) -> None:
        """Let the page take the keys where what had them was hidden while a dialog was open."""
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            before, page = self.focusWidget(), self.page_in_front()
            if page is not None and before is not None and not _takes_keys(before):
                self._give_to(page)
        super().changeEvent(event)

    @staticmethod
    def _give_to(page: "Page") -> bool:
        """Give the keys to where they were before something beside the page had them, or where the page wants them."""
        wanted = (page.focusWidget(), page.keys_go_to(), page.first_field())
        follower = next((one for one in wanted if one and _takes_keys(one)), None)
        if follower is not None:
            follower.setFocus(Qt.FocusReason.OtherFocusReason)
        return follower is not None


def _is_enter(event: QKeyEvent) -> bool:
    """Whether Enter is pressed alone: with other keys it is a shortcut, though perhaps one that does nothing now."""
    alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    return alone and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def _takes_keys(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()
