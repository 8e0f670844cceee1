"""Who is in the room: arrivals and departures read as moments, never as one flag."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Attendant, Stay, Workshop

YOUTH_UNTIL = 30
"""The last age that Cambodia's National Policy on Youth Development (2011) counts as youth."""

ELDER_FROM = 50
"""Where the third age class begins; the three classes are the programme's own."""


DAY_KEY = "x-day"
"""Under what a stay of unknown times keeps, among extensions, the day on which somebody signed on paper."""


def day_of(stay: Stay) -> date | None:
    """Return the day of a stay, as far as it is known: nobody stays overnight."""
    moment = stay.arrived or stay.left
    if moment:
        return moment.date()
    kept = stay.extensions.get(DAY_KEY)
    try:
        return date.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:  # another program wrote it
        return None


def was_present(attendant: Attendant, first: datetime, last: datetime) -> bool:
    """Whether the attendant was in the room at any time from first to last.

    An unknown arrival counts as before that, an unknown departure as after it, each on the day of the stay as far as
    that is known. A stay whose times cannot be counts as there: that is another finding.
    """
    return any(_covers(stay, first, last) for stay in attendant.stays)


def _covers(stay: Stay, first: datetime, last: datetime) -> bool:
    if stay.arrived and stay.left and stay.left < stay.arrived:
        return True
    left = stay.left or _end_of_day(stay)
    if stay.arrived is None and (day := day_of(stay)) and last.date() < day:
        return False
    return (stay.arrived is None or stay.arrived <= last) and (left is None or first < left)


def those_who_came(workshop: Workshop) -> tuple[Attendant, ...]:
    """Return the attendants who came: those with a stay, or everybody listed where nobody has one.

    A list that was written by hand has no times, and is one of those who came. As soon as anybody has a stay, those
    without one are only invited. All that counts or prints who was there asks here.
    """
    came = tuple(one for one in workshop.attendants if one.stays)
    return came or workshop.attendants


def those_there(workshop: Workshop, first: datetime, last: datetime) -> tuple[Attendant, ...]:
    """Return who of those who came was in the room at any time from first to last.

    Where nobody has a stay on those days, nobody noted who was there: these are all who came.
    """
    came = those_who_came(workshop)
    days = (day_of(stay) for one in came for stay in one.stays)
    if not any(first.date() <= day <= last.date() for day in days if day):
        return came
    return tuple(one for one in came if was_present(one, first, last))


def came_on(attendant: Attendant, day: date | None) -> bool:
    """Whether the attendant has come on a day, or on any where the day is not known."""
    last = day_of(attendant.stays[-1]) if attendant.stays else None
    return bool(attendant.stays) and (day is None or last is None or last >= day)


def is_here(attendant: Attendant, day: date | None) -> bool:
    """Whether the attendant has come on a day (see `days.day_at`) and not left again.

    An arrival of an earlier day does not count: who did not say good-bye has to come again all the same.
    """
    return came_on(attendant, day) and attendant.stays[-1].left is None


def arrival_on(attendant: Attendant, day: date | None) -> Stay | None:
    """Return the first stay of a day whose arrival is known, or of all days where there is none."""
    known = [stay for stay in attendant.stays if stay.arrived]
    return next((stay for stay in known if day_of(stay) == day), known[0] if known else None)


def those_here(workshop: Workshop, day: date | None) -> tuple[Attendant, ...]:
    """Return the attendants who are here on a day."""
    return tuple(one for one in workshop.attendants if is_here(one, day))


def arrive(attendant: Attendant, moment: datetime, day: date | None) -> Attendant:
    """Return the attendant with an arrival; one who is here on that day already keeps the time of arrival.

    A moment after that day is none at which anybody came: who is registered when the workshop is over was there on the
    day, at a time that is not known.
    """
    if is_here(attendant, day):
        return attendant
    is_over = day is not None and day < moment.date()
    stay = Stay(extensions={DAY_KEY: day.isoformat()}) if day and is_over else Stay(arrived=moment)
    return replace(attendant, stays=(*attendant.stays, stay))


