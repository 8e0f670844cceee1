"""The archive: all that was ever written, across workshops. It needs no workshop to be open."""

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_archive import Ui_Archive
from clesidra_desktop.gui.i18n import mark, tr
from clesidra_desktop.gui.open_workshop import LOOK_EVERY
from clesidra_desktop.gui.page import Page
from clesidra_desktop.gui.pages.archive_tab import ArchiveTab

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes
    from clesidra_desktop.services.history import State

TABS = (
    ("search", mark("Search"), "archive_search:SearchTab"),
    ("answers", mark("Answers"), "archive_answers:AnswersTab"),
    ("ways", mark("Ways forward"), "archive_ways:WaysTab"),
    ("reports", mark("Reports"), "archive_reports:ReportsTab"),
)
"""The tabs: a key, the title, and the class as `module:Class`, imported when it is shown for the first time."""


class ArchivePage(Page):
    """The tabs. Alt and a digit go to one of them, Ctrl+F to the field of the one that is shown."""

    ACTIONS: ClassVar = ("archive_find", *(f"archive_{key}" for key, _title, _source in TABS))

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_Archive()
        self.ui.setupUi(self)
        self._tabs: dict[int, ArchiveTab] = {}
        self._stale_tabs = set(range(len(TABS)))
        self._places: list[QVBoxLayout] = []
        for _key, title, _source in TABS:
            place = QWidget()
            self._places.append(QVBoxLayout(place))
            self._places[-1].setContentsMargins(0, 12, 0, 0)
            self.ui.tabs.addTab(place, tr(title))
        self.ui.tabs.currentChanged.connect(self._tab_shown)
        context.open.directory_changed.connect(self._directory_changed)
        self._others = QTimer(self, interval=LOOK_EVERY)
        self._others.timeout.connect(self._follow_others)
        self._add_actions()

    def tab(self, key: str) -> ArchiveTab:
        """Show a tab and return it."""
        place = next(number for number, one in enumerate(TABS) if one[0] == key)
        self.ui.tabs.setCurrentIndex(place)
        return self._made(place)

    @property
    def history(self) -> "State | None":
        """What undo and redo would take back: what was done in the tab. The workshop that is open is not seen here."""
        return self.shown.history

    def undo(self) -> None:
        """Take back what was done last in the tab."""
        self.shown.undo()

    def redo(self) -> None:
        """Do again what was undone last in it."""
        self.shown.redo()

    @property
    def shown(self) -> ArchiveTab:
        """The tab that is shown."""
        return self._made(self.ui.tabs.currentIndex())

    def enter(self) -> None:
        """Be shown, and see what others write."""
        super().enter()
        self._others.start()

    def leave(self) -> None:
        """Be shown no longer."""
        self._others.stop()
        super().leave()

    def refresh(self) -> None:
        """Show everything anew."""
        if not self.context.open.is_ready:
            self._stale = True
            return
        self.context.open.follow_directory()
        self._stale_tabs = set(range(len(TABS)))
        self._refresh_shown()

    def update_for(self, changes: "Changes") -> None:
        """Show what a deed has changed."""
        current = self.ui.tabs.currentIndex()
        self._stale_tabs |= set(range(len(TABS))) - {current}
        self.shown.update_for(changes)

    def commit(self) -> None:
        """Hand in what was typed."""
        for tab in self._tabs.values():
            tab.commit()

    def shut(self) -> None:
        """Let go of what is held."""
        super().shut()
        self._others.stop()
        for tab in self._tabs.values():
            tab.shut()

    def retranslate(self) -> None:
        """Follow the language."""
        for place, (_key, title, _source) in enumerate(TABS):
            self.ui.tabs.setTabText(place, tr(title))
        for tab in self._tabs.values():
            tab.retranslate()

    def restyle(self) -> None:
        """Follow the size of the type."""
        for tab in self._tabs.values():
            tab.restyle()

    def first_field(self) -> QWidget:
        """The first field of the tab."""
        return self.shown.first_field()

    def _made(self, place: int) -> ArchiveTab:
        if place not in self._tabs:
            module, name = TABS[place][2].split(":")
            tab: ArchiveTab = getattr(import_module(f"clesidra_desktop.gui.pages.{module}"), name)(self.context)
            self._places[place].addWidget(tab)
            self._tabs[place] = tab
        return self._tabs[place]

    def _tab_shown(self) -> None:
        self._refresh_shown()
        self.context.open.saved.emit()  # another tab may have another history

    def _follow_others(self) -> None:
        if self.context.tasks.is_idle:
            self.context.open.follow_directory()

    def _refresh_shown(self) -> None:
        current = self.ui.tabs.currentIndex()
        tab = self._made(current)
        if current in self._stale_tabs:
            self._stale_tabs.discard(current)
            tab.refresh()

    def _directory_changed(self, changes: "Changes") -> None:
        if self.isVisible():
            self.update_for(changes)

    def _show_tab(self, place: int) -> None:
        self.ui.tabs.setCurrentIndex(place)
        self.shown.take_keys()

    def _find(self) -> None:
        self.shown.take_keys()

    def _add_actions(self) -> None:
        add = self.context.actions.add
        add("archive_find", mark("Search the archive"), self._find, shortcut="Ctrl+F", menu="page", icon="search")
        for place, (key, title, _source) in enumerate(TABS):
            add(f"archive_{key}", title, partial(self._show_tab, place), shortcut=f"Alt+{place + 1}", menu="page")
