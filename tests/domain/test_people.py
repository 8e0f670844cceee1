"""People who are one, and two again."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.people import completed_person, joined_stays, parted_stays, person_of
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
    early, late = Stay(arrived=make.at(8)), Stay(arrived=make.at(12))
    assert joined_stays((late,), (early, late)) == (early, late)


@given(STAYS, STAYS, STAYS)
def test_no_stay_is_lost(kept: tuple[Stay, ...], other: tuple[Stay, ...], now: tuple[Stay, ...]) -> None:
    if now != joined_stays(kept, other):
        mine, theirs = parted_stays(kept, other, now)
        assert set(map(str, mine + theirs)) == set(map(str, now))


def test_a_departure_goes_with_its_arrival() -> None:
    mine, theirs = (Stay(arrived=EARLY, left=EARLY.replace(minute=30)),), (Stay(arrived=LATE),)
    now = (mine[0], Stay(arrived=LATE, left=make.at(11)), Stay(arrived=make.at(13)))
    assert parted_stays(mine, theirs, now) == ((mine[0], now[2]), (now[1],))
