"""An outline beside another one: what it has and the other has not is marked, and the other way round."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from clesidra_desktop.domain.outline import OutlineStyle
from clesidra_desktop.domain.outline_difference import ComparedLine, Fate
from clesidra_desktop.domain.outline_lines import ordinals
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.widgets.outline_text import BULLETS

INDENT, GAP = 26, 4
SIGN_WIDTH, MARK_WIDTH = 18, 22
LONGEST_SAME, SHOWN_OF_SAME = 60, 20
"""Lines in a row that are the same, from which on only the first and last of them are shown, and how many of these."""

SIGNS = {Fate.SAME: "", Fate.ADDED: "+", Fate.REMOVED: "−"}
"""What stands before a line, so that colour is not all that tells."""

COLOURS = {Fate.ADDED: ("green", "soft"), Fate.REMOVED: ("red", "redSoft")}


class DifferenceView(QTextEdit):
    """Shows compared lines; nobody types in it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._compared: tuple[ComparedLine, ...] = ()
        self._first = 0  # the block of the first line that differs
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        theme.changed.connect(self._write)

    def show_lines(self, compared: Iterable[ComparedLine]) -> None:
        """Show lines, the first that differs in sight."""
        compared = tuple(compared)
        if compared == self._compared:
            return
        self._compared = compared
        self._write()
        self.setTextCursor(QTextCursor(self.document().findBlockByNumber(max(self._first - 1, 0))))
        self.ensureCursorVisible()

    def _write(self) -> None:
        shown = list(_folded(self._compared))
        self._first = next((place for place, (one, _) in enumerate(shown) if one and one.fate is not Fate.SAME), 0)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for place, (one, number) in enumerate(shown):
            block, letters = self._formats(one) if one else (QTextBlockFormat(), QTextCharFormat())
            if place:
                cursor.insertBlock(block, letters)
            else:
                cursor.setBlockFormat(block)
            if one:
                self._write_line(cursor, one, number, letters)
            else:
                letters.setForeground(self._theme.colour("muted"))
                cursor.insertText(tr("… {count} lines are the same …", count=number), letters)
        cursor.endEditBlock()

    def _write_line(self, cursor: QTextCursor, one: ComparedLine, number: int, letters: QTextCharFormat) -> None:
        marks = {OutlineStyle.BULLET: BULLETS[one.line.level % len(BULLETS)], OutlineStyle.NUMBER: f"{number}."}
        mark = marks.get(one.line.style, "")
        cursor.insertText(f"{SIGNS[one.fate]}\t{mark}\t" if mark else f"{SIGNS[one.fate]}\t", letters)
        letters.setFontStrikeOut(one.fate is Fate.REMOVED)
        cursor.insertText(one.line.text.replace("\n", "\u2028"), letters)

    def _formats(self, one: ComparedLine) -> tuple[QTextBlockFormat, QTextCharFormat]:
        block, letters = QTextBlockFormat(), QTextCharFormat()
        before = SIGN_WIDTH + (MARK_WIDTH if one.line.style is not OutlineStyle.PARAGRAPH else 0)
        block.setLeftMargin(before + INDENT * one.line.level)
        block.setTextIndent(-before)
        block.setTabPositions([_tab(SIGN_WIDTH), _tab(SIGN_WIDTH + MARK_WIDTH)])
        block.setBottomMargin(GAP)
        if one.fate in COLOURS:
            pen, ground = (self._theme.colour(name) for name in COLOURS[one.fate])
            letters.setForeground(pen)
            block.setBackground(QColor(ground))
        return block, letters


def _folded(compared: Sequence[ComparedLine]) -> Iterator[tuple[ComparedLine | None, int]]:
    """Yield lines with their ordinals; None with a number for so many lines in a row that are not shown."""
    numbered = zip(compared, _numbers(compared), strict=True)
    for fate, group in groupby(numbered, key=lambda pair: pair[0].fate):
        lines = list(group)
        if fate is Fate.SAME and len(lines) > LONGEST_SAME:
            yield from lines[:SHOWN_OF_SAME]
            yield None, len(lines) - 2 * SHOWN_OF_SAME
            yield from lines[-SHOWN_OF_SAME:]
        else:
            yield from lines


def _numbers(compared: Sequence[ComparedLine]) -> Iterator[int]:
    """Yield the ordinal of each line in the outline that has it; in the later one where both do."""
    before = iter(ordinals(one.line for one in compared if one.fate is not Fate.ADDED))
    after = iter(ordinals(one.line for one in compared if one.fate is not Fate.REMOVED))
    for one in compared:
        old = next(before) if one.fate is not Fate.ADDED else 0
        yield old if one.fate is Fate.REMOVED else next(after)


def _tab(position: int) -> QTextOption.Tab:
    tab = QTextOption.Tab()
    tab.position = position
    return tab
