"""Outlines: the nested points in which notes and answers are kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias


class OutlineStyle(StrEnum):
    """How a node is printed: running text, a bullet, or a number."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Node:
    """One point of an outline with the points below it."""

    text: str
    style: OutlineStyle = OutlineStyle.PARAGRAPH
    children: tuple["Node", ...] = ()
    extensions: dict[str, Any] = field(default_factory=dict)


Outline: TypeAlias = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A node as it is met on the way down an outline.

    `level` counts from 0. `ordinal` is the number to print: the nodes of style `number` that follow one another
    among the same siblings count 1, 2, 3; any other style between them starts a new list at 1. It is 0 for the
    other styles.
    """

    node: Node
    level: int
    ordinal: int


def walk(outline: Iterable[Node]) -> Iterator[Point]:
    """Yield every node, parents before their children, in printing order.

    Works without recursion: an outline may be nested deeper than the interpreter's stack.
    """
    stack: list[Iterator[Point]] = [_siblings(outline, 0)]
    while stack:
        point = next(stack[-1], None)
        if point is None:
            stack.pop()
            continue
        yield point
        if point.node.children:
            stack.append(_siblings(point.node.children, point.level + 1))


def _siblings(nodes: Iterable[Node], level: int) -> Iterator[Point]:
    ordinal = 0
    for node in nodes:
        ordinal = ordinal + 1 if node.style is OutlineStyle.NUMBER else 0
        yield Point(node, level, ordinal)


def is_blank(outline: Iterable[Node]) -> bool:
    """Whether nothing but white space stands in the outline."""
    return all(not point.node.text.strip() for point in walk(outline))


def depth(outline: Iterable[Node]) -> int:
    """Return the number of levels, 0 for an empty outline."""
    return max((point.level + 1 for point in walk(outline)), default=0)
