"""A table over immutable rows that the database has read back: sorted, filtered and updated without a proxy.

A proxy would ask Python for each comparison; here a list is sorted by key. When rows are shown again, only those that
differ are told to the views, so that selection, scroll position and an open editor stay.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from clesidra_desktop.gui.i18n import tr

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: its key, a title marked for translation, the text of a cell and what it is sorted by.

    `edit` takes a row and what was typed or chosen, and hands the change in; a column without it cannot be edited.
    `value` is what an editor begins with, where that is not the text.
    """

    key: str
    title: str
    text: Callable[[T], str]
    sort: Callable[[T], Any] | None = None
    edit: Callable[[T, Any], object] | None = None
    value: Callable[[T], Any] | None = None
    is_number: bool = False


class RowsModel(QAbstractTableModel, Generic[T]):
    """Rows of one kind in columns. `identify` gives what a row is known by when it is shown again."""

    def __init__(
        self, columns: Sequence[Column[T]], identify: Callable[[T], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._identify = identify
        # made once: to select all rows, Qt asks for those of every cell
        self._flags = tuple(FLAGS | Qt.ItemFlag.ItemIsEditable if column.edit else FLAGS for column in self.columns)
        self._all: tuple[T, ...] = ()
        self._shown: list[T] = []
        self._keys: list[Hashable] = []
        """What the rows that are shown are known by."""

        self._accepts: Callable[[T], bool] = lambda _row: True
        self._sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    # What a page calls

    @property
    def all_rows(self) -> tuple[T, ...]:
        """All rows, also those that the filter hides, in the order in which they came."""
        return self._all

    @property
    def shown_rows(self) -> tuple[T, ...]:
        """The rows that are shown, in their order."""
        return tuple(self._shown)

    def show_rows(self, rows: Iterable[T]) -> None:
        """Show these rows in the place of those before."""
        self._all = tuple(rows)
        self._arrange()

    def set_filter(self, accepts: Callable[[T], bool]) -> None:
        """Show only rows that are accepted."""
        self._accepts = accepts
        self._arrange()

    def row_at(self, index: Index) -> T:
        """Return the row of a cell."""
        return self._shown[index.row()]

    def index_of(self, identity: Hashable, column: int = 0) -> QModelIndex:
        """Return a cell of the row that is known by an identity; an invalid index where it is not shown."""
        try:
            return self.index(self._keys.index(identity), column)
        except ValueError:
            return QModelIndex()

    def column_of(self, key: str) -> int:
        """Return the place of a column."""
        return next(place for place, column in enumerate(self.columns) if column.key == key)

    def retranslate(self) -> None:
        """Name the columns and cells in the language of the screens."""
        if self.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(self.columns) - 1))

    # What views call

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.EditRole:
                return column.value(row) if column.value else column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole if column.is_number:
                return int(RIGHT)
            case Qt.ItemDataRole.UserRole:
                return row
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return tr(self.columns[section].title)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return int(RIGHT if self.columns[section].is_number else LEFT)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be done with a cell."""
        return self._flags[index.column()] if index.isValid() else Qt.ItemFlag.NoItemFlags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand in what was typed into a cell; the cell changes when the database has read it back."""
        edit = self.columns[index.column()].edit if index.isValid() else None
        if edit is None or role != Qt.ItemDataRole.EditRole:
            return False
        if value != self.data(index, Qt.ItemDataRole.EditRole):
            edit(self._shown[index.row()], value)
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order in which the rows came."""
        self._sorted_by = (column, order)
        self._arrange()

    # How

    def _arrange(self) -> None:
        """Show what the rows, the filter and the order ask for, telling the views of as little as possible."""
        wanted = self._sorted([row for row in self._all if self._accepts(row)])
        keys = [self._identify(row) for row in wanted]
        if keys != self._keys:  # or all stand where they stood, which is the usual case
            if len(set(keys)) != len(keys):
                raise ValueError("two rows have the same identity")
            self._remove_all_but(set(keys))
            self._append_new(keys, wanted)
            self._reorder(keys)
        self._put_in(wanted)

    def _put_in(self, wanted: list[T]) -> None:
        """Let each place have its row as it is now, and tell the views of those that are otherwise, in runs."""
        changed = [place for place, row in enumerate(wanted) if row is not (old := self._shown[place]) and row != old]
        self._shown = wanted
        while changed:
            last = first = changed.pop()
            while changed and changed[-1] == first - 1:
                first = changed.pop()
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _sorted(self, rows: list[T]) -> list[T]:
        place, order = self._sorted_by
        if place < 0:
            return rows
        column = self.columns[place]
        key = column.sort or (lambda row: column.text(row).casefold())
        return sorted(rows, key=key, reverse=order is Qt.SortOrder.DescendingOrder)

    def _remove_all_but(self, kept: set[Hashable]) -> None:
        gone = [place for place, key in enumerate(self._keys) if key not in kept]
        while gone:
            last = first = gone.pop()
            while gone and gone[-1] == first - 1:
                first = gone.pop()
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._shown[first : last + 1]
            del self._keys[first : last + 1]
            self.endRemoveRows()

    def _append_new(self, keys: Sequence[Hashable], wanted: Sequence[T]) -> None:
        have = set(self._keys)
        new = [(key, row) for key, row in zip(keys, wanted, strict=True) if key not in have]
        if new:
            self.beginInsertRows(QModelIndex(), len(self._shown), len(self._shown) + len(new) - 1)
            self._keys.extend(key for key, _ in new)
            self._shown.extend(row for _, row in new)
            self.endInsertRows()

    def _reorder(self, keys: list[Hashable]) -> None:
        if keys == self._keys:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {key: place for place, key in enumerate(keys)}
        after = [self.index(places[self._keys[one.row()]], one.column()) for one in before]
        rows = dict(zip(self._keys, self._shown, strict=True))
        self._shown, self._keys = [rows[key] for key in keys], keys
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
