"""An outline as a text document: a block a line, with its level and style in the format of the block.

So Qt's own undo knows them, and Qt's own layout wraps, selects and shapes. The lines are mirrored beside the blocks,
and only those that a key has touched are read again: an outline of thousands of lines is typed in as quickly as a short
one.
"""

import json
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

from clesidra_desktop.domain.outline import OutlineStyle
from clesidra_desktop.domain.outline_editing import EMPTY, Edit, Place, Selection
from clesidra_desktop.domain.outline_lines import Lines, OutlineLine

LEVEL = int(QTextFormat.Property.UserProperty) + 1
STYLE = LEVEL + 1
EXTENSIONS = LEVEL + 2

STYLES = (OutlineStyle.PARAGRAPH, OutlineStyle.BULLET, OutlineStyle.NUMBER)

INDENT = 26
"""Pixels by which a level is indented, and which a bullet or number has before its text."""

GAP = 4
"""Pixels between two lines of an outline."""

LINE_FEED = "\u2028"
"""What Qt writes for a line feed within a block."""

BASIC = "\uffff"
"""The last character that Qt counts as one."""


class OutlineDocument(QTextDocument):
    """The document. `lines_changed` is emitted after the mirror was brought up to date."""

    lines_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[OutlineLine] = []
        self.contentsChange.connect(self._mirror)
        self.show_lines(EMPTY)

    @property
    def lines(self) -> Lines:
        """The lines as they stand; not to be changed."""
        return self._lines

    def show_lines(self, lines: Lines) -> None:
        """Show other lines; there is nothing to undo then."""
        self.setUndoRedoEnabled(False)
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        self._write(cursor, lines or EMPTY)
        cursor.endEditBlock()
        self.setUndoRedoEnabled(True)

    def apply(self, edit: Edit) -> None:
        """Make an edit as one step of undo, touching as few blocks as it can."""
        at, old, new = _trimmed(edit.at, self._lines[edit.at : edit.at + edit.removed], edit.lines)
        if not old and not new:
            return
        cursor = QTextCursor(self.findBlockByNumber(at))
        cursor.beginEditBlock()
        if [line.text for line in old] == [line.text for line in new]:
            for before, after in zip(old, new, strict=True):
                if before != after:
                    cursor.setBlockFormat(block_format(after))
                cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        else:
            last = self.findBlockByNumber(at + len(old) - 1)
            cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
            self._write(cursor, new)
        cursor.endEditBlock()

    def place_of(self, position: int) -> Place:
        """Return the place of a position in the document."""
        block = self.findBlock(position)
        text, units = block.text(), position - block.position()
        column = units if text.isascii() or max(text, default="") <= BASIC else _characters(text, units)
        return Place(block.blockNumber(), column)

    def position_of(self, place: Place) -> int:
        """Return the position of a place in the document."""
        block = self.findBlockByNumber(place.line)
        before = self._lines[place.line].text[: place.column]
        units = place.column if before.isascii() or max(before, default="") <= BASIC else _units(before)
        return block.position() + units

    def selection_of(self, cursor: QTextCursor) -> Selection:
        """Return what a cursor has selected."""
        return Selection(self.place_of(cursor.selectionStart()), self.place_of(cursor.selectionEnd()))

    def cursor_of(self, selection: Selection) -> QTextCursor:
        """Return a cursor that has selected something."""
        cursor = QTextCursor(self)
        cursor.setPosition(self.position_of(selection.first))
        cursor.setPosition(self.position_of(selection.last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _write(self, cursor: QTextCursor, lines: Iterable[OutlineLine]) -> None:
        """Write lines in place of what a cursor has selected; it reaches from the start of a block to an end."""
        lines = tuple(lines)
        start = cursor.selectionStart()
        cursor.insertText("\u2029".join(line.text.replace("\n", LINE_FEED) for line in lines))
        cursor.setPosition(start)
        for line in lines:
            cursor.setBlockFormat(block_format(line))
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock)

    def _mirror(self, position: int, _removed: int, added: int) -> None:
        first = self.findBlock(position)
        last = self.findBlock(min(position + added, self.characterCount() - 1)).blockNumber()
        grown = self.blockCount() - len(self._lines)
        start = first.blockNumber()
        read = []
        block = first
        while block.isValid() and block.blockNumber() <= last:
            read.append(_line(block))
            block = block.next()
        self._lines[start : last + 1 - grown] = read
        self.lines_changed.emit()


def block_format(line: OutlineLine) -> QTextBlockFormat:
    """Return the format of the block of a line."""
    made = QTextBlockFormat()
    made.setProperty(LEVEL, line.level)
    made.setProperty(STYLE, STYLES.index(line.style))
    made.setLeftMargin(INDENT * (line.level + (line.style is not OutlineStyle.PARAGRAPH)))
    made.setBottomMargin(GAP)
    if line.extensions:
        made.setProperty(EXTENSIONS, json.dumps(line.extensions))
    return made


def _line(block: QTextBlock) -> OutlineLine:
    own = block.blockFormat()
    kept = own.stringProperty(EXTENSIONS)
    text = block.text().replace(LINE_FEED, "\n")
    return OutlineLine(own.intProperty(LEVEL), text, STYLES[own.intProperty(STYLE)], json.loads(kept) if kept else {})


def _trimmed(at: int, old: Lines, new: Lines) -> tuple[int, Lines, Lines]:
    """Return what of an edit changes something; both sides have a line at least, unless nothing changes."""
    if list(old) == list(new):
        return at, (), ()
    shorter = min(len(old), len(new))
    start = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    stop = next((n for n in range(shorter - start) if old[-1 - n] != new[-1 - n]), shorter - start)
    if start + stop == shorter:  # one side would be empty, but a block can only be written into a block
        start, stop = (start - 1, stop) if start else (start, stop - 1)
    return at + start, old[start : len(old) - stop], new[start : len(new) - stop]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _characters(text: str, units: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
