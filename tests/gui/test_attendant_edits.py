"""What is typed about attendants, as a deed takes it."""

from datetime import date, datetime

import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Sex
from clesidra_desktop.gui.attendant_edits import birth_year_of, detail_of, moment_of

DAY = date(2026, 11, 5)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("8:05", datetime(2026, 11, 5, 8, 5)),
        ("8.05", datetime(2026, 11, 5, 8, 5)),
        ("0805", datetime(2026, 11, 5, 8, 5)),
        ("៨:០៥", datetime(2026, 11, 5, 8, 5)),
        ("14h30", datetime(2026, 11, 5, 14, 30)),
        (" 9 ", datetime(2026, 11, 5, 9)),
        ("2026-11-06 8:05", datetime(2026, 11, 6, 8, 5)),
        ("08:05 06.11.", datetime(2026, 11, 6, 8, 5)),
    ],
)
def test_times_are_read(typed: str, wanted: datetime) -> None:
    assert moment_of(typed, DAY) == wanted


@pytest.mark.parametrize("typed", ["", "soon", "25:00", "8:75", "8:05 31.02.", "2026-13-01 8:00"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="is no time"):
        moment_of(typed, DAY)


def test_years_of_birth_are_read_in_either_era_or_from_an_age() -> None:
    assert [birth_year_of(typed, 2026) for typed in ("1990", "2533", "២៥៣៣", "36", " ")] == [1990] * 4 + [None]
    with pytest.raises(UserError, match="is no year of birth"):
        birth_year_of("about 40", 2026)


def test_a_choice_that_qt_made_text_of_is_a_sex_again() -> None:
    assert detail_of("sex", "F") is Sex.FEMALE
    assert detail_of("sex", "") is None
