"""Tables: fixed columns, a header row on every page, and rows that stay whole where they can."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from clesidra_desktop.documents.blocks import Align, KeyTable, Table
from clesidra_desktop.documents.docx.look import DARK_TEAL, PALE_TEAL
from clesidra_desktop.documents.docx.pictures import Pictures
from clesidra_desktop.documents.docx.styles import KEY_TABLE_STYLE, TABLE_STYLE
from clesidra_desktop.documents.docx.text import Runs, escape, paragraph

_ROWS_A_PIECE: Final = 500
_SMALL_FROM: Final = 8
"""From this many columns on a table is printed in small type."""
_LABEL_SHARE: Final = 0.27
_CELL_MARGIN: Final = 85
_SMALL_CELL_MARGIN: Final = 50
_LETTER: Final = 120
_SMALL_LETTER: Final = 95
"""The width of a letter, rather too wide."""
_LINES_KEPT_TOGETHER: Final = 18
"""A row of more lines than these may be split, a table of more may be: about half of a page in landscape."""
_LATIN_WORD: Final = re.compile(r"[^\s\u1780-\u17ff]+")
"""A word that is not broken; Khmer is broken within its strings of words."""

_JC: Final = {Align.START: "", Align.END: '<w:jc w:val="right"/>', Align.CENTRE: '<w:jc w:val="center"/>'}
_SHADE: Final = f'<w:shd w:val="clear" w:color="auto" w:fill="{PALE_TEAL}"/><w:vAlign w:val="center"/>'
_TOTAL_EDGE: Final = f'<w:tcBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="{DARK_TEAL}"/></w:tcBorders>'
_WITH_HEADER: Final = 'w:val="0620" w:firstRow="1" w:firstColumn="0"'
_WITH_LABELS: Final = 'w:val="0680" w:firstRow="0" w:firstColumn="1"'
_PLAIN: Final = 'w:val="0600" w:firstRow="0" w:firstColumn="0"'
_KEEP: Final = "<w:keepNext/>"
_WHOLE: Final = "<w:trPr><w:cantSplit/></w:trPr>"
_HEADER_ROW: Final = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def column_widths(weights: Sequence[float], floors: Sequence[int], width: int) -> list[int]:
    """Share a width among columns by their weights; none gets less than its floor, if the width is enough for all.

    The widest takes what rounding leaves.
    """
    widths = [width * weight / sum(weights) for weight in weights]
    if sum(floors) <= width:
        narrow: set[int] = set()
        while more := {i for i, floor in enumerate(floors) if widths[i] < floor} - narrow:
            narrow |= more
            left = width - sum(floors[i] for i in narrow)
            whole = sum(weight for i, weight in enumerate(weights) if i not in narrow)
            widths = [floors[i] if i in narrow else left * weight / whole for i, weight in enumerate(weights)]
    whole_widths = [int(column) for column in widths]
    whole_widths[whole_widths.index(max(whole_widths))] += width - sum(whole_widths)
    return whole_widths


class _Layout:
    """How the rows of one table are written: a template for each kind of row, which takes the runs of its cells."""

    def __init__(self, block: Table, width: int) -> None:
        self.small = len(block.columns) >= _SMALL_FROM
        self.margin, letter = (_SMALL_CELL_MARGIN, _SMALL_LETTER) if self.small else (_CELL_MARGIN, _LETTER)
        floors = [letter * max(_longest_word(column.title), 1) + 2 * self.margin for column in block.columns]
        self.widths = column_widths([column.weight for column in block.columns], floors, width)
        self._aligns = [_JC[column.align] for column in block.columns]
        self._letters = [max((column - 2 * self.margin) // letter, 1) for column in self.widths]
        self._surely_whole = min(self._letters) * _LINES_KEPT_TOGETHER
        self.body = self.cells("TableText")

    def cells(self, style: str, look: str = "", more: str = "") -> str:
        """Return a template for rows: cells of a paragraph style and a look, with more properties of paragraphs."""
        style += "Small" if self.small else ""
        return "".join(
            cell(width, paragraph(style, "%s", more + align), look)
            for width, align in zip(self.widths, self._aligns, strict=True)
        )

    def lines(self, row: tuple[str, ...]) -> int:
        """Return the lines of the highest cell of a row, rather too many."""
        return max(_lines(text, letters) for text, letters in zip(row, self._letters, strict=True))

    def row_properties(self, row: tuple[str, ...]) -> str:
        """Keep a row on one page, unless it is so long that it may not fit on any."""
        if len(max(row, key=len)) <= self._surely_whole and "".join(row).count("\n") < _LINES_KEPT_TOGETHER:
            return _WHOLE
        return _WHOLE if self.lines(row) <= _LINES_KEPT_TOGETHER else ""


def table(
    block: Table, width: int, runs: Runs, pictures: Pictures, done: Callable[[int], None], *, leads: bool = False
) -> Iterator[str]:
    """Yield a table, `width` twips wide, in pieces of some hundred rows; `done` is told the rows of each piece.

    Every row must have as many cells as there are columns. A short table stays on one page, together with what
    it `leads` to; in a long one the row before the totals stays with them.
    """
    if not block.columns:
        return
    layout = _Layout(block, width)
    yield table_head(TABLE_STYLE, layout.widths, layout.margin, block.summary, _WITH_HEADER)
    titles = tuple(column.title for column in block.columns)
    drawn: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for (index, column), picture in block.pictures.items():
        drawn[index][column] = pictures.in_cell(picture, layout.widths[column] - 2 * layout.margin)
    yield _row(layout.cells("TableHeader", _SHADE), titles, runs, _HEADER_ROW)
    count = len(block.rows)
    short = count <= _LINES_KEPT_TOGETHER and sum(map(layout.lines, block.rows)) <= _LINES_KEPT_TOGETHER
    loose = 0 if short else max(count - block.totals - 1, 0) if block.totals else count
    for start in range(0, loose, _ROWS_A_PIECE):
        rows = block.rows[start : min(start + _ROWS_A_PIECE, loose)]
        if drawn:
            yield "".join(
                [
                    _row(layout.body, row, runs, layout.row_properties(row), drawn.get(index))
                    for index, row in enumerate(rows, start)
                ]
            )
        else:
            yield "".join([_row(layout.body, row, runs, layout.row_properties(row)) for row in rows])
        done(len(rows))
    if loose < count:
        yield "".join(_last_rows(block, loose, layout, runs, drawn, leads=leads))
        done(count - loose)
    yield "</w:tbl>"


def _last_rows(
    block: Table, start: int, layout: _Layout, runs: Runs, drawn: Mapping[int, Mapping[int, str]], *, leads: bool
) -> Iterator[str]:
    """Yield the rows from `start` on, which keep together. One that may be split keeps nothing."""
    first_total = len(block.rows) - block.totals
    for index, row in enumerate(block.rows[start:], start):
        properties = layout.row_properties(row)
        keep = _KEEP if properties and (leads or index < len(block.rows) - 1) else ""
        edge = _TOTAL_EDGE if index == first_total else ""
        style = "TableText" if index < first_total else "TableTotal"
        yield _row(layout.cells(style, edge, keep), row, runs, properties, drawn.get(index))


def key_table(block: KeyTable, width: int, runs: Runs) -> str:
    """Return a table of labels and their lines, without a header row. A short one stays on one page."""
    if not block.rows:
        return ""
    label = int(width * _LABEL_SHARE)
    widths = [label, width - label]
    letters = (widths[1] - 2 * _CELL_MARGIN) // _LETTER
    heights = [sum(_lines(line, letters) for line in lines) or 1 for _name, lines in block.rows]
    short = sum(heights) <= _LINES_KEPT_TOGETHER
    rows = []
    for index, ((name, lines), height) in enumerate(zip(block.rows, heights, strict=True)):
        keep = _KEEP if short and index < len(block.rows) - 1 else ""
        texts = "".join(paragraph("TableText", runs[line], keep) for line in lines or ("",))
        rows.append(
            f"<w:tr>{_WHOLE if height <= _LINES_KEPT_TOGETHER else ''}"
            f"{cell(widths[0], paragraph('TableLabel', runs[name], keep))}{cell(widths[1], texts)}</w:tr>"
        )
    head = table_head(KEY_TABLE_STYLE, widths, _CELL_MARGIN, block.summary, _WITH_LABELS)
    return f"{head}{''.join(rows)}</w:tbl>"


def _lines(text: str, letters: int) -> int:
    return sum(-(-len(line) // letters) or 1 for line in text.split("\n"))


def _longest_word(title: str) -> int:
    return max(map(len, _LATIN_WORD.findall(title)), default=0)


def _row(
    template: str, row: tuple[str, ...], runs: Runs, properties: str, drawn: Mapping[int, str] | None = None
) -> str:
    """Return a row; `drawn` are the pictures that stand in the place of texts, by column."""
    if drawn:
        texts = tuple(drawn.get(column) or runs[text] for column, text in enumerate(row))
        return f"<w:tr>{properties}{template % texts}</w:tr>"
    return f"<w:tr>{properties}{template % tuple(map(runs.__getitem__, row))}</w:tr>"


def cell(width: int, content: str, properties: str = "") -> str:
    """Return a cell of paragraphs; `properties` follow its width in the order that the schema asks for."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def table_head(style: str, widths: Sequence[int], margin: int, summary: str = "", look: str = _PLAIN) -> str:
    """Return the start of a table: its properties and its grid. `look` says which parts of the style apply."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar>'
        f'<w:tblLook {look} w:lastRow="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        + (f'<w:tblDescription w:val="{escape(summary)}"/>' if summary else "")
        + f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )
