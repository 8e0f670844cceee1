"""Where headings stand: the table of contents, and references to annexes.

Page numbers are known when all pages are laid out, but before they are drawn; a number is set when it is drawn.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from clesidra_desktop.documents.blocks import Contents, Document, Reference, ReferenceTable
from clesidra_desktop.documents.numbering import Digits, numbered_headings
from clesidra_desktop.documents.pdf.paragraphs import paragraph_strips
from clesidra_desktop.documents.pdf.strips import LineStrip, Mark, Placed, Strip, baseline, stroke
from clesidra_desktop.documents.pdf.style import Typesetters
from clesidra_desktop.documents.pdf.tables import rule, table_summary
from clesidra_desktop.documents.pdf.tags import COLUMN_SCOPE, ROW_SCOPE, Element, PageMarks, Spot

NUMBER_ROOM = 34.0
"""What is left free for a page number, in points."""

INDENT = 14.0
LABEL_COLUMN = 0.18
"""The part of the width that the labels of references take."""

ABOVE = 6.0
"""So far above a heading the page is shown that a link leads to, in points."""

DOTS = "[.1 3.4] 0 d 1 J .7 w"


@dataclass(slots=True)
class PageIndex:
    """Where all headings of a document stand, in printing order; filled in when the pages are laid out.

    `spots` are their pages, from 1, and heights there.
    """

    document: Document
    spots: dict[int, Spot] = field(default_factory=dict)
    met: int = 0

    def meet(self) -> int:
        """Return the place of the next heading that is laid out."""
        self.met += 1
        return self.met - 1

    def fill(self, marks: Iterable[tuple[Spot, Mark]]) -> None:
        """Note where marks stand: the page, from 1, and the height there."""
        self.spots.update((mark.heading, spot) for spot, mark in marks if mark.heading >= 0)

    def numbers(self) -> tuple[int, ...]:
        """Return the page of every heading that was laid out."""
        return tuple(self.spots[place][0] for place in range(self.met))

    def place_of(self, key: str) -> int:
        """Return the place of the heading with a key, or -1."""
        found = (place for place, one in enumerate(numbered_headings(self.document)) if one.heading.key == key)
        return next(found, -1)

    def number(self, place: int) -> str:
        """Return the page of a heading as it is printed, empty where there is none."""
        spot = self.spots.get(place)
        return Digits(self.document.digits).write(spot[0]) if spot else ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading that something leads to, by its place among all headings."""

    index: PageIndex
    place: int
    text: str

    def spot(self) -> Spot | None:
        """Return where it stands: its page, from 0, and the height a little above it."""
        found = self.index.spots.get(self.place)
        return (found[0] - 1, found[1] + ABOVE) if found else None


@dataclass(slots=True)
class NumberedLine:
    """A line with the page of a heading at its right end, and dots that lead there from `dots` on."""

    line: LineStrip
    setters: Typesetters
    index: PageIndex
    place: int
    element: Element
    width: float
    dots: float = -1.0
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    header: Strip | None = None
    mark: Mark | None = None
    height: float = 0.0

    def __post_init__(self) -> None:
        self.height = self.line.height

    def draw(self, operators: list[str], x: float, top: float, marks: PageMarks | None) -> None:
        """Draw the line, the dots and the number."""
        first = self.line.placed[-1]
        setter = self.setters.of(self.setters.look.value)
        number = setter.line(self.index.number(self.place))
        start = self.width - number.width
        placed = Placed(number, start, first.baseline, setter.style.size, setter.style.colour, self.element)
        shape = ""
        if 0 <= self.dots < start - 14:
            dotted = stroke(self.setters.look.colours.line)
            shape = f"{dotted} {DOTS} {self.dots + 6:.2f} {-first.baseline:.2f} m {start - 6:.2f} "
            shape += f"{-first.baseline:.2f} l S"
        LineStrip((*self.line.placed, placed), self.height, shape=shape, link=self.line.link).draw(
            operators, x, top, marks
        )


