"""The archive by keys: typed, found, opened; answers side by side; ways forward marked as done."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTableView
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.archive import Kind
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.i18n import date_text
from clesidra_desktop.gui.pages.agenda import AgendaPage
from clesidra_desktop.gui.pages.answers import AnswersPage
from clesidra_desktop.gui.pages.archive import ArchivePage
from clesidra_desktop.gui.pages.archive_answers import AnswersTab
from clesidra_desktop.gui.pages.archive_search import SearchTab
from clesidra_desktop.gui.pages.archive_ways import Shown, WaysTab
from clesidra_desktop.gui.pages.register import RegisterPage
from clesidra_desktop.services.booklet import find_archived_ways
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.storage.database import Database, open_database
from tests.helpers.archive import NEW, OLD, fill
from tests.helpers.window import settle, show, type_text

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def filled(make_program: Callable[..., Program], qtbot: QtBot, tmp_path: Path) -> Program:
    """A program on a database with two workshops, none of them open."""
    with open_database(tmp_path / "clesidra.db") as database:
        fill(database)
    program = make_program()
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    return program


@pytest.fixture
def page(qtbot: QtBot, filled: Program) -> ArchivePage:
    """The archive."""
    shown = show(qtbot, filled, "archive")
    assert isinstance(shown, ArchivePage)
    return shown


@pytest.fixture
def search(page: ArchivePage) -> SearchTab:
    """Its first tab."""
    tab = page.tab("search")
    assert isinstance(tab, SearchTab)
    return tab


def press(qtbot: QtBot, program: Program, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    """Press a key wherever the keys go."""
    qtbot.keyClick(program.window.focusWidget(), key, modifier)
    settle(qtbot, program)


def kinds(tab: SearchTab) -> list[Kind]:
    texts = [tab.list.item(place).data(Qt.ItemDataRole.UserRole) for place in range(tab.list.count())]
    return [one.hit.kind for one in texts]


def test_texts_are_found_while_they_are_typed(qtbot: QtBot, filled: Program, search: SearchTab) -> None:
    assert filled.window.focusWidget() is search.ui.search
    counts = []
    for letter in "wells":
        qtbot.keyClicks(search.ui.search, letter)
        settle(qtbot, filled)
        counts.append(search.list.count())

    assert counts == sorted(counts, reverse=True)
    assert kinds(search) == [Kind.ANSWER, Kind.ANSWER]
    assert search.ui.state.text() == "2 texts found"
    search.ui.search.clear()
    type_text(search.ui.search, "ស្អាត")
    settle(qtbot, filled)
    assert kinds(search) == [Kind.ANSWER, Kind.ANSWER]


def test_who_types_fast_finds_the_newest_only(qtbot: QtBot, filled: Program, search: SearchTab) -> None:
    qtbot.keyClicks(search.ui.search, "gate 2017")
    qtbot.keyClick(search.ui.search, Key.Key_Return)  # before anything was found
    settle(qtbot, filled)

    assert isinstance(filled.window.page, AgendaPage)
    assert filled.window.context.open.workshop is not None
    assert filled.window.context.open.workshop.id == OLD


def test_arrows_choose_and_enter_opens_the_cell(qtbot: QtBot, filled: Program, search: SearchTab) -> None:
    type_text(search.ui.search, "pumps")
    settle(qtbot, filled)
    press(qtbot, filled, Key.Key_Down)
    press(qtbot, filled, Key.Key_Down)  # there are no more than two
    assert search.list.currentRow() == 1
    press(qtbot, filled, Key.Key_Return)

    shown = filled.window.page
    assert isinstance(shown, AnswersPage)
    assert filled.window.context.open.workshop is not None
    assert filled.window.context.open.workshop.id == OLD
    assert shown.panes[0].cell == ("water", "question-2")


@pytest.mark.parametrize(("typed", "words"), [("pumps", "pumps"), ("ស្អាត", "ស្អាត")])
def test_the_words_found_are_marked_and_no_key_replaces_them(
    qtbot: QtBot, filled: Program, search: SearchTab, typed: str, words: str
) -> None:
    type_text(search.ui.search, typed)
    settle(qtbot, filled)
    press(qtbot, filled, Key.Key_Return)
    settle(qtbot, filled)

    shown = filled.window.page
    assert isinstance(shown, AnswersPage)
    text = shown.panes[0].editor.text
    assert filled.window.focusWidget() is text
    assert words in {mark.cursor.selectedText() for mark in text.extraSelections()}
    cursor = text.textCursor()
    assert not cursor.hasSelection()
    before, at = text.toPlainText(), cursor.position()
    assert before[:at].endswith(words)
    qtbot.keyClicks(text, "x")
    assert text.toPlainText() == f"{before[:at]}x{before[at:]}"
    assert not text.extraSelections()


def test_people_are_found_unless_that_is_not_wanted(qtbot: QtBot, filled: Program, search: SearchTab) -> None:
    type_text(search.ui.search, "dara2019")
    settle(qtbot, filled)
    assert kinds(search) == [Kind.PERSON]
    search.ui.people.click()
    settle(qtbot, filled)
    assert kinds(search) == []
    search.ui.people.click()
    settle(qtbot, filled)
    press(qtbot, filled, Key.Key_Tab)
    search.open_text(search.list.item(0).data(Qt.ItemDataRole.UserRole))
    settle(qtbot, filled)
    assert isinstance(filled.window.page, RegisterPage)


def test_filters_narrow_and_an_empty_result_offers_all(qtbot: QtBot, filled: Program, search: SearchTab) -> None:
    box = search.filters.box("year")
    assert [box.itemText(place) for place in range(box.count())] == ["All years", "2019", "2017"]
    type_text(search.ui.search, "2019")
    box.setCurrentIndex(2)
    settle(qtbot, filled)
    assert search.list.count() == 0
    search._said.button.click()
    settle(qtbot, filled)
    assert box.currentIndex() == 0
    assert search.list.count() > 0


def test_it_speaks_khmer_at_once(qtbot: QtBot, filled: Program, search: SearchTab) -> None:
    type_text(search.ui.search, "wells")
    settle(qtbot, filled)
    filled.window.set_language(Language.KHMER)
    settle(qtbot, filled)

    assert search.filters.box("year").itemText(0) == "គ្រប់ឆ្នាំ"
    assert search.ui.state.text() == "រកឃើញអត្ថបទ 2"
    assert search.list.count() == 2


def test_an_empty_database_says_what_this_is_for(qtbot: QtBot, program: Program) -> None:
    shown = show(qtbot, program, "archive")
    assert isinstance(shown, ArchivePage)
    tab = shown.tab("search")
    assert isinstance(tab, SearchTab)
    tab._said.button.click()

    assert program.window.page is not shown


def test_what_is_written_while_the_page_is_away_is_found(qtbot: QtBot, filled: Program, search: SearchTab) -> None:
    type_text(search.ui.search, "another name")
    settle(qtbot, filled)
    assert search.list.count() == 0
    filled.window.context.open_workshop(NEW, "prepare")
    settle(qtbot, filled)
    field = filled.window.page.findChild(QLineEdit, "title")
    assert field is not None
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Another name")
    qtbot.keyClick(field, Key.Key_Tab)
    settle(qtbot, filled)
    show(qtbot, filled, "archive")

    assert kinds(search) == [Kind.TITLE]


# Answers


@pytest.fixture
def answers(qtbot: QtBot, filled: Program, page: ArchivePage) -> AnswersTab:
    """The second tab, by its key."""
    press(qtbot, filled, Key.Key_2, Modifier.AltModifier)
    tab = page.shown
    assert isinstance(tab, AnswersTab)
    return tab


def test_answers_stand_side_by_side(qtbot: QtBot, filled: Program, answers: AnswersTab) -> None:
    assert answers.filters.box("question").currentIndex() == 1
    before = len(answers.model.all_rows)
    answers.filters.box("sector").setCurrentIndex(0)
    answers.filters.box("question").setCurrentIndex(0)
    settle(qtbot, filled)

    assert (before, len(answers.model.all_rows)) == (2, 6)
    assert answers.ui.state.text() == "6 answers"
    chosen = answers.model.row_at(answers.ui.table.currentIndex())
    assert chosen.items[0].text in answers.ui.answer.toPlainText()


@pytest.mark.parametrize("language", list(Language))
def test_the_whole_day_is_read(qtbot: QtBot, filled: Program, answers: AnswersTab, language: Language) -> None:
    filled.window.context.choose.language(language)
    settle(qtbot, filled)
    metrics, column = answers.ui.table.fontMetrics(), answers.model.column_of("day")
    longest = max(metrics.horizontalAdvance(date_text(date(2026, month, 28))) for month in range(1, 13))
    assert answers.ui.table.columnWidth(column) > longest


def test_enter_opens_an_answer_in_its_workshop(qtbot: QtBot, filled: Program, answers: AnswersTab) -> None:
    answers.ui.table.setFocus()
    press(qtbot, filled, Key.Key_Down)
    press(qtbot, filled, Key.Key_Return)

    assert isinstance(filled.window.page, AnswersPage)
    assert filled.window.context.open.workshop is not None
    assert filled.window.context.open.workshop.id == OLD


def test_the_booklet_is_written(qtbot: QtBot, filled: Program, answers: AnswersTab, tmp_path: Path) -> None:
    answers.ui.language.setCurrentIndex(answers.ui.language.findData(Language.KHMER))
    answers.write_into(tmp_path / "booklets")
    settle(qtbot, filled)

    names = sorted(path.name for path in (tmp_path / "booklets").iterdir())
    assert names == [f"answers-booklet-Land-What-do-you-need-km.{kind}" for kind in ("docx", "pdf")]


def test_without_a_format_there_is_no_booklet(answers: AnswersTab) -> None:
    answers.ui.pdf.click()
    answers.ui.docx.click()

    assert not answers.ui.write.isEnabled()


# Ways forward


@pytest.fixture
def ways(qtbot: QtBot, filled: Program, page: ArchivePage) -> WaysTab:
    """The third tab, by its key."""
    filled.window.context.actions["archive_ways"].trigger()
    settle(qtbot, filled)
    tab = page.shown
    assert isinstance(tab, WaysTab)
    tab.ui.shown.setCurrentIndex(tab.ui.shown.findData(Shown.ALL))
    settle(qtbot, filled)
    return tab


def done_of(program: Program) -> dict[object, date | None]:
    """Return when each was done, as the database has it."""
    found: list[dict[object, date | None]] = []

    def read(database: Database) -> dict[object, date | None]:
        from clesidra_desktop.domain.archive import Filters  # noqa: PLC0415

        return {one.workshop_id: one.way.done for one in find_archived_ways(database, Filters())}

    program.window.context.open.ask(read, done=found.append)
    while not found:
        program.application.processEvents()
    return found[0]


def test_one_is_marked_by_space_and_undone_where_no_workshop_is_open(
    qtbot: QtBot, filled: Program, ways: WaysTab
) -> None:
    assert filled.window.context.open.workshop is None
    ways.ui.search.setText("2017")
    ways.ui.table.setFocus()
    press(qtbot, filled, Key.Key_Space)
    assert done_of(filled) == {OLD: date(2017, 11, 1), NEW: None}
    assert ways.model.index(0, 0).data() == "✓"
    assert ways.ui.done.text() == "Not done"

    press(qtbot, filled, Key.Key_Z, Modifier.ControlModifier)
    assert done_of(filled) == {OLD: None, NEW: None}
    press(qtbot, filled, Key.Key_Y, Modifier.ControlModifier)
    assert done_of(filled) == {OLD: date(2017, 11, 1), NEW: None}


def test_undo_takes_back_what_was_marked_here_and_nothing_before(qtbot: QtBot, filled: Program, ways: WaysTab) -> None:
    opened, strip = filled.window.context.open, filled.window.strip
    opened.open(OLD, lambda: opened.do(describe_workshop, {"venue": "Another hall"}))
    settle(qtbot, filled)
    undo = filled.window.context.actions["undo"]
    assert not undo.isEnabled()  # nothing was done here
    ways.ui.search.setText("2017")
    ways.ui.table.setFocus()
    press(qtbot, filled, Key.Key_Space)
    settle(qtbot, filled)
    stale = strip._do
    assert stale is not None
    press(qtbot, filled, Key.Key_Z, Modifier.ControlModifier)
    settle(qtbot, filled)
    assert strip._text.text().startswith("Taken back: marked a way forward as done: “")
    assert not undo.isEnabled()
    stale()
    settle(qtbot, filled)
    assert "taken back already" in strip._text.text()
    assert opened.workshop is not None
    assert opened.workshop.venue == "Another hall"
    assert done_of(filled) == {OLD: None, NEW: None}


def test_undo_goes_back_over_the_workshops_in_which_one_has_marked(
    qtbot: QtBot, filled: Program, ways: WaysTab
) -> None:
    ways.ui.table.setFocus()
    for row in (0, 1):
        ways.ui.table.setCurrentIndex(ways.model.index(row, 0))
        press(qtbot, filled, Key.Key_Space)
        settle(qtbot, filled)
    assert None not in done_of(filled).values()
    for left in (1, 0):
        press(qtbot, filled, Key.Key_Z, Modifier.ControlModifier)
        settle(qtbot, filled)
        assert sum(done is not None for done in done_of(filled).values()) == left
    filled.window.strip._answer.click()  # Redo
    settle(qtbot, filled)
    assert sum(done is not None for done in done_of(filled).values()) == 1


def test_what_is_past_its_day_is_listed_by_itself(qtbot: QtBot, filled: Program, ways: WaysTab, clock: object) -> None:
    ways.ui.shown.setCurrentIndex(ways.ui.shown.findData(Shown.LATE))
    assert ways.model.shown_rows == ()
    assert ways.ui.body.currentWidget() is ways._said
    clock.move(60 * 24 * 800)  # type: ignore[attr-defined]
    ways.refresh()
    settle(qtbot, filled)

    late = [ways.model.index(place, 2).data() for place in range(len(ways.model.shown_rows))]
    assert late == ["770 days", "40 days"]


def test_enter_opens_the_workshop_of_a_way_forward(qtbot: QtBot, filled: Program, ways: WaysTab) -> None:
    assert isinstance(ways.ui.table, QTableView)
    ways.ui.table.setFocus()
    press(qtbot, filled, Key.Key_Return)

    assert isinstance(filled.window.page, AgendaPage)
    assert filled.window.page.ui.tabs.currentIndex() == 2


def test_the_models_keep_the_rules_of_qt(ways: WaysTab, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(ways.model)
