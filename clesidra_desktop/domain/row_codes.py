"""Row codes: the short codes by which a row on paper is found again when it is typed in.

A code ends in a check character, so that no wrong character and no two swapped ones go unnoticed: the values of its
symbols, each times its place counted from the end, add up to a multiple of 31, which is a prime and the number of
symbols. O, I, L, S and U are no symbols and are read as what they look like.

The codes of attendants and answers are derived from what identifies the row, so that two laptops agree on them. They
are made of `CLEAR` symbols: no vowels, so that they spell no words, and none that is easily taken for another.
"""

import json
import re
from collections.abc import Callable, Iterable
from hashlib import sha256
from itertools import count
from typing import TypeVar
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Workshop

SYMBOLS = "0123456789ABCDEFGHJKMNPQRTVWXYZ"
CLEAR = "23456789CDFHJKMPQRTVWXY"
READ_AS = str.maketrans("OILSU០១២៣៤៥៦៧៨៩", "0115V0123456789", " -\u00a0\u200b")

ANSWER, EMPTY_ROW = "A", "N"
"""What the codes of answers and of empty rows begin with; those of attendants never do."""

ATTENDANT_LENGTH, ANSWER_LENGTH = 4, 3
"""Derived symbols before the check character, where no other row has them already."""

LETTERS = CLEAR.lstrip("0123456789")
MARK_LENGTH = 2
"""Letters in the code of an empty row by which the sheets of two workshops differ; the first sheets had none."""

EMPTY_ROW_FORM = re.compile(f"{EMPTY_ROW}[0-9]{{2,}}([{LETTERS}]{{{MARK_LENGTH}}})?[{SYMBOLS}]")
FORM = re.compile(f"{EMPTY_ROW_FORM.pattern}|(?:{ANSWER}|[{CLEAR}])[{CLEAR}]{{4,}}")

MOST_EMPTY_ROWS = 99
"""The empty rows of one day that can be told from those of another."""

Key = TypeVar("Key", UUID, tuple[str, str])


def attendant_codes(attendants: Iterable[UUID]) -> dict[UUID, str]:
    """Return the code of each attendant, by id.

    Where two ids ask for the same code the larger one gets a longer code. Ids grow with the time at which they are
    made, so an attendant who is registered later changes no code that is already on paper.
    """
    return _assign("", ATTENDANT_LENGTH, attendants, lambda id_: id_.bytes)


def answer_codes(workshop: Workshop) -> dict[tuple[str, str], str]:
    """Return the code of each answer that can be given, by the keys of its sector and question."""
    keys = ((sector.key, question.key) for sector in workshop.sectors for question in workshop.questions)
    return _assign(ANSWER, ANSWER_LENGTH, keys, lambda key: workshop.id.bytes + json.dumps(key).encode())


def empty_row_code(row: int, day: int = 0, workshop: UUID | None = None) -> str:
    """Return the code of an empty row, counted from 1, on the sheet of a day, which is 0 where there is one day only.

    Without the id of a workshop it is what the first sheets had, the same in every workshop. Raises ValueError for a
    row that would have the code of another day.
    """
    if not 1 <= row <= MOST_EMPTY_ROWS:
        raise ValueError(f"there is no code for the empty row {row}")
    return _checked(f"{EMPTY_ROW}{day or ''}{row:02}{_mark(workshop) if workshop else ''}")


def is_row_of_another(code: str, workshop: UUID) -> bool:
    """Whether a code that was read is that of an empty row on a sheet of another workshop."""
    found = EMPTY_ROW_FORM.fullmatch(code)
    return bool(found and found[1] and found[1] != _mark(workshop))


def _mark(workshop: UUID) -> str:
    """Return the letters that stand for a workshop."""
    return _symbols(EMPTY_ROW.encode() + workshop.bytes, MARK_LENGTH, LETTERS)


def read_row_code(typed: str) -> str:
    """Return the code that somebody has typed, in small or capital letters, with or without spaces and hyphens.

    Raises UserError where it is no code: a character is wrong, or two are swapped.
    """
    code = normal_code(typed)
    if not FORM.fullmatch(code) or _remainder(code):
        raise UserError("“{typed}” is no row code. Compare it with the paper and type it again.", typed=typed)
    return code


def normal_code(typed: str) -> str:
    """Return what somebody has typed as the symbols that it looks like, without spaces and hyphens."""
    return typed.upper().translate(READ_AS)


def _assign(prefix: str, length: int, keys: Iterable[Key], identity: Callable[[Key], bytes]) -> dict[Key, str]:
    """Give each key the shortest code that no smaller key has."""
    codes: dict[Key, str] = {}
    taken: set[str] = set()
    for key in sorted(set(keys)):
        wanted = (_derived(prefix, identity(key), size) for size in count(length))
        codes[key] = next(code for code in wanted if code not in taken)
        taken.add(codes[key])
    return codes


def _derived(prefix: str, identity: bytes, length: int) -> str:
    """Return the first code of a length whose check character is clear, too."""
    codes = (_checked(prefix + _symbols(identity + bytes((length, attempt)), length)) for attempt in count())
    return next(code for code in codes if code[-1] in CLEAR)


def _symbols(seed: bytes, length: int, alphabet: str = CLEAR) -> str:
    number = int.from_bytes(sha256(seed).digest())
    symbols = ""
    for _ in range(length):
        number, index = divmod(number, len(alphabet))
        symbols += alphabet[index]
    return symbols


def _checked(symbols: str) -> str:
    """Append the check character."""
    return symbols + SYMBOLS[-_remainder(f"{symbols}0") % len(SYMBOLS)]


def _remainder(code: str) -> int:
    """Return what the weighted sum leaves when it is divided by 31: nothing if the code is right."""
    return sum(place * SYMBOLS.index(symbol) for place, symbol in enumerate(reversed(code), start=1)) % len(SYMBOLS)
