"""What several workshops write in different ways and reports take for the same: provinces, categories, ages, names.

Of several spellings the first in the order of the alphabet is shown, so that the order of workshops does not matter.
"""

import re
from collections.abc import Iterable, Mapping

from clesidra_desktop.domain.attendance import ELDER_FROM, YOUTH_UNTIL, class_of_age
from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.provinces import PROVINCES

AGES = class_of_age(YOUTH_UNTIL), class_of_age(YOUTH_UNTIL + 1), class_of_age(ELDER_FROM)
"""The age classes of reports, the youngest first. A typed age group may be the age of a single person."""

_SPAN = re.compile(r"(?P<from>\d{1,3})\s*(?:[-–—]|to|ដល់)\s*(?P<to>\d{1,3})")
_UNTIL = re.compile(r"(?:[<≤]|under|below|ក្រោម)\s*=?\s*(?P<age>\d{1,3})")
_FROM = re.compile(r"(?:[>≥]|over|above|លើស)\s*=?\s*(?P<more>\d{1,3})|(?P<plus>\d{1,3})\s*\+")
_KHMER = re.compile("[\u1780-\u17ff]")
_ENGLISH = {folded(name): english for english, khmer in PROVINCES for name in (english, khmer)}


def reported_age(birth_year: int | None, age_group: str, year: int | None) -> str:
    """Return the age class in a year; that of a typed group where it lies wholly in one; "" where it is not known."""
    if birth_year is not None and year is not None and birth_year <= year:
        return class_of_age(year - birth_year)
    if not age_group:
        return ""
    text = folded(age_group)
    if span := _SPAN.fullmatch(text):
        low, high = class_of_age(int(span["from"])), class_of_age(int(span["to"]))
        return low if low == high else ""
    if until := _UNTIL.fullmatch(text):
        return AGES[0] if int(until["age"]) <= YOUTH_UNTIL + 1 else ""
    if more := _FROM.fullmatch(text):
        return AGES[-1] if int(more["more"] or more["plus"]) >= ELDER_FROM - 1 else ""
    return class_of_age(int(text)) if text.isdecimal() else ""


def province_key(text: str) -> str:
    """Return the English name of a province in either language; other text as it is, with single spaces."""
    return _ENGLISH.get(folded(text), " ".join(text.split()))


def shown_names(texts: Iterable[str]) -> dict[str, str]:
    """Return what is shown for each text: one spelling for all that differ in letters and spaces alone."""
    shown: dict[str, str] = {}
    known = {text: province_key(text) for text in texts}
    for text in sorted(known.values()):
        shown.setdefault(folded(text), text)
    return {text: shown[folded(key)] for text, key in known.items()}


def same_categories(known: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return what is shown for each category, a pair of code and label.

    Categories of two workshops are the same where the codes are, and also where only the labels are. Nobody's
    category, ("", ""), stays "".
    """
    asked = set(known)
    above: dict[str, str] = {}

    def root(name: str) -> str:
        while (up := above.setdefault(name, name)) != name:
            name = up
        return name

    def names(code: str, label: str) -> list[str]:
        return [f"{kind} {folded(text)}" for kind, text in (("code", code), ("label", label)) if text]

    for code, label in asked:
        for name in names(code, label)[1:]:
            above[root(name)] = root(names(code, label)[0])
    shown: dict[str, str] = {}
    for code, label in sorted(asked, key=lambda pair: (pair[1] == "", pair[1] or pair[0])):
        if code or label:
            shown.setdefault(root(names(code, label)[0]), label or code)
    return {pair: shown[root(names(*pair)[0])] if any(pair) else "" for pair in asked}


def khmer_names(same: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Return the Khmer label of each category that has one, by what is shown for it."""
    khmer = sorted((shown, label) for (_, label), shown in same.items() if _KHMER.search(label))
    return dict(reversed(khmer))
