"""Keys that two computers do not make twice."""

from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.keys import VALUES, fresh_key, is_marked, mark_of, marked_with
from clesidra_desktop.domain.topics import is_numbered


@given(st.integers(0, VALUES - 1), st.integers(0, VALUES - 1))
def test_a_fresh_key_is_marked_and_another_for_each_number(one: int, other: int) -> None:
    first, second = (fresh_key("item", (), lambda _, number=number: number) for number in (one, other))
    assert is_marked(first)
    assert (first == second) == (one == other)


def test_a_key_that_is_taken_is_drawn_again() -> None:
    numbers = iter((5, 5, 6))
    first = fresh_key("item", (), lambda _: 5)
    assert fresh_key("item", {first}, lambda _: next(numbers)) == fresh_key("item", (), lambda _: 6)
    assert list(numbers) == []


@given(st.text(min_size=1), st.text(), st.text())
def test_the_mark_of_a_content_is_always_the_same(key: str, one: str, other: str) -> None:
    assert is_marked(marked_with(key, one))
    assert (mark_of(one) == mark_of(other)) == (one == other)


def test_what_people_type_and_what_was_counted_has_no_mark() -> None:
    typed = ("water", "item-12", "sector-fisheries", "annex-2b4d", "item-2b4d6f8g", "C5", "k7r4", "ទឹក-៤")
    assert [key for key in typed if is_marked(key)] == []
    assert mark_of("Closing") == "h9h6q6s3"
    assert is_numbered("sector-h9h6q6s3")
