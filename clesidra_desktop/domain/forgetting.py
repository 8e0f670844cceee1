"""A person forgotten: what is taken from an attendant, and from text that names the person."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from clesidra_desktop.domain.attendance import DAY_KEY, age_class
from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.workshop import Attendant, Stay

NOBODY = "—"
"""Stands where the name of somebody stood who was anonymized: a sign of no language."""

SHORTEST_NUMBER = 6
"""Digits from which on a number in a text is taken for the phone number that it is alike."""


def forgotten(attendant: Attendant, year: int) -> Attendant:
    """Return an attendant as one of whom nobody can tell who it was; `year` is that of the workshop.

    What tallies and quotas count stays: sex, category, province, flags, and the age as its class. So do the times,
    without which nobody could count who was present. Name, organization, position, phone, e-mail address, year of
    birth, signature, consent and what other programs keep go.
    """
    return replace(
        attendant,
        name=NOBODY,
        name_km="",
        birth_year=None,
        age_group=age_class(attendant, year),
        organization="",
        position="",
        phone="",
        email="",
        signature="",
        consent=None,
        stays=tuple(replace(stay, extensions=_day_alone(stay)) for stay in attendant.stays),
        extensions={},
    )


def _day_alone(stay: Stay) -> dict[str, Any]:
    return {key: value for key, value in stay.extensions.items() if key == DAY_KEY}


LETTER = r"[\w\u1780-\u17d3]"
"""What goes on with a word; signs of Khmer vowels are no letters to the library."""


class Scrubber:
    """Takes words of a person out of text: whole words only, so that nothing longer is torn apart.

    A name of one word is left in text: it would be found in too much that is not the person.
    """

    def __init__(self, names: Collection[str], numbers: Iterable[str]) -> None:
        self._names = {folded(name) for name in names}
        words = {name for name in names if len(name.split()) > 1}
        words |= {number for number in numbers if "@" in number or sum(map(str.isdigit, number)) >= SHORTEST_NUMBER}
        longest_first = sorted(words, key=lambda word: (-len(word), word))
        self._pattern = (
            re.compile(f"(?<!{LETTER})(?:{'|'.join(map(_spaced, longest_first))})(?!{LETTER})", re.IGNORECASE)
            if words
            else None
        )

    def scrub(self, value: Any) -> Any:
        """Return a text, or any JSON, without the words; the same object where they do not occur."""
        if self._pattern is None:
            return value
        if isinstance(value, str):
            return self._pattern.sub(NOBODY, value)
        if isinstance(value, list):
            return [self.scrub(one) for one in value]
        if isinstance(value, dict):
            return {self.scrub(key): self.scrub(one) for key, one in value.items()}
        return value

    def scrub_name(self, value: Any) -> Any:
        """Return what holds names, a text or a list of them, without the person; here a name may be of one word."""
        if isinstance(value, list):
            return [self.scrub_name(one) for one in value]
        return NOBODY if isinstance(value, str) and folded(value) in self._names else self.scrub(value)


def _spaced(word: str) -> str:
    """Return the pattern of a word, whatever spaces are in it."""
    return r"\s+".join(map(re.escape, word.split()))
