"""Rules that cannot be kept are refused before the search, with the people and the rule in the sentence."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.split import packing, split_workshop
from clesidra_desktop.domain.split.packing import HardRules, seat_by_rules
from clesidra_desktop.domain.workshop import Workshop
from tests.helpers.builders import attendants, group, identity
from tests.helpers.crowds import crowd


def ids(*numbers: int) -> tuple[object, ...]:
    return tuple(identity(number) for number in numbers)


def locked(some: Workshop, **groups: tuple[int, ...]) -> Workshop:
    own = tuple(replace(group(sector), locked=ids(*numbers)) for sector, numbers in groups.items())
    return replace(some, groups=own)


TEN = attendants(10)


@pytest.mark.parametrize(
    ("some", "says"),
    [
        (
            locked(crowd(TEN, 5), s1=(1, 2, 3)),
            "3 people are locked in Sector 1, which has only 2 seats: Attendant 1, Attendant 2, Attendant 3. Take",
        ),
        (
            locked(crowd(TEN, 3), s1=(1, 2, 3, 4), s3=(5, 6, 7, 8)),
            "4 people are locked in each of Sector 1, Sector 3, but only 1 of the groups can be as large",
        ),
        (
            locked(crowd(TEN, 5), s1=(1,), s2=(1,)),
            "Attendant 1 cannot be locked in two groups, Sector 1 and Sector 2. Take one lock away",
        ),
        (
            locked(crowd(TEN, 5, left_out=ids(1)), s1=(1,)),
            "Attendant 1 cannot be locked in a group and left out of the split at once",
        ),
        (
            locked(crowd(TEN, 5, apart=(ids(1, 2),)), s1=(1, 2)),
            "Attendant 1, Attendant 2 are to sit apart, but both are locked in Sector 1",
        ),
        (
            locked(crowd(TEN, 5, apart=(ids(1, 3),), together=(ids(2, 3),)), s1=(1, 2)),
            "Attendant 1, Attendant 3 are to sit apart, but both are locked in Sector 1",
        ),
        (
            locked(crowd(TEN, 5, together=(ids(1, 2),)), s1=(1,), s2=(2,)),
            "Attendant 1, Attendant 2 are to sit together, but they are locked in different groups, Sector 1 and",
        ),
        (
            crowd(TEN, 5, apart=(ids(1, 3),), together=(ids(1, 2), ids(2, 3))),
            "Attendant 1, Attendant 3 are to sit together and apart at once. Take one of the two rules back",
        ),
        (
            crowd(TEN, 5, apart=(ids(*range(1, 7)),)),
            "Attendant 5, Attendant 6 are all to sit apart from one another, 6 people, but there are only 5 groups",
        ),
        (
            crowd(TEN, 2, apart=(ids(1, 2), ids(2, 3), ids(3, 1), ids(4, 5))),
            "Attendant 1, Attendant 2, Attendant 3 are all to sit apart from one another, 3 people, but there are only",
        ),
        (
            crowd(TEN, 4, together=(ids(1, 2, 3), ids(3, 4))),
            "Attendant 1, Attendant 2, Attendant 3, Attendant 4 are to sit together, 4 people, but a group has only 3",
        ),
        (
            crowd(TEN, 4, together=(ids(1, 2, 3), ids(4, 5, 6), ids(7, 8, 9))),
            r"With 4 groups of 3 at most, these rules cannot be kept all at once: Attendant 1, .+Attendant 3 \(=\); At",
        ),
        (
            locked(crowd(TEN, 2, apart=(ids(1, 2), ids(3, 2), ids(7, 8))), s1=(1,), s2=(3,)),
            r"once: Attendant 1 → Sector 1; Attendant 3 → Sector 2; Attendant 1, Attendant 2 \(≠\); Attendant 2, ",
        ),
        (
            crowd(TEN, 2, apart=tuple(ids(one, one % 5 + 1) for one in range(1, 6))),
            r"With 2 groups of 5 at most, these rules cannot be kept .+ Attendant 1, Attendant 5 \(≠\)",
        ),
    ],
)
def test_contradictions_are_refused_by_name(some: Workshop, says: str) -> None:
    with pytest.raises(UserError, match=says):
        split_workshop(some)


def test_rules_about_those_who_are_left_out_do_not_count() -> None:
    some = crowd(TEN, 2, apart=(ids(1, 2, 3),), together=(ids(1, 2),), left_out=ids(1, 3))
    assert not split_workshop(some).violations


def test_a_group_without_a_name_of_its_sector_is_named_by_key() -> None:
    some = locked(crowd(TEN, 5), s1=(1, 2, 3))
    bare = replace(some, sectors=tuple(replace(one, title="") for one in some.sectors))
    with pytest.raises(UserError, match="locked in s1"):
        split_workshop(bare)


@st.composite
def hard_rules(draw: st.DrawFn) -> HardRules:
    people, groups = draw(st.integers(2, 6)), draw(st.integers(1, 3))
    one = st.integers(0, people - 1).map(identity)
    sets = st.lists(st.lists(one, min_size=2, max_size=3, unique=True).map(tuple), max_size=3).map(tuple)
    locks = draw(st.dictionaries(one, st.integers(0, groups - 1), max_size=2))
    return HardRules(people, groups, tuple(sorted(locks.items())), draw(sets), draw(sets))


def keeps(rules: HardRules, seat: dict[object, int]) -> bool:
    sizes = [list(seat.values()).count(group) for group in range(rules.groups)]
    return (
        max(sizes) - min(sizes) <= 1
        and all(seat[one] == own for one, own in rules.locks)
        and all(len({seat[one] for one in people}) == 1 for people in rules.together)
        and all(len({seat[one] for one in people}) == len(people) for people in rules.apart)
    )


@given(hard_rules())
@settings(deadline=None, max_examples=200)
def test_rules_can_be_kept_if_and_only_if_a_seating_is_found(rules: HardRules) -> None:
    everybody = [identity(number) for number in range(rules.people)]
    seatings = itertools.product(range(rules.groups), repeat=rules.people)
    possible = any(keeps(rules, dict(zip(everybody, seat, strict=True))) for seat in seatings)
    found = seat_by_rules(rules)

    assert (found is not None) == possible
    if found:
        named = {one for one, _ in rules.locks}.union(*rules.together, *rules.apart)
        assert found.keys() == named


def test_what_takes_too_long_is_not_known_and_searched_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "NODES", 1)
    some = crowd(TEN, 5, apart=(ids(1, 2, 3),), together=(ids(4, 5),))

    assert not split_workshop(some).violations


@pytest.mark.parametrize("together", [False, True])
def test_facilitators_who_have_to_share_a_group_are_named(together: bool) -> None:
    some = crowd(TEN, 5)
    rules = replace(some.split, facilitators=ids(1, 2, 3), together=(ids(1, 3),) if together else ())
    shared = replace(some, split=rules) if together else locked(replace(some, split=rules), s1=(1, 3))
    with pytest.raises(UserError, match="Attendant 1, Attendant 3 are facilitators, and every group is to have one"):
        split_workshop(shared)


def test_facilitators_may_share_where_every_group_has_one_all_the_same() -> None:
    some = locked(crowd(TEN, 2), s1=(1, 3))
    split = split_workshop(replace(some, split=replace(some.split, facilitators=ids(1, 2, 3))))
    assert not [one for one in split.violations if one.rule == "facilitator"]
