"""A pad to sign on with pen, finger or mouse. Lines are smooth, and as thick as a pen is pressed."""

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

Stroke = list[tuple[QPointF, float]]
"""Points of a line, each with how thick the line is there, in pixels."""

THIN, THICK = 1.6, 4.2
INK, PAPER, EDGE = QColor("#12233f"), QColor("#ffffff"), QColor("#8a8f83")
"""Ink on paper by day and by night: what is signed here is printed."""

MARGIN = 8
SCALE = 2.0
"""Pixels of the picture for one of the screen, so that it prints well."""

WIDEST = 1200
"""Pixels of the widest picture."""


class SignaturePad(QWidget):
    """Takes lines; `changed` is emitted after each."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._strokes: list[Stroke] = []
        self._is_down = False

    @property
    def is_empty(self) -> bool:
        """Whether nobody has signed."""
        return not self._strokes

    def undo(self) -> None:
        """Take the last line away."""
        if self._strokes:
            self._strokes.pop()
            self._tell()

    def clear(self) -> None:
        """Take all lines away."""
        self._strokes.clear()
        self._tell()

    def picture(self) -> bytes:
        """Return what was signed as a PNG, as large as the lines need and with paper around them."""
        box = QRectF()
        for stroke in self._strokes:
            for point, _ in stroke:
                box |= QRectF(point.x() - 1, point.y() - 1, 2, 2)
        box.adjust(-MARGIN, -MARGIN, MARGIN, MARGIN)
        scale = min(SCALE, WIDEST / max(box.width(), 1))
        image = QImage((box.size() * scale).toSize(), QImage.Format.Format_RGB32)
        image.fill(PAPER)
        painter = QPainter(image)
        painter.scale(scale, scale)
        painter.translate(-box.topLeft())
        _draw(painter, self._strokes)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())

    def sizeHint(self) -> QSize:
        """Wide enough for a long name."""
        return QSize(640, 240)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper, the line to sign on, and what was signed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(EDGE, 1))
        painter.setBrush(PAPER)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        level = self.height() * 0.76
        painter.drawLine(QPointF(24, level), QPointF(self.width() - 24, level))
        _draw(painter, self._strokes)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a line with the mouse, or a finger that the system makes a mouse of."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position(), 0.5)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        self._go_on(event.position(), 0.5)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """End it."""
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Take a pen with its pressure."""
        match event.type():
            case QTabletEvent.Type.TabletPress:
                self._begin(event.position(), event.pressure())
            case QTabletEvent.Type.TabletMove:
                self._go_on(event.position(), event.pressure())
            case QTabletEvent.Type.TabletRelease:
                self._end()
        event.accept()

    def _begin(self, point: QPointF, pressure: float) -> None:
        self._is_down = True
        self._strokes.append([(point, _thickness(pressure))])
        self.update()

    def _go_on(self, point: QPointF, pressure: float) -> None:
        if self._is_down:
            self._strokes[-1].append((point, _thickness(pressure)))
            self.update()

    def _end(self) -> None:
        if self._is_down:
            self._is_down = False
            self._tell()

    def _tell(self) -> None:
        self.update()
        self.changed.emit()


def _thickness(pressure: float) -> float:
    return THIN + (THICK - THIN) * max(0.0, min(pressure, 1.0))


def _draw(painter: QPainter, strokes: Iterable[Stroke]) -> None:
    """Draw lines through the middles between their points, which makes them smooth."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        before = stroke[0][0]
        if len(stroke) == 1:
            painter.setPen(_pen(stroke[0][1]))
            painter.drawPoint(before)
        for (point, width), (following, _) in zip(stroke, [*stroke[1:], stroke[-1]], strict=True):
            middle = (point + following) / 2
            path = QPainterPath(before)
            path.quadTo(point, middle)
            painter.setPen(_pen(width))
            painter.drawPath(path)
            before = middle


def _pen(width: float) -> QPen:
    return QPen(INK, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
