"""Catching up: what can be done when the agenda is late, so that the fixed points are kept.

A *point* is what must be kept: the fixed start of an item (lunch, the minister) or the end of a day. Each way to keep
the first one that is in danger says what it costs, and is worked out by doing it: whatever would not keep the point, or
would put another one in danger, is not offered.
"""

import math
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice

from clesidra_desktop.domain.agenda_clock import AgendaClock, ClockItem, ItemState, agenda_clock, days_apart, length_of
from clesidra_desktop.domain.agenda_run import edited, find_item, moved, skipped
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, Workshop

MINUTE = timedelta(minutes=1)

MOST_OFFERED = 3

MOST_LISTED = 3
"""How many items a sentence names; of more it says how many they are."""

LONGEST_TITLE = 36
"""The most characters of a title in a sentence."""

COENG = "\u17d2"
"""What binds a Khmer letter below the one before it."""

SHORTEST = 5
"""No item is cut below so many minutes, nor below half of what it has."""

ESSENTIAL = frozenset({AgendaKind.BREAKOUT, AgendaKind.ANSWERS, AgendaKind.WAYS_FORWARD})
"""What a workshop is held for is never left out."""


@dataclass(frozen=True, slots=True)
class Point:
    """A moment to keep: when an item must start or, where `item` is None, when a day must end.

    `expected` is when it would be as things stand; `place` is that of the first item behind it.
    """

    at: datetime
    expected: datetime
    item: AgendaItem | None
    place: int

    @property
    def key(self) -> str:
        """What tells the point from others: the key of the item, or the day that ends."""
        return self.item.key if self.item else self.at.date().isoformat()

    @property
    def missing(self) -> int:
        """The whole minutes by which it would be missed, rounded up; 0 where less than one is missing."""
        late = self.expected - self.at
        return math.ceil(late / MINUTE) if late >= MINUTE else 0


class CatchUpKind(StrEnum):
    """The ways to catch up."""

    CUT = "cut"
    SHORTEN_BREAK = "shorten-break"
    DROP = "drop"
    MOVE = "move"
    END_LATER = "end-later"
    END_EARLY = "end-early"
    CUT_AND_DROP = "cut-and-drop"


@dataclass(frozen=True, slots=True)
class CatchUp:
    """One way to catch up.

    `label` is for a button, `consequences` are sentences that follow one another; all are templates for `values`.
    `allotted` holds new lengths in minutes by key, `dropped` keys; `moved` is the key of an item and of the one it goes
    behind; `ends` a new end of the workshop.
    """

    kind: CatchUpKind
    label: str
    consequences: tuple[str, ...]
    values: Mapping[str, object]
    allotted: Mapping[str, int] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    moved: tuple[str, str] | None = None
    ends: datetime | None = None

    @property
    def does(self) -> object:
        """What it does to a workshop, whatever it is called: equal for ways that come to the same."""
        return sorted(self.allotted.items()), sorted(self.dropped), self.moved, self.ends

    @property
    def sentence(self) -> str:
        """The consequences in English."""
        return " ".join(self.consequences).format(**self.values)

    @property
    def button(self) -> str:
        """The label in English."""
        return self.label.format(**self.values)


@dataclass(frozen=True, slots=True)
class CatchUps:
    """The point that is in danger, None where all are kept, and up to three ways to keep it.

    Where there is a point and no way, it cannot be kept any more without leaving out what the workshop is held for.
    """

    point: Point | None = None
    ways: tuple[CatchUp, ...] = ()


def catch_ups(workshop: Workshop, moment: datetime) -> CatchUps:
    """Return how a workshop can catch up at a local moment. Nothing is offered before its first item has started."""
    clock = agenda_clock(workshop, moment)
    if all(one.item.started is None for one in clock.items):
        return CatchUps()
    point = next((one for one in points(workshop, clock) if one.missing and _can_be_kept(one, clock)), None)
    if point is None:
        return CatchUps()
    found: list[CatchUp] = []
    for way in _ways(workshop, clock, point):
        if all(way.does != other.does for other in found) and _keeps(workshop, clock, point, way):
            found.append(way)
            if len(found) == MOST_OFFERED:
                break
    return CatchUps(point, tuple(found))


