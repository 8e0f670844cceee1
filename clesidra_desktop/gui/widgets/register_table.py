"""The table of attendants: edited in place, with the keys that go to a person's hands."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from clesidra_desktop.domain.workshop import Category
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.models.attendants import AttendantsModel
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.widgets.badge import CategoryColours, paint_badge
from clesidra_desktop.gui.widgets.table import Table
from clesidra_desktop.gui.widgets.type_ahead import offer
from clesidra_desktop.gui.words import SEX_WORDS

AROUND = 80
"""Pixels beside the longest text of a list that is chosen from: the place of its tick, and what the look keeps free."""

Index = QModelIndex | QPersistentModelIndex


class RegisterTable(Table):
    """Enter opens a row, F2 edits a cell, Del removes; letters go to the search box of the door.

    `opened` carries an index, `typed` what was typed.
    """

    opened = Signal(QModelIndex)
    removed = Signal()
    typed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sort the keys."""
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.selectionModel().hasSelection():
            self.removed.emit()
        elif plain and event.text().isprintable() and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class AttendantDelegate(QStyledItemDelegate):
    """Edits cells: a choice for sex and category, type-ahead for texts that come again; paints categories."""

    def __init__(self, theme: Theme, colours: CategoryColours, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colours = colours
        self._categories: tuple[Category, ...] = ()
        self._offers: Mapping[str, Callable[[], Iterable[str]]] = {}

    def show_choices(self, categories: Iterable[Category], offers: Mapping[str, Callable[[], Iterable[str]]]) -> None:
        """Take the categories of the workshop, and what is offered for other columns by their key."""
        self._categories = tuple(category for category in categories if category.code)
        self._offers = offers

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return what edits a cell."""
        key = _key(index)
        if key in ("sex", "category"):
            box = QComboBox(parent)
            choices: list[tuple[str, Any]] = [(tr(words), sex) for sex, words in SEX_WORDS.items()]
            if key == "category":
                choices = [
                    (f"{one.code} · {one.label}" if one.label != one.code else one.code, one.code)
                    for one in self._categories
                ]
                choices.append((tr("none"), ""))
            for text, value in choices:
                box.addItem(text, value)
            box.activated.connect(lambda _place: self._finish(box))
            metrics = box.fontMetrics()
            box.view().setMinimumWidth(max(metrics.horizontalAdvance(text) for text, _ in choices) + AROUND)
            return box
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit) and key in self._offers:
            offer(editor, self._offers[key]())
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what the cell has."""
        if isinstance(editor, QComboBox):
            value = index.data(Qt.ItemDataRole.EditRole)
            editor.setCurrentIndex(next((n for n in range(editor.count()) if editor.itemData(n) == value), -1))
            editor.showPopup()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand in what was chosen or typed."""
        if isinstance(editor, QComboBox):
            if editor.currentIndex() >= 0:
                model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a category as a badge, all else as it is."""
        if _key(index) != "category" or not index.data(Qt.ItemDataRole.EditRole):
            super().paint(painter, option, index)
            return
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        code, blank.text = blank.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, blank, painter, option.widget)
        painter.save()
        painter.setFont(option.font)
        paint_badge(painter, option.rect.adjusted(6, 1, -4, -1), code, self._colours.colour(code))
        painter.restore()

    def _finish(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)


def _key(index: Index) -> str:
    model = index.model()
    return model.columns[index.column()].key if isinstance(model, AttendantsModel) else ""
