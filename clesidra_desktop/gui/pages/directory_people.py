"""The list of people on the Directory page: all of them by name, or those found for what was typed."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_directory import Ui_Directory
from clesidra_desktop.gui.i18n import tr, tr_count
from clesidra_desktop.gui.models.people import PeopleModel
from clesidra_desktop.gui.people import People
from clesidra_desktop.gui.widgets.empty_state import EmptyState
from clesidra_desktop.gui.widgets.undo_keys import UndoKeys
from clesidra_desktop.services.directory import PAGE, Page, list_people, place_of_person

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes

FOUND = 60
"""People that are shown for what was typed."""

PAUSE = 120
"""Milliseconds for which a row stands chosen until the person is read: arrows run past many."""

WIDTHS = {"name": 160, "name_km": 150, "category": 90, "phone": 120, "last": 150}
COLUMNS = {0: ("name", "organization"), 580: ("category", "phone"), 900: ("name_km", "last")}
"""Columns that are shown, more where the table has more pixels."""

EMPTY_WIDTH = 340

CONCERN = frozenset({"people", "attendants", "stays", "workshops"})
"""Tables of which something is in the list."""


class PeopleList(QObject):
    """`chosen` carries the id of a person or None, `entered` is emitted for Enter, `new` carries a name."""

    chosen = Signal(object)
    entered = Signal()
    new = Signal(str)

    def __init__(self, context: Context, ui: Ui_Directory, people: People, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.ui = ui
        self._people = people
        self._wanted: UUID | None = None
        self._is_read = self._is_marking = False
        self.total = 0
        self.model = PeopleModel(self)
        self._empty = EmptyState(context.theme, "directory", width=EMPTY_WIDTH)
        ui.people_body.addWidget(self._empty)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(lambda: self.chosen.emit(self._wanted))
        self._set_up_table()
        UndoKeys(ui.search)
        ui.search.textChanged.connect(self._search)
        ui.search.returnPressed.connect(self._enter_first)
        ui.search.installEventFilter(self)
        people.changed.connect(self._found_anew)
        self.model.wanted.connect(self._read_page)

    @property
    def wanted(self) -> UUID | None:
        """Who stands chosen."""
        return self._wanted

    @property
    def is_read(self) -> bool:
        """Whether it is known how many people there are."""
        return self._is_read

    def read(self) -> None:
        """Read the list from its beginning, and the index for the search."""
        self._read_page(0)
        self._people.read()

    def update_for(self, changes: "Changes") -> None:
        """Read again what is shown, where it concerns people."""
        tables = {*changes.added, *changes.changed, *changes.removed}
        if tables & CONCERN and not self._typed:
            first = max(self.ui.people.rowAt(0), 0)
            self._context.open.ask(_list_page, first - first % PAGE, done=self._take_again)

    def show_person(self, person_id: UUID) -> None:
        """Let a person stand chosen, wherever in the list."""
        self._wanted = person_id
        self.ui.search.clear()
        self._find_row()

    def stop(self) -> None:
        """Read nobody any more."""
        self._timer.stop()
        self.model.stop()

    def retranslate(self) -> None:
        """Follow the language."""
        self.model.retranslate()
        self._show_body()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search into the list by arrows; show more columns where there is more room."""
        if watched is self.ui.people and event.type() is QEvent.Type.Resize:
            self._fit_columns()
        if (
            watched is self.ui.search
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
        ):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        return super().eventFilter(watched, event)

    @property
    def _typed(self) -> str:
        return self.ui.search.text().strip()

    def _set_up_table(self) -> None:
        table = self.ui.people
        table.set_up(self.model, self._context.settings, "people", stretched="organization")
        table.setSortingEnabled(False)  # by name, or by how well somebody fits
        table.setSelectionMode(table.SelectionMode.SingleSelection)
        table.horizontalHeader().setSectionsClickable(False)
        for key, width in WIDTHS.items():
            table.setColumnWidth(self.model.column_of(key), width)
        table.selectionModel().currentRowChanged.connect(self._row_chosen)
        table.doubleClicked.connect(lambda _: self.entered.emit())
        table.installEventFilter(self)

    def _fit_columns(self) -> None:
        width = self.ui.people.width()
        shown = {key for least, keys in COLUMNS.items() if width >= least for key in keys}
        for place, column in enumerate(self.model.columns):
            self.ui.people.setColumnHidden(place, column.key not in shown)

    # What is read

    def _read_page(self, offset: int) -> None:
        if not self._typed:
            self._context.open.ask(_list_page, offset, done=self._take)

    def _take(self, page: Page) -> None:
        self._is_read, self.total = True, page.total
        if self._typed:
            return
        self.model.show_page(page)
        self._show_body()

    def _take_again(self, page: Page) -> None:
        """Take the page that is seen as it is now; those around it are read when they are painted."""
        if not self._typed:
            self.model.read_again()
            self._take(page)
            self._find_row()

    def _find_row(self) -> None:
        """Let the row of the chosen person be the current one, where others came before it or went."""
        wanted = self._wanted
        if wanted is None:
            return
        row = self.model.row_of(wanted)
        if row is not None:
            self._mark(row)
        elif not self._typed:

            def take(place: int | None) -> None:
                if place is not None and wanted == self._wanted and not self._typed:
                    self._mark(min(place, max(self.model.total - 1, 0)))

            self._context.open.ask(place_of_person, wanted, done=take)

    # What is typed and chosen

    def _search(self, *_: object) -> None:
        if self._typed:
            self.model.show_found(self._people.find(self._typed, FOUND))
            self._show_body()
            if self.model.total:
                self._mark(0)
                self._row_chosen(self.model.index(0, 0))
        else:
            self.model.show_found(())
            self._read_page(0)
            self._find_row()

    def _found_anew(self) -> None:
        if self._typed:
            self.model.show_found(self._people.find(self._typed, FOUND))
            self._find_row()
        self._show_body()

    def _enter_first(self) -> None:
        if self.model.total:
            self.entered.emit()
        elif self._typed and self._people.is_ready:
            self.new.emit(self._typed)

    def _step(self, by: int) -> None:
        table = self.ui.people
        row = max(min(table.currentIndex().row() + by, self.model.total - 1), 0)
        if self.model.total:
            table.setCurrentIndex(self.model.index(row, 0))

    def _mark(self, row: int) -> None:
        """Let a row be the current one; the person stays who is chosen."""
        table = self.ui.people
        index = self.model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self._is_marking = True
        table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._is_marking = False
        table.scrollTo(index)

    def _row_chosen(self, index: QModelIndex, *_: object) -> None:
        one = self.model.person_at(index.row()) if index.isValid() else None
        if one is not None and one.id != self._wanted and not self._is_marking:
            self._wanted = one.id
            self._timer.start()

    def choose_now(self) -> None:
        """Let the chosen person be read without waiting."""
        self._timer.stop()
        self.chosen.emit(self._wanted)

    # How it is shown

    def _show_body(self) -> None:
        typed = self._typed
        if typed and not self._people.is_ready:
            said = tr("Reading the directory…")
        elif typed:
            count = self.model.total
            said = tr_count("{count} person found", "{count} people found", count)
            said = tr("The first {count}", count=count) if count == FOUND else said
        else:
            said = tr_count("{count} person", "{count} people", self.total) if self._is_read else ""
        self.ui.count.setText(said)
        is_empty = False
        if self._is_read and not self.total and not typed:
            is_empty = True
            self._empty.say(
                tr("Nobody is in the directory yet"),
                tr(
                    "Everybody who is registered at a workshop, or stands in a workshop file that is opened, comes "
                    "into the directory by itself, and is found by some letters the next time."
                ),
                tr("New person"),
                lambda: self.new.emit(""),
            )
        elif typed and self._people.is_ready and not self.model.total:
            is_empty = True
            self._empty.say(
                tr("Nobody found"),
                tr("Nobody in the directory is called like this, or has this phone number or organization."),
                tr("New person “{name}”", name=typed),
                lambda: self.new.emit(typed),
            )
        self.ui.people_body.setCurrentWidget(self._empty if is_empty else self.ui.people_page)


def _list_page(database: object, offset: int) -> Page:
    return list_people(database, offset=offset)  # type: ignore[arg-type]
