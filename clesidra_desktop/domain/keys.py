"""Keys of rows, which nobody types: made so that two computers that know nothing of one another do not make the same.

Such a key ends in a mark of hexadecimal digits, as in `item-3f9a0c21`: drawn by chance for a new row, or made of what
is in a row that needs another key.
"""

import re
from hashlib import sha256

MARK_DIGITS = 8

_MARKED = re.compile(f".*-[0-9a-f]{{{MARK_DIGITS}}}", re.DOTALL)


def is_marked(key: str) -> bool:
    """Whether a key ends in a mark, so that two rows that have it are the same row."""
    return _MARKED.fullmatch(key) is not None


def mark_of(content: str) -> str:
    """Return the mark of what is in a row, the same on every computer."""
    return sha256(content.encode()).hexdigest()[:MARK_DIGITS]


def marked_with(key: str, content: str) -> str:
    """Return a key with the mark of a content."""
    return f"{key}-{mark_of(content)}"


def is_marked_with(key: str, content: str) -> bool:
    """Whether a key has the mark of a content, whatever stands before it."""
    return key.endswith(f"-{mark_of(content)}")


def without_mark(key: str) -> str:
    """Return what stands before the mark of a key; the key where it has none."""
    return key.rpartition("-")[0] if is_marked(key) else key
