"""What the texts of cells mean, in English and Khmer.

Each function returns a value, or None for a cell that says nothing. What cannot be understood raises UserError with a
sentence that says what was expected; who calls it knows the row and the column.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Final

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.workshop import Category, Flag, Sex
from clesidra_desktop.exchange.lists.words import CATEGORIES, FLAGS, GIVEN, NO_TICKS, NOTHING, REFUSED, SEXES, TICKS
from clesidra_desktop.exchange.text import clean_text

_INVISIBLE: Final = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_ONLY_SIGNS: Final = re.compile(r"[\W_]*")
_SEPARATORS: Final = re.compile(r"[,;/|\n·•]+|(?:^|\s)(?:and|និង)(?=\s)")

_SEX_OF: Final = {word: one for one, known in SEXES.items() for word in known}
_FLAG_OF: Final = {word: one for one, known in FLAGS.items() for word in known}

_CLOCK: Final = re.compile(r"(\d{1,2})\s*(?:[:.h]\s*(\d{2})(?::(\d{2}))?)?\s*(am|pm|ព្រឹក|ល្ងាច|រសៀល)?", re.IGNORECASE)
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})[ T]?(.*)")
_EMAIL: Final = re.compile(r"[^@\s<>,;:()]+@[^@\s<>,;:()]+\.[^@\s<>,;:().]{2,}")


def line(text: str) -> str:
    """Return text on one line: no control characters, single spaces."""
    return " ".join(clean_text(text)[0].split())


COUNTED: Final = re.compile(r"\s*\d{1,3}\s*[.)៖:-]\s*(?=[^\d\s])")
"""A number that somebody is listed under, before the name; in Latin digits."""


def name(text: str) -> str:
    """Return a name on one line, without a number before it and the invisible signs that other programs leave."""
    plain = line(_INVISIBLE.sub("", text))
    counted = COUNTED.match(latin_digits(plain))
    return plain[counted.end() :] if counted else plain


def detail(text: str) -> str:
    """Return a text on one line, empty where it only says that there is nothing."""
    plain = line(text)
    return "" if says_nothing(plain) else plain


def says_nothing(text: str) -> bool:
    """Whether a cell is empty, has only signs such as a dash, or a word for nothing."""
    return _ONLY_SIGNS.fullmatch(text) is not None or folded(text) in NOTHING


def sex(text: str) -> Sex | None:
    """Return a sex."""
    word = _word(text)
    if not word or (word not in _SEX_OF and says_nothing(text)):
        return None
    if word in _SEX_OF:
        return _SEX_OF[word]
    parts = {_SEX_OF[part] for part in re.split(r"[/()\s]+", word) if part in _SEX_OF}
    if len(parts) == 1:
        return parts.pop()
    raise UserError("Type F, M or X; ស្រី or ប្រុស.")


def tick(text: str) -> bool:
    """Return whether a cell is ticked."""
    forms = {_word(text), folded(text)}
    if forms & TICKS:
        return True
    if not text.strip() or forms & (NO_TICKS | NOTHING):
        return False
    raise UserError("Type x or ✓, or leave it empty.")


def consent(text: str) -> bool | None:
    """Return whether consent was given."""
    word = _word(text) or text.strip()
    if word in GIVEN:
        return True
    if word in REFUSED:
        return False
    if says_nothing(text):
        return None
    raise UserError("Type yes or no.")


def flags(text: str) -> tuple[Flag, ...]:
    """Return flags, in the order in which they are known."""
    words = [] if says_nothing(text) else [_word(part) for part in _SEPARATORS.split(text) if part.strip()]
    if unknown := [word for word in words if word not in _FLAG_OF and not says_nothing(word)]:
        raise UserError("Type youth, indigenous or vulnerable instead of “{word}”.", word=unknown[0])
    found = {_FLAG_OF[word] for word in words if word in _FLAG_OF}
    return tuple(flag for flag in Flag if flag in found)


def email(text: str) -> str:
    """Return e-mail addresses."""
    plain = line(_INVISIBLE.sub("", text)).removeprefix("mailto:")
    if says_nothing(plain):
        return ""
    parts = re.split(r"\s*[,;/]\s*|\s+", plain)
    if not all(_EMAIL.fullmatch(part.strip("<>")) for part in parts):
        raise UserError("Type an address such as dara@example.org.")
    return ", ".join(part.strip("<>") for part in parts)


def category(text: str, categories: Iterable[Category]) -> str:
    """Return the code of a category, by its code, its label, or another common word for it."""
    known = tuple(categories)
    wanted = _plural_away(_word(text))
    if not wanted or says_nothing(text):
        return ""
    for names in ("code", "label"):
        for one in known:
            if _word(getattr(one, names)) == _word(text):
                return one.code
    for one in known:
        if wanted in (_plural_away(_word(one.code)), _plural_away(_word(one.label))):
            return one.code
    alike = next((kind for kind in CATEGORIES if _word(text) in kind or wanted in kind), frozenset())
    for one in known:
        if alike & {_word(one.code), _word(one.label)}:
            return one.code
    if not known:
        raise UserError("This workshop has no categories yet. Make them first, or leave the column out.")
    raise UserError("Type one of {codes}.", codes=", ".join(one.code for one in known))


def moment(text: str, day: date | None) -> datetime | None:
    """Return a date and time; a time alone is one of `day`, the first day of the workshop."""
    plain = line(text).translate(_DIGITS)
    if says_nothing(plain):
        return None
    iso = _ISO.fullmatch(plain)
    try:
        if iso:
            day, plain = date(int(iso[1]), int(iso[2]), int(iso[3])), iso[4] or "00:00"
        clock = _CLOCK.fullmatch(plain)
        if clock and (clock[2] or clock[4]):
            if day is None:
                raise UserError("Type a date and a time such as 2026-05-06 08:05: the workshop has no date yet.")
            return datetime.combine(day, _time(clock))
    except ValueError as error:
        raise UserError("Type a time such as 08:05: there is no {text}.", text=line(text)) from error
    raise UserError("Type a time such as 08:05, or a date and a time such as 2026-05-06 08:05.")


def _time(clock: re.Match[str]) -> time:
    hour, half = int(clock[1]), (clock[4] or "").lower()
    if half in ("pm", "ល្ងាច", "រសៀល") and hour < 12:
        hour += 12
    elif half in ("am", "ព្រឹក") and hour == 12:
        hour = 0
    return time(hour, int(clock[2] or 0), int(clock[3] or 0))


_DIGITS: Final = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")


def latin_digits(text: str) -> str:
    """Return text with Khmer digits as Latin ones."""
    return text.translate(_DIGITS)


def _word(text: str) -> str:
    return folded(line(text)).strip(" .:-–—()[]")


def _plural_away(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word
