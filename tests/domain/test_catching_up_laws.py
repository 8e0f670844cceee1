"""Laws of the ways to catch up, for agendas drawn at random, held against a referee."""

import re
from datetime import datetime, timedelta
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clesidra_desktop.domain.agenda_clock import ItemState, agenda_clock
from clesidra_desktop.domain.catching_up import CatchUps, catch_ups
from clesidra_desktop.domain.catching_up_ways import CatchUp, CatchUpKind, taken
from clesidra_desktop.domain.workshop import Workshop
from tests.helpers.late_agendas import HELD_FOR, MINUTE, Referee, draw_late, least, length, starts_of

SHORTENED = re.compile(r"(?:“(T\d+)” (\d+) → (\d+))|(?:Shorten “(T\d+)” from (\d+) to (\d+) min)")
FEWEST = 400


def is_late(seed: int) -> tuple[Workshop, datetime, CatchUps] | None:
    """Return a workshop, the moment and what is offered, None where everything can be kept."""
    made, moment = draw_late(Random(seed))  # noqa: S311
    found = catch_ups(made, moment)
    return (made, moment, found) if found.point else None


@pytest.fixture(scope="module")
def late() -> list[tuple[Workshop, datetime, CatchUps]]:
    """The agendas of 1,200 seeds in which a point is in danger."""
    return [one for one in map(is_late, range(1200)) if one]


def test_there_are_two_ways_wherever_there_can_be(late: list[tuple[Workshop, datetime, CatchUps]]) -> None:
    """And the sentence that says why comes only where there are fewer."""
    assert len(late) > FEWEST
    for made, moment, found in late:
        assert bool(found.why) == (len(found.ways) < 2)
        if found.why:
            assert found.point
            assert not Referee(made, moment, found.point).finds_two()


def test_some_late_agendas_have_three_ways_and_few_have_none(
    late: list[tuple[Workshop, datetime, CatchUps]],
) -> None:
    numbers = [len(found.ways) for _, _, found in late]
    assert numbers.count(3) > 0.7 * len(late)
    assert numbers.count(0) < 0.02 * len(late)
    assert {way.kind for _, _, found in late for way in found.ways} == set(CatchUpKind)


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=0))
def test_a_way_does_what_it_promises(seed: int) -> None:
    one = is_late(seed)
    if one:
        _holds(*one)


def test_all_of_many_do_what_they_promise(late: list[tuple[Workshop, datetime, CatchUps]]) -> None:
    for one in late:
        _holds(*one)


def _holds(made: Workshop, moment: datetime, found: CatchUps) -> None:
    assert len({way.button for way in found.ways}) <= len({way.sentence for way in found.ways}) == len(found.ways)
    assert all(taken(made, one) != taken(made, other) for one, other in combinations(found.ways, 2))
    for way in found.ways:
        after = taken(made, way)
        _keeps_what_is_fixed(made, moment, found, way, after)
        _is_within_the_least_lengths(made, moment, way, after)
        _says_what_it_does(made, found, way, after)
        then = catch_ups(after, moment).point
        assert then is None or (found.point and then.key != found.point.key)


def _keeps_what_is_fixed(made: Workshop, moment: datetime, found: CatchUps, way: CatchUp, after: Workshop) -> None:
    """No fixed start is later than planned, or later than it was to be already; the point is kept."""
    assert found.point
    clock = agenda_clock(made, moment)
    fixed = {one.item.key: one.fixed for one in clock.items}
    before, _ = starts_of(clock, made.agenda, fixed)
    then, over = starts_of(clock, after.agenda, fixed)
    for key, planned in fixed.items():
        if planned and key in then:
            assert then[key] <= max(planned, before[key])
    if way.ends:
        assert way.ends == after.ends
        assert abs(over - way.ends) < MINUTE
    elif found.point.item:
        assert then[found.point.item.key] - found.point.at < MINUTE
    planned_moments = {one.key: one.fixed_start for one in made.agenda}
    assert {one.key: one.fixed_start for one in after.agenda if one.key in planned_moments} == planned_moments


def _is_within_the_least_lengths(made: Workshop, moment: datetime, way: CatchUp, after: Workshop) -> None:
    """No item is shorter than it may be, unless its rest comes later; nothing of what a workshop is for is left out."""
    clock = agenda_clock(made, moment)
    now = {one.key: one for one in after.agenda}
    for one in clock.items:
        item, key = now[one.item.key], one.item.key
        minutes, given = length(one.item), length(item)
        if way.rest and way.rest.key == key:
            assert given + way.rest.minutes == minutes
            assert given >= 5 or one.state is ItemState.RUNNING
        elif one.state is ItemState.TO_COME:
            assert given >= least(minutes)
        elif one is clock.current and given != minutes and one.item.started:
            assert one.item.started + timedelta(minutes=given) >= clock.moment
        if item.skipped and not one.item.skipped:
            assert one.item.kind not in HELD_FOR
        if key not in {*way.allotted, *way.dropped, *(move.key for move in way.moved)}:
            assert item == one.item


def _says_what_it_does(made: Workshop, found: CatchUps, way: CatchUp, after: Workshop) -> None:
    """What the sentence says is what is done, and what is done adds up to what it claims."""
    assert found.point
    now = {one.title: length(one) for one in reversed(after.agenda)}
    was = {one.title: length(one) for one in made.agenda}
    cuts = {
        one.key: length(one) - minutes
        for one in made.agenda
        if (minutes := way.allotted.get(one.key)) is not None and not (way.rest and way.rest.key == one.key)
    }
    for groups in SHORTENED.findall(way.sentence):
        title, before, minutes = filter(None, groups)
        assert (was[title], now[title]) == (int(before), int(minutes))
    if counted := re.search(r"Shorten (\d+) items by (?:(\d+) to )?(\d+) min", way.sentence):
        assert len(cuts) == int(counted[1])
        assert (min(cuts.values()), max(cuts.values())) == (int(counted[2] or counted[3]), int(counted[3]))
    for key in way.dropped:
        assert f"“T{key[1:]}”" in way.sentence
    for move in way.moved:
        assert f"“T{move.key[1:]}”" in way.sentence.split(" behind ")[0]
    gained = sum(cuts.values()) + sum(length(one) for one in made.agenda if one.key in way.dropped)
    gained += sum(length(one) for one in made.agenda if one.key in {move.key for move in way.moved})
    gained += way.rest.minutes if way.rest else 0
    gained += int((way.ends - found.point.at) / MINUTE) if way.ends else 0
    assert gained >= found.point.missing
    if way.kind in (CatchUpKind.CUT, CatchUpKind.CUT_NOW, CatchUpKind.SHORTEN_ONE, CatchUpKind.END_EARLY):
        assert gained == found.point.missing
    if way.kind in (CatchUpKind.CUT, CatchUpKind.CUT_NOW, CatchUpKind.CUT_AND_END_LATER, CatchUpKind.END_EARLY):
        assert sum(cuts.values()) == way.values["minutes"]
