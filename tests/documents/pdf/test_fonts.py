"""Faces shape, measure and spell what they show."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.documents.pdf.fonts import Face, FontBook


@pytest.fixture(scope="module")
def latin() -> Face:
    return FontBook().regular[0]


@pytest.fixture(scope="module")
def khmer() -> Face:
    return FontBook().regular[1]


@given(text=st.text(alphabet=string.ascii_letters + string.digits + string.punctuation + " ", min_size=1))
def test_ascii_tables_agree_with_shaping(text: str) -> None:
    face = FACE
    shaped = face.shape(text, kern=False)
    assert shaped.array == f"<{text.translate(face.codes)}>"
    assert shaped.width == pytest.approx(sum(face.advances[character] for character in text))


FACE = FontBook().regular[0]


def test_kerning_moves_letters(latin: Face) -> None:
    assert latin.shape("AVATAR").width < latin.shape("AVATAR", kern=False).width


def test_letters_that_could_join_stay_apart(latin: Face) -> None:
    shaped = latin.shape("office")
    assert len(shaped.glyphs) == 6
    assert shaped.array


def test_bold_is_wider(latin: Face) -> None:
    assert FontBook().bold[0].shape("Minutes").width > latin.shape("Minutes").width


@pytest.mark.parametrize("word", ["ស្ត្រី", "ខ្មែរ", "កម្ពុជា", "ញ៉ាំ", "គ្រឿង"])
def test_khmer_carries_its_text(khmer: Face, word: str) -> None:
    shaped = khmer.shape(word)
    assert not shaped.array
    assert word.encode("utf-16-be").hex() in khmer.operators(shaped, 10)


def test_subscripts_take_no_width_of_their_own(khmer: Face) -> None:
    assert khmer.shape("ក្ក").width == pytest.approx(khmer.shape("ក").width, rel=0.2)


def test_zero_width_spaces_are_left_out(khmer: Face) -> None:
    assert khmer.shape("ក\u200bខ").text == "កខ"
    assert khmer.shape("\u200b").width == 0


def test_what_no_face_has_shows_a_box_and_keeps_its_text(latin: Face) -> None:
    shaped = latin.shape("😀")
    assert [glyph for glyph, _, _ in shaped.glyphs] == [0]
    assert "😀".encode("utf-16-be").hex() in latin.operators(shaped, 10)


def test_the_ring_that_is_drawn_is_in_no_face() -> None:
    assert not any(0x25CB in face.covers for face in FontBook().regular)
