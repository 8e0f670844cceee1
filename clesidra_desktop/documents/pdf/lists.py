"""Lists as strips: numbers and bullets before paragraphs that hang, and the tree of their elements."""

from clesidra_desktop.documents.blocks import List, ListItem, ListStyle
from clesidra_desktop.documents.numbering import DEEPEST_LEVEL, Digits, item_number
from clesidra_desktop.documents.pdf.paragraphs import Marker, paragraph_strips
from clesidra_desktop.documents.pdf.strips import LineStrip, Strip, fill, stroke
from clesidra_desktop.documents.pdf.style import Typesetters
from clesidra_desktop.documents.pdf.tags import Element
from clesidra_desktop.documents.theme.model import Colours

BULLETS = "•○▪"
"""How the three bullets are read. They are drawn, so that they look alike at every size."""

NUMBERINGS = {
    ListStyle.NUMBER: ("Decimal", "LowerAlpha", "LowerRoman"),
    ListStyle.BULLET: ("Disc", "Circle", "Square"),
}
RADIUS = 1.5
CIRCLE = 0.5523
"""The control points of four Bézier curves that make a circle lie this part of the radius off its axes."""


def list_strips(block: List, width: float, setters: Typesetters, digits: Digits, parent: Element) -> list[Strip]:
    """Lay out a list to a width in points; no item stands alone on either side of a page break."""
    tree = _Tree(parent)
    items = [_item(item, width, setters, digits, tree.add(item)) for item in block.items]
    for index in {0, len(items) - 2} & set(range(len(items) - 1)):
        items[index][-1].keep = True
    return [strip for strips in items for strip in strips]


class _Tree:
    """Builds the elements of nested lists from items that only know their level."""

    def __init__(self, parent: Element) -> None:
        self._parent = parent
        self._open: list[tuple[int, str, Element, Element]] = []

    def add(self, item: ListItem) -> Element:
        """Return the element of an item, below a list of its level and kind that may have to be begun."""
        kinds = NUMBERINGS.get(item.style)
        kind = kinds[item.level % 3] if kinds else ""
        while self._open and (
            self._open[-1][0] > item.level or (self._open[-1][0] == item.level and self._open[-1][1] != kind)
        ):
            self._open.pop()
        if self._open and self._open[-1][0] == item.level:
            owner = self._open.pop()[2]
        else:
            above = self._open[-1][3] if self._open else self._parent
            owner = above.add("L", attributes=f"<</O/List/ListNumbering/{kind}>>" if kind else "")
        entry = owner.add("LI")
        self._open.append((item.level, kind, owner, entry))
        return entry


def _item(item: ListItem, width: float, setters: Typesetters, digits: Digits, entry: Element) -> list[LineStrip]:
    look = setters.look
    setter = setters.of(look.body)
    shape = min(item.level, DEEPEST_LEVEL)
    left = min(item.level, look.deepest) * look.indent
    label = entry.add("Lbl") if item.style in NUMBERINGS else None
    body = entry.add("LBody")
    if label is None:
        strips = paragraph_strips(item.text, setter, width, body, left=left)
    elif item.style is ListStyle.NUMBER:
        marker = Marker(item_number(item, digits), label)
        strips = paragraph_strips(item.text, setter, width, body, left=left, hang=look.indent, marker=marker)
    else:
        strips = paragraph_strips(item.text, setter, width, body, left=left, hang=look.indent)
        first = strips[0]
        middle = first.placed[0].size * 0.28 - first.placed[0].baseline
        first.shape = bullet(shape, left + look.indent * 0.4, middle, look.colours)
        first.shape_element = label
        first.shape_text = BULLETS[shape % 3]
    strips[0].before = strips[-1].after = 1.5
    return strips


def bullet(level: int, x: float, y: float, colours: Colours) -> str:
    """Draw the bullet of a level around a point: a disc, a ring or a square, and so on again."""
    if level % 3 == 2:
        return f"{fill(colours.text)} {x - RADIUS:.2f} {y - RADIUS:.2f} {2 * RADIUS} {2 * RADIUS} re f"
    k = RADIUS * CIRCLE
    top, bottom, left, right = y + RADIUS, y - RADIUS, x - RADIUS, x + RADIUS
    circle = (
        f"{right:.2f} {y:.2f} m "
        f"{right:.2f} {y + k:.2f} {x + k:.2f} {top:.2f} {x:.2f} {top:.2f} c "
        f"{x - k:.2f} {top:.2f} {left:.2f} {y + k:.2f} {left:.2f} {y:.2f} c "
        f"{left:.2f} {y - k:.2f} {x - k:.2f} {bottom:.2f} {x:.2f} {bottom:.2f} c "
        f"{x + k:.2f} {bottom:.2f} {right:.2f} {y - k:.2f} {right:.2f} {y:.2f} c"
    )
    return f"{fill(colours.text)} {circle} f" if level % 3 == 0 else f"{stroke(colours.accent)} .7 w {circle} s"
