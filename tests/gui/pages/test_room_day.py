"""A day of eight hours as the MC runs it, by keys alone: overrun, sleep, a crash and a clock that is set back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.gui.pages.agenda import AgendaPage
from tests.helpers.room import Room
from tests.helpers.window import settle, show, type_text

Key = Qt.Key

DAY: list[dict[str, Any]] = [
    {"key": "opening", "title": "Welcome", "kind": "talk", "minutes": 20, "speaker": "Sok Dara"},
    {"key": "team", "title": "Put out the chairs", "kind": "talk", "minutes": 10, "internal": True},
    {"key": "titles", "title": "Land titles", "kind": "talk", "minutes": 60},
    {"key": "report", "title": "Two years", "kind": "talk", "minutes": 60},
    {"key": "coffee", "title": "Coffee", "kind": "break", "minutes": 30},
    {"key": "lunch", "title": "Lunch", "kind": "break", "minutes": 60, "fixed_start": "11:30"},
    {"key": "groups", "title": "Groups", "kind": "breakout", "minutes": 120},
    {"key": "vote", "title": "Vote", "kind": "poll", "minutes": 15, "poll": "first-step"},
    {"key": "forward", "title": "What we do", "kind": "ways-forward", "minutes": 60},
]


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2017, 11, 1, hour, minute)


def after_a_crash(qtbot: QtBot, make_program: Callable[..., Program], clock: Any) -> Room:
    """Open the program again on what the database holds; the one before never got to close anything."""
    program = make_program()
    program.window.open_last()
    settle(qtbot, program)
    page = show(qtbot, program, "agenda")
    assert isinstance(page, AgendaPage)
    return Room(program, page, qtbot, clock)


def run_the_morning(room: Room, clock: Any) -> None:
    room.press(Key.Key_F5)
    screen = room.page.audience
    room.press(Key.Key_Space)
    room.press(Key.Key_N)
    type_text(room.page.notes.text, "ស្វាគមន៍")
    room.move(35)  # the opening takes a quarter of an hour too long
    assert screen.picture.content.title == "Welcome"
    room.press(Key.Key_Escape)
    room.press(Key.Key_Space)
    assert "chairs" not in f"{screen.picture.content}"
    room.move(10)
    room.press(Key.Key_Space)
    assert "15 min late" in room.page.late.said.text()
    room.press(Key.Key_1)  # takes the first way to catch up
    assert "Everything with a fixed time can still be kept" in room.page.late.said.text()
    clock.move(50)  # the laptop sleeps, and the talk goes on
    room.move(0)
    room.press(Key.Key_Space)
    assert room.item("titles").ended == at(9, 35)
    room.move(30)


def run_on_till_the_groups(room: Room, clock: Any) -> None:
    room.move(45)
    room.press(Key.Key_Space)  # coffee, which nobody ends
    clock.move(-60)  # somebody corrects the clock of the computer, wrongly
    room.move(0)
    assert "it was set back" in room.page.late.said.text()
    clock.move(60)
    room.move(40)
    room.press(Key.Key_Space)
    assert room.item("lunch").started == at(11, 30)
    room.move(60)
    room.press(Key.Key_Space)
    show(room.qtbot, room.program, "answers")  # the time goes on while groups discuss
    clock.move(120)
    show(room.qtbot, room.program, "agenda")
    assert room.page.now.left.text() == "0:00"


def run_the_end(room: Room) -> None:
    room.page.timeline.setFocus()
    room.press(Key.Key_Space)
    room.press(Key.Key_F7)
    for count in ("20", "9", "8", "4", "41"):
        field = room.program.window.focusWidget()
        assert field is not None
        room.qtbot.keyClicks(field, count)
        room.press(Key.Key_Return)
    room.press(Key.Key_F6)
    room.page.timeline.setFocus()
    room.move(15)
    room.press(Key.Key_Space)
    room.move(45)
    room.press(Key.Key_E)


def test_a_day_of_the_room(
    qtbot: QtBot, make_program: Callable[..., Program], make_room: Callable[..., Room], clock: Any
) -> None:
    room = make_room(lambda workshop: workshop.update(agenda=DAY, ends="2017-11-01T16:30"))
    run_the_morning(room, clock)

    room = after_a_crash(qtbot, make_program, clock)
    assert room.running == ["report"]
    assert room.notes("opening")[0].text == "ស្វាគមន៍"
    room.page.timeline.setFocus()
    run_on_till_the_groups(room, clock)
    run_the_end(room)

    taken = {one.key: (one.started, one.ended) for one in room.workshop.agenda}
    assert taken == {
        "opening": (at(8), at(8, 35)),
        "team": (at(8, 35), at(8, 45)),
        "titles": (at(8, 45), at(9, 35)),
        "report": (at(9, 35), at(10, 50)),
        "coffee": (at(10, 50), at(11, 30)),
        "lunch": (at(11, 30), at(12, 30)),
        "groups": (at(12, 30), at(14, 30)),
        "vote": (at(14, 30), at(14, 45)),
        "forward": (at(14, 45), at(15, 30)),
    }
    assert [option.count for option in room.workshop.polls[0].options] == [20, 9, 8, 4]
