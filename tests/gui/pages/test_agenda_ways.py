"""Ways forward typed while the room agrees on them."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from clesidra_desktop.gui.pages.agenda_ways import due_of
from tests.helpers.room import Room

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def texts(room: Room) -> list[str]:
    return [way.text for way in room.workshop.ways_forward]


def test_one_is_added_with_who_and_when(room: Room) -> None:
    room.press(Key.Key_F8)
    ui = room.page.ways.ui
    assert room.program.window.focusWidget() is ui.text
    room.qtbot.keyClicks(ui.text, "Make a list")
    room.qtbot.keyClicks(ui.responsible, "Sok Dara")
    room.qtbot.keyClicks(ui.due, "31/12/2026")
    room.press(Key.Key_Return)

    added = room.workshop.ways_forward[-1]
    assert (added.text, added.responsible, added.due) == ("Make a list", "Sok Dara", "2026-12-31")
    assert ui.text.text() == ""
    assert room.program.window.focusWidget() is ui.text


def test_one_without_a_text_is_refused_beside_the_field(room: Room) -> None:
    room.press(Key.Key_F8)
    before = texts(room)
    room.press(Key.Key_Return)

    assert "needs a text" in room.page.ways.ui.error.text()
    assert texts(room) == before


def test_one_is_moved_edited_and_removed_by_keys(room: Room) -> None:
    room.press(Key.Key_F8)
    part = room.page.ways
    before = texts(room)
    part.ui.table.setCurrentIndex(part.model.index(0, 1))
    part.ui.table.setFocus()
    room.press(Key.Key_Down, Modifier.AltModifier)
    assert texts(room)[:2] == [before[1], before[0]]
    assert part.ui.table.currentIndex().row() == 1
    assert part.model.index(1, 0).data() == "2"

    part.model.setData(part.model.index(1, 3), "1.2.2027")
    room.settle()
    assert room.workshop.ways_forward[1].due == "2027-02-01"
    room.press(Key.Key_Delete)
    assert texts(room) == before[1:]
    room.program.window.context.open.undo()
    room.settle()
    assert len(texts(room)) == len(before)


def test_the_model_keeps_the_rules_of_qt(room: Room, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(room.page.ways.model)


@pytest.mark.parametrize(
    ("typed", "due"),
    [
        ("31/12/2026", "2026-12-31"),
        ("1.2.2027", "2027-02-01"),
        ("៣១/១២/២០២៦", "2026-12-31"),
        ("31/02/2026", "31/02/2026"),
        ("before the rains", "before the rains"),
        ("2026-12-31", "2026-12-31"),
    ],
)
def test_days_are_written_as_people_do(typed: str, due: str) -> None:
    assert due_of(typed) == due
