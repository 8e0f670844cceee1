"""Undo and redo from the journal, on both engines."""

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.services.history import read_back, redo, undo
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from clesidra_desktop.storage.database import open_database
from clesidra_desktop.storage.workshops import save_workshop
from tests.storage.samples import FILES, edited_workshop, full_workshop

PEOPLE = count()
WORKSHOP = full_workshop().id


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with the full workshop in it."""
    import_workshop(database, full_workshop(), FILES, who="Bopha")
    return database


def do(database: Database, change: Callable[[Workshop], Workshop], who: str = "Bopha", deed: str = "edit") -> Workshop:
    """Change the workshop as a deed does, and return it as it is then."""
    workshop, files = export_workshop(database, WORKSHOP)
    with database.transaction(deed=deed, who=who, workshop_id=WORKSHOP) as session:
        save_workshop(session, change(workshop), files)
    return state(database)


def state(database: Database) -> Workshop:
    return export_workshop(database, WORKSHOP)[0]


def title(text: str) -> Callable[[Workshop], Workshop]:
    return lambda workshop: replace(workshop, title=text)


def test_nothing_is_undone_past_the_import(filled: Database) -> None:
    assert read_back(filled, WORKSHOP, who="Bopha").undo is None
    with pytest.raises(UserError, match="nothing to undo"):
        undo(filled, WORKSHOP, who="Bopha")
    with pytest.raises(UserError, match="nothing to do again"):
        redo(filled, WORKSHOP, who="Bopha")


def test_a_whole_edit_is_undone_and_done_again(filled: Database) -> None:
    """Rows of every table that were added, changed and removed come back with their ids and their order."""
    before = state(filled)
    after = do(filled, lambda _: edited_workshop())
    assert undo(filled, WORKSHOP, who="Bopha")
    assert state(filled) == before
    assert redo(filled, WORKSHOP, who="Bopha")
    assert state(filled) == after
    undo(filled, WORKSHOP, who="Bopha")
    assert state(filled) == before


def test_attendants_come_back_with_stays_and_groups(filled: Database) -> None:
    before = state(filled)
    do(filled, lambda workshop: replace(workshop, attendants=(), groups=()))
    undo(filled, WORKSHOP, who="Bopha")
    assert state(filled) == before


def test_what_will_be_undone_is_named(filled: Database) -> None:
    do(filled, title("one"), deed="rename")
    history = read_back(filled, WORKSHOP, who="Bopha")
    assert history.undo
    assert (history.undo.deed, history.redo) == ("rename", None)
    undo(filled, WORKSHOP, who="Bopha")
    history = read_back(filled, WORKSHOP, who="Bopha")
    assert history.undo is None
    assert history.redo
    assert history.redo.deed == "rename"


def test_a_new_deed_ends_what_could_be_done_again(filled: Database) -> None:
    do(filled, title("one"))
    undo(filled, WORKSHOP, who="Bopha")
    do(filled, title("two"))
    assert read_back(filled, WORKSHOP, who="Bopha").redo is None


def test_everybody_undoes_their_own(filled: Database) -> None:
    do(filled, title("mine"))
    do(filled, lambda workshop: replace(workshop, venue="yours"), who="Dara")
    undo(filled, WORKSHOP, who="Bopha")
    assert (state(filled).title, state(filled).venue) == (full_workshop().title, "yours")


def test_what_somebody_changed_since_is_not_undone(filled: Database) -> None:
    do(filled, title("mine"))
    do(filled, title("yours"), who="Dara")
    with pytest.raises(UserError, match="changed again since"):
        undo(filled, WORKSHOP, who="Bopha")
    assert state(filled).title == "yours"


def test_what_somebody_removed_since_is_not_undone(filled: Database) -> None:
    renamed = replace(full_workshop().attendants[0], name="Somebody Else")
    do(filled, lambda workshop: replace(workshop, attendants=(renamed, *workshop.attendants[1:])))
    do(filled, lambda workshop: replace(workshop, attendants=workshop.attendants[1:], groups=()), who="Dara")
    with pytest.raises(UserError, match="changed again since"):
        undo(filled, WORKSHOP, who="Bopha")


def test_another_workshop_is_left_alone(filled: Database) -> None:
    do(filled, title("one"))
    assert read_back(filled, UUID(int=1), who="Bopha").undo is None


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from("dur"), max_size=14))
def test_undo_and_redo_are_two_stacks(filled: Database, steps: list[str]) -> None:
    who = f"person {next(PEOPLE)}"  # the database is the same for all examples
    done = [state(filled).title]
    undone: list[str] = []
    for number, step in enumerate(steps):
        if step == "d":
            done.append(do(filled, title(f"{number} of {who}"), who=who).title)
            undone = []
        elif step == "u" and len(done) > 1:
            undo(filled, WORKSHOP, who=who)
            undone.append(done.pop())
        elif step == "r" and undone:
            redo(filled, WORKSHOP, who=who)
            done.append(undone.pop())
        assert state(filled).title == done[-1]
        history = read_back(filled, WORKSHOP, who=who)
        assert (history.undo is not None, history.redo is not None) == (len(done) > 1, bool(undone))


def test_what_was_done_at_another_computer_stays(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    with open_database(path, device=1) as one, open_database(path, device=2) as other:
        import_workshop(one, full_workshop(), FILES, who="user")
        describe_workshop(one, WORKSHOP, {"title": "Here"}, who="user")
        describe_workshop(other, WORKSHOP, {"place": "There"}, who="user")

        undo(one, WORKSHOP, who="user")
        workshop, _ = export_workshop(one, WORKSHOP)
        assert (workshop.title, workshop.place) == (full_workshop().title, "There")
        assert read_back(one, WORKSHOP, who="user").undo is None
        redo(one, WORKSHOP, who="user")
        undo(other, WORKSHOP, who="user")
        workshop, _ = export_workshop(one, WORKSHOP)
        assert (workshop.title, workshop.place) == ("Here", full_workshop().place)
