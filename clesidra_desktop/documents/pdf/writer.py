"""A document as PDF: laid out, drawn, tagged and made fit for an archive."""

import calendar
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas

from clesidra_desktop.documents.blocks import Document
from clesidra_desktop.documents.numbering import Digits
from clesidra_desktop.documents.pdf.archive import Attachment, Claim, add_archive_entries, describe
from clesidra_desktop.documents.pdf.assembly import assemble
from clesidra_desktop.documents.pdf.fonts import FontBook
from clesidra_desktop.documents.pdf.pages import PageArtist, lay_out
from clesidra_desktop.documents.pdf.style import A4, Typesetters
from clesidra_desktop.documents.pdf.tags import Structure
from clesidra_desktop.domain.progress import Progress, no_progress


def write_pdf(
    document: Document,
    *,
    created: datetime,
    attachments: Sequence[Attachment] = (),
    tagged: bool = True,
    progress: Progress = no_progress,
) -> bytes:
    """Write a document as PDF/A-3a and PDF/UA-1, or, where it is not tagged, as PDF/A-3b.

    `created` is the moment for the properties of the file; the same document, moment and attachments give the same
    bytes. Progress is told for long tables: laying out their rows is the first half of the work, drawing pages the
    second.
    """

    def laid_out(rows: int, total: int) -> None:
        progress(rows, 2 * total)

    setters = Typesetters(FontBook(document.language))
    digits = Digits(document.digits)
    structure = Structure()
    pages = [page for section in document.sections for page in lay_out(section, setters, digits, structure, laid_out)]
    canvas = _PlainCanvas(BytesIO(), pagesize=A4, invariant=1, pageCompression=1, lang=document.language)
    pdf = canvas._doc  # noqa: SLF001 - the library keeps it from view
    pdf._timeStamp = _timestamp(created)  # noqa: SLF001 - the library has no other door to the date
    pdf.info = describe(document)
    canvas.showOutline()
    PageArtist(canvas, document, setters, len(pages), structure if tagged else None).draw(pages, progress)
    setters.fonts.embed(pdf)
    claim = Claim() if tagged else Claim(level="B", accessible=False)
    catalog = add_archive_entries(pdf, document, created, claim, attachments)
    return assemble(canvas, catalog, structure if tagged else None)


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
