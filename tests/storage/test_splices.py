"""Long lists in the journal."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.storage.splices import LONG, SpliceError, is_of, replaced, spliced

LINES = st.lists(
    st.sampled_from(("a", "b")) | st.builds(lambda text: {"text": text}, st.sampled_from("ab")), max_size=9
)
FILLING: list[Any] = [{"text": str(number)} for number in range(LONG)]


@given(LINES, LINES, LINES, LINES)
def test_what_was_taken_out_can_be_put_back(head: list[Any], old: list[Any], new: list[Any], tail: list[Any]) -> None:
    before, after = [*head, *FILLING, *old, *tail], [*head, *FILLING, *new, *tail]
    kept_before, kept_after = spliced(before, after)
    assert len(kept_before["lines"]) <= len(old)
    assert is_of(before, kept_before)
    assert is_of(after, kept_after)
    assert replaced(after, kept_after, kept_before) == before
    assert replaced(before, kept_before, kept_after) == after


def test_short_lists_and_other_values_are_kept_whole() -> None:
    assert spliced(["a"], ["b"]) == (["a"], ["b"])
    assert spliced(1, None) == (1, None)
    assert replaced(["b"], ["b"], ["a"]) == ["a"]
    assert is_of(["a"], ["a"])
    assert not is_of([1], [True])


def test_a_list_that_was_changed_since_is_known() -> None:
    kept_before, kept_after = spliced([*FILLING, "a"], [*FILLING, "b"])
    other = [*FILLING[1:], "c", "b"]
    assert not is_of(other, kept_after)
    with pytest.raises(SpliceError, match="changed since"):
        replaced(other, kept_after, kept_before)


def test_lines_that_only_python_takes_for_the_same_are_told_apart() -> None:
    one, other = ({"text": "a", "extensions": {"x-": value}} for value in (1, True))
    before, after = spliced([*FILLING, one], [*FILLING, other])
    assert before["lines"] == [one]
    assert after["lines"][0]["extensions"] == {"x-": True}
