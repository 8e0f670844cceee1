"""What changed, section by section: words that were taken away are struck, words that were added stand out."""

from collections.abc import Iterable

from PySide6.QtGui import QFont, QFontInfo, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from clesidra_desktop.domain.outline_difference import Fate
from clesidra_desktop.domain.what_changed import EntryChange
from clesidra_desktop.domain.word_difference import ChangedLine
from clesidra_desktop.gui.i18n import mark, tr
from clesidra_desktop.gui.publishing_words import PART_WORDS
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.widgets.difference_view import COLOURS, SIGNS

FATE_WORDS = {Fate.ADDED: mark("added"), Fate.REMOVED: mark("removed")}
LARGER, INDENT = 1.15, 26
MOST = 2_000
"""Lines that are shown: more than that nobody reads here."""


class ChangesView(QTextEdit):
    """Shows changes; nobody types in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[EntryChange, ...] = ()
        self._theme: Theme | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(tr("What changed"))

    def set_up(self, theme: Theme) -> None:
        """Take the colours."""
        self._theme = theme
        theme.changed.connect(self._write)

    def show_changes(self, changes: Iterable[EntryChange]) -> None:
        """Show changes from the first on."""
        self._changes = tuple(changes)
        self._write()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        part, lines = None, 0
        for change in self._changes:
            if change.part is not part:
                part = change.part
                self._heading(cursor, tr(PART_WORDS[part]), above=14, scale=LARGER)
            title = ": ".join(filter(None, (change.heading, tr(change.name) if change.name else "")))
            fate = f" ({tr(FATE_WORDS[change.fate])})" if change.fate in FATE_WORDS else ""
            if title:
                self._heading(cursor, title + fate, above=6)
            for line in change.lines:
                lines += 1
                if lines <= MOST:
                    self._line(cursor, line)
        if lines > MOST:
            self._heading(cursor, tr("… and {count} lines more. All of them: save both packs.", count=lines - MOST), 8)
        cursor.endEditBlock()

    def _heading(self, cursor: QTextCursor, text: str, above: int, scale: float = 1.0) -> None:
        letters = QTextCharFormat()
        letters.setFontWeight(QFont.Weight.DemiBold)
        letters.setProperty(QTextFormat.Property.FontPixelSize, round(QFontInfo(self.font()).pixelSize() * scale))
        self._block(cursor, above, 0, 0).insertText(text.replace("\n", " "), letters)

    def _line(self, cursor: QTextCursor, line: ChangedLine) -> None:
        self._block(cursor, 1, INDENT, -18)
        cursor.insertText(f"{SIGNS[line.fate] or '±'} ", self._letters(line.fate, struck=False))
        removed = ""
        for words in line.words:
            if removed and words.fate is Fate.ADDED:  # 7 and then 8 would be read as 78
                cursor.insertText("→ " if removed.endswith(" ") else " → ", self._letters(Fate.SAME))
            cursor.insertText(words.text.replace("\n", "\u2028"), self._letters(words.fate))
            removed = words.text if words.fate is Fate.REMOVED else ""

    def _block(self, cursor: QTextCursor, above: int, left: int, first: int) -> QTextCursor:
        block = QTextBlockFormat()
        block.setTopMargin(above)
        block.setLeftMargin(left)
        block.setTextIndent(first)
        if self.document().isEmpty():
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block, QTextCharFormat())
        return cursor

    def _letters(self, fate: Fate, *, struck: bool = True) -> QTextCharFormat:
        letters = QTextCharFormat()
        if self._theme and fate in COLOURS:
            pen, ground = (self._theme.colour(name) for name in COLOURS[fate])
            letters.setForeground(pen)
            letters.setBackground(ground)
        letters.setFontStrikeOut(struck and fate is Fate.REMOVED)
        letters.setFontUnderline(struck and fate is Fate.ADDED)
        return letters
