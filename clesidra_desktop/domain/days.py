"""The days of a workshop."""

from datetime import date, timedelta

from clesidra_desktop.domain.workshop import Workshop


def days_of(workshop: Workshop) -> tuple[date, ...]:
    """Return the days on which a workshop takes place, in order; none where it is not known when it starts.

    A workshop whose end is unknown or before its start lasts one day. Midnight ends a day and starts none.
    """
    if workshop.starts is None:
        return ()
    first = last = workshop.starts.date()
    if workshop.ends is not None and workshop.ends > workshop.starts:
        last = (workshop.ends - timedelta(microseconds=1)).date()
    return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))
