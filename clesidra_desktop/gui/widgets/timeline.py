"""The timeline of the agenda: planned times thin, real ones solid, what is late in amber."""

from datetime import datetime, timedelta

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from clesidra_desktop.domain.agenda_clock import ClockItem, ItemState, length_of
from clesidra_desktop.gui.i18n import date_text, time_text, tr
from clesidra_desktop.gui.models.rows import Index
from clesidra_desktop.gui.models.timeline import ROW_ROLE, AgendaModel, AgendaRow
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.widgets.outline_text import ENTER_KEYS

PADDING = 8
LATE_FROM = timedelta(minutes=1)
"""Less than that is no lateness that anybody would speak of."""

OVER = (ItemState.SKIPPED, ItemState.PASSED)
ICON = 16

LENGTH = 96
"""The least pixels for the length and the signs, so that all bars have one scale."""


class TimelineDelegate(QStyledItemDelegate):
    """Draws a row: its times on the left, its title, and below it two bars on the scale of its day."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines of type, and one more above the first item of a day."""
        line = option.fontMetrics.lineSpacing()
        row: AgendaRow = index.data(ROW_ROLE)
        return QSize(200, round(line * 2.05) + 10 + (round(line * 1.5) if row.day else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row: AgendaRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box: QRect = option.rect
        font: QFont = option.font
        if row.day:
            head = round(QFontMetrics(font).lineSpacing() * 1.5)
            painter.setFont(_weighted(font, QFont.Weight.DemiBold))
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(
                box.adjusted(PADDING, 0, 0, 0).x(), box.y() + QFontMetrics(font).ascent() + 6, date_text(row.day)
            )
            box = box.adjusted(0, head, 0, 0)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected"))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("primary"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        self._draw(painter, box.adjusted(PADDING, 5, -PADDING, -5), font, row)
        painter.restore()

    def _draw(self, painter: QPainter, box: QRect, font: QFont, row: AgendaRow) -> None:
        one, metrics = row.one, QFontMetrics(font)
        line = metrics.lineSpacing()
        times = metrics.horizontalAdvance("00:00") + 14
        self._draw_times(painter, box, font, one)
        left = box.left() + times
        painter.setFont(font)
        marks = self._draw_marks(painter, box.adjusted(0, line, 0, 0), one)
        is_on = one.state is ItemState.RUNNING
        title = _weighted(font, QFont.Weight.DemiBold if is_on else QFont.Weight.Normal)
        title.setStrikeOut(one.state in OVER)
        painter.setFont(title)
        painter.setPen(self._theme.colour("muted" if one.state in (*OVER, ItemState.DONE) else "text"))
        width = box.right() - left
        shown = QFontMetrics(title).elidedText(one.item.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, box.top(), width, line), int(Qt.AlignmentFlag.AlignVCenter), shown)
        self._draw_bars(
            painter, QRectF(left, box.top() + line + line * 0.3, box.right() - marks - left, line * 0.5), row
        )

    def _draw_times(self, painter: QPainter, box: QRect, font: QFont, one: ClockItem) -> None:
        """Draw the planned start thin and, where it is another, the real or expected one solid below it."""
        line = QFontMetrics(font).lineSpacing()
        upper, lower = QRect(box.left(), box.top(), 80, line), QRect(box.left(), box.top() + line, 80, line)
        is_other = one.starts and (one.planned_start is None or abs(one.starts - one.planned_start) >= LATE_FROM)
        painter.setFont(_weighted(font, QFont.Weight.Normal))
        painter.setPen(self._theme.colour("muted"))
        if one.planned_start:
            painter.drawText(upper, int(Qt.AlignmentFlag.AlignVCenter), time_text(one.planned_start))
        if is_other and one.starts:
            is_late = one.planned_start is not None and one.starts - one.planned_start >= LATE_FROM
            painter.setFont(_weighted(font, QFont.Weight.DemiBold))
            painter.setPen(self._theme.colour("amber" if is_late else "text"))
            painter.drawText(lower, int(Qt.AlignmentFlag.AlignVCenter), time_text(one.starts))

    def _draw_marks(self, painter: QPainter, box: QRect, one: ClockItem) -> int:
        """Draw the length and the signs at the right end of the second line; return how wide they are."""
        small = painter.font()
        right, line = box.right(), QFontMetrics(small).lineSpacing()
        length = length_of(one.item)
        if length:
            text = tr("{count} min", count=int(length.total_seconds() // 60))
            width = QFontMetrics(small).horizontalAdvance(text)
            painter.setFont(_weighted(small, QFont.Weight.Normal))
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(QRect(right - width, box.top(), width, line), int(Qt.AlignmentFlag.AlignVCenter), text)
            right -= width + 6
        signs = [
            *(["lock"] if one.fixed else []),
            *(["eye-off"] if one.item.internal else []),
            *({ItemState.DONE: ["check"], ItemState.SKIPPED: ["skip"]}.get(one.state, [])),
        ]
        for sign in signs:
            right -= ICON + 4
            icon = self._theme.icon(sign, "muted")
            icon.paint(painter, QRect(right, box.top() + (line - ICON) // 2, ICON, ICON))
        return max(box.right() - right + 10, LENGTH)

    def _draw_bars(self, painter: QPainter, box: QRectF, row: AgendaRow) -> None:
        """Draw from when to when it was planned as a hairline, and from when to when it is as a bar."""
        one = row.one
        if row.begins is None or row.ends is None or row.ends <= row.begins:
            return
        whole = (row.ends - row.begins).total_seconds()

        def at(moment: datetime) -> float:
            return box.left() + box.width() * (moment - row.begins).total_seconds() / whole  # type: ignore[operator]

        middle = box.center().y()
        if one.planned_start and one.planned_end:
            painter.setPen(QPen(self._theme.colour("edge"), 1.2))
            first, last = at(one.planned_start), at(one.planned_end)
            painter.drawLine(QPointF(first, middle), QPointF(max(last, first + 2), middle))
            for end in (first, max(last, first + 2)):
                painter.drawLine(QPointF(end, middle - 2.5), QPointF(end, middle + 2.5))
        if one.starts is None or one.ends is None:
            return
        first, last = at(one.starts), max(at(one.ends), at(one.starts) + 2)
        bar = QRectF(first, middle - 3, last - first, 6)
        is_real = one.state in (ItemState.DONE, ItemState.RUNNING)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("water" if is_real else "hairline"))
        painter.drawRoundedRect(bar, 3, 3)
        if one.planned_end and one.ends - one.planned_end >= LATE_FROM:
            begins = max(first, at(one.planned_end))
            painter.setBrush(self._theme.colour("amber"))
            painter.setOpacity(1.0 if is_real else 0.55)
            painter.drawRoundedRect(QRectF(begins, bar.top(), max(last - begins, 2), bar.height()), 3, 3)
            painter.setOpacity(1.0)


class Timeline(QListView):
    """The list. Enter edits, Alt and arrows move, Delete removes; items are dragged too."""

    chosen = Signal(str)
    edit_wanted = Signal(str)
    shift_wanted = Signal(str, int)
    removal_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agenda = AgendaModel(self)
        self.setModel(self.agenda)
        self.setItemDelegate(TimelineDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setUniformItemSizes(False)
        self.doubleClicked.connect(lambda index: self.edit_wanted.emit(index.data(ROW_ROLE).key))
        self.agenda.modelReset.connect(self._restore)
        self._key = ""

    @property
    def key(self) -> str:
        """The key of the item that is selected, empty where none is."""
        index = self.currentIndex()
        return index.data(ROW_ROLE).key if index.isValid() else ""

    def choose(self, key: str) -> None:
        """Select an item."""
        place = self.agenda.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self.agenda.index(place))
            self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell what is selected."""
        super().currentChanged(current, previous)
        if current.isValid() and current.data(ROW_ROLE).key != self._key:
            self._key = current.data(ROW_ROLE).key
            self.chosen.emit(self._key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of the list do."""
        key, modifiers = event.key(), event.modifiers()
        if not self.key:
            super().keyPressEvent(event)
        elif key in ENTER_KEYS:
            self.edit_wanted.emit(self.key)
        elif key == Qt.Key.Key_Delete:
            self.removal_wanted.emit(self.key)
        elif modifiers == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift_wanted.emit(self.key, -1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _restore(self) -> None:
        """Select again what was selected before the items changed."""
        place = self.agenda.place_of(self._key)
        if place >= 0:
            self.setCurrentIndex(self.agenda.index(place))


def _weighted(font: QFont, weight: QFont.Weight) -> QFont:
    made = QFont(font)
    made.setWeight(weight)
    return made
