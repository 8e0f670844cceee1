"""The reports of the archive: filters, figures, the range of people, what is written, what is said of nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui import printing
from clesidra_desktop.gui.pages import archive_reports as module
from clesidra_desktop.gui.pages.archive import ArchivePage
from clesidra_desktop.gui.pages.archive_reports import ALL, BETWEEN, ReportsTab
from clesidra_desktop.gui.tasks import Job
from clesidra_desktop.gui.widgets.bar_chart import BarChartView
from clesidra_desktop.gui.widgets.block_table import WIDEST, BlockTable
from clesidra_desktop.gui.widgets.line_chart import LineChartView
from clesidra_desktop.services.attendants import register_attendant
from clesidra_desktop.services.directory import add_person
from clesidra_desktop.services.report_files import WrittenReport
from tests.helpers.offices import OFFICE_YEARS, open_office
from tests.helpers.window import settle, show


def open_reports(qtbot: QtBot, program: Program) -> ReportsTab:
    page = show(qtbot, program, "archive")
    assert isinstance(page, ArchivePage)
    tab = page.tab("reports")
    assert isinstance(tab, ReportsTab)
    counted(qtbot, program, tab)
    return tab


def counted(qtbot: QtBot, program: Program, tab: ReportsTab) -> None:
    """Wait until what is chosen is counted, and doubles were looked for."""
    qtbot.waitUntil(lambda: not tab.is_counting, timeout=20_000)
    settle(qtbot, program)


def choose(qtbot: QtBot, program: Program, tab: ReportsTab, box: str, value: object) -> None:
    choice = getattr(tab.ui, box)
    choice.setCurrentIndex([choice.itemData(place) for place in range(choice.count())].index(value))
    counted(qtbot, program, tab)


@pytest.fixture
def office(qtbot: QtBot, program: Program) -> Program:
    """A program with the database of an office."""
    program.window.context.open.ask(open_office, done=lambda _: None)
    settle(qtbot, program)
    return program


@pytest.fixture
def tab(qtbot: QtBot, office: Program) -> ReportsTab:
    return open_reports(qtbot, office)


def numbers(tab: ReportsTab) -> list[str]:
    return [card.number.text() for card in tab.cards]


def strip_says(program: Program, text: str) -> bool:
    return any(text in label.text() for label in program.window.strip.findChildren(QLabel))


def test_figures_tables_and_charts_are_shown(tab: ReportsTab) -> None:
    assert tab.report is not None
    assert tab.people is not None
    assert numbers(tab)[0] == str(tab.report.everybody.total)
    assert numbers(tab)[3] == "8"
    for kind in (BlockTable, BarChartView, LineChartView):
        shown = tab.ui.sheet.findChildren(kind)
        assert len(shown) >= 2
        assert all(one.accessibleName() for one in shown)
    assert not tab.ui.doubles.isVisible()


def test_a_table_asks_for_the_room_of_what_stands_in_it(tab: ReportsTab) -> None:
    tables = tab.ui.sheet.findChildren(BlockTable)
    assert tables
    for table in tables:
        columns = range(table.model().columnCount())
        assert table.minimumSizeHint().width() >= min(sum(map(table.sizeHintForColumn, columns)), WIDEST)


def test_choosing_counts_again(qtbot: QtBot, office: Program, tab: ReportsTab) -> None:
    choose(qtbot, office, tab, "period", (OFFICE_YEARS[0], 0))
    assert numbers(tab)[3] == "4"
    choose(qtbot, office, tab, "programme", "Mekong Fisheries")
    assert numbers(tab)[3] == "1"
    choose(qtbot, office, tab, "period", ALL)
    choose(qtbot, office, tab, "programme", "")
    choose(qtbot, office, tab, "place", "Kratie")
    assert numbers(tab)[3] == "3"


def test_days_are_chosen_where_no_year_fits(qtbot: QtBot, office: Program, tab: ReportsTab) -> None:
    assert not tab.ui.first.isVisible()
    tab.ui.last.setDate(QDate(2025, 2, 1))
    tab.ui.first.setDate(QDate(2025, 5, 31))  # the other way round is meant just so
    choose(qtbot, office, tab, "period", BETWEEN)
    assert tab.ui.first.isVisible()
    assert numbers(tab)[3] == "2"


def test_where_nothing_was_held_one_key_shows_all(qtbot: QtBot, office: Program, tab: ReportsTab) -> None:
    tab.ui.first.setDate(QDate(1999, 1, 1))
    tab.ui.last.setDate(QDate(1999, 12, 31))
    choose(qtbot, office, tab, "period", BETWEEN)
    assert tab.ui.body.currentWidget() is tab.empty
    assert not tab.ui.write.isEnabled()
    qtbot.keyClick(tab.empty.button, Qt.Key.Key_Space)
    counted(qtbot, office, tab)
    assert tab.ui.body.currentWidget() is tab.ui.scroll


def test_an_empty_office_is_told_what_will_be_here(qtbot: QtBot, program: Program) -> None:
    tab = open_reports(qtbot, program)
    assert tab.ui.body.currentWidget() is tab.empty
    qtbot.keyClick(tab.empty.button, Qt.Key.Key_Space)
    settle(qtbot, program)
    assert program.window.page is not tab.parent()
    assert not tab.isVisible()


def test_who_may_be_one_makes_a_range_and_leads_to_the_directory(qtbot: QtBot, opened: Program) -> None:
    workshop = opened.window.context.open.workshop
    assert workshop is not None
    known = workshop.attendants[0]
    details = {"name": known.name, "organization": known.organization, "sex": known.sex, "category": known.category}
    opened.window.context.open.do(register_attendant, details, arrived=opened.window.context.open.now())
    settle(qtbot, opened)
    tab = open_reports(qtbot, opened)
    assert tab.people is not None
    assert tab.people.pairs >= 1
    assert numbers(tab)[0] == f"between {tab.people.least} and {tab.people.most}"

    with qtbot.waitExposed(tab.ui.doubles):
        pass
    qtbot.mouseClick(tab.ui.doubles, Qt.MouseButton.LeftButton)
    settle(qtbot, opened)
    assert opened.window.page.__class__.__name__ == "DirectoryPage"
    qtbot.waitUntil(lambda: any(one.isVisible() for one in opened.window.page.findChildren(module_of_dialog())))


def module_of_dialog() -> type:
    from clesidra_desktop.gui.dialogs.people_doubles import PeopleDoublesDialog  # noqa: PLC0415

    return PeopleDoublesDialog


def test_what_changes_is_counted_while_it_is_shown(qtbot: QtBot, opened: Program) -> None:
    tab = open_reports(qtbot, opened)
    assert tab.report is not None
    before = tab.report.attendances
    opened.window.context.open.do(
        register_attendant, {"name": "Somebody new"}, arrived=opened.window.context.open.now()
    )
    settle(qtbot, opened)
    counted(qtbot, opened, tab)
    assert tab.report.attendances == before + 1
    report = tab.report
    opened.window.context.open.do_in_directory(add_person, {"name": "Nobody reached"})
    settle(qtbot, opened)
    counted(qtbot, opened, tab)
    assert tab.report == report


def test_the_report_is_written_into_a_folder(
    qtbot: QtBot, office: Program, tab: ReportsTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(module, "ask_for_folder", lambda *_: str(folder))
    tab.ui.docx.setChecked(False)
    tab.ui.language.setCurrentIndex(tab.ui.language.findData(Language.KHMER))
    qtbot.mouseClick(tab.ui.write, Qt.MouseButton.LeftButton)
    settle(qtbot, office)
    assert sorted(path.name for path in folder.iterdir()) == ["report-km.pdf", "report-km.xlsx"]
    assert strip_says(office, "Written: ")


def test_without_a_format_there_is_nothing_to_write(tab: ReportsTab) -> None:
    for tick in (tab.ui.pdf, tab.ui.docx, tab.ui.xlsx):
        assert tab.ui.write.isEnabled()
        tick.setChecked(False)
    assert not tab.ui.write.isEnabled()


def test_a_folder_that_takes_no_file_is_told(
    qtbot: QtBot, office: Program, tab: ReportsTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a file"
    target.write_text("")
    monkeypatch.setattr(module, "ask_for_folder", lambda *_: str(target))
    qtbot.mouseClick(tab.ui.write, Qt.MouseButton.LeftButton)
    settle(qtbot, office)
    assert not strip_says(office, "Written: ")
    assert office.window.strip.isVisible()


def test_pages_go_to_the_printer(tab: ReportsTab, tmp_path: Path) -> None:
    assert tab.report is not None
    printer = printing.QPrinter()
    printer.setOutputFormat(printing.QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    ready = WrittenReport(tab.report, tab.people, Language.ENGLISH)
    with ready.pictures() as pages:
        expected = len(pages.sizes)
    assert printing.put_on_paper(printer, ready.pictures, Job(tab)) == expected
    assert (tmp_path / "printed.pdf").read_bytes().count(b"/Type /Page\n") == expected


def test_the_words_follow_the_language(qtbot: QtBot, office: Program, tab: ReportsTab) -> None:
    office.window.context.choose.language(Language.KHMER)
    settle(qtbot, office)
    counted(qtbot, office, tab)
    assert tab.cards[3].number.text() == "៨"
    assert tab.ui.place.itemText(tab.ui.place.findData("Kratie")) == "ក្រចេះ"
    headings = [label.text() for label in tab.ui.sheet.findChildren(QLabel)]
    assert "មនុស្សតាមខេត្ត" in headings


def test_a_database_that_does_not_answer_is_told_and_the_work_ends(
    qtbot: QtBot, office: Program, tab: ReportsTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise UserError("The database does not answer. Try again.")

    monkeypatch.setattr(module, "read_for_report", refuse)
    choose(qtbot, office, tab, "programme", "CLESIDRA")
    assert strip_says(office, "The database does not answer")
    assert not tab.is_counting
