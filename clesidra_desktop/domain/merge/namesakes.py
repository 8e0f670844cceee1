"""Files that two computers have put in under one name, each for an annex of its own: they are two files."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import PurePosixPath

from clesidra_desktop.domain.merge.model import State


def told_apart(base: State | None, ours: State, theirs: State) -> tuple[State, State]:
    """Return two states in which the second of two such files has another path; the order of the two does not matter.

    Where an annex that both have shows the file, or it was there before, it is one file with two contents.
    """
    before = base.files if base else {}
    for path in sorted(ours.files.keys() & theirs.files.keys() - before.keys()):
        keys = [{one.key for one in side.workshop.annexes if one.file == path} for side in (ours, theirs)]
        if ours.files[path] == theirs.files[path] or not all(keys) or not keys[0].isdisjoint(keys[1]):
            continue
        free = _free(path, {*ours.files, *theirs.files})
        if ours.files[path] < theirs.files[path]:
            theirs = _moved(theirs, path, free)
        else:
            ours = _moved(ours, path, free)
    return ours, theirs


def _moved(state: State, path: str, free: str) -> State:
    annexes = tuple(replace(one, file=free) if one.file == path else one for one in state.workshop.annexes)
    files = {free if one == path else one: digest for one, digest in state.files.items()}
    return State(replace(state.workshop, annexes=annexes), files)


def _free(path: str, taken: Collection[str]) -> str:
    """Return a path like another one that no file has, also where capitals are not told from small letters."""
    known, plain, number = {one.casefold() for one in taken}, PurePosixPath(path), 2
    while (found := str(plain.with_stem(f"{plain.stem}-{number}"))).casefold() in known:
        number += 1
    return found
