"""Tables as strips: rows that break between pages, under a header that is repeated."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import accumulate

from clesidra_desktop.documents.blocks import Align, Column, KeyTable, Picture, Table
from clesidra_desktop.documents.pdf.images import Drawable
from clesidra_desktop.documents.pdf.strips import (
    ARTIFACT,
    LineStrip,
    Mark,
    Placed,
    Strip,
    baseline,
    fill,
    marked,
    stroke,
)
from clesidra_desktop.documents.pdf.style import Typesetters
from clesidra_desktop.documents.pdf.tags import ROW_SCOPE, CellFigure, Element, PageMarks, Row, text_string
from clesidra_desktop.documents.pdf.text import Line, Typesetter
from clesidra_desktop.documents.theme.model import Colours
from clesidra_desktop.domain.progress import Progress, no_progress

PADDING = 3.0
TALLEST_ROW = 30
"""Rows of more lines than this may be divided between pages, as one row could be taller than a page."""

SMALL_TABLE = 10
"""Tables of so many rows are not divided between pages."""

PICTURE_HEIGHT = 20.0
"""The most that a picture in a cell is high, in points: about as high as people sign."""

PICTURE_GAP = 1.5
PROGRESS_EVERY = 500
KEY_COLUMN = 0.24
"""The part of the width that the labels of a key table take."""


class Frame(Enum):
    """What is drawn around the text of a row."""

    NONE = auto()
    BODY = auto()
    HEAD = auto()
    TOTAL = auto()


class Grid:
    """What rows share: where the columns stand and how their text is set."""

    def __init__(self, columns: Sequence[Column], width: float, setter: Typesetter, colours: Colours) -> None:
        total = sum(column.weight for column in columns)
        shares = [width * column.weight / total for column in columns]
        self.widths = [share - 2 * PADDING for share in shares]
        self.lefts = [edge + PADDING for edge in accumulate(shares[:-1], initial=0.0)]
        self.aligns = [column.align for column in columns]
        self.setter = setter
        self.width = width
        self.hairline = f"{stroke(colours.line)} .4 w"
        self.rule = f"{stroke(colours.rule)} .7 w"
        self.shade = fill(colours.shade)

    def lay(self, cells: Sequence[str]) -> list[tuple[Line, ...]]:
        """Break the text of a row's cells to the widths of their columns."""
        lines = self.setter.lines
        return [lines(text, width) for text, width in zip(cells, self.widths, strict=True)]

    def shift(self, column: int, line: Line) -> float:
        """Return how far from the left of its column a line starts."""
        align = self.aligns[column]
        if align is Align.START:
            return 0.0
        spare = self.widths[column] - line.width
        return spare if align is Align.END else spare / 2


@dataclass(slots=True)
class CellPicture:
    """A picture as large as it is drawn in a cell, in points, and what it is in the structure."""

    drawable: Drawable
    width: float
    height: float
    figure: CellFigure


