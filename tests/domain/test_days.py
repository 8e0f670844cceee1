from datetime import date, datetime

import pytest

from clesidra_desktop.domain.days import days_of
from tests.helpers.builders import STARTS, at, workshop

FIRST = STARTS.date()


@pytest.mark.parametrize("ends", [None, at(12), at(7), at(0, day=7), STARTS])
def test_one_day(ends: datetime | None) -> None:
    assert days_of(workshop(ends=ends)) == (FIRST,)


def test_several_days() -> None:
    assert days_of(workshop(ends=at(0, 1, day=8))) == (FIRST, date(2026, 5, 7), date(2026, 5, 8))


def test_unknown_days() -> None:
    assert days_of(workshop(starts=None)) == ()
