"""Doubles become one and come apart again, on both engines."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Attendant, Stay, Workshop
from clesidra_desktop.services.attendants import (
    edit_attendants,
    mark_arrived,
    mark_left,
    register_attendant,
    remove_attendants,
)
from clesidra_desktop.services.history import redo, undo
from clesidra_desktop.services.merging import (
    list_merges,
    merge_attendants,
    merge_people,
    unmerge_attendants,
    unmerge_people,
)
from clesidra_desktop.services.signatures import PNG, remove_signatures, sign, signature_path
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from clesidra_desktop.storage.people import load_person
from clesidra_desktop.storage.tables.attendants import AttendantRow
from clesidra_desktop.storage.workshops import edit_workshop
from tests.helpers.databases import NOW
from tests.storage.samples import FILES, full_workshop

WORKSHOP = full_workshop().id
DARA, SECOND, THIRD = UUID(int=1), UUID(int=2), UUID(int=3)
MORNING, NOON = datetime(2026, 11, 3, 8, 5), datetime(2026, 11, 3, 12)


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with the full workshop in it."""
    import_workshop(database, full_workshop(), FILES, who="Bopha")
    return database


def state(database: Database) -> Workshop:
    return export_workshop(database, WORKSHOP)[0]


def attendants(database: Database) -> dict[UUID, Attendant]:
    return {one.id: one for one in state(database).attendants}


def register(database: Database, **details: object) -> UUID:
    return register_attendant(database, WORKSHOP, details, who="Bopha", arrived=MORNING)[0]


def person_of(database: Database, attendant_id: UUID) -> UUID:
    with database.session() as session:
        found = session.get_one(AttendantRow, attendant_id).person_id
    assert found
    return found


def test_attendants_come_apart_as_they_were(filled: Database) -> None:
    kept = register(filled, name="Sok Dara", phone="099")
    before = state(filled)
    merge_attendants(filled, WORKSHOP, kept, DARA, who="Bopha")
    (merge,) = list_merges(filled, WORKSHOP)
    assert (merge.kept_id, merge.other_id, merge.name, merge.at, merge.who) == (kept, DARA, "Sok Dara", NOW, "Bopha")
    assert unmerge_attendants(filled, WORKSHOP, DARA, who="Bopha").added["attendants"] == (DARA,)
    assert state(filled) == before
    assert list_merges(filled, WORKSHOP) == ()


def test_they_come_apart_after_other_deeds_which_stay(filled: Database) -> None:
    kept = register(filled, name="Sok Dara", phone="099")
    before = attendants(filled)
    merge_attendants(filled, WORKSHOP, kept, DARA, who="Bopha")
    edit_attendants(filled, WORKSHOP, [kept], {"province": "Takeo", "name": "Sok Darareth"}, who="Bopha")
    mark_arrived(filled, WORKSHOP, [kept], NOON.replace(hour=13), who="Dara")
    register(filled, name="Somebody Else")
    unmerge_attendants(filled, WORKSHOP, DARA, who="Bopha")
    one, other = attendants(filled)[kept], attendants(filled)[DARA]
    assert other == replace(before[DARA], stays=other.stays)
    assert one == replace(before[kept], name="Sok Darareth", province="Takeo", stays=one.stays)
    assert one.stays == (Stay(arrived=MORNING), Stay(arrived=NOON.replace(hour=13)))
    assert other.stays == before[DARA].stays[:2]  # a stay without times says nothing beside others
    assert {DARA, SECOND} == set(state(filled).groups[0].members)


def test_coming_apart_is_undone_and_done_again(filled: Database) -> None:
    kept = register(filled, name="Sok Dara")
    apart = state(filled)
    merge_attendants(filled, WORKSHOP, kept, DARA, who="Bopha")
    joined = state(filled)
    unmerge_attendants(filled, WORKSHOP, DARA, who="Bopha")
    undo(filled, WORKSHOP, who="Bopha")
    assert state(filled) == joined
    redo(filled, WORKSHOP, who="Bopha")
    assert state(filled) == apart
    undo(filled, WORKSHOP, who="Bopha")
    unmerge_attendants(filled, WORKSHOP, DARA, who="Bopha")
    assert state(filled) == apart


def test_two_merges_into_one_come_apart_in_any_order(filled: Database) -> None:
    before = attendants(filled)
    merge_attendants(filled, WORKSHOP, SECOND, THIRD, who="Bopha")
    merge_attendants(filled, WORKSHOP, SECOND, DARA, who="Bopha")
    unmerge_attendants(filled, WORKSHOP, THIRD, who="Bopha")
    unmerge_attendants(filled, WORKSHOP, DARA, who="Bopha")
    assert attendants(filled) == before


def test_a_rapporteur_who_was_merged_is_named_again(filled: Database) -> None:
    def name_dara(workshop: Workshop) -> Workshop:
        return replace(workshop, groups=(replace(workshop.groups[0], rapporteur=str(DARA)), *workshop.groups[1:]))

    with filled.transaction(deed="edit", who="Bopha", workshop_id=WORKSHOP) as session:
        edit_workshop(session, WORKSHOP, name_dara, {})
    merge_attendants(filled, WORKSHOP, THIRD, DARA, who="Bopha")
    assert state(filled).groups[0].rapporteur == str(THIRD)
    unmerge_attendants(filled, WORKSHOP, DARA, who="Bopha")
    assert state(filled).groups[0].rapporteur == str(DARA)


