"""The answer “Undo” of a message takes back what the message is about, and nothing that was done since."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui.pages import agenda_polls, agenda_ways
from clesidra_desktop.services import agenda as deeds
from tests.helpers.room import Room

Key = Qt.Key


def remove_item(room: Room) -> None:
    room.page._remove("report")


def remove_poll(room: Room) -> None:
    room.press(Key.Key_F7)
    room.page.polls.ui.remove.click()


def remove_way(room: Room) -> None:
    room.press(Key.Key_F8)
    ways = room.page.ways
    ways.ui.table.setCurrentIndex(ways.model.index(0, 1))
    ways.ui.table.setFocus()
    room.press(Key.Key_Delete)


REMOVALS: dict[str, tuple[Callable[[Room], None], Callable[[Workshop], int]]] = {
    "item": (remove_item, lambda workshop: len(workshop.agenda)),
    "poll": (remove_poll, lambda workshop: len(workshop.polls)),
    "way": (remove_way, lambda workshop: len(workshop.ways_forward)),
}


def said(room: Room) -> str:
    return " ".join(label.text() for label in room.program.window.strip.findChildren(QLabel) if label.isVisible())


def answer(room: Room) -> QPushButton:
    buttons = room.program.window.strip.findChildren(QPushButton)
    return next(one for one in buttons if one.text() == "Undo" and one.isVisible())


@pytest.mark.parametrize("name", REMOVALS)
def test_what_was_removed_comes_back(room: Room, name: str) -> None:
    remove, count = REMOVALS[name]
    before = count(room.workshop)
    remove(room)
    room.settle()
    assert (count(room.workshop), "was removed" in said(room)) == (before - 1, True)
    answer(room).click()
    room.settle()
    assert count(room.workshop) == before


@pytest.mark.parametrize("name", REMOVALS)
def test_what_was_done_since_is_not_taken_back(room: Room, name: str) -> None:
    remove, count = REMOVALS[name]
    remove(room)
    room.settle()
    left = count(room.workshop)
    room.page._start_next()
    room.settle()
    answer(room).click()
    room.settle()

    assert (room.running, count(room.workshop)) == (["opening"], left)
    assert "Something else was done since." in said(room)


@pytest.mark.parametrize("name", REMOVALS)
def test_nothing_was_removed_where_that_was_refused(room: Room, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> object:
        raise UserError("The disk is full.")

    monkeypatch.setattr(deeds, "remove_item", refuse)
    monkeypatch.setattr(agenda_polls, "remove_poll", refuse)
    monkeypatch.setattr(agenda_ways, "remove_way_forward", refuse)
    texts: list[str] = []
    room.program.window.context.messages.said.connect(lambda _kind, text, *_: texts.append(text))
    REMOVALS[name][0](room)
    room.settle()

    assert texts == ["The disk is full."]
