"""Answers and notes as they are typed, on both engines."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from clesidra_desktop.domain.conflicts import ConflictError
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.outline import Node, Outline, OutlineStyle
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.services.answers import (
    CellState,
    answer_versions,
    find_answer,
    find_answers,
    find_notes,
    notes_versions,
    record_answer,
    record_notes,
    restore_answer,
    restore_notes,
)
from clesidra_desktop.services.history import read_back, redo, undo
from clesidra_desktop.services.rapporteurs import describe_group
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database, open_database
from clesidra_desktop.storage.tables.journal import JournalRow
from tests.helpers.builders import answers, identity, points, questions, sectors, workshop

ANSWERS = answers(sectors(), questions())
MADE = workshop(answers=ANSWERS[:3])
BEGINNING = datetime(2026, 5, 6, 1, tzinfo=UTC)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = BEGINNING

    def __call__(self) -> datetime:
        """Return the moment."""
        return self.now

    def pass_seconds(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    """The clock of the database."""
    return Clock()


@pytest.fixture
def filled(address: str, clock: Clock) -> Iterator[Database]:
    """A database with a workshop of which one answer of four is missing."""
    opened = open_database(address, clock=clock)
    import_workshop(opened, MADE, {}, who="Bopha")
    yield opened
    opened.close()


def state(database: Database) -> Workshop:
    return export_workshop(database, MADE.id)[0]


def answer(database: Database, text: Outline, *, who: str = "Bopha", version: str | None = None) -> str:
    """Write the answer that is missing."""
    read = find_answer(database, MADE.id, "s2", "q2").version if version is None else version
    return record_answer(database, MADE.id, "s2", "q2", text, version=read, who=who)[0]


def test_an_answer_is_written_where_there_was_none_and_undone(filled: Database) -> None:
    version, changes = record_answer(
        filled,
        MADE.id,
        "s2",
        "q2",
        points("A\x00 well"),
        version=find_answer(filled, MADE.id, "s2", "q2").version,
        who="Bopha",
    )
    assert {table: len(ids) for table, ids in changes.added.items()} == {"answers": 1}
    assert not changes.changed
    assert find_answer(filled, MADE.id, "s2", "q2").outline == points("A well")
    assert find_answer(filled, MADE.id, "s2", "q2").version == version
    undo(filled, MADE.id, who="Bopha")
    assert state(filled) == MADE
    redo(filled, MADE.id, who="Bopha")
    assert find_answer(filled, MADE.id, "s2", "q2").version == version


def test_every_keystroke_touches_one_row_and_the_same_text_none(filled: Database) -> None:
    version = answer(filled, points("a"))
    version, changes = record_answer(filled, MADE.id, "s2", "q2", points("ab"), version=version, who="Bopha")
    assert {table: len(ids) for table, ids in changes.changed.items()} == {"answers": 1}
    assert len(changes) == 1
    assert not record_answer(filled, MADE.id, "s2", "q2", points("ab"), version=version, who="Bopha")[1]


def test_what_somebody_else_wrote_is_not_overwritten(filled: Database) -> None:
    mine = answer(filled, points("mine"))
    answer(filled, points("theirs"), who="Dara")
    with pytest.raises(ConflictError, match="Nothing was overwritten") as caught:
        answer(filled, points("mine, too"), version=mine)
    assert caught.value.theirs == find_answer(filled, MADE.id, "s2", "q2").outline == points("theirs")
    assert caught.value.mine == points("mine, too")
    answer(filled, points("both"), version=caught.value.version)
    assert find_answer(filled, MADE.id, "s2", "q2").outline == points("both")


def test_two_who_write_the_same_do_not_disagree(filled: Database) -> None:
    read = find_answer(filled, MADE.id, "s2", "q2").version
    answer(filled, points("agreed"), version=read)
    answer(filled, points("agreed"), who="Dara", version=read)


@pytest.mark.parametrize(("sector", "question", "named"), [("gone", "q1", "gone"), ("s1", "what", "what")])
def test_answers_to_nothing_are_refused(filled: Database, sector: str, question: str, named: str) -> None:
    read = find_answer(filled, MADE.id, sector, question)
    assert read.outline == ()
    with pytest.raises(UserError, match=f"“{named}” is not in this workshop any more"):
        record_answer(filled, MADE.id, sector, question, points("a"), version=read.version, who="Bopha")
    assert state(filled) == MADE


def test_notes_are_written_whatever_the_agenda_does(filled: Database) -> None:
    read = find_notes(filled, MADE.id, "tea")
    assert read.outline == ()
    version, _ = record_notes(filled, MADE.id, "tea", points("Cakes"), version=read.version, who="Bopha")
    with pytest.raises(ConflictError):
        record_notes(filled, MADE.id, "tea", points("Fruit"), version=read.version, who="Dara")
    assert find_notes(filled, MADE.id, "tea").version == version
    assert next(one.notes for one in state(filled).agenda if one.key == "tea") == points("Cakes")
    with pytest.raises(UserError, match="not there any more"):
        find_notes(filled, MADE.id, "gone")


def test_the_matrix_shows_at_a_glance_how_far_answers_are(filled: Database, clock: Clock) -> None:
    describe_group(filled, MADE.id, "s1", rapporteur=str(identity(2)), room="A", who="Bopha")
    describe_group(filled, MADE.id, "s2", rapporteur=" Ms Chan  Thy", who="Bopha")
    answer(filled, (Node("ពួកគេចង់ឃើញសហគមន៍", OutlineStyle.BULLET, points("two words", "")),))
    matrix = find_answers(filled, MADE.id)
    assert (matrix.sectors, matrix.questions) == (MADE.sectors, MADE.questions)
    assert {key: (cell.state.value, cell.points, cell.words) for key, cell in matrix.cells.items()} == {
        ("s1", "q1"): ("done", 1, 5),
        ("s1", "q2"): ("done", 1, 5),
        ("s2", "q1"): ("done", 1, 5),
        ("s2", "q2"): ("typing", 2, 6),
    }
    assert matrix.rapporteurs == {"s1": "Attendant 2", "s2": "Ms Chan Thy"}
    assert (matrix.rooms["s1"], matrix.given) == ("A", 4)
    clock.pass_seconds(60)
    assert find_answers(filled, MADE.id).cells["s2", "q2"].state is CellState.DONE
    answer(filled, points(" "))
    assert find_answers(filled, MADE.id).cells["s2", "q2"].state is CellState.EMPTY


def long(*changed: tuple[int, str]) -> Outline:
    """Return 200 points, some of them with other texts."""
    return tuple(Node(dict(changed).get(number, f"Point {number}")) for number in range(200))


def test_versions_of_an_answer_come_back_from_the_journal(filled: Database, clock: Clock) -> None:
    steps = [long(), long((3, "a")), long((3, "ab")), long((3, "ab"), (9, "c")), long()[:150], (), points("new")]
    writers = ["Bopha", "Bopha", "Bopha", "Dara", "Dara", "Dara", "Bopha"]
    for number, (text, who) in enumerate(zip(steps, writers, strict=True)):
        clock.pass_seconds(1 if number in (1, 2) else 100)
        answer(filled, text, who=who)
    found = answer_versions(filled, MADE.id, "s2", "q2")
    assert [one.outline for one in found] == [steps[6], steps[5], steps[4], steps[3], steps[2]]
    assert [one.who for one in found] == ["Bopha", "Dara", "Dara", "Dara", "Bopha"]
    assert found[0].at == clock.now
    version = find_answer(filled, MADE.id, "s2", "q2").version
    restore_answer(filled, MADE.id, "s2", "q2", found[3].sequence, version=version, who="Bopha")
    assert find_answer(filled, MADE.id, "s2", "q2").outline == steps[3]
    assert answer_versions(filled, MADE.id, "s2", "q2")[0].deed == "restore_answer"
    undo(filled, MADE.id, who="Bopha")
    assert find_answer(filled, MADE.id, "s2", "q2").outline == steps[6]
    with pytest.raises(UserError, match="not in the journal any more"):
        restore_answer(filled, MADE.id, "s2", "q2", 9999, version=version, who="Bopha")


def test_what_was_replaced_at_once_is_a_version_too(filled: Database, clock: Clock) -> None:
    answer(filled, long())
    clock.pass_seconds(35)
    answer(filled, points("Oops"))
    clock.pass_seconds(1)
    answer(filled, points("Oops!"))

    found = answer_versions(filled, MADE.id, "s2", "q2")

    assert [one.outline for one in found] == [points("Oops!"), long()]


def test_versions_of_notes_begin_with_the_import(filled: Database, clock: Clock) -> None:
    clock.pass_seconds(100)
    read = find_notes(filled, MADE.id, "opening")
    record_notes(filled, MADE.id, "opening", long(), version=read.version, who="Bopha")
    found = notes_versions(filled, MADE.id, "opening")
    assert [(one.deed, one.outline) for one in found] == [
        ("record_notes", long()),
        ("import_workshop", read.outline),
    ]
    restore_notes(
        filled, MADE.id, "opening", found[1].sequence, version=find_notes(filled, MADE.id, "opening").version, who="B"
    )
    assert state(filled) == MADE


def test_an_answer_that_was_undone_has_its_history_too(filled: Database, clock: Clock) -> None:
    answer(filled, points("one"))
    undo(filled, MADE.id, who="Bopha")
    clock.pass_seconds(100)
    redo(filled, MADE.id, who="Bopha")
    assert [one.outline for one in answer_versions(filled, MADE.id, "s2", "q2")] == [points("one"), ()]


def test_what_was_typed_without_a_pause_is_undone_at_once(filled: Database, clock: Clock) -> None:
    typed = [points("a"), points("ab"), long(), long((7, "x")), long((7, "xy")), points("end")]
    for number, text in enumerate(typed):
        clock.pass_seconds(5 if number == 3 else 0.3)
        answer(filled, text)

    def said() -> Outline:
        return find_answer(filled, MADE.id, "s2", "q2").outline

    undo(filled, MADE.id, who="Bopha")
    assert said() == typed[2]
    undo(filled, MADE.id, who="Bopha")
    assert state(filled) == MADE
    redo(filled, MADE.id, who="Bopha")
    assert said() == typed[2]
    redo(filled, MADE.id, who="Bopha")
    assert said() == typed[5]
    undo(filled, MADE.id, who="Bopha")
    answer(filled, points("anew"))
    undo(filled, MADE.id, who="Bopha")
    assert said() == typed[2]
    undo(filled, MADE.id, who="Bopha")
    assert state(filled) == MADE
    assert read_back(filled, MADE.id, who="Bopha").undo is None


def test_long_typing_is_undone_in_parts_and_other_rows_apart(filled: Database, clock: Clock) -> None:
    for number in range(40):
        clock.pass_seconds(1)
        answer(filled, points(str(number)))
    notes = find_notes(filled, MADE.id, "tea").version
    record_notes(filled, MADE.id, "tea", points("Cakes"), version=notes, who="Bopha")
    undo(filled, MADE.id, who="Bopha")
    assert find_answer(filled, MADE.id, "s2", "q2").outline == points("39")
    undo(filled, MADE.id, who="Bopha")
    assert find_answer(filled, MADE.id, "s2", "q2").outline == points("8")
    undo(filled, MADE.id, who="Bopha")
    assert state(filled) == MADE


def test_typing_in_a_long_answer_leaves_little_in_the_journal(filled: Database) -> None:
    answer(filled, long())
    answer(filled, long((100, "ទឹក")))
    with filled.session() as session:
        rows = session.scalars(select(JournalRow).order_by(JournalRow.sequence.desc()).limit(1)).one().rows
    (change,) = rows
    assert [len(change[side]["items"]["lines"]) for side in ("before", "after")] == [1, 1]
    assert find_answer(filled, MADE.id, "s2", "q2").outline == long((100, "ទឹក"))


def test_what_was_changed_elsewhere_in_a_long_answer_is_not_undone(filled: Database, clock: Clock) -> None:
    answer(filled, long())
    clock.pass_seconds(9)
    answer(filled, long((5, "mine")))
    answer(filled, long((5, "mine"), (150, "theirs")), who="Dara")
    with pytest.raises(UserError, match="changed again since"):
        undo(filled, MADE.id, who="Bopha")


def test_a_group_has_a_rapporteur_and_a_room(filled: Database) -> None:
    describe_group(filled, MADE.id, "s2", rapporteur=str(identity(3)), room=" B", who="Bopha")
    second = state(filled).groups[1]
    assert (second.sector, second.room, second.rapporteur) == ("s2", "B", str(identity(3)))
    matrix = find_answers(filled, MADE.id)
    assert (matrix.rooms["s2"], matrix.rapporteurs["s2"]) == ("B", "Attendant 3")
    undo(filled, MADE.id, who="Bopha")
    assert state(filled) == MADE


def test_a_group_is_made_for_its_rapporteur(filled: Database) -> None:
    import_workshop(filled, replace(MADE, id=UUID(int=7), attendants=(), groups=(), ways_forward=()), {}, who="Bopha")
    describe_group(filled, UUID(int=7), "s2", room="Under the mango tree", who="Bopha")
    (group,) = export_workshop(filled, UUID(int=7))[0].groups
    assert (group.sector, group.room, group.rapporteur, group.members) == ("s2", "Under the mango tree", "", ())
    with pytest.raises(UserError, match="This sector is not in the workshop"):
        describe_group(filled, UUID(int=7), "s9", room="B", who="Bopha")
