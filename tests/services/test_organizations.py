"""Organizations: spellings offered, brought together, renamed everywhere and typed ahead; on both engines."""

from dataclasses import replace
from uuid import UUID

import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.people import Organization, Person
from clesidra_desktop.domain.workshop import Quota, QuotaAttribute
from clesidra_desktop.services.attendants import edit_attendants, register_attendant
from clesidra_desktop.services.history import read_back, undo
from clesidra_desktop.services.organizations import (
    OrganizationLine,
    join_spellings,
    list_organizations,
    organization_names,
    part_spelling,
    rename_organization,
)
from clesidra_desktop.services.spellings import cluster_spellings
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from clesidra_desktop.storage.organizations import Use
from clesidra_desktop.storage.people import load_person, save_person
from tests.storage.samples import attendant, full_workshop

WORKSHOP = full_workshop().id
PERSON = UUID(int=70)
SPELLINGS = ("Koh Trong Fishery", "Koh Trong fishery", "Fishery, Koh Trong")


@pytest.fixture
def filled(database: Database) -> Database:
    """A workshop whose attendants spell one organization in three ways, and a person with one more."""
    people = tuple(attendant(number, organization=name) for number, name in enumerate(SPELLINGS, start=1))
    quota = Quota(attribute=QuotaAttribute.ORGANIZATION, value="Koh Trong fishery", share=0.5)
    workshop = replace(full_workshop(), attendants=people, groups=(), quotas=(quota,))
    import_workshop(database, workshop, {}, who="Bopha")
    with database.transaction(deed="test", who="Bopha") as session:
        save_person(session, Person(id=PERSON, name="Chan Thy", organization="Koh Trong Fishery"))
    return database


def organizations(database: Database) -> list[str]:
    return [one.organization for one in export_workshop(database, WORKSHOP)[0].attendants]


def line(number: int, name: str, count: int = 1, *, known: bool = False) -> OrganizationLine:
    return OrganizationLine(UUID(int=number) if known else None, name, (), Use(count, 0))


def test_spellings_are_offered_and_brought_together_everywhere(filled: Database) -> None:
    (cluster,) = cluster_spellings(list_organizations(filled))
    assert cluster.name == "Koh Trong Fishery"
    assert cluster.uses == {"Koh Trong Fishery": 3, "Koh Trong fishery": 2, "Fishery, Koh Trong": 2}
    before = export_workshop(filled, WORKSHOP)[0]
    id_, changes = join_spellings(filled, " Koh Trong  Fishery Community", cluster.uses, who="Bopha")
    assert len(changes.changed["attendants"]) == 3
    assert organizations(filled) == ["Koh Trong Fishery Community"] * 3
    assert export_workshop(filled, WORKSHOP)[0].quotas[0].value == "Koh Trong Fishery Community"
    with filled.session() as session:
        person = load_person(session, PERSON)
    assert person
    assert person.organization == "Koh Trong Fishery Community"
    assert cluster_spellings(list_organizations(filled)) == ()
    (listed,) = list_organizations(filled)
    assert listed == OrganizationLine(id_, "Koh Trong Fishery Community", tuple(sorted(SPELLINGS)), Use(3, 4))
    state = read_back(filled, None, who="Bopha")
    assert state.undo
    assert state.undo.deed == "join_spellings"
    undo(filled, None, who="Bopha")
    assert export_workshop(filled, WORKSHOP)[0] == before
    assert {one.id for one in list_organizations(filled)} == {None}


def test_who_comes_with_a_spelling_gets_the_name(filled: Database) -> None:
    join_spellings(filled, "KTF", SPELLINGS, who="Bopha")
    register_attendant(filled, WORKSHOP, {"name": "New", "organization": "KOH TRONG FISHERY"}, who="Bopha")
    edit_attendants(filled, WORKSHOP, [UUID(int=1)], {"organization": "ktf"}, who="Bopha")
    assert organizations(filled) == ["KTF"] * 4
    register_attendant(filled, WORKSHOP, {"name": "Newer", "organization": "Another"}, who="Bopha")
    assert organizations(filled) == [*["KTF"] * 4, "Another"]


