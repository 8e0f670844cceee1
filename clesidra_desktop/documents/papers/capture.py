"""Capture sheets: the questions that each group answers, with the code of each answer and lines to write on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from clesidra_desktop.documents.blocks import Align
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.papers.colours import INK, QUIET, SHADE, TEAL
from clesidra_desktop.documents.papers.page import Fitted, Page, broken, fit
from clesidra_desktop.documents.papers.writer import Job, job_for, write_pages
from clesidra_desktop.documents.pdf.style import A4, MILLIMETRE
from clesidra_desktop.documents.pdf.text import TextStyle
from clesidra_desktop.domain.days import days_of
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.row_codes import answer_codes
from clesidra_desktop.domain.workshop import Group, Sector, Workshop

LEAST_LINES = 8
"""The fewest lines below a question."""

PITCH = 7.8 * MILLIMETRE
"""The least space between two lines to write on; about that of a wide-ruled exercise book."""

SIDE = 15 * MILLIMETRE
WIDTH = A4[0] - 2 * SIDE
TOP = 11 * MILLIMETRE
FIELDS_TOP = 33 * MILLIMETRE
QUESTIONS_TOP = 40 * MILLIMETRE
BOTTOM = A4[1] - 15 * MILLIMETRE
QUESTION_GAP = 5 * MILLIMETRE
"""Above a question that is not the first of its page."""
QUESTION_HEIGHT = 60 * MILLIMETRE
CODE_WIDTH, CODE_HEIGHT = 22 * MILLIMETRE, 7 * MILLIMETRE
INDENT = 8 * MILLIMETRE
FIELD_GAP = 5 * MILLIMETRE

KIND = TextStyle(8.5, 11.5, QUIET)
TITLE = TextStyle(18, 23, TEAL, bold=True)
TITLE_HEIGHT = 12 * MILLIMETRE
FIELD = TextStyle(10, 13.5, INK)
QUESTION = TextStyle(11.5, 15.5, INK, bold=True)
CODE = TextStyle(12, 15, INK, bold=True)


@dataclass(frozen=True, slots=True)
class _Question:
    """A question as it is printed."""

    number: Fitted
    text: Fitted
    code: Fitted

    @property
    def height(self) -> float:
        """The height of its text, or of its code if that is taller."""
        return max(self.text.height, CODE_HEIGHT)


def write_capture_sheets(
    workshop: Workshop, labels: Labels, *, created: datetime, progress: Progress = no_progress
) -> bytes:
    """Write the capture sheets of a workshop as PDF, the pages of each sector numbered from 1."""
    job = job_for(workshop, labels)
    groups = {group.sector: group for group in workshop.groups}
    codes = answer_codes(workshop)
    pages = []
    for number, sector in enumerate(workshop.sectors, start=1):
        asked = [codes[sector.key, question.key] for question in workshop.questions]
        pages += _pages(job, number, sector, groups.get(sector.key), _questions(job, asked))
    return write_pages(job, labels("capture_sheet"), pages, len(pages), created=created, progress=progress)


def _questions(job: Job, codes: Sequence[str]) -> list[_Question]:
    setters = job.setters
    width = WIDTH - INDENT - CODE_WIDTH - QUESTION_GAP
    questions = []
    for number, (question, code) in enumerate(zip(job.workshop.questions, codes, strict=True), start=1):
        text = fit(setters, question.text, QUESTION, width, QUESTION_HEIGHT)
        marker = broken(setters, f"{job.labels.number(number)}.", QUESTION, INDENT)
        marker = replace(marker, leading=text.leading)  # on the line of the text, of whatever script that is
        questions.append(_Question(marker, text, fit(setters, code, CODE, CODE_WIDTH, CODE_HEIGHT)))
    return questions


def _pages(job: Job, number: int, sector: Sector, group: Group | None, questions: Sequence[_Question]) -> list[Page]:
    """Draw the pages of a sector."""
    pages = []
    spread = _spread(questions)
    for index, shown in enumerate(spread):
        page = Page(mark="" if index else sector.title)
        _head(job, page, number, sector, group)
        _ask(page, shown)
        job.foot(page, SIDE, index + 1, len(spread))
        pages.append(page)
    return pages


def _spread(questions: Sequence[_Question]) -> list[Sequence[_Question]]:
    """Deal questions evenly to the fewest pages on which each has room for its lines."""
    for count in range(1, len(questions)):
        edges = [round(len(questions) * index / count) for index in range(count + 1)]
        pages = [questions[start:end] for start, end in pairwise(edges)]
        if all(_room(page) >= len(page) * LEAST_LINES * PITCH for page in pages):
            return pages
    return [[question] for question in questions]


def _room(questions: Sequence[_Question]) -> float:
    """Return the height that is left for lines on a page with these questions."""
    gaps = (len(questions) - 1) * QUESTION_GAP
    return BOTTOM - QUESTIONS_TOP - gaps - sum(question.height for question in questions)


def _head(job: Job, page: Page, number: int, sector: Sector, group: Group | None) -> None:
    setters, labels = job.setters, job.labels
    kind = labels.dotted((labels("capture_sheet"), labels("group_number", number=number)))
    above = broken(setters, kind, KIND, WIDTH)
    page.text(above, SIDE, TOP)
    title = fit(setters, sector.title, TITLE, WIDTH, TITLE_HEIGHT)
    page.text(title, SIDE, TOP + above.height)
    days = days_of(job.workshop)
    day = labels.date(days[0]) if len(days) == 1 else ""
    x = SIDE
    for text, width in (
        (labels("rapporteur", name=job.rapporteur(group)), 0.42 * WIDTH),
        (labels("room", room=group.room if group else ""), 0.25 * WIDTH),
        (labels("date_field", date=day), 0.33 * WIDTH),
    ):
        inner = width if x + width > SIDE + WIDTH - 1 else width - FIELD_GAP
        field = fit(setters, text, FIELD, inner, FIELD.khmer_leading)
        page.text(field, x, FIELDS_TOP - field.height)
        page.rule(x, FIELDS_TOP + 1, inner, colour=QUIET)
        x += width


def _ask(page: Page, questions: Sequence[_Question]) -> None:
    """Print questions with lines below them that fill the page."""
    room = _room(questions) / len(questions)
    count = int(room // PITCH)
    y = QUESTIONS_TOP
    for question in questions:
        page.text(question.number, SIDE, y)
        page.text(question.text, SIDE + INDENT, y)
        left = SIDE + WIDTH - CODE_WIDTH
        page.area(left, y, CODE_WIDTH, CODE_HEIGHT, SHADE)
        page.text(question.code, left, y + (CODE_HEIGHT - question.code.height) / 2, CODE_WIDTH, Align.CENTRE)
        y += question.height
        for line in range(1, count + 1):
            page.rule(SIDE, y + line * room / count, WIDTH)
        y += room + QUESTION_GAP
