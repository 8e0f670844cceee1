"""Spreadsheets as bytes: typed cells, nothing that computes, the same bytes every time."""

import io
import zipfile
from datetime import UTC, datetime, timedelta, timezone

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.exchange import spreadsheet
from clesidra_desktop.exchange.spreadsheet import CellValue, Sheet, write_spreadsheet
from tests.helpers.strategies import texts

CREATED = datetime(2026, 3, 18, 17, 0, tzinfo=UTC)


def written(*sheets: Sheet, title: str = "Title", language: str = "en", created: datetime = CREATED) -> bytes:
    return write_spreadsheet(sheets, title=title, language=language, created=created)


def read(*rows: tuple[CellValue, ...], header: tuple[str, ...] = ("A",), title: str = "Title") -> Worksheet:
    sheet = Sheet(title="Sheet", header=header, rows=rows, totals=frozenset({len(rows) - 1}))
    page = openpyxl.load_workbook(io.BytesIO(written(sheet, title=title))).active
    assert isinstance(page, Worksheet)
    return page


DANGEROUS = (
    "=1+1",
    '=HYPERLINK("http://x")',
    "+855 12",
    "-5",
    "@SUM(A1)",
    "\t=1",
    "#N/A",
    "#REF!",
    "012 000 101",
    "1E5",
)


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_stays_a_text(text: str) -> None:
    for page in (read((text,)), read((1,), header=(text,))):
        cell = page["A2"] if page["A2"].value != 1 else page["A1"]
        assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@" if cell.row == 2 else "0")


def test_nothing_in_a_sheet_computes() -> None:
    content = written(Sheet(title="S", header=DANGEROUS, rows=[DANGEROUS] * 2))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        page = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    assert 't="e"' not in page
    assert page.count('t="inlineStr"') == 3 * len(DANGEROUS)


def test_dates_numbers_and_shares_are_what_they_are() -> None:
    moment = datetime(2026, 3, 18, 7, 31)
    page = read((moment, 1971, 0.375, None), header=("When", "Year", "Share", "Empty"))
    assert [cell.value for cell in page[2]] == [moment, 1971, 0.375, None]
    assert [cell.is_date for cell in page[2]] == [True, False, False, False]
    assert [cell.number_format for cell in page[2]] == ["yyyy-mm-dd hh:mm", "0", "0%", "@"]


def test_a_date_before_the_calendar_of_spreadsheets_is_written_in_words() -> None:
    assert read((datetime(1899, 12, 31, 8),))["A2"].value == "1899-12-31 08:00"
    assert read((datetime(1900, 3, 1, 8),))["A2"].value == datetime(1900, 3, 1, 8)


@given(st.lists(st.tuples(texts(), st.datetimes(datetime(1900, 3, 1), datetime(2999, 1, 1))), max_size=4))
def test_what_was_written_is_read_back(rows: list[tuple[str, datetime]]) -> None:
    page = read(*rows, header=("A", "B"))
    back = [tuple(cell.value for cell in row) for row in page.iter_rows(min_row=2, max_row=len(rows) + 1)]
    for (text, moment), (text_back, moment_back) in zip(rows, back, strict=True):
        assert (text_back or "") == text
        assert abs(moment_back - moment) < timedelta(seconds=1)


def test_khmer_has_its_own_type_and_higher_lines() -> None:
    page = read(("ភេទ",), ("sex",), header=("ឈ្មោះ",))
    assert [cell.font.name for cell in page["A"]] == ["Noto Sans Khmer", "Noto Sans Khmer", "Noto Sans"]
    assert page.row_dimensions[2].height > 15
    assert page.row_dimensions[3].height is None


def test_columns_are_as_wide_as_their_texts_and_long_texts_wrap() -> None:
    page = read(("word " * 40, "012 000 101", datetime(2026, 1, 1)), header=("A", "Phone", "When"))
    assert page.column_dimensions["A"].width == spreadsheet.WIDEST
    assert 11 < page.column_dimensions["B"].width < 16
    assert 16 < page.column_dimensions["C"].width < 24
    assert page["A2"].alignment.wrap_text
    assert page.row_dimensions[2].height == 5 * spreadsheet.LINE


def test_the_header_is_frozen_and_repeated_and_totals_stand_out() -> None:
    page = read((1,), (2,), (3,), title="A & B " * 30)
    assert page.freeze_panes == "A2"
    assert page.print_title_rows == "$1:$1"
    assert page.auto_filter.ref == "A1:A4"
    assert [cell.font.bold for cell in page["A"]] == [True, False, False, True]
    assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
    assert page.oddHeader.center.text.startswith("A ＆ B A ＆ B")
    assert len(page.oddHeader.center.text) < 255


def test_the_same_sheets_and_moment_give_the_same_bytes() -> None:
    sheet = Sheet(title="S", header=("A",), rows=[("x",), (1,)])
    content = written(sheet)
    assert written(sheet) == content
    assert written(sheet, created=CREATED.astimezone(timezone(timedelta(hours=7)))) == content
    assert written(sheet, created=CREATED + timedelta(days=1)) != content
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert (book.properties.title, book.properties.language) == ("Title", "en")
    assert book.properties.created == book.properties.modified == datetime(2026, 3, 18, 17, 0)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_more_than_the_format_holds() -> None:
    assert len(str(read(("x" * 40_000,))["A2"].value)) == spreadsheet.LONGEST_TEXT
    with pytest.raises(UserError, match="holds 1048576 rows, and “S” would have more"):
        written(Sheet(title="S", header=("A",), rows=[(1,)] * spreadsheet.LAST_ROW))
