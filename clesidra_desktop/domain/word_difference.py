"""What differs between two texts, word by word."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeAlias

from clesidra_desktop.domain.outline_difference import Fate

Split: TypeAlias = Callable[[str], Sequence[str]]
"""Parts a text into words and what stands between them; joined, they are the text."""

LIKENESS = 0.4
"""How alike two lines must be, between 0 and 1, to be shown as one line with other words in it."""

NEAR = 20
"""Lines among which one that is alike is looked for."""

PIECES = re.compile(
    r"\s+|[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17dd])*|[^\W\u1780-\u17ff]+|.", re.DOTALL
)
"""White space, a Khmer cluster, a word of another script, or a sign."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a row that met the same fate."""

    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line that was added, taken away, or has other words in it; the words of it in their order."""

    fate: Fate
    words: tuple[Words, ...]


def split_plain(text: str) -> list[str]:
    """Part a text where no dictionary is needed for it: Khmer into its clusters."""
    return PIECES.findall(text)


def compare_words(before: str, after: str, split: Split = split_plain) -> tuple[Words, ...]:
    """Return the words of two texts as one row; what was taken away stands before what was added in its place."""
    old, new = split(before), split(after)
    found: list[Words] = []
    for _, start, stop, at, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if old[start:stop] == new[at:end]:
            found.append(Words(Fate.SAME, "".join(old[start:stop])))
            continue
        found += [Words(Fate.REMOVED, "".join(old[start:stop])), Words(Fate.ADDED, "".join(new[at:end]))]
    return tuple(one for one in found if one.text)


def compare_lines(before: Sequence[str], after: Sequence[str], split: Split = split_plain) -> tuple[ChangedLine, ...]:
    """Return the lines that differ, word by word where one was reworded; those that are the same are left out."""
    if len(before) == len(after) == 1 and before[0] != after[0]:  # such as a title: one line with other words
        return (ChangedLine(Fate.SAME, compare_words(before[0], after[0], split)),)
    found: list[ChangedLine] = []
    for kind, start, stop, at, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        found += _paired(before[start:stop], after[at:end], split)
    return tuple(found)


def _paired(old: Sequence[str], new: Sequence[str], split: Split) -> list[ChangedLine]:
    """Compare lines that stand in the place of others, each with the next one that is like it."""
    found: list[ChangedLine] = []
    place = 0
    for line in old:
        near = range(place, min(place + NEAR, len(new)))
        like = next((at for at in near if _is_like(line, new[at], split)), None)
        if like is None:
            found.append(ChangedLine(Fate.REMOVED, (Words(Fate.REMOVED, line),)))
            continue
        found += [ChangedLine(Fate.ADDED, (Words(Fate.ADDED, one),)) for one in new[place:like]]
        found.append(ChangedLine(Fate.SAME, compare_words(line, new[like], split)))
        place = like + 1
    return [*found, *(ChangedLine(Fate.ADDED, (Words(Fate.ADDED, one),)) for one in new[place:])]


def _is_like(before: str, after: str, split: Split) -> bool:
    old, new = ([word for word in split(text) if any(map(str.isalnum, word))] for text in (before, after))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    bounds = matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio  # the cheap ones first
    return all(bound() >= LIKENESS for bound in bounds)
