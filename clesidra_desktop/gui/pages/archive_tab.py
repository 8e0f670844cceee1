"""What all tabs of the archive have in common."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from clesidra_desktop.gui.context import Context

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes
    from clesidra_desktop.services.history import State


class ArchiveTab(QWidget):
    """A tab of the archive. It is made when it is shown for the first time, and reads only while it is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    @property
    def history(self) -> "State | None":
        """What undo and redo would take back in this tab; None where it has no history of its own."""
        return None

    def undo(self) -> None:
        """Take back what was done last in a tab that has a history."""

    def redo(self) -> None:
        """Do again what was undone last in it."""

    def refresh(self) -> None:
        """Show what the database has: the tab has become visible, or something has changed while it is."""

    def update_for(self, changes: "Changes") -> None:  # noqa: ARG002
        """Show what a deed on any workshop has changed; by default everything anew."""
        self.refresh()

    def commit(self) -> None:
        """Hand in what was typed and is still waiting."""

    def shut(self) -> None:
        """Let go of what is held; the window closes."""

    def retranslate(self) -> None:
        """Show all words in the language of the screens."""

    def restyle(self) -> None:
        """Follow the theme with what a style sheet does not reach."""

    def first_field(self) -> QWidget:
        """Return what takes the keys when the tab is shown."""
        return self

    def take_keys(self) -> None:
        """Let the first field take the keys."""
        self.first_field().setFocus(Qt.FocusReason.ShortcutFocusReason)
