"""What differs between two outlines."""

from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.outline import OutlineStyle
from clesidra_desktop.domain.outline_difference import Fate, compare, count_differences
from clesidra_desktop.domain.outline_lines import OutlineLine

lines = st.lists(
    st.builds(OutlineLine, st.integers(0, 2), st.sampled_from(["", "a", "b", "ក"]), st.sampled_from(OutlineStyle)),
    max_size=8,
)


def made(*texts: str) -> list[OutlineLine]:
    return [OutlineLine(0, text) for text in texts]


@given(lines, lines)
def test_both_texts_are_in_the_comparison_in_their_order(before: list[OutlineLine], after: list[OutlineLine]) -> None:
    compared = compare(before, after)

    assert [one.line for one in compared if one.fate is not Fate.ADDED] == before
    assert [one.line for one in compared if one.fate is not Fate.REMOVED] == after


@given(lines)
def test_a_text_does_not_differ_from_itself(text: list[OutlineLine]) -> None:
    assert {one.fate for one in compare(text, text)} <= {Fate.SAME}
    assert count_differences(text, text) == (0, 0)


def test_what_was_changed_stands_in_its_place() -> None:
    compared = compare(made("a", "b", "c"), made("a", "x", "c"))

    assert [(one.fate, one.line.text) for one in compared] == [
        (Fate.SAME, "a"),
        (Fate.REMOVED, "b"),
        (Fate.ADDED, "x"),
        (Fate.SAME, "c"),
    ]


def test_moved_and_empty_lines_are_not_counted() -> None:
    assert count_differences(made("a", "b"), made("b", "", "a")) == (0, 0)
    assert count_differences(made("a", "b"), made("b", "c", "d")) == (2, 1)
