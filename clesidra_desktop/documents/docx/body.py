"""The body of the document: blocks into paragraphs and tables."""

from collections.abc import Callable, Iterable
from typing import Final

from clesidra_desktop.documents.blocks import (
    BarChart,
    Block,
    Chart,
    Contents,
    Enclosed,
    Heading,
    KeyTable,
    LineChart,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    ParagraphRole,
    Picture,
    ReferenceTable,
    Section,
    Table,
    Title,
)
from clesidra_desktop.documents.docx.chart import chart_height, drawing
from clesidra_desktop.documents.docx.line_chart import LINE_CHART_HEIGHT
from clesidra_desktop.documents.docx.look import A4, INDENT, Paper
from clesidra_desktop.documents.docx.numbering import (
    BULLET_NUM,
    HEADING_NUM,
    HEADINGS,
    NUMBERS,
    SILENT_NUM,
    Count,
    Numbering,
    numbered,
)
from clesidra_desktop.documents.docx.objects import Objects
from clesidra_desktop.documents.docx.pictures import Pictures
from clesidra_desktop.documents.docx.references import References
from clesidra_desktop.documents.docx.tables import key_table, table
from clesidra_desktop.documents.docx.text import Runs, paragraph
from clesidra_desktop.documents.numbering import DEEPEST_LEVEL

_ROLES: Final = {
    ParagraphRole.BODY: "BodyText",
    ParagraphRole.BYLINE: "Byline",
    ParagraphRole.NOTE: "Note",
    ParagraphRole.LEAD: "Lead",
    ParagraphRole.MISSING: "Missing",
}
TABLES: Final = (Table, KeyTable, ReferenceTable)
_KEEP: Final = "<w:keepNext/>"
_DEEPEST_INDENT: Final = 18 * INDENT
"""Items deeper than this stay here, so that their text keeps a width to stand in."""

PROGRESS_EVERY = 500
"""Blocks after which it can be stopped."""


class Body:
    """Blocks as WordprocessingML, in `pieces`; a table is written only when its piece is read.

    `add_chart` takes a chart and returns the relationship and the number of its part; `done` is told the rows written.
    The styles of a foreign template do not number headings: with `explicit` each heading says its list itself.
    """

    def __init__(
        self,
        numbering: Numbering,
        references: References,
        pictures: Pictures,
        objects: Objects,
        add_chart: Callable[[Chart], tuple[str, int]],
        done: Callable[[int], None],
        paper: Paper = A4,
        *,
        explicit: bool = False,
    ) -> None:
        self.pieces: list[Iterable[str]] = []
        self._runs = Runs()
        self._numbering = numbering
        self._references = references
        self._pictures = pictures
        self._objects = objects
        self._add_chart = add_chart
        self._done = done
        self._paper = paper
        self._explicit = explicit
        self._headings = Count(numbering, HEADINGS, HEADING_NUM)
        self._sector = 0

    def add(self, section: Section, properties: str, *, last: bool) -> None:
        """Add a section with its properties.

        The properties of the last section end the body; those of the others hang on a paragraph of their own, which
        is too low to be seen. Two tables would grow together without a paragraph between them.
        """
        following = (*section.blocks[1:], None)
        for place, (block, after) in enumerate(zip(section.blocks, following, strict=False), start=1):
            self._add(block, section.landscape, after)
            if place % PROGRESS_EVERY == 0:
                self._done(0)
            if after is not None and isinstance(block, TABLES):
                self.pieces.append(
                    (paragraph("AfterTable", "", _KEEP if isinstance(after, BarChart | LineChart) else ""),)
                )
        if not last:
            self.pieces.append((paragraph("Spacer", "", properties),))
        elif not section.blocks or isinstance(section.blocks[-1], TABLES):
            self.pieces.append((paragraph("Spacer", ""), properties))
        else:
            self.pieces.append((properties,))

    def _add(self, block: Block, landscape: bool, after: Block | None) -> None:
        """Add a block, and keep it with the table or chart that comes after it."""
        width = self._paper.text_width(landscape)
        match block:
            case Table():
                leads = isinstance(after, BarChart | LineChart)
                piece: Iterable[str] = table(block, width, self._runs, self._pictures, self._done, leads=leads)
            case KeyTable():
                piece = (key_table(block, width, self._runs),)
            case Contents():
                piece = (self._references.contents(block, width, self._runs),)
            case ReferenceTable():
                piece = (self._references.table(block, width, self._runs),)
            case Picture():
                room = self._paper.text_height(landscape) * 17 // 20
                piece = (paragraph("Figure", self._pictures.in_text(block, width, room)),)
            case Enclosed():
                piece = (paragraph("BodyText", self._objects.run(block)),)
            case Title(text):
                piece = (paragraph("Title", self._runs[text]),)
            case Heading():
                piece = (self._heading(block),)
            case Paragraph(text, role):
                keep = _KEEP if isinstance(after, Table | BarChart | LineChart) else ""
                piece = (paragraph(_ROLES[role], self._runs[text], keep),)
            case List():
                piece = self._list(block)
            case BarChart() | LineChart():
                piece = (self._chart(block, width, self._paper.text_height(landscape) * 3 // 4),)
        self.pieces.append(piece)

    def _heading(self, block: Heading) -> str:
        level = block.level - 1
        counted = block.number > 0 and block.level != 2
        if block.level < 3:
            self._sector = 0
        elif block.level == 3:
            self._sector = block.number
        if counted:
            num = self._headings.place(level, block.number, self._sector if block.level == 4 else None)
        elif block.level == 2:
            num = self._headings.pass_by(level)
        else:
            num = SILENT_NUM
        properties = "" if num == HEADING_NUM and not self._explicit else numbered(num, level)
        return paragraph(f"Heading{block.level}", self._references.marked(self._runs[block.text]), properties)

    def _list(self, block: List) -> list[str]:
        count = Count(self._numbering, NUMBERS)
        next_levels = [item.level for item in block.items[1:]] + [0]
        return [
            self._item(item, count, leads=next_level > item.level)
            for item, next_level in zip(block.items, next_levels, strict=False)
        ]

    def _item(self, item: ListItem, count: Count, *, leads: bool) -> str:
        """Return an item; one that `leads` to deeper ones stays on their page."""
        level = min(item.level, DEEPEST_LEVEL)
        keep = _KEEP if leads else ""
        if item.style is ListStyle.PLAIN:
            indent = min(item.level * INDENT, _DEEPEST_INDENT)
            properties = f'<w:ind w:left="{indent}"/>' if indent else ""
            return paragraph("ListParagraph", self._runs[item.text], keep + properties)
        numbers = item.style is ListStyle.NUMBER
        properties = keep + numbered(count.place(level, item.ordinal) if numbers else BULLET_NUM, level)
        if item.level > DEEPEST_LEVEL:
            indent = min((item.level + 1) * INDENT, _DEEPEST_INDENT)
            properties += f'<w:ind w:left="{indent}" w:hanging="{INDENT}"/>'
        return paragraph("ListNumber" if numbers else "ListBullet", self._runs[item.text], properties)

    def _chart(self, block: Chart, width: int, height: int) -> str:
        if not (block.bars if isinstance(block, BarChart) else block.points):
            return ""
        relationship, index = self._add_chart(block)
        wanted = chart_height(block) if isinstance(block, BarChart) else LINE_CHART_HEIGHT
        return paragraph("Figure", drawing(block.summary, relationship, index, width, min(wanted, height)))
