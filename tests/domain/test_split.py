import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain import split
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.split import Split, Value, imbalance, split_workshop, values_of
from clesidra_desktop.domain.workshop import Attendant, Sex, Workshop
from tests.helpers.builders import attendant, attendants, sectors, workshop
from tests.helpers.strategies import attendants as any_attendants

ALIKE = {"sex": Sex.FEMALE, "organization": "", "birth_year": None}
"""What leaves an attendant only the category to differ in."""

YEAR = 2026


def crowd(people: Sequence[Attendant], groups: int) -> Workshop:
    return workshop(attendants=tuple(people), sectors=sectors(groups), groups=(), answers=())


def office_list(size: int, seed: int) -> list[Attendant]:
    """Return attendants as an office has them: uneven categories, blanks, few from the same organization."""
    draw = Random(seed)  # noqa: S311 -- makes a list, not a secret
    return [
        attendant(
            number + 1000 * seed,
            category=draw.choices(("CBO", "LNGO", "GOV", "CCC"), (21, 22, 8, 5))[0],
            sex=draw.choice((Sex.FEMALE, Sex.MALE, None)),
            birth_year=draw.choice((None, *range(1950, 2005))),
            province=draw.choices(("Kratie", "Stung Treng", "Mondulkiri", "Ratanakiri", ""), (20, 10, 10, 8, 2))[0],
            organization=draw.choice(("", *(f"Organization {n}" for n in range(size * 3 // 5)))),
        )
        for number in range(1, size + 1)
    ]


@st.composite
def crowds(draw: st.DrawFn) -> Workshop:
    few = st.sampled_from(("", "a", "b", "c"))
    person = st.builds(
        attendant,
        st.integers(1, 10_000),
        category=few,
        sex=st.none() | st.sampled_from(Sex),
        province=few,
        organization=few,
        birth_year=st.none() | st.sampled_from((1960, 1980, 2000, 2600)),
    )
    people = draw(st.lists(person, max_size=40, unique_by=lambda one: one.id))
    return crowd(people, draw(st.integers(1, 9)))


def seats(result: Split) -> list[frozenset[Any]]:
    return [frozenset(group.members) for group in result.groups]


def avoidable_pairs(some: Workshop, result: Split) -> int:
    """Count, pair by pair, those who share a value inside a group, beyond the least number for the same bearers."""
    people = {one.id: values_of(one, YEAR) for one in some.attendants}
    inside = sum(
        len(people[one] & people[other]) for group in result.groups for one, other in combinations(group.members, 2)
    )
    bearers = Counter(value for values in people.values() for value in values)
    return inside - sum(least_pairs(count, len(result.groups)) for count in bearers.values())


def least_pairs(bearers: int, groups: int) -> int:
    """Count the pairs inside groups after seating bearers one after the other in turn."""
    sizes = Counter(number % groups for number in range(bearers))
    return sum(size * (size - 1) // 2 for size in sizes.values())


@given(crowds(), st.integers())
def test_everybody_is_seated_once_in_groups_of_one_size(some: Workshop, seed: int) -> None:
    result = split_workshop(some, seed)

    assert [group.sector for group in result.groups] == [sector.key for sector in some.sectors]
    assert sorted(member for group in result.groups for member in group.members) == sorted(
        one.id for one in some.attendants
    )
    sizes = [len(group.members) for group in result.groups]
    assert max(sizes) - min(sizes) <= 1


@given(crowds(), st.integers(0, 3))
def test_the_imbalance_is_the_number_of_avoidable_pairs(some: Workshop, seed: int) -> None:
    result = split_workshop(some, seed)

    assert result.imbalance == avoidable_pairs(some, result)
    assert 0 <= result.bound <= result.imbalance


@given(crowds(), st.randoms(use_true_random=False))
def test_the_order_of_the_list_changes_nothing(some: Workshop, random: Random) -> None:
    shuffled = random.sample(some.attendants, len(some.attendants))

    assert seats(split_workshop(replace(some, attendants=tuple(shuffled)))) == seats(split_workshop(some))


def test_members_keep_the_order_of_the_list() -> None:
    people = office_list(23, 1)
    place = {one.id: number for number, one in enumerate(people)}

    for group in split_workshop(crowd(people, 4)).groups:
        assert sorted(group.members, key=place.__getitem__) == list(group.members)


@given(crowds(), st.permutations(("a", "b", "c", "z")))
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

    assert split_workshop(replace(some, attendants=renamed)) == split_workshop(some)


@given(st.lists(st.sampled_from("abcdef"), max_size=60), st.integers(1, 9), st.integers(0, 5))
def test_one_attribute_alone_is_spread_as_evenly_as_can_be(codes: list[str], groups: int, seed: int) -> None:
    people = [attendant(number, category=code, **ALIKE) for number, code in enumerate(codes)]

    assert split_workshop(crowd(people, groups), seed).imbalance == 0


@pytest.mark.parametrize(("size", "groups", "worst", "mean"), [(56, 5, 6, 2), (120, 8, 6, 2), (1000, 40, 2, 1)])
def test_lists_of_an_office_are_nearly_even(size: int, groups: int, worst: int, mean: int) -> None:
    found = [split_workshop(crowd(office_list(size, seed), groups), seed).imbalance for seed in range(3000 // size)]

    assert max(found) <= worst
    assert sum(found) <= mean * len(found)


def test_swaps_improve_on_the_deal(monkeypatch: pytest.MonkeyPatch) -> None:
    some = crowd(office_list(56, 1), 5)
    improved = split_workshop(some)
    monkeypatch.setattr(split, "TRIALS", 0)

    assert split_workshop(some).imbalance > improved.imbalance


def test_the_work_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    change = split._Table._change

    def count(*args: Any) -> int:
        tried.append(args)
        return change(*args)

    monkeypatch.setattr(split._Table, "_change", count)
    monkeypatch.setattr(split, "TRIALS", 7)
    split_workshop(crowd(office_list(56, 1), 5))

    assert len(tried) == 7


def test_another_seed_gives_other_groups() -> None:
    some = crowd(office_list(56, 1), 5)

    assert len({tuple(seats(split_workshop(some, seed))) for seed in range(5)}) == 5
    assert split_workshop(some) == split_workshop(some, 0)


@pytest.mark.parametrize(("people", "groups", "sizes"), [(0, 3, [0, 0, 0]), (2, 3, [0, 1, 1]), (5, 1, [5])])
def test_few_people_or_groups(people: int, groups: int, sizes: list[int]) -> None:
    result = split_workshop(crowd(attendants(people), groups))

    assert sorted(len(group.members) for group in result.groups) == sizes
    assert (result.imbalance, result.bound) == (0, 0)


def test_without_sectors_there_is_nothing_to_split_into() -> None:
    with pytest.raises(UserError, match=r"has no sectors.+Add sectors first"):
        split_workshop(crowd(attendants(3), 0))


SCRIPT = """
from tests.domain.test_split import crowd, office_list
from clesidra_desktop.domain.split import split_workshop
print(split_workshop(crowd(office_list(56, 1), 5), 7))
"""


@pytest.mark.parametrize("hash_seed", ["0", "1", "4711"])
def test_another_process_gives_the_same_groups(hash_seed: str, pytestconfig: pytest.Config) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
        cwd=pytestconfig.rootpath,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == str(split_workshop(crowd(office_list(56, 1), 5), 7))


def test_the_groups_of_a_list_stay_what_they_are() -> None:
    """A program that is updated between the draw and the workshop must not seat people anew."""
    result = split_workshop(crowd(attendants(7), 3), 1)

    assert [[member.int for member in group.members] for group in result.groups] == [[3, 4, 5], [1, 2], [6, 7]]


UNKNOWN = attendant(sex=None, category="", province="", organization="", birth_year=None)


def test_the_unknown_are_spread_like_a_value() -> None:
    assert values_of(UNKNOWN, YEAR) == {("category", ""), ("sex", ""), ("age", ""), ("province", "")}


def test_what_is_spread() -> None:
    one = attendant(organization="Water users", birth_year=1996)

    assert values_of(one, YEAR) == {
        ("category", "CBO"),
        ("sex", "F"),
        ("age", "≤30"),
        ("province", "Takeo"),
        ("organization", "Water users"),
    }
    assert values_of(replace(one, age_group="25-34"), None) >= {("age", "25-34")}
    assert values_of(one, None) >= {("age", "")}


@given(any_attendants())
def test_everybody_has_one_value_of_each_attribute(one: Attendant) -> None:
    attributes = sorted(attribute for attribute, _ in values_of(one, YEAR))

    assert attributes == ["age", "category", *(["organization"] if one.organization else []), "province", "sex"]


PEOPLE = st.frozensets(st.tuples(st.just("a"), st.sampled_from("xyz")))


@given(st.lists(st.lists(PEOPLE, max_size=6), min_size=1, max_size=4))
def test_no_imbalance_means_counts_that_differ_by_one_at_most(groups: list[list[frozenset[Value]]]) -> None:
    values = {value for group in groups for person in group for value in person}
    counts = [[sum(value in person for person in group) for group in groups] for value in values]

    assert (imbalance(groups) == 0) == all(max(count) - min(count) <= 1 for count in counts)
    assert imbalance(groups) >= 0
