"""The water clock: what is left stands in the upper vessel and drips into the lower one.

The vessels are drawn into a picture when the water has sunk by a pixel; else only the strip in which drops fall is
drawn anew.
"""

import time

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from clesidra_desktop.gui.theme import Theme

FRAME = 80
"""Milliseconds between two pictures of the drops."""

FALL = 1.1
"""Seconds that a drop falls."""

PULSE = 2.0
"""Seconds of one swell of the signal."""


class WaterClock(QWidget):
    """Shows a share of a time, from 1 to 0; None where nothing runs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share: float | None = None
        self._picture: QPixmap | None = None
        self._drawn: tuple[object, ...] = ()
        self._pulse_ends = 0.0
        self._timer = QTimer(self, interval=FRAME, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._animate)
        theme.changed.connect(self._redraw)

    @property
    def share(self) -> float | None:
        """What is shown."""
        return self._share

    @property
    def is_pulsing(self) -> bool:
        """Whether it says that the time is over."""
        return time.monotonic() < self._pulse_ends

    def show_share(self, share: float | None) -> None:
        """Show what is left."""
        self._share = share
        self._time_drops()
        if self._state() != self._drawn:
            self._redraw()

    def pulse(self, seconds: float = 3 * PULSE) -> None:
        """Say calmly that the time is over."""
        self._pulse_ends = time.monotonic() + seconds
        self._time_drops()

    def sizeHint(self) -> QSize:
        """Upright."""
        return QSize(240, 360)

    def showEvent(self, event: QShowEvent) -> None:
        """Let drops fall."""
        super().showEvent(event)
        self._time_drops()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody sees it."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw it in another size."""
        super().resizeEvent(event)
        self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is asked for: the picture, and the drops upon it."""
        if self._picture is None:
            self._picture = self._make_picture()
        painter = QPainter(self)
        ratio = self._picture.devicePixelRatio()
        box = event.rect()
        source = QRectF(box.x() * ratio, box.y() * ratio, box.width() * ratio, box.height() * ratio)
        painter.drawPixmap(QRectF(box), self._picture, source)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._is_running():
            self._draw_drops(painter)
        if self.is_pulsing:
            self._draw_pulse(painter)
        painter.end()

    # Geometry: everything is measured in the 200 × 300 units of one drawing

    def _scale(self) -> float:
        return min(self.width() / 200, self.height() / 300)

    def _origin(self) -> QPointF:
        scale = self._scale()
        return QPointF((self.width() - 200 * scale) / 2, (self.height() - 300 * scale) / 2)

    def _strip(self) -> tuple[float, float]:
        """From where to where drops fall, in units."""
        return 144.0, 272.0 - 72.0 * (1 - (self._share or 0.0))

    def _strip_box(self) -> QRect:
        scale, origin = self._scale(), self._origin()
        first, last = self._strip()
        box = QRectF(origin.x() + 70 * scale, origin.y() + first * scale, 60 * scale, (last - first + 8) * scale)
        return box.toAlignedRect()

    # Drawing

    def _state(self) -> tuple[object, ...]:
        pixels = round((self._share if self._share is not None else -1) * 100 * self._scale())
        return pixels, self.size(), self._theme.name

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def _make_picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._origin())
        painter.scale(self._scale(), self._scale())
        share = self._share if self._share is not None else 0.0
        upper, lower = _upper(), _lower()
        self._draw_water(painter, upper, QRectF(30, 124 - 96 * share, 140, 110), share > 0)
        filled = (1 - share) if self._share is not None else 0.0
        self._draw_water(painter, lower, QRectF(34, 272 - 72 * filled, 132, 80), filled > 0)
        self._draw_marks(painter)
        is_over = self._share is not None and self._share <= 0
        pen = QPen(self._theme.colour("amber" if is_over else "sand"), 3.2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for vessel in (upper, lower):
            painter.drawPath(vessel)
        painter.drawLine(QPointF(100, 136), QPointF(100, 143))
        painter.end()
        self._drawn = self._state()
        return picture

    def _draw_water(self, painter: QPainter, vessel: QPainterPath, box: QRectF, is_any: bool) -> None:
        if not is_any:
            return
        painter.save()
        painter.setClipPath(vessel)
        water = self._theme.colour("water")
        shade = QLinearGradient(box.topLeft(), box.bottomLeft())
        shade.setColorAt(0, water.lighter(118))
        shade.setColorAt(1, water.darker(112))
        painter.fillRect(box, shade)
        surface = QColor(water.lighter(150))
        surface.setAlpha(130)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(surface)
        painter.drawEllipse(QRectF(box.left(), box.top() - 3, box.width(), 6))
        painter.restore()

    def _draw_marks(self, painter: QPainter) -> None:
        """Draw quarters on the lower vessel, as a water clock has them."""
        painter.setPen(QPen(self._theme.colour("muted"), 1.3))
        for quarter in range(1, 4):
            y = 272 - 72 * quarter / 4
            painter.drawLine(QPointF(40, y), QPointF(54 if quarter == 2 else 49, y))

    def _is_running(self) -> bool:
        return self._share is not None and self._share > 0

    def _draw_drops(self, painter: QPainter) -> None:
        scale, origin = self._scale(), self._origin()
        first, last = self._strip()
        painter.translate(origin)
        painter.scale(scale, scale)
        water = self._theme.colour("water")
        painter.setPen(Qt.PenStyle.NoPen)
        passed = time.monotonic() / FALL
        for phase in (0.0, 0.5):
            fallen = (passed + phase) % 1.0
            y = first + (last - first) * fallen * fallen
            painter.setBrush(water)
            painter.drawEllipse(QPointF(100, y), 2.6, 2.6 + 2.2 * fallen)
            ring = QColor(water.lighter(140))
            ring.setAlpha(round(150 * (1 - fallen)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ring, 1.1))
            painter.drawEllipse(QPointF(100, last + 1), 4 + 22 * fallen, 0.8 + 2.4 * fallen)
            painter.setPen(Qt.PenStyle.NoPen)
        painter.resetTransform()

    def _draw_pulse(self, painter: QPainter) -> None:
        left = (self._pulse_ends - time.monotonic()) % PULSE / PULSE
        swell = 1 - abs(2 * left - 1)
        glow = QColor(self._theme.colour("amber"))
        glow.setAlpha(round(110 * swell))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glow)
        painter.drawRoundedRect(self.rect(), 18, 18)

    def _time_drops(self) -> None:
        is_wanted = self.isVisible() and (self._is_running() or self.is_pulsing)
        if is_wanted and not self._timer.isActive():
            self._timer.start()
        elif not is_wanted and self._timer.isActive():
            self._timer.stop()
            self.update()

    def _animate(self) -> None:
        if self.is_pulsing:
            self.update()
        else:
            self.update(self._strip_box())
        self._time_drops()


def _upper() -> QPainterPath:
    """The bowl, wide at the top, with its hole at the bottom."""
    path = QPainterPath(QPointF(30, 20))
    path.lineTo(44, 104)
    path.quadTo(48, 124, 70, 128)
    path.lineTo(96, 136)
    path.lineTo(104, 136)
    path.lineTo(130, 128)
    path.quadTo(152, 124, 156, 104)
    path.lineTo(170, 20)
    return path


def _lower() -> QPainterPath:
    """The vessel that gathers the water."""
    path = QPainterPath(QPointF(36, 186))
    path.lineTo(36, 262)
    path.quadTo(36, 276, 50, 276)
    path.lineTo(150, 276)
    path.quadTo(164, 276, 164, 262)
    path.lineTo(164, 186)
    return path
