"""The journal is written here and nowhere else, from what the unit of work really does.

Every row that is inserted, updated or deleted passes by the three row events below, also those that a cascade
reaches; statements that would go past them are refused. So no deed can forget the journal.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NoReturn
from uuid import UUID

from sqlalchemy import Connection, LargeBinary, event, func, insert, inspect, select
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, SessionTransaction, object_session
from sqlalchemy.orm.attributes import History

from clesidra_desktop.storage.ids import entry_id
from clesidra_desktop.storage.search.keeping import follow
from clesidra_desktop.storage.splices import spliced
from clesidra_desktop.storage.tables.base import Row
from clesidra_desktop.storage.tables.journal import JournalRow

RECORD = "record"
DEVICE = "device"


class JournalError(RuntimeError):
    """A deed that the journal could not have recorded: a mistake in the program."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row before and after, as JournalRow describes it."""

    table: str
    id: UUID
    before: dict[str, Any] | None
    after: dict[str, Any] | None

    def then(self, later: "RowChange") -> "RowChange | None":
        """Return this change and a later one as one change, or None where they cancel each other out."""
        before = None if self.before is None else {**(later.before or {}), **self.before}
        after = None if later.after is None else {**(self.after or {}), **later.after}
        if before is not None and after is not None:
            differing = [key for key in before if _differ(before[key], after[key])]
            before, after = {key: before[key] for key in differing}, {key: after[key] for key in differing}
        return RowChange(self.table, self.id, before, after) if before or after else None


@dataclass(slots=True)
class Record:
    """What is known of a transaction until it commits."""

    deed: str
    who: str
    workshop_id: UUID | None
    clock: Callable[[], datetime]
    undoes: int | None = None
    redoes: int | None = None
    rows: dict[tuple[str, UUID], RowChange] = field(default_factory=dict)

    def add(self, change: RowChange) -> None:
        """Add a change, joined with what happened to the same row before."""
        key = change.table, change.id
        joined = self.rows[key].then(change) if key in self.rows else change
        if joined:
            self.rows[key] = joined
        else:
            del self.rows[key]


class JournalSession(Session):
    """A session that writes nothing without a record of it."""

    def bulk_save_objects(self, *_: object, **__: object) -> NoReturn:
        """Raise JournalError."""
        raise JournalError("bulk_save_objects goes past the journal; use add_all")

    def bulk_insert_mappings(self, *_: object, **__: object) -> NoReturn:
        """Raise JournalError."""
        raise JournalError("bulk_insert_mappings goes past the journal; use add_all")

    def bulk_update_mappings(self, *_: object, **__: object) -> NoReturn:
        """Raise JournalError."""
        raise JournalError("bulk_update_mappings goes past the journal; change the rows")


def row_changes(session: Session) -> tuple[RowChange, ...]:
    """Return what the transaction has changed so far, in the order in which the rows were first touched."""
    session.flush()
    return tuple(_record(session).rows.values())


def next_sequence(session: Session) -> int:
    """Return the sequence that the entry of this transaction will have; others that write wait for it."""
    return (session.scalar(select(func.coalesce(func.max(JournalRow.sequence), 0))) or 0) + 1


def _record(session: Session | None) -> Record:
    record = session.info.get(RECORD) if session else None
    if not isinstance(record, Record):
        raise JournalError("rows are written without a deed: use Database.transaction")
    return record


def journalled(row_class: type[Row]) -> Iterator[str]:
    """Yield the names of the columns that the journal keeps: all but the bytes of files."""
    return (
        attribute.key
        for attribute in inspect(row_class).column_attrs
        if not isinstance(attribute.columns[0].type, LargeBinary)
    )


def plain(value: object) -> object:
    """Return a value of a column as it is written in JSON."""
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, datetime) else value


def row_json(row: RowChange) -> dict[str, Any]:
    """Return a change as it stands in the rows of an entry, with only what differs of long lists."""
    before, after = row.before, row.after
    if before is not None and after is not None:
        pairs = {name: spliced(before[name], after[name]) for name in before}
        before, after = ({name: pair[place] for name, pair in pairs.items()} for place in (0, 1))
    return {"table": row.table, "id": str(row.id), "before": before, "after": after}


