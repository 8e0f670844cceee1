"""Which row heads a list, and what its columns hold."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.workshop import Category
from clesidra_desktop.exchange.lists.grid import Grid
from clesidra_desktop.services.lists.columns import find_header, header_at, match_columns
from clesidra_desktop.services.lists.fields import FIELD_OF, Field, header_key
from tests.helpers.lists import grid

CATEGORIES = (Category(code="CBO", label="CBOs"), Category(code="GOV", label="Gov"))


def matched(sheet: Grid, chosen: dict[str, str] | None = None) -> dict[int, str]:
    found = match_columns(sheet, find_header(sheet, chosen or {}), CATEGORIES, chosen or {})
    return {column: field.value for column, field in found.items()}


def columns(*titles: str, rows: Sequence[Sequence[str]] = ()) -> list[str | None]:
    sheet = grid(titles, *rows)
    found = matched(sheet)
    return [found.get(column) for column in range(len(titles))]


def test_english_headers() -> None:
    assert columns("No.", "Name", "Gender", "AGE", "Organisation:", "Job", "Province", "Tel.", "E-mail") == [
        None, "name", "sex", "age", "organization", "position", "province", "phone", "email"
    ]  # fmt: skip


def test_khmer_headers() -> None:
    titles = ("ល.រ", "គោត្តនាម និងនាម", "ភេទ", "ឆ្នាំកំណើត", "មកពីស្ថាប័ន", "មុខតំណែង", "ខេត្ត", "លេខទូរស័ព្ទ", "ហត្ថលេខា")
    assert columns(*titles) == [
        None, "name", "sex", "birth_year", "organization", "position", "province", "phone", None
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Name / ឈ្មោះ", "name"),
        ("ឈ្មោះ (Name)", "name"),
        ("ភេទ/Sex", "sex"),
        ("Sex\n(M/F)", "sex"),
        ("Orgnization", "organization"),
        ("Organisaton/Institution", "organization"),
        ("Phone number (mobile)", "phone"),
        ("Telephon", "phone"),
        ("លេខទូរស័ព្", "phone"),
        ("Name of participants*", "name"),
        ("Date of birth (dd/mm/yyyy)", "birth_year"),
        ("Name (Khmer)", "name_km"),
        ("Khmer Name", "name_km"),
        ("Participant's phone number", "phone"),
        ("Signature", None),
        ("Commune", None),
        ("Village name", None),
        ("Room rate", None),
    ],
)
def test_headers_in_other_spellings(title: str, field: str | None) -> None:
    assert columns("Family name", title)[1] == field


def test_every_known_header_is_found_by_itself() -> None:
    for word, field in FIELD_OF.items():
        found = columns("#", word, rows=[["1", ""]])[1]
        assert found == field.value, word


def test_titles_above_the_header_are_passed_over() -> None:
    sheet = grid(
        ["Kingdom of Cambodia"],
        ["Attendance list, Kratie province"],
        [],
        ["", "Name", "Sex", "Organization"],
        ["1", "Sok Dara", "M", "NGO Forum"],
    )
    assert find_header(sheet) == header_at(sheet, 3, 4)
    assert matched(sheet) == {1: "name", 2: "sex", 3: "organization"}


def test_two_rows_of_titles() -> None:
    sheet = grid(
        ["No", "Name", "", "Sex", "", "Contact", ""],
        ["", "Khmer", "Latin", "M", "F", "Phone", "E-mail"],
        ["1", "សុខ ដារ៉ា", "Sok Dara", "✓", "", "012 345 678", ""],
        ["2", "ចាន់ ធី", "Chan Thy", "", "✓", "", "thy@example.org"],
    )
    header = find_header(sheet)
    assert (header.first, header.end) == (0, 2)
    assert header.titles[1:5] == ("Name Khmer", "Name Latin", "Sex M", "Sex F")
    assert matched(sheet) == {1: "name_km", 2: "name", 3: "male", 4: "female", 5: "phone", 6: "email"}


def test_titles_in_two_languages_one_below_the_other() -> None:
    sheet = grid(["ឈ្មោះ", "ភេទ", "តួនាទី"], ["Name", "Sex", "Position"], ["Sok Dara", "M", "Chief"])
    assert find_header(sheet) == header_at(sheet, 0, 2)
    assert matched(sheet) == {0: "name", 1: "sex", 2: "position"}


def test_a_person_is_not_a_second_row_of_titles() -> None:
    sheet = grid(["Name", "Sex", "Type"], ["Sok Dara", "M", "CBO"], ["Chan Thy", "F", "Gov"])
    assert find_header(sheet) == header_at(sheet, 0, 1)


def test_two_columns_of_names_are_told_apart_by_their_letters() -> None:
    for first, second in (("សុខ ដារ៉ា", "Sok Dara"), ("Sok Dara", "សុខ ដារ៉ា")):
        found = columns("ឈ្មោះ", "Full name", rows=[[first, second]])
        assert found == (["name_km", "name"] if second == "Sok Dara" else ["name", "name_km"])


def test_a_column_is_not_what_its_title_says_if_nothing_in_it_is() -> None:
    assert columns("Name", "Remarks", rows=[["A", "came late"]]) == ["name", None]
    assert columns("Name", "Remarks", rows=[["A", "youth"]]) == ["name", "flags"]
    assert columns("Name", "F", rows=[["A", "Ponleu"]]) == ["name", None]


def test_a_title_may_be_a_salutation() -> None:
    assert columns("Title", "Name", rows=[["Mr.", "A"], ["Ms", "B"]]) == ["sex", "name"]
    assert columns("Title", "Name", rows=[["Chief", "A"], ["Member", "B"]]) == ["position", "name"]


def test_faults_of_a_surely_named_column_are_to_be_mended() -> None:
    rows = [["A", "one", "nobody", "Commune"], ["B", "two", "knows", "Commune"]]
    assert columns("Name", "Sex", "Phone", "Category", rows=rows) == ["name", "sex", "phone", "category"]


def test_a_list_without_titles_is_matched_by_what_is_in_it() -> None:
    sheet = grid(
        ["1", "Sok Dara", "M", "45", "012 345 678", "NGO Forum"],
        ["2", "Chan Thy", "F", "1990", "097 123 4567", "Gov"],
        ["3", "Kim Bopha", "F", "33", "", "Network"],
    )
    assert find_header(sheet) == header_at(sheet, 0, 0)
    assert matched(sheet) == {1: "name", 2: "sex", 3: "age", 4: "phone"}


def test_choices_of_the_office_come_first() -> None:
    sheet = grid(["Dramatis persona", "Town", "Name"], ["Sok Dara", "Kratie", "n/a"])
    chosen = {"dramatis persona": "name", "town": "province", "name": ""}
    assert matched(sheet, chosen) == {0: "name", 1: "province"}


def test_several_phones_but_one_organization() -> None:
    assert columns("Name", "Phone 1", "Phone 2", "Organization", "Institution") == [
        "name",
        "phone",
        "phone",
        "organization",
        None,
    ]


def test_upper_titles_stand_above_the_lower_ones() -> None:
    sheet = grid(["Name", "Sex", "", ""], ["", "M", "F", ""])
    assert header_at(sheet, 0, 2).titles == ("Name", "Sex M", "Sex F", "")


def test_keys_of_headers() -> None:
    assert header_key(" Phone_No. 2 ") == header_key("phone no")
    assert header_key("លេខ ទូរស័ព្ទ៖") == header_key("លេខ ទូរស័ព្ទ")


@given(st.lists(st.lists(st.text(max_size=6), min_size=3, max_size=3), min_size=1, max_size=6))
def test_any_cells_can_be_looked_at(rows: list[list[str]]) -> None:
    sheet = grid(*rows)
    header = find_header(sheet)
    found = match_columns(sheet, header, CATEGORIES, {})
    assert 0 <= header.first <= header.end <= len(rows)
    assert all(0 <= column < 3 and isinstance(field, Field) for column, field in found.items())


def test_khmer_and_latin_names_below_a_merged_title() -> None:
    sheet = grid(
        ["ល.រ", "ឈ្មោះ", "", "ភេទ", "អាយុ"],
        ["ល.រ", "ខ្មែរ", "ឡាតាំង", "ភេទ", "អាយុ"],
        ["1", "សុខ ដារ៉ា", "Sok Dara", "ប្រុស", "៣៥"],
    )
    assert find_header(sheet).end == 2
    assert matched(sheet) == {1: "name_km", 2: "name", 3: "sex", 4: "age"}
