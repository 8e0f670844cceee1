"""The PDF itself: pages on ReportLab's canvas, with their header, footer and the outline of the document."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas

from clesidra_desktop.documents.blocks import Document, Section
from clesidra_desktop.documents.numbering import Digits
from clesidra_desktop.documents.pdf.flow import Flow
from clesidra_desktop.documents.pdf.fonts import FontBook
from clesidra_desktop.documents.pdf.paginate import Placement, paginate
from clesidra_desktop.documents.pdf.strips import LineStrip, Placed, stroke
from clesidra_desktop.documents.pdf.style import A4, HAIRLINE, Typesetters
from clesidra_desktop.domain.progress import Progress, no_progress

PRODUCER = "Clesidra Desktop with ReportLab"

PROGRESS_EVERY = 20
"""Pages between two reports of progress."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that is laid out but not drawn: its size, the left edge of its text, the strips on it."""

    width: float
    height: float
    side: float
    placements: Sequence[Placement]


def write_pdf(document: Document, *, created: datetime, progress: Progress = no_progress) -> bytes:
    """Write a document as PDF.

    `created` is the moment for the properties of the file; the same document and moment give the same bytes.
    Progress is told for long tables: laying out their rows is the first half of the work, drawing pages the second.
    """

    def laid_out(rows: int, total: int) -> None:
        progress(rows, 2 * total)

    setters = Typesetters(FontBook())
    digits = Digits(document.digits)
    pages = [page for section in document.sections for page in _lay_out(section, setters, digits, laid_out)]
    buffer = BytesIO()
    canvas = _PlainCanvas(buffer, pagesize=A4, invariant=1, pageCompression=1, lang=document.language)
    canvas._doc._timeStamp = _timestamp(created)  # noqa: SLF001 - the library has no other door to the date
    _describe(canvas, document)
    _Drawing(canvas, document, setters, digits, len(pages)).draw(pages, progress)
    setters.fonts.embed(canvas._doc)  # noqa: SLF001 - fonts are the library's own business otherwise
    # ASCII85 would be encoded in Python and make the file a fifth larger.
    a85, rl_config.useA85 = rl_config.useA85, 0
    try:
        canvas.save()
    finally:
        rl_config.useA85 = a85
    return buffer.getvalue()


def _lay_out(section: Section, setters: Typesetters, digits: Digits, progress: Progress) -> list[_Page]:
    look = setters.look
    width, height = reversed(A4) if section.landscape else A4
    side = look.landscape_side if section.landscape else look.margin_side
    strips = Flow(width - 2 * side, setters, digits, progress).strips(section.blocks)
    stacked = paginate(strips, height - look.margin_top - look.margin_bottom)
    return [_Page(width, height, side, placements) for placements in stacked]


class _PlainCanvas(Canvas):  # type: ignore[misc]  # the library has no types
    """A canvas whose pages do not begin by naming Helvetica, which is never used and could not be embedded."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


class _Drawing:
    """Draws laid-out pages; knows how many there are."""

    def __init__(self, canvas: Canvas, document: Document, setters: Typesetters, digits: Digits, count: int) -> None:
        self._canvas = canvas
        self._document = document
        self._look = setters.look
        self._furniture = setters.of(setters.look.furniture)
        self._digits = digits
        self._count = count
        self._level = -1

    def draw(self, pages: Sequence[_Page], progress: Progress) -> None:
        """Draw every page, its furniture and its entries in the outline."""
        for number, page in enumerate(pages, start=1):
            if number % PROGRESS_EVERY == 0:
                progress(self._count + number, 2 * self._count)
            self._canvas.setPageSize((page.width, page.height))
            operators: list[str] = []
            top = page.height - self._look.margin_top
            for placement in page.placements:
                placement.strip.draw(operators, page.side, top - placement.offset)
                self._bookmark(number, placement, top)
            self._draw_furniture(operators, page, number)
            self._canvas._code.append("\n".join(operators))  # noqa: SLF001 - ready operators go nowhere else
            self._canvas.showPage()

    def _bookmark(self, number: int, placement: Placement, top: float) -> None:
        mark = placement.strip.mark
        if mark is None:
            return
        key = f"{number}-{placement.offset:.1f}"
        self._canvas.bookmarkHorizontalAbsolute(key, top - placement.offset + 4)
        self._level = min(mark.level, self._level + 1)  # the outline may not skip a level
        self._canvas.addOutlineEntry(mark.text, key, self._level, closed=self._level > 0)

    def _draw_furniture(self, operators: list[str], page: _Page, number: int) -> None:
        width = page.width - 2 * page.side
        label = self._document.page_label.format(page=self._digits.write(number), pages=self._digits.write(self._count))
        right = self._furniture.line(label)
        left = self._furniture.clipped(self._document.footer, width - right.width - 20)
        bottom = self._look.margin_bottom * 0.55
        size, colour = self._furniture.style.size, self._furniture.style.colour
        placed = [Placed(left, 0, 0, size, colour), Placed(right, width - right.width, 0, size, colour)]
        LineStrip(tuple(placed), 0).draw(operators, page.side, bottom)
        self._rule(operators, page, bottom + 13)
        if number > 1:
            head = self._furniture.clipped(self._document.running_title, width)
            y = page.height - self._look.margin_top * 0.6
            LineStrip((Placed(head, 0, 0, size, colour),), 0).draw(operators, page.side, y)
            self._rule(operators, page, y - 6)

    def _rule(self, operators: list[str], page: _Page, y: float) -> None:
        operators.append(f"{stroke(HAIRLINE)} .4 w {page.side:.2f} {y:.2f} {page.width - 2 * page.side:.2f} 0 re S")


def _describe(canvas: Canvas, document: Document) -> None:
    canvas.setTitle(document.title)
    canvas.setAuthor(", ".join(document.authors))
    canvas.setSubject(document.subject)
    canvas.setKeywords(", ".join(document.keywords))
    canvas.setCreator("Clesidra Desktop")
    canvas.setProducer(PRODUCER)
    canvas.showOutline()


def _timestamp(created: datetime) -> TimeStamp:
    """Return the library's own kind of moment, for a moment that it does not choose itself."""
    moment = created.astimezone(UTC)
    stamp = TimeStamp(invariant=1)
    stamp.lt = moment.timetuple()
    stamp.t = calendar.timegm(stamp.lt)
    stamp.YMDhms = tuple(stamp.lt)[:6]
    return stamp
