"""Strips to pages.

A unit is a run of strips that hold one another: a heading with the first two lines of what follows, the header of a
table with its first row. A unit goes onto the next page whole; only one that is taller than a page is divided.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clesidra_desktop.documents.pdf.strips import Strip


@dataclass(frozen=True, slots=True)
class Placement:
    """A strip and how far below the top of the page's text it stands."""

    strip: Strip
    offset: float


def paginate(strips: Sequence[Strip], height: float) -> list[list[Placement]]:
    """Stack strips on pages of a height in points. No strips make one empty page."""
    stack = _Stack(height)
    for unit in _units(strips):
        if not stack.is_new and not stack.fits(unit):
            stack.turn()
        for index, strip in enumerate(unit):
            if not stack.is_new and not stack.fits(unit[index : index + 1]):
                stack.turn()
            stack.place(strip)
    return stack.pages


def _units(strips: Sequence[Strip]) -> Iterator[Sequence[Strip]]:
    start = 0
    for index, strip in enumerate(strips):
        if not strip.keep or index == len(strips) - 1:
            yield strips[start : index + 1]
            start = index + 1


class _Stack:
    """The page that is being filled, below those that are."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._used = 0.0
        self._last: Strip | None = None
        self.pages: list[list[Placement]] = [[]]

    @property
    def is_new(self) -> bool:
        return self._last is None

    def fits(self, unit: Sequence[Strip]) -> bool:
        used, last = self._used, self._last
        for strip in unit:
            used += _gap(last, strip) + strip.height
            last = strip
        return used <= self._height + 0.01

    def turn(self) -> None:
        self.pages.append([])
        self._used, self._last = 0.0, None

    def place(self, strip: Strip) -> None:
        if self.is_new and strip.header is not None:
            self._put(strip.header)
        self._put(strip)

    def _put(self, strip: Strip) -> None:
        self._used += _gap(self._last, strip)
        self.pages[-1].append(Placement(strip, self._used))
        self._used += strip.height
        self._last = strip


def _gap(last: Strip | None, strip: Strip) -> float:
    """Return the space between two strips; there is none at the top of a page."""
    return max(last.after, strip.before) if last else 0.0
