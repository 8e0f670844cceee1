"""The split of a whole list: what it promises, with a referee of the tests' own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.split import (
    CROSSED,
    USUAL,
    Split,
    deals,
    seat_newcomers,
    solve,
    split_now,
    split_workshop,
    with_members,
)
from clesidra_desktop.domain.split.search import Search
from clesidra_desktop.domain.workshop import QuotaAttribute, SplitAttribute, Workshop
from tests.helpers import referee
from tests.helpers.builders import attendant, attendants, group, identity
from tests.helpers.crowds import crowd, crowds, office_list, skewed_wishes, tight_list
from tests.helpers.referee import PROTECTED, avoidable, broken_rules, members, pairs_inside, wish_cost

ALIKE = {"sex": None, "organization": "", "birth_year": None}
"""What leaves an attendant only the category and the province to differ in."""

SHORT = 0.1
"""The effort of splits in tests that draw many lists."""


def seats(result: Split) -> list[frozenset[Any]]:
    return [frozenset(group.members) for group in result.groups]


@given(crowds(), st.integers(0, 2**31))
@settings(deadline=None, max_examples=60)
def test_the_referee_agrees(some: Workshop, seed: int) -> None:
    result = split_workshop(some, seed, SHORT)

    assert not list(broken_rules(some, members(result)))
    assert result.imbalance == avoidable(some, members(result))
    assert result.protected == avoidable(some, members(result), PROTECTED)
    assert 0 <= result.bound <= result.imbalance


@given(crowds(most=25), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_the_order_of_lists_changes_nothing(some: Workshop, random: Random) -> None:
    def mixed(values: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(random.sample(values, len(values)))

    people = [one.id for one in some.attendants]
    rules = replace(
        some.split,
        apart=tuple(zip(people[:2], people[2:4], strict=False)),
        facilitators=tuple(people[4:6]),
        wishes=skewed_wishes(some.attendants, len(some.sectors), 1),
        rounds=((tuple(people[:6]), tuple(people[6:9])),),
    )
    other = replace(
        rules,
        apart=mixed([mixed(one) for one in rules.apart]),
        facilitators=mixed(rules.facilitators),
        wishes=mixed(rules.wishes),
        rounds=tuple(mixed([mixed(group) for group in one]) for one in rules.rounds),
    )
    if len(some.sectors) < 2:
        rules = other = replace(rules, apart=())
    first = split_workshop(replace(some, split=rules), 1, SHORT)
    second = split_workshop(replace(some, attendants=mixed(some.attendants), split=other), 1, SHORT)

    assert seats(first) == seats(second)
    assert first.fingerprint == second.fingerprint


def test_members_keep_the_order_of_the_list() -> None:
    people = office_list(23, 1)
    place = {one.id: number for number, one in enumerate(people)}

    for own in members(split_workshop(crowd(people, 4))):
        assert sorted(own, key=place.__getitem__) == list(own)


@given(crowds(), st.permutations(("a", "b", "c", "z")))
@settings(deadline=None, max_examples=40)
def test_the_spelling_of_values_changes_nothing(some: Workshop, names: list[str]) -> None:
    other = dict(zip(("a", "b", "c", ""), (*names[:3], ""), strict=True))
    renamed = tuple(
        replace(
            one,
            category=other[one.category],
            province=other[one.province],
            organization=other[one.organization],
        )
        for one in some.attendants
    )

    first, second = (split_workshop(one, 0, SHORT) for one in (some, replace(some, attendants=renamed)))
    assert second == first


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("uvwxyz")), max_size=60), st.integers(1, 9))
@settings(deadline=None, max_examples=60)
def test_two_attributes_are_always_spread_as_evenly_as_can_be(values: list[tuple[str, str]], groups: int) -> None:
    """Any two can be, at once: de Werra, RAIRO 5 (R3), 1971."""
    people = [
        attendant(number, category=category, province=province, **ALIKE)
        for number, (category, province) in enumerate(values)
    ]

    assert split_workshop(crowd(people, groups)).imbalance == 0


@pytest.mark.parametrize(("size", "groups", "lists"), [(56, 5, 20), (120, 8, 10), (300, 12, 3), (1000, 40, 1)])
def test_lists_of_an_office_are_spread_perfectly(size: int, groups: int, lists: int) -> None:
    for seed in range(lists):
        some = crowd(office_list(size, seed), groups)
        result = split_workshop(some, seed)
        assert (result.imbalance, result.bound) == (0, 0)
        assert avoidable(some, members(result)) == 0


@pytest.mark.parametrize("more", [0, 1])
def test_lists_without_any_slack_are_spread_perfectly(more: int) -> None:
    for seed in range(6):
        some = crowd(tight_list(5, 11, seed, more), 5)
        assert avoidable(some, members(split_workshop(some, seed))) == 0


@pytest.mark.parametrize("seed", range(5))
def test_women_and_men_of_each_value_are_spread_where_this_is_wanted(seed: int) -> None:
    usual = crowd(office_list(56, seed), 5)
    names = ("category+sex", "age+sex", "province+sex")
    rules = tuple(replace(one, with_sex=True) for one in USUAL if one.attribute in CROSSED)
    some = replace(usual, split=replace(usual.split, attributes=rules))

    result = split_workshop(some, seed)

    assert result.imbalance == avoidable(some, members(result), (*referee.USUAL, *names)) == 0
    assert avoidable(usual, members(split_workshop(usual, seed)), names) > 0


def test_protected_attributes_come_first() -> None:
    many = [
        attendant(number, category="ABC"[number % 3], province="KSMR"[number % 4], organization="OPQRST"[number % 6])
        for number in range(26)
    ]
    some = crowd(many, 7)
    assert split_workshop(some).protected == 0
    only = replace(
        some.split,
        attributes=(
            SplitAttribute(attribute=QuotaAttribute.CATEGORY, protected=False, weight=0),
            SplitAttribute(attribute=QuotaAttribute.SEX, protected=False),
            SplitAttribute(attribute=QuotaAttribute.PROVINCE, protected=True, weight=2),
        ),
    )
    result = split_workshop(replace(some, split=only))
    assert avoidable(some, members(result), ("province",)) == 0
    weighed = ("sex", "age", "province", "province", "organization")
    assert result.imbalance == avoidable(some, members(result), weighed)


def test_the_work_is_counted_and_not_timed(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[int] = []
    run = Search.run

    def counted(self: Search, *arguments: Any, **options: Any) -> int:
        done.append(run(self, *arguments, **options))
        return done[-1]

    monkeypatch.setattr(Search, "run", counted)
    hard = crowd(
        [attendant(number, category=str(number % 7), organization=str(number % 9)) for number in range(60)], 11
    )
    for effort in (0.02, 0.2):
        done.clear()
        split_workshop(hard, 0, effort)
        budget = solve.EVENING * effort * 61 / 56
        assert sum(done) < 1.1 * budget + 50_000


def test_another_seed_gives_other_groups() -> None:
    some = crowd(office_list(56, 1), 5, seed=3)

    assert len({tuple(seats(split_workshop(some, seed))) for seed in range(5)}) == 5
    assert split_workshop(some) == split_workshop(some, 3)
    assert split_workshop(some).seed == 3


@pytest.mark.parametrize(("people", "groups", "sizes"), [(0, 3, [0, 0, 0]), (2, 3, [0, 1, 1]), (5, 1, [5])])
def test_few_people_or_groups(people: int, groups: int, sizes: list[int]) -> None:
    result = split_workshop(crowd(attendants(people), groups))

    assert sorted(map(len, members(result))) == sizes
    assert (result.imbalance, result.bound) == (0, 0)


@pytest.mark.parametrize("seat", [split_workshop, seat_newcomers])
def test_without_sectors_there_is_nothing_to_split_into(seat: Any) -> None:
    with pytest.raises(UserError, match=r"has no sectors.+Add sectors first"):
        seat(crowd(attendants(3), 0))


SCRIPT = """
from tests.helpers.crowds import crowd, office_list, skewed_wishes
from clesidra_desktop.domain.split import split_workshop
people = office_list(30, 1)
print(split_workshop(crowd(people, 4, wishes=skewed_wishes(people, 4, 1)), 7, 0.1))
"""


@pytest.mark.parametrize("hash_seed", ["0", "4711"])
def test_another_process_gives_the_same_groups(hash_seed: str, pytestconfig: pytest.Config) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
        check=True,
    )
    people = office_list(30, 1)
    some = crowd(people, 4, wishes=skewed_wishes(people, 4, 1))

    assert done.stdout.strip() == str(split_workshop(some, 7, 0.1))


def test_the_groups_of_a_list_stay_what_they_are() -> None:
    """A program that is updated between the draw and the workshop must not seat people anew."""
    result = split_workshop(crowd(attendants(7), 3), 1)

    assert [[member.int for member in own] for own in members(result)] == [[4, 5, 7], [1, 6], [2, 3]]


@given(st.integers(0, 10_000))
@settings(deadline=None, max_examples=25)
def test_hard_rules_that_can_be_kept_are_kept(seed: int) -> None:
    """The rules are made from groups that keep them, so that they can be."""
    draw = Random(seed)  # noqa: S311
    size, groups = draw.randrange(12, 61), draw.randrange(2, 7)
    people = office_list(size, seed)
    order = draw.sample([one.id for one in people], size)
    planted = [order[place::groups] for place in range(groups)]
    blocks = [tuple(own[: draw.randrange(2, 4)]) for own in planted if len(own) > 3][:4]
    locked = [own[3:4] if draw.random() < 0.7 else [] for own in planted]
    clique = tuple(own[-1] for own in planted)
    pairs = [tuple(one) for one in zip(planted[0][1:], planted[1], strict=False)][: draw.randrange(1, size // 6 + 1)]
    some = crowd(people, groups, apart=(clique, *pairs), together=tuple(blocks), facilitators=tuple(order[:groups]))
    fixed = tuple(replace(group(f"s{place + 1}"), locked=tuple(own)) for place, own in enumerate(locked))
    some = replace(some, groups=fixed)
    result = split_workshop(some, seed, SHORT)

    assert not list(broken_rules(some, members(result)))
    assert not result.violations
    assert result.bound <= result.imbalance == avoidable(some, members(result))


def test_the_rules_alone_seat_people_where_the_search_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks that fill the groups to the last seat, in an order that no deal tries."""
    people = attendants(20)
    ids = [one.id for one in people]
    together = (
        tuple(ids[0:3]),
        tuple(ids[3:6]),
        tuple(ids[6:8]),
        tuple(ids[8:10]),
        tuple(ids[10:15]),
        tuple(ids[15:20]),
    )
    some = crowd(people, 4, together=together)
    monkeypatch.setattr(deals, "solve", lambda *arguments: None if arguments[0].blocks else solve.solve(*arguments))

    assert not list(broken_rules(some, members(split_workshop(some))))


