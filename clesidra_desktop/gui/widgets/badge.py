"""A category by its colour and its letters: the colour is never alone."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from clesidra_desktop.domain.workshop import Category
from clesidra_desktop.gui.theme import Theme

AROUND = 6
"""Pixels left and right of the letters."""

RADIUS = 4


class CategoryColours:
    """The colours of the categories of the open workshop, by their order."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._places: dict[str, int] = {}

    def show(self, categories: Sequence[Category]) -> None:
        """Take the categories in the order in which they are printed."""
        self._places = {category.code: place for place, category in enumerate(categories)}

    def colour(self, code: str) -> QColor:
        """Return the colour of a category; a muted one where it has none."""
        place = self._places.get(code) if code else None
        return self._theme.colour("muted") if place is None else self._theme.category_colour(place)


def badge_width(metrics: QFontMetrics, text: str) -> int:
    """Return how wide a badge with a text is."""
    return metrics.horizontalAdvance(text) + 2 * AROUND


def paint_badge(painter: QPainter, where: QRect, text: str, colour: QColor) -> None:
    """Paint a badge at the left of a rectangle, in the middle of its height."""
    metrics = painter.fontMetrics()
    height = min(metrics.height() + 2, where.height())
    width = min(badge_width(metrics, text), where.width())
    box = QRectF(where.left() + 0.5, where.center().y() - height / 2 + 1, width - 1, height - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    room = max(width - 2 * AROUND + 2, 0)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
    painter.restore()


class Badge(QWidget):
    """A badge as a widget."""

    def __init__(self, text: str, colour: QColor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._colour = text, colour
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as its letters."""
        metrics = self.fontMetrics()
        return QSize(badge_width(metrics, self._text), metrics.height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_badge(painter, self.rect(), self._text, self._colour)
        painter.end()
