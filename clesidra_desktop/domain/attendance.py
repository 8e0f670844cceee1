"""Who is in the room: arrivals and departures read as moments, never as one flag."""

from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Attendant, Stay

YOUTH_UNTIL = 30
"""The last age that Cambodia's National Policy on Youth Development (2011) counts as youth."""

ELDER_FROM = 50
"""Where the third age class begins; the three classes are the programme's own."""


def was_present(attendant: Attendant, first: datetime, last: datetime) -> bool:
    """Whether the attendant was in the room at any time from first to last.

    An unknown arrival counts as before that, an unknown departure as after it.
    """
    return any(
        (stay.arrived is None or stay.arrived <= last) and (stay.left is None or first < stay.left)
        for stay in attendant.stays
    )


def is_here(attendant: Attendant) -> bool:
    """Whether the attendant has come and not left again."""
    return bool(attendant.stays) and attendant.stays[-1].left is None


def arrive(attendant: Attendant, moment: datetime) -> Attendant:
    """Return the attendant with an arrival; one who is here already keeps the time of arrival."""
    if is_here(attendant):
        return attendant
    return replace(attendant, stays=(*attendant.stays, Stay(arrived=moment)))


def leave(attendant: Attendant, moment: datetime) -> Attendant:
    """Return the attendant with a departure; one who is not here stays as it is.

    Raises UserError for a departure before the arrival.
    """
    if not is_here(attendant):
        return attendant
    last = attendant.stays[-1]
    if last.arrived and moment < last.arrived:
        raise UserError(
            "{name} cannot leave at {left:%H:%M}, before coming at {arrived:%H:%M}. Correct the time of arrival first.",
            name=attendant.name,
            left=moment,
            arrived=last.arrived,
        )
    return replace(attendant, stays=(*attendant.stays[:-1], replace(last, left=moment)))


def take_back_arrival(attendant: Attendant) -> Attendant:
    """Return the attendant without the last arrival; who is not here stays as he or she is."""
    return replace(attendant, stays=attendant.stays[:-1]) if is_here(attendant) else attendant


def take_back_departure(attendant: Attendant) -> Attendant:
    """Return the attendant as here again since the last arrival; who is here or never came stays so."""
    if not attendant.stays or is_here(attendant):
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
        if following.arrived and (one.left is None or following.arrived < one.left):
            raise UserError(
                "{name} cannot come at {arrived:%H:%M} while being here already. Correct the departure before it.",
                name=attendant.name,
                arrived=following.arrived,
            )
    return replace(attendant, stays=stays)


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