def test_a_bound_above_nothing_is_reached() -> None:
    people = [
        attendant(number, category="CBO" if number < 7 else "GOV", province="", **ALIKE) for number in range(1, 13)
    ]
    locked = replace(group("s1"), locked=tuple(identity(number) for number in (1, 2, 3, 4)))
    result = split_workshop(replace(crowd(people, 3), groups=(locked,)))

    assert (result.imbalance, result.bound) == (6, 6)
    assert set(members(result)[0]) == set(locked.locked)


def test_balance_before_wishes_and_the_other_way_round() -> None:
    people = office_list(40, 3)
    found = {}
    for balance in (100, 50, 0):
        some = crowd(people, 5, wishes=skewed_wishes(people, 5, 3), balance=balance)
        result = split_workshop(some, 1, 0.4)
        assert result.wishes
        assert result.wishes.cost == wish_cost(some, members(result))
        assert result.protected == 0
        found[balance] = (result.imbalance, result.wishes.cost, result.wishes.first)
    assert found[100][0] == 0
    assert found[100][1] > found[50][1] >= found[0][1]
    assert found[50][0] <= found[0][0]
    assert result.wishes
    assert result.wishes.first <= result.wishes.most_first


def test_an_earlier_round_is_mixed_as_well_as_can_be() -> None:
    some = crowd(office_list(56, 2), 5)
    first = split_workshop(some, 1)
    again = replace(some, split=replace(some.split, rounds=(tuple(members(first)),)))
    result = split_workshop(again, 1)
    met = [
        {place for place, own in enumerate(members(result)) for one in own if one in past} for past in members(first)
    ]

    assert result.imbalance == 0
    assert result.repeats
    assert result.repeats.pairs == result.repeats.least == 37
    assert all(len(one) == 5 for one in met)
    assert (
        sum(
            len(set(past) & set(own)) * (len(set(past) & set(own)) - 1) // 2
            for past in members(first)
            for own in members(result)
        )
        == result.repeats.pairs
    )


def test_those_who_are_left_out_get_no_seat() -> None:
    people = attendants(9)
    some = crowd(people, 2, left_out=(identity(1), identity(9)), facilitators=(identity(1), identity(2), identity(3)))
    result = split_workshop(some)

    assert not list(broken_rules(some, members(result)))
    assert sum(map(len, members(result))) == 7
    assert [UUID(int=1) in own for own in members(result)] == [False, False]


def test_groups_as_they_are() -> None:
    some = replace(crowd(attendants(4), 2), groups=(group("s2", 1, 3), group("s1", 2, 4)))
    result = split_now(some)

    assert members(result) == [(identity(2), identity(4)), (identity(1), identity(3))]
    assert result.imbalance == avoidable(some, members(result)) == 2
    assert split_now(with_members(some, {"s1": ()})).imbalance == 4
    assert pairs_inside(some, members(result), "sex") == 2
