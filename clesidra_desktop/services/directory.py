"""The directory: people across workshops, as lists, with what they took part in, and edited."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.people import SHARED, Person, attendant_of
from clesidra_desktop.services.attendants import checked
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage import directory as stored
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.directory import Attended, Known, load_attended
from clesidra_desktop.storage.ids import uuid7
from clesidra_desktop.storage.journal import row_changes
from clesidra_desktop.storage.organizations import known_name
from clesidra_desktop.storage.people import doubles_of, load_person, load_person_itself, root_of, save_person

PAGE = 100
"""People of a page of the list."""

GONE = "This person is not in the directory any more; perhaps on another computer. Look again."


@dataclass(frozen=True, slots=True)
class Page:
    """A part of the list of people. `total` is how many people the whole list has."""

    people: tuple[Known, ...]
    offset: int
    total: int


@dataclass(frozen=True, slots=True)
class PersonHistory:
    """A person with the doubles that were merged, and the workshops that they were attendants of, the newest first."""

    person: Person
    doubles: tuple[Person, ...]
    attended: tuple[Attended, ...]


def list_people(database: Database, *, offset: int = 0, limit: int = PAGE, found: Sequence[UUID] | None = None) -> Page:
    """Return a page of the directory, by name.

    `found` are ids of people in an order of their own, such as that of a finder (`people_index`): the list is of them.
    """
    with database.session() as session:
        total = len(found) if found is not None else stored.count_people(session)
        ids = (
            list(found[offset : offset + limit]) if found is not None else stored.page_of_people(session, offset, limit)
        )
        known = {one.id: one for one in stored.load_known(session, ids)}
    return Page(tuple(known[id_] for id_ in ids if id_ in known), offset, total)


def place_of_person(database: Database, person_id: UUID) -> int | None:
    """Return the place of a person in the whole list, from 0 on; None where there is nobody with this id."""
    with database.session() as session:
        return stored.place_of_person(session, root_of(session, person_id))


def find_person(database: Database, person_id: UUID) -> PersonHistory:
    """Return a person with his or her history. Raises UserError where there is nobody with this id."""
    history = _history(database, person_id)
    if history is None:
        raise UserError(GONE)
    return history


def find_pair(database: Database, first: UUID, second: UUID) -> tuple[PersonHistory, PersonHistory] | None:
    """Return two people with their histories; None where one of them is gone, or they are one already."""
    one, other = _history(database, first), _history(database, second)
    return (one, other) if one and other and one.person.id != other.person.id else None


def add_person(database: Database, details: Mapping[str, object], *, who: str) -> tuple[UUID, Changes]:
    """Add a person to the directory; return the id and what changed. Raises UserError where a detail cannot be."""
    person = _edited(Person(id=uuid7(database.now()), name=""), details)
    with database.transaction(deed="add_person", who=who) as session:
        save_person(session, replace(person, organization=known_name(session, person.organization)))
        return person.id, Changes.of(row_changes(session))


def edit_person(database: Database, person_id: UUID, details: Mapping[str, object], *, who: str) -> Changes:
    """Give a person of the directory other details: fields of Person by name, also empty ones.

    Workshops stay as they are: there the person is as he or she came. Raises UserError where a detail cannot be, and
    KeyError for another field.
    """
    if other := details.keys() - set(SHARED):
        raise KeyError(*sorted(other))
    with database.transaction(deed="edit_person", who=who) as session:
        person = load_person(session, person_id)
        if person is None:
            raise UserError(GONE)
        edited = _edited(person, details)
        save_person(session, replace(edited, organization=known_name(session, edited.organization)))
        return Changes.of(row_changes(session))


def _history(database: Database, person_id: UUID) -> PersonHistory | None:
    with database.session() as session:
        person = load_person(session, person_id)
        if person is None:
            return None
        others = doubles_of(session, person.id)
        doubles = tuple(one for id_ in others if (one := load_person_itself(session, id_)))
        return PersonHistory(person, doubles, load_attended(session, [person.id, *others]))


def _edited(person: Person, details: Mapping[str, object]) -> Person:
    attendant = checked(attendant_of(person, person.id), details)
    return replace(person, **{name: getattr(attendant, name) for name in SHARED})