def taken(workshop: Workshop, way: CatchUp) -> Workshop:
    """Return a workshop as it is once a way was taken.

    Raises UserError where an item that it shortens has ended, one that it leaves out has started, or one is gone.
    """
    items = workshop.agenda
    for key, minutes in way.allotted.items():
        if find_item(items, key).ended:
            raise UserError("“{title}” has ended since. Choose again.", title=find_item(items, key).title)
        items = edited(items, key, lambda one, minutes=minutes: replace(one, allotted=minutes))  # type: ignore[misc]
    for key in way.dropped:
        items = skipped(items, key)
    if way.moved:
        items = moved(items, *way.moved)
    return replace(workshop, agenda=items, ends=way.ends or workshop.ends)


def points(workshop: Workshop, clock: AgendaClock) -> tuple[Point, ...]:
    """Return the points that lie ahead: every fixed start, and the end of every day, in their order.

    A day ends when its last item is planned to end, the last day not before the workshop is to end.
    """
    found = []
    breaks = {*days_apart(clock.items), len(clock.items)}
    day_end: datetime | None = None
    arrival = clock.current.ends if clock.current and clock.current.ends else clock.moment
    for place, one in enumerate(clock.items):
        if one.state is ItemState.TO_COME:
            if one.fixed:
                found.append(Point(one.fixed, arrival, one.item, place))
            arrival = one.ends or arrival
        day_end = max(filter(None, (day_end, one.planned_end)), default=None)
        if place + 1 in breaks:
            if place + 1 == len(clock.items):
                day_end = max(filter(None, (day_end, workshop.ends)), default=None)
            is_ahead = one.state in (ItemState.TO_COME, ItemState.RUNNING) or any(
                later.state is ItemState.TO_COME for later in clock.items[place + 1 :]
            )
            if day_end and is_ahead and arrival.date() >= day_end.date():
                found.append(Point(day_end, arrival, None, place + 1))
            day_end = None
    return tuple(found)


def _can_be_kept(point: Point, clock: AgendaClock) -> bool:
    """Whether a point still lies ahead; the end of the workshop can always be set later."""
    return point.at > clock.moment or (point.item is None and point.place == len(clock.items))


def _keeps(workshop: Workshop, clock: AgendaClock, point: Point, way: CatchUp) -> bool:
    """Whether a way keeps a point and puts no fixed start in danger that was not before."""
    after = taken(workshop, way)
    then = {
        one.key: one for one in points(after, agenda_clock(after, clock.moment)) if one.item or one.key == point.key
    }
    before = {one.key: one for one in points(workshop, clock)}
    if way.ends is None and point.key in then and then[point.key].expected - point.at >= MINUTE:
        return False
    return all(
        one.at == before[key].at and one.expected <= max(one.at, before[key].expected)
        for key, one in then.items()
        if one.item and key in before
    )


def _ways(workshop: Workshop, clock: AgendaClock, point: Point) -> Iterator[CatchUp]:
    """Yield every way that may keep a point, the mildest first. Some may come to the same, so there are spare ones."""
    stretch, with_current = _stretch(clock, point)
    free = [one for one in stretch if one.fixed is None and _minutes(one)]
    yield from _cut(free, point)
    breaks = [one for one in stretch if one.item.kind is AgendaKind.BREAK]
    shorter_break = tuple(_shortened_break(breaks, point))
    free_breaks = [one for one in breaks if one.fixed is None]
    yield from shorter_break or islice(_dropped(free_breaks, point), 1)
    yield from islice(_later(workshop, clock, point, free), 1)
    if with_current:
        yield from _ended_early(clock, point)
    others = [one for one in free if one.item.kind not in ESSENTIAL and one.item.kind is not AgendaKind.BREAK]
    yield from islice(_dropped(others, point), 1)
    yield from _cut_and_dropped(free, point)
    yield from _dropped([*free_breaks, *others], point)
    yield from _later(workshop, clock, point, free)


def _stretch(clock: AgendaClock, point: Point) -> tuple[list[ClockItem], bool]:
    """Return the items whose length decides whether a point is kept, and whether the current one is among them.

    They go back to the fixed start before it, whose item is one of them: its length counts, what was before does not.
    """
    stretch: list[ClockItem] = []
    for one in reversed(clock.items[: point.place]):
        if one.state is ItemState.TO_COME:
            stretch.insert(0, one)
            if one.fixed:
                return stretch, False
    return stretch, True


