"""Pages on ReportLab's canvas: laid out, then drawn with their header, footer and entries in the outline."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from clesidra_desktop.documents.blocks import Document, Section
from clesidra_desktop.documents.numbering import Digits
from clesidra_desktop.documents.pdf.flow import Flow
from clesidra_desktop.documents.pdf.paginate import Placement, paginate
from clesidra_desktop.documents.pdf.strips import LineStrip, Placed, stroke
from clesidra_desktop.documents.pdf.style import A4, HAIRLINE, Typesetters
from clesidra_desktop.documents.pdf.tags import Structure
from clesidra_desktop.domain.progress import Progress

PROGRESS_EVERY = 20
"""Pages between two reports of progress."""

PAGINATION = "/Artifact <</Type/Pagination>> BDC"


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is laid out but not drawn: its size, the left edge of its text, the strips on it."""

    width: float
    height: float
    side: float
    placements: Sequence[Placement]


def lay_out(
    section: Section, setters: Typesetters, digits: Digits, structure: Structure, progress: Progress
) -> list[Page]:
    """Lay a section out on pages of its own."""
    look = setters.look
    width, height = reversed(A4) if section.landscape else A4
    side = look.landscape_side if section.landscape else look.margin_side
    element = structure.root.add("Sect")
    strips = Flow(width - 2 * side, setters, digits, element, progress).strips(section.blocks)
    stacked = paginate(strips, height - look.margin_top - look.margin_bottom)
    return [Page(width, height, side, placements) for placements in stacked]


class PageArtist:
    """Draws laid-out pages; knows how many there are. Without a structure the pages are not tagged."""

    def __init__(
        self, canvas: Canvas, document: Document, setters: Typesetters, count: int, structure: Structure | None
    ) -> None:
        self._canvas = canvas
        self._document = document
        self._look = setters.look
        self._furniture = setters.of(setters.look.furniture)
        self._digits = Digits(document.digits)
        self._count = count
        self._structure = structure
        self._level = -1

    def draw(self, pages: Sequence[Page], progress: Progress) -> None:
        """Draw every page, its furniture and its entries in the outline."""
        for number, page in enumerate(pages, start=1):
            if number % PROGRESS_EVERY == 0:
                progress(self._count + number, 2 * self._count)
            self._canvas.setPageSize((page.width, page.height))
            marks = self._structure.turn() if self._structure else None
            operators: list[str] = []
            top = page.height - self._look.margin_top
            for placement in page.placements:
                placement.strip.draw(operators, page.side, top - placement.offset, marks)
                self._bookmark(number, placement, top)
            furniture = self._draw_furniture(page, number)
            operators += [PAGINATION, *furniture, "EMC"] if marks else furniture
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

    def _draw_furniture(self, page: Page, number: int) -> list[str]:
        operators: list[str] = []
        width = page.width - 2 * page.side
        label = self._document.page_label.format(page=self._digits.write(number), pages=self._digits.write(self._count))
        right = self._furniture.line(label)
        left = self._furniture.clipped(self._document.footer, width - right.width - 20)
        bottom = self._look.margin_bottom * 0.55
        size, colour = self._furniture.style.size, self._furniture.style.colour
        placed = (Placed(left, 0, 0, size, colour), Placed(right, width - right.width, 0, size, colour))
        LineStrip(placed, 0).draw(operators, page.side, bottom, None)
        self._rule(operators, page, bottom + 13)
        if number > 1:
            head = self._furniture.clipped(self._document.running_title, width)
            y = page.height - self._look.margin_top * 0.6
            LineStrip((Placed(head, 0, 0, size, colour),), 0).draw(operators, page.side, y, None)
            self._rule(operators, page, y - 6)
        return operators

    def _rule(self, operators: list[str], page: Page, y: float) -> None:
        operators.append(f"{stroke(HAIRLINE)} .4 w {page.side:.2f} {y:.2f} {page.width - 2 * page.side:.2f} 0 re S")
