"""Wishes as a table: a person a row, a sector a column, in the cell which wish it is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from clesidra_desktop.documents.words import breakable
from clesidra_desktop.domain.workshop import Wish
from clesidra_desktop.gui.models.rows import LEFT

Index = QModelIndex | QPersistentModelIndex

NAME_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
"""A long name is cut in its cell, and whole in its tooltip."""

CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class WishesModel(QAbstractTableModel):
    """The wishes of people. Giving a sector a rank puts it there in the order; 0 takes it out."""

    def __init__(
        self,
        people: Sequence[tuple[UUID, str]],
        sectors: Sequence[tuple[str, str]],
        wishes: Sequence[Wish],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._people = list(people)
        self._sectors = list(sectors)
        self._wishes = {wish.attendant: wish for wish in wishes}

    @property
    def wishes(self) -> tuple[Wish, ...]:
        """All wishes, in the order of people; those who wish nothing any more have none."""
        known = {one for one, _ in self._people}
        listed = [self._wishes[one] for one, _ in self._people if one in self._wishes]
        rest = [wish for one, wish in self._wishes.items() if one not in known]
        return tuple(wish for wish in (*listed, *rest) if wish.sectors or wish.extensions)

    def give_rank(self, index: Index, rank: int) -> None:
        """Make a sector the wish of a rank, from 1; 0 takes it out. Later wishes follow without a gap."""
        if not index.isValid() or index.column() == 0:
            return
        person, sector = self._people[index.row()][0], self._sectors[index.column() - 1][0]
        before = self._wishes.get(person, Wish(attendant=person))
        others = [one for one in before.sectors if one != sector]
        if rank > 0:
            others.insert(rank - 1, sector)
        self._wishes[person] = replace(before, sectors=tuple(others))
        self.dataChanged.emit(self.index(index.row(), 1), self.index(index.row(), self.columnCount() - 1))

    # What views call

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """People."""
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The name, and the sectors."""
        return 0 if parent.isValid() else len(self._sectors) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a name or a rank."""
        if not index.isValid():
            return None
        person, name = self._people[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return CENTRE if index.column() else LEFT
        if index.column() == 0:
            return name if role in NAME_ROLES else None
        wished = self._wishes[person].sectors if person in self._wishes else ()
        sector = self._sectors[index.column() - 1][0]
        rank = wished.index(sector) + 1 if sector in wished else 0
        if role == Qt.ItemDataRole.FontRole and rank == 1:
            font = QFont()
            font.setBold(True)
            return font
        return (str(rank) if rank else "") if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name the sectors."""
        if orientation is not Qt.Orientation.Horizontal or not 0 < section <= len(self._sectors):
            return None
        title = self._sectors[section - 1][1]
        if role == Qt.ItemDataRole.DisplayRole:
            return breakable(title)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return title
        return None
