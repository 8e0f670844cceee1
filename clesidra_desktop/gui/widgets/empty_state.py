"""What stands where there is nothing yet: what this place is for, and the first step."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from clesidra_desktop.gui.theme import Theme

ICON = 48
WIDTH = 520


class EmptyState(QWidget):
    """An icon, a title, a sentence, and a button where there is a step to take."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None, *, width: int = WIDTH) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter, wordWrap=True)
        self._title.setProperty("level", "title")
        self._sentence = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter, wordWrap=True)
        self._sentence.setProperty("level", "muted")
        self.button = QPushButton()
        self.button.setProperty("role", "primary")
        self.button.hide()
        self.button.clicked.connect(self._step)
        self._do: Callable[[], object] | None = None
        inner = self._inner = QWidget()
        inner.setFixedWidth(width)
        column = QVBoxLayout(inner)
        column.setSpacing(10)
        for label in (self._icon, self._title, self._sentence):
            column.addWidget(label)
        column.addSpacing(6)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout = QVBoxLayout(self)
        layout.addStretch()
        layout.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        theme.changed.connect(self._restyle)
        self._restyle()

    def say(self, title: str, sentence: str, step: str = "", do: Callable[[], object] | None = None) -> None:
        """Say what this place is for; `step` names the first step and `do` takes it."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.button.setText(step)
        self.button.setVisible(bool(step))
        self._do = do
        self._fit()

    def _fit(self) -> None:
        """Give the sentences the height that they need at this width."""
        layout = self._inner.layout()
        if layout and layout.hasHeightForWidth():
            self._inner.setMinimumHeight(layout.totalHeightForWidth(self._inner.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size of the type, too, which comes with a new size."""
        super().resizeEvent(event)
        self._fit()

    def _step(self) -> None:
        if self._do:
            self._do()

    def _restyle(self) -> None:
        if self._theme.colours:
            self._icon.setPixmap(self._theme.icon(self._icon_name, "primary").pixmap(ICON, ICON))
            self._fit()
