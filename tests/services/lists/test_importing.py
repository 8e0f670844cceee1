"""Lists into a workshop and out of it, on both engines."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import (
    Attendant,
    Category,
    Flag,
    Sex,
    Stay,
    Workshop,
)
from clesidra_desktop.exchange.lists.reading import read_list
from clesidra_desktop.services.attendants import edit_attendants, register_attendant
from clesidra_desktop.services.history import redo, undo
from clesidra_desktop.services.lists.exporting import export_attendants
from clesidra_desktop.services.lists.importing import Imported, import_attendants, preview_list
from clesidra_desktop.services.lists.plan import Decision, Status
from clesidra_desktop.services.lists.preview import ImportPreview
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from clesidra_desktop.storage.database import open_database
from clesidra_desktop.storage.people import load_person
from clesidra_desktop.storage.tables.attendants import AttendantRow
from clesidra_desktop.storage.tables.people import PersonRow
from tests.helpers import builders as make
from tests.helpers.lists import list_of
from tests.helpers.strategies import texts

ARRIVED = datetime(2026, 5, 6, 8, 5)
HEADER = ["Name", "Sex", "Organization", "Phone"]
ROWS = [
    HEADER,
    ["Chan Thy", "F", "Network", "97 123 4567"],
    ["Attendant 1", "", "Organization 1", "012 345 678"],
    ["Kim Bopha", "F", "", ""],
    ["Chan Thy", "", "network", ""],
]
WORKSHOP = make.workshop().id


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with a workshop of four attendants."""
    import_workshop(database, make.workshop(), {}, who="Bopha")
    return database


def attendants(database: Database) -> tuple[Attendant, ...]:
    return export_workshop(database, WORKSHOP)[0].attendants


def preview(database: Database, *rows: list[str]) -> ImportPreview:
    return preview_list(database, WORKSHOP, list_of(*rows))


def taken(database: Database, *rows: list[str]) -> Imported:
    return import_attendants(database, WORKSHOP, preview(database, *rows).plan(), who="Bopha")


def test_a_list_is_taken_and_taken_back(filled: Database) -> None:
    before = attendants(filled)
    done = taken(filled, *ROWS)
    after = attendants(filled)
    assert [one.name for one in after] == [*(one.name for one in before), "Chan Thy", "Kim Bopha"]
    assert (done.added, done.completed) == (tuple(one.id for one in after[4:]), (make.identity(1),))
    assert (done.there, done.left_out) == (1, 0)
    assert set(done.changes.added["attendants"]) == set(done.added)
    assert done.changes.changed["attendants"] == done.completed
    assert after[0] == replace(before[0], phone="012 345 678")
    assert (after[4].sex, after[4].phone, after[4].organization) == (Sex.FEMALE, "097 123 4567", "Network")
    undo(filled, WORKSHOP, who="Bopha")
    assert attendants(filled) == before
    redo(filled, WORKSHOP, who="Bopha")
    assert attendants(filled) == after


def test_nothing_is_taken_twice(filled: Database) -> None:
    taken(filled, *ROWS)
    after = attendants(filled)
    again = preview(filled, *ROWS)
    assert again.count() == {Status.THERE: 3, Status.UNDECIDED: 1}  # Kim Bopha, of whom nothing more is known
    again.decide([4], Decision.SAME)
    done = import_attendants(filled, WORKSHOP, again.plan(), who="Bopha")
    assert (done.added, done.completed, done.there) == ((), (), 4)
    assert not done.changes
    assert attendants(filled) == after


def test_what_is_not_finished_is_not_taken(filled: Database) -> None:
    before = attendants(filled)
    for row, says in (
        (["Chan Thy", "k", "", ""], "Rows 2 cannot be taken as they are. Mend them or leave them out"),
        (["Attendant 1", "", "", ""], "Rows 2 may be people who are there already. Say for each"),
    ):
        with pytest.raises(UserError, match=says):
            taken(filled, HEADER, row, ["Kim Bopha", "F", "", ""])
    many = [["Chan Thy", "k", "", f"01234567{number}"] for number in range(7)]
    with pytest.raises(UserError, match="Rows 2, 3, 4, 5, 6, … cannot be taken"):
        taken(filled, HEADER, *many)
    assert attendants(filled) == before


class Stopped(Exception):  # noqa: N818 - not an error
    """Raised by a person who does not want to wait."""


def test_stopped_is_not_begun(filled: Database) -> None:
    before = attendants(filled)
    rows = [HEADER, *([f"Person {number}", "F", "Network", ""] for number in range(250))]
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))
        if done == 200:
            raise Stopped

    with pytest.raises(Stopped):
        import_attendants(filled, WORKSHOP, preview(filled, *rows).plan(), who="Bopha", progress=tell)
    assert told == [(100, 250), (200, 250)]
    assert attendants(filled) == before
    assert len(taken(filled, *rows).added) == 250


