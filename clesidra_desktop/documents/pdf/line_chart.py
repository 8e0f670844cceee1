"""Shares over time beside their goals, drawn."""

from clesidra_desktop.documents.blocks import LineChart
from clesidra_desktop.documents.pdf.strips import Drawing, Placed, Strip, fill, stroke
from clesidra_desktop.documents.pdf.style import Typesetters
from clesidra_desktop.documents.pdf.tags import Element
from clesidra_desktop.documents.pdf.text import Line

HEIGHT = 150.0
"""The height of the scale, without what stands above and below it, in points."""

ABOVE, BELOW = 16.0, 44.0
SIDE = 24.0
"""The space at both ends of the line, so that labels have room."""

LABEL_ROOM, CAPTION_ROOM = 78.0, 30.0
"""The least space between two labels, and between two captions."""

DOT = 2.2
DASH = "[4 3] 0 d"


def line_chart_strips(chart: LineChart, width: float, setters: Typesetters, parent: Element) -> list[Strip]:
    """Lay out a chart of a width in points: one strip, which is never divided."""
    if not chart.points:
        return []
    element = parent.add("Figure", alt=chart.summary)
    setter, colours = setters.of(setters.look.chart), setters.look.colours
    size = setter.style.size
    scale = [(share, setter.line(text)) for share, text in chart.scale]
    left = max((line.width for _, line in scale), default=0.0) + 8
    right = width - SIDE
    step = (right - left - SIDE) / max(len(chart.points) - 1, 1)
    across = [left + SIDE + place * step for place in range(len(chart.points))]

    def down(share: float) -> float:
        return ABOVE + HEIGHT * (1 - min(max(share, 0.0), 1.0))

    def put(line: Line, x: float, y: float) -> Placed:
        return Placed(line, x, y, size, setter.style.colour)

    placed = [put(line, left - 6 - line.width, down(share) + size * 0.34) for share, line in scale]
    for place in _spread(len(across), step, LABEL_ROOM):
        line = setter.line(chart.points[place].label)
        start = min(max(across[place] - line.width / 2, 0.0), width - line.width)
        placed.append(put(line, start, ABOVE + HEIGHT + size * 1.6))
    for place in _spread(len(across), step, CAPTION_ROOM):
        point = chart.points[place]
        line = setter.line(point.caption)
        beside = size + 4 if point.is_close_below else -6
        placed.append(put(line, across[place] - line.width / 2, down(point.value) + beside))
    shares = [(x, down(point.value)) for x, point in zip(across, chart.points, strict=True)]
    goals = [(x, down(point.goal)) for x, point in zip(across, chart.points, strict=True)]
    if len(goals) == 1:
        goals = [(left, goals[0][1]), (right, goals[0][1])]
    key = ABOVE + HEIGHT + size * 1.6 + 18
    axis, goal = setter.line(chart.axis), setter.line(chart.goal)
    second = left + 28 + axis.width + 22
    placed += [put(axis, left + 28, key + size * 0.34), put(goal, second + 28, key + size * 0.34)]
    grid = " ".join(f"{left:.2f} {-down(share):.2f} m {right:.2f} {-down(share):.2f} l" for share, _ in scale)
    shapes = (
        f"{stroke(colours.line)} .4 w {grid} S "
        f"q {stroke(colours.missing)} 1 w {DASH} {_path(goals)} S {_path([(second, key), (second + 22, key)])} S Q "
        f"{stroke(colours.bar)} 1.4 w {_path(shares)} S {_path([(left, key), (left + 22, key)])} S "
        f"{fill(colours.bar)} {' '.join(_dot(x, y) for x, y in [*shares, (left + 11, key)])} f"
    )
    return [Drawing(shapes, placed, width, ABOVE + HEIGHT + BELOW, element, before=8.0, after=12.0)]


def _spread(count: int, step: float, room: float) -> range:
    """Return the places that have room beside each other, from the first on."""
    return range(0, count, max(1, -(-int(room) // max(int(step), 1))))


def _path(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:.2f} {-y:.2f} {'l' if place else 'm'}" for place, (x, y) in enumerate(points))


def _dot(x: float, y: float) -> str:
    """Return a small square that stands on its corner: it prints as a dot."""
    corners = [(x - DOT, y), (x, y - DOT), (x + DOT, y), (x, y + DOT)]
    return f"{_path(corners)} h"
