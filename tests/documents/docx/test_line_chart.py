"""Shares over time in the Word document."""

from lxml import etree

from clesidra_desktop.documents.blocks import Document, LineChart, Point, Section
from clesidra_desktop.documents.docx import write_docx
from tests.documents.docx.reading import parts
from tests.documents.docx.sample import CREATED


def chart(*values: float) -> LineChart:
    points = tuple(Point(f"day {n}", value, 0.4, f"{value:.0%}") for n, value in enumerate(values, start=1))
    return LineChart(points, "Share reached", "Goal", ((0.0, "0 %"),), "What the line shows")


def package(*blocks: LineChart) -> dict[str, bytes]:
    return parts(write_docx(Document("en", "", (Section(blocks),)), created=CREATED))


def read(block: LineChart) -> etree._Element:
    return etree.fromstring(package(block)["word/charts/chart1.xml"])


def test_the_line_and_its_goal_are_two_series_with_all_values() -> None:
    found = read(chart(0.25, 0.5, 0.75))
    series = found.findall(".//{*}ser")
    assert [one.findtext("{*}tx/{*}v") for one in series] == ["Share reached", "Goal"]
    values = [[float(point.text) for point in one.findall("{*}val//{*}v")] for one in series]
    assert values == [[0.25, 0.5, 0.75], [0.4, 0.4, 0.4]]
    assert series[1].find(".//{*}prstDash") is not None


def test_captions_have_room() -> None:
    assert len(read(chart(*(0.5,) * 12)).findall(".//{*}dLbl")) == 12
    assert len(read(chart(*(0.5,) * 40)).findall(".//{*}dLbl")) == 2


def test_a_caption_stands_below_the_point_where_the_goal_is_just_above() -> None:
    places = [mark.get("val") for mark in read(chart(0.35, 0.6, 0.1)).findall(".//{*}dLbl/{*}dLblPos")]
    assert places == ["b", "t", "t"]


def test_it_says_in_words_what_it_shows() -> None:
    body = etree.fromstring(package(chart(0.5, 0.6))["word/document.xml"])
    assert [shape.get("descr") for shape in body.iter("{*}docPr")] == ["What the line shows"]


def test_a_chart_without_points_is_left_out() -> None:
    assert not any(name.startswith("word/charts") for name in package(chart()))
