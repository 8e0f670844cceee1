"""Paragraphs as strips: one for each line."""

from collections.abc import Iterable
from dataclasses import dataclass

from clesidra_desktop.documents.pdf.strips import LineStrip, Placed, baseline
from clesidra_desktop.documents.pdf.tags import Element
from clesidra_desktop.documents.pdf.text import Line, Typesetter

MARKER_GAP = 5.0
"""Between the number of a paragraph and its text."""

NO_LINE = Line((), 0, khmer=False)


@dataclass(frozen=True, slots=True)
class Marker:
    """A number before a paragraph, and the element that it belongs to."""

    text: str
    element: Element


def paragraph_strips(
    text: str,
    setter: Typesetter,
    width: float,
    element: Element,
    *,
    left: float = 0.0,
    hang: float = 0.0,
    marker: Marker | None = None,
) -> list[LineStrip]:
    """Set a paragraph to a width in points, from `left` on: the marker first, the text hanging behind it."""
    markers = [(setter.line(marker.text), marker.element)] if marker else []
    for line, _ in markers:
        hang = max(hang, line.width + MARKER_GAP)
    lines = setter.lines(text, width - left - hang) or (NO_LINE,)
    style = setter.style
    leading = setter.leading(lines)
    base = baseline(leading, style.size)
    strips = []
    for index, line in enumerate(lines):
        placed = [Placed(line, left + hang, base, style.size, style.colour, element)]
        if index == 0:  # what is drawn first is read first
            placed[:0] = [Placed(one, left, base, style.size, style.colour, owner) for one, owner in markers]
        # Two lines at least on either side of a page break.
        keep = len(lines) > 1 and index in (0, len(lines) - 2)
        strips.append(LineStrip(tuple(placed), leading, keep=keep))
    return strips


def aligned(align: str, spare: float) -> float:
    """Return how far from the left something stands that leaves a width spare: "left", "centre" or "right"."""
    return {"left": 0.0, "centre": spare / 2, "right": spare}[align]


def align_strips(strips: Iterable[LineStrip], width: float, align: str) -> None:
    """Move lines that stand on the left to the "centre" or the "right" of a width in points."""
    for strip in strips:
        for placed in strip.placed:
            placed.x += aligned(align, width - placed.line.width)
