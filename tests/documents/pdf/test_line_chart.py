"""Shares over time in the PDF."""

import re
from itertools import pairwise

import pytest

from clesidra_desktop.documents.blocks import LineChart, Point
from clesidra_desktop.documents.pdf.line_chart import HEIGHT, line_chart_strips
from clesidra_desktop.documents.pdf.strips import Drawing
from clesidra_desktop.documents.pdf.style import typesetters_for
from clesidra_desktop.documents.pdf.tags import Element
from tests.helpers.documents import CREATED, document, pdf_text, write_pdf
from tests.helpers.preflight import complaints

SCALE = ((0.0, "0 %"), (1.0, "100 %"))
WIDTH = 480.0


def chart(*values: float, goal: float = 0.4) -> LineChart:
    points = tuple(Point(f"day {n}", value, goal, f"{value:.0%}") for n, value in enumerate(values, start=1))
    return LineChart(points, "Share reached", "Goal", SCALE, "What the line shows")


def drawn(block: LineChart) -> Drawing:
    (strip,) = line_chart_strips(block, WIDTH, typesetters_for("en"), Element("Document"))
    assert isinstance(strip, Drawing)
    return strip


def test_a_chart_without_points_is_left_out() -> None:
    assert line_chart_strips(chart(), WIDTH, typesetters_for("en"), Element("Document")) == []


@pytest.mark.parametrize("count", [1, 2, 12, 60, 500])
def test_everything_stands_on_the_page(count: int) -> None:
    strip = drawn(chart(*(n % 11 / 10 for n in range(count))))
    for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+) [ml]", strip.shapes):
        assert 0 <= float(x) <= WIDTH
        assert -strip.height <= float(y) <= 0
    assert all(placed.x >= 0 and placed.x + placed.line.width <= WIDTH + 0.01 for placed in strip.placed)


def test_a_greater_share_stands_higher() -> None:
    low, high = (drawn(chart(value, value)).shapes for value in (0.2, 0.8))
    tops = [max(float(y) for _, y in re.findall(r"(-?[\d.]+) (-?[\d.]+) l S", shapes)) for shapes in (low, high)]
    assert tops[1] >= tops[0]
    assert drawn(chart(0.5)).height > HEIGHT


def test_many_labels_do_not_stand_upon_each_other() -> None:
    strip = drawn(chart(*(0.5 for _ in range(60))))
    rows: dict[float, list[tuple[float, float]]] = {}
    for placed in strip.placed:
        rows.setdefault(placed.baseline, []).append((placed.x, placed.x + placed.line.width))
    for row in rows.values():
        row.sort()
        assert all(one[1] <= other[0] for one, other in pairwise(row))


def test_it_can_be_read_aloud_and_archived(tmp_path: object) -> None:
    pdf = write_pdf(document(chart(0.25, 0.5)), created=CREATED)
    assert "Share reached" in pdf_text(pdf)
    assert complaints(pdf, tmp_path) == ""  # type: ignore[arg-type]
