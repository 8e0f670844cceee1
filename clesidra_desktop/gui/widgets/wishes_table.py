"""Wishes by keys: a digit makes a sector the first, second, third wish of a person."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from clesidra_desktop.gui.models.wishes import WishesModel

NAME, NARROWEST = 180, 76
"""Pixels of the names, and of a sector at the least."""


class WishesTable(QTableView):
    """A cell is a sector of a person; digits give the rank, Delete takes it away."""

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
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setMinimumSectionSize(NARROWEST)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(0, NAME)
        self.setCurrentIndex(model.index(0, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits and Delete."""
        model, text = self.model(), event.text()
        if isinstance(model, WishesModel):
            if text in set("0123456789"):
                model.give_rank(self.currentIndex(), int(text))
                return
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                model.give_rank(self.currentIndex(), 0)
                return
        super().keyPressEvent(event)
