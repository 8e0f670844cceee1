"""Undo and redo: what the journal says was done last, and making it undone.

Undoing writes an entry of its own, which says what it undoes; so does redoing. Nothing is ever taken out of the
journal, and what can be undone is known again after the program was closed, or killed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import Uuid, case, inspect, select
from sqlalchemy.orm import Session

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.storage.ids import device_of
from clesidra_desktop.storage.journal import DEVICE, RowChange, journalled, plain
from clesidra_desktop.storage.lineage import DEED as KEEP_STATE
from clesidra_desktop.storage.splices import is_of, replaced
from clesidra_desktop.storage.tables.annexes import FileRow
from clesidra_desktop.storage.tables.attendants import AttendantRow
from clesidra_desktop.storage.tables.base import LocalTime, Row, UtcTime
from clesidra_desktop.storage.tables.journal import JournalRow
from clesidra_desktop.storage.tables.people import PersonRow

BARRIERS = frozenset({"create_workshop", "import_workshop", "anonymize_person"})
"""Deeds that undo does not go past: it would take the whole workshop away, or bring back what was to be forgotten."""

FROZEN = frozenset({"publish_minutes", "keep_version", KEEP_STATE})
"""Deeds that are never taken back and touch nothing that others do: undo looks past them."""

TYPED = frozenset({"record_answer", "record_notes", "record_section_text"})
"""Deeds that are done by themselves while somebody types: those that follow one another are undone together."""

PAUSE, BURST = timedelta(seconds=2), timedelta(seconds=30)
"""Who pauses longer than this between two of them has begun anew, and more than this is not undone at once."""

CHUNK = 100
"""Entries that are read at a time on the way back through the journal, and ids in one question to the database."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the journal: what one deed did. `earlier` are those that are taken back with it, the newest first."""

    sequence: int
    at: datetime
    who: str
    deed: str
    rows: tuple[RowChange, ...]
    earlier: tuple["Entry", ...] = ()


class _Mark(Protocol):
    """An entry without its rows, which may be many; `typed` are those of what somebody typed."""

    id: UUID
    sequence: int
    at: datetime
    deed: str
    undoes: int | None
    redoes: int | None
    sealed: bool
    typed: list[dict[str, Any]] | None


def last_done(session: Session, workshop_id: UUID | None, who: str) -> Entry | None:
    """Return what a person did last to a workshop at this computer and did not undo, None where nothing can be undone.

    Without a workshop it is what the person did to the directory alone.
    """
    undone: set[int] = set()
    burst: list[_Mark] = []
    found = False
    for mark in _backwards(session, workshop_id, who):
        belongs = _belongs(mark, burst)
        if mark.sealed or (found and not belongs):
            break
        if mark.undoes is not None:
            undone.add(mark.undoes)
            burst = []
        elif belongs:
            burst.append(mark)
        else:
            burst = [mark]
            found = mark.sequence not in undone
    if not found or burst[0].deed in BARRIERS:
        return None
    newest, *earlier = _load(session, [mark.sequence for mark in burst])
    return replace(newest, earlier=tuple(earlier))


def _belongs(mark: _Mark, burst: list[_Mark]) -> bool:
    """Whether an entry is undone together with those after it: somebody typed in the same row without a pause."""
    if not burst or mark.typed is None or mark.undoes is not None or mark.redoes is not None:
        return False
    newest, oldest = burst[0], burst[-1]
    return (
        newest.redoes is None
        and mark.deed == newest.deed
        and [one["id"] for one in mark.typed] == [one["id"] for one in newest.typed or ()]
        and oldest.at - mark.at <= PAUSE
        and newest.at - mark.at <= BURST
    )


def last_undone(session: Session, workshop_id: UUID | None, who: str) -> Entry | None:
    """Return the entry of what a person undid last, unless it was redone or something else was done since."""
    redone: set[int] = set()
    for mark in _backwards(session, workshop_id, who):
        if mark.sealed:
            return None
        if mark.redoes is not None:
            redone.add(mark.redoes)
        elif mark.undoes is None:
            return None
        elif mark.sequence not in redone:
            return _load(session, [mark.sequence])[0]
    return None


