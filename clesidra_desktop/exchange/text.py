"""Text as it comes from outside, made into text that documents and databases can hold."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from clesidra_desktop.domain.outline import Outline, walk
from clesidra_desktop.domain.outline_lines import from_lines, to_lines

_LINE_ENDS = re.compile("\r\n?|\u0085")
_UNPRINTABLE = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]")
_UNSTORABLE = re.compile("[\u0000\ud800-\udfff]")


def clean_text(text: str) -> tuple[str, tuple[str, ...]]:
    r"""Return the text in normalization form C with \n between lines, and the characters left out ("U+0000").

    Left out is what neither XML nor UTF-8 holds or what no font shows: control characters other than tab and
    line feed, U+FFFE, U+FFFF and halves of surrogate pairs. Marks of direction, zero-width spaces and emoji stay.
    """
    if text.isascii() and text.isprintable():
        return text, ()
    clean, left_out = _without(_UNPRINTABLE, _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", clean), left_out


def clean_foreign_text(text: str) -> tuple[str, tuple[str, ...]]:
    """Return another program's text without what no database holds, otherwise untouched, and what was left out."""
    return _without(_UNSTORABLE, text)


def _without(pattern: re.Pattern[str], text: str) -> tuple[str, tuple[str, ...]]:
    found = pattern.findall(text)
    if not found:
        return text, ()
    return pattern.sub("", text), tuple(dict.fromkeys(f"U+{ord(character):04X}" for character in found))


def clean_outline(outline: Outline) -> Outline:
    """Return an outline whose texts are clean; the same one where they are already."""
    if all(_clean_point(point.node.text) == point.node.text for point in walk(outline)):
        return outline
    return from_lines(replace(line, text=_clean_point(line.text)) for line in to_lines(outline))


@lru_cache(maxsize=10_000)  # of a text that is being typed, all points but one are those of a moment ago
def _clean_point(text: str) -> str:
    return clean_text(text)[0]


def clean_line(text: str) -> str:
    """Return a text on one line, with single spaces and none around it, without what cannot be printed."""
    return " ".join(clean_text(text)[0].split())
