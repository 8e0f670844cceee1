"""Polls as they are counted, on both engines."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from clesidra_desktop.documents.blocks import BarChart, Paragraph, Table
from clesidra_desktop.domain.checks import check_poll
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.tallies import people_asked
from clesidra_desktop.domain.workshop import Poll, PollOption, Workshop
from clesidra_desktop.services.history import redo, undo
from clesidra_desktop.services.polls import (
    HandCount,
    add_poll,
    add_poll_option,
    count_poll,
    edit_poll,
    printed_poll,
    remove_poll,
    remove_poll_option,
    rename_poll_option,
)
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from tests.helpers.builders import poll, workshop

MADE = workshop(polls=(poll(3, 1), poll(0, 0, key="other", question="Again?", respondents=None)))


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with two polls."""
    import_workshop(database, MADE, {}, who="Bopha")
    return database


def state(database: Database) -> Workshop:
    return export_workshop(database, MADE.id)[0]


def first(database: Database) -> Poll:
    return state(database).polls[0]


def complaints(database: Database) -> list[str]:
    workshop = state(database)
    return [one.code for one in check_poll(workshop.polls[0], "$.polls[0]", people_asked(workshop, workshop.polls[0]))]


def hands(*counts: int, texts: Sequence[str] = ("Option 1", "Option 2")) -> list[HandCount]:
    """Count the first options of the first poll."""
    return [HandCount(place, [texts[place]], count) for place, count in enumerate(counts)]


def test_hands_are_counted_and_uncounted(filled: Database) -> None:
    changes = count_poll(filled, MADE.id, "poll", hands(2, 1), {"respondents": 3}, who="Bopha")
    assert {table: len(ids) for table, ids in changes.changed.items()} == {"polls": 1, "poll_options": 1}
    assert ([one.count for one in first(filled).options], first(filled).respondents) == ([2, 1], 3)
    undo(filled, MADE.id, who="Bopha")
    assert state(filled) == MADE
    with pytest.raises(UserError, match="-1 hands cannot be counted"):
        count_poll(filled, MADE.id, "poll", hands(2, -1), {}, who="Bopha")


def test_two_computers_count_different_options(filled: Database) -> None:
    """What was not counted here stays as it was counted there, also where options have moved or have another text."""
    first_option, second = (option.text for option in first(filled).options)
    count_poll(filled, MADE.id, "poll", [HandCount(1, [second], 30)], {}, who="Dara")
    count_poll(filled, MADE.id, "poll", [HandCount(0, [first_option], 12)], {}, who="Bopha")
    assert ([one.count for one in first(filled).options], first(filled).respondents) == ([12, 30], 4)
    undo(filled, MADE.id, who="Bopha")
    assert [one.count for one in first(filled).options] == [3, 30]

    count_poll(filled, MADE.id, "poll", [], {"respondents": 42}, who="Dara")
    remove_poll_option(filled, MADE.id, "poll", 0, [first_option], who="Dara")
    count_poll(filled, MADE.id, "poll", [HandCount(1, [second], 31)], {}, who="Bopha")
    assert ([one.count for one in first(filled).options], first(filled).respondents) == ([31], 42)
    with pytest.raises(UserError, match="is not there any more"):
        count_poll(filled, MADE.id, "poll", [HandCount(0, [first_option], 1)], {}, who="Bopha")


def test_totals_that_disagree_are_taken_and_said(filled: Database) -> None:
    assert complaints(filled) == []
    count_poll(filled, MADE.id, "poll", hands(5, 1), {"respondents": 5}, who="Bopha")
    assert complaints(filled) == ["poll-total", "poll-too-many"]
    edit_poll(filled, MADE.id, "poll", {"multiple": True, "respondents": 4}, who="Bopha")
    assert complaints(filled) == ["poll-total", "poll-too-many"]
    count_poll(filled, MADE.id, "poll", hands(4, 3), {"respondents": 4}, who="Bopha")
    assert complaints(filled) == []


