"""The first page: lines and the logo at its top, or a cover of its own."""

from collections.abc import Sequence

from clesidra_desktop.documents.blocks import Block, Document, Paragraph, Title
from clesidra_desktop.documents.pdf.paginate import Placement, paginate
from clesidra_desktop.documents.pdf.paragraphs import align_strips, aligned, paragraph_strips
from clesidra_desktop.documents.pdf.pictures import PictureStrip
from clesidra_desktop.documents.pdf.strips import LineStrip, Strip
from clesidra_desktop.documents.pdf.style import MILLIMETRE, Typesetters
from clesidra_desktop.documents.pdf.tags import Element

TITLE_TOP = 0.34
"""Where the title of a cover begins, as a part of the height of the text."""

GAP = 24.0


def top_strips(document: Document, width: float, setters: Typesetters, element: Element) -> list[Strip]:
    """Lay out what stands above the title: the lines of the document's language, and the logo."""
    theme = setters.theme.values
    first = theme.first_page
    strips: list[Strip] = []
    for text in first.lines_km if document.language == "km" else first.lines_en:
        strips += _aligned(text, width, setters, element)
    if image := setters.theme.logo:
        height = theme.logo.height * MILLIMETRE
        wide = min(height * image.width / image.height, width)
        left = aligned(first.align, width - wide)
        figure = element.add("Figure", alt=theme.logo.alt)
        drawable = setters.images.drawable(image)
        strips.append(PictureStrip(drawable, left, wide, wide * image.height / image.width, figure))
    for strip in strips:
        strip.keep = True
    if strips:
        strips[-1].after = 14.0
    return strips


def cover_blocks(blocks: Sequence[Block], setters: Typesetters) -> int:
    """Return how many blocks stand on a cover: the title and the paragraphs below it, none without a cover."""
    if setters.theme.values.first_page.kind != "cover" or not blocks or not isinstance(blocks[0], Title):
        return 0
    return next((place for place, one in enumerate(blocks) if place and not isinstance(one, Paragraph)), len(blocks))


def lay_cover(
    document: Document,
    top: Sequence[Strip],
    middle: Sequence[Strip],
    size: tuple[float, float],
    setters: Typesetters,
    element: Element,
) -> list[list[Placement]]:
    """Lay a cover of a width and height out: what is above, the title a third down, date and place at the foot.

    Where that is more than one page has room for, all of it flows.
    """
    width, height = size
    foot: list[Strip] = []
    for name in ("date", "place"):
        if text := document.fields.get(name, ""):
            foot += _aligned(text, width, setters, element)
    upper, lower, last = (paginate(strips, height) for strips in (top, middle, foot))
    heights = [_height(one) for one in (upper, lower, last)]
    start = max(height * TITLE_TOP, heights[0] + GAP if top else 0.0)
    if any(len(one) > 1 for one in (upper, lower, last)) or start + heights[1] + GAP + heights[2] > height:
        return paginate([*top, *middle, *foot], height)
    moves = (0.0, start, height - heights[2])
    return [
        [
            Placement(one.strip, one.offset + move)
            for pages, move in zip((upper, lower, last), moves, strict=True)
            for one in pages[0]
        ]
    ]


def _aligned(text: str, width: float, setters: Typesetters, element: Element) -> list[LineStrip]:
    strips = paragraph_strips(text, setters.of(setters.look.lines), width, element.add("P"))
    align_strips(strips, width, setters.theme.values.first_page.align)
    return strips


def _height(pages: list[list[Placement]]) -> float:
    return max((one.offset + one.strip.height for one in pages[0]), default=0.0)
