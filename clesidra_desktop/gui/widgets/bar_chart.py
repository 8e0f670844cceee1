"""The bar chart of the documents on a screen: the same bars, labels and captions."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clesidra_desktop.documents.blocks import BarChart
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.typesetting import set_text

BAR_LINES = 0.7
"""The height of a bar in lines of its type."""

GAP_LINES = 0.42
BELOW_LABEL = 0.12
"""What is below a label besides its line: Khmer signs under the line reach as far."""


class BarChartView(QWidget):
    """A chart in the type of the window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart = BarChart((), "", "")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chart(self, chart: BarChart) -> None:
        """Show another chart."""
        self._chart = chart
        self.setAccessibleName(chart.summary)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the labels need."""
        return QSize(360, self.heightForWidth(360))

    def heightForWidth(self, width: int) -> int:
        """Return the height for a width."""
        return round(chart_height(self._chart, self.font(), width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chart."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chart(painter, self._theme, self._chart, self.font(), QRectF(self.rect()))
        painter.end()


def chart_height(chart: BarChart, font: QFont, width: float) -> float:
    """Return how high a chart is in a type, at a width."""
    line = QFontMetricsF(font).lineSpacing()
    labels = sum(set_text(bar.label, font, width).height for bar in chart.bars)
    return labels + len(chart.bars) * line * (BELOW_LABEL + BAR_LINES + GAP_LINES)


def draw_chart(painter: QPainter, theme: Theme, chart: BarChart, font: QFont, box: QRectF) -> None:
    """Draw a chart: each label above its bar, the caption at the end of it."""
    metrics = QFontMetricsF(font)
    line = metrics.lineSpacing()
    captions = max((metrics.horizontalAdvance(bar.caption) for bar in chart.bars), default=0.0) + line * 0.5
    longest = max((bar.value for bar in chart.bars), default=0.0) or 1.0
    painter.setFont(font)
    top = box.top()
    for bar in chart.bars:
        label = set_text(bar.label, font, box.width())
        label.draw(painter, QPointF(box.left(), top), theme.colour("text"))
        top += label.height + line * BELOW_LABEL
        height = line * BAR_LINES
        length = max((box.width() - captions) * bar.value / longest, 2.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("water"))
        painter.drawRoundedRect(QRectF(box.left(), top + height * 0.1, length, height * 0.8), 3, 3)
        painter.setPen(theme.colour("text"))
        beside = QRectF(box.left() + length + line * 0.3, top - line * 0.2, captions, height + line * 0.4)
        painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter), bar.caption)
        top += height + line * GAP_LINES
