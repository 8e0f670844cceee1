"""Undo and redo of what was done to a workshop."""

from dataclasses import dataclass
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.history import Entry, last_done, last_undone, take_back
from clesidra_desktop.storage.journal import row_changes


@dataclass(frozen=True, slots=True)
class History:
    """What undo and redo would take back, None where there is nothing."""

    undo: Entry | None
    redo: Entry | None


def find_history(database: Database, workshop_id: UUID, *, who: str) -> History:
    """Return what a person can undo and redo in a workshop: only what that person did."""
    with database.session() as session:
        return History(last_done(session, workshop_id, who), last_undone(session, workshop_id, who))


def undo(database: Database, workshop_id: UUID, *, who: str) -> Changes:
    """Take back what a person did last to a workshop.

    Raises UserError where there is nothing, or where it was changed since.
    """
    entry = find_history(database, workshop_id, who=who).undo
    if entry is None:
        raise UserError("There is nothing to undo.")
    with database.transaction(deed=entry.deed, who=who, workshop_id=workshop_id, undoes=entry.sequence) as session:
        take_back(session, entry)
        return Changes.of(row_changes(session))


def redo(database: Database, workshop_id: UUID, *, who: str) -> Changes:
    """Do again what a person undid last in a workshop; raises UserError as `undo` does."""
    entry = find_history(database, workshop_id, who=who).redo
    if entry is None:
        raise UserError("There is nothing to do again.")
    with database.transaction(deed=entry.deed, who=who, workshop_id=workshop_id, redoes=entry.sequence) as session:
        take_back(session, entry)
        return Changes.of(row_changes(session))
