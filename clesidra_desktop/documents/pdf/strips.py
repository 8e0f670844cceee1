"""Strips: what a page is stacked from.

A strip is as wide as the text and is never divided between pages: a line of text, a row of a table, a chart. Its
drawing is a list of PDF operators, with the origin at the top left corner of the strip and y counting downwards
as negative numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

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

    def draw(self, operators: list[str], x: float, top: float) -> None:
        """Append the operators that draw the strip with its top left corner at (x, top)."""
        ...


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry of the document's outline; `level` counts from 0."""

    text: str
    level: int


@dataclass(slots=True)
class Placed:
    """A line of text and where in its strip it stands: from the left, and its baseline from the top."""

    line: Line
    x: float
    baseline: float
    size: float
    colour: str


@dataclass(slots=True)
class LineStrip:
    """Lines of text that stand side by side, such as a bullet and the first line of its text."""

    placed: tuple[Placed, ...]
    height: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    header: "Strip | None" = None
    mark: Mark | None = None
    rule: str = ""

    def draw(self, operators: list[str], x: float, top: float) -> None:
        """Draw the lines, and the shapes that go with them."""
        if self.rule:
            operators.append(f"q 1 0 0 1 {x:.2f} {top:.2f} cm {self.rule} Q")
        operators.append("BT")
        for placed in self.placed:
            operators.append(f"{fill(placed.colour)} 1 0 0 1 {x + placed.x:.2f} {top - placed.baseline:.2f} Tm")
            operators.extend(show(placed.line, placed.size))
        operators.append("ET")


@dataclass(slots=True)
class Drawing:
    """A strip that is drawn by ready operators, with lines of text upon it."""

    shapes: str
    placed: Sequence[Placed]
    height: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    header: "Strip | None" = None
    mark: Mark | None = None

    def draw(self, operators: list[str], x: float, top: float) -> None:
        """Draw the shapes first and the text upon them."""
        operators.append(f"q 1 0 0 1 {x:.2f} {top:.2f} cm {self.shapes} Q")
        LineStrip(tuple(self.placed), self.height).draw(operators, x, top)


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
