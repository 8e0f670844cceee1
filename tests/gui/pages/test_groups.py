"""The Groups page: split, moved, locked, evened out and printed by keys and mouse, with undo."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from click.testing import CliRunner
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QInputDialog, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.cli import main
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import Group
from clesidra_desktop.gui.dialogs.why_here import WhyHereDialog
from clesidra_desktop.gui.models.board import Kind
from clesidra_desktop.gui.pages import groups_deeds
from clesidra_desktop.gui.pages.groups import GroupsPage
from clesidra_desktop.services import groups as deeds
from clesidra_desktop.services.attendants import edit_attendants, register_attendant
from clesidra_desktop.services.rapporteurs import describe_group
from tests.helpers.groups import emptied_file, members_of, open_groups, workshop_of
from tests.helpers.window import settle


def at(program: Program, place: int) -> tuple[UUID, ...]:
    """Return who sits in the group at a place."""
    return list(members_of(program).values())[place]


@pytest.fixture
def empty(qtbot: QtBot, program: Program, tmp_path: Path) -> GroupsPage:
    return open_groups(qtbot, program, emptied_file(tmp_path))


@pytest.fixture
def page(qtbot: QtBot, program: Program, empty: GroupsPage) -> GroupsPage:
    empty.deeds.deal()
    settle(qtbot, program)
    program.window.context.messages.clear()
    return empty


def press(qtbot: QtBot, program: Program, page: GroupsPage, key: Qt.Key, *, ctrl: bool = False) -> None:
    program.window.activateWindow()
    page.board.setFocus()
    qtbot.waitUntil(page.board.hasFocus)
    modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(page.board, key, modifier)
    settle(qtbot, program)


def trigger(qtbot: QtBot, program: Program, action: str) -> None:
    program.window.context.actions[action].trigger()
    settle(qtbot, program)


def undo(qtbot: QtBot, program: Program) -> None:
    trigger(qtbot, program, "undo")


def strip(program: Program) -> str:
    shown = program.window.strip
    return " ".join(label.text() for label in shown.findChildren(QLabel)) if shown.isVisible() else ""


def choose(page: GroupsPage, *cells: tuple[int, int]) -> list[UUID]:
    ids = [page.board.cards.columns[column].cards[row].id for column, row in cells]
    page.board.choose(ids, ids[0])
    return ids


# First steps


def test_without_sectors_the_way_leads_to_their_page(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    page = open_groups(qtbot, program, emptied_file(tmp_path, sectors=[], groups=[]))
    assert not page.board.isVisible()
    assert page._empty.button.text() == "Write the sectors"

    qtbot.mouseClick(page._empty.button, Qt.MouseButton.LeftButton)
    assert program.window.page.objectName() == "page_prepare"


def test_without_people_the_way_leads_to_the_registration(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    page = open_groups(qtbot, program, emptied_file(tmp_path, attendants=[], quotas=[]))

    qtbot.mouseClick(page._empty.button, Qt.MouseButton.LeftButton)
    assert program.window.page.objectName() == "page_register"


def test_a_key_splits_for_the_first_time_and_undo_takes_it_back(
    qtbot: QtBot, program: Program, empty: GroupsPage
) -> None:
    program.window.activateWindow()
    program.window.show_page("overview")
    program.window.show_page("groups")
    qtbot.waitUntil(empty._empty.button.hasFocus)
    qtbot.keyClick(empty._empty.button, Qt.Key.Key_Space)
    settle(qtbot, program)
    assert empty.board.hasFocus()

    assert sorted(map(len, members_of(program).values())) == [11, 11, 11, 11, 12]
    assert empty.board.isVisible()
    assert empty.ui.said.text().startswith("As even as possible: imbalance 0.")
    assert "56 people sit in 5 groups." in strip(program)

    undo(qtbot, program)
    assert not any(members_of(program).values())
    assert not empty.board.isVisible()


def test_who_reports_and_where_a_group_meets_is_said_by_keys(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    group = workshop_of(program).groups[1]
    person = group.members[2]
    page.board.choose([person], person)
    trigger(qtbot, program, "groups_rapporteur")
    trigger(qtbot, program, "groups_room")
    dialog = page.findChild(QInputDialog, "room")
    assert dialog is not None
    shown = dialog.textValue()
    dialog.setTextValue("The mango tree")
    dialog.accept()
    settle(qtbot, program)

    after = workshop_of(program).groups[1]
    assert (shown, after.room, after.rapporteur) == (group.room, "The mango tree", str(person))
    trigger(qtbot, program, "groups_rapporteur")
    assert workshop_of(program).groups[1].rapporteur == ""
    for _ in range(3):
        undo(qtbot, program)
    assert workshop_of(program).groups[1] == group


@pytest.mark.parametrize("seed", [0, 7])
def test_the_window_gives_the_groups_of_the_command_line(
    qtbot: QtBot, program: Program, tmp_path: Path, seed: int
) -> None:
    path = emptied_file(tmp_path)
    said = CliRunner().invoke(main, ["split", str(path), "--seed", str(seed), "--json"], catch_exceptions=False)
    wanted = {group["sector"]: tuple(group["members"]) for group in json.loads(said.output)["groups"]}

    open_groups(qtbot, program, path)
    trigger(qtbot, program, "groups_seed")
    dialog = next(one for one in program.application.topLevelWidgets() if isinstance(one, QInputDialog))
    dialog.setIntValue(seed)
    dialog.accept()
    settle(qtbot, program)

    assert {sector: tuple(map(str, members)) for sector, members in members_of(program).items()} == wanted
    assert workshop_of(program).split.seed == seed


def test_another_workshop_shows_nothing_of_the_one_before(program: Program, page: GroupsPage) -> None:
    assert page.board.cards.columns
    program.window.show_page("overview")
    program.window.context.open.close()
    assert page.view is None
    assert page.board.cards.columns == ()


# Dealing again


def test_another_deal_says_how_many_moved_and_can_be_taken_back(
    qtbot: QtBot, program: Program, page: GroupsPage
) -> None:
    before = members_of(program)
    qtbot.mouseClick(page.ui.deal, Qt.MouseButton.LeftButton)
    settle(qtbot, program)

    now = members_of(program)
    moved = sum(one not in now[sector] for sector, people in before.items() for one in people)
    assert moved > 0
    assert f"{moved} of 56 people sit in another group now." in strip(program)
    assert page.ui.state.text() == f"seed {workshop_of(program).split.seed}"

    answer = next(one for one in program.window.strip.findChildren(QPushButton) if one.text() == "Undo")
    qtbot.mouseClick(answer, Qt.MouseButton.LeftButton)
    settle(qtbot, program)
    assert members_of(program) == before


def test_what_was_done_after_a_deal_is_not_taken_back(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    qtbot.mouseClick(page.ui.deal, Qt.MouseButton.LeftButton)
    settle(qtbot, program)
    sector = workshop_of(program).sectors[0].key
    program.window.context.open.do(describe_group, sector, room="Hall")
    settle(qtbot, program)
    answer = next(one for one in program.window.strip.findChildren(QPushButton) if one.text() == "Undo")
    qtbot.mouseClick(answer, Qt.MouseButton.LeftButton)
    settle(qtbot, program)

    assert next(one.room for one in workshop_of(program).groups if one.sector == sector) == "Hall"


def test_another_deal_leaves_those_who_are_locked(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    locked = choose(page, (0, 0), (0, 1), (3, 2))
    press(qtbot, program, page, Qt.Key.Key_L)
    for _ in range(3):
        trigger(qtbot, program, "groups_deal")
        groups = list(members_of(program).values())
        assert [locked[0] in groups[0], locked[1] in groups[0], locked[2] in groups[3]] == [True] * 3


def test_a_deal_that_is_called_off_moves_nobody(
    qtbot: QtBot, program: Program, page: GroupsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = members_of(program)

    def split(*_: object, progress: object, **__: object) -> None:
        page.deeds.job.stop()  # type: ignore[union-attr]
        progress(1, 10)  # type: ignore[operator]

    monkeypatch.setattr(deeds, "split_into_groups", split)
    page.deeds.deal()
    settle(qtbot, program)

    assert page.deeds.job is None
    assert members_of(program) == before


def test_the_next_round_is_mixed(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    before = members_of(program)
    trigger(qtbot, program, "groups_round")

    assert workshop_of(program).split.rounds == (tuple(before.values()),)
    assert members_of(program) != before
    assert "meet" in page.ui.details.text()


def test_rules_that_contradict_are_said_with_a_way_to_them(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    opened = program.window.context.open
    people = choose(page, (0, 0), (0, 1))
    opened.do(deeds.lock_members, people)
    opened.do(deeds.keep_apart, people)
    settle(qtbot, program)
    before = members_of(program)
    trigger(qtbot, program, "groups_deal")

    assert "both are locked in" in strip(program)
    assert members_of(program) == before


# People


def test_the_keys_walk_and_move_people(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    (person,) = choose(page, (1, 2))
    press(qtbot, program, page, Qt.Key.Key_Down)
    press(qtbot, program, page, Qt.Key.Key_Up)
    press(qtbot, program, page, Qt.Key.Key_Right)
    press(qtbot, program, page, Qt.Key.Key_Left)
    press(qtbot, program, page, Qt.Key.Key_Right, ctrl=True)
    assert person in at(program, 2)

    press(qtbot, program, page, Qt.Key.Key_Left, ctrl=True)
    press(qtbot, program, page, Qt.Key.Key_Left, ctrl=True)
    assert person in at(program, 0)

    press(qtbot, program, page, Qt.Key.Key_Left, ctrl=True)
    assert person in at(program, 0)


def test_the_cursor_stays_on_cards(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    long = max(range(5), key=lambda one: len(page.board.cards.columns[one].cards))
    choose(page, (long, 0))
    for key in (Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        press(qtbot, program, page, key)
        assert page.board.cards.card(page.board.currentIndex()) is not None
    assert page.board.currentIndex().row() == 0


def test_several_are_moved_at_once_by_dropping_them(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    before = members_of(program)
    people = choose(page, (0, 0), (0, 1), (1, 0))
    mime = page.board.make_drag().mimeData()
    target = QPointF(page.board.columnViewportPosition(4) + 20, 200)
    drop = QDropEvent(target, Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page.board.dropEvent(drop)
    settle(qtbot, program)

    assert set(people) <= set(at(program, 4))
    assert {card.id for card in page.board.chosen} == set(people)
    undo(qtbot, program)
    assert members_of(program) == before


def test_what_is_no_person_is_not_taken(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    before = members_of(program)
    mime = QMimeData()
    mime.setText("a file")
    page.board.dropEvent(
        QDropEvent(
            QPointF(20, 20), Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    settle(qtbot, program)
    assert members_of(program) == before


def test_a_click_on_the_lock_locks(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    index = page.board.cards.index(1, 2)
    person = page.board.cards.columns[2].cards[1].id
    for locked in (True, False):
        area = page.board.delegate.lock_area(page.board.visualRect(index))
        qtbot.mouseClick(page.board.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
        settle(qtbot, program)
        assert any(person in group.locked for group in workshop_of(program).groups) is locked


def test_who_is_locked_is_not_moved(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    (person,) = choose(page, (0, 0))
    press(qtbot, program, page, Qt.Key.Key_L)
    press(qtbot, program, page, Qt.Key.Key_Right, ctrl=True)

    assert "Take the lock away first." in strip(program)
    assert person in at(program, 0)


def test_who_is_left_out_is_pale_and_comes_in_again(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    (person,) = choose(page, (0, 3))
    press(qtbot, program, page, Qt.Key.Key_Delete)
    assert workshop_of(program).split.left_out == (person,)
    assert page.board.cards.columns[-1].kind is Kind.LEFT_OUT
    assert page.board.cards.is_pale(page.board.cards.index_of(person))

    press(qtbot, program, page, Qt.Key.Key_Delete)
    assert page.board.cards.columns[0].kind is Kind.NEWCOMERS
    assert page.ui.newcomers.isVisible()


def test_newcomers_are_seated_by_one_key_and_nobody_moves(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    opened = program.window.context.open
    gone = choose(page, (0, 3), (2, 1))
    opened.do(deeds.leave_out, gone)
    opened.do(deeds.take_in, gone)
    settle(qtbot, program)
    before = members_of(program)
    assert page.ui.seat.text() == "Seat newcomers (2)"

    press(qtbot, program, page, Qt.Key.Key_Return, ctrl=True)
    now = members_of(program)
    assert all(set(people) <= set(now[sector]) for sector, people in before.items())
    assert sum(map(len, now.values())) == 56
    assert not page.ui.newcomers.isVisible()
    assert "2 people were seated; nobody moved." in strip(program)


def test_who_is_only_invited_waits_pale_and_is_not_seated_with_the_others(
    qtbot: QtBot, program: Program, page: GroupsPage
) -> None:
    opened = program.window.context.open
    opened.do(register_attendant, {"name": "Only Invited"})
    gone = choose(page, (0, 3))
    opened.do(deeds.leave_out, gone)
    opened.do(deeds.take_in, gone)
    settle(qtbot, program)
    invited = workshop_of(program).attendants[-1].id
    cards = page.board.cards
    assert cards.is_pale(cards.index_of(invited))
    assert not cards.is_pale(cards.index_of(gone[0]))
    assert "has not come" in cards.data(cards.index_of(invited), Qt.ItemDataRole.ToolTipRole)
    assert page.ui.newcomers_text.text().endswith("Without a seat, for they have not come: Only Invited.")
    assert page.ui.seat.text() == "Seat newcomers (1)"

    press(qtbot, program, page, Qt.Key.Key_Return, ctrl=True)
    assert cards.columns[0].cards[0].id == invited
    assert not page.ui.seat.isVisible()
    choose(page, (0, 0))
    press(qtbot, program, page, Qt.Key.Key_Right, ctrl=True)
    assert invited in at(program, 0)  # by hand


def test_refusals_name_people_in_the_letters_of_the_screens(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    person = choose(page, (0, 0))[0]
    program.window.context.open.do(edit_attendants, [person], {"name_km": "សុខ ស្រីមុំ"})
    program.window.context.open.do(deeds.lock_members, [person])
    settle(qtbot, program)
    program.window.set_language(Language.KHMER)
    settle(qtbot, program)
    page.deeds.move([person], list(members_of(program))[1])
    settle(qtbot, program)

    assert "សុខ ស្រីមុំ" in strip(program)


def test_a_newcomer_is_moved_into_a_group_by_hand(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    opened = program.window.context.open
    gone = choose(page, (0, 3))
    opened.do(deeds.leave_out, gone)
    opened.do(deeds.take_in, gone)
    settle(qtbot, program)
    choose(page, (0, 0))
    press(qtbot, program, page, Qt.Key.Key_Right, ctrl=True)
    assert gone[0] in at(program, 0)


def test_those_who_went_home_are_left_out_by_a_click(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    absent = page.view.absent if page.view else ()
    assert len(absent) == 4
    qtbot.mouseClick(page.ui.leave_absent, Qt.MouseButton.LeftButton)
    settle(qtbot, program)
    assert set(workshop_of(program).split.left_out) == set(absent)
    assert not page.ui.absent.isVisible()


def test_two_people_change_groups(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    one, other = choose(page, (0, 0), (3, 0))
    press(qtbot, program, page, Qt.Key.Key_S)
    groups = list(members_of(program).values())
    assert other in groups[0]
    assert one in groups[3]

    choose(page, (0, 0))
    press(qtbot, program, page, Qt.Key.Key_S)
    assert "Select two people" in strip(program)


def test_people_are_kept_apart_and_a_contradiction_is_refused(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    people = choose(page, (0, 0), (1, 0))
    press(qtbot, program, page, Qt.Key.Key_A)
    assert workshop_of(program).split.apart == (tuple(people),)

    press(qtbot, program, page, Qt.Key.Key_T)
    assert "together and apart at once" in strip(program)
    assert workshop_of(program).split.together == ()


# What is said


def test_causes_are_said_where_the_groups_are_uneven(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    assert not page.ui.causes.isVisible()
    people = choose(page, (0, 0), (0, 1), (0, 2))
    program.window.context.open.do(deeds.move_members, dict.fromkeys(people, page.board.cards.columns[1].sector))
    settle(qtbot, program)

    assert page.ui.causes.isVisible()
    assert page.ui.causes.text().count(" in ") >= 2
    assert "As even as possible" not in page.ui.said.text()
    assert page.ui.broken.text() == "The largest group has 14 people, the smallest 8."
    assert "Because people were moved" in page.ui.causes.text()
    page.ui.few_moves.click()
    settle(qtbot, program)
    assert [one for one in page.findChildren(QMenu) if one.objectName() == "offers"]


def test_a_long_room_does_not_hide_who_reports(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    header = page.board.horizontalHeader()
    before = header.height()
    sector = page.board.cards.columns[0].sector
    room = "Room B, under the mango tree behind the kitchen of the provincial hall"
    program.window.context.open.do(describe_group, sector, rapporteur="Sok Dara", room=room)
    settle(qtbot, program)
    assert header.height() - before == header._line()  # type: ignore[attr-defined]


def test_a_code_is_short_before_a_name_is(page: GroupsPage) -> None:
    board = page.board
    board.delegate.fit(board.cards, board.font(), 1000)
    assert not board.delegate.is_short
    longest = max(
        board.fontMetrics().horizontalAdvance(board.cards.name(card))
        for column in board.cards.columns
        for card in column.cards
    )
    board.delegate.fit(board.cards, board.font(), longest + 60)
    assert board.delegate.is_short


def test_evening_out_offers_moves_by_key(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    before = members_of(program)
    people = choose(page, (0, 0))
    program.window.context.open.do(deeds.move_members, dict.fromkeys(people, page.board.cards.columns[1].sector))
    settle(qtbot, program)
    trigger(qtbot, program, "groups_even")
    menu = next(one for one in page.findChildren(QMenu) if one.objectName() == "offers")
    assert menu.actions()[0].text().startswith("&0   Nobody moves: imbalance ")
    assert menu.actions()[1].text().startswith("&1   1 move: imbalance 0 (")

    qtbot.keyClick(menu, Qt.Key.Key_1)
    settle(qtbot, program)
    assert {sector: set(people) for sector, people in members_of(program).items()} == {
        sector: set(people) for sector, people in before.items()
    }


def test_where_nothing_helps_that_is_said(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    trigger(qtbot, program, "groups_even")
    assert "No four moves make the groups more even" in strip(program)
    assert page.findChildren(QMenu, "offers") == []


def test_w_says_why_somebody_sits_here(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    choose(page, (0, 0))
    name = page.board.cards.columns[0].cards[0].name
    press(qtbot, program, page, Qt.Key.Key_W)
    dialog = page.findChild(WhyHereDialog)
    assert dialog is not None
    lines = [label.text() for label in dialog.findChildren(QLabel)]
    assert lines[0].startswith(f"{name} sits in {page.board.cards.columns[0].title}.")
    assert len(lines) == 4
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_fairness_table_opens_by_key(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    page.ui.fairness.setChecked(False)
    press(qtbot, program, page, Qt.Key.Key_F)
    assert page.table.isVisible()
    assert page.table.fairness.rowCount() > 10
    press(qtbot, program, page, Qt.Key.Key_F)
    assert not page.table.isVisible()


def test_a_finding_leads_to_a_person(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    program.window.show_page("overview")
    groups: tuple[Group, ...] = workshop_of(program).groups
    program.window.show_page("groups", "$.groups[1].members[2]")
    settle(qtbot, program)
    assert [card.id for card in page.board.chosen] == [groups[1].members[2]]


def test_only_name_category_and_sex_are_shown(page: GroupsPage, program: Program) -> None:
    shown = "\n".join(
        str(page.board.cards.index(row, column).data(role))
        for column in range(page.board.cards.columnCount())
        for row in range(page.board.cards.rowCount())
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    )
    for one in workshop_of(program).attendants:
        assert not one.phone or one.phone not in shown
        assert not one.email or one.email not in shown


@pytest.mark.usefixtures("page")
def test_the_lists_for_the_doors_are_written(
    qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "doors"
    folder.mkdir()
    monkeypatch.setattr(groups_deeds, "ask_for_folder", lambda *_: str(folder))
    trigger(qtbot, program, "groups_print")

    (written,) = folder.iterdir()
    assert written.read_bytes().startswith(b"%PDF")
    assert f"Written: {written.name}" in strip(program)


def test_the_language_changes_while_it_is_shown(qtbot: QtBot, program: Program, page: GroupsPage) -> None:
    trigger(qtbot, program, "language_km")
    assert page.ui.title.text() == "ក្រុម"
    assert page.ui.deal.text() == "បែងចែកម្ដងទៀត"
    assert page.board.cards.index(0, 0).data() == page.board.cards.columns[0].cards[0].name_km
    trigger(qtbot, program, "language_en")
