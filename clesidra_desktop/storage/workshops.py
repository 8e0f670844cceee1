"""Workshops in the database: whole ones in and out, and the list of them."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from clesidra_desktop.domain.days import day_among, days_between
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.storage.tables.annexes import FileRow, WorkshopFileRow
from clesidra_desktop.storage.tables.attendants import AttendantRow
from clesidra_desktop.storage.tables.ways_forward import WayForwardRow
from clesidra_desktop.storage.tables.workshops import WorkshopRow
from clesidra_desktop.storage.upsert import give_ids, owned, upsert

CHUNK = 1000
"""Ids in one question to the database; PostgreSQL takes 65,535 values at the most."""

MAX_FILE_SIZE = 512 * 1024**2
"""The largest file, in bytes, that both engines take safely: SQLite's limit is 1,000,000,000, PostgreSQL's 1 GB."""

EVERYTHING = (selectinload("*"),)
"""Loads all rows below a workshop with one query a table instead of one a row."""


Edit: TypeAlias = Callable[[Workshop], Workshop]
"""Makes another workshop of one."""


@dataclass(frozen=True, slots=True)
class WorkshopSummary:
    """A line of the list of workshops. `attendants` is how many are registered."""

    id: UUID
    title: str
    starts: datetime | None
    place: str
    attendants: int


def list_workshops(session: Session) -> tuple[WorkshopSummary, ...]:
    """Return all workshops, the newest first and those without a start last."""
    attendants = select(func.count()).where(AttendantRow.workshop_id == WorkshopRow.id).scalar_subquery()
    listed = session.execute(
        select(WorkshopRow.id, WorkshopRow.title, WorkshopRow.starts, WorkshopRow.place, attendants).order_by(
            WorkshopRow.starts.desc().nulls_last(), WorkshopRow.title, WorkshopRow.id
        )
    )
    return tuple(WorkshopSummary(*line) for line in listed)


def load_day(session: Session, workshop_id: UUID, moment: datetime) -> date | None:
    """Return the day on which somebody comes or leaves at a local moment; see `day_at`.

    None where a workshop began on an earlier day and nobody knows when it ends: it may go on, or be over.
    """
    found = session.execute(select(WorkshopRow.starts, WorkshopRow.ends).where(WorkshopRow.id == workshop_id)).first()
    day = day_among(days_between(found.starts, found.ends), moment) if found else None
    return None if found and day and found.ends is None and day < moment.date() else day


def load_workshop(session: Session, workshop_id: UUID, *, without: Collection[str] = ()) -> Workshop | None:
    """Return a workshop with everything in it but the lists of rows `without`; None where there is none of this id."""
    parts = {relation.key for relation in owned(WorkshopRow)}.difference(without)
    row = _with_parts(session, workshop_id, parts if without else None)
    return row.to_domain() if row else None


def _with_parts(session: Session, workshop_id: UUID, parts: Collection[str] | None) -> WorkshopRow | None:
    """Return the row of a workshop with some of the lists below it, or all; the others look empty and are not read."""
    if parts is None:
        return session.get(WorkshopRow, workshop_id, options=EVERYTHING)
    below = (selectinload(getattr(WorkshopRow, part)).selectinload("*") for part in sorted(parts))
    row = session.get(WorkshopRow, workshop_id, options=tuple(below))
    if row is not None:
        for relation in owned(WorkshopRow):
            if relation.key not in parts:
                set_committed_value(row, relation.key, [])
    return row


def load_files(session: Session, workshop_id: UUID) -> dict[str, bytes]:
    """Return the contents of a workshop's files by their path inside the workshop file."""
    found = session.execute(
        select(WorkshopFileRow.path, FileRow.content)
        .join(FileRow, FileRow.id == WorkshopFileRow.file_id)
        .where(WorkshopFileRow.workshop_id == workshop_id)
        .order_by(WorkshopFileRow.path)
    )
    return {line.path: line.content for line in found}


def load_digests(session: Session, workshop_id: UUID) -> dict[str, str]:
    """Return the SHA-256 of a workshop's files by their path inside the workshop file."""
    found = session.execute(
        select(WorkshopFileRow.path, FileRow.sha256)
        .join(FileRow, FileRow.id == WorkshopFileRow.file_id)
        .where(WorkshopFileRow.workshop_id == workshop_id)
    )
    return {line.path: line.sha256 for line in found}


