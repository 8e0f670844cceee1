"""The PDF of an annex, made ready: each page as a person sees it, or as a picture of itself."""

import logging
import warnings
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2 as pdfium

from clesidra_desktop.documents.annexes.faults import Fault, Inspector
from clesidra_desktop.documents.annexes.kinds import PDF
from clesidra_desktop.documents.annexes.marks import neutralize
from clesidra_desktop.documents.annexes.mending import Mender
from clesidra_desktop.documents.annexes.model import Bookmark, Level, PreparedAnnex, Remark, SourcePage
from clesidra_desktop.documents.annexes.raster import lines_of, render_page, text_of
from clesidra_desktop.documents.pdfium_turn import PDFIUM
from clesidra_desktop.domain.progress import Progress, no_progress

logging.getLogger("pikepdf").setLevel(logging.CRITICAL)  # what it says of damaged files, our remarks say to people

WHY: Mapping[Fault, str] = {
    Fault.FONTS: "{file} ({pages}): printed as a picture, because fonts are missing in the file. Save it as PDF/A, or"
    " with all fonts embedded, for sharper pages.",
    Fault.COLOURS: "{file} ({pages}): printed as a picture, because of colours that only a printer has (CMYK). Save it"
    " with RGB colours for sharper pages.",
    Fault.LAYERS: "{file} ({pages}): printed as a picture, because parts can be shown or hidden. Save it without layers"
    " for sharper pages.",
    Fault.FEATURES: "{file} ({pages}): printed as a picture, because an archive does not take what is on it. Save it"
    " as PDF/A for sharper pages.",
    Fault.LETTERS: "{file} ({pages}): some letters cannot be read out, so the minutes claim PDF/A-3b, not PDF/A-3a"
    " with PDF/UA-1. Export it as PDF/A-2a to claim more.",
}
BROKEN = "{file} is damaged and could not be shown as pages; it is attached. Export it as PDF again."
PASSWORD = "{file} asks for a password and could not be shown as pages; it is attached. Save it without one."  # noqa: S105
DYNAMIC = "{file} is a form that only one program can show; it is attached. Print it to a PDF and use that."
NO_PAGES = "{file} has no pages; it is attached. Export it as PDF again."
DROPPED = ("/TrimBox", "/ArtBox", "/BleedBox", "/StructParents", "/Metadata", "/PieceInfo", "/Thumb", "/AA", "/Annots")
READ = pikepdf.AccessMode.stream
"""A file of a hundred megabytes is read where it is needed, and not held in memory."""

DEEPEST_BOOKMARK = 1
DAMAGE = (pikepdf.PikepdfError, pdfium.PdfiumError, LookupError, AttributeError, TypeError, ValueError)
"""What the libraries raise for a damaged file: its objects may be missing, or others than they should be."""


def prepare_pdf(path: Path, progress: Progress = no_progress) -> PreparedAnnex:
    """Make a PDF ready. A file that cannot be shown has a remark that says why; nothing is raised for it.

    Whoever calls closes the `pdf` of what is returned. Progress is told in pages.
    """
    with PDFIUM, warnings.catch_warnings(action="ignore", category=UserWarning), ExitStack() as stack:  # of damage
        try:
            pdf = stack.enter_context(pikepdf.open(path, suppress_warnings=True, access_mode=READ))
            shown = stack.enter_context(pdfium.PdfDocument(path))
            if _is_dynamic(pdf):
                return _unshown(path, "annex-dynamic-form", DYNAMIC)
            if not len(pdf.pages):
                return _unshown(path, "annex-no-pages", NO_PAGES)
            prepared = _prepare(path, pdf, shown, progress)
        except pikepdf.PasswordError:
            return _unshown(path, "annex-password", PASSWORD)
        except DAMAGE:
            return _unshown(path, "annex-broken", BROKEN)
        shown.close()
        stack.pop_all()
        return prepared


def _is_dynamic(pdf: pikepdf.Pdf) -> bool:
    """Whether the pages are made by the program that opens the file: it says so, or has a form without any field."""
    form = _entries(pdf.Root.get("/AcroForm"))
    return bool(pdf.Root.get("/NeedsRendering")) or ("/XFA" in form and not len(form.get("/Fields", ())))


def _unshown(path: Path, code: str, template: str) -> PreparedAnnex:
    remark = Remark(code, template, {"file": path.name}, unshown=True)
    return PreparedAnnex(path=path, media_type=PDF, remarks=(remark,))


def _prepare(path: Path, pdf: pikepdf.Pdf, shown: pdfium.PdfDocument, progress: Progress) -> PreparedAnnex:
    bookmarks = _readable_bookmarks(pdf)
    is_form = "/AcroForm" in pdf.Root
    if is_form:
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("print")
    if is_form:  # what was filled in is text of the page now, where it can be read
        for page in pdf.pages:
            if "/Annots" in page:
                del page["/Annots"]
        pdf.save(flat := BytesIO())
        with pdfium.PdfDocument(flat) as filled:
            return _prepare_pages(path, pdf, filled, bookmarks, progress)
    return _prepare_pages(path, pdf, shown, bookmarks, progress)


