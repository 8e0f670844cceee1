"""Lists from files: every common make, and what to do about those that cannot be read."""

import zipfile
from datetime import date, datetime, time
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.exchange.lists import grid, reading, text_files, workbooks
from clesidra_desktop.exchange.lists.grid import cell_text
from clesidra_desktop.exchange.lists.reading import read_list
from tests.helpers.lists import csv_text, write_ods, write_xlsx

ROWS = [("Name", "Sex"), ("Hélène Lefèvre", "F"), ("Touch Vuthy", "M")]
KHMER = [("ឈ្មោះ", "ភេទ"), ("សុខ ដារ៉ា", "ប្រុស")]


def texts(path: Path, **how: str) -> list[tuple[str, ...]]:
    return list(read_list(path, **how).grids[0].rows)


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("rows", [ROWS, KHMER], ids=["latin", "khmer"])
def test_encodings_and_delimiters(rows: list[tuple[str, ...]], encoding: str, delimiter: str, tmp_path: Path) -> None:
    if rows is KHMER and encoding in ("utf-16-le", "utf-16-be"):
        encoding = "utf-16"  # nobody writes Khmer in UTF-16 without a mark
    content = csv_text(rows, delimiter).encode(encoding)
    read = read_list(written(tmp_path / "list.csv", content))
    assert list(read.grids[0].rows) == rows
    assert read.delimiter == delimiter


@pytest.mark.parametrize(
    ("encoding", "line"),
    [
        ("cp1252", "Müller – Bär,“GIZ”"),
        ("cp1252", "Hélène Bérard,Cambodge"),
        ("cp874", "สมชาย ใจดี,ชาย"),
        ("gb18030", "王小明,北京大学"),
    ],
)
def test_windows_encodings_are_found(encoding: str, line: str, tmp_path: Path) -> None:
    text = "Name,Organization\n" + f"{line}\n" * 3
    assert texts(written(tmp_path / "list.csv", text.encode(encoding)))[1] == tuple(line.split(","))


def test_an_encoding_and_a_delimiter_can_be_chosen(tmp_path: Path) -> None:
    path = written(tmp_path / "list.csv", "Name;a,b\nJosé;1,2\n".encode("cp1252"))
    assert texts(path, encoding="cp1252", delimiter=";")[1] == ("José", "1,2")
    assert texts(path, encoding="cp1252", delimiter=",")[1] == ("José;1", "2")
    with pytest.raises(UserError, match=r"list.csv is not text in the encoding utf-8-sig. Choose another encoding"):
        texts(path, encoding="utf-8-sig")


def test_line_ends_quotes_and_the_line_that_names_the_delimiter(tmp_path: Path) -> None:
    content = b'sep=;\r\nName;Address\r"Sok, Dara";"two\nlines"\n\n"A ""B""";\'+855\n="012345678";\'=1+1\n'
    assert texts(written(tmp_path / "list.csv", content)) == [
        ("", ""),
        ("Name", "Address"),
        ("Sok, Dara", "two\nlines"),
        ("", ""),
        ('A "B"', "+855"),
        ("012345678", "=1+1"),
    ]


def test_names_alone_need_no_delimiter(tmp_path: Path) -> None:
    assert texts(written(tmp_path / "list.txt", b"Name\nSok Dara\nChan Thy\n")) == [
        ("Name",),
        ("Sok Dara",),
        ("Chan Thy",),
    ]


def test_a_spreadsheet_keeps_its_places_and_its_kinds(tmp_path: Path) -> None:
    rows = [
        [],
        [None, None, "Title"],
        [None, 12345678, date(1990, 5, 1), datetime(2026, 5, 6, 8, 5), True, 1.5, time(8, 5), "a\u00a0b "],
    ]
    assert texts(write_xlsx(tmp_path / "list.xlsx", rows)) == [
        ("",) * 8,
        ("", "", "Title", "", "", "", "", ""),
        ("", "12345678", "1990-05-01", "2026-05-06 08:05", "TRUE", "1.5", "08:05", "a b"),
    ]


