"""Texts are compared word by word, in Khmer too."""

import pytest
from hypothesis import given

from clesidra_desktop.domain.outline_difference import Fate
from clesidra_desktop.domain.what_changed import marked
from clesidra_desktop.domain.word_difference import compare_lines, compare_words, split_plain
from tests.helpers.strategies import texts


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("Plant trees.", "Plant ten trees.", "Plant{+ ten+} trees."),
        ("Two wells, one pump", "Three wells, one pump", "[-Two-]{+Three+} wells, one pump"),
        ("ទឹកស្អាត", "ទឹកកខ្វក់", "ទឹក[-ស្អាត-]{+កខ្វក់+}"),
        ("same", "same", "same"),
        ("", "new", "{+new+}"),
    ],
)
def test_words_are_marked(before: str, after: str, shown: str) -> None:
    assert marked(compare_words(before, after)) == shown


@given(texts(40), texts(40))
def test_both_texts_can_be_read_from_the_difference(before: str, after: str) -> None:
    assert "".join(split_plain(before)) == before
    words = compare_words(before, after)
    assert "".join(one.text for one in words if one.fate is not Fate.ADDED) == before
    assert "".join(one.text for one in words if one.fate is not Fate.REMOVED) == after


def test_a_reworded_line_stays_one_line() -> None:
    old = ["Mr Sok opened the meeting.", "Lunch", "The road is bad in the rainy season."]
    new = ["Mrs Sok opened the meeting.", "Coffee was served", "The road is bad in the dry season."]
    lines = compare_lines(old, new)
    assert [(line.fate, marked(line.words)) for line in lines] == [
        (Fate.SAME, "[-Mr-]{+Mrs+} Sok opened the meeting."),
        (Fate.REMOVED, "[-Lunch-]"),
        (Fate.ADDED, "{+Coffee was served+}"),
        (Fate.SAME, "The road is bad in the [-rainy-]{+dry+} season."),
    ]


def test_a_line_between_others_changes_nothing_else() -> None:
    (line,) = compare_lines(["one", "two"], ["one", "and a half", "two"])
    assert (line.fate, marked(line.words)) == (Fate.ADDED, "{+and a half+}")
