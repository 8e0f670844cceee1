"""Drawn pages to the bytes of a PDF, and what all papers have in common."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from clesidra_desktop.documents.blocks import Align
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.papers.colours import QUIET
from clesidra_desktop.documents.papers.page import Page, broken, fit
from clesidra_desktop.documents.pdf.archive import information
from clesidra_desktop.documents.pdf.assembly import assemble
from clesidra_desktop.documents.pdf.canvas import open_canvas
from clesidra_desktop.documents.pdf.fonts import FontBook
from clesidra_desktop.documents.pdf.style import MILLIMETRE, Typesetters
from clesidra_desktop.documents.pdf.text import TextStyle
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.progress import Progress
from clesidra_desktop.domain.rapporteurs import rapporteurs
from clesidra_desktop.domain.workshop import Attendant, Group, Workshop

FOOTER = TextStyle(8, 11, QUIET)
FOOTER_TOP = 11 * MILLIMETRE
"""From the bottom edge of the page to the top of the footer."""

FOOTER_PART = 0.8
"""The part of the width that the left side of the footer may take."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a paper is made of: a workshop, the words of a language, the type of one document."""

    workshop: Workshop
    labels: Labels
    setters: Typesetters

    @property
    def title(self) -> str:
        """The title of the workshop."""
        return self.workshop.title.strip() or self.labels("not_recorded")

    @property
    def location(self) -> str:
        """The venue and the place."""
        return self.labels.join((self.workshop.venue, self.workshop.place))

    def names(self, attendant: Attendant) -> tuple[str, str]:
        """Return the names of an attendant, the one in the script of the paper first; the second may be empty."""
        latin, khmer = attendant.name.strip(), attendant.name_km.strip()
        first, second = (khmer, latin) if self.labels.language is Language.KHMER else (latin, khmer)
        return (first, second) if first else (second, "")

    def rapporteur(self, group: Group | None) -> str:
        """Return the name of the rapporteur of a group, who may be noted by the id of an attendant."""
        one = rapporteurs(self.workshop)[group.sector] if group else ""
        return one if isinstance(one, str) else self.names(one)[0]

    def foot(self, page: Page, side: float, number: int, count: int) -> None:
        """Write at the bottom of a page which workshop it belongs to, and which page of how many it is."""
        width = page.width - 2 * side
        y = page.height - FOOTER_TOP
        left = self.labels.dotted((self.title, self.location))
        page.text(fit(self.setters, left, FOOTER, width * FOOTER_PART, FOOTER.leading * 1.3), side, y)
        label = self.labels("page_label", page=number, pages=count)
        page.text(broken(self.setters, label, FOOTER, width), side, y, width, Align.END)


def job_for(workshop: Workshop, labels: Labels) -> Job:
    """Return the job of one paper."""
    return Job(workshop, labels, Typesetters(FontBook(labels.language)))


def write_pages(
    job: Job, kind: str, pages: Iterable[Page], count: int, *, created: datetime, progress: Progress
) -> bytes:
    """Write pages as PDF. `kind` is what the paper is called, `count` how many pages there will be.

    The same pages and moment give the same bytes. Progress is told in pages.
    """
    canvas = open_canvas(job.labels.language, created)
    pdf = canvas._doc  # noqa: SLF001 - the library keeps it from view
    programme = job.workshop.programme
    pdf.info = information(job.labels.dotted((kind, job.title)), programme.name if programme else "")
    for number, page in enumerate(pages, start=1):
        canvas.setPageSize((page.width, page.height))
        if page.mark:
            canvas.bookmarkPage(f"page-{number}")
            canvas.addOutlineEntry(page.mark, f"page-{number}")
        canvas._code.append("\n".join(page.operators))  # noqa: SLF001 - ready operators go nowhere else
        canvas.showPage()
        progress(number, count)
    job.setters.fonts.embed(pdf)
    return assemble(canvas, {}, None)
