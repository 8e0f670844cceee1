"""What is searched, and where the words stand."""

from datetime import date
from uuid import UUID

import pytest

from clesidra_desktop.domain.archive import ArchivedWay, excerpt, positions, searchable, sought_words
from tests.helpers import builders as make


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("clean  Water", ("clean", "Water")),
        ('"clean water" now', ("clean water", "now")),
        ("“clean water”", ("clean water",)),
        ('an "open end', ("an", "open end")),
        ("ទឹក\u200bស្អាត", ("ទឹកស្អាត",)),
        ("twice twice", ("twice",)),
        ('""', ()),
        (" \t ", ()),
    ],
)
def test_words_are_told_apart(typed: str, words: tuple[str, ...]) -> None:
    assert sought_words(typed) == words


def test_what_looks_alike_is_searched_alike() -> None:
    assert searchable("ស្រ្តី") == searchable("ស្ត្រី")
    assert searchable("e\u0301\u200b\0") == "é"


def test_words_are_found_in_capitals_too_and_the_longest_first() -> None:
    assert positions("Water, waters", ["water", "waters"]) == [(0, 5), (7, 13)]
    assert positions("nothing", []) == []
    assert positions("២០២៦ or 2026", ["2026"]) == positions("២០២៦ or 2026", ["២០២៦"]) == [(0, 4), (8, 12)]


def test_an_excerpt_begins_with_a_word_near_the_first_mark() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve thirteen water fourteen " + "more " * 60
    shown, marks = excerpt(text, ["WATER"])

    assert shown.startswith("…")
    assert shown.endswith("…")
    assert [shown[first:last] for first, last in marks] == ["water"]
    assert shown[1:].split()[0] in text.split()
    assert len(shown) < 220


def test_an_excerpt_tears_no_khmer_syllable() -> None:
    text = "ស្ត្រីក្នុងភូមិ" * 12 + "ទឹកស្អាត" + "ស្ត្រីក្នុងភូមិ" * 20
    shown, marks = excerpt(text, ["ទឹកស្អាត"])
    inner = shown.strip("…")

    assert [shown[first:last] for first, last in marks] == ["ទឹកស្អាត"]
    assert not "\u17b4" <= inner[0] <= "\u17d3"
    place = text.index(inner) + len(inner)
    assert not "\u17b4" <= text[place] <= "\u17d3"
    assert inner[-1] != "\u17d2"


def test_lines_of_a_short_text_are_joined() -> None:
    assert excerpt("first\n\n  second line", ["second"]) == ("first · second line", [(8, 14)])
    assert excerpt("nothing here", ["else"]) == ("nothing here", [])


@pytest.mark.parametrize(
    ("due", "done", "days"),
    [
        ("2020-01-01", None, 31),
        ("2020-02-01", None, 0),
        ("2020-02-02", None, 0),
        ("2020-01-01", date(2020, 1, 20), 0),
        ("before the rains", None, 0),
        ("", None, 0),
    ],
)
def test_what_is_past_its_day_is_late_until_it_is_done(due: str, done: date | None, days: int) -> None:
    one = ArchivedWay(make.way_forward(due=due, done=done), UUID(int=1), "Meeting", None, "")

    assert one.days_late(date(2020, 2, 1)) == days
