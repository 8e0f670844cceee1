"""What is searched in the archive: kinds of text, how text is made alike, and where the sought words stand in it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from uuid import UUID

from clesidra_desktop.domain.khmer import in_one_order
from clesidra_desktop.domain.outline import Outline
from clesidra_desktop.domain.workshop import WayForward

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_CONTROL = re.compile("[\0-\x08\x0b-\x1f]")
_TOKEN = re.compile(r'"([^"]*)"?|(\S+)')
_JOINED = re.compile("[\u17b4-\u17d3\u17dd\u0300-\u036f]")
"""Signs that belong to the letter before them."""

_LATIN_DIGITS, _KHMER_DIGITS = "0123456789", "០១២៣៤៥៦៧៨៩"
_TO_LATIN = str.maketrans(_KHMER_DIGITS, _LATIN_DIGITS)
_TO_KHMER = str.maketrans(_LATIN_DIGITS, _KHMER_DIGITS)

_BELOW = "\u17d2"
BEFORE, AFTER = 48, 152
"""Characters that an excerpt shows before the first word and after it."""


class Kind(StrEnum):
    """What a text of the archive is."""

    TITLE = "title"
    DETAILS = "details"
    OBJECTIVE = "objective"
    SECTOR = "sector"
    QUESTION = "question"
    ANSWER = "answer"
    AGENDA = "agenda"
    NOTES = "notes"
    POLL = "poll"
    MINUTES = "minutes"
    WAY_FORWARD = "way_forward"
    ANNEX = "annex"
    ANNEX_TEXT = "annex_text"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Topic:
    """A sector, or a question, as it is met across workshops: by the keys and the titles that it has there."""

    title: str
    keys: frozenset[str]
    titles: frozenset[str]
    count: int


@dataclass(frozen=True, slots=True)
class Filters:
    """Which workshops and texts are looked at; an empty value leaves nothing out.

    `people` is whether attendants are found by their names, too.
    """

    year: int | None = None
    place: str = ""
    programme: str = ""
    sector: Topic | None = None
    question: Topic | None = None
    people: bool = True


@dataclass(frozen=True, slots=True)
class ArchivedAnswer:
    """An answer with the workshop in which it was given, and what sector and question are called there."""

    id: UUID
    workshop_id: UUID
    title: str
    starts: datetime | None
    venue: str
    place: str
    sector: str
    sector_title: str
    question: str
    question_text: str
    items: Outline


@dataclass(frozen=True, slots=True)
class ArchivedWay:
    """A way forward with its workshop."""

    way: WayForward
    workshop_id: UUID
    title: str
    starts: datetime | None
    place: str

    def days_late(self, today: date) -> int:
        """Return by how many days it is late: 0 where it is done, has no date, or has time left."""
        due = self.way.due_date
        return max((today - due).days, 0) if due and self.way.done is None else 0


@dataclass(frozen=True, slots=True)
class BookletQuestion:
    """A question of a sector with the answers of workshops to it."""

    text: str
    answers: tuple[ArchivedAnswer, ...]


@dataclass(frozen=True, slots=True)
class BookletSector:
    """A sector with its questions."""

    title: str
    questions: tuple[BookletQuestion, ...]


@dataclass(frozen=True, slots=True)
class Booklet:
    """Answers of many workshops: by sector, question and workshop. `filters` are what they were chosen by."""

    filters: Filters
    sectors: tuple[BookletSector, ...]

    @property
    def answers(self) -> tuple[ArchivedAnswer, ...]:
        """All answers in their order."""
        return tuple(one for sector in self.sectors for question in sector.questions for one in question.answers)


def searchable(text: str) -> str:
    """Return text as it is searched: composed, Khmer in one order of signs, nothing invisible."""
    return "\n".join(map(_searchable_line, text.split("\n")))


@lru_cache(maxsize=10_000)  # of a text that is being typed, all lines but one are those of a moment ago
def _searchable_line(text: str) -> str:
    plain = _CONTROL.sub("", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    return plain if plain.isascii() else in_one_order(plain)


def sought_words(typed: str) -> tuple[str, ...]:
    """Return what must all stand in a text: words, and whole what stands between quotation marks."""
    plain = searchable(typed.replace("“", '"').replace("”", '"'))
    found = (" ".join((quoted or word).split()) for quoted, word in _TOKEN.findall(plain))
    return tuple(dict.fromkeys(word for word in found if word))


def forms_of(word: str) -> tuple[str, ...]:
    """Return what a word is looked for as: a number is written in the digits of either script."""
    return tuple(dict.fromkeys((word, word.translate(_TO_LATIN), word.translate(_TO_KHMER))))


def positions(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Return where any of the words stands in a text: beginnings and ends, in their order and apart."""
    patterns = [re.escape(form) for word in sorted(words, key=len, reverse=True) for form in forms_of(word)]
    if not patterns:
        return []
    return [found.span() for found in re.finditer("|".join(patterns), text, re.IGNORECASE)]


def excerpt(text: str, words: Sequence[str], between: str = " · ") -> tuple[str, list[tuple[int, int]]]:
    """Return the part of a text around the first of the words, on one line, and where the words stand in it.

    `between` stands where a line of the text ends.
    """
    line = between.join(" ".join(one.split()) for one in text.splitlines() if one.strip())
    found = positions(line, words)
    start = max(found[0][0] - BEFORE, 0) if found else 0
    end = min((found[0][0] if found else 0) + AFTER, len(line))
    if start:
        start = _whole(line, start, found[0][0])
    while end < len(line) and (_JOINED.match(line[end]) or line[end - 1] == _BELOW):
        end += 1
    before, after = "…" if start else "", "…" if end < len(line) else ""
    shift = len(before) - start
    marked = [(first + shift, min(last, end) + shift) for first, last in found if start <= first < end]
    return before + line[start:end] + after, marked


def _whole(line: str, start: int, last: int) -> int:
    """Return where a word begins near a place, or at least a syllable, and not behind `last`."""
    space = line.find(" ", start, min(start + BEFORE // 2, last))
    if space >= 0:
        return space + 3 if line.startswith("· ", space + 1) else space + 1
    while start < last and (_JOINED.match(line[start]) or line[start - 1] == _BELOW):
        start += 1
    return start
