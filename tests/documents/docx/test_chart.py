import pytest
from lxml import etree

from clesidra_desktop.documents.blocks import Bar, BarChart, Document, Section
from clesidra_desktop.documents.docx import write_docx
from clesidra_desktop.documents.docx.look import A4, EMU_A_TWIP
from tests.documents.docx.reading import parts
from tests.documents.docx.sample import CREATED


def _parts(chart: BarChart, *, landscape: bool = False) -> dict[str, etree._Element]:
    content = write_docx(Document("km", "", (Section((chart, chart), landscape),)), created=CREATED)
    return {name: etree.fromstring(blob) for name, blob in parts(content).items()}


def _chart(*labels: str) -> BarChart:
    return BarChart(tuple(Bar(label, 2.0, "2") for label in labels), "Votes", "Two each")


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("labels", [("a", "b"), ("long " * 60, "b"), ("a",) * 200])
def test_a_chart_fills_the_width_and_leaves_room_for_its_heading(labels: tuple[str, ...], landscape: bool) -> None:
    body = _parts(_chart(*labels), landscape=landscape)["word/document.xml"]
    extents = [(int(extent.get("cx")), int(extent.get("cy"))) for extent in body.iter("{*}extent")]
    assert len(extents) == 2
    for wide, high in extents:
        assert wide == A4.text_width(landscape) * EMU_A_TWIP
        assert high <= A4.text_height(landscape) * EMU_A_TWIP * 3 // 4


def test_long_labels_make_a_chart_higher_and_take_less_than_half_of_it() -> None:
    short, long = _parts(_chart("a", "b")), _parts(_chart("a", "long " * 30))
    high = [int(package["word/document.xml"].find(".//{*}extent").get("cy")) for package in (short, long)]
    left = [float(package["word/charts/chart1.xml"].find(".//{*}x").get("val")) for package in (short, long)]
    assert high[0] < high[1]
    assert left[0] < left[1] < 0.5


def test_bars_stand_from_the_top_down_with_every_label_and_caption() -> None:
    read = _parts(_chart("a", "b", "c"))["word/charts/chart1.xml"]
    labels, values = read.find(".//{*}catAx"), read.find(".//{*}valAx")
    assert labels.find("{*}scaling/{*}orientation").get("val") == "maxMin"
    assert labels.find("{*}tickLblSkip").get("val") == "1"
    assert values.find("{*}scaling/{*}min").get("val") == "0"
    assert [mark.find("{*}idx").get("val") for mark in read.iter("{*}dLbl")] == ["0", "1", "2"]
    assert {font.get("typeface") for font in read.iter("{*}cs")} == {"Noto Sans Khmer"}


def test_each_chart_has_its_own_part_and_number() -> None:
    package = _parts(_chart("a"))
    body = package["word/document.xml"]
    assert {"word/charts/chart1.xml", "word/charts/chart2.xml"} <= package.keys()
    assert [shape.get("id") for shape in body.iter("{*}docPr")] == ["1", "2"]
    relationships = {target.get("Id"): target.get("Target") for target in package["word/_rels/document.xml.rels"]}
    linked = [relationships[next(iter(chart.attrib.values()))] for chart in body.iter("{*}chart")]
    assert linked == ["charts/chart1.xml", "charts/chart2.xml"]


def test_a_chart_without_bars_is_left_out() -> None:
    assert not any(name.startswith("word/charts") for name in _parts(_chart()))
