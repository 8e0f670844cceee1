"""Search through everything that was ever written."""

from PySide6.QtWidgets import QVBoxLayout

from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.pages.archive_tab import ArchiveTab
from clesidra_desktop.gui.widgets.empty_state import EmptyState


class SearchTab(ArchiveTab):
    """The tab."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._said = EmptyState(context.theme, "archive")
        layout = QVBoxLayout(self)
        layout.addWidget(self._said)
        self.retranslate()

    def retranslate(self) -> None:
        """Follow the language."""
        self._said.say(
            tr("The archive"), tr("Here everything that was ever written will be found again, across all workshops.")
        )
