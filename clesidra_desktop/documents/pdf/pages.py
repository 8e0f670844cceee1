"""Pages on ReportLab's canvas: laid out, then drawn with their header, footer and entries in the outline."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from clesidra_desktop.documents.annexes.model import PreparedAnnexes
from clesidra_desktop.documents.blocks import Document, Section
from clesidra_desktop.documents.numbering import Digits
from clesidra_desktop.documents.pdf.annex_pages import FOOT, AnnexPage, Form, annex_pages
from clesidra_desktop.documents.pdf.flow import Flow
from clesidra_desktop.documents.pdf.paginate import Placement, paginate
from clesidra_desktop.documents.pdf.references import PageIndex
from clesidra_desktop.documents.pdf.strips import LineStrip, Mark, Placed, stroke
from clesidra_desktop.documents.pdf.style import A4, HAIRLINE, Typesetters
from clesidra_desktop.documents.pdf.tags import Element, PageMarks, Structure
from clesidra_desktop.domain.progress import Progress

PROGRESS_EVERY = 20
"""Pages between two reports of progress."""

PICTURE_PART = 0.85
"""The part of the height of the text that a picture may take: its heading stands above it."""

PAGINATION = "/Artifact <</Type/Pagination>> BDC"


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is laid out but not drawn: its size, the left edge of its text, the strips on it.

    Below a page of an annex stands a line only; there are no strips.
    """

    width: float
    height: float
    side: float
    placements: Sequence[Placement] = ()
    inserted: AnnexPage | None = None


def lay_out(
    document: Document, annexes: PreparedAnnexes, setters: Typesetters, structure: Structure, progress: Progress
) -> tuple[list[Page], PageIndex]:
    """Lay all sections out, each on pages of its own with those of its annex behind them, and number the headings."""
    index = PageIndex(document)
    pages: list[Page] = []
    for section in document.sections:
        element = structure.root.add("Sect")
        pages += _own_pages(section, setters, index, element, progress)
        if annex := annexes.get(section.annex):
            for one in annex_pages(section, annex, document, element):
                pages.append(Page(one.source.width, one.source.height, one.foot, inserted=one))
    index.fill(
        (number, placement.strip.mark)
        for number, page in enumerate(pages, start=1)
        for placement in page.placements
        if placement.strip.mark
    )
    return pages, index


def _own_pages(
    section: Section, setters: Typesetters, index: PageIndex, element: Element, progress: Progress
) -> list[Page]:
    look = setters.look
    width, height = reversed(A4) if section.landscape else A4
    side = look.landscape_side if section.landscape else look.margin_side
    room = height - look.margin_top - look.margin_bottom
    strips = Flow(width - 2 * side, room * PICTURE_PART, setters, index, element, progress).strips(section.blocks)
    return [Page(width, height, side, placements) for placements in paginate(strips, room)]


class PageArtist:
    """Draws laid-out pages; knows how many there are. Without a structure the pages are not tagged."""

    def __init__(
        self, canvas: Canvas, document: Document, setters: Typesetters, count: int, structure: Structure | None
    ) -> None:
        self._canvas = canvas
        self._document = document
        self._look = setters.look
        self._furniture = setters.of(setters.look.furniture)
        self._setters = setters
        self._digits = Digits(document.digits)
        self._count = count
        self._structure = structure
        self._level = -1
        self.forms: list[Form] = []

    def draw(self, pages: Sequence[Page], progress: Progress) -> None:
        """Draw every page, its furniture and its entries in the outline."""
        for number, page in enumerate(pages, start=1):
            if number % PROGRESS_EVERY == 0:
                progress(self._count + number, 2 * self._count)
            self._canvas.setPageSize((page.width, page.height))
            marks = self._structure.turn() if self._structure else None
            operators: list[str] = []
            if page.inserted:
                self._draw_annex(operators, page.inserted, number, marks)
            top = page.height - self._look.margin_top
            for placement in page.placements:
                placement.strip.draw(operators, page.side, top - placement.offset, marks)
                if placement.strip.mark:
                    self._bookmark(f"{number}-{placement.offset:.1f}", placement.strip.mark, top - placement.offset)
            furniture = self._draw_foot(page.inserted, number) if page.inserted else self._draw_furniture(page, number)
            operators += [PAGINATION, *furniture, "EMC"] if marks else furniture
            self._canvas._code.append("\n".join(operators))  # noqa: SLF001 - ready operators go nowhere else
            self._canvas.showPage()
            self._name_images(number)

    def _draw_annex(self, operators: list[str], page: AnnexPage, number: int, marks: PageMarks | None) -> None:
        self.forms += page.draw(operators, number, self._setters, marks)
        for place, one in enumerate(page.bookmarks):
            self._bookmark(f"{number}-{place}", Mark(one.title, one.level + 1), page.source.height)

    def _name_images(self, number: int) -> None:
        """Let the resources of a page name the images on it."""
        if names := self._setters.images.turn():
            pdf = self._canvas._doc  # noqa: SLF001 - the library keeps it from view
            references = {name: pdfdoc.PDFObjectReference(name) for name in names}
            pdf.idToObject[f"Page{number}"].XObjects = pdfdoc.PDFDictionary(references)

    def _bookmark(self, key: str, mark: Mark, top: float) -> None:
        self._canvas.bookmarkHorizontalAbsolute(key, top + 4)
        self._level = min(mark.level, self._level + 1)  # the outline may not skip a level
        self._canvas.addOutlineEntry(mark.text, key, self._level, closed=self._level > 0)

    def _draw_foot(self, page: AnnexPage, number: int) -> list[str]:
        """Draw the line below a page of an annex, larger or smaller with the page."""
        scale = page.foot / FOOT
        side = self._look.landscape_side
        width = page.source.width / scale
        operators = [f"q {scale:.3f} 0 0 {scale:.3f} 0 0 cm"]
        self._draw_line(operators, page.caption, number, side, width - 2 * side, FOOT * 0.4)
        self._rule(operators, side, width - 2 * side, FOOT - 4)
        return [*operators, "Q"]

    def _draw_furniture(self, page: Page, number: int) -> list[str]:
        operators: list[str] = []
        width = page.width - 2 * page.side
        bottom = self._look.margin_bottom * 0.55
        self._draw_line(operators, self._document.footer, number, page.side, width, bottom)
        self._rule(operators, page.side, width, bottom + 13)
        if number > 1:
            head = self._furniture.clipped(self._document.running_title, width)
            y = page.height - self._look.margin_top * 0.6
            style = self._furniture.style
            LineStrip((Placed(head, 0, 0, style.size, style.colour),), 0).draw(operators, page.side, y, None)
            self._rule(operators, page.side, width, y - 6)
        return operators

    def _draw_line(
        self, operators: list[str], text: str, number: int, left: float, width: float, bottom: float
    ) -> None:
        """Draw a text on the left and the number of the page on the right of a line."""
        label = self._document.page_label.format(page=self._digits.write(number), pages=self._digits.write(self._count))
        right = self._furniture.line(label)
        line = self._furniture.clipped(text, width - right.width - 20)
        size, colour = self._furniture.style.size, self._furniture.style.colour
        placed = (Placed(line, 0, 0, size, colour), Placed(right, width - right.width, 0, size, colour))
        LineStrip(placed, 0).draw(operators, left, bottom, None)

    def _rule(self, operators: list[str], left: float, width: float, y: float) -> None:
        operators.append(f"{stroke(HAIRLINE)} .4 w {left:.2f} {y:.2f} {width:.2f} 0 re S")
