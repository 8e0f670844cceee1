"""Plain text that grows with what is typed: nothing is scrolled away, and nothing is corrected behind one's back."""

import math

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

MARGIN = 2
FRAME = 14 + 2 * MARGIN
"""Pixels above and below the text: padding, border and the document's own margin."""


class GrowingEdit(QPlainTextEdit):
    """As high as its text, at least `lines` lines. Tab leaves it; text comes in without colours and fonts."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)

    def set_lines(self, lines: int) -> None:
        """Be at least so many lines high."""
        self._lines = lines
        self.fit()

    def fit(self) -> None:
        """Be as high as the text."""
        layout, block, height = self.document().documentLayout(), self.document().firstBlock(), 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()  # Khmer lines are higher than those of the font
            block = block.next()
        least = QFontMetrics(self.font()).lineSpacing() * self._lines
        self.setFixedHeight(max(math.ceil(height), least) + FRAME)

    def sizeHint(self) -> QSize:
        """As high as it is."""
        return QSize(super().sizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break anew in another width."""
        super().resizeEvent(event)
        self.fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take nothing but text."""
        if source.hasText():
            self.insertPlainText(source.text())


class OneLineEdit(GrowingEdit):
    """A growing field for text that is one line, however long: Enter ends it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the row that the field stands in."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take text on one line."""
        if source.hasText():
            self.insertPlainText(" ".join(source.text().split()))
