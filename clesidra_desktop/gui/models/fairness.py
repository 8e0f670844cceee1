"""The fairness table: a value a row, a group a column, last the fair range; below its values a line an attribute."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from clesidra_desktop.domain.split import Fairness, FairnessRow
from clesidra_desktop.gui.i18n import tr, tr_count
from clesidra_desktop.gui.models.rows import LEFT
from clesidra_desktop.gui.split_words import attribute_words, value_words

Index = QModelIndex | QPersistentModelIndex

WRONG_ROLE = int(Qt.ItemDataRole.UserRole)
"""Whether a count is not fair."""

FOOTER_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Whether a row is the line of an attribute."""

CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Footer:
    """The line of an attribute: how many pairs are above the least possible."""

    attribute: str
    pairs: int


class FairnessModel(QAbstractTableModel):
    """The rows of a fairness table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[FairnessRow | Footer, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._labels: Mapping[str, str] = {}

    def show_table(self, table: Fairness, titles: Sequence[str], labels: Mapping[str, str]) -> None:
        """Show a table; `titles` are those of the groups, `labels` those of the categories by code."""
        self.beginResetModel()
        self.rows = tuple(_rows(table))
        self._titles = tuple(titles)
        self._labels = labels
        self.endResetModel()

    def footers(self) -> list[int]:
        """Return which rows are lines of attributes."""
        return [place for place, row in enumerate(self.rows) if isinstance(row, Footer)]

    # What views call

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Values and attributes."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The value, the groups, the fair range."""
        return 0 if parent.isValid() else len(self._titles) + 2 if self._titles else 0

    def flags(self, index: Index) -> Qt.ItemFlag:
        """It is there to be read."""
        return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._footer(row) if isinstance(row, Footer) else self._cell(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return LEFT if column == 0 or isinstance(row, Footer) else CENTRE
            case role if role == FOOTER_ROLE:
                return isinstance(row, Footer)
            case role if role == WRONG_ROLE:
                return _is_wrong(row, column, len(self._titles))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (tr("Value"), *self._titles, tr("Fair"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if section == 0 else CENTRE
        return None

    def _cell(self, row: FairnessRow, column: int) -> str:
        if column == 0:
            return value_words(row.attribute, row.value, self._labels)
        if column <= len(row.counts):
            return str(row.counts[column - 1])
        fair = str(row.low) if row.low == row.high else f"{row.low}–{row.high}"
        return f"{fair} {'✓' if row.fair else '✗'}"

    def _footer(self, row: Footer) -> str:
        said = (
            tr_count("{count} pair above the least possible", "{count} pairs above the least possible", row.pairs)
            if row.pairs
            else tr("as even as possible")
        )
        return f"{attribute_words(row.attribute)}: {said}"


def _rows(table: Fairness) -> Iterator[FairnessRow | Footer]:
    for attribute, pairs in table.avoidable:
        own = [row for row in table.rows if row.attribute == attribute]
        yield from own
        if own:
            yield Footer(attribute, pairs)


def _is_wrong(row: FairnessRow | Footer, column: int, groups: int) -> bool:
    if isinstance(row, Footer):
        return row.pairs > 0
    if 0 < column <= groups:
        return not row.low <= row.counts[column - 1] <= row.high
    return column > groups and not row.fair
