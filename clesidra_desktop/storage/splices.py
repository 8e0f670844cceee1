"""Long lists in the journal: only the lines that differ are kept, with where they stand.

Somebody who types in an answer of 2,000 lines commits several times a second; the whole answer, before and after, would
fill the journal with gigabytes in an afternoon.
"""

import json
from hashlib import sha256
from typing import Any, TypeGuard

LONG = 24
"""Lists that are shorter than this before and after are kept whole."""


class SpliceError(ValueError):
    """A list is not the one from which lines were taken."""


def spliced(before: object, after: object) -> tuple[Any, Any]:
    """Return two values of a column as the journal keeps them: lists that are long and alike as splices.

    A splice is `{"at", "lines", "of", "sha256"}`: the lines from a place on, the length of the whole list, and the
    digest of the whole list as JSON. Beside its twin it tells what stood in place of what.
    """
    if not (isinstance(before, list) and isinstance(after, list) and max(len(before), len(after)) >= LONG):
        return before, after
    shorter = min(len(before), len(after))
    start = next((place for place in range(shorter) if not _same(before[place], after[place])), shorter)
    rest = shorter - start
    end = next((place for place in range(rest) if not _same(before[-1 - place], after[-1 - place])), rest)
    return _splice(before, start, end), _splice(after, start, end)


def replaced(value: list[Any], found: object, wanted: object, *, check: bool = True) -> list[Any]:
    """Return a list with what a splice found in it replaced by what its twin has, or the wanted value if it is whole.

    Raises SpliceError where the list is not the one that the splice was made of, unless that need not be checked:
    whoever goes back through the journal knows it.
    """
    if not isinstance(found, dict) or not isinstance(wanted, dict):
        return list(wanted) if isinstance(wanted, list) else value
    if check and not is_of(value, found):
        raise SpliceError("the list has changed since")
    at: int = found["at"]
    return [*value[:at], *wanted["lines"], *value[at + len(found["lines"]) :]]


def is_splice(kept: object) -> TypeGuard[dict[str, Any]]:
    """Whether what the journal keeps of a column is a splice; no JSON of other columns has just these keys."""
    return isinstance(kept, dict) and kept.keys() == {"at", "lines", "of", "sha256"}


def veiled(kept: object) -> object:
    """Return what the journal keeps of a column without the digest of lines that nobody may guess at any more.

    A list is never the one of such a splice, so it cannot be undone; its lines can still be put in place.
    """
    return {**kept, "sha256": ""} if is_splice(kept) else kept


def is_of(value: object, kept: object) -> bool:
    """Whether a value is the one that the journal keeps."""
    if isinstance(value, list) and is_splice(kept):
        return bool(len(value) == kept["of"] and digest(value) == kept["sha256"])
    return _written(value) == _written(kept)


def digest(lines: list[Any]) -> str:
    """Return the SHA-256 of a list as JSON, in hexadecimal digits."""
    return sha256(_written(lines).encode("utf-8", "surrogatepass")).hexdigest()


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _same(one: object, other: object) -> bool:
    """Whether two lines are written alike; only what other programs keep can differ where Python's == does not."""
    if one != other:
        return False
    return not isinstance(one, dict) or "extensions" not in one or _written(one) == _written(other)


def _splice(lines: list[Any], start: int, end: int) -> dict[str, Any]:
    return {"at": start, "lines": lines[start : len(lines) - end], "of": len(lines), "sha256": digest(lines)}
