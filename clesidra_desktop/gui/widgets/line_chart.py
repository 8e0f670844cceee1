"""The line chart of the documents on a screen: shares over time beside their goals."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from clesidra_desktop.documents.blocks import LineChart
from clesidra_desktop.gui.theme import Theme

LINES = 13
"""The height of a chart in lines of its type."""

DOT = 3.5


class LineChartView(QWidget):
    """A chart in the type of the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart = LineChart((), "", "", (), "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: LineChart) -> None:
        """Show another chart."""
        self._chart = chart
        self.setAccessibleName(chart.summary)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as some lines of text."""
        return QSize(420, self.fontMetrics().lineSpacing() * LINES)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chart."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chart.points:
            self._draw(painter, QFontMetricsF(self.font()))
        painter.end()

    def _draw(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        chart, line = self._chart, metrics.lineSpacing()
        left = max(metrics.horizontalAdvance(text) for _, text in chart.scale) + line * 0.6
        is_narrow = left + self._key_width(metrics) > self.width()
        plot = QRectF(left, line, self.width() - left - line * 1.6, self.height() - line * (3.6 + is_narrow))
        step = (plot.width() - line * 2) / max(len(chart.points) - 1, 1)
        across = [plot.left() + line + place * step for place in range(len(chart.points))]

        def down(share: float) -> float:
            return plot.bottom() - plot.height() * min(max(share, 0.0), 1.0)

        text, grid = self._theme.colour("text"), self._theme.colour("hairline")
        for share, words in chart.scale:
            painter.setPen(grid)
            painter.drawLine(QPointF(plot.left(), down(share)), QPointF(plot.right(), down(share)))
            painter.setPen(text)
            beside = QRectF(0, down(share) - line / 2, left - line * 0.4, line)
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        shares = [QPointF(x, down(point.value)) for x, point in zip(across, chart.points, strict=True)]
        goals = [QPointF(x, down(point.goal)) for x, point in zip(across, chart.points, strict=True)]
        self._lines(painter, shares, goals)
        painter.setPen(text)
        for place in _spread(
            len(across), step, max(metrics.horizontalAdvance(one.label) for one in chart.points) + line
        ):
            width = metrics.horizontalAdvance(chart.points[place].label)
            start = min(max(across[place] - width / 2, 0.0), self.width() - width)
            painter.drawText(QPointF(start, plot.bottom() + line * 1.1), chart.points[place].label)
        widest = max(metrics.horizontalAdvance(point.caption) for point in chart.points)
        for place in _spread(len(across), step, widest + 2):
            point = chart.points[place]
            width = metrics.horizontalAdvance(point.caption)
            beside_y = line if point.is_close_below else -line * 0.45
            painter.drawText(QPointF(across[place] - width / 2, down(point.value) + beside_y), point.caption)
        below = QPointF(0, line) if is_narrow else None
        self._key(painter, metrics, QPointF(plot.left(), self.height() - line * (0.7 + is_narrow)), below)

    def _lines(self, painter: QPainter, shares: list[QPointF], goals: list[QPointF]) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("amber"), 1.5, Qt.PenStyle.DashLine))
        painter.drawPolyline(QPolygonF(goals))
        painter.setPen(QPen(self._theme.colour("water"), 2))
        painter.drawPolyline(QPolygonF(shares))
        painter.setBrush(self._theme.colour("water"))
        for point in shares:
            painter.drawEllipse(point, DOT, DOT)

    def _key_width(self, metrics: QFontMetricsF) -> float:
        """Return how wide the words of both lines are beside each other."""
        words = metrics.horizontalAdvance(self._chart.axis) + metrics.horizontalAdvance(self._chart.goal)
        return metrics.lineSpacing() * 5.0 + words

    def _key(self, painter: QPainter, metrics: QFontMetricsF, start: QPointF, below: QPointF | None) -> None:
        """Say what the two lines are: beside each other, or one so far `below` the other."""
        line = metrics.lineSpacing()
        samples = (
            (self._chart.axis, QPen(self._theme.colour("water"), 2)),
            (self._chart.goal, QPen(self._theme.colour("amber"), 1.5, Qt.PenStyle.DashLine)),
        )
        for words, pen in samples:
            painter.setPen(pen)
            painter.drawLine(start, start + QPointF(line * 1.4, 0))
            painter.setPen(self._theme.colour("text"))
            painter.drawText(start + QPointF(line * 1.8, line * 0.3), words)
            start += below or QPointF(line * 3.2 + metrics.horizontalAdvance(words), 0)


def _spread(count: int, step: float, room: float) -> range:
    """Return the places that have room beside each other, from the first on."""
    return range(0, count, max(1, -(-int(room) // max(int(step), 1))))
