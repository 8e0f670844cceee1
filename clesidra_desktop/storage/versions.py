"""What an answer, the notes of an agenda item or a text of the minutes said before, from the journal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import Text, cast, select
from sqlalchemy.orm import Session

from clesidra_desktop.domain.outline import Outline
from clesidra_desktop.storage.agenda import find_item_row
from clesidra_desktop.storage.answers import COLUMNS, answer_row_id
from clesidra_desktop.storage.minutes_sections import TEXTS, section_row_id
from clesidra_desktop.storage.splices import replaced
from clesidra_desktop.storage.tables.agenda import AgendaItemRow
from clesidra_desktop.storage.tables.base import Row
from clesidra_desktop.storage.tables.groups import AnswerRow
from clesidra_desktop.storage.tables.journal import JournalRow
from clesidra_desktop.storage.tables.minutes import MinutesSectionRow
from clesidra_desktop.storage.tables.outlines import from_points

BURST = timedelta(seconds=60)
"""What one person types without a longer pause is one version: the last of it."""

MUCH = 40
"""Characters: a text that has so many more than the next version is one of its own, however soon they were deleted."""

MOST = 200
"""How many versions of a text are found."""

CHUNK = 50
"""Entries that are read at a time on the way back through the journal."""


@dataclass(frozen=True, slots=True)
class Version:
    """An outline as an entry of the journal left it. `at` carries its offset."""

    sequence: int
    at: datetime
    who: str
    deed: str
    outline: Outline


def answer_versions(session: Session, workshop_id: UUID, sector: str, question: str) -> Iterator[Version]:
    """Yield the newest versions of an answer, the newest first."""
    row_id = answer_row_id(session, workshop_id, sector, question)
    return islice(_versions(session, workshop_id, AnswerRow.__tablename__, row_id), MOST)


def notes_versions(session: Session, workshop_id: UUID, key: str) -> Iterator[Version]:
    """Yield the newest versions of the notes of an agenda item, the newest first. Raises UserError if it is gone."""
    row_id = find_item_row(session, workshop_id, key).id
    return islice(_versions(session, workshop_id, AgendaItemRow.__tablename__, row_id), MOST)


def section_versions(session: Session, workshop_id: UUID, key: str, place: str) -> Iterator[Version]:
    """Yield the newest versions of the text `before` or `after` a section of the minutes, the newest first."""
    row_id = section_row_id(session, workshop_id, key)
    return islice(_versions(session, workshop_id, MinutesSectionRow.__tablename__, row_id, TEXTS[place]), MOST)


def _versions(session: Session, workshop_id: UUID, table: str, row_id: UUID, column: str = "") -> Iterator[Version]:
    column = column or COLUMNS[table]
    lines = _current(session, table, row_id, column)
    newer: JournalRow | None = None
    shown = 0
    for entry in _entries(session, workshop_id, row_id):
        for change in entry.rows:
            if change["id"] != str(row_id) or not _touches(change, column):
                continue
            began_anew = newer is None or newer.who != entry.who or newer.at - entry.at > BURST
            if began_anew or _length(lines) > shown + MUCH:
                shown = _length(lines)
                yield Version(entry.sequence, entry.at, entry.who, entry.deed, from_points(lines))
            newer = entry
            before, after = change["before"], change["after"]
            lines = replaced(lines, after and after[column], before[column], check=False) if before else []


def _length(lines: list[dict[str, Any]]) -> int:
    return sum(len(line["text"]) for line in lines)


def _touches(change: dict[str, Any], column: str) -> bool:
    return any(column in (values or ()) for values in (change["before"], change["after"]))


def _current(session: Session, table: str, row_id: UUID, column: str) -> list[dict[str, Any]]:
    columns = Row.metadata.tables[table].c
    found: list[dict[str, Any]] | None = session.scalar(select(columns[column]).where(columns.id == row_id))
    return found or []


def _entries(session: Session, workshop_id: UUID, row_id: UUID) -> Iterator[JournalRow]:
    """Yield the entries in which a row is named, the newest first."""
    named = cast(JournalRow.rows, Text).contains(str(row_id), autoescape=True)
    found = select(JournalRow).where(JournalRow.workshop_id == workshop_id, named)
    rows = session.scalars(found.order_by(JournalRow.sequence.desc()).execution_options(yield_per=CHUNK))
    with rows:
        yield from rows
