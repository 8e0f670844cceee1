"""Undo and redo of what was done to a workshop or to the directory, and what the database says of its newest state.

The workshop is None for what was done to the directory alone: people, organizations. Each has a history of its own.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.history import entries_since, last_done, last_undone, newest_entry, take_back
from clesidra_desktop.storage.journal import next_sequence, row_changes
from clesidra_desktop.storage.subjects import Subject, find_subject


@dataclass(frozen=True, slots=True)
class Saved:
    """The newest entry of a workshop as the database has it. `at` is the moment with its offset from UTC."""

    sequence: int
    at: datetime
    who: str
    deed: str


@dataclass(frozen=True, slots=True)
class Step:
    """What undo or redo would do, for a sentence such as “Undo: registered Sok Dara”; its place in the journal."""

    sequence: int
    deed: str
    subject: Subject
    at: datetime


@dataclass(frozen=True, slots=True)
class State:
    """What a window shows after a deed, read back from the database; None where there is nothing."""

    saved: Saved | None
    undo: Step | None
    redo: Step | None


@dataclass(frozen=True, slots=True)
class Feed:
    """What changed since an entry of the journal. `sequence` is the newest entry that is in it."""

    sequence: int
    changes: Changes


def read_back(database: Database, workshop_id: UUID | None, *, who: str) -> State:
    """Return what was saved last to a workshop or to the directory, and what a person can undo and redo there."""
    with database.session() as session:
        newest = newest_entry(session, workshop_id)
        entries = last_done(session, workshop_id, who), last_undone(session, workshop_id, who)
        undo_step, redo_step = (
            Step(one.sequence, one.deed, find_subject(session, one), one.at) if one else None for one in entries
        )
        return State(Saved(*newest) if newest else None, undo_step, redo_step)


def newest_sequence(database: Database) -> int:
    """Return the sequence of the newest entry of the journal, 0 where there is none: `changes_since` begins there."""
    with database.session() as session:
        return next_sequence(session) - 1


def changes_since(database: Database, sequence: int, workshop_id: UUID | None = None) -> Feed:
    """Return what was changed after an entry of the journal, by whomever: on this computer or another one.

    With a workshop it is what may concern it: what was done to it and to the directory. Ask with 0 for everything.
    """
    with database.session() as session:
        entries = list(entries_since(session, sequence, workshop_id))
    newest = entries[-1][0] if entries else sequence
    return Feed(newest, Changes.over(rows for _, rows in entries))


def undo(database: Database, workshop_id: UUID | None, *, who: str) -> Changes:
    """Take back what a person did last to a workshop, or to the directory.

    Raises UserError where there is nothing, or where it was changed since.
    """
    with database.session() as session:
        entry = last_done(session, workshop_id, who)
    if entry is None:
        raise UserError("There is nothing to undo.")
    with database.transaction(deed=entry.deed, who=who, workshop_id=workshop_id, undoes=entry.sequence) as session:
        take_back(session, entry)
        return Changes.of(row_changes(session))


def redo(database: Database, workshop_id: UUID | None, *, who: str) -> Changes:
    """Do again what a person undid last; raises UserError as `undo` does."""
    with database.session() as session:
        entry = last_undone(session, workshop_id, who)
    if entry is None:
        raise UserError("There is nothing to do again.")
    with database.transaction(deed=entry.deed, who=who, workshop_id=workshop_id, redoes=entry.sequence) as session:
        take_back(session, entry)
        return Changes.of(row_changes(session))
