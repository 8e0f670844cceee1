"""Pages of a PDF as pictures of themselves, and the words on them."""

from collections.abc import Iterator, Sequence
from itertools import repeat
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from clesidra_desktop.documents.annexes.images import as_jpeg
from clesidra_desktop.documents.annexes.model import TextLine
from clesidra_desktop.documents.blocks import Image
from clesidra_desktop.documents.pdfium_turn import PDFIUM
from clesidra_desktop.domain.progress import Progress, no_progress

DPI = 150
QUALITY = 85
MOST_PIXELS = 4000
"""On the longer side; a page as large as a wall need not be that sharp."""

UNKNOWN_LETTERS = frozenset({0, 0xFFFE})
"""What PDFium says of a sign whose letter the file does not know."""

LONGEST_TEXT = 300
"""Characters of a page's text that say what is on it."""


def render_page(page: pdfium.PdfPage, dpi: int = DPI) -> Image:
    """Return a page as it is seen, upright and cropped, as a JPEG."""
    width, height = page.get_size()
    scale = min(dpi / 72, MOST_PIXELS / max(width, height))
    bitmap = page.render(scale=scale, may_draw_forms=True)
    try:
        return as_jpeg(bitmap.to_pil().convert("RGB"), QUALITY)
    finally:
        bitmap.close()


def lines_of(page: pdfium.PdfPage) -> tuple[TextLine, ...]:
    """Return the lines of text on a page with their places on the upright, cropped page."""
    text = page.get_textpage()
    try:
        lines = []
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            words = " ".join(text.get_text_bounded(left, bottom, right, top).split())
            if words:
                x, y, width, height = _upright(page, (left, bottom, right, top))
                lines.append(TextLine(words, x, y, width, height))
        return tuple(lines)
    finally:
        text.close()


def _upright(page: pdfium.PdfPage, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """Return left, bottom, width and height of a box of the page's own space on the page as it is seen."""
    left, bottom, right, top = page.get_cropbox()
    x0, y0, x1, y1 = box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom
    width, height = right - left, top - bottom
    match page.get_rotation():
        case 90:
            x0, y0, x1, y1 = y0, width - x1, y1, width - x0
        case 180:
            x0, y0, x1, y1 = width - x1, height - y1, width - x0, height - y0
        case 270:
            x0, y0, x1, y1 = height - y1, x0, height - y0, x1
    return x0, y0, x1 - x0, y1 - y0


def text_of(page: pdfium.PdfPage) -> tuple[str, bool]:
    """Return the beginning of a page's text, and whether every character on it is known by its letter."""
    text = page.get_textpage()
    try:
        count = text.count_chars()
        words = " ".join(text.get_text_range(0, min(count, 2 * LONGEST_TEXT)).split()) if count > 0 else ""
        # Asked of every letter of hundreds of pages: `map` spares the interpreter a step for each.
        handles = repeat(text.raw)
        known = 1 not in map(raw.FPDFText_HasUnicodeMapError, handles, range(count))
        known = known and UNKNOWN_LETTERS.isdisjoint(map(raw.FPDFText_GetUnicode, handles, range(count)))
        return words.replace("\x00", "")[:LONGEST_TEXT], known
    finally:
        text.close()


def _image(opened: pdfium.PdfDocument, number: int, dpi: int) -> Image:
    with PDFIUM:
        page = opened[number]
        try:
            return render_page(page, dpi)
        finally:
            page.close()


def page_images(path: Path, pages: Sequence[int], dpi: int = DPI, progress: Progress = no_progress) -> Iterator[Image]:
    """Yield pages of a PDF (numbers from 0) as pictures, one after the other."""
    with PDFIUM:
        opened = pdfium.PdfDocument(path)
        opened.init_forms()
    try:
        for done, number in enumerate(pages, start=1):
            yield _image(opened, number, dpi)
            progress(done, len(pages))
    finally:
        with PDFIUM:
            opened.close()
