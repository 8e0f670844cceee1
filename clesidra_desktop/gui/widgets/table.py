"""How every table of the window looks and answers to keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from clesidra_desktop.gui.models.rows import RowsModel
from clesidra_desktop.settings import TABLES, Settings

if TYPE_CHECKING:
    from clesidra_desktop.gui.models.people import PeopleModel

KEEP_AFTER = 1000
"""Milliseconds after the last change of a column's width until it is written down."""


class Table(QTableView):
    """A table of whole rows. Enter opens or edits; the columns keep the width that a person gave them."""

    def set_up(
        self,
        model: "RowsModel | PeopleModel",  # type: ignore[type-arg]
        settings: Settings,
        name: str,
        stretched: str = "",
    ) -> None:
        """Show a model. `stretched` is the column that takes the rest.

        `name` is what the columns are remembered by; those of a table without one are other ones each time.
        """
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        if stretched:
            header.setSectionResizeMode(model.column_of(stretched), QHeaderView.ResizeMode.Stretch)
        if name:
            self._remember_widths(settings, name)
        self.fit_rows()

    def fit_rows(self) -> None:
        """Give the rows the height that the type needs."""
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().lineSpacing() * 1.35) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what a double click does."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.state() is not QAbstractItemView.State.EditingState and self.currentIndex().isValid():
            self.doubleClicked.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _remember_widths(self, settings: Settings, name: str) -> None:
        header = self.horizontalHeader()
        kept: dict[str, str] = settings.get(TABLES)
        header.restoreState(QByteArray.fromBase64(kept.get(name, "").encode()))
        keeper = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        keeper.timeout.connect(lambda: self._keep(settings, name))
        header.sectionResized.connect(lambda *_: keeper.start())

    def _keep(self, settings: Settings, name: str) -> None:
        kept: dict[str, str] = settings.get(TABLES)
        settings.set(TABLES, kept | {name: self.horizontalHeader().saveState().toBase64().toStdString()})
