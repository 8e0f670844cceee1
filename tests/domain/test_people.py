"""People who are one, and two again."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.attendance import DAY_KEY
from clesidra_desktop.domain.people import completed_person, person_of
from clesidra_desktop.domain.stays import joined_stays, parted_stays
from clesidra_desktop.domain.workshop import Stay
from tests.helpers import builders as make

EARLY, LATE = make.at(8), make.at(9)


def test_a_person_is_completed_and_never_overwritten() -> None:
    kept = person_of(make.attendant(1, phone="", organization="Here"), make.identity(11))
    other = person_of(make.attendant(2, phone="012", organization="There"), make.identity(12))
    joined = completed_person(kept, other)
    assert (joined.id, joined.name, joined.phone, joined.organization) == (kept.id, kept.name, "012", "Here")


MOMENTS = st.none() | st.datetimes(datetime(2026, 5, 6), datetime(2026, 5, 7))
STAYS = st.lists(st.builds(Stay, arrived=MOMENTS, left=MOMENTS), max_size=3).map(tuple)


@given(STAYS, STAYS)
def test_stays_that_were_joined_part_as_they_were(kept: tuple[Stay, ...], other: tuple[Stay, ...]) -> None:
    assert parted_stays(kept, other, joined_stays(kept, other)) == (kept, other)


def test_stays_are_joined_in_the_order_of_their_times() -> None:
    """As moments and not as text, where 12 would stand before 8."""
    early, late = Stay(arrived=make.at(8), left=make.at(9)), Stay(arrived=make.at(12))
    assert joined_stays((late,), (early, late)) == (early, late)


TWO_DAYS = (Stay(arrived=EARLY), Stay(arrived=make.at(8, day=7)))
SIGNED = Stay(extensions={DAY_KEY: "2026-05-06"})


@pytest.mark.parametrize(
    ("kept", "other", "joined"),
    [
        ((make.stay(EARLY),), (make.stay(LATE),), (make.stay(EARLY),)),
        ((make.stay(LATE),), (make.stay(EARLY, make.at(12)),), (make.stay(EARLY, make.at(12)),)),
        ((make.stay(EARLY, make.at(10)),), (make.stay(LATE, make.at(11)),), (make.stay(EARLY, make.at(11)),)),
        ((make.stay(None, make.at(11)),), (make.stay(EARLY),), (make.stay(EARLY, make.at(11)),)),
        ((make.stay(EARLY, LATE),), (make.stay(LATE),), (make.stay(EARLY, LATE), make.stay(LATE))),
        (TWO_DAYS[:1], TWO_DAYS[1:], TWO_DAYS),
        ((Stay(extensions={DAY_KEY: "2026-05-07"}),), TWO_DAYS, TWO_DAYS),
        (
            (SIGNED,),
            TWO_DAYS[1:],
            (SIGNED, TWO_DAYS[1]),
        ),
    ],
)
def test_nobody_is_here_twice(kept: tuple[Stay, ...], other: tuple[Stay, ...], joined: tuple[Stay, ...]) -> None:
    assert joined_stays(kept, other) == joined
    assert joined_stays(other, kept) == joined


@given(STAYS, STAYS)
def test_what_was_joined_is_joined(kept: tuple[Stay, ...], other: tuple[Stay, ...]) -> None:
    joined = joined_stays(kept, other)
    assert joined_stays(joined, joined) == joined


@given(STAYS, STAYS)
def test_a_new_arrival_is_that_of_the_kept_one(kept: tuple[Stay, ...], other: tuple[Stay, ...]) -> None:
    new = Stay(arrived=make.at(8, day=9))
    assert new in parted_stays(kept, other, (*joined_stays(kept, other), new))[0]


def test_who_was_here_twice_leaves_as_both() -> None:
    mine, theirs = (Stay(arrived=LATE),), (Stay(arrived=EARLY),)
    (joined,) = joined_stays(mine, theirs)
    gone = make.stay(joined.arrived, make.at(11))
    assert parted_stays(mine, theirs, (gone,)) == ((make.stay(LATE, make.at(11)),), (gone,))


def test_a_departure_goes_with_its_arrival() -> None:
    mine, theirs = (Stay(arrived=EARLY, left=EARLY.replace(minute=30)),), (Stay(arrived=LATE),)
    now = (mine[0], Stay(arrived=LATE, left=make.at(11)), Stay(arrived=make.at(13)))
    assert parted_stays(mine, theirs, now) == ((mine[0], now[2]), (now[1],))
