"""Spreadsheets (XLSX): typed cells under a frozen header, without formulas."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain
from math import ceil
from pathlib import Path
from typing import Any, Final, TypeAlias
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.writer.excel import ExcelWriter

from clesidra_desktop.domain.errors import UserError

CellValue: TypeAlias = str | int | float | datetime | None

LATIN_FONT: Final = "Noto Sans"
KHMER_FONT: Final = "Noto Sans Khmer"
DARK_TEAL: Final = "1F4E4A"
PALE_TEAL: Final = "E3ECEA"
FONT_SIZE: Final = 10

NARROWEST: Final = 5
WIDEST: Final = 44
"""The widths of columns, in characters; longer texts wrap."""

WIDER: Final = 1.1
MARGIN: Final = 2.0
"""How much wider the documents' type is than the one that widths are counted in, and the space beside a text."""

LINE: Final = 15.0
KHMER_LINE: Final = 20.0
HIGHEST: Final = 400.0
"""The heights of lines, and of the highest row, in points."""

A4: Final = 9
"""The number of the paper in the format."""

LAST_ROW: Final = 1_048_576
LONGEST_TEXT: Final = 32_767
"""What a sheet and a cell hold at the most, by the format's own limits."""

FIRST_DATE: Final = datetime(1900, 3, 1)
"""Spreadsheets count days from 1900 and take that for a leap year, so earlier days cannot be told."""

_KHMER: Final = re.compile("[\u1780-\u17ff\u19e0-\u19ff]")
_FORMATS: Final = {str: "@", int: "0", float: "0%", datetime: "yyyy-mm-dd hh:mm"}
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet. A text, whatever it begins with, stays a text; a float is a share between 0 and 1.

    `title` has at most 31 characters. The rows with an index in `totals` sum others up.
    """

    title: str
    header: tuple[str, ...]
    rows: Sequence[tuple[CellValue, ...]]
    totals: frozenset[int] = frozenset()


def write_spreadsheet(sheets: Sequence[Sheet], *, title: str, language: str, created: datetime) -> bytes:
    """Return the sheets as XLSX, to be printed on A4 with the title at the head of every page.

    `created` is the moment for the properties; the same sheets and moment give the same bytes. Raises UserError
    where a sheet has more rows than the format holds.
    """
    book = Workbook(write_only=True)
    moment = created.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties = book.properties
    properties.creator, properties.title, properties.language = "Clesidra Desktop", title, language
    properties.created = properties.modified = moment
    styles = _Styles(book)
    for sheet in sheets:
        if len(sheet.rows) >= LAST_ROW:
            raise UserError(
                "A spreadsheet holds {rows} rows, and “{sheet}” would have more. Divide the workshop into several.",
                rows=LAST_ROW,
                sheet=sheet.title,
            )
        _write_sheet(book, sheet, title, styles)
    buffer = BytesIO()
    # The library's own way to save puts the time of saving into the properties and on every part.
    ExcelWriter(book, _TimelessZip(buffer, "w", ZIP_DEFLATED)).save()
    return buffer.getvalue()


class _TimelessZip(ZipFile):
    """A zip whose entries all have the same time."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        super().writestr(ZipInfo(zinfo_or_arcname, _FIRST_DAY), data, ZIP_DEFLATED)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        self.writestr(arcname, Path(filename).read_bytes())


