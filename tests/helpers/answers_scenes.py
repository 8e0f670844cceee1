"""States of the pages of answers and of the paper twin, for their pictures."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from clesidra_desktop.app import Program
from clesidra_desktop.domain.outline import Node, OutlineStyle
from clesidra_desktop.domain.row_codes import answer_codes, attendant_codes, empty_row_code
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui.pages.answers import AnswersPage
from clesidra_desktop.gui.pages.paper import PaperPage
from clesidra_desktop.services.answers import find_answer, record_answer
from tests.helpers.window import type_text

Wait = Callable[[Program], None]
ENTER = Qt.Key.Key_Return


def answers_scenes(program: Program, wait: Wait) -> Iterator[str]:
    """Bring the page into one state after the other; yield the name of each."""
    program.window.show_page("answers")
    wait(program)
    page = program.window.page
    assert isinstance(page, AnswersPage)
    pane = page.panes[0]
    _empty_one(program, wait)
    QTest.keyClick(page.matrix, ENTER)
    _type(program, wait, page, "\nA market day in each season")
    yield "answers"
    program.window.context.actions["two_answers"].trigger()
    wait(program)
    yield "answers_two"
    program.window.context.actions["answer_beside_question"].trigger()
    wait(program)
    yield "answers_question"
    program.window.context.actions["one_answer"].trigger()
    wait(program)
    _write_elsewhere(program)
    _type(program, wait, page, " and after the harvest")
    yield "answers_conflict"
    pane.editor.decided.emit("both")
    wait(program)


def paper_scenes(program: Program, wait: Wait) -> Iterator[str]:
    """Type some rows in; yield the name of each state of the page."""
    program.window.show_page("paper")
    wait(program)
    page = program.window.page
    workshop = program.window.context.open.workshop
    assert isinstance(page, PaperPage)
    assert workshop is not None
    codes = attendant_codes([one.id for one in workshop.attendants])
    for place, attendant in enumerate(workshop.attendants[:3]):
        _open(program, wait, page, codes[attendant.id])
        page.sheet.ui.at.setText(f"7:4{place}")
        QTest.keyClick(page.sheet.ui.at, ENTER, Qt.KeyboardModifier.ControlModifier)
        wait(program)
    code = codes[workshop.attendants[3].id]
    page.ui.code.setText(code[:2] + ("3" if code[2] != "3" else "4") + code[3:])
    page.ui.code.textEdited.emit(page.ui.code.text())
    yield "paper"
    _open(program, wait, page, empty_row_code(1, 0, workshop.id))
    page.sheet.ui.name.setText("Chea Vanna")
    yield "paper_row"
    _open(program, wait, page, answer_codes(workshop)[_last_cell(workshop)])
    type_text(page.answer.text, "a fund for small repairs")
    yield "paper_answer"


def _last_cell(workshop: Workshop) -> tuple[str, str]:
    return workshop.sectors[-1].key, workshop.questions[-1].key


def _open(program: Program, wait: Wait, page: PaperPage, code: str) -> None:
    page.ui.code.setText(code)
    page.ui.code.textEdited.emit(code)
    QTest.keyClick(page.ui.code, ENTER)
    wait(program)


def _empty_one(program: Program, wait: Wait) -> None:
    opened = program.window.context.open
    workshop = opened.workshop
    assert workshop is not None
    cell = _last_cell(workshop)
    version = find_answer(opened._open_database, workshop.id, *cell).version
    opened.do(record_answer, *cell, (), version=version)
    wait(program)


def _type(program: Program, wait: Wait, page: AnswersPage, text: str) -> None:
    editor = page.panes[0].editor
    editor.text.moveCursor(QTextCursor.MoveOperation.End)
    if text.startswith("\n"):
        QTest.keyClick(editor.text, ENTER)
    type_text(editor.text, text.strip("\n"))
    editor.commit()
    editor.words.repaint()
    wait(program)


def _write_elsewhere(program: Program) -> None:
    opened = program.window.context.open
    workshop = opened.workshop
    assert workshop is not None
    cell = workshop.sectors[0].key, workshop.questions[0].key
    text = find_answer(opened._open_database, workshop.id, *cell)
    items = (*text.outline, Node("The market road is repaired first", OutlineStyle.BULLET))
    record_answer(opened._open_database, workshop.id, *cell, items, version=text.version, who="Sok Dara")
