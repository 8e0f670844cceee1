"""The table of attendants: the columns in which anybody has anything, as wide as what stands in them."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from clesidra_desktop.documents.blocks import Align, Column, Image, Picture, Table
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.attendance import age, day_of
from clesidra_desktop.domain.workshop import Attendant, Sex, Stay, Workshop

SIGNED = "·············"
"""Stands for a signature, as wide as its picture, which is printed in its place."""

SEX_TITLES = {Sex.FEMALE: "women", Sex.MALE: "men", Sex.OTHER: "other_sex", None: "unknown_sex"}

ALWAYS = ("number", "name", "sex", "category")
CAPACITY = 175
"""About so many characters of a table's type go side by side on a landscape page."""

MARGIN = 1.6
"""The space between two columns, in characters."""

LONGEST_WORD, WIDEST = 18, 30
"""The most characters for which a column is made wide enough: of one word, of a whole text."""

UNBROKEN = 12
"""Texts of so few characters, such as phone numbers and names, stay on one line."""

SHORT = 9.0
"""Columns of so few characters, such as times and ages, never give way to wider ones."""

TYPICAL = 0.85
"""A column would like to be as wide as this part of its texts need."""

WITHOUT_WIDTH = re.compile("\u17d2[\u1780-\u17a2]|[\u17b4\u17b5\u17b7-\u17bd\u17c6-\u17d3\u200b-\u200f]")
"""Khmer subscripts and the signs above and below letters take no place in a line."""

LETTER = 1.3
"""The width of a letter of another script than Latin, in characters."""

Cell: TypeAlias = Callable[[int, Attendant], str]


def attendant_table(workshop: Workshop, labels: Labels, signatures: Mapping[str, Image] | None = None) -> Table:
    """Compose the table, one row for each attendant and a total; the signatures are pictures by their paths."""
    specifications = _columns(workshop, labels, signatures or {})
    rows = [
        tuple(cell(number, attendant) for _, _, cell in specifications)
        for number, attendant in enumerate(workshop.attendants, start=1)
    ]
    kept = [
        index
        for index, ((key, _, _), texts) in enumerate(zip(specifications, zip(*rows, strict=True), strict=True))
        if key in ALWAYS or any(texts)
    ]
    rows = [tuple(row[index] for index in kept) for row in rows]
    titles = [labels(specifications[index][0]) for index in kept]
    widths = _widths([_Need(title, texts) for title, texts in zip(titles, zip(*rows, strict=True), strict=True)])
    columns = tuple(
        Column(title, width, specifications[index][1]) for title, width, index in zip(titles, widths, kept, strict=True)
    )
    pictures = {}
    if signatures and "signature" in (keys := [specifications[index][0] for index in kept]):
        column = keys.index("signature")
        for row, attendant in enumerate(workshop.attendants):
            if image := signatures.get(attendant.signature):
                alt = labels("signature_of", name=attendant.name or attendant.name_km)
                pictures[row, column] = Picture(image, alt)
    total = ["" for _ in columns]
    total[1] = labels("category_count", label=labels("total"), count=len(rows))
    return Table(
        columns, [*rows, tuple(total)], totals=1, summary=labels("attendants_table_summary"), pictures=pictures
    )


def _columns(workshop: Workshop, labels: Labels, signatures: Mapping[str, Image]) -> list[tuple[str, Align, Cell]]:
    """Return the label, the alignment and the text of every column that there can be."""
    titles = {category.code: category.label for category in workshop.categories}
    days = {day_of(stay) for attendant in workshop.attendants for stay in attendant.stays} - {None}
    moment = labels.short_moment if len(days) > 1 else labels.time
    year = workshop.starts.year if workshop.starts else None

    def age_of(_: int, attendant: Attendant) -> str:
        years = age(attendant, year) if year else attendant.birth_year
        known = (labels.number(years) if years is not None else "", attendant.age_group)
        return " ".join(f"({text})" if index and known[0] else text for index, text in enumerate(known) if text)

    def when(stay: Stay) -> str:
        """Say when somebody came; of those who only signed for a day, that day."""
        day = day_of(stay)
        if stay.arrived or stay.left or day is None:
            return moment(stay.arrived) if stay.arrived else ""
        return labels.short_date(day) if len(days) > 1 else ""

    def arrived(_: int, attendant: Attendant) -> str:
        return _stacked(when(stay) for stay in attendant.stays)

    def left(_: int, attendant: Attendant) -> str:
        return _stacked(moment(stay.left) if stay.left else "" for stay in attendant.stays)

    return [
        ("number", Align.END, lambda number, _: labels.number(number)),
        ("name", Align.START, lambda _, a: a.name),
        ("name_khmer", Align.START, lambda _, a: a.name_km),
        ("sex", Align.CENTRE, lambda _, a: labels(f"sex_{a.sex}") if a.sex else ""),
        ("age", Align.CENTRE, age_of),
        ("category", Align.START, lambda _, a: titles.get(a.category, a.category)),
        ("organization", Align.START, lambda _, a: a.organization),
        ("position", Align.START, lambda _, a: a.position),
        ("province", Align.START, lambda _, a: a.province),
        ("phone", Align.START, lambda _, a: a.phone),
        ("email", Align.START, lambda _, a: a.email),
        ("flags", Align.START, lambda _, a: labels.join(labels(f"flag_{flag}") for flag in a.flags)),
        ("arrived", Align.CENTRE, arrived),
        ("left", Align.CENTRE, left),
        ("signature", Align.START, lambda _, a: SIGNED if a.signature in signatures else ""),
    ]


def _stacked(moments: Iterable[str]) -> str:
    """Write the moments of several stays below each other, with a dash for an unknown one among them."""
    known = list(moments)
    return "\n".join(moment or "—" for moment in known) if any(known) else ""


class _Need:
    """How wide a column must be for no word to be broken, and how wide it would like to be, in characters."""

    def __init__(self, title: str, texts: tuple[str, ...]) -> None:
        lines = {line for text in set(texts) for line in text.split("\n")}
        lengths = sorted(map(_length, lines))
        words = [_length(word) for line in lines for word in line.split()]
        heading = max(map(_length, title.split()), default=0.0) + 1
        unbroken = max((length for length in lengths if length <= UNBROKEN), default=0.0)
        self.least = max(heading, unbroken, min(max(words, default=0.0), LONGEST_WORD)) + MARGIN
        typical = lengths[min(int(len(lengths) * TYPICAL), len(lengths) - 1)]
        self.wanted = max(self.least, min(typical, WIDEST) + MARGIN)


def _widths(needs: list[_Need]) -> list[float]:
    """Give every column the least it needs and share out what is left by what they would like."""
    least, wanted = sum(need.least for need in needs), sum(need.wanted for need in needs)
    if wanted <= CAPACITY:
        return [need.wanted for need in needs]
    if least >= CAPACITY:  # too much for the page: what is short stays on one line, and the others give way
        short = sum(need.least for need in needs if need.least <= SHORT)
        part = max(CAPACITY - short, 1) / max(least - short, 1)
        return [need.least if need.least <= SHORT else max(need.least * part, SHORT) for need in needs]
    part = (CAPACITY - least) / (wanted - least)
    return [need.least + (need.wanted - need.least) * part for need in needs]


def _length(text: str) -> float:
    return len(text) if text.isascii() else len(WITHOUT_WIDTH.sub("", text)) * LETTER
