"""What was found in the archive: where each text stands, and its words in their context, marked."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from clesidra_desktop.gui.archive_words import TEXT_WORDS, day_words
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.services.archive import FoundText

FOUND_ROLE = int(Qt.ItemDataRole.UserRole)

AROUND, GAP, BETWEEN = 12, 12, 3
LINES = 2
"""Lines of the text that are shown."""

ELIDE = Qt.TextElideMode.ElideRight
LEFT_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT_MIDDLE = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def line_height(metrics: QFontMetrics) -> int:
    """Return the pixels of a line; Khmer has signs far below it."""
    return round(metrics.height() * 1.15)


def where_words(found: FoundText) -> str:
    """Return what a text is, and of what: “Answer · Good governance · What do you see?”."""
    parts = [tr(TEXT_WORDS[found.hit.kind]), found.sector_title, found.question_text]
    return " · ".join(" ".join(part.split()) for part in parts if part)


def workshop_words(found: FoundText) -> str:
    """Return the day of the workshop of a text, its title and its place."""
    hit = found.hit
    return " · ".join(part for part in (day_words(hit.starts), hit.title, hit.town) if part)


class FoundList(QListWidget):
    """The texts. `opened` carries a FoundText."""

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("found")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(_FoundDelegate(theme, self))
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(item.data(FOUND_ROLE)))
        self.retranslate()

    def show_texts(self, texts: Sequence[FoundText]) -> None:
        """Show texts; the one that stood chosen stays so where it is among them, else the first."""
        item = self.currentItem()
        before = item.data(FOUND_ROLE).hit.id if item else None
        self.clear()
        chosen = 0
        for place, found in enumerate(texts):
            self._add(found)
            if found.hit.id == before:
                chosen = place
        if texts:
            self.setCurrentRow(chosen)

    def retranslate(self) -> None:
        """Follow the language."""
        self.setAccessibleName(tr("Texts found"))
        for place in range(self.count()):
            item = self.item(place)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(item.data(FOUND_ROLE)))
        self.viewport().update()

    def current(self) -> FoundText | None:
        """Return the text that stands chosen."""
        item = self.currentItem()
        found: FoundText | None = item.data(FOUND_ROLE) if item else None
        return found

    def step(self, by: int) -> None:
        """Choose another one."""
        if self.count():
            self.setCurrentRow(max(0, min(self.currentRow() + by, self.count() - 1)))

    def page(self) -> int:
        """Return how many have room."""
        return max(self.viewport().height() // max(self.sizeHintForRow(0), 1), 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.opened.emit(self.current())
            return
        super().keyPressEvent(event)

    def _add(self, found: FoundText) -> None:
        item = QListWidgetItem(found.excerpt)
        item.setData(FOUND_ROLE, found)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(found))
        self.addItem(item)


def _spoken(found: FoundText) -> str:
    return ". ".join((where_words(found), workshop_words(found), found.excerpt))


class _FoundDelegate(QStyledItemDelegate):
    """Paints where a text stands, and two lines of it with the found words marked."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line about the text, and two of it."""
        return QSize(200, (LINES + 1) * line_height(option.fontMetrics) + BETWEEN + 14)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        found: FoundText = index.data(FOUND_ROLE)
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self._theme.colour("selected" if selected else "soft"))
        painter.setPen(self._theme.colour("hairline"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        inner = option.rect.adjusted(AROUND, 6, -AROUND, -6)
        top = QRect(inner.left(), inner.top(), inner.width(), line_height(option.fontMetrics))
        self._paint_top(painter, top, found, option.font)
        self._paint_text(painter, inner.adjusted(0, top.height() + BETWEEN, 0, 0), found, option)
        painter.restore()

    def _paint_top(self, painter: QPainter, where: QRect, found: FoundText, font: QFont) -> None:
        """Draw the workshop at the right, and what the text is at the left, each on its half where both are long."""
        heavy = QFont(font)
        heavy.setWeight(QFont.Weight.DemiBold)
        left, right = where_words(found), workshop_words(found)
        widths = QFontMetrics(heavy).horizontalAdvance(left), QFontMetrics(font).horizontalAdvance(right)
        room = where.width() - GAP
        half = room // 2
        right_room = min(widths[1], max(half, room - widths[0]))
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        shown = painter.fontMetrics().elidedText(right, ELIDE, right_room)
        painter.drawText(where, RIGHT_MIDDLE, shown)
        painter.setFont(heavy)
        painter.setPen(self._theme.colour("primary"))
        left_box = where.adjusted(0, 0, -(right_room + GAP), 0)
        painter.drawText(left_box, LEFT_MIDDLE, painter.fontMetrics().elidedText(left, ELIDE, left_box.width()))

    def _paint_text(self, painter: QPainter, where: QRect, found: FoundText, option: QStyleOptionViewItem) -> None:
        layout = QTextLayout(found.excerpt, option.font)
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(wrap)
        layout.setFormats(self._marks(found))
        layout.beginLayout()
        height = line_height(option.fontMetrics)
        for place in range(LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(where.width())
            line.setPosition(QPointF(0, place * height))
        layout.endLayout()
        painter.setPen(self._theme.colour("text"))
        layout.draw(painter, QPointF(where.topLeft()))

    def _marks(self, found: FoundText) -> list[QTextLayout.FormatRange]:
        marks = []
        for first, last in found.marks:
            one = QTextLayout.FormatRange()
            one.start, one.length = first, last - first
            look = QTextCharFormat()
            look.setBackground(self._theme.colour("amberSoft"))
            look.setForeground(self._theme.colour("amber"))
            look.setFontWeight(QFont.Weight.DemiBold)
            one.format = look
            marks.append(one)
        return marks
