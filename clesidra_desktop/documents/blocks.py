"""The neutral tree between a workshop and its documents: what is printed, not how it looks.

A document is its properties and its sections. A section starts on a new page and holds blocks in printing
order. Writers walk the blocks and know nothing of workshops.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias


class ParagraphRole(StrEnum):
    """What a paragraph is for.

    `body` is running text, `byline` the speaker under a heading, `note` a remark of the document itself, `lead`
    stands under the title, `missing` says that something was not recorded.
    """

    BODY = "body"
    BYLINE = "byline"
    NOTE = "note"
    LEAD = "lead"
    MISSING = "missing"


class ListStyle(StrEnum):
    """How an item of a list is marked."""

    BULLET = "bullet"
    NUMBER = "number"
    PLAIN = "plain"


class Align(StrEnum):
    """Where text stands in a column."""

    START = "start"
    END = "end"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the whole document."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (a part or an annex), 2 (an agenda item), 3 (a sector) or 4 (a question).

    `number` counts from 1 within the heading above and is 0 for a heading without a number. Level 1 is numbered in
    Roman numerals (I.), level 3 in digits (1.), level 4 with the number of its level 3 before it (1.2.); level 2 is
    never numbered. `key` is how a reference finds the heading; it is empty where none leads to it.
    """

    level: int
    text: str
    number: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as every writer can take it: upright, in sRGB or grey, a JPEG or a PNG, width and height in pixels."""

    content: bytes = field(repr=False)
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """An image on its own, as large as the page has room for it; `alt` says what it shows."""

    image: Image
    alt: str


@dataclass(frozen=True, slots=True)
class Enclosed:
    """The original file of an annex (its path inside the workshop file), to be opened from here; `alt` says what it is.

    Nothing is printed for it where originals are attached to the document as a whole.
    """

    file: str
    alt: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. Line feeds in the text are kept as line breaks."""

    text: str
    role: ParagraphRole = ParagraphRole.BODY


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list. `level` counts from 0; `ordinal` is the number to print, 1 where a numbered list starts."""

    text: str
    style: ListStyle
    level: int = 0
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class List:
    """Items that belong together, with the deeper ones between them."""

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `weight` is its part of the width; all weights of a table are compared."""

    title: str
    weight: float
    align: Align = Align.START


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row, which is repeated on every page. The last `totals` rows sum the others up.

    `summary` says in a sentence what the table shows, for readers who cannot see it. `pictures` stand in cells, which
    are found by row and column, both from 0; the text of such a cell is not printed.
    """

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]
    totals: int = 0
    summary: str = ""
    pictures: Mapping[tuple[int, int], Picture] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KeyTable:
    """The header of the minutes: rows of a label and the lines that belong to it."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: the document's headings down to a level, each with its page, under a title."""

    title: str
    deepest: int = 3


@dataclass(frozen=True, slots=True)
class Reference:
    """A line that leads to a heading: a label, what is found there, and the key of the heading."""

    label: str
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class ReferenceTable:
    """References below each other, each with the page on which its heading stands."""

    rows: tuple[Reference, ...]
    page_title: str
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart. `value` gives its length, `caption` is printed at its end."""

    label: str
    value: float
    caption: str


@dataclass(frozen=True, slots=True)
class BarChart:
    """A bar chart with horizontal bars. `summary` is its alternative text, `axis` says what the values are."""

    bars: tuple[Bar, ...]
    axis: str
    summary: str


CLOSE = 0.14
"""So near to the goal, a caption would stand upon its line."""


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a line: a share between 0 and 1 with its goal. `caption` is printed at it, `label` below it."""

    label: str
    value: float
    goal: float
    caption: str

    @property
    def is_close_below(self) -> bool:
        """Whether the goal is where a caption above the point would stand; it has room below it."""
        return 0 <= self.goal - self.value < CLOSE


@dataclass(frozen=True, slots=True)
class LineChart:
    """Shares over time beside their goals. `axis` says what the line is and `goal` what the dashed one is.

    `scale` are the shares at the left edge with what is printed there; `summary` is the alternative text.
    """

    points: tuple[Point, ...]
    axis: str
    goal: str
    scale: tuple[tuple[float, str], ...]
    summary: str


Chart: TypeAlias = BarChart | LineChart

Block: TypeAlias = (
    Title | Heading | Paragraph | List | Table | KeyTable | Contents | ReferenceTable | Chart | Picture | Enclosed
)


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation; every section starts on a new page.

    `annex` is the file (its path inside the workshop file) whose own pages follow the blocks; `name` is what the
    annex is called, such as "Annex II".
    """

    blocks: tuple[Block, ...]
    landscape: bool = False
    annex: str = ""
    name: str = ""


FIELDS = ("title", "workshop", "programme", "date", "place")
"""What placeholders can stand for."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a writer needs: the sections, and what stands in the properties and on every page.

    `page_label` is the sentence at the foot of a page, with `{page}` and `{pages}` in it; `annex_page` that for a page
    of an annex, with `{annex}` as well. `digits` are the ten digits of the document's language, for the numbers that a
    writer makes itself. `fields` is what placeholders in an office's own template or theme stand for, by the names in
    `FIELDS`. `mark` stands in the header of every page and among the properties: the standing of the document, such as
    "Draft". A draft shows it in a colour.
    """

    language: str
    title: str
    sections: tuple[Section, ...]
    subject: str = ""
    authors: tuple[str, ...] = ()
    running_title: str = ""
    footer: str = ""
    page_label: str = "{page} / {pages}"
    annex_page: str = "{annex}: {page} / {pages}"
    digits: str = "0123456789"
    keywords: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    mark: str = ""
    is_draft: bool = False
