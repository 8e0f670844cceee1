"""Two that are the same person become one, and come apart again: attendants of a workshop, people of the directory."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage import merging as stored
from clesidra_desktop.storage.attendants import edit_attendants
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.journal import row_changes
from clesidra_desktop.storage.merging import Merge
from clesidra_desktop.storage.people import load_person, save_person


def list_merges(database: Database, workshop_id: UUID | None) -> tuple[Merge, ...]:
    """Return the merges of a workshop, or of the directory, that can come apart; the newest first."""
    with database.session() as session:
        return stored.list_merges(session, workshop_id)


@dataclass(frozen=True, slots=True)
class MergeOfPeople:
    """Two people of the directory who were made one: their names, who went, and the moment with its offset."""

    kept: str
    other: str
    other_id: UUID
    at: datetime


def find_merges(database: Database) -> tuple[MergeOfPeople, ...]:
    """Return the merges of the directory that can come apart, the newest first."""
    with database.session() as session:
        merges = stored.list_merges(session, None)
        named = [(one, load_person(session, one.kept_id)) for one in merges]
        return tuple(MergeOfPeople(kept.name, one.name, one.other_id, one.at) for one, kept in named if kept)


def merge_attendants(
    database: Database,
    workshop_id: UUID,
    kept_id: UUID,
    other_id: UUID,
    *,
    who: str,
    chosen: Mapping[str, object] | None = None,
) -> Changes:
    """Make one attendant of two that are the same person.

    What the first leaves empty comes from the second, which goes; so do places in groups and, in the directory, the
    person. `chosen` are fields of Attendant that are to be otherwise. Raises UserError where one of them is gone.
    """
    with database.transaction(deed="merge_attendants", who=who, workshop_id=workshop_id) as session:
        stored.merge_attendants(session, workshop_id, kept_id, other_id)
        if chosen:
            edit_attendants(session, workshop_id, [kept_id], lambda one: replace(one, **cast("dict[str, Any]", chosen)))
        return Changes.of(row_changes(session))


def unmerge_attendants(database: Database, workshop_id: UUID, other_id: UUID, *, who: str) -> Changes:
    """Let two attendants who were merged come apart as they were; `other_id` is the one who went.

    What was changed since stays with the kept one. Raises UserError where they cannot come apart.
    """
    with database.transaction(deed="unmerge_attendants", who=who, workshop_id=workshop_id) as session:
        stored.part_attendants(session, workshop_id, other_id)
        return Changes.of(row_changes(session))


def merge_people(
    database: Database, kept_id: UUID, other_id: UUID, *, who: str, chosen: Mapping[str, object] | None = None
) -> Changes:
    """Make one person of two of the directory: what the first leaves empty comes from the second.

    The workshops of both are those of the one. `chosen` are fields of Person that are to be otherwise. Raises
    UserError where one of them is gone.
    """
    with database.transaction(deed="merge_people", who=who) as session:
        stored.merge_people(session, kept_id, other_id)
        if chosen and (kept := load_person(session, kept_id)):
            save_person(session, replace(kept, **cast("dict[str, Any]", chosen)))
        return Changes.of(row_changes(session))


def unmerge_people(database: Database, other_id: UUID, *, who: str) -> Changes:
    """Let a person who was merged into another one be on his or her own again; raises UserError where it is so."""
    with database.transaction(deed="unmerge_people", who=who) as session:
        stored.part_people(session, other_id)
        return Changes.of(row_changes(session))
