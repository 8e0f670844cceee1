"""Probable doubles: found, weighed with reasons, and not offered again where a person said that they are two."""

from typing import Any
from uuid import UUID

import pytest

from clesidra_desktop.domain.people import Person
from clesidra_desktop.domain.workshop import Sex
from clesidra_desktop.services.attendants import register_attendant
from clesidra_desktop.services.doubles import (
    IN_DIRECTORY,
    Double,
    attendants_to_compare,
    likely_doubles,
    people_to_compare,
    tell_apart,
)
from clesidra_desktop.services.history import undo
from clesidra_desktop.services.merging import merge_people
from clesidra_desktop.services.workshops import import_workshop
from clesidra_desktop.storage import Database
from clesidra_desktop.storage.people import save_person
from tests.storage.samples import full_workshop

WORKSHOP = full_workshop().id


def person(number: int, name: str, **details: Any) -> Person:
    return Person(id=UUID(int=number), name=name, **details)


def certainty(first: dict[str, Any], second: dict[str, Any]) -> float:
    found = likely_doubles([person(1, **first), person(2, **second)], least=0)
    return found[0].certainty if found else 0.0


ALIKE = [
    ({"name": "Sok Dara"}, {"name": " sok  DARA"}),
    ({"name": "Sok Dara"}, {"name": "Dara Sok"}),
    ({"name": "Sok Sophea", "organization": "Koh Trong"}, {"name": "Sok Sophia", "organization": "Koh Trong"}),
    ({"name": "Chhay Vannak", "phone": "012 345 678"}, {"name": "Chay Vanak", "phone": "+85512345678"}),
    ({"name": "Sok Sophea", "birth_year": 1990}, {"name": "សុខ សុភា", "birth_year": 1990}),
    ({"name": "Sok Dara", "organization": "Koh Trong"}, {"name": "Sok Dora", "organization": "Koh Trong"}),
    ({"name": "Sok Dara", "phone": "012345678", "sex": Sex.MALE}, {"name": "Sok Dara", "phone": "097345678"}),
    ({"name": "Kim", "name_km": "សុខ សុភា"}, {"name": "Unknown", "name_km": "សុខ សុភា"}),
    ({"name": "Touch Vuthy", "organization": "CF Snuol", "birth_year": 1980},
     {"name": "Touch Vuthy Rith", "organization": "CF Snuol", "birth_year": 1980}),
]  # fmt: skip
APART = [
    ({"name": "Sok Dara"}, {"name": "Kim Vanna"}),
    ({"name": "Sok Dara", "sex": Sex.FEMALE}, {"name": "Sok Dara", "sex": Sex.MALE}),
    ({"name": "Sok Dara", "birth_year": 1990}, {"name": "Sok Dara", "birth_year": 1960}),
    ({"name": "Sok Dara", "phone": "012345678"}, {"name": "Kim Vanna", "phone": "012345678"}),
    ({"name": "Sok Dara"}, {"name": "Sok Dora"}),
    ({"name": "Sok Dara", "organization": "Koh Trong"}, {"name": "Sok Bora", "organization": "Koh Trong"}),
    ({"name": "Sok Dara", "phone": "012345678"}, {"name": "Sok Dora", "phone": "097345678"}),
]