def _minutes(one: ClockItem) -> int:
    length = length_of(one.item)
    return int(length / MINUTE) if length else 0


def _spare(one: ClockItem) -> int:
    """Return the minutes by which an item can be cut."""
    minutes = _minutes(one)
    return minutes - min(minutes, max(SHORTEST, math.ceil(minutes / 2)))


STARTS_AS_PLANNED = "“{point}” starts at {time:%H:%M} as planned."
ENDS_AS_PLANNED = "The day ends at {time:%H:%M} as planned."
SHORTEN_THESE = "Shorten {items}."
SHORTEN_ALIKE = "Shorten {number} items by {most} min each."
SHORTEN_UNLIKE = "Shorten {number} items by {least} to {most} min each."
LEAVE_OUT = "Leave out {left_out}."


def _way(
    kind: CatchUpKind,
    point: Point,
    label: str,
    does: tuple[str, ...],
    allotted: Mapping[str, int] | None = None,
    **values: object,
) -> CatchUp:
    """Return a way, whose sentences say what it does and what is kept."""
    kept = STARTS_AS_PLANNED if point.item else ENDS_AS_PLANNED
    known = {"time": point.at, "point": short(point.item.title) if point.item else ""}
    return CatchUp(kind, label, (*does, kept), {**known, **values}, allotted or {})


def _cut(free: list[ClockItem], point: Point) -> Iterator[CatchUp]:
    """Take from every item in proportion to what it can spare."""
    cuts = shares(point.missing, [_spare(one) for one in free])
    if cuts:
        allotted, template, values = _shortened(free, cuts)
        label = "cut {minutes} min"
        yield _way(CatchUpKind.CUT, point, label, (template,), allotted, minutes=point.missing, **values)


def _shortened(items: list[ClockItem], cuts: list[int]) -> tuple[dict[str, int], str, dict[str, object]]:
    """Return the new lengths of items by key, and what is said of them: a template and its values."""
    cut = [(one, by) for one, by in zip(items, cuts, strict=True) if by]
    allotted = {one.item.key: _minutes(one) - by for one, by in cut}
    if len(cut) <= MOST_LISTED:
        listed = ", ".join(f"“{short(one.item.title)}” {_minutes(one)} → {_minutes(one) - by} min" for one, by in cut)
        return allotted, SHORTEN_THESE, {"items": listed}
    least, most = min(by for _, by in cut), max(by for _, by in cut)
    return (
        allotted,
        SHORTEN_ALIKE if least == most else SHORTEN_UNLIKE,
        {"number": len(cut), "least": least, "most": most},
    )


def short(title: str) -> str:
    """Return a title that can be read from afar in a sentence: at most so many characters, whole words if possible."""
    line = " ".join(title.split())
    if len(line) <= LONGEST_TITLE:
        return line
    end = line.rfind(" ", 1, LONGEST_TITLE)
    if end < LONGEST_TITLE // 2:
        end = LONGEST_TITLE - 1
        while end > 1 and (unicodedata.category(line[end])[0] == "M" or line[end - 1] == COENG):
            end -= 1  # Khmer has no spaces, and a letter keeps its signs
    return f"{line[:end].rstrip(' ,:;/')}…"


def shares(total: int, limits: list[int]) -> list[int]:
    """Divide a number in proportion to limits, by largest remainders; nothing where they do not reach.

    No share is above its limit, and all of them add up to the number.
    """
    room = sum(limits)
    if room < total or total <= 0:
        return []
    parts = [divmod(total * limit, room) for limit in limits]
    by_remainder = sorted(range(len(limits)), key=lambda place: -parts[place][1])
    rest = set(by_remainder[: total - sum(whole for whole, _ in parts)])
    return [whole + (place in rest) for place, (whole, _) in enumerate(parts)]


def _shortened_break(breaks: list[ClockItem], point: Point) -> Iterator[CatchUp]:
    longest = max(breaks, key=_spare, default=None)
    if longest and _spare(longest) >= point.missing:
        after = _minutes(longest) - point.missing
        yield _way(
            CatchUpKind.SHORTEN_BREAK,
            point,
            "“{item}” {after} min",
            ("Shorten “{item}” from {before} to {after} min.",),
            {longest.item.key: after},
            item=short(longest.item.title),
            before=_minutes(longest),
            after=after,
        )


