from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.counts import count_by_category, count_by_sex, printed_categories
from clesidra_desktop.domain.workshop import Category, Sex, Workshop
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