def _differ(one: object, other: object) -> bool:
    """Whether two values are written otherwise: 1, 1.0 and true are equal, and still three."""
    return one != other or json.dumps(one) != json.dumps(other)


def as_json(row: Row) -> dict[str, Any]:
    """Return the columns of a row as the journal has them."""
    return {key: plain(getattr(row, key)) for key in journalled(type(row))}


def rewrite_record(session: Session, change: Callable[[RowChange], RowChange | None]) -> None:
    """Let the entry of this transaction say something else of its rows, or nothing where `change` returns None."""
    session.flush()
    record = _record(session)
    rewritten = {key: change(row) for key, row in record.rows.items()}
    record.rows = {key: row for key, row in rewritten.items() if row is not None}


def _stored(connection: Connection, row: Row, keys: Iterable[str]) -> dict[str, object]:
    """Return columns of a row as the database has them, whatever the session has made of them since."""
    histories = {key: _history(row, key) for key in keys}
    known = {key: (history.deleted or history.unchanged) for key, history in histories.items()}
    if all(known.values()):
        return {key: plain(next(iter(values))) for key, values in known.items()}
    table = Row.metadata.tables[row.__tablename__]  # something was never loaded, or was set without being loaded
    found = connection.execute(select(*(table.c[key] for key in known)).where(table.c.id == row.id)).one()
    return {key: plain(value) for key, value in zip(known, found, strict=True)}


def _history(row: Row, key: str) -> History:
    return inspect(row).attrs[key].history


@event.listens_for(Row, "after_insert", propagate=True)
def _inserted(_: Mapper[Row], __: Connection, row: Row) -> None:
    _record(object_session(row)).add(RowChange(row.__tablename__, row.id, None, as_json(row)))


@event.listens_for(Row, "before_update", propagate=True)
def _updated(_: Mapper[Row], connection: Connection, row: Row) -> None:
    histories = {key: _history(row, key) for key in journalled(type(row))}
    after = {key: plain(next(iter(history.added))) for key, history in histories.items() if history.has_changes()}
    record = _record(object_session(row))
    if after:
        record.add(RowChange(row.__tablename__, row.id, _stored(connection, row, after), after))


@event.listens_for(Row, "before_delete", propagate=True)
def _deleted(_: Mapper[Row], connection: Connection, row: Row) -> None:
    before = _stored(connection, row, journalled(type(row)))
    _record(object_session(row)).add(RowChange(row.__tablename__, row.id, before, None))


@event.listens_for(JournalSession, "before_commit")
def _write_entry(session: Session) -> None:
    session.flush()
    record = session.info.get(RECORD)
    if not isinstance(record, Record) or not record.rows:
        return
    moment = record.clock()
    entry = {
        "id": entry_id(moment, session.info.get(DEVICE, 0)),
        "sequence": next_sequence(session),
        "at": moment,
        "who": record.who,
        "deed": record.deed,
        "workshop_id": record.workshop_id,
        "undoes": record.undoes,
        "redoes": record.redoes,
        "sealed": False,
        "rows": [row_json(row) for row in record.rows.values()],
    }
    # Past the unit of work, because an entry about the entry would never end.
    session.connection().execute(insert(JournalRow), entry)
    follow(session.connection(), record.rows.values())  # the index of the archive is never behind the tables
    record.rows.clear()


@event.listens_for(JournalSession, "after_soft_rollback")
def _forget(session: Session, _: SessionTransaction) -> None:
    record = session.info.get(RECORD)
    if isinstance(record, Record):
        record.rows.clear()


@event.listens_for(JournalSession, "after_transaction_create")
def _refuse_savepoint(_: Session, transaction: SessionTransaction) -> None:
    if transaction.nested:
        raise JournalError("a savepoint could be rolled back behind the journal's back")


@event.listens_for(JournalSession, "do_orm_execute")
def _refuse_statement(state: ORMExecuteState) -> None:
    if not state.is_select:
        raise JournalError("only select() may be executed: other statements go past the journal; change the rows")
