"""The journal: one entry for every transaction that changes rows, whatever way they are changed, and undo from it."""

import json
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Table, Uuid, delete, insert, select, text, update
from sqlalchemy.orm import Session

from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.journal import JournalError, RowChange, row_changes
from clesidra_desktop.storage.tables.annexes import FileRow
from clesidra_desktop.storage.tables.attendants import AttendantRow
from clesidra_desktop.storage.tables.base import LocalTime, Row
from clesidra_desktop.storage.tables.groups import AnswerRow, SectorRow
from clesidra_desktop.storage.tables.journal import JournalRow
from clesidra_desktop.storage.tables.polls import PollRow
from clesidra_desktop.storage.tables.workshops import WorkshopRow
from clesidra_desktop.storage.workshops import save_workshop
from tests.helpers.databases import NOW
from tests.storage.samples import FILES, edited_workshop, full_workshop

WORKSHOP = UUID(int=100)
FIRST = UUID(int=1)


def entries(database: Database) -> list[JournalRow]:
    with database.session() as session:
        return list(session.scalars(select(JournalRow).order_by(JournalRow.sequence)))


def change(database: Database, work: Callable[[Session], object], deed: str = "test") -> list[dict[str, Any]]:
    """Do some work in a transaction; return the rows of the one entry that it leaves, or none if it leaves none."""
    before = len(entries(database))
    with database.transaction(deed=deed, who="tester", workshop_id=WORKSHOP) as session:
        work(session)
    new = entries(database)[before:]
    assert len(new) <= 1
    return new[0].rows if new else []


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with the full workshop in it."""
    with database.transaction(deed="import_workshop", who="Bopha", workshop_id=WORKSHOP) as session:
        save_workshop(session, full_workshop(), FILES)
    return database


def test_entry_says_when_who_and_what(filled: Database) -> None:
    (entry,) = entries(filled)
    assert (entry.sequence, entry.at, entry.who, entry.deed, entry.workshop_id) == (
        1,
        NOW,
        "Bopha",
        "import_workshop",
        WORKSHOP,
    )
    assert entry.id.version == 7
    assert entry.id.int >> 80 == NOW.timestamp() * 1000
    assert {row["table"] for row in entry.rows} == set(Row.metadata.tables) - {
        "journal",
        "people",
        "organizations",
        "merges",
        "told_apart",
        "published_versions",
        "published_files",
        "saved_states",
    }
    assert all(row["before"] is None and row["after"]["id"] == row["id"] for row in entry.rows)


def test_sequence_counts_without_gaps(filled: Database) -> None:
    for title in ("one", "one", "two"):
        change(filled, lambda session, title=title: setattr(session.get(WorkshopRow, WORKSHOP), "title", title))

    def fail(session: Session) -> None:
        session.get_one(WorkshopRow, WORKSHOP).title = "three"
        session.flush()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change(filled, fail)
    change(filled, lambda session: setattr(session.get(WorkshopRow, WORKSHOP), "title", "four"))
    assert [(entry.sequence, entry.rows[0]["after"].get("title")) for entry in entries(filled)][1:] == [
        (2, "one"),
        (3, "two"),
        (4, "four"),
    ]


def test_reading_leaves_no_entry(filled: Database) -> None:
    assert change(filled, lambda session: session.get(WorkshopRow, WORKSHOP)) == []


def test_changed_row_has_the_columns_that_differ(filled: Database) -> None:
    def work(session: Session) -> None:
        row = session.get_one(AttendantRow, FIRST)
        row.phone, row.birth_year, row.name = "011", None, row.name

    assert change(filled, work) == [
        {
            "table": "attendants",
            "id": str(FIRST),
            "before": {"birth_year": 1990, "phone": "012 345 678"},
            "after": {"birth_year": None, "phone": "011"},
        }
    ]


def test_contents_of_files_are_left_out(filled: Database) -> None:
    (entry,) = entries(filled)
    added = [row["after"] for row in entry.rows if row["table"] == "files"]
    assert [set(row) for row in added] == [{"id", "sha256", "size"}] * 2


def test_cascades_are_recorded(filled: Database) -> None:
    rows = change(filled, lambda session: session.delete(session.get(AttendantRow, FIRST)))
    places = ["group_locks", "group_members", *["split_members"] * 4]
    assert sorted(row["table"] for row in rows) == ["attendants", *places, "stays", "stays", "stays", "wishes"]
    assert all(row["after"] is None and row["before"]["id"] == row["id"] for row in rows)


def test_a_row_taken_out_of_a_list_is_recorded(filled: Database) -> None:
    def work(session: Session) -> None:
        workshop = session.get_one(WorkshopRow, WORKSHOP)
        del workshop.polls[0]

    rows = change(filled, work)
    assert sorted(row["table"] for row in rows) == ["poll_options", "poll_options", "polls"]


def test_a_row_moved_to_another_parent_is_recorded(filled: Database) -> None:
    def work(session: Session) -> None:
        useful, again = session.get_one(WorkshopRow, WORKSHOP).polls
        again.options.append(useful.options.pop())

    with filled.session() as session:
        useful, again = session.scalars(select(PollRow.id).order_by(PollRow.ordinal))
    (row,) = change(filled, work)
    assert (row["before"], row["after"]) == ({"poll_id": str(useful)}, {"poll_id": str(again)})


def test_before_is_known_of_what_was_never_loaded(filled: Database) -> None:
    def work(session: Session) -> None:
        row = session.get_one(AttendantRow, FIRST)
        session.expire(row)
        row.phone = "011"

    (row,) = change(filled, work)
    assert row["before"] == {"phone": "012 345 678"}


def test_before_is_what_was_stored_when_a_changed_row_is_deleted(filled: Database) -> None:
    def work(session: Session) -> None:
        row = session.get_one(AttendantRow, UUID(int=3))
        session.expire(row, ["email"])
        row.name = "nobody will see this"
        session.delete(row)

    (row,) = (row for row in change(filled, work) if row["table"] == "attendants")
    assert (row["before"]["name"], row["before"]["email"], row["after"]) == ("Attendant 3", "", None)


def new_sector(**fields: Any) -> SectorRow:
    row = SectorRow(ordinal=9, key="new", title="New", extensions={}, **fields)
    row.id, row.workshop_id = UUID(int=900), WORKSHOP
    return row


def add_then_change(session: Session) -> None:
    session.add(row := new_sector())
    session.flush()
    row.title = "Newer"


def add_then_remove(session: Session) -> None:
    session.add(row := new_sector())
    session.flush()
    session.delete(row)


def change_twice(session: Session) -> None:
    row = session.get_one(WorkshopRow, WORKSHOP)
    row.place = "Here"
    session.flush()
    row.place, row.venue = "There", "A tent"


def change_and_change_back(session: Session) -> None:
    row = session.get_one(WorkshopRow, WORKSHOP)
    for place in ("Here", "Kratie"):
        row.place = place
        session.flush()


def change_then_remove(session: Session) -> None:
    row = session.scalars(select(SectorRow).where(SectorRow.key == "land")).one()
    row.title = "Changed"
    session.flush()
    session.delete(row)


def remove_then_add(session: Session) -> None:
    session.delete(row := session.scalars(select(SectorRow).where(SectorRow.key == "land")).one())
    session.flush()
    again = SectorRow(ordinal=row.ordinal, key=row.key, title="Soil", extensions={})
    again.id, again.workshop_id = row.id, WORKSHOP
    session.add(again)


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (add_then_change, [(None, {"title": "Newer"})]),
        (add_then_remove, []),
        (change_twice, [({"place": "Kratie", "venue": "The hall"}, {"place": "There", "venue": "A tent"})]),
        (change_and_change_back, []),
        (change_then_remove, [({"title": "Land"}, None)]),
        (remove_then_add, [({"title": "Land"}, {"title": "Soil"})]),
    ],
)
def test_several_writes_to_a_row_are_one_change(
    filled: Database, work: Callable[[Session], None], expected: list[tuple[dict[str, str] | None, ...]]
) -> None:
    rows = change(filled, work)
    assert len(rows) == len(expected)
    for row, sides in zip(rows, expected, strict=True):
        for got, side in zip((row["before"], row["after"]), sides, strict=True):
            whole = None in sides  # a row that was added or removed is recorded with all its columns
            assert (got is None) == (side is None)
            assert side is None or {key: got[key] for key in (side if whole else got)} == side


def test_one_and_true_are_not_the_same(filled: Database) -> None:
    def work(session: Session, *values: dict[str, Any]) -> None:
        for value in values:
            session.get_one(WorkshopRow, WORKSHOP).extensions = value
            session.flush()

    change(filled, lambda session: work(session, {"x-a": 1}))
    (row,) = change(filled, lambda session: work(session, {}, {"x-a": True}))
    assert repr((row["before"], row["after"])) == "({'extensions': {'x-a': 1}}, {'extensions': {'x-a': True}})"


def test_writing_without_a_deed_is_refused(filled: Database) -> None:
    with filled.session() as session:
        session.get_one(WorkshopRow, WORKSHOP).title = "unseen"
        with pytest.raises(JournalError, match="without a deed"):
            session.commit()
    with filled.session() as session:
        session.add(new_sector())
        with pytest.raises(JournalError, match="without a deed"):
            session.flush()
    with filled.session() as session:
        session.delete(session.get(AttendantRow, FIRST))
        with pytest.raises(JournalError, match="without a deed"):
            session.commit()
    assert len(entries(filled)) == 1
    with filled.session() as session:
        assert session.get_one(WorkshopRow, WORKSHOP).title == full_workshop().title


def query_update(session: Session) -> None:
    session.query(AnswerRow).update({"sector": "x"})


PAST_THE_JOURNAL: list[Callable[[Session], object]] = [
    lambda session: session.execute(update(AnswerRow).values(sector="x")),
    lambda session: session.execute(update(Row.metadata.tables["answers"]).values(sector="x")),
    lambda session: session.execute(delete(AnswerRow)),
    lambda session: session.execute(insert(SectorRow), [{"id": FIRST}]),
    lambda session: session.scalars(insert(SectorRow).returning(SectorRow), [{"id": FIRST}]),
    lambda session: session.execute(text("DELETE FROM answers")),
    lambda session: session.query(AnswerRow).delete(),
    query_update,
    lambda session: session.bulk_save_objects([new_sector()]),
    lambda session: session.bulk_insert_mappings(SectorRow, [{"id": FIRST}]),
    lambda session: session.bulk_update_mappings(SectorRow, [{"id": FIRST}]),
    lambda session: session.begin_nested(),
]


@pytest.mark.parametrize("work", PAST_THE_JOURNAL)
def test_what_goes_past_the_journal_is_refused(filled: Database, work: Callable[[Session], object]) -> None:
    def also_change_a_row(session: Session) -> None:
        session.get_one(WorkshopRow, WORKSHOP).title = "rolled back too"
        session.flush()
        work(session)

    with pytest.raises(JournalError):
        change(filled, also_change_a_row)
    with filled.session() as session:
        assert len(session.scalars(select(AnswerRow)).all()) == 2
        assert session.get_one(WorkshopRow, WORKSHOP).title == full_workshop().title
    assert len(entries(filled)) == 1


def test_changes_can_be_asked_for_before_the_commit(filled: Database) -> None:
    with filled.transaction(deed="test", who="tester") as session:
        session.get_one(WorkshopRow, WORKSHOP).place = "Here"
        assert row_changes(session) == (RowChange("workshops", WORKSHOP, {"place": "Kratie"}, {"place": "Here"}),)


def test_writers_wait_for_each_other(filled: Database) -> None:
    """Two threads add to the same number, each after reading it: neither addition is lost, no sequence is double."""
    failures: list[BaseException] = []

    def count() -> None:
        try:
            for _ in range(10):
                with filled.transaction(deed="test", who="tester") as session:
                    session.get_one(AttendantRow, FIRST).birth_year += 1  # type: ignore[operator]  # it has one
        except BaseException as error:  # noqa: BLE001 - shown by the test
            failures.append(error)

    threads = [threading.Thread(target=count) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with filled.session() as session:
        assert session.get_one(AttendantRow, FIRST).birth_year == 2010
    assert [entry.sequence for entry in entries(filled)] == list(range(1, 22))


# What follows takes a transaction back with nothing but its entry.


def tables() -> list[Table]:
    return [table for table in Row.metadata.sorted_tables if table.name != "journal"]


def snapshot(database: Database) -> dict[str, list[Any]]:
    """All rows of all tables but the journal, with the bytes of files."""
    with database.session() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]
            for table in tables()
        }


def from_journal(table: Table, values: dict[str, Any]) -> dict[str, Any]:
    """Turn the values of an entry into those of columns."""

    def read(column: str, value: Any) -> Any:
        kind = table.c[column].type
        if value is None or not isinstance(kind, Uuid | LocalTime):
            return value
        return UUID(value) if isinstance(kind, Uuid) else datetime.fromisoformat(value)

    return {column: read(column, value) for column, value in values.items()}


def undo(database: Database, entry: JournalRow) -> None:
    """Take a transaction back, with plain statements so that the journal has no hand in it."""
    by_table = {
        table: [row for row in json.loads(json.dumps(entry.rows)) if row["table"] == table.name] for table in tables()
    }
    with database._engine.begin() as connection:
        for table, rows in reversed(by_table.items()):
            for row in (row for row in rows if row["before"] is None and table.name != "files"):
                connection.execute(delete(table).where(table.c.id == UUID(row["id"])))
        for table, rows in by_table.items():
            for row in (row for row in rows if row["before"] is not None):
                values = from_journal(table, row["before"])
                if row["after"] is None:
                    connection.execute(insert(table).values(values))
                else:
                    connection.execute(update(table).where(table.c.id == UUID(row["id"])).values(values))


def test_the_state_before_can_be_rebuilt_from_the_entry(filled: Database) -> None:
    before = snapshot(filled)
    with filled.transaction(deed="import_workshop", who="tester", workshop_id=WORKSHOP) as session:
        save_workshop(session, edited_workshop(), {"photos/1.jpg": b"\xff\xd8"})
    entry = entries(filled)[-1]
    kinds = {(row["before"] is None, row["after"] is None) for row in entry.rows}
    assert kinds == {(True, False), (False, True), (False, False)}
    undo(filled, entry)
    after = snapshot(filled)
    assert len(after.pop("files")) == len(before.pop("files")) + 1  # contents stay
    assert after == before


def test_a_deleted_workshop_can_be_rebuilt_from_the_entry(filled: Database) -> None:
    before = snapshot(filled)
    change(filled, lambda session: session.delete(session.get(WorkshopRow, WORKSHOP)))
    assert {name for name, rows in snapshot(filled).items() if rows} == {"files"}
    undo(filled, entries(filled)[-1])
    assert snapshot(filled) == before


def test_files_stay_when_nobody_refers_to_them(filled: Database) -> None:
    change(filled, lambda session: session.delete(session.get(WorkshopRow, WORKSHOP)))
    with filled.session() as session:
        assert set(session.scalars(select(FileRow.content))) == {b"", b"\x89PNG\x00\xff"}