class RowStrip:
    """A row of a table, or a slice of a tall one.

    `above` and `below` are the spaces around its text. There may be ten thousand rows, so they hold no more than
    they must.
    """

    __slots__ = (
        "above", "after", "before", "cells", "frame", "grid", "header", "height", "keep", "leading", "mark", "pictures",
        "row",
    )  # fmt: skip

    def __init__(
        self,
        grid: Grid,
        cells: Sequence[tuple[Line, ...]],
        frame: Frame,
        row: Row,
        *,
        above: float = PADDING,
        below: float = PADDING,
    ) -> None:
        self.grid = grid
        self.cells = cells
        self.frame = frame
        self.row = row
        self.above = above
        style = grid.setter.style
        khmer = any(line.khmer for lines in cells for line in lines)
        self.leading = style.khmer_leading if khmer else style.leading
        self.height = max(1, *map(len, cells)) * self.leading + above + below
        self.pictures: Mapping[int, CellPicture] = {}
        self.before = 0.0
        self.after = 0.0
        self.keep = False
        self.header: Strip | None = None
        self.mark: Mark | None = None

    def hang(self, pictures: Mapping[int, CellPicture]) -> None:
        """Put pictures into cells, by column, and make room for them."""
        self.pictures = pictures
        self.row.figures = {column: picture.figure for column, picture in pictures.items()}
        self.height = max(self.height, *(picture.height + 2 * PICTURE_GAP for picture in pictures.values()))

    def draw(self, operators: list[str], x: float, top: float, marks: PageMarks | None) -> None:
        """Draw the frame of the row and the text of its cells. A header that is repeated is an artifact."""
        grid = self.grid
        style = grid.setter.style
        tagged = marks is not None and not (self.row.header and self.row.content)
        number = marks.begin_row(self.row) if marks and tagged else 0
        tag = "TH" if self.row.header else "TD"
        operators.append(marked(_frame(self.frame, grid, x, top, self.height), marks, None))
        operators.append(f"BT {fill(style.colour)}")
        if marks and not tagged:
            operators.append(ARTIFACT)
        face = ""
        first = top - self.above - baseline(self.leading, style.size)
        for column, lines in enumerate(self.cells):
            if column in self.pictures:
                self._draw_picture(operators, column, x, top, number + column if tagged else None)
                continue
            if tagged:
                operators.append(f"/{tag} <</MCID {number + column}>> BDC")
            y = first
            for line in lines:
                start = x + grid.lefts[column] + grid.shift(column, line)
                operators.append(f"1 0 0 1 {start:.2f} {y:.2f} Tm")
                for name, text in line.runs:
                    if name != face:
                        operators.append(f"/{name} {style.size:g} Tf")
                        face = name
                    operators.append(text)
                y -= self.leading
            if tagged:
                operators.append("EMC")
        operators.append("EMC ET" if marks and not tagged else "ET")

    def _draw_picture(self, operators: list[str], column: int, x: float, top: float, number: int | None) -> None:
        """Draw the picture of a cell between two text objects; `number` is that of its marked content."""
        picture = self.pictures[column]
        left = x + self.grid.lefts[column]
        bottom = top - self.height + (self.height - picture.height) / 2
        picture.figure.box = (left, bottom, left + picture.width, bottom + picture.height)
        drawn = picture.drawable.operators(left, bottom, picture.width, picture.height)
        operators.append(f"ET {drawn if number is None else f'/Figure <</MCID {number}>> BDC {drawn} EMC'} BT")


def _frame(frame: Frame, grid: Grid, x: float, top: float, height: float) -> str:
    width = grid.width
    bottom = top - height
    match frame:
        case Frame.NONE:
            return ""
        case Frame.BODY:
            return f"{grid.hairline} {x:.2f} {bottom:.2f} {width:.2f} 0 re S"
        case Frame.TOTAL:
            return f"{grid.rule} {x:.2f} {bottom:.2f} {width:.2f} 0 re S"
        case Frame.HEAD:
            shade = f"{grid.shade} {x:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f"
            return f"{shade} {grid.rule} {x:.2f} {bottom:.2f} {width:.2f} 0 re S"


