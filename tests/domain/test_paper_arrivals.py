"""Arrivals as sign-in sheets say them."""

from datetime import date, time

import pytest

from clesidra_desktop.domain.attendance import DAY_KEY, is_here
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.paper_arrivals import sign_in
from clesidra_desktop.domain.workshop import Stay
from tests.helpers.builders import STARTS, at, attendant

DAY = STARTS.date()
NEXT = date(DAY.year, DAY.month, DAY.day + 1)


def signed(day: date) -> Stay:
    return Stay(extensions={DAY_KEY: day.isoformat()})


def test_who_signed_has_come_also_at_an_unknown_time() -> None:
    nobody = attendant(1, stays=())

    assert sign_in(nobody, DAY, None).stays == (signed(DAY),)
    assert sign_in(nobody, None, None).stays == (Stay(),)
    assert sign_in(nobody, DAY, time(8, 12)).stays == (Stay(arrived=at(8, 12)),)
    assert sign_in(nobody, None, time(8, 12)).stays == (Stay(),)


def test_the_time_on_paper_is_kept_over_the_one_recorded() -> None:
    for known in (Stay(), Stay(arrived=at(9))):
        assert sign_in(attendant(1, stays=(known,)), DAY, time(8, 12)).stays == (Stay(arrived=at(8, 12)),)
    kept = attendant(1, stays=(Stay(arrived=at(9)),))
    assert sign_in(kept, DAY, None) == kept


def test_each_day_has_its_own_arrival() -> None:
    second = attendant(1, stays=(Stay(arrived=at(8, day=NEXT.day)),))

    assert sign_in(second, DAY, time(8, 12)).stays == (Stay(arrived=at(8, 12)), Stay(arrived=at(8, day=NEXT.day)))
    assert sign_in(second, DAY, None).stays == (signed(DAY), Stay(arrived=at(8, day=NEXT.day)))


def test_a_sheet_without_times_is_entered_on_each_day() -> None:
    first = sign_in(attendant(1, stays=()), DAY, None)
    both = sign_in(first, NEXT, None)

    assert both.stays == (signed(DAY), signed(NEXT))
    assert sign_in(both, NEXT, None) == both
    assert sign_in(both, NEXT, time(8, 12)).stays == (signed(DAY), Stay(arrived=at(8, 12, day=NEXT.day)))
    assert sign_in(attendant(1, stays=(Stay(arrived=at(8)),)), NEXT, None).stays == (Stay(arrived=at(8)), signed(NEXT))
    assert is_here(both, NEXT)
    assert not is_here(first, NEXT)


def test_nobody_comes_after_having_left() -> None:
    gone = attendant(1, stays=(Stay(arrived=at(8), left=at(9)),))

    with pytest.raises(UserError, match="left at 09:00, before 10:00"):
        sign_in(gone, DAY, time(10))
