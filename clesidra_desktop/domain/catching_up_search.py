"""The search for ways to catch up.

Those of one generator are alike, the mildest first. None of them is checked here: `catching_up` does each to see what
comes of it.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import chain, combinations, islice, product
from typing import TypeAlias

from clesidra_desktop.domain import catching_up_ways as words
from clesidra_desktop.domain.agenda_clock import ClockItem, ItemState, agenda_clock, days_apart
from clesidra_desktop.domain.agenda_points import Point
from clesidra_desktop.domain.agenda_run import free_key
from clesidra_desktop.domain.catching_up_situation import ESSENTIAL, SHORTEST, Items, Situation, minutes_of
from clesidra_desktop.domain.catching_up_ways import CatchUp, CatchUpKind, Rest, taken
from clesidra_desktop.domain.shortening import short
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind

MOST_LISTED = 3
"""How many items a sentence names; of more it says how many they are."""

Limit: TypeAlias = Callable[[ClockItem], int]
"""The minutes by which an item can be cut."""

COMBINED = {
    (False, False, True): (CatchUpKind.CUT_NOW, words.CUT_NOW_LABEL),
    (True, False, False): (CatchUpKind.CUT_AND_DROP, words.LEAVE_THESE_OUT_LABEL),
    (True, False, True): (CatchUpKind.CUT_AND_DROP, words.LEAVE_OUT_AND_CUT_LABEL),
    (False, True, False): (CatchUpKind.PUT_OFF, words.PUT_OFF_LABEL),
    (False, True, True): (CatchUpKind.PUT_OFF, words.PUT_OFF_AND_CUT_LABEL),
    (True, True, False): (CatchUpKind.DROP_AND_PUT_OFF, words.LEAVE_OUT_AND_PUT_OFF_LABEL),
    (True, True, True): (CatchUpKind.DROP_AND_PUT_OFF, words.LEAVE_OUT_AND_PUT_OFF_LABEL),
}
"""What a way is that leaves something out, moves something, and cuts the rest, or not."""


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
        _cut(at, at.free, CatchUpKind.CUT, words.CUT_LABEL),
        _easier_break(at),
        _end_later(at) if at.is_last else _moved(at),
        _end_early(at),
        _paused(at),
        _dropped(at, others),
        _longest(at),
        _cut(at, at.everything, CatchUpKind.CUT_NOW, words.CUT_NOW_LABEL),
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
    kept = words.STARTS_AS_PLANNED if point.item else words.ENDS_AS_PLANNED
    known = {"time": point.at, "point": short(point.item.title) if point.item else ""}
    return CatchUp(kind, label, (*does, kept), {**known, **values}, allotted or {})


def _later_end(way: CatchUp, point: Point, minutes: int) -> CatchUp:
    """Return a way that ends the workshop later instead of keeping its end."""
    ends = point.at + timedelta(minutes=minutes)
    return replace(
        way, consequences=(*way.consequences[:-1], words.ENDS_LATER), values={**way.values, "ends": ends}, ends=ends
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
        listed = ", ".join(f"“{short(one.item.title)}” {minutes_of(one)} → {minutes_of(one) - by}" for one, by in cut)
        return allotted, words.SHORTEN_THESE, {"items": listed}
    least, most = min(by for _, by in cut), max(by for _, by in cut)
    return (
        allotted,
        words.SHORTEN_ALIKE if least == most else words.SHORTEN_UNLIKE,
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
        words.SHORTEN_LABEL,
        (words.SHORTEN_ONE,),
        {one.item.key: after},
        item=short(one.item.title),
        before=minutes_of(one),
        after=after,
    )


def _dropped(at: Situation, items: Items) -> Iterator[CatchUp]:
    """Leave out one item that is long enough, the shortest first."""
    for one in sorted((one for one in items if minutes_of(one) >= at.point.missing), key=minutes_of):
        yield _without(at, one, CatchUpKind.DROP, words.LEAVE_OUT_LABEL)


def _without(at: Situation, one: ClockItem, kind: CatchUpKind, label: str) -> CatchUp:
    """Leave out one item."""
    title, minutes = short(one.item.title), minutes_of(one)
    way = _way(kind, at.point, label, (words.LEAVE_OUT_ONE,), item=title, minutes=minutes)
    return replace(way, dropped=(one.item.key,))


def _end_later(at: Situation) -> Iterator[CatchUp]:
    """Leave everything as long as it is."""
    ends = at.point.at + timedelta(minutes=at.point.missing)
    values = {"ends": ends, "time": at.point.at}
    yield CatchUp(
        CatchUpKind.END_LATER, words.ENDS_LATER_LABEL, (words.KEEP_LENGTHS, words.ENDS_LATER), values, ends=ends
    )


def _cut_and_end_later(at: Situation) -> Iterator[CatchUp]:
    """Cut about half of what is missing, or what can be cut, and end the workshop later by the rest."""
    missing = at.point.missing
    limits = [at.spare(one) for one in at.everything]
    cut = min(math.ceil(missing / 2), sum(limits), missing - 1)
    if at.is_last and cut > 0:
        allotted, template, values = _shortened(at.everything, shares(cut, limits))
        kind, label = CatchUpKind.CUT_AND_END_LATER, words.CUT_AND_END_LABEL
        way = _way(kind, at.point, label, (template,), allotted, minutes=cut, **values)
        yield _later_end(way, at.point, missing - cut)
    if at.is_last and at.current and 0 < at.left < missing:
        yield _later_end(_ended_by(at, at.current, at.left), at.point, missing - at.left)


def _dropped_and_end_later(at: Situation) -> Iterator[CatchUp]:
    """Leave out one item that is not long enough, the longest first, and end the workshop later by the rest."""
    for one in sorted(filter(at.can_go, at.stretch), key=lambda one: -minutes_of(one)):
        if at.is_last and minutes_of(one) < at.point.missing:
            way = _without(at, one, CatchUpKind.DROP_AND_END_LATER, words.LEAVE_OUT_AND_END_LABEL)
            yield _later_end(way, at.point, at.point.missing - minutes_of(one))


def _places_behind(at: Situation, gone: Items) -> list[AgendaItem]:
    """Return the items behind a point after which others can come, the next one first: no break behind a break."""
    with_break = any(one.item.kind is AgendaKind.BREAK for one in gone)
    return [
        one.item
        for one in at.clock.items[at.point.place :]
        if one.state is ItemState.TO_COME and not (with_break and one.item.kind is AgendaKind.BREAK)
    ]


def _moved(at: Situation) -> Iterator[CatchUp]:
    """Move an item behind the point, the last first and breaks not if something else will do."""
    long_enough = [one for one in reversed(at.free) if minutes_of(one) >= at.point.missing]
    for one in sorted(long_enough, key=lambda one: one.item.kind is AgendaKind.BREAK):
        for behind in _places_behind(at, [one]):
            way = _way(
                CatchUpKind.MOVE,
                at.point,
                words.MOVE_LABEL,
                (words.MOVE_ONE,),
                item=short(one.item.title),
                behind=short(behind.title),
            )
            yield _said_to_end(at, replace(way, moved=(at.move(one, behind),)), one.item.key)


def _said_to_end(at: Situation, way: CatchUp, key: str) -> CatchUp:
    """Add which item is the last of the day of an item once a way was taken, and when it would end."""
    after = agenda_clock(taken(at.workshop, way), at.clock.moment)
    place = next(place for place, one in enumerate(after.items) if one.item.key == key)
    end = next((one for one in days_apart(after.items) if one > place), len(after.items))
    last = next(one for one in reversed(after.items[:end]) if one.ends)
    values = {**way.values, "last": short(last.item.title), "ends": last.ends}
    return replace(way, consequences=(*way.consequences, words.THEN_ENDS), values=values)


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
        words.END_EARLY_LABEL,
        (words.END_EARLY,),
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
        does = (words.PAUSE_NOW if is_on else words.PAUSE,)
        for behind in _places_behind(at, [one]):
            way = _way(CatchUpKind.PAUSE, at.point, words.PAUSE_LABEL, does, {one.item.key: first}, **values)
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
    for dropped, later in product([[], *out], [[], *gone]):
        if dropped != later:
            yield from _combined(at, dropped, later, at.everything, at.limit)
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
    does = [
        *([words.LEAVE_OUT] if dropped else []),
        *([words.PUT_OFF] if gone else []),
        *([shorten] if allotted else []),
    ]
    kind, label = COMBINED[bool(dropped), bool(gone), bool(allotted)]
    values |= {"left_out": _titles(dropped), "titles": _titles(gone), "minutes": missing}
    way = replace(
        _way(kind, at.point, label, tuple(does), allotted, **values), dropped=tuple(one.item.key for one in dropped)
    )
    if not gone:
        yield way
        return
    for behind in _places_behind(at, gone):
        move = replace(way, values={**way.values, "behind": short(behind.title)})
        move = replace(move, moved=tuple(at.move(one, behind) for one in reversed(gone)))
        yield _said_to_end(at, move, gone[-1].item.key)


def _titles(items: Items) -> str:
    return ", ".join(f"“{short(one.item.title)}”" for one in items)
