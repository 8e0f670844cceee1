"""A label of at most so many lines, which ends with … where there is no more room; the whole text is in its tooltip."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from clesidra_desktop.documents.words import breakable

LINE_END = "\u2028"
"""What ends a line in a text that is laid out."""


class ClampedLabel(QLabel):
    """Breaks its text into lines, also in Khmer, and is as high as those that it shows."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._lines = lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrow labels are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that are shown at a width."""
        _, height, _ = self._broken(width)
        return round(height) + 1

    def sizeHint(self) -> QSize:
        """As high as at its present width."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:
        """No lower than what it shows."""
        return QSize(40, self.heightForWidth(max(self.width(), 120)))

    def resizeEvent(self, event: object) -> None:
        """Ask for another height where the lines are others."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        if self.heightForWidth(self.width()) != self.height():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        layout, _, shown = self._broken(self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        is_cut = shown < layout.lineCount()
        for number in range(shown - is_cut):
            layout.lineAt(number).draw(painter, QPointF(0, 0))
        if is_cut:
            line = layout.lineAt(shown - 1)
            rest = layout.text()[line.textStart() :]
            ended = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QPointF(0, line.y() + line.ascent()), ended)
        painter.end()
        self.setToolTip(self.text() if is_cut else "")

    def _broken(self, width: int) -> tuple[QTextLayout, float, int]:
        """Return the text broken into lines, the height of those that are shown, and how many these are."""
        layout = QTextLayout(breakable(self.text()).replace("\n", LINE_END), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            if layout.lineCount() > self._lines:
                break
            height += line.height()
        layout.endLayout()
        return layout, height, min(layout.lineCount(), self._lines)
