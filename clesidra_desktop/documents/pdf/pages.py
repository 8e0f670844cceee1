"""Pages on ReportLab's canvas: laid out, then drawn with their header, footer and entries in the outline."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from clesidra_desktop.documents.annexes.model import PreparedAnnexes
from clesidra_desktop.documents.blocks import Document, Section
from clesidra_desktop.documents.pdf.annex_pages import AnnexPage, Form, annex_pages
from clesidra_desktop.documents.pdf.first_page import cover_blocks, lay_cover, top_strips
from clesidra_desktop.documents.pdf.flow import Flow
from clesidra_desktop.documents.pdf.furniture import Furniture
from clesidra_desktop.documents.pdf.paginate import Placement, paginate
from clesidra_desktop.documents.pdf.references import PageIndex
from clesidra_desktop.documents.pdf.strips import Mark
from clesidra_desktop.documents.pdf.style import Typesetters
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
        ((number, page.height - setters.look.margin_top - placement.offset), placement.strip.mark)
        for number, page in enumerate(pages, start=1)
        for placement in page.placements
        if placement.strip.mark
    )
    return pages, index


def _own_pages(
    section: Section, setters: Typesetters, index: PageIndex, element: Element, progress: Progress
) -> list[Page]:
    look = setters.look
    width, height = reversed(look.paper) if section.landscape else look.paper
    side = look.landscape_side if section.landscape else look.margin_side
    room = height - look.margin_top - look.margin_bottom
    inner = width - 2 * side
    first = section is index.document.sections[0]
    top = top_strips(index.document, inner, setters, element) if first else []
    flow = Flow(inner, room * PICTURE_PART, setters, index, element, progress)
    stacks: list[list[Placement]] = []
    if first and (count := cover_blocks(section.blocks, setters)):
        covering = flow.strips(section.blocks[:count])
        stacks = lay_cover(index.document, top, covering, (inner, room), setters, element)
        strips = flow.strips(section.blocks[count:])
    else:
        strips = [*top, *flow.strips(section.blocks)]
    if strips or not stacks:
        stacks += paginate(strips, room)
    return [Page(width, height, side, placements) for placements in stacks]


class PageArtist:
    """Draws laid-out pages; knows how many there are. Without a structure the pages are not tagged."""

    def __init__(
        self, canvas: Canvas, document: Document, setters: Typesetters, count: int, structure: Structure | None
    ) -> None:
        self._canvas = canvas
        self._look = setters.look
        self._furniture = Furniture(document, setters, count)
        self._setters = setters
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
            if page.inserted:
                furniture = self._furniture.foot(page.inserted, number)
            else:
                furniture = self._furniture.around(number, page.width, page.height, page.side)
            operators += [PAGINATION, *furniture, "EMC"] if marks and furniture else furniture
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
