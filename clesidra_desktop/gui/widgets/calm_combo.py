"""A choice that the wheel does not change while a page is scrolled."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class CalmComboBox(QComboBox):
    """Leaves the wheel to the page; as narrow as there is room for, with its list as wide as it needs to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def fill(self, choices: "list[tuple[str, object]]", chosen: object) -> None:
        """Offer choices, words with what they stand for, and show the chosen one; nobody is told."""
        self.blockSignals(True)
        if [(self.itemText(place), self.itemData(place)) for place in range(self.count())] != choices:
            self.clear()
            for words, value in choices:
                self.addItem(words, value)
        self.setCurrentIndex(next((place for place, (_, value) in enumerate(choices) if value == chosen), -1))
        self.blockSignals(False)