def _prepare_pages(
    path: Path,
    pdf: pikepdf.Pdf,
    shown: pdfium.PdfDocument,
    bookmarks: tuple[Bookmark, ...],
    progress: Progress,
) -> PreparedAnnex:
    common = {Fault.LAYERS} if _hides_layers(pdf) else set()
    found: defaultdict[Fault, list[int]] = defaultdict(list)
    inspector, mender = Inspector(), Mender()
    pages = []
    for number, page in enumerate(pdf.pages):
        mender.mend(page)
        faults = inspector.faults(page) | common
        made, known = _page(page, shown, number, picture=bool(faults - {Fault.LETTERS}))
        if made.picture:
            faults -= {Fault.LETTERS}
        elif not known:
            faults |= {Fault.LETTERS}
        for fault in faults:
            found[fault].append(number)
        pages.append(made)
        progress(number + 1, len(pdf.pages))
    return PreparedAnnex(
        path=path,
        media_type=PDF,
        pages=tuple(pages),
        pdf=pdf,
        printable=path,
        bookmarks=bookmarks,
        level=Level.B if Fault.LETTERS in found else Level.A,
        remarks=tuple(_remark(path, fault, found[fault]) for fault in Fault if fault in found),
    )


def _page(page: pikepdf.Page, shown: pdfium.PdfDocument, number: int, *, picture: bool) -> tuple[SourcePage, bool]:
    """Return a page made ready, and whether all letters on it are known."""
    resources = _entries(page.get("/Resources"))
    forms = any(one.get("/Subtype") == "/Form" for one in _entries(resources.get("/XObject")).values())
    size = _size(page)
    if not picture and "/Font" not in resources and not forms:  # nothing on it but pictures and lines
        _trim(page)
        return SourcePage(*size), True
    seen = shown[number]
    try:
        text, known = text_of(seen)
        if picture:
            return SourcePage(*size, text, render_page(seen), lines_of(seen)), known
    finally:
        seen.close()
    _trim(page)
    return SourcePage(*size, text), known


def _remark(path: Path, fault: Fault, pages: list[int]) -> Remark:
    values = {"file": path.name, "pages": _listed([number + 1 for number in pages])}
    return Remark("annex-level" if fault is Fault.LETTERS else "annex-pictures", WHY[fault], values)


def _entries(one: Any) -> Mapping[str, Any]:
    return {str(key): value for key, value in one.items()} if isinstance(one, pikepdf.Dictionary) else {}


def _listed(numbers: list[int]) -> str:
    """Return pages as words: page 3, or pages 1–2, 5."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    parts = ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in ranges)
    return f"page {parts}" if len(numbers) == 1 else f"pages {parts}"


def _hides_layers(pdf: pikepdf.Pdf) -> bool:
    settings = _entries(_entries(pdf.Root.get("/OCProperties")).get("/D"))
    return settings.get("/BaseState") == "/OFF" or len(settings.get("/OFF", ())) > 0


def _trim(page: pikepdf.Page) -> None:
    """Leave of a page what is seen of it."""
    box = _visible(page)
    page.obj.CropBox = pikepdf.Array(box)
    for key in DROPPED:
        if key in page:
            del page[key]
    neutralize(page)


def _visible(page: pikepdf.Page) -> list[Any]:
    media, crop = ([float(edge) for edge in box] for box in (page.mediabox, page.cropbox))
    media, crop = (
        [min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3])] for box in (media, crop)
    )
    both = [max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])]
    return both if both[2] > both[0] and both[3] > both[1] else media


def _size(page: pikepdf.Page) -> tuple[float, float]:
    """Return the width and height of a page as it is seen, in its own units; other ones than points are not kept."""
    left, bottom, right, top = _visible(page)
    size = right - left, top - bottom
    turned = int(page.get("/Rotate", 0)) % 180 == 90
    return (size[1], size[0]) if turned else size


def _readable_bookmarks(pdf: pikepdf.Pdf) -> tuple[Bookmark, ...]:
    """Return the bookmarks of a file; where its outline is damaged, its pages are shown without."""
    try:
        return tuple(_bookmarks(pdf))
    except DAMAGE:
        return ()


def _bookmarks(pdf: pikepdf.Pdf) -> Iterator[Bookmark]:
    """Yield the upper entries of a file's outline that lead to a page of it."""
    places = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    with pdf.open_outline() as outline:
        entries = [(item, 0) for item in reversed(outline.root)]
        while entries:
            item, level = entries.pop()
            number = _target(item, places)
            title = " ".join(str(item.title).split())
            if number is not None and title:
                yield Bookmark(title, level, number)
            if level < DEEPEST_BOOKMARK:
                entries += [(child, level + 1) for child in reversed(item.children)]


def _target(item: pikepdf.OutlineItem, places: Mapping[tuple[int, int], int]) -> int | None:
    """Return the page to which an entry leads, where it leads to one directly."""
    destination: Any = item.destination
    if destination is None and item.action is not None:
        destination = item.action.get(pikepdf.Name("/D"))
    if isinstance(destination, pikepdf.Array) and len(destination):
        first: Any = destination[0]
        return places.get(first.objgen) if isinstance(first, pikepdf.Dictionary) else None
    return None
