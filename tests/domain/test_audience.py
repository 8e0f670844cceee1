"""What the screen for the audience shows by itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from clesidra_desktop.domain.agenda_clock import agenda_clock
from clesidra_desktop.domain.agenda_run import ended, started
from clesidra_desktop.domain.audience import SEATING, Scene, followed_scene, seated_groups, shown_poll
from clesidra_desktop.domain.workshop import AgendaKind, Group, Poll, PollOption, Sector, Workshop
from tests.helpers.builders import at, attendant, item, questions, way_forward, workshop

POLL = Poll(key="vote", question="Who comes?", options=(PollOption(text="I"), PollOption(text="Not I")))


def running(kind: AgendaKind, **changes: object) -> Workshop:
    """Return a workshop with one item that has been on since eight."""
    items = (item("one", kind=kind, minutes=60, poll="vote" if kind is AgendaKind.POLL else ""),)
    return workshop(**({"agenda": started(items, "one", at(8)), "polls": (POLL,)} | changes))  # type: ignore[arg-type]


def scene(shown: Workshop, minutes: float = 10) -> Scene:
    return followed_scene(shown, agenda_clock(shown, at(8) + timedelta(minutes=minutes)))


@pytest.mark.parametrize("kind", [AgendaKind.TALK, AgendaKind.ANSWERS, AgendaKind.BREAK])
def test_most_items_show_the_clock(kind: AgendaKind) -> None:
    assert scene(running(kind)) is Scene.CLOCK


def test_groups_see_first_who_sits_where_and_then_the_question() -> None:
    shown = running(
        AgendaKind.BREAKOUT,
        questions=questions(2),
        sectors=(Sector(key="a", title="A"),),
        attendants=(attendant(1),),
        groups=(Group(sector="a", members=(attendant(1).id,)),),
    )
    seating = SEATING.total_seconds() / 60

    assert scene(shown, 0) is Scene.GROUPS
    assert scene(shown, seating - 0.1) is Scene.GROUPS
    assert scene(shown, seating) is Scene.QUESTION


def test_groups_that_nobody_sits_in_are_not_shown() -> None:
    shown = running(AgendaKind.BREAKOUT, questions=questions(1), groups=())
    assert scene(shown, 0) is Scene.QUESTION
    assert scene(running(AgendaKind.BREAKOUT, questions=(), answers=(), groups=()), 0) is Scene.CLOCK


def test_a_poll_and_the_ways_forward_are_shown_while_they_are_on() -> None:
    assert scene(running(AgendaKind.POLL)) is Scene.POLL
    assert scene(running(AgendaKind.POLL, polls=())) is Scene.CLOCK
    assert scene(running(AgendaKind.WAYS_FORWARD, ways_forward=(way_forward(),))) is Scene.WAYS_FORWARD
    assert scene(running(AgendaKind.WAYS_FORWARD, ways_forward=())) is Scene.CLOCK


def test_an_internal_item_shows_nothing_of_itself() -> None:
    items = (item("one", kind=AgendaKind.POLL, poll="vote", internal=True),)
    shown = workshop(agenda=started(items, "one", at(8)), polls=(POLL,))

    assert scene(shown) is Scene.CLOCK


def test_the_poll_that_was_on_last_is_shown_afterwards() -> None:
    items = (item("one", kind=AgendaKind.POLL, poll="vote"), item("two"))
    other = Poll(key="other", question="And?", options=(PollOption(text="Yes", count=3),))
    before = workshop(agenda=items, polls=(POLL, other))
    assert shown_poll(before, agenda_clock(before, at(8))) == other  # the only one with hands

    after = workshop(agenda=ended(started(items, "one", at(8)), at(9)), polls=(POLL, other))
    assert shown_poll(after, agenda_clock(after, at(9))) == POLL


def test_a_poll_that_was_chosen_is_shown_as_long_as_there_is_one() -> None:
    other = Poll(key="other", question="And?", options=(PollOption(text="Yes"),))
    shown = replace(running(AgendaKind.POLL), polls=(other, POLL))
    clock = agenda_clock(shown, at(8))
    assert shown_poll(shown, clock) == POLL
    assert shown_poll(shown, clock, "other") == other
    assert shown_poll(shown, clock, "gone") == POLL


def test_before_any_poll_was_on_the_next_one_is_shown() -> None:
    other = Poll(key="other", question="And?", options=(PollOption(text="Yes"),))
    before = workshop(agenda=(item("one"), item("two", kind=AgendaKind.POLL, poll="vote")), polls=(other, POLL))
    assert shown_poll(before, agenda_clock(before, at(8))) == POLL
    without = replace(before, agenda=())
    assert shown_poll(without, agenda_clock(without, at(8))) == other
    assert shown_poll(replace(without, polls=()), agenda_clock(without, at(8))) is None


def test_groups_are_seated_by_the_names_on_the_badges() -> None:
    someone = attendant(1, name=" Sok Dara ", name_km="សុខ ដារ៉ា", phone="012 345 678")
    shown = workshop(
        sectors=(Sector(key="a", title="A"), Sector(key="b", title="B")),
        attendants=(someone,),
        groups=(Group(sector="b", members=(someone.id,), room="Hall"),),
    )

    first, second = seated_groups(shown)

    assert (first.number, first.title, first.members) == (1, "A", ())
    assert (second.room, second.members) == ("Hall", (("Sok Dara", "សុខ ដារ៉ា"),))
    assert "012 345 678" not in str(second)
    assert second.rapporteur is None


@pytest.mark.parametrize(
    ("noted", "place", "count"),
    [
        (str(attendant(2).id), 1, 2),
        ("Attendant 2", 1, 2),
        (" Somebody Else ", 2, 3),
        (str(attendant(9).id), None, 2),
        ("", None, 2),
    ],
)
def test_the_one_who_reports_has_a_place_among_the_members(noted: str, place: int | None, count: int) -> None:
    people = attendant(1), attendant(2, name="Attendant 2")
    shown = workshop(
        sectors=(Sector(key="a", title="A"),),
        attendants=people,
        groups=(Group(sector="a", members=tuple(one.id for one in people), rapporteur=noted),),
    )
    (group,) = seated_groups(shown)
    assert (group.rapporteur, len(group.members)) == (place, count)
    assert place is None or noted.strip() in (str(attendant(2).id), group.members[place][0])
