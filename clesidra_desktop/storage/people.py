"""The directory in the database."""

from uuid import UUID

from sqlalchemy.orm import Session

from clesidra_desktop.domain.people import Person
from clesidra_desktop.storage.tables.people import PersonRow
from clesidra_desktop.storage.upsert import upsert


def load_person(session: Session, person_id: UUID) -> Person | None:
    """Return a person, or the one that a double was merged with; None where there is nobody with this id."""
    seen: set[UUID] = set()
    row = session.get(PersonRow, person_id)
    while row is not None and row.same_as is not None and row.id not in seen:
        seen.add(row.id)
        row = session.get(PersonRow, row.same_as)
    return row.to_domain() if row else None


def save_person(session: Session, person: Person) -> None:
    """Make the person of this id in the directory like this one; rows of others may refer to it at once."""
    row = session.get(PersonRow, person.id)
    wanted = PersonRow.from_domain(person)
    if row is None:
        session.add(wanted)
    else:
        upsert(row, wanted)
    session.flush()
