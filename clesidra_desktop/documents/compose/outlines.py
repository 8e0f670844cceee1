"""Outlines as paragraphs and lists."""

from clesidra_desktop.documents.blocks import Block, List, ListItem, ListStyle, Paragraph
from clesidra_desktop.domain import outline
from clesidra_desktop.domain.outline import Outline, OutlineStyle

LIST_STYLES = {
    OutlineStyle.BULLET: ListStyle.BULLET,
    OutlineStyle.NUMBER: ListStyle.NUMBER,
    OutlineStyle.PARAGRAPH: ListStyle.PLAIN,
}


def outline_blocks(items: Outline) -> list[Block]:
    """Turn an outline into paragraphs and lists.

    Running text at the first level is a paragraph of its own; everything below it belongs to one list, at the level
    of the outline less one, so that points under a paragraph start at the left edge.
    """
    blocks: list[Block] = []
    pending: list[ListItem] = []
    for point in outline.walk(items):
        node = point.node
        top = point.level == 0
        if top and node.style is OutlineStyle.PARAGRAPH:
            if pending:
                blocks.append(List(tuple(pending)))
                pending = []
            if node.text.strip():
                blocks.append(Paragraph(node.text))
            offset = 1
            continue
        if top:
            offset = 0
        pending.append(ListItem(node.text, LIST_STYLES[node.style], point.level - offset, point.ordinal))
    if pending:
        blocks.append(List(tuple(pending)))
    return blocks
