"""What is shown and said of a split, and why one is not even."""

from dataclasses import replace

import pytest

from clesidra_desktop.domain.split import (
    MOVED,
    Split,
    causes,
    fairness,
    moved,
    sentences,
    split_now,
    split_workshop,
    with_members,
)
from clesidra_desktop.domain.workshop import Category, QuotaAttribute, SplitAttribute, Wish, Workshop
from tests.helpers.builders import attendant, attendants, group, identity
from tests.helpers.crowds import crowd, office_list, skewed_wishes

ALIKE = {"province": "", "sex": None, "organization": "", "birth_year": None}


def said(some: Workshop, split: Split) -> str:
    return " ".join(map(str, sentences(some, split)))


def test_the_table_has_a_row_for_every_value() -> None:
    some = crowd(office_list(40, 1), 4)
    some = replace(some, categories=(Category(code="GOV", label="Gov"), Category(code="CBO", label="CBOs")))
    split = split_workshop(some)
    table = fairness(some, split)

    assert table.sizes == (10, 10, 10, 10)
    assert [row.value for row in table.rows if row.attribute == "category"][:2] == ["GOV", "CBO"]
    for row in table.rows:
        people = [one for one in some.attendants if one.id in split.groups[0].members]
        if row.attribute in ("category", "province", "organization"):
            assert row.counts[0] == sum(getattr(one, row.attribute) == row.value for one in people)
        assert row.low <= min(row.counts) <= max(row.counts) <= row.high <= row.low + 1
        assert row.fair
    shared = [row for row in table.rows if row.attribute == "organization"]
    assert shared
    assert all(sum(row.counts) > 1 for row in shared)
    assert dict(table.avoidable) == dict.fromkeys(("category", "sex", "age_group", "province", "organization"), 0)


def test_what_is_not_fair_is_told() -> None:
    people = [attendant(number, **(ALIKE | {"category": "AB"[number > 3]})) for number in range(1, 7)]
    some = replace(crowd(people, 2), groups=(group("s1", 1, 2, 3), group("s2", 4, 5, 6)))
    split = split_now(some)
    rows = {row.value: row for row in fairness(some, split).rows if row.attribute == "category"}

    assert (rows["A"].counts, rows["A"].low, rows["A"].high, rows["A"].fair) == ((3, 0), 1, 2, False)
    assert "category: pairs above the least possible: 4." in said(some, split)
    assert "Groups of 3." in said(some, split)


def test_the_sentence_of_a_perfect_split() -> None:
    some = crowd(office_list(56, 1), 5)
    words = said(some, split_workshop(some))

    assert "Groups of 11–12." in words
    assert "category, sex, age_group, province: spread so that no group has more than one person more" in words
    assert "No two people of the same organization share a group" in words


def test_organizations_that_are_larger_than_the_number_of_groups() -> None:
    people = [attendant(number, organization="Big" if number < 5 else f"Pair {number // 2}") for number in range(1, 13)]
    some = crowd(people, 3)
    told = "({} of {} organizations; the other 1 have more people than there are groups)"
    assert told.format(3, 4) in said(some, split_workshop(some))


def test_wishes_and_rounds_are_told() -> None:
    people = office_list(20, 1)
    first = split_workshop(crowd(people, 4))
    some = crowd(people, 4, wishes=skewed_wishes(people, 4, 1), rounds=(tuple(one.members for one in first.groups),))
    split = split_workshop(some, 1, 0.2)
    assert split.wishes
    assert split.repeats
    words = said(some, split)
    assert f"{split.wishes.first} of {split.wishes.wishers} got their first wish" in words
    assert f"{split.repeats.pairs} pairs meet again" in words
    assert "Everybody meets at least " in words


@pytest.mark.parametrize(
    ("some", "says"),
    [
        (crowd(attendants(2), 3), "There are fewer people than groups, so that 1 groups stay empty."),
        (
            crowd(attendants(6), 3, facilitators=(identity(1), identity(2))),
            "There are 2 facilitators for 3 groups, so that 1 groups have none.",
        ),
    ],
)
def test_what_cannot_be_is_told(some: Workshop, says: str) -> None:
    split = split_workshop(some)
    assert says in said(some, split)
    assert not split.violations


