from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.quotas import measure_quota, values_of
from clesidra_desktop.domain.workshop import Flag, QuotaAttribute, Sex
from tests.helpers.builders import attendant, attendants, quota

MOST_MISSING = 100_000


def measure(women: int, men: int, share: float) -> tuple[int, bool]:
    people = (*attendants(women, sex=Sex.FEMALE), *attendants(men, sex=Sex.MALE))
    result = measure_quota(quota(share=share), people)
    return result.missing, result.reached


def least_missing(women: int, men: int, share: Fraction) -> int:
    """Count up to the first number of women with whom the share is reached."""
    return next(n for n in range(MOST_MISSING) if women + n >= share * (women + men + n) and women + men + n > 0)


@given(st.integers(0, 40), st.integers(0, 40), st.integers(1, 99))
def test_missing_is_the_least_number_of_more_people(women: int, men: int, percent: int) -> None:
    missing = least_missing(women, men, Fraction(percent, 100))

    assert measure(women, men, percent / 100) == (missing, missing == 0)


@given(st.integers(0, 40), st.integers(0, 40), st.floats(0, 0.99, exclude_min=True))
def test_any_share_is_taken_as_it_is_typed(women: int, men: int, share: float) -> None:
    assert measure(women, men, share)[0] == least_missing(women, men, Fraction(str(share)))


@pytest.mark.parametrize(
    ("women", "men", "share", "missing"),
    [
        (4, 6, 0.4, 0),
        (7, 93, 0.07, 0),
        (3, 7, 0.4, 2),
        (0, 5, 0.4, 4),
        (0, 5, 0.5, 5),
        (1, 0, 1.0, 0),
        (1, 3, 1.0, 3),
        (0, 0, 0.4, 1),
        (0, 0, 1.0, 1),
    ],
)
def test_what_is_missing(women: int, men: int, share: float, missing: int) -> None:
    assert measure(women, men, share) == (missing, missing == 0)


def test_the_unknown_stay_in_the_total() -> None:
    people = (*attendants(2, sex=Sex.FEMALE), *attendants(3, sex=None))

    result = measure_quota(quota(share=0.5), people)

    assert (result.having, result.unknown, result.total, result.share, result.missing) == (2, 3, 5, 0.4, 1)


def test_a_flag_that_is_not_set_means_no() -> None:
    people = (attendant(1, flags=(Flag.YOUTH, Flag.INDIGENOUS)), attendant(2))

    result = measure_quota(quota(QuotaAttribute.FLAGS, "indigenous", 0.5), people)

    assert (result.having, result.unknown, result.total, result.reached) == (1, 0, 2, True)


def test_nobody_is_no_share() -> None:
    assert measure_quota(quota(), ()).share == 0.0


VALUES = {
    QuotaAttribute.SEX: ("F",),
    QuotaAttribute.CATEGORY: ("CBO",),
    QuotaAttribute.AGE_GROUP: ("25-34",),
    QuotaAttribute.ORGANIZATION: ("Water users",),
    QuotaAttribute.PROVINCE: ("Takeo",),
    QuotaAttribute.FLAGS: ("youth", "vulnerable"),
}


@pytest.mark.parametrize("attribute", QuotaAttribute)
def test_every_attribute_has_values(attribute: QuotaAttribute) -> None:
    known = attendant(age_group="25-34", organization="Water users", flags=(Flag.YOUTH, Flag.VULNERABLE))
    unknown = attendant(sex=None, category="", age_group="", organization="", province="")

    assert values_of(known, attribute) == VALUES[attribute]
    assert values_of(unknown, attribute) == ()
    assert measure_quota(quota(attribute, VALUES[attribute][0], 0.5), (known, unknown)).reached
