"""Three lists brought together: lines of text, and keys in their order."""

import json
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

from clesidra_desktop.domain.outline_lines import OutlineLine

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Joined(Generic[Item]):
    """What comes out of two lists, by how their conflicts are decided; the same three times where there are none."""

    ours: tuple[Item, ...]
    theirs: tuple[Item, ...]
    both: tuple[Item, ...]
    is_clear: bool


def line_mark(line: OutlineLine) -> Hashable:
    """Return what tells a line of an outline from others."""
    return line.level, line.style, line.text, json.dumps(line.extensions)


def join_lists(
    base: Sequence[Item] | None,
    ours: Sequence[Item],
    theirs: Sequence[Item],
    mark: Callable[[Item], Hashable],
    *,
    has_all: bool = False,
) -> Joined[Item]:
    """Bring two lists together that both come from a third one; `mark` tells items apart.

    What one side changed is taken; where both changed the same place otherwise, nothing is clear. Without a third one
    what both have in common stands for it: what only one side has there, it has added. `has_all` is whether what both
    have added in one place is there one after the other, as it is with rows, and nobody has to decide.
    """
    marks = {id_: [mark(item) for item in items] for id_, items in (("ours", ours), ("theirs", theirs))}
    base_marks = [mark(item) for item in base] if base is not None else _common(marks["ours"], marks["theirs"])
    done: dict[str, list[Item]] = {"ours": [], "theirs": [], "both": []}
    is_clear = True
    for at, in_ours, in_theirs in _chunks(base_marks, marks["ours"], marks["theirs"]):
        of_ours, of_theirs = ours[in_ours], theirs[in_theirs]
        a, b, was = marks["ours"][in_ours], marks["theirs"][in_theirs], base_marks[at]
        if b in (a, was):
            versions = of_ours, of_ours, of_ours
        elif a == was:
            versions = of_theirs, of_theirs, of_theirs
        elif has_all and not was:
            first, second = sorted((of_ours, of_theirs), key=repr)
            known = set(map(mark, first))
            versions = ((*first, *(item for item in second if mark(item) not in known)),) * 3
        else:
            is_clear = False
            versions = of_ours, of_theirs, (*of_ours, *of_theirs)
        for items, part in zip(done.values(), versions, strict=True):
            items.extend(part)
    return Joined(tuple(done["ours"]), tuple(done["theirs"]), tuple(done["both"]), is_clear)


def _common(ours: list[Hashable], theirs: list[Hashable]) -> list[Hashable]:
    """Return what two lists have in common, in their order; the same whichever of them is named first."""
    first, second = sorted((ours, theirs), key=repr)
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return [item for block in blocks for item in first[block.a : block.a + block.size]]


def _chunks(
    base: Sequence[Hashable], ours: Sequence[Hashable], theirs: Sequence[Hashable]
) -> Iterator[tuple[slice, slice, slice]]:
    """Yield the parts of three lists that answer to one another, those in which all three agree and those between."""
    at = in_ours = in_theirs = 0
    for start, one, other, size in _agreements(base, ours, theirs):
        if (at, in_ours, in_theirs) != (start, one, other):
            yield slice(at, start), slice(in_ours, one), slice(in_theirs, other)
        if size:
            yield slice(start, start + size), slice(one, one + size), slice(other, other + size)
        at, in_ours, in_theirs = start + size, one + size, other + size


def _agreements(
    base: Sequence[Hashable], ours: Sequence[Hashable], theirs: Sequence[Hashable]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield where all three lists agree, with the length; the end of all of them comes last."""
    first = SequenceMatcher(None, base, ours, autojunk=False).get_matching_blocks()
    second = SequenceMatcher(None, base, theirs, autojunk=False).get_matching_blocks()
    place = other = 0
    while place < len(first) and other < len(second):
        a, b = first[place], second[other]
        start, end = max(a.a, b.a), min(a.a + a.size, b.a + b.size)
        if start < end:
            yield start, a.b + start - a.a, b.b + start - b.a, end - start
        if a.a + a.size < b.a + b.size:
            place += 1
        else:
            other += 1
    yield len(base), len(ours), len(theirs), 0


def join_orders(
    base: Sequence[Key] | None, ours: Sequence[Key], theirs: Sequence[Key], present: Collection[Key]
) -> Joined[Key]:
    """Bring the order of keys together; what is not `present` is left out.

    Who has moved something is followed; where both have, each otherwise, nothing is clear. What one side has added
    stands behind what it stood behind there; what both have added in one place stands there one after the other, in
    the same order whichever side is named first.
    """
    common = set(ours) & set(theirs) & set(present)
    one, other = ([key for key in keys if key in common] for keys in (ours, theirs))
    with_ours, with_theirs = _woven(ours, theirs, present), _woven(theirs, ours, present)
    if one == other:
        return Joined(with_ours, with_ours, with_ours, is_clear=True)
    known = set(base or ()) & common
    was = [key for key in base or () if key in known]
    is_moved = (
        [[key for key in keys if key in known] != was for keys in (one, other)] if base is not None else [True] * 2
    )
    if is_moved == [False, True]:
        return Joined(with_theirs, with_theirs, with_theirs, is_clear=True)
    if is_moved == [True, False]:
        return Joined(with_ours, with_ours, with_ours, is_clear=True)
    return Joined(with_ours, with_theirs, with_ours, is_clear=False)


def _woven(main: Sequence[Key], other: Sequence[Key], present: Collection[Key]) -> tuple[Key, ...]:
    """Return the keys of one list, with those that only the other has behind what they stand behind there."""
    common = set(main) & set(other) & set(present)
    runs = [_runs(keys, common, present) for keys in (main, other)]
    woven: list[Key] = []
    for anchor in (None, *(key for key in main if key in common)):
        woven += [] if anchor is None else [anchor]
        for run in sorted((known.get(anchor, []) for known in runs), key=repr):
            woven += run
    return tuple(woven)


def _runs(keys: Sequence[Key], common: Collection[Key], present: Collection[Key]) -> dict[Key | None, list[Key]]:
    """Return what stands behind each of the keys that both lists have; behind None, what stands in front of all."""
    runs: dict[Key | None, list[Key]] = {}
    anchor: Key | None = None
    for key in keys:
        if key in common:
            anchor = key
        elif key in present:
            runs.setdefault(anchor, []).append(key)
    return runs
