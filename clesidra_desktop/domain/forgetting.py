"""A person forgotten: what is taken from an attendant, and from text that names the person."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from clesidra_desktop.domain.attendance import DAY_KEY, age_class
from clesidra_desktop.domain.names import folded, phone_digits
from clesidra_desktop.domain.workshop import Attendant, Stay, Workshop

NOBODY = "—"
"""Stands where the name of somebody stood who was anonymized: a sign of no language."""

NAMES = frozenset({"rapporteur", "speaker", "responsible", "facilitator", "mc", "minute_taker"})
"""Fields that hold names and nothing else."""

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


KHMER = re.compile("[\u1780-\u17d3]")

UNSEEN = "[\u00ad\u200b-\u200d\u2060\ufeff]"
"""Signs without a width, which programs leave anywhere in Khmer text."""


class Scrubber:
    """Takes words of a person out of text: whole words only, so that nothing longer is torn apart.

    A name of one word is left in text: it would be found in too much that is not the person. A name is found turned
    round, too, and a phone number however it is written. Khmer is written without spaces between words: there a name
    is found wherever whole syllables of it stand, for it is better to take too much out than to leave a person in.
    """

    def __init__(self, names: Collection[str], numbers: Iterable[str]) -> None:
        self._names = {folded(turned) for name in names for turned in _turns(name)}
        words = {turned for name in names for turned in _turns(name) if len(turned.split()) > 1}
        longest_first = sorted(words, key=lambda word: (-len(word), word))
        patterns = [*map(_name_pattern, longest_first), *_number_patterns(numbers)]
        self._pattern = re.compile("|".join(patterns), re.IGNORECASE) if patterns else None

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


def _turns(name: str) -> list[str]:
    """Return a name as it is, with the first word last, and with the last one first."""
    words = re.sub(UNSEEN, " ", name).split()
    return list(dict.fromkeys(" ".join(turned) for turned in (words, words[1:] + words[:1], words[-1:] + words[:-1])))


def _name_pattern(name: str) -> str:
    """Return the pattern of a name, whatever spaces and unseen signs are in it."""
    words = [f"{UNSEEN}*".join(map(re.escape, word)) for word in name.split()]
    if KHMER.search(name):
        gap = rf"(?:\s|{UNSEEN})*"
        return f"(?<!\u17d2){gap.join(words)}(?![\u17b4-\u17d3])"
    gap = rf",?(?:\s|{UNSEEN})+"
    return f"(?<!{LETTER}){gap.join(words)}(?!{LETTER})"


def _number_patterns(numbers: Iterable[str]) -> Iterator[str]:
    """Yield the patterns of e-mail addresses and phone numbers, the longest first."""
    parts = {part.strip() for number in numbers for part in re.split(r"[/;,]", number)}
    for part in sorted(parts, key=lambda one: (-len(one), one)):
        if "@" in part:
            yield f"(?<!{LETTER}){re.escape(part)}(?!{LETTER})"
        elif sum(map(str.isdigit, part)) >= SHORTEST_NUMBER:
            gap = rf"(?:[\s.()-]|{UNSEEN})*"
            digits = gap.join(f"[{digit}{chr(0x17E0 + int(digit))}]" for digit in phone_digits(part))
            country = gap.join(("[8៨]", "[5៥]", "[5៥]"))
            before = rf"(?:(?:\+|00){gap})?(?:{country}{gap})?\(?(?:[0០]{gap})?"
            yield rf"(?<![\w+]){before}{digits}(?!\w)"


def still_forgotten(theirs: Workshop, ours: Workshop) -> Workshop:
    """Return a workshop that comes from elsewhere without those whom the same workshop here has forgotten.

    They are in its list as they are here, and in none of its texts; the same object where it knows none of them. Paths
    of files stay. A name that somebody else there has is left.
    """
    nobody = {one.id: one for one in ours.attendants if one.name == NOBODY}
    named = [one for one in theirs.attendants if one.id in nobody and one.name != NOBODY]
    if not named:
        return theirs
    others = {folded(name) for one in theirs.attendants if one not in named for name in (one.name, one.name_km)}
    names = {name for one in named for name in (one.name, one.name_km) if folded(name) not in others}
    scrubber = Scrubber(names, [number for one in named for number in (one.phone, one.email)])
    clean: Workshop = _scrubbed(replace(theirs, attendants=()), "", scrubber)
    return replace(clean, attendants=tuple(nobody.get(one.id, one) for one in theirs.attendants))


def _scrubbed(value: Any, field: str, scrubber: Scrubber) -> Any:
    """Return a row, several, or what stands in a field of one, without a person."""
    if is_dataclass(value) and not isinstance(value, type):
        names = [one.name for one in fields(value) if one.name != "file"]
        return replace(value, **{name: _scrubbed(getattr(value, name), name, scrubber) for name in names})
    if isinstance(value, tuple):
        return tuple(_scrubbed(one, field, scrubber) for one in value)
    if type(value) is str:  # and no member of an enumeration
        return scrubber.scrub_name(value) if field in NAMES else scrubber.scrub(value)
    return scrubber.scrub(value) if isinstance(value, dict) else value
