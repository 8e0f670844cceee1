"""A new agenda item, where the database is slower than the hands."""

from threading import Event

from PySide6.QtCore import Qt
from shiboken6 import isValid

from clesidra_desktop.gui.dialogs.agenda_item import AgendaItemDialog
from tests.helpers.room import Room

Key = Qt.Key


def slow_insert(room: Room, *then: Key) -> None:
    """Insert an item with Enter while the database is slow, and press more keys before it answers."""
    go_on = Event()
    room.press(Key.Key_Insert)
    dialog = next(one for one in room.page.findChildren(AgendaItemDialog) if one.isVisible())
    dialog.ui.title.setText("Song")
    room.program.tasks.on_database(lambda: go_on.wait(10))
    with room.qtbot.waitActive(dialog):
        dialog.activateWindow()
    for key in (Key.Key_Return, *then):
        room.qtbot.keyClick(dialog, key)
    if Key.Key_Escape in then:
        room.qtbot.waitUntil(lambda: not isValid(dialog))
    go_on.set()
    room.settle()


def test_enter_pressed_twice_inserts_one_item(room: Room) -> None:
    slow_insert(room, Key.Key_Return)
    assert [one.title for one in room.workshop.agenda].count("Song") == 1


def test_a_dialog_that_is_left_before_its_item_is_there_breaks_nothing(room: Room) -> None:
    slow_insert(room, Key.Key_Escape)
    assert [one.title for one in room.workshop.agenda].count("Song") == 1


def test_an_item_that_is_refused_can_be_handed_in_again(room: Room) -> None:
    room.press(Key.Key_Insert)
    dialog = room.page.findChild(AgendaItemDialog)
    assert dialog is not None
    for title in ("", "Song"):
        dialog.ui.title.setText(title)
        dialog.accept()
        room.settle()

    assert [one.title for one in room.workshop.agenda].count("Song") == 1
