"""Words that were searched for, shown in the field in which they stand."""

from collections.abc import Iterator

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from clesidra_desktop.gui.theme import Theme


def point_out_where_the_keys_go(words: str, theme: Theme) -> bool:
    """Point out words in the field that has the keys; whether they stand there."""
    return point_out(QApplication.focusWidget(), words, theme)


def point_out(widget: QWidget | None, words: str, theme: Theme) -> bool:
    """Bring the cursor of a field behind words that stand in it, marked until the text changes; whether they do.

    Nothing is selected: the next key must not replace what somebody has just found.
    """
    if isinstance(widget, QLineEdit):
        at = widget.text().find(words)
        if at >= 0:
            widget.setCursorPosition(at + len(words))
        return at >= 0
    if not isinstance(widget, QTextEdit | QPlainTextEdit):
        return False
    places = list(_places(widget, words))
    if not places:
        return False
    marks = []
    for place in places:
        marked = QTextEdit.ExtraSelection()
        marked.cursor = place
        marked.format.setBackground(theme.colour("amberSoft"))
        marks.append(marked)
    cursor = QTextCursor(places[0])
    cursor.setPosition(places[0].selectionEnd())
    widget.setTextCursor(cursor)
    widget.ensureCursorVisible()
    widget.setExtraSelections(marks)
    text = widget.document()

    def unmark() -> None:
        text.contentsChanged.disconnect(unmark)
        widget.setExtraSelections([])

    text.contentsChanged.connect(unmark)
    return True


def _places(widget: QTextEdit | QPlainTextEdit, words: str) -> Iterator[QTextCursor]:
    document = widget.document()
    found = document.find(words)
    while not found.isNull():
        yield found
        found = document.find(words, found)
