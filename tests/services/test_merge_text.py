"""What a merge says on a terminal: what differs on either side, with the numbers."""

from dataclasses import replace
from datetime import datetime

from clesidra_desktop.domain.merge import State, merge
from clesidra_desktop.domain.workshop import AgendaItem, Poll, PollOption, Stay
from clesidra_desktop.services.merge_text import place_text, sides_text
from tests.helpers.two_editors import BASE


def changed(**values: object) -> State:
    return State(replace(BASE.workshop, **values), BASE.files)


def told(ours: State, theirs: State) -> list[str]:
    report = merge(BASE, ours, theirs)[1]
    return [f"{place_text(one)}: {sides_text(one)}" for one in (*report.differences, *report.conflicts)]


def test_hands_that_differ_are_shown() -> None:
    def counted(yes: int) -> State:
        (poll,) = BASE.workshop.polls
        return changed(polls=(replace(poll, options=(replace(poll.options[0], count=yes), poll.options[1])),))

    assert told(counted(9), counted(10)) == ["polls / Useful? / options: Yes: 9 | Yes: 10"]


def test_what_was_changed_in_a_row_that_is_gone_elsewhere_is_shown() -> None:
    opening, *others = BASE.workshop.agenda
    ours, theirs = changed(agenda=tuple(others)), changed(agenda=(replace(opening, minutes=45), *others))
    said = "agenda / Opening / {}: {}"
    assert told(ours, theirs) == [said.format("removed here, changed in the file", "– | Opening (minutes: 30 -> 45)")]
    assert told(theirs, ours) == [said.format("changed here, removed in the file", "Opening (minutes: 30 -> 45) | –")]
    gone = changed(polls=(), agenda=tuple(replace(one, poll="") for one in BASE.workshop.agenda))
    more = changed(agenda=(*BASE.workshop.agenda, AgendaItem(key="x", title="Again", poll="poll-1")))
    assert "polls / Useful? / removed here, needed in the file: – | Useful?" in told(gone, more)


def test_what_was_added_and_removed_is_said() -> None:
    opening, *others = BASE.workshop.agenda
    ours = changed(agenda=(*others, AgendaItem(key="item-4", title="Closing A")))
    theirs = changed(agenda=(opening, *others, AgendaItem(key="item-4", title="Closing B")))
    assert sorted(told(ours, theirs)) == [
        "agenda / Closing A / added here: Closing A | –",
        "agenda / Closing B / added in the file: – | Closing B",
        "agenda / Opening / removed here: – | Opening",
    ]
    assert "agenda / Opening / removed in the file: Opening | –" in told(theirs, ours)
    same = changed(
        polls=(*BASE.workshop.polls, Poll(key="poll-2", question="Again?", options=(PollOption(text="Yes"),)))
    )
    assert told(same, same) == ["polls / Again? / added on both sides, as one: Again? | Again?"]


def test_times_are_shown() -> None:
    dara, sophea = BASE.workshop.attendants
    ours, theirs = (
        changed(attendants=(replace(dara, stays=(Stay(arrived=datetime(2026, 6, 12, 8, minute)),)), sophea))
        for minute in (0, 5)
    )
    assert told(ours, theirs) == ["attendants / Sok Dara / stays: 2026-06-12 08:00 - ? | 2026-06-12 08:05 - ?"]
