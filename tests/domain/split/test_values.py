"""What is spread, and what the unknown share."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.split.result import avoidable_pairs
from clesidra_desktop.domain.split.values import Value, attributes_of, values_of, without_attribute
from clesidra_desktop.domain.workshop import Attendant, Flag, QuotaAttribute, SplitAttribute, SplitRules
from tests.helpers.builders import attendant
from tests.helpers.strategies import attendants as any_attendants

YEAR = 2026
UNKNOWN = attendant(sex=None, category="", province="", organization="", birth_year=None)


def test_the_unknown_are_spread_like_a_value() -> None:
    assert values_of(UNKNOWN, YEAR) == {("category", ""), ("sex", ""), ("age_group", ""), ("province", "")}


def test_what_is_spread() -> None:
    one = attendant(organization="Water users", birth_year=1996)

    assert values_of(one, YEAR) == {
        ("category", "CBO"),
        ("sex", "F"),
        ("age_group", "≤30"),
        ("province", "Takeo"),
        ("organization", "Water users"),
    }
    assert values_of(replace(one, age_group="25-34"), None) >= {("age_group", "25-34")}
    assert values_of(one, None) >= {("age_group", "")}


def test_flags_are_spread_if_asked_for_and_other_attributes_are_not() -> None:
    rules = SplitRules(attributes=(SplitAttribute(attribute=QuotaAttribute.FLAGS, weight=2),))
    one = attendant(flags=(Flag.YOUTH, Flag.INDIGENOUS))
    assert values_of(one, YEAR, attributes_of(rules)) >= {("flags", "youth"), ("flags", "indigenous")}
    fewer = without_attribute(rules, QuotaAttribute.FLAGS)
    assert not [value for value in values_of(one, YEAR, attributes_of(fewer)) if value[0] == "flags"]


@given(any_attendants())
def test_everybody_has_one_value_of_each_attribute(one: Attendant) -> None:
    attributes = sorted(attribute for attribute, _ in values_of(one, YEAR))

    assert attributes == sorted(
        ["age_group", "category", *(["organization"] if one.organization else []), "province", "sex"]
    )


PEOPLE = st.frozensets(st.tuples(st.just(QuotaAttribute.SEX), st.sampled_from("xyz")))


@given(st.lists(st.lists(PEOPLE, max_size=6), min_size=1, max_size=4))
def test_no_imbalance_means_counts_that_differ_by_one_at_most(groups: list[list[frozenset[Value]]]) -> None:
    values = {value for group in groups for person in group for value in person}
    counts = [[sum(value in person for person in group) for group in groups] for value in values]

    pairs = avoidable_pairs(groups)
    assert pairs.keys() == values
    assert (sum(pairs.values()) == 0) == all(max(count) - min(count) <= 1 for count in counts)
    assert min(pairs.values(), default=0) >= 0
