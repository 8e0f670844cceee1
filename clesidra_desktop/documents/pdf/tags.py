"""The structure of a tagged PDF: which content is a heading, a list, a cell of a table, and in which order it is read.

Elements are made when the blocks are laid out and learn where their content stands when it is drawn. A row of a table
is one object for itself and all of its cells, because a long list has more than a hundred thousand of them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Box: TypeAlias = tuple[float, float, float, float]

Content: TypeAlias = tuple[int, int]
"""Where marked content stands: the page, from 0, and its number on the page."""

Spot: TypeAlias = tuple[int, float]
"""Where a link leads: the page, from 0, and a height on it in points, from its lower edge."""


@dataclass(slots=True, eq=False)
class Element:
    """A structure element, such as a paragraph.

    `attributes` is ready PDF syntax, `alt` says what a figure shows, `language` differs from the document's own.
    `box` is where a figure stands on its page: left, bottom, right, top in points.
    """

    tag: str
    parent: "Element | None" = None
    attributes: str = ""
    alt: str = ""
    language: str = ""
    children: "list[Element | Row]" = field(default_factory=list)
    content: list[Content] = field(default_factory=list)
    links: "list[Link]" = field(default_factory=list)
    box: Box | None = None
    number: int = 0

    def add(self, tag: str, *, attributes: str = "", alt: str = "", language: str = "") -> "Element":
        """Append an element below this one and return it."""
        child = Element(tag, self, attributes, alt, language)
        self.children.append(child)
        return child

    def extend(self, box: Box) -> None:
        """Let the box of a figure reach around another one: left, bottom, right, top."""
        own = self.box or box
        self.box = (min(own[0], box[0]), min(own[1], box[1]), max(own[2], box[2]), max(own[3], box[3]))

    def add_row(self, cells: int, *, header: bool = False) -> "Row":
        """Append a row of a table and return it."""
        row = Row(self, cells, header)
        self.children.append(row)
        return row


@dataclass(slots=True, eq=False)
class Link:
    """What leads from a box on a page (from 0) to a spot; `text` says what is there.

    `element` is its own in the structure, `number` that of its object in the file.
    """

    page: int
    box: Box
    target: Spot
    text: str
    element: Element
    number: int = 0


class Row:
    """A row of a table with its cells.

    `content` has one entry for each slice of the row that was drawn: the page, and the number of the first cell's
    content, which those of the other cells follow. `figures` are the cells that hold a picture, by column.
    """

    __slots__ = ("cells", "content", "figures", "header", "number", "parent")

    def __init__(self, parent: Element, cells: int, header: bool) -> None:
        self.parent = parent
        self.cells = cells
        self.header = header
        self.content: list[Content] = []
        self.figures: Mapping[int, CellFigure] = {}
        self.number = 0

    @property
    def size(self) -> int:
        """How many objects the row is: itself, its cells, the figures in them."""
        return 1 + self.cells + len(self.figures)

    def owner(self, cell: int) -> int:
        """Return the number of the object whose content that of a cell is: the cell, or the figure in it."""
        if cell in self.figures:
            return self.number + 1 + self.cells + list(self.figures).index(cell)
        return self.number + 1 + cell


@dataclass(slots=True)
class CellFigure:
    """A picture in a cell: what it shows, and where it stands on its page (left, bottom, right, top in points)."""

    alt: str
    box: Box = (0.0, 0.0, 0.0, 0.0)


class PageMarks:
    """Numbers the marked content of one page and remembers whose it is."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._count = 0
        self.owners: list[Element | Row] = []
        self.links: list[Link] = []

    def begin(self, element: Element, properties: str = "") -> str:
        """Return the operator that begins content of an element; `properties` are further entries of its dictionary."""
        number = self._count
        self._count += 1
        self.owners.append(element)
        element.content.append((self._page, number))
        return f"/{element.tag} <</MCID {number}{properties}>> BDC"

    def link(self, element: Element, box: Box, target: Spot, text: str) -> None:
        """Let a box on the page (left, bottom, right, top in points) lead to a spot."""
        link = Link(self._page, box, target, text, element)
        self.links.append(link)
        element.links.append(link)

    def begin_row(self, row: Row) -> int:
        """Give the cells of a row, or of a slice of it, their numbers and return the first one."""
        number = self._count
        self._count += row.cells
        self.owners.append(row)
        row.content.append((self._page, number))
        return number