def test_a_seat_in_a_group_that_is_gone_is_not_given_back(filled: Database) -> None:
    merge_attendants(filled, WORKSHOP, SECOND, DARA, who="Bopha")  # SECOND has a seat: that of DARA goes
    with filled.transaction(deed="edit", who="Bopha", workshop_id=WORKSHOP) as session:
        edit_workshop(session, WORKSHOP, lambda workshop: replace(workshop, groups=()), {})
    unmerge_attendants(filled, WORKSHOP, DARA, who="Bopha")
    assert state(filled).groups == ()
    assert DARA in attendants(filled)


def test_where_the_kept_one_is_gone_it_is_said(filled: Database) -> None:
    merge_attendants(filled, WORKSHOP, THIRD, DARA, who="Bopha")
    remove_attendants(filled, WORKSHOP, [THIRD], who="Dara")
    with pytest.raises(UserError, match="Sok Dara was merged is not in the workshop any more"):
        unmerge_attendants(filled, WORKSHOP, DARA, who="Bopha")


def test_who_was_not_merged_cannot_come_apart(filled: Database) -> None:
    with pytest.raises(UserError, match="were not merged"):
        unmerge_attendants(filled, WORKSHOP, DARA, who="Bopha")
    with pytest.raises(UserError, match="one attendant already"):
        merge_attendants(filled, WORKSHOP, DARA, DARA, who="Bopha")


def test_who_came_back_otherwise_is_not_doubled(filled: Database) -> None:
    merge_attendants(filled, WORKSHOP, THIRD, DARA, who="Bopha")
    import_workshop(filled, full_workshop(), FILES, who="Bopha", replace=True)
    with pytest.raises(UserError, match="Sok Dara is in the workshop already"):
        unmerge_attendants(filled, WORKSHOP, DARA, who="Bopha")


def test_people_become_one_and_two_again(filled: Database) -> None:
    first = person_of(filled, register(filled, name="Chan Thy", phone="012"))
    second = person_of(filled, register(filled, name="Chan Thi", province="Kratie"))
    merge_people(filled, first, second, who="Bopha")
    with filled.session() as session:
        one = load_person(session, second)
    assert one
    assert (one.id, one.name, one.phone, one.province) == (first, "Chan Thy", "012", "Kratie")
    (merge,) = list_merges(filled, None)
    assert (merge.other_id, merge.name) == (second, "Chan Thi")
    unmerge_people(filled, second, who="Bopha")
    with filled.session() as session:
        parted = [load_person(session, id_) for id_ in (first, second)]
    assert [(one.name, one.province) for one in parted if one] == [("Chan Thy", ""), ("Chan Thi", "Kratie")]


def test_a_merge_of_people_is_undone_in_the_history_of_the_directory(filled: Database) -> None:
    first = person_of(filled, register(filled, name="Chan Thy"))
    second = person_of(filled, register(filled, name="Chan Thi"))
    merge_people(filled, first, second, who="Bopha")
    assert undo(filled, None, who="Bopha").changed["people"] == (second,)
    assert list_merges(filled, None) == ()


def test_people_who_became_one_with_their_attendants_are_parted_too(filled: Database) -> None:
    first, second = register(filled, name="Chan Thy"), register(filled, name="Chan Thi")
    people = person_of(filled, first), person_of(filled, second)
    merge_attendants(filled, WORKSHOP, first, second, who="Bopha")
    unmerge_people(filled, people[1], who="Bopha")
    with filled.session() as session:
        assert load_person(session, people[1]) != load_person(session, people[0])


def test_one_person_is_not_merged_and_nobody_is_parted(filled: Database) -> None:
    first = person_of(filled, register(filled, name="Chan Thy"))
    with pytest.raises(UserError, match="Chan Thy is one person already"):
        merge_people(filled, first, first, who="Bopha")
    with pytest.raises(UserError, match="not in the directory any more"):
        merge_people(filled, first, UUID(int=9), who="Bopha")
    with pytest.raises(UserError, match="not merged with another"):
        unmerge_people(filled, first, who="Bopha")


def test_a_stay_that_both_had_is_given_to_both(filled: Database) -> None:
    first, second = register(filled, name="Chan Thy"), register(filled, name="Chan Thi")
    merge_attendants(filled, WORKSHOP, first, second, who="Bopha")
    mark_left(filled, WORKSHOP, [first], NOON, who="Bopha")
    unmerge_attendants(filled, WORKSHOP, second, who="Bopha")
    wanted = (Stay(arrived=MORNING, left=NOON),)
    assert (attendants(filled)[first].stays, attendants(filled)[second].stays) == (wanted, wanted)


def test_a_signature_that_was_removed_meanwhile_is_nobodys(filled: Database) -> None:
    first, second = register(filled, name="Chan Thy"), register(filled, name="Chan Thi")
    sign(filled, WORKSHOP, second, PNG, who="Bopha")
    merge_attendants(filled, WORKSHOP, first, second, who="Bopha")
    assert attendants(filled)[first].signature == signature_path(second)
    remove_signatures(filled, WORKSHOP, [first], who="Bopha")
    unmerge_attendants(filled, WORKSHOP, second, who="Bopha")
    assert (attendants(filled)[first].signature, attendants(filled)[second].signature) == ("", "")