def _load(session: Session, sequences: list[int]) -> list[Entry]:
    """Return entries, the newest first."""
    found = select(JournalRow).where(JournalRow.sequence.in_(sequences)).order_by(JournalRow.sequence.desc())
    return [Entry(row.sequence, row.at, row.who, row.deed, read_rows(row.rows)) for row in session.scalars(found)]


def newest_entry(session: Session, workshop_id: UUID | None) -> tuple[int, datetime, str, str] | None:
    """Return the sequence, the moment, who and the deed of the newest entry of a workshop, or of the directory."""
    columns = select(JournalRow.sequence, JournalRow.at, JournalRow.who, JournalRow.deed)
    found = session.execute(
        columns.where(JournalRow.workshop_id == workshop_id).order_by(JournalRow.sequence.desc()).limit(1)
    ).one_or_none()
    return (found.sequence, found.at, found.who, found.deed) if found else None


def entries_since(session: Session, sequence: int, workshop_id: UUID | None) -> Iterator[tuple[int, list[RowChange]]]:
    """Yield the entries after a sequence that may concern a workshop, or all where there is none; the oldest first.

    Those of the directory concern every workshop: an organization that is renamed there is renamed at its attendants.
    """
    later = select(JournalRow.sequence, JournalRow.rows).where(JournalRow.sequence > sequence)
    if workshop_id is not None:
        later = later.where((JournalRow.workshop_id == workshop_id) | JournalRow.workshop_id.is_(None))
    for found in session.execute(later.order_by(JournalRow.sequence)):
        yield found.sequence, list(read_rows(found.rows))


def read_rows(rows: list[dict[str, Any]]) -> tuple[RowChange, ...]:
    """Return the changes of rows that an entry holds as JSON."""
    return tuple(RowChange(one["table"], UUID(one["id"]), one["before"], one["after"]) for one in rows)


def _backwards(session: Session, workshop_id: UUID | None, who: str) -> Iterator[_Mark]:
    """Yield the entries of a person at this computer about a workshop, the newest first.

    Two people may have the same name, the one that every account of a kind has: what was done at another computer is
    nobody's here.
    """
    device = session.info.get(DEVICE, 0)
    typed_rows = case((JournalRow.deed.in_(TYPED), JournalRow.rows)).label("typed")
    told = JournalRow.id, JournalRow.sequence, JournalRow.at, JournalRow.deed
    steps = JournalRow.undoes, JournalRow.redoes, JournalRow.sealed
    theirs = JournalRow.workshop_id == workshop_id, JournalRow.who == who, JournalRow.deed.not_in(FROZEN)
    newest_first = select(*told, *steps, typed_rows).where(*theirs)
    rows = session.execute(newest_first.order_by(JournalRow.sequence.desc()).execution_options(yield_per=CHUNK))
    with rows:
        yield from (row for row in rows if device_of(row.id) == device)


def take_back(session: Session, entry: Entry) -> None:
    """Make rows again what they were before an entry and those that are taken back with it.

    Raises UserError, and the transaction must be given up, where one of them was changed since. Files stay: the
    journal does not hold their bytes. People whom a deed on something else has changed along with it stay as they are
    where somebody has changed them since, or refers to them.
    """
    classes = row_classes()
    rows = in_order(row for row in entry.rows if row.table != FileRow.__tablename__)
    if any(row.table != PersonRow.__tablename__ for row in rows):
        rows = [row for row in rows if row.table != PersonRow.__tablename__ or _is_untouched(session, row)]
    held = _hold(session, classes, rows)  # asking for one of them costs nothing then
    for table, changes in groupby(rows, key=lambda row: row.table):
        for change in changes:
            if change.before is not None:
                _restore(session, classes[table], change, change.before, entry)
        session.flush()  # rows before those that refer to them
    for table, changes in groupby(reversed(rows), key=lambda row: row.table):
        for change in changes:
            if change.before is None:
                row = _found(session, classes[table], change, entry)
                if not (isinstance(row, PersonRow) and _is_referred_to(session, row.id)):
                    session.delete(row)
        session.flush()
    del held
    for earlier in entry.earlier:
        take_back(session, earlier)


