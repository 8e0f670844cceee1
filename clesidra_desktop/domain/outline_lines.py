"""Outlines as lines, one a point, each with its level: as they stand on a screen, on paper and on the clipboard."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from clesidra_desktop.domain.outline import Node, Outline, OutlineStyle, walk

DEEPEST = 99
"""The deepest level, counted from 0, that a line may have; a workshop file takes a hundred levels."""


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A point of an outline on a level, which counts from 0. Its text may have line feeds in it."""

    level: int
    text: str
    style: OutlineStyle = OutlineStyle.PARAGRAPH
    extensions: dict[str, Any] = field(default_factory=dict)


Lines: TypeAlias = Sequence[OutlineLine]


def to_lines(outline: Iterable[Node]) -> tuple[OutlineLine, ...]:
    """Return the lines of an outline; `from_lines` makes the same outline of them."""
    return tuple(
        OutlineLine(point.level, point.node.text, point.node.style, point.node.extensions) for point in walk(outline)
    )


def from_lines(lines: Iterable[OutlineLine]) -> Outline:
    """Return the outline of lines. A line that is more than one level below the one before it is one level below."""
    waiting: list[list[Node]] = [[]]  # by level: nodes that still lack a parent, the last one first
    for line in reversed(levelled(lines)):
        while len(waiting) < line.level + 2:
            waiting.append([])
        children = tuple(reversed(waiting[line.level + 1]))
        waiting[line.level + 1].clear()
        waiting[line.level].append(Node(line.text, line.style, children, line.extensions))
    return tuple(reversed(waiting[0]))


def levelled(lines: Iterable[OutlineLine]) -> list[OutlineLine]:
    """Return lines of which none is more than one level below the one before it, and the first is on level 0."""
    done: list[OutlineLine] = []
    for line in lines:
        level = min(max(line.level, 0), done[-1].level + 1 if done else 0, DEEPEST)
        done.append(line if level == line.level else replace(line, level=level))
    return done


def subtree_end(lines: Lines, place: int) -> int:
    """Return the place behind the last line below the one at a place."""
    end = place + 1
    while end < len(lines) and lines[end].level > lines[place].level:
        end += 1
    return end


def ordinals(lines: Iterable[OutlineLine]) -> list[int]:
    """Return the number to print before each line, as `outline.walk` counts: 0 where the style is not `number`."""
    counts: list[int] = []
    numbers = []
    for line in lines:
        del counts[line.level + 1 :]
        counts += [0] * (line.level + 1 - len(counts))
        counts[line.level] = counts[line.level] + 1 if line.style is OutlineStyle.NUMBER else 0
        numbers.append(counts[line.level])
    return numbers
