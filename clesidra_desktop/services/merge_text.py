"""Differences and conflicts of a merge in plain words, for a terminal."""

from clesidra_desktop.domain.merge import Conflict, Difference
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.outline_lines import to_lines

LONGEST = 60
"""Characters of a value that are shown."""


def place_text(one: Difference | Conflict) -> str:
    """Return the table, the row and the field of a place."""
    table = one.place.table.replace("_", " ")
    return " / ".join(part for part in (table, one.subject, one.place.field.replace("_", " ")) if part)


def value_text(value: object) -> str:
    """Return a value on one line, cut where it is long; a dash where there is none."""
    text = _text(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _text(value: object) -> str:
    if value is None or value in ("", (), frozenset()):
        return "–"
    if isinstance(value, tuple) and isinstance(value[0], Node):
        return " / ".join(line.text for line in to_lines(value))
    if isinstance(value, frozenset):
        return ", ".join(sorted(f"{sector}" for sector, _ in value))
    if isinstance(value, tuple):
        return ", ".join(map(_text, value))
    if isinstance(value, str | int | float):
        return str(value)
    names = (getattr(value, name, "") for name in ("name", "title", "text", "label", "question"))
    return next((str(name) for name in names if name), str(value))
