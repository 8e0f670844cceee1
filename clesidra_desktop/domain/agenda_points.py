"""The points that an agenda has to keep: the fixed start of an item (lunch, the minister) or the end of a day."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from clesidra_desktop.domain.agenda_clock import AgendaClock, ItemState, days_apart
from clesidra_desktop.domain.workshop import AgendaItem, Workshop

MINUTE = timedelta(minutes=1)


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