def test_who_came_while_the_list_was_looked_at_is_not_taken_twice(filled: Database) -> None:
    shown = preview(filled, *ROWS)
    register_attendant(filled, WORKSHOP, {"name": "Chan Thy", "organization": "Network"}, who="Dara", arrived=ARRIVED)
    done = import_attendants(filled, WORKSHOP, shown.plan(), who="Bopha")
    assert [one.name for one in attendants(filled)].count("Chan Thy") == 1
    assert len(done.added) == 1
    chan = next(one for one in attendants(filled) if one.name == "Chan Thy")
    assert (chan.phone, chan.arrived) == ("097 123 4567", ARRIVED)


def test_a_new_doubt_while_the_list_was_looked_at_is_said(filled: Database) -> None:
    shown = preview(filled, *ROWS)
    register_attendant(filled, WORKSHOP, {"name": "Kim Bopha"}, who="Dara")
    with pytest.raises(UserError, match="Rows 4 may be people who are there already"):
        import_attendants(filled, WORKSHOP, shown.plan(), who="Bopha")


def test_everybody_in_the_list_has_come(filled: Database) -> None:
    edit_attendants(filled, WORKSHOP, [make.identity(2)], {"stays": (Stay(arrived=make.at(7)),)}, who="Bopha")
    shown = preview(filled, *ROWS, ["Attendant 2", "", "Organization 2", ""])
    done = import_attendants(filled, WORKSHOP, shown.plan(), who="Bopha", arrived=ARRIVED)
    came = {one.name: one.arrived for one in attendants(filled)}
    assert came == {
        "Attendant 1": ARRIVED,
        "Attendant 2": make.at(7),
        "Attendant 3": None,
        "Attendant 4": None,
        "Chan Thy": ARRIVED,
        "Kim Bopha": ARRIVED,
    }
    assert done.completed == (make.identity(1),)


def person_of(database: Database, attendant_id: UUID) -> UUID | None:
    with database.session() as session:
        return session.get_one(AttendantRow, attendant_id).person_id


def test_people_of_the_directory_are_not_made_anew(filled: Database) -> None:
    earlier, _ = register_attendant(
        filled, WORKSHOP, {"name": "Chan Thy", "organization": "Network", "province": "Kratie"}, who="Bopha"
    )
    known = person_of(filled, earlier)
    assert known
    next_one = make.workshop(id=UUID(int=500), attendants=(), groups=(), ways_forward=())
    import_workshop(filled, next_one, {}, who="Bopha")
    shown = preview_list(filled, next_one.id, list_of(*ROWS))
    done = import_attendants(filled, next_one.id, shown.plan(), who="Bopha")
    of_first = person_of(filled, UUID(int=1))
    assert of_first
    who = [person_of(filled, one) for one in done.added]
    assert who[:2] == [known, of_first]
    assert set(done.changes.changed["people"]) == {known, of_first}
    assert done.changes.added["people"] == (who[2],)
    with filled.session() as session:
        person = load_person(session, known)
    assert person
    assert (person.phone, person.province) == ("097 123 4567", "Kratie")


def test_a_merged_person_is_the_one_it_was_merged_with(filled: Database) -> None:
    ids = [
        register_attendant(filled, WORKSHOP, details, who="Bopha")[0]
        for details in ({"name": "Chan Thy", "organization": "Network"}, {"name": "Chan Thi"})
    ]
    double, kept = (person_of(filled, one) for one in ids)
    with filled.transaction(deed="merge_people", who="Bopha") as session:
        session.get_one(PersonRow, double).same_as = kept
    next_one = make.workshop(id=UUID(int=500), attendants=(), groups=(), ways_forward=())
    import_workshop(filled, next_one, {}, who="Bopha")
    shown = preview_list(filled, next_one.id, list_of(*ROWS[:2]))
    assert shown.row(2).person_id == kept
    (added,) = import_attendants(filled, next_one.id, shown.plan(), who="Bopha").added
    assert person_of(filled, added) == kept


def test_a_workshop_that_is_gone(database: Database, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="not in the database any more"):
        preview(database, *ROWS)
    with pytest.raises(UserError, match="not in the database any more"):
        export_attendants(database, WORKSHOP, tmp_path / "a.csv", language=Language.ENGLISH)


