"""Wishes by keys: a digit makes a sector the first, second, third wish of a person."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from clesidra_desktop.gui.models.wishes import WishesModel

NAME, NARROWEST = 180, 76
"""Pixels of the names, and of a sector at the least."""

MOST_LINES = 4
"""Lines of a title above its column; the whole of a longer one is in its tooltip."""

AROUND = 12
"""Pixels beside and above a title."""

DIGITS = {**{str(digit): digit for digit in range(10)}, **{khmer: digit for digit, khmer in enumerate("០១២៣៤៥៦៧៨៩")}}


class WishesTable(QTableView):
    """A cell is a sector of a person; digits give the rank, Delete takes it away, letters find a name."""

    def set_up(self, model: WishesModel) -> None:
        """Show the wishes."""
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().lineSpacing() * 1.2) + 4)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setTextElideMode(Qt.TextElideMode.ElideNone)
        header.setDefaultAlignment(Qt.AlignmentFlag(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap))
        header.setMinimumSectionSize(NARROWEST)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(0, NAME)
        self.setCurrentIndex(model.index(0, 1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the titles the lines that they need at another width."""
        super().resizeEvent(event)
        self._fit_titles()

    def _fit_titles(self) -> None:
        header, model = self.horizontalHeader(), self.model()
        if not isinstance(model, WishesModel) or model.columnCount() < 2:
            return
        line = header.fontMetrics().lineSpacing()
        wrap = int(Qt.TextFlag.TextWordWrap)
        needed = line
        for column in range(1, model.columnCount()):
            title = model.headerData(column, Qt.Orientation.Horizontal)
            room = header.rect().adjusted(0, 0, header.sectionSize(column) - header.width() - 2 * AROUND, 9999)
            needed = max(needed, header.fontMetrics().boundingRect(room, wrap, title).height())
        header.setFixedHeight(min(needed, MOST_LINES * line) + AROUND)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits and Delete."""
        model, rank = self.model(), DIGITS.get(event.text())
        if isinstance(model, WishesModel):
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                rank = 0
            if rank is not None:
                model.give_rank(self.currentIndex(), rank)
                return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Find the person whose name begins so, and stay at the same sector."""
        selection, column = self.selectionModel(), self.currentIndex().column()
        selection.setCurrentIndex(self.currentIndex().siblingAtColumn(0), selection.SelectionFlag.NoUpdate)
        super().keyboardSearch(search)
        self.setCurrentIndex(self.currentIndex().siblingAtColumn(max(column, 1)))
