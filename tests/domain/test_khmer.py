"""Khmer typed in several ways is one spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.khmer import in_one_order


@pytest.mark.parametrize(
    ("typed", "also"),
    [
        ("ក\u17d2រ\u17d2ត", "ក\u17d2ត\u17d2រ"),  # RO below is typed first or last
        ("ប\u17d2ដ", "ប\u17d2ត"),  # DA and TA below look the same
        ("ក\u17bb\u17ca", "ក\u17ca\u17bb"),  # the shifter after the vowel
        ("ក\u17c6\u17b6", "ក\u17b6\u17c6"),
        ("ក\u17c1\u17b6", "ក\u17c4"),  # OO as the two parts that are seen
        ("ក\u17c1\u17b8", "ក\u17be"),
    ],
)
def test_what_looks_the_same_is_the_same(typed: str, also: str) -> None:
    assert typed != also
    assert in_one_order(typed) == in_one_order(also)


@pytest.mark.parametrize(("one", "other"), [("សុខ", "សូខ"), ("ដារា", "តារា"), ("ក\u17d2ក", "កក")])
def test_other_words_stay_others(one: str, other: str) -> None:
    assert in_one_order(one) != in_one_order(other)


@given(st.text(st.sampled_from("កសរត\u17d2\u17ca\u17bb\u17b6\u17c1\u17c6 ab"), max_size=12))
def test_once_is_enough(text: str) -> None:
    assert in_one_order(in_one_order(text)) == in_one_order(text)


@given(st.text(st.characters(max_codepoint=0x177F)))
def test_other_scripts_are_not_touched(text: str) -> None:
    assert in_one_order(text) == text
