"""A workshop that is about to begin, in a real window."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.outline import Outline
from clesidra_desktop.domain.workshop import AgendaItem, Workshop
from clesidra_desktop.gui.pages.agenda import AgendaPage
from tests.helpers.window import SAMPLE, settle, show

AGENDA: list[dict[str, Any]] = [
    {"key": "opening", "title": "Welcome", "kind": "talk", "minutes": 20, "speaker": "Sok Dara"},
    {"key": "team", "title": "Put out the chairs", "kind": "talk", "minutes": 10, "internal": True},
    {"key": "talk", "title": "Land titles", "kind": "talk", "minutes": 40},
    {"key": "report", "title": "Two years", "kind": "talk", "minutes": 40},
    {"key": "lunch", "title": "Lunch", "kind": "break", "minutes": 60, "fixed_start": "10:00"},
    {"key": "groups", "title": "Groups", "kind": "breakout", "minutes": 60},
    {"key": "vote", "title": "Vote", "kind": "poll", "minutes": 10, "poll": "first-step"},
    {"key": "forward", "title": "What we do", "kind": "ways-forward", "minutes": 20},
]
"""An agenda from eight in the morning, with an hour to lunch that is not quite filled."""


@dataclass(slots=True)
class Room:
    """The program with the agenda page in front, and what tests do with it."""

    program: Program
    page: AgendaPage
    qtbot: QtBot
    clock: Any

    @property
    def workshop(self) -> Workshop:
        """The workshop as the database has it."""
        workshop = self.program.window.context.open.workshop
        assert workshop is not None
        return workshop

    def item(self, key: str) -> AgendaItem:
        """An agenda item as the database has it."""
        return next(one for one in self.workshop.agenda if one.key == key)

    def notes(self, key: str) -> Outline:
        """The notes of an item."""
        return self.item(key).notes

    @property
    def running(self) -> list[str]:
        """What is on."""
        return [one.key for one in self.workshop.agenda if one.started and not one.ended]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keys go."""
        window = self.program.window
        window.activateWindow()  # no window manager gives it the keys back after a dialog
        self.qtbot.waitUntil(window.isActiveWindow)
        self.qtbot.keyClick(window.focusWidget() or window, key, modifier)
        self.settle()

    def move(self, minutes: float) -> None:
        """Let time pass, and the page look at the clock."""
        self.clock.move(minutes)
        self.page._tick()
        self.settle()

    def settle(self) -> None:
        """Wait until everything is shown."""
        settle(self.qtbot, self.program)


def write_workshop(folder: Path, change: Callable[[dict[str, Any]], object] | None = None) -> Path:
    """Write the sample with the agenda above, not started yet, on the day and at the hour of the tests' clock."""
    workshop = json.loads(SAMPLE.read_text(encoding="utf-8"))
    workshop |= {"agenda": AGENDA, "starts": "2017-11-01T08:00", "ends": "2017-11-01T13:00", "annexes": []}
    if change:
        workshop = json.loads(json.dumps(workshop))
        change(workshop)
    path = folder / "workshop.json"
    path.write_text(json.dumps(workshop), encoding="utf-8")
    return path


def enter_room(qtbot: QtBot, program: Program, clock: Any, file: Path) -> Room:
    """Open a workshop file and show its agenda; the window takes keys."""
    window = program.window
    window.open_file(file)
    settle(qtbot, program)
    page = show(qtbot, program, "agenda")
    assert isinstance(page, AgendaPage)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return Room(program, page, qtbot, clock)


@pytest.fixture
def make_room(qtbot: QtBot, make_program: Callable[..., Program], clock: Any, tmp_path: Path) -> Callable[..., Room]:
    """Enter a room at eight o'clock; what is given changes the workshop file."""

    def make(change: Callable[[dict[str, Any]], object] | None = None, **options: str) -> Room:
        clock.moment -= timedelta(minutes=12)
        return enter_room(qtbot, make_program(**options), clock, write_workshop(tmp_path, change))

    return make


@pytest.fixture
def room(make_room: Callable[..., Room]) -> Room:
    """A room at eight o'clock."""
    return make_room()
