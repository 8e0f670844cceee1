"""Keys of rows, which nobody types: made so that two computers that know nothing of one another do not make the same.

A key that was made so ends in a mark: four letters, none of which is a vowel, each with a digit behind it. No word is
like that.
"""

import re
from collections.abc import Callable, Collection
from hashlib import sha256

LETTERS = "bcdfghjkmnpqrstvwxz"
DIGITS = "23456789"
PAIRS = 4
"""Letters of a mark: among more than five hundred million marks, two computers draw no two alike."""

VALUES = (len(LETTERS) * len(DIGITS)) ** PAIRS

_MARKED = re.compile(f"(?:.*-)?(?:[{LETTERS}][{DIGITS}]){{{PAIRS}}}", re.DOTALL)

Draw = Callable[[int], int]
"""Draws a number from 0 on, and below another one."""


def is_marked(key: str) -> bool:
    """Whether a key ends in a mark, so that two rows that have it are the same row."""
    return _MARKED.fullmatch(key) is not None


def fresh_key(stem: str, taken: Collection[str], draw: Draw) -> str:
    """Return a key for a new row that no other has, on this computer or another."""
    while (key := f"{stem}-{_mark(draw(VALUES))}") in taken:
        pass
    return key


def marked_with(key: str, content: str) -> str:
    """Return a key with the mark of what is in its row: the same wherever the row has the same in it."""
    return f"{key}-{mark_of(content)}"


def is_marked_with(key: str, content: str) -> bool:
    """Whether a key has the mark of a content, whatever stands before it."""
    return key.endswith(f"-{mark_of(content)}")


def without_mark(key: str) -> str:
    """Return what stands before the mark of a key; the key where it has none."""
    return key.rpartition("-")[0] or key if is_marked(key) else key


def mark_of(content: str) -> str:
    """Return the mark of a text, the same on every computer."""
    return _mark(int.from_bytes(sha256(content.encode()).digest()[:8]) % VALUES)


def _mark(number: int) -> str:
    signs = []
    for _ in range(PAIRS):
        number, digit = divmod(number, len(DIGITS))
        number, letter = divmod(number, len(LETTERS))
        signs.append(LETTERS[letter] + DIGITS[digit])
    return "".join(signs)
