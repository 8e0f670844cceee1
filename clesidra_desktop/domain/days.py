"""The days of a workshop."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from clesidra_desktop.domain.workshop import Workshop


def days_of(workshop: Workshop) -> tuple[date, ...]:
    """Return the days on which a workshop takes place, in order; none where it is not known when it starts.

    A workshop whose end is unknown or before its start lasts one day. Midnight ends a day and starts none.
    """
    return days_between(workshop.starts, workshop.ends)


def days_between(starts: datetime | None, ends: datetime | None) -> tuple[date, ...]:
    """Return the days of a workshop by its start and its end; see `days_of`."""
    if starts is None:
        return ()
    first = last = starts.date()
    if ends is not None and ends > starts:
        last = (ends - timedelta(microseconds=1)).date()
    return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))


def day_at(workshop: Workshop, moment: datetime) -> date | None:
    """Return the day whose attendance counts at a local moment; None where it is not known when the workshop is."""
    return day_among(days_of(workshop), moment)


def day_among(days: Sequence[date], moment: datetime) -> date | None:
    """Return the day of a moment, or the last of the days where they are over: what is looked at later is that one."""
    return min(moment.date(), days[-1]) if days else None
