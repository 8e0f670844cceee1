"""The time that a report is about: any days from one to another, years, quarters, and the steps in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

QUARTERS = 4
MONTHS = 3
"""The months of a quarter."""

MOST_QUARTERS = 12
"""A report over more quarters than these goes by years."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last one; without one of them it is open on that side."""

    first: date | None = None
    last: date | None = None

    def holds(self, moment: datetime | None) -> bool:
        """Whether a moment is in the period. What has no date is only in the period that is open on both sides."""
        if moment is None:
            return self.is_open
        day = moment.date()
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def is_open(self) -> bool:
        """Whether it is all the time there is."""
        return self.first is None and self.last is None


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """A year, or a quarter of one where it is not 0."""

    year: int
    quarter: int = 0


def whole_year(year: int) -> Period:
    """Return a year."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def whole_quarter(year: int, quarter: int) -> Period:
    """Return a quarter, from 1 to 4, of a year."""
    month = (quarter - 1) * MONTHS + 1
    following = date(year + 1, 1, 1) if quarter == QUARTERS else date(year, month + MONTHS, 1)
    return Period(date(year, month, 1), following - timedelta(days=1))


def quarter_of(day: date) -> int:
    """Return the quarter of a day, from 1 to 4."""
    return (day.month - 1) // MONTHS + 1


def steps_between(days: Iterable[date]) -> tuple[Step, ...]:
    """Return the steps from the first to the last day, also those in which nothing was: quarters, or years if many."""
    known = sorted(days)
    if not known:
        return ()
    first, last = known[0], known[-1]
    low, high = (day.year * QUARTERS + quarter_of(day) - 1 for day in (first, last))
    if high - low >= MOST_QUARTERS:
        return tuple(Step(year) for year in range(first.year, last.year + 1))
    return tuple(Step(number // QUARTERS, number % QUARTERS + 1) for number in range(low, high + 1))


def step_of(day: date, steps: tuple[Step, ...]) -> Step:
    """Return the step of a day among quarters or years."""
    return Step(day.year, quarter_of(day) if steps and steps[0].quarter else 0)