def contents_strips(
    block: Contents, width: float, setters: Typesetters, parent: Element, index: PageIndex
) -> list[Strip]:
    """Lay the table of contents out: a line for each heading, deeper ones indented."""
    look = setters.look
    title = paragraph_strips(block.title, setters.of(look.heading_4), width, parent.add("P"))
    title[0].before, title[-1].after, title[-1].keep = 14.0, 4.0, True
    strips: list[Strip] = [*title]
    toc = parent.add("TOC")
    digits = setters.of(look.value)
    tallest = digits.leading([digits.line(index.document.digits)])
    for place, one in enumerate(numbered_headings(index.document)):
        level = one.heading.level
        if level > block.deepest:
            continue
        left = INDENT * (level - 1)
        element = toc.add("TOCI").add("Reference").add("Link")
        setter = setters.of(look.contents if level == 1 else look.value)
        text = f"{one.number} {one.heading.text}".strip()
        lines = paragraph_strips(text, setter, width - NUMBER_ROOM, element, left=left)
        _level_out(lines, tallest)
        for line in lines:
            line.link = (element, left, width, Entry(index, place, text))
        strips += lines[:-1]
        dots = left + lines[-1].placed[-1].line.width
        last = NumberedLine(lines[-1], setters, index, place, element, width, dots)
        last.before = lines[0].before = 5.0 if level == 1 else 0.0
        strips.append(last)
    strips[-1].after = 12.0
    return strips


def _level_out(lines: Iterable[LineStrip], tallest: float) -> None:
    """Give lines the height of those with the digits of the document, so that all entries stand equally far apart."""
    for line in lines:
        if line.height < tallest:
            for placed in line.placed:
                placed.baseline += (tallest - line.height) / 2
            line.height = tallest


def reference_strips(
    block: ReferenceTable, width: float, setters: Typesetters, parent: Element, index: PageIndex
) -> list[Strip]:
    """Lay references out as a table: label, text, page."""
    table = parent.add("Table", attributes=table_summary(block.summary))
    strips: list[Strip] = [_title_row(block, width, setters, table), rule(width, setters.look.colours)]
    strips[0].keep = strips[1].keep = True
    for reference in block.rows:
        strips += _reference_row(reference, width, setters, table.add("TR"), index)
        strips[-1].keep = True
        strips.append(rule(width, setters.look.colours))
    strips[0].before, strips[-1].after = 8.0, 8.0
    return strips


def _title_row(block: ReferenceTable, width: float, setters: Typesetters, table: Element) -> LineStrip:
    row = table.add("TR")
    for _ in range(2):
        row.add("TH", attributes=COLUMN_SCOPE)
    element = row.add("TH", attributes=COLUMN_SCOPE)
    setter = setters.of(setters.look.note)
    line = setter.line(block.page_title)
    leading = setter.leading([line])
    base = baseline(leading, setter.style.size)
    placed = Placed(line, width - line.width, base, setter.style.size, setter.style.colour, element)
    return LineStrip((placed,), leading)


def _reference_row(
    reference: Reference, width: float, setters: Typesetters, row: Element, index: PageIndex
) -> list[Strip]:
    key, value = setters.of(setters.look.key), setters.of(setters.look.value)
    indent = width * LABEL_COLUMN
    head, cell, number = row.add("TH", attributes=ROW_SCOPE), row.add("TD").add("Link"), row.add("TD")
    target = Entry(index, index.place_of(reference.key), f"{reference.label}: {reference.text}")
    keys = key.lines(reference.label, indent - 8)
    texts = value.lines(reference.text, width - indent - NUMBER_ROOM)
    leading = max(value.leading(texts), key.leading(keys))
    strips: list[Strip] = []
    for place in range(max(len(keys), len(texts), 1)):
        placed = [
            Placed(line, x, baseline(leading, setter.style.size), setter.style.size, setter.style.colour, element)
            for lines, x, setter, element in ((keys, 0.0, key, head), (texts, indent, value, cell))
            for line in lines[place : place + 1]
        ]
        strips.append(LineStrip(tuple(placed), leading, keep=True, link=(cell, 0.0, width, target)))
    first = strips[0]
    if isinstance(first, LineStrip) and first.placed:
        strips[0] = NumberedLine(first, setters, index, target.place, number, width, keep=True)
    return strips
