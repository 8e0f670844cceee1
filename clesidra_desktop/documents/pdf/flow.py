"""Blocks to strips: where text stands, what belongs together, what may be divided."""

from collections.abc import Sequence
from typing import assert_never

from clesidra_desktop.documents.blocks import (
    BarChart,
    Block,
    Heading,
    KeyTable,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    ParagraphRole,
    Table,
    Title,
)
from clesidra_desktop.documents.numbering import Digits, heading_number, item_number
from clesidra_desktop.documents.pdf.chart import chart_strips
from clesidra_desktop.documents.pdf.strips import LineStrip, Mark, Placed, Strip, baseline, fill, stroke
from clesidra_desktop.documents.pdf.style import INK, RULE, TEAL, Typesetters
from clesidra_desktop.documents.pdf.tables import key_table_strips, table_strips
from clesidra_desktop.documents.pdf.text import Line, TextStyle
from clesidra_desktop.domain.progress import Progress

MARKER_GAP = 5.0
"""Between the number or bullet of an item and its text."""

PART_HANG = 27.0
"""The headings of the parts start below each other, whatever their numerals."""

CIRCLE = 0.5523
"""The control points of four Bézier curves that make a circle lie this part of the radius off its axes."""


class Flow:
    """Turns the blocks of a section into strips of a width in points."""

    def __init__(self, width: float, setters: Typesetters, digits: Digits, progress: Progress) -> None:
        self._width = width
        self._setters = setters
        self._look = setters.look
        self._digits = digits
        self._progress = progress
        self._numbers = [0, 0, 0, 0]

    def strips(self, blocks: Sequence[Block]) -> list[Strip]:
        """Return the strips of all blocks, in printing order."""
        strips: list[Strip] = []
        before: Block | None = None
        for block in blocks:
            if strips and _belongs(before, block):
                strips[-1].keep = True
            strips += self._block(block)
            before = block
        return strips

    def _block(self, block: Block) -> list[Strip]:
        match block:
            case Title():
                return self._title(block)
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block)
            case List():
                return self._list(block)
            case Table():
                return table_strips(block, self._width, self._setters, self._progress)
            case KeyTable():
                return key_table_strips(block, self._width, self._setters)
            case BarChart():
                return chart_strips(block, self._width, self._setters)
            case _:
                assert_never(block)

    def _title(self, block: Title) -> list[Strip]:
        strips = self._text(block.text, self._look.title, mark=Mark(block.text, 0))
        keep_all(strips)
        rule = f"{stroke(RULE)} 1.2 w 0 -4 {self._width:.2f} 0 re S"
        return [*strips, LineStrip((), 8.0, rule=rule, after=4.0)]

    def _heading(self, block: Heading) -> list[Strip]:
        look = self._look
        style = (look.heading_1, look.heading_2, look.heading_3, look.heading_4)[block.level - 1]
        self._numbers[block.level - 1] = block.number
        number = heading_number(block, self._numbers[2], self._digits)
        strips = self._text(
            block.text, style, marker=number, mark=Mark(f"{number} {block.text}".strip(), block.level - 1)
        )
        keep_all(strips)
        strips[0].before = (22.0, 18.0, 14.0, 9.0)[block.level - 1]
        strips[-1].after = (6.0, 4.0, 3.0, 2.0)[block.level - 1]
        return strips

    def _paragraph(self, block: Paragraph) -> list[Strip]:
        look = self._look
        style = {
            ParagraphRole.BODY: look.body,
            ParagraphRole.BYLINE: look.byline,
            ParagraphRole.NOTE: look.note,
            ParagraphRole.LEAD: look.lead,
            ParagraphRole.MISSING: look.missing,
        }[block.role]
        strips = self._text(block.text, style)
        if block.role is ParagraphRole.BYLINE:
            keep_all(strips)
        strips[0].before = 2.0 if block.role is ParagraphRole.BYLINE else 4.0
        strips[-1].after = 5.0
        return strips

    def _list(self, block: List) -> list[Strip]:
        items = [self._item(item) for item in block.items]
        for one in {0, len(items) - 2} & set(range(len(items) - 1)):  # no item alone on either side of a page break
            items[one][-1].keep = True
        return [strip for strips in items for strip in strips]

    def _item(self, item: ListItem) -> list[Strip]:
        level = min(item.level, self._look.deepest)
        left = level * self._look.indent
        style = self._look.body
        if item.style is ListStyle.PLAIN:
            strips = self._text(item.text, style, left=left)
        elif item.style is ListStyle.NUMBER:
            strips = self._text(item.text, style, left=left, marker=item_number(item, self._digits))
        else:
            strips = self._text(item.text, style, left=left, hang=self._look.indent)
            first = strips[0]
            if isinstance(first, LineStrip):
                first.rule = bullet(item.level, left + self._look.indent * 0.4, first.placed, first.height)
        strips[0].before = 1.5
        strips[-1].after = 1.5
        return strips

    def _text(
        self,
        text: str,
        style: TextStyle,
        *,
        left: float = 0.0,
        marker: str = "",
        hang: float = 0.0,
        mark: Mark | None = None,
    ) -> list[Strip]:
        """Set a paragraph: the marker stands before the first line, the text hangs behind it."""
        setter = self._setters.of(style)
        markers = (setter.line(marker),) if marker else ()
        for line in markers:
            hang = max(hang or self._look.indent, line.width + MARKER_GAP)
        lines = setter.lines(text, self._width - left - hang) or (Line((), 0, khmer=False),)
        leading = setter.leading(lines)
        strips: list[Strip] = []
        for index, line in enumerate(lines):
            placed = [_place(line, left + hang, style, leading)]
            if index == 0:  # what is drawn first is read first
                placed[:0] = [_place(line, left, style, leading) for line in markers]
            # Two lines at least on either side of a page break.
            keep = len(lines) > 1 and index in (0, len(lines) - 2)
            strips.append(LineStrip(tuple(placed), leading, keep=keep))
        strips[0].mark = mark
        return strips


