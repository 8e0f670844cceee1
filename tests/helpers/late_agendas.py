"""Agendas that run late, drawn at random, and a referee who knows in his own way what could be done about one.

Nothing here uses what it judges but the clock of an agenda.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import combinations
from math import ceil
from random import Random

from clesidra_desktop.domain.agenda_clock import AgendaClock, ClockItem, ItemState, agenda_clock
from clesidra_desktop.domain.agenda_points import Point
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, Workshop
from tests.helpers.builders import at, item, workshop

MINUTE = timedelta(minutes=1)
HELD_FOR = (AgendaKind.BREAKOUT, AgendaKind.ANSWERS, AgendaKind.WAYS_FORWARD)


def draw_late(random: Random) -> tuple[Workshop, datetime]:
    """Return a workshop of up to three days that is late by 1 to 120 minutes, and the moment.

    There are fixed starts, items for the team, breaks, and items that were left out.
    """
    agenda, ends = _draw_agenda(random)
    made = workshop(agenda=agenda, ends=ends if random.random() < 0.8 else None)
    upto = random.randint(0, len(agenda) - 1)
    planned = agenda_clock(made, at(8)).items
    items = [replace(one, skipped=random.random() < 0.07) for one in agenda]
    for place in range(upto):
        if not items[place].skipped:
            times = {"started": planned[place].planned_start, "ended": planned[place].planned_end}
            items[place] = replace(items[place], **times)
    late = timedelta(minutes=random.randint(1, 120))
    begins, minutes = planned[upto].planned_start or at(8), items[upto].minutes or 0
    if random.random() < 0.67:
        started = begins + late
        moment = started + timedelta(minutes=random.choice([0, random.randint(0, minutes)]))
    else:
        started, moment = begins, begins + timedelta(minutes=minutes) + late
    items[upto] = replace(items[upto], started=started, skipped=False)
    return replace(made, agenda=tuple(items)), moment + timedelta(seconds=random.choice([0, 0, 17, 48]))


def _draw_agenda(random: Random) -> tuple[tuple[AgendaItem, ...], datetime]:
    agenda: list[AgendaItem] = []
    clock = at(8)
    days = random.choice([1, 1, 1, 2, 3])
    for day in range(days):
        clock = at(8, day=6 + day)
        for number in range(random.randint(2, 8)):
            kind = random.choices(list(AgendaKind), [6, 2, 1, 1, 1, 3])[0]
            minutes = random.choice([10, 15, 30, 60] if kind is AgendaKind.BREAK else [5, 10, 15, 20, 30, 45, 60, 90])
            fixed = clock if not number and day else None
            if number and random.random() < 0.25:
                clock += timedelta(minutes=random.choice([0, 0, 0, 5, 15]))
                fixed = clock
            key = f"k{len(agenda)}"
            fixed_start = fixed.time() if fixed and days == 1 else fixed
            details = {"kind": kind, "minutes": minutes, "internal": random.random() < 0.1, "notes": ()}
            agenda.append(item(key, title=f"T{len(agenda)}", fixed_start=fixed_start, **details))
            clock += timedelta(minutes=minutes)
    return tuple(agenda), clock + timedelta(minutes=random.choice([0, 0, 10, 30]))


def length(one: AgendaItem) -> int:
    """Return the minutes that an item was given."""
    return (one.minutes if one.allotted is None else one.allotted) or 0


def least(minutes: int) -> int:
    """Return the fewest minutes to which an item of a length may be cut."""
    return min(minutes, max(5, ceil(minutes / 2)))


def starts_of(
    clock: AgendaClock, items: tuple[AgendaItem, ...], fixed: Mapping[str, datetime | None]
) -> tuple[dict[str, datetime], datetime]:
    """Return when everything would be reached that is still to come, one after the other, and when the last ends.

    What has a fixed start waits for it; what is reached is not what is started.
    """
    now = clock.moment
    last = max((place for place, one in enumerate(items) if one.started), default=-1)
    for one in items:
        if one.started and not one.ended:
            now = max(now, one.started + timedelta(minutes=length(one)))
    reached = {}
    for one in items[last + 1 :]:
        if not (one.skipped or one.ended):
            reached[one.key] = now
            now = max(now, fixed.get(one.key) or now) + timedelta(minutes=length(one))
    return reached, now


@dataclass(frozen=True, slots=True)
class Deed:
    """What can be done to one item: `gains` minutes, and brings them back behind the point if it `returns`."""

    key: str
    name: str
    gains: int
    returns: bool = False


class Referee:
    """Knows whether there are two ways to keep a point, of one deed or of two."""

    def __init__(self, made: Workshop, moment: datetime, point: Point) -> None:
        self.clock = agenda_clock(made, moment)
        self.point = point
        self.fixed = {one.item.key: one.fixed for one in self.clock.items}
        self.behind = [one.item.key for one in self.clock.items[point.place :] if one.state is ItemState.TO_COME]
        self.arrivals, _ = starts_of(self.clock, made.agenda, self.fixed)
        self.deeds = [deed for one in self.clock.items[: point.place] for deed in self._deeds(one)]

    def _deeds(self, one: ClockItem) -> Iterator[Deed]:
        minutes, missing, key, kind = length(one.item), self.point.missing, one.item.key, one.item.kind
        rest = max(5, missing)
        can_return = bool(self.behind) and kind is not AgendaKind.BREAK
        if one.state is ItemState.RUNNING and one is self.clock.current:
            left = max(0, (self.clock.left or timedelta()) // MINUTE)
            if left:
                yield Deed(key, "end", min(left, missing))
            if can_return and rest <= left:
                yield Deed(key, "pause", rest, returns=True)
        if one.state is ItemState.TO_COME and minutes:
            if minutes > least(minutes):
                yield Deed(key, "cut", min(minutes - least(minutes), missing))
            is_kept = one.fixed and one.starts and one.starts <= one.fixed
            if kind not in HELD_FOR and not is_kept:
                yield Deed(key, "drop", minutes)
            if can_return and not one.fixed:
                yield Deed(key, "move", minutes, returns=True)
            if can_return and minutes - rest >= 5:
                yield Deed(key, "pause", rest, returns=True)

    def finds_two(self) -> bool:
        """Whether there are two, none of which does all that the other does and more."""
        found: list[set[Deed]] = []
        for number in (1, 2):
            for deeds in combinations(self.deeds, number):
                chosen = set(deeds)
                if len({one.key for one in deeds}) == number and not any(other <= chosen for other in found):
                    found += [chosen] if self._keeps(deeds) else []
                if len(found) > 1:
                    return True
        return False

    def _keeps(self, deeds: tuple[Deed, ...]) -> bool:
        returning = [AgendaItem(key=f"{one.key}'", title="", minutes=one.gains) for one in deeds if one.returns]
        by_key = {one.key: one for one in deeds}
        for place in self.behind if returning else [""]:
            items: list[AgendaItem] = []
            ends = len(self.clock.items)
            for number, one in enumerate(self.clock.items):
                if number == self.point.place:
                    ends = len(items)
                deed = by_key.get(one.item.key)
                if not deed or deed.name in ("cut", "end", "pause"):
                    items.append(replace(one.item, allotted=length(one.item) - (deed.gains if deed else 0)))
                items += returning if one.item.key == place else []
            if self._is_kept(tuple(items), min(ends, len(items))):
                return True
        return False

    def _is_kept(self, items: tuple[AgendaItem, ...], ends: int) -> bool:
        reached, _ = starts_of(self.clock, items, self.fixed)
        for key, arrives in reached.items():
            fixed = self.fixed.get(key)
            if fixed and arrives > max(fixed, self.arrivals[key]):
                return False
        if self.point.item:
            return reached[self.point.item.key] - self.point.at < MINUTE
        _, over = starts_of(self.clock, items[:ends], self.fixed)
        return over - self.point.at < MINUTE
