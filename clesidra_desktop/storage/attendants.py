"""Attendants in the database, one or a few at a time; the directory is told what they tell."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.people import SHARED, completed, person_of, updated
from clesidra_desktop.domain.workshop import Attendant
from clesidra_desktop.storage.people import load_person, save_person
from clesidra_desktop.storage.tables.attendants import AttendantRow
from clesidra_desktop.storage.tables.groups import GroupRow
from clesidra_desktop.storage.upsert import give_ids, upsert

CHUNK = 500
"""Ids in one question to the database."""


def add_attendant(
    session: Session, workshop_id: UUID, attendant: Attendant, known_as: UUID | None, new_person: UUID
) -> None:
    """Add an attendant behind the others, as the person `known_as` in the directory, or as a new one there."""
    known = load_person(session, known_as) if known_as else None
    person = updated(known, attendant) if known else person_of(attendant, new_person)
    save_person(session, person)
    last = session.scalar(select(func.max(AttendantRow.ordinal)).where(AttendantRow.workshop_id == workshop_id))
    row = AttendantRow.from_domain(0 if last is None else last + 1, attendant)
    row.workshop_id, row.person_id = workshop_id, person.id
    give_ids(row)
    session.add(row)


def load_attendants(session: Session, workshop_id: UUID, ids: Iterable[UUID]) -> dict[UUID, Attendant]:
    """Return those of the attendants that are in the workshop, by id."""
    return {id_: row.to_domain() for id_, row in _found(session, workshop_id, ids).items()}


def edit_attendants(
    session: Session, workshop_id: UUID, ids: Iterable[UUID], edit: Callable[[Attendant], Attendant]
) -> None:
    """Make attendants what `edit` returns for them. Raises UserError where one is gone."""
    for row in _rows(session, workshop_id, ids):
        _put(session, row, edit(row.to_domain()))


def remove_attendants(session: Session, workshop_id: UUID, ids: Iterable[UUID]) -> None:
    """Take attendants out of a workshop and its groups. Raises UserError where one is gone already."""
    for row in _rows(session, workshop_id, ids):
        _rename_rapporteur(session, workshop_id, row.id, row.name)
        session.delete(row)


def merge_attendants(session: Session, workshop_id: UUID, kept_id: UUID, other_id: UUID) -> None:
    """Make one attendant of two; see `completed`. Raises UserError where one of them is gone."""
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


def _join_people(session: Session, kept: AttendantRow, other: AttendantRow) -> None:
    if kept.person_id is None:
        kept.person_id = other.person_id
    elif other.person_id:
        person, other_person = load_person(session, kept.person_id), load_person(session, other.person_id)
        if person and other_person and person.id != other_person.id:
            save_person(session, replace(other_person, same_as=person.id))


def _rename_rapporteur(session: Session, workshop_id: UUID, attendant_id: UUID, name: str) -> None:
    """Let groups name their rapporteur otherwise where it is this attendant."""
    groups = select(GroupRow).where(GroupRow.workshop_id == workshop_id, GroupRow.rapporteur == str(attendant_id))
    for group in session.scalars(groups):
        group.rapporteur = name


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
    found = _found(session, workshop_id, asked)
    if missing := [one for one in asked if one not in found]:
        raise UserError(
            "{count} of the attendants are not in this workshop any more; perhaps they were removed on another "
            "computer. Nothing was changed.",
            count=len(missing),
        )
    return [found[one] for one in asked]


def _found(session: Session, workshop_id: UUID, ids: Iterable[UUID]) -> dict[UUID, AttendantRow]:
    asked = list(ids)
    found: dict[UUID, AttendantRow] = {}
    for start in range(0, len(asked), CHUNK):
        here = AttendantRow.id.in_(asked[start : start + CHUNK]), AttendantRow.workshop_id == workshop_id
        found |= {row.id: row for row in session.scalars(select(AttendantRow).where(*here))}
    return found
