"""The page of answers, by keys, and what the database has then."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.checks import check_workshop, path_of_answer
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.outline import Node, Outline
from clesidra_desktop.gui.dialogs.text_history import TextHistoryDialog
from clesidra_desktop.gui.models.answers import BEFORE_QUESTIONS
from clesidra_desktop.gui.pages.answers import AnswersPage
from clesidra_desktop.gui.pages.answers_cell import CellPane
from clesidra_desktop.services.answers import find_answer, find_answers, record_answer
from clesidra_desktop.services.prepare import create_workshop, read_template
from clesidra_desktop.services.rapporteurs import describe_group
from tests.helpers.window import settle, show, type_text

FIRST, SECOND = ("good-governance", "visions"), ("good-governance", "contributions")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot: QtBot, opened: Program) -> AnswersPage:
    shown = show(qtbot, opened, "answers")
    assert isinstance(shown, AnswersPage)
    activate(qtbot, opened)
    return shown


def activate(qtbot: QtBot, program: Program) -> None:
    """Give the window the keys; without a window manager nobody does."""
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)


def cells(program: Program) -> list[tuple[str, str]]:
    workshop = program.window.context.open.workshop
    assert workshop is not None
    return [(sector.key, question.key) for sector in workshop.sectors for question in workshop.questions]


def stored(program: Program, cell: tuple[str, str]) -> list[str]:
    """Return the lines at the top of an answer, as the database has them."""
    opened = program.window.context.open
    assert opened.workshop is not None
    return [node.text for node in find_answer(opened._open_database, opened.workshop.id, *cell).outline]


def write(program: Program, cell: tuple[str, str], items: Outline, who: str = "Somebody else") -> None:
    """Write an answer as another computer does."""
    opened = program.window.context.open
    assert opened.workshop is not None
    version = find_answer(opened._open_database, opened.workshop.id, *cell).version
    record_answer(opened._open_database, opened.workshop.id, *cell, items, version=version, who=who)


def add_line(qtbot: QtBot, program: Program, pane: CellPane, text: str) -> None:
    """Type a line at the end and wait until the database has it."""
    pane.editor.text.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(pane.editor.text, Qt.Key.Key_Return)
    type_text(pane.editor.text, text)
    pane.editor.commit()
    settle(qtbot, program)


def test_arrows_walk_enter_goes_in_and_esc_comes_back(qtbot: QtBot, opened: Program, page: AnswersPage) -> None:
    listed = cells(opened)
    assert page.matrix.hasFocus()
    assert page.panes[0].cell == listed[0]

    qtbot.keyClick(page.matrix, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: page.panes[0].cell == listed[1])
    qtbot.keyClick(page.matrix, Qt.Key.Key_Return)
    settle(qtbot, opened)
    assert page.panes[0].editor.text.hasFocus()

    qtbot.keyClick(page.panes[0].editor.text, Qt.Key.Key_Escape)
    assert page.matrix.hasFocus()
    assert page.model is not None
    assert page.model.cell_at(page.matrix.currentIndex()) == listed[1]


def test_what_is_typed_is_kept_and_shown_in_the_matrix(qtbot: QtBot, opened: Program, page: AnswersPage) -> None:
    cell = cells(opened)[0]
    points = len(stored(opened, cell))
    qtbot.keyClick(page.matrix, Qt.Key.Key_Return)
    add_line(qtbot, opened, page.panes[0], "ជួបគ្នាម្តងទៀត")

    assert stored(opened, cell)[-1] == "ជួបគ្នាម្តងទៀត"
    assert points + 1 == len(stored(opened, cell))
    assert page.model is not None
    assert str(page.model.data(page.model.index_of_cell(*cell))).startswith("typing · ")


def test_ctrl_and_arrows_go_to_neighbours_while_typing(qtbot: QtBot, opened: Program, page: AnswersPage) -> None:
    listed = cells(opened)
    questions = len(page.model.questions) if page.model else 0
    qtbot.keyClick(page.matrix, Qt.Key.Key_Return)
    text = page.panes[0].editor.text
    for key, place in ((Qt.Key.Key_Down, questions), (Qt.Key.Key_Left, questions - 1), (Qt.Key.Key_Up, questions - 1)):
        qtbot.keyClick(text, key, CTRL)
        settle(qtbot, opened)
        assert page.panes[0].cell == listed[place]
    assert text.hasFocus()
    for _ in listed:
        qtbot.keyClick(text, Qt.Key.Key_Right, CTRL)
    settle(qtbot, opened)
    assert page.panes[0].cell == listed[-1]


def test_going_on_hands_in_what_was_typed(qtbot: QtBot, opened: Program, page: AnswersPage) -> None:
    qtbot.keyClick(page.matrix, Qt.Key.Key_Return)
    text = page.panes[0].editor.text
    text.moveCursor(QTextCursor.MoveOperation.End)
    type_text(text, " at once")
    qtbot.keyClick(text, Qt.Key.Key_Right, CTRL)
    settle(qtbot, opened)

    assert stored(opened, cells(opened)[0])[-1].endswith(" at once")
    assert not stored(opened, cells(opened)[1])[-1].endswith(" at once")


def test_rapporteur_and_room_are_typed_in_the_matrix(qtbot: QtBot, opened: Program, page: AnswersPage) -> None:
    workshop = opened.window.context.open.workshop
    assert page.model is not None
    assert workshop is not None
    member = next(one for one in workshop.attendants if one.id == workshop.groups[0].members[2])
    for column, typed in ((1, member.name), (2, "Under the tree")):
        page.matrix.setCurrentIndex(page.model.index(0, column))
        qtbot.keyClick(page.matrix, Qt.Key.Key_Return)
        editor = QApplication.focusWidget()
        assert isinstance(editor, QLineEdit)
        editor.setText(typed)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        settle(qtbot, opened)

    after = opened.window.context.open.workshop
    assert after is not None
    assert (after.groups[0].rapporteur, after.groups[0].room) == (str(member.id), "Under the tree")
    assert page.model.data(page.model.index(0, 1)) == member.name
    assert page.panes[0].group.text() == f"Rapporteur: {member.name} · Under the tree"


def test_two_answers_side_by_side(qtbot: QtBot, opened: Program, page: AnswersPage) -> None:
    listed = cells(opened)
    qtbot.keyClick(page.matrix, Qt.Key.Key_F8)
    settle(qtbot, opened)
    one, two = page.panes
    assert one.isVisible()
    assert two.isVisible()
    assert (one.cell, two.cell) == (listed[0], listed[1])

    two.editor.text.setFocus()
    add_line(qtbot, opened, two, "on the right")
    qtbot.keyClick(two.editor.text, Qt.Key.Key_Left, CTRL)  # it is shown on the left already
    assert one.editor.text.hasFocus()
    add_line(qtbot, opened, one, "on the left")
    assert stored(opened, listed[0])[-1] == "on the left"
    assert stored(opened, listed[1])[-1] == "on the right"

    opened.window.context.actions["other_answer"].trigger()
    assert two.editor.text.hasFocus()
    qtbot.keyClick(two.editor.text, Qt.Key.Key_F7)
    settle(qtbot, opened)
    assert page.panes == (two, one)  # the one that is typed in stays
    assert not one.isVisible()
    assert two.cell == listed[1]
    assert two.editor.lines[-1].text == "on the right"
    assert (page.ui.panes.indexOf(two), page.ui.panes.indexOf(one)) == (0, 1)


@pytest.mark.parametrize("keys", [Qt.Key.Key_F7, Qt.Key.Key_F9])
def test_the_answer_in_which_one_types_is_the_one_that_stays(
    qtbot: QtBot, opened: Program, page: AnswersPage, keys: Qt.Key
) -> None:
    window = opened.window
    qtbot.keyClick(page.matrix, Qt.Key.Key_F8)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab, CTRL)
    settle(qtbot, opened)
    cell = page.panes[1].cell
    assert cell is not None
    qtbot.keyClicks(window.focusWidget(), "xy")
    qtbot.keyClick(window.focusWidget(), keys)
    qtbot.keyClicks(window.focusWidget(), "z")
    page.commit()
    settle(qtbot, opened)

    assert page.panes[0].cell == cell
    assert page.panes[0].isVisible()
    assert not page.panes[1].isVisible()
    assert window.focusWidget() is page.panes[0].editor.text
    assert "xyz" in "".join(stored(opened, cell))


def test_an_answer_beside_its_question(qtbot: QtBot, opened: Program, page: AnswersPage) -> None:
    qtbot.keyClick(page.matrix, Qt.Key.Key_F9)
    settle(qtbot, opened)

    assert page.question.isVisible()
    assert page.model is not None
    assert page.question._question.text() == page.model.questions[0].text
    assert len(page.question._members.text().splitlines()) == 12


def test_khmer_screens_name_the_group_in_khmer_letters(qtbot: QtBot, opened: Program, page: AnswersPage) -> None:
    workshop = opened.window.context.open.workshop
    assert workshop is not None
    members = set(workshop.groups[0].members)
    people = [one for one in workshop.attendants if one.id in members]
    opened.window.context.open.do(describe_group, workshop.groups[0].sector, rapporteur=people[0].name)
    opened.window.set_language(Language.KHMER)
    qtbot.keyClick(page.matrix, Qt.Key.Key_F9)
    settle(qtbot, opened)

    assert all(one.name_km for one in people)
    assert set(page.question._members.text().splitlines()) == {one.name_km for one in people}
    assert people[0].name_km in page.question._where.text()


def test_history_brings_a_version_back_and_undo_takes_that_back(
    qtbot: QtBot, opened: Program, page: AnswersPage
) -> None:
    cell = cells(opened)[0]
    first = stored(opened, cell)
    write(opened, cell, (Node("Somebody wrote over it"),))
    opened.window.context.open._look()
    qtbot.waitUntil(lambda: page.panes[0].editor.lines[0].text == "Somebody wrote over it")

    opened.window.context.actions["answer_history"].trigger()
    settle(qtbot, opened)
    dialog = page.findChild(TextHistoryDialog)
    assert dialog is not None
    assert [row.version.who for row in dialog.model.all_rows] == ["Somebody else", "Minute taker"]
    assert (dialog.model.all_rows[0].added, dialog.model.all_rows[0].removed) == (1, 5)
    assert first[0].startswith(dialog.model.all_rows[1].begins.rstrip("…"))
    qtbot.keyClick(dialog.ui.versions, Qt.Key.Key_Return)
    settle(qtbot, opened)
    assert stored(opened, cell) == first
    assert page.panes[0].editor.lines[0].text == first[0]

    opened.window.context.open.undo()
    settle(qtbot, opened)
    assert stored(opened, cell) == ["Somebody wrote over it"]


@pytest.mark.parametrize("decision", ["both", "mine", "theirs"])
def test_two_who_type_at_once_are_shown_side_by_side(
    qtbot: QtBot, opened: Program, page: AnswersPage, decision: str
) -> None:
    cell = cells(opened)[0]
    pane = page.panes[0]
    shared = stored(opened, cell)
    qtbot.keyClick(page.matrix, Qt.Key.Key_Return)
    pane.editor.text.moveCursor(QTextCursor.MoveOperation.End)
    type_text(pane.editor.text, " and mine")
    write(opened, cell, (*(Node(text) for text in shared), Node("theirs")))
    pane.editor.commit()
    settle(qtbot, opened)
    assert pane.theirs.isVisible()
    assert "theirs" in pane.theirs.view.toPlainText()
    assert pane.editor.text.extraSelections()

    pane.editor._conflict._answers[decision].click()  # type: ignore[attr-defined]
    settle(qtbot, opened)
    kept = stored(opened, cell)
    assert not pane.theirs.isVisible()
    assert ("theirs" in kept) == (decision != "mine")
    assert any(text.endswith(" and mine") for text in kept) == (decision != "theirs")


def test_a_conflict_that_nobody_decides_keeps_both(qtbot: QtBot, opened: Program, page: AnswersPage) -> None:
    cell = cells(opened)[0]
    pane = page.panes[0]
    qtbot.keyClick(page.matrix, Qt.Key.Key_Return)
    pane.editor.text.moveCursor(QTextCursor.MoveOperation.End)
    type_text(pane.editor.text, " and mine")
    write(opened, cell, (Node("theirs"),))
    pane.editor.commit()
    settle(qtbot, opened)
    assert pane.theirs.isVisible()
    qtbot.keyClick(pane.editor.text, Qt.Key.Key_Right, CTRL)
    settle(qtbot, opened)

    assert not pane.theirs.isVisible()
    kept = stored(opened, cell)
    assert "theirs" in kept
    assert any(text.endswith(" and mine") for text in kept)


def test_findings_lead_into_the_answer(qtbot: QtBot, opened: Program, page: AnswersPage) -> None:
    cell = cells(opened)[7]
    write(opened, cell, ())
    opened.window.context.open._look()
    settle(qtbot, opened)
    workshop = opened.window.context.open.workshop
    assert workshop is not None
    found = [one.where for one in check_workshop(workshop) if one.code == "answer-missing"]
    assert found == [path_of_answer(*cell)]

    opened.window.show_page("answers", found[0])
    settle(qtbot, opened)
    assert page.panes[0].cell == cell
    assert page.panes[0].editor.text.hasFocus()

    opened.window.show_page("answers", "$.answers[3].items[0]")
    answer = workshop.answers[3]
    assert page.panes[0].cell == (answer.sector, answer.question)
    opened.window.context.actions["next_empty_answer"].trigger()
    assert page.panes[0].cell == cell


def test_without_questions_the_page_says_what_comes_first(qtbot: QtBot, program: Program) -> None:
    opened = program.window.context.open

    def make(database: Any) -> Any:
        blank = read_template("blank", opened_language(program))
        return create_workshop(database, blank, who="Minute taker", title="Blank", starts=None)

    opened.ask(make, done=opened.open)
    settle(qtbot, program)
    page = show(qtbot, program, "answers")
    assert isinstance(page, AnswersPage)
    assert not page.ui.body.isVisible()
    qtbot.keyClick(page.first_field(), Qt.Key.Key_Space)
    assert program.window.page.objectName() == "page_prepare"


def opened_language(program: Program) -> Any:
    return program.window.context.translation.language


def test_the_matrix_knows_its_columns(opened: Program, page: AnswersPage) -> None:
    database, workshop = opened.window.context.open._open_database, opened.window.context.open.workshop
    assert workshop is not None
    found = find_answers(database, workshop.id)
    assert page.model is not None
    assert page.model.columnCount() == BEFORE_QUESTIONS + len(found.questions)
    assert page.ui.state.text() == "15 of 15 answers"