def table_strips(
    table: Table, width: float, setters: Typesetters, parent: Element, progress: Progress = no_progress
) -> list[Strip]:
    """Lay out a table of a width in points. Tells its progress in rows."""
    look = setters.look
    head, body, total = (
        Grid(table.columns, width, setters.of(style), look.colours)
        for style in (look.cell_head, look.cell, look.cell_total)
    )
    element = parent.add("Table", attributes=table_summary(table.summary))
    count = len(table.columns)
    header = RowStrip(
        head, head.lay([column.title for column in table.columns]), Frame.HEAD, element.add_row(count, header=True)
    )
    header.keep = True
    header.before = 6.0
    strips: list[Strip] = [header]
    pictures: defaultdict[int, dict[int, Picture]] = defaultdict(dict)
    for (row, column), picture in table.pictures.items():
        pictures[row][column] = picture
    first_total = len(table.rows) - table.totals
    first_kept = 0 if len(table.rows) <= SMALL_TABLE else first_total - 1  # totals never stand alone on a page
    for index, texts in enumerate(table.rows):
        is_total = index >= first_total
        frame = Frame.TOTAL if is_total else Frame.BODY
        parts = _row(total if is_total else body, texts, frame, element.add_row(count))
        if hung := pictures.get(index):
            parts[0].hang({column: _fitted(one, body.widths[column], setters) for column, one in hung.items()})
        if first_kept <= index < len(table.rows) - 1:
            parts[-1].keep = True
        for part in parts:
            part.header = header
        strips += parts
        if index and index % PROGRESS_EVERY == 0:
            progress(index, len(table.rows))
    strips[-1].after = 10.0
    return strips


def _fitted(picture: Picture, width: float, setters: Typesetters) -> CellPicture:
    image = picture.image
    part = min(width / image.width, PICTURE_HEIGHT / image.height)
    drawable = setters.images.drawable(image)
    return CellPicture(drawable, image.width * part, image.height * part, CellFigure(picture.alt))


def table_summary(text: str) -> str:
    """Return the attributes of a table of which a summary says what it shows."""
    return f"<</O/Table/Summary {text_string(text)}>>" if text else ""


def _row(grid: Grid, texts: Sequence[str], frame: Frame, row: Row) -> list[RowStrip]:
    """Return a row, in slices of one line each where it is too tall to stay together."""
    cells = grid.lay(texts)
    count = max(map(len, cells))
    if count <= TALLEST_ROW:
        return [RowStrip(grid, cells, frame, row)]
    slices = []
    for index in range(count):
        last = index == count - 1
        slices.append(
            RowStrip(
                grid,
                [lines[index : index + 1] for lines in cells],
                frame if last else Frame.NONE,
                row,
                above=PADDING if index == 0 else 0.0,
                below=PADDING if last else 0.0,
            )
        )
    slices[0].keep = slices[-2].keep = True
    return slices


def key_table_strips(table: KeyTable, width: float, setters: Typesetters, parent: Element) -> list[Strip]:
    """Lay out a table of labels and their values; a long value may run on to the next page."""
    element = parent.add("Table", attributes=table_summary(table.summary))
    strips: list[Strip] = []
    for label, values in table.rows:
        strips += _key_row(label, values, width, setters, element.add("TR"))
        strips.append(rule(width, setters.look.colours))
        strips[-2].keep = True
    if strips:
        strips[0].before, strips[-1].after = 10.0, 8.0
    return strips


def _key_row(label: str, values: Sequence[str], width: float, setters: Typesetters, row: Element) -> list[Strip]:
    key, value = setters.of(setters.look.key), setters.of(setters.look.value)
    indent = width * KEY_COLUMN
    head, cell = row.add("TH", attributes=ROW_SCOPE), row.add("TD")
    keys = key.lines(label, indent - 10)
    texts = [line for text in values for line in value.lines(text, width - indent)]
    leading = max(value.leading(texts), key.leading(keys))
    count = max(len(keys), len(texts), 1)
    strips: list[Strip] = []
    for index in range(count):
        placed = [
            Placed(line, x, baseline(leading, setter.style.size), setter.style.size, setter.style.colour, element)
            for lines, x, setter, element in ((keys, 0.0, key, head), (texts, indent, value, cell))
            for line in lines[index : index + 1]
        ]
        strips.append(LineStrip(tuple(placed), leading, keep=index < count - 1 and count <= TALLEST_ROW))
    return strips


def rule(width: float, colours: Colours) -> LineStrip:
    """Return a hairline between two rows."""
    return LineStrip((), 5.0, shape=f"{stroke(colours.line)} .4 w 0 -2.5 {width:.2f} 0 re S")
