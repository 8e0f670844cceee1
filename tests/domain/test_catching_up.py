"""Ways to catch up keep what they say they keep."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import combinations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from clesidra_desktop.domain.agenda_clock import agenda_clock
from clesidra_desktop.domain.agenda_run import next_started
from clesidra_desktop.domain.agenda_points import points
from clesidra_desktop.domain.catching_up import catch_ups
from clesidra_desktop.domain.catching_up_ways import ESSENTIAL, CatchUpKind, shares, short, taken
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, Workshop
from tests.helpers.builders import at, item, workshop

TALKS = (
    item("opening", minutes=30, started=at(8), ended=at(8, 42)),
    item("first", title="First", minutes=60, started=at(8, 42)),
    item("second", title="Second", minutes=60),
    item("tea", title="Tea", kind=AgendaKind.BREAK, minutes=15),
    item("third", title="Third", minutes=75),
    item("lunch", title="Lunch", kind=AgendaKind.BREAK, fixed_start=time(12), minutes=60),
    item("groups", title="Groups", kind=AgendaKind.BREAKOUT, minutes=120),
)
LATE = workshop(agenda=TALKS, ends=at(15))


def test_nothing_is_offered_on_time_or_before_the_start() -> None:
    fresh = tuple(replace(one, started=None, ended=None) for one in TALKS)
    assert catch_ups(replace(LATE, agenda=fresh), at(11)).point is None
    on_time = (replace(TALKS[0], ended=at(8, 30)), replace(TALKS[1], started=at(8, 30)), *TALKS[2:])
    assert catch_ups(replace(LATE, agenda=on_time), at(9)).point is None


def test_lunch_is_kept_in_three_ways() -> None:
    """Twelve minutes late, all of it before lunch."""
    found = catch_ups(LATE, at(9))
    assert found.point
    assert (found.point.key, found.point.at, found.point.missing) == ("lunch", at(12), 12)
    assert [(way.kind, way.sentence) for way in found.ways] == [
        (
            CatchUpKind.CUT,
            "Shorten “Second” 60 → 55 min, “Tea” 15 → 14 min, “Third” 75 → 69 min. “Lunch” starts at 12:00 as planned.",
        ),
        (CatchUpKind.DROP, "Leave out “Tea” (15 min). “Lunch” starts at 12:00 as planned."),
        (
            CatchUpKind.MOVE,
            "Move “Third” behind “Lunch”. “Lunch” starts at 12:00 as planned. “Groups” then ends at 16:15.",
        ),
    ]
    for way in found.ways:
        clock = agenda_clock(taken(LATE, way), at(9))
        assert next(one.starts for one in clock.items if one.item.key == "lunch") == at(12)


def test_the_end_of_the_workshop_may_be_set_later() -> None:
    agenda = tuple(replace(one, fixed_start=None) for one in TALKS)
    late = workshop(agenda=agenda, ends=at(15))
    ends = next(way for way in catch_ups(late, at(9)).ways if way.kind is CatchUpKind.END_LATER)
    assert ends.sentence == "Everything keeps its length. The workshop ends at 15:12 instead of 15:00."
    assert ends.button == "end at 15:12"
    after = taken(late, ends)
    assert after.ends == at(15, 12)
    assert catch_ups(after, at(9)).point is None


def test_what_is_on_may_end_early() -> None:
    agenda = (
        item("opening", minutes=30, started=at(8), ended=at(8, 42)),
        item("first", title="First", minutes=60, started=at(8, 42)),
        item("minister", title="The minister", minutes=20, fixed_start=time(9, 30)),
    )
    (way,) = catch_ups(workshop(agenda=agenda), at(9)).ways
    assert way.sentence == ("End “First” at 09:30, 12 min before its time. “The minister” starts at 09:30 as planned.")
    assert taken(workshop(agenda=agenda), way).agenda[1].allotted == 48


def test_a_fixed_break_keeps_its_start_and_may_be_shorter() -> None:
    agenda = (
        item("talk", minutes=60, started=at(11), ended=at(12, 10)),
        item("lunch", title="Lunch", kind=AgendaKind.BREAK, fixed_start=time(12), minutes=60, started=at(12, 10)),
        item("minister", title="The minister", minutes=20, fixed_start=time(13)),
    )
    found = catch_ups(workshop(starts=at(11), agenda=agenda), at(12, 12))
    assert [way.kind for way in found.ways] == [CatchUpKind.END_EARLY]
    waiting = (*agenda[:1], replace(agenda[1], started=None), agenda[2])
    found = catch_ups(workshop(starts=at(11), agenda=waiting), at(12, 12))
    assert [way.button for way in found.ways] == ["“Lunch” 48 min"]


def test_ways_that_come_to_the_same_are_offered_once_and_others_in_their_place() -> None:
    """Before lunch there is nothing but tea to cut: to cut all that can be cut is to shorten the break."""
    made = workshop(
        agenda=(
            item("opening", minutes=60, started=at(8), ended=at(9, 10)),
            item("tea", title="Tea", kind=AgendaKind.BREAK, minutes=30),
            item("lunch", title="Lunch", kind=AgendaKind.BREAK, fixed_start=time(9, 30), minutes=60),
        ),
        ends=at(15),
    )
    assert [(way.kind, dict(way.allotted), way.dropped) for way in catch_ups(made, at(9, 10)).ways] == [
        (CatchUpKind.CUT, {"tea": 20}, ()),
        (CatchUpKind.CUT_AND_DROP, {}, ("tea",)),
    ]


def test_a_long_delay_leaves_things_out_but_not_what_matters() -> None:
    late = replace(LATE, agenda=(TALKS[0], replace(TALKS[1], started=at(10)), *TALKS[2:]))
    found = catch_ups(late, at(10, 30))
    assert found.point
    assert found.point.missing == 90
    assert [way.sentence for way in found.ways] == [
        "Leave out “Tea”, “Second”. Shorten “Third” 75 → 60 min. “Lunch” starts at 12:00 as planned."
    ]


def test_a_way_that_came_too_late_is_refused() -> None:
    cut, drop, _ = catch_ups(LATE, at(9)).ways
    started = replace(LATE, agenda=(*TALKS[:3], replace(TALKS[3], started=at(10)), *TALKS[4:]))
    with pytest.raises(UserError, match="“Tea” has started already"):
        taken(started, drop)
    over = replace(LATE, agenda=(*TALKS[:2], replace(TALKS[2], started=at(9), ended=at(10)), *TALKS[3:]))
    with pytest.raises(UserError, match="“Second” has ended since"):
        taken(over, cut)


def test_a_day_that_is_not_the_last_has_an_end_too() -> None:
    agenda = (
        item("a", title="A", minutes=60, started=at(8), ended=at(9, 20)),
        item("b", title="B", minutes=120),
        item("morning", title="Second morning", fixed_start=at(8, day=7), minutes=60),
        item("end", title="End", minutes=30),
    )
    found = catch_ups(workshop(agenda=agenda, ends=at(12, day=7)), at(9, 20))
    assert found.point
    assert (found.point.item, found.point.at) == (None, at(11))
    assert [way.sentence for way in found.ways] == [
        "Shorten “B” 120 → 100 min. The day ends at 11:00 as planned.",
        "Move “B” behind “Second morning”. The day ends at 11:00 as planned. “End” then ends at 11:30.",
        "Leave out “B” (120 min). The day ends at 11:00 as planned.",
    ]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Tea", "Tea"),
        ("Update the progress of culturing good practices", "Update the progress of culturing…"),
        ("x" * 50, "x" * 35 + "…"),
        ("ក្រ" * 20, "ក្រ" * 11 + "…"),
    ],
)
def test_titles_are_short_enough_to_be_read_from_afar(title: str, shown: str) -> None:
    assert short(title) == shown


def test_of_many_items_it_is_said_how_many() -> None:
    many = tuple(item(f"k{number}", minutes=20) for number in range(5))
    late = workshop(agenda=(item("first", minutes=20, started=at(8), ended=at(8, 25)), *many), ends=at(10))
    assert (
        catch_ups(late, at(8, 25)).ways[0].sentence
        == "Shorten 5 items by 1 min each. The day ends at 10:00 as planned."
    )


@given(st.integers(1, 200), st.lists(st.integers(0, 60), max_size=8))
def test_shares_add_up_and_stay_within_their_limits(total: int, limits: list[int]) -> None:
    parts = shares(total, limits)
    if sum(limits) < total:
        assert parts == []
    else:
        assert sum(parts) == total
        assert all(0 <= part <= limit for part, limit in zip(parts, limits, strict=True))


@st.composite
def late_workshops(draw: st.DrawFn) -> tuple[Workshop, datetime]:
    """Agendas of up to two days, run until some item that is late."""
    kinds = st.sampled_from(AgendaKind)
    agenda: list[AgendaItem] = []
    for number in range(draw(st.integers(2, 9))):
        fixed = draw(st.none() | st.none() | st.integers(8, 16).map(time))
        agenda.append(
            item(f"k{number}", kind=draw(kinds), minutes=draw(st.integers(0, 90)), fixed_start=fixed, notes=())
        )
    ends = draw(st.none() | st.integers(12, 18).map(at) | st.just(at(16, day=7)))
    made = workshop(agenda=tuple(agenda), ends=ends)
    moment = at(8)
    for _ in range(draw(st.integers(1, len(agenda)))):
        made = replace(made, agenda=next_started(made.agenda, moment))
        moment += timedelta(minutes=draw(st.integers(0, 100)))
    return made, moment


@settings(max_examples=150, suppress_health_check=[HealthCheck.filter_too_much])
@given(late_workshops())
def test_every_way_keeps_its_point_and_puts_no_other_in_danger(late: tuple[Workshop, datetime]) -> None:
    made, moment = late
    before = {one.key: one for one in points(made, agenda_clock(made, moment))}
    found = catch_ups(made, moment)
    assume(found.ways)
    assert found.point
    assert len({way.sentence for way in found.ways}) == len(found.ways) <= 3
    assert all(taken(made, one) != taken(made, other) for one, other in combinations(found.ways, 2))
    for way in found.ways:
        after = taken(made, way)
        then = {one.key: one for one in points(after, agenda_clock(after, moment))}
        if found.point.key in then:
            assert then[found.point.key].expected < (way.ends or found.point.at) + timedelta(minutes=1)
        for key, one in then.items():
            if one.item and key in before:
                assert one.missing <= before[key].missing
        essential = {one.key for one in made.agenda if one.kind in ESSENTIAL}
        assert not essential & set(way.dropped)
        assert [one.fixed_start for one in after.agenda] == [one.fixed_start for one in made.agenda] or way.moved
