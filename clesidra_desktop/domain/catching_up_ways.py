"""The ways to catch up: what each does to an agenda, what it is called and what it costs.

Those of one generator are alike, the mildest first. None of them is checked here: `catching_up` does each to see what
comes of it.
"""

import math
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import chain, combinations, islice, product
from typing import TypeAlias

from clesidra_desktop.domain.agenda_clock import AgendaClock, ClockItem, ItemState, agenda_clock, days_apart, length_of
from clesidra_desktop.domain.agenda_points import MINUTE, Point
from clesidra_desktop.domain.agenda_run import edited, find_item, free_key, inserted, moved, skipped
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, Workshop

MOST_LISTED = 3
"""How many items a sentence names; of more it says how many they are."""

LONGEST_TITLE = 36
"""The most characters of a title in a sentence."""

COENG = "\u17d2"
"""What binds a Khmer letter below the one before it."""

SHORTEST = 5
"""No item is cut below so many minutes, nor below half of what it has; no part of one is shorter."""

ESSENTIAL = frozenset({AgendaKind.BREAKOUT, AgendaKind.ANSWERS, AgendaKind.WAYS_FORWARD})
"""What a workshop is held for is never left out."""

AS_NOTHING_ELSE = frozenset({AgendaKind.ANSWERS, AgendaKind.WAYS_FORWARD, AgendaKind.POLL})
"""What the minutes print below an item of these kinds is printed once, so the rest of one is a talk."""

STARTS_AS_PLANNED = "“{point}” starts at {time:%H:%M} as planned."
ENDS_AS_PLANNED = "The day ends at {time:%H:%M} as planned."
SHORTEN_THESE = "Shorten {items}."
SHORTEN_ALIKE = "Shorten {number} items by {most} min each."
SHORTEN_UNLIKE = "Shorten {number} items by {least} to {most} min each."
SHORTEN_ONE = "Shorten “{item}” from {before} to {after} min."
LEAVE_OUT = "Leave out {left_out}."
LEAVE_OUT_ONE = "Leave out “{item}” ({minutes} min)."
MOVE_ONE = "Move “{item}” behind “{behind}”."
PUT_OFF = "Move {titles} behind “{behind}”."
THEN_ENDS = "“{last}” then ends at {ends:%H:%M}."
END_EARLY = "End “{item}” at {ends:%H:%M}, {minutes} min before its time."
PAUSE_NOW = "Stop “{item}” at {stops:%H:%M}; its last {minutes} min come behind “{behind}”."
PAUSE = "Stop “{item}” after {after} min; its last {minutes} min come behind “{behind}”."
ENDS_LATER = "The workshop ends at {ends:%H:%M} instead of {time:%H:%M}."
KEEP_LENGTHS = "Everything keeps its length."

CUT_LABEL = "cut {minutes} min"
CUT_NOW_LABEL = "cut {minutes} min from now on"
SHORTEN_LABEL = "“{item}” {after} min"
LEAVE_OUT_LABEL = "leave out “{item}”"
LEAVE_THESE_OUT_LABEL = "leave out {left_out}"
LEAVE_OUT_AND_CUT_LABEL = "leave out {left_out}, cut others"
LEAVE_OUT_AND_PUT_OFF_LABEL = "leave out {left_out}, {titles} after “{behind}”"
MOVE_LABEL = "“{item}” after “{behind}”"
PUT_OFF_LABEL = "{titles} after “{behind}”"
PUT_OFF_AND_CUT_LABEL = "{titles} after “{behind}”, cut others"
END_EARLY_LABEL = "end “{item}” at {ends:%H:%M}"
PAUSE_LABEL = "finish “{item}” later"
ENDS_LATER_LABEL = "end at {ends:%H:%M}"
CUT_AND_END_LABEL = "cut {minutes} min, end at {ends:%H:%M}"
LEAVE_OUT_AND_END_LABEL = "leave out “{item}”, end at {ends:%H:%M}"


Limit: TypeAlias = Callable[[ClockItem], int]
"""The minutes by which an item can be cut."""


