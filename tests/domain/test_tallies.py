import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.tallies import poll_base, poll_total, tally
from tests.helpers.builders import poll


def test_shares_are_taken_of_those_who_answered() -> None:
    asked = poll(17, 5, 7, 4, respondents=50)

    assert poll_total(asked) == 33
    assert poll_base(asked) == 50
    assert [one.share for one in tally(asked)] == [0.34, 0.1, 0.14, 0.08]
    assert [one.option for one in tally(asked)] == list(asked.options)


def test_shares_are_taken_of_the_hands_where_nobody_counted_the_people() -> None:
    asked = poll(3, 1, respondents=None)

    assert poll_base(asked) == 4
    assert [one.share for one in tally(asked)] == [0.75, 0.25]


@pytest.mark.parametrize("respondents", [None, 0])
def test_nobody_has_no_share(respondents: int | None) -> None:
    assert [one.share for one in tally(poll(0, 0, respondents=respondents))] == [0.0, 0.0]
    assert tally(poll(respondents=respondents)) == ()


def test_counts_without_respondents_do_not_divide_by_zero() -> None:
    assert [one.share for one in tally(poll(2, respondents=0))] == [0.0]


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=8))
def test_the_shares_of_hands_add_up_to_one_or_nothing(counts: list[int]) -> None:
    shares = [one.share for one in tally(poll(*counts, respondents=None))]

    assert sum(shares) == pytest.approx(1 if any(counts) else 0)
    assert all(0 <= share <= 1 for share in shares)
