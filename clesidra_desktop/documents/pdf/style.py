"""How the minutes look: sizes, spaces and colours, in points."""

from dataclasses import dataclass, field

from clesidra_desktop.documents.pdf.fonts import FontBook
from clesidra_desktop.documents.pdf.images import ImageBook
from clesidra_desktop.documents.pdf.text import TextStyle, Typesetter

MILLIMETRE = 72 / 25.4

INK = "#1d2423"
TEAL = "#1f4e4a"
QUIET = "#5c6866"
RUST = "#9a4a1c"
HAIRLINE = "#b9c4c2"
RULE = "#1f4e4a"
SHADE = "#e8efee"
BAR = "#3f7d77"

A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)


@dataclass(frozen=True, slots=True)
class Look:
    """All styles of a document, by what they are for."""

    title: TextStyle = TextStyle(20, 27, TEAL, bold=True)
    heading_1: TextStyle = TextStyle(14.5, 20, TEAL, bold=True)
    heading_2: TextStyle = TextStyle(12, 17, TEAL, bold=True)
    heading_3: TextStyle = TextStyle(11, 16, INK, bold=True)
    heading_4: TextStyle = TextStyle(10.2, 15, TEAL, bold=True)
    body: TextStyle = TextStyle(10.2, 15.2, INK)
    lead: TextStyle = TextStyle(10.5, 15.5, QUIET)
    byline: TextStyle = TextStyle(10, 14.5, QUIET)
    note: TextStyle = TextStyle(9.2, 13.6, QUIET)
    missing: TextStyle = TextStyle(10.2, 15.2, RUST)
    key: TextStyle = TextStyle(9.6, 14.2, TEAL, bold=True)
    value: TextStyle = TextStyle(10, 14.6, INK)
    contents: TextStyle = TextStyle(10, 14.6, INK, bold=True)
    cell: TextStyle = TextStyle(8, 11, INK, kern=False)
    cell_head: TextStyle = TextStyle(8, 11, TEAL, bold=True, kern=False)
    cell_total: TextStyle = TextStyle(8, 11, INK, bold=True, kern=False)
    chart: TextStyle = TextStyle(9, 12.4, INK)
    furniture: TextStyle = TextStyle(8, 11, QUIET)
    margin_top: float = 24 * MILLIMETRE
    margin_bottom: float = 22 * MILLIMETRE
    margin_side: float = 22 * MILLIMETRE
    landscape_side: float = 15 * MILLIMETRE
    indent: float = 6.5 * MILLIMETRE
    deepest: int = 8
    """Levels of an outline that go on being indented; deeper ones stay where the last of these is."""


@dataclass(slots=True)
class Typesetters:
    """One typesetter for each style, on the faces of one document, and its images."""

    fonts: FontBook
    look: Look = field(default_factory=Look)
    images: ImageBook = field(default_factory=ImageBook)
    _made: dict[TextStyle, Typesetter] = field(default_factory=dict)

    def of(self, style: TextStyle) -> Typesetter:
        """Return the typesetter of a style."""
        found = self._made.get(style)
        if found is None:
            chain = self.fonts.bold if style.bold else self.fonts.regular
            found = self._made[style] = Typesetter(style, chain, self.fonts.language)
        return found
