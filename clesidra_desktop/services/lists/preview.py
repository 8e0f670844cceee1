"""A list as it is looked at before anything is taken: columns matched, rows mended, doubles decided.

A preview belongs to one thread at a time. What it returns can be given to any other.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.workshop import Category
from clesidra_desktop.exchange.lists import cells
from clesidra_desktop.exchange.lists.cells import latin_digits
from clesidra_desktop.exchange.lists.grid import Grid, ListFile
from clesidra_desktop.services.lists.columns import Header, find_header, header_at, match_columns
from clesidra_desktop.services.lists.fields import ANY_NAME, SEVERAL, Field, header_key
from clesidra_desktop.services.lists.plan import (
    Choices,
    Decision,
    ImportPlan,
    Known,
    PlannedRow,
    Planner,
    Status,
    Why,
)
from clesidra_desktop.services.lists.remembered import Remembered
from clesidra_desktop.services.lists.rows import Fault, ReadRow, Settings, is_blank, read_row

STEP: Final = 50
"""Rows that are read before the progress is told."""

_NUMBERED: Final = re.compile(r"(?:[ivxIVX]+|[A-Za-z\u1780-\u17a2]|\d{1,2})\s*[.)៖:-]\s*\D.*")
_TOTALS: Final = frozenset({"total", "totals", "grand total", "sub total", "subtotal", "sub-total", "sum"})
_SURNAME: Final = "sum"
_KHMER_TOTALS: Final = ("សរុប", "ចំនួនសរុប")


@dataclass(frozen=True, slots=True)
class Basis:
    """What a list is held against: the workshop that it is for, and who is known.

    `year` is the one in which ages are counted; `day` the first day of the workshop, where it is known.
    """

    categories: tuple[Category, ...]
    year: int
    day: date | None
    known: Known


class ImportPreview:
    """A list and what would become of each of its rows.

    Rows are named by their number in the file, from 1; columns by their index, from 0. Every method that changes
    something returns the numbers of the rows that are planned otherwise than before.
    """

    def __init__(
        self,
        read: ListFile,
        basis: Basis,
        *,
        sheet: int = 0,
        remembered: Remembered | None = None,
        progress: Progress = no_progress,
    ) -> None:
        self.file = read
        self._basis = basis
        self._planner = Planner(basis.known)
        self._remembered = remembered or Remembered()
        self._sheet = sheet
        self._mended: dict[tuple[int, int], str] = {}
        self._choices = Choices()
        self._read: dict[int, ReadRow] = {}
        self._why: dict[int, Why] = {}
        self._rows: dict[int, PlannedRow] = {}
        self._look(find_header(self.grid, self._remembered.columns), None, progress)

    @property
    def grid(self) -> Grid:
        """The cells of the sheet, as they are in the file."""
        return self.file.grids[self._sheet]

    @property
    def sheet(self) -> int:
        """The index of the sheet."""
        return self._sheet

    @property
    def header(self) -> Header:
        """The rows that head the columns, with their titles."""
        return self._header

    @property
    def columns(self) -> Mapping[int, Field]:
        """What the columns hold; those that are not taken are missing."""
        return self._columns

    @property
    def rows(self) -> tuple[PlannedRow, ...]:
        """The rows that have something in the columns that are taken, in the order of the file."""
        return tuple(self._rows.values())

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The cells that cannot be taken, of rows that are not left out."""
        return tuple(fault for row in self._rows.values() if row.status is Status.FAULTY for fault in row.faults)

    @property
    def remembered(self) -> Remembered:
        """The choices of the office with those that were made here, to be kept."""
        return self._remembered

    def row(self, number: int) -> PlannedRow:
        """Return a row by its number. Raises KeyError where there is none."""
        return self._rows[number]

    def count(self) -> Counter[Status]:
        """Return how many rows there are of each status."""
        return Counter(row.status for row in self._rows.values())

    def use_sheet(self, sheet: int, progress: Progress = no_progress) -> frozenset[int]:
        """Look at another sheet; what was mended and decided in this one is given up."""
        self._sheet, self._mended, self._choices = sheet, {}, Choices()
        return self._look(find_header(self.grid, self._remembered.columns), None, progress)

    def use_header(self, first: int, end: int, progress: Progress = no_progress) -> frozenset[int]:
        """Take other rows for the header, by index from `first` up to but without `end`; none where they are alike."""
        return self._look(header_at(self.grid, first, end), None, progress)

    def use_column(self, column: int, held: Field | None, progress: Progress = no_progress) -> frozenset[int]:
        """Take a column for something else, or not at all, and remember that.

        Another column that held the same is not taken any more, unless several may (see `SEVERAL`).
        """
        kept = {place: one for place, one in self._columns.items() if one is not held or held in SEVERAL}
        kept.pop(column, None)
        columns = {**kept, column: held} if held else kept
        changed = self._look(self._header, dict(sorted(columns.items())), progress)
        self._remembered = self._remembered.with_column(header_key(self._header.titles[column]), held)
        return changed

    def mend(self, number: int, column: int, text: str) -> frozenset[int]:
        """Put another text into a cell."""
        return self._put({(number, column): text})

    def mend_alike(self, column: int, found: str, text: str) -> frozenset[int]:
        """Put another text into every cell of a column that says the same, and remember what the word stands for."""
        alike = folded(found)
        held = self._columns.get(column)
        if held:
            self._remembered = self._remembered.with_word(held, found, text)
        return self._put(
            {(row.number, column): text for row in self._read.values() if folded(row.texts[column]) == alike}
        )

    def empty_faults(self) -> frozenset[int]:
        """Empty every cell that cannot be taken; rows without a name stay as they are."""
        return self._put({(one.row, one.column): "" for one in self.faults if one.found})

    def leave_out(self, numbers: Iterable[int], out: bool = True) -> frozenset[int]:
        """Leave rows out, or take them in again."""
        left_out = {**self._choices.left_out, **dict.fromkeys(numbers, out)}
        self._choices = replace(self._choices, left_out=left_out)
        return self._plan_again()

    def decide(self, numbers: Iterable[int], decision: Decision | None) -> frozenset[int]:
        """Say whether rows are who they are like; None takes back what was said of these rows."""
        wanted = set(numbers)
        decided = dict(self._choices.decided)
        for number in wanted:
            match = self._rows[number].match
            if decision is None:
                decided = {key: said for key, said in decided.items() if key[0] != number}
            elif match:
                decided[number, match.who] = decision
        self._choices = replace(self._choices, decided=decided)
        return self._plan_again()

    def decide_all(self, decision: Decision) -> frozenset[int]:
        """Say of all undecided rows whether they are who they are like; different from one is different from all."""
        changed: frozenset[int] = frozenset()
        while undecided := [row.number for row in self._rows.values() if row.status is Status.UNDECIDED]:
            changed |= self.decide(undecided, decision)
        return changed

    def plan(self) -> ImportPlan:
        """Return what is to be done, for `import_attendants`."""
        return ImportPlan(self.rows, tuple(self._read.values()), self._choices, dict(self._why), self._basis.known)

    def _settings(self, header: Header, columns: Mapping[int, Field]) -> Settings:
        basis = self._basis
        return Settings(columns, header.titles, basis.categories, basis.year, basis.day)

    def _texts(self, number: int, columns: Mapping[int, Field]) -> tuple[str, ...]:
        """Return the cells of a row as they are now: mended, or what the office takes them for."""
        texts = list(self.grid.rows[number - 1])
        for column, held in columns.items():
            known = self._remembered.words.get(held.value, {})
            texts[column] = known.get(folded(texts[column]), texts[column]) if known else texts[column]
            texts[column] = self._mended.get((number, column), texts[column])
        return tuple(texts)

    def _look(self, header: Header, columns: Mapping[int, Field] | None, progress: Progress) -> frozenset[int]:
        """Read all rows below a header, the columns matched unless they are given.

        Where `progress` raises to stop, everything stays as it was.
        """
        if columns is None:
            columns = match_columns(self.grid, header, self._basis.categories, self._remembered.columns)
        settings = self._settings(header, columns)
        read: dict[int, ReadRow] = {}
        why: dict[int, Why] = {}
        numbers = range(header.end + 1, len(self.grid.rows) + 1)
        are_numbered = self._are_names_numbered(header, columns)
        for done, number in enumerate(numbers, start=1):
            texts = self._texts(number, columns)
            if not is_blank(texts, columns):
                read[number] = read_row(number, texts, settings)
                if reason := self._reason(number - 1, header, columns, are_numbered=are_numbered):
                    why[number] = reason
            if done % STEP == 0 or done == len(numbers):
                progress(done, len(numbers))
        self._header, self._columns, self._read, self._why = header, columns, read, why
        return self._plan_again()

    def _put(self, texts: Mapping[tuple[int, int], str]) -> frozenset[int]:
        self._mended |= texts
        settings = self._settings(self._header, self._columns)
        for number in {number for number, _ in texts}:
            self._read[number] = read_row(number, self._texts(number, self._columns), settings)
        return self._plan_again()

    def _plan_again(self) -> frozenset[int]:
        before = self._rows
        planned = self._planner.plan(self._read.values(), self._choices, self._why)
        self._rows = {row.number: row for row in planned}
        changed = {number for number, row in self._rows.items() if before.get(number) != row}
        return frozenset(changed | (before.keys() - self._rows.keys()))

    def _are_names_numbered(self, header: Header, columns: Mapping[int, Field]) -> bool:
        """Whether most names have a number before them, which then counts people and no headings."""
        places = [column for column, held in columns.items() if held in ANY_NAME]
        firsts = (next((row[place] for place in places if row[place]), "") for row in self.grid.rows[header.end :])
        names = [latin_digits(name) for name in firsts if name]
        return 2 * sum(bool(cells.COUNTED.match(name)) for name in names) > len(names)

    def _reason(self, index: int, header: Header, columns: Mapping[int, Field], *, are_numbered: bool) -> Why | None:
        """Return why a row is no person's: a heading between the rows, a total, or the header once more."""
        texts = self.grid.rows[index]
        filled = {column: text for column, text in enumerate(texts) if text}
        keys = [header_key(text) for text in filled.values()]
        if _is_total(filled, columns):
            return Why.TOTAL
        titles = [header_key(header.titles[column]) for column in filled]
        if len(keys) > 1 and keys == titles:
            return Why.HEADER
        alone = next(iter(filled.values())) if len(set(keys)) == 1 else ""
        is_counted = are_numbered and cells.COUNTED.match(latin_digits(alone))
        if index in self.grid.headings or (alone and not is_counted and self._is_heading(alone)):
            return Why.HEADING
        return None

    def _is_heading(self, text: str) -> bool:
        """Whether the only text of a row looks like one that stands above others."""
        names = {folded(name) for one in self._basis.categories for name in (one.code, one.label)}
        plain = cells.line(text)
        return folded(plain) in names or plain.endswith((":", "៖")) or _NUMBERED.fullmatch(plain) is not None


def _is_total(filled: Mapping[int, str], columns: Mapping[int, Field]) -> bool:
    """Whether a row sums others up: it says so, and names nobody beside that.

    Sum is a surname, too: with anything in words beside it that is taken, it is somebody's.
    """
    keys = {column: header_key(text) for column, text in filled.items()}
    said = {column for column, key in keys.items() if key in _TOTALS or key.startswith(_KHMER_TOTALS)}
    words = {column for column in filled.keys() - said if column in columns and any(map(str.isalpha, filled[column]))}
    if not said or any(columns[column] in ANY_NAME for column in words):
        return False
    is_surname = all(keys[column] == _SURNAME and columns.get(column) in ANY_NAME for column in said)
    return not (is_surname and words)


def sheet_names(read: ListFile) -> Sequence[str]:
    """Return the names of the sheets, the file's where a sheet has none."""
    return [grid.name or read.name for grid in read.grids]
