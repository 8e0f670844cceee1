"""What balance costs in wishes: a bar of first wishes for each place of the slider, and below it the imbalance."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clesidra_desktop.domain.split import CURVE, Split
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.theme import Theme

HEIGHT = 64


class WishCurve(QWidget):
    """Five places, from wishes first on the left to balance first on the right; each is drawn when it is known."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._known: dict[int, Split] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def known(self) -> dict[int, Split]:
        """The split of each place that was worked out."""
        return dict(self._known)

    def sizeHint(self) -> QSize:
        """A bar and two lines of words."""
        return QSize(400, HEIGHT + 2 * self.fontMetrics().lineSpacing() + 8)

    def clear(self) -> None:
        """Know nothing."""
        self._known.clear()
        self._say()

    def show_place(self, balance: int, split: Split) -> None:
        """Show what a place of the slider gives."""
        self._known[balance] = split
        self._say()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars."""
        painter = QPainter(self)
        width, line = self.width() // len(CURVE), self.fontMetrics().lineSpacing()
        for place, balance in enumerate(reversed(CURVE)):
            split, left = self._known.get(balance), place * width
            ground = QRect(left + 8, 0, width - 16, HEIGHT)
            painter.fillRect(ground, self._theme.colour("hairline"))
            if split is None or split.wishes is None:
                continue
            full = max(1, split.wishes.wishers)
            bar = round(HEIGHT * split.wishes.first / full)
            painter.fillRect(QRect(ground.left(), HEIGHT - bar, ground.width(), bar), self._theme.colour("water"))
            painter.setPen(self._theme.colour("text"))
            for number, text in enumerate((_wishes(split), _imbalance(split)), start=1):
                area = QRect(left, HEIGHT + 4 + (number - 1) * line, width, line)
                painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.end()

    def _say(self) -> None:
        said = [f"{balance}: {_wishes(one)}, {_imbalance(one)}" for balance, one in self._known.items()]
        self.setAccessibleName("; ".join([tr("What balance costs in wishes"), *said]))
        self.update()


def _wishes(split: Split) -> str:
    if split.wishes is None:
        return ""
    return tr("{first} of {all} first wishes", first=split.wishes.first, all=split.wishes.wishers)


def _imbalance(split: Split) -> str:
    return tr("imbalance {imbalance}", imbalance=split.imbalance)