class CatchUpKind(StrEnum):
    """The ways to catch up."""

    CUT = "cut"
    CUT_NOW = "cut-now"
    SHORTEN_ONE = "shorten-one"
    DROP = "drop"
    MOVE = "move"
    PAUSE = "pause"
    END_LATER = "end-later"
    END_EARLY = "end-early"
    CUT_AND_DROP = "cut-and-drop"
    PUT_OFF = "put-off"
    DROP_AND_PUT_OFF = "drop-and-put-off"
    CUT_AND_END_LATER = "cut-and-end-later"
    DROP_AND_END_LATER = "drop-and-end-later"


COMBINED = {
    (False, False, True): (CatchUpKind.CUT_NOW, CUT_NOW_LABEL),
    (True, False, False): (CatchUpKind.CUT_AND_DROP, LEAVE_THESE_OUT_LABEL),
    (True, False, True): (CatchUpKind.CUT_AND_DROP, LEAVE_OUT_AND_CUT_LABEL),
    (False, True, False): (CatchUpKind.PUT_OFF, PUT_OFF_LABEL),
    (False, True, True): (CatchUpKind.PUT_OFF, PUT_OFF_AND_CUT_LABEL),
    (True, True, False): (CatchUpKind.DROP_AND_PUT_OFF, LEAVE_OUT_AND_PUT_OFF_LABEL),
    (True, True, True): (CatchUpKind.DROP_AND_PUT_OFF, LEAVE_OUT_AND_PUT_OFF_LABEL),
}
"""What a way is that leaves something out, moves something, and cuts the rest, or not."""


@dataclass(frozen=True, slots=True)
class Rest:
    """The last minutes of an item that is interrupted, and the key of the item behind which they come."""

    key: str
    minutes: int
    behind: str


@dataclass(frozen=True, slots=True)
class Move:
    """The key of an item that comes later, and of the one behind which it comes; perhaps on another day."""

    key: str
    behind: str
    another_day: bool


@dataclass(frozen=True, slots=True)
class CatchUp:
    """One way to catch up.

    `label` is for a button, `consequences` are sentences that follow one another; all are templates for `values`.
    `allotted` holds new lengths in minutes by key, `dropped` keys; `moved` are items that come later, `rest`
    is what becomes an item of its own, `ends` a new end of the workshop.
    """

    kind: CatchUpKind
    label: str
    consequences: tuple[str, ...]
    values: Mapping[str, object]
    allotted: Mapping[str, int] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    moved: tuple[Move, ...] = ()
    rest: Rest | None = None
    ends: datetime | None = None

    @property
    def does(self) -> object:
        """What it does to a workshop, whatever it is called: equal for ways that come to the same."""
        return sorted(self.allotted.items()), sorted(self.dropped), self.moved, self.rest, self.ends

    @property
    def sentence(self) -> str:
        """The consequences in English."""
        return " ".join(self.consequences).format(**self.values)

    @property
    def button(self) -> str:
        """The label in English."""
        return self.label.format(**self.values)