class Structure:
    """The tree of a document's elements and the pages on which their content stands."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.pages: list[PageMarks] = []

    def turn(self) -> PageMarks:
        """Begin the next page."""
        self.pages.append(PageMarks(len(self.pages)))
        return self.pages[-1]

    def links(self) -> list[Link]:
        """Return the links of all pages, in the order of their keys in the parent tree, which follow the pages."""
        return [link for page in self.pages for link in page.links]

    def serialize(self, first: int, root: int, pages: list[int]) -> Iterator[bytes]:
        """Yield the bodies of all objects of the tree, to be numbered from `first` on.

        `root` is the object number of the tree's root, `pages` are those of the pages. Elements without content or
        children are kept: an empty cell is a cell.
        """
        self._number(first)
        stack: list[Element | Row] = [self.root]
        while stack:
            one = stack.pop()
            if isinstance(one, Row):
                yield from _row(one, pages)
            else:
                yield _element(one, root, pages)
                stack.extend(reversed(one.children))

    def parent_tree(self) -> Iterator[bytes]:
        """Yield, for each page, an array of the elements of its marked content, and then the element of each link."""
        for page in self.pages:
            numbers = (number for owner in page.owners for number in _owned(owner))
            yield b"[%b]" % b" ".join(b"%d 0 R" % number for number in numbers)
        for link in self.links():
            yield b"%d 0 R" % link.element.number

    def _number(self, first: int) -> None:
        """Number all objects in reading order."""
        stack: list[Element | Row] = [self.root]
        while stack:
            one = stack.pop()
            one.number = first
            if isinstance(one, Row):
                first += one.size
            else:
                first += 1
                stack.extend(reversed(one.children))


def _owned(owner: Element | Row) -> Iterable[int]:
    """Return the object numbers to which consecutive content of an owner belongs."""
    if isinstance(owner, Row):
        if owner.figures:
            return [owner.owner(cell) for cell in range(owner.cells)]
        return range(owner.number + 1, owner.number + 1 + owner.cells)
    return range(owner.number, owner.number + 1)


def _element(element: Element, root: int, pages: list[int]) -> bytes:
    parent = element.parent.number if element.parent else root
    parts = [f"<</S/{element.tag}/P {parent} 0 R"]
    if len(element.content) == 1 and not element.children and not element.links:
        page, number = element.content[0]
        parts.append(f"/Pg {pages[page]} 0 R/K {number}")
    elif element.content or element.children or element.links:
        kids = [f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {number}>>" for page, number in element.content]
        kids += [f"<</Type/OBJR/Obj {link.number} 0 R/Pg {pages[link.page]} 0 R>>" for link in element.links]
        kids += [f"{child.number} 0 R" for child in element.children]
        parts.append(f"/K[{' '.join(kids)}]")
    if element.alt:
        parts.append(f"/Alt {text_string(element.alt)}")
    if element.language:
        parts.append(f"/Lang({element.language})")
    attributes = element.attributes
    if element.box:
        attributes = _placement(element.box, "Block")
    if attributes:
        parts.append(f"/A {attributes}")
    parts.append(">>")
    return "".join(parts).encode("ascii")


ROW_SCOPE = "<</O/Table/Scope/Row>>"
COLUMN_SCOPE = "<</O/Table/Scope/Column>>"


def _row(row: Row, pages: list[int]) -> Iterator[bytes]:
    first = row.number + 1
    kids = " ".join(f"{number} 0 R" for number in range(first, first + row.cells))
    yield f"<</S/TR/P {row.parent.number} 0 R/K[{kids}]>>".encode("ascii")
    tag, scope = ("TH", f"/A{COLUMN_SCOPE}") if row.header else ("TD", "")
    head = f"<</S/{tag}/P {row.number} 0 R{scope}"
    if row.figures:
        yield from _cells_with_figures(row, head, pages)
        return
    if len(row.content) == 1:
        page, start = row.content[0]
        head += f"/Pg {pages[page]} 0 R/K "
        for number in range(start, start + row.cells):
            yield f"{head}{number}>>".encode("ascii")
        return
    for cell in range(row.cells):
        kids = " ".join(f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {start + cell}>>" for page, start in row.content)
        yield f"{head}/K[{kids}]>>".encode("ascii")


def _cells_with_figures(row: Row, head: str, pages: list[int]) -> Iterator[bytes]:
    """Yield the cells of a row, then the figures in them."""

    def content(cell: int) -> str:
        marks = (f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {start + cell}>>" for page, start in row.content)
        return f"/K[{' '.join(marks)}]"

    for cell in range(row.cells):
        kids = f"/K {row.owner(cell)} 0 R" if cell in row.figures else content(cell)
        yield f"{head}{kids}>>".encode("ascii")
    for cell, figure in row.figures.items():
        yield (
            f"<</S/Figure/P {row.number + 1 + cell} 0 R{content(cell)}"
            f"/Alt {text_string(figure.alt)}/A {_placement(figure.box, 'Inline')}>>"
        ).encode("ascii")


def _placement(box: Box, placement: str) -> str:
    edges = " ".join(f"{edge:.2f}" for edge in box)
    return f"<</O/Layout/Placement/{placement}/BBox[{edges}]>>"


def text_string(text: str) -> str:
    """Return a PDF text string."""
    return f"<feff{text.encode('utf-16-be').hex()}>"
