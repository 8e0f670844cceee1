"""Polls counted by hand, by keys alone."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from clesidra_desktop.domain.workshop import Poll
from tests.helpers.room import Room

Key = Qt.Key


def polls(room: Room) -> tuple[Poll, ...]:
    return room.workshop.polls


def hand_in(room: Room) -> None:
    room.page.polls.commit()
    room.settle()


def test_hands_are_counted_option_by_option_with_enter(room: Room) -> None:
    room.press(Key.Key_F7)
    part = room.page.polls
    assert room.program.window.focusWidget() is part._options[0].count
    for count in ("20", "9", "8", "4", "41"):
        field = room.program.window.focusWidget()
        assert field is not None
        room.qtbot.keyClicks(field, count)
        room.press(Key.Key_Return)
    hand_in(room)

    assert [option.count for option in polls(room)[0].options] == [20, 9, 8, 4]
    assert polls(room)[0].respondents == 41
    assert part.ui.total.text().startswith("41 hands were counted.")
    assert not part.ui.findings.isVisible()


def test_totals_that_disagree_are_said_and_taken(room: Room) -> None:
    room.press(Key.Key_F7)
    part = room.page.polls
    part._options[0].count.setValue(4000)
    hand_in(room)

    assert polls(room)[0].options[0].count == 4000
    assert "Count again" in part.ui.findings.text()
    part.ui.respondents.setValue(4029)
    hand_in(room)
    assert "attendants were there" in part.ui.findings.text()


def test_the_sentence_and_the_chart_are_those_of_the_minutes(room: Room) -> None:
    room.press(Key.Key_F7)
    part = room.page.polls
    texts = [label.text() for label in part.ui.print.findChildren(QLabel)]

    assert any("was answered by 46 of those present" in text for text in texts)
    assert [bar.value for bar in part._chart._chart.bars] == [17, 13, 10, 6]
    assert "17" in part._chart.accessibleName()
    assert not part._chart.grab().isNull()


def test_a_poll_is_added_for_the_item_that_waits_for_one(make_room: Callable[..., Room]) -> None:
    def without(workshop: dict) -> None:  # type: ignore[type-arg]
        workshop["polls"] = []
        workshop["agenda"][6].pop("poll")

    room = make_room(without)
    room.press(Key.Key_F7)
    part = room.page.polls
    assert part._empty.isVisible()
    assert room.program.window.focusWidget() is part.ui.new_question
    room.qtbot.keyClicks(part.ui.new_question, "Who comes again?")
    room.press(Key.Key_Return)
    room.settle()

    (poll,) = polls(room)
    assert (poll.question, [option.text for option in poll.options]) == ("Who comes again?", ["In favour", "Against"])
    assert room.item("vote").poll == poll.key


def test_options_are_added_renamed_and_removed(room: Room) -> None:
    room.press(Key.Key_F7)
    part = room.page.polls
    part.ui.new_option.setFocus()
    room.qtbot.keyClicks(part.ui.new_option, "None of these")
    room.press(Key.Key_Return)
    assert [option.text for option in polls(room)[0].options][-1] == "None of these"

    part._options[4].text.setFocus()
    room.press(Key.Key_End)
    room.qtbot.keyClicks(part._options[4].text, "!")
    hand_in(room)
    assert polls(room)[0].options[4].text == "None of these!"
    part._options[0]._gone.click()
    room.settle()
    assert len(polls(room)[0].options) == 4
    part.ui.multiple.click()
    room.settle()
    assert polls(room)[0].multiple


def test_a_removed_poll_comes_back(room: Room) -> None:
    room.press(Key.Key_F7)
    room.page.polls.ui.remove.click()
    room.settle()
    assert polls(room) == ()
    room.program.window.context.open.undo()
    room.settle()
    assert len(polls(room)) == 1
