"""Rows as attendants, and the faults of their cells."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import pytest

from clesidra_desktop.domain.workshop import Attendant, Flag, Sex, Stay
from clesidra_desktop.services.lists.fields import Field
from clesidra_desktop.services.lists.rows import ReadRow, Settings, column_letters, read_row
from tests.services.lists.samples import CATEGORIES


def read(*cells: tuple[str, str]) -> ReadRow:
    """Return a row of cells, each with the field that its column holds."""
    columns = {place: Field(field) for place, (field, _) in enumerate(cells)}
    titles = [field.capitalize() for field, _ in cells]
    return read_row(7, tuple(text for _, text in cells), Settings(columns, titles, CATEGORIES, 2026, date(2026, 5, 6)))


def taken(*cells: tuple[str, str]) -> Attendant:
    row = read(*cells)
    assert row.faults == ()
    return row.attendant


def faults(*cells: tuple[str, str]) -> list[str]:
    return [str(fault.sentence()) for fault in read(*cells).faults]


NAME = ("name", "Sok Dara")


def test_everything_at_once() -> None:
    id_ = UUID(int=5)
    row = read(
        NAME,
        ("name_km", "សុខ\u200b ដារ៉ា"),
        ("sex", "ប្រុស"),
        ("birth_year", "២៥៣៣"),
        ("age_group", "youngish"),
        ("category", "Gov"),
        ("organization", " NGO\nForum "),
        ("position", "Chief"),
        ("province", "ក្រចេះ"),
        ("phone", "12345678"),
        ("phone", "097 1112222"),
        ("email", "dara@example.org"),
        ("flags", "youth"),
        ("indigenous", "✓"),
        ("arrived", "08:05"),
        ("left", "12:00"),
        ("arrived", "13:00"),
        ("left", ""),
        ("consent", "yes"),
        ("id", str(id_)),
    )
    assert row.faults == ()
    assert row.known_id == id_
    assert row.attendant == Attendant(
        id=row.attendant.id,
        name="Sok Dara",
        name_km="សុខ ដារ៉ា",
        sex=Sex.MALE,
        birth_year=1990,
        age_group="youngish",
        category="GOV",
        organization="NGO Forum",
        position="Chief",
        province="ក្រចេះ",
        phone="012 345 678 / 097 111 2222",
        email="dara@example.org",
        flags=(Flag.YOUTH, Flag.INDIGENOUS),
        stays=(
            Stay(arrived=datetime(2026, 5, 6, 8, 5), left=datetime(2026, 5, 6, 12)),
            Stay(arrived=datetime(2026, 5, 6, 13)),
        ),
        consent=True,
    )


@pytest.mark.parametrize(
    ("cells", "name", "name_km"),
    [
        ([("family_name", "Sok"), ("given_name", "Dara")], "Sok Dara", ""),
        ([("given_name", "Dara"), ("family_name", "")], "Dara", ""),
        ([("name", "Dara"), ("family_name", "Sok")], "Sok Dara", ""),
        ([("name", "Sok Dara"), ("family_name", "Sok")], "Sok Dara", ""),
        ([("name", "Sok Dara"), ("family_name", "S"), ("given_name", "D")], "Sok Dara", ""),
        ([("name", ""), ("name_km", "សុខ ដារ៉ា")], "សុខ ដារ៉ា", "សុខ ដារ៉ា"),
        ([("family_name_km", "សុខ"), ("given_name_km", "ដារ៉ា"), NAME], "Sok Dara", "សុខ ដារ៉ា"),
        ([("name", "None")], "None", ""),
        ([("name", "Na")], "Na", ""),
    ],
)
def test_names(cells: list[tuple[str, str]], name: str, name_km: str) -> None:
    attendant = taken(*cells)
    assert (attendant.name, attendant.name_km) == (name, name_km)


def test_a_row_without_a_name() -> None:
    assert faults(("sex", "F"), ("name", "--")) == [
        "Row 7, Name: “--” cannot be taken. Type the name, or leave the row out."
    ]


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ([("female", "✓"), ("male", "")], (Sex.FEMALE, None)),
        ([("female", ""), ("male", "x")], (Sex.MALE, None)),
        ([("female", "៣៤"), ("male", "")], (Sex.FEMALE, 1992)),
        ([("female", ""), ("male", "")], (None, None)),
        ([("sex", ""), ("female", "1"), ("age", "20")], (Sex.FEMALE, 2006)),
    ],
)
def test_ticks_for_women_and_men(cells: list[tuple[str, str]], wanted: tuple[Any, Any]) -> None:
    attendant = taken(NAME, *cells)
    assert (attendant.sex, attendant.birth_year) == wanted


def test_both_ticks() -> None:
    assert faults(NAME, ("female", "x"), ("male", "v")) == [
        "Row 7, Male: “v” cannot be taken. Tick one of the two columns."
    ]


def test_an_age_group_that_was_computed_is_not_kept_beside_the_year() -> None:
    assert taken(NAME, ("birth_year", "1990"), ("age_group", "31–49")).age_group == ""
    assert taken(NAME, ("birth_year", "1990"), ("age_group", "≤30")).age_group == "≤30"
    assert taken(NAME, ("birth_year", ""), ("age_group", "31–49")).age_group == "31–49"
    assert taken(NAME, ("age_group", "35")).birth_year == 1991


def test_who_was_there_without_a_time() -> None:
    assert taken(NAME, ("arrived", "✓")).stays == (Stay(),)
    assert taken(NAME, ("arrived", "-")).stays == ()
    assert taken(NAME, ("left", "12:00")).stays == (Stay(left=datetime(2026, 5, 6, 12)),)


def test_every_cell_that_cannot_be_taken_is_named() -> None:
    found = faults(
        NAME, ("sex", "k"), ("age", "old"), ("category", "zz"), ("phone", "1"), ("arrived", "09:00"), ("left", "08:00")
    )
    assert [one.partition(" cannot")[0] for one in found] == [
        "Row 7, Sex: “k”",
        "Row 7, Age: “old”",
        "Row 7, Category: “zz”",
        "Row 7, Phone: “1”",
        "Row 7, Left: “08:00”",
    ]


def test_a_number_of_another_program_is_no_id() -> None:
    row = read(NAME, ("id", "17"))
    assert row.known_id is None
    assert row.faults == ()


def test_columns_without_titles_are_called_by_their_letters() -> None:
    assert [column_letters(column) for column in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
    columns = {0: Field.NAME, 2: Field.SEX}
    (fault,) = read_row(3, ("Sok Dara", "", "k"), Settings(columns, ("", "", ""), CATEGORIES, 2026)).faults
    assert str(fault.sentence()).startswith("Row 3, C: “k” cannot be taken.")
