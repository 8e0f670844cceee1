"""What each column of a list holds: its title as in the file, and a choice beside it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.models.list_rows import FIELD_WORDS, ListView
from clesidra_desktop.gui.widgets.elided_label import ElidedLabel
from clesidra_desktop.services.lists.fields import Field


class ColumnChoices(QWidget):
    """One choice a column; `chosen` carries the column and the field, or None where it is not taken."""

    chosen = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._boxes: dict[int, QComboBox] = {}
        self._labels: dict[int, ElidedLabel] = {}

    def box(self, column: int) -> QComboBox:
        """Return the choice of a column."""
        return self._boxes[column]

    def show_columns(self, view: ListView) -> None:
        """Show the columns of a list."""
        if set(self._boxes) != set(range(len(view.header.titles))):
            self._make(len(view.header.titles))
        for column in self._boxes:
            title = view.title(column)
            self._labels[column].setText(title)
            self._boxes[column].setAccessibleName(tr("What “{title}” holds", title=title))
            self._show_choice(column, view.columns)

    def _show_choice(self, column: int, columns: Mapping[int, Field]) -> None:
        box, held = self._boxes[column], columns.get(column)
        box.setCurrentIndex(box.findData(held) if held else 0)
        dress(self._labels[column], level="" if held else "muted")

    def _make(self, count: int) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            if item and (widget := item.widget()):
                widget.deleteLater()
        self._boxes, self._labels = {}, {}
        for column in range(count):
            label, box = ElidedLabel(), QComboBox()
            box.addItem(tr("not taken"), None)
            for field, words in FIELD_WORDS.items():
                box.addItem(tr(words), field)
            box.activated.connect(lambda _place, column=column, box=box: self._choose(column, box))
            self._boxes[column], self._labels[column] = box, label
            self._rows.addWidget(label)
            self._rows.addWidget(box)
        self._rows.addStretch()

    def _choose(self, column: int, box: QComboBox) -> None:
        data = box.currentData()
        self.chosen.emit(column, Field(data) if data else None)
