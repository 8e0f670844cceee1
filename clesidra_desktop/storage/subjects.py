"""Whom or what an entry of the journal is about, in a word that a sentence can name."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from clesidra_desktop.storage.history import Entry
from clesidra_desktop.storage.journal import RowChange
from clesidra_desktop.storage.tables.base import Row

NAMES = {
    "attendants": "name",
    "people": "name",
    "organizations": "name",
    "agenda_items": "title",
    "polls": "question",
    "ways_forward": "text",
    "annexes": "title",
    "groups": "sector",
    "answers": "sector",
    "sectors": "title",
    "questions": "text",
    "categories": "label",
    "quotas": "value",
    "minutes_sections": "key",
    "workshops": "title",
}
"""The column that names a row, by table; what stands first is what a deed is about."""

ABOVE = {
    "stays": ("attendants", "attendant_id"),
    "group_members": ("attendants", "attendant_id"),
    "group_locks": ("attendants", "attendant_id"),
    "split_members": ("attendants", "attendant_id"),
    "wishes": ("attendants", "attendant_id"),
    "poll_options": ("polls", "poll_id"),
    "told_apart": ("people", "first_id"),
    "workshop_files": ("workshops", "workshop_id"),
}
"""Rows that have no name themselves: the table of the row above them, and the column that points to it."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a deed was about: a table, the name of one of its rows, and how many of its rows were touched.

    Whatever starts an agenda item is about that one, though another ends by it.
    """

    table: str = ""
    name: str = ""
    count: int = 0


def find_subject(session: Session, entry: Entry) -> Subject:
    """Return what an entry is about; a subject without a name where the rows are gone or have none."""
    met: dict[str, dict[UUID, str | None]] = {}
    started = [row for row in entry.rows if row.table == "agenda_items" and _is_started(row)]
    for row in started or entry.rows:
        if row.table in NAMES:
            met.setdefault(row.table, {})[row.id] = _value(row, NAMES[row.table])
        elif row.table in ABOVE:
            table, column = ABOVE[row.table]
            above = _value(row, column) or _stored(session, row.table, column, row.id)
            if above is not None:
                met.setdefault(table, {}).setdefault(UUID(str(above)), None)
    for table, column in NAMES.items():
        if rows := met.get(table):
            named = ((name or _stored(session, table, column, id_)) for id_, name in rows.items())
            return Subject(table, str(next(filter(None, named), "")), len(rows))
    return Subject()


def _is_started(row: RowChange) -> bool:
    """Whether an item was started, or that was taken back."""
    if row.before is None or row.after is None:
        return False
    return bool(row.before.get("started")) != bool(row.after.get("started"))


def _value(row: RowChange, column: str) -> str | None:
    """Return a column of a row as the entry has it: as it was afterwards, or before where the row went."""
    return (row.after or row.before or {}).get(column)


def _stored(session: Session, table: str, column: str, id_: UUID) -> object:
    columns = Row.metadata.tables[table].c
    return session.scalar(select(columns[column]).where(columns.id == id_))
