"""ReportLab's canvas as all our PDFs are drawn on it."""

import calendar
import zlib
from datetime import UTC, datetime
from io import BytesIO

from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas

from clesidra_desktop.documents.pdf.style import A4

EFFORT = 5
"""How hard zlib tries: two thirds of the time of its usual 6, for files that are about 2 % larger."""


def packed(content: bytes) -> bytes:
    """Return content as the filter FlateDecode reads it."""
    return zlib.compress(content, EFFORT)


class _Packing:
    """A filter of the library's streams, packing as we do."""

    pdfname = "FlateDecode"

    def encode(self, content: str | bytes) -> bytes:
        return packed(content.encode() if isinstance(content, str) else content)


def open_canvas(language: str, created: datetime) -> Canvas:
    """Return a canvas for a document in a language; `created` is the moment for its properties."""
    canvas = _PlainCanvas(BytesIO(), pagesize=A4, invariant=1, pageCompression=0, lang=language)
    canvas._doc.defaultStreamFilters = [_Packing()]  # noqa: SLF001 - pages that the library leaves alone come to it
    canvas._doc._timeStamp = _timestamp(created)  # noqa: SLF001 - the library has no other door to the date
    canvas.showOutline()
    return canvas


class _PlainCanvas(Canvas):  # type: ignore[misc]  # the library has no types
    """A canvas whose pages do not begin by naming Helvetica, which is never used and could not be embedded."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


def _timestamp(created: datetime) -> TimeStamp:
    """Return the library's own kind of moment, for a moment that it does not choose itself."""
    moment = created.astimezone(UTC)
    stamp = TimeStamp(invariant=1)
    stamp.lt = moment.timetuple()
    stamp.t = calendar.timegm(stamp.lt)
    stamp.YMDhms = tuple(stamp.lt)[:6]
    return stamp
