"""Search through everything that was ever written, while it is typed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from clesidra_desktop.gui.archive_words import page_of
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_archive_search import Ui_ArchiveSearch
from clesidra_desktop.gui.i18n import tr, tr_count
from clesidra_desktop.gui.pages.archive_tab import ArchiveTab
from clesidra_desktop.gui.pointing_out import point_out_where_the_keys_go
from clesidra_desktop.gui.widgets.archive_filters import ArchiveFilters
from clesidra_desktop.gui.widgets.empty_state import EmptyState
from clesidra_desktop.gui.widgets.found_list import FoundList
from clesidra_desktop.gui.widgets.undo_keys import UndoKeys
from clesidra_desktop.services.archive import (
    ArchiveChoices,
    Found,
    FoundText,
    archive_choices,
    place_in_workshop,
    search_archive,
)
from clesidra_desktop.settings import ARCHIVE_PEOPLE

if TYPE_CHECKING:
    from clesidra_desktop.domain.archive import Filters


class SearchTab(ArchiveTab):
    """A line to type in, what narrows it, and what was found. The line keeps the keys; arrows choose, Enter opens."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_ArchiveSearch()
        self.ui.setupUi(self)
        self.filters = ArchiveFilters(("year", "place", "programme", "sector", "question"))
        self.ui.filters_place.addWidget(self.filters)
        self.list = FoundList(context.theme)
        self._said = EmptyState(context.theme, "archive")
        self.ui.body.addWidget(self._said)
        self.ui.body.addWidget(self.list)
        self._choices: ArchiveChoices | None = None
        self._found: Found | None = None
        self._asked: tuple[str, Filters] | None = None
        """What the database is looking for; what is typed meanwhile is looked for after it."""

        self._shown: tuple[str, Filters] | None = None
        self._opens = False
        self.ui.people.setChecked(context.settings.get(ARCHIVE_PEOPLE))
        self._connect()
        self._show_body()

    def refresh(self) -> None:
        """Read what there is to choose, and look again for what is typed."""
        self.context.open.ask(archive_choices, done=self._take_choices, owner=self)
        self._shown = None
        self._search()

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self.filters.retranslate()
        self.list.retranslate()
        self._show_body()

    def restyle(self) -> None:
        """Follow the size of the type."""
        self.list.doItemsLayout()

    def first_field(self) -> QWidget:
        """The search."""
        return self.ui.search

    def take_keys(self) -> None:
        """Let the search take the keys, with what stands in it chosen."""
        super().take_keys()
        self.ui.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose among what was found by the arrows, and open it by Enter, while the line keeps the keys."""
        if watched is self.ui.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            page = self.list.page()
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: page,
                Qt.Key.Key_PageUp: -page,
            }
            if step := steps.get(Qt.Key(event.key())):
                self.list.step(step)
                return True
        return super().eventFilter(watched, event)

    def open_text(self, found: FoundText) -> None:
        """Open the workshop of a text, and go to where it stands."""

        def show(path: str) -> None:
            if path:
                opened = self.context.open
                opened.open(found.hit.workshop_id, lambda: self._go_to(path, found))
            else:
                self.context.messages.warn(tr("This text is not there any more; perhaps somebody has changed it."))
                self.refresh()

        self.context.open.ask(place_in_workshop, found.hit, done=show, owner=self)

    def _go_to(self, path: str, found: FoundText) -> None:
        """Go to a place of the workshop that is open, and to the words in it once its page is there."""
        self.context.show_page(page_of(path), path)
        if found.marks:
            first, last = found.marks[0]
            point_out = partial(point_out_where_the_keys_go, found.excerpt[first:last], self.context.theme)
            self.context.tasks.soon(point_out, last=True)

    # Searching

    @property
    def _wanted(self) -> "tuple[str, Filters]":
        return self.ui.search.text().strip(), self.filters.filters(people=self.ui.people.isChecked())

    def _search(self) -> None:
        """Look for what stands there now; one search at a time, and always for the newest."""
        wanted = self._wanted
        if self._asked is not None or wanted == self._shown:
            return
        self._asked = wanted
        self.context.open.ask(
            search_archive, *wanted, done=self._take_found, failed=self._failed, stopped=self._stopped, owner=self
        )

    def _take_found(self, found: Found) -> None:
        self._shown, self._asked = self._asked, None
        self._found = found
        self.list.show_texts(found.texts)
        self._show_body()
        self._search()
        if self._opens and self._asked is None:
            self._open_current()

    def _failed(self, error: object) -> None:
        self._stopped()
        self.context.tasks.failed.emit(error)

    def _stopped(self) -> None:
        self._shown, self._asked = self._asked, None

    def _take_choices(self, choices: ArchiveChoices) -> None:
        self._choices = choices
        self.filters.show_choices(choices)
        self._show_waiting(choices.waiting, choices.total)
        self._show_body()

    def _indexed(self, waiting: int, total: int) -> None:
        """Look again when more is indexed."""
        if self.isVisible():
            self._show_waiting(waiting, total)
            self._shown = None
            self._search()

    def _open_current(self) -> None:
        """Open what stands chosen; who types faster than is found waits for it."""
        found = self.list.current()
        self._opens = self._shown != self._wanted
        if found and not self._opens:
            self.open_text(found)

    # How it is shown

    def _show_waiting(self, waiting: int, total: int) -> None:
        self.ui.waiting.setText(
            tr("The search is being prepared: {done} of {total} workshops", done=total - waiting, total=total)
            if waiting
            else ""
        )

    def _show_body(self) -> None:
        """Show what was found, or say why there is nothing."""
        found = self._found
        typed = self._shown[0] if self._shown else ""
        if found and found.texts:
            count = len(found.texts)
            text = tr_count("{count} text found", "{count} texts found", count)
            more = tr("The first {count} texts, of the newest workshops. Type more to find others.", count=count)
            self.ui.state.setText(more if found.more else text)
            self.ui.body.setCurrentWidget(self.list)
            return
        self.ui.state.setText("")
        self.ui.body.setCurrentWidget(self._said)
        if typed:
            self._say_nothing_found()
        elif self._choices and not self._choices.total:
            self._said.say(
                tr("The archive is empty"),
                tr("All that is written at workshops is found here by itself. Make a workshop, or open a file."),
                tr("All workshops"),
                lambda: self.context.show_page("workshops"),
            )
        else:
            self._said.say(
                tr("Find anything again"),
                tr(
                    "Type some letters or words, in Khmer or English. Titles, objectives, answers, notes, polls, ways "
                    "forward and annexes of all workshops are searched. Words between quotation marks must stand "
                    "together."
                ),
            )

    def _say_nothing_found(self) -> None:
        if self.filters.is_narrowed:
            self._said.say(
                tr("Nothing found"),
                tr("No text has all these words in what you have chosen above."),
                tr("Search everywhere"),
                self.filters.clear,
            )
        else:
            self._said.say(tr("Nothing found"), tr("No text has all these words. Try fewer letters, or one word."))

    def _choose_people(self, chosen: bool) -> None:
        self.context.settings.set(ARCHIVE_PEOPLE, chosen)
        self._search()

    def _connect(self) -> None:
        ui = self.ui
        ui.search.textChanged.connect(lambda _: self._search())
        ui.search.returnPressed.connect(self._open_current)
        ui.search.installEventFilter(self)
        ui.people.toggled.connect(self._choose_people)
        self.filters.changed.connect(self._search)
        self.list.opened.connect(self.open_text)
        self.context.index.progressed.connect(self._indexed)
        UndoKeys(ui.search)
