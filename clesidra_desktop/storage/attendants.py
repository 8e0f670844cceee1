"""Attendants in the database, one or a few at a time; the directory is told what they tell."""

from collections.abc import Callable, Iterable, Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.sql.base import ExecutableOption

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.people import SHARED, person_of, updated
from clesidra_desktop.domain.workshop import Attendant
from clesidra_desktop.storage.people import doubles_of, hold_people, load_person, save_people, save_person
from clesidra_desktop.storage.tables.attendants import AttendantRow, StayRow
from clesidra_desktop.storage.tables.groups import GroupRow
from clesidra_desktop.storage.upsert import give_ids, upsert

CHUNK = 500
"""Ids in one question to the database."""

WITH_STAYS = (selectinload(AttendantRow.stays),)
"""Loads the stays of many attendants with one question."""

WITH_ALL_THAT_GOES = (
    *WITH_STAYS,
    selectinload(AttendantRow.memberships),
    selectinload(AttendantRow.locks),
    selectinload(AttendantRow.split_memberships),
    selectinload(AttendantRow.wishes),
)
"""Loads what goes with attendants who are removed: one question each, not one for every attendant."""


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


def adopt(
    session: Session, workshop_id: UUID, find: Callable[[Attendant], UUID | None], new_id: Callable[[], UUID]
) -> None:
    """Let attendants who are nobody in the directory be the person that `find` returns, or a new one there."""
    nobody = AttendantRow.workshop_id == workshop_id, AttendantRow.person_id.is_(None)
    found = session.scalars(select(AttendantRow).where(*nobody).order_by(AttendantRow.ordinal).options(*WITH_STAYS))
    rows = found.all()
    people = []
    for row in rows:
        attendant = row.to_domain()
        known = load_person(session, id_) if (id_ := find(attendant)) else None
        people.append(updated(known, attendant) if known else person_of(attendant, new_id()))
    save_people(session, people)
    for row, person in zip(rows, people, strict=True):
        row.person_id = person.id


def find_attendant(session: Session, workshop_id: UUID, person_id: UUID) -> UUID | None:
    """Return the id of the first attendant of a workshop who is this person, also as a double that was merged."""
    people = [person_id, *doubles_of(session, person_id)]
    here = AttendantRow.workshop_id == workshop_id, AttendantRow.person_id.in_(people)
    return session.scalar(select(AttendantRow.id).where(*here).order_by(AttendantRow.ordinal).limit(1))


def attendant_ids(session: Session, workshop_id: UUID) -> list[UUID]:
    """Return the ids of the attendants of a workshop in their order."""
    ids = select(AttendantRow.id).where(AttendantRow.workshop_id == workshop_id).order_by(AttendantRow.ordinal)
    return list(session.scalars(ids))


def attendants_of_stays(session: Session, ids: Iterable[UUID]) -> set[UUID]:
    """Return the ids of the attendants to whom arrivals and departures belong; those of removed ones are left out."""
    asked = list(ids)
    chunks = (asked[start : start + CHUNK] for start in range(0, len(asked), CHUNK))
    return {
        id_ for chunk in chunks for id_ in session.scalars(select(StayRow.attendant_id).where(StayRow.id.in_(chunk)))
    }


def load_attendants(session: Session, workshop_id: UUID, ids: Iterable[UUID]) -> dict[UUID, Attendant]:
    """Return those of the attendants that are in the workshop, by id."""
    return {id_: row.to_domain() for id_, row in _found(session, workshop_id, ids).items()}


def load_all_attendants(session: Session, workshop_id: UUID) -> tuple[Attendant, ...]:
    """Return the attendants of a workshop in their order."""
    rows = select(AttendantRow).where(AttendantRow.workshop_id == workshop_id).order_by(AttendantRow.ordinal)
    return tuple(row.to_domain() for row in session.scalars(rows.options(selectinload(AttendantRow.stays))))


def edit_attendants(
    session: Session, workshop_id: UUID, ids: Iterable[UUID], edit: Callable[[Attendant], Attendant]
) -> None:
    """Make attendants what `edit` returns for them. Raises UserError where one is gone."""
    rows = attendant_rows(session, workshop_id, ids)
    held = hold_people(session, (row.person_id for row in rows))
    for row in rows:
        put_attendant(session, row, edit(row.to_domain()))
    del held


def remove_attendants(session: Session, workshop_id: UUID, ids: Iterable[UUID]) -> None:
    """Take attendants out of a workshop and its groups. Raises UserError where one is gone already."""
    rows = attendant_rows(session, workshop_id, ids, WITH_ALL_THAT_GOES)
    names = {str(row.id): row.name for row in rows}
    for group in session.scalars(select(GroupRow).where(GroupRow.workshop_id == workshop_id)):
        group.rapporteur = names.get(group.rapporteur, group.rapporteur)
    for row in rows:
        session.delete(row)


def rename_rapporteur(session: Session, workshop_id: UUID, attendant_id: UUID, name: str) -> None:
    """Let groups name their rapporteur otherwise where it is this attendant."""
    groups = select(GroupRow).where(GroupRow.workshop_id == workshop_id, GroupRow.rapporteur == str(attendant_id))
    for group in session.scalars(groups):
        group.rapporteur = name


def put_attendant(session: Session, row: AttendantRow, attendant: Attendant) -> None:
    """Make a row like an attendant, and tell the directory."""
    before = row.to_domain()
    upsert(row, AttendantRow.from_domain(row.ordinal, attendant))
    if row.person_id and any(getattr(before, name) != getattr(attendant, name) for name in SHARED):
        person = load_person(session, row.person_id)
        if person:
            save_person(session, updated(person, attendant))


def attendant_rows(
    session: Session, workshop_id: UUID, ids: Iterable[UUID], loading: Sequence[ExecutableOption] = WITH_STAYS
) -> list[AttendantRow]:
    """Return the rows of attendants in the order asked for. Raises UserError where one is gone."""
    asked = list(dict.fromkeys(ids))
    found = _found(session, workshop_id, asked, loading)
    if missing := [one for one in asked if one not in found]:
        raise UserError(
            "{count} of the attendants are not in this workshop any more; perhaps they were removed on another "
            "computer. Nothing was changed.",
            count=len(missing),
        )
    return [found[one] for one in asked]


def _found(
    session: Session, workshop_id: UUID, ids: Iterable[UUID], loading: Sequence[ExecutableOption] = WITH_STAYS
) -> dict[UUID, AttendantRow]:
    asked = list(ids)
    found: dict[UUID, AttendantRow] = {}
    for start in range(0, len(asked), CHUNK):
        here = AttendantRow.id.in_(asked[start : start + CHUNK]), AttendantRow.workshop_id == workshop_id
        found |= {row.id: row for row in session.scalars(select(AttendantRow).where(*here).options(*loading))}
    return found
