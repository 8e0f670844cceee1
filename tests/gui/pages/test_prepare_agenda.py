"""Prepare: the draft of the agenda by keys."""

from datetime import datetime, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.modeltest import ModelTester

from clesidra_desktop.domain.workshop import AgendaKind
from clesidra_desktop.gui.pages.prepare_agenda import clock_words
from clesidra_desktop.services.prepare import describe_workshop
from tests.helpers.preparing import Person, agenda, basics
from tests.helpers.window import settle, type_text


def test_the_model_of_the_agenda_keeps_the_rules(person: Person, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(agenda(person).model)


def test_an_item_is_added_behind_the_chosen_one_and_described_by_keys(person: Person) -> None:
    section = agenda(person)
    before = person.workshop.agenda
    section.ui.table.setFocus()
    section.ui.table.selectRow(0)
    person.press("Insert")
    for text in ("Blessing", "The monks"):
        type_text(person.focused, text)
        person.press("Tab")
    for _ in range(5):
        person.press("Down")
    person.press("Tab")
    person.press("A", Qt.KeyboardModifier.ControlModifier)
    type_text(person.focused, "1:15")
    person.press("Return")

    item = person.workshop.agenda[1]
    assert (item.title, item.speaker, item.kind, item.minutes) == ("Blessing", "The monks", AgendaKind.BREAK, 75)
    assert [one.key for one in person.workshop.agenda if one.key != item.key] == [one.key for one in before]
    assert person.focused is section.ui.table


def test_what_is_typed_before_a_new_item_is_there_is_its_title(person: Person) -> None:
    section = agenda(person)
    section.ui.table.setFocus()
    section.ui.table.selectRow(0)
    person.qtbot.keyClick(section.ui.table, Qt.Key.Key_Insert)
    for letter in "Tea [break":  # at once: nothing was written yet
        person.qtbot.keyClick(section.ui.table, letter)
    person.qtbot.keyClick(section.ui.table, Qt.Key.Key_Backspace)
    settle(person.qtbot, person.program)
    section.commit()
    settle(person.qtbot, person.program)

    assert person.workshop.agenda[1].title == "Tea [brea"
    person.qtbot.keyClick(section.ui.table, Qt.Key.Key_Down)  # the table has its keys again
    assert section.ui.table.currentIndex().row() == 2


def test_insert_begins_an_agenda_that_is_empty(person: Person) -> None:
    section = agenda(person)
    section.ui.table.setFocus()
    section.ui.table.selectAll()
    person.press("Delete")
    assert not person.workshop.agenda
    person.press("Insert")
    type_text(person.focused, "Opening")
    section.commit()
    settle(person.qtbot, person.program)

    assert [one.title for one in person.workshop.agenda] == ["Opening"]


def test_planned_times_follow_minutes_and_fixed_starts(person: Person) -> None:
    section = agenda(person)
    section.ui.table.selectRow(1)
    person.type_over(section.ui.fixed_time, "10")
    assert person.workshop.agenda[1].fixed_start == time(10)
    assert section.model.data(section.model.index(1, 0)).startswith("10:00–")
    person.type_over(section.ui.fixed_time, "")
    assert person.workshop.agenda[1].fixed_start is None


def test_an_overrun_and_the_end_are_said_in_words(person: Person) -> None:
    section = agenda(person)
    starts = person.workshop.starts
    assert starts is not None
    section.ui.table.selectRow(3)
    person.type_over(section.ui.fixed_time, f"{starts:%H:%M}")
    assert "Shorten the one" in section.ui.overruns.text()
    assert section.ui.overruns.isVisible()
    person.undo()
    assert not section.ui.overruns.isVisible()
    section.ui.table.selectRow(0)
    person.type_over(section.ui.minutes, "600")
    assert "after the workshop ends" in section.ui.clock.text()


def test_a_wrong_length_waits_at_its_item(person: Person) -> None:
    section = agenda(person)
    before = person.workshop.agenda
    section.ui.table.selectRow(0)
    person.type_over(section.ui.minutes, "long")
    section.ui.table.selectRow(2)
    assert section.ui.minutes.text() == str(before[2].minutes)
    assert section.ui.minutes_note.text() == ""
    section.ui.table.selectRow(0)

    assert section.ui.minutes.text() == "long"
    assert "This is no length" in section.ui.minutes_note.text()
    assert person.workshop.agenda == before


def test_what_is_typed_goes_to_its_item_even_when_another_is_chosen_at_once(person: Person) -> None:
    section = agenda(person)
    before = person.workshop.agenda
    section.ui.table.selectRow(0)
    section.ui.speaker.setFocus()
    type_text(section.ui.speaker, "X")
    section.ui.table.selectRow(1)
    after = person.workshop.agenda

    assert after[0].speaker == "X" + before[0].speaker
    assert after[1] == before[1]
    assert section.ui.speaker.text() == before[1].speaker


def test_items_are_duplicated_moved_and_removed_by_keys(person: Person) -> None:
    section = agenda(person)
    before = person.workshop.agenda
    section.ui.table.setFocus()
    section.ui.table.selectRow(0)
    person.do("prepare_duplicate")
    copy = person.workshop.agenda[1]
    assert (copy.title, copy.minutes, copy.started, copy.notes) == (before[0].title, before[0].minutes, None, ())
    person.do("prepare_down")
    assert person.workshop.agenda[2] == copy
    section.ui.table.setFocus()
    person.press("Delete")
    assert person.workshop.agenda == before
    section.ui.table.setFocus()
    section.ui.table.selectAll()
    person.press("Delete")
    assert person.workshop.agenda == ()
    assert section.ui.body.currentWidget() is not section.ui.table_page
    person.undo()
    assert person.workshop.agenda == before


def test_an_empty_agenda_offers_the_first_step(person: Person) -> None:
    section = agenda(person)
    person.program.window.context.open.do(describe_workshop, {"agenda": ()})
    settle(person.qtbot, person.program)
    button = section.first_field()
    assert isinstance(button, QPushButton)
    assert not section.ui.scroll.isVisible()  # there is no item whose fields it would show
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(person.workshop.agenda) == 1
    assert person.focused is section.ui.item_title


def test_kind_poll_annex_and_internal_are_chosen(person: Person) -> None:
    section = agenda(person)
    section.ui.table.selectRow(0)
    settle(person.qtbot, person.program)
    section.ui.kind.setFocus()
    for _ in range(4):
        person.press("Down")
    assert person.workshop.agenda[0].kind is AgendaKind.POLL
    assert section.ui.poll.isVisible()
    section.ui.poll.setFocus()
    person.press("Down")
    assert person.workshop.agenda[0].poll == person.workshop.polls[0].key
    before = person.workshop.agenda[0].internal
    section.ui.internal.setFocus()
    person.press("Space")
    assert person.workshop.agenda[0].internal is not before


def test_a_fixed_start_has_a_day_where_there_are_several(person: Person) -> None:
    person.type_over(basics(person).ui.ends_day, "2030-01-01")
    starts = person.workshop.starts
    assert starts is not None
    person.type_over(basics(person).ui.ends_day, f"{starts.year}-{starts.month}-{starts.day + 1}")
    section = agenda(person)
    section.ui.table.selectRow(2)
    assert not section.ui.fixed_day.isEnabled()
    section.ui.fixed_time.setFocus()
    person.qtbot.keyClicks(section.ui.fixed_time, "9:15")
    person.qtbot.keyClick(section.ui.fixed_time, Qt.Key.Key_Tab)  # at once: nothing was written yet
    assert person.focused is section.ui.fixed_day
    person.press("Down")
    person.press("Down")
    assert person.workshop.agenda[2].fixed_start == datetime(starts.year, starts.month, starts.day + 1, 9, 15)
    assert section.model.data(section.model.index(2, 0)).startswith("day 2, 09:15")
    assert clock_words(person.workshop)
