"""Whole workshops go in and come out the same, on both engines."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import event, select

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.workshop import Answer, Group, Sector, SplitRules, Stay, Wish, Workshop
from clesidra_desktop.storage import workshops
from clesidra_desktop.storage.database import Database, open_database
from clesidra_desktop.storage.journal import RowChange, row_changes
from clesidra_desktop.storage.tables.annexes import FileRow
from clesidra_desktop.storage.workshops import list_workshops, load_files, load_workshop, save_workshop
from tests.storage.samples import FILES, attendant, edited_workshop, full_workshop


def save(database: Database, workshop: Workshop, files: dict[str, bytes] | None = None) -> tuple[RowChange, ...]:
    with database.transaction(deed="test", who="tester", workshop_id=workshop.id) as session:
        save_workshop(session, workshop, files or {})
        return row_changes(session)


def load(database: Database, workshop_id: UUID) -> tuple[Workshop | None, dict[str, bytes]]:
    with database.session() as session:
        return load_workshop(session, workshop_id), load_files(session, workshop_id)


def test_every_field_comes_back(database: Database) -> None:
    save(database, full_workshop(), FILES)
    assert load(database, UUID(int=100)) == (full_workshop(), dict(sorted(FILES.items())))


def test_extensions_come_back_as_they_were_written(database: Database) -> None:
    save(database, full_workshop())
    workshop, _ = load(database, UUID(int=100))
    assert workshop is not None
    assert repr(workshop.extensions) == repr(full_workshop().extensions)
    assert repr(workshop.answers[0].items[0].extensions) == repr(full_workshop().extensions)


def test_empty_workshop_comes_back(database: Database) -> None:
    workshop = Workshop(id=UUID(int=7), language=Language.ENGLISH, title="")
    save(database, workshop)
    assert load(database, workshop.id) == (workshop, {})


def test_unknown_workshop_is_none(database: Database) -> None:
    assert load(database, UUID(int=7)) == (None, {})


def test_outline_of_a_hundred_levels_comes_back(database: Database) -> None:
    node = Node("the deepest")
    for level in range(99, 0, -1):
        node = Node(f"level {level}", children=(node, Node("beside it")))
    workshop = full_workshop(answers=(Answer(sector="water", question="how", items=(node,)),))
    save(database, workshop)
    assert load(database, workshop.id)[0] == workshop


def test_repeated_keys_come_back(database: Database) -> None:
    member = UUID(int=1)
    workshop = full_workshop(
        sectors=(Sector(key="a", title="1"), Sector(key="b", title="2"), Sector(key="a", title="3")),
        groups=(Group(sector="a", members=(member, member)), Group(sector="a", members=(member,))),
    )
    save(database, workshop)
    assert load(database, workshop.id)[0] == workshop
    assert save(database, workshop) == ()


def test_saving_again_touches_nothing(database: Database) -> None:
    save(database, full_workshop(), FILES)
    assert save(database, full_workshop(), FILES) == ()


def test_edited_workshop_takes_the_place_of_the_first(database: Database) -> None:
    save(database, full_workshop(), FILES)
    files = {"annexes/map.png": b"another map", "photos/1.jpg": b"\xff\xd8"}
    save(database, edited_workshop(), files)
    assert load(database, UUID(int=100)) == (edited_workshop(), files)
    save(database, full_workshop(), FILES)
    assert load(database, UUID(int=100)) == (full_workshop(), dict(sorted(FILES.items())))


def test_only_rows_that_differ_are_touched(database: Database) -> None:
    first = full_workshop()
    save(database, first, FILES)
    third = replace(first.attendants[1], phone="011")
    changes = save(database, replace(first, attendants=(first.attendants[0], third, first.attendants[2])), FILES)
    assert changes == (RowChange("attendants", third.id, {"phone": ""}, {"phone": "011"}),)


@pytest.mark.parametrize("other", [True, 1.0, "1"])
def test_a_value_of_another_kind_is_a_difference(database: Database, other: object) -> None:
    save(database, full_workshop(extensions={"x-one": 1}))
    (change,) = save(database, full_workshop(extensions={"x-one": other}))
    assert repr(change.after) == repr({"extensions": {"x-one": other}})


def test_ids_are_the_same_in_every_database(database: Database, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = open_database(tmp_path_factory.mktemp("other") / "other.db")
    here, there = save(database, full_workshop(), FILES), save(other, full_workshop(), FILES)
    other.close()
    assert {(row.table, row.id) for row in here} == {(row.table, row.id) for row in there}
    assert len({row.id for row in here}) == len(here) - 1  # an attendant and a way forward share one


def test_content_is_kept_once(database: Database) -> None:
    save(database, full_workshop(), FILES)
    save(database, full_workshop(id=UUID(int=101), attendants=(), groups=(), ways_forward=()), FILES)
    with database.session() as session:
        sizes = sorted(session.scalars(select(FileRow.size)))
    assert sizes == [0, 6]


@pytest.mark.parametrize("shared", ["attendants", "ways_forward"])
def test_ids_of_another_workshop_are_refused(database: Database, shared: str) -> None:
    save(database, full_workshop())
    others: dict[str, object] = {"attendants": (), "ways_forward": (), "groups": ()}
    del others[shared]
    copy = full_workshop(id=UUID(int=101), title="Copy", **{**others, "groups": ()})
    with pytest.raises(UserError, match=f"“Copy” has ids of {shared.replace('_', ' ')} that belong to the workshop"):
        save(database, copy)
    assert load(database, UUID(int=100))[0] == full_workshop()


def test_a_file_that_is_too_large_is_refused(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workshops, "MAX_FILE_SIZE", 1024**2)
    with pytest.raises(UserError, match=r"The file b\.pdf is larger than 1 MB"):
        save(database, full_workshop(), {"a.pdf": bytes(1024**2), "b.pdf": bytes(1024**2 + 1)})
    assert load(database, UUID(int=100)) == (None, {})


def test_nul_is_refused_by_name(database: Database) -> None:
    with pytest.raises(ValueError, match=r"^text with the character NUL cannot be stored: 'Sok\\x00Dara'$"):
        save(database, full_workshop(attendants=(attendant(1, name="Sok\0Dara"),), groups=()))
    assert load(database, UUID(int=100))[0] is None


def test_time_with_an_offset_is_refused(database: Database) -> None:
    with pytest.raises(ValueError, match="times of a workshop are local"):
        save(database, full_workshop(starts=datetime(2026, 11, 3, tzinfo=UTC)))


@pytest.mark.parametrize("count", [3, 30])
def test_loading_asks_one_question_a_table(database: Database, count: int) -> None:
    people = tuple(attendant(number, stays=(Stay(),)) for number in range(count))
    groups = tuple(Group(sector=str(number), members=(UUID(int=number),)) for number in range(count))
    wishes = tuple(Wish(attendant=one.id) for one in people)
    rules = SplitRules(apart=tuple((one.id,) for one in people), wishes=wishes)
    save(database, full_workshop(attendants=people, groups=groups, split=rules))
    statements: list[str] = []
    event.listen(database._engine, "before_cursor_execute", lambda *arguments: statements.append(arguments[2]))
    assert load(database, UUID(int=100))[0] is not None
    assert len([statement for statement in statements if statement.startswith("SELECT")]) == 27


def test_list_has_the_newest_first(database: Database) -> None:
    for number, (title, starts) in enumerate(
        [
            ("old", datetime(2020, 1, 1)),
            ("unknown", None),
            ("new", datetime(2026, 1, 1)),
            ("also new", datetime(2026, 1, 1)),
        ]
    ):
        people = tuple(attendant(number * 10 + one) for one in range(number))
        save(
            database,
            Workshop(id=UUID(int=number), language=Language.ENGLISH, title=title, starts=starts, attendants=people),
        )
    with database.session() as session:
        listed = list_workshops(session)
    assert [(line.title, line.attendants) for line in listed] == [
        ("also new", 3),
        ("new", 2),
        ("old", 0),
        ("unknown", 1),
    ]
