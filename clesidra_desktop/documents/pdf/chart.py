"""Bar charts, drawn."""

from clesidra_desktop.documents.blocks import Bar, BarChart
from clesidra_desktop.documents.pdf.strips import Drawing, Placed, Strip, baseline, fill, stroke
from clesidra_desktop.documents.pdf.style import Typesetters
from clesidra_desktop.documents.pdf.tables import SMALL_TABLE
from clesidra_desktop.documents.pdf.tags import Element

LABELS = 0.42
"""The part of the width that the labels take."""

CAPTION = 45.0
"""The least room for what stands at the end of a bar."""

LABEL_LINES = 3
"""Longer labels are shortened: the table above the chart has them whole."""

BAR_HEIGHT = 11.0
GAP = 5.0


def chart_strips(chart: BarChart, width: float, setters: Typesetters, parent: Element) -> list[Strip]:
    """Lay out a chart of a width in points: one strip for each bar, so that a long chart can go over the page."""
    if not chart.bars:
        return []
    element = parent.add("Figure", alt=chart.summary)
    longest = max(bar.value for bar in chart.bars)
    captions = setters.of(setters.look.chart)
    reserved = max(CAPTION, *(captions.line(bar.caption).width + 8 for bar in chart.bars))
    strips = [
        _bar(bar, bar.value / longest if longest else 0.0, (width, reserved), setters, element) for bar in chart.bars
    ]
    strips.append(_axis(chart.axis, width, setters, element))
    kept = strips[:-1] if len(chart.bars) <= SMALL_TABLE else [strips[0], *strips[-3:-1]]
    for strip in kept:
        strip.keep = True
    strips[0].before, strips[-1].after = 8.0, 12.0
    return list(strips)


def _bar(bar: Bar, part: float, room: tuple[float, float], setters: Typesetters, element: Element) -> Drawing:
    width, reserved = room
    setter = setters.of(setters.look.chart)
    size, colour = setter.style.size, setter.style.colour
    left = width * LABELS
    lines = setter.limited(bar.label, left - 10, LABEL_LINES)
    leading = setter.leading(lines)
    height = max(len(lines) * leading, BAR_HEIGHT) + GAP
    middle = height / 2
    length = max(width - left - reserved, 0.0) * part
    first = (height - len(lines) * leading) / 2
    placed = [
        Placed(line, left - 8 - line.width, first + index * leading + baseline(leading, size), size, colour)
        for index, line in enumerate(lines)
    ]
    caption = setter.line(bar.caption)
    placed.append(Placed(caption, left + length + 5, middle + size * 0.34, size, colour))
    shapes = (
        f"{fill(setters.look.colours.bar)} {left:.2f} {-middle - BAR_HEIGHT / 2:.2f} {length:.2f} {BAR_HEIGHT} re f "
        f"{stroke(setters.look.colours.line)} .6 w {left:.2f} 0 m {left:.2f} {-height:.2f} l S"
    )
    return Drawing(shapes, placed, width, height, element)


def _axis(text: str, width: float, setters: Typesetters, element: Element) -> Drawing:
    setter = setters.of(setters.look.note)
    line = setter.clipped(text, width * (1 - LABELS))
    leading = setter.leading((line,))
    style = setter.style
    placed = Placed(line, width * LABELS + 5, baseline(leading, style.size), style.size, style.colour)
    return Drawing("", [placed], width, leading, element)
