"""Differences and conflicts of a merge in plain words, for a terminal."""

from dataclasses import is_dataclass
from datetime import date, time

from clesidra_desktop.domain.merge import Change, Conflict, Difference
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.outline_lines import to_lines
from clesidra_desktop.domain.workshop import PollOption, Stay

LONGEST = 60
"""Characters of a value that are shown."""


def place_text(one: Difference | Conflict) -> str:
    """Return the table, the row and the field of a place, or what became of the row."""
    table = one.place.table.replace("_", " ")
    what = one.event or one.place.field.replace("_", " ")
    return " / ".join(part for part in (table, one.subject, what) if part)


def sides_text(one: Difference | Conflict) -> str:
    """Return what is here, and what is in the file; of a row that one has removed, what was changed in it there."""
    changed = one.changed if isinstance(one, Conflict) else ()
    sides = _without_same(one.ours, one.theirs), _without_same(one.theirs, one.ours)
    return " | ".join(_side(side, changed) for side in sides)


def _without_same(value: object, other: object) -> object:
    """Return rows that live in a field without those that the other side has as well: one looks for what differs."""
    if not (isinstance(value, tuple) and isinstance(other, tuple) and value != other and _are_rows(value)):
        return value
    return tuple(row for row in value if row not in other) or value


def _are_rows(value: tuple[object, ...]) -> bool:
    return all(is_dataclass(one) and not isinstance(one, Node) for one in value)


def _side(value: object, changed: tuple[Change, ...]) -> str:
    changes = "; ".join(
        f"{one.field.replace('_', ' ')}: {value_text(one.was)} -> {value_text(one.now)}" for one in changed
    )
    return f"{value_text(value)} ({changes})" if changes and value is not None else value_text(value)


def value_text(value: object) -> str:
    """Return a value on one line, cut where it is long; a dash where there is none."""
    if isinstance(value, tuple) and value and _are_rows(value):
        return ", ".join(map(_row_text, value))
    return _cut(_text(value))


def _cut(text: str) -> str:
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
    return _row_text(value)


def _row_text(value: object) -> str:
    if isinstance(value, PollOption):
        return f"{_cut(value.text)}: {value.count}"
    if isinstance(value, Stay):
        return " - ".join(f"{one:%Y-%m-%d %H:%M}" if one else "?" for one in (value.arrived, value.left))
    if isinstance(value, date | time):
        return value.isoformat()
    names = (getattr(value, name, "") for name in ("name", "title", "text", "label", "question"))
    return _cut(next((str(name) for name in names if name), str(value)))
