from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given

from clesidra_desktop.domain.attendance import (
    DAY_KEY,
    age,
    age_class,
    arrive,
    correct_stay,
    is_here,
    leave,
    take_back_arrival,
    those_there,
    those_who_came,
    was_present,
)
from clesidra_desktop.domain.days import day_at
from clesidra_desktop.domain.workshop import Attendant, Stay
from tests.helpers.builders import at, attendant, stay, workshop
from tests.helpers.strategies import attendants

MOMENT = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("stays", "present"),
    [
        ((), False),
        ((stay(),), True),
        ((stay(at(10)),), True),
        ((stay(at(10) + MOMENT),), False),
        ((stay(None, at(10)),), False),
        ((stay(None, at(10) + MOMENT),), True),
        ((stay(at(8), at(12)),), True),
        ((stay(at(8), at(9)), stay(at(11))), False),
        ((stay(at(8), at(9)), stay(at(9, 30), at(10, 30))), True),
    ],
)
def test_presence_at_ten(stays: tuple[Stay, ...], present: bool) -> None:
    assert was_present(attendant(stays=stays), at(10), at(10)) is present


@pytest.mark.parametrize(
    ("stays", "present"),
    [
        ((stay(at(11)),), True),
        ((stay(at(12)),), True),
        ((stay(at(12) + MOMENT),), False),
        ((stay(at(8), at(10) + MOMENT),), True),
        ((stay(at(8), at(10)),), False),
        ((stay(at(8), at(9)), stay(at(13))), False),
    ],
)
def test_presence_between_ten_and_twelve(stays: tuple[Stay, ...], present: bool) -> None:
    assert was_present(attendant(stays=stays), at(10), at(12)) is present


@pytest.mark.parametrize(
    ("stays", "arrived", "left"),
    [
        ((), None, None),
        ((stay(at(8)),), at(8), None),
        ((stay(at(8), at(9)), stay(at(10), at(11))), at(8), at(11)),
        ((stay(at(8), at(9)), stay(at(10))), at(8), None),
        ((stay(None, at(9)), stay(at(10))), at(10), None),
    ],
)
def test_first_arrival_and_last_departure(stays: tuple[Stay, ...], arrived: object, left: object) -> None:
    assert attendant(stays=stays).arrived == arrived
    assert attendant(stays=stays).left == left


@pytest.mark.parametrize(("born", "years"), [(1990, 36), (2026, 0), (2027, None), (2533, None), (None, None)])
def test_age_in_full_years(born: int | None, years: int | None) -> None:
    assert age(attendant(birth_year=born), 2026) == years


@pytest.mark.parametrize(
    ("born", "expected"), [(2026, "≤30"), (1996, "≤30"), (1995, "31–49"), (1977, "31–49"), (1976, "50+"), (2533, "")]
)
def test_the_age_class_follows_from_the_birth_year(born: int, expected: str) -> None:
    assert age_class(attendant(birth_year=born), 2026) == expected


def test_a_registered_age_group_is_believed() -> None:
    assert age_class(attendant(birth_year=1996, age_group="25-34"), 2026) == "25-34"
    assert age_class(attendant(birth_year=None), 2026) == ""


@given(attendants())
def test_only_the_unknown_have_no_age_class(one: Attendant) -> None:
    assert bool(age_class(one, 2026)) == bool(one.age_group or age(one, 2026) is not None)


TOMORROW = at(8, day=7)


def test_who_came_yesterday_has_to_come_again() -> None:
    came = attendant(stays=(stay(at(8)),))
    again = arrive(came, TOMORROW, TOMORROW.date())

    assert is_here(came, at(8).date())
    assert not is_here(came, TOMORROW.date())
    assert leave(came, TOMORROW, TOMORROW.date()) == came == take_back_arrival(came, TOMORROW.date())
    assert again.stays == (stay(at(8)), stay(TOMORROW))
    assert arrive(again, TOMORROW, TOMORROW.date()) == again
    assert take_back_arrival(again, TOMORROW.date()) == came
    assert correct_stay(again, stay(TOMORROW), stay(at(9, day=7))).stays == (stay(at(8)), stay(at(9, day=7)))


@pytest.mark.parametrize(
    ("moment", "day"), [(at(7, day=5), 5), (at(9), 6), (at(7, day=7), 7), (at(9, day=20), 7), (datetime(2027, 5, 1), 7)]
)
def test_what_is_looked_at_later_is_the_last_day(moment: datetime, day: int) -> None:
    assert day_at(replace(workshop(), ends=at(17, day=7)), moment) == date(2026, 5, day)
    assert day_at(replace(workshop(), starts=None), moment) is None


def test_nobody_stays_overnight() -> None:
    assert not was_present(attendant(stays=(stay(at(8)),)), TOMORROW, TOMORROW)
    assert was_present(attendant(stays=(stay(at(8)),)), at(20), at(21))
    signed = attendant(stays=(Stay(extensions={DAY_KEY: "2026-05-07"}),))
    assert was_present(signed, TOMORROW, TOMORROW)
    assert not was_present(signed, at(8), at(9))
    assert was_present(attendant(stays=(Stay(extensions={DAY_KEY: "soon"}),)), at(8), at(9))


def test_those_who_came_are_all_where_nobody_has_a_time() -> None:
    listed, came = attendant(1, stays=()), attendant(2, stays=(Stay(),))
    assert those_who_came(replace(workshop(), attendants=(listed,))) == (listed,)
    assert those_who_came(replace(workshop(), attendants=(listed, came))) == (came,)


def test_on_a_day_of_which_nothing_is_noted_all_were_there_who_came() -> None:
    first, second, invited = (
        attendant(1, stays=(stay(at(8)),)),
        attendant(2, stays=(stay(at(9)),)),
        attendant(3, stays=()),
    )
    held = replace(workshop(), attendants=(first, second, invited))
    assert those_there(held, at(8), at(8, 30)) == (first,)
    assert those_there(held, TOMORROW, TOMORROW) == (first, second)
    again = replace(held, attendants=(first, replace(second, stays=(stay(at(9)), stay(TOMORROW))), invited))
    assert [one.id for one in those_there(again, TOMORROW, TOMORROW)] == [second.id]
