"""Faces shape, measure and spell what they show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.documents.pdf.fonts import PLAIN_KHMER, PLAIN_LATIN, Face, FontBook


@pytest.fixture(scope="module")
def latin() -> Face:
    return FontBook().regular[0]


@pytest.fixture(scope="module")
def khmer() -> Face:
    return FontBook().regular[1]


PLAIN = [
    (face, plain)
    for book in (FontBook(),)
    for chain in (book.regular, book.bold)
    for face, plain in zip(chain, (PLAIN_LATIN, PLAIN_KHMER), strict=False)
]


@given(st.data())
@pytest.mark.parametrize(("face", "plain"), PLAIN)
def test_plain_text_needs_no_shaping(face: Face, plain: str, data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet=plain, min_size=1))
    assert face.is_plain(text)
    shaped = face._shape(text, kern=False)
    assert shaped.array == f"<{text.translate(face.codes)}>"
    assert shaped.width == pytest.approx(face.measure(text))


@pytest.mark.parametrize("text", ["é", "១ក", "a\u200b", "\n", "a\x7f"])
def test_other_text_is_not_plain(text: str) -> None:
    assert not any(face.is_plain(text) for face, _ in PLAIN)


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
    assert word.encode("utf-16-be").hex() in khmer.operators([shaped], 10)


def test_subscripts_take_no_width_of_their_own(khmer: Face) -> None:
    assert khmer.shape("ក្ក").width == pytest.approx(khmer.shape("ក").width, rel=0.2)


def test_zero_width_spaces_are_left_out(khmer: Face) -> None:
    assert khmer.shape("ក\u200bខ").text == "កខ"
    assert khmer.shape("\u200b").width == 0


def test_what_no_face_has_shows_a_sign_and_keeps_its_text(latin: Face) -> None:
    shaped = latin.shape("😀")
    assert shaped.glyphs == latin.shape("\ufffd").glyphs
    assert shaped.width == latin.shape("\ufffd").width
    assert shaped.glyphs[0][0] != 0
    assert "😀".encode("utf-16-be").hex() in latin.operators([shaped], 10)


@pytest.mark.parametrize("sign", "→←≤≥≈≠√∞✓✗☐☑●○■★①⚠°½€")
def test_everyday_signs_have_a_face(sign: str) -> None:
    assert any(ord(sign) in face.covers for face in FontBook().regular)
    assert any(ord(sign) in face.covers for face in FontBook().bold)
