"""Arrivals as sign-in sheets say them: somebody signed, on a day, perhaps at a time."""

from dataclasses import replace
from datetime import date, datetime, time

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Attendant, Stay

ROW_KEY = "paper_row"
"""Under what an attendant keeps, among extensions, the code of the empty row on which somebody wrote the name."""


def sign_in(attendant: Attendant, day: date | None, at: time | None) -> Attendant:
    """Return the attendant who signed on a day, at a time or at an unknown one.

    `day` is None where it is not known when the workshop starts. A time on paper is kept over the one that was recorded
    on that day. Raises UserError for a time after the departure, and where somebody who came on another day signed
    without a time.
    """
    stays = list(attendant.stays)
    if day is None or at is None:
        if not stays:
            return replace(attendant, stays=(Stay(),))
        known = [stay.arrived.date() for stay in stays if stay.arrived]
        if day is None or not known or day in known:
            return attendant
        raise UserError(
            "{name} came on another day, too. Type the time of arrival, so that it is known for which day it is.",
            name=attendant.name,
        )
    moment = datetime.combine(day, at)
    place = next((n for n, stay in enumerate(stays) if stay.arrived and stay.arrived.date() == day), None)
    if place is None:
        place = next((n for n, stay in enumerate(stays) if stay.arrived is None), None)
    if place is None:
        stays.append(Stay(arrived=moment))
        stays.sort(key=lambda stay: stay.arrived or moment)
        return replace(attendant, stays=tuple(stays))
    left = stays[place].left
    if left and left < moment:
        raise UserError(
            "{name} left at {left:%H:%M}, before {arrived:%H:%M}. Correct the time, or the departure on the page "
            "Register.",
            name=attendant.name,
            left=left,
            arrived=moment,
        )
    stays[place] = replace(stays[place], arrived=moment)
    return replace(attendant, stays=tuple(stays))
