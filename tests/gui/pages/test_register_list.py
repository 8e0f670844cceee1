"""The list of attendants: filters, editing in place, several at once, and going to a finding."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.signatures import row_signed
from clesidra_desktop.domain.workshop import Attendant, Sex, Stay
from clesidra_desktop.gui.dialogs.bulk_edit import BulkEditDialog
from clesidra_desktop.gui.messages import MessageStrip
from clesidra_desktop.settings import TABLES
from tests.helpers.door import NAMES, Hands, fill, known, stored

COUNT = 8


@pytest.fixture
def address(tmp_path: Path) -> Path:
    return tmp_path / "clesidra.db"


@pytest.fixture
def hands(qtbot: QtBot, make_program: object, address: Path) -> Hands:
    """The hands at a table with eight attendants, all of whom have come; the last one lacks nearly everything."""
    came = Stay(arrived=datetime(2017, 11, 1, 8))
    invited = [replace(known(number), stays=(came,)) for number in range(COUNT - 1)]
    invited.append(Attendant(id=known(COUNT - 1).id, name=NAMES[COUNT - 1]))
    fill(str(address), 0, invited)
    made: Program = make_program()  # type: ignore[operator]
    hands = Hands(qtbot, made)
    hands.open()
    return hands


def select(hands: Hands, number: int, key: str = "name") -> QModelIndex:
    assert hands.page.list.select(known(number).id, key)
    return hands.page.ui.table.currentIndex()


def of(address: Path, number: int) -> Attendant:
    return next(one for one in stored(address).attendants if one.id == known(number).id)


def shown(hands: Hands) -> list[str]:
    return [row.attendant.name for row in hands.page.list.model.shown_rows]


def edit(hands: Hands, number: int, key: str, text: str) -> None:
    select(hands, number, key)
    hands.press(Qt.Key.Key_F2)
    editor = hands.page.ui.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    hands.qtbot.keyClicks(editor, text)
    hands.qtbot.keyClick(editor, Qt.Key.Key_Return)
    hands.settle()


def strip(hands: Hands) -> str:
    found = hands.program.window.findChild(MessageStrip)
    assert found is not None
    return found._text.text() if found.isVisible() else ""


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester, hands: Hands) -> None:
    qtmodeltester.check(hands.page.list.model)


def test_chips_category_and_words_show_fewer(hands: Hands) -> None:
    ui = hands.page.ui
    assert [ui.all.text(), ui.here.text(), ui.not_yet.text(), ui.missing.text()] == [
        "All 8",
        "Here 7",
        "Not yet 1",
        "Data missing 1",
    ]
    ui.missing.click()
    assert shown(hands) == [NAMES[7]]
    ui.here.click()
    ui.category.setCurrentIndex(ui.category.findData("LNGO"))
    assert shown(hands) == [NAMES[1], NAMES[5]]
    hands.qtbot.keyClicks(ui.filter, "chan")
    assert shown(hands) == [NAMES[1]]
    hands.qtbot.keyClicks(ui.filter, "zzz")
    assert ui.body.currentWidget() is not ui.list_page
    hands.page.list.show_all()
    assert len(shown(hands)) == COUNT


def test_columns_sort_and_the_unknown_comes_last(hands: Hands) -> None:
    model = hands.page.list.model
    model.sort(model.column_of("category"), Qt.SortOrder.AscendingOrder)
    assert shown(hands)[-1] == NAMES[7]
    model.sort(model.column_of("arrived"), Qt.SortOrder.AscendingOrder)
    assert shown(hands)[-1] == NAMES[7]


def test_a_cell_is_edited_in_place(hands: Hands, address: Path) -> None:
    edit(hands, 2, "organization", "Women Network")
    assert of(address, 2).organization == "Women Network"


def test_category_and_sex_are_chosen(hands: Hands, address: Path) -> None:
    for key, text in (("category", "GOV"), ("sex", "female")):
        select(hands, 7, key)
        hands.press(Qt.Key.Key_F2)
        box = hands.page.ui.table.findChild(QComboBox)
        assert box is not None
        wanted = max(box.fontMetrics().horizontalAdvance(box.itemText(n)) for n in range(box.count()))
        assert box.view().width() > wanted + 70  # beside it stand the tick and what the look keeps free
        place = next(n for n in range(box.count()) if box.itemText(n).startswith(text))
        box.hidePopup()
        box.setCurrentIndex(place)
        box.activated.emit(place)
        hands.settle()
    assert (of(address, 7).category, of(address, 7).sex) == ("GOV", Sex.FEMALE)


@pytest.mark.parametrize(("typed", "year"), [("1985", 1985), ("២៥២៨", 1985), ("32", 1985), ("", None)])
def test_years_come_in_either_era_or_as_an_age(hands: Hands, address: Path, typed: str, year: int | None) -> None:
    hands.page.list._hand_in("birth_year", hands.page.list.model.all_rows[1], typed)
    hands.settle()
    assert of(address, 1).birth_year == year


def test_what_cannot_be_is_refused_with_a_sentence_and_changes_nothing(hands: Hands, address: Path) -> None:
    edit(hands, 1, "birth_year", "forty")
    assert strip(hands) == "“forty” is no year of birth. Type a year such as 1990, or an age."
    assert of(address, 1).birth_year is None
    edit(hands, 1, "email", "nobody")
    assert "is no e-mail address" in strip(hands)
    edit(hands, 7, "left", "9:00")
    assert "has not come yet" in strip(hands)


def test_times_are_corrected(hands: Hands, address: Path) -> None:
    edit(hands, 0, "arrived", "7:50")
    edit(hands, 0, "left", "1205")
    stay = of(address, 0).stays[0]
    assert (f"{stay.arrived:%H:%M}", f"{stay.left:%H:%M}") == ("07:50", "12:05")
    edit(hands, 0, "left", "7:00")
    assert "cannot leave at 07:00" in strip(hands)
    edit(hands, 7, "arrived", "8:30")
    assert f"{of(address, 7).arrived:%H:%M}" == "08:30"


def test_several_are_marked_at_once_and_taken_back(hands: Hands, address: Path) -> None:
    actions = hands.page.context.actions
    select(hands, 0)
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert hands.page.ui.selected.text() == "8 selected"
    actions["mark_arrived"].trigger()
    hands.settle()
    actions["mark_left"].trigger()
    hands.settle()
    assert all(one.left for one in stored(address).attendants)
    actions["take_back_departure"].trigger()
    hands.settle()
    assert not any(one.left for one in stored(address).attendants)
    actions["take_back_arrival"].trigger()
    hands.settle()
    assert not any(one.stays for one in stored(address).attendants)


def test_the_undo_beside_the_news_takes_back_the_removal_and_nothing_else(hands: Hands, address: Path) -> None:
    select(hands, 3)
    hands.press(Qt.Key.Key_Delete)
    hands.settle()
    select(hands, 4)
    hands.page.list.sign_on_paper()
    hands.settle()
    found = hands.program.window.findChild(MessageStrip)
    assert found is not None
    found._answer.click()
    hands.settle()

    assert strip(hands).startswith("Something else was done since.")
    assert (len(stored(address).attendants), bool(row_signed(of(address, 4)))) == (COUNT - 1, True)
    hands.page.context.actions["undo"].trigger()
    hands.settle()
    hands.page.context.actions["undo"].trigger()
    hands.settle()
    assert len(stored(address).attendants) == COUNT


def test_those_removed_come_back_by_undo(hands: Hands, address: Path) -> None:
    select(hands, 3)
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hands.press(Qt.Key.Key_Delete)
    hands.settle()
    assert len(stored(address).attendants) == COUNT - 2
    assert strip(hands) == "2 attendants were removed."
    hands.page.context.actions["undo"].trigger()
    hands.settle()
    assert [one.name for one in stored(address).attendants] == list(NAMES[:COUNT])


def test_several_get_the_same_details(hands: Hands, address: Path) -> None:
    select(hands, 0)
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.page.context.actions["edit_selected"].trigger()
    dialog = hands.program.window.findChild(BulkEditDialog)
    assert dialog is not None
    assert not dialog.ui.change.isEnabled()
    dialog.ui.take_province.setChecked(True)
    hands.qtbot.keyClicks(dialog.ui.province, "Kampot")
    dialog.ui.take_sex.setChecked(True)
    dialog.ui.sex.setCurrentIndex(1)
    dialog.ui.change.click()
    hands.settle()
    assert {(one.province, one.sex) for one in stored(address).attendants} == {("Kampot", Sex.MALE)}
    assert len({one.organization for one in stored(address).attendants}) > 1


def test_those_selected_signed_on_paper_in_the_rows_printed_for_them(hands: Hands, address: Path) -> None:
    select(hands, 0)
    hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    hands.page.context.actions["signed_on_paper"].trigger()
    hands.settle()
    rows = [row_signed(one) for one in stored(address).attendants]
    assert [bool(row) for row in rows] == [True, True, *[False] * 6]
    model = hands.page.list.model
    assert model.index(0, model.column_of("signature")).data() == f"paper {rows[0]}"


def test_letters_in_the_list_go_to_the_search_box(hands: Hands) -> None:
    select(hands, 0)
    hands.type("so")
    assert hands.focused is hands.page.ui.search
    assert hands.page.ui.search.text() == "so"


def test_a_finding_leads_to_the_row_and_the_cell(hands: Hands) -> None:
    hands.page.ui.here.click()
    hands.page.context.show_page("overview")
    hands.program.window.show_page("register", "$.attendants[7].sex")
    hands.settle()
    index = hands.page.ui.table.currentIndex()
    model = hands.page.list.model
    assert (model.row_at(index).attendant.name, model.columns[index.column()].key) == (NAMES[7], "sex")
    hands.program.window.show_page("register", "$.quotas[0]")
    assert hands.focused is hands.page.ui.search


def test_the_columns_that_are_shown_are_kept(hands: Hands) -> None:
    model, table = hands.page.list.model, hands.page.ui.table
    assert table.isColumnHidden(model.column_of("phone"))
    menu = hands.page.ui.columns_button.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Phone").trigger()
    assert not table.isColumnHidden(model.column_of("phone"))
    assert "phone" in hands.program.settings.get(TABLES)["attendants_shown"].split(",")


def test_more_columns_are_shown_where_there_is_room(hands: Hands) -> None:
    model, table = hands.page.list.model, hands.page.ui.table
    hands.program.window.resize(1900, 900)
    hands.qtbot.waitUntil(lambda: not table.isColumnHidden(model.column_of("phone")))
    hands.program.window.resize(1280, 720)
    hands.qtbot.waitUntil(lambda: table.isColumnHidden(model.column_of("phone")))


def test_tab_goes_through_the_tools_as_they_stand(hands: Hands) -> None:
    hands.page.ui.filter.setFocus()
    passed = []
    for _ in range(5):
        hands.press(Qt.Key.Key_Tab)
        passed.append(hands.focused)

    tools = [hands.page.ui.tools.itemAt(place).widget() for place in range(2)]
    assert passed == [hands.page.ui.category, *tools, hands.page.ui.columns_button, hands.page.ui.table]
