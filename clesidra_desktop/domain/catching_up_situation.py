"""Where an agenda stands that is late: the point that is in danger, and what lies before it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias

from clesidra_desktop.domain.agenda_clock import AgendaClock, ClockItem, ItemState, days_apart, length_of
from clesidra_desktop.domain.agenda_points import MINUTE, Point
from clesidra_desktop.domain.catching_up_ways import Move
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, Workshop

SHORTEST = 5
"""No item is cut below so many minutes, nor below half of what it has; no part of one is shorter."""

ESSENTIAL = frozenset({AgendaKind.BREAKOUT, AgendaKind.ANSWERS, AgendaKind.WAYS_FORWARD})
"""What a workshop is held for is never left out."""

Items: TypeAlias = Sequence[ClockItem]


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


def minutes_of(one: ClockItem) -> int:
    """Return the minutes that an item was given, 0 where it has no length."""
    length = length_of(one.item)
    return int(length / MINUTE) if length else 0
