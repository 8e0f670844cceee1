"""Who sits where: how groups share the screen so that their names are as large as possible, and how they are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from math import ceil
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from clesidra_desktop.documents.words import ZERO_WIDTH_SPACE, breakable
from clesidra_desktop.gui.audience.content import ShownGroup
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.typesetting import fit_text, sized

LEAST = 1 / 40
"""The smallest names, as a part of the height of the screen.

From the last row, at six times that height, a capital letter of 0.71 of this size is seen under ten minutes of arc:
twice what a good eye can just read, so that half of good sight is enough to find one's name.
"""

LARGEST, LARGEST_OF_FEW = 1 / 17, 1 / 12
"""The largest names; larger ones where a sheet has only one or two groups."""

FEW = 2
MOST_COLUMNS, MOST_LISTS = 8, 4
"""Columns of groups on a sheet, and columns of names in a group."""

HEAD, TITLE = 0.85, 1.1
"""The sizes of the line above a title and of the title, where names have the size 1."""

HEAD_LINES, TITLE_LINES = 3, 3
"""Lines that these may have at the most."""

RULE = 0.6
"""The height of the hairline and what is around it, in sizes of names."""

GAP = 0.03
"""What is between two columns of groups, as a part of the height of the screen; between two of names it is half."""

SPARE = 1.03
"""Room for the rounding of sizes to whole pixels, as a factor on widths."""

STEPS = 8
"""Halvings by which the size of names is found."""


@dataclass(frozen=True, slots=True)
class Seating:
    """How groups share the screen: `each` on a sheet in `columns`, their names in `lists`; `size` is that of names."""

    sheets: int
    each: int
    columns: int
    lists: int
    size: float


_Words: TypeAlias = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class _Measured:
    """A group in widths for a size of 1: the words of what is above its names, and its widest name."""

    head: _Words
    title: _Words
    widest: float
    names: int


@dataclass(frozen=True, slots=True)
class _Place:
    """What all sheets share: the room, the height of the screen, and the height of a line for a size of 1.

    `cuts` says whether what is above names may end with dots, so that these can be read at all.
    """

    width: float
    height: float
    unit: float
    line: float
    cuts: bool = False


def plan_seating(groups: Sequence[ShownGroup], box: QRectF, unit: float, font: QFont) -> Seating:
    """Return how groups are shown on the fewest sheets on which names are not below the least size.

    On each of them, columns of groups and of names are as many as let the names be largest.
    """
    place = _Place(box.width(), box.height(), unit, _line(font))
    measured = _measure(groups, font)
    seating = Seating(1, 1, 1, 1, 0.0)
    numbers = tuple(dict.fromkeys(ceil(len(groups) / sheets) for sheets in range(1, len(groups) + 1)))
    for cuts, each in product((False, True), numbers):
        sheets = [measured[start : start + each] for start in range(0, len(measured), each)]
        columns, lists, size = _best(sheets, each, replace(place, cuts=cuts))
        seating = Seating(len(sheets), each, columns, lists, max(size, 1.0))
        if size >= unit * LEAST:
            break
    return seating


def _line(font: QFont) -> float:
    """Return the height of a line for a size of 1; Khmer has more above and below it."""
    return max(1.3, QFontMetricsF(sized(font, 100)).lineSpacing() / 100)


def _measure(groups: Sequence[ShownGroup], font: QFont) -> list[_Measured]:
    plain, bold = QFontMetricsF(sized(font, 100)), QFontMetricsF(sized(font, 100, bold=True))
    made = []
    for group in groups:
        widths = sorted(plain.horizontalAdvance(name) / 100 * SPARE for name in group.members)
        if group.rapporteur is not None:
            name = group.members[group.rapporteur]
            widths = sorted([*widths, bold.horizontalAdvance(name) / 100 * SPARE + 1.1])
        made.append(
            _Measured(
                _words(_head(group), plain),
                _words(group.title, bold),
                max(widths[-1], 5.0) if widths else 5.0,
                len(group.members),
            )
        )
    return made


def _words(text: str, metrics: QFontMetricsF) -> _Words:
    """Return the widths of the words between which a line may end, each with the width of the space behind it."""
    parts = breakable(text).replace(" ", f" {ZERO_WIDTH_SPACE}").split(ZERO_WIDTH_SPACE)
    space = metrics.horizontalAdvance(" ")
    return tuple(
        (metrics.horizontalAdvance(part.rstrip()) / 100 * SPARE, space / 100 * part.endswith(" "))
        for part in parts
        if part
    )


def _lines(words: _Words, room: float) -> int:
    """Return in how many lines words stand; a word wider than the room counts as too many, as none is to be cut."""
    lines, used = (1, 0.0) if words else (0, 0.0)
    for word, space in words:
        if used and used + word > room:
            lines, used = lines + 1, 0.0
        if word > room:
            lines += TITLE_LINES
        used += word + space
    return lines


def _best(sheets: Sequence[Sequence[_Measured]], each: int, place: _Place) -> tuple[int, int, float]:
    """Return the columns of groups, the columns of names and the size with which the worst sheet is read best."""
    best = (1, 1, 0.0)
    for columns, lists in product(range(min(MOST_COLUMNS, each), 0, -1), range(1, MOST_LISTS + 1)):
        size = min(_size(sheet, columns, lists, place) for sheet in sheets)
        if size > best[2] * 1.001:
            best = columns, lists, size
    return best


def _size(groups: Sequence[_Measured], columns: int, lists: int, place: _Place) -> float:
    width = _width(place.width, columns, place.unit * GAP)
    names = _width(width, lists, place.unit * GAP / 2)
    high = place.unit * (LARGEST_OF_FEW if len(groups) <= FEW else LARGEST)
    high = min(high, *(names / one.widest for one in groups))
    fits = partial(_fits, groups, columns, lists, place)
    if high <= 0 or fits(high):
        return max(high, 0.0)
    low = 0.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _fits(groups: Sequence[_Measured], columns: int, lists: int, place: _Place, size: float) -> bool:
    width = _width(place.width, columns, place.unit * GAP)
    used = 0.0
    for start in range(0, len(groups), columns):
        row = groups[start : start + columns]
        heads, titles = _lines_above(row, width, size, place.unit)
        if (heads > HEAD_LINES or titles > TITLE_LINES) and not place.cuts:
            return False
        heads, titles = min(heads, HEAD_LINES), min(titles, TITLE_LINES)
        used += (heads * _head_size(size, place.unit) + titles * size * TITLE) * place.line + size * RULE
        used += ceil(max(one.names for one in row) / lists) * place.line * size
    return used <= place.height


def _width(whole: float, columns: int, gap: float) -> float:
    return (whole - gap * (columns - 1)) / columns


def _lines_above(row: Sequence[_Measured], width: float, size: float, unit: float) -> tuple[int, int]:
    """Return how many lines what is above the titles of a row has at the most, and how many the titles."""
    return (
        max(_lines(one.head, width / _head_size(size, unit)) for one in row),
        max(_lines(one.title, width / (size * TITLE)) for one in row),
    )


def _head_size(size: float, unit: float) -> float:
    """Return the size of the line with the room: whoever reads their name from the last row is to find it, too."""
    return max(size * HEAD, unit * LEAST)


def _head(group: ShownGroup) -> str:
    return " · ".join(filter(None, (group.label, group.room)))


class SeatingPainter:
    """Draws the groups of one sheet."""

    def __init__(self, painter: QPainter, theme: Theme, font: QFont, seating: Seating, unit: float) -> None:
        self._painter = painter
        self._theme = theme
        self._font = font
        self._seating = seating
        self._unit = unit
        self._line = _line(font)

    def draw(self, groups: Sequence[ShownGroup], box: QRectF) -> None:
        """Draw the groups, those of a row with their names at one height."""
        seating = self._seating
        columns = min(seating.columns, len(groups))
        width = _width(box.width(), columns, self._unit * GAP)
        measured = _measure(groups, self._font)
        top = box.top()
        for start in range(0, len(groups), columns):
            row = measured[start : start + columns]
            heads, titles = _lines_above(row, width, seating.size, self._unit)
            heads, titles = min(heads, HEAD_LINES), min(titles, TITLE_LINES)
            bottoms = []
            for column, group in enumerate(groups[start : start + columns]):
                left = box.left() + column * (width + self._unit * GAP)
                names = self._draw_above(group, QRectF(left, top, width, 0), heads, titles)
                bottoms.append(self._draw_names(group, QRectF(left, names, width, 0)))
            top = max(bottoms)

    def _draw_above(self, group: ShownGroup, box: QRectF, heads: int, titles: int) -> float:
        """Draw the number and room of a group, its sector and a hairline; return where its names begin."""
        size, top = self._seating.size, box.top()
        for text, lines, large, bold, colour in (
            (_head(group), heads, _head_size(size, self._unit), False, "muted"),
            (group.title, titles, size * TITLE, True, "primary"),
        ):
            place = QRectF(box.left(), top, box.width(), lines * large * self._line * SPARE)
            made = fit_text(text, sized(self._font, large, bold=bold), place, large, large * 0.8)
            made.draw(self._painter, place.topLeft(), self._theme.colour(colour))
            top += lines * large * self._line
        line = QRectF(box.left(), top + size * RULE / 3, box.width(), max(1.5, self._unit / 600))
        self._painter.fillRect(line, self._theme.colour("sand"))
        return top + size * RULE

    def _draw_names(self, group: ShownGroup, box: QRectF) -> float:
        """Draw the names of a group; return where they end."""
        size, lists = self._seating.size, self._seating.lists
        gap = self._unit * GAP / 2
        width = _width(box.width(), lists, gap)
        rows = max(1, ceil(len(group.members) / lists))
        for place, name in enumerate(group.members):
            column, row = divmod(place, rows)
            at = QPointF(box.left() + column * (width + gap), box.top() + row * size * self._line)
            self._draw_name(name, QRectF(at.x(), at.y(), width, size * self._line), place == group.rapporteur)
        return box.top() + rows * size * self._line

    def _draw_name(self, name: str, box: QRectF, is_reporting: bool) -> None:
        """Write a name; that of the one who reports in bold, with a pen behind it."""
        font = sized(self._font, self._seating.size, bold=is_reporting)
        metrics = QFontMetricsF(font)
        sign = self._seating.size * 0.9 if is_reporting else 0.0
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, box.width() - sign * 1.2)
        self._painter.setFont(font)
        self._painter.setPen(self._theme.colour("text"))
        self._painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if is_reporting:
            draw_pen(
                self._painter,
                self._theme,
                QPointF(box.left() + metrics.horizontalAdvance(shown), box.center().y()),
                sign,
            )


def draw_pen(painter: QPainter, theme: Theme, at: QPointF, size: float) -> None:
    """Draw the pen of the one who reports, to the right of a place and level with it."""
    glyph = QRect(0, 0, round(size), round(size))
    glyph.moveCenter(QPointF(at.x() + size * 0.8, at.y()).toPoint())
    theme.icon("pen", "primary").paint(painter, glyph)
