"""The table of all workshops."""

from uuid import UUID

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from clesidra_desktop.gui.forms.ui_workshops_list import Ui_WorkshopsList
from clesidra_desktop.gui.i18n import date_text, mark
from clesidra_desktop.gui.models.rows import Column, RowsModel
from clesidra_desktop.settings import Settings
from clesidra_desktop.storage.workshops import WorkshopSummary

LAST = "9999"
"""Sorts workshops without a start behind the others."""

WIDTHS = {"starts": 190, "place": 220, "attendants": 110}


def workshops_model(parent: QWidget) -> RowsModel[WorkshopSummary]:
    """Return the rows of the list."""
    columns: tuple[Column[WorkshopSummary], ...] = (
        Column("title", mark("Title"), lambda one: one.title),
        Column(
            "starts",
            mark("Date"),
            lambda one: date_text(one.starts.date()) if one.starts else "",
            sort=lambda one: one.starts.isoformat() if one.starts else LAST,
        ),
        Column("place", mark("Place"), lambda one: one.place),
        Column(
            "attendants",
            mark("Attendants"),
            lambda one: str(one.attendants),
            lambda one: one.attendants,
            is_number=True,
        ),
    )
    return RowsModel(columns, lambda one: one.id, parent)


class WorkshopsList(QWidget):
    """The table; `chosen` carries the id of the workshop that is to be opened."""

    chosen = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.ui = Ui_WorkshopsList()
        self.ui.setupUi(self)
        self.model = workshops_model(self)
        self.ui.table.set_up(self.model, settings, "workshops", stretched="title")
        for key, width in WIDTHS.items():
            self.ui.table.setColumnWidth(self.model.column_of(key), width)
        self.ui.table.doubleClicked.connect(self._choose)

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self.model.retranslate()

    def first_shown(self) -> UUID | None:
        """Return the id of the workshop that stands first; None where none is shown."""
        return next((one.id for one in self.model.shown_rows), None)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.model.row_at(index).id)
