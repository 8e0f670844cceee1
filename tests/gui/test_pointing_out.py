"""Words that were searched for are shown where they stand, and nothing that is typed next replaces them."""

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.gui.pointing_out import point_out

TEXT = "Land titles.\nWho has land titles?"


@pytest.mark.parametrize("kind", [QTextEdit, QPlainTextEdit])
def test_words_are_marked_until_the_text_changes(
    qtbot: QtBot, program: Program, kind: type[QTextEdit | QPlainTextEdit]
) -> None:
    field = kind(TEXT)
    qtbot.addWidget(field)
    for _ in range(2):  # who searches again finds them again
        assert point_out(field, "titles", program.window.context.theme)
    assert len(field.extraSelections()) == 2
    assert field.textCursor().position() == TEXT.index("titles") + len("titles")
    assert not field.textCursor().hasSelection()

    qtbot.keyClicks(field, "!")
    assert field.toPlainText().startswith("Land titles!.")
    assert field.extraSelections() == []


def test_marks_are_taken_from_the_text_of_another_item(qtbot: QtBot, program: Program) -> None:
    field = QPlainTextEdit(TEXT)
    qtbot.addWidget(field)
    point_out(field, "titles", program.window.context.theme)
    field.setPlainText("Other titles")

    assert field.extraSelections() == []


def test_a_field_that_goes_while_it_is_marked_breaks_nothing(qtbot: QtBot, program: Program) -> None:
    field = QTextEdit(TEXT)
    point_out(field, "titles", program.window.context.theme)
    with qtbot.waitSignal(field.destroyed):
        field.deleteLater()


def test_the_cursor_of_a_line_goes_behind_the_words(qtbot: QtBot, program: Program) -> None:
    field = QLineEdit("Land titles for all")
    qtbot.addWidget(field)
    assert point_out(field, "titles", program.window.context.theme)
    assert field.cursorPosition() == len("Land titles")
    assert not field.hasSelectedText()


def test_words_that_are_not_there_leave_the_field_alone(qtbot: QtBot, program: Program) -> None:
    fields = (QLineEdit(TEXT), QPlainTextEdit(TEXT), QPushButton(TEXT))
    for field in fields:
        qtbot.addWidget(field)
        assert not point_out(field, "forests", program.window.context.theme)
    assert not point_out(None, "forests", program.window.context.theme)
    cursor: QTextCursor = fields[1].textCursor()
    assert cursor.position() == 0
