"""Name badges: eight on a page, 90 × 55 mm each as the usual holders are, with cut marks around them."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from uuid import UUID

import segno

from clesidra_desktop.documents.blocks import Align
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.papers.colours import INK, QUIET, TEAL
from clesidra_desktop.documents.papers.page import Page, fit
from clesidra_desktop.documents.papers.writer import Job, job_for, write_pages
from clesidra_desktop.documents.pdf.strips import fill
from clesidra_desktop.documents.pdf.style import A4, MILLIMETRE
from clesidra_desktop.documents.pdf.text import TextStyle
from clesidra_desktop.domain.counts import printed_categories
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.row_codes import attendant_codes
from clesidra_desktop.domain.workshop import Attendant, Workshop

COLUMNS, LINES = 2, 4
WIDTH, HEIGHT = 90 * MILLIMETRE, 55 * MILLIMETRE
LEFT, TOP = (A4[0] - COLUMNS * WIDTH) / 2, (A4[1] - LINES * HEIGHT) / 2
MARK_GAP, MARK = 1.5 * MILLIMETRE, 5 * MILLIMETRE

PADDING = 5 * MILLIMETRE
INNER = WIDTH - 2 * PADDING
TITLE_TOP, TITLE_HEIGHT = 3.5 * MILLIMETRE, 5 * MILLIMETRE
NAMES_TOP, NAMES_HEIGHT, NAMES_GAP = 8.5 * MILLIMETRE, 19 * MILLIMETRE, 2.5
SECOND_PART = 0.35
"""The part of the height of both names that the second one may take."""
LOWER_TOP, LOWER_HEIGHT = 29 * MILLIMETRE, 16.5 * MILLIMETRE
QR_SIZE, QR_GAP = 13 * MILLIMETRE, 4 * MILLIMETRE
CODE_TOP = 43.4 * MILLIMETRE
LOWER_WIDTH = INNER - QR_SIZE - QR_GAP
BAND_TOP, BAND_HEIGHT, BAND_INSET = 47.8 * MILLIMETRE, 5.2 * MILLIMETRE, 2 * MILLIMETRE

CUT = "#7d8886"
WHITE = "#ffffff"
TITLE = TextStyle(7.5, 9.5, QUIET)
NAME, ONLY_NAME = TextStyle(23, 29, INK, bold=True), TextStyle(28, 35, INK, bold=True)
SECOND_NAME = TextStyle(14, 17, INK)
LEAST_NAME, LEAST_ORGANIZATION = 15.0, 8.5
"""What would be smaller than this on one line is broken."""
ORGANIZATION = TextStyle(10, 12.5, INK)
GROUP = TextStyle(9, 11.5, TEAL, bold=True)
CODE = TextStyle(9.5, 11, INK, bold=True)
BAND = TextStyle(9.5, 12, WHITE, bold=True)

COLOURS = (TEAL, "#9a4a1c", "#2b4c7e", "#6b3a6e", "#5b6320", "#8a2f3c", "#4f4538", "#2f6b8a")
"""One colour after the other for the categories in print order; white text has a contrast of 4.5 : 1 on each."""

NO_CATEGORY = "#8a9391"


def write_badges(workshop: Workshop, labels: Labels, *, created: datetime, progress: Progress = no_progress) -> bytes:
    """Write the badges of all attendants as PDF, in the order of the list; a category keeps its colour."""
    job = job_for(workshop, labels)
    count = -(-len(workshop.attendants) // (COLUMNS * LINES))
    return write_pages(job, labels("name_badges"), _Badges(job).pages(), count, created=created, progress=progress)


class _Badges:
    """The badges of a workshop."""

    def __init__(self, job: Job) -> None:
        workshop = job.workshop
        self._job = job
        self._codes = attendant_codes(attendant.id for attendant in workshop.attendants)
        self._seats = _seats(job)
        self._bands = {
            category.code: (category.label, COLOURS[index % len(COLOURS)] if category.code else NO_CATEGORY)
            for index, category in enumerate(printed_categories(workshop))
        }

    def pages(self) -> Iterator[Page]:
        """Draw the badges, eight on a page."""
        attendants = self._job.workshop.attendants
        for start in range(0, len(attendants), COLUMNS * LINES):
            page = Page()
            _cut_marks(page)
            for index, attendant in enumerate(attendants[start : start + COLUMNS * LINES]):
                line, column = divmod(index, COLUMNS)
                self._badge(page, attendant, LEFT + column * WIDTH, TOP + line * HEIGHT)
            yield page

    def _badge(self, page: Page, attendant: Attendant, x: float, y: float) -> None:
        setters = self._job.setters
        left = x + PADDING
        page.text(fit(setters, self._job.title, TITLE, INNER, TITLE_HEIGHT), left, y + TITLE_TOP)
        self._names(page, attendant, left, y + NAMES_TOP)
        organization = fit(
            setters,
            attendant.organization,
            ORGANIZATION,
            LOWER_WIDTH,
            LOWER_HEIGHT * 0.55,
            line_from=LEAST_ORGANIZATION,
        )
        page.text(organization, left, y + LOWER_TOP)
        if seat := self._seats.get(attendant.id):
            room = LOWER_HEIGHT - organization.height - 1
            group = fit(setters, seat, GROUP, LOWER_WIDTH, room)
            page.text(group, left, y + LOWER_TOP + organization.height + 1)
        code = self._codes[attendant.id]
        right = left + INNER - QR_SIZE
        page.shape(qr_operators(code, QR_SIZE), right, y + LOWER_TOP)
        page.text(fit(setters, code, CODE, QR_SIZE, CODE.leading), right, y + CODE_TOP, QR_SIZE, Align.CENTRE)
        label, colour = self._bands[attendant.category]
        page.area(x + BAND_INSET, y + BAND_TOP, WIDTH - 2 * BAND_INSET, BAND_HEIGHT, colour)
        band = fit(setters, label, BAND, INNER, BAND_HEIGHT)
        page.text(band, left, y + BAND_TOP + (BAND_HEIGHT - band.height) / 2, INNER, Align.CENTRE)

    def _names(self, page: Page, attendant: Attendant, x: float, y: float) -> None:
        """Set the names below each other in the middle of their part: on one line each if that is large enough."""
        setters = self._job.setters
        first, second = self._job.names(attendant)
        style = NAME if second else ONLY_NAME
        height = NAMES_HEIGHT * (1 - SECOND_PART) if second else NAMES_HEIGHT
        name = fit(setters, first, style, INNER, height, line_from=LEAST_NAME)
        gap = NAMES_GAP if second else 0.0
        below = fit(setters, second, SECOND_NAME, INNER, NAMES_HEIGHT - name.height - gap)
        top = y + (NAMES_HEIGHT - name.height - gap - below.height) / 2
        page.text(name, x, top)
        page.text(below, x, top + name.height + gap)


def _seats(job: Job) -> Mapping[UUID, str]:
    """Return what is printed of the group of each attendant who is in one."""
    sectors = job.workshop.sectors
    titles = {
        one.key: job.labels.dotted((job.labels("group_number", number=number), one.title))
        for number, one in enumerate(sectors, start=1)
    }
    seats: dict[UUID, str] = {}
    for group in job.workshop.groups:
        if group.sector in titles:
            for member in group.members:
                seats.setdefault(member, titles[group.sector])
    return seats


def qr_operators(text: str, size: float) -> str:
    """Return the operators that draw a QR code downwards from the origin, in a size in points.

    A code of up to ten capital letters and digits has 21 × 21 modules at the highest level of error correction.
    """
    matrix = segno.make_qr(text, error="h", boost_error=False).matrix
    module = size / len(matrix)
    parts = [fill(INK)]
    for line, row in enumerate(matrix, start=1):
        start = 0
        while start < len(row):
            end = start
            while end < len(row) and row[end]:
                end += 1
            if end > start:
                width = (end - start) * module
                parts.append(f"{start * module:.3f} {-line * module:.3f} {width:.3f} {module:.3f} re")
            start = end + 1
    return " ".join((*parts, "f"))


def _cut_marks(page: Page) -> None:
    """Draw a mark at both ends of every line along which badges are cut."""
    right, bottom = LEFT + COLUMNS * WIDTH, TOP + LINES * HEIGHT
    for line in range(LINES + 1):
        y = TOP + line * HEIGHT
        page.rule(LEFT - MARK_GAP - MARK, y, MARK, colour=CUT, weight=0.4)
        page.rule(right + MARK_GAP, y, MARK, colour=CUT, weight=0.4)
    for column in range(COLUMNS + 1):
        x = LEFT + column * WIDTH
        page.upright(x, TOP - MARK_GAP - MARK, MARK, colour=CUT, weight=0.4)
        page.upright(x, bottom + MARK_GAP, MARK, colour=CUT, weight=0.4)
