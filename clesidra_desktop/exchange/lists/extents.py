"""How far the cells of a spreadsheet reach, found before it is read.

The reader makes room for every cell between the first and the last one: one text typed by mistake into the last row
of a sheet, or a damaged number, would take more memory than a laptop has.
"""

import re
from collections.abc import Iterator
from typing import Final
from xml.parsers.expat import ParserCreate
from zipfile import ZipFile

_CELL: Final = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="([A-Za-z]{1,9})(\d{1,20})"[^>]*?(?<!/)>\s*<(?:\w+:)?(?:v\b[^>]*(?<!/)>[^<]|is\b|f\b)'
)
_ROW: Final = re.compile(rb"<table:table-row\b([^>]*?)(?:/>|>(.*?)</table:table-row>)", re.DOTALL)
_PLACE: Final = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*?)(/?)>")
_ROWS_REPEATED: Final = re.compile(rb'number-rows-repeated="(\d{1,20})"')
_COLUMNS_REPEATED: Final = re.compile(rb'number-columns-repeated="(\d{1,20})"')
_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


def extents(archive: ZipFile) -> Iterator[tuple[int, int]]:
    """Yield places, as (row, column) from 1, up to which the sheets of an XLSX or ODS file have something.

    Raises ExpatError for a sheet that is no XML: the reader would look for its end for ever.
    """
    for name in archive.namelist():
        if _SHEET.fullmatch(name):
            yield from _of_worksheet(_well_formed(archive.read(name)))
        elif name == "content.xml":
            yield from _of_open_document(_well_formed(archive.read(name)))


def _well_formed(content: bytes) -> bytes:
    ParserCreate().Parse(content, True)
    return content


def _of_worksheet(content: bytes) -> Iterator[tuple[int, int]]:
    for found in _CELL.finditer(content):
        yield int(found[2]), _column(found[1])


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number


def _of_open_document(content: bytes) -> Iterator[tuple[int, int]]:
    for table in content.split(b"<table:table ")[1:]:
        row = 0
        for found in _ROW.finditer(table):
            row += _count(_ROWS_REPEATED, found[1])
            if width := _width(found[2] or b""):
                yield row, width


def _width(row: bytes) -> int:
    """Return the last column of a row that has something in it, 0 where none has."""
    column = last = 0
    for cell in _PLACE.finditer(row):
        column += _count(_COLUMNS_REPEATED, cell[1])
        if not cell[2] or b"value" in cell[1]:
            last = column
    return last


def _count(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    found = pattern.search(attributes)
    return int(found[1]) if found else 1
