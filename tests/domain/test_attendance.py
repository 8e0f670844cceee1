from datetime import timedelta

import pytest
from hypothesis import given

from clesidra_desktop.domain.attendance import age, age_class, was_present
from clesidra_desktop.domain.workshop import Attendant, Stay
from tests.helpers.builders import at, attendant, stay
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
