"""A document as PDF: laid out, drawn, tagged and made fit for an archive."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import BinaryIO

from clesidra_desktop.documents.annexes.model import NO_ANNEXES, Level, PreparedAnnex, PreparedAnnexes
from clesidra_desktop.documents.blocks import Document
from clesidra_desktop.documents.pdf.archive import Attachment, Claim, add_archive_entries, describe
from clesidra_desktop.documents.pdf.assembly import assemble
from clesidra_desktop.documents.pdf.canvas import open_canvas
from clesidra_desktop.documents.pdf.finishing import attachment_names, finish
from clesidra_desktop.documents.pdf.pages import PageArtist, lay_out
from clesidra_desktop.documents.pdf.style import typesetters_for
from clesidra_desktop.documents.pdf.tags import Structure
from clesidra_desktop.documents.theme import Theme
from clesidra_desktop.domain.progress import Progress, no_progress


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep Python's collector of cycles from running.

    It would look again and again through the hundreds of thousands of objects of a long list, all of which are needed
    until the end, and take a fifth of the time. What is in no cycle is freed as ever.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@_without_collector()  # around all of it: its objects are gone before the collector runs again
def save_pdf(
    document: Document,
    stream: BinaryIO,
    *,
    created: datetime,
    attachments: Sequence[Attachment] = (),
    annexes: PreparedAnnexes = NO_ANNEXES,
    tagged: bool = True,
    theme: Theme | None = None,
    progress: Progress = no_progress,
) -> tuple[int, ...]:
    """Write a document as PDF/A-3a and PDF/UA-1, or, where it is not tagged, as PDF/A-3b.

    Returns the page on which each heading stands, in printing order, as `page_numbers` does.

    The pages of `annexes` follow the sections that name them, and their original files are attached. The file claims
    no more than the annexes admit. `theme` is the look (that of the program, unless given). `created` is the moment for
    the properties of the file; the same input and moment give the same bytes. Progress is told for long tables: laying
    out their rows is the first half of the work, drawing pages the second. Raises OSError where the stream or the file
    of an annex fails.
    """

    def laid_out(rows: int, total: int) -> None:
        progress(rows, 2 * total)

    annexes = {section.annex: annexes[section.annex] for section in document.sections if section.annex in annexes}
    setters = typesetters_for(document.language, theme)
    structure = Structure()
    pages, index = lay_out(document, annexes, setters, structure, laid_out)
    canvas = open_canvas(document.language, created)
    pdf = canvas._doc  # noqa: SLF001 - the library keeps it from view
    pdf.info = describe(document)
    artist = PageArtist(canvas, document, setters, len(pages), structure if tagged else None)
    artist.draw(pages, progress)
    setters.fonts.embed(pdf)
    setters.images.embed(pdf)
    catalog = add_archive_entries(pdf, document, created, claim_of(annexes, tagged=tagged), attachments)
    written = assemble(canvas, catalog, structure if tagged else None)
    if annexes:
        names = attachment_names(annexes, (one.name for one in attachments))
        finish(written, stream, artist.forms, {names[file]: annex for file, annex in annexes.items()}, created)
    else:
        stream.write(written)
    return index.numbers()


def claim_of(annexes: Mapping[str, PreparedAnnex], *, tagged: bool = True) -> Claim:
    """Return what a file may claim with these annexes: the least that the pages of any of them admit."""
    levels = {annex.level for annex in annexes.values() if annex.pages}
    accessible = tagged and Level.B not in levels
    return Claim(level="A" if accessible else "B", accessible=accessible)


def page_numbers(
    document: Document, annexes: PreparedAnnexes = NO_ANNEXES, theme: Theme | None = None
) -> tuple[int, ...]:
    """Return the page on which each heading of a document stands in the PDF, in printing order."""
    _, index = lay_out(document, annexes, typesetters_for(document.language, theme), Structure(), no_progress)
    return index.numbers()
