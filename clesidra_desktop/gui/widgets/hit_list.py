"""Who was found at the door: a list under the search box, the likeliest first, a new person last."""

from datetime import datetime

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from clesidra_desktop.domain.names import folded, phone_digits
from clesidra_desktop.gui.i18n import time_text, tr
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.widgets.badge import CategoryColours, badge_width, paint_badge
from clesidra_desktop.services.people_search import ENOUGH
from clesidra_desktop.services.register_search import Hit, Standing

HIT_ROLE = int(Qt.ItemDataRole.UserRole)
"""The hit of an item; None for a new person."""

AROUND, GAP = 12, 8
ELIDE = Qt.TextElideMode.ElideRight
LEFT_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


FEWEST = 4
"""Lines of a list in a window that is too small."""


def row_height(metrics: QFontMetrics) -> int:
    """Return the pixels of a hit: two lines and what is around them."""
    return 2 * metrics.height() + 10


def standing_words(hit: Hit, today: datetime) -> str:
    """Return how somebody stands to the workshop, such as “here since 08:12” or “came in March”."""
    match hit.standing:
        case Standing.HERE if hit.moment:
            return tr("here since {time}", time=_moment_words(hit.moment, today))
        case Standing.HERE:
            return tr("here")
        case Standing.LEFT if hit.moment:
            return tr("left at {time}", time=_moment_words(hit.moment, today))
        case Standing.LEFT:
            return tr("left")
        case Standing.INVITED:
            return tr("invited")
        case Standing.CAME if hit.last and hit.last.starts:
            month = QLocale().standaloneMonthName(hit.last.starts.month)
            if hit.last.starts.year == today.year:
                return tr("came in {month}", month=month)
            return tr("came in {month} {year}", month=month, year=hit.last.starts.year)
    return tr("in the directory")


def _moment_words(moment: datetime, today: datetime) -> str:
    return time_text(moment) if moment.date() == today.date() else f"{moment:%Y-%m-%d %H:%M}"


def _has_words(hit: Hit, typed: str) -> bool:
    """Whether all that was typed stands in what is known of somebody, and was not only guessed."""
    digits = phone_digits(typed)
    if digits and not any(letter.isalpha() for letter in typed):
        return digits in phone_digits(hit.phone)
    line = folded(f"{hit.name} {hit.name_km} {hit.organization} {hit.also}")
    return all(word in line or word in phone_digits(hit.phone) for word in folded(typed).split())


class HitList(QListWidget):
    """The hits. `chosen` carries a Hit, or None for a new person."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, colours: CategoryColours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hits")
        self.setAccessibleName(tr("People found"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the search box keeps the keys
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(_HitDelegate(theme, colours, self))
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(HIT_ROLE)))

    def show_hits(self, hits: list[Hit], typed: str, today: datetime, *, again: bool = False) -> None:
        """Show who was found for a text; who stood chosen stays chosen where the same text is looked for again.

        Where all are only spelled alike, a new person stands chosen: a hasty Enter must not let somebody else arrive.
        """
        before = self.current_hit()
        self.clear()
        for hit in hits:
            names = " ".join(part for part in (hit.name, hit.name_km) if part)
            about = " · ".join(part for part in (hit.organization, hit.phone) if part)
            self._add(hit, names, hit.category, about, standing_words(hit, today))
        self._add(None, tr("+ New person “{name}”", name=typed), "", tr("Nobody of these: write the person down"), "")
        same = [place for place, hit in enumerate(hits) if again and before and hit.id == before.id]
        usual = 0 if any(_has_words(hit, typed) for hit in hits) else len(hits)
        self.setCurrentRow(same[0] if same else usual)

    def room_for(self, height: int) -> int:
        """Return how many have room in a height in pixels; at least a few, for which the list then scrolls."""
        return min(max(height // row_height(self.fontMetrics()), FEWEST), ENOUGH + 1)

    def current_hit(self) -> Hit | None:
        """Return the hit that is chosen, None for a new person or nobody."""
        item = self.currentItem()
        return item.data(HIT_ROLE) if item else None

    def choose(self) -> None:
        """Take the one that stands chosen."""
        if self.currentItem():
            self.chosen.emit(self.current_hit())

    def choose_at(self, place: int) -> None:
        """Take the one at a place."""
        if 0 <= place < self.count():
            self.setCurrentRow(place)
            self.choose()

    def step(self, by: int) -> None:
        """Choose another one; below the last is the first again."""
        if self.count():
            self.setCurrentRow((self.currentRow() + by) % self.count())

    def _add(self, hit: Hit | None, name: str, category: str, about: str, standing: str) -> None:
        item = QListWidgetItem(name)
        item.setData(HIT_ROLE, hit)
        item.setData(HIT_ROLE + 1, (category, about, standing))
        spoken = ", ".join(part for part in (name, category, about, standing) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        item.setToolTip(spoken)
        self.addItem(item)


class _HitDelegate(QStyledItemDelegate):
    """Paints a hit on two lines: name and standing, category and organization."""

    def __init__(self, theme: Theme, colours: CategoryColours, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colours = colours

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines; those of Khmer are taller."""
        return QSize(200, row_height(option.fontMetrics))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw it."""
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.fillRect(option.rect, self._theme.colour("selected" if selected else "soft"))
        category, about, standing = index.data(HIT_ROLE + 1)
        hit: Hit | None = index.data(HIT_ROLE)
        inner = option.rect.adjusted(AROUND, 4, -AROUND, -4)
        upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        lower = upper.translated(0, upper.height())
        self._paint_upper(painter, upper, index.data(), standing, hit, option.font)
        painter.setFont(option.font)
        painter.setPen(self._theme.colour("muted"))
        if category:
            paint_badge(painter, lower, category, self._colours.colour(category))
            lower.setLeft(lower.left() + badge_width(painter.fontMetrics(), category) + GAP)
        painter.drawText(lower, LEFT_MIDDLE, painter.fontMetrics().elidedText(about, ELIDE, lower.width()))
        painter.restore()

    def _paint_upper(
        self, painter: QPainter, where: QRect, name: str, standing: str, hit: Hit | None, font: QFont
    ) -> None:
        painter.setFont(font)
        is_here = hit is not None and hit.standing is Standing.HERE
        painter.setPen(self._theme.colour("green" if is_here else "muted"))
        width = painter.fontMetrics().horizontalAdvance(standing)
        painter.drawText(where, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), standing)
        heavy = QFont(font)
        heavy.setWeight(QFont.Weight.DemiBold)
        painter.setFont(heavy)
        painter.setPen(self._theme.colour("text" if hit else "primary"))
        room = where.adjusted(0, 0, -width - GAP, 0)
        painter.drawText(room, LEFT_MIDDLE, painter.fontMetrics().elidedText(name, ELIDE, room.width()))
