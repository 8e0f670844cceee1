"""The agenda's planned clock: when every item was meant to start and end."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from clesidra_desktop.domain.outline import is_blank
from clesidra_desktop.domain.workshop import AgendaItem, Workshop

NEXT_DAY_AFTER = timedelta(hours=2)
"""A fixed time of the day that lies further back than this belongs to the next day; less is an overrun.

Between two mornings the clock goes back from noon to eight, four hours; no plan overruns by two.
"""


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An agenda item with its planned start and end, which are unknown without a start of the workshop."""

    item: AgendaItem
    starts: datetime | None
    ends: datetime | None


def plan(workshop: Workshop) -> tuple[PlannedItem, ...]:
    """Lay the items one after the other from the start of the workshop.

    A fixed start moves the clock to itself, also back: the item before it then overruns, which is for the checks
    to say. A time of the day that lies far back is on the next day, unless the workshop has ended by then. An item
    without minutes takes no time.
    """
    clock = workshop.starts
    last_day = workshop.ends.date() if workshop.ends else date.max
    planned = []
    for item in workshop.agenda:
        clock = _clock_at(clock, item.fixed_start, last_day)
        ends = clock + timedelta(minutes=item.minutes or 0) if clock else None
        planned.append(PlannedItem(item, clock, ends))
        clock = ends
    return tuple(planned)


def moved_agenda(
    agenda: Iterable[AgendaItem], before: datetime | None, starts: datetime | None
) -> tuple[AgendaItem, ...]:
    """Return an agenda whose fixed starts with a date are as many days after the start of the workshop as before.

    Where it is not known when it starts, or was not, they keep their time of the day alone.
    """

    def moved(item: AgendaItem) -> AgendaItem:
        fixed = item.fixed_start
        if not isinstance(fixed, datetime):
            return item
        if before is None or starts is None:
            return replace(item, fixed_start=fixed.time())
        return replace(item, fixed_start=fixed + (starts.date() - before.date()))

    return tuple(map(moved, agenda))


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """The first planned start and the last planned end of the items that start on a day."""

    starts: datetime
    ends: datetime


def planned_days(planned: Iterable[PlannedItem]) -> tuple[PlannedDay, ...]:
    """Return the days of a plan in their order; none where it is not known when the workshop starts."""
    days: dict[date, PlannedDay] = {}
    for one in planned:
        if one.starts and one.ends:
            day = days.get(one.starts.date(), PlannedDay(one.starts, one.ends))
            days[one.starts.date()] = PlannedDay(min(day.starts, one.starts), max(day.ends, one.ends))
    return tuple(days[day] for day in sorted(days))


def _clock_at(clock: datetime | None, fixed: datetime | time | None, last_day: date) -> datetime | None:
    if fixed is None or isinstance(fixed, datetime):
        return fixed or clock
    if clock is None:
        return None
    start = datetime.combine(clock.date(), fixed)
    is_next_day = clock - start > NEXT_DAY_AFTER and start.date() < last_day
    return start + timedelta(days=1) if is_next_day else start


def printed_items(items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Return the items that others than the team may see, and of which there is something to tell."""
    return tuple(item for item in items if not item.internal and not is_left_out(item))


def is_left_out(item: AgendaItem) -> bool:
    """Whether an item was skipped, and nothing was noted of it."""
    return item.skipped and is_blank(item.notes)
