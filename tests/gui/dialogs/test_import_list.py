"""A list that somebody else made is taken in through the dialog, by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.workshop import Attendant, Sex
from clesidra_desktop.gui.dialogs import export_list
from clesidra_desktop.gui.dialogs.export_list import ExportListDialog
from clesidra_desktop.gui.dialogs.import_list import ImportListDialog
from clesidra_desktop.gui.models.list_rows import ListRowsModel
from clesidra_desktop.gui.pages.register import RegisterPage
from clesidra_desktop.services.lists.plan import Status
from clesidra_desktop.settings import TABLES
from tests.helpers.wild_list import write_wild_list
from tests.helpers.window import settle, show


@pytest.fixture
def wild(tmp_path: Path) -> Path:
    return write_wild_list(tmp_path / "wild.xlsx")


@pytest.fixture
def page(qtbot: QtBot, opened: Program) -> RegisterPage:
    shown = show(qtbot, opened, "register")
    assert isinstance(shown, RegisterPage)
    return shown


@pytest.fixture
def dialog(qtbot: QtBot, opened: Program, page: RegisterPage, wild: Path) -> ImportListDialog:
    page.import_list(wild)
    settle(qtbot, opened)
    found = page.findChild(ImportListDialog)
    assert isinstance(found, ImportListDialog)
    return found


def attendants(program: Program) -> dict[str, Attendant]:
    workshop = program.window.context.open.workshop
    assert workshop is not None
    return {one.name: one for one in workshop.attendants}


def model_of(dialog: ImportListDialog) -> ListRowsModel:
    model = dialog.ui.table.model()
    assert isinstance(model, ListRowsModel)
    return model


def type_into_cell(qtbot: QtBot, program: Program, dialog: ImportListDialog, text: str) -> None:
    """Type over the current cell, as F2 and the keys do."""
    table = dialog.ui.table
    table.edit(table.currentIndex())
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText(text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle(qtbot, program)


def test_khmer_titles_are_understood(dialog: ImportListDialog) -> None:
    view = dialog._view
    assert view is not None

    assert {field.value for field in view.columns.values()} == {
        "name",
        "sex",
        "age",
        "category",
        "organization",
        "phone",
    }
    assert view.counts == {Status.NEW: 1, Status.FAULTY: 3, Status.LEFT_OUT: 1}
    assert not dialog.ui.take.isEnabled()


def test_what_is_wrong_is_mended_and_all_is_taken_in_one_step(
    qtbot: QtBot, opened: Program, dialog: ImportListDialog
) -> None:
    before = len(attendants(opened))
    dialog.next_problem()
    assert "Village group" in dialog.ui.sentence.text()
    type_into_cell(qtbot, opened, dialog, "CBO")
    assert dialog.ui.everywhere.isVisible()
    dialog.ui.everywhere.click()
    settle(qtbot, opened)
    dialog.next_problem()
    assert "girl?" in dialog.ui.sentence.text()
    type_into_cell(qtbot, opened, dialog, "ស")
    assert dialog.ui.take.isEnabled()

    dialog.ui.arrived.setChecked(True)
    dialog.take()
    settle(qtbot, opened)

    now = attendants(opened)
    assert len(now) == before + 4
    assert now["Rorn Sovann"].sex is Sex.FEMALE
    assert now["Im Rachana"].category == "CBO"
    assert now["Sam Rithy"].category == "CBO"
    assert now["Oum Bopha"].arrived is not None
    assert any("4 new" in label.text() for label in opened.window.strip.findChildren(QLabel))

    opened.window.context.open.undo()
    settle(qtbot, opened)
    assert len(attendants(opened)) == before


def test_what_is_typed_while_the_list_is_looked_at_is_not_lost(
    qtbot: QtBot, opened: Program, dialog: ImportListDialog
) -> None:
    faulty = [row for row in model_of(dialog).shown_rows if row.status is Status.FAULTY]
    for row in faulty:
        for fault in row.faults:
            dialog._mend(row.number, fault.column, {"sex": "ស", "category": "CBO"}[dialog._view.columns[fault.column]])
    dialog.take()  # it is not ready
    qtbot.waitUntil(dialog.ui.take.isEnabled, timeout=10_000)
    settle(qtbot, opened)

    assert dialog._view is not None
    assert dialog._view.counts.get(Status.FAULTY, 0) == 0


def test_pressed_twice_it_takes_the_list_once(qtbot: QtBot, opened: Program, dialog: ImportListDialog) -> None:
    before = len(attendants(opened))
    dialog._change(lambda preview, _job: preview.empty_faults())
    settle(qtbot, opened)
    dialog.take()
    dialog.take()
    settle(qtbot, opened)

    assert len(attendants(opened)) == before + 4
    opened.window.context.open.undo()
    settle(qtbot, opened)
    assert len(attendants(opened)) == before


def test_a_list_that_is_closed_while_it_is_looked_at_is_left_alone(
    qtbot: QtBot, opened: Program, page: RegisterPage, wild: Path
) -> None:
    page.import_list(wild)
    dialog = page.findChild(ImportListDialog)
    assert isinstance(dialog, ImportListDialog)
    dialog.reject()
    settle(qtbot, opened)

    assert page.findChild(ImportListDialog) is None


def test_the_same_list_again_brings_nobody_twice(
    qtbot: QtBot, opened: Program, page: RegisterPage, dialog: ImportListDialog, wild: Path
) -> None:
    dialog._change(lambda preview, _job: preview.empty_faults())
    settle(qtbot, opened)
    dialog.take()
    settle(qtbot, opened)
    count = len(attendants(opened))

    page.import_list(wild)
    settle(qtbot, opened)
    again = next(one for one in page.findChildren(ImportListDialog) if one.isVisible())
    assert again._view is not None
    assert again._view.counts.get(Status.NEW, 0) == 0
    again.reject()
    assert len(attendants(opened)) == count


def test_rows_can_be_left_out_and_taken_in_again(qtbot: QtBot, opened: Program, dialog: ImportListDialog) -> None:
    dialog.next_problem()
    dialog.ui.leave_out.click()
    settle(qtbot, opened)
    assert dialog._view is not None
    assert dialog._view.counts[Status.LEFT_OUT] == 2

    dialog.ui.leave_out.click()
    settle(qtbot, opened)
    assert dialog._view.counts[Status.LEFT_OUT] == 1


def test_a_column_can_hold_something_else_and_that_is_remembered(
    qtbot: QtBot, opened: Program, page: RegisterPage, dialog: ImportListDialog, wild: Path
) -> None:
    box = dialog.columns.box(5)
    box.setCurrentIndex(0)
    box.activated.emit(0)
    settle(qtbot, opened)
    assert dialog._view is not None
    assert 5 not in dialog._view.columns
    dialog._change(lambda preview, _job: preview.empty_faults())
    settle(qtbot, opened)
    dialog.take()
    settle(qtbot, opened)

    page.import_list(wild)
    settle(qtbot, opened)
    again = next(one for one in page.findChildren(ImportListDialog) if one.isVisible())
    assert again._view is not None
    assert 5 not in again._view.columns
    again.reject()


def test_the_rows_are_filtered_by_what_becomes_of_them(dialog: ImportListDialog) -> None:
    QAbstractItemModelTester(model_of(dialog), QAbstractItemModelTester.FailureReportingMode.Fatal)
    dialog.chips[Status.FAULTY].click()
    assert {row.status for row in model_of(dialog).shown_rows} == {Status.FAULTY}
    dialog.chips[None].click()
    assert len(model_of(dialog).shown_rows) == 5


def test_a_file_that_is_no_list_is_refused_in_the_window(
    qtbot: QtBot, opened: Program, page: RegisterPage, tmp_path: Path
) -> None:
    wrong = tmp_path / "photo.xlsx"
    wrong.write_bytes(b"\x89PNG\r\n\x1a\n0000")
    page.import_list(wrong)
    settle(qtbot, opened)

    assert any("photo.xlsx" in label.text() for label in opened.window.strip.findChildren(QLabel))


def test_escape_takes_nothing(qtbot: QtBot, opened: Program, dialog: ImportListDialog) -> None:
    before = attendants(opened)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert attendants(opened) == before


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv", "list"])
def test_the_list_is_exported(
    qtbot: QtBot, opened: Program, page: RegisterPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(export_list, "ask_for_target", lambda *_: str(tmp_path / name))
    page.export_list()
    dialog = page.findChild(ExportListDialog)
    assert isinstance(dialog, ExportListDialog)
    dialog.accept()
    settle(qtbot, opened)

    written = tmp_path / (name if "." in name else f"{name}.xlsx")
    assert written.stat().st_size > 1000
    assert any(written.name in label.text() for label in opened.window.strip.findChildren(QLabel))


def test_the_next_problem_may_be_in_the_same_row(qtbot: QtBot, opened: Program, dialog: ImportListDialog) -> None:
    row = next(row for row in model_of(dialog).shown_rows if row.status is Status.FAULTY)
    other = next(column for column, held in dialog._view.columns.items() if held == "age")  # type: ignore[union-attr]
    dialog._mend(row.number, other, "old")
    settle(qtbot, opened)
    table = dialog.ui.table
    dialog.next_problem()
    first = table.currentIndex()
    dialog.next_problem()
    second = table.currentIndex()

    assert first.row() == second.row()
    assert first.column() != second.column()
    type_into_cell(qtbot, opened, dialog, "CBO")
    dialog.next_problem()
    assert dialog.ui.table.currentIndex().row() == first.row()


def test_a_column_that_was_added_can_be_scrolled_to(qtbot: QtBot, opened: Program, dialog: ImportListDialog) -> None:
    box, table = dialog.columns.box(5), dialog.ui.table
    held = box.currentIndex()
    box.setCurrentIndex(0)
    box.activated.emit(0)
    settle(qtbot, opened)
    opened.settings.set(TABLES, {"": table.horizontalHeader().saveState().toBase64().toStdString()})
    box.setCurrentIndex(held)
    box.activated.emit(held)
    settle(qtbot, opened)
    header, model = table.horizontalHeader(), model_of(dialog)

    assert header.length() == sum(header.sectionSize(place) for place in range(len(model.columns)))
    assert all(header.visualIndex(place) == place for place in range(len(model.columns)))
