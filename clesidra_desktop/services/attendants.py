"""The registration table: attendants come, go, are corrected and found to be the same person.

Each deed is one transaction. Moments are local to the workshop, as everywhere in it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clesidra_desktop.domain import attendance
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.people import SHARED, completed, person_of, updated
from clesidra_desktop.domain.workshop import Attendant
from clesidra_desktop.exchange.text import clean_text
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.ids import uuid7
from clesidra_desktop.storage.journal import row_changes
from clesidra_desktop.storage.people import load_person, save_person
from clesidra_desktop.storage.tables.attendants import AttendantRow
from clesidra_desktop.storage.tables.groups import GroupRow
from clesidra_desktop.storage.upsert import give_ids, upsert

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
        known = load_person(session, person_id) if person_id else None
        person = updated(known, attendant) if known else person_of(attendant, uuid7(database.now()))
        save_person(session, person)
        last = session.scalar(select(func.max(AttendantRow.ordinal)).where(AttendantRow.workshop_id == workshop_id))
        row = AttendantRow.from_domain(0 if last is None else last + 1, attendant)
        row.workshop_id, row.person_id = workshop_id, person.id
        give_ids(row)
        session.add(row)
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
        for row in _rows(session, workshop_id, ids):
            _rename_rapporteur(session, workshop_id, row.id, row.name)
            session.delete(row)
        return Changes.of(row_changes(session))


def merge_attendants(database: Database, workshop_id: UUID, kept_id: UUID, other_id: UUID, *, who: str) -> Changes:
    """Make one attendant of two that are the same person.

    What the first leaves empty comes from the second, which goes; so do places in groups and, in the directory, the
    person.
    """
    with database.transaction(deed="merge_attendants", who=who, workshop_id=workshop_id) as session:
        kept, other = _rows(session, workshop_id, [kept_id, other_id])
        joined = completed(kept.to_domain(), other.to_domain())
        if not kept.memberships:
            for member in other.memberships:
                member.attendant_id = kept_id
            session.flush()
            session.expire(other, ["memberships"])  # or they would go with it
        _rename_rapporteur(session, workshop_id, other_id, str(kept_id))
        _join_people(session, kept, other)
        session.delete(other)
        session.flush()
        _put(session, kept, joined)
        return Changes.of(row_changes(session))


def _join_people(session: Session, kept: AttendantRow, other: AttendantRow) -> None:
    if kept.person_id is None:
        kept.person_id = other.person_id
    elif other.person_id and other.person_id != kept.person_id:
        person = load_person(session, other.person_id)
        if person and person.id != kept.person_id:
            save_person(session, replace(person, same_as=kept.person_id))


def _rename_rapporteur(session: Session, workshop_id: UUID, attendant_id: UUID, name: str) -> None:
    """Let groups name their rapporteur otherwise where it is this attendant."""
    groups = select(GroupRow).where(GroupRow.workshop_id == workshop_id, GroupRow.rapporteur == str(attendant_id))
    for group in session.scalars(groups):
        group.rapporteur = name


def _edit(database: Database, workshop_id: UUID, ids: Iterable[UUID], edit: Edit, *, deed: str, who: str) -> Changes:
    with database.transaction(deed=deed, who=who, workshop_id=workshop_id) as session:
        for row in _rows(session, workshop_id, ids):
            _put(session, row, edit(row.to_domain()))
        return Changes.of(row_changes(session))


def _put(session: Session, row: AttendantRow, attendant: Attendant) -> None:
    """Make a row like an attendant, and tell the directory."""
    before = row.to_domain()
    upsert(row, AttendantRow.from_domain(row.ordinal, attendant))
    if row.person_id and any(getattr(before, name) != getattr(attendant, name) for name in SHARED):
        person = load_person(session, row.person_id)
        if person:
            save_person(session, updated(person, attendant))


def _rows(session: Session, workshop_id: UUID, ids: Iterable[UUID]) -> list[AttendantRow]:
    """Return the rows of attendants in the order asked for. Raises UserError where one is gone."""
    asked = list(dict.fromkeys(ids))
    found = session.scalars(
        select(AttendantRow).where(AttendantRow.id.in_(asked), AttendantRow.workshop_id == workshop_id)
    )
    by_id = {row.id: row for row in found}
    if missing := [one for one in asked if one not in by_id]:
        raise UserError(
            "{count} of the attendants are not in this workshop any more; perhaps they were removed on another "
            "computer. Nothing was changed.",
            count=len(missing),
        )
    return [by_id[one] for one in asked]


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
