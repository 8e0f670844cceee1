"""Three values of one field brought together, each kind of value in its own way."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from itertools import pairwise
from types import UnionType
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints
from uuid import UUID

from clesidra_desktop.domain.merge.model import Choice
from clesidra_desktop.domain.merge.sequences import join_lists, join_orders, line_mark
from clesidra_desktop.domain.outline import Node, Outline
from clesidra_desktop.domain.outline_lines import from_lines, to_lines
from clesidra_desktop.domain.workshop import Answer, Flag, PollOption, Quota, SplitAttribute, Stay, Wish

UNKNOWN: Any = object()
"""Stands for the value before both, where nobody knows it."""

KEYS: dict[type, Callable[[Any], Hashable]] = {
    Answer: lambda row: (row.sector, row.question),
    PollOption: lambda row: (row.text,),
    Quota: lambda row: (str(row.attribute), row.value),
    SplitAttribute: lambda row: (str(row.attribute),),
    Stay: lambda row: (row.arrived.isoformat() if row.arrived else "",),
    Wish: lambda row: (str(row.attendant),),
}
"""By what rows are known that have neither an id nor a key, a code or a sector of their own."""

IDENTITIES = ("id", "key", "code", "sector")

FREE_TEXTS = frozenset({"note", "text", "question"})
"""Fields of running text, in which two versions can stand one below the other."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A value that needs nobody to decide."""

    value: Any
    origin: Choice


@dataclass(frozen=True, slots=True)
class Disputed:
    """Values between which a person decides; `both` only where `can_both`."""

    ours: Any
    theirs: Any
    both: Any = None
    can_both: bool = False

    def by(self, choice: Choice | None) -> Any:
        """Return what comes out; what is here where nobody has decided."""
        if choice is Choice.BOTH and self.can_both:
            return self.both
        return self.theirs if choice is Choice.THEIRS else self.ours


Outcome: TypeAlias = Settled | Disputed


def key_of(row: Any) -> tuple[str, ...]:
    """Return by what a row is known among the others of its table."""
    kind = type(row)
    if kind in KEYS:
        return tuple(map(str, KEYS[kind](row)))  # type: ignore[call-overload]
    name = next(name for name in IDENTITIES if hasattr(row, name))
    return (str(getattr(row, name)),)


def by_key(rows: Iterable[Any]) -> dict[tuple[str, ...], Any]:
    """Return rows by their keys; the second of two with the same key has a number with it."""
    met: Counter[tuple[str, ...]] = Counter()
    keyed = {}
    for row in rows:
        key = key_of(row)
        met[key] += 1
        keyed[key if met[key] == 1 else (*key, f"#{met[key]}")] = row
    return keyed


