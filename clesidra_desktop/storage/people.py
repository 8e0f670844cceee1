"""The directory in the database."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from clesidra_desktop.domain.people import Person
from clesidra_desktop.storage.ids import keyed_id
from clesidra_desktop.storage.tables.people import PersonRow, ToldApartRow
from clesidra_desktop.storage.upsert import upsert

CHUNK = 500
"""Ids in one question to the database."""


def load_person(session: Session, person_id: UUID) -> Person | None:
    """Return a person, or the one that a double was merged with; None where there is nobody with this id."""
    row = session.get(PersonRow, root_of(session, person_id))
    return row.to_domain() if row else None


def load_person_itself(session: Session, person_id: UUID) -> Person | None:
    """Return a person also where he or she was found to be another one."""
    row = session.get(PersonRow, person_id)
    return row.to_domain() if row else None


def root_of(session: Session, person_id: UUID) -> UUID:
    """Return the id of the person that a double was merged with, or the same id where it was not."""
    seen = {person_id}
    while (row := session.get(PersonRow, person_id)) and row.same_as is not None and row.same_as not in seen:
        person_id = row.same_as
        seen.add(person_id)
    return person_id


def hold_people(session: Session, ids: Iterable[UUID | None]) -> list[PersonRow]:
    """Return rows of people with few questions; as long as they are held, asking for one of them costs nothing."""
    asked = sorted({id_ for id_ in ids if id_ is not None})
    chunks = (asked[start : start + CHUNK] for start in range(0, len(asked), CHUNK))
    return [row for chunk in chunks for row in session.scalars(select(PersonRow).where(PersonRow.id.in_(chunk)))]


def doubles_of(session: Session, person_id: UUID) -> list[UUID]:
    """Return the ids of those that were found to be this person, also by way of others."""
    found: list[UUID] = []
    above = [person_id]
    while above:
        below = session.scalars(select(PersonRow.id).where(PersonRow.same_as.in_(above)).order_by(PersonRow.id))
        above = [id_ for id_ in below if id_ not in (person_id, *found)]
        found += above
    return found


def save_person(session: Session, person: Person) -> None:
    """Make the person of this id in the directory like this one; rows of others may refer to it at once."""
    save_people(session, [person])


def save_people(session: Session, people: Iterable[Person]) -> None:
    """Make people of the directory like these; rows of others may refer to them at once."""
    new = []
    for person in people:
        row, wanted = session.get(PersonRow, person.id), PersonRow.from_domain(person)
        if row is None:
            new.append(wanted)
        else:
            upsert(row, wanted)
    if new:
        session.add_all(new)
        session.flush()


def tell_apart(session: Session, one: UUID, other: UUID) -> None:
    """Remember that two, people or attendants, are not the same person."""
    first, second = sorted((one, other))
    id_ = keyed_id(first, ToldApartRow.__tablename__, str(second))
    if session.get(ToldApartRow, id_) is None:
        row = ToldApartRow(first_id=first, second_id=second)
        row.id = id_
        session.add(row)


def pairs_told_apart(session: Session) -> set[frozenset[UUID]]:
    """Return the pairs of ids, of people and of attendants, that are known not to be the same person."""
    pairs = session.execute(select(ToldApartRow.first_id, ToldApartRow.second_id))
    return {frozenset((pair.first_id, pair.second_id)) for pair in pairs}
