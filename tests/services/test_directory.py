"""The directory: lists, the history of a person, and people edited; on both engines."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from clesidra_desktop.domain.drafts import Taken
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.people import Person
from clesidra_desktop.domain.workshop import Group, Sex, SplitRules
from clesidra_desktop.services.attendants import mark_left, register_attendant, register_person
from clesidra_desktop.services.directory import (
    add_person,
    edit_person,
    find_pair,
    find_person,
    list_people,
    place_of_person,
)
from clesidra_desktop.services.history import changes_since, newest_sequence, read_back, undo
from clesidra_desktop.services.merging import find_merges, merge_people, unmerge_people
from clesidra_desktop.services.prepare import copy_workshop
from clesidra_desktop.services.register_search import people_index
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from clesidra_desktop.storage.people import save_person
from clesidra_desktop.storage.workshops import edit_workshop
from tests.storage.samples import attendant, full_workshop

FIRST, SECOND = UUID(int=200), UUID(int=100)
MARCH, MORNING = datetime(2026, 3, 2, 8), datetime(2026, 11, 3, 8, 12)
CHAN, THI = UUID(int=71), UUID(int=72)


@pytest.fixture
def filled(database: Database) -> Database:
    """Two workshops without anybody, and two people of the directory."""
    for id_, starts in ((FIRST, MARCH), (SECOND, MORNING.replace(hour=8, minute=0))):
        workshop = full_workshop(id=id_, title=f"Workshop {id_.int}", starts=starts, ends=None)
        import_workshop(
            database, replace(workshop, attendants=(), groups=(), split=SplitRules(), ways_forward=()), {}, who="Bopha"
        )
    with database.transaction(deed="test", who="Bopha") as session:
        save_person(session, Person(id=CHAN, name="Chan Thy", phone="012 345 678", category="CBO"))
        save_person(session, Person(id=THI, name="Ang Thi"))
    return database


def test_a_page_of_the_list_is_by_name(filled: Database) -> None:
    register_person(filled, FIRST, CHAN, who="Bopha", arrived=MARCH)
    register_person(filled, SECOND, CHAN, who="Bopha", arrived=MORNING)
    register_person(filled, SECOND, THI, who="Bopha")
    page = list_people(filled)
    assert [(one.name, one.times, one.last and one.last.title) for one in page.people] == [
        ("Ang Thi", 0, None),
        ("Chan Thy", 2, "Workshop 100"),
    ]
    assert page.total == 2
    assert [one.id for one in list_people(filled, offset=1, limit=1).people] == [CHAN]
    found = [hit.id for hit in people_index(filled).find("chan")]
    page = list_people(filled, found=found)
    assert ([one.id for one in page.people], page.total) == ([CHAN], 1)
    assert list_people(filled, offset=5).people == ()


def test_a_person_has_a_history_of_both_names(filled: Database) -> None:
    first, _ = register_person(filled, FIRST, THI, who="Bopha", arrived=MARCH, details={"position": "Chief"})
    second, _ = register_person(filled, SECOND, CHAN, who="Bopha", arrived=MORNING)
    mark_left(filled, SECOND, [second], MORNING.replace(hour=12), who="Bopha")
    with filled.transaction(deed="test", who="Bopha", workshop_id=SECOND) as session:
        group = Group(sector="water", members=(second,), rapporteur=str(second))
        edit_workshop(session, SECOND, lambda one: replace(one, groups=(group,)), {})
    merge_people(filled, CHAN, THI, who="Bopha")
    history = find_person(filled, THI)
    assert (history.person.id, [one.id for one in history.doubles]) == (CHAN, [THI])
    newest, oldest = history.attended
    assert (newest.workshop_id, newest.attendant_id, newest.title, newest.place) == (
        SECOND,
        second,
        "Workshop 100",
        "Kratie",
    )
    assert (newest.category, newest.group, newest.is_rapporteur) == ("CBOs", "Water", True)
    assert (newest.arrived, newest.left) == (MORNING, MORNING.replace(hour=12))
    assert (oldest.attendant_id, oldest.position, oldest.group, oldest.is_rapporteur) == (first, "Chief", "", False)
    with pytest.raises(UserError, match="not in the directory any more"):
        find_person(filled, UUID(int=9))


def test_a_person_is_edited_and_that_is_undone(filled: Database) -> None:
    edit_person(filled, CHAN, {"phone": "", "sex": Sex.FEMALE, "name": " Chan  Thyda "}, who="Bopha")
    person = find_person(filled, CHAN).person
    assert (person.name, person.phone, person.sex, person.category) == ("Chan Thyda", "", Sex.FEMALE, "CBO")
    state = read_back(filled, None, who="Bopha")
    assert state.undo
    assert (state.undo.deed, state.undo.subject.name) == ("edit_person", "Chan Thyda")
    undo(filled, None, who="Bopha")
    assert find_person(filled, CHAN).person.phone == "012 345 678"
    with pytest.raises(UserError, match="needs a name"):
        edit_person(filled, CHAN, {"name": ""}, who="Bopha")
    with pytest.raises(UserError, match="not in the directory any more"):
        edit_person(filled, UUID(int=9), {"name": "Nobody"}, who="Bopha")
    with pytest.raises(KeyError):
        edit_person(filled, CHAN, {"signature": "x"}, who="Bopha")


def test_a_person_is_added(filled: Database) -> None:
    id_, changes = add_person(filled, {"name": "New One", "province": "Takeo"}, who="Bopha")
    assert changes.added == {"people": (id_,)}
    assert find_person(filled, id_).person == Person(id=id_, name="New One", province="Takeo")
    assert find_person(filled, id_).attended == ()


def test_attendants_of_a_file_are_taken_into_the_directory(filled: Database) -> None:
    people = (
        attendant(5, name="Thy Chan", phone="+85512345678", province="Takeo"),
        attendant(6, name="Chan Thy", sex=Sex.MALE, phone="012345678"),
        attendant(7, name="Chan Thy"),
    )
    workshop = replace(export_workshop(filled, FIRST)[0], attendants=people)
    changes = import_workshop(filled, workshop, {}, who="Bopha", replace=True)
    assert len(changes.added["people"]) == 2
    assert changes.changed["people"] == (CHAN,)
    assert find_person(filled, CHAN).person.province == "Takeo"
    assert [one.attendant_id for one in find_person(filled, CHAN).attended] == [UUID(int=5)]
    assert not import_workshop(filled, workshop, {}, who="Bopha", replace=True)


def test_who_is_new_at_the_door_is_in_the_list(filled: Database) -> None:
    register_attendant(filled, SECOND, {"name": "Bun Newcomer"}, who="Bopha", arrived=MORNING)
    assert [one.name for one in list_people(filled).people] == ["Ang Thi", "Bun Newcomer", "Chan Thy"]


def test_attendants_of_a_file_that_is_imported_are_in_the_directory(filled: Database) -> None:
    people = (attendant(5, name="Thy Chan", phone="+85512345678"), attendant(6, name="Newcomer"))
    workshop = full_workshop(id=UUID(int=300), attendants=people, groups=(), split=SplitRules(), ways_forward=())
    changes = import_workshop(filled, workshop, {}, who="Bopha")
    assert len(changes.added["people"]) == 1
    assert [one.attendant_id for one in find_person(filled, CHAN).attended] == [UUID(int=5)]
    assert not import_workshop(filled, workshop, {}, who="Bopha")
    assert list_people(filled).total == 3


def test_who_is_taken_over_into_a_copy_is_the_same_person(filled: Database) -> None:
    people = (attendant(5, name="Nobody Special"), attendant(6, name="Thy Chan", phone="+85512345678"))
    import_workshop(
        filled,
        full_workshop(id=UUID(int=300), attendants=people, groups=(), split=SplitRules(), ways_forward=()),
        {},
        who="Bopha",
    )
    before = list_people(filled).total
    copy = copy_workshop(filled, UUID(int=300), Taken(people=True), who="Bopha")
    assert list_people(filled).total == before
    assert {one.workshop_id for one in find_person(filled, CHAN).attended} == {UUID(int=300), copy}


def test_the_place_of_a_person_is_that_of_the_list(filled: Database) -> None:
    assert [place_of_person(filled, one) for one in (THI, CHAN, UUID(int=9))] == [0, 1, None]
    merge_people(filled, CHAN, THI, who="Bopha")
    assert place_of_person(filled, THI) == 0


def test_a_pair_is_read_with_both_histories(filled: Database) -> None:
    register_person(filled, FIRST, CHAN, who="Bopha", arrived=MARCH)
    pair = find_pair(filled, CHAN, THI)
    assert pair
    assert [(one.person.name, len(one.attended)) for one in pair] == [("Chan Thy", 1), ("Ang Thi", 0)]
    assert find_pair(filled, CHAN, UUID(int=9)) is None
    merge_people(filled, CHAN, THI, who="Bopha")
    assert find_pair(filled, CHAN, THI) is None


def test_those_merged_with_others_are_listed_once_with_both_names(filled: Database) -> None:
    third, _ = add_person(filled, {"name": "Chan Thi"}, who="Bopha")
    merge_people(filled, CHAN, third, who="Bopha", chosen={"name": "Chan Thi", "phone": ""})
    person = find_person(filled, third).person
    assert (person.id, person.name, person.phone) == (CHAN, "Chan Thi", "")
    merge_people(filled, THI, CHAN, who="Bopha")
    (known, *more) = list_people(filled).people
    assert (known.id, set(known.doubles), more) == (THI, {CHAN, third}, [])
    assert [(one.kept, one.other) for one in find_merges(filled)] == [("Ang Thi", "Chan Thi")] * 2
    for other in (CHAN, third):
        unmerge_people(filled, other, who="Bopha")
    person = find_person(filled, CHAN).person
    assert (person.name, person.phone) == ("Chan Thy", "012 345 678")
    assert find_merges(filled) == ()


def test_changes_are_read_from_the_newest_entry_on(filled: Database) -> None:
    newest = newest_sequence(filled)
    assert not changes_since(filled, newest).changes
    id_, _ = add_person(filled, {"name": "Chan Thi"}, who="Bopha")
    feed = changes_since(filled, newest)
    assert (feed.sequence, feed.changes.added) == (newest + 1, {"people": (id_,)})
