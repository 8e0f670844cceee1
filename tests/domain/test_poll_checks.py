"""Counts of polls against each other and against the people in the room."""

from dataclasses import replace

from clesidra_desktop.domain.checks import check_poll, check_workshop
from clesidra_desktop.domain.tallies import people_asked
from clesidra_desktop.domain.workshop import Poll
from tests.helpers.builders import at, attendant, poll, stay, workshop

RUN = tuple(replace(one, started=at(8 + hour), ended=at(8 + hour, 5)) for hour, one in enumerate(workshop().agenda))
ROOM = (
    *(attendant(number, stays=(stay(at(8)),)) for number in (1, 2, 3)),
    attendant(4, stays=(stay(at(8), at(9, 30)),)),
)


def said(counted: Poll, present: int | None) -> list[str]:
    return [finding.sentence for finding in check_poll(counted, "$.polls[0]", present)]


def test_only_the_people_in_the_room_are_asked() -> None:
    made = workshop(attendants=ROOM, agenda=RUN)
    assert people_asked(made, made.polls[0]) == 3
    assert people_asked(workshop(attendants=ROOM), made.polls[0]) == 4
    assert people_asked(workshop(agenda=RUN), made.polls[0]) == 4
    (finding,) = check_workshop(made)
    assert (finding.code, finding.where) == ("poll-too-many", "$.polls[0].respondents")
    assert finding.sentence.startswith(
        "4 people answered the poll “Shall we go on?”, but only 3 attendants were there. "
    )


def test_with_several_answers_the_hands_may_be_more_than_the_people() -> None:
    several = poll(3, 2, respondents=4, multiple=True)
    assert said(several, 4) == []
    assert said(several, None) == []
    assert said(several, 3)[0].startswith("4 people answered the poll")
    assert said(replace(several, respondents=None), 2)[1].startswith("3 people answered the poll")


def test_no_option_has_more_hands_than_there_were_people_and_nobody_none() -> None:
    (sentence,) = said(poll(4, 2, respondents=3, multiple=True), 9)
    assert sentence.endswith("but an option has 4 hands and all have 6. Count again, and correct what is wrong.")
    assert said(poll(2, 1, respondents=4, multiple=True), 9)[0].endswith(
        "an option has 2 hands and all have 3. Count again, and correct what is wrong."
    )
