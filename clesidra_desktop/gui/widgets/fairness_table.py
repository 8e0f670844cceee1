"""The fairness table on the screen."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from clesidra_desktop.gui.models.fairness import FOOTER_ROLE, WRONG_ROLE, FairnessModel
from clesidra_desktop.gui.theme import Theme

FIRST, LAST, NARROWEST = 190, 92, 54
"""Pixels of the columns of the values, the fair range, and a group at the least."""


class _Cells(QStyledItemDelegate):
    """Draws counts that are not fair in amber and bold, and the lines of attributes in grey."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        wrong, footer = index.data(WRONG_ROLE), index.data(FOOTER_ROLE)
        painter.save()
        if footer:
            painter.setPen(self._theme.colour("hairline"))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if wrong else QFont.Weight.Normal)
        painter.setFont(font)
        last = index.column() == index.model().columnCount() - 1
        colour = "amber" if wrong else "muted" if footer else "green" if last else "text"
        painter.setPen(self._theme.colour(colour))
        area = option.rect.adjusted(8, 0, -4, 0)
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), text)
        painter.restore()


class FairnessTable(QTableView):
    """A table to be read; all columns are seen where there is room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fairness = FairnessModel(self)
        self.setModel(self.fairness)
        self.setItemDelegate(_Cells(theme, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.fairness.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Give rows and columns their room; the line of an attribute goes over all columns."""
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().lineSpacing() * 1.15) + 4)
        count = self.fairness.columnCount()
        if not count:
            return
        self.clearSpans()
        for row in self.fairness.footers():
            self.setSpan(row, 0, 1, count)
        groups = count - 2
        width = max(NARROWEST, (self.viewport().width() - FIRST - LAST) // groups)
        for column in range(count):
            self.setColumnWidth(column, FIRST if column == 0 else LAST if column > groups else width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self.fit()
