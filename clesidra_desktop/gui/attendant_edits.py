"""What is typed about an attendant, made into what a deed takes; a UserError says what cannot be meant."""

import re
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from clesidra_desktop.domain.attendance import arrival_on
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Attendant, Sex, Stay
from clesidra_desktop.gui.i18n import tr_error
from clesidra_desktop.gui.widgets.checked_field import on_one_line

DIGITS = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
CLOCK = re.compile(r"(?:(\d{4})-(\d\d?)-(\d\d?)\s+)?(\d\d?)(?:[:.hH]?(\d\d))?(?:\s+(\d\d?)[./](\d\d?)\.?)?")
"""A time, with or without a day: 8:12, 8.12, 0812, 8; 2026-11-05 8:12, 8:12 5.11. as it is shown."""

BUDDHIST = 543
"""Years by which the Buddhist era in Cambodia is ahead."""

OLDEST = 110
"""Numbers up to this are ages."""


def detail_of(key: str, value: Any, year: int = 0) -> Any:
    """Return the value of a field of Attendant as it was typed or chosen; `year` of the workshop tells ages."""
    if key == "sex":
        return Sex(value) if value else None  # Qt makes plain text of it
    if key == "birth_year":
        return birth_year_of(value, year)
    if key == "email":
        return _email_of(value)
    return value


def text_of(value: Any) -> str:
    """Return the value of a field as it stands in its line."""
    return str(value) if value else ""


def kept_text(key: str, typed: str, year: int = 0) -> str:
    """Return what a line shows once its text was kept; the text itself where it cannot be."""
    try:
        return on_one_line(text_of(detail_of(key, typed, year)))
    except UserError:
        return typed


def complaint(key: str, typed: str, year: int = 0) -> str:
    """Return what is wrong with a text, in the language of the screens; nothing where it is right."""
    try:
        detail_of(key, typed, year)
    except UserError as error:
        return tr_error(error)
    return ""


def birth_year_of(typed: str, year: int) -> int | None:
    """Return a year of birth from a year of either era, or an age; None for an empty text."""
    text = typed.strip().translate(DIGITS)
    if not text:
        return None
    if not text.isdecimal() or len(text) > 4:
        raise UserError("“{typed}” is no year of birth. Type a year such as 1990, or an age.", typed=typed)
    number = int(text)
    if number <= OLDEST:
        return year - number
    return number - BUDDHIST if number > year else number


def _email_of(typed: str) -> str:
    text = typed.strip()
    if text and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text):
        raise UserError("“{typed}” is no e-mail address. It has an @ and a dot after it.", typed=typed)
    return text


def moment_of(typed: str, day: date) -> datetime:
    """Return a moment from a time of the day, on another day than the one given only where it is typed."""
    found = CLOCK.fullmatch(typed.strip().translate(DIGITS))
    if not found:
        raise _no_time(typed)
    year, month, day_of_month, hour, minute, day_after, month_after = (
        int(one) if one else None for one in found.groups()
    )
    try:
        if year is not None and month is not None and day_of_month is not None:
            day = date(year, month, day_of_month)
        elif day_after is not None and month_after is not None:
            day = day.replace(month=month_after, day=day_after)
        return datetime.combine(day, time(hour or 0, minute or 0))
    except ValueError as error:
        raise _no_time(typed) from error


def _no_time(typed: str) -> UserError:
    return UserError("“{typed}” is no time. Type hours and minutes such as 8:05.", typed=typed)


def corrected(attendant: Attendant, key: str, typed: str, day: date) -> tuple[Stay | None, Stay | None]:
    """Return the stay that a corrected time is about as it was and as it is to be.

    `key` is `arrived` (the first one of the day, or of all) or `left` (the last one). None before: there was no stay
    yet; None after: the stay goes. An empty text takes a departure back, or an arrival with its stay.
    """
    stays = attendant.stays
    if key == "arrived":
        was = arrival_on(attendant, day) or (stays[0] if stays else None)
        if not typed.strip():
            return was, None
        known = was.arrived if was else None
        arrived = moment_of(typed, known.date() if known else day)
        return was, replace(was, arrived=arrived) if was else Stay(arrived=arrived)
    if not stays:
        raise UserError(
            "{name} has not come yet, and so cannot have left. Mark the arrival first.", name=attendant.name
        )
    was = stays[-1]
    if not typed.strip():
        return was, replace(was, left=None)
    known = was.left or was.arrived
    return was, replace(was, left=moment_of(typed, known.date() if known else day))
