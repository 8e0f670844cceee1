"""Letters that are typed while something new is made: none goes to what it is not for."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, Workshop
from clesidra_desktop.gui.widgets.held_keys import HeldKeys
from clesidra_desktop.services.prepare import create_workshop
from clesidra_desktop.storage.database import Database
from tests.helpers.room import Room
from tests.helpers.window import show

Key = Qt.Key


@contextmanager
def slow_database(room: Room) -> Iterator[None]:
    """Let the database be slow, and answer all that was asked for afterwards."""
    go_on = Event()
    room.program.tasks.on_database(lambda: go_on.wait(10))
    yield
    go_on.set()
    room.settle()


@pytest.fixture
def fields(qtbot: QtBot) -> Iterator[tuple[QLineEdit, QLineEdit, QPushButton]]:
    """Two fields and a button in a window; nothing has the keys."""
    window = QWidget()
    qtbot.addWidget(window)
    made = QLineEdit(window), QLineEdit(window), QPushButton(window)
    column = QVBoxLayout(window)
    for one in made:
        column.addWidget(one)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield made
    window.close()


def take_keys(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def test_what_is_typed_meanwhile_goes_to_the_new_field(
    qtbot: QtBot, fields: tuple[QLineEdit, QLineEdit, QPushButton]
) -> None:
    old, new, _ = fields
    take_keys(qtbot, old)
    held = HeldKeys()
    qtbot.keyClicks(old, "Land")
    take_keys(qtbot, new)
    held.give_to(new)
    qtbot.keyClicks(old, "!")

    assert (old.text(), new.text()) == ("!", "Land")


def test_a_field_that_has_not_got_the_keys_takes_nothing(
    qtbot: QtBot, fields: tuple[QLineEdit, QLineEdit, QPushButton]
) -> None:
    old, new, _ = fields
    take_keys(qtbot, old)
    held = HeldKeys()
    qtbot.keyClicks(old, "Land")
    held.give_to(new)

    assert (old.text(), new.text()) == ("", "")


def test_what_was_not_made_leaves_the_letters_where_they_were_typed(
    qtbot: QtBot, fields: tuple[QLineEdit, QLineEdit, QPushButton]
) -> None:
    old, _, button = fields
    take_keys(qtbot, old)
    held = HeldKeys()
    qtbot.keyClicks(old, "Land")
    held.give_back()
    assert old.text() == "Land"

    take_keys(qtbot, button)
    held = HeldKeys()
    qtbot.keyClick(button, " ")
    held.give_back()
    assert not button.isDown()


def test_a_field_that_is_gone_breaks_nothing(qtbot: QtBot, fields: tuple[QLineEdit, QLineEdit, QPushButton]) -> None:
    old, new, _ = fields
    take_keys(qtbot, old)
    held = HeldKeys()
    qtbot.keyClicks(old, "Land")
    with qtbot.waitSignal(old.destroyed):
        old.deleteLater()
    held.give_back()
    held.give_to(None)

    assert new.text() == ""


def test_a_row_that_comes_when_another_page_is_shown_leaves_the_keys_there(room: Room) -> None:
    show(room.qtbot, room.program, "prepare")
    window = room.program.window
    page: Any = window.page
    page.go_to("$.sectors[0].title")
    room.settle()
    before = room.workshop.sectors
    with slow_database(room):
        window.context.actions["prepare_add"].trigger()
        focused = window.focusWidget()
        assert focused is not None
        room.qtbot.keyClicks(focused, "land")
        window.show_page("register")
        now = window.focusWidget()
        assert isinstance(now, QLineEdit)

    assert len(room.workshop.sectors) == len(before) + 1
    assert not any(one.text() for one in window.page.findChildren(QLineEdit))


def test_a_row_that_comes_when_the_workshop_is_closed_breaks_nothing(room: Room) -> None:
    show(room.qtbot, room.program, "prepare")
    window = room.program.window
    page: Any = window.page
    page.go_to("$.sectors[0].title")
    room.settle()
    with slow_database(room):
        window.context.actions["prepare_add"].trigger()
        focused = window.focusWidget()
        assert focused is not None
        room.qtbot.keyClicks(focused, "land")
        with room.qtbot.waitSignal(focused.destroyed):
            window.context.open.close()

    assert window.context.open.workshop is None


def test_a_poll_that_comes_late_is_given_to_no_item_of_another_workshop(room: Room) -> None:
    opened, first = room.program.window.context.open, room.workshop.id
    made: list[UUID] = []

    def make(database: Database) -> UUID:
        waiting = AgendaItem(key="vote", title="Vote", kind=AgendaKind.POLL, minutes=10)
        blank = Workshop(id=UUID(int=1), title="", language=Language.ENGLISH, agenda=(waiting,))
        return create_workshop(database, blank, who="Minute taker", title="Blank", starts=None)

    opened.ask(make, done=made.append)
    room.settle()
    room.press(Key.Key_F7)
    part = room.page.polls
    with slow_database(room):
        opened.open(made[0])
        room.qtbot.keyClicks(part.ui.new_question, "Who comes again?")
        room.qtbot.keyClick(part.ui.new_question, Key.Key_Return)

    assert room.workshop.id == made[0]
    assert room.item("vote").poll == ""
    opened.open(first)
    room.settle()
    assert room.workshop.polls[-1].question == "Who comes again?"
