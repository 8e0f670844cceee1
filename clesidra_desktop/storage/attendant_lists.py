"""Many attendants at once: all of a workshop, the people they may be, and new ones in one go."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from clesidra_desktop.domain.people import person_of, updated
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.workshop import Attendant, Category, Sex
from clesidra_desktop.storage.attendants import edit_attendants
from clesidra_desktop.storage.people import load_person
from clesidra_desktop.storage.tables.attendants import AttendantRow
from clesidra_desktop.storage.tables.people import PersonRow
from clesidra_desktop.storage.tables.workshops import WorkshopRow
from clesidra_desktop.storage.upsert import give_ids, upsert

CHUNK = 100
"""Attendants that are written before the progress is told: a small part of a second."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Addition:
    """An attendant to be added: as the person `known_as` in the directory, or as the new one `new_person`."""

    attendant: Attendant
    known_as: UUID | None
    new_person: UUID


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Of a person of the directory, that by which the same one is found again. `id` is that of a merged double's."""

    id: UUID
    name: str
    name_km: str
    sex: Sex | None
    birth_year: int | None
    organization: str
    phone: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What of a workshop a list of attendants is read by."""

    categories: tuple[Category, ...]
    starts: datetime | None


def load_frame(session: Session, workshop_id: UUID) -> Frame | None:
    """Return the categories and the start of a workshop, None where there is none with this id."""
    row = session.get(WorkshopRow, workshop_id)
    return Frame(tuple(one.to_domain() for one in row.categories), row.starts) if row else None


def list_attendants(session: Session, workshop_id: UUID) -> list[tuple[Attendant, UUID | None]]:
    """Return the attendants of a workshop in their order, each with the person of the directory."""
    rows = session.scalars(
        select(AttendantRow)
        .where(AttendantRow.workshop_id == workshop_id)
        .order_by(AttendantRow.ordinal)
        .options(selectinload(AttendantRow.stays))
    )
    return [(row.to_domain(), row.person_id) for row in rows]


def list_people(session: Session) -> list[KnownPerson]:
    """Return everybody in the directory, a merged double by the id of the person it was merged with."""
    columns = PersonRow.id, PersonRow.name, PersonRow.name_km, PersonRow.sex, PersonRow.birth_year
    found = session.execute(select(*columns, PersonRow.organization, PersonRow.phone, PersonRow.same_as)).all()
    merged = {line.id: line.same_as for line in found if line.same_as}
    return [
        KnownPerson(
            id=_root(line.id, merged),
            name=line.name,
            name_km=line.name_km,
            sex=Sex(line.sex) if line.sex else None,
            birth_year=line.birth_year,
            organization=line.organization,
            phone=line.phone,
        )
        for line in found
    ]


def _root(person_id: UUID, merged: Mapping[UUID, UUID]) -> UUID:
    seen = {person_id}
    while (other := merged.get(person_id)) and other not in seen:
        seen.add(other)
        person_id = other
    return person_id


def add_attendants(
    session: Session, workshop_id: UUID, additions: Sequence[Addition], progress: Progress = no_progress
) -> None:
    """Add attendants behind the others, in this order, and tell the directory what they tell.

    `progress` is called after each part with how many were added and how many there are; what it raises passes.
    """
    last = session.scalar(select(func.max(AttendantRow.ordinal)).where(AttendantRow.workshop_id == workshop_id))
    ordinal = -1 if last is None else last
    done = 0
    for part in _parts(additions):
        people = _save_people(session, part)
        session.flush()  # attendants refer to them
        for addition, person_id in zip(part, people, strict=True):
            ordinal += 1
            row = AttendantRow.from_domain(ordinal, addition.attendant)
            row.workshop_id, row.person_id = workshop_id, person_id
            give_ids(row)
            session.add(row)
        session.flush()
        done += len(part)
        progress(done, len(additions))


def complete_attendants(
    session: Session,
    workshop_id: UUID,
    gains: Mapping[UUID, Mapping[str, Any]],
    progress: Progress = no_progress,
) -> None:
    """Give each attendant the fields by name that it gains; `progress` is as in `add_attendants`.

    Raises UserError where one is gone.
    """
    done = 0
    for part in _parts(list(gains)):
        people = select(PersonRow).join(AttendantRow, AttendantRow.person_id == PersonRow.id)
        kept = session.scalars(people.where(AttendantRow.id.in_(part))).all()  # so that none is asked for alone
        edit_attendants(session, workshop_id, part, lambda one: replace(one, **gains[one.id]))
        session.flush()
        done += len(part)
        progress(done, len(gains))
        del kept


def _save_people(session: Session, additions: Sequence[Addition]) -> list[UUID]:
    """Make the people of additions what these tell of them; return the id of each."""
    asked = [one.known_as for one in additions if one.known_as]
    rows = {row.id: row for row in session.scalars(select(PersonRow).where(PersonRow.id.in_(asked)))}
    ids = []
    for addition in additions:
        row = rows.get(addition.known_as) if addition.known_as else None
        known = load_person(session, row.id) if row else None
        if known is None:
            person = person_of(addition.attendant, addition.new_person)
            session.add(PersonRow.from_domain(person))
        else:
            person = updated(known, addition.attendant)
            upsert(session.get_one(PersonRow, person.id), PersonRow.from_domain(person))
        ids.append(person.id)
    return ids


def _parts(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))