def _dropped(items: list[ClockItem], point: Point) -> Iterator[CatchUp]:
    """Leave out one item that is long enough, the shortest first."""
    for one in sorted((one for one in items if _minutes(one) >= point.missing), key=_minutes):
        way = _way(
            CatchUpKind.DROP,
            point,
            "leave out “{item}”",
            ("Leave out “{item}” ({minutes} min).",),
            item=short(one.item.title),
            minutes=_minutes(one),
        )
        yield replace(way, dropped=(one.item.key,))


def _later(workshop: Workshop, clock: AgendaClock, point: Point, free: list[ClockItem]) -> Iterator[CatchUp]:
    """Leave everything as long as it is: end the workshop later, or move an item behind the point, the last first."""
    if point.item is None and point.place == len(clock.items):
        ends = point.at + timedelta(minutes=point.missing)
        yield CatchUp(
            CatchUpKind.END_LATER,
            "end at {ends:%H:%M}",
            ("Everything keeps its length. The workshop ends at {ends:%H:%M} instead of {time:%H:%M}.",),
            {"ends": ends, "time": point.at},
            ends=ends,
        )
        return
    behind = clock.items[point.place].item
    for one in reversed(free):
        if _minutes(one) < point.missing or one.item.kind is AgendaKind.BREAK:
            continue
        way = _way(CatchUpKind.MOVE, point, "“{item}” after “{behind}”", ("Move “{item}” behind “{behind}”.",))
        way = replace(way, moved=(one.item.key, behind.key))
        yield replace(
            way,
            consequences=(*way.consequences, "“{last}” then ends at {ends:%H:%M}."),
            values={
                **way.values,
                "item": short(one.item.title),
                "behind": short(behind.title),
                **_day_after(workshop, clock, way),
            },
        )


def _day_after(workshop: Workshop, clock: AgendaClock, way: CatchUp) -> dict[str, object]:
    """Return the last item of the day to which an item was moved, and when it would end."""
    after = agenda_clock(taken(workshop, way), clock.moment)
    place = next(place for place, one in enumerate(after.items) if way.moved and one.item.key == way.moved[0])
    end = next((one for one in days_apart(after.items) if one > place), len(after.items))
    last = next(one for one in reversed(after.items[:end]) if one.ends)
    return {"last": short(last.item.title), "ends": last.ends}


def _ended_early(clock: AgendaClock, point: Point) -> Iterator[CatchUp]:
    """End what is on before its time is over."""
    current = clock.current
    if current is None or clock.left is None or clock.left < timedelta(minutes=point.missing + 1):
        return
    ends = clock.moment + clock.left - timedelta(minutes=point.missing)
    yield _way(
        CatchUpKind.END_EARLY,
        point,
        "end “{item}” at {ends:%H:%M}",
        ("End “{item}” at {ends:%H:%M}, {minutes} min before its time.",),
        {current.item.key: _minutes(current) - point.missing},
        item=short(current.item.title),
        ends=ends,
        minutes=point.missing,
    )


def _cut_and_dropped(free: list[ClockItem], point: Point) -> Iterator[CatchUp]:
    """Leave out as little as is needed, breaks and short items first, and cut the others."""
    order = [one for one in free if one.item.kind not in ESSENTIAL]
    order.sort(key=lambda one: (one.item.kind is not AgendaKind.BREAK, _minutes(one)))
    dropped: list[ClockItem] = []
    for one in order:
        dropped.append(one)
        missing = point.missing - sum(map(_minutes, dropped))
        rest = [other for other in free if other not in dropped]
        cuts = shares(missing, [_spare(other) for other in rest])
        if missing > 0 and not cuts:
            continue
        allotted, template, values = _shortened(rest, cuts or [0] * len(rest))
        way = _way(
            CatchUpKind.CUT_AND_DROP,
            point,
            "leave out {left_out}, cut others" if allotted else "leave out {left_out}",
            (LEAVE_OUT, template) if allotted else (LEAVE_OUT,),
            allotted,
            left_out=", ".join(f"“{short(other.item.title)}”" for other in dropped),
            **values,
        )
        yield replace(way, dropped=tuple(other.item.key for other in dropped))
        return
