"""Lines keep to their width and lose nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clesidra_desktop.documents.pdf.fonts import FontBook
from clesidra_desktop.documents.pdf.text import ADDRESS, TextStyle, Typesetter, break_opportunities, unprintable
from tests.helpers.documents import KHMER_SENTENCE

FONTS = FontBook()
BODY = TextStyle(10, 15, "#000000")
CELL = TextStyle(8, 11, "#000000", kern=False)

words = st.sampled_from(
    [
        "forest",
        "a",
        "W" * 90,
        "ស្ត្រី",
        KHMER_SENTENCE,
        "x@example.org",
        "😀",
        "\u200b",
        "ក្រ្តី",
        "e\u0301",
        "(CBO)",
        "—",
        "ខ្មែរABC១២",
    ]
)
texts = st.lists(words, max_size=12).map(" ".join) | st.lists(words, max_size=8).map("".join) | st.text(max_size=40)


def setter(style: TextStyle = BODY) -> Typesetter:
    return Typesetter(style, FONTS.regular, "en")


@settings(max_examples=150, deadline=None)
@given(text=texts, width=st.floats(30, 500), style=st.sampled_from([BODY, CELL]))
def test_no_line_is_wider_than_its_column(text: str, width: float, style: TextStyle) -> None:
    lines = setter(style).lines(text, width)
    assert bool(lines) == bool(text)
    assert all(line.width <= width + 0.02 for line in lines)


@settings(deadline=None)
@given(text=texts)
def test_break_opportunities_lose_nothing(text: str) -> None:
    assert "".join(break_opportunities(text)) == text


@settings(deadline=None)
@given(text=st.from_regex(ADDRESS, fullmatch=True))
def test_no_line_breaks_inside_an_address(text: str) -> None:
    assert break_opportunities(text) == [text]


@settings(deadline=None)
@given(text=st.from_regex(ADDRESS, fullmatch=True) | st.just("W" * 90), width=st.floats(4, 300))
def test_addresses_are_cut_as_words_are_taken_apart(text: str, width: float) -> None:
    quick, slow = setter(CELL), setter(CELL)
    pieces = list(slow._fill(slow._broken(text), width))
    assert [line.width for line in quick.lines(text, width)] == [
        pytest.approx(sum(piece.width for piece in line)) for line in pieces
    ]


@pytest.mark.parametrize("text", [KHMER_SENTENCE, "ក្រ្តី" * 9, "ស្ត្រីខ្មែរ"])
def test_no_piece_begins_with_a_sign(text: str) -> None:
    pieces = break_opportunities(text)
    assert not any("\u17b4" <= piece[0] <= "\u17d3" for piece in pieces)
    assert not any(piece.endswith("\u17d2") for piece in pieces)


def test_khmer_breaks_between_words() -> None:
    assert len(break_opportunities(KHMER_SENTENCE.replace(" ", ""))) > 10


def test_line_feeds_are_kept() -> None:
    assert len(setter().lines("one\n\nthree\r\nfour", 400)) == 4


def test_the_space_at_the_end_of_a_line_does_not_count() -> None:
    set_ = setter()
    assert set_.line("word ").width == pytest.approx(set_.line("word").width)


def test_khmer_lines_are_higher() -> None:
    set_ = setter()
    assert set_.leading(set_.lines("ខ្មែរ", 100)) > set_.leading(set_.lines("Khmer", 100))


@pytest.mark.parametrize("text", ["Minutes of the meeting in the province", KHMER_SENTENCE, "W" * 50])
def test_clipped_text_fits_and_says_so(text: str) -> None:
    set_ = setter()
    line = set_.clipped(text, 80)
    assert line.width <= 80
    assert line != set_.line(text)
    assert set_.clipped("short", 80) == set_.line("short")


def test_unprintable_characters_are_named_once() -> None:
    assert unprintable("a 😀王😀 ខ្មែរ\u200b\u202e\t\n", FONTS.regular) == ["😀", "王"]


def test_what_was_set_is_kept() -> None:
    set_ = setter()
    assert set_.lines("again", 100) is set_.lines("again", 100)
