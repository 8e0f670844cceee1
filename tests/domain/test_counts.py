from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.attendance import age_class
from clesidra_desktop.domain.counts import (
    age_classes,
    count_by_age,
    count_by_category,
    count_by_sex,
    printed_categories,
    with_those_who_came,
)
from clesidra_desktop.domain.workshop import Category, Group, Sex, Stay, Workshop
from tests.helpers import builders as make
from tests.helpers.builders import attendant, workshop

CODES = st.sampled_from(("", "CBO", "GOV", "PRESS", "cbo"))


@st.composite
def crowds(draw: st.DrawFn) -> Workshop:
    """Workshops with many attendants; a category may be listed twice, not at all, or without a code."""
    categories = draw(st.lists(st.builds(Category, code=CODES, label=st.just("label")), max_size=4))
    people = draw(st.lists(st.tuples(CODES, st.none() | st.sampled_from(Sex)), max_size=30))
    return workshop(
        categories=tuple(categories),
        attendants=tuple(attendant(number, category=code, sex=sex) for number, (code, sex) in enumerate(people)),
    )


@given(crowds())
def test_everybody_is_counted_once(crowd: Workshop) -> None:
    counts = count_by_category(crowd)

    assert sum(count.total for count in counts) == len(crowd.attendants)
    summed: Counter[Sex | None] = Counter()
    for count in counts:
        summed.update(count.sexes)
    assert dict(summed) == count_by_sex(crowd.attendants)
    assert sum(count.women for count in counts) == sum(one.sex is Sex.FEMALE for one in crowd.attendants)


@given(crowds())
def test_each_category_counts_its_own(crowd: Workshop) -> None:
    for count in count_by_category(crowd):
        members = [one for one in crowd.attendants if one.category == count.category.code]
        assert count.total == len(members)
        assert all(count.sexes[sex] > 0 for sex in count.sexes)


@given(crowds())
def test_categories_are_printed_once_and_the_own_ones_first(crowd: Workshop) -> None:
    codes = [category.code for category in printed_categories(crowd)]
    own = list(dict.fromkeys(category.code for category in crowd.categories))

    assert codes[: len(own)] == own
    assert len(codes) == len(set(codes))
    assert set(codes) == set(own) | {one.category for one in crowd.attendants}


def test_those_without_a_category_come_last() -> None:
    people = tuple(attendant(number, category=code) for number, code in enumerate(("", "PRESS", "CBO", "ARMY")))

    printed = printed_categories(workshop(attendants=people))

    assert [category.code for category in printed] == ["CBO", "GOV", "PRESS", "ARMY", ""]
    assert [category.label for category in printed] == ["CBOs", "Gov", "PRESS", "ARMY", ""]


def test_a_category_that_nobody_has_is_counted_as_nobody() -> None:
    count = count_by_category(workshop(attendants=()))[0]

    assert (count.category.code, count.sexes, count.total, count.women) == ("CBO", {}, 0, 0)


def test_sexes_are_listed_in_one_order_and_the_unknown_last() -> None:
    people = [replace(attendant(), sex=sex) for sex in (None, Sex.OTHER, Sex.MALE, None, Sex.FEMALE)]

    assert list(count_by_sex(people).items()) == [(Sex.FEMALE, 1), (Sex.MALE, 1), (Sex.OTHER, 1), (None, 2)]
    assert count_by_sex([]) == {}


AGES = st.fixed_dictionaries(
    {"birth_year": st.none() | st.integers(1930, 2030), "age_group": st.sampled_from(("", "", "18-24", "elder"))}
)


@given(crowds(), st.lists(AGES, min_size=30, max_size=30))
def test_ages_add_up_to_the_counts_by_category_and_sex(crowd: Workshop, ages: list[dict[str, object]]) -> None:
    people = tuple(replace(one, **changes) for one, changes in zip(crowd.attendants, ages, strict=False))
    crowd = replace(crowd, attendants=people)
    counts = count_by_age(crowd)

    assert sum(count.total for count in counts) == len(people)
    by_category: dict[str, dict[Sex | None, int]] = {}
    for count in counts:
        by_category.setdefault(count.category.code, {})[count.sex] = count.total
    for one in count_by_category(crowd):
        assert {sex: number for sex, number in by_category[one.category.code].items() if number} == one.sexes
    summed: Counter[str] = Counter()
    for count in counts:
        summed.update(count.ages)
    assert summed == Counter(age_class(one, 2026) for one in people)
    assert set(age_classes(counts)) == set(summed)


def test_ages_are_counted_in_order_and_the_unknown_last() -> None:
    years = {"birth_year": None}
    people = (
        attendant(1, **years),
        attendant(2, birth_year=1950),
        attendant(3, birth_year=2000),
        attendant(4, birth_year=1980),
        attendant(5, age_group="elder", **years),
        attendant(6, age_group="២៥-៣៤", **years),
        attendant(7, age_group="9" * 5000, **years),
    )
    counts = count_by_age(workshop(attendants=people))

    assert age_classes(counts) == ("២៥-៣៤", "≤30", "31–49", "50+", "9" * 5000, "elder", "")
    assert [(count.category.code, count.sex) for count in counts] == [
        ("CBO", Sex.FEMALE),
        ("CBO", Sex.MALE),
        ("GOV", Sex.FEMALE),
        ("GOV", Sex.MALE),
    ]
    assert age_classes(count_by_age(workshop(attendants=()))) == ()


def test_other_sexes_are_counted_where_somebody_has_one() -> None:
    people = (attendant(1, sex=None), attendant(2, sex=Sex.OTHER, category="GOV"))
    counts = count_by_age(workshop(attendants=people))

    assert [count.sex for count in counts] == [Sex.FEMALE, Sex.MALE, Sex.OTHER, None] * 2
    assert [count.total for count in counts] == [0, 0, 0, 1, 0, 0, 1, 0]


def test_without_a_start_no_age_is_computed() -> None:
    people = (attendant(1, birth_year=1990), attendant(2, age_group="18-24"))
    assert age_classes(count_by_age(workshop(attendants=people, starts=None))) == ("18-24", "")


def test_who_was_only_invited_is_not_counted() -> None:
    came, invited = make.attendant(1, stays=(Stay(),)), make.attendant(2, category="GOV", stays=())
    groups = (Group(sector="s1", members=(came.id, invited.id), rapporteur=str(invited.id)),)
    workshop = replace(make.workshop(), attendants=(came, invited), groups=groups)
    assert [count.total for count in count_by_category(workshop)] == [1, 0]
    assert sum(count.total for count in count_by_age(workshop)) == 1
    assert with_those_who_came(workshop).groups == (Group(sector="s1", members=(came.id,), rapporteur=invited.name),)

    listed = replace(workshop, attendants=(replace(came, stays=()), invited))
    assert [count.total for count in count_by_category(listed)] == [1, 1]
    assert with_those_who_came(listed) == listed