@pytest.mark.parametrize(("first", "second"), ALIKE)
def test_who_may_be_one_is_offered(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert len(likely_doubles([person(1, **first), person(2, **second)])) == 1
    assert certainty(first, second) == certainty(second, first)


@pytest.mark.parametrize(("first", "second"), APART)
def test_who_is_not_is_not(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert likely_doubles([person(1, **first), person(2, **second)]) == ()


def test_reasons_are_sentences_with_values() -> None:
    first = person(1, "Chhay Vannak", phone="012 345 678", birth_year=1990, organization="A place")
    second = person(2, "Chay Vanak", phone="12345678", birth_year=1985, organization="Another one")
    (double,) = likely_doubles([first, second], least=0)
    assert double.certainty == 0.42
    assert [(reason.template.format(**reason.values), reason.speaks_for) for reason in double.reasons] == [
        ("The names are spelled alike: Chhay Vannak and Chay Vanak.", True),
        ("Both have the phone number 012 345 678.", True),
        ("The organizations differ.", False),
        ("They were born in 1990 and 1985.", False),
    ]


def test_the_surest_stand_first_and_progress_is_told() -> None:
    people = [person(1, "Sok Dara", phone="012345678"), person(2, "Sok Dara", phone="012345678"), person(3, "Sok Dara")]
    told: list[tuple[int, int]] = []
    found = likely_doubles(people, progress=lambda done, total: told.append((done, total)))
    assert [(one.first.int, one.second.int) for one in found] == [(1, 2), (1, 3), (2, 3)]
    assert found[0].certainty > found[1].certainty
    assert told == [(0, 3), (3, 3)]


def test_a_common_name_is_narrowed_and_a_rare_link_still_found() -> None:
    """Two hundred of one name are not 19,900 pairs; who shares the year of birth or the phone is found."""
    people = [person(number, "Sok Dara", birth_year=1700 + number) for number in range(1, 200)]
    people += [person(900, "Sok Dara", birth_year=1705, phone="012345678"), person(901, "Sok Daraa", phone="012345678")]
    told: list[int] = []
    found = likely_doubles(people, least=IN_DIRECTORY, progress=lambda _, total: told.append(total))
    assert {(one.first.int, one.second.int) for one in found} == {(5, 900), (900, 901)}
    assert told[0] < 300


@pytest.fixture
def filled(database: Database) -> Database:
    """A workshop with two attendants who may be one."""
    import_workshop(database, full_workshop(), {}, who="Bopha")
    for name in ("Chan Thy", "Chan Thi"):
        register_attendant(database, WORKSHOP, {"name": name, "phone": "012345678"}, who="Bopha")
    return database


def attendants_who_may_be_one(database: Database) -> tuple[Double, ...]:
    return attendants_to_compare(database, WORKSHOP).doubles()


def people_who_may_be_one(database: Database) -> tuple[Double, ...]:
    return people_to_compare(database).doubles()


def test_attendants_are_offered_until_they_are_told_apart(filled: Database) -> None:
    (double,) = attendants_who_may_be_one(filled)
    (people,) = people_who_may_be_one(filled)
    assert tell_apart(filled, double.second, double.first, who="Bopha", workshop_id=WORKSHOP)
    assert attendants_who_may_be_one(filled) == ()
    assert people_who_may_be_one(filled) == ()
    assert not tell_apart(filled, double.first, double.second, who="Bopha", workshop_id=WORKSHOP)
    undo(filled, WORKSHOP, who="Bopha")
    assert attendants_who_may_be_one(filled) == (double,)
    tell_apart(filled, people.first, people.second, who="Bopha")
    assert people_who_may_be_one(filled) == ()
    assert attendants_who_may_be_one(filled) == ()
    undo(filled, None, who="Bopha")
    assert people_who_may_be_one(filled) == (people,)


def test_who_is_one_person_in_the_directory_is_offered_whatever_the_name(filled: Database) -> None:
    ids = [UUID(int=71), UUID(int=72)]
    with filled.transaction(deed="test", who="Bopha") as session:
        for id_, name in zip(ids, ("Meas Sokha", "Ros Vibol"), strict=True):
            save_person(session, Person(id=id_, name=name))
    for id_, name in zip(ids, ("Meas Sokha", "Ros Vibol"), strict=True):
        register_attendant(filled, WORKSHOP, {"name": name}, who="Bopha", person_id=id_)
    assert len(attendants_who_may_be_one(filled)) == 1
    merge_people(filled, *ids, who="Bopha")
    found = attendants_who_may_be_one(filled)
    assert len(found) == 2
    assert any("same person in the directory" in reason.template for double in found for reason in double.reasons)
