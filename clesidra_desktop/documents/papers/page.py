"""A page that is drawn piece by piece: text, rules and areas, with y counted downwards from its top edge, in points."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import inf

from clesidra_desktop.documents.blocks import Align
from clesidra_desktop.documents.papers.colours import HAIRLINE
from clesidra_desktop.documents.pdf.strips import baseline, fill, show, stroke
from clesidra_desktop.documents.pdf.style import A4, Typesetters
from clesidra_desktop.documents.pdf.text import Line, TextStyle, break_opportunities

STEP = 0.95
"""Text that is too large is made smaller by this factor until it fits."""

LEAST_WHOLE = 6.0
"""Below this size a word that is too long for its line is broken."""

TOLERANCE = 0.02
"""Lines are filled to the width but for the errors of adding up their words."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Text broken to a width, in the style in which it fits. Its lines are `leading` apart."""

    lines: Sequence[Line]
    style: TextStyle
    leading: float

    @property
    def height(self) -> float:
        """The height of all lines together."""
        return len(self.lines) * self.leading

    @property
    def width(self) -> float:
        """The width of the longest line."""
        return max((line.width for line in self.lines), default=0.0)


def fit(
    setters: Typesetters, text: str, style: TextStyle, width: float, height: float, *, line_from: float = inf
) -> Fitted:
    """Set text in the largest size, up to that of the style, at which all of it goes into a width and height.

    Text that goes on one line in a size of `line_from` or more is not broken to be larger.
    """
    small = style
    while small.size >= line_from:
        line = broken(setters, text, small, inf)
        if line.width <= width and line.height <= height:
            return line
        small = _smaller(small)
    while True:
        lines = broken(setters, text, style, width)
        fits = lines.width <= width + TOLERANCE and lines.height <= height
        if fits and (style.size < LEAST_WHOLE or _words_are_whole(lines, setters, text, width)):
            return lines
        style = _smaller(style)


def broken(setters: Typesetters, text: str, style: TextStyle, width: float) -> Fitted:
    """Break text to a width in the size of the style."""
    setter = setters.of(style)
    lines = setter.lines(text.strip(), width)
    return Fitted(lines, style, setter.leading(lines))


def _smaller(style: TextStyle) -> TextStyle:
    return replace(style, size=style.size * STEP, leading=style.leading * STEP)


def _words_are_whole(fitted: Fitted, setters: Typesetters, text: str, width: float) -> bool:
    if len(fitted.lines) < 2:
        return True
    setter = setters.of(fitted.style)
    return all(setter.line(word.rstrip()).width <= width for word in break_opportunities(text))


@dataclass(slots=True)
class Page:
    """A page and the operators drawn on it so far. `mark` is its entry in the outline of the document."""

    landscape: bool = False
    mark: str = ""
    operators: list[str] = field(default_factory=list)

    @property
    def width(self) -> float:
        """The width of the page."""
        return A4[1] if self.landscape else A4[0]

    @property
    def height(self) -> float:
        """The height of the page."""
        return A4[0] if self.landscape else A4[1]

    def text(self, text: Fitted, x: float, y: float, width: float = 0.0, align: Align = Align.START) -> None:
        """Show text whose first line has its top at y, aligned in a width."""
        share = {Align.START: 0.0, Align.CENTRE: 0.5, Align.END: 1.0}[align]
        size = text.style.size
        self.operators.append(f"BT {fill(text.style.colour)}")
        for index, line in enumerate(text.lines):
            left = x + (width - line.width) * share
            base = self.height - y - index * text.leading - baseline(text.leading, size)
            self.operators.append(f"1 0 0 1 {left:.2f} {base:.2f} Tm")
            self.operators.extend(show(line, size))
        self.operators.append("ET")

    def rule(self, x: float, y: float, length: float, *, colour: str = HAIRLINE, weight: float = 0.5) -> None:
        """Draw a horizontal rule."""
        self._stroke(colour, weight, f"{x:.2f} {self.height - y:.2f} {length:.2f} 0 re")

    def upright(self, x: float, y: float, length: float, *, colour: str = HAIRLINE, weight: float = 0.5) -> None:
        """Draw a vertical rule downwards."""
        self._stroke(colour, weight, f"{x:.2f} {self.height - y - length:.2f} 0 {length:.2f} re")

    def area(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle whose top left corner is given."""
        self.operators.append(f"{fill(colour)} {x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re f")

    def shape(self, operators: str, x: float, y: float) -> None:
        """Draw ready operators with the origin at a point, from where y counts upwards."""
        self.operators.append(f"q 1 0 0 1 {x:.2f} {self.height - y:.2f} cm {operators} Q")

    def _stroke(self, colour: str, weight: float, path: str) -> None:
        self.operators.append(f"{stroke(colour)} {weight} w {path} S")
