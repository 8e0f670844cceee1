"""What other programs copy becomes outlines: no markup left, and nothing lost."""

import html as entities
import re
import unicodedata
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.outline_lines import OutlineLine, levelled
from clesidra_desktop.exchange.pasting import read_html, read_pasted, read_plain
from tests.exchange.pasting.samples import (
    GOOGLE,
    GOOGLE_LINES,
    LIBREOFFICE,
    LIBREOFFICE_LINES,
    PLAIN,
    WEB,
    WEB_LINES,
    WORD,
    WORD_LINES,
)


def written(lines: tuple[OutlineLine, ...]) -> list[str]:
    """Return lines as the samples write them: the style, a dot for each level, the text."""
    return [f"{line.style.value[0].upper()} {'.' * line.level}{line.text}" for line in lines]


@pytest.mark.parametrize(
    ("html", "lines"),
    [(WORD, WORD_LINES), (LIBREOFFICE, LIBREOFFICE_LINES), (GOOGLE, GOOGLE_LINES), (WEB, WEB_LINES)],
    ids=["word", "libreoffice", "google", "web"],
)
def test_documents_are_read(html: str, lines: list[str]) -> None:
    assert written(read_html(html)) == lines


@pytest.mark.parametrize(("text", "lines"), PLAIN.items())
def test_plain_text_is_read(text: str, lines: list[str]) -> None:
    assert written(read_plain(text)) == lines


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<ul><li><ul><li>deep</ul><li>top</ul>", ["B .deep", "B top"]),
        ("<li>stray</li>", ["B stray"]),
        ("<p>• typed by hand</p>", ["B typed by hand"]),
        ("<table><tr><th>a<th>b<tr><td>c<td><table><tr><td>d<td>e</table></table>", ["P a | b", "P c | d | e"]),
        ("<tr><td>a</td><td><ul><li>b<li>c</ul></td></tr>", ["P a | b; c"]),
        ("<ul><li>a<table><tr><td>1</td><td>2</td></tr></table></li></ul>", ["B a", "P .1 | 2"]),
        ("<p>a</b></span></div> b", ["P a", "P b"]),
        ("<span>a<table><tr><td>b</span></td><td>c</td></tr></table>", ["P a", "P b | c"]),
        ("<ol start=3><li>c<li>d</ol>", ["P 3. c", "P 4. d"]),
        ("<ol><li>a</ol><p>between</p><ol start=2><li>b</ol>", ["N a", "P between", "P 2. b"]),
        ("<ol><li>a<ol><li>deep</ol><li value=2>b<li value=7>c</ol>", ["N a", "N .deep", "N b", "P 7. c"]),
        (
            "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>3.&nbsp;</span>Third</p>",
            ["P 3. Third"],
        ),
        ("<tr><td>Name<td><td><td>5<td></tr><tr><td>B<td>2<td><td><td></tr>", ["P Name | | | 5", "P B | 2"]),
        ("a<br><br>b<br>", ["P a\n\nb"]),
        ("<p>x<![foo bar]>y<![CDATA[z]]>", ["P xyz"]),
        ("<head><style>p</style><body>a", ["P a"]),
        ("<!-- no --><!--[if mso]>no<![endif]-->yes", ["P yes"]),
        ("<p>1 < 2 & 3", ["P 1 < 2 & 3"]),
        ("", []),
    ],
)
def test_markup_that_is_odd_or_wrong(html: str, lines: list[str]) -> None:
    assert written(read_html(html)) == lines


def test_html_is_preferred_unless_nothing_is_in_it() -> None:
    assert written(read_pasted("<p>rich</p>", "plain")) == ["P rich"]
    assert written(read_pasted("<p> </p>", "- plain")) == ["B plain"]
    assert read_pasted("", "") == ()
    assert [line.level for line in read_pasted("<p style='mso-list:l0 level5 lfo1'>deep</p>", "")] == [0]


WORDS = st.text(st.characters(categories=("L", "N"), include_characters="ខ្មែរ"), min_size=1, max_size=6)


def letters(text: str) -> str:
    """Return what must not be lost: letters, digits and signs upon them."""
    return "".join(one for one in unicodedata.normalize("NFC", text) if unicodedata.category(one)[0] in "LMN")


TAGS = ("p", "b", "ul", "ol", "li", "table", "tr", "td", "div", "span", "h2", "dd", "o:p")


@st.composite
def markup(draw: st.DrawFn, depth: int = 3) -> str:
    """HTML of any shape, also with elements that do not end."""
    parts = []
    for _ in range(draw(st.integers(0, 4))):
        if depth == 0 or draw(st.booleans()):
            parts.append(entities.escape(draw(WORDS)))
        else:
            tag = draw(st.sampled_from(TAGS))
            style = draw(st.sampled_from(("", " style='mso-list:l0 level2 lfo1'", " class=x")))
            end = draw(st.sampled_from((f"</{tag}>", f"</{tag}>", "", "</p>")))
            parts.append(f"<{tag}{style}>{draw(markup(depth - 1))}{end}")
    return draw(st.sampled_from((" ", "", "<br>"))).join(parts)


@given(markup())
def test_no_letter_is_lost_and_no_markup_left(html: str) -> None:
    seen = "".join(line.text for line in read_html(html))
    assert sorted(letters(seen)) == sorted(letters(entities.unescape(re.sub("<[^>]*>", " ", html))))
    assert "<" not in seen


MARKS = st.sampled_from(("", "- ", "• ", "1. ", "2. ", "3) ", "a) ", "b) ", "(i) ", "១. ", "o\t", "* "))


@given(st.lists(st.tuples(st.sampled_from(("", "  ", "\t", "\t\t")), MARKS, WORDS), max_size=8))
def test_no_word_of_plain_text_is_lost_and_levels_are_possible(rows: list[tuple[str, str, str]]) -> None:
    text = "\n".join("".join(row) for row in rows)
    lines = read_plain(text)
    assert levelled(lines) == list(lines)
    seen = "\n".join(line.text for line in lines)
    found = [word for word in re.split(r"[\s|]+", seen) if word]
    wanted = [letters(word) for _, _, word in rows]
    kept = [letters(word) for word in found]
    assert [word for word, _ in groupby(wanted)] == [
        word for word, _ in groupby(word for word in kept if word in wanted)
    ]


@given(st.text(max_size=200))
def test_nothing_on_a_clipboard_is_too_odd(text: str) -> None:
    for line in (*read_html(text), *read_html(f"<p>{text}"), *read_plain(text)):
        assert line.text
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", line.text)