def test_the_chosen_ones_in_the_chosen_order_are_written(filled: Database, tmp_path: Path) -> None:
    wanted = [make.identity(3), make.identity(1)]
    for name in ("a.CSV", "a.xlsx"):
        count = export_attendants(filled, WORKSHOP, tmp_path / name, language=Language.KHMER, ids=wanted)
        (sheet,) = read_list(tmp_path / name).grids
        assert (count, [row[1] for row in sheet.rows]) == (2, ["ឈ្មោះ", "Attendant 3", "Attendant 1"])
    with pytest.raises(UserError, match=r"a\.pdf would be neither XLSX nor CSV"):
        export_attendants(filled, WORKSHOP, tmp_path / "a.pdf", language=Language.KHMER)
    with pytest.raises(UserError, match="1 of the attendants are not in this workshop any more"):
        export_attendants(filled, WORKSHOP, tmp_path / "a.csv", language=Language.KHMER, ids=[UUID(int=77)])


CODES = (Category(code="CBO", label="CBOs"), Category(code="GOV", label="Gov"), Category(code="K", label="គណៈ"))
WORDS = st.text(st.sampled_from("abcdeកខសុី =+-@'\",;"), min_size=1, max_size=9).map(lambda text: " ".join(text.split()))
PLAIN = st.just("") | WORDS.filter(lambda text: any(sign.isalpha() for sign in text))
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1)).map(lambda one: one.replace(microsecond=0))
STAYS = st.lists(st.builds(Stay, arrived=MOMENTS, left=st.none()), max_size=3).map(tuple)


@st.composite
def people(draw: st.DrawFn) -> tuple[Attendant, ...]:
    """Return attendants of whom no two can be taken for one person, as they are kept after an import."""
    names = draw(st.lists(st.integers(0, 25), max_size=5, unique=True))
    return tuple(
        Attendant(
            id=UUID(int=1000 + number),
            name=f"{chr(97 + number) * 6} {draw(PLAIN)}".strip(),
            name_km=draw(st.sampled_from(("", f"{chr(0x1780 + number)}ុ{chr(0x1780 + number)}"))),
            sex=draw(st.none() | st.sampled_from(Sex)),
            birth_year=draw(st.none() | st.integers(1900, 2026)),
            category=draw(st.sampled_from(("", "CBO", "GOV", "K"))),
            organization=draw(PLAIN),
            position=draw(PLAIN),
            province=draw(PLAIN),
            phone=draw(st.sampled_from(("", f"012 345 6{number:02}", f"+66 81 234 5{number:03}"))),
            email=draw(st.sampled_from(("", "a.b@example.org"))),
            flags=draw(
                st.lists(st.sampled_from(Flag), unique=True).map(lambda some: tuple(f for f in Flag if f in some))
            ),
            stays=draw(STAYS),
            consent=draw(st.none() | st.booleans()),
        )
        for number in names
    )


@given(people(), st.sampled_from(Language), st.sampled_from((".csv", ".xlsx")))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_written_is_read_back(
    tmp_path: Path, listed: tuple[Attendant, ...], language: Language, suffix: str
) -> None:
    first = Workshop(id=UUID(int=1), language=language, title="A", categories=CODES, attendants=listed, starts=ARRIVED)
    second = replace(first, id=UUID(int=2), attendants=())
    path = tmp_path / f"list{suffix}"
    with open_database(tmp_path / "workshops.db") as database:
        import_workshop(database, first, {}, who="Bopha", replace=True)
        import_workshop(database, second, {}, who="Bopha", replace=True)
        assert export_attendants(database, first.id, path, language=language) == len(listed)
        shown = preview_list(database, second.id, read_list(path))
        assert [str(fault.sentence()) for fault in shown.faults] == []
        shown.decide([row.number for row in shown.rows if row.status is Status.UNDECIDED], Decision.DIFFERENT)
        import_attendants(database, second.id, shown.plan(), who="Bopha")
        back = export_workshop(database, second.id)[0].attendants
        assert [replace(one, id=two.id) for one, two in zip(back, listed, strict=True)] == list(listed)
        again = preview_list(database, first.id, read_list(path))
        assert {row.status for row in again.rows} <= {Status.THERE}


@given(st.lists(st.lists(texts(), min_size=4, max_size=4), max_size=6))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_cells_are_taken_or_named(filled_once: Database, rows: list[list[str]]) -> None:
    shown = preview(filled_once, HEADER, *rows)
    assert all(fault.column < 4 and 2 <= fault.row <= len(rows) + 1 for fault in shown.faults)
    assert {row.number for row in shown.rows} <= set(range(2, len(rows) + 2))


@pytest.fixture
def filled_once(tmp_path: Path) -> Database:
    """A database with a workshop, which a test only reads."""
    database = open_database(tmp_path / "workshops.db")
    import_workshop(database, make.workshop(), {}, who="Bopha")
    return database