@cache
def field_types(kind: type) -> dict[str, Any]:
    """Return the types of the fields of a class of rows."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def join_values(name: str, kind: Any, base: Any, ours: Any, theirs: Any) -> Outcome:
    """Bring the values of a field together; `base` is UNKNOWN where nobody knows what it was before."""
    if theirs in (ours, base):
        return Settled(ours, Choice.OURS)
    if ours == base:
        return Settled(theirs, Choice.THEIRS)
    if base is UNKNOWN and (_is_empty(ours) or _is_empty(theirs)):
        return Settled(theirs, Choice.THEIRS) if _is_empty(ours) else Settled(ours, Choice.OURS)
    return _join_changed(name, kind, base, ours, theirs)


def _join_changed(name: str, kind: Any, base: Any, ours: Any, theirs: Any) -> Outcome:
    """Bring values together of which both were changed."""
    item = _item_type(kind)
    if item is Node:
        return _join_outlines(base, ours, theirs)
    if item is str and name != "sectors":  # wishes have an order of their own
        return _join_texts(base, ours, theirs, has_all=name == "objectives")
    if item in (Flag, UUID) or (name in ("apart", "together") and item is not None):
        return _join_sets(base, ours, theirs)
    if isinstance(item, type) and is_dataclass(item):
        return _join_rows(item, base, ours, theirs)
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _join_dicts(base, ours, theirs)
    if kind is str and name in FREE_TEXTS:
        return Disputed(ours, theirs, f"{ours}\n{theirs}", can_both=True)
    return Disputed(ours, theirs)


def _is_empty(value: Any) -> bool:
    return value is None or value == "" or value in ((), frozenset()) or value == {}


def _item_type(kind: Any) -> Any:
    """Return the type of what a tuple holds; None for other types."""
    if get_origin(kind) is UnionType:
        return None
    return get_args(kind)[0] if get_origin(kind) is tuple else None


def _join_outlines(base: Any, ours: Outline, theirs: Outline) -> Outcome:
    lines = [None if one is UNKNOWN else to_lines(one) for one in (base, ours, theirs)]
    joined = join_lists(lines[0], lines[1] or (), lines[2] or (), line_mark)
    if joined.is_clear:
        return Settled(from_lines(joined.both), Choice.BOTH)
    return Disputed(from_lines(joined.ours), from_lines(joined.theirs), from_lines(joined.both), can_both=True)


def _join_texts(base: Any, ours: Sequence[str], theirs: Sequence[str], *, has_all: bool) -> Outcome:
    was = None if base is UNKNOWN else base
    joined = join_lists(was, ours, theirs, str, has_all=has_all and was is not None)
    if joined.is_clear:
        return Settled(joined.both, Choice.BOTH)
    return Disputed(joined.ours, joined.theirs, joined.both, can_both=True)


def _join_sets(base: Any, ours: Sequence[Any], theirs: Sequence[Any]) -> Outcome:
    """Bring lists together that are sets: what either side has put in is there, what either has taken out is not."""
    was = () if base is UNKNOWN else base
    counts = [Counter(items) for items in (was, ours, theirs)]
    wanted = {item: _count(*(count[item] for count in counts)) for item in {*was, *ours, *theirs}}
    value = []
    left = Counter(wanted)
    first, second = sorted((ours, theirs), key=repr)  # both computers are to have the same
    for item in (*first, *second, *was):
        if left[item] > 0:
            left[item] -= 1
            value.append(item)
    return Settled(tuple(value), Choice.BOTH)


def _count(base: int, ours: int, theirs: int) -> int:
    """Return how often something stands in a list: as often as the side has it that changed it."""
    return ours if theirs == base else theirs if ours == base else max(ours, theirs)


def _join_dicts(base: Any, ours: dict[str, Any], theirs: dict[str, Any]) -> Outcome:
    was: dict[str, Any] = {} if base is UNKNOWN else base
    value = {}
    first, second = sorted((ours, theirs), key=repr)
    for key in (*first, *(key for key in second if key not in first)):
        here, there = ours.get(key, UNKNOWN), theirs.get(key, UNKNOWN)
        before = was.get(key, UNKNOWN)
        if there in (here, before):
            chosen = here
        elif here == before:
            chosen = there
        else:
            return Disputed(ours, theirs)
        if chosen is not UNKNOWN:
            value[key] = chosen
    return Settled(value, Choice.BOTH)


def join_fields(kind: type, base: Any, ours: Any, theirs: Any) -> dict[str, Outcome]:
    """Bring two rows together field by field; only fields in which they differ are returned."""
    outcomes = {}
    for name, type_ in field_types(kind).items():
        here, there = getattr(ours, name), getattr(theirs, name)
        if here != there:
            outcomes[name] = join_values(name, type_, UNKNOWN if base is None else getattr(base, name), here, there)
    return outcomes


def _join_rows(kind: type, base: Any, ours: Sequence[Any], theirs: Sequence[Any]) -> Outcome:
    """Bring rows together that live in a field of another row; what is not clear is decided for all of them at once."""
    whole = Disputed(ours, theirs)
    has_base = base is not UNKNOWN
    was, here, there = (by_key(rows) for rows in (base if has_base else (), ours, theirs))
    found: dict[tuple[str, ...], Any] = {}
    for key in {**here, **there}:
        one, other, before = here.get(key), there.get(key), was.get(key)
        if one is not None and other is not None:
            outcomes = join_fields(kind, before, one, other)
            if any(isinstance(outcome, Disputed) for outcome in outcomes.values()):
                return whole
            values = {name: outcome.value for name, outcome in outcomes.items() if isinstance(outcome, Settled)}
            found[key] = replace(one, **values)
        elif before is None:
            found[key] = one if one is not None else other
        elif before != (one if one is not None else other):
            return whole
    order = join_orders(tuple(was) if has_base else None, tuple(here), tuple(there), found.keys())
    rows = tuple(found[key] for key in order.ours)
    if kind is Stay:
        rows = tuple(sorted(rows, key=lambda stay: stay.arrived.isoformat() if stay.arrived else ""))
        return whole if _overlap(rows) else Settled(rows, Choice.BOTH)
    return Settled(rows, Choice.BOTH) if order.is_clear else whole


def _overlap(stays: Sequence[Stay]) -> bool:
    """Whether somebody would come while being here already."""
    return any(
        following.arrived is None or one.left is None or following.arrived < one.left
        for one, following in pairwise(stays)
    )
