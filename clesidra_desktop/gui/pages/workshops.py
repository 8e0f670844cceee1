"""All workshops of the database: find one and open it, or make a new one."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from clesidra_desktop.domain.names import folded
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_workshops import Ui_Workshops
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.moving import take_in_files, take_in_folder
from clesidra_desktop.gui.opening import choose_file, make_new
from clesidra_desktop.gui.page import Page
from clesidra_desktop.gui.widgets.empty_state import EmptyState
from clesidra_desktop.gui.widgets.undo_keys import UndoKeys

if TYPE_CHECKING:
    from clesidra_desktop.gui.pages.workshops_list import WorkshopsList
    from clesidra_desktop.storage.database import Database
    from clesidra_desktop.storage.workshops import WorkshopSummary


class WorkshopsPage(Page):
    """The list, with search, year and place."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_Workshops()
        self.ui.setupUi(self)
        self.list: WorkshopsList | None = None
        self._empty: EmptyState | None = None
        self._listed: tuple[WorkshopSummary, ...] = ()
        context.theme.set_icon(self.ui.new_workshop, "add")
        context.theme.set_icon(self.ui.open_file, "folder")
        self._take_in = QMenu(self.ui.take_in)
        self._add_ways_in()
        self.ui.take_in.setMenu(self._take_in)
        self.ui.search.textChanged.connect(self._filter)
        self.ui.search.returnPressed.connect(self._open_first)
        self.ui.year.currentIndexChanged.connect(self._filter)
        self.ui.place.currentIndexChanged.connect(self._filter)
        self.ui.new_workshop.clicked.connect(lambda: make_new(context, self))
        self.ui.open_file.clicked.connect(lambda: choose_file(context, self))
        UndoKeys(self.ui.search)
        self._fill_choices()

    def refresh(self) -> None:
        """Read the list."""
        if not self.context.open.is_ready:
            return

        def query(database: "Database") -> "tuple[WorkshopSummary, ...]":
            from clesidra_desktop.services.workshops import list_workshops  # noqa: PLC0415

            return list_workshops(database)

        self.context.open.ask(query, done=self._show)

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        if self.list:
            self.list.retranslate()
        self._add_ways_in()
        self._fill_choices()
        self._filter()

    def restyle(self) -> None:
        """Follow the size of the type."""
        if self.list:
            self.list.ui.table.fit_rows()

    def first_field(self) -> QWidget:
        """The search."""
        return self.ui.search

    def _show(self, listed: "tuple[WorkshopSummary, ...]") -> None:
        if self.list is None:  # no start needs the table: the first key is for the search
            from clesidra_desktop.gui.pages.workshops_list import WorkshopsList  # noqa: PLC0415

            self.list = WorkshopsList(self.context.settings)
            self.list.chosen.connect(self.context.open_workshop)
            self.ui.body.addWidget(self.list)
        self._listed = listed
        self.list.model.show_rows(listed)
        self._fill_choices()
        self._filter()

    def _add_ways_in(self) -> None:
        self._take_in.clear()
        for text, take in ((tr("Files and packs…"), take_in_files), (tr("A folder…"), take_in_folder)):
            self._take_in.addAction(text, partial(take, self.context, self, self.refresh))

    def _fill_choices(self) -> None:
        years = sorted({one.starts.year for one in self._listed if one.starts}, reverse=True)
        places = sorted({one.place for one in self._listed if one.place}, key=folded)
        for box, every, values in (
            (self.ui.year, tr("All years"), [str(year) for year in years]),
            (self.ui.place, tr("All places"), places),
        ):
            chosen = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem(every, "")
            for value in values:
                box.addItem(value, value)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.blockSignals(False)

    def _filter(self) -> None:
        words = folded(self.ui.search.text()).split()
        year, place = self.ui.year.currentData() or "", self.ui.place.currentData() or ""

        def accepts(one: "WorkshopSummary") -> bool:
            line = folded(f"{one.title} {one.place}")
            return (
                all(word in line for word in words)
                and (not year or (one.starts is not None and str(one.starts.year) == year))
                and (not place or one.place == place)
            )

        if self.list:
            self.list.model.set_filter(accepts)
            self._show_body(self.list)

    def _show_body(self, listed: "WorkshopsList") -> None:
        """Show the list, or why there is none. What says so is made when it is wanted."""
        if listed.first_shown():
            self.ui.body.setCurrentWidget(listed)
            return
        if self._empty is None:
            self._empty = EmptyState(self.context.theme, "workshops")
            self.ui.body.addWidget(self._empty)
        if self._listed:
            self._empty.say(
                tr("Nothing found"),
                tr("No workshop has these words, this year and this place."),
                tr("Show all"),
                self._show_all,
            )
        else:
            self._empty.say(
                tr("Welcome to Clesidra"),
                tr(
                    "Prepare a workshop here, register those who come, and the minutes come out by themselves. Begin "
                    "with a new workshop, or open a file that somebody gave you."
                ),
                tr("New workshop"),
                lambda: make_new(self.context, self),
            )
        self.ui.body.setCurrentWidget(self._empty)

    def _show_all(self) -> None:
        self.ui.search.clear()
        self.ui.year.setCurrentIndex(0)
        self.ui.place.setCurrentIndex(0)

    def _open_first(self) -> None:
        first = self.list.first_shown() if self.list else None
        if first:
            self.context.open_workshop(first)