def test_a_renamed_organization_is_renamed_at_everybody_and_back(filled: Database) -> None:
    id_, _ = join_spellings(filled, "KTF", SPELLINGS, who="Bopha")
    changes = rename_organization(filled, id_, "Fishers of Koh Trong", who="Bopha")
    assert changes.changed["organizations"] == (id_,)
    assert organizations(filled) == ["Fishers of Koh Trong"] * 3
    assert "KTF" in list_organizations(filled)[0].spellings
    undo(filled, None, who="Bopha")
    assert organizations(filled) == ["KTF"] * 3


def test_two_organizations_become_one(filled: Database) -> None:
    first, _ = join_spellings(filled, "KTF", SPELLINGS[:1], who="Bopha")
    second, _ = join_spellings(filled, "Fishery", SPELLINGS[2:], who="Bopha")
    with pytest.raises(UserError, match="“ktf” stands for the organization “KTF”"):
        rename_organization(filled, second, "ktf", who="Bopha")
    joined, changes = join_spellings(filled, "Fishery", ["KTF"], who="Bopha")
    assert {joined, *changes.removed["organizations"]} == {first, second}
    assert organizations(filled) == ["Fishery"] * 3


def test_a_spelling_is_let_go(filled: Database) -> None:
    id_, _ = join_spellings(filled, "KTF", SPELLINGS, who="Bopha")
    part_spelling(filled, id_, "Fishery, Koh Trong", who="Bopha")
    register_attendant(filled, WORKSHOP, {"name": "New", "organization": "Fishery, Koh Trong"}, who="Bopha")
    assert organizations(filled)[-1] == "Fishery, Koh Trong"
    with pytest.raises(UserError, match="“KTF” has no spelling “Other”"):
        part_spelling(filled, id_, "Other", who="Bopha")
    with pytest.raises(UserError, match="not in the directory any more"):
        part_spelling(filled, UUID(int=9), "Other", who="Bopha")
    with pytest.raises(UserError, match="needs a name"):
        join_spellings(filled, " ", SPELLINGS, who="Bopha")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Community Forestry Sambour", "Comunity Forestry Samboor"),
        ("Organisation for Rivers", "Organization of Rivers"),
        ("KohTrong Fishery", "Fishery Koh Trong"),
        ("Prey Lang Network", "The Prey Lang Network"),
        ("សហគមន៍ នេសាទ", "សហគមន៍\u200b នេសាទ"),
    ],
)
def test_spellings_of_one_organization(first: str, second: str) -> None:
    (cluster,) = cluster_spellings([line(1, first), line(2, second, 5)])
    assert cluster.name == second


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Local NGO A", "Local NGO B"),
        ("Community Forestry Sambour", "Community Forestry Snuol"),
        ("Commune 12", "Commune 21"),
        ("Fishery Community Kampi", "Forestry Community Kampi"),
        ("Prey Lang Network", "Prey Lang"),
    ],
)
def test_names_of_two_organizations(first: str, second: str) -> None:
    assert cluster_spellings([line(1, first), line(2, second)]) == ()


def test_the_name_that_the_office_has_chosen_is_suggested() -> None:
    lines = [line(1, "Rivers Organization", 1, known=True), line(2, "Rivers Organisation", 9)]
    assert cluster_spellings(lines)[0].name == "Rivers Organization"


def test_names_are_typed_ahead(filled: Database) -> None:
    join_spellings(filled, "KTF", SPELLINGS, who="Bopha")
    edit_attendants(filled, WORKSHOP, [UUID(int=1)], {"organization": "Prey Lang Network"}, who="Bopha")
    names = organization_names(filled)
    assert names.find("") == ["KTF", "Prey Lang Network"]
    assert names.find("trong koh") == ["KTF"]
    assert names.find("lang") == ["Prey Lang Network"]
    assert names.find("pray lang netwrk") == ["Prey Lang Network"]
    assert names.find("xyzzy") == []


def test_an_organization_is_no_spelling_of_itself() -> None:
    from clesidra_desktop.domain.organizations import with_spellings  # noqa: PLC0415

    one = Organization(id=UUID(int=1), name="A", spellings=("B",))
    assert with_spellings(one, "B", ("C", "")).spellings == ("A", "C")
