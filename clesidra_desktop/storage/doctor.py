"""What a database says of its own health."""

import hashlib
from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clesidra_desktop.storage.schema import REVISIONS
from clesidra_desktop.storage.tables.annexes import FileRow, WorkshopFileRow
from clesidra_desktop.storage.tables.journal import JournalRow
from clesidra_desktop.storage.tables.workshops import WorkshopRow

MOST = 10
"""How many faults of a kind are told."""


def engine_faults(session: Session) -> list[str]:
    """Return what SQLite finds wrong in its file, in its own words; a server looks after its files itself."""
    if session.get_bind().dialect.name != "sqlite":
        return []
    said = session.connection().exec_driver_sql(f"PRAGMA integrity_check({MOST})").scalars().all()
    return [str(line) for line in said if line != "ok"]


def orphans(session: Session) -> list[tuple[str, str]]:
    """Return the tables of rows whose parents are missing, and those of the parents; a server allows none."""
    if session.get_bind().dialect.name != "sqlite":
        return []
    found = session.connection().exec_driver_sql("PRAGMA foreign_key_check").all()
    return list(dict.fromkeys((str(row[0]), str(row[2])) for row in found))[:MOST]


def schema_revision(session: Session) -> tuple[str, str]:
    """Return the revision of the schema, and the one that this program expects."""
    found = session.connection().exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return str(found), REVISIONS[-1]


def journal_gap(session: Session) -> int | None:
    """Return the first sequence that is missing in the journal; None where all are there from 1 on."""
    count, last = session.execute(select(func.count(), func.max(JournalRow.sequence))).one()
    if count == (last or 0):
        return None
    expected = 1
    for sequence in session.scalars(select(JournalRow.sequence).order_by(JournalRow.sequence)):
        if sequence != expected:
            break
        expected += 1
    return expected


def all_workshops(session: Session) -> list[tuple[UUID, str]]:
    """Return the ids and titles of all workshops."""
    return [(row.id, row.title) for row in session.execute(select(WorkshopRow.id, WorkshopRow.title))]


def all_files(session: Session) -> list[UUID]:
    """Return the ids of all files."""
    return list(session.scalars(select(FileRow.id).order_by(FileRow.id)))


def is_file_whole(session: Session, file_id: UUID) -> bool:
    """Whether a file is what its row says of it."""
    found = session.execute(select(FileRow.sha256, FileRow.size, FileRow.content).where(FileRow.id == file_id)).one()
    return bool(len(found.content) == found.size and hashlib.sha256(found.content).hexdigest() == found.sha256)


def names_of_file(session: Session, file_id: UUID) -> Iterator[tuple[str, str]]:
    """Yield the titles of the workshops that have a file, each with its path there."""
    found = session.execute(
        select(WorkshopRow.title, WorkshopFileRow.path)
        .join(WorkshopRow, WorkshopRow.id == WorkshopFileRow.workshop_id)
        .where(WorkshopFileRow.file_id == file_id)
    )
    yield from ((row.title, row.path) for row in found)
