"""Ages, years of birth and dates of birth as people write them."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.exchange.lists.cells import latin_digits, line, says_nothing
from clesidra_desktop.exchange.lists.words import NUMBERS

BUDDHIST: Final = 543
"""Years by which the Buddhist era is ahead of the common one, as Cambodia counts it for most of the year."""

FIRST_YEAR: Final = 1900
OLDEST: Final = 120
YOUNGEST: Final = 5
"""Years of age below which a year was not meant as one of birth, but is most likely that of the list."""

SERIALS: Final = range(10_000, 60_000)
"""Days since the end of 1899 that are dates of birth: from 1927 to 2064."""

_EPOCH: Final = date(1899, 12, 30)
"""Day 0 of spreadsheets, which take 1900 for a leap year."""

_AROUND: Final = re.compile(
    r"years?\s*old|years?|yrs?|y\.?o\.?|aged?|born(?: in)?|about|approx\.?|circa|c\.|"
    r"ឆ្នាំ|អាយុ|កើត|ប្រហែល|ព\.?\s?ស\.?|គ\.?\s?ស\.?|\bb\.?e\.?|\ba\.?d\.?|[~≈.]+$|^[~≈]",
    re.IGNORECASE,
)
_GROUP: Final = re.compile(r"[<>≤≥]\s*=?\s*\d{1,2}|\d{1,2}\s*(?:[-–—]|to|ដល់)\s*\d{1,2}|\d{1,2}\s*\+", re.IGNORECASE)
_WORDY_GROUP: Final = re.compile(r"(?:under|over|below|above|ក្រោម|លើស)\s*\d{1,2}.*", re.IGNORECASE)
_DATE: Final = re.compile(
    r"\d{1,2}\s*[-/. ]\s*(?:\d{1,2}|[^\d\s]+)\s*[-/., ]\s*(\d{4}|\d{2})|(\d{4})\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d{1,2}.*"
)
_YEAR_IN_WORDS: Final = re.compile(r"\D*\b(\d{4})\b\D*|[^\W\d].*\b(\d{4})")


@dataclass(frozen=True, slots=True)
class Age:
    """What a cell says about an age: a year of birth of the common era, or a group as it was typed."""

    birth_year: int | None = None
    group: str = ""


def age(text: str, year: int, *, years_of_birth: bool = False) -> Age:
    """Return what a cell says about an age in a year.

    An age, a year of birth of the common or the Buddhist era, a date of birth (also as the number by which
    spreadsheets keep it) and a group such as 25–34 are taken, in either script, and ages in words. In a column of
    `years_of_birth` two digits are refused: 65 may be an age or 1965. Raises UserError for anything else.
    """
    plain = line(latin_digits(text))
    if says_nothing(plain):
        return Age()
    if _GROUP.fullmatch(plain) or _WORDY_GROUP.fullmatch(plain):
        return Age(group=line(text))
    bare = " ".join(_AROUND.sub(" ", plain).split()).strip(" :,")
    if _GROUP.fullmatch(bare):
        return Age(group=bare)
    number = NUMBERS.get(bare.casefold())
    if number is None and re.fullmatch(r"\d{1,5}(?:\.0+)?", bare):
        number = int(float(bare))
    if number is not None:
        return Age(_from_number(number, year, years_of_birth))
    if found := _DATE.fullmatch(bare) or _YEAR_IN_WORDS.fullmatch(bare):
        digits = next(filter(None, found.groups()))
        return Age(_from_year(int(digits), year) if len(digits) == 4 else _of_century(int(digits), year))
    raise UserError("Type an age such as 45, or a year of birth such as {year}.", year=year - 45)


def _from_number(number: int, year: int, years_of_birth: bool) -> int:
    last = year if years_of_birth else year - YOUNGEST  # among ages, 2026 is the year of the list and no age
    if number in SERIALS:
        return _from_year((_EPOCH + timedelta(days=number)).year, year)
    if number > OLDEST:
        return _from_year(number, last)
    if number == 0:
        raise UserError("Type an age from 1, or leave it empty.")
    if years_of_birth:
        raise UserError(
            "Type the year in four digits: {number} may be an age or {year}.", number=number, year=1900 + number % 100
        )
    return year - number


def _from_year(found: int, last: int) -> int:
    for one in (found, found - BUDDHIST):
        if FIRST_YEAR <= one <= last:
            return one
    raise UserError(
        "Type a year of birth between {first} and {last}, or {first_be} and {last_be} of the Buddhist era.",
        first=FIRST_YEAR,
        last=last,
        first_be=FIRST_YEAR + BUDDHIST,
        last_be=last + BUDDHIST,
    )


def _of_century(digits: int, year: int) -> int:
    """Return the last year that ends in two digits."""
    return year - (year - digits) % 100
