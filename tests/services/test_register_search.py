"""The search box of the registration table: who is found, how they stand, and that it stays current."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from clesidra_desktop.domain.people import Person
from clesidra_desktop.domain.workshop import SplitRules
from clesidra_desktop.services.attendants import (
    edit_attendants,
    mark_arrived,
    mark_left,
    register_attendant,
    register_person,
    remove_attendants,
    take_back_arrivals,
)
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.history import changes_since, read_back, undo
from clesidra_desktop.services.merging import merge_attendants, merge_people, unmerge_people
from clesidra_desktop.services.register_search import PeopleFinder, Standing, people_index, register_hit
from clesidra_desktop.services.workshops import import_workshop
from clesidra_desktop.storage import Database
from clesidra_desktop.storage.people import save_person
from tests.storage.samples import attendant, full_workshop

EARLIER, WORKSHOP = UUID(int=200), UUID(int=100)
MARCH = datetime(2026, 3, 2, 8)
MORNING = datetime(2026, 11, 3, 8, 12)
CHAN, NEVER = UUID(int=71), UUID(int=72)


@pytest.fixture
def filled(database: Database) -> Database:
    """An earlier workshop to which Chan Thy came, and one to which three are invited and one came."""
    people = (attendant(5, name="Sok Thida"), attendant(6, name="Sok Vanna"), attendant(7, name="Sok Bopha"))
    import_workshop(
        database,
        full_workshop(id=WORKSHOP, attendants=people, groups=(), split=SplitRules(), ways_forward=()),
        {},
        who="Bopha",
    )
    empty = full_workshop(
        id=EARLIER,
        title="In March",
        starts=MARCH,
        ends=None,
        attendants=(),
        groups=(),
        split=SplitRules(),
        ways_forward=(),
    )
    import_workshop(database, empty, {}, who="Bopha")
    with database.transaction(deed="test", who="Bopha") as session:
        save_person(session, Person(id=CHAN, name="Chan Thy", phone="012 345 678", category="Gov"))
        save_person(session, Person(id=NEVER, name="Chan Never", organization="Koh Trong"))
    register_person(database, EARLIER, CHAN, who="Bopha", arrived=MARCH)
    mark_arrived(database, WORKSHOP, [UUID(int=6)], MORNING, who="Bopha")
    return database


def told(finder: PeopleFinder, typed: str) -> list[tuple[str, Standing]]:
    return [(hit.name, hit.standing) for hit in finder.find(typed)]


def test_everybody_is_found_with_what_the_page_shows(filled: Database) -> None:
    finder = people_index(filled, WORKSHOP)
    assert len(finder) == 5
    assert told(finder, "sok") == [
        ("Sok Thida", Standing.INVITED),
        ("Sok Bopha", Standing.INVITED),
        ("Sok Vanna", Standing.HERE),
    ]
    assert told(finder, "chan") == [("Chan Thy", Standing.CAME), ("Chan Never", Standing.KNOWN)]
    chan = finder.find("12345678")[0]
    assert (chan.id, chan.attendant_id, chan.person_id, chan.category) == (CHAN, None, CHAN, "Gov")
    assert chan.last
    assert (chan.last.title, chan.last.starts) == ("In March", MARCH)
    assert finder.find("vanna")[0].moment == MORNING


def test_the_directory_alone_has_no_attendants(filled: Database) -> None:
    finder = people_index(filled)
    assert told(finder, "chan") == [("Chan Thy", Standing.CAME), ("Chan Never", Standing.KNOWN)]
    assert sorted(told(finder, "sok")) == [
        ("Sok Bopha", Standing.KNOWN),
        ("Sok Thida", Standing.KNOWN),
        ("Sok Vanna", Standing.CAME),
    ]
    assert {hit.attendant_id for hit in finder.find("sok")} == {None}


def test_who_comes_somewhere_was_met_there_for_the_directory(filled: Database) -> None:
    finder = people_index(filled)
    finder.take(finder.news(filled, mark_arrived(filled, WORKSHOP, [UUID(int=5)], MORNING, who="Bopha")))
    assert finder.find("thida")[0].standing is Standing.CAME


def arrive(database: Database) -> Changes:
    return register_person(database, WORKSHOP, CHAN, who="Bopha", arrived=MORNING)[1]


def arrive_and_go(database: Database) -> Changes:
    id_, _ = register_person(database, WORKSHOP, CHAN, who="Bopha", arrived=MORNING)
    remove_attendants(database, WORKSHOP, [id_], who="Bopha")
    return undo(database, WORKSHOP, who="Bopha")


def merge_with_new(database: Database) -> Changes:
    id_, _ = register_person(database, WORKSHOP, CHAN, who="Bopha", arrived=MORNING)
    merge_attendants(database, WORKSHOP, id_, UUID(int=5), who="Bopha")
    return undo(database, WORKSHOP, who="Bopha")


DEEDS: list[Callable[[Database], Changes]] = [
    arrive,
    arrive_and_go,
    merge_with_new,
    lambda db: mark_arrived(db, WORKSHOP, [UUID(int=5)], MORNING, who="Bopha"),
    lambda db: mark_left(db, WORKSHOP, [UUID(int=6)], MORNING.replace(hour=9), who="Bopha"),
    lambda db: take_back_arrivals(db, WORKSHOP, [UUID(int=6)], MORNING, who="Bopha"),
    lambda db: remove_attendants(db, WORKSHOP, [UUID(int=6)], who="Bopha"),
    lambda db: edit_attendants(db, WORKSHOP, [UUID(int=6)], {"name": "Chan Vanna"}, who="Bopha"),
    lambda db: register_attendant(db, WORKSHOP, {"name": "Sok New"}, who="Bopha", arrived=MORNING)[1],
    lambda db: merge_people(db, CHAN, NEVER, who="Bopha"),
    lambda db: merge_people(db, NEVER, CHAN, who="Bopha"),
]


@pytest.mark.parametrize("number", range(len(DEEDS)))
def test_a_finder_that_was_told_of_changes_is_like_a_new_one(filled: Database, number: int) -> None:
    finder = people_index(filled, WORKSHOP)
    sequence = changes_since(filled, 0, WORKSHOP).sequence
    for step in (DEEDS[number], undo_last):
        step(filled)
        feed = changes_since(filled, sequence, WORKSHOP)
        sequence = feed.sequence
        finder.take(finder.news(filled, feed.changes))
        fresh = people_index(filled, WORKSHOP)
        assert len(finder) == len(fresh)
        for typed in ("sok", "chan", "chan n", "v", "koh trong"):
            mine, wanted = ({hit.id: hit for hit in one.find(typed)} for one in (finder, fresh))
            assert mine == wanted


def undo_last(database: Database) -> Changes:
    """Undo what was done last, be it to the workshop or to the directory."""
    here, directory = (read_back(database, one, who="Bopha").saved for one in (WORKSHOP, None))
    assert here
    is_here = directory is None or here.sequence > directory.sequence
    return undo(database, WORKSHOP if is_here else None, who="Bopha")


def test_who_was_merged_is_found_by_both_names_until_they_part(filled: Database) -> None:
    finder = people_index(filled, WORKSHOP)
    finder.take(finder.news(filled, merge_people(filled, CHAN, NEVER, who="Bopha")))
    assert [hit.id for hit in finder.find("never")] == [CHAN]
    finder.take(finder.news(filled, unmerge_people(filled, NEVER, who="Bopha")))
    assert [hit.id for hit in finder.find("never")] == [NEVER]


def test_who_arrives_keeps_the_place_and_comes_after_equals(filled: Database) -> None:
    finder = people_index(filled, WORKSHOP)
    finder.take(finder.news(filled, mark_arrived(filled, WORKSHOP, [UUID(int=5)], MORNING, who="Bopha")))
    assert [hit.name for hit in finder.find("sok")] == ["Sok Bopha", "Sok Thida", "Sok Vanna"]
    assert replace(finder.find("sok thida")[0], moment=None).standing is Standing.HERE


def test_who_was_found_arrives_with_one_deed(filled: Database) -> None:
    finder = people_index(filled, WORKSHOP)
    for typed in ("thida", "chan thy"):
        (hit, *_) = finder.find(typed)
        id_, changes = register_hit(filled, WORKSHOP, hit, MORNING, who="Bopha")
        finder.take(finder.news(filled, changes))
        (hit, *_) = finder.find(typed)
        assert (hit.id, hit.standing, hit.moment) == (id_, Standing.HERE, MORNING)
        again, nothing = register_hit(filled, WORKSHOP, hit, MORNING.replace(hour=9), who="Bopha")
        assert (again, len(nothing)) == (id_, 0)