def test_rules_that_are_not_kept_are_told_first() -> None:
    some = crowd(
        attendants(6),
        2,
        apart=((identity(1), identity(2)),),
        together=((identity(3), identity(6)),),
        facilitators=(identity(1), identity(2)),
    )
    groups = (replace(group("s1", 1, 2, 3, 4), locked=(identity(5),)), group("s2", 5, 6))
    split = split_now(replace(some, groups=groups))

    assert [str(one.rule) for one in split.violations] == ["lock", "together", "apart", "facilitator", "size"]
    assert [str(one.sentence) for one in split.violations] == [
        "Attendant 5 is locked in Sector 1, but sits in Sector 2.",
        "Attendant 3, Attendant 6 do not sit together.",
        "Attendant 1, Attendant 2 both sit in Sector 1.",
        "Sector 2 has no facilitator.",
        "The largest group has 4 people, the smallest 2.",
    ]
    few = replace(some, sectors=(*some.sectors, *crowd((), 3).sectors[2:]), groups=groups)
    assert "all facilitate Sector 1, while other groups have nobody" in said(few, split_now(few))


def test_a_lock_is_named_as_the_cause() -> None:
    people = [attendant(number, **(ALIKE | {"category": "A" if number < 5 else "B"})) for number in range(1, 13)]
    locked = replace(group("s2"), locked=(identity(1), identity(2), identity(3), identity(9)))
    some = replace(crowd(people, 3), groups=(locked,))
    split = split_workshop(some)
    told = list(map(str, causes(some, split)))

    assert any(one.startswith("A: 3 in Sector 2, ") for one in told)
    assert told[-1] == "Because Attendant 1, Attendant 2, Attendant 3, Attendant 9 are locked."
    assert "No split that keeps the locks is more even." in said(some, split)
    assert causes(some, split_workshop(crowd(people, 3))) == ()


def test_people_moved_by_hand_are_the_cause_where_the_rules_allow_a_more_even_split() -> None:
    people = [attendant(number, **(ALIKE | {"category": "A" if number < 7 else "B"})) for number in range(1, 13)]
    some = replace(crowd(people, 3), groups=(replace(group("s1"), locked=(identity(1),)),))
    best = split_workshop(some)
    assert best.imbalance == 0
    seated = with_members(some, {one.sector: one.members for one in best.groups})
    assert causes(seated, split_now(seated)) == ()

    one = next(person for person in best.groups[1].members if person < identity(7))
    by_hand = moved(seated, {one: "s1"})
    told = causes(by_hand, split_now(by_hand))
    assert told[-1].template == MOVED
    assert told[-1].values == {"imbalance": 0}
    assert not [line for line in told if "locked" in str(line)]


def test_a_lock_stays_the_cause_of_groups_that_cannot_be_more_even() -> None:
    people = [attendant(number, **(ALIKE | {"category": "A" if number < 5 else "B"})) for number in range(1, 13)]
    locked = replace(group("s2"), locked=(identity(1), identity(2), identity(3)))
    some = replace(crowd(people, 3), groups=(locked,))
    best = split_workshop(some)
    seated = with_members(some, {one.sector: one.members for one in best.groups})
    assert "locked" in str(causes(seated, split_now(seated))[-1])


def test_other_rules_are_named_as_the_cause() -> None:
    people = [attendant(number, **(ALIKE | {"category": "AB"[number % 2]})) for number in range(1, 9)]
    women = tuple(identity(number) for number in (1, 3, 5))
    some = crowd(people, 2, together=(women,))
    assert str(causes(some, split_workshop(some))[-1]) == (
        "Because Attendant 1, Attendant 3, Attendant 5 are to sit together."
    )
    wishes = tuple(Wish(attendant=one.id, sectors=("s1",)) for one in people if one.category == "A")
    only = (SplitAttribute(attribute=QuotaAttribute.CATEGORY),)
    wished = crowd(people, 2, wishes=wishes, balance=0, attributes=only)
    assert str(causes(wished, split_workshop(wished))[-1]) == "Because wishes weigh more than balance."


def test_an_attribute_is_named_as_the_cause() -> None:
    """Each category and province is to have one in each of two groups, which leaves no choice for the organization."""
    people = [
        attendant(number, **(ALIKE | {"category": category, "province": province, "organization": office}))
        for number, (category, province, office) in enumerate(
            zip("AABBCC", "zKKSSz", ("Office", "", "Office", "", "", ""), strict=True)
        )
    ]
    some = crowd(people, 2)
    split = split_workshop(some)
    assert (split.imbalance, split.bound) == (1, 0)
    assert str(causes(some, split)[-1]).startswith("Because ")
    assert "No better split was found in " in said(some, split)
