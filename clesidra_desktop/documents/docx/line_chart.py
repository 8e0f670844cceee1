"""Shares over time beside their goals as DrawingML, drawn by Word itself."""

from typing import Final

from clesidra_desktop.documents.blocks import LineChart
from clesidra_desktop.documents.docx.chart import BLACK, chart_space, chart_text, chart_words
from clesidra_desktop.documents.docx.look import DARK_TEAL, LINE_GREY
from clesidra_desktop.documents.docx.text import escape

LINE_CHART_HEIGHT: Final = 3600
"""The height of a chart, in twips."""

GOAL_COLOUR: Final = "B45309"
CAPTIONS: Final = 12
"""More captions than these would stand upon each other."""

LABELS: Final = 5
"""So many labels have room below the line."""

_HIDDEN: Final = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
_SHOWN: Final = _HIDDEN.replace('<c:showVal val="0"/>', '<c:showVal val="1"/>')


def line_chart_part(block: LineChart, language: str) -> bytes:
    """Return the chart part: the line of shares, and the dashed one of their goals."""
    labels = "".join(
        f'<c:pt idx="{place}"><c:v>{escape(point.label)}</c:v></c:pt>' for place, point in enumerate(block.points)
    )
    categories = f'<c:cat><c:strLit><c:ptCount val="{len(block.points)}"/>{labels}</c:strLit></c:cat>'
    captions = "".join(
        f'<c:dLbl><c:idx val="{place}"/>{chart_words(point.caption, BLACK, language)}'
        f'<c:dLblPos val="{"b" if point.is_close_below else "t"}"/>{_SHOWN}</c:dLbl>'
        for place, point in enumerate(block.points)
        if len(block.points) <= CAPTIONS or place in (0, len(block.points) - 1)
    )
    shares = _series(
        0,
        block.axis,
        [point.value for point in block.points],
        categories,
        DARK_TEAL,
        f"<c:dLbls>{captions}{_HIDDEN}</c:dLbls>",
    )
    goals = _series(1, block.goal, [point.goal for point in block.points], categories, GOAL_COLOUR, "", dashed=True)
    plot = (
        f'<c:layout/><c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{shares}{goals}'
        f'<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>{_axes(block)}'
    )
    legend = f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{chart_text()}</c:legend>'
    return chart_space(plot, language, legend)


def _series(
    index: int, name: str, values: list[float], categories: str, colour: str, captions: str, *, dashed: bool = False
) -> str:
    points = "".join(f'<c:pt idx="{place}"><c:v>{value!r}</c:v></c:pt>' for place, value in enumerate(values))
    ink = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    dash = '<a:prstDash val="dash"/>' if dashed else ""
    symbol = '<c:symbol val="none"/>' if dashed else f'<c:symbol val="circle"/><c:size val="5"/><c:spPr>{ink}</c:spPr>'
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/><c:tx><c:v>{escape(name)}</c:v></c:tx>'
        f'<c:spPr><a:ln w="19050">{ink}{dash}</a:ln></c:spPr><c:marker>{symbol}</c:marker>{captions}{categories}'
        f'<c:val><c:numLit><c:formatCode>0%</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numLit></c:val>'
        '<c:smooth val="0"/></c:ser>'
    )


def _axes(block: LineChart) -> str:
    line = f'<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="{LINE_GREY}"/></a:solidFill></a:ln></c:spPr>'
    skip = -(-len(block.points) // LABELS)
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="b"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{line}{chart_text()}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:tickLblSkip val="{skip}"/></c:catAx>'
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="1"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="l"/><c:majorGridlines>{line}</c:majorGridlines>'
        '<c:numFmt formatCode="0%" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/>{line}{chart_text()}<c:crossAx val="1"/><c:crosses val="autoZero"/>'
        '<c:majorUnit val="0.25"/></c:valAx>'
    )
