"""The agenda as a list: its items with their planned and real times, dragged into another order."""

from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt, Signal

from clesidra_desktop.domain.agenda_clock import AgendaClock, ClockItem, days_apart
from clesidra_desktop.gui.agenda_words import STATE_WORDS
from clesidra_desktop.gui.i18n import time_text, tr
from clesidra_desktop.gui.models.rows import Index

ITEM_TYPE = "application/x-clesidra-agenda-item"

ROW_ROLE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An item with the day whose first it is, None where it is not, and from when to when its day goes."""

    one: ClockItem
    day: date | None
    begins: datetime | None
    ends: datetime | None

    @property
    def key(self) -> str:
        """The key of the item."""
        return self.one.item.key


class AgendaModel(QAbstractListModel):
    """The items. `moved` carries the key of an item that was dragged, and of the one it goes behind, or nothing."""

    moved = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AgendaRow, ...] = ()

    @property
    def rows(self) -> tuple[AgendaRow, ...]:
        """The rows as they are shown."""
        return self._rows

    def show_clock(self, clock: AgendaClock | None) -> None:
        """Show the agenda at a moment; views keep what is selected where the items are the same ones."""
        rows = _rows(clock) if clock else ()
        if [row.key for row in rows] != [row.key for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for place, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def place_of(self, key: str) -> int:
        """Return the place of an item, -1 where it is not there."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """How many items there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row shows; the delegate draws it from the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.one.item.title
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return _spoken(row.one)
            case Qt.ItemDataRole.UserRole:
                return row
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are dragged between others."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What is dragged."""
        return [ITEM_TYPE]

    def mimeData(self, indexes: Any) -> QMimeData:
        """Return the key of the row that is dragged."""
        data = QMimeData()
        data.setData(ITEM_TYPE, self._rows[indexes[0].row()].key.encode())
        return data

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, _parent: Index) -> bool:
        """Take what came from here."""
        return data.hasFormat(ITEM_TYPE)

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index) -> bool:
        """Ask for the move; the rows change when the database has read it back."""
        if not data.hasFormat(ITEM_TYPE):
            return False
        key = bytes(data.data(ITEM_TYPE).data()).decode()
        place = row if row >= 0 else parent.row() + 1 if parent.isValid() else len(self._rows)
        self.moved.emit(key, self._rows[place - 1].key if place > 0 else None)
        return False  # nothing to remove where it was dragged from


def _rows(clock: AgendaClock) -> tuple[AgendaRow, ...]:
    breaks = [0, *days_apart(clock.items), len(clock.items)]
    rows: list[AgendaRow] = []
    for first, end in pairwise(breaks):
        items = clock.items[first:end]
        moments = [at for one in items for at in (one.planned_start, one.planned_end, one.starts, one.ends) if at]
        span = (min(moments), max(moments)) if moments else (None, None)
        starts = next((one.planned_start or one.starts for one in items), None)
        day = starts.date() if starts and len(breaks) > 2 else None
        rows += [AgendaRow(one, day if place == 0 else None, *span) for place, one in enumerate(items)]
    return tuple(rows)


def _spoken(one: ClockItem) -> str:
    """Say a row in words."""
    item = one.item
    parts = [item.title, item.speaker, tr(STATE_WORDS[one.state])]
    if item.internal:
        parts.append(tr("internal: the audience never sees it"))
    if one.planned_start:
        parts.append(tr("planned {time}", time=time_text(one.planned_start)))
    if one.starts:
        parts.append(tr("starts {time}", time=time_text(one.starts)))
    if one.fixed:
        parts.append(tr("fixed at {time}", time=time_text(one.fixed)))
    return " · ".join(part for part in parts if part)
