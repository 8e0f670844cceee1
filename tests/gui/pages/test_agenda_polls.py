"""Polls counted by hand, by keys alone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Poll
from clesidra_desktop.gui.pages import agenda_polls
from clesidra_desktop.services.agenda import start_agenda_item, start_next_item
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.polls import HandCount, count_poll
from clesidra_desktop.storage.database import Database
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
    part._options[0].gone.click()
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


# What is typed stays, whatever else happens


@contextmanager
def slow_deed(room: Room) -> Iterator[None]:
    """Let another deed be in front of all that is handed in, and end afterwards."""
    go_on, opened = Event(), room.program.window.context.open

    def deed(database: Database, workshop_id: object, *, who: str) -> Changes:
        go_on.wait(10)
        return start_next_item(database, workshop_id, opened.now(), who=who)  # type: ignore[arg-type]

    opened.do(deed)
    yield
    shown: list[str] = []
    opened.changed.connect(lambda _: shown.append(room.page.polls.ui.question.text()))
    go_on.set()
    room.settle()
    assert len(shown) > 1


def write(room: Room, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    room.qtbot.keyClicks(field, text)


def test_a_pause_after_a_space_joins_no_words(room: Room) -> None:
    room.press(Key.Key_F7)
    part = room.page.polls
    for field, saver in ((part.ui.question, part._question), (part._options[0].text, part._options[0].saver)):
        write(room, field, "What do ")
        saver.commit()
        room.settle()
        room.qtbot.keyClicks(field, "we want")
        saver.commit()
        room.settle()
        assert field.text() == "What do we want"
    part.ui.note.setFocus()
    part.ui.note.selectAll()
    room.qtbot.keyClicks(part.ui.note, "Counted twice. ")
    hand_in(room)
    room.qtbot.keyClicks(part.ui.note, "Agreed.")
    hand_in(room)

    poll = polls(room)[0]
    assert (poll.question, poll.options[0].text) == ("What do we want", "What do we want")
    assert poll.note == "Counted twice. Agreed."


def test_a_slower_deed_in_front_takes_no_typing_and_no_count_away(room: Room) -> None:
    room.press(Key.Key_F7)
    part = room.page.polls
    seen: list[tuple[str, int]] = []
    with slow_deed(room):
        write(room, part.ui.question, "What first")
        part._options[0].count.setValue(23)
        part.commit()
        changed = room.program.window.context.open.changed
        changed.connect(lambda _: seen.append((part.ui.question.text(), part._options[0].count.value())))

    assert set(seen) == {("What first", 23)}
    assert (polls(room)[0].question, polls(room)[0].options[0].count) == ("What first", 23)


def test_a_count_of_another_computer_comes_in_while_one_is_typed_here_and_stays(room: Room) -> None:
    room.press(Key.Key_F7)
    part, opened = room.page.polls, room.program.window.context.open
    poll = polls(room)[0]
    there = [HandCount(1, [poll.options[1].text], 55)]
    part._options[0].count.setValue(23)
    opened.do(count_poll, poll.key, there, {"respondents": 78})  # as it is read from a shared database
    room.settle()
    assert [part._options[place].count.value() for place in (0, 1)] == [23, 55]
    assert part.ui.respondents.value() == 78
    hand_in(room)

    assert [one.count for one in polls(room)[0].options[:2]] == [23, 55]
    assert polls(room)[0].respondents == 78


def test_what_is_typed_back_before_it_was_read_back_is_kept(room: Room) -> None:
    room.press(Key.Key_F7)
    part, before = room.page.polls, polls(room)[0].question
    with slow_deed(room):
        for text in ("Another", before):
            write(room, part.ui.question, text)
            part.commit()

    assert polls(room)[0].question == part.ui.question.text() == before


def test_what_the_database_refuses_stays_with_the_reason(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> object:
        raise UserError("The disk is full.")

    room.press(Key.Key_F7)
    part, before = room.page.polls, polls(room)[0]
    with monkeypatch.context() as patch:
        for deed in ("edit_poll", "count_poll", "add_poll_option", "rename_poll_option"):
            patch.setattr(agenda_polls, deed, full)
        write(room, part.ui.question, "A long new question")
        write(room, part._options[1].text, "Another answer")
        part._options[0].count.setValue(40)
        write(room, part.ui.new_option, "One more")
        room.press(Key.Key_Return)
    part.show_workshop(room.workshop)
    assert polls(room)[0] == before
    assert (part.ui.question.text(), part._options[1].text.text()) == ("A long new question", "Another answer")
    assert (part._options[0].count.value(), part.ui.new_option.text()) == (40, "One more")
    assert "The disk is full." in part.ui.error.text()

    room.press(Key.Key_Return)
    part.ui.question.setFocus()
    room.qtbot.keyClicks(part.ui.question, "?")
    part._options[1].text.setFocus()
    room.qtbot.keyClicks(part._options[1].text, "!")
    part._options[0].count.setValue(41)
    hand_in(room)
    poll = polls(room)[0]
    assert (poll.question, poll.options[1].text, poll.options[-1].text) == (
        "A long new question?",
        "Another answer!",
        "One more",
    )
    assert poll.options[0].count == 41
    assert not part.ui.error.isVisible()


@pytest.mark.parametrize("deed", ["rename", "add", "remove"])
def test_a_count_that_was_just_typed_outlives_what_is_done_to_the_answers(room: Room, deed: str) -> None:
    room.press(Key.Key_F7)
    part = room.page.polls
    part._options[0].count.setValue(99)
    if deed == "rename":
        part._count()
        write(room, part._options[1].text, "Another answer")
    elif deed == "add":
        write(room, part.ui.new_option, "One more")
        room.qtbot.keyClick(part.ui.new_option, Key.Key_Return)
    else:
        part._options[-1].gone.click()
    hand_in(room)

    assert polls(room)[0].options[0].count == part._options[0].count.value() == 99
    assert len(polls(room)[0].options) == {"rename": 4, "add": 5, "remove": 3}[deed]


def test_an_answer_that_is_renamed_twice_at_once_has_the_newer_text(room: Room) -> None:
    room.press(Key.Key_F7)
    part = room.page.polls
    with slow_deed(room):
        for text in ("One", "Two"):
            write(room, part._options[1].text, text)
            part.commit()
        part._options[0].gone.click()

    assert polls(room)[0].options[0].text == part._options[0].text.text() == "Two"
    assert part._options[1].text.text() == polls(room)[0].options[1].text


# By keys alone


def type_in(room: Room, text: str) -> None:
    """Type a text where the keys go, as a person who does not look does."""
    window = room.program.window
    window.activateWindow()
    room.qtbot.waitUntil(window.isActiveWindow)
    for letter in text:
        field = window.focusWidget()
        assert field is not None
        room.qtbot.keyClick(field, Key.Key_Return if letter == "\n" else letter)


def test_question_answers_and_counts_are_typed_one_after_the_other(room: Room) -> None:
    room.press(Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    type_in(room, "Where are market days to be?\nBanlung\nO Yadav\nLumphat\n")
    room.settle()
    type_in(room, "\n20\n9\n")
    hand_in(room)

    added = polls(room)[-1]
    assert added.question == "Where are market days to be?"
    assert [(one.text, one.count) for one in added.options] == [("Banlung", 20), ("O Yadav", 9), ("Lumphat", 0)]


def test_tab_goes_as_one_reads_and_what_removes_comes_last(room: Room) -> None:
    room.press(Key.Key_F7)
    part = room.page.polls
    part.ui.list.setFocus()
    passed = []
    while (field := room.program.window.focusWidget()) is not part.ui.remove:
        passed.append(field)
        room.press(Key.Key_Tab)

    rows = part._options
    typed = [one for row in rows for one in (row.text, row.count)]
    assert passed == [
        part.ui.list,
        part.ui.new_question,
        part.ui.question,
        part.ui.multiple,
        *typed,
        part.ui.new_option,
        part.ui.respondents,
        part.ui.note,
        part.ui.print_scroll,
        *(row.gone for row in rows),
    ]
    part.ui.question.setFocus()
    room.press(Key.Key_Backtab)
    assert room.program.window.focusWidget() is part.ui.new_question


def test_removing_by_keys_is_said_with_a_way_back_and_never_goes_on(room: Room) -> None:
    room.press(Key.Key_F7)
    part = room.page.polls
    part._options[1].gone.setFocus()
    gone = part._options[1].text.text()
    room.press(Key.Key_Space)

    assert room.program.window.strip._text.text() == f"The answer “{gone}” was removed."
    assert room.program.window.focusWidget() is part._options[1].text
    room.program.window.strip._answer.click()
    room.settle()
    assert polls(room)[0].options[1].text == gone
    part.ui.remove.setFocus()
    room.press(Key.Key_Space)
    assert polls(room) == ()
    assert room.program.window.focusWidget() is part.ui.new_question
    room.program.window.strip._answer.click()
    room.settle()
    part.ui.list.setFocus()
    room.press(Key.Key_Delete)
    assert polls(room) == ()


@pytest.mark.parametrize("is_typing", [True, False])
def test_a_poll_that_begins_is_chosen_unless_another_one_is_being_typed(
    make_room: Callable[..., Room], *, is_typing: bool
) -> None:
    def with_two(workshop: dict) -> None:  # type: ignore[type-arg]
        options = [{"text": "In favour", "count": 0}, {"text": "Against", "count": 0}]
        workshop["polls"].insert(0, {"key": "market", "question": "Where is the market?", "options": options})

    room = make_room(with_two)
    room.press(Key.Key_F7)
    part, opened = room.page.polls, room.program.window.context.open
    assert part.key == "market"
    field = part._options[0].count
    if is_typing:
        field.selectAll()
        room.qtbot.keyClicks(field, "2")
    opened.do(start_agenda_item, "vote", opened.now())  # as the MC does it on another computer
    room.settle()
    assert part.key == ("market" if is_typing else "first-step")
    if is_typing:
        room.qtbot.keyClicks(room.program.window.focusWidget(), "3")
    hand_in(room)

    assert polls(room)[0].options[0].count == (23 if is_typing else 0)
    assert polls(room)[1].options[0].count == 17