def test_merged_cells_say_the_same_in_every_row_that_says_something(tmp_path: Path) -> None:
    rows = [["List of all"], ["Name", "Organization"], ["A", "NGO Forum"], ["B"], [None], ["Women", None, None]]
    path = write_xlsx(tmp_path / "list.xlsx", rows, merged=["A1:C1", "B3:B5", "A6:C6"])
    (read,) = read_list(path).grids
    assert [row[:2] for row in read.rows[1:]] == [
        ("Name", "Organization"),
        ("A", "NGO Forum"),
        ("B", "NGO Forum"),
        ("", ""),
        ("Women", ""),
    ]
    assert read.headings == {0, 5}


def test_sheets_that_are_shown_come_first_and_empty_ones_not_at_all(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", [["hidden"]], title="Old", Empty=[], List=[["shown"]])
    book = openpyxl.load_workbook(path)
    book["Old"].sheet_state = "hidden"
    book.save(path)
    assert [(one.name, one.rows) for one in read_list(path).grids] == [("List", (("shown",),)), ("Old", (("hidden",),))]


def test_cells_that_only_look_like_something_do_not_count(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", [["Name"], ["Sok Dara"]])
    book = openpyxl.load_workbook(path)
    book.worksheets[0].cell(900_000, 300).font = Font(bold=True)
    book.save(path)
    assert texts(path) == [("Name",), ("Sok Dara",)]


def test_an_open_document(tmp_path: Path) -> None:
    rows = [["ឈ្មោះ", "Born", None, "Age"], ["សុខ ដារ៉ា", date(1990, 5, 1), None, 36]]
    assert texts(write_ods(tmp_path / "list.ods", rows, padding=1_048_000)) == [
        ("ឈ្មោះ", "Born", "", "Age"),
        ("សុខ ដារ៉ា", "1990-05-01", "", "36"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.xlsx", b"", "a.xlsx has no cells with anything in them"),
        ("a.csv", b"\xef\xbb\xbf\n\n,,\n", "a.csv has no cells"),
        ("a.xlsx", b"PK\3\4" + b"junk" * 50, "a.xlsx is damaged"),
        ("a.xls", workbooks.COMPOUND + bytes(2000), "a.xls has a format of before 2007"),
        ("a.xlsx", workbooks.COMPOUND + bytes(99) + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("a.pdf", b"%PDF-1.7", "a.pdf is a PDF and no list"),
        ("a.csv", b"\x89PNG\r\n\x1a\n", "a.csv is a picture and no list"),
        ("a.xls", b"\r\n<html><table>", "a.xls is a web page, whatever its name says"),
        ("a.csv", b"\x00\x01\x02\x03\x05" * 400, "a.csv is no text and no spreadsheet"),
        ("a.csv", b'Name\n"' + b"x" * 200_000 + b'"\n', "Row 2 of a.csv cannot be read: field larger than"),
    ],
)
def test_what_is_no_list_is_named_with_what_to_do(name: str, content: bytes, says: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match=says):
        read_list(written(tmp_path / name, content))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read: No such file"):
        read_list(tmp_path / "list.csv")
    with pytest.raises(UserError, match="cannot be read: Is a directory"):
        read_list(tmp_path)


def test_a_spreadsheet_that_was_cut_or_locked(tmp_path: Path) -> None:
    whole = write_xlsx(tmp_path / "list.xlsx", [["Name"]] * 100).read_bytes()
    with pytest.raises(UserError, match=r"cut\.xlsx is damaged: it ends too early or was changed"):
        read_list(written(tmp_path / "cut.xlsx", whole[: len(whole) // 2]))
    with pytest.raises(UserError, match=r"list\.ods is protected by a password"):
        read_list(write_ods(tmp_path / "list.ods", [["Name"]], encrypted=True))


def test_a_zip_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "list.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(UserError, match=r"list\.docx is damaged or no spreadsheet"):
        read_list(path)


def test_what_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = write_xlsx(tmp_path / "list.xlsx", [["Name"]] * 20)
    text = written(tmp_path / "list.csv", b"Name\n" * 20)
    monkeypatch.setattr(workbooks, "MAX_UNPACKED", 100)
    with pytest.raises(UserError, match=r"list\.xlsx is too large"):
        read_list(sheet)
    monkeypatch.undo()
    for module in (workbooks, text_files):
        monkeypatch.setattr(module, "MAX_ROWS", 10)
    with pytest.raises(UserError, match="has something in row 11, column 1; a list of attendants has at most 10 rows"):
        read_list(sheet)
    with pytest.raises(UserError, match="more than 10 rows or 200 columns: it is no list"):
        read_list(text)
    monkeypatch.setattr(reading, "MAX_FILE_SIZE", 5)
    with pytest.raises(UserError, match=r"list\.csv is larger than"):
        read_list(text)


def test_a_text_far_away_is_found_before_room_is_made_for_all_cells_on_the_way(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "list.xlsx", [["Name"]])
    book = openpyxl.load_workbook(path)
    book.worksheets[0].cell(1_048_576, 16_384, "oops")
    book.save(path)
    with pytest.raises(UserError, match=r"has something in row 1048576, column 16384; .* Delete what stands there"):
        read_list(path)
    for rows in ([["Name"], ["oops", None]], [[None] * 300 + ["oops"]]):
        path = write_ods(tmp_path / "list.ods", rows, repeated=60_000)
        with pytest.raises(UserError, match=r"list\.ods has something in row (60001|60000|1), column (1|301);"):
            read_list(path)


def test_a_damaged_sheet_ends(tmp_path: Path) -> None:
    path = write_ods(tmp_path / "list.ods", [["Name"]])
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content.replace(b"</table:table>", b"</table:tab>"))
    with pytest.raises(UserError, match=r"list\.ods is damaged"):
        read_list(path)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 5000), st.binary(min_size=1, max_size=6), st.sampled_from((".xlsx", ".ods")))
def test_any_damage_to_a_sheet_is_said_or_survived(tmp_path: Path, place: int, junk: bytes, suffix: str) -> None:
    write = write_xlsx if suffix == ".xlsx" else write_ods
    path = write(tmp_path / f"list{suffix}", [["Name", "Age"], ["Sok Dara", 45]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            at = place % len(content)
            archive.writestr(
                name,
                content[:at] + junk + content[at + len(junk) :] if "sheet1" in name or "content" in name else content,
            )
    try:
        read = read_list(path)
    except UserError as error:
        said = str(error)
    else:
        said = read.name
    assert path.name in said


def test_the_limits_are_those_of_lists() -> None:
    assert grid.MAX_ROWS == 50_000
    assert grid.MAX_COLUMNS == 200


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12.0, "12"),
        (1e15, "1000000000000000"),
        (datetime(2026, 5, 6, 8, 5, 29, 999_999), "2026-05-06 08:05:30"),
        (datetime(2026, 5, 6), "2026-05-06 00:00"),
        (time(8, 5, 7), "08:05:07"),
        (datetime(2026, 5, 6, 8, 5) - datetime(2026, 5, 6), "08:05"),
        (False, "FALSE"),
        (12, "12"),
    ],
)
def test_cells_as_text(value: object, text: str) -> None:
    assert cell_text(value) == text


class PanicException(BaseException):
    """Is raised as the reader raises its own, which has no name that could be imported."""


@pytest.mark.parametrize(("error", "told"), [(PanicException, UserError), (KeyboardInterrupt, KeyboardInterrupt)])
def test_a_panic_of_the_reader_is_told_as_damage_and_nothing_else_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException], told: type[BaseException]
) -> None:
    def give_up(_: object) -> None:
        raise error("index out of bounds")

    path = write_xlsx(tmp_path / "list.xlsx", ROWS)
    monkeypatch.setattr(workbooks, "CalamineWorkbook", SimpleNamespace(from_filelike=give_up))
    with pytest.raises(told) as caught:
        read_list(path)
    assert isinstance(caught.value, KeyboardInterrupt) or "list.xlsx is damaged" in str(caught.value)
