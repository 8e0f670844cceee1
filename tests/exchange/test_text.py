"""Tests of the cleaning of text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.exchange.text import clean_foreign_text, clean_text


@given(st.text(st.characters()))
def test_clean_text_is_storable_and_clean(text: str) -> None:
    clean, left_out = clean_text(text)
    clean.encode("utf-8")
    assert unicodedata.is_normalized("NFC", clean)
    assert {c for c in clean if unicodedata.category(c) in {"Cc", "Cs"}} <= {"\t", "\n"}
    assert clean_text(clean) == (clean, ())
    assert set(left_out) <= {f"U+{ord(character):04X}" for character in text}


@pytest.mark.parametrize(
    ("text", "clean", "left_out"),
    [
        ("plain", "plain", ()),
        ("a\r\n\r\nb\r", "a\n\nb\n", ()),
        ("\x0b\x0c\x0b", "", ("U+000B", "U+000C")),
        ("\ud83d\0\ude00", "", ("U+D83D", "U+0000", "U+DE00")),
        ("ក\u200bខ", "ក\u200bខ", ()),
    ],
)
def test_examples(text: str, clean: str, left_out: tuple[str, ...]) -> None:
    assert clean_text(text) == (clean, left_out)


def test_foreign_text_is_hardly_touched() -> None:
    assert clean_foreign_text("e\u0301\r\n\x07\ufffe") == ("e\u0301\r\n\x07\ufffe", ())
    assert clean_foreign_text("a\0\0b") == ("ab", ("U+0000",))
