"""Late arrivals, evening out, and why somebody sits where they do."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.split import (
    even_out,
    moves_of,
    seat_newcomers,
    seats_of,
    split_now,
    split_workshop,
    why_here,
    with_members,
)
from clesidra_desktop.domain.workshop import Wish, Workshop
from tests.helpers.builders import attendant, attendants, group, identity
from tests.helpers.crowds import crowd, office_list
from tests.helpers.referee import avoidable, broken_rules, members


def seated(size: int, groups: int, late: int, seed: int = 1) -> Workshop:
    """Return a list of which all but the last have been split."""
    people = office_list(size, seed)
    first = split_workshop(crowd(people[: size - late], groups), seed)
    return with_members(crowd(people, groups), {one.sector: one.members for one in first.groups})


@given(st.integers(0, 1000), st.integers(1, 9))
@settings(deadline=None, max_examples=15)
def test_newcomers_are_seated_and_nobody_moves(seed: int, late: int) -> None:
    some = seated(30, 4, late, seed)
    result = seat_newcomers(some, seed)

    assert moves_of(some, result) == ()
    assert not list(broken_rules(some, members(result)))
    assert result.imbalance == avoidable(some, members(result))
    assert result == seat_newcomers(some, seed)


def test_many_newcomers_are_seated_evenly() -> None:
    found = [seat_newcomers(seated(56, 5, 6, seed)).imbalance for seed in range(6)]
    assert sorted(found)[3] <= 3


def test_a_seat_that_is_free_is_taken_by_the_next_who_comes() -> None:
    some = with_members(crowd(attendants(9), 3), {"s1": tuple(map(identity, (1, 2))), "s2": (identity(3),)})
    some = with_members(some, {"s3": tuple(map(identity, (4, 5, 6)))})
    result = seat_newcomers(some)

    assert [len(own) for own in members(result)] == [3, 3, 3]
    assert set(members(result)[2]) == {identity(4), identity(5), identity(6)}


def test_newcomers_follow_locks_and_rules() -> None:
    people = attendants(6)
    some = crowd(people, 3, apart=((identity(1), identity(5)),), together=((identity(4), identity(6)),))
    groups = (replace(group("s1", 1), locked=(identity(3),)), group("s2", 2))
    result = seat_newcomers(replace(some, groups=groups))
    seat = {one: place for place, own in enumerate(members(result)) for one in own}

    assert seat[identity(3)] == 0
    assert seat[identity(5)] != 0
    assert seat[identity(4)] == seat[identity(6)] == 2


def test_newcomers_for_whom_no_group_has_room_together_are_seated_all_the_same() -> None:
    some = crowd(attendants(6), 2, together=(tuple(map(identity, (4, 5, 6))),))
    result = seat_newcomers(replace(some, groups=(group("s1", 1, 2), group("s2", 3))))

    assert [len(own) for own in members(result)] == [3, 3]
    assert [str(one.rule) for one in result.violations] == ["together"]


def test_offers_get_better_with_every_move() -> None:
    some = seated(56, 5, 12)
    some = with_members(some, {one.sector: one.members for one in seat_newcomers(some).groups})
    broken = with_members(
        some, {"s1": (*some.groups[0].members[2:], *some.groups[1].members[:2]), "s2": some.groups[1].members[2:]}
    )
    broken = with_members(broken, {"s3": (*some.groups[2].members, *some.groups[0].members[:2])})
    offers = even_out(broken)

    assert offers[0].moves == ()
    assert offers[0].split == split_now(broken)
    assert len(offers) > 2
    moved = [len(offer.moves) for offer in offers]
    assert moved == sorted(set(moved))
    for offer, after in pairwise(offers):
        sizes, later = (sorted(map(len, members(one.split))) for one in (offer, after))
        rounder = later[-1] - later[0] < sizes[-1] - sizes[0]
        assert rounder or after.split.imbalance < offer.split.imbalance
    keys = [sector.key for sector in some.sectors]
    now = seats_of(broken)
    for offer in offers:
        assert offer.split.imbalance == avoidable(broken, members(offer.split))
        assert all(keys[now[one.attendant]] == one.source != one.target for one in offer.moves)
        assert len(offer.moves) == len({one.attendant for one in offer.moves}) == len(moves_of(broken, offer.split))


def test_the_best_single_move_and_the_best_swap_are_found() -> None:
    """Against all of them tried."""
    some = seated(21, 4, 0, 5)
    seats = seats_of(some)
    first, second = (next(one for one in seats if seats[one] == place) for place in (0, 1))
    mixed = dict(seats) | {first: 1, second: 0}
    groups = {f"s{place + 1}": tuple(one for one in mixed if mixed[one] == place) for place in range(4)}
    some = with_members(some, groups)
    offers = {len(offer.moves): offer.split.imbalance for offer in even_out(some, 2)}

    def after(changes: dict[object, int]) -> int | None:
        seat = dict(mixed) | changes
        own = [[one for one in seat if seat[one] == place] for place in range(4)]
        return avoidable(some, own) if max(map(len, own)) - min(map(len, own)) <= 1 else None

    swaps = [after({one: mixed[other], other: mixed[one]}) for one in mixed for other in mixed if one != other]
    assert offers[0] > 0
    assert min(filter(lambda one: one is not None, swaps)) == min(offers.values()) == 0  # type: ignore[type-var]


def test_who_is_locked_or_sits_together_is_not_moved() -> None:
    people = [attendant(number, category="AB"[number > 4]) for number in range(1, 9)]
    some = crowd(people, 2, together=((identity(1), identity(2)),))
    locked = tuple(identity(number) for number in (3, 4, 5, 6, 7))
    groups = (replace(group("s1", 1, 2, 3, 4), locked=locked[:2]), replace(group("s2", 5, 6, 7, 8), locked=locked[2:]))
    assert len(even_out(replace(some, groups=groups))) == 1


def test_no_sectors_to_even_out() -> None:
    with pytest.raises(UserError, match="has no sectors"):
        even_out(crowd(attendants(2), 0))


def test_why_here_names_the_nearest_swaps_and_what_they_would_worsen() -> None:
    some = seated(40, 4, 0, 2)
    now = split_now(some)
    for one in some.attendants[:10]:
        why = why_here(some, one.id)
        assert len(why.swaps) == 3
        for swap in why.swaps:
            assert swap.other
            seat = seats_of(some)
            seat[one.id], seat[swap.other] = seat[swap.other], seat[one.id]
            own = [[who for who in seat if seat[who] == place] for place in range(4)]
            assert avoidable(some, own) == now.imbalance + swap.imbalance
            assert bool(swap.harms) >= (swap.imbalance > 0)
            for harm in swap.harms:
                assert not harm.low <= harm.count <= harm.high


def test_why_here_with_an_empty_seat_a_wish_a_rule_and_a_round() -> None:
    people = [
        attendant(number, category="", province="", sex=None, organization="", birth_year=None)
        for number in range(1, 6)
    ]
    some = crowd(
        people,
        2,
        apart=((identity(2), identity(4)),),
        wishes=(Wish(attendant=identity(1), sectors=("s1", "s2")),),
        rounds=(((identity(1), identity(4)),),),
    )
    some = replace(some, groups=(group("s1", 1, 2, 3), group("s2", 4, 5)))
    empty = next(swap for swap in why_here(some, identity(1)).swaps if swap.other is None)
    assert empty.wish == 1
    assert [harm.again for harm in empty.harms] == [True]
    rule = next(swap for swap in why_here(some, identity(2)).swaps if swap.other is None)
    assert [(harm.value, harm.again, harm.count) for harm in rule.harms] == [(None, False, 2)]


def test_why_here_of_those_who_are_locked_or_together() -> None:
    some = crowd(attendants(6), 2, together=((identity(1), identity(3)),))
    some = replace(some, groups=(replace(group("s1", 1, 3, 5), locked=(identity(5),)), group("s2", 2, 4)))
    assert why_here(some, identity(1)).together == (identity(1), identity(3))
    locked = why_here(some, identity(5))
    assert (locked.locked, locked.sector, locked.swaps) == (True, "s1", ())
    with pytest.raises(UserError, match="has no seat in a group"):
        why_here(some, identity(6))
