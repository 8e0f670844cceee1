"""Lists as others make them: spreadsheets and texts, written by the tests."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

from clesidra_desktop.exchange.lists.grid import Grid, ListFile

Rows = Iterable[Sequence[Any]]

ODS_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def write_xlsx(path: Path, rows: Rows, *, merged: Iterable[str] = (), title: str = "List", **others: Rows) -> Path:
    """Write a spreadsheet with a sheet of rows, and others by name; `merged` are ranges of the first one."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, content in {title: rows, **others}.items():
        page = book.create_sheet(name)
        for number, row in enumerate(content, start=1):
            for place, value in enumerate(row, start=1):
                page.cell(number, place, value)
    for cells in merged:
        book.worksheets[0].merge_cells(cells)
    book.save(path)
    return path


def write_ods(path: Path, rows: Rows, *, padding: int = 0, repeated: int = 1, encrypted: bool = False) -> Path:
    """Write an OpenDocument spreadsheet of one sheet, as the standard says.

    `padding` repeats empty rows at the end. The last row stands there `repeated` times.
    """
    *first, last = ("".join(map(_ods_cell, row)) for row in rows)
    body = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in first)
    body += f'<table:table-row table:number-rows-repeated="{repeated}">{last}</table:table-row>'
    if padding:
        body += (
            f'<table:table-row table:number-rows-repeated="{padding}">'
            '<table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
        )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {ODS_NAMES} office:version="1.3"><office:body>'
        f'<office:spreadsheet><table:table table:name="List">{body}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    lock = "<manifest:encryption-data/>" if encrypted else ""
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{lock}'
        "</manifest:file-entry></manifest:manifest>"
    )
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def _ods_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        kind = f'office:value-type="float" office:value="{value}"'
    elif hasattr(value, "isoformat"):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    else:
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"


def csv_text(rows: Rows, delimiter: str = ",") -> str:
    """Return rows as text with delimiters."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue()


def grid(*rows: Sequence[str]) -> Grid:
    """Return rows as the cells of a sheet."""
    width = max(map(len, rows))
    return Grid("", tuple((*row, *[""] * (width - len(row))) for row in rows))


def list_of(*rows: Sequence[str]) -> ListFile:
    """Return rows as a list that was read."""
    return ListFile("list.csv", (grid(*rows),))
