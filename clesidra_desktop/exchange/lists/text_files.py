"""Text files with delimiters (CSV, TSV), in whatever encoding they were saved."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from charset_normalizer import from_bytes

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.exchange.lists.grid import MAX_COLUMNS, MAX_ROWS, Grid, ListFile, cell_text, even
from clesidra_desktop.exchange.lists.guards import is_guarded

ENCODINGS: Final = (
    "utf-8-sig",
    "utf-16",
    "cp1252",
    "cp1258",
    "cp874",
    "gb18030",
    "big5",
    "shift_jis",
    "euc_kr",
)
"""The encodings that are looked for: Unicode, then those of Windows in Western Europe and of Cambodia's neighbours."""

DELIMITERS: Final = (",", ";", "\t", "|")

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT: Final = 300
"""Rows by which a delimiter is judged."""

_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f]")


def read_text_file(name: str, content: bytes, *, encoding: str = "", delimiter: str = "") -> ListFile:
    """Return the list in a text file. What is not given is found out.

    Raises UserError where the bytes are not text in the encoding, or there are too many rows or columns.
    """
    chosen = encoding or find_encoding(content)
    try:
        text = content.decode(chosen)
    except UnicodeDecodeError as error:
        raise UserError(
            "{file} is not text in the encoding {encoding}. Choose another encoding, or save the list as XLSX in the "
            "program that made it.",
            file=name,
            encoding=chosen,
        ) from error
    if len(_CONTROLS.findall(text)) > len(text) // 100:
        raise UserError(
            "{file} is no text and no spreadsheet. Choose the list itself, such as an XLSX file.", file=name
        )
    text = text.removeprefix("\ufeff").replace("\0", "")
    told = _told_delimiter(text)
    separator = delimiter or told or find_delimiter(text)
    rows = [[_plain(cell) for cell in row] for row in _parsed(name, text, separator)]
    if told:
        rows[0] = []  # the line that names the delimiter keeps its number and says nothing
    return ListFile(name, (Grid("", even(rows)),), chosen, separator)


def find_encoding(content: bytes) -> str:
    """Return the encoding in which bytes are most likely written."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    beginning = content[:4000]
    if beginning.count(0) > len(beginning) // 8:  # Latin letters in UTF-16 without a mark at the beginning
        return "utf-16-be" if beginning[0::2].count(0) > beginning[1::2].count(0) else "utf-16-le"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(content, cp_isolation=[one for one in ENCODINGS if not one.startswith("utf")]).best()
        return best.encoding if best else "cp1252"
    return "utf-8"


def find_delimiter(text: str) -> str:
    """Return the delimiter by which most rows have the same number of cells, more than one; else a comma."""

    def regularity(delimiter: str) -> tuple[int, int]:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        widths = Counter(len(row) for row, _ in zip(rows, range(_LOOKED_AT), strict=False) if len(row) > 1)
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    try:
        return max(DELIMITERS, key=regularity)
    except csv.Error:  # a cell of more than 100,000 letters: reading the rows will say so
        return DELIMITERS[0]


def _told_delimiter(text: str) -> str:
    """Return the delimiter from a first line `sep=;`, which spreadsheet programs write and read."""
    line = text[:20].splitlines()[0] if text[:20].strip() else ""
    told = line.strip().strip('"').removeprefix("sep=")
    return told if line.strip().strip('"').startswith("sep=") and len(told) == 1 else ""


def _parsed(name: str, text: str, delimiter: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, row in enumerate(reader, start=1):
            if number > MAX_ROWS or len(row) > MAX_COLUMNS:
                raise UserError(
                    "{file} has more than {rows} rows or {columns} columns: it is no list of attendants. Save the rows "
                    "that are meant as a file of their own.",
                    file=name,
                    rows=MAX_ROWS,
                    columns=MAX_COLUMNS,
                )
            yield row
    except csv.Error as error:
        raise UserError(
            "Row {row} of {file} cannot be read: {reason}. Open the file in a spreadsheet program and save it as XLSX.",
            file=name,
            row=reader.line_num,
            reason=error,
        ) from error


def _plain(cell: str) -> str:
    """Return a cell without the signs that keep spreadsheet programs from computing or from dropping a zero."""
    if cell.startswith('="') and cell.endswith('"') and len(cell) > 3:
        return cell_text(cell[2:-1])
    return cell_text(cell[1:] if is_guarded(cell) else cell)
