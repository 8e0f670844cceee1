"""Undo and redo: what the journal says was done last, and making it undone.

Undoing writes an entry of its own, which says what it undoes; so does redoing. Nothing is ever taken out of the
journal, and what can be undone is known again after the program was closed, or killed.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, inspect, select
from sqlalchemy.orm import Session

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.storage.journal import RowChange, journalled, plain
from clesidra_desktop.storage.tables.annexes import FileRow
from clesidra_desktop.storage.tables.base import LocalTime, Row, UtcTime
from clesidra_desktop.storage.tables.journal import JournalRow

BARRIERS = frozenset({"create_workshop", "import_workshop"})
"""Deeds that undo does not go past: it would take the whole workshop away."""

CHUNK = 50
"""Entries that are read at a time on the way back through the journal."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the journal: what one deed did."""

    sequence: int
    at: datetime
    who: str
    deed: str
    rows: tuple[RowChange, ...]


def last_done(session: Session, workshop_id: UUID, who: str) -> Entry | None:
    """Return what a person did last to a workshop and did not undo, None where nothing can be undone."""
    undone: set[int] = set()
    for row in _backwards(session, workshop_id, who):
        if row.undoes is not None:
            undone.add(row.undoes)
        elif row.sequence not in undone:
            return None if row.deed in BARRIERS else _entry(row)
    return None


def last_undone(session: Session, workshop_id: UUID, who: str) -> Entry | None:
    """Return the entry of what a person undid last, unless it was redone or something else was done since."""
    redone: set[int] = set()
    for row in _backwards(session, workshop_id, who):
        if row.redoes is not None:
            redone.add(row.redoes)
        elif row.undoes is None:
            return None
        elif row.sequence not in redone:
            return _entry(row)
    return None


def _backwards(session: Session, workshop_id: UUID, who: str) -> Iterator[JournalRow]:
    """Yield the entries of a person about a workshop, the newest first."""
    newest_first = select(JournalRow).where(JournalRow.workshop_id == workshop_id, JournalRow.who == who)
    rows = session.scalars(newest_first.order_by(JournalRow.sequence.desc()).execution_options(yield_per=CHUNK))
    with rows:
        yield from rows


def _entry(row: JournalRow) -> Entry:
    rows = (RowChange(one["table"], UUID(one["id"]), one["before"], one["after"]) for one in row.rows)
    return Entry(row.sequence, row.at, row.who, row.deed, tuple(rows))


def take_back(session: Session, entry: Entry) -> None:
    """Make rows again what they were before an entry.

    Raises UserError, and the transaction must be given up, where one of them was changed since. Files stay: the
    journal does not hold their bytes.
    """
    classes = {mapper.class_.__tablename__: mapper.class_ for mapper in Row.registry.mappers}
    order = {table.name: place for place, table in enumerate(Row.metadata.sorted_tables)}
    rows = sorted((row for row in entry.rows if row.table != FileRow.__tablename__), key=lambda row: order[row.table])
    for change in rows:
        if change.before is not None:
            _restore(session, classes[change.table], change, change.before, entry)
            session.flush()  # a row before those that refer to it
    for change in reversed(rows):
        if change.before is None:
            session.delete(_found(session, classes[change.table], change, entry))
            session.flush()


def _restore(
    session: Session, row_class: type[Row], change: RowChange, values: Mapping[str, Any], entry: Entry
) -> None:
    if change.after is None:
        if session.get(row_class, change.id) is not None:
            raise _changed_since(entry)
        row: Row = inspect(row_class).class_manager.new_instance()
        session.add(row)
    else:
        row = _found(session, row_class, change, entry)
    for name, value in values.items():
        setattr(row, name, _typed(row_class, name, value))


def _found(session: Session, row_class: type[Row], change: RowChange, entry: Entry) -> Row:
    """Return a row, which must be as the entry left it."""
    row = session.get(row_class, change.id)
    if row is None:
        raise _changed_since(entry)
    names = [name for name in journalled(row_class) if name in (change.after or {})]
    now = {name: plain(getattr(row, name)) for name in names}
    if any(json.dumps(now[name]) != json.dumps((change.after or {})[name]) for name in names):
        raise _changed_since(entry)
    return row


def _changed_since(entry: Entry) -> UserError:
    return UserError(
        "This cannot be undone: it was changed again since {time:%H:%M}, perhaps on another computer. Nothing was "
        "changed. Change it by hand.",
        time=entry.at,
    )


def _typed(row_class: type[Row], name: str, value: Any) -> object:
    """Return a value of the journal as its column has it."""
    kind = row_class.__table__.c[name].type
    if value is None:
        return None
    if isinstance(kind, Uuid):
        return UUID(value)
    return datetime.fromisoformat(value) if isinstance(kind, LocalTime | UtcTime) else value
