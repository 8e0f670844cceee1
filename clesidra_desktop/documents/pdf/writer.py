"""A document as PDF: laid out, drawn, tagged and made fit for an archive."""

from collections.abc import Sequence
from datetime import datetime

from clesidra_desktop.documents.blocks import Document
from clesidra_desktop.documents.numbering import Digits
from clesidra_desktop.documents.pdf.archive import Attachment, Claim, add_archive_entries, describe
from clesidra_desktop.documents.pdf.assembly import assemble
from clesidra_desktop.documents.pdf.canvas import open_canvas
from clesidra_desktop.documents.pdf.fonts import FontBook
from clesidra_desktop.documents.pdf.pages import PageArtist, lay_out
from clesidra_desktop.documents.pdf.style import Typesetters
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
    canvas = open_canvas(document.language, created)
    pdf = canvas._doc  # noqa: SLF001 - the library keeps it from view
    pdf.info = describe(document)
    PageArtist(canvas, document, setters, len(pages), structure if tagged else None).draw(pages, progress)
    setters.fonts.embed(pdf)
    claim = Claim() if tagged else Claim(level="B", accessible=False)
    catalog = add_archive_entries(pdf, document, created, claim, attachments)
    return assemble(canvas, catalog, structure if tagged else None)
