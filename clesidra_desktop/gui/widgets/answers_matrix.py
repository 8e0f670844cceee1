"""The matrix of answers: one glance says what is empty, what is being typed and what is done."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from clesidra_desktop.gui.models.answers import BEFORE_QUESTIONS, CELL_ROLE, HINT_ROLE, AnswersModel
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.services.answers import Cell, CellState

Index = QModelIndex | QPersistentModelIndex

MOST_DOTS = 5
"""Points of an answer that are shown as dots; the number is written behind them."""

DOT, STEP, AROUND = 7.0, 10.0, 10.0
SECTOR_WIDTH, RAPPORTEUR_WIDTH, ROOM_WIDTH = 210, 160, 130
MOST_ROWS = 7
"""Rows that are shown before the matrix scrolls: the text below it is what somebody types in."""

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswersMatrixView(QTableView):
    """The matrix. `entered` says that somebody wants to type in the current cell, `passed` that it is another one."""

    entered = Signal()
    passed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("answers_matrix")
        self.members: dict[str, list[str]] = {}
        self.setItemDelegate(_Signs(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.clicked.connect(self._clicked)

    def show_model(self, model: AnswersModel) -> None:
        """Show other questions."""
        self.setModel(model)
        header = self.horizontalHeader()
        for column, width in enumerate((SECTOR_WIDTH, RAPPORTEUR_WIDTH, ROOM_WIDTH)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)
        for column in range(BEFORE_QUESTIONS, model.columnCount()):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentChanged.connect(lambda *_: self.passed.emit())
        self.fit()

    def fit(self) -> None:
        """Take the height that the rows need, up to so many."""
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().lineSpacing() * 1.3) + 6)
        rows = min(self.model().rowCount() if self.model() else 0, MOST_ROWS)
        height = self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize() + 4
        self.setFixedHeight(height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go into a cell, or edit what is not an answer."""
        if event.key() not in ENTER_KEYS or self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        index = self.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        elif index.isValid():
            self.entered.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the type."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def _clicked(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.entered.emit()


class _Signs(QStyledItemDelegate):
    """Draws a sign before the words of an answer; offers the members of a group where its rapporteur is typed."""

    def __init__(self, theme: Theme, view: AnswersMatrixView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        cell: Cell | None = index.data(CELL_ROLE)
        hint = index.data(HINT_ROLE) if cell is None and not index.data() else ""
        if cell is None and not hint:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        words, option.text = option.text or hint, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        box = QRectF(option.rect).adjusted(AROUND, 0, -4, 0)
        painter.save()
        if cell is not None:
            box.setLeft(self._draw_sign(painter, box, cell) + 6)
        is_pale = cell is None or cell.state is CellState.EMPTY
        name = "muted" if is_pale else "amber" if cell and cell.state is CellState.TYPING else "text"
        painter.setPen(self._theme.colour(name))
        painter.setFont(option.font)
        shown = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a line; whoever reports is one of the group most times."""
        editor = super().createEditor(parent, option, index)
        model = index.model()
        if isinstance(editor, QLineEdit) and isinstance(model, AnswersModel) and index.column() == 1:
            completer = QCompleter(self._view.members.get(model.row_at(index).sector.key, []), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        return editor

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Leave room for the signs."""
        return super().sizeHint(option, index) + QSize(int(MOST_DOTS * STEP), 0)

    def _draw_sign(self, painter: QPainter, box: QRectF, cell: Cell) -> float:
        """Draw a ring for empty, a half-filled one for being typed, dots for points; return where it ends."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = box.center().y() - DOT / 2
        if cell.state is CellState.EMPTY:
            painter.setPen(QPen(self._theme.colour("muted"), 1.4))
            painter.drawEllipse(QRectF(box.left(), top, DOT, DOT))
            return box.left() + STEP
        colour = self._theme.colour("amber" if cell.state is CellState.TYPING else "primary")
        if cell.state is CellState.TYPING:
            ring = QRectF(box.left(), top - 2, DOT + 4, DOT + 4)
            painter.setPen(QPen(colour, 1.4))
            painter.drawEllipse(ring)
            painter.setBrush(colour)
            painter.drawPie(ring, 90 * 16, 180 * 16)
            return ring.right() + 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        dots = min(cell.points, MOST_DOTS)
        for place in range(dots):
            painter.drawEllipse(QPointF(box.left() + place * STEP + DOT / 2, box.center().y()), DOT / 2, DOT / 2)
        return box.left() + dots * STEP
