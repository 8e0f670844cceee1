"""Finding in an outline: what was found is marked while it is typed."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextEdit, QToolButton, QWidget

from clesidra_desktop.domain.outline_editing import Selection, find
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.widgets.outline_text import ENTER_KEYS, OutlineText

MOST_MARKED = 300
"""Places that are marked at once; all are counted."""


class FindBar(QWidget):
    """A field, how many places there are, and the way to the next one."""

    def __init__(self, text: OutlineText, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self._theme = theme
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setObjectName("find_in_outline")
        self.found = QLabel()
        self.found.setProperty("level", "muted")
        self._places: list[Selection] = []
        self._before, self._after, self._close = QToolButton(), QToolButton(), QToolButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.field, self.found, self._before, self._after, self._close):
            row.addWidget(widget, 1 if widget is self.field else 0)
        for button, icon in ((self._before, "up"), (self._after, "down"), (self._close, "close")):
            button.setProperty("role", "quiet")
            theme.set_icon(button, icon)
        self._before.clicked.connect(lambda: self.step(-1))
        self._after.clicked.connect(lambda: self.step(1))
        self._close.clicked.connect(self.end)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)

    def begin(self) -> None:
        """Show the bar with what is selected."""
        selected = self._text.textCursor().selectedText()
        self.show()
        if selected and "\u2029" not in selected:
            self.field.setText(selected)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._look()

    def end(self) -> None:
        """Put the bar away; the cursor is where it was found."""
        self.hide()
        self._text.setExtraSelections([])
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_again(self) -> None:
        """Follow a change of the text."""
        if self.isVisible():
            self._look()

    def step(self, by: int) -> None:
        """Go to the next place from the cursor, or to the one before."""
        if not self._places:
            return
        at = self._text.selection
        if by > 0:
            found = next((one for one in self._places if one.first >= at.last), self._places[0])
        else:
            found = next((one for one in reversed(self._places) if one.last <= at.first), self._places[-1])
        self._text.select(found)
        self._say()

    def retranslate(self) -> None:
        """Follow the language."""
        self.field.setPlaceholderText(tr("Find in this text"))
        for button, name in ((self._before, tr("The one before")), (self._after, tr("The next one"))):
            button.setToolTip(name)
            button.setAccessibleName(name)
        self._close.setToolTip(tr("Put away"))
        self._close.setAccessibleName(tr("Put away"))
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on, Shift+Enter back, and Esc end."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in ENTER_KEYS:
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.end()
                return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        self._look()
        at = self._text.selection.first
        if self._places:
            self._text.select(next((one for one in self._places if one.first >= at), self._places[0]))
            self._say()

    def _look(self) -> None:
        outline = self._text.outline
        self._places = list(find(outline.lines, self.field.text()))
        marks = []
        for place in self._places[:MOST_MARKED]:
            marked = QTextEdit.ExtraSelection()
            marked.cursor = outline.cursor_of(place)
            marked.format.setBackground(self._theme.colour("amberSoft"))
            marks.append(marked)
        self._text.setExtraSelections(marks)
        self._say()

    def _say(self) -> None:
        if not self.field.text():
            self.found.setText("")
        elif self._text.selection in self._places:
            place = self._places.index(self._text.selection) + 1
            self.found.setText(tr("{place} of {all}", place=place, all=len(self._places)))
        else:
            self.found.setText(tr("{all} found", all=len(self._places)))
