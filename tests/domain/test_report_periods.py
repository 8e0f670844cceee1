"""The time that a report is about."""

from datetime import date, datetime

import pytest

from clesidra_desktop.domain.report_periods import (
    Period,
    Step,
    quarter_of,
    step_of,
    steps_between,
    whole_quarter,
    whole_year,
)


def test_a_year_holds_its_first_and_its_last_moment() -> None:
    year = whole_year(2026)
    assert year.holds(datetime(2026, 1, 1))
    assert year.holds(datetime(2026, 12, 31, 23, 59))
    assert not year.holds(datetime(2027, 1, 1))
    assert not year.holds(datetime(2025, 12, 31, 23, 59))


@pytest.mark.parametrize(
    ("quarter", "first", "last"),
    [(1, (1, 1), (3, 31)), (2, (4, 1), (6, 30)), (3, (7, 1), (9, 30)), (4, (10, 1), (12, 31))],
)
def test_quarters(quarter: int, first: tuple[int, int], last: tuple[int, int]) -> None:
    assert whole_quarter(2026, quarter) == Period(date(2026, *first), date(2026, *last))
    assert quarter_of(date(2026, *first)) == quarter_of(date(2026, *last)) == quarter


def test_a_period_may_be_open_on_one_side_or_both() -> None:
    assert Period(first=date(2026, 5, 1)).holds(datetime(2030, 1, 1))
    assert not Period(first=date(2026, 5, 1)).holds(datetime(2026, 4, 30))
    assert Period(last=date(2026, 5, 1)).holds(datetime(2026, 5, 1, 17))
    assert Period().is_open


def test_what_has_no_date_is_in_no_period_but_the_open_one() -> None:
    assert Period().holds(None)
    assert not whole_year(2026).holds(None)
    assert not Period(last=date(2026, 5, 1)).holds(None)


def test_steps_are_quarters_without_a_gap() -> None:
    steps = steps_between([date(2026, 8, 1), date(2025, 11, 3)])
    assert steps == (Step(2025, 4), Step(2026, 1), Step(2026, 2), Step(2026, 3))
    assert step_of(date(2026, 8, 1), steps) == Step(2026, 3)


def test_many_quarters_are_years() -> None:
    steps = steps_between([date(2023, 1, 1), date(2026, 1, 1)])
    assert steps == (Step(2023), Step(2024), Step(2025), Step(2026))
    assert step_of(date(2024, 8, 1), steps) == Step(2024)
    assert steps_between([date(2023, 1, 1), date(2025, 12, 31)])[-1] == Step(2025, 4)


def test_without_days_there_are_no_steps() -> None:
    assert steps_between([]) == ()
