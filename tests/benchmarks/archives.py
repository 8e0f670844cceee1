"""An archive of many workshops, made by bulk inserts past all deeds: half of its text is Khmer."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import accumulate, product
from typing import Any
from uuid import UUID

from sqlalchemy import insert

from clesidra_desktop.domain.outline import Node, OutlineStyle
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.tables.agenda import AgendaItemRow
from clesidra_desktop.storage.tables.base import Row
from clesidra_desktop.storage.tables.groups import AnswerRow, QuestionRow, SectorRow
from clesidra_desktop.storage.tables.outlines import to_points
from clesidra_desktop.storage.tables.ways_forward import WayForwardRow
from clesidra_desktop.storage.tables.workshops import WorkshopRow

SECTORS = ("governance", "environment", "capacity", "finance", "networking")
QUESTIONS = ("vision", "contribution", "mechanism")
NOTES = 5
KHMER, ENGLISH = 150, 420
"""Characters of a Khmer text and of an English one: both take about 450 bytes."""

RARE_EVERY = 997
RARE, RARE_KHMER = "Zeppelin", "ឧស្ម័នអ៊ីដ្រូសែន"

CHUNK = 500

_CONSONANTS = "កខគឃងចឆជញដណតថទធនបផពភមយរលវសហឡអ"
_SIGNS = ("", "ា", "ិ", "ី", "ុ", "ូ", "េ", "ែ", "ៃ", "ោ", "ំ", "ះ", "្រ", "្យា", "្លែ")
_ONSETS = ("b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "pr", "tr")
_RHYMES = ("a", "e", "i", "o", "u", "an", "er", "in", "on", "ing", "ate", "ion", "ment")


class Words:
    """Words of a language, some much more common than others."""

    def __init__(self, rng: random.Random, syllables: list[str], count: int) -> None:
        self.words = ["".join(rng.choices(syllables, k=rng.randint(1, 4))) for _ in range(count)]
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(count)))
        self._rng = rng

    def text(self, length: int, between: str) -> str:
        """Return words of about so many characters."""
        words = self._rng.choices(self.words, cum_weights=self._weights, k=length // 3)
        return between.join(words)[:length]


def khmer_words(rng: random.Random) -> Words:
    """Return Khmer words."""
    return Words(rng, [a + b for a, b in product(_CONSONANTS, _SIGNS)], 4000)


def english_words(rng: random.Random) -> Words:
    """Return words that look English."""
    return Words(rng, [a + b for a, b in product(_ONSETS, _RHYMES)], 8000)


def make_archive(database: Database, count: int) -> None:
    """Put workshops into a database, past the journal and the index."""
    rng = random.Random(42)  # noqa: S311 (no secrets)
    khmer, english = khmer_words(rng), english_words(rng)
    texts = [khmer.text(KHMER, "") for _ in range(3000)], [english.text(ENGLISH, " ") for _ in range(3000)]
    for start in range(0, count, CHUNK):
        rows: dict[type[Row], list[dict[str, Any]]] = {}
        for number in range(start, min(start + CHUNK, count)):
            for row_class, row in _workshop(number, rng, texts):
                rows.setdefault(row_class, []).append(row)
        with database.indexing() as connection:
            for row_class, some in rows.items():
                connection.execute(insert(row_class.__table__), some)  # type: ignore[arg-type]


def _workshop(
    number: int, rng: random.Random, texts: tuple[list[str], list[str]]
) -> Iterator[tuple[type[Row], dict[str, Any]]]:
    below = {"workshop_id": workshop_id(number), "extensions": {}}
    starts = datetime(2012, 1, 2, 8) + timedelta(hours=12 * rng.randrange(10_000))
    yield WorkshopRow, _top(number, starts, f"Workshop {number}")
    counted = iter(range(1, 1000))

    def text() -> str:
        return rng.choice(texts[rng.random() < 0.5]) + f" {rng.randrange(10**6)}"

    for ordinal, key in enumerate(SECTORS):
        yield (
            SectorRow,
            {"id": _id(number, next(counted)), "ordinal": ordinal, "key": key, "title": key.title(), **below},
        )
    for ordinal, key in enumerate(QUESTIONS):
        yield QuestionRow, {"id": _id(number, next(counted)), "ordinal": ordinal, "key": key, "text": key, **below}
    for ordinal, (sector, question) in enumerate(product(SECTORS, QUESTIONS)):
        items = _points(text() + (f" {RARE} {RARE_KHMER}" if number % RARE_EVERY == 5 and not ordinal else ""))
        answer = {"ordinal": ordinal, "sector": sector, "question": question, "items": items, "typed_at": None}
        yield AnswerRow, {"id": _id(number, next(counted)), **answer, **below}
    for ordinal in range(NOTES):
        yield AgendaItemRow, _item(_id(number, next(counted)), ordinal, text(), below)
    for ordinal in range(2):
        way = {"ordinal": ordinal, "text": text()[:80], "responsible": "", "due": "2020-01-01"}
        yield WayForwardRow, {"id": _id(number, next(counted)), **way, **below}


def _top(number: int, starts: datetime, title: str) -> dict[str, Any]:
    empty: dict[str, Any] = dict.fromkeys(("programme_funder", "programme_activity", "venue", "timezone"), "")
    lists: dict[str, Any] = {name: [] for name in ("facilitator", "mc", "minute_taker", "objectives")}
    other = {"programme_name": None, "programme_extensions": {}, "team_extensions": {}, "extensions": {}}
    about = {
        "id": workshop_id(number),
        "language": "en",
        "title": title,
        "starts": starts,
        "ends": None,
        "place": "Kratie",
    }
    return empty | lists | other | about


def _item(id_: UUID, ordinal: int, notes: str, below: dict[str, Any]) -> dict[str, Any]:
    empty = dict.fromkeys(("minutes", "allotted", "fixed_start", "started", "ended"))
    words = {
        "speaker": "",
        "annex": "",
        "poll": "",
        "kind": "talk",
        "title": f"Item {ordinal}",
        "key": f"item-{ordinal}",
    }
    flags = {"internal": False, "skipped": False}
    return {"id": id_, "ordinal": ordinal, "notes": _points(notes), **empty, **words, **flags, **below}


def _points(text: str) -> list[dict[str, Any]]:
    return to_points((Node(text, OutlineStyle.BULLET),))


def workshop_id(number: int) -> UUID:
    """Return the id of a workshop by its number."""
    return _id(number, 0)


def _id(workshop: int, row: int) -> UUID:
    return UUID(int=(workshop + 1) * 1000 + row)
