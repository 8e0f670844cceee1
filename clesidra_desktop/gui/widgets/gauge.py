"""A quota as a gauge: how far it is reached, where it must come to, and what is missing in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from clesidra_desktop.domain.quotas import QuotaResult
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.words import quota_name, quota_sentence


class Bar(QWidget):
    """A bar from 0 to 1 with a mark."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = self._goal = 0.0
        self._reached = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Small enough for several beside each other."""
        return QSize(76, 12)

    def show_share(self, share: float, goal: float, *, reached: bool) -> None:
        """Show a share and the one to be reached."""
        self._share, self._goal, self._reached = min(share, 1.0), goal, reached
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, 3, self.width(), self.height() - 6)
        painter.setBrush(self._theme.colour("hairline"))
        painter.drawRoundedRect(whole, 3, 3)
        painter.setBrush(self._theme.colour("water" if self._reached else "sand"))
        painter.drawRoundedRect(QRectF(0, 3, whole.width() * self._share, whole.height()), 3, 3)
        painter.setPen(QPen(self._theme.colour("text"), 2))
        goal = max(1.0, min(whole.width() - 1.0, whole.width() * self._goal))
        painter.drawLine(int(goal), 0, int(goal), self.height())
        painter.end()


class Gauge(QWidget):
    """A quota beside its name. The sentence is in the tooltip and for those who listen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLabel()
        self._bar = Bar(theme)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._name)
        layout.addWidget(self._bar)

    def show_result(self, result: QuotaResult, category_label: str = "") -> None:
        """Show how a quota stands. `category_label` is how its category is printed, where it is about one."""
        name = quota_name(result.quota, category_label)
        self._name.setText(f"{name} {result.share:.0%}")
        self._bar.show_share(result.share, result.quota.share, reached=result.reached)
        sentence = quota_sentence(result, name)
        self.setToolTip(sentence)
        self.setAccessibleName(f"{self._name.text()}. {sentence}")
