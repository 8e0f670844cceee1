"""Pictures as strips."""

from dataclasses import dataclass

from clesidra_desktop.documents.blocks import Picture
from clesidra_desktop.documents.pdf.images import Drawable
from clesidra_desktop.documents.pdf.strips import Mark, Strip, marked
from clesidra_desktop.documents.pdf.style import Typesetters
from clesidra_desktop.documents.pdf.tags import Element, PageMarks

POINTS_A_PIXEL = 0.75
"""Of a picture that is not made smaller: 96 pixels an inch, as screens show it."""


@dataclass(slots=True)
class PictureStrip:
    """A picture on its own, `left` of the edge of the text in points."""

    drawable: Drawable
    left: float
    width: float
    height: float
    element: Element
    before: float = 6.0
    after: float = 8.0
    keep: bool = False
    header: Strip | None = None
    mark: Mark | None = None

    def draw(self, operators: list[str], x: float, top: float, marks: PageMarks | None) -> None:
        """Draw the picture as content of its figure."""
        left, bottom = x + self.left, top - self.height
        drawn = self.drawable.operators(left, bottom, self.width, self.height)
        operators.append(marked(drawn, marks, self.element))
        self.element.extend((left, bottom, left + self.width, top))


def picture_strip(block: Picture, width: float, height: float, setters: Typesetters, parent: Element) -> PictureStrip:
    """Lay a picture out in the middle of a width, not higher than a height, in points."""
    image = block.image
    part = min(width / image.width, height / image.height, POINTS_A_PIXEL)
    element = parent.add("Figure", alt=block.alt)
    drawable = setters.images.drawable(image)
    return PictureStrip(drawable, (width - image.width * part) / 2, image.width * part, image.height * part, element)
