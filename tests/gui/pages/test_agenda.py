"""The room run from the keyboard alone, and what the database has then."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QDate, QDateTime, QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton

from clesidra_desktop.domain.agenda_clock import agenda_clock
from clesidra_desktop.domain.catching_up import catch_ups
from clesidra_desktop.domain.workshop import AgendaKind
from clesidra_desktop.gui.dialogs.agenda_item import AgendaItemDialog
from clesidra_desktop.gui.dialogs.text_history import TextHistoryDialog
from clesidra_desktop.gui.pages.agenda import AgendaPage
from clesidra_desktop.gui.pages.agenda_late import MOST_LINES
from clesidra_desktop.services.agenda import start_next_item
from clesidra_desktop.services.answers import find_notes, record_notes
from clesidra_desktop.services.workshops import import_workshop
from clesidra_desktop.storage.database import open_database
from tests.helpers.builders import at, item, workshop
from tests.helpers.room import Room
from tests.helpers.window import child, show, type_text

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def moment(hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2017, 11, 1, hour, minute, second)


def test_space_starts_each_item_and_ends_the_one_before(room: Room) -> None:
    room.press(Key.Key_Space)
    room.move(22)
    assert room.page.now.left.text() == "+2:00"
    room.press(Key.Key_Space)

    assert room.running == ["team"]
    assert (room.item("opening").started, room.item("opening").ended) == (moment(8), moment(8, 22))
    assert room.page.timeline.key == "team"  # the notes are those of what is on


def test_a_key_that_is_held_down_starts_one_item(room: Room) -> None:
    held = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Space, Modifier.NoModifier, " ", True, 1)
    room.press(Key.Key_Space)
    for _ in range(5):
        QApplication.sendEvent(room.page.timeline, held)
        room.settle()

    assert room.running == ["opening"]
    assert not room.program.window.context.actions["start_next"].autoRepeat()
    assert room.program.window.context.actions["undo"].autoRepeat()


def test_what_is_done_to_a_workshop_while_another_is_opened_hides_nothing_of_that(room: Room, tmp_path: Any) -> None:
    second = workshop(agenda=room.workshop.agenda)
    with open_database(tmp_path / "clesidra.db") as other:
        import_workshop(other, second, {}, who="Somebody else")
    opened = room.program.window.context.open
    opened.open(second.id)
    opened.do(start_next_item, opened.now())  # a key that is pressed before the other one is shown
    room.settle()
    assert opened.workshop is not None
    assert (opened.workshop.id, room.running) == (second.id, [])

    room.press(Key.Key_Space)

    assert room.running == ["opening"]
    assert room.page.now._title.text() == "Welcome"


def test_the_room_is_run_by_keys_from_the_opening_to_the_end(room: Room) -> None:
    for _ in range(len(room.workshop.agenda) + 1):
        room.press(Key.Key_Space)
        room.move(10)

    assert room.running == []
    assert all(one.started and one.ended for one in room.workshop.agenda)
    assert not room.page.now.start.isEnabled()


def test_items_are_given_time_ended_left_out_and_gone_back_from(room: Room) -> None:
    room.press(Key.Key_Space)
    room.move(1)
    room.press(Key.Key_Plus)
    room.press(Key.Key_Plus)
    room.press(Key.Key_Minus)
    assert room.item("opening").allotted == 25
    assert room.page.now.left.text() == "24:00"

    room.press(Key.Key_E)
    assert room.running == []
    room.press(Key.Key_B)
    assert room.running == ["opening"]
    room.page.timeline.choose("team")
    room.press(Key.Key_S)
    assert room.item("team").skipped
    room.press(Key.Key_Space)
    assert room.running == ["talk"]


def test_everything_is_undone(room: Room) -> None:
    before = room.workshop.agenda
    room.press(Key.Key_Space)
    room.press(Key.Key_Z, Modifier.ControlModifier)

    assert room.workshop.agenda == before
    assert room.page.now.left.text() == ""


def test_items_are_moved_by_keys_and_dragged(room: Room) -> None:
    room.page.timeline.choose("talk")
    room.page.timeline.setFocus()
    room.press(Key.Key_Down, Modifier.AltModifier)
    keys = [one.key for one in room.workshop.agenda]
    assert keys[2:4] == ["report", "talk"]
    assert room.page.timeline.key == "talk"

    timeline = room.page.timeline
    model = timeline.agenda
    above = QPointF(timeline.visualRect(model.index(1)).topLeft() + QPoint(20, 1))
    data = model.mimeData([model.index(3)])
    left, none = Qt.MouseButton.LeftButton, Modifier.NoModifier
    move = Qt.DropAction.MoveAction
    QApplication.sendEvent(timeline.viewport(), QDragEnterEvent(above.toPoint(), move, data, left, none))
    QApplication.sendEvent(timeline.viewport(), QDragMoveEvent(above.toPoint(), move, data, left, none))
    QApplication.sendEvent(timeline.viewport(), QDropEvent(above, move, data, left, none))
    room.settle()
    assert [one.key for one in room.workshop.agenda][:3] == ["opening", "talk", "team"]


def test_an_item_is_inserted_and_changed_by_keys(room: Room) -> None:
    room.press(Key.Key_Insert)
    dialog = room.page.findChild(AgendaItemDialog)
    assert dialog is not None
    dialog.accept()
    room.settle()
    assert "needs a title" in dialog.ui.error.text()
    assert dialog.isVisible()

    dialog.ui.title.setText("Song")
    dialog.ui.minutes.setValue(5)
    dialog.ui.is_fixed.setChecked(True)
    dialog.accept()
    room.settle()
    added = room.workshop.agenda[1]
    assert (added.title, added.minutes, added.internal) == ("Song", 5, False)
    assert room.page.timeline.key == added.key  # the next key is about what is new

    room.page.timeline.choose("opening")
    room.press(Key.Key_F4)
    edited = [one for one in room.page.findChildren(AgendaItemDialog) if one.isVisible()][-1]
    edited.ui.internal.setChecked(True)
    edited.accept()
    room.settle()
    assert room.item("opening").internal
    assert room.item("opening").minutes == 20


def test_once_it_runs_a_changed_length_leaves_the_plan_alone(room: Room) -> None:
    room.press(Key.Key_Space)
    room.page.timeline.choose("talk")
    room.press(Key.Key_F4)
    dialog = room.page.findChild(AgendaItemDialog)
    assert dialog is not None
    dialog.ui.minutes.setValue(25)
    dialog.accept()
    room.settle()

    assert (room.item("talk").minutes, room.item("talk").allotted) == (40, 25)
    assert room.item("talk").started is None


def test_an_item_of_the_second_day_stays_on_it(make_room: Callable[..., Room]) -> None:
    def two_days(workshop: dict[str, Any]) -> None:
        workshop["ends"] = "2017-11-02T17:00"
        workshop["agenda"] = [
            {"key": "first", "title": "First", "kind": "talk", "minutes": 240},
            {"key": "second", "title": "Second", "kind": "talk", "minutes": 60, "fixed_start": "08:00"},
            {"key": "third", "title": "Third", "kind": "talk", "minutes": 60},
        ]

    room = make_room(two_days)
    for key, planned in (("second", QTime(8, 0)), ("third", QTime(9, 15))):
        dialog = AgendaItemDialog(room.program.window.context, room.item(key), None, room.page)
        dialog.open()
        dialog.ui.is_fixed.setChecked(True)
        assert dialog.ui.fixed_start.dateTime() == QDateTime(QDate(2017, 11, 2), planned)
        dialog.ui.fixed_start.setTime(planned.addSecs(15 * 60))
        dialog.accept()
        room.settle()
    assert room.item("second").fixed_start == datetime(2017, 11, 2, 8, 15)
    assert room.item("third").fixed_start == datetime(2017, 11, 2, 9, 30)


def test_a_removed_item_comes_back(room: Room) -> None:
    room.page.timeline.choose("talk")
    room.page.timeline.setFocus()
    room.press(Key.Key_Delete)
    assert "talk" not in {one.key for one in room.workshop.agenda}

    child(room.program.window.strip, QPushButton, "").click()
    room.settle()
    assert "talk" in {one.key for one in room.workshop.agenda}


def late(room: Room) -> None:
    """Run the opening for 40 minutes too long, so that lunch is in danger."""
    room.press(Key.Key_Space)
    room.move(60)
    room.page._tick()


def test_when_it_is_late_the_bar_offers_ways_and_a_key_takes_one(room: Room) -> None:
    late(room)
    bar = room.page.late
    assert bar.isVisible()
    assert "40 min late" in bar.said.text()
    assert "“Lunch” at 10:00 would start 30 min late" in bar.said.text()
    ways = bar.ways
    assert 2 <= len(ways) <= 3
    assert [one.isVisible() for one in bar.buttons] == [place < len(ways) for place in range(3)]

    room.press(Key.Key_1)

    assert sum(one.allotted or one.minutes or 0 for one in room.workshop.agenda[1:4]) == 60
    assert "Everything with a fixed time can still be kept" in bar.said.text()


def test_where_there_is_one_way_alone_the_bar_says_why_and_its_key_takes_it(room: Room) -> None:
    over = (item("closing", title="Closing", minutes=10, started=at(9)),)
    made = workshop(agenda=over, ends=at(9, 10))
    found = catch_ups(made, at(9, 20))
    bar = room.page.late
    bar.show_state(agenda_clock(made, at(9, 20)), found)
    assert "There is no other way: nothing is left that could be shortened." in bar.said.text()
    assert "Key 1 takes it:" in bar.said.text()
    assert [button.isVisibleTo(bar) for button in bar.buttons] == [True, False, False]


def test_what_cannot_be_kept_any_more_is_named(room: Room) -> None:
    made = workshop(
        agenda=(
            item("talk", minutes=60, started=at(8)),
            item("lunch", title="Lunch", kind=AgendaKind.BREAK, fixed_start=at(9), minutes=60),
            item("groups", minutes=30, fixed_start=at(11)),
        )
    )
    bar = room.page.late
    bar.show_state(agenda_clock(made, at(9, 10)), catch_ups(made, at(9, 10)))
    assert "“Lunch” was to begin at 09:00; it is 10 min late." in bar.said.text()
    assert "What has a fixed time after that can still be kept." in bar.said.text()


def test_what_a_way_costs_is_read_in_full_on_a_small_screen(room: Room) -> None:
    """Three long titles, in a window of 1,280 pixels."""
    title = "The Deputy Governor of Ratanakiri speaks about forests and land"
    made = workshop(
        agenda=(
            item("on", title=title, minutes=60, started=at(8, 12)),
            *(item(f"k{number}", title=f"{title} {number}", minutes=60) for number in range(3)),
            item("lunch", title=title, fixed_start=at(12), minutes=60),
        ),
        ends=at(15),
    )
    room.program.window.resize(1280, 720)
    bar = room.page.late
    bar.show_state(agenda_clock(made, at(9)), catch_ups(made, at(9)))
    room.settle()
    assert len(bar.ways) == 3
    for cost in bar._costs:
        _, _, shown = cost._broken(cost.width())
        assert shown <= MOST_LINES
        assert cost._broken(cost.width())[0].lineCount() == shown


def test_khmer_digits_take_a_way_too(room: Room) -> None:
    keys = {keys.toString() for keys in room.program.window.context.actions["catch_up_2"].shortcuts()}
    assert keys == {"2", "២"}


def test_on_time_there_is_no_bar(room: Room) -> None:
    room.press(Key.Key_Space)
    room.move(5)

    assert not room.page.late.isVisible()


def test_an_item_that_nobody_ended_is_ended_when_it_should_have(room: Room) -> None:
    room.press(Key.Key_Space)
    room.move(5 * 60)  # the laptop slept over noon
    assert "should have ended at 08:20" in room.page.late.said.text()

    room.page.late.mend.click()
    room.settle()
    assert room.item("opening").ended == moment(8, 20)


def test_what_was_left_running_overnight_ends_on_its_own_day_and_that_is_said(room: Room) -> None:
    room.press(Key.Key_Space)
    room.move(24 * 60)
    shown = room.page.now.left
    assert shown.text() == "+23 h 40 min"
    assert shown.fontMetrics().horizontalAdvance(shown.text()) < shown.width()
    room.program.window._show_running()
    assert room.program.window.rail.button("agenda").accessibleDescription() == "23 h 40 min over"
    assert "should have ended at 1 November 2017, 08:20" in room.page.late.said.text()
    room.page.timeline.choose("talk")
    room.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    strip = room.program.window.strip

    assert room.item("opening").ended == moment(8, 20)
    assert room.running == ["talk"]
    assert strip._text.text().startswith(
        "“Welcome” was left running on 1 November 2017. It is recorded as ended at 08:20. Passed over:"
    )
    strip._answer.click()
    room.settle()
    assert room.running == ["opening"]


def test_a_workshop_of_a_past_day_has_no_countdown(room: Room) -> None:
    room.move(10 * 24 * 60)
    texts = {label.text() for label in room.page.now.findChildren(QLabel)}

    assert {"The workshop is over", "It was planned until 1 November 2017"} <= texts
    assert room.page.now.left.text() == ""
    assert room.page.late.isHidden()
    assert all(row.one.starts == row.one.planned_start for row in room.page.timeline.agenda.rows)


def test_a_clock_that_was_set_back_is_noticed_and_what_it_recorded_corrected(room: Room) -> None:
    room.move(60)
    room.press(Key.Key_Space)  # by a clock that is an hour ahead
    room.move(-60)
    room.page._tick()
    assert "it was set back" in room.page.late.said.text()

    room.page.late.mend.click()
    room.settle()
    assert room.item("opening").started == moment(8)


def test_all_that_a_wrong_clock_recorded_is_corrected_by_one_click(room: Room) -> None:
    room.move(120)
    room.press(Key.Key_Space)  # by a clock that is two hours ahead
    room.move(20)
    room.press(Key.Key_Space)
    room.move(10)
    room.press(Key.Key_Space)
    room.move(-120)
    assert "from 10:00 on" in room.page.late.said.text()
    room.page.late.mend.click()
    room.settle()

    recorded = [(one.started, one.ended) for one in room.workshop.agenda if one.started]
    assert recorded == [(moment(8), moment(8, 20)), (moment(8, 20), moment(8, 30)), (moment(8, 30), None)]
    assert not room.page.late.mend.isVisible()


def test_time_goes_on_while_nobody_looks(room: Room) -> None:
    room.press(Key.Key_Space)
    show(room.qtbot, room.program, "overview")
    room.clock.move(7)
    show(room.qtbot, room.program, "agenda")

    assert room.page.now.left.text() == "13:00"


def test_notes_are_typed_beside_the_item_whatever_its_state(room: Room) -> None:
    room.press(Key.Key_N)
    room.qtbot.keyClicks(room.page.notes.text, "- before it began")
    room.press(Key.Key_Escape)
    assert room.program.window.focusWidget() is room.page.timeline
    room.press(Key.Key_Space)
    room.press(Key.Key_Space)
    room.page.timeline.choose("opening")
    room.press(Key.Key_N)
    room.press(Key.Key_End, Modifier.ControlModifier)
    room.press(Key.Key_Return)
    type_text(room.page.notes.text, "ស្ត្រី")
    room.page.notes.commit()
    room.settle()

    assert [node.text for node in room.notes("opening")] == ["before it began", "ស្ត្រី"]


def test_letters_are_letters_while_notes_are_typed(room: Room) -> None:
    room.press(Key.Key_N)
    room.qtbot.keyClicks(room.page.notes.text, "s b e 1 + n")
    room.page.notes.commit()
    room.settle()

    assert room.notes("opening")[0].text == "s b e 1 + n"
    assert room.running == []
    room.press(Key.Key_Return, Modifier.ControlModifier)
    assert room.running == ["opening"]


def test_notes_that_somebody_else_changed_are_kept_beside_mine(room: Room, tmp_path: Any) -> None:
    room.press(Key.Key_N)
    with open_database(tmp_path / "clesidra.db") as other:
        text = find_notes(other, room.workshop.id, "opening")
        theirs = type(room.notes("opening"))((_node("theirs"),))
        record_notes(other, room.workshop.id, "opening", theirs, version=text.version, who="Somebody else")
    room.qtbot.keyClicks(room.page.notes.text, "mine")
    room.page.notes.commit()
    room.settle()
    conflict = room.page.notes._conflict
    assert conflict.isVisible()
    assert [node.text for node in room.notes("opening")] != ["mine"]

    conflict._answers["both"].click()
    room.settle()
    assert [node.text for node in room.notes("opening")] == ["theirs", "mine"]


def _node(text: str) -> Any:
    from clesidra_desktop.domain.outline import Node  # noqa: PLC0415

    return Node(text)


def test_notes_of_before_are_brought_back(room: Room, tmp_path: Any) -> None:
    with open_database(tmp_path / "clesidra.db") as other:
        for text in ("first", "second"):
            found = find_notes(other, room.workshop.id, "opening")
            record_notes(other, room.workshop.id, "opening", (_node(text),), version=found.version, who=text)
    room.program.window.context.open._look()
    room.settle()
    room.page.timeline.choose("opening")
    room.settle()
    room.program.window.context.actions["notes_history"].trigger()
    room.settle()
    dialog = room.page.findChild(TextHistoryDialog)
    assert dialog is not None
    begins = [row.begins for row in dialog.model.all_rows]

    dialog.ui.versions.selectRow(1)
    room.qtbot.keyClick(dialog.ui.versions, Key.Key_Return)
    room.settle()

    assert begins[:2] == ["second", "first"]
    assert [node.text for node in room.notes("opening")] == ["first"]
    assert room.page.notes.lines[0].text == "first"  # the editor as well


def test_undo_of_the_journal_is_shown_in_the_notes(room: Room) -> None:
    room.press(Key.Key_N)
    room.qtbot.keyClicks(room.page.notes.text, "typed")
    room.page.notes.commit()
    room.settle()
    room.program.window.context.open.undo()
    room.settle()

    assert [line.text for line in room.page.notes.lines] == [""]


def test_space_presses_a_button_that_has_the_keys(room: Room) -> None:
    room.press(Key.Key_Space)
    button = room.page.now._buttons["more_time"]
    button.setFocus()
    room.press(Key.Key_Space)

    assert room.running == ["opening"]
    assert room.item("opening").allotted == 25


def test_the_rail_shows_the_minutes_of_what_is_on(room: Room) -> None:
    room.press(Key.Key_Space)
    button = room.program.window.rail.button("agenda")
    assert button.accessibleDescription() == "20 minutes left"
    room.clock.move(21)
    room.program.window._show_running()

    assert button.accessibleDescription() == "1 minute over"


def test_an_empty_agenda_offers_the_first_step(make_room: Callable[..., Room]) -> None:
    room = make_room(lambda workshop: workshop.update(agenda=[]))
    assert room.page._empty.isVisible()
    assert not room.page.timeline.isVisible()

    room.page._empty.button.click()
    dialog = room.page.findChild(QDialog, "agenda_item")
    assert isinstance(dialog, AgendaItemDialog)
    child(dialog, QLineEdit, "title").setText("Welcome")  # type: ignore[attr-defined]
    dialog.accept()
    room.settle()
    assert room.page.timeline.isVisible()
    assert [one.title for one in room.workshop.agenda] == ["Welcome"]


def test_two_days_have_their_dates(make_room: Callable[..., Room]) -> None:
    def over_two_days(workshop: dict[str, Any]) -> None:
        workshop["ends"] = "2017-11-02T12:00"
        workshop["agenda"] = [*workshop["agenda"], {"key": "second", "title": "Again", "fixed_start": "08:00"}]

    room = make_room(over_two_days)
    days = [row.day for row in room.page.timeline.agenda.rows]

    assert [day.day for day in days if day] == [1, 2]
    room.page.timeline.grab()


@pytest.mark.parametrize(("where", "tab"), [("$.agenda[2].title", 0), ("$.polls[0]", 1), ("$.ways_forward", 2)])
def test_a_finding_leads_to_its_place(room: Room, where: str, tab: int) -> None:
    room.program.window.show_page("agenda", where)
    room.settle()

    assert room.page.ui.tabs.currentIndex() == tab
    if tab == 0:
        assert room.page.timeline.key == "talk"


def test_letters_do_nothing_where_the_timeline_is_not_in_sight(room: Room) -> None:
    room.press(Key.Key_F8)
    actions = room.program.window.context.actions
    assert not actions["start_next"].isEnabled()
    room.press(Key.Key_F6)
    assert actions["start_next"].isEnabled()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_page_is_drawn_in_khmer(make_room: Callable[..., Room], theme: str) -> None:
    room = make_room(language="km", theme=theme)
    late(room)

    assert isinstance(room.page, AgendaPage)
    assert any("\u1780" <= letter <= "\u17ff" for letter in room.page.late.said.text())
    assert not room.page.grab().isNull()


def test_a_minute_is_what_is_said(room: Room) -> None:
    room.press(Key.Key_Space)
    room.clock.moment += timedelta(seconds=30)
    room.page._tick()

    assert room.page.now.left.text() == "19:30"


def test_what_is_passed_over_is_named_with_a_way_back(room: Room) -> None:
    room.press(Key.Key_Space)
    room.page.timeline.choose("groups")
    room.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    strip = room.program.window.strip

    assert room.running == ["groups"]
    assert strip._text.text() == "Passed over: “Put out the chairs”, “Land titles”, “Two years” and 1 more."
    strip._answer.click()
    room.settle()
    assert room.running == ["opening"]
    room.page.timeline.choose("team")
    room.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert room.running == ["team"]
    assert strip.isHidden()  # nothing lies between


def test_long_times_are_said_in_hours(room: Room) -> None:
    room.press(Key.Key_Space)
    room.page.timeline.choose("forward")
    room.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)

    assert room.page.late.said.text() == "4 h 10 min early."


def test_after_the_first_item_was_inserted_the_agenda_has_the_keys(make_room: Callable[..., Room]) -> None:
    room = make_room(lambda workshop: workshop.update(agenda=[]))
    assert room.program.window.focusWidget() is room.page._empty.button
    room.press(Key.Key_Return)
    dialog = room.program.window.findChild(AgendaItemDialog)
    assert dialog is not None
    title = child(dialog, QLineEdit, "title")
    room.qtbot.keyClicks(title, "Welcome")
    room.qtbot.keyClick(title, Key.Key_Return)
    room.settle()
    room.program.window.activateWindow()
    room.qtbot.waitUntil(room.program.window.isActiveWindow)

    assert room.program.window.focusWidget() is room.page.timeline
