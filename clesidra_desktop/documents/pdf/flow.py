"""Blocks to strips: where text stands, what belongs together, what may be divided, and what it is."""

from collections.abc import Sequence
from typing import assert_never

from clesidra_desktop.documents.blocks import (
    BarChart,
    Block,
    Contents,
    Enclosed,
    Heading,
    KeyTable,
    LineChart,
    List,
    Paragraph,
    ParagraphRole,
    Picture,
    ReferenceTable,
    Table,
    Title,
)
from clesidra_desktop.documents.numbering import Digits, heading_number
from clesidra_desktop.documents.pdf.chart import chart_strips
from clesidra_desktop.documents.pdf.line_chart import line_chart_strips
from clesidra_desktop.documents.pdf.lists import list_strips
from clesidra_desktop.documents.pdf.paragraphs import Marker, align_strips, paragraph_strips
from clesidra_desktop.documents.pdf.pictures import picture_strip
from clesidra_desktop.documents.pdf.references import PageIndex, contents_strips, reference_strips
from clesidra_desktop.documents.pdf.strips import LineStrip, Mark, Strip, stroke
from clesidra_desktop.documents.pdf.style import Typesetters
from clesidra_desktop.documents.pdf.tables import key_table_strips, table_strips
from clesidra_desktop.documents.pdf.tags import Element
from clesidra_desktop.domain.progress import Progress

HANGS = (27.0, 0.0, 20.0, 24.0)
"""Headings of one level start below each other, whatever their numbers."""

PROGRESS_EVERY = 500
"""Blocks between two reports of progress."""


class Flow:
    """Turns the blocks of a section into strips of a width in points, and into elements below its own.

    No picture is higher than `height`.
    """

    def __init__(
        self,
        width: float,
        height: float,
        setters: Typesetters,
        index: PageIndex,
        element: Element,
        progress: Progress,
    ) -> None:
        self._width = width
        self._height = height
        self._setters = setters
        self._look = setters.look
        self._digits = Digits(index.document.digits)
        self._index = index
        self._element = element
        self._progress = progress
        self._numbers = [0, 0, 0, 0]

    def strips(self, blocks: Sequence[Block]) -> list[Strip]:
        """Return the strips of all blocks, in printing order."""
        strips: list[Strip] = []
        before: Block | None = None
        below_title = False
        for place, block in enumerate(blocks, start=1):
            if place % PROGRESS_EVERY == 0:
                self._progress(place, len(blocks))
            if strips and _belongs(before, block):
                strips[-1].keep = True
            below_title = isinstance(block, Title) or (below_title and isinstance(block, Paragraph))
            made = self._block(block)
            if below_title and isinstance(block, Paragraph):
                lines = [strip for strip in made if isinstance(strip, LineStrip)]
                align_strips(lines, self._width, self._setters.theme.values.first_page.align)
            strips += made
            before = block
        return strips

    def _block(self, block: Block) -> list[Strip]:
        width, setters, element = self._width, self._setters, self._element
        strips: list[Strip]
        match block:
            case Title():
                strips = self._title(block)
            case Heading():
                strips = self._heading(block)
            case Paragraph():
                strips = self._paragraph(block)
            case List():
                strips = list_strips(block, width, setters, self._digits, element)
            case Table():
                strips = table_strips(block, width, setters, element, self._progress)
            case KeyTable():
                strips = key_table_strips(block, width, setters, element)
            case Contents():
                strips = contents_strips(block, width, setters, element, self._index)
            case ReferenceTable():
                strips = reference_strips(block, width, setters, element, self._index)
            case BarChart():
                strips = chart_strips(block, width, setters, element)
            case LineChart():
                strips = line_chart_strips(block, width, setters, element)
            case Picture():
                strips = [picture_strip(block, width, self._height, setters, element)]
            case Enclosed():
                strips = []  # it is attached to the file
            case _:
                assert_never(block)
        return strips

    def _title(self, block: Title) -> list[Strip]:
        first = self._setters.theme.values.first_page
        setter = self._setters.of(self._look.cover_title if first.kind == "cover" else self._look.title)
        strips = paragraph_strips(block.text, setter, self._width, self._element.add("H1"))
        align_strips(strips, self._width, first.align)
        keep_all(strips)
        strips[0].mark = Mark(block.text, 0)
        rule = f"{stroke(self._look.colours.rule)} 1.2 w 0 -4 {self._width:.2f} 0 re S" if first.rule else ""
        return [*strips, LineStrip((), 8.0, shape=rule, after=4.0)]

    def _heading(self, block: Heading) -> list[Strip]:
        look = self._look
        place = block.level - 1
        setter = self._setters.of((look.heading_1, look.heading_2, look.heading_3, look.heading_4)[place])
        self._numbers[place] = block.number
        number = heading_number(block, self._numbers[2], self._digits)
        element = self._element.add(f"H{block.level + 1}")
        marker = Marker(number, element) if number else None
        hang = HANGS[place] if number else 0.0
        strips = paragraph_strips(block.text, setter, self._width, element, hang=hang, marker=marker)
        keep_all(strips)
        strips[0].mark = Mark(f"{number} {block.text}".strip(), place, self._index.meet())
        strips[0].before = (22.0, 18.0, 14.0, 9.0)[place]
        strips[-1].after = (6.0, 4.0, 3.0, 2.0)[place]
        return list(strips)

    def _paragraph(self, block: Paragraph) -> list[Strip]:
        look = self._look
        style = {
            ParagraphRole.BODY: look.body,
            ParagraphRole.BYLINE: look.byline,
            ParagraphRole.NOTE: look.note,
            ParagraphRole.LEAD: look.lead,
            ParagraphRole.MISSING: look.missing,
        }[block.role]
        strips = paragraph_strips(block.text, self._setters.of(style), self._width, self._element.add("P"))
        if block.role is ParagraphRole.BYLINE:
            keep_all(strips)
        strips[0].before = 2.0 if block.role is ParagraphRole.BYLINE else 4.0
        strips[-1].after = 5.0
        return list(strips)


def _belongs(before: Block | None, block: Block) -> bool:
    """Whether a block stays with the end of the one before it: a note, what a sentence or a table leads up to."""
    if isinstance(block, Paragraph):
        return block.role is ParagraphRole.NOTE
    if isinstance(before, Table):
        return isinstance(block, BarChart | LineChart)
    return isinstance(before, Paragraph) and isinstance(block, List | Table | BarChart | LineChart)


def keep_all(strips: Sequence[Strip]) -> None:
    """Hold these strips together, and the next one with them."""
    for strip in strips:
        strip.keep = True
