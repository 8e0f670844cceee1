"""How the minutes look, taken from a theme: sizes and spaces in points, colours, lines."""

from dataclasses import dataclass, field

from clesidra_desktop.documents.pdf.fonts import FontBook
from clesidra_desktop.documents.pdf.images import ImageBook
from clesidra_desktop.documents.pdf.text import TextStyle, Typesetter
from clesidra_desktop.documents.theme import Theme, default_theme
from clesidra_desktop.documents.theme.model import Colours, Size
from clesidra_desktop.documents.theme.reading import WIDTHS

MILLIMETRE = 72 / 25.4
A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)
INDENT = 6.5 * MILLIMETRE
DEEPEST = 8
"""Levels of an outline that go on being indented; deeper ones stay where the last of these is."""


@dataclass(frozen=True, slots=True)
class Look:
    """All styles of a document, by what they are for; `paper` is the width and height of an upright page."""

    cover_title: TextStyle
    title: TextStyle
    heading_1: TextStyle
    heading_2: TextStyle
    heading_3: TextStyle
    heading_4: TextStyle
    body: TextStyle
    lead: TextStyle
    byline: TextStyle
    note: TextStyle
    missing: TextStyle
    key: TextStyle
    value: TextStyle
    contents: TextStyle
    cell: TextStyle
    cell_head: TextStyle
    cell_total: TextStyle
    chart: TextStyle
    furniture: TextStyle
    draft: TextStyle
    lines: TextStyle
    colours: Colours
    paper: tuple[float, float]
    margin_top: float
    margin_bottom: float
    margin_side: float
    landscape_side: float
    indent: float = INDENT
    deepest: int = DEEPEST


def look_of(theme: Theme) -> Look:
    """Return the look that a theme describes."""
    values = theme.values
    sizes, colours, page = values.sizes, values.colours, values.page
    width, height = WIDTHS[page.size]

    def style(size: Size, colour: str, *, bold: bool = False, kern: bool = True) -> TextStyle:
        return TextStyle(size.size, size.leading, colour, bold=bold, kern=kern, khmer=sizes.khmer_leading)

    return Look(
        cover_title=style(sizes.cover_title, colours.accent, bold=True),
        title=style(sizes.title, colours.accent, bold=True),
        heading_1=style(sizes.heading_1, colours.accent, bold=True),
        heading_2=style(sizes.heading_2, colours.accent, bold=True),
        heading_3=style(sizes.heading_3, colours.text, bold=True),
        heading_4=style(sizes.heading_4, colours.accent, bold=True),
        body=style(sizes.body, colours.text),
        lead=style(sizes.lead, colours.quiet),
        byline=style(sizes.byline, colours.quiet),
        note=style(sizes.note, colours.quiet),
        missing=style(sizes.body, colours.missing),
        key=style(sizes.key, colours.accent, bold=True),
        value=style(sizes.value, colours.text),
        contents=style(sizes.contents, colours.text, bold=True),
        cell=style(sizes.cell, colours.text, kern=False),
        cell_head=style(sizes.cell, colours.accent, bold=True, kern=False),
        cell_total=style(sizes.cell, colours.text, bold=True, kern=False),
        chart=style(sizes.chart, colours.text),
        furniture=style(sizes.furniture, colours.quiet),
        draft=style(sizes.furniture, colours.missing, bold=True),
        lines=style(sizes.lines, colours.text, bold=True),
        colours=colours,
        paper=(width * MILLIMETRE, height * MILLIMETRE),
        margin_top=page.top * MILLIMETRE,
        margin_bottom=page.bottom * MILLIMETRE,
        margin_side=page.side * MILLIMETRE,
        landscape_side=page.landscape_side * MILLIMETRE,
    )


@dataclass(slots=True)
class Typesetters:
    """One typesetter for each style, on the faces of one document, and its images."""

    fonts: FontBook
    theme: Theme = field(default_factory=default_theme)
    images: ImageBook = field(default_factory=ImageBook)
    look: Look = field(init=False)
    _made: dict[TextStyle, Typesetter] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.look = look_of(self.theme)

    def of(self, style: TextStyle) -> Typesetter:
        """Return the typesetter of a style."""
        found = self._made.get(style)
        if found is None:
            chain = self.fonts.bold if style.bold else self.fonts.regular
            found = self._made[style] = Typesetter(style, chain, self.fonts.language)
        return found


def typesetters_for(language: str, theme: Theme | None = None) -> Typesetters:
    """Return the typesetters of a document in a language, with the look of a theme or of the program."""
    chosen = theme or default_theme()
    return Typesetters(FontBook(language, chosen.fonts), chosen)
