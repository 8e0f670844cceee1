"""Strips: what a page is stacked from.

A strip is as wide as the text and is never divided between pages: a line of text, a row of a table, a bar of a chart.
It is drawn as PDF operators. In a tagged PDF all of them stand in marked content: of a structure element, or of an
artifact, which a reader of the text does not need.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from clesidra_desktop.documents.pdf.tags import Element, PageMarks, Spot, text_string
from clesidra_desktop.documents.pdf.text import Line

BASELINE = 0.34
"""How far below the middle of a line its baseline lies, as a part of the type size."""


class Strip(Protocol):
    """What the paginator needs to know, and how a strip is drawn.

    `before` and `after` are the spaces to its neighbours, of which the larger one is kept and which are dropped at
    the top of a page. `keep` holds the next strip on the same page. `header` is repeated where the strip begins a
    page. `mark` is the entry for the outline of the document.
    """

    height: float
    before: float
    after: float
    keep: bool
    header: "Strip | None"
    mark: "Mark | None"

    def draw(self, operators: list[str], x: float, top: float, marks: PageMarks | None) -> None:
        """Append the operators that draw the strip with its top left corner at (x, top); tagged if there are marks."""
        ...


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry of the document's outline; `level` counts from 0.

    `heading` is the place of its heading among all headings of the document, or -1 where it is none.
    """

    text: str
    level: int
    heading: int = -1


class Target(Protocol):
    """What a strip leads to: what that is called, and where it is once the pages are laid out."""

    @property
    def text(self) -> str:
        """What is there."""
        ...

    def spot(self) -> Spot | None:
        """Return where it is, or nothing where it is not printed."""
        ...


@dataclass(slots=True)
class Placed:
    """A line of text and where in its strip it stands: from the left, and its baseline from the top.

    Text without an element is an artifact.
    """

    line: Line
    x: float
    baseline: float
    size: float
    colour: str
    element: Element | None = None


@dataclass(slots=True)
class LineStrip:
    """Lines of text that stand side by side, such as a bullet and the first line of its text.

    `shape` are operators that draw something with it, with the origin in the top left corner. The shape of an
    element is read as `shape_text`; without an element it is an artifact. A strip that leads somewhere has a `link`:
    the element of the link, its left and right edges in the strip, and the target.
    """

    placed: tuple[Placed, ...]
    height: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    header: "Strip | None" = None
    mark: Mark | None = None
    shape: str = ""
    shape_element: Element | None = None
    shape_text: str = ""
    link: tuple[Element, float, float, Target] | None = None

    def draw(self, operators: list[str], x: float, top: float, marks: PageMarks | None) -> None:
        """Draw the shape first and the lines upon it."""
        if self.shape:
            drawn = f"q 1 0 0 1 {x:.2f} {top:.2f} cm {self.shape} Q"
            operators.append(marked(drawn, marks, self.shape_element, self.shape_text))
        if self.placed:
            operators.append("BT")
            for placed in self.placed:
                where = f"{fill(placed.colour)} 1 0 0 1 {x + placed.x:.2f} {top - placed.baseline:.2f} Tm"
                shown = " ".join((where, *show(placed.line, placed.size)))
                operators.append(marked(shown, marks, placed.element))
            operators.append("ET")
        if self.link and marks:
            element, left, right, target = self.link
            if spot := target.spot():
                marks.link(element, (x + left, top - self.height, x + right, top), spot, target.text)


@dataclass(slots=True)
class Drawing:
    """A strip of a figure: shapes with lines of text upon them, which all belong to the figure's element."""

    shapes: str
    placed: Sequence[Placed]
    width: float
    height: float
    element: Element
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    header: "Strip | None" = None
    mark: Mark | None = None

    def draw(self, operators: list[str], x: float, top: float, marks: PageMarks | None) -> None:
        """Draw the shapes first and the text upon them."""
        drawn = [f"q 1 0 0 1 {x:.2f} {top:.2f} cm {self.shapes} Q"]
        LineStrip(tuple(self.placed), self.height).draw(drawn, x, top, None)
        operators.append(marked(" ".join(drawn), marks, self.element))
        if marks:
            self.element.extend((x, top - self.height, x + self.width, top))


ARTIFACT = "/Artifact BMC"


def marked(operators: str, marks: PageMarks | None, element: Element | None, text: str = "") -> str:
    """Wrap operators into marked content, to be read as `text` if that is given."""
    if marks is None or not operators:
        return operators
    properties = f"/ActualText {text_string(text)}" if text else ""
    return f"{marks.begin(element, properties) if element else ARTIFACT} {operators} EMC"


def show(line: Line, size: float) -> Iterable[str]:
    """Return the operators that show a line at the current text position."""
    for name, text in line.runs:
        yield f"/{name} {size:g} Tf {text}"


def baseline(leading: float, size: float) -> float:
    """Return how far below the top of a line its baseline lies."""
    return leading / 2 + size * BASELINE


def fill(colour: str) -> str:
    """Return the operator that fills with a colour such as #1f4e4a."""
    return f"{_components(colour)} rg"


def stroke(colour: str) -> str:
    """Return the operator that draws lines in a colour such as #1f4e4a."""
    return f"{_components(colour)} RG"


def _components(colour: str) -> str:
    return " ".join(f"{int(colour[start : start + 2], 16) / 255:.3g}" for start in (1, 3, 5))
