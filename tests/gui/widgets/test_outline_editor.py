"""The outline editor by keys: what is typed, pasted, found, counted, undone and handed in."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.outline import OutlineStyle
from clesidra_desktop.domain.outline_editing import Place, Selection
from clesidra_desktop.domain.outline_lines import OutlineLine, levelled
from clesidra_desktop.gui.widgets.outline_document import _line
from clesidra_desktop.gui.widgets.outline_editor import OutlineEditor
from tests.helpers.window import type_text

BULLET, NUMBER, PARAGRAPH = OutlineStyle.BULLET, OutlineStyle.NUMBER, OutlineStyle.PARAGRAPH
Key, Modifier = Qt.Key, Qt.KeyboardModifier
KHMER = "ស្ត្រី ក្រុម កម្ពុជា"


@pytest.fixture
def editor(qtbot: QtBot, make_program: Callable[..., Program]) -> OutlineEditor:
    program = make_program(database=False)
    made = OutlineEditor(program.window.context.theme)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def written(editor: OutlineEditor) -> list[str]:
    marks = {BULLET: "•", NUMBER: "#", PARAGRAPH: ""}
    return ["." * line.level + marks[line.style] + line.text for line in editor.lines]


def blocks(editor: OutlineEditor) -> list[OutlineLine]:
    found = []
    block: QTextBlock = editor.text.outline.firstBlock()
    while block.isValid():
        found.append(_line(block))
        block = block.next()
    return found


def press(
    qtbot: QtBot, editor: OutlineEditor, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier
) -> None:
    qtbot.keyClick(editor.text, key, modifier)


def test_an_outline_is_typed_by_keys_alone(qtbot: QtBot, editor: OutlineEditor) -> None:
    qtbot.keyClicks(editor.text, "They want CBOs to")
    press(qtbot, editor, Key.Key_Return)
    qtbot.keyClicks(editor.text, "- work together")
    press(qtbot, editor, Key.Key_Return)
    press(qtbot, editor, Key.Key_Tab)
    qtbot.keyClicks(editor.text, "in one network")
    press(qtbot, editor, Key.Key_Return)
    press(qtbot, editor, Key.Key_Backtab, Modifier.ShiftModifier)
    qtbot.keyClicks(editor.text, "earn money")
    press(qtbot, editor, Key.Key_Up, Modifier.AltModifier)

    assert written(editor) == ["They want CBOs to", "•earn money", "•work together", ".•in one network"]
    assert blocks(editor) == list(editor.lines)


def test_a_number_is_made_by_typing_it_and_a_style_by_its_keys(qtbot: QtBot, editor: OutlineEditor) -> None:
    qtbot.keyClicks(editor.text, "1. first")
    assert written(editor) == ["#first"]

    qtbot.keyClick(editor.text, Key.Key_B, Modifier.ControlModifier | Modifier.ShiftModifier)
    QApplication.processEvents()
    editor._tools["bullets"].click()
    assert written(editor) == ["•first"]
    editor._tools["paragraph"].click()
    assert written(editor) == ["first"]


def test_enter_on_an_empty_point_ends_the_list(qtbot: QtBot, editor: OutlineEditor) -> None:
    qtbot.keyClicks(editor.text, "- one")
    press(qtbot, editor, Key.Key_Return)
    press(qtbot, editor, Key.Key_Return)

    assert written(editor) == ["•one", ""]


def test_khmer_is_typed_as_an_input_method_does(editor: OutlineEditor) -> None:
    type_text(editor.text, KHMER)

    assert written(editor) == [KHMER]


def test_typing_is_undone_and_done_again(qtbot: QtBot, editor: OutlineEditor) -> None:
    editor.show_lines((OutlineLine(0, "one", BULLET), OutlineLine(0, "two", BULLET)))
    editor.text.select(Selection.cursor(1, 3))
    press(qtbot, editor, Key.Key_Tab)
    qtbot.keyClicks(editor.text, "!")
    assert written(editor) == ["•one", ".•two!"]

    press(qtbot, editor, Key.Key_Z, Modifier.ControlModifier)
    press(qtbot, editor, Key.Key_Z, Modifier.ControlModifier)
    assert written(editor) == ["•one", "•two"]
    press(qtbot, editor, Key.Key_Y, Modifier.ControlModifier)
    assert written(editor) == ["•one", ".•two"]


@pytest.mark.parametrize("seed", range(4))
def test_the_mirror_stays_true_whatever_is_pressed(qtbot: QtBot, editor: OutlineEditor, seed: int) -> None:
    """Keys at random places, with text beyond the basic plane, line feeds and extensions in it."""
    chance = random.Random(seed)  # noqa: S311 (a test)
    styles = (BULLET, NUMBER, PARAGRAPH)
    start = levelled(
        OutlineLine(n % 4, f"line {n} 😀 {KHMER}\nagain", styles[n % 3], {"x-n": n} if n % 5 == 0 else {})
        for n in range(12)
    )
    editor.show_lines(start)
    none, control, alt = Modifier.NoModifier, Modifier.ControlModifier, Modifier.AltModifier
    keys = [(key, none) for key in (Key.Key_A, Key.Key_Return, Key.Key_Tab, Key.Key_Backspace, Key.Key_Delete)]
    keys += [(Key.Key_Backtab, Modifier.ShiftModifier), (Key.Key_Up, alt), (Key.Key_Down, alt)]
    keys += [(key, control) for key in (Key.Key_Z, Key.Key_Y, Key.Key_X, Key.Key_C, Key.Key_V)]
    for _ in range(120):
        lines = editor.lines
        first = chance.randrange(len(lines))
        last = min(len(lines) - 1, first + chance.choice((0, 0, 0, 1, 2)))
        ends = sorted(Place(one, chance.randint(0, len(lines[one].text))) for one in (first, last))
        chosen = Selection(*ends) if chance.random() < 0.5 else Selection(ends[0], ends[0])
        editor.text.select(chosen)
        assert editor.text.selection == chosen
        press(qtbot, editor, *chance.choice(keys))
        assert blocks(editor) == list(editor.lines) == levelled(editor.lines)
    while editor.text.outline.isUndoAvailable():
        editor.text.outline.undo()
    assert list(editor.lines) == blocks(editor) == start


def paste(editor: OutlineEditor, html: str = "", text: str = "") -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(text)
    editor.text.insertFromMimeData(data)


def test_a_list_from_a_web_page_is_pasted_without_markup(editor: OutlineEditor) -> None:
    paste(editor, "<p>To do</p><ul><li><b>plan</b><ol><li>when</li></ol></li><li>work</li></ul>", "To do")

    assert [line.text for line in editor.lines] == ["To do", "plan", "when", "work"]
    assert [line.style for line in editor.lines] == [PARAGRAPH, BULLET, NUMBER, BULLET]


def test_what_is_copied_is_pasted_as_it_was(editor: OutlineEditor) -> None:
    lines = (OutlineLine(0, "one", BULLET), OutlineLine(1, "two", NUMBER), OutlineLine(1, "three", NUMBER))
    editor.show_lines(lines)
    editor.text.selectAll()
    editor.text.copy()
    copied = QApplication.clipboard().mimeData()
    assert copied.text() == "• one\n\t1. two\n\t2. three"

    editor.show_lines(())
    editor.text.paste()

    assert tuple(editor.lines) == lines


def test_what_is_typed_is_handed_in_after_a_pause(qtbot: QtBot, editor: OutlineEditor) -> None:
    with qtbot.waitSignal(editor.handed_in, timeout=2000) as handed:
        qtbot.keyClicks(editor.text, "noted")

    assert [line.text for line in handed.args[0]] == ["noted"]
    assert not editor.is_waiting


def test_what_is_typed_is_handed_in_when_the_editor_is_left(qtbot: QtBot, editor: OutlineEditor) -> None:
    other = QLineEdit(editor)
    other.show()
    editor.activateWindow()
    editor.text.setFocus()
    qtbot.waitUntil(editor.text.hasFocus)
    qtbot.keyClicks(editor.text, "noted")
    with qtbot.waitSignal(editor.handed_in, timeout=250):
        other.setFocus()


def test_showing_a_text_hands_nothing_in(qtbot: QtBot, editor: OutlineEditor) -> None:
    with qtbot.assertNotEmitted(editor.handed_in, wait=400):
        editor.show_lines((OutlineLine(0, "from the database"),))


def test_words_are_counted_while_somebody_types_without_a_pause(qtbot: QtBot, editor: OutlineEditor) -> None:
    def type_on() -> bool:
        qtbot.keyClicks(editor.text, "ab ")
        return editor.words.text() not in ("", "0 words")

    qtbot.waitUntil(type_on, timeout=6000)


def test_words_are_counted_also_in_khmer(qtbot: QtBot, editor: OutlineEditor) -> None:
    editor.show_lines((OutlineLine(0, "two words"), OutlineLine(0, "ភូមិនេះមានស្ត្រី")))

    qtbot.waitUntil(lambda: editor.words.text() == "6 words", timeout=2000)


def test_a_text_is_found_and_walked_through(qtbot: QtBot, editor: OutlineEditor) -> None:
    editor.show_lines((OutlineLine(0, "a network"), OutlineLine(1, "Networks"), OutlineLine(0, "none")))
    editor.find_bar.begin()
    editor.find_bar.field.setText("network")
    assert editor.find_bar.found.text() == "1 of 2"

    qtbot.keyClick(editor.find_bar.field, Key.Key_Return)
    assert editor.text.selection == Selection(Place(1, 0), Place(1, 7))
    qtbot.keyClick(editor.find_bar.field, Key.Key_Return, Modifier.ShiftModifier)
    assert editor.text.selection == Selection(Place(0, 2), Place(0, 9))
    qtbot.keyClick(editor.find_bar.field, Key.Key_Escape)
    assert not editor.find_bar.isVisible()


def test_a_text_that_is_only_read_takes_no_keys(qtbot: QtBot, editor: OutlineEditor) -> None:
    editor.show_lines((OutlineLine(0, "as it was"),))
    editor.set_enabled(False)
    for key in (Key.Key_A, Key.Key_Return, Key.Key_Tab, Key.Key_Backspace):
        press(qtbot, editor, key)

    assert written(editor) == ["as it was"]
