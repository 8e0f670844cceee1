"""Outlines as JSON: the points in printing order, each with its level.

A flat list has no depth, so neither Python's nor the database's limits on nesting apply to it.
"""

from typing import Any

from clesidra_desktop.domain.outline import Node, Outline, OutlineStyle, walk


def to_points(outline: Outline) -> list[dict[str, Any]]:
    """Return `{"level", "text", "style"}` for each point, and its `extensions` where it has any."""
    return [
        {"level": point.level, "text": point.node.text, "style": point.node.style.value}
        | ({"extensions": point.node.extensions} if point.node.extensions else {})
        for point in walk(outline)
    ]


def from_points(points: list[dict[str, Any]]) -> Outline:
    """Return the outline of points made by `to_points`."""
    waiting: list[list[Node]] = [[]]  # by level: nodes that still lack a parent, the last one first
    for point in reversed(points):
        level: int = point["level"]
        while len(waiting) < level + 2:
            waiting.append([])
        children = tuple(reversed(waiting[level + 1]))
        waiting[level + 1].clear()
        style = OutlineStyle(point["style"])
        waiting[level].append(Node(point["text"], style, children, point.get("extensions", {})))
    return tuple(reversed(waiting[0]))
