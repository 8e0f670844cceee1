"""Days, times and lengths as people type them, in Latin or Khmer digits. What is not understood is None."""

import re
import unicodedata
from datetime import date, time
from fractions import Fraction

_DIGITS = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")

_MONTHS = (
    ("january", "មករា"),
    ("february", "កុម្ភៈ", "កុម្ភះ"),
    ("march", "មីនា"),
    ("april", "មេសា"),
    ("may", "ឧសភា"),
    ("june", "មិថុនា"),
    ("july", "កក្កដា"),
    ("august", "សីហា"),
    ("september", "កញ្ញា"),
    ("october", "តុលា"),
    ("november", "វិច្ឆិកា"),
    ("december", "ធ្នូ"),
)
SHORTEST_MONTH = 3
"""Letters that tell the months apart in English."""

BUDDHIST_ERA = 543
"""Years by which the Buddhist era of Cambodia is ahead."""

BUDDHIST_FROM = 2400
"""A year from here on is one of the Buddhist era."""

_KHMER_WORDS = re.compile("ថ្ងៃទី|ថ្ងៃ|ខែ|ឆ្នាំ|ម៉ោង")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2}|[^\W\d]\S*)(?:[-/., ]+(\d{2}|\d{4}))?")
_TIME = re.compile(r"(\d{1,2})(?:[:.h](\d{2})?|(\d{2}))?(am|pm|ព្រឹក|រសៀល|ល្ងាច)?")
_AFTERNOON = {"pm", "រសៀល", "ល្ងាច"}
_LENGTH = re.compile(r"(?:(\d+)(?:h|:|hours?|ម៉ោង))?(?:(\d+)(?:m|min|minutes?|នាទី)?)?")
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)%?")


def _plain(text: str) -> str:
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(_DIGITS).casefold().split())


def read_day(text: str, *, year: int) -> date | None:
    """Return the day of a text such as 2017-11-01, 1/11/2017, 1 Nov, ១ វិច្ឆិកា ២០១៧, 1.11.2560.

    The day comes before the month. `year` is meant where none is typed.
    """
    plain = " ".join(_KHMER_WORDS.sub(" ", _plain(text)).split())
    if found := _ISO.fullmatch(plain):
        numbers = [int(part) for part in found.groups()]
    elif found := _DAY_FIRST.fullmatch(plain):
        month = _month(found[2].rstrip(".,"))
        typed = found[3] or str(year)
        numbers = [int(typed) + (2000 if len(typed) == 2 else 0), month, int(found[1])]
    else:
        return None
    if numbers[0] >= BUDDHIST_FROM:
        numbers[0] -= BUDDHIST_ERA
    try:
        return date(*numbers)
    except ValueError:
        return None


def _month(text: str) -> int:
    """Return the number of a month, 0 where there is none of this name."""
    if text.isdecimal():
        return int(text)
    for number, names in enumerate(_MONTHS, start=1):
        if text in names or (len(text) >= SHORTEST_MONTH and names[0].startswith(text)):
            return number
    return 0


def read_time(text: str) -> time | None:
    """Return the time of a text such as 8, 8:30, 08.30, 0830, 2 pm, ម៉ោង ២ រសៀល."""
    plain = _KHMER_WORDS.sub("", _plain(text)).replace(" ", "")
    found = _TIME.fullmatch(plain)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or found[3] or 0), found[4]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half in _AFTERNOON else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_minutes(text: str) -> int | None:
    """Return the minutes of a text such as 45, 45 min, 1:30, 1 h 30, ១ ម៉ោង."""
    plain = _plain(text).replace(" ", "")
    found = _LENGTH.fullmatch(plain)
    if found is None or not plain:
        return None
    return int(found[1] or 0) * 60 + int(found[2] or 0)


def read_percent(text: str) -> float | None:
    """Return the share, from 0 to 1, of a text such as 40, 40 %, 33.3; None also where it is none."""
    found = _PERCENT.fullmatch(_plain(text).replace(" ", ""))
    if found is None:
        return None
    share = Fraction(found[1].replace(",", ".")) / 100
    return float(share) if 0 < share <= 1 else None
