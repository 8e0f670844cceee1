"""The screen for the audience: it follows the agenda, and shows nothing that is not everybody's business."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from clesidra_desktop.domain.audience import Scene
from clesidra_desktop.gui.audience.screen import AudienceScreen
from clesidra_desktop.settings import AUDIENCE_BOTH, AUDIENCE_SIGNAL
from tests.helpers.room import Room

Key = Qt.Key


def open_screen(room: Room) -> AudienceScreen:
    room.press(Key.Key_F5)
    screen = room.page.audience
    room.qtbot.waitExposed(screen)
    return screen


def look(screen: AudienceScreen) -> str:
    """Return all that can be read on the screen, and see that it can be drawn."""
    screen.refresh()
    assert not screen.grab().isNull()
    return f"{screen.picture.content} {screen.figures.time}"


def test_it_comes_and_goes_by_a_key(room: Room) -> None:
    screen = open_screen(room)
    assert screen.isVisible()
    assert room.page.menu.button.isChecked()
    room.press(Key.Key_F5)
    assert not screen.isVisible()

    screen = open_screen(room)
    room.qtbot.keyClick(screen, Key.Key_Escape)
    assert not screen.isVisible()


def test_it_goes_with_the_window(room: Room) -> None:
    screen = open_screen(room)
    room.program.window.close()
    assert not screen.isVisible()


def test_it_follows_the_agenda_from_scene_to_scene(room: Room) -> None:
    screen = open_screen(room)
    scenes = []
    for _ in room.workshop.agenda:
        room.press(Key.Key_Space)
        look(screen)
        scenes.append(screen.scene)
    clock, poll, ways = Scene.CLOCK, Scene.POLL, Scene.WAYS_FORWARD
    assert scenes == [clock, clock, clock, clock, clock, Scene.GROUPS, poll, ways]


def test_the_clock_shows_the_item_its_speaker_and_what_is_left(room: Room) -> None:
    screen = open_screen(room)
    room.press(Key.Key_Space)
    room.move(5)
    look(screen)

    content = screen.picture.content
    assert (content.title, content.below) == ("Welcome", "Sok Dara")
    assert screen.figures.time.figures == "15:00"
    assert screen.water.share == pytest.approx(0.75)
    assert "Land titles" in content.next  # what is internal is never next


def test_nothing_internal_is_ever_shown(room: Room) -> None:
    screen = open_screen(room)
    room.press(Key.Key_Space)
    room.press(Key.Key_Space)
    assert room.running == ["team"]

    for scene in (None, *Scene):
        screen.choose(scene)
        assert "chairs" not in look(screen)
    screen.choose(None)
    assert screen.picture.content.title == "Land titles"
    assert screen.figures.time.figures == ""


def test_no_private_data_is_ever_shown(make_room: Callable[..., Room]) -> None:
    secrets: set[str] = set()

    def fill(workshop: dict[str, Any]) -> None:
        for number, one in enumerate(workshop["attendants"]):
            one |= {"phone": f"0{number}99 123", "email": f"x{number}@example.org", "position": f"Secret {number}"}
            one["organization"] = f"Hidden organization {number}"
            secrets.update((one["phone"], one["email"], one["position"], one["organization"]))
        workshop["groups"] = [{"sector": workshop["sectors"][0]["key"], "members": [workshop["attendants"][0]["id"]]}]
        workshop["polls"][0]["note"] = "Secret note"

    room = make_room(fill)
    secrets.add("Secret note")
    screen = open_screen(room)
    for _ in room.workshop.agenda:
        room.press(Key.Key_Space)
        for scene in (None, *Scene):
            screen.choose(scene)
            shown = look(screen)
            assert not [secret for secret in secrets if secret and secret in shown]
    screen.choose(Scene.GROUPS)
    assert room.workshop.attendants[0].name in look(screen)


def start(room: Room, key: str) -> None:
    while room.running != [key]:
        room.press(Key.Key_Space)


def test_the_question_has_a_countdown_of_its_own(room: Room) -> None:
    screen = open_screen(room)
    start(room, "groups")
    count = len(room.workshop.questions)
    room.move(5)
    look(screen)

    assert screen.scene is Scene.QUESTION
    assert screen.picture.content.title == room.workshop.questions[0].text
    assert screen.figures.time.figures == f"{60 // count - 5}:00"
    assert len(screen.picture.content.groups) == len(room.workshop.sectors)
    room.move(60 / count)
    look(screen)
    assert screen.picture.content.title == room.workshop.questions[1].text


def test_a_poll_shows_its_options_and_then_its_bars(make_room: Callable[..., Room]) -> None:
    def uncounted(workshop: dict[str, Any]) -> None:
        for option in workshop["polls"][0]["options"]:
            option["count"] = 0

    room = make_room(uncounted)
    screen = open_screen(room)
    start(room, "vote")
    look(screen)
    assert len(screen.picture.content.lines) == 4
    assert screen.picture.content.chart is None

    room.page.polls._options[0].count.setValue(12)
    room.page.polls.commit()
    room.settle()
    look(screen)
    assert screen.picture.content.chart is not None


def two_polls(workshop: dict[str, Any]) -> None:
    workshop["polls"].append(
        {"key": "market", "question": "Where & when?", "options": [{"text": "Here"}, {"text": "There"}]}
    )


def test_the_poll_that_stands_chosen_on_its_tab_is_shown(make_room: Callable[..., Room]) -> None:
    room = make_room(two_polls)
    screen = open_screen(room)
    room.press(Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert screen.shown_poll == "first-step"

    room.press(Key.Key_F7)
    room.page.polls.choose("market")
    room.press(Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert screen.shown_poll == "market"
    assert screen.picture.content.title == "Where & when?"
    room.press(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert screen.shown_poll == ""


def test_any_poll_can_be_chosen_from_the_menu(make_room: Callable[..., Room]) -> None:
    room = make_room(two_polls)
    screen = open_screen(room)
    menu = room.page.menu
    menu._list_polls()
    _, second = menu._polls.actions()
    assert second.text() == "Where && when?"
    second.trigger()
    assert screen.shown_poll == "market"
    menu._list_polls()
    assert [one.isChecked() for one in menu._polls.actions()] == [False, True]


def test_a_single_poll_is_not_offered_twice(room: Room) -> None:
    room.page.menu._list_polls()
    assert not room.page.menu._polls.menuAction().isVisible()


def test_the_poll_of_an_item_that_begins_stands_chosen(make_room: Callable[..., Room]) -> None:
    room = make_room(lambda workshop: (two_polls(workshop), workshop["agenda"][-2].update(poll="market")))
    start(room, "vote")
    assert room.page.polls.key == "market"


def test_between_days_it_says_on_which_day_it_goes_on(make_room: Callable[..., Room]) -> None:
    def two_days(workshop: dict[str, Any]) -> None:
        workshop["ends"] = "2017-11-03T13:00"
        workshop["agenda"] = [
            {"key": "one", "title": "First day", "kind": "talk", "minutes": 30},
            {"key": "team", "title": "Chairs", "kind": "talk", "minutes": 30, "internal": True},
            {"key": "two", "title": "Recap", "kind": "talk", "minutes": 30, "fixed_start": "2017-11-02T08:30"},
            {"key": "three", "title": "End", "kind": "talk", "minutes": 30, "fixed_start": "2017-11-03T09:00"},
        ]

    room = make_room(two_days)
    screen = open_screen(room)
    room.program.window.context.actions["scene_title"].trigger()
    look(screen)
    assert screen.picture.content.below.endswith("1 November 2017 – 3 November 2017")
    room.program.window.context.actions["scene_follow"].trigger()
    room.press(Key.Key_Space)
    look(screen)
    assert screen.picture.content.next == "Next   tomorrow, 08:30   Recap"
    room.press(Key.Key_Space)
    look(screen)
    assert (screen.picture.content.label, screen.picture.content.title) == ("We go on tomorrow at 08:30", "Recap")
    room.program.window.context.actions["audience_both"].trigger()
    look(screen)
    assert screen.picture.content.label == "We go on tomorrow at 08:30 · យើងបន្តនៅថ្ងៃស្អែក ម៉ោង ០៨:៣០"


def test_the_one_who_reports_is_marked_where_people_sit(room: Room) -> None:
    screen = open_screen(room)
    screen.choose(Scene.GROUPS)
    look(screen)
    content = screen.picture.content
    reporting = [one.members[one.rapporteur] for one in content.groups if one.rapporteur is not None]
    assert reporting == [one.rapporteur for one in room.workshop.groups]
    assert content.legend == "reports for the group"


def test_a_khmer_screen_counts_in_khmer_digits(make_room: Callable[..., Room]) -> None:
    room = make_room(lambda workshop: workshop.update(language="km"))
    screen = open_screen(room)
    start(room, "groups")
    room.move(5)
    look(screen)
    assert screen.picture.content.label.startswith("សំណួរទី ១ ")
    assert screen.picture.content.groups[0].label == "ក្រុមទី ១"
    assert screen.figures.time.figures.isascii() is False


def test_the_button_is_framed_evenly_and_says_its_name_while_the_screen_is_on(room: Room) -> None:
    button = room.page.menu.button
    before = button.sizeHint().width()
    open_screen(room)
    room.settle()
    assert button.isChecked()
    assert button.sizeHint().width() <= min(before + 4, button.width())
    shown = button.grab().toImage()
    ratio = button.devicePixelRatioF()
    colour = room.program.window.context.theme.colour("selected")
    for x in (3, 6, 9):
        assert shown.pixelColor(round(x * ratio), shown.height() // 2).name() == colour.name()


def test_the_mc_chooses_and_lets_it_follow_again(room: Room) -> None:
    screen = open_screen(room)
    room.press(Key.Key_Space)
    room.press(Key.Key_F11, Qt.KeyboardModifier.ShiftModifier)
    assert screen.scene is Scene.TITLE
    assert room.program.window.context.actions["scene_title"].isChecked()
    room.press(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert screen.scene is Scene.CLOCK


def test_both_languages_stand_side_by_side(room: Room) -> None:
    screen = open_screen(room)
    room.press(Key.Key_Space)
    look(screen)
    assert screen.picture.content.label == "Now"
    room.program.window.context.actions["audience_both"].trigger()
    look(screen)

    assert room.program.settings.get(AUDIENCE_BOTH)
    assert screen.picture.content.label == "Now · ឥឡូវនេះ"


def test_a_khmer_workshop_is_shown_in_khmer_whatever_the_window_speaks(make_room: Callable[..., Room]) -> None:
    room = make_room(lambda workshop: workshop.update(language="km"))
    screen = open_screen(room)
    room.press(Key.Key_Space)
    look(screen)

    assert screen.picture.content.label == "ឥឡូវនេះ"


@pytest.mark.parametrize(("signal", "pulses"), [("pulse", True), ("sound", True), ("", False)])
def test_the_end_of_a_time_is_told_once_and_calmly(room: Room, signal: str, pulses: bool) -> None:
    screen = open_screen(room)
    room.program.settings.set(AUDIENCE_SIGNAL, signal)
    room.press(Key.Key_Space)
    room.move(19.9)
    look(screen)
    assert not screen.water.is_pulsing
    room.move(0.2)
    look(screen)
    assert screen.water.is_pulsing is pulses


def test_many_groups_come_sheet_by_sheet(make_room: Callable[..., Room]) -> None:
    def many(workshop: dict[str, Any]) -> None:
        ids = [one["id"] for one in workshop["attendants"]]
        workshop["sectors"] = [{"key": f"s{n}", "title": f"Sector {n}"} for n in range(30)]
        workshop["groups"] = [{"sector": f"s{n}", "members": ids[:12]} for n in range(30)]
        workshop["answers"] = []

    room = make_room(many)
    screen = open_screen(room)
    screen.resize(1280, 720)
    screen.choose(Scene.GROUPS)
    look(screen)

    assert screen.picture.sheets > 1
    first = screen.picture.grab().toImage()
    room.clock.move(0.2)
    look(screen)
    assert screen.picture.grab().toImage() != first


def test_the_time_of_the_screen_comes_from_moments(room: Room) -> None:
    screen = open_screen(room)
    room.press(Key.Key_Space)
    room.clock.move(8)
    screen.refresh()

    assert screen.figures.time.figures == "12:00"


TWO_SCREENS = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication
from clesidra_desktop.app import build
from clesidra_desktop.gui.audience.screen import AudienceScreen
from clesidra_desktop.settings import Settings
folder = Path(sys.argv[1])
application = QApplication([])
program = build(application, Settings(folder / "settings.json"), lambda: datetime.now().astimezone(), folder)
program.window.show()
screen = AudienceScreen(program.window.context)
screen.present(application.screens()[0])
application.processEvents()
print(len(application.screens()), screen.isFullScreen(), screen.screen() is application.screens()[1], screen.width())
screen.close()
program.close()
"""


def test_it_fills_the_projector_where_there_is_one(tmp_path: Path) -> None:
    screens = [
        {"name": "laptop", "x": 0, "y": 0, "width": 1280, "height": 720},
        {"name": "projector", "x": 1280, "y": 0, "width": 1024, "height": 768},
    ]
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}), encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}"}
    command = [sys.executable, "-c", TWO_SCREENS, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)

    assert done.stdout.split() == ["2", "True", "True", "1024"], done.stderr


def test_put_away_full_it_comes_back_full(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = open_screen(room)
    room.qtbot.keyClick(screen, Key.Key_F11)
    room.qtbot.keyClick(screen, Key.Key_Escape)
    monkeypatch.setattr(screen, "setGeometry", lambda _: pytest.fail("full, and with the place of a window"))
    open_screen(room)

    assert screen.isFullScreen()


def test_what_was_chosen_for_one_workshop_is_not_shown_of_another(room: Room) -> None:
    screen = open_screen(room)
    screen.choose(Scene.POLL, room.workshop.polls[0].key)
    assert screen.shown_poll
    room.program.window.context.open.open(room.workshop.id)
    room.settle()

    assert screen.chosen is None
    assert screen.shown_poll == ""
