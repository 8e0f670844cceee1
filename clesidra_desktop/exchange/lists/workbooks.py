"""Spreadsheets as lists: XLSX and ODS.

XLS is not read: how far its cells reach cannot be found beforehand, and a damaged one would take all memory.
"""

import zlib
from collections.abc import Iterator
from io import BytesIO
from types import TracebackType
from typing import Final
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.exchange.lists.extents import extents
from clesidra_desktop.exchange.lists.grid import MAX_COLUMNS, MAX_ROWS, Grid, ListFile, cell_text, even

COMPOUND: Final = bytes.fromhex("d0cf11e0a1b11ae1")
"""How XLS files begin, and encrypted XLSX files."""

ZIPPED: Final = b"PK\3\4"
MAX_UNPACKED: Final = 500 * 1024**2
"""The most that a spreadsheet may take in memory, in bytes, before it is believed to be a trap."""

PANIC: Final = "PanicException"
"""How the reader, which is written in Rust, gives up in places that its authors thought impossible."""

_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_WIDE: Final = 3


def read_workbook(name: str, content: bytes) -> ListFile:
    """Return the sheets of a spreadsheet that have cells, the hidden ones last.

    Raises UserError where it is encrypted, damaged, too large or no spreadsheet.
    """
    _refuse_unreadable(name, content)
    try:
        with _PanicTold(name):
            book = CalamineWorkbook.from_filelike(BytesIO(content))
            listed = [one for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
            listed.sort(key=lambda one: one.visible != SheetVisibleEnum.Visible)
            grids = [_grid(book.get_sheet_by_name(one.name)) for one in listed]
    except PasswordError as error:
        raise _locked(name) from error
    except CalamineError as error:
        raise _damaged(name) from error
    return ListFile(name, tuple(grid for grid in grids if grid.rows))


class _PanicTold:
    """Tells a panic of the reader as a damaged file; all else goes on as it is.

    The class of a panic is no Exception and can be named nowhere, so that no `except` catches it alone.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        if kind is not None and kind.__name__ == PANIC:
            raise _damaged(self._name) from error


def _refuse_unreadable(name: str, content: bytes) -> None:
    if content.startswith(COMPOUND):
        if _ENCRYPTED in content:
            raise _locked(name)
        raise UserError(
            "{file} has a format of before 2007 (XLS). Open it in a spreadsheet program and save it as XLSX.", file=name
        )
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            manifest = "META-INF/manifest.xml"
            small = manifest in archive.namelist() and archive.getinfo(manifest).file_size < 1024**2
            locked = small and b"encryption-data" in archive.read(manifest)
            if not locked and sum(part.file_size for part in parts) <= MAX_UNPACKED:
                _refuse_far_cells(name, archive)
    except (BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, ExpatError, zlib.error) as error:
        raise UserError(
            "{file} is damaged: it ends too early or was changed. Ask for it again, or open it in the program that "
            "made it and save it as XLSX.",
            file=name,
        ) from error
    if locked or any(part.flag_bits & 1 for part in parts):
        raise _locked(name)
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise UserError(
            "{file} is too large for a list of attendants. Save the rows that are meant as a file of their own.",
            file=name,
        )


def _refuse_far_cells(name: str, archive: ZipFile) -> None:
    for row, column in extents(archive):
        if row > MAX_ROWS or column > MAX_COLUMNS:
            raise UserError(
                "{file} has something in row {row}, column {column}; a list of attendants has at most {rows} rows and "
                "{columns} columns. Delete what stands there, or save the rows that are meant as a file of their own.",
                file=name,
                row=row,
                column=column,
                rows=MAX_ROWS,
                columns=MAX_COLUMNS,
            )


def _damaged(name: str) -> UserError:
    return UserError(
        "{file} is damaged or no spreadsheet. Open it in the program that made it and save it as XLSX.", file=name
    )


def _locked(name: str) -> UserError:
    return UserError(
        "{file} is protected by a password. Open it in the program that made it and save it without the password.",
        file=name,
    )


def _grid(sheet: CalamineSheet) -> Grid:
    if sheet.start is None:
        return Grid(sheet.name, ())
    before = [""] * sheet.start[1]  # empty rows at the top are among those that come, empty columns are not
    rows = [[*before, *map(cell_text, row)] for row in sheet.iter_rows()]
    merged = sheet.merged_cell_ranges or []
    for (top, left), (bottom, _) in merged:
        for row in _below(rows, top, bottom):
            row[left] = rows[top][left]
    headings = {top for (top, left), (bottom, right) in merged if top == bottom and right - left + 1 >= _WIDE}
    return Grid(sheet.name, even(rows), frozenset(headings))


def _below(rows: list[list[str]], top: int, bottom: int) -> Iterator[list[str]]:
    """Yield the rows below the first one of merged cells that have something of their own."""
    return (row for row in rows[top + 1 : bottom + 1] if any(row))
