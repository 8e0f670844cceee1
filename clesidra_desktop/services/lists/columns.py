"""Which row of a list heads the columns, and what each column holds."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Category
from clesidra_desktop.exchange.lists import cells
from clesidra_desktop.exchange.lists.grid import Grid
from clesidra_desktop.exchange.lists.phones import phones
from clesidra_desktop.services.lists.fields import FIELD_OF, NAMES, NOT_TAKEN, SEVERAL, Field, header_key

SEARCHED: Final = 40
"""Rows in which the header is looked for."""

SAMPLE: Final = 60
"""Rows by which the content of a column is judged."""

EXACT, PART, CLOSE, INSIDE = 100, 95, 85, 70
"""How surely a header names a field: it is the word, one of its parts is, its spelling is near, it has it inside."""

FITS: Final = 0.5
"""The share of filled cells that must be understood, or the column is taken for something else."""

SURELY: Final = 0.8
"""The share of filled cells by which a column without a title is recognized."""

FEW: Final = 12
"""Different texts in a column of categories; where there are more it is something else."""

MENDED: Final = frozenset({Field.SEX, Field.PHONE, Field.EMAIL})
"""Columns that are what their title says even if most of their cells are to be mended."""

_PARTS: Final = re.compile(r"[/()\[\]\n|,;:=]+|\s[-–—]\s")
_SCRIPTS: Final = re.compile("[\u1780-\u17ff\u19e0-\u19ff][\u1780-\u17ff\u19e0-\u19ff .-]*|[a-z][a-z .'-]*")
_KHMER: Final = re.compile("[\u1780-\u17b3]")


@dataclass(frozen=True, slots=True)
class Header:
    """The rows that head the columns, by index from `first` up to but without `end`, and the title of each column.

    `lowest` are the titles of the last row alone. A list without a header has `first` and `end` alike and empty
    titles.
    """

    first: int
    end: int
    titles: tuple[str, ...]
    lowest: tuple[str, ...]


def find_header(grid: Grid, known: Iterable[str] = ()) -> Header:
    """Return the header of a sheet: the row, or the two rows, with most titles that are understood.

    `known` are keys of headers that the office has matched before.
    """
    more = frozenset(known)
    none = header_at(grid, 0, 0)
    best, most = none, 0
    for first in range(min(SEARCHED, len(grid.rows))):
        for end in (first + 1, first + 2):
            if (
                end > len(grid.rows)
                or not any(grid.rows[first])
                or (end == first + 2 and not _heads(grid, first, more))
            ):
                continue
            header = header_at(grid, first, end)
            numbers = sum(_is_number(text) for text in grid.rows[end - 1])
            hits = sum(_is_title(header, column, more) for column in range(len(header.titles))) - numbers
            again = end == first + 2 and best.first == first  # the same titles once more, often in another language
            if hits > most or (hits == most > 0 and again):
                best, most = header, hits
    named = any(_named(best, column)[0] in NAMES for column in range(len(best.titles)))
    return best if most > 1 or named or any(header_key(title) in more for title in best.titles) else none


def header_at(grid: Grid, first: int, end: int) -> Header:
    """Return the header in the rows from an index up to another one. Upper titles stand above several lower ones."""
    width = len(grid.rows[0]) if grid.rows else 0
    titles, texts = [""] * width, [""] * width
    for row in range(first, end):
        texts = [cells.line(text) for text in grid.rows[row]]
        shown = _spread(texts, grid.rows[row + 1]) if row < end - 1 else texts
        titles = [_joined(above, here) for above, here in zip(titles, shown, strict=True)]
    return Header(first, end, tuple(titles), tuple(texts))


def match_columns(
    grid: Grid, header: Header, categories: Sequence[Category], chosen: Mapping[str, str]
) -> dict[int, Field]:
    """Return what the columns hold, by their index; those that are not taken are missing.

    `chosen` are choices of the office: the field by the key of a header, empty for a column that is not taken.
    """
    matched: dict[int, Field] = {}
    rated: list[tuple[int, int, Field]] = []
    for column, title in enumerate(header.titles):
        if (choice := chosen.get(header_key(title))) is not None and title:
            if choice in Field.__members__.values():
                matched[column] = Field(choice)
        elif title:
            field, surety = _named(header, column)
            if field is Field.POSITION and _are_salutations(list(_filled(grid, header, column))):
                field = Field.SEX
            if field and _fits(grid, header, column, field, categories):
                rated.append((-surety, column, field))
    for _, column, field in sorted(rated):
        if field in SEVERAL or field not in matched.values():
            matched[column] = field
        elif field is Field.NAME:
            _take_second_name(grid, header, column, matched)
    if not NAMES & set(matched.values()):
        _guess_by_content(grid, header, categories, matched)
    return dict(sorted(matched.items()))


def _heads(grid: Grid, first: int, more: frozenset[str]) -> bool:
    """Whether the row after a row is a second row of titles: it has nothing else in it, or the same again."""
    above, below = grid.rows[first], grid.rows[first + 1]
    texts = [(cells.line(one), cells.line(other)) for one, other in zip(above, below, strict=True) if other]
    return len(texts) > 1 and all(one == other or _is_known(other, more) for one, other in texts)


def _spread(texts: list[str], below: Sequence[str]) -> list[str]:
    """Return upper titles with each also above the lower ones that have none of their own."""
    spread: list[str] = []
    for text, lower in zip(texts, below, strict=True):
        spread.append(text or (spread[-1] if spread and lower else ""))
    return spread


def _joined(above: str, here: str) -> str:
    return above if above == here or not here else f"{above} {here}".strip()


def _is_number(text: str) -> bool:
    return bool(text) and not any(sign.isalpha() for sign in text) and any(sign.isdecimal() for sign in text)


def _is_title(header: Header, column: int, more: frozenset[str]) -> bool:
    return _is_known(header.titles[column], more) or _is_known(header.lowest[column], more)


def _is_known(text: str, more: frozenset[str]) -> bool:
    key = header_key(text)
    return key in NOT_TAKEN or key in more or _field_of(text)[1] >= CLOSE


def _named(header: Header, column: int) -> tuple[Field | None, int]:
    """Return the field that a column is named for, and how surely: by all its titles, or by the lowest alone."""
    whole, lowest = _field_of(header.titles[column]), _field_of(header.lowest[column])
    return lowest if lowest[1] > whole[1] else whole


@lru_cache(maxsize=2000)
def _field_of(title: str) -> tuple[Field | None, int]:
    """Return the field that a title names, and how surely."""
    key = header_key(title)
    if not key or key in NOT_TAKEN:
        return None, 0
    if key in FIELD_OF:
        return FIELD_OF[key], EXACT
    parts = [header_key(part) for part in _PARTS.split(title)] + [header_key(one) for one in _SCRIPTS.findall(key)]
    found = [FIELD_OF[part] for part in parts if part in FIELD_OF]
    if Field.NAME in found and {"khmer", "ខ្មែរ"} & set(parts):
        return Field.NAME_KM, PART
    if found:
        return found[0], PART
    if any(part in NOT_TAKEN for part in parts):
        return None, 0
    near = [
        process.extractOne(part, FIELD_OF.keys(), scorer=fuzz.ratio, score_cutoff=CLOSE)
        for part in (key, *parts)
        if len(part) > 3
    ]
    if likest := max((one for one in near if one), key=lambda one: one[1], default=None):
        return FIELD_OF[likest[0]], CLOSE
    inside = [word for word in (*FIELD_OF, *NOT_TAKEN) if len(word) > 3 and f" {word} " in f" {key} "]
    longest = max(inside, key=len, default="")
    return (FIELD_OF[longest], INSIDE) if longest in FIELD_OF else (None, 0)


def _filled(grid: Grid, header: Header, column: int) -> Iterator[str]:
    rows = grid.rows[header.end : header.end + SAMPLE]
    return (row[column] for row in rows if row[column])


def _fits(grid: Grid, header: Header, column: int, field: Field, categories: Sequence[Category]) -> bool:
    """Whether what stands in a column can be what its title says."""
    reader = _reader(field, categories)
    texts = list(_filled(grid, header, column))
    if reader is None or not texts or _share(reader, texts) >= FITS:
        return True
    sure = _named(header, column)[1] == EXACT
    few = field is Field.CATEGORY and bool(categories) and len(set(texts)) <= FEW
    return sure and (few or field in MENDED)


def _reader(field: Field, categories: Sequence[Category]) -> Callable[[str], object] | None:
    """Return how a field is tried; None for those that take any text, or in which the faults are to be mended."""
    if field is Field.CATEGORY:
        return lambda text: cells.category(text, categories)
    return {
        Field.SEX: cells.sex,
        Field.FLAGS: cells.flags,
        Field.FEMALE: tick_or_age,
        Field.MALE: tick_or_age,
        Field.YOUTH: cells.tick,
        Field.INDIGENOUS: cells.tick,
        Field.VULNERABLE: cells.tick,
        Field.PHONE: phones,
        Field.EMAIL: cells.email,
    }.get(field)


def tick_or_age(text: str) -> tuple[bool, str]:
    """Return whether a cell of a column for women or men is ticked, and an age that stands there as a tick."""
    digits = cells.latin_digits(text).strip()
    if re.fullmatch(r"[1-9]\d", digits):
        return True, digits
    return cells.tick(text), ""


def _share(reader: Callable[[str], object], texts: Sequence[str]) -> float:
    """Return the share of texts that are understood."""
    return sum(_understood(reader, text) for text in texts) / len(texts)


def _are_salutations(texts: Sequence[str]) -> bool:
    """Whether a column that is headed “title” says Mr and Ms, and so the sex."""
    return bool(texts) and _share(cells.sex, texts) > SURELY


def _understood(reader: Callable[[str], object], text: str) -> bool:
    try:
        reader(text)
    except UserError:
        return False
    return True


def _take_second_name(grid: Grid, header: Header, column: int, matched: dict[int, Field]) -> None:
    """Let the one of two columns of names that is in Khmer letters be the name in Khmer."""
    if Field.NAME_KM in matched.values():
        return
    first = next(place for place, field in matched.items() if field is Field.NAME)
    if _is_khmer(grid, header, column) and not _is_khmer(grid, header, first):
        matched[column] = Field.NAME_KM
    elif _is_khmer(grid, header, first):
        matched[first], matched[column] = Field.NAME_KM, Field.NAME


def _is_khmer(grid: Grid, header: Header, column: int) -> bool:
    texts = list(_filled(grid, header, column))
    return sum(_KHMER.search(text) is not None for text in texts) > len(texts) / 2


def _guess_by_content(grid: Grid, header: Header, categories: Sequence[Category], matched: dict[int, Field]) -> None:
    """Match columns without titles by what is in them; the first one of words is the name."""
    for column, title in enumerate(header.titles):
        texts = list(_filled(grid, header, column))
        if column not in matched and texts and header_key(title) not in NOT_TAKEN:
            field = _kind_of(texts, categories)
            if field and field not in matched.values():
                matched[column] = field


def _kind_of(texts: Sequence[str], categories: Sequence[Category]) -> Field | None:
    """Return what a column without a title most likely holds."""
    numbers = [cells.latin_digits(text) for text in texts]
    if all(number == str(count) for count, number in enumerate(numbers, start=1)):
        return None  # it counts the rows
    for field in (Field.SEX, Field.EMAIL, Field.PHONE, Field.CATEGORY):
        reader = _reader(field, categories)
        if reader and _share(reader, texts) > SURELY:
            return field
    if sum(re.fullmatch(r"[1-9]\d|[12]\d{3}", number) is not None for number in numbers) > SURELY * len(texts):
        return Field.AGE
    lettered = sum(not re.search(r"\d", number) for number in numbers)
    return Field.NAME if lettered > SURELY * len(texts) else None
