"""Whole workshops into the database and out of it, on both engines."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import SplitRules, Workshop
from clesidra_desktop.services.workshops import export_workshop, find_workshop, import_workshop, list_workshops
from clesidra_desktop.storage import Database
from clesidra_desktop.storage.tables.journal import JournalRow
from clesidra_desktop.storage.tables.workshops import WorkshopRow
from tests.helpers.strategies import workshops
from tests.storage.samples import FILES, edited_workshop, full_workshop


def entries(database: Database) -> int:
    with database.session() as session:
        return session.scalar(select(func.count()).select_from(JournalRow)) or 0


def test_a_new_workshop_is_added(database: Database) -> None:
    workshop = full_workshop()
    changes = import_workshop(database, workshop, FILES, who="Bopha")
    assert changes.added["workshops"] == (workshop.id,)
    assert changes.added["attendants"] == tuple(attendant.id for attendant in workshop.attendants)
    assert len(changes) == sum(map(len, changes.added.values()))
    assert not changes.changed
    assert not changes.removed
    assert export_workshop(database, workshop.id) == (workshop, dict(sorted(FILES.items())))


@pytest.mark.parametrize("take_it", [False, True])
def test_the_same_workshop_again_changes_nothing(database: Database, take_it: bool) -> None:
    import_workshop(database, full_workshop(), FILES, who="Bopha")
    assert not import_workshop(database, full_workshop(), FILES, who="Bopha", replace=take_it)
    assert entries(database) == 1


def test_what_was_exported_is_the_same(database: Database) -> None:
    import_workshop(database, full_workshop(), FILES, who="Bopha")
    assert not import_workshop(database, *export_workshop(database, UUID(int=100)), who="Bopha")


def test_another_state_is_refused_with_its_differences_counted(database: Database) -> None:
    first = full_workshop(split=SplitRules())
    import_workshop(database, first, FILES, who="Bopha")
    other = replace(first, title="Another", attendants=first.attendants[:2], groups=())
    with pytest.raises(UserError) as refused:
        import_workshop(database, other, FILES, who="Bopha")
    # the workshop, an attendant, two groups, two members and two locks
    assert str(refused.value) == (
        "The workshop “Another” is in the database already, and 8 of its rows differ from the file. Nothing was "
        "changed. Merge the two, or import it with --replace to take the file's version."
    )
    assert export_workshop(database, first.id)[0] == first
    assert entries(database) == 1


def test_other_files_are_another_state(database: Database) -> None:
    import_workshop(database, full_workshop(), FILES, who="Bopha")
    with pytest.raises(UserError, match="1 of its rows differ"):
        import_workshop(database, full_workshop(), FILES | {"annexes/map.png": b""}, who="Bopha")


def test_replacing_takes_the_version_of_the_file(database: Database) -> None:
    import_workshop(database, full_workshop(), FILES, who="Bopha")
    changes = import_workshop(database, edited_workshop(), {}, who="Dara", replace=True)
    assert changes.changed["workshops"] == (UUID(int=100),)
    assert changes.added["attendants"] == (UUID(int=4),)
    assert changes.removed["attendants"] == (UUID(int=2),)
    assert len(changes.removed["workshop_files"]) == 3
    assert export_workshop(database, UUID(int=100)) == (edited_workshop(), {})
    with database.session() as session:
        entry = session.scalars(select(JournalRow).where(JournalRow.sequence == 2)).one()
    assert (entry.who, entry.deed, entry.workshop_id) == ("Dara", "import_workshop", UUID(int=100))
    assert len(entry.rows) == len(changes)


@given(workshops(), workshops())
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_any_workshop_comes_back(database: Database, one: Workshop, other: Workshop) -> None:
    """Also when it takes the place of any other."""
    other = replace(other, id=one.id)
    assert import_workshop(database, one, {}, who="Bopha")
    assert export_workshop(database, one.id)[0] == one
    assert not import_workshop(database, one, {}, who="Bopha")
    import_workshop(database, other, {}, who="Bopha", replace=True)
    assert export_workshop(database, one.id)[0] == other
    assert not import_workshop(database, other, {}, who="Bopha")
    with database.transaction(deed="test", who="tester") as session:
        session.delete(session.get(WorkshopRow, one.id))


def test_unknown_workshop_cannot_be_exported(database: Database) -> None:
    with pytest.raises(UserError, match=f"has no workshop {UUID(int=5)}"):
        export_workshop(database, UUID(int=5))


IDS = [UUID(f"{start:08x}-0000-7000-8000-000000000000") for start in (0xBEE00001, 0xBEE00002, 0xCAFE0003)]


@pytest.fixture
def listed(database: Database) -> Database:
    """A database with three workshops."""
    for year, (identity, title) in enumerate(zip(IDS, ["Bee keeping", "Kratie", "Kratie II សិក្ខាសាលា"], strict=True)):
        workshop = Workshop(id=identity, language=Language.ENGLISH, title=title, starts=datetime(2020 + year, 1, 1))
        import_workshop(database, workshop, {}, who="Bopha")
    return database


def test_list_has_the_newest_first(listed: Database) -> None:
    assert [(line.title, line.starts) for line in list_workshops(listed)] == [
        ("Kratie II សិក្ខាសាលា", datetime(2022, 1, 1)),
        ("Kratie", datetime(2021, 1, 1)),
        ("Bee keeping", datetime(2020, 1, 1)),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (str(IDS[0]), 0),
        (str(IDS[0]).upper(), 0),
        ("bee00002", 1),
        ("  CAFE ", 2),
        ("keep", 0),
        ("KRATIE", 1),
        ("ie ii", 2),
        ("សិក្ខា", 2),
    ],
)
def test_workshop_is_found(listed: Database, text: str, found: int) -> None:
    assert find_workshop(listed, text) == IDS[found]


@pytest.mark.parametrize(
    ("text", "beginning", "named"),
    [
        ("bee", "“bee” stands for several workshops. Give more of the title, or the id: ", {0, 1}),
        ("krat", "“krat” stands for several workshops. ", {1, 2}),
        ("Takeo", "No workshop is called “Takeo”. There are: ", {0, 1, 2}),
        ("", "No workshop is called “”. There are: ", {0, 1, 2}),
    ],
)
def test_candidates_are_named(listed: Database, text: str, beginning: str, named: set[int]) -> None:
    with pytest.raises(UserError) as refused:
        find_workshop(listed, text)
    assert str(refused.value).startswith(beginning)
    assert {index for index, identity in enumerate(IDS) if str(identity) in str(refused.value)} == named


def test_no_more_than_ten_candidates_are_named(database: Database) -> None:
    for number in range(11):
        workshop = Workshop(id=UUID(int=number), language=Language.ENGLISH, title=f"Workshop {number}")
        import_workshop(database, workshop, {}, who="Bopha")
    with pytest.raises(UserError) as refused:
        find_workshop(database, "workshop")
    assert str(refused.value).count("“Workshop ") == 10
    assert str(refused.value).endswith(", …")


def test_empty_database_says_so(database: Database) -> None:
    with pytest.raises(UserError, match="has no workshops yet"):
        find_workshop(database, "Kratie")