def test_a_poll_is_shown_as_it_will_be_printed() -> None:
    sentence, table, chart = printed_poll(poll(3, 2, respondents=4, multiple=True), Language.ENGLISH)
    assert sentence == Paragraph(
        "“Shall we go on?” was answered by 4 of those present. Several answers could be chosen."
    )
    assert isinstance(table, Table)
    assert table.rows[-1] == ("Total", "5", "")
    assert isinstance(chart, BarChart)


def test_polls_come_and_go(filled: Database) -> None:
    key, _ = add_poll(filled, MADE.id, " Shall we  meet again? ", ["Yes", "No"], multiple=True, who="Bopha")
    assert state(filled).polls[-1] == Poll(
        key=key,
        question="Shall we meet again?",
        multiple=True,
        options=(PollOption(text="Yes"), PollOption(text="No")),
    )
    added = state(filled)
    remove_poll(filled, MADE.id, "poll", who="Bopha")
    after = state(filled)
    assert [one.key for one in after.polls] == ["other", key]
    assert [one.poll for one in after.agenda] == [""] * len(after.agenda)
    assert not import_workshop(filled, after, {}, who="Bopha")  # what is there is what a file of it says
    undo(filled, MADE.id, who="Bopha")
    assert state(filled) == added
    redo(filled, MADE.id, who="Bopha")
    assert state(filled) == after
    with pytest.raises(UserError, match="not there any more"):
        remove_poll(filled, MADE.id, "poll", who="Bopha")


@pytest.mark.parametrize(
    ("details", "says"),
    [
        ({"question": " "}, "needs a question"),
        ({"options": (PollOption(text="A"), PollOption(text=" "))}, "Option no. 2 of the poll is empty"),
        ({"options": (PollOption(text="A"), PollOption(text=" A"))}, "two options “A”"),
        ({"respondents": -4}, "-4 hands"),
    ],
)
def test_what_cannot_be_is_refused(filled: Database, details: dict[str, object], says: str) -> None:
    with pytest.raises(UserError, match=says):
        edit_poll(filled, MADE.id, "poll", details, who="Bopha")
    with pytest.raises(KeyError, match="key"):
        edit_poll(filled, MADE.id, "poll", {"key": "b"}, who="Bopha")
    assert state(filled) == MADE


def test_options_are_renamed_moved_and_added(filled: Database) -> None:
    one, two = MADE.polls[0].options
    wanted = (replace(two, text="Never"), PollOption(text="Perhaps"), one)
    edit_poll(filled, MADE.id, "poll", {"options": wanted}, who="Bopha")
    assert first(filled).options == wanted
    undo(filled, MADE.id, who="Bopha")
    assert state(filled) == MADE


def options(database: Database) -> list[tuple[str, int]]:
    return [(one.text, one.count) for one in first(database).options]


def test_an_option_is_found_by_what_is_known_of_it_and_keeps_its_count(filled: Database) -> None:
    one, two = (text for text, _ in options(filled))
    count_poll(filled, MADE.id, "poll", hands(17, 4), {"respondents": 21}, who="Other")
    rename_poll_option(filled, MADE.id, "poll", 1, [two], " Never  again ", who="Bopha")
    assert options(filled) == [(one, 17), ("Never again", 4)]
    rename_poll_option(filled, MADE.id, "poll", 1, [two, "Never again"], "Never", who="Bopha")
    add_poll_option(filled, MADE.id, "poll", "Perhaps", who="Bopha")
    assert options(filled) == [(one, 17), ("Never", 4), ("Perhaps", 0)]
    remove_poll_option(filled, MADE.id, "poll", 0, [one], who="Other")
    rename_poll_option(filled, MADE.id, "poll", 1, ["Never"], "No", who="Bopha")  # it stands one place higher by now
    assert options(filled) == [("No", 4), ("Perhaps", 0)]
    with pytest.raises(UserError, match="is not there any more"):
        remove_poll_option(filled, MADE.id, "poll", 0, [one], who="Bopha")
    with pytest.raises(UserError, match="two options “No”"):
        add_poll_option(filled, MADE.id, "poll", "No", who="Bopha")
