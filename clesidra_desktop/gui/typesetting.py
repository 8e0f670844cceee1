"""Type that is set into a place: broken into lines between words, and as large as the place admits."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from clesidra_desktop.documents.words import breakable

LINE_BREAK = "\u2028"


@dataclass(slots=True)
class SetText:
    """A text that was broken into lines. `is_whole` says whether all of it fits; what does not ends with dots."""

    layout: QTextLayout
    height: float
    width: float
    lines: int
    is_whole: bool

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Draw it with its upper left corner somewhere."""
        painter.setPen(colour)
        for number in range(self.lines):
            self.layout.lineAt(number).draw(painter, at)


def set_text(text: str, font: QFont, width: float, height: float = 1e6, *, centred: bool = False) -> SetText:
    """Break a text into lines that are no wider than a place, and keep those that are in it."""
    layout = QTextLayout(breakable(text).replace("\n", LINE_BREAK), font)
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = widest = 0.0
    kept = made = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        made += 1
        if y + line.height() <= height:
            y += line.height()
            widest = max(widest, line.naturalTextWidth())
            kept = made
    layout.endLayout()
    if 0 < kept < made:
        return replace(set_text(_cut(layout, kept, font, width), font, width, centred=centred), is_whole=False)
    return SetText(layout, y, widest, kept, kept == made)


def _cut(layout: QTextLayout, kept: int, font: QFont, width: float) -> str:
    """Return the text of the lines that are kept, with dots for the others."""
    text, start = layout.text(), layout.lineAt(kept - 1).textStart()
    rest = text[start:].replace(LINE_BREAK, " ")
    return text[:start] + QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width * 0.98)


def fit_text(text: str, font: QFont, box: QRectF, largest: float, smallest: float, *, centred: bool = False) -> SetText:
    """Set a text as large as fits into a box, in pixels between the largest and the smallest size."""
    low, high = int(smallest), int(largest)
    best = None
    while low <= high:
        size = (low + high) // 2
        tried = set_text(text, sized(font, size), box.width(), box.height(), centred=centred)
        if tried.is_whole and not _parts_a_word(tried, text):
            best, low = tried, size + 1
        else:
            high = size - 1
    return best or set_text(text, sized(font, smallest), box.width(), box.height(), centred=centred)


def _parts_a_word(made: SetText, text: str) -> bool:
    """Whether a line ends in the middle of a word in Latin letters, which a smaller size would keep whole."""
    shown = made.layout.text()
    ends = (made.layout.lineAt(number) for number in range(made.lines - 1))
    places = (line.textStart() + line.textLength() for line in ends)
    return bool(text) and any(
        0 < place < len(shown) and shown[place - 1].isalnum() and shown[place].isalnum() and shown[place].isascii()
        for place in places
    )


def sized(font: QFont, pixels: float, *, bold: bool = False) -> QFont:
    """Return a font in another size, in pixels."""
    made = QFont(font)
    made.setPixelSize(max(1, round(pixels)))
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made
