"""Ways to catch up keep what they say they keep."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.agenda_clock import agenda_clock
from clesidra_desktop.domain.agenda_points import points
from clesidra_desktop.domain.catching_up import NOT_ENOUGH, ONLY_LATER, ONLY_WAY, catch_ups
from clesidra_desktop.domain.catching_up_search import shares
from clesidra_desktop.domain.catching_up_ways import CatchUpKind, taken
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import AgendaKind
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
            "Shorten “Second” 60 → 55, “Tea” 15 → 14, “Third” 75 → 69 min. “Lunch” starts at 12:00 as planned.",
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


def test_what_moves_to_another_day_leaves_the_plan_of_its_own_as_it_was() -> None:
    """The day still ends when it was to end; what was moved brings its notes along."""
    agenda = (
        item("a", title="A", minutes=60, started=at(8), ended=at(9, 20)),
        item("b", title="B", minutes=120),
        item("morning", title="Second morning", fixed_start=at(8, day=7), minutes=60),
    )
    made = workshop(agenda=agenda, ends=at(12, day=7))
    move = next(way for way in catch_ups(made, at(9, 20)).ways if way.kind is CatchUpKind.MOVE)
    after = taken(made, move)
    assert [(one.title, one.minutes, one.allotted, one.skipped) for one in after.agenda] == [
        ("A", 60, None, False),
        ("B", 120, None, True),
        ("Second morning", 60, None, False),
        ("B", None, 120, False),
    ]
    assert after.agenda[3].key == "b"
    assert after.agenda[3].notes == agenda[1].notes
    assert [one.at for one in points(after, agenda_clock(after, at(9, 20)))] == [at(11), at(8, day=7), at(12, day=7)]
    assert catch_ups(after, at(9, 20)).point is None


def test_where_the_end_has_passed_the_workshop_can_at_least_end_less_late() -> None:
    agenda = (
        item("talk", title="Talk", minutes=60, started=at(8), ended=at(9, 50)),
        item("film", title="Film", minutes=20),
        item("closing", title="Closing", minutes=10),
    )
    made = workshop(agenda=agenda, ends=at(9, 30))
    assert [way.sentence for way in catch_ups(made, at(9, 50)).ways] == [
        "Everything keeps its length. The workshop ends at 10:20 instead of 09:30.",
        "Shorten “Film” 20 → 10, “Closing” 10 → 5 min. The workshop ends at 10:05 instead of 09:30.",
        "Leave out “Film” (20 min). The workshop ends at 10:00 instead of 09:30.",
    ]


def test_where_there_are_fewer_than_two_ways_it_is_said_why() -> None:
    over = (item("closing", title="Closing", minutes=10, started=at(9)),)
    found = catch_ups(workshop(agenda=over, ends=at(9, 10)), at(9, 20))
    assert [way.kind for way in found.ways] == [CatchUpKind.END_LATER]
    assert found.why == ONLY_LATER
    groups = (
        item("talk", title="Talk", minutes=30, started=at(8), ended=at(8, 56)),
        item("groups", title="Groups", kind=AgendaKind.BREAKOUT, minutes=30, fixed_start=time(8, 30)),
        item("minister", title="The minister", fixed_start=time(9)),
    )
    found = catch_ups(workshop(agenda=groups), at(8, 56))
    assert (found.ways, found.why) == ((), NOT_ENOUGH)
    found = catch_ups(workshop(agenda=LATE.agenda, ends=at(15)), at(9))
    assert found.why == ""


def test_a_point_that_has_passed_is_named() -> None:
    agenda = (
        item("talk", minutes=60, started=at(8)),
        item("lunch", title="Lunch", kind=AgendaKind.BREAK, fixed_start=time(9), minutes=60),
        item("groups", minutes=30, fixed_start=time(11)),
    )
    found = catch_ups(workshop(agenda=agenda), at(9, 10))
    assert found.point is None
    assert found.missed
    assert (found.missed.key, found.missed.missing) == ("lunch", 10)


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
    way, later = catch_ups(workshop(agenda=agenda), at(9)).ways
    assert way.sentence == "End “First” at 09:30, 12 min before its time. “The minister” starts at 09:30 as planned."
    assert taken(workshop(agenda=agenda), way).agenda[1].allotted == 48
    assert later.sentence == (
        "Stop “First” at 09:30; its last 12 min come behind “The minister”. “The minister” starts at 09:30 as planned. "
        "“First” then ends at 10:02."
    )
    assert [(one.title, one.minutes, one.allotted) for one in taken(workshop(agenda=agenda), later).agenda[1:]] == [
        ("First", 60, 48),
        ("The minister", 20, None),
        ("First", None, 12),
    ]


def test_a_fixed_break_keeps_its_start_and_may_be_shorter() -> None:
    agenda = (
        item("talk", minutes=60, started=at(11), ended=at(12, 10)),
        item("lunch", title="Lunch", kind=AgendaKind.BREAK, fixed_start=time(12), minutes=60, started=at(12, 10)),
        item("minister", title="The minister", minutes=20, fixed_start=time(13)),
    )
    found = catch_ups(workshop(starts=at(11), agenda=agenda), at(12, 12))
    assert [way.kind for way in found.ways] == [CatchUpKind.END_EARLY]
    assert found.why == ONLY_WAY
    waiting = (*agenda[:1], replace(agenda[1], started=None), agenda[2])
    found = catch_ups(workshop(starts=at(11), agenda=waiting), at(12, 12))
    assert [way.button for way in found.ways] == ["“Lunch” 48 min", "leave out “Lunch”"]


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
        "Shorten 4 items by 6 to 32 min each. “Lunch” starts at 12:00 as planned.",
        "Leave out “Tea”, “Second”. Shorten “Third” 75 → 60 min. “Lunch” starts at 12:00 as planned.",
        (
            "Leave out “Tea”. Shorten “First” 60 → 37, “Second” 60 → 37, “Third” 75 → 46 min. "
            "“Lunch” starts at 12:00 as planned."
        ),
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
        (
            "Stop “B” after 100 min; its last 20 min come behind “Second morning”. The day ends at 11:00 as planned. "
            "“End” then ends at 09:50."
        ),
    ]


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
