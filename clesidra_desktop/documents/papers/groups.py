"""Group lists for the doors: for each sector its title, room, rapporteur and members, to be read from two metres.

At two metres capitals of about 5 mm are read with ease, which are those of 20 points: the least size of names. There is
nothing on a list that is not a passer-by's business.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from clesidra_desktop.documents.blocks import Align
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.papers.colours import INK, QUIET, RULE, RUST, TEAL
from clesidra_desktop.documents.papers.page import Fitted, Page, broken, fit
from clesidra_desktop.documents.papers.writer import Job, job_for, write_pages
from clesidra_desktop.documents.pdf.style import A4, MILLIMETRE
from clesidra_desktop.documents.pdf.text import TextStyle
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.workshop import Group, Sector, Workshop

SIDE = 16 * MILLIMETRE
WIDTH = A4[0] - 2 * SIDE
TOP = 15 * MILLIMETRE
BOTTOM = A4[1] - 17 * MILLIMETRE
TITLE_HEIGHT = 68 * MILLIMETRE
GAP = 8 * MILLIMETRE
"""Around the rule above the names, and between two columns of them."""

NUMBER_GAP = 9.0

GROUP = TextStyle(22, 28, QUIET, bold=True)
TITLE = TextStyle(56, 64, TEAL, bold=True)
ROOM = TextStyle(28, 36, INK, bold=True)
RAPPORTEUR = TextStyle(20, 27, INK)
NAME = TextStyle(30, 40, INK)
NOBODY = TextStyle(22, 30, RUST)

GRIDS = (
    *((1, size) for size in (40.0, 36.0, 33.0, 30.0, 28.0, 26.0, 24.0)),
    *((2, size) for size in (28.0, 26.0, 24.0, 22.0, 20.0)),
)
"""Columns and sizes for names, in the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """How names are laid out: in what style, how far apart, in how many columns and lines on a page."""

    style: TextStyle
    leading: float
    columns: int
    lines: int

    @property
    def capacity(self) -> int:
        """The names that go on a page."""
        return self.columns * self.lines


def write_group_lists(
    workshop: Workshop, labels: Labels, *, created: datetime, progress: Progress = no_progress
) -> bytes:
    """Write the group lists of a workshop as PDF: a page for each sector, and more only for very long lists."""
    job = job_for(workshop, labels)
    groups = {group.sector: group for group in workshop.groups}
    pages = [
        page
        for number, sector in enumerate(workshop.sectors, start=1)
        for page in _SectorList(job, number, sector, groups.get(sector.key)).pages()
    ]
    return write_pages(job, labels("group_lists"), pages, len(pages), created=created, progress=progress)


class _SectorList:
    """The list of one sector; `number` counts the sectors from 1."""

    def __init__(self, job: Job, number: int, sector: Sector, group: Group | None) -> None:
        self._job = job
        self._number = number
        self._sector = sector
        self._group = group
        members = {attendant.id: attendant for attendant in job.workshop.attendants}
        listed = group.members if group else ()
        self._names = [job.names(members[id_])[0] for id_ in listed if id_ in members]
        self._title = fit(job.setters, sector.title, TITLE, WIDTH, TITLE_HEIGHT)

    def pages(self) -> list[Page]:
        """Draw the pages."""
        first = Page(mark=self._sector.title)
        top = self._head(first, self._title)
        pages = [first]
        if not self._names:
            first.text(fit(self._job.setters, self._job.labels("no_members"), NOBODY, WIDTH, BOTTOM - top), SIDE, top)
        grid = self._grid(BOTTOM - top)
        for start in range(0, len(self._names), grid.capacity):
            if start:
                pages.append(Page())
                again = self._job.labels("continued", title=self._sector.title)
                self._head(pages[-1], fit(self._job.setters, again, TITLE, WIDTH, self._title.height))
            self._list(pages[-1], grid, start, top)
        for number, page in enumerate(pages, start=1):
            self._job.foot(page, SIDE, number, len(pages))
        return pages

    def _head(self, page: Page, title: Fitted) -> float:
        """Draw what stands above the names, and return where these begin."""
        setters, labels = self._job.setters, self._job.labels
        group = broken(setters, labels("group_number", number=self._number), GROUP, WIDTH)
        page.text(group, SIDE, TOP)
        y = TOP + group.height
        page.text(title, SIDE, y)
        y += title.height + GAP / 2
        rapporteur = self._job.rapporteur(self._group)
        room = self._group.room if self._group else ""
        for text, style in (
            (labels("room", room=room) if room else "", ROOM),
            (labels("rapporteur", name=rapporteur) if rapporteur else "", RAPPORTEUR),
        ):
            line = fit(setters, text, style, WIDTH, style.khmer_leading)
            page.text(line, SIDE, y)
            y += line.height
        page.rule(SIDE, y + GAP / 2, WIDTH, colour=RULE, weight=1.5)
        return y + 1.5 * GAP

    def _grid(self, height: float) -> _Grid:
        """Return the largest layout in which all names go on one page, else the smallest there is."""
        for columns, size in GRIDS:
            style = replace(NAME, size=size, leading=NAME.leading * size / NAME.size)
            setter = self._job.setters.of(style)
            leading = setter.leading([setter.line(name) for name in self._names])
            grid = _Grid(style, leading, columns, int(height // leading))
            if len(self._names) <= grid.capacity:
                break
        return grid

    def _list(self, page: Page, grid: _Grid, start: int, top: float) -> None:
        """Draw the names from one on, down the first column and then down the next."""
        setters = self._job.setters
        shown = self._names[start : start + grid.capacity]
        lines = -(-len(shown) // grid.columns)
        column = (WIDTH - (grid.columns - 1) * GAP) / grid.columns
        style = replace(grid.style, colour=QUIET)
        numbers = [
            broken(setters, self._job.labels.number(start + index), style, column) for index in range(1, len(shown) + 1)
        ]
        indent = max((number.lines[0].width for number in numbers), default=0.0)
        for index, (name, number) in enumerate(zip(shown, numbers, strict=True)):
            x = SIDE + index // lines * (column + GAP)
            y = top + index % lines * grid.leading
            page.text(number, x, y + (grid.leading - number.height) / 2, indent, Align.END)
            fitted = fit(setters, name, grid.style, column - indent - NUMBER_GAP, grid.leading)
            page.text(fitted, x + indent + NUMBER_GAP, y + (grid.leading - fitted.height) / 2)
