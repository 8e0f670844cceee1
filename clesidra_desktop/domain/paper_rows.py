"""Rows on paper, found again by the codes that are typed from it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from clesidra_desktop.domain.days import days_of
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.row_codes import (
    EMPTY_ROW,
    MOST_EMPTY_ROWS,
    SYMBOLS,
    answer_codes,
    attendant_codes,
    empty_row_code,
    normal_code,
    read_row_code,
)
from clesidra_desktop.domain.workshop import Attendant, Question, Sector, Workshop

MOST_NAMED = 3
"""How many codes a sentence names at the most."""


class PaperRowKind(StrEnum):
    """What a row on paper is for."""

    ATTENDANT = "attendant"
    ANSWER = "answer"
    EMPTY_ROW = "empty-row"


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A row on paper: an attendant, the answer of a sector to a question, or an empty row of a day's sign-in sheet.

    `row` and `day` count from 1; `day` is 0 where the workshop lasts one day.
    """

    kind: PaperRowKind
    code: str
    attendant: Attendant | None = None
    sector: Sector | None = None
    question: Question | None = None
    row: int = 0
    day: int = 0

    @property
    def name(self) -> str:
        """What tells a person which row it is; empty for an empty row."""
        if self.attendant:
            return self.attendant.name or self.attendant.name_km
        return f"{self.sector.title} · {self.question.text}" if self.sector and self.question else ""


class PaperRows:
    """All rows that the papers of a workshop have, by their codes."""

    def __init__(self, workshop: Workshop) -> None:
        self._printed: Mapping[str, PaperRow] = {row.code: row for row in _rows(workshop)}
        older = {row.code: row for row in _empty_rows(workshop, None)}
        self._rows: Mapping[str, PaperRow] = older | self._printed
        """With the rows of sheets that were printed before their codes named the workshop."""

    def find(self, typed: str) -> PaperRow:
        """Return the row that a typed code stands for.

        Raises UserError where it is no code, naming those that differ in one character or by two that are swapped, and
        where it is the code of no row, because it is from another workshop.
        """
        row = self._rows.get(normal_code(typed))
        if row:
            return row
        if near := self.near(typed):
            raise UserError(
                "“{typed}” is on no paper of this workshop. Did you mean {codes}? Compare with the paper.",
                typed=typed,
                codes=", ".join(f"{one.code} ({one.name})" if one.name else one.code for one in near),
            )
        raise UserError(
            "The row code {code} is on no paper of this workshop. It may be of another one, or its row was removed.",
            code=read_row_code(typed),
        )

    def near(self, typed: str) -> tuple[PaperRow, ...]:
        """Return the rows whose codes differ from a typed one in one character, or by two that are swapped."""
        code = normal_code(typed)
        found = {one: self._rows[one] for one in _slips(code) if one in self._rows and one != code}
        return tuple(found.values())[:MOST_NAMED]

    def beginning(self, typed: str, limit: int = 8) -> tuple[PaperRow, ...]:
        """Return rows whose codes begin with what is typed so far, empty rows not among them unless asked for."""
        code = normal_code(typed)
        rows = (row for row in self._printed.values() if row.code.startswith(code))
        wanted = (row for row in rows if row.kind is not PaperRowKind.EMPTY_ROW or code.startswith(EMPTY_ROW))
        return tuple(row for _, row in zip(range(limit), wanted, strict=False)) if code else ()


def _rows(workshop: Workshop) -> Iterator[PaperRow]:
    attendants = {attendant.id: attendant for attendant in workshop.attendants}
    codes: dict[UUID, str] = attendant_codes(attendants)
    for id_, attendant in attendants.items():
        yield PaperRow(PaperRowKind.ATTENDANT, codes[id_], attendant=attendant)
    sectors = {sector.key: sector for sector in workshop.sectors}
    questions = {question.key: question for question in workshop.questions}
    for (sector, question), code in answer_codes(workshop).items():
        yield PaperRow(PaperRowKind.ANSWER, code, sector=sectors[sector], question=questions[question])
    yield from _empty_rows(workshop, workshop.id)


def _empty_rows(workshop: Workshop, named: UUID | None) -> Iterator[PaperRow]:
    days = len(days_of(workshop))
    for day in range(1, days + 1) if days > 1 else (0,):
        for row in range(1, MOST_EMPTY_ROWS + 1):
            yield PaperRow(PaperRowKind.EMPTY_ROW, empty_row_code(row, day, named), row=row, day=day)


def _slips(code: str) -> Iterator[str]:
    """Yield what may have been meant: a character that was typed is wrong, missing or too many, or two are swapped."""
    for place in range(len(code) + 1):
        head, tail = code[:place], code[place:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for symbol in SYMBOLS:
            yield head + symbol + tail
            if tail:
                yield head + symbol + tail[1:]
