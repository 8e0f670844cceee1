"""Outlines in the database: answers and the notes of agenda items, one at a time, each with its version.

The version of an outline is the digest of what is in it: who read it can be told whether it is still the same, and two
people who write the same do not disagree.
"""

from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clesidra_desktop.domain.conflicts import ConflictError
from clesidra_desktop.domain.errors import GoneError
from clesidra_desktop.domain.outline import Outline
from clesidra_desktop.storage.agenda import find_item_row
from clesidra_desktop.storage.ids import keyed_id
from clesidra_desktop.storage.splices import digest
from clesidra_desktop.storage.tables.agenda import AgendaItemRow
from clesidra_desktop.storage.tables.groups import AnswerRow, QuestionRow, SectorRow
from clesidra_desktop.storage.tables.outlines import from_points, to_points

Points: TypeAlias = list[dict[str, Any]]

EMPTY_VERSION = digest([])

COLUMNS = {AnswerRow.__tablename__: "items", AgendaItemRow.__tablename__: "notes"}
"""In which column of which table outlines stand."""


def load_answer(session: Session, workshop_id: UUID, sector: str, question: str) -> tuple[Outline, str]:
    """Return an answer and its version; an answer that was never given is empty."""
    row = _answer(session, workshop_id, sector, question)
    return (from_points(row.items), digest(row.items)) if row else ((), EMPTY_VERSION)


def save_answer(
    session: Session, workshop_id: UUID, answer: tuple[str, str], items: Outline, version: str, moment: datetime
) -> str:
    """Make the answer of a sector to a question an outline; return its version. `moment` carries its offset from UTC.

    Raises ConflictError where it is not of the version any more, and GoneError where the sector or question is gone.
    """
    sector, question = answer
    row = _answer(session, workshop_id, sector, question)
    points = to_points(items)
    now, wanted = refuse_stale(row.items if row else [], points, items, version)
    if row is None:
        row = _new_answer(session, workshop_id, sector, question)
        session.add(row)
    if wanted != now:
        row.items = points
        row.typed_at = moment
    return wanted


def load_notes(session: Session, workshop_id: UUID, key: str) -> tuple[Outline, str]:
    """Return the notes of an agenda item and their version. Raises GoneError where the item is gone."""
    row = find_item_row(session, workshop_id, key)
    return from_points(row.notes), digest(row.notes)


def save_notes(session: Session, workshop_id: UUID, key: str, notes: Outline, version: str) -> str:
    """Make the notes of an agenda item an outline; return their version. Raises errors as `save_answer` does."""
    row = find_item_row(session, workshop_id, key)
    points = to_points(notes)
    now, wanted = refuse_stale(row.notes, points, notes, version)
    if wanted != now:
        row.notes = points
    return wanted


def load_answers(session: Session, workshop_id: UUID) -> dict[tuple[str, str], tuple[list[str], datetime | None]]:
    """Return the texts of every answer, line by line, and when somebody last typed in it, by sector and question."""
    columns = AnswerRow.sector, AnswerRow.question, AnswerRow.items, AnswerRow.typed_at
    rows = session.execute(select(*columns).where(AnswerRow.workshop_id == workshop_id))
    return {(row.sector, row.question): ([point["text"] for point in row.items], row.typed_at) for row in rows}


def answer_row_id(session: Session, workshop_id: UUID, sector: str, question: str) -> UUID:
    """Return the id of the row of an answer, also of one that was never given."""
    row = _answer(session, workshop_id, sector, question)
    return row.id if row else _new_id(workshop_id, sector, question)


def _answer(session: Session, workshop_id: UUID, sector: str, question: str) -> AnswerRow | None:
    return session.scalar(
        select(AnswerRow)
        .where(AnswerRow.workshop_id == workshop_id, AnswerRow.sector == sector, AnswerRow.question == question)
        .limit(1)
    )


def _new_answer(session: Session, workshop_id: UUID, sector: str, question: str) -> AnswerRow:
    for row_class, key in ((SectorRow, sector), (QuestionRow, question)):
        known = select(row_class.id).where(row_class.workshop_id == workshop_id, row_class.key == key)
        if session.scalar(known) is None:
            raise GoneError(
                "“{key}” is not in this workshop any more; perhaps it was removed on another computer. Copy the text "
                "to where it belongs.",
                key=key,
            )
    last = session.scalar(select(func.max(AnswerRow.ordinal)).where(AnswerRow.workshop_id == workshop_id))
    ordinal = 0 if last is None else last + 1
    row = AnswerRow(ordinal=ordinal, sector=sector, question=question, items=[], extensions={})
    row.workshop_id, row.id = workshop_id, _new_id(workshop_id, sector, question)
    return row


def _new_id(workshop_id: UUID, sector: str, question: str) -> UUID:
    return keyed_id(workshop_id, AnswerRow.__tablename__, sector, question, 1)


def refuse_stale(stored: Points, points: Points, mine: Outline, version: str) -> tuple[str, str]:
    """Return the versions of what is stored and of the points.

    Raises ConflictError where what is stored is neither of the version that was read nor what the points are.
    """
    now, wanted = digest(stored), digest(points)
    if now not in (version, wanted):
        raise ConflictError(mine, from_points(stored), now)
    return now, wanted
