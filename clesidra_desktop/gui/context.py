"""What every page and dialog is given."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.actions import Actions
from clesidra_desktop.gui.i18n import Translation
from clesidra_desktop.gui.index_keeper import IndexKeeper
from clesidra_desktop.gui.messages import Messages
from clesidra_desktop.gui.open_findings import OpenFindings
from clesidra_desktop.gui.open_workshop import OpenWorkshop
from clesidra_desktop.gui.tasks import Tasks
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.settings import Settings


class ShowPage(Protocol):
    """Goes to a page."""

    def __call__(self, key: str, where: str = "") -> None:
        """Show the page of a key, and a place in it."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What changes the whole window at once."""

    language: Callable[[Language], None]
    theme: Callable[[str], None]
    font_size: Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Context:
    """The parts of the window that pages share.

    `clock` returns the moment with its offset from UTC. `show_page` goes to a page by its key, and to the place in it
    that a JSON path of the workshop file names, where there is one.
    """

    settings: Settings
    tasks: Tasks
    open: OpenWorkshop
    actions: Actions
    messages: Messages
    theme: Theme
    translation: Translation
    clock: Callable[[], datetime]
    show_page: ShowPage
    choose: Choices
    index: IndexKeeper
    findings: OpenFindings

    def open_workshop(self, workshop_id: UUID, page: str = "overview") -> None:
        """Open a workshop of the database, and show a page of it."""
        self.open.open(workshop_id, lambda: self.show_page(page))
