"""Arrivals as sign-in sheets say them: somebody signed, on a day, perhaps at a time."""

from dataclasses import replace
from datetime import date, datetime, time

from clesidra_desktop.domain.attendance import DAY_KEY, day_of
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Attendant, Stay

ROW_KEY = "x-paper_row"
"""Under what an attendant keeps, among extensions, the code of the empty row on which somebody wrote the name."""


def sign_in(attendant: Attendant, day: date | None, at: time | None) -> Attendant:
    """Return the attendant who signed on a day, at a time or at an unknown one.

    `day` is None where it is not known when the workshop starts. A time on paper is kept over the one that was recorded
    on that day; each day on which somebody signed has a stay of its own. Raises UserError for a time after the
    departure.
    """
    stays = list(attendant.stays)
    if day is None:
        return attendant if stays else replace(attendant, stays=(Stay(),))
    place = next((n for n, stay in enumerate(stays) if day_of(stay) == day), None)
    if place is None:
        place = next((n for n, stay in enumerate(stays) if day_of(stay) is None), None)
    if place is None:
        stays.append(_signed(Stay(), day, at))
        stays.sort(key=lambda stay: day_of(stay) or day)
        return replace(attendant, stays=tuple(stays))
    left = stays[place].left
    if left and at and left < datetime.combine(day, at):
        raise UserError(
            "{name} left at {left:%H:%M}, before {arrived:%H:%M}. Correct the time, or the departure on the page "
            "Register.",
            name=attendant.name,
            left=left,
            arrived=datetime.combine(day, at),
        )
    stays[place] = _signed(stays[place], day, at)
    return replace(attendant, stays=tuple(stays))


def _signed(stay: Stay, day: date, at: time | None) -> Stay:
    """Return a stay with the time of arrival, or with no more than the day where no time of it is known."""
    others = {key: value for key, value in stay.extensions.items() if key != DAY_KEY}
    if at:
        return replace(stay, arrived=datetime.combine(day, at), extensions=others)
    if stay.arrived or stay.left:
        return stay
    return replace(stay, extensions={**others, DAY_KEY: day.isoformat()})
