"""Real pages, one below the other, as wide as the view; drawn off the UI thread when they come into sight."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from clesidra_desktop.gui.theme import Theme

Draw: TypeAlias = Callable[[int, int, Callable[[QImage], None]], None]
"""Asked for a page by its place and its width in pixels; hands the picture over when it is there."""

GAP = 14
WIDEST = 900
"""Pixels; a page that is wider is no easier to read."""


class PagesView(QAbstractScrollArea):
    """Shows pages. While new ones are drawn the old pictures stay, and the reader's place is kept."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._draw: Draw | None = None
        self._images: dict[int, QImage] = {}
        self._wanted: dict[int, int] = {}
        self._generation = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        theme.changed.connect(self.viewport().update)

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def drawn_pages(self) -> tuple[int, ...]:
        """The places of the pages of which there is a picture."""
        return tuple(sorted(self._images))

    def show_pages(self, sizes: tuple[tuple[float, float], ...], draw: Draw) -> None:
        """Show pages of these sizes in points."""
        place, offset = self._reading_place()
        self._generation += 1
        self._sizes, self._draw = sizes, draw
        self._wanted.clear()
        for gone in [one for one in self._images if one >= len(sizes)]:
            del self._images[gone]
        self._fit()
        if place < len(sizes):
            self.verticalScrollBar().setValue(self._tops()[place] + offset)
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages that are in sight, and ask for the pictures that are missing."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place, frame in self._frames():
            painter.fillRect(frame, Qt.GlobalColor.white)
            if place in self._images:
                painter.drawImage(frame, self._images[place])
            painter.setPen(self._theme.colour("hairline"))
            painter.drawRect(frame.adjusted(-1, -1, 0, 0))
            self._ask_for(place, round(frame.width() * self.devicePixelRatioF()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the pages as wide as the view."""
        self._fit()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the pages by keys."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll."""
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - event.angleDelta().y() // 2)

    def _width(self) -> int:
        return max(120, min(self.viewport().width() - 2 * GAP, WIDEST))

    def _heights(self) -> list[int]:
        return [round(self._width() * height / width) for width, height in self._sizes]

    def _tops(self) -> list[int]:
        tops, top = [], GAP
        for height in self._heights():
            tops.append(top)
            top += height + GAP
        return tops

    def _fit(self) -> None:
        whole = sum(height + GAP for height in self._heights()) + GAP
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, whole - self.viewport().height()))

    def _frames(self) -> list[tuple[int, QRect]]:
        width, scrolled = self._width(), self.verticalScrollBar().value()
        left = (self.viewport().width() - width) // 2
        frames = [
            (place, QRect(QPoint(left, top - scrolled), QPoint(left + width, top - scrolled + height)))
            for place, (top, height) in enumerate(zip(self._tops(), self._heights(), strict=True))
        ]
        return [(place, frame) for place, frame in frames if frame.intersects(self.viewport().rect())]

    def _reading_place(self) -> tuple[int, int]:
        """Return the page at the upper edge, and how far it is scrolled out."""
        scrolled = self.verticalScrollBar().value()
        for place, top in reversed(list(enumerate(self._tops()))):
            if top <= scrolled:
                return place, scrolled - top
        return 0, scrolled

    def _ask_for(self, place: int, width: int) -> None:
        if self._draw is None or self._wanted.get(place) == width:
            return
        self._wanted[place] = width
        generation = self._generation

        def take(image: QImage) -> None:
            if generation == self._generation:
                self._images[place] = image
                self.viewport().update()

        self._draw(place, width, take)
