"""Catching up: what can be done when the agenda is late, so that the fixed points are kept.

Each way to keep the first point that is in danger says what it costs, and is worked out by doing it: whatever would not
keep the point, or would put another one in danger, is not offered. Where there are fewer than two, `why` says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from clesidra_desktop.domain.agenda_clock import AgendaClock, agenda_clock
from clesidra_desktop.domain.agenda_points import MINUTE, Point, points
from clesidra_desktop.domain.catching_up_search import all_ways
from clesidra_desktop.domain.catching_up_situation import Situation, situation
from clesidra_desktop.domain.catching_up_ways import CatchUp, taken
from clesidra_desktop.domain.workshop import Workshop

MOST_OFFERED = 3

MOST_TRIED = 60
"""How many ways that are alike are tried before they are given up: an item can be moved to many places."""

NOTHING_LEFT = "Nothing is left before it that could be shortened, left out or moved."
NOT_ENOUGH = "What is left before it cannot be shortened, left out or moved by so much."
ONLY_WAY = "There is no other way: nothing else can be shortened, left out or moved by so much."

ONLY_LATER = "There is no other way: nothing is left that could be shortened."


@dataclass(frozen=True, slots=True)
class CatchUps:
    """The point that is in danger, None where all that lie ahead are kept, and up to three ways to keep it.

    `why` is a sentence that says why there are fewer than two. `missed` is a point that has passed without being kept.
    """

    point: Point | None = None
    ways: tuple[CatchUp, ...] = ()
    why: str = ""
    missed: Point | None = None


def catch_ups(workshop: Workshop, moment: datetime) -> CatchUps:
    """Return how a workshop can catch up at a local moment. Nothing is offered before its first item has started."""
    clock = agenda_clock(workshop, moment)
    if all(one.item.started is None for one in clock.items):
        return CatchUps()
    before = points(workshop, clock)
    in_danger = [one for one in before if one.missing]
    point = next((one for one in in_danger if _can_be_kept(one, clock)), None)
    missed = next((one for one in in_danger if not _can_be_kept(one, clock)), None)
    if point is None:
        return CatchUps(missed=missed)
    at = situation(workshop, clock, point)
    ways = tuple(islice(_offered(at, {one.key: one for one in before}), MOST_OFFERED))
    return CatchUps(point, ways, _why(at, ways), missed)


def _offered(at: Situation, before: dict[str, Point]) -> Iterator[CatchUp]:
    """Yield the ways that do what they promise: one of each sort, then further ones of those."""
    seen: list[object] = []

    def sound(ways: Iterator[CatchUp]) -> Iterator[CatchUp]:
        for way in islice(ways, MOST_TRIED):
            if way.does not in seen and _keeps(at, before, way):
                seen.append(way.does)
                yield way

    sorts = [sound(ways) for ways in all_ways(at)]
    for sort in sorts:
        yield from islice(sort, 1)
    for sort in sorts:
        yield from sort


def _why(at: Situation, ways: tuple[CatchUp, ...]) -> str:
    """Return why there are fewer than two ways."""
    if len(ways) > 1:
        return ""
    if ways:
        return ONLY_WAY if at.everything else ONLY_LATER
    return NOT_ENOUGH if at.everything else NOTHING_LEFT


def _can_be_kept(point: Point, clock: AgendaClock) -> bool:
    """Whether a point still lies ahead; the end of the workshop can always be set later."""
    return point.at > clock.moment or (point.item is None and point.place == len(clock.items))


def _keeps(at: Situation, before: dict[str, Point], way: CatchUp) -> bool:
    """Whether a way keeps its point and puts no fixed start in danger that was not before."""
    after = taken(at.workshop, way)
    then = points(after, agenda_clock(after, at.clock.moment))
    for one in then:
        known = before.get(one.key)
        is_kept_one = one.place == len(after.agenda) if way.ends else one.key == at.point.key
        if is_kept_one and (one.expected - one.at >= MINUTE or one.at != (way.ends or at.point.at)):
            return False
        if one.item and known and (one.at != known.at or one.expected > max(one.at, known.expected)):
            return False
    return True
