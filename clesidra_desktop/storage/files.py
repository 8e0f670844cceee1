"""Single files of a workshop, such as signatures, by their paths inside the workshop file."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from clesidra_desktop.storage.ids import keyed_id
from clesidra_desktop.storage.tables.annexes import FileRow, WorkshopFileRow
from clesidra_desktop.storage.workshops import save_contents


def put_file(session: Session, workshop_id: UUID, path: str, content: bytes) -> None:
    """Let a workshop have a file, in the place of another one of this path. Raises UserError for one too large."""
    file_id = save_contents(session, {path: content})[path]
    row = _found(session, workshop_id, path)
    if row is None:
        row = WorkshopFileRow(path=path, file_id=file_id)
        row.workshop_id = workshop_id
        row.id = keyed_id(workshop_id, WorkshopFileRow.__tablename__, path, 1)
        session.add(row)
    row.file_id = file_id


def load_file(session: Session, workshop_id: UUID, path: str) -> bytes | None:
    """Return the contents of a file of a workshop; None where it has none of this path."""
    row = _found(session, workshop_id, path)
    return session.scalar(select(FileRow.content).where(FileRow.id == row.file_id)) if row else None


def has_file(session: Session, workshop_id: UUID, path: str) -> bool:
    """Whether a workshop has a file of this path."""
    return _found(session, workshop_id, path) is not None


def drop_file(session: Session, workshop_id: UUID, path: str) -> None:
    """Let a workshop have no file of this path."""
    row = _found(session, workshop_id, path)
    if row is not None:
        session.delete(row)


def _found(session: Session, workshop_id: UUID, path: str) -> WorkshopFileRow | None:
    here = WorkshopFileRow.workshop_id == workshop_id, WorkshopFileRow.path == path
    return session.scalar(select(WorkshopFileRow).where(*here))
