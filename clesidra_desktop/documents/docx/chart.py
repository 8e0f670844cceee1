"""Bar charts as DrawingML: drawn by Word itself, with their values in the chart and no workbook behind it."""

import math
from typing import Final

from clesidra_desktop.documents.blocks import Bar, BarChart
from clesidra_desktop.documents.docx.look import (
    A4,
    DARK_TEAL,
    EMU_A_TWIP,
    KHMER_FONT,
    LATIN_FONT,
    LINE_GREY,
    TEXT_GREY,
    language_tag,
)
from clesidra_desktop.documents.docx.text import escape

_CHART: Final = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MAIN: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"

_BAR_GAP: Final = 280
_LINE_HEIGHT: Final = 230
_LETTER: Final = 100
_MOST_FOR_LABELS: Final = 0.45
"""The part of the width that labels may take before they turn over."""
_AXIS_HEIGHT: Final = 700
_SIZE: Final = 850  # hundredths of a point
BLACK: Final = "262626"
_NO_LINE: Final = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"


def chart_part(block: BarChart, language: str) -> bytes:
    """Return the chart part: one series of horizontal bars, the first at the top, with its caption at each end."""
    count = len(block.bars)
    labels = "".join(f'<c:pt idx="{i}"><c:v>{escape(bar.label)}</c:v></c:pt>' for i, bar in enumerate(block.bars))
    values = "".join(f'<c:pt idx="{i}"><c:v>{bar.value!r}</c:v></c:pt>' for i, bar in enumerate(block.bars))
    captions = "".join(_caption(i, bar, language) for i, bar in enumerate(block.bars))
    series = (
        f'<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>{escape(block.axis)}</c:v></c:tx>'
        f'<c:spPr><a:solidFill><a:srgbClr val="{DARK_TEAL}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        f"<c:dLbls>{captions}{_NO_LINE}{chart_text()}{_shown()}</c:dLbls>"
        f'<c:cat><c:strLit><c:ptCount val="{count}"/>{labels}</c:strLit></c:cat>'
        "<c:val><c:numLit><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{count}"/>{values}</c:numLit></c:val></c:ser>'
    )
    plot = (
        f'{_layout(block)}<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>{_axes(block, language)}'
    )
    return chart_space(plot, language)


def chart_space(plot: str, language: str, legend: str = "") -> bytes:
    """Return a chart part around its plot and legend."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_MAIN}"><c:date1904 val="0"/>'
        f'<c:lang val="{language_tag(language)}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{plot}'
        f'</c:plotArea>{legend}<c:plotVisOnly val="1"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{chart_text()}</c:chartSpace>"
    ).encode()


def drawing(summary: str, relationship: str, index: int, width: int, height: int) -> str:
    """Return the run that shows a chart part, in twips; `summary` is its alternative text."""
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width * EMU_A_TWIP}" cy="{height * EMU_A_TWIP}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{index}" name="Chart {index}" descr="{escape(summary)}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_MAIN}"><a:graphicData uri="{_CHART}">'
        f'<c:chart xmlns:c="{_CHART}" r:id="{relationship}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def _longest_label(block: BarChart) -> int:
    return max(len(bar.label) for bar in block.bars)


def chart_height(block: BarChart) -> int:
    """Return the height that a chart needs. All bars get the same room, so the longest label decides."""
    letters = _MOST_FOR_LABELS * A4.text_width(landscape=False) / _LETTER
    lines = math.ceil(_longest_label(block) / letters) or 1
    return _AXIS_HEIGHT + (_BAR_GAP + _LINE_HEIGHT * lines) * len(block.bars)


def _layout(block: BarChart) -> str:
    """Return where the bars stand. Left to itself, LibreOffice squeezes a chart whose labels are long."""
    wanted = _LETTER * (_longest_label(block) + 2) / A4.text_width(landscape=False)
    left = round(min(wanted, _MOST_FOR_LABELS), 3)
    high = round(min(1 - _AXIS_HEIGHT / chart_height(block), 0.93), 3)
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{left}"/><c:y val="0.01"/><c:w val="{round(0.99 - left, 3)}"/><c:h val="{high}"/>'
        "</c:manualLayout></c:layout>"
    )


def _letters(tag: str, colour: str, language: str = "") -> str:
    """Return run properties of DrawingML."""
    spoken = f' lang="{language_tag(language)}"' if language else ""
    return (
        f'<a:{tag}{spoken} sz="{_SIZE}" b="0"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        f'<a:latin typeface="{LATIN_FONT}"/><a:ea typeface="{LATIN_FONT}"/><a:cs typeface="{KHMER_FONT}"/></a:{tag}>'
    )


def chart_text() -> str:
    """Return the look of all text in a chart."""
    look = _letters("defRPr", BLACK)
    return f'<c:txPr><a:bodyPr rot="0" vert="horz"/><a:p><a:pPr>{look}</a:pPr></a:p></c:txPr>'


def chart_words(text: str, colour: str, language: str) -> str:
    """Return words in a chart."""
    look = _letters("rPr", colour, language)
    run = f"<a:r>{look}<a:t>{escape(text)}</a:t></a:r>"
    return f'<c:tx><c:rich><a:bodyPr wrap="none"/><a:p>{run}</a:p></c:rich></c:tx>'


def _shown() -> str:
    return (
        '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _caption(index: int, bar: Bar, language: str) -> str:
    return f'<c:dLbl><c:idx val="{index}"/>{chart_words(bar.caption, BLACK, language)}{_shown()}</c:dLbl>'


def _axes(block: BarChart, language: str) -> str:
    """Return the axes: labels from the top down, and the values' name without their scale, for the captions say it."""
    longest = max(bar.value for bar in block.bars) or 1
    line = f'<c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="{LINE_GREY}"/></a:solidFill></a:ln></c:spPr>'
    return (
        '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'{line}{chart_text()}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:tickLblSkip val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:max val="{longest * 1.25!r}"/>'
        '<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>'
        f'<c:title>{chart_words(block.axis, TEXT_GREY, language)}<c:overlay val="0"/></c:title>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="none"/>{_NO_LINE}<c:crossAx val="1"/><c:crosses val="max"/></c:valAx>'
    )
