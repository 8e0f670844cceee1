"""Texts are normalized, and what no document can hold is left out and said."""

import json
from typing import Any

import pytest

from clesidra_desktop.exchange.workshop_file import LeftOut, decode_workshop, encode_workshop
from tests.exchange.workshop_file.samples import encoded, put, sample


def read(data: Any) -> tuple[Any, tuple[LeftOut, ...]]:
    return decode_workshop(encoded(data), "field.json")


def test_what_was_left_out_is_noted_in_the_order_of_the_file() -> None:
    data = put(sample(), "title", "a\0b\0\ud800c")
    put(data, "answers.0.items.0.children.0.text", "\x07bell")
    put(data, "objectives.0", "\ufffe\uffff\x7f\x80")
    workshop, notes = read(data)
    assert workshop.title == "abc"
    assert workshop.objectives == ("",)
    assert [(note.path, note.characters) for note in notes] == [
        ("$.title", ("U+0000", "U+D800")),
        ("$.objectives[0]", ("U+FFFE", "U+FFFF", "U+007F", "U+0080")),
        ("$.answers[0].items[0].children[0].text", ("U+0007",)),
    ]
    assert notes[0].sentence.startswith("At $.title the characters U+0000, U+D800 were left out")
    assert decode_workshop(encode_workshop(workshop), "again.json") == (workshop, ())


@pytest.mark.parametrize("kept", ["\u200b\u200e\u202b", "👩🏽‍🌾", "a\tb\nc", "<&>\"'", "\U0001fffe"])
def test_what_stays(kept: str) -> None:
    workshop, notes = read(put(sample(), "attendants.0.name", kept))
    assert workshop.attendants[0].name == kept
    assert notes == ()


def test_line_ends_and_composed_letters() -> None:
    workshop, notes = read(put(sample(), "title", "a\r\nb\rc\u0085d e\u0301"))
    assert workshop.title == "a\nb\nc\nd \u00e9"
    assert notes == ()


def test_keys_are_compared_after_normalization() -> None:
    data = put(sample(), "sectors.0.key", "e\u0301")
    put(data, "groups.0.sector", "\u00e9")
    put(data, "split.wishes.0.sectors.1", "e\u0301")
    put(data, "answers.0.sector", "e\u0301\x01")
    assert read(data)[0].answers[0].sector == "\u00e9"


def test_foreign_data_lose_only_what_no_database_holds() -> None:
    kept = ["e\u0301\r\n\x07\ufffe", {"x-a": 1, "b": None, "x-": {"x-": 10**40}}, 1.5, -0.5e-7, True]
    workshop, notes = read({**sample(), "x-office": kept, "x-bad": ["a\0\udc00"]})
    assert workshop.extensions == {"x-office": kept, "x-bad": ["a"]}
    assert [(note.path, note.characters) for note in notes] == [('$["x-bad"][0]', ("U+0000", "U+DC00"))]
    assert json.loads(encode_workshop(workshop))["x-office"] == kept


def test_a_byte_order_mark_is_accepted() -> None:
    assert decode_workshop(b"\xef\xbb\xbf" + encoded(sample()), "field.json") == read(sample())


def test_surrogate_pairs_are_letters() -> None:
    data = encoded(put(sample(), "title", "😀"))
    assert b"\\ud83d\\ude00" in data
    workshop, notes = decode_workshop(data, "field.json")
    assert (workshop.title, notes) == ("😀", ())
