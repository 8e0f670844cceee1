"""What differs between two outlines, line by line."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from clesidra_desktop.domain.outline_lines import Lines, OutlineLine


class Fate(StrEnum):
    """What became of a line."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """A line of one of two outlines, and whether the other one has it."""

    fate: Fate
    line: OutlineLine


def compare(before: Lines, after: Lines) -> tuple[ComparedLine, ...]:
    """Return the lines of two outlines as one list; what was removed stands before what was added in its place."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    middle = _compared(before[start : len(before) - end], after[start : len(after) - end])
    same = [ComparedLine(Fate.SAME, line) for line in after]
    return (*same[:start], *middle, *same[len(after) - end :])


def count_differences(before: Lines, after: Lines) -> tuple[int, int]:
    """Return how many lines an outline has that the one before it had not, and how many it has not any more.

    Lines that were only moved to another place or level count as the same, and so do lines without text.
    """
    old, new = (Counter(line.text for line in lines if line.text.strip()) for lines in (before, after))
    return (new - old).total(), (old - new).total()


def _compared(before: Lines, after: Lines) -> Iterator[ComparedLine]:
    old, new = ([(line.level, line.style, line.text) for line in lines] for lines in (before, after))
    for _, start, stop, at, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[start:stop] == new[at:end]:
            yield from (ComparedLine(Fate.SAME, line) for line in after[at:end])
        else:
            yield from (ComparedLine(Fate.REMOVED, line) for line in before[start:stop])
            yield from (ComparedLine(Fate.ADDED, line) for line in after[at:end])
