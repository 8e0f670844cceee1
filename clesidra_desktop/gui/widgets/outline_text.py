"""The text of an outline editor: what its keys do, what is pasted and copied, and the bullets before the lines."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QTextEdit, QWidget

from clesidra_desktop.domain import outline_editing as editing
from clesidra_desktop.domain.outline import OutlineStyle
from clesidra_desktop.domain.outline_editing import Edit, Selection
from clesidra_desktop.domain.outline_lines import Lines, OutlineLine, ordinals
from clesidra_desktop.exchange.pasting import read_pasted
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.widgets.outline_document import INDENT, OutlineDocument
from clesidra_desktop.gui.widgets.undo_keys import passes_undo

Command: TypeAlias = Callable[[Lines, Selection], Edit | None]

OUTLINE_TYPE = "application/x-clesidra-outline"
"""What lines are copied as, so that another outline gets them as they were."""

BULLETS = "•◦–"

TYPED_MARKS = {"-": OutlineStyle.BULLET, "*": OutlineStyle.BULLET, "•": OutlineStyle.BULLET, "1.": OutlineStyle.NUMBER}
"""What makes a paragraph a point when it is typed at its beginning, with a space after it."""

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutlineText(QTextEdit):
    """The text. `left` is emitted when it loses the keys, `escaped` on Esc."""

    left = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.outline = OutlineDocument(self)
        self.outline.setDocumentMargin(6)
        self.setDocument(self.outline)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self.outline.selection_of(self.textCursor())

    def select(self, selection: Selection) -> None:
        """Select something and show it."""
        self.setTextCursor(self.outline.cursor_of(selection))
        self.ensureCursorVisible()

    def run(self, command: Command) -> None:
        """Do what a key does, if there is anything to do."""
        if self.isReadOnly():
            return
        edit = command(self.outline.lines, self.selection)
        if edit is not None:
            self.outline.apply(edit)
            self.select(edit.selection)

    def set_style(self, style: OutlineStyle) -> None:
        """Make the lines that are selected paragraphs, bullets or numbers."""
        self.run(lambda lines, selection: editing.set_style(lines, selection, style))

    # Keys

    def event(self, event: QEvent) -> bool:
        """Let undo through to the journal where nothing was typed."""
        if passes_undo(self, event):
            return True
        if event.type() is QEvent.Type.ShortcutOverride and _is_redo(event) and self.outline.isRedoAvailable():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of an outline do; all others are those of any text."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        if event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self.run(editing.delete)
            return
        if _is_redo(event):  # Qt knows it by these keys only on some systems, the window on all
            self.outline.redo()
            return
        command = self._command(event)
        if command:
            self.run(command)
            return
        if event.text().isprintable() and event.text() and self._is_across_lines():
            self.run(editing.delete)
        if event.text() == " " and self._is_mark_typed():
            return
        super().keyPressEvent(event)

    def _command(self, event: QKeyEvent) -> Command | None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        none = Qt.KeyboardModifier.NoModifier
        if key in ENTER_KEYS and modifiers == none:
            return editing.split
        if key == Qt.Key.Key_Tab and modifiers == none:
            return editing.indent
        if key == Qt.Key.Key_Backtab:
            return editing.outdent
        if modifiers == Qt.KeyboardModifier.AltModifier:
            return {Qt.Key.Key_Up: editing.move_up, Qt.Key.Key_Down: editing.move_down}.get(Qt.Key(key))
        if key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and modifiers == none:
            return self._joining(is_back=key == Qt.Key.Key_Backspace)
        return None

    def _joining(self, *, is_back: bool) -> Command | None:
        """Return what joins lines, None where a character is deleted, which Qt does."""
        cursor = self.textCursor()
        if self._is_across_lines():
            return editing.delete
        if cursor.hasSelection():
            return None
        if is_back:
            return editing.join_back if cursor.atBlockStart() else None
        return editing.join_next if cursor.atBlockEnd() else None

    def _is_across_lines(self) -> bool:
        cursor = self.textCursor()
        document = self.outline
        return document.findBlock(cursor.selectionStart()) != document.findBlock(cursor.selectionEnd())

    def _is_mark_typed(self) -> bool:
        """Make a paragraph a point where a mark and a space were typed at its beginning."""
        selection = self.selection
        line = self.outline.lines[selection.first.line]
        before = line.text[: selection.first.column]
        style = TYPED_MARKS.get(before)
        if style is None or selection.first != selection.last or line.style is not OutlineStyle.PARAGRAPH:
            return False
        made = replace(line, text=line.text[len(before) :], style=style)
        place = selection.first.line
        self.outline.apply(Edit(place, 1, (made,), Selection.cursor(place, 0)))
        self.select(Selection.cursor(place, 0))
        return True

    def focusOutEvent(self, event: object) -> None:
        """Tell that the keys went elsewhere."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()

    # The clipboard

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text in any form."""
        return source.hasFormat(OUTLINE_TYPE) or source.hasHtml() or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as an outline, without any markup."""
        if source.hasFormat(OUTLINE_TYPE):
            pasted = _decoded(bytes(source.data(OUTLINE_TYPE).data()))
        else:
            pasted = read_pasted(source.html() if source.hasHtml() else "", source.text())
        self.run(lambda lines, selection: editing.insert(lines, selection, pasted))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is selected: as lines for an outline, as text with marks for anything else."""
        selection, lines = self.selection, self.outline.lines
        first, last = selection.first, selection.last
        copied = list(lines[first.line : last.line + 1])
        if len(copied) == 1:
            copied = [OutlineLine(0, copied[0].text[first.column : last.column])]
        else:
            copied[-1] = replace(copied[-1], text=copied[-1].text[: last.column])
            copied[0] = replace(copied[0], text=copied[0].text[first.column :])
        top = min(line.level for line in copied)
        copied = [replace(line, level=line.level - top) for line in copied]
        data = QMimeData()
        data.setText("\n".join(_marked(copied)))
        data.setData(OUTLINE_TYPE, _encoded(copied))
        return data

    # The marks before the lines

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the marks of the lines that are in sight."""
        super().paintEvent(event)
        first = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        painter = QPainter(self.viewport())
        painter.setPen(self._theme.colour("primary"))
        painter.setFont(self.font())
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        layout, bottom = self.outline.documentLayout(), self.verticalScrollBar().value() + self.viewport().height()
        seen: list[tuple[QTextBlock, QRectF]] = []
        block = first
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() > bottom:
                break
            seen.append((block, box))
            block = block.next()
        if seen:
            self._draw_marks(painter, seen)
        painter.end()

    def _draw_marks(self, painter: QPainter, seen: list[tuple[QTextBlock, QRectF]]) -> None:
        numbers = ordinals(self.outline.lines[: seen[-1][0].blockNumber() + 1])
        for block, box in seen:
            line = self.outline.lines[block.blockNumber()]
            if line.style is OutlineStyle.PARAGRAPH or not block.layout().lineCount():
                continue
            shown = block.layout().lineAt(0)
            mark = f"{numbers[block.blockNumber()]}." if line.style is OutlineStyle.NUMBER else BULLETS[line.level % 3]
            right = self.outline.documentMargin() + INDENT * (line.level + 1) - 7
            width = painter.fontMetrics().horizontalAdvance(mark)
            painter.drawText(QPointF(right - width, box.top() + shown.y() + shown.ascent()), mark)


def _is_redo(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    return event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _marked(lines: Lines) -> Iterator[str]:
    for line, number in zip(lines, ordinals(lines), strict=True):
        mark = {OutlineStyle.BULLET: "• ", OutlineStyle.NUMBER: f"{number}. "}.get(line.style, "")
        yield "\t" * line.level + mark + line.text


def _encoded(lines: Lines) -> bytes:
    return json.dumps([[line.level, line.text, line.style] for line in lines]).encode()


def _decoded(data: bytes) -> tuple[OutlineLine, ...]:
    return tuple(OutlineLine(level, text, OutlineStyle(style)) for level, text, style in json.loads(data))
