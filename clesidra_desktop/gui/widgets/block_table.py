"""A table of the documents on a screen: to be read, as high as its rows, and scrolled where there are many."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from clesidra_desktop.documents.blocks import Align, Table

MOST_ROWS = 14
"""Rows that are shown at once; more are scrolled."""

WIDEST = 720
"""Pixels that a table asks for at the most: what is beside it needs room, too."""

ALIGN = {
    Align.START: Qt.AlignmentFlag.AlignLeft,
    Align.END: Qt.AlignmentFlag.AlignRight,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
}


class BlockTableModel(QAbstractTableModel):
    """The cells of a table."""

    def __init__(self, table: Table, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._table.columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return what is shown in a cell, and how."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._table.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGN[self._table.columns[index.column()].align] | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and index.row() >= len(self._table.rows) - self._table.totals:
            bold = QFont()
            bold.setWeight(QFont.Weight.DemiBold)
            return bold
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        """Return the title of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._table.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGN[self._table.columns[section].align] | Qt.AlignmentFlag.AlignVCenter
        return None


class BlockTable(QTableView):
    """The table. The widest column takes the room that the others leave."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(BlockTableModel(table, self))
        self.setAccessibleName(table.summary)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        widest = max(range(len(table.columns)), key=lambda place: table.columns[place].weight)
        for place in range(len(table.columns)):
            mode = QHeaderView.ResizeMode.Stretch if place == widest else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(place, mode)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.fit()

    def fit(self) -> None:
        """Give the rows the height that the type needs."""
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().lineSpacing() * 1.35) + 4)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the rows, or as some of them."""
        rows = min(self.model().rowCount(), MOST_ROWS) * self.verticalHeader().defaultSectionSize()
        return QSize(420, rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        """As high as the hint: what is below is reached by scrolling the page; as wide as what stands in it, nearly."""
        columns = range(self.model().columnCount())
        header = self.horizontalHeader()
        wide = sum(max(self.sizeHintForColumn(place), header.sectionSizeHint(place)) for place in columns)
        return QSize(min(wide + 2 * self.frameWidth() + 2, WIDEST), self.sizeHint().height())
