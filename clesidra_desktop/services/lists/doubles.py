"""Whether two rows, or a row and somebody known, are one person: certainly, perhaps, or not."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import Final, Protocol

from rapidfuzz import fuzz

from clesidra_desktop.domain.khmer import in_one_order
from clesidra_desktop.domain.names import folded, phone_digits, sounds
from clesidra_desktop.domain.workshop import Sex

ALIKE: Final = 85
"""The least likeness, of 100, of two spellings of one name."""

SHARED_PHONE: Final = 60
"""The least likeness of two names with one phone number; a family or an office may share one."""

TITLES: Final = frozenset(
    folded(title)
    for title in (
        "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "h.e", "h.e.", "prof", "prof.", "ven", "ven.",
        "លោក", "លោកស្រី", "អ្នកស្រី", "កញ្ញា", "ឯកឧត្តម", "លោកជំទាវ", "បណ្ឌិត", "ព្រះតេជគុណ", "អ្នកនាង",
    )
)  # fmt: skip
"""What stands before a name and is none."""

_SIGNS: Final = re.compile(r"[.,'’()\[\]*\"_-]+")
_DIGITS: Final = re.compile(r"\d+")
_PHONES: Final = re.compile(r"\s*/\s*")


class Likeness(Enum):
    """Whether two are one person."""

    SAME = 2
    PERHAPS = 1
    NO = 0


class Somebody(Protocol):
    """An attendant or a person of the directory."""

    @property
    def name(self) -> str:
        """The name."""
        ...

    @property
    def name_km(self) -> str:
        """The name in Khmer letters."""
        ...

    @property
    def sex(self) -> Sex | None:
        """The sex."""
        ...

    @property
    def birth_year(self) -> int | None:
        """The year of birth."""
        ...

    @property
    def organization(self) -> str:
        """The organization."""
        ...

    @property
    def phone(self) -> str:
        """The phone numbers."""
        ...


@lru_cache(maxsize=200_000)
def name_key(name: str) -> str:
    """Return a name for comparing: without titles, signs and gaps, Khmer in one order."""
    return "".join(_name_words(name))


@lru_cache(maxsize=50_000)
def _name_words(name: str) -> tuple[str, ...]:
    words = folded(name).split()
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return tuple(_SIGNS.sub(" ", in_one_order(" ".join(words))).split())


def text_key(text: str) -> str:
    """Return an organization for comparing."""
    return " ".join(_SIGNS.sub(" ", in_one_order(folded(text))).split())


def phone_keys(phones: str) -> frozenset[str]:
    """Return the digits of each phone number."""
    return frozenset(filter(None, (phone_digits(one) for one in _PHONES.split(phones))))


def keys(one: Somebody) -> Iterator[str]:
    """Yield keys; two who may be one person have at least one in common."""
    for name in filter(None, (one.name, one.name_km)):
        words = _name_words(name)
        yield "=" + "".join(words)
        yield "~" + "".join(sorted(words))
        if heard := "".join(sorted(sounds(" ".join(words)).split())):
            yield "?" + heard
    for phone in phone_keys(one.phone):
        yield "#" + phone


def likeness(one: Somebody, other: Somebody) -> Likeness:
    """Return whether two are one person.

    They are where the names are the same and the organization or a phone number is; perhaps where something speaks
    for it and something against it: another sex, an age far off, another spelling or order of the name.
    """
    same_name = bool(_names(one) & _names(other))
    same_phone = bool(phone_keys(one.phone) & phone_keys(other.phone))
    organizations = text_key(one.organization), text_key(other.organization)
    same_place = bool(organizations[0]) and organizations[0] == organizations[1]
    if same_name:
        if _contradict(one, other):
            return Likeness.PERHAPS if same_phone or same_place else Likeness.NO
        return Likeness.SAME if same_phone or same_place else Likeness.PERHAPS
    spelling = _spelling(one, other)
    if same_phone and (spelling >= SHARED_PHONE or _in_two_scripts(one, other)):
        return Likeness.PERHAPS
    near_place = not all(organizations) or fuzz.token_sort_ratio(*organizations) >= ALIKE
    if spelling >= ALIKE and near_place and not _contradict(one, other):
        return Likeness.PERHAPS
    return Likeness.NO


def _names(one: Somebody) -> set[str]:
    return {key for name in (one.name, one.name_km) if (key := name_key(name))}


def _contradict(one: Somebody, other: Somebody) -> bool:
    if one.sex and other.sex and one.sex != other.sex:
        return True
    return bool(one.birth_year and other.birth_year and abs(one.birth_year - other.birth_year) > 2)


def _spelling(one: Somebody, other: Somebody) -> float:
    """Return how alike the likest of their names are, of 100, in whatever order of the words.

    Participant 1 and Participant 2 are not alike.
    """
    if _DIGITS.findall(one.name) != _DIGITS.findall(other.name):
        return 0.0
    mine = [" ".join(sorted(_name_words(name))) for name in (one.name, one.name_km) if name]
    theirs = [" ".join(sorted(_name_words(name))) for name in (other.name, other.name_km) if name]
    return max((fuzz.ratio(left, right) for left in mine for right in theirs), default=0.0)


def _in_two_scripts(one: Somebody, other: Somebody) -> bool:
    return one.name.isascii() != other.name.isascii() and not (one.name_km and other.name_km)
