"""Pages of annexes among our own: as large as they were, a little smaller on the sheet, so that a line fits below.

A page is taken over as it is (a form XObject, whose text can still be searched), or as a picture of itself with its
words invisible upon it. For the structure of the document it is one figure.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pikepdf

from clesidra_desktop.documents.annexes.model import Bookmark, PreparedAnnex, SourcePage
from clesidra_desktop.documents.blocks import Document, Section
from clesidra_desktop.documents.numbering import Digits
from clesidra_desktop.documents.pdf.strips import marked, show
from clesidra_desktop.documents.pdf.style import A4, Typesetters
from clesidra_desktop.documents.pdf.tags import Element, PageMarks

FOOT = 30.0
"""The room for the line below a page as wide as A4, in points."""

SMALLEST, LARGEST = 0.5, 3.0
"""The line below grows and shrinks with the page, within these bounds."""

SMALLEST_TYPE = 1


@dataclass(frozen=True, slots=True)
class Form:
    """A page taken over: the number of the page that shows it, from 1, its name there, and the object."""

    page: int
    name: str
    content: Any


@dataclass(slots=True)
class AnnexPage:
    """A page of an annex: what it shows, the page of the file that it is (from 0), and its figure."""

    source: SourcePage
    annex: PreparedAnnex
    index: int
    caption: str
    element: Element
    bookmarks: tuple[Bookmark, ...]

    @property
    def scale(self) -> float:
        """How much larger the line below is than on A4."""
        return min(max(min(self.source.width, self.source.height) / A4[0], SMALLEST), LARGEST)

    @property
    def foot(self) -> float:
        """The height of the line below, in points."""
        return min(FOOT * self.scale, self.source.height / 4)

    def draw(self, operators: list[str], number: int, setters: Typesetters, marks: PageMarks | None) -> Iterator[Form]:
        """Draw the page as number `number`; yield the form that it needs, if it needs one."""
        page, foot = self.source, self.foot
        part = (page.height - foot) / page.height
        left = page.width * (1 - part) / 2
        if page.picture:
            drawn = setters.images.drawable(page.picture).operators(left, foot, page.width * part, page.height * part)
            drawn += _invisible(page, setters, f"{part:.4f} 0 0 {part:.4f} {left:.2f} {foot:.2f}")
        else:
            form, x, y = self._form()
            name = f"Fm{number}"
            yield Form(number, name, form)
            drawn = f"q {part:.4f} 0 0 {part:.4f} {left:.2f} {foot:.2f} cm 1 0 0 1 {-x:.2f} {-y:.2f} cm /{name} Do Q"
        operators.append(marked(drawn, marks, self.element))
        if marks:
            self.element.extend((left, foot, left + page.width * part, page.height))

    def _form(self) -> tuple[Any, float, float]:
        """Return the page as a form XObject, and where its lower left corner lies."""
        if self.annex.pdf is None:
            raise ValueError("an annex of pages that are no pictures has a PDF")
        form = self.annex.pdf.pages[self.index].as_form_xobject()
        left, bottom, right, top = (float(edge) for edge in form.BBox)
        a, b, c, d, e, f = (float(one) for one in form.get("/Matrix", pikepdf.Array([1, 0, 0, 1, 0, 0])))
        corners = [(x, y) for x in (left, right) for y in (bottom, top)]
        return form, min(a * x + c * y + e for x, y in corners), min(b * x + d * y + f for x, y in corners)


def annex_pages(section: Section, annex: PreparedAnnex, document: Document, element: Element) -> Iterator[AnnexPage]:
    """Yield the pages of a section's annex, each a figure below the section's element."""
    digits = Digits(document.digits)
    pages = digits.write(len(annex.pages))
    for index, page in enumerate(annex.pages):
        caption = document.annex_page.format(annex=section.name, page=digits.write(index + 1), pages=pages)
        figure = element.add("Figure", alt=f"{caption}: {page.text}" if page.text else caption)
        marks = tuple(one for one in annex.bookmarks if one.page == index)
        yield AnnexPage(page, annex, index, caption, figure, marks)


def _invisible(page: SourcePage, setters: Typesetters, matrix: str) -> str:
    """Return the words of a page that is a picture, as text that is found but not seen."""
    shown = []
    for one in page.lines:
        size = max(round(one.height * 0.8), SMALLEST_TYPE)
        setter = setters.of(replace(setters.look.body, size=size, leading=size))
        line = setter.line(" ".join(one.text.split()))
        if line.width <= 0 or one.width <= 0:
            continue
        stretch = 100 * one.width / line.width
        where = f"{stretch:.1f} Tz 1 0 0 1 {one.x:.2f} {one.y + one.height * 0.2:.2f} Tm"
        shown.append(" ".join((where, *show(line, size))))
    return f" q {matrix} cm BT 3 Tr {' '.join(shown)} ET Q" if shown else ""
