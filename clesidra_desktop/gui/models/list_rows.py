"""The rows of a list that may be taken in, with what would become of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt

from clesidra_desktop.gui.i18n import mark, tr, tr_error
from clesidra_desktop.gui.models.rows import Column, Index, RowsModel
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.services.lists.columns import Header
from clesidra_desktop.services.lists.fields import Field
from clesidra_desktop.services.lists.plan import PlannedRow, Status, Why
from clesidra_desktop.services.lists.preview import ImportPreview, sheet_names
from clesidra_desktop.services.lists.rows import column_letters

STATUS_WORDS = {
    Status.NEW: mark("new"),
    Status.COMPLETES: mark("completes"),
    Status.THERE: mark("already there"),
    Status.FAULTY: mark("to be mended"),
    Status.UNDECIDED: mark("to be decided"),
    Status.LEFT_OUT: mark("left out"),
}
STATUS_SIGNS = {
    Status.NEW: "+",
    Status.COMPLETES: "±",
    Status.THERE: "✓",
    Status.FAULTY: "✕",
    Status.UNDECIDED: "?",
    Status.LEFT_OUT: "–",
}
WHY_WORDS = {
    Why.HEADING: mark("This row looks like a heading between the people."),
    Why.TOTAL: mark("This row looks like a total."),
    Why.HEADER: mark("This row repeats the titles."),
}
NEEDS_SOMEBODY = (Status.FAULTY, Status.UNDECIDED)

FIELD_WORDS = {
    Field.NAME: mark("Name"),
    Field.FAMILY_NAME: mark("Family name"),
    Field.GIVEN_NAME: mark("Given name"),
    Field.NAME_KM: mark("Name in Khmer"),
    Field.FAMILY_NAME_KM: mark("Family name in Khmer"),
    Field.GIVEN_NAME_KM: mark("Given name in Khmer"),
    Field.SEX: mark("Sex"),
    Field.FEMALE: mark("Tick: female"),
    Field.MALE: mark("Tick: male"),
    Field.AGE: mark("Age"),
    Field.BIRTH_YEAR: mark("Year or date of birth"),
    Field.AGE_GROUP: mark("Age group"),
    Field.CATEGORY: mark("Category"),
    Field.ORGANIZATION: mark("Organization"),
    Field.POSITION: mark("Position"),
    Field.PROVINCE: mark("Province"),
    Field.PHONE: mark("Phone"),
    Field.EMAIL: mark("E-mail"),
    Field.FLAGS: mark("Flags"),
    Field.YOUTH: mark("Tick: youth"),
    Field.INDIGENOUS: mark("Tick: indigenous"),
    Field.VULNERABLE: mark("Tick: vulnerable"),
    Field.ARRIVED: mark("Arrived"),
    Field.LEFT: mark("Left"),
    Field.CONSENT: mark("Consent"),
    Field.ID: mark("Number of the attendant"),
}


@dataclass(frozen=True, slots=True)
class ListView:
    """What a preview says at one moment, so that the window need not ask it while it works."""

    name: str
    sheets: tuple[str, ...]
    sheet: int
    encoding: str
    delimiter: str
    header: Header
    columns: Mapping[int, Field]
    rows: tuple[PlannedRow, ...]
    counts: Mapping[Status, int]
    row_count: int

    @classmethod
    def of(cls, preview: ImportPreview) -> "ListView":
        """Return what a preview says now."""
        return cls(
            preview.file.name,
            tuple(sheet_names(preview.file)),
            preview.sheet,
            preview.file.encoding,
            preview.file.delimiter,
            preview.header,
            dict(preview.columns),
            preview.rows,
            preview.count(),
            len(preview.grid.rows),
        )

    @property
    def is_ready(self) -> bool:
        """Whether every row is settled, and there is something to take."""
        waiting = sum(self.counts.get(status, 0) for status in NEEDS_SOMEBODY)
        return waiting == 0 and bool(self.rows)

    def title(self, column: int) -> str:
        """Return the title of a column as it is in the file, or its letter."""
        return self.header.titles[column] or column_letters(column)


class ListRowsModel(RowsModel[PlannedRow]):
    """Rows with their status; cells that cannot be taken are red and say why."""

    def __init__(
        self, view: ListView, theme: Theme, mend: Callable[[int, int, str], object], parent: QObject | None = None
    ) -> None:
        taken = sorted(view.columns)
        columns: list[Column[PlannedRow]] = [
            Column("number", mark("Row"), lambda row: str(row.number), lambda row: row.number, is_number=True),
            Column("status", mark("Result"), _status_text, lambda row: list(Status).index(row.status)),
        ]
        columns += [
            Column(f"column_{one}", view.title(one), partial(_text, one), edit=partial(_hand_in, mend, one))
            for one in taken
        ]
        super().__init__(columns, lambda row: row.number, parent)
        self._theme = theme
        self._places = dict(enumerate(taken, start=2))

    def place_of(self, column: int) -> int:
        """Return where a column of the file stands in the table."""
        return next(place for place, one in self._places.items() if one == column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows; see RowsModel."""
        if index.isValid() and role in (Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.ToolTipRole):
            return self._mark(index, role)
        return super().data(index, role)

    def _mark(self, index: Index, role: int) -> Any:
        row, column = self.row_at(index), self._places.get(index.column())
        faults = [fault for fault in row.faults if fault.column == column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr_error(faults[0].expected) if faults else None
        if row.status is Status.LEFT_OUT or (row.status is Status.THERE and column is None):
            return self._theme.colour("muted")
        if faults or (column is None and row.status in NEEDS_SOMEBODY):
            return self._theme.colour("red" if row.status is Status.FAULTY else "amber")
        return None


def _status_text(row: PlannedRow) -> str:
    return f"{STATUS_SIGNS[row.status]} {tr(STATUS_WORDS[row.status])}"


def _text(column: int, row: PlannedRow) -> str:
    return row.texts[column]


def _hand_in(mend: Callable[[int, int, str], object], column: int, row: PlannedRow, text: str) -> None:
    mend(row.number, column, text)
