"""The agenda's planned clock: when every item was meant to start and end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from clesidra_desktop.domain.workshop import AgendaItem, Workshop

NEXT_DAY_AFTER = timedelta(hours=6)
"""A fixed time of the day that lies further back than this belongs to the next day; less is an overrun."""


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An agenda item with its planned start and end, which are unknown without a start of the workshop."""

    item: AgendaItem
    starts: datetime | None
    ends: datetime | None


def plan(workshop: Workshop) -> tuple[PlannedItem, ...]:
    """Lay the items one after the other from the start of the workshop.

    A fixed start moves the clock to itself, also back: the item before it then overruns, which is for the checks
    to say. An item without minutes takes no time.
    """
    clock = workshop.starts
    planned = []
    for item in workshop.agenda:
        clock = _clock_at(clock, item.fixed_start)
        ends = clock + timedelta(minutes=item.minutes or 0) if clock else None
        planned.append(PlannedItem(item, clock, ends))
        clock = ends
    return tuple(planned)


def _clock_at(clock: datetime | None, fixed: datetime | time | None) -> datetime | None:
    if fixed is None or isinstance(fixed, datetime):
        return fixed or clock
    if clock is None:
        return None
    start = datetime.combine(clock.date(), fixed)
    return start + timedelta(days=1) if clock - start > NEXT_DAY_AFTER else start


def printed_items(items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Return the items that others than the team may see."""
    return tuple(item for item in items if not item.internal)
