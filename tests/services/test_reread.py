"""A workshop that is read again after a deed is the workshop of the database, on both engines."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.services.attendants import (
    edit_attendants,
    mark_arrived,
    mark_left,
    register_attendant,
    remove_attendants,
    take_back_arrivals,
)
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.history import changes_since, read_back, undo
from clesidra_desktop.services.merging import merge_attendants, unmerge_attendants
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.reread import reread
from clesidra_desktop.services.signatures import PNG, sign
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from clesidra_desktop.storage.subjects import Subject
from tests.helpers.databases import NOW
from tests.storage.samples import FILES, edited_workshop, full_workshop

WORKSHOP = full_workshop().id
DARA, SECOND, THIRD = UUID(int=1), UUID(int=2), UUID(int=3)
MORNING = datetime(2026, 11, 3, 8, 5)


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with the full workshop in it."""
    import_workshop(database, full_workshop(), FILES, who="Bopha")
    return database


def test_after_every_deed_it_is_as_in_the_database(filled: Database) -> None:
    shown = full_workshop()
    id_, changes = register_attendant(filled, WORKSHOP, {"name": "Chan Thy"}, who="Bopha")
    steps = [
        lambda: changes,
        lambda: mark_arrived(filled, WORKSHOP, [id_, SECOND], MORNING, who="Bopha"),
        lambda: mark_left(filled, WORKSHOP, [id_], MORNING, who="Bopha"),
        lambda: undo(filled, WORKSHOP, who="Bopha"),
        lambda: take_back_arrivals(filled, WORKSHOP, [id_], MORNING, who="Bopha"),
        lambda: edit_attendants(filled, WORKSHOP, [DARA, THIRD], {"province": "Takeo"}, who="Bopha"),
        lambda: sign(filled, WORKSHOP, SECOND, PNG, who="Bopha"),
        lambda: remove_attendants(filled, WORKSHOP, [THIRD], who="Bopha"),
        lambda: undo(filled, WORKSHOP, who="Bopha"),
        lambda: merge_attendants(filled, WORKSHOP, id_, DARA, who="Bopha"),
        lambda: unmerge_attendants(filled, WORKSHOP, DARA, who="Bopha"),
        lambda: describe_workshop(filled, WORKSHOP, {"title": "Another"}, who="Bopha"),
        lambda: import_workshop(filled, edited_workshop(), FILES, who="Bopha", replace=True),
    ]
    for step in steps:
        shown = reread(filled, shown, step())
        assert shown == export_workshop(filled, WORKSHOP)[0]


def test_what_does_not_concern_it_is_not_read(filled: Database) -> None:
    shown = full_workshop()
    assert reread(filled, shown, Changes()) is shown
    assert reread(filled, shown, Changes(changed={"people": (DARA,)})) is shown
    assert reread(filled, shown, Changes(changed={"attendants": (UUID(int=99),)})) is shown
    with pytest.raises(UserError, match="not in the database any more"):
        reread(filled, replace(shown, id=UUID(int=9)), Changes(changed={"groups": (DARA,)}))


def test_who_was_registered_on_another_computer_meanwhile_is_not_lost(filled: Database) -> None:
    """Two deeds, and only the changes of the second one are known."""
    shown = full_workshop()
    register_attendant(filled, WORKSHOP, {"name": "Theirs"}, who="Dara")
    _, changes = register_attendant(filled, WORKSHOP, {"name": "Mine"}, who="Bopha")
    assert reread(filled, shown, changes) == export_workshop(filled, WORKSHOP)[0]


def test_the_feed_of_changes_brings_another_laptop_up_to_date(filled: Database) -> None:
    start = changes_since(filled, 0, WORKSHOP)
    assert start.sequence == 1
    assert WORKSHOP in start.changes.added["workshops"]
    id_, _ = register_attendant(filled, WORKSHOP, {"name": "Chan Thy"}, who="Dara", arrived=MORNING)
    mark_left(filled, WORKSHOP, [id_], MORNING, who="Dara")
    brief, _ = register_attendant(filled, WORKSHOP, {"name": "Nobody"}, who="Dara")
    remove_attendants(filled, WORKSHOP, [brief, THIRD], who="Dara")
    feed = changes_since(filled, start.sequence, WORKSHOP)
    assert feed.sequence == 5
    assert feed.changes.added["attendants"] == (id_,)
    assert feed.changes.removed["attendants"] == (THIRD,)
    assert reread(filled, full_workshop(), feed.changes) == export_workshop(filled, WORKSHOP)[0]
    assert not changes_since(filled, feed.sequence, WORKSHOP).changes
    assert not changes_since(filled, start.sequence, UUID(int=9)).changes
    assert changes_since(filled, start.sequence).sequence == 5


def test_the_database_says_what_was_saved_and_what_can_be_undone(filled: Database) -> None:
    state = read_back(filled, WORKSHOP, who="Bopha")
    assert state.saved
    assert (state.saved.sequence, state.saved.at, state.saved.deed) == (1, NOW, "import_workshop")
    assert (state.undo, state.redo) == (None, None)
    id_, _ = register_attendant(filled, WORKSHOP, {"name": "Chan Thy"}, who="Bopha")
    state = read_back(filled, WORKSHOP, who="Bopha")
    assert state.undo
    assert (state.undo.deed, state.undo.subject) == ("register_attendant", Subject("attendants", "Chan Thy", 1))
    mark_arrived(filled, WORKSHOP, [id_, SECOND], MORNING, who="Bopha")
    state = read_back(filled, WORKSHOP, who="Bopha")
    assert state.undo
    assert (state.undo.deed, state.undo.subject.count) == ("mark_arrived", 2)
    assert state.undo.subject.name in ("Chan Thy", "Attendant 2")
    undo(filled, WORKSHOP, who="Bopha")
    state = read_back(filled, WORKSHOP, who="Bopha")
    assert state.saved
    assert state.undo
    assert state.redo
    assert (state.undo.deed, state.redo.deed) == ("register_attendant", "mark_arrived")
    describe_workshop(filled, WORKSHOP, {"venue": "Elsewhere"}, who="Bopha")
    state = read_back(filled, WORKSHOP, who="Bopha")
    assert state.undo
    assert state.undo.subject.table == "workshops"
    assert state.undo.subject.name == full_workshop().title
    assert read_back(filled, None, who="Bopha").saved is None
