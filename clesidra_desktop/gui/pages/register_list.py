"""The list on the right side of the Register page: all attendants, filtered, sorted, edited, several at once."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any, cast
from uuid import UUID

from PySide6.QtCore import QEvent, QItemSelectionModel, QItemSelectionRange, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QMenu

from clesidra_desktop.domain.attendance import came_on, is_here
from clesidra_desktop.domain.counts import printed_categories
from clesidra_desktop.domain.days import day_at
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.provinces import province_names
from clesidra_desktop.domain.workshop import Attendant, Workshop
from clesidra_desktop.gui.attendant_edits import corrected, detail_of
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_register import Ui_Register
from clesidra_desktop.gui.i18n import tr, tr_count
from clesidra_desktop.gui.models.attendants import AttendantsModel, Row, lacks_data, words_of
from clesidra_desktop.gui.widgets.badge import CategoryColours
from clesidra_desktop.gui.widgets.empty_state import EmptyState
from clesidra_desktop.gui.widgets.register_table import AttendantDelegate
from clesidra_desktop.gui.widgets.undo_keys import UndoKeys
from clesidra_desktop.services.attendants import (
    correct_stay,
    edit_attendants,
    mark_arrived,
    mark_left,
    remove_attendants,
    take_back_arrivals,
    take_back_departures,
)
from clesidra_desktop.services.signatures import mark_signed_on_paper
from clesidra_desktop.settings import TABLES

WIDTHS = {
    "number": 40,
    "name": 150,
    "name_km": 150,
    "sex": 46,
    "category": 80,
    "position": 140,
    "province": 120,
    "phone": 120,
    "email": 160,
    "birth_year": 70,
    "age_group": 90,
    "flags": 140,
    "arrived": 74,
    "left": 74,
    "signature": 72,
    "consent": 90,
}
"""Pixels of the columns until a person gives them others; the organization takes the rest."""

USUAL = ("number", "name", "sex", "category", "organization", "province", "phone", "arrived", "left", "signature")
"""Columns that are shown until a person chooses others."""

NARROW = ("number", "name", "sex", "category", "organization", "arrived", "signature")
"""The same where there is little room."""

ENOUGH_WIDTH = 880
"""Pixels of the table from which on all usual columns have room."""

SHOWN_COLUMNS = "attendants_shown"
"""Under this name TABLES has the columns that a person chose."""

FILTERS: dict[str, Callable[[Attendant, date | None], bool]] = {
    "all": lambda _one, _today: True,
    "here": is_here,
    "not_yet": lambda one, today: not came_on(one, today),
    "missing": lambda one, _today: lacks_data(one),
}

PLACE = re.compile(r"\$\.attendants\[(\d+)\](?:\.(\w+))?")
"""The place of an attendant in the workshop file, and the field."""


class AttendantList(QObject):
    """Runs the table, its filters, and what is done with the rows that are selected.

    `details` carries the id of an attendant to look at, `sign` and `edit` the ids of those selected.
    """

    details = Signal(UUID)
    sign = Signal(list)
    edit = Signal(list)
    typed = Signal(str)

    def __init__(self, context: Context, ui: Ui_Register, colours: CategoryColours, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.ui = ui
        self.model = AttendantsModel(context.theme, self._hand_in, self)
        self.delegate = AttendantDelegate(context.theme, colours, ui.table)
        self._empty = EmptyState(context.theme, "register")
        ui.body.addWidget(self._empty)
        self._chips = QButtonGroup(self)
        self._today: date | None = None
        for key in FILTERS:
            chip = getattr(ui, key)
            self._chips.addButton(chip)
            chip.clicked.connect(self._filter)
        self._set_up_table()
        ui.filter.textChanged.connect(self._filter)
        ui.category.currentIndexChanged.connect(self._filter)
        UndoKeys(ui.filter)
        context.theme.set_icon(ui.columns_button, "more")
        ui.columns_button.setMenu(QMenu(ui.columns_button))
        ui.columns_button.menu().aboutToShow.connect(self._fill_columns_menu)
        ui.mark_arrived.clicked.connect(self.mark_arrived)
        ui.mark_left.clicked.connect(self.mark_left)
        ui.edit.clicked.connect(self.edit_selected)
        ui.sign.clicked.connect(self.sign_selected)
        ui.remove.clicked.connect(self.remove)

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the attendants as they were read back."""
        categories = printed_categories(workshop)
        self.delegate.show_choices(
            categories,
            {
                "organization": lambda: self.texts("organization"),
                "position": lambda: self.texts("position"),
                "age_group": lambda: self.texts("age_group"),
                "province": lambda: self.provinces(workshop),
            },
        )
        today = day_at(workshop, self._context.open.now())
        is_new_day, self._today = today != self._today, today
        self.model.show_attendants(workshop.attendants, workshop.starts, today)
        self._count(workshop.attendants)
        box = self.ui.category
        wanted = [("", tr("All categories")), *((one.code, one.code) for one in categories if one.code)]
        if [(box.itemData(place), box.itemText(place)) for place in range(box.count())] != wanted:
            chosen = box.currentData()
            box.blockSignals(True)
            box.clear()
            for code, text in wanted:
                box.addItem(text, code)
            box.setCurrentIndex(max(box.findData(chosen), 0))
            box.blockSignals(False)
            is_new_day = True
        if is_new_day:
            self._filter()
        self._show_body()
        self._show_selection()

    def texts(self, key: str) -> list[str]:
        """Return what attendants have in a field."""
        return list(dict.fromkeys(getattr(row.attendant, key) for row in self.model.all_rows))

    def provinces(self, workshop: Workshop) -> list[str]:
        """Return the provinces in the language of the workshop, and what others have typed."""
        return [*province_names(workshop.language), *self.texts("province")]

    def selected(self) -> list[Attendant]:
        """Return the attendants that are selected, in the order shown."""
        rows = self.model.shown_rows
        return [rows[place].attendant for place in self._selected_places()]

    def _selected_places(self) -> list[int]:
        """Return the rows that are selected; Qt's own list would ask for the flags of every cell."""
        ranges = cast("Iterable[QItemSelectionRange]", self.ui.table.selectionModel().selection())
        return sorted({place for one in ranges for place in range(one.top(), one.bottom() + 1)})

    def go_to(self, where: str) -> bool:
        """Select the row and the cell that a JSON path of the workshop file names; False where it names none."""
        found = PLACE.match(where)
        rows = self.model.all_rows
        if not found or int(found[1]) >= len(rows):
            return False
        return self.select(rows[int(found[1])].attendant.id, found[2] or "name")

    def select(self, attendant_id: UUID, key: str = "name") -> bool:
        """Select the row of an attendant and the cell of a field, also where a filter hides it."""
        key = {"stays": "arrived"}.get(key, key)
        keys = [column.key for column in self.model.columns]
        column = keys.index(key) if key in keys else keys.index("name")
        if not self.model.index_of(attendant_id.int).isValid():
            self.show_all()
        index = self.model.index_of(attendant_id.int, column)
        if not index.isValid():
            return False
        table = self.ui.table
        table.setColumnHidden(column, False)
        flags = QItemSelectionModel.SelectionFlag
        table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        table.scrollTo(index)
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def show_all(self) -> None:
        """Let no filter hide anybody."""
        self.ui.all.setChecked(True)
        self.ui.filter.clear()
        self.ui.category.setCurrentIndex(0)
        self._filter()

    def retranslate(self) -> None:
        """Follow the language."""
        self.model.retranslate()

    # What is done with those selected

    def mark_arrived(self) -> None:
        """Note that those selected have come."""
        self._do(mark_arrived, self._context.open.now())

    def mark_left(self) -> None:
        """Note that those selected have left."""
        self._do(mark_left, self._context.open.now())

    def take_back_arrivals(self) -> None:
        """Let those selected not have come."""
        self._do(take_back_arrivals, self._context.open.now())

    def take_back_departures(self) -> None:
        """Let those selected be here still."""
        self._do(take_back_departures)

    def remove(self) -> None:
        """Take those selected out of the workshop; undo brings them back."""
        count = len(self.selected())

        def removed(_changes: object) -> None:
            said = tr_count("{count} attendant was removed.", "{count} attendants were removed.", count)
            self._context.messages.news(said, tr("Undo"), self._context.open.way_back())

        self._do(remove_attendants, done=removed)

    def sign_on_paper(self) -> None:
        """Note that those selected have signed on paper, in the rows that the sign-in sheet has for them."""
        ids = [one.id for one in self.selected()]
        if ids:
            self._context.open.do(mark_signed_on_paper, dict.fromkeys(ids, ""))

    def sign_selected(self) -> None:
        """Let those selected sign."""
        if ids := [one.id for one in self.selected()]:
            self.sign.emit(ids)

    def edit_selected(self) -> None:
        """Edit those selected: one with all fields, several at once."""
        ids = [one.id for one in self.selected()]
        if len(ids) == 1:
            self.details.emit(ids[0])
        elif ids:
            self.edit.emit(ids)

    def _do(self, deed: Callable[..., Any], *arguments: object, done: Callable[[Any], object] | None = None) -> None:
        ids = [one.id for one in self.selected()]
        if ids:
            self._context.open.do(deed, ids, *arguments, done=done)

    def _hand_in(self, key: str, row: Row, value: Any) -> None:
        """Take what was typed into a cell."""
        do, attendant = self._context.open.do, row.attendant
        today = self._context.open.now().date()
        try:
            if key in ("arrived", "left"):
                was, now = corrected(attendant, key, value, today)
                if was is not None:
                    do(correct_stay, attendant.id, was, now)
                elif now is not None:
                    do(mark_arrived, [attendant.id], now.arrived)
                return
            year = row.day.year if row.day else today.year
            do(edit_attendants, [attendant.id], {key: detail_of(key, value, year)})
        except UserError as error:
            self._context.messages.error(error)

    # How it is shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show more columns where there is more room."""
        if event.type() is QEvent.Type.Resize:
            self._fit_columns()
        return super().eventFilter(watched, event)

    def _set_up_table(self) -> None:
        table = self.ui.table
        table.set_up(self.model, self._context.settings, "attendants", stretched="organization")
        table.setItemDelegate(self.delegate)
        table.setEditTriggers(table.EditTrigger.DoubleClicked | table.EditTrigger.EditKeyPressed)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        if "attendants" not in self._context.settings.get(TABLES):
            for key, width in WIDTHS.items():
                table.setColumnWidth(self.model.column_of(key), width)
        table.horizontalHeader().setMinimumSectionSize(40)
        table.opened.connect(lambda index: self.details.emit(self.model.row_at(index).attendant.id))
        table.removed.connect(self.remove)
        table.typed.connect(self.typed)
        table.selectionModel().selectionChanged.connect(self._show_selection)
        table.customContextMenuRequested.connect(self._show_menu)
        table.installEventFilter(self)
        self._fit_columns()
        self._show_selection()

    def _fit_columns(self) -> None:
        chosen = self._context.settings.get(TABLES).get(SHOWN_COLUMNS, "")
        usual = USUAL if self.ui.table.width() >= ENOUGH_WIDTH else NARROW
        shown = chosen.split(",") if chosen else usual
        for place, column in enumerate(self.model.columns):
            if self.ui.table.isColumnHidden(place) is (column.key in shown):
                self.ui.table.setColumnHidden(place, column.key not in shown)

    def _fill_columns_menu(self) -> None:
        menu = self.ui.columns_button.menu()
        menu.clear()
        for place, column in enumerate(self.model.columns):
            action = QAction(tr(column.title), menu)
            action.setCheckable(True)
            action.setChecked(not self.ui.table.isColumnHidden(place))
            action.toggled.connect(partial(self._choose_column, place))
            menu.addAction(action)

    def _choose_column(self, place: int, shown: bool) -> None:
        self.ui.table.setColumnHidden(place, not shown)
        keys = [one.key for n, one in enumerate(self.model.columns) if not self.ui.table.isColumnHidden(n)]
        kept = self._context.settings.get(TABLES)
        self._context.settings.set(TABLES, kept | {SHOWN_COLUMNS: ",".join(keys)})

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self.ui.table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keys = ("mark_arrived", "mark_left", "take_back_arrival", "take_back_departure", "edit_selected")
        menu.addActions([self._context.actions[key] for key in keys])
        menu.addSeparator()
        menu.addActions([self._context.actions[key] for key in ("sign_selected", "signed_on_paper")])
        menu.addSeparator()
        menu.addAction(self._context.actions["remove_selected"])
        menu.popup(self.ui.table.viewport().mapToGlobal(place))

    def _show_selection(self, *_: object) -> None:
        count = len(self._selected_places())
        text = tr_count("{count} selected", "{count} selected", count) if count else tr("Enter opens, F2 edits a cell")
        self.ui.selected.setText(text)
        for button in (self.ui.mark_arrived, self.ui.mark_left, self.ui.edit, self.ui.sign, self.ui.remove):
            button.setEnabled(count > 0)

    def _count(self, attendants: Iterable[Attendant]) -> None:
        people = list(attendants)
        words = {"all": tr("All"), "here": tr("Here"), "not_yet": tr("Not yet"), "missing": tr("Data missing")}
        for key, accepts in FILTERS.items():
            chip = getattr(self.ui, key)
            chip.setText(f"{words[key]} {sum(accepts(one, self._today) for one in people)}")
        self.ui.missing.setToolTip(tr("Category, sex, organization or province is missing"))

    def _filter(self, *_: object) -> None:
        key = next(key for key in FILTERS if getattr(self.ui, key).isChecked())
        accepts, today, words = FILTERS[key], self._today, folded(self.ui.filter.text()).split()
        category = self.ui.category.currentData() or ""

        def accepts_row(row: Row) -> bool:
            one = row.attendant
            if category and one.category != category:
                return False
            if not accepts(one, today):
                return False
            return not words or all(word in words_of(one) for word in words)

        self.model.set_filter(accepts_row)
        self._show_body()
        self._show_selection()

    def _show_body(self) -> None:
        if not self.model.all_rows:
            self._empty.say(
                tr("Nobody is registered yet"),
                tr(
                    "Type the name of the first who comes into the box on the left. People whom the office knows are "
                    "found by some letters; others are written down in a moment. A list of those invited can be taken "
                    "in."
                ),
            )
        elif not self.model.shown_rows:
            self._empty.say(
                tr("Nobody is like this"), tr("No attendant fits the filters."), tr("Show all"), self.show_all
            )
        is_empty = not self.model.shown_rows
        self.ui.body.setCurrentWidget(self._empty if is_empty else self.ui.list_page)
