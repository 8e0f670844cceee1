"""A card with one large number and what it counts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget


class Card(QFrame):
    """The card. A screen reader says the sentence with the number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.number = QLabel(wordWrap=True)
        self.number.setProperty("level", "number")
        self.sentence = QLabel(wordWrap=True)
        self.sentence.setProperty("level", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(2)
        layout.addWidget(self.number)
        layout.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignTop)

    def say(self, number: str, sentence: str) -> None:
        """Show a number and what it counts."""
        self.number.setText(number)
        self.sentence.setText(sentence)
        self.setAccessibleName(f"{sentence}: {number}")
