"""Numbers as documents print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.documents.blocks import Heading, ListItem, ListStyle
from clesidra_desktop.documents.numbering import Digits, heading_number, item_number, letters, roman

KHMER = Digits("០១២៣៤៥៦៧៨៩")
VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(number: int) -> None:
    values = [VALUES[letter] for letter in roman(number)]
    read = sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    assert read == number


@pytest.mark.parametrize(("number", "text"), [(1, "a"), (26, "z"), (27, "aa"), (52, "zz"), (53, "aaa")])
def test_letters_go_on_as_in_word(number: int, text: str) -> None:
    assert letters(number) == text


@pytest.mark.parametrize(
    ("level", "number", "text"), [(1, 3, "III."), (3, 12, "១២."), (4, 2, "៥.២."), (1, 0, ""), (2, 0, "")]
)
def test_headings(level: int, number: int, text: str) -> None:
    assert heading_number(Heading(level, "…", number), 5, KHMER) == text


@pytest.mark.parametrize(("level", "text"), [(0, "៤."), (1, "d."), (2, "iv."), (3, "៤."), (8, "iv.")])
def test_items_change_their_numbers_with_the_level(level: int, text: str) -> None:
    assert item_number(ListItem("…", ListStyle.NUMBER, level, 4), KHMER) == text
