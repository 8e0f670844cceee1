"""The groups, a column each: the keys walk through the cards, the mouse drags them, a click on the lock locks."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from clesidra_desktop.gui.models.board import BoardColumn, BoardModel, Kind
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.widgets.group_cards import BoardHeader, CardDelegate
from clesidra_desktop.services.groups_page import GroupCard

MIME = "application/x-clesidra-attendants"
NARROWEST = 164
"""Pixels of a column; where there is no room for all, the board scrolls sideways."""

PAGE = 10
"""Cards that Page up and Page down go over."""

Action = QAbstractItemView.CursorAction


class GroupBoard(QTableView):
    """The board. `dropped` carries the ids of people and the column they were dropped on; `lock_clicked` an id."""

    dropped = Signal(object, object)
    lock_clicked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._target = -1
        self.cards = BoardModel(self)
        self.delegate = CardDelegate(theme, self)
        self.setHorizontalHeader(BoardHeader(theme, self))
        self.setModel(self.cards)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.setCornerWidget(QWidget())
        self.fit()

    # What the page calls

    @property
    def chosen(self) -> tuple[GroupCard, ...]:
        """The cards that are selected, or the one where the cursor is."""
        indexes = sorted(self.selectedIndexes(), key=lambda one: (one.column(), one.row()))
        cards = [self.cards.card(index) for index in indexes or [self.currentIndex()]]
        return tuple(card for card in cards if card is not None)

    @property
    def current_column(self) -> BoardColumn | None:
        """The column where the cursor is."""
        index = self.currentIndex()
        return self.cards.columns[index.column()] if index.isValid() else None

    def keep_choice(self) -> tuple[UUID | None, tuple[UUID, ...]]:
        """Return what is current and what is selected, for `choose`."""
        card = self.cards.card(self.currentIndex())
        return (card.id if card else None), tuple(card.id for card in self.chosen)

    def choose(self, people: Iterable[UUID], current: UUID | None = None) -> None:
        """Select the cards of people, with the cursor on one of them."""
        selection, indexes = QItemSelection(), [self.cards.index_of(one) for one in people]
        for index in indexes:
            if index.isValid():
                selection.select(index, index)
        at = self.cards.index_of(current) if current else next(iter(indexes), QModelIndex())
        if not at.isValid() and self.cards.rowCount():
            at = next((self.cards.index(0, one) for one in range(self.cards.columnCount()) if self._length(one)), at)
        model = self.selectionModel()
        model.setCurrentIndex(at, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def fit(self) -> None:
        """Give rows and columns the room that the type and the window have for them."""
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().lineSpacing() * 1.2) + 6)
        count = self.cards.columnCount()
        if count:
            width = max(NARROWEST, self.viewport().width() // count)
            for column in range(count):
                self.setColumnWidth(column, width)
            self.delegate.fit(self.cards, self.font(), width)
        self.horizontalHeader().updateGeometry()
        self.updateGeometries()

    # What Qt calls

    def moveCursor(self, action: Action, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Walk over cards only; in a shorter column the cursor goes to its last one."""
        at = self.currentIndex()
        if not at.isValid():
            return self.cards.index(0, 0)
        row, column = at.row(), at.column()
        match action:
            case Action.MoveLeft | Action.MovePrevious:
                column = self._neighbour(column, -1)
            case Action.MoveRight | Action.MoveNext:
                column = self._neighbour(column, 1)
            case Action.MoveHome:
                row = 0
            case Action.MoveEnd:
                row = self._length(column) - 1
            case _:
                steps = {Action.MoveUp: -1, Action.MoveDown: 1, Action.MovePageUp: -PAGE, Action.MovePageDown: PAGE}
                row += steps[action]
        return self.cards.index(max(0, min(row, self._length(column) - 1)), column)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lock or unlock where the glyph is."""
        index = self.indexAt(event.position().toPoint())
        card = self.cards.card(index)
        super().mouseReleaseEvent(event)
        if card and event.button() is Qt.MouseButton.LeftButton and self._on_lock(index, event.position().toPoint()):
            self.lock_clicked.emit(card.id)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag what is selected."""
        drag = self.make_drag()
        drag.exec(Qt.DropAction.MoveAction)

    def make_drag(self) -> QDrag:
        """Return a drag of what is selected, with a picture of the first card."""
        chosen = self.chosen
        data = QMimeData()
        data.setData(MIME, " ".join(str(card.id) for card in chosen).encode())
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self.viewport().grab(self.visualRect(self.cards.index_of(chosen[0].id))))
        drag.setHotSpot(QPoint(16, 12))
        return drag

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take people."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where they would go."""
        self._aim(self.columnAt(event.position().toPoint().x()))
        event.setAccepted(self._target >= 0)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Show it no longer."""
        self._aim(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over who was dropped, and where."""
        place = self.columnAt(event.position().toPoint().x())
        self._aim(-1)
        text = bytes(event.mimeData().data(MIME).data()).decode()
        if place >= 0 and text:
            event.setDropAction(Qt.DropAction.CopyAction)  # the model moves nothing: the database does
            event.accept()
            self.dropped.emit(tuple(UUID(one) for one in text.split()), self.cards.columns[place])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of the columns under the cards."""
        painter = QPainter(self.viewport())
        height = self.viewport().height()
        for place, column in enumerate(self.cards.columns):
            left = self.columnViewportPosition(place)
            if place == self._target:
                painter.fillRect(QRect(left, 0, self.columnWidth(place), height), self._theme.colour("selected"))
            elif column.kind is not Kind.GROUP:
                painter.fillRect(QRect(left, 0, self.columnWidth(place), height), self._theme.colour("window"))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self.fit()

    def _on_lock(self, index: QModelIndex, point: QPoint) -> bool:
        is_group = self.cards.columns[index.column()].kind is Kind.GROUP
        return is_group and self.delegate.lock_area(self.visualRect(index)).contains(point)

    def _aim(self, place: int) -> None:
        if place != self._target:
            self._target = place
            self.viewport().update()

    def _length(self, column: int) -> int:
        return len(self.cards.columns[column].cards)

    def _neighbour(self, column: int, step: int) -> int:
        """Return the next column that has a card; the same where there is none."""
        other = column + step
        while 0 <= other < self.cards.columnCount():
            if self._length(other):
                return other
            other += step
        return column
