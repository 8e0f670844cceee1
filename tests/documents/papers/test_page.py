"""Text that fits its place whatever it is."""

from functools import cache
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.documents.blocks import Align
from clesidra_desktop.documents.papers.colours import INK
from clesidra_desktop.documents.papers.page import Page, broken, fit
from clesidra_desktop.documents.pdf.fonts import FontBook
from clesidra_desktop.documents.pdf.style import Typesetters
from clesidra_desktop.documents.pdf.text import TextStyle
from tests.helpers.strategies import texts

STYLE = TextStyle(20, 25, INK)


@cache
def setters() -> Typesetters:
    return Typesetters(FontBook())


@given(texts(200), st.floats(20, 300), st.floats(8, 200))
def test_text_never_leaves_its_place(text: str, width: float, height: float) -> None:
    fitted = fit(setters(), text, STYLE, width, height)
    assert fitted.height <= height
    assert fitted.width <= width + 0.02


@pytest.mark.parametrize("text", ["Sok Dara", "សុខ ដារ៉ា"])
def test_what_fits_is_left_as_it_is(text: str) -> None:
    assert fit(setters(), text, STYLE, 300, 40).style == STYLE
    assert fit(setters(), text, STYLE, 300, 40, line_from=10).style == STYLE


def test_words_are_made_smaller_before_they_are_broken() -> None:
    word = fit(setters(), "Maximiliana Chandararith", STYLE, 90, 60)
    assert len(word.lines) == 2
    assert 6 < word.style.size < 20
    assert word.style.leading / word.style.size == pytest.approx(STYLE.leading / STYLE.size)


def test_the_longest_words_are_broken_in_the_end() -> None:
    fitted = fit(setters(), "a" * 300, STYLE, 90, 60)
    assert len(fitted.lines) > 1
    assert 3 < fitted.style.size < 6


def test_text_is_broken_where_a_line_of_it_would_be_too_small() -> None:
    text = "Attendant of the first day"
    line = fit(setters(), text, STYLE, 170, 60, line_from=10)
    assert len(line.lines) == 1
    assert 10 <= line.style.size < 20
    for least in (15, inf):
        lines = fit(setters(), text, STYLE, 170, 60, line_from=least)
        assert len(lines.lines) == 2
        assert lines.style == STYLE


def test_a_line_is_no_higher_than_its_place() -> None:
    assert fit(setters(), "x", STYLE, 100, 15, line_from=5).height <= 15


def test_nothing_has_no_lines() -> None:
    assert fit(setters(), " ", STYLE, 10, 10).height == 0
    assert fit(setters(), "", STYLE, 10, 10, line_from=5).height == 0


def test_y_is_counted_from_the_top_and_text_is_aligned() -> None:
    page = Page(landscape=True)
    text = broken(setters(), "x", STYLE, 100)
    assert (round(page.width), round(page.height)) == (842, 595)
    for align in Align:
        page.text(text, 0, 0, 100, align)
    starts = [float(one.split()[4]) for one in page.operators if one.endswith("Tm")]
    assert starts == pytest.approx([0, 100 - text.lines[0].width, 50 - text.lines[0].width / 2], abs=0.01)
    page.area(1, 2, 3, 4, INK)
    assert page.operators[-1].endswith(f"1.00 {page.height - 6:.2f} 3.00 4.00 re f")
    page.upright(1, 2, 3)
    assert f"1.00 {page.height - 5:.2f} 0 3.00 re" in page.operators[-1]