def _is_untouched(session: Session, change: RowChange) -> bool:
    """Whether a person is as an entry left him or her."""
    if change.after is None:
        return session.get(PersonRow, change.id) is None
    row = session.get(PersonRow, change.id)
    return row is not None and not _differs(row, change)


def _is_referred_to(session: Session, person_id: UUID) -> bool:
    attendants = select(AttendantRow.id).where(AttendantRow.person_id == person_id).limit(1)
    doubles = select(PersonRow.id).where(PersonRow.same_as == person_id).limit(1)
    return session.scalar(attendants) is not None or session.scalar(doubles) is not None


def _hold(session: Session, classes: Mapping[str, type[Row]], rows: Iterable[RowChange]) -> list[Row]:
    """Return the rows of changes as they are now, with few questions to the database."""
    held: list[Row] = []
    for table, changes in groupby(rows, key=lambda row: row.table):
        ids = [change.id for change in changes]
        row_class = classes[table]
        for start in range(0, len(ids), CHUNK):
            held += session.scalars(select(row_class).where(row_class.id.in_(ids[start : start + CHUNK])))
    return held


def _restore(
    session: Session, row_class: type[Row], change: RowChange, values: Mapping[str, Any], entry: Entry
) -> None:
    if change.after is None:
        if session.get(row_class, change.id) is not None:
            raise _changed_since(entry)
        session.add(revived(row_class, values))
        if row_class is PersonRow:
            session.flush()  # people refer to people
        return
    row = _found(session, row_class, change, entry)
    for name in values:
        setattr(row, name, before_of(row, change, name))


def before_of(row: Row, change: RowChange, name: str) -> object:
    """Return what a column of a row was before a change that left it as it is."""
    here, value = getattr(row, name), (change.before or {})[name]
    if isinstance(here, list):
        value = replaced(here, (change.after or {})[name], value)
    return typed(type(row), name, value)


def row_classes() -> dict[str, type[Row]]:
    """Return the classes of rows by their tables."""
    return {mapper.class_.__tablename__: mapper.class_ for mapper in Row.registry.mappers}


def in_order(rows: Iterable[RowChange]) -> list[RowChange]:
    """Return changes in the order of their tables: rows before those that refer to them."""
    order = {table.name: place for place, table in enumerate(Row.metadata.sorted_tables)}
    return sorted(rows, key=lambda row: order[row.table])


def revived(row_class: type[Row], values: Mapping[str, Any]) -> Row:
    """Return a row with the values that the journal has of it."""
    row: Row = inspect(row_class).class_manager.new_instance()
    for name, value in values.items():
        setattr(row, name, typed(row_class, name, value))
    return row


def _found(session: Session, row_class: type[Row], change: RowChange, entry: Entry) -> Row:
    """Return a row, which must be as the entry left it."""
    row = session.get(row_class, change.id)
    if row is None or _differs(row, change):
        raise _changed_since(entry)
    return row


def _differs(row: Row, change: RowChange) -> bool:
    """Whether a row is otherwise than a change left it."""
    after = change.after or {}
    names = [name for name in journalled(type(row)) if name in after]
    return not all(is_of(plain(getattr(row, name)), after[name]) for name in names)


def _changed_since(entry: Entry) -> UserError:
    return UserError(
        "This cannot be undone: it was changed again since {time:%H:%M}, perhaps on another computer. Nothing was "
        "changed. Change it by hand.",
        time=entry.at.astimezone(),
    )


def typed(row_class: type[Row], name: str, value: Any) -> object:
    """Return a value of the journal as its column has it."""
    kind = row_class.__table__.c[name].type
    if value is None:
        return None
    if isinstance(kind, Uuid):
        return UUID(value)
    return datetime.fromisoformat(value) if isinstance(kind, LocalTime | UtcTime) else value