def _place(line: Line, x: float, style: TextStyle, leading: float) -> Placed:
    return Placed(line, x, baseline(leading, style.size), style.size, style.colour)


def _belongs(before: Block | None, block: Block) -> bool:
    """Whether a block stays with the end of the one before it: a note, and what a sentence leads up to."""
    if isinstance(block, Paragraph):
        return block.role is ParagraphRole.NOTE
    return isinstance(before, Paragraph) and isinstance(block, List | Table | BarChart)


def keep_all(strips: Sequence[Strip]) -> None:
    """Hold these strips together, and the next one with them."""
    for strip in strips:
        strip.keep = True


def bullet(level: int, x: float, placed: Sequence[Placed], height: float) -> str:
    """Draw the bullet of a level: a disc, a ring or a square. No face at hand has the ring."""
    middle = -(placed[0].baseline - placed[0].size * 0.28) if placed else -height / 2
    radius = 1.5
    shape = level % 3
    if shape == 2:
        return f"{fill(INK)} {x - radius:.2f} {middle - radius:.2f} {2 * radius} {2 * radius} re f"
    k = radius * CIRCLE
    top, bottom, left, right = middle + radius, middle - radius, x - radius, x + radius
    circle = (
        f"{right:.2f} {middle:.2f} m "
        f"{right:.2f} {middle + k:.2f} {x + k:.2f} {top:.2f} {x:.2f} {top:.2f} c "
        f"{x - k:.2f} {top:.2f} {left:.2f} {middle + k:.2f} {left:.2f} {middle:.2f} c "
        f"{left:.2f} {middle - k:.2f} {x - k:.2f} {bottom:.2f} {x:.2f} {bottom:.2f} c "
        f"{x + k:.2f} {bottom:.2f} {right:.2f} {middle - k:.2f} {right:.2f} {middle:.2f} c"
    )
    return f"{fill(INK)} {circle} f" if shape == 0 else f"{stroke(TEAL)} .7 w {circle} s"
