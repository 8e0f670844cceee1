"""Steps that this version does not have yet: each says in a sentence what it will hold, and what does the job today."""

from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout

from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import mark, tr
from clesidra_desktop.gui.page import Page
from clesidra_desktop.gui.widgets.empty_state import EmptyState


class _ToCome(Page):
    """A page with nothing but a sentence."""

    KEY: ClassVar[str]
    TITLE: ClassVar[str]
    SENTENCE: ClassVar[str]

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._said = EmptyState(context.theme, self.KEY)
        layout = QVBoxLayout(self)
        layout.addWidget(self._said)
        self.retranslate()

    def retranslate(self) -> None:
        """Follow the language."""
        self._said.say(tr(self.TITLE), tr(self.SENTENCE))


class ArchivePage(_ToCome):
    """The archive."""

    KEY = "archive"
    TITLE = mark("The archive")
    SENTENCE = mark("Here everything that was ever written will be found again, across all workshops.")
