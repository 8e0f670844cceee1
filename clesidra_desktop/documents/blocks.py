"""The neutral tree between a workshop and its documents: what is printed, not how it looks.

A document is its properties and its sections. A section starts on a new page and holds blocks in printing
order. Writers walk the blocks and know nothing of workshops.
"""

from collections.abc import Sequence
from dataclasses import dataclass
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
    never numbered.
    """

    level: int
    text: str
    number: int = 0


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

    `summary` says in a sentence what the table shows, for readers who cannot see it.
    """

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]
    totals: int = 0
    summary: str = ""


@dataclass(frozen=True, slots=True)
class KeyTable:
    """The header of the minutes: rows of a label and the lines that belong to it."""

    rows: tuple[tuple[str, tuple[str, ...]], ...]
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


Block: TypeAlias = Title | Heading | Paragraph | List | Table | KeyTable | BarChart


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation; every section starts on a new page."""

    blocks: tuple[Block, ...]
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """What a writer needs: the sections, and what stands in the properties and on every page.

    `page_label` is the sentence at the foot of a page, with `{page}` and `{pages}` in it. `digits` are the ten
    digits of the document's language, for the numbers that a writer makes itself.
    """

    language: str
    title: str
    sections: tuple[Section, ...]
    subject: str = ""
    authors: tuple[str, ...] = ()
    running_title: str = ""
    footer: str = ""
    page_label: str = "{page} / {pages}"
    digits: str = "0123456789"
    keywords: tuple[str, ...] = ()
