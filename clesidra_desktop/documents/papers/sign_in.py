"""Sign-in sheets: one for each day, with a row and its code for each attendant, and empty rows for all others."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from clesidra_desktop.documents.blocks import Align
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.papers.colours import INK, QUIET, SHADE, TEAL
from clesidra_desktop.documents.papers.page import Fitted, Page, broken, fit
from clesidra_desktop.documents.papers.writer import Job, job_for, write_pages
from clesidra_desktop.documents.pdf.style import MILLIMETRE
from clesidra_desktop.documents.pdf.text import TextStyle
from clesidra_desktop.domain.days import days_of
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.row_codes import attendant_codes, empty_row_code
from clesidra_desktop.domain.workshop import Attendant, Workshop

EMPTY_ROWS = 15
"""The fewest empty rows of a sheet; the rest of its last page is filled with more."""

ROWS = 14
"""The rows of a page."""

MOST_DAYS = 31
"""A workshop that lasts longer has rather a typing error in its dates."""

SIDE = 13 * MILLIMETRE
TOP = 11 * MILLIMETRE
HEAD_TOP = 33 * MILLIMETRE
HEAD_HEIGHT = 8.5 * MILLIMETRE
ROW_HEIGHT = 11 * MILLIMETRE
PADDING = 1.2 * MILLIMETRE

TITLE = TextStyle(15, 20, TEAL, bold=True)
KIND = TextStyle(12, 16, INK, bold=True)
LINE = TextStyle(10.5, 14.5, INK)
LEAD = TextStyle(8.5, 11.5, QUIET)
HEAD = TextStyle(8.5, 11, TEAL, bold=True)
CELL = TextStyle(10, 12.5, INK, kern=False)
CODE = TextStyle(10.5, 13, INK, bold=True, kern=False)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: its label, its width, how its text is set."""

    label: str
    width: float
    style: TextStyle = CELL
    align: Align = Align.START


def _columns(language: Language) -> list[_Column]:
    names = [_Column("name", 44 * MILLIMETRE), _Column("name_khmer", 40 * MILLIMETRE)]
    return [
        _Column("number", 10 * MILLIMETRE, align=Align.CENTRE),
        _Column("row_code", 19 * MILLIMETRE, CODE, Align.CENTRE),
        *(reversed(names) if language is Language.KHMER else names),
        _Column("sex", 13 * MILLIMETRE, align=Align.CENTRE),
        _Column("category", 24 * MILLIMETRE),
        _Column("organization", 44 * MILLIMETRE),
        _Column("phone", 27 * MILLIMETRE),
        _Column("signature", 50 * MILLIMETRE),
    ]


def write_sign_in_sheets(
    workshop: Workshop, labels: Labels, *, created: datetime, progress: Progress = no_progress
) -> bytes:
    """Write the sign-in sheets of a workshop as PDF: all days in one file, the pages of each day numbered from 1.

    Raises UserError for a workshop that lasts longer than a month.
    """
    job = job_for(workshop, labels)
    days: Sequence[date | None] = days_of(workshop) or (None,)
    if len(days) > MOST_DAYS:
        raise UserError(
            "The workshop lasts {days} days, each with a sheet of its own. Check when it starts and when it ends.",
            days=len(days),
        )
    sheet = _Sheet(job, days)
    return write_pages(
        job, labels("sign_in_sheet"), sheet.pages(), sheet.count * len(days), created=created, progress=progress
    )