@dataclass(frozen=True, slots=True)
class Situation:
    """A point that is in danger, and what lies before it.

    `stretch` are the items to come whose lengths decide whether the point is kept: back to a fixed start that is kept
    anyway, whose item is one of them, or to the current item. `current` is that one, where it counts and has some time
    left.
    """

    workshop: Workshop
    clock: AgendaClock
    point: Point
    stretch: tuple[ClockItem, ...]
    current: ClockItem | None

    @property
    def is_last(self) -> bool:
        """Whether it is the end of the workshop that is in danger: the one point that can be put off."""
        return self.point.item is None and self.point.place == len(self.clock.items)

    @property
    def free(self) -> list[ClockItem]:
        """The items that can be cut, moved and left out."""
        return [one for one in self.stretch if one.fixed is None and minutes_of(one)]

    @property
    def breaks(self) -> list[ClockItem]:
        """The breaks of the stretch."""
        return [one for one in self.stretch if one.item.kind is AgendaKind.BREAK]

    @property
    def everything(self) -> list[ClockItem]:
        """Everything that can be cut: what is on as well, and what has a fixed start but not a fixed length."""
        return [*([self.current] if self.current else []), *(one for one in self.stretch if minutes_of(one))]

    @property
    def left(self) -> int:
        """The whole minutes that what is on has left."""
        return max(0, self.clock.left // MINUTE) if self.current and self.clock.left else 0

    def spare(self, one: ClockItem) -> int:
        """Return the minutes by which an item can be cut."""
        minutes = minutes_of(one)
        spare = minutes - min(minutes, max(SHORTEST, math.ceil(minutes / 2)))
        return min(spare, self.left) if one.state is ItemState.RUNNING else spare

    def limit(self, one: ClockItem) -> int:
        """Return the minutes by which an item can be cut if need be: what is on may end at once."""
        return self.left if one.state is ItemState.RUNNING else self.spare(one)

    def move(self, one: ClockItem, behind: AgendaItem) -> Move:
        """Return how an item comes behind another."""
        keys = [each.item.key for each in self.clock.items]
        before, after = keys.index(one.item.key), keys.index(behind.key)
        another_day = any(before < place <= after for place in days_apart(self.clock.items))
        return Move(one.item.key, behind.key, another_day)

    def can_go(self, one: ClockItem) -> bool:
        """Whether an item may be left out: it is not what the workshop is held for, nor a point that is kept."""
        is_kept = one.fixed is not None and one.starts is not None and one.starts <= one.fixed
        return bool(minutes_of(one)) and one.item.kind not in ESSENTIAL and not is_kept


Items: TypeAlias = Sequence[ClockItem]


def situation(workshop: Workshop, clock: AgendaClock, point: Point) -> Situation:
    """Return what lies before a point."""
    stretch: list[ClockItem] = []
    for one in reversed(clock.items[: point.place]):
        if one.state is ItemState.TO_COME:
            stretch.insert(0, one)
            if one.fixed and one.starts and one.starts <= one.fixed:
                return Situation(workshop, clock, point, tuple(stretch), None)
    current = clock.current if clock.left and clock.left > timedelta() else None
    return Situation(workshop, clock, point, tuple(stretch), current)


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
    for move in way.moved:
        items = _moved_on(items, move) if move.another_day else moved(items, move.key, move.behind)
    if way.rest:
        items = inserted(items, _rest_of(items, way.rest), way.rest.behind)
    return replace(workshop, agenda=items, ends=way.ends or workshop.ends)


def _moved_on(items: tuple[AgendaItem, ...], move: Move) -> tuple[AgendaItem, ...]:
    """Move an item to another day. What it leaves behind stays in the plan, so that its day ends when it was to end."""
    one = find_item(items, move.key)
    length = one.minutes if one.allotted is None else one.allotted
    gap = AgendaItem(key=free_key(items), title=one.title, minutes=one.minutes, internal=one.internal, skipped=True)
    place = items.index(one)
    later = edited(items, move.key, lambda one: replace(one, minutes=None, allotted=length))
    return moved((*later[:place], gap, *later[place:]), move.key, move.behind)


def _rest_of(items: tuple[AgendaItem, ...], rest: Rest) -> AgendaItem:
    """Return the item that the rest of an interrupted one becomes."""
    one = find_item(items, rest.key)
    return AgendaItem(
        key=free_key(items),
        title=one.title,
        speaker=one.speaker,
        kind=AgendaKind.TALK if one.kind in AS_NOTHING_ELSE else one.kind,
        minutes=rest.minutes,
        internal=one.internal,
    )


def minutes_of(one: ClockItem) -> int:
    """Return the minutes that an item was given, 0 where it has no length."""
    length = length_of(one.item)
    return int(length / MINUTE) if length else 0


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


def all_ways(at: Situation) -> tuple[Iterator[CatchUp], ...]:
    """Return generators of ways that may keep a point, the mildest first; each yields ways that are alike."""
    others = [one for one in at.free if one.item.kind not in ESSENTIAL and one.item.kind is not AgendaKind.BREAK]
    gone_by = [one for one in at.stretch if one.fixed and at.can_go(one)]
    return (
        _cut(at, at.free, CatchUpKind.CUT, CUT_LABEL),
        _easier_break(at),
        _end_later(at) if at.is_last else _moved(at),
        _end_early(at),
        _paused(at),
        _dropped(at, others),
        _longest(at),
        _cut(at, at.everything, CatchUpKind.CUT_NOW, CUT_NOW_LABEL),
        _cut_and_dropped(at, at.free, at.spare),
        _cut_and_end_later(at),
        _dropped_and_end_later(at),
        _cut_and_dropped(at, at.everything, at.spare),
        _put_off(at),
        _combined(at, [], [], at.everything, at.limit),
        _dropped(at, [*(one for one in at.breaks if one.fixed is None), *gone_by]),
        _of_each(at),
    )


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


def _later_end(way: CatchUp, point: Point, minutes: int) -> CatchUp:
    """Return a way that ends the workshop later instead of keeping its end."""
    ends = point.at + timedelta(minutes=minutes)
    return replace(
        way, consequences=(*way.consequences[:-1], ENDS_LATER), values={**way.values, "ends": ends}, ends=ends
    )


def _cut(at: Situation, items: Items, kind: CatchUpKind, label: str) -> Iterator[CatchUp]:
    """Take from every item in proportion to what it can spare."""
    cuts = shares(at.point.missing, list(map(at.spare, items)))
    if cuts:
        allotted, template, values = _shortened(items, cuts)
        yield _way(kind, at.point, label, (template,), allotted, minutes=at.point.missing, **values)


def _shortened(items: Items, cuts: list[int]) -> tuple[dict[str, int], str, dict[str, object]]:
    """Return the new lengths of items by key, and what is said of them: a template and its values."""
    cut = [(one, by) for one, by in zip(items, cuts, strict=True) if by]
    allotted = {one.item.key: minutes_of(one) - by for one, by in cut}
    if len(cut) <= MOST_LISTED:
        listed = ", ".join(
            f"“{short(one.item.title)}” {minutes_of(one)} → {minutes_of(one) - by} min" for one, by in cut
        )
        return allotted, SHORTEN_THESE, {"items": listed}
    least, most = min(by for _, by in cut), max(by for _, by in cut)
    return (
        allotted,
        SHORTEN_ALIKE if least == most else SHORTEN_UNLIKE,
        {"number": len(cut), "least": least, "most": most},
    )


def _easier_break(at: Situation) -> Iterator[CatchUp]:
    """Shorten the longest break, or leave one out."""
    longest = max(at.breaks, key=at.spare, default=None)
    if longest and at.spare(longest) >= at.point.missing:
        yield _shorter(at, longest)
    else:
        yield from _dropped(at, [one for one in at.breaks if one.fixed is None])


def _longest(at: Situation) -> Iterator[CatchUp]:
    """Take everything from one item, the longest first."""
    for one in sorted(at.everything, key=lambda one: -minutes_of(one)):
        if at.spare(one) >= at.point.missing:
            yield _shorter(at, one)


def _shorter(at: Situation, one: ClockItem) -> CatchUp:
    after = minutes_of(one) - at.point.missing
    return _way(
        CatchUpKind.SHORTEN_ONE,
        at.point,
        SHORTEN_LABEL,
        (SHORTEN_ONE,),
        {one.item.key: after},
        item=short(one.item.title),
        before=minutes_of(one),
        after=after,
    )


def _dropped(at: Situation, items: Items) -> Iterator[CatchUp]:
    """Leave out one item that is long enough, the shortest first."""
    for one in sorted((one for one in items if minutes_of(one) >= at.point.missing), key=minutes_of):
        way = _way(
            CatchUpKind.DROP,
            at.point,
            LEAVE_OUT_LABEL,
            (LEAVE_OUT_ONE,),
            item=short(one.item.title),
            minutes=minutes_of(one),
        )
        yield replace(way, dropped=(one.item.key,))


def _end_later(at: Situation) -> Iterator[CatchUp]:
    """Leave everything as long as it is."""
    ends = at.point.at + timedelta(minutes=at.point.missing)
    values = {"ends": ends, "time": at.point.at}
    yield CatchUp(CatchUpKind.END_LATER, ENDS_LATER_LABEL, (KEEP_LENGTHS, ENDS_LATER), values, ends=ends)


def _cut_and_end_later(at: Situation) -> Iterator[CatchUp]:
    """Cut about half of what is missing, or what can be cut, and end the workshop later by the rest."""
    missing = at.point.missing
    limits = [at.spare(one) for one in at.everything]
    cut = min(math.ceil(missing / 2), sum(limits), missing - 1)
    if at.is_last and cut > 0:
        allotted, template, values = _shortened(at.everything, shares(cut, limits))
        kind, label = CatchUpKind.CUT_AND_END_LATER, CUT_AND_END_LABEL
        way = _way(kind, at.point, label, (template,), allotted, minutes=cut, **values)
        yield _later_end(way, at.point, missing - cut)
    if at.is_last and at.current and 0 < at.left < missing:
        yield _later_end(_ended_by(at, at.current, at.left), at.point, missing - at.left)


def _dropped_and_end_later(at: Situation) -> Iterator[CatchUp]:
    """Leave out one item that is not long enough, the longest first, and end the workshop later by the rest."""
    for one in sorted(filter(at.can_go, at.stretch), key=lambda one: -minutes_of(one)):
        if at.is_last and minutes_of(one) < at.point.missing:
            way = _way(
                CatchUpKind.DROP_AND_END_LATER,
                at.point,
                LEAVE_OUT_AND_END_LABEL,
                (LEAVE_OUT_ONE,),
                item=short(one.item.title),
                minutes=minutes_of(one),
            )
            way = _later_end(way, at.point, at.point.missing - minutes_of(one))
            yield replace(way, dropped=(one.item.key,))


def _places_behind(at: Situation) -> list[AgendaItem]:
    """Return the items behind a point after which another can come: the first, then those of the same day, the last."""
    return [one.item for one in at.clock.items[at.point.place :] if one.state is ItemState.TO_COME]


def _moved(at: Situation) -> Iterator[CatchUp]:
    """Move an item behind the point, the last first and breaks not if something else will do."""
    long_enough = [one for one in reversed(at.free) if minutes_of(one) >= at.point.missing]
    for one in sorted(long_enough, key=lambda one: one.item.kind is AgendaKind.BREAK):
        for behind in _places_behind(at):
            if one.item.kind is AgendaKind.BREAK and behind.kind is AgendaKind.BREAK:
                continue
            titles = {"item": short(one.item.title), "behind": short(behind.title)}
            way = _way(CatchUpKind.MOVE, at.point, MOVE_LABEL, (MOVE_ONE,), **titles)
            yield _said_to_end(at, replace(way, moved=(at.move(one, behind),)), one.item.key)


def _said_to_end(at: Situation, way: CatchUp, key: str) -> CatchUp:
    """Add which item is the last of the day of an item once a way was taken, and when it would end."""
    after = agenda_clock(taken(at.workshop, way), at.clock.moment)
    place = next(place for place, one in enumerate(after.items) if one.item.key == key)
    end = next((one for one in days_apart(after.items) if one > place), len(after.items))
    last = next(one for one in reversed(after.items[:end]) if one.ends)
    values = {**way.values, "last": short(last.item.title), "ends": last.ends}
    return replace(way, consequences=(*way.consequences, THEN_ENDS), values=values)


def _end_early(at: Situation) -> Iterator[CatchUp]:
    """End what is on before its time is over."""
    if at.current and at.left >= at.point.missing:
        yield _ended_by(at, at.current, at.point.missing)


def _ended_by(at: Situation, current: ClockItem, minutes: int) -> CatchUp:
    """Return the way that ends what is on so many minutes early."""
    ends = at.clock.moment + (at.clock.left or timedelta()) - timedelta(minutes=minutes)
    return _way(
        CatchUpKind.END_EARLY,
        at.point,
        END_EARLY_LABEL,
        (END_EARLY,),
        {current.item.key: minutes_of(current) - minutes},
        item=short(current.item.title),
        ends=ends,
        minutes=minutes,
    )


def _paused(at: Situation) -> Iterator[CatchUp]:
    """Interrupt an item, and let its last minutes come behind the point; the one right before the point first."""
    rest = max(at.point.missing, SHORTEST)
    for one in reversed(at.everything):
        is_on = one.state is ItemState.RUNNING
        room = at.left if is_on else minutes_of(one) - SHORTEST
        if one.item.kind is AgendaKind.BREAK or rest > room:
            continue
        stops = at.clock.moment + (at.clock.left or timedelta()) - timedelta(minutes=rest)
        first = minutes_of(one) - rest
        values: dict[str, object] = {"item": short(one.item.title), "minutes": rest}
        values |= {"stops": stops} if is_on else {"after": first}
        does = (PAUSE_NOW if is_on else PAUSE,)
        for behind in _places_behind(at):
            way = _way(CatchUpKind.PAUSE, at.point, PAUSE_LABEL, does, {one.item.key: first}, **values)
            way = replace(way, rest=Rest(one.item.key, rest, behind.key))
            way = replace(way, values={**way.values, "behind": short(behind.title)})
            yield _said_to_end(at, way, free_key(at.workshop.agenda))


def _cut_and_dropped(at: Situation, items: Items, limit: Limit) -> Iterator[CatchUp]:
    """Leave out as little as is needed, breaks and short items first, and cut the others."""
    order = [one for one in items if at.can_go(one) and one.state is not ItemState.RUNNING]
    order.sort(key=lambda one: (one.item.kind is not AgendaKind.BREAK, minutes_of(one)))
    tried = (_combined(at, order[:number], [], items, limit) for number in range(1, len(order) + 1))
    yield from islice(chain.from_iterable(tried), 1)


def _put_off(at: Situation) -> Iterator[CatchUp]:
    """Move as few items as will do behind the point, the last first, and cut the others; what is on may end at once."""
    if not at.is_last:
        for number in range(1, len(at.free) + 1):
            yield from _combined(at, [], at.free[-number:], at.everything, at.limit)


def _of_each(at: Situation) -> Iterator[CatchUp]:
    """Leave out one item or none, move another or none behind the point, and cut what is left: what else will do."""
    out = [[one] for one in at.stretch if at.can_go(one)]
    gone: list[Items] = [] if at.is_last else [[one] for one in at.free]
    for dropped, moved in product([[], *out], [[], *gone]):
        if dropped != moved:
            yield from _combined(at, dropped, moved, at.everything, at.limit)
    for one, other in combinations(out, 2):
        yield from _combined(at, [*one, *other], [], at.everything, at.limit)


def _combined(at: Situation, dropped: Items, gone: Items, items: Items, limit: Limit) -> Iterator[CatchUp]:
    """Leave out some of the items, move some behind the point, to wherever they can be, and cut the others if need be.

    Nothing where it is not enough.
    """
    missing = at.point.missing - sum(map(minutes_of, [*dropped, *gone]))
    rest = [one for one in items if one not in dropped and one not in gone]
    cuts = shares(missing, list(map(limit, rest)))
    if missing > 0 and not cuts:
        return
    allotted, shorten, values = _shortened(rest, cuts or [0] * len(rest))
    does = [*([LEAVE_OUT] if dropped else []), *([PUT_OFF] if gone else []), *([shorten] if allotted else [])]
    kind, label = COMBINED[bool(dropped), bool(gone), bool(allotted)]
    values |= {"left_out": _titles(dropped), "titles": _titles(gone), "minutes": missing}
    way = replace(
        _way(kind, at.point, label, tuple(does), allotted, **values), dropped=tuple(one.item.key for one in dropped)
    )
    if not gone:
        yield way
        return
    for behind in _places_behind(at):
        move = replace(way, values={**way.values, "behind": short(behind.title)})
        move = replace(move, moved=tuple(at.move(one, behind) for one in reversed(gone)))
        yield _said_to_end(at, move, gone[-1].item.key)


def _titles(items: Items) -> str:
    return ", ".join(f"“{short(one.item.title)}”" for one in items)
