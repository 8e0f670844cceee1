"""Lists of people from files."""

from pathlib import Path
from typing import Final

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.exchange.lists.grid import ListFile
from clesidra_desktop.exchange.lists.text_files import read_text_file
from clesidra_desktop.exchange.lists.workbooks import COMPOUND, ZIPPED, read_workbook

MAX_FILE_SIZE: Final = 50 * 1024**2
"""The largest file that is read, in bytes."""

_OTHER: Final = {
    b"%PDF": "a PDF",
    b"\xff\xd8\xff": "a picture",
    b"\x89PNG": "a picture",
    b"{\\rtf": "a text document",
    b"Rar!": "an archive",
    b"7z\xbc\xaf": "an archive",
    b"\x1f\x8b": "an archive",
}


def read_list(path: Path, *, encoding: str = "", delimiter: str = "") -> ListFile:
    """Return the list in a file: XLSX, ODS, or text with delimiters.

    `encoding` and `delimiter` of a text are found out unless they are given. Raises UserError, naming the file, where
    it cannot be read, is encrypted, damaged, too large, empty, or something else than a list.
    """
    content = _content(path)
    if content.startswith((COMPOUND, ZIPPED)):
        read = read_workbook(path.name, content)
    else:
        _refuse_other_kinds(path.name, content)
        read = read_text_file(path.name, content, encoding=encoding, delimiter=delimiter)
    if not any(grid.rows for grid in read.grids):
        raise UserError("{file} has no cells with anything in them. Choose another file.", file=path.name)
    return read


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE_SIZE:
            raise UserError(
                "{file} is larger than {limit} MB, which no list of attendants is. Save the rows that are meant as a "
                "file of their own.",
                file=path.name,
                limit=MAX_FILE_SIZE // 1024**2,
            )
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            "{file} cannot be read: {reason}. Close it in other programs, or choose another file.",
            file=str(path),
            reason=error.strerror or str(error),
        ) from error


def _refuse_other_kinds(name: str, content: bytes) -> None:
    kind = next((kind for beginning, kind in _OTHER.items() if content.startswith(beginning)), "")
    start = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype", b"<html", b"<table", b"<?xml")):
        kind = "a web page, whatever its name says"
    if kind:
        raise UserError(
            "{file} is {kind} and no list. Open it in a spreadsheet program and save it as XLSX, or type the rows into "
            "a list.",
            file=name,
            kind=kind,
        )