class _Styles:
    """The named styles of a workbook, made when they are first needed."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: set[str] = set()

    def name(self, kind: type, *, khmer: bool, bold: bool = False, header: bool = False) -> str:
        """Return the name of the style for a kind of value, a script and a place."""
        place = " header" if header else " total" if bold else ""
        name = f"Register {kind.__name__}{place}{' Khmer' if khmer else ''}"
        if name not in self._made:
            self._made.add(name)
            self._book.add_named_style(_style(name, kind, khmer, bold or header, header))
        return name


def _style(name: str, kind: type, khmer: bool, bold: bool, header: bool) -> NamedStyle:
    font = Font(
        name=KHMER_FONT if khmer else LATIN_FONT, size=FONT_SIZE, bold=bold, color=DARK_TEAL if header else "000000"
    )
    style = NamedStyle(name=name, font=font, number_format=_FORMATS[kind])
    style.alignment = Alignment(
        horizontal="left" if kind is str else "right",
        indent=0 if kind is str else 1,
        vertical="center" if header else "top",
        wrap_text=kind is str or header,
    )
    if header:
        style.fill = PatternFill("solid", fgColor=PALE_TEAL)
        style.border = Border(bottom=Side("medium", DARK_TEAL))
    elif bold:
        style.border = Border(top=Side("thin", DARK_TEAL))
    return style


def _write_sheet(book: Workbook, sheet: Sheet, title: str, styles: _Styles) -> None:
    page = book.create_sheet(sheet.title)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.header))}{len(sheet.rows) + 1}"
    _set_up_paper(page, title)
    widths = [_width(sheet, column) for column in range(len(sheet.header))]
    for number, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(number)].width = width
    kinds = [_kind(sheet, column) for column in range(len(sheet.header))]
    rows = chain([sheet.header], sheet.rows)
    for number, row in enumerate(rows, start=1):
        header, bold = number == 1, number - 2 in sheet.totals
        if (height := _height(row, widths)) > LINE:
            page.row_dimensions[number].height = height
        page.append(
            [
                _cell(page, value, styles.name(kind, khmer=_is_khmer(value), bold=bold, header=header))
                for value, kind in zip(row, kinds, strict=True)
            ]
        )


def _set_up_paper(page: Any, title: str) -> None:
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins = PageMargins(left=0.4, right=0.4, top=0.75, bottom=0.6, header=0.35, footer=0.3)
    # Codes begin with an ampersand, and not every program reads the doubled one that would stand for itself.
    page.oddHeader.center.text = " ".join(title.replace("&", "＆").split())[:100] or None
    page.oddFooter.left.text = "&A"
    page.oddFooter.right.text = "&P / &N"


def _cell(page: Any, value: CellValue, style: str) -> Any:
    if isinstance(value, datetime) and value < FIRST_DATE:
        value = value.isoformat(" ", "minutes")
    cell = WriteOnlyCell(page, value[:LONGEST_TEXT] if isinstance(value, str) else value)
    cell.style = style
    if isinstance(value, str):
        cell.data_type = "s"  # the library takes what begins with = for a formula, and #N/A for an error
    return cell


def _kind(sheet: Sheet, column: int) -> type:
    """Return the kind of the values of a column: that of the first one, text where there is none."""
    return next((type(row[column]) for row in sheet.rows if row[column] is not None), str)


def _width(sheet: Sheet, column: int) -> float:
    # The words of a title may stand below each other; beside them is the button of the filter.
    longest = max(map(_length, sheet.header[column].split()), default=0.0) + 2
    for row in sheet.rows:
        longest = max(longest, *map(_length, _shown(row[column]).split("\n")))
    return min(max(longest * WIDER + MARGIN, NARROWEST), WIDEST)


def _height(row: Sequence[CellValue], widths: Sequence[float]) -> float:
    """Return how high a row must be, in points: programs do not find out by themselves when they open the file."""
    highest = 0.0
    for value, width in zip(row, widths, strict=True):
        if isinstance(value, str):
            lines = sum(ceil(_length(line) / width) or 1 for line in value.split("\n"))
            highest = max(highest, lines * (KHMER_LINE if _is_khmer(value) else LINE))
    return min(highest, HIGHEST)


def _shown(value: CellValue) -> str:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    return "" if value is None else str(value)


def _is_khmer(value: CellValue) -> bool:
    return isinstance(value, str) and _KHMER.search(value) is not None


def _length(text: str) -> float:
    """Return how wide a line is, in characters. Signs above and below letters take no place."""
    if text.isascii():
        return len(text)
    return sum(unicodedata.category(sign) not in ("Mn", "Cf") for sign in text)
