"""How the DOCX looks: type, colours, paper and measures.

Lengths are twips, 1/20 point, unless a name says otherwise.
"""

from typing import Final

LATIN_FONT: Final = "Noto Sans"
KHMER_FONT: Final = "Noto Sans Khmer"
BULLET_FONT: Final = "Arial"
"""Noto Sans has no hollow circle and no small square; Arial, and what other systems put in its place, has both."""

DARK_TEAL: Final = "1F4E4A"
PALE_TEAL: Final = "E3ECEA"
LINE_GREY: Final = "A9B8B6"
TEXT_GREY: Final = "4D5B59"
AMBER: Final = "8A4B08"

A4_SHORT: Final = 11906
A4_LONG: Final = 16838
MARGIN: Final = 1247  # 2.2 cm, on all four sides
HEADER_DISTANCE: Final = 624

INDENT: Final = 420
"""One step of a list."""

EMU_A_TWIP: Final = 635
"""English Metric Units of DrawingML in a twip."""

KHMER_TAG: Final = "km-KH"
_TAGS: Final = {"en": "en-GB", "km": KHMER_TAG}


def language_tag(language: str) -> str:
    """Return the language tag to write for a language of a document; one that is unknown here is its own tag."""
    return _TAGS.get(language, language)


def text_width(landscape: bool) -> int:
    """Return the width between the margins."""
    return (A4_LONG if landscape else A4_SHORT) - 2 * MARGIN


def text_height(landscape: bool) -> int:
    """Return the height between the margins."""
    return (A4_SHORT if landscape else A4_LONG) - 2 * MARGIN
