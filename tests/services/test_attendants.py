"""The registration table, on both engines."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.people import Person
from clesidra_desktop.domain.workshop import Attendant, Sex, SplitRules, Stay
from clesidra_desktop.services.attendants import (
    correct_stay,
    edit_attendants,
    mark_arrived,
    mark_left,
    register_attendant,
    register_person,
    remove_attendants,
    take_back_arrivals,
    take_back_departures,
)
from clesidra_desktop.services.history import redo, undo
from clesidra_desktop.services.merging import merge_attendants
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from clesidra_desktop.storage.people import load_person, save_person
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
    empty = replace(full_workshop(), attendants=(), groups=(), split=SplitRules())
    import_workshop(database, empty, FILES, who="Bopha")
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
    assert Stay(arrived=MORNING) not in joined.stays  # DARA was here from eight to nine already
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


def test_a_person_of_the_directory_comes_with_one_deed(filled: Database) -> None:
    _, changes = register_attendant(filled, WORKSHOP, {"name": "Chan Thy", "phone": "012"}, who="Bopha")
    (person_id,) = changes.added["people"]
    undo(filled, WORKSHOP, who="Bopha")
    with filled.transaction(deed="test", who="Bopha") as session:
        save_person(session, Person(id=person_id, name="Chan Thy", phone="012", province="Kratie"))
    id_, changes = register_person(
        filled, WORKSHOP, person_id, who="Bopha", arrived=MORNING, details={"province": "Takeo"}
    )
    assert changes.added["attendants"] == (id_,)
    assert attendants(filled)[id_] == Attendant(
        id=id_, name="Chan Thy", phone="012", province="Takeo", stays=(Stay(arrived=MORNING),)
    )
    again, changes = register_person(filled, WORKSHOP, person_id, who="Bopha", arrived=NOON)
    assert (again, len(changes)) == (id_, 0)
    undo(filled, WORKSHOP, who="Bopha")
    assert id_ not in attendants(filled)


def test_somebody_invited_only_arrives_also_by_the_name_of_a_double(filled: Database) -> None:
    first, changes = register_attendant(filled, WORKSHOP, {"name": "Chan Thy"}, who="Bopha")
    (person_id,) = changes.added["people"]
    with filled.transaction(deed="test", who="Bopha") as session:
        save_person(session, Person(id=UUID(int=70), name="Chan Thi"))
        save_person(session, Person(id=person_id, name="Chan Thy", same_as=UUID(int=70)))
    found, changes = register_person(filled, WORKSHOP, person_id, who="Bopha", arrived=MORNING)
    assert found == first
    assert "attendants" not in changes.added
    assert attendants(filled)[first].arrived == MORNING


def test_who_is_gone_from_the_directory_is_said_to_be(filled: Database) -> None:
    with pytest.raises(UserError, match="not in the directory any more"):
        register_person(filled, WORKSHOP, UUID(int=70), who="Bopha", arrived=MORNING)


def test_arrivals_and_departures_are_taken_back(filled: Database) -> None:
    id_ = register(filled, name="Chan Thy")
    mark_left(filled, WORKSHOP, [id_], NOON, who="Bopha")
    take_back_departures(filled, WORKSHOP, [id_], who="Bopha")
    assert attendants(filled)[id_].stays == (Stay(arrived=MORNING),)
    mark_left(filled, WORKSHOP, [id_], NOON, who="Bopha")
    mark_arrived(filled, WORKSHOP, [id_], NOON.replace(hour=13), who="Bopha")
    take_back_arrivals(filled, WORKSHOP, [id_], NOON.replace(hour=14), who="Bopha")
    assert attendants(filled)[id_].stays == (Stay(arrived=MORNING, left=NOON),)


def test_who_came_on_the_first_day_comes_again_on_the_second(filled: Database) -> None:
    describe_workshop(filled, WORKSHOP, {"ends": NOON + timedelta(days=1)}, who="Bopha")
    id_ = register(filled, name="Chan Thy")
    again = MORNING + timedelta(days=1)

    take_back_arrivals(filled, WORKSHOP, [id_], again, who="Bopha")
    mark_left(filled, WORKSHOP, [id_], again, who="Bopha")
    assert attendants(filled)[id_].stays == (Stay(arrived=MORNING),)  # of the day before
    mark_arrived(filled, WORKSHOP, [id_], again, who="Bopha")
    mark_arrived(filled, WORKSHOP, [id_], again.replace(hour=9), who="Bopha")
    assert attendants(filled)[id_].stays == (Stay(arrived=MORNING), Stay(arrived=again))
    take_back_arrivals(filled, WORKSHOP, [id_], again, who="Bopha")
    assert attendants(filled)[id_].stays == (Stay(arrived=MORNING),)


def test_whoever_is_marked_after_a_workshop_was_there_already(filled: Database) -> None:
    describe_workshop(filled, WORKSHOP, {"ends": NOON}, who="Bopha")
    id_ = register(filled, name="Chan Thy")
    mark_arrived(filled, WORKSHOP, [id_], MORNING.replace(year=2027), who="Bopha")
    assert attendants(filled)[id_].stays == (Stay(arrived=MORNING),)


def test_a_time_is_corrected_and_taken_out(filled: Database) -> None:
    id_ = register(filled, name="Chan Thy")
    was, now = Stay(arrived=MORNING), Stay(arrived=MORNING.replace(hour=7))
    correct_stay(filled, WORKSHOP, id_, was, now, who="Bopha")
    assert attendants(filled)[id_].stays == (now,)
    with pytest.raises(UserError, match="times of Chan Thy were changed meanwhile"):
        correct_stay(filled, WORKSHOP, id_, was, now, who="Bopha")
    correct_stay(filled, WORKSHOP, id_, now, None, who="Bopha")
    assert attendants(filled)[id_].stays == ()


@pytest.mark.parametrize(
    ("now", "says"),
    [
        (Stay(arrived=NOON, left=MORNING), "cannot leave at 08:05, before coming at 12:00"),
        (Stay(arrived=MORNING), "cannot come at 13:00 while being here already"),
        (Stay(arrived=MORNING, left=NOON.replace(hour=14)), "cannot come at 13:00"),
    ],
)
def test_times_that_cannot_be_are_refused(filled: Database, now: Stay, says: str) -> None:
    id_ = register(filled, name="Chan Thy")
    mark_left(filled, WORKSHOP, [id_], NOON, who="Bopha")
    mark_arrived(filled, WORKSHOP, [id_], NOON.replace(hour=13), who="Bopha")
    with pytest.raises(UserError, match=says):
        correct_stay(filled, WORKSHOP, id_, Stay(arrived=MORNING, left=NOON), now, who="Bopha")


def test_a_registration_is_undone_though_the_person_came_elsewhere_since(filled: Database) -> None:
    """The person stays in the directory, as known by then; the attendant goes."""
    id_, changes = register_attendant(filled, WORKSHOP, {"name": "Chan Thy"}, who="Bopha", arrived=MORNING)
    (person_id,) = changes.added["people"]
    elsewhere = full_workshop(id=UUID(int=300), attendants=(), groups=(), split=SplitRules(), ways_forward=())
    import_workshop(filled, elsewhere, FILES, who="Dara")
    register_person(filled, UUID(int=300), person_id, who="Dara", details={"phone": "099"})
    undo(filled, WORKSHOP, who="Bopha")
    assert id_ not in attendants(filled)
    with filled.session() as session:
        person = load_person(session, person_id)
    assert person
    assert person.phone == "099"
    redo(filled, WORKSHOP, who="Bopha")
    assert id_ in attendants(filled)


def test_a_person_whom_somebody_refers_to_is_not_taken_away_with_the_attendant(filled: Database) -> None:
    id_, changes = register_attendant(filled, WORKSHOP, {"name": "Chan Thy"}, who="Bopha")
    (person_id,) = changes.added["people"]
    with filled.transaction(deed="test", who="Dara") as session:
        save_person(session, Person(id=UUID(int=70), name="Chan Thi", same_as=person_id))
    undo(filled, WORKSHOP, who="Bopha")
    assert id_ not in attendants(filled)
    with filled.session() as session:
        assert load_person(session, UUID(int=70)) == Person(id=person_id, name="Chan Thy")


def test_who_comes_and_leaves_on_a_second_day_of_a_workshop_without_an_end_has_these_times(filled: Database) -> None:
    """Nobody knows that it is over before somebody types when it ends."""
    describe_workshop(filled, WORKSHOP, {"ends": None}, who="Bopha")
    next_morning, next_noon = MORNING + timedelta(days=1), NOON + timedelta(days=1)
    late = register_attendant(filled, WORKSHOP, {"name": "Sev Sreymom"}, who="Bopha", arrived=next_morning)[0]
    mark_left(filled, WORKSHOP, [late], next_noon, who="Bopha")

    assert attendants(filled)[late].stays == (Stay(arrived=next_morning, left=next_noon),)
    describe_workshop(filled, WORKSHOP, {"ends": NOON}, who="Bopha")
    after = register_attendant(filled, WORKSHOP, {"name": "Chan Rithy"}, who="Bopha", arrived=next_morning)[0]
    assert attendants(filled)[after].stays[0].arrived is None
