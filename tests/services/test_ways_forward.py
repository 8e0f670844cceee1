"""Ways forward, on both engines."""

import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.services.history import redo, undo
from clesidra_desktop.services.ways_forward import (
    add_way_forward,
    edit_way_forward,
    move_way_forward,
    remove_way_forward,
)
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from tests.helpers.builders import identity, way_forward, workshop

WAYS = tuple(way_forward(number) for number in (1, 2, 3))
FIRST, SECOND, THIRD = (way.id for way in WAYS)
MADE = workshop(ways_forward=WAYS)


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with three ways forward."""
    import_workshop(database, MADE, {}, who="Bopha")
    return database


def texts(database: Database) -> list[str]:
    return [way.text for way in export_workshop(database, MADE.id)[0].ways_forward]


def test_they_are_added_behind_all_or_behind_one(filled: Database) -> None:
    last, _ = add_way_forward(filled, MADE.id, {"text": " Plant\ntrees ", "due": "2026-12-31"}, who="Bopha")
    add_way_forward(filled, MADE.id, {"text": "Dig", "responsible": " Mr  Sok"}, after=FIRST, who="Bopha")
    assert texts(filled) == ["Way forward 1", "Dig", "Way forward 2", "Way forward 3", "Plant\ntrees"]
    found = {way.id: way for way in export_workshop(filled, MADE.id)[0].ways_forward}
    assert (found[last].due, [way.responsible for way in found.values()][1]) == ("2026-12-31", "Mr Sok")
    undo(filled, MADE.id, who="Bopha")
    undo(filled, MADE.id, who="Bopha")
    assert export_workshop(filled, MADE.id)[0] == MADE


@pytest.mark.parametrize(("by", "order"), [(1, "213"), (9, "231"), (-1, "123"), (0, "123")])
def test_they_are_moved_within_the_ends(filled: Database, by: int, order: str) -> None:
    changes = move_way_forward(filled, MADE.id, FIRST, by, who="Bopha")
    assert texts(filled) == [f"Way forward {number}" for number in order]
    assert bool(changes) == (order != "123")
    move_way_forward(filled, MADE.id, FIRST, -9, who="Bopha")
    assert texts(filled)[0] == "Way forward 1"


def test_they_are_edited_and_removed(filled: Database) -> None:
    changes = edit_way_forward(filled, MADE.id, SECOND, {"responsible": "Ms Chan"}, who="Bopha")
    assert changes.changed == {"ways_forward": (SECOND,)}
    remove_way_forward(filled, MADE.id, FIRST, who="Bopha")
    after = export_workshop(filled, MADE.id)[0]
    assert [way.responsible for way in after.ways_forward] == ["Ms Chan", ""]
    assert not import_workshop(filled, after, {}, who="Bopha")
    undo(filled, MADE.id, who="Bopha")
    assert len(texts(filled)) == 3
    redo(filled, MADE.id, who="Bopha")
    assert export_workshop(filled, MADE.id)[0] == after


def test_what_cannot_be_is_refused(filled: Database) -> None:
    with pytest.raises(UserError, match="needs a text"):
        add_way_forward(filled, MADE.id, {"text": " "}, who="Bopha")
    with pytest.raises(KeyError, match="id"):
        edit_way_forward(filled, MADE.id, FIRST, {"id": "1"}, who="Bopha")
    for deed in (
        lambda: edit_way_forward(filled, MADE.id, identity(5), {"text": "a"}, who="Bopha"),
        lambda: add_way_forward(filled, MADE.id, {"text": "a"}, after=identity(5), who="Bopha"),
        lambda: remove_way_forward(filled, MADE.id, identity(5), who="Bopha"),
    ):
        with pytest.raises(UserError, match="not there any more"):
            deed()