def leave(attendant: Attendant, moment: datetime, day: date | None) -> Attendant:
    """Return the attendant with a departure; one who is not here on that day stays as it is.

    Raises UserError for a departure before the arrival, or when the day is over.
    """
    if not is_here(attendant, day):
        return attendant
    if day and day < moment.date():
        raise UserError(
            "The workshop is over, so nobody leaves now. Type when {name} left into the list, or into the attendant's "
            "details.",
            name=attendant.name,
        )
    last = attendant.stays[-1]
    if last.arrived and moment < last.arrived:
        raise UserError(
            "{name} cannot leave at {left:%H:%M}, before coming at {arrived:%H:%M}. Correct the time of arrival first.",
            name=attendant.name,
            left=moment,
            arrived=last.arrived,
        )
    return replace(attendant, stays=(*attendant.stays[:-1], replace(last, left=moment)))


def take_back_arrival(attendant: Attendant, day: date | None) -> Attendant:
    """Return the attendant without the last arrival; who is not here on that day stays as he or she is."""
    return replace(attendant, stays=attendant.stays[:-1]) if is_here(attendant, day) else attendant


def take_back_departure(attendant: Attendant) -> Attendant:
    """Return the attendant as here again since the last arrival; who is here or never came stays so."""
    if not attendant.stays or attendant.stays[-1].left is None:
        return attendant
    return replace(attendant, stays=(*attendant.stays[:-1], replace(attendant.stays[-1], left=None)))


def correct_stay(attendant: Attendant, was: Stay, now: Stay | None) -> Attendant:
    """Return the attendant with one stay corrected, or without it.

    Raises UserError where the stay is not there any more, ends before it begins, or overlaps with another one.
    """
    if was not in attendant.stays:
        raise UserError(
            "The times of {name} were changed meanwhile, perhaps on another computer. Look at them and correct them "
            "again.",
            name=attendant.name,
        )
    place = attendant.stays.index(was)
    stays = (*attendant.stays[:place], *([now] if now else []), *attendant.stays[place + 1 :])
    for stay in stays:
        if stay.arrived and stay.left and stay.left < stay.arrived:
            raise UserError(
                "{name} cannot leave at {left:%H:%M}, before coming at {arrived:%H:%M}. Correct one of the two times.",
                name=attendant.name,
                left=stay.left,
                arrived=stay.arrived,
            )
    for one, following in pairwise(stays):
        end = one.left or _end_of_day(one)
        if following.arrived and (end is None or following.arrived < end):
            raise UserError(
                "{name} cannot come at {arrived:%H:%M} while being here already. Correct the departure before it.",
                name=attendant.name,
                arrived=following.arrived,
            )
    return replace(attendant, stays=stays)


def _end_of_day(stay: Stay) -> datetime | None:
    """Return when a stay ends at the latest, if its day is known."""
    day = day_of(stay)
    return datetime.combine(day, time()) + timedelta(days=1) if day else None


def age(attendant: Attendant, year: int) -> int | None:
    """Return the age in full calendar years, or None where the birth year is unknown or later than the year."""
    if attendant.birth_year is None or attendant.birth_year > year:
        return None
    return year - attendant.birth_year


def age_class(attendant: Attendant, year: int) -> str:
    """Return the registered age group, else a class computed from the birth year, else an empty string."""
    if attendant.age_group:
        return attendant.age_group
    years = age(attendant, year)
    return "" if years is None else class_of_age(years)


def class_of_age(years: int) -> str:
    """Return the programme's own class of an age."""
    if years <= YOUTH_UNTIL:
        return f"≤{YOUTH_UNTIL}"
    return f"{YOUTH_UNTIL + 1}–{ELDER_FROM - 1}" if years < ELDER_FROM else f"{ELDER_FROM}+"