def list_files(session: Session, workshop_id: UUID) -> dict[str, UUID]:
    """Return the ids of a workshop's files by their path inside the workshop file."""
    found = session.execute(
        select(WorkshopFileRow.path, WorkshopFileRow.file_id)
        .where(WorkshopFileRow.workshop_id == workshop_id)
        .order_by(WorkshopFileRow.path)
    )
    return {line.path: line.file_id for line in found}


def save_workshop(session: Session, workshop: Workshop, files: Mapping[str, bytes]) -> None:
    """Make the workshop of this id in the database the same as this one; rows that are the same are not touched.

    `files` holds contents by path. Raises UserError where a row of another workshop has an id of this one's rows, or
    where a file is too large.
    """
    _refuse_ids_of_others(session, workshop, AttendantRow, [attendant.id for attendant in workshop.attendants])
    _refuse_ids_of_others(session, workshop, WayForwardRow, [way.id for way in workshop.ways_forward])
    wanted = WorkshopRow.from_domain(workshop, save_contents(session, files))
    row = session.get(WorkshopRow, workshop.id, options=EVERYTHING)
    if row is None:
        give_ids(wanted)
        session.add(wanted)
    else:
        upsert(row, wanted)
    session.flush()


def edit_workshop(
    session: Session, workshop_id: UUID, edit: Edit, files: Mapping[str, bytes], parts: Collection[str] | None = None
) -> None:
    """Make a workshop what `edit` returns for it, and add files to those it has; those of annexes that go, go too.

    `parts` names the lists of rows that `edit` looks at and changes; it sees the others empty, and they stay as they
    are. Without it everything is read. Raises UserError where there is no workshop with this id, or where a file is
    too large.
    """
    row = _with_parts(session, workshop_id, None if parts is None else {*parts, "files"})
    if row is None:
        raise UserError("This workshop is not in the database any more; perhaps it was removed on another computer.")
    before = row.to_domain()
    after = edit(before)
    gone = {annex.file for annex in before.annexes} - {annex.file for annex in after.annexes}
    gone -= _signatures_among(session, workshop_id, gone)
    kept = {one.path: one.file_id for one in row.files if one.path not in gone}
    upsert(row, WorkshopRow.from_domain(after, kept | save_contents(session, files)))
    session.flush()


def _signatures_among(session: Session, workshop_id: UUID, paths: Collection[str]) -> set[str]:
    of_workshop = select(AttendantRow.signature).where(AttendantRow.workshop_id == workshop_id)
    return set(session.scalars(of_workshop.where(AttendantRow.signature.in_(paths)))) if paths else set()


def save_contents(session: Session, files: Mapping[str, bytes]) -> dict[str, UUID]:
    """Add the contents that are not there yet; return the id of each by path. Raises UserError for one too large."""
    for path, content in files.items():
        if len(content) > MAX_FILE_SIZE:
            raise UserError(
                "The file {path} is larger than {limit} MB, which is too large for the database. Make it smaller, or "
                "leave it out.",
                path=path,
                limit=MAX_FILE_SIZE // 1024**2,
            )
    rows = {path: FileRow.from_content(content) for path, content in files.items()}
    new = {row.id: row for row in rows.values()}
    for chunk in _chunks(list(new)):
        for known in session.scalars(select(FileRow.id).where(FileRow.id.in_(chunk))):
            del new[known]
    session.add_all(new.values())
    session.flush()  # before the rows that refer to them
    return {path: row.id for path, row in rows.items()}


OF_OTHERS = {
    "attendants": (
        "“{title}” has ids of attendants that belong to the workshop “{other}” in the database. If it was made from a "
        "copy of that workshop's file, give each of them a new id (a UUID), also where groups name it."
    ),
    "ways_forward": (
        "“{title}” has ids of ways forward that belong to the workshop “{other}” in the database. If it was made from "
        "a copy of that workshop's file, give each of them a new id (a UUID)."
    ),
}
"""What is said where ids of a table are those of another workshop."""


def _refuse_ids_of_others(
    session: Session, workshop: Workshop, row_class: type[AttendantRow] | type[WayForwardRow], ids: Sequence[UUID]
) -> None:
    for chunk in _chunks(ids):
        title = session.scalar(
            select(WorkshopRow.title)
            .join(row_class, row_class.workshop_id == WorkshopRow.id)
            .where(row_class.id.in_(chunk), WorkshopRow.id != workshop.id)
            .limit(1)
        )
        if title is not None:
            raise UserError(OF_OTHERS[row_class.__tablename__], title=workshop.title, other=title)


def _chunks(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))
