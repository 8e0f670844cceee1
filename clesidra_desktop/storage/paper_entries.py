"""What was typed in from paper, as the journal has it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import String, cast, or_, select
from sqlalchemy.orm import Session

from clesidra_desktop.domain.paper_arrivals import ROW_KEY
from clesidra_desktop.storage.history import read_rows
from clesidra_desktop.storage.journal import RowChange
from clesidra_desktop.storage.tables.attendants import AttendantRow, StayRow
from clesidra_desktop.storage.tables.groups import AnswerRow
from clesidra_desktop.storage.tables.journal import JournalRow

MOST = 300
"""Entries that are read: the newest ones."""


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """One row that was typed in: an attendant, or the keys of a sector and a question. `at` is in UTC."""

    sequence: int
    at: datetime
    attendant: UUID | None = None
    answer: tuple[str, str] | None = None


def paper_entries(session: Session, workshop_id: UUID) -> list[PaperEntry]:
    """Return what was typed in from paper into a workshop, the newest first; taken back or not."""
    is_new = (JournalRow.deed == "register_attendant") & cast(JournalRow.rows, String).contains(f'"{ROW_KEY}"')
    query = (
        select(JournalRow.sequence, JournalRow.at, JournalRow.rows)
        .where(JournalRow.workshop_id == workshop_id, JournalRow.undoes.is_(None), JournalRow.redoes.is_(None))
        .where(or_(JournalRow.deed.in_(("enter_attendant", "add_to_answer")), is_new))
        .order_by(JournalRow.sequence.desc())
        .limit(MOST)
    )
    return [entry for one in session.execute(query) for entry in _read(session, one.sequence, one.at, one.rows)]


def _read(session: Session, sequence: int, at: datetime, rows: list[dict[str, object]]) -> Iterator[PaperEntry]:
    """Yield the entry, unless what it was about is gone."""
    changes = read_rows(rows)
    if attendant := next(_attendants(session, changes), None):
        yield PaperEntry(sequence, at, attendant=attendant)
    elif answer := next(
        (session.get(AnswerRow, one.id) for one in changes if one.table == AnswerRow.__tablename__), None
    ):
        yield PaperEntry(sequence, at, answer=(answer.sector, answer.question))


def _attendants(session: Session, changes: Iterable[RowChange]) -> Iterator[UUID]:
    """Yield whom changes are about."""
    for one in changes:
        if one.table == AttendantRow.__tablename__:
            yield one.id
        elif one.table == StayRow.__tablename__:
            stay = session.get(StayRow, one.id)
            owner = (one.after or one.before or {}).get("attendant_id") or (stay.attendant_id if stay else None)
            if owner:
                yield UUID(str(owner))