class _Sheet:
    """The rows of a workshop, and their pages for each day."""

    def __init__(self, job: Job, days: Sequence[date | None]) -> None:
        self._job = job
        self._days = days
        self._columns = _columns(job.labels.language)
        self._categories = {category.code: category.label for category in job.workshop.categories}
        self._codes = attendant_codes(attendant.id for attendant in job.workshop.attendants)
        self.count = -(-(len(job.workshop.attendants) + EMPTY_ROWS) // ROWS)

    def pages(self) -> Iterator[Page]:
        """Draw the pages of all days."""
        several = len(self._days) > 1
        for number, day in enumerate(self._days, start=1):
            rows = list(self._rows(number if several else 0))
            for index in range(self.count):
                page = Page(landscape=True)
                if index == 0 and several and day:
                    page.mark = self._job.labels.date(day)
                self._head(page, number, day)
                self._table(page, rows[index * ROWS : (index + 1) * ROWS])
                self._job.foot(page, SIDE, index + 1, self.count)
                yield page

    def _rows(self, day: int) -> Iterator[dict[str, str]]:
        attendants = self._job.workshop.attendants
        for number, attendant in enumerate(attendants, start=1):
            yield self._row(number, attendant)
        for number in range(len(attendants) + 1, self.count * ROWS + 1):
            code = empty_row_code(number - len(attendants), day, self._job.workshop.id)
            yield {"number": self._job.labels.number(number), "row_code": code}

    def _row(self, number: int, attendant: Attendant) -> dict[str, str]:
        labels = self._job.labels
        return {
            "number": labels.number(number),
            "row_code": self._codes[attendant.id],
            "name": attendant.name,
            "name_khmer": attendant.name_km,
            "sex": labels(f"sex_{attendant.sex}") if attendant.sex else "",
            "category": self._categories.get(attendant.category, attendant.category),
            "organization": attendant.organization,
            "phone": attendant.phone,
        }

    def _head(self, page: Page, number: int, day: date | None) -> None:
        job, labels = self._job, self._job.labels
        width = page.width - 2 * SIDE
        kind = broken(job.setters, labels("sign_in_sheet"), KIND, width)
        page.text(kind, SIDE, TOP, width, Align.END)
        title = fit(job.setters, job.title, TITLE, width * 0.76, TITLE.khmer_leading)
        page.text(title, SIDE, TOP)
        when = labels.date(day) if day else labels("date_field", date="…" * 12)
        y = TOP + TITLE.khmer_leading
        where = fit(job.setters, labels.dotted((when, job.location)), LINE, width * 0.76, LINE.khmer_leading)
        page.text(where, SIDE, y)
        if len(self._days) > 1:
            which = labels("day_of_days", day=number, days=len(self._days))
            page.text(broken(job.setters, which, LINE, width), SIDE, y, width, Align.END)
        if programme := job.workshop.programme:
            funder = labels("funded_by", funder=programme.funder) if programme.funder else ""
            activity = labels("activity", activity=programme.activity) if programme.activity else ""
            lead = labels.dotted((programme.name, funder, activity))
            page.text(fit(job.setters, lead, LEAD, width, LEAD.khmer_leading), SIDE, y + LINE.khmer_leading)

    def _table(self, page: Page, rows: Sequence[dict[str, str]]) -> None:
        labels = self._job.labels
        width = page.width - 2 * SIDE
        page.area(SIDE, HEAD_TOP, width, HEAD_HEIGHT, SHADE)
        titles = [self._cell(labels(column.label), column, HEAD, HEAD_HEIGHT) for column in self._columns]
        self._line(page, titles, HEAD_TOP, HEAD_HEIGHT)
        for index, row in enumerate(rows):
            cells = [self._cell(row.get(one.label, ""), one, one.style, ROW_HEIGHT) for one in self._columns]
            self._line(page, cells, HEAD_TOP + HEAD_HEIGHT + index * ROW_HEIGHT, ROW_HEIGHT)
        x, height = SIDE, HEAD_HEIGHT + len(rows) * ROW_HEIGHT
        for column in self._columns:
            page.upright(x, HEAD_TOP, height)
            x += column.width
        page.upright(SIDE + width, HEAD_TOP, height)

    def _cell(self, text: str, column: _Column, style: TextStyle, height: float) -> Fitted:
        return fit(self._job.setters, text, style, column.width - 2 * PADDING, height - PADDING)

    def _line(self, page: Page, cells: Sequence[Fitted], y: float, height: float) -> None:
        x = SIDE
        for column, cell in zip(self._columns, cells, strict=True):
            if cell.lines:
                top = y + (height - cell.height) / 2
                page.text(cell, x + PADDING, top, column.width - 2 * PADDING, column.align)
            x += column.width
        page.rule(SIDE, y + height, page.width - 2 * SIDE)
