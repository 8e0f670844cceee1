"""Draws the scenes of the screen: large type on one quiet ground."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from clesidra_desktop.domain.audience import Scene
from clesidra_desktop.gui.audience.content import Content
from clesidra_desktop.gui.audience.seating import LEAST, Seating, SeatingPainter, draw_pen, plan_seating
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.typesetting import fit_text, set_text, sized
from clesidra_desktop.gui.widgets.bar_chart import chart_height, draw_chart

SMALLEST = 1 / 34
"""The smallest type, as a part of the height of the screen: what is read at six times its height."""

LABEL, HUGE, BELOW, NEXT = 1 / 22, 1 / 8, 1 / 17, 1 / 24
"""Sizes of type as parts of the height."""

FEW_ANSWERS = 4

CORNER = 0.44
"""The width of the corner where the countdown stands, as a part of the height."""

SIZES = 24
"""Steps in which a size for lines is looked for."""


class Picture(QWidget):
    """A scene. It is drawn anew only when what it says changes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = Content(Scene.TITLE)
        self._sheet = 0
        self._seating = Seating(1, 1, 1, 1, 0.0)
        self._seated: tuple[object, ...] = ()
        self._unit = 720.0
        self._drawn: QPixmap | None = None
        theme.changed.connect(self._redraw)

    @property
    def content(self) -> Content:
        """What is shown."""
        return self._content

    @property
    def sheets(self) -> int:
        """On how many sheets, one after the other, groups are shown that have no room beside each other."""
        return self._seating.sheets

    def show_content(self, content: Content, sheet: int, unit: float) -> None:
        """Show a scene; `unit` is the height of the screen, of which all type is a part."""
        is_other = content != self._content or unit != self._unit
        if content.scene is Scene.GROUPS:
            is_other = is_other or sheet % self.sheets != self._sheet % self.sheets
        if is_other:
            self._content, self._sheet, self._unit = content, sheet, unit
            self.setAccessibleName(f"{content.label} {content.title} {content.below}")
            self._redraw()

    def resizeEvent(self, event: Any) -> None:
        """Draw it in another size."""
        super().resizeEvent(event)
        self._redraw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show the drawing."""
        if self._drawn is None:
            self._drawn = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def _redraw(self) -> None:
        self._drawn = None
        self.update()

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        box = QRectF(0, 0, self.width(), self.height())
        match self._content.scene:
            case Scene.GROUPS:
                self._draw_groups(painter, box)
            case Scene.WAYS_FORWARD | Scene.QUESTION | Scene.POLL:
                self._draw_list(painter, box)
            case _:
                self._draw_item(painter, box)
        painter.end()
        return drawn

    def _colour(self, name: str) -> QColor:
        return self._theme.colour(name)

    def _put(self, painter: QPainter, text: str, box: QRectF, size: float, colour: str, **how: bool) -> float:
        """Write a text as large as it fits, up to a size; return its height."""
        if not text or box.height() <= 0:
            return 0.0
        smallest = min(self._unit * SMALLEST, self._unit * size)
        font = sized(self.font(), 10, bold=how.get("bold", False))
        made = fit_text(text, font, box, self._unit * size, smallest, centred=how.get("centred", False))
        made.draw(painter, box.topLeft(), self._colour(colour))
        return made.height

    def _draw_item(self, painter: QPainter, box: QRectF) -> None:
        """The item that is on: its title as large as it fits, who speaks, and what comes next at the foot."""
        content, unit = self._content, self._unit
        is_title = content.scene is Scene.TITLE
        foot = self._put(painter, content.next, box.adjusted(0, box.height() - unit * 0.15, 0, 0), NEXT, "muted")
        room = box.adjusted(0, unit * (0.16 if is_title else 0.04), 0, -(unit * 0.17 if foot else 0))
        top = room.top() + self._put(painter, content.label, room, LABEL, "muted") + unit * 0.02
        title = QRectF(room.left(), top, room.width(), room.height() * 0.62)
        top += self._put(painter, content.title, title, HUGE, "text", bold=True) + unit * 0.03
        below = QRectF(room.left(), top, room.width(), room.bottom() - top)
        self._put(painter, content.below, below, BELOW, "primary")

    def _draw_list(self, painter: QPainter, box: QRectF) -> None:
        """A question, a poll or the ways forward: a title, and lines, bars or groups below it."""
        content, unit = self._content, self._unit
        top = box.top() + self._put(painter, content.label, box, LABEL, "muted") + unit * 0.015
        if content.title:
            share = 0.5 if content.groups else 0.3
            title = QRectF(box.left(), top, box.width(), box.height() * share)
            size = HUGE if content.scene is Scene.QUESTION else self._poll_size()
            top += self._put(painter, content.title, title, size, "text", bold=True) + unit * 0.04
        rest = QRectF(box.left(), top, box.width(), box.bottom() - top)
        if content.chart:
            self._draw_chart(painter, rest)
        elif content.lines:
            self._draw_lines(painter, rest)
        elif content.groups:
            lines = [" · ".join(filter(None, (one.label, one.title, one.room))) for one in content.groups]
            self._put(painter, "\n".join(lines), rest, 1 / 20, "primary")

    def _poll_size(self) -> float:
        """Return the size of the question of a poll: where it has many answers, these are to be read as well."""
        content = self._content
        answers = len(content.chart.bars) if content.chart else len(content.lines)
        return 1 / 13 if answers <= FEW_ANSWERS else 1 / 18

    def _draw_chart(self, painter: QPainter, box: QRectF) -> None:
        chart = self._content.chart
        if chart is None:
            return
        sizes = (self._unit / 16 * (1 - step / SIZES * 0.6) for step in range(SIZES))
        fonts = (sized(self.font(), size) for size in sizes)
        font = next((one for one in fonts if chart_height(chart, one, box.width()) <= box.height()), None)
        draw_chart(painter, self._theme, chart, font or sized(self.font(), self._unit * SMALLEST), box)

    def _draw_lines(self, painter: QPainter, box: QRectF) -> None:
        """Lines with their marks; those that have no room are counted, the last ones are those in sight."""
        lines, unit = self._content.lines, self._unit
        for step in range(SIZES):
            size = unit / 14 + (unit * SMALLEST - unit / 14) * step / (SIZES - 1)
            font = sized(self.font(), size)
            gutter = max(QFontMetricsF(font).horizontalAdvance(mark) for mark, _ in lines) + size * 0.5
            made = [set_text(text, font, box.width() - gutter) for _, text in lines]
            if sum(one.height + size * 0.45 for one in made) <= box.height():
                break
        first = len(made)
        used = 0.0
        while first and used + made[first - 1].height <= box.height():
            first -= 1
            used += made[first].height + size * 0.45
        top = box.top()
        for (mark, _), one in list(zip(lines, made, strict=True))[first:]:
            set_text(mark, font, gutter).draw(painter, QPointF(box.left(), top), self._colour("primary"))
            one.draw(painter, QPointF(box.left() + gutter, top), self._colour("text"))
            top += one.height + size * 0.45

    # Groups

    def _draw_groups(self, painter: QPainter, box: QRectF) -> None:
        content, unit = self._content, self._unit
        top = box.top() + self._draw_legend(painter, box) + unit * 0.01
        foot = self._put(painter, content.next, box.adjusted(0, box.height() - unit * 0.11, 0, 0), NEXT * 1.2, "text")
        if not content.groups:
            return
        grid = QRectF(box.left(), top, box.width(), box.bottom() - top - (unit * 0.13 if foot else 0))
        seated = content.groups, grid.size(), unit, self.font().families()
        if self._seated != seated:  # a sheet that follows another one needs no new plan
            self._seated, self._seating = seated, plan_seating(content.groups, grid, unit, self.font())
        seating = self._seating
        first = self._sheet % seating.sheets * seating.each
        drawn = SeatingPainter(painter, self._theme, self.font(), seating, unit)
        drawn.draw(content.groups[first : first + seating.each], grid)

    def _draw_legend(self, painter: QPainter, box: QRectF) -> float:
        """Say what is seen, and what the pen stands for; the corner on the right is the countdown's."""
        content, unit = self._content, self._unit
        room = box.adjusted(0, 0, -unit * CORNER, 0)
        smallest = unit * SMALLEST
        made = fit_text(
            content.label,
            self.font(),
            QRectF(room.left(), room.top(), room.width(), unit * 0.07),
            unit * LABEL,
            smallest,
        )
        made.draw(painter, room.topLeft(), self._colour("muted"))
        left = room.left() + made.width + unit * 0.04
        if content.legend and left < room.right():
            pen = unit * NEXT * 0.9
            draw_pen(painter, self._theme, QPointF(left - pen * 0.3, room.top() + made.height / 2), pen)
            said = QRectF(left + pen * 1.4, room.top(), room.right() - left - pen * 1.4, unit * 0.075)
            legend = fit_text(content.legend, self.font(), said, unit * NEXT, unit * LEAST)
            at = QPointF(said.left(), said.top() + (made.height - legend.height) / 2)
            legend.draw(painter, at, self._colour("muted"))
        return max(made.height, unit * 0.06)
