"""How the DOCX looks: type, colours, paper and measures.

Lengths are twips, 1/20 point, unless a name says otherwise.
"""

from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Paper:
    """The size of a page and its margins; pages of landscape sections are turned, with their margins."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    columns: int = 1
    gap: int = 0

    def turned(self) -> "Paper":
        """Return the paper lying on its long side."""
        if self.width >= self.height:
            return self
        return replace(
            self,
            width=self.height,
            height=self.width,
            left=self.bottom,
            right=self.top,
            top=self.left,
            bottom=self.right,
        )

    def text_width(self, landscape: bool) -> int:
        """Return the width between the margins, or of one column."""
        paper = self.turned() if landscape else self
        width = paper.width - paper.left - paper.right
        return (width - (self.columns - 1) * self.gap) // self.columns

    def text_height(self, landscape: bool) -> int:
        """Return the height between the margins."""
        paper = self.turned() if landscape else self
        return paper.height - paper.top - paper.bottom


MARGIN: Final = 1247  # 2.2 cm, on all four sides
A4: Final = Paper(11906, 16838, MARGIN, MARGIN, MARGIN, MARGIN)
