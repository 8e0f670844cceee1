"""The rules of the split: what differs is handed in, contradictions are said beside the rules, and nobody moves."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.workshop import QuotaAttribute, SplitAttribute
from clesidra_desktop.gui.dialogs.split_rules import SplitRulesDialog
from clesidra_desktop.services import groups as deeds
from tests.helpers.groups import emptied_file, members_of, open_groups, workshop_of
from tests.helpers.window import settle


@pytest.fixture
def dialog(qtbot: QtBot, program: Program, tmp_path: Path) -> SplitRulesDialog:
    page = open_groups(qtbot, program, emptied_file(tmp_path))
    program.window.context.open.do(deeds.split_into_groups)
    settle(qtbot, program)
    program.window.context.open.do(deeds.split_next_round)
    settle(qtbot, program)
    program.window.context.actions["groups_rules"].trigger()
    settle(qtbot, program)
    shown = page.findChild(SplitRulesDialog)
    assert shown is not None
    return shown


def accept(qtbot: QtBot, program: Program, dialog: SplitRulesDialog) -> None:
    qtbot.mouseClick(dialog.ui.buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)
    settle(qtbot, program)


def select(dialog: SplitRulesDialog, *rows: int) -> list[str]:
    dialog.ui.people.clearSelection()
    for row in rows:
        dialog.ui.people.item(row).setSelected(True)
    return [dialog.ui.people.item(row).text() for row in rows]


def test_weights_and_protection_are_handed_in_and_nobody_moves(
    qtbot: QtBot, program: Program, dialog: SplitRulesDialog
) -> None:
    before = members_of(program)
    weight, _, with_sex = dialog._weights[QuotaAttribute.PROVINCE]
    weight.setValue(3)
    with_sex.setChecked(True)
    _, protected, _ = dialog._weights[QuotaAttribute.SEX]
    protected.setChecked(False)
    accept(qtbot, program, dialog)

    assert workshop_of(program).split.attributes == (
        SplitAttribute(attribute=QuotaAttribute.SEX),
        SplitAttribute(attribute=QuotaAttribute.PROVINCE, weight=3, with_sex=True),
    )
    assert members_of(program) == before


def test_nothing_is_done_where_nothing_differs(qtbot: QtBot, program: Program, dialog: SplitRulesDialog) -> None:
    state = program.window.context.open.state
    accept(qtbot, program, dialog)

    assert program.window.context.open.state == state
    assert not dialog._is_open


def test_sets_are_added_and_removed(qtbot: QtBot, program: Program, dialog: SplitRulesDialog) -> None:
    names = select(dialog, 0, 1)
    qtbot.mouseClick(dialog.ui.apart, Qt.MouseButton.LeftButton)
    select(dialog, 2)
    qtbot.mouseClick(dialog.ui.facilitate, Qt.MouseButton.LeftButton)
    select(dialog, 3, 4)
    qtbot.mouseClick(dialog.ui.together, Qt.MouseButton.LeftButton)
    lines = [dialog.ui.sets.item(row).text() for row in range(dialog.ui.sets.count())]
    assert f"Apart: {', '.join(names)}" in lines
    assert len(lines) == 3

    dialog.ui.sets.setCurrentRow(0)
    qtbot.mouseClick(dialog.ui.remove_set, Qt.MouseButton.LeftButton)
    accept(qtbot, program, dialog)
    rules = workshop_of(program).split
    assert (len(rules.apart), len(rules.together), len(rules.facilitators)) == (1, 1, 0)


def test_a_contradiction_is_said_at_once_and_refused(qtbot: QtBot, program: Program, dialog: SplitRulesDialog) -> None:
    select(dialog, 0, 1)
    dialog.ui.apart.click()
    dialog.ui.together.click()
    settle(qtbot, program)
    assert "together and apart at once" in dialog.ui.error.text()
    assert not dialog.ui.error.isHidden()

    accept(qtbot, program, dialog)
    assert dialog._is_open
    assert workshop_of(program).split.apart == ()

    dialog.ui.remove_set.click()
    settle(qtbot, program)
    assert dialog.ui.error.isHidden()


def test_a_rule_needs_two_people(qtbot: QtBot, program: Program, dialog: SplitRulesDialog) -> None:
    select(dialog, 0)
    dialog.ui.apart.click()
    settle(qtbot, program)
    assert dialog.ui.error.text() == "Choose at least two attendants for this rule."
    assert dialog.rules.apart == ()


def test_rules_with_long_names_never_scroll_sideways(dialog: SplitRulesDialog) -> None:
    dialog.ui.tabs.setCurrentIndex(1)
    dialog._edit(together=(tuple(one.id for one in dialog._workshop.attendants[:9]),))
    dialog._show_sets()

    assert not dialog.ui.sets.horizontalScrollBar().isVisible()
    item = dialog.ui.sets.visualItemRect(dialog.ui.sets.item(dialog.ui.sets.count() - 1))
    assert item.height() > 2 * dialog.fontMetrics().lineSpacing()


def test_people_are_found_by_name(dialog: SplitRulesDialog) -> None:
    name = dialog.ui.people.item(5).text()
    dialog.ui.search.setText(name.upper())
    shown = [row for row in range(dialog.ui.people.count()) if not dialog.ui.people.item(row).isHidden()]
    assert shown == [5]


def test_wishes_are_typed_and_their_price_is_shown(qtbot: QtBot, program: Program, dialog: SplitRulesDialog) -> None:
    assert not dialog.ui.slider.isEnabled()
    dialog.ui.tabs.setCurrentWidget(dialog.ui.wishes_tab)
    table = dialog.ui.wishes
    for row in range(30):
        table.setCurrentIndex(dialog.wishes.index(row, 1))
        qtbot.keyClick(table, Qt.Key.Key_1)
    table.setCurrentIndex(dialog.wishes.index(0, 3))
    qtbot.keyClick(table, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: len(dialog.curve.known) == 5, timeout=60_000)
    assert {one.wishes.wishers for one in dialog.curve.known.values() if one.wishes} == {30}

    dialog.ui.slider.setValue(40)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    accept(qtbot, program, dialog)
    rules = workshop_of(program).split
    assert rules.balance == 40
    assert len(rules.wishes) == 30
    assert {len(wish.sectors) for wish in rules.wishes} == {1}


def test_a_round_is_forgotten(qtbot: QtBot, program: Program, dialog: SplitRulesDialog) -> None:
    assert dialog.ui.rounds.item(0).text() == "Round 1: 56 people in 5 groups"
    dialog.ui.remove_round.click()
    accept(qtbot, program, dialog)
    assert workshop_of(program).split.rounds == ()


def test_it_can_be_closed_while_it_works(qtbot: QtBot, program: Program, dialog: SplitRulesDialog) -> None:
    select(dialog, 0, 1)
    dialog.ui.apart.click()
    dialog.reject()
    settle(qtbot, program)
    assert workshop_of(program).split.apart == ()
