"""What an archive forbids (ISO 19005-3) on the pages of a PDF and nobody sees, taken away or put right.

It would be a pity to print a page as a picture because of it. Rules are named by their clauses.
"""

from collections.abc import Iterator
from typing import Any

import pikepdf

INTENTS = {"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"}
UNSEEN = ("/Metadata", "/PieceInfo", "/LastModified", "/OPI", "/HT", "/HTO", "/HTP")
"""Other descriptions (6.6.2.1), data of programs, replacements in print shops (6.2.8), their screens (6.2.5)."""

GLYPH_LISTS = ("/CIDSet", "/CharSet")
"""Lists of a font's glyphs, which may be missing but not be wrong (6.2.11.4.2)."""

LEAVES = {
    "/Parent", "/P", "/StructParent", "/StructParents", "/OC", "/W", "/W2", "/Widths", "/Differences", "/Length",
    "/BBox", "/Matrix", "/Filter", "/DecodeParms",
}  # fmt: skip
"""Entries below which nothing is to be mended, or which lead out of the page."""


class Mender:
    """Mends the pages of one PDF; what several of them share is mended once."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()

    def mend(self, page: pikepdf.Page) -> None:
        """Mend all that a page uses."""
        if isinstance(resources := page.get("/Resources"), pikepdf.Dictionary):
            self._walk(resources, resources)

    def _walk(self, top: Any, resources: Any) -> None:
        """Mend an object and all below it; `resources` are those of the content that names it."""
        waiting = [(top, resources)]
        while waiting:
            one, around = waiting.pop()
            if one.objgen != (0, 0):
                if one.objgen in self._seen:
                    continue
                self._seen.add(one.objgen)
            if not isinstance(one, pikepdf.Array):
                _mend(one, around)
                around = one.get("/Resources", around)
            waiting += ((below, around) for below in _below(one))


def _below(one: Any) -> Iterator[Any]:
    values = one if isinstance(one, pikepdf.Array) else (value for key, value in one.items() if key not in LEAVES)
    yield from (value for value in values if isinstance(value, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream))


def _mend(one: Any, resources: Any) -> None:
    for key in (*UNSEEN, *(GLYPH_LISTS if one.get("/Type") == "/FontDescriptor" else ())):
        if key in one:
            del one[key]
    match one.get("/Subtype"):
        case "/Image":
            if one.get("/Interpolate"):  # smoothing is left to the viewer (6.2.8)
                del one["/Interpolate"]
            if "/Intent" in one and one.Intent not in INTENTS:
                del one["/Intent"]
        case "/Form" if "/Resources" not in one and resources is not None:  # its own, not the page's (6.2.2)
            one.Resources = resources
    if "/RI" in one and one.RI not in INTENTS:
        del one["/RI"]
    if one.get("/TR2") == "/Default":
        del one["/TR2"]
