"""The registration table: attendants come, go, are corrected and found to be the same person.

Each deed is one transaction. Moments are local to the workshop, as everywhere in it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from clesidra_desktop.domain import attendance
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Attendant
from clesidra_desktop.exchange.text import clean_text
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage import attendants as stored
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.ids import uuid7
from clesidra_desktop.storage.journal import row_changes

YEARS = range(1900, 2101)
"""Birth years that are taken."""

Edit = Callable[[Attendant], Attendant]


def register_attendant(
    database: Database,
    workshop_id: UUID,
    details: Mapping[str, object],
    *,
    who: str,
    arrived: datetime | None = None,
    person_id: UUID | None = None,
) -> tuple[UUID, Changes]:
    """Add an attendant to a workshop; return the id and what changed.

    `details` are fields of Attendant by name. Without `arrived` the attendant is invited and has not come yet.
    `person_id` is who it is in the directory; without it the person is new there. Raises UserError where a detail
    cannot be.
    """
    attendant = _checked(Attendant(id=uuid7(database.now()), name=""), details)
    if arrived:
        attendant = attendance.arrive(attendant, arrived)
    with database.transaction(deed="register_attendant", who=who, workshop_id=workshop_id) as session:
        stored.add_attendant(session, workshop_id, attendant, person_id, uuid7(database.now()))
        return attendant.id, Changes.of(row_changes(session))


def mark_arrived(database: Database, workshop_id: UUID, ids: Iterable[UUID], moment: datetime, *, who: str) -> Changes:
    """Note the arrival of attendants; those who are here already keep their time."""
    return _edit(database, workshop_id, ids, lambda one: attendance.arrive(one, moment), deed="mark_arrived", who=who)


def mark_left(database: Database, workshop_id: UUID, ids: Iterable[UUID], moment: datetime, *, who: str) -> Changes:
    """Note the departure of attendants who are here. Raises UserError for one before the arrival."""
    return _edit(database, workshop_id, ids, lambda one: attendance.leave(one, moment), deed="mark_left", who=who)


def edit_attendants(
    database: Database, workshop_id: UUID, ids: Iterable[UUID], details: Mapping[str, object], *, who: str
) -> Changes:
    """Give attendants the same details: fields of Attendant by name. Raises UserError where a detail cannot be."""
    return _edit(database, workshop_id, ids, lambda one: _checked(one, details), deed="edit_attendants", who=who)


def remove_attendants(database: Database, workshop_id: UUID, ids: Iterable[UUID], *, who: str) -> Changes:
    """Take attendants out of a workshop and its groups. They stay in the directory."""
    with database.transaction(deed="remove_attendants", who=who, workshop_id=workshop_id) as session:
        stored.remove_attendants(session, workshop_id, ids)
        return Changes.of(row_changes(session))


def merge_attendants(database: Database, workshop_id: UUID, kept_id: UUID, other_id: UUID, *, who: str) -> Changes:
    """Make one attendant of two that are the same person.

    What the first leaves empty comes from the second, which goes; so do places in groups and, in the directory, the
    person.
    """
    with database.transaction(deed="merge_attendants", who=who, workshop_id=workshop_id) as session:
        stored.merge_attendants(session, workshop_id, kept_id, other_id)
        return Changes.of(row_changes(session))


def _edit(database: Database, workshop_id: UUID, ids: Iterable[UUID], edit: Edit, *, deed: str, who: str) -> Changes:
    with database.transaction(deed=deed, who=who, workshop_id=workshop_id) as session:
        stored.edit_attendants(session, workshop_id, ids, edit)
        return Changes.of(row_changes(session))


def _checked(attendant: Attendant, details: Mapping[str, object]) -> Attendant:
    """Return an attendant with details: text on one line, without what cannot be printed, a name, a likely year."""
    wanted: dict[str, Any] = {
        name: " ".join(clean_text(value)[0].split()) if type(value) is str else value for name, value in details.items()
    }
    edited = replace(attendant, **wanted)
    if not edited.name:
        raise UserError("An attendant needs a name. Type it, or what the person is called.")
    if edited.birth_year is not None and edited.birth_year not in YEARS:
        raise UserError(
            "{year} is no year of birth. Type a year such as 1990; a Buddhist year has 543 more.",
            year=edited.birth_year,
        )
    return edited
