"""How the groups are drawn: a card a person, a title a group."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.models.board import BoardColumn, BoardModel, Kind
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.typesetting import set_text
from clesidra_desktop.gui.words import SEX_LETTERS

EDGE, BAR, GLYPH = 3, 4, 15
"""Pixels around a card, of the bar in the colour of the category, and of the lock."""

CODE_LETTERS = 5
"""Letters of a category's code that a card has room for."""

SMALLER = 0.8
"""The size of what stands beside a name."""

PALE = 0.5

COUNT = 46
"""Pixels of a title's column that the number of people and the edges take."""

FULL = 1.1
"""How high lines may be for their places; Khmer ones are higher than others, but not all of them at once."""

ABOUT_LINES = 2
"""Lines that a room may have."""

PEN = 13
"""Pixels of the pen beside a rapporteur."""

SELECTED, FOCUSED, HOVERED = (
    flag.value
    for flag in (QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus, QStyle.StateFlag.State_MouseOver)
)
"""States as plain numbers: flags of an enumeration take half the time of a card."""


class CardDelegate(QStyledItemDelegate):
    """Draws a card: the colour and code of the category, the name, the letter of the sex, the lock."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.is_short = False

    def fit(self, model: BoardModel, font: QFont, width: int) -> None:
        """Write the codes of categories short where else a name would have no room in a column of some width."""
        metrics, small = QFontMetricsF(font), QFontMetricsF(_small(font))
        room = width - 2 * EDGE - BAR - 10 - GLYPH - 4 * EDGE - 10
        self.is_short = any(
            metrics.horizontalAdvance(model.name(card))
            + small.horizontalAdvance(model.code(card, short=False)[:CODE_LETTERS])
            + small.horizontalAdvance(tr(SEX_LETTERS[card.sex]))
            > room
            for column in model.columns
            for card in column.cards
        )

    def lock_area(self, cell: QRect) -> QRect:
        """Return where in a cell a click locks; wider than the glyph, for hands in a hurry."""
        return QRect(cell.right() - GLYPH - 4 * EDGE, cell.top(), GLYPH + 4 * EDGE, cell.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a card; nothing where there is nobody."""
        model = index.model()
        card = model.card(index) if isinstance(model, BoardModel) else None
        if card is None or not isinstance(model, BoardModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell: QRect = option.rect.adjusted(EDGE, 2, -EDGE, -2)
        self._draw_frame(painter, option, cell)
        painter.setOpacity(PALE if model.is_pale(index) else 1.0)
        colour = self._theme.category_colour(model.places.get(card.category, len(model.places)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRect(cell.left() + 2, cell.top() + 4, BAR, cell.height() - 8), 2, 2)
        right = self._draw_lock(painter, option, locked=card.locked)
        small = _small(option.font)
        for text, tint in (
            (tr(SEX_LETTERS[card.sex]), self._theme.colour("muted")),
            (model.code(card, short=self.is_short)[:CODE_LETTERS], colour),
        ):
            right = _write_right(
                painter, small, text, tint, QRect(cell.left(), cell.top(), right - cell.left(), cell.height())
            )
        self._draw_name(
            painter,
            option,
            model.name(card),
            QRect(cell.left() + BAR + 8, cell.top(), right - cell.left() - BAR - 10, cell.height()),
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the type wants, Khmer below and above the line included."""
        return QSize(120, round(option.fontMetrics.lineSpacing() * 1.2) + 6)

    def _draw_frame(self, painter: QPainter, option: QStyleOptionViewItem, cell: QRect) -> None:
        state = option.state.value
        selected, focused, hovered = state & SELECTED, state & FOCUSED, state & HOVERED
        fill = "selected" if selected else "soft" if hovered else "surface"
        edge = "primary" if focused or selected else "hairline"
        painter.setPen(QPen(self._theme.colour(edge), 2 if focused else 1))
        painter.setBrush(self._theme.colour(fill))
        painter.drawRoundedRect(cell, 5, 5)

    def _draw_lock(self, painter: QPainter, option: QStyleOptionViewItem, *, locked: bool) -> int:
        """Draw the lock, or faintly the open one where the mouse or the cursor is; return where it begins."""
        area = self.lock_area(option.rect)
        glyph = QRect(0, 0, GLYPH, GLYPH)
        glyph.moveCenter(area.center())
        if locked or option.state.value & (HOVERED | FOCUSED):
            name, colour = ("lock", "primary") if locked else ("unlock", "muted")
            self._theme.icon(name, colour).paint(painter, glyph)
        return area.left() + EDGE

    def _draw_name(self, painter: QPainter, option: QStyleOptionViewItem, name: str, area: QRect) -> None:
        painter.setFont(option.font)
        painter.setPen(self._theme.colour("text"))
        shown = option.fontMetrics.elidedText(name, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(10, round(font.pixelSize() * SMALLER)))
    return small


def _write_right(painter: QPainter, font: QFont, text: str, colour: QColor, area: QRect) -> int:
    """Write at the right end of an area, and return where the rest of it ends."""
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), text)
    return area.right() - painter.fontMetrics().horizontalAdvance(text) - 5


class BoardHeader(QHeaderView):
    """The titles of the groups, in two lines where one has no room, and below each its room and who reports."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Room for two lines where a title needs them, and for rooms and rapporteurs where there are any."""
        lines = self._title_lines() + self._room_lines() + self._has_rapporteur()
        return QSize(super().sizeHint().width(), self._line() * lines + 14)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a title."""
        model = self.model()
        if not isinstance(model, BoardModel) or not rect.isValid():
            return
        column: BoardColumn = model.columns[section]
        painter.save()
        painter.fillRect(rect, self._theme.colour("amberSoft" if column.kind is Kind.NEWCOMERS else "surface"))
        painter.setPen(self._theme.colour("hairline"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(8, 6, -8, -6)
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("muted"))
        right = _write_right(
            painter, self.font(), str(len(column.cards)), self._theme.colour("muted"), self._first(inner)
        )
        title_height = self._line() * self._title_lines()
        self._draw_about(painter, column, inner.adjusted(0, title_height, 0, 0))
        painter.setFont(self._title_font())
        painter.setPen(self._theme.colour("muted" if column.kind is Kind.LEFT_OUT else "text"))
        self._draw_title(painter, column.title, QRect(inner.left(), inner.top(), right - inner.left(), title_height))
        painter.restore()

    def _draw_about(self, painter: QPainter, column: BoardColumn, area: QRect) -> None:
        """Write the room, and below it who reports, beside a pen."""
        painter.setFont(self._plain_font())
        room = set_text(column.room, self._plain_font(), area.width(), self._line() * self._room_lines() * FULL)
        room.draw(painter, QPointF(area.topLeft()), self._theme.colour("muted"))
        if not column.rapporteur:
            return
        line = QRect(area.left(), area.top() + self._line() * self._room_lines(), area.width(), self._line())
        pen = QRect(0, 0, PEN, PEN)
        pen.moveCenter(line.center())
        pen.moveLeft(line.left())
        self._theme.icon("pen", "muted").paint(painter, pen)
        name = line.adjusted(PEN + 4, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(column.rapporteur, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _draw_title(self, painter: QPainter, title: str, area: QRect) -> None:
        made = set_text(title, self._title_font(), area.width(), area.height() * FULL)
        made.draw(painter, QPointF(area.topLeft()), painter.pen().color())

    def _first(self, inner: QRect) -> QRect:
        return QRect(inner.left(), inner.top(), inner.width(), self._line())

    def _line(self) -> int:
        return round(self.fontMetrics().lineSpacing() * 1.1)

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _title_lines(self) -> int:
        model = self.model()
        if not isinstance(model, BoardModel) or not model.columns or not self.count():
            return 1
        metrics = QFontMetrics(self._title_font())
        widest = max(metrics.horizontalAdvance(column.title) for column in model.columns)
        return 2 if widest > self.sectionSize(0) - COUNT else 1

    def _plain_font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Normal)
        return font

    def _room_lines(self) -> int:
        """Return how many lines the longest room needs; none where no group has one."""
        model = self.model()
        if not isinstance(model, BoardModel) or not model.columns or not self.count():
            return 0
        font, width = self._plain_font(), self.sectionSize(0) - 16
        lines = (set_text(column.room, font, width).lines for column in model.columns if column.room)
        return min(ABOUT_LINES, max(lines, default=0))

    def _has_rapporteur(self) -> bool:
        model = self.model()
        return isinstance(model, BoardModel) and any(column.rapporteur for column in model.columns)
