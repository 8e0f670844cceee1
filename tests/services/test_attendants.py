"""The registration table, on both engines."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Attendant, Sex, Stay
from clesidra_desktop.services.attendants import (
    edit_attendants,
    mark_arrived,
    mark_left,
    merge_attendants,
    register_attendant,
    remove_attendants,
)
from clesidra_desktop.services.history import undo
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from clesidra_desktop.storage.people import load_person
from clesidra_desktop.storage.tables.attendants import AttendantRow
from tests.storage.samples import FILES, full_workshop

WORKSHOP = full_workshop().id
DARA, SECOND, THIRD = UUID(int=1), UUID(int=2), UUID(int=3)
MORNING, NOON = datetime(2026, 11, 3, 8, 5), datetime(2026, 11, 3, 12)


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with the full workshop in it."""
    import_workshop(database, full_workshop(), FILES, who="Bopha")
    return database


def attendants(database: Database) -> dict[UUID, Attendant]:
    return {one.id: one for one in export_workshop(database, WORKSHOP)[0].attendants}


def register(database: Database, **details: object) -> UUID:
    return register_attendant(database, WORKSHOP, details, who="Bopha", arrived=MORNING)[0]


def test_a_new_attendant_stands_last_and_is_in_the_directory(filled: Database) -> None:
    before = tuple(attendants(filled))
    id_, changes = register_attendant(
        filled, WORKSHOP, {"name": "  Chan\x00  Thy ", "sex": Sex.FEMALE}, who="Bopha", arrived=MORNING
    )
    assert tuple(attendants(filled)) == (*before, id_)
    assert attendants(filled)[id_] == Attendant(id=id_, name="Chan Thy", sex=Sex.FEMALE, stays=(Stay(arrived=MORNING),))
    assert changes.added["attendants"] == (id_,)
    (person_id,) = changes.added["people"]
    with filled.session() as session:
        person = load_person(session, person_id)
    assert person
    assert (person.name, person.sex) == ("Chan Thy", Sex.FEMALE)


def test_the_first_attendant_of_an_empty_workshop(database: Database) -> None:
    import_workshop(database, replace(full_workshop(), attendants=(), groups=()), FILES, who="Bopha")
    id_, _ = register_attendant(database, WORKSHOP, {"name": "Chan Thy"}, who="Bopha")
    assert attendants(database)[id_].stays == ()


def test_a_known_person_keeps_what_is_not_told_again(filled: Database) -> None:
    first, changes = register_attendant(filled, WORKSHOP, {"name": "Chan Thy", "phone": "012"}, who="Bopha")
    (person_id,) = changes.added["people"]
    _, again = register_attendant(
        filled, WORKSHOP, {"name": "Chan Thy", "province": "Kratie"}, who="Bopha", person_id=person_id
    )
    assert again.changed["people"] == (person_id,)
    edit_attendants(filled, WORKSHOP, [first], {"organization": "Koh Trong"}, who="Bopha")
    with filled.session() as session:
        person = load_person(session, person_id)
    assert person
    assert (person.phone, person.province, person.organization) == ("012", "Kratie", "Koh Trong")


@pytest.mark.parametrize(
    ("details", "says"), [({"name": " "}, "needs a name"), ({"name": "A", "birth_year": 2533}, "2533 is no year")]
)
def test_impossible_details_are_refused(filled: Database, details: dict[str, object], says: str) -> None:
    with pytest.raises(UserError, match=says):
        register_attendant(filled, WORKSHOP, details, who="Bopha")
    with pytest.raises(UserError, match=says):
        edit_attendants(filled, WORKSHOP, [SECOND], details, who="Bopha")
    assert attendants(filled) == {one.id: one for one in full_workshop().attendants}


def test_an_arrival_keeps_its_first_time(filled: Database) -> None:
    id_ = register(filled, name="Chan Thy")
    assert not mark_arrived(filled, WORKSHOP, [id_], NOON, who="Bopha")
    mark_left(filled, WORKSHOP, [id_], NOON, who="Bopha")
    mark_arrived(filled, WORKSHOP, [id_], NOON.replace(hour=13), who="Bopha")
    assert attendants(filled)[id_].stays == (
        Stay(arrived=MORNING, left=NOON),
        Stay(arrived=NOON.replace(hour=13)),
    )


def test_nobody_leaves_before_coming(filled: Database) -> None:
    id_ = register(filled, name="Chan Thy")
    with pytest.raises(UserError, match="Chan Thy cannot leave at 07:00, before coming at 08:05"):
        mark_left(filled, WORKSHOP, [id_], MORNING.replace(hour=7, minute=0), who="Bopha")


def test_several_are_edited_at_once_and_undone_together(filled: Database) -> None:
    before = attendants(filled)
    edit_attendants(filled, WORKSHOP, [DARA, SECOND], {"category": "LNGO"}, who="Bopha")
    assert [one.category for one in attendants(filled).values()].count("LNGO") == 2
    undo(filled, WORKSHOP, who="Bopha")
    assert attendants(filled) == before


def test_a_removed_attendant_leaves_groups_by_name_and_comes_back(filled: Database) -> None:
    before = export_workshop(filled, WORKSHOP)[0]
    remove_attendants(filled, WORKSHOP, [DARA], who="Bopha")
    after = export_workshop(filled, WORKSHOP)[0]
    assert DARA not in {one.id for one in after.attendants}
    assert after.groups[0].members == (SECOND,)
    undo(filled, WORKSHOP, who="Bopha")
    assert export_workshop(filled, WORKSHOP)[0] == before


def test_attendants_who_are_gone_are_said_to_be(filled: Database) -> None:
    with pytest.raises(UserError, match="1 of the attendants are not in this workshop any more"):
        mark_arrived(filled, WORKSHOP, [SECOND, UUID(int=77)], NOON, who="Bopha")


def test_doubles_become_one_and_two_again(filled: Database) -> None:
    kept = register(filled, name="Sok Dara", phone="099")
    before = export_workshop(filled, WORKSHOP)[0]
    merge_attendants(filled, WORKSHOP, kept, DARA, who="Bopha")
    joined = attendants(filled)[kept]
    assert (joined.phone, joined.organization, joined.birth_year) == ("099", "Fishery Community", 1990)
    assert Stay(arrived=MORNING) in joined.stays
    assert DARA not in attendants(filled)
    assert kept in export_workshop(filled, WORKSHOP)[0].groups[0].members
    undo(filled, WORKSHOP, who="Bopha")
    assert export_workshop(filled, WORKSHOP)[0] == before


def test_a_person_who_came_twice_is_one_in_the_directory(filled: Database) -> None:
    first, second = register(filled, name="Chan Thy"), register(filled, name="Chan Thi")
    with filled.session() as session:
        people = [session.get_one(AttendantRow, one).person_id for one in (first, second)]
    merge_attendants(filled, WORKSHOP, first, second, who="Bopha")
    assert people[0]
    assert people[1]
    with filled.session() as session:
        assert load_person(session, people[1]) == load_person(session, people[0])
