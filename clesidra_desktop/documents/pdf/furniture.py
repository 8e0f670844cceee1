"""What stands around the text of a page: header, footer, the line below a page of an annex."""

from clesidra_desktop.documents.blocks import Document
from clesidra_desktop.documents.numbering import Digits
from clesidra_desktop.documents.pdf.annex_pages import FOOT, AnnexPage
from clesidra_desktop.documents.pdf.strips import LineStrip, Placed, stroke
from clesidra_desktop.documents.pdf.style import MILLIMETRE, Typesetters
from clesidra_desktop.documents.pdf.text import Line as TextLine
from clesidra_desktop.documents.shorten import shortened
from clesidra_desktop.documents.theme.model import PLACEHOLDER, Line
from clesidra_desktop.documents.theme.reading import HEADER_LINE

GAP = 20.0
"""Between two texts of a line."""

DOT = "·"


class Furniture:
    """Draws the furniture of the pages of a document, which has `count` of them."""

    def __init__(self, document: Document, setters: Typesetters, count: int) -> None:
        self._document = document
        self._setters = setters
        self._setter = setters.of(setters.look.furniture)
        self._look = setters.look
        self._digits = Digits(document.digits)
        self._count = count
        self._rule_colour = f"{stroke(self._look.colours.line)} .4 w"

    def around(self, number: int, width: float, height: float, side: float) -> list[str]:
        """Draw the header and the footer of page `number`; on the first page its title stands for the header."""
        theme = self._setters.theme.values
        first = number == 1
        operators: list[str] = []
        y = height - self._look.margin_top * HEADER_LINE
        if first and theme.first_page.kind == "cover":
            self._mark(operators, side, width - 2 * side, y)
            return operators
        inner = width - 2 * side
        bottom = self._look.margin_bottom * 0.55
        self._line(operators, self._texts(theme.footer, number), side, inner, bottom)
        if theme.footer.rule:
            self._rule(operators, side, inner, bottom + 13)
        if first:
            self._mark(operators, side, inner, y)
            return operators
        left, right = self._logo(operators, side, inner, y - 3)
        room = inner - left - right
        room -= self._mark(operators, side + left, room, y)
        self._line(operators, self._texts(theme.header, number), side + left, room, y)
        if theme.header.rule:
            self._rule(operators, side, inner, y - 6)
        return operators

    def foot(self, page: AnnexPage, number: int) -> list[str]:
        """Draw the line below a page of an annex, larger or smaller with the page."""
        scale = page.foot / FOOT
        side = self._look.landscape_side
        width = page.source.width / scale - 2 * side
        operators = [f"q {scale:.3f} 0 0 {scale:.3f} 0 0 cm"]
        self._line(operators, (page.caption, self._document.mark, self._label(number)), side, width, FOOT * 0.4)
        self._rule(operators, side, width, FOOT - 4)
        return [*operators, "Q"]

    def _label(self, number: int) -> str:
        return self._document.page_label.format(page=self._digits.write(number), pages=self._digits.write(self._count))

    def _texts(self, line: Line, number: int) -> tuple[str, str, str]:
        values = {
            **self._document.fields,
            "page": self._digits.write(number),
            "pages": self._digits.write(self._count),
            "page_label": self._label(number),
        }
        return (_filled(line.left, values), _filled(line.centre, values), _filled(line.right, values))

    def _line(
        self, operators: list[str], texts: tuple[str, str, str], left: float, width: float, bottom: float
    ) -> None:
        """Draw texts on the left, in the middle and on the right; what is too long is clipped, the left one first."""
        style = self._setter.style
        right = self._setter.clipped(texts[2], width)
        room = width - right.width - GAP if texts[2] else width
        middle = self._setter.clipped(texts[1], max(width - 2 * right.width - 2 * GAP, 0)) if texts[1] else None
        if middle:
            room = (width - middle.width) / 2 - GAP
        found = self._setter.clipped(texts[0], max(room, 0))
        parts: list[tuple[TextLine, float]] = [(found, 0.0)] if texts[0] else []
        if middle:
            parts.append((middle, (width - middle.width) / 2))
        if texts[2]:
            parts.append((right, width - right.width))
        placed = tuple(Placed(line, x, 0, style.size, style.colour) for line, x in parts)
        LineStrip(placed, 0).draw(operators, left, bottom, None)

    def _mark(self, operators: list[str], left: float, width: float, bottom: float) -> float:
        """Draw on the right what standing the document has; return how much of the width it takes."""
        if not self._document.mark:
            return 0.0
        setter = self._setters.of(self._look.draft if self._document.is_draft else self._look.furniture)
        line = setter.clipped(self._document.mark, width / 3)
        placed = (Placed(line, width - line.width, 0, setter.style.size, setter.style.colour),)
        LineStrip(placed, 0).draw(operators, left, bottom, None)
        return line.width + GAP

    def _logo(self, operators: list[str], left: float, width: float, bottom: float) -> tuple[float, float]:
        """Draw the logo of the header; return what it takes on the left and on the right."""
        logo, image = self._setters.theme.values.logo, self._setters.theme.logo
        if image is None or not logo.header_height:
            return 0.0, 0.0
        height = logo.header_height * MILLIMETRE
        wide = min(height * image.width / image.height, width / 3)
        height = wide * image.height / image.width
        x = left if logo.header_side == "left" else left + width - wide
        operators.append(self._setters.images.drawable(image).operators(x, bottom, wide, height))
        return (wide + GAP / 2, 0.0) if logo.header_side == "left" else (0.0, wide + GAP / 2)

    def _rule(self, operators: list[str], left: float, width: float, y: float) -> None:
        operators.append(f"{self._rule_colour} {left:.2f} {y:.2f} {width:.2f} 0 re S")


def _filled(text: str, values: dict[str, str]) -> str:
    """Fill placeholders; a part between two dots of which nothing stays is left out."""
    parts = (PLACEHOLDER.sub(lambda match: values.get(match[1], ""), part).strip() for part in text.split(DOT))
    return shortened(f" {DOT} ".join(part for part in parts if part))
