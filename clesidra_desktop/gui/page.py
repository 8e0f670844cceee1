"""What all pages have in common, and where each one is."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import mark
from clesidra_desktop.gui.undoing import say_redone, say_undone

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes
    from clesidra_desktop.services.history import State


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the window: its key, which also names its icon and help; its title; the class, as `module:Class`.

    It is imported when it is shown for the first time, so that the window comes at once.
    """

    key: str
    title: str
    source: str
    is_step: bool = True

    def load(self) -> type["Page"]:
        """Import the page and return its class; may be called from any thread."""
        module, name = self.source.split(":")
        kind: type[Page] = getattr(import_module(f"clesidra_desktop.gui.pages.{module}"), name)
        return kind


PAGES = (
    PageSpec("overview", mark("Overview"), "overview:OverviewPage"),
    PageSpec("prepare", mark("Prepare"), "prepare:PreparePage"),
    PageSpec("register", mark("Register"), "register:RegisterPage"),
    PageSpec("agenda", mark("Agenda"), "agenda:AgendaPage"),
    PageSpec("groups", mark("Groups"), "groups:GroupsPage"),
    PageSpec("answers", mark("Answers"), "answers:AnswersPage"),
    PageSpec("paper", mark("From paper"), "paper:PaperPage"),
    PageSpec("minutes", mark("Minutes"), "minutes:MinutesPage"),
    PageSpec("workshops", mark("All workshops"), "workshops:WorkshopsPage", is_step=False),
    PageSpec("directory", mark("Directory"), "directory:DirectoryPage", is_step=False),
    PageSpec("archive", mark("Archive"), "archive:ArchivePage", is_step=False),
    PageSpec("settings", mark("Settings"), "settings:SettingsPage", is_step=False),
)
"""The pages in the order of the rail: the steps of a workshop, and what is below them."""


class Page(QWidget):
    """A page. What it shows is refreshed while it is visible, and when it becomes visible again."""

    ACTIONS: ClassVar[tuple[str, ...]] = ()
    """The keys of the actions that are enabled only while this page is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._stale = True
        context.open.replaced.connect(self._workshop_replaced)
        context.open.changed.connect(self._workshop_changed)
        context.open.refused.connect(self._workshop_refused)
        context.theme.changed.connect(self.restyle)

    def enter(self) -> None:
        """Be shown."""
        for key in self.ACTIONS:
            self.context.actions[key].setEnabled(True)
        if self._stale:
            self._stale = False
            self.refresh()

    def leave(self) -> None:
        """Be shown no longer; what was typed is committed."""
        for key in self.ACTIONS:
            self.context.actions[key].setEnabled(False)
        self.commit()

    def refresh(self) -> None:
        """Show what the database has read back; for pages of a workshop also that none is open."""

    def show_anew(self) -> None:
        """Show everything anew: at once where the page is visible, or else when it is shown again."""
        self._stale = not self.isVisible()
        if self.isVisible():
            self.refresh()

    def update_for(self, changes: "Changes") -> None:  # noqa: ARG002
        """Show what a deed has changed; by default everything anew."""
        self.refresh()

    def commit(self) -> None:
        """Hand in what was typed and is still waiting."""

    def shut(self) -> None:
        """Let go of what is held; the window closes."""
        self.commit()

    def retranslate(self) -> None:
        """Show all words in the language of the screens."""

    def restyle(self) -> None:
        """Follow the theme with what a style sheet does not reach."""

    def first_field(self) -> QWidget:
        """Return what takes the keys when the page is shown."""
        return self

    def keys_go_to(self) -> QWidget:
        """Return what takes the keys when what had them is hidden."""
        return self.first_field()

    def go_to(self, where: str) -> None:
        """Show the place that a finding names by its JSON path in the workshop file."""

    @property
    def history(self) -> "State | None":
        """What undo and redo would take back while this page is shown: of the workshop that is open."""
        return self.context.open.state

    def undo(self) -> None:
        """Take back what was done last, and say what that was: it may be on another page."""
        self.take_back()

    def redo(self) -> None:
        """Do again what was undone last, and say what that was."""
        self.do_again()

    def take_back(self, *, directory: bool = False) -> None:
        """Take back what was done last to the workshop, or to the directory, and say what that was."""
        opened = self.context.open

        def undone(_changes: object) -> None:
            state = self.history
            say_undone(self.context, state.redo if state else None, opened.way_forth(directory=directory))

        opened.undo(directory=directory, done=undone)

    def do_again(self, *, directory: bool = False) -> None:
        """Do again what was undone last to the workshop, or to the directory, and say what that was."""
        opened = self.context.open

        def redone(_changes: object) -> None:
            state = self.history
            say_redone(self.context, state.undo if state else None, opened.way_back(directory=directory))

        opened.redo(directory=directory, done=redone)

    def menu_actions(self) -> tuple[QAction, ...]:
        """Return the page's own actions."""
        return tuple(self.context.actions[key] for key in self.ACTIONS)

    def heightForWidth(self, _width: int) -> int:
        """Return the least height: a page scrolls only where it cannot be that low, not where it would like more."""
        return self.minimumSizeHint().height()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self.show_anew()
        super().changeEvent(event)

    def _workshop_replaced(self) -> None:
        self.show_anew()

    def _workshop_changed(self, changes: "Changes") -> None:
        if self.isVisible():
            self.update_for(changes)
        else:
            self._stale = True

    def _workshop_refused(self) -> None:
        if self.isVisible():
            self.refresh()
