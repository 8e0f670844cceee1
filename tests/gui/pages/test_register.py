"""The door of the registration table, by the keys that a minute-taker presses."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.attendance import is_here
from clesidra_desktop.domain.workshop import Attendant, Sex
from clesidra_desktop.gui.pages.register import RegisterPage
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.register_search import Standing
from tests.gui.conftest import Clock
from tests.helpers.door import DAY, NAMES, Hands, fill, known, stored
from tests.helpers.window import settle

KNOWN = 36
NEW = 20


@pytest.fixture
def address(tmp_path: Path) -> Path:
    return tmp_path / "clesidra.db"


@pytest.fixture
def hands(qtbot: QtBot, make_program: object, address: Path) -> Hands:
    """The hands at a table whose directory knows some people, two of whom are invited."""
    invited = [Attendant(id=known(50 + n).id, name=NAMES[50 + n], category="GOV") for n in range(2)]
    fill(str(address), KNOWN, invited)
    made: Program = make_program()  # type: ignore[operator]
    hands = Hands(qtbot, made)
    hands.open()
    return hands


def names_here(address: Path) -> set[str]:
    return {one.name for one in stored(address).attendants if is_here(one, None)}


def test_fifty_six_arrivals_of_which_twenty_unknown(hands: Hands, address: Path) -> None:
    for number in range(KNOWN):
        hands.type(NAMES[number])
        hands.pressed = 0
        hands.enter()
        assert hands.pressed <= 3
        assert hands.focused is hands.page.ui.search
    hands.settle()
    for number in range(NEW):
        hands.write_down(f"Newcomer {chr(65 + number)}", "1234"[number % 4], "FM"[number % 2], "New organization")

    attendants = [one for one in stored(address).attendants if one.stays]
    assert len(attendants) == 56
    assert Counter(one.category for one in attendants) == {"CBO": 14, "LNGO": 14, "GOV": 14, "CCC": 14}
    assert Counter(one.sex for one in attendants) == {Sex.FEMALE: 28, Sex.MALE: 28}
    assert {one.arrived for one in attendants} == {hands.page.context.open.now()}
    assert [one.name for one in attendants[:KNOWN]] == list(NAMES[:KNOWN])
    assert hands.page.tallies.numbers() == {"F": 28, "M": 28}
    assert hands.page.ui.here.text().endswith("56")


def test_another_one_is_chosen_by_arrows_and_by_place(hands: Hands, address: Path) -> None:
    hands.type("sok ")
    hits = [hit.name for hit in hands.page.people.find("sok")]
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Down)
    hands.enter()
    hands.settle()
    assert hands.pressed == 3
    assert names_here(address) == {hits[2]}

    hands.type("chan ")
    wanted = hands.page.people.find("chan")[3].name
    hands.press(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    hands.settle()
    assert names_here(address) == {hits[2], wanted}


def test_the_last_hit_is_a_new_person_and_up_goes_there(hands: Hands) -> None:
    hands.type("sok d")
    hands.press(Qt.Key.Key_Up)
    assert hands.page.door.hits.current_hit() is None
    assert "sok d" in hands.page.door.hits.currentItem().text()
    hands.press(Qt.Key.Key_Down)
    assert hands.page.door.hits.currentRow() == 0
    hands.press(Qt.Key.Key_Escape)
    assert hands.page.ui.search.text() == ""


@pytest.mark.parametrize("typed", ["sok sophia", "012 345000", "organization 0", "dara sok"])
def test_people_are_found_in_other_spellings_by_phone_and_by_organization(hands: Hands, typed: str) -> None:
    hands.type(typed)

    assert "Sok" in {hit.name.split()[0] for hit in hands.page.people.find(typed)}
    assert hands.page.door.hits.count() > 1


def test_each_hit_says_how_somebody_stands(hands: Hands) -> None:
    hands.type(NAMES[50])
    hit = hands.page.door.hits.current_hit()
    assert hit is not None
    assert hit.standing is Standing.INVITED
    assert "invited" in hands.page.door.hits.currentItem().toolTip()
    hands.enter()
    hands.settle()
    hands.type(NAMES[50])
    assert "here since 08:12" in hands.page.door.hits.currentItem().toolTip()
    hands.press(Qt.Key.Key_Escape)
    hands.type(NAMES[3])
    assert "came in March" in hands.page.door.hits.currentItem().toolTip()


def test_on_the_second_day_everybody_comes_again(hands: Hands, address: Path, clock: Clock) -> None:
    opened = hands.page.context.open
    opened.do(describe_workshop, {"ends": DAY + timedelta(days=1, hours=9)})
    hands.type(NAMES[50])
    hands.enter()
    hands.settle()
    assert hands.page.ui.here.text().endswith(" 1")

    clock.move(24 * 60)
    opened._turn_day()
    hands.settle()
    assert hands.page.ui.here.text().endswith(" 0")
    assert hands.page.tallies.numbers() == {}
    hands.type(NAMES[50])
    assert "invited" in hands.page.door.hits.currentItem().toolTip()
    hands.enter()
    hands.settle()
    assert hands.page.ui.here.text().endswith(" 1")
    (came,) = (one.stays for one in stored(address).attendants if one.name == NAMES[50])
    assert [stay.arrived for stay in came] == [DAY.replace(minute=12), DAY.replace(day=2, minute=12)]


def test_enter_that_is_pressed_too_often_notes_no_departure(hands: Hands, address: Path) -> None:
    for _ in range(2):
        hands.type(NAMES[3])
        hands.enter()
        hands.settle()
    for _ in range(3):
        hands.enter()
        hands.settle()

    assert names_here(address) == {NAMES[3]}
    assert hands.focused is hands.page.ui.search


def test_who_is_here_leaves_and_comes_back(hands: Hands, address: Path, clock: object) -> None:
    for _ in range(2):
        hands.type(NAMES[0])
        hands.enter()
        hands.settle()
    assert hands.page.ui.stack.shown is hands.page.door.here
    clock.move(90)  # type: ignore[attr-defined]
    hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    hands.qtbot.waitUntil(lambda: hands.focused is hands.page.ui.search)  # the button is seen to be pressed
    hands.settle()
    clock.move(30)  # type: ignore[attr-defined]
    hands.type(NAMES[0])
    assert "left at 09:42" in hands.page.door.hits.currentItem().toolTip()
    hands.enter()
    hands.settle()

    (attendant,) = [one for one in stored(address).attendants if one.name == NAMES[0]]
    assert [(stay.arrived, stay.left) for stay in attendant.stays if stay.arrived] == [
        (attendant.stays[0].arrived, attendant.stays[0].left),
        (attendant.stays[1].arrived, None),
    ]
    assert f"{attendant.stays[0].left:%H:%M} {attendant.stays[1].arrived:%H:%M}" == "09:42 10:12"


def test_who_is_chosen_leaves_by_the_same_key_before_enter_and_alt_never_types(
    hands: Hands, address: Path, clock: Clock
) -> None:
    hands.type(NAMES[0])
    hands.enter()
    hands.settle()
    clock.move(90)
    hands.type(NAMES[1])  # who has not come
    hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    hands.press(Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    assert hands.page.ui.search.text() == NAMES[1]
    hands.press(Qt.Key.Key_Escape)
    hands.type(NAMES[0])
    hands.press(Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    hands.settle()

    assert hands.page.ui.search.text() == ""
    (attendant,) = [one for one in stored(address).attendants if one.name == NAMES[0]]
    assert [f"{one.left:%H:%M}" for one in attendant.stays if one.left] == ["09:42"]
    assert names_here(address) == set()


def test_undo_keeps_the_first_time(hands: Hands, address: Path, clock: object) -> None:
    hands.type(NAMES[1])
    hands.enter()
    hands.settle()
    clock.move(20)  # type: ignore[attr-defined]
    actions = hands.page.context.actions
    actions["undo"].trigger()
    hands.settle()
    assert names_here(address) == set()
    assert hands.page.door.last.line(0) == "" or not hands.page.door.last.isHidden()
    actions["redo"].trigger()
    hands.settle()

    (attendant,) = [one for one in stored(address).attendants if one.name == NAMES[1]]
    assert f"{attendant.arrived:%H:%M}" == "08:12"


def test_shift_enter_only_invites(hands: Hands, address: Path) -> None:
    hands.type(NAMES[2])
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    hands.settle()

    (attendant,) = [one for one in stored(address).attendants if one.name == NAMES[2]]
    assert attendant.stays == ()


def test_a_new_person_needs_a_category_and_nothing_else(hands: Hands, address: Path) -> None:
    hands.type("Nobody Yet")
    hands.enter()
    form = hands.page.door.form
    assert hands.focused is form.ui.category
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.ui.error.text() == "Choose a category by its digit."
    hands.type("2")
    assert hands.focused is form.ui.sex
    hands.enter()  # belongs to the digit
    assert hands.focused is form.ui.sex
    for _ in range(4):
        hands.enter()
    hands.settle()

    (attendant,) = [one for one in stored(address).attendants if one.name == "Nobody Yet"]
    assert (attendant.category, attendant.sex, attendant.organization) == ("LNGO", None, "")
    assert is_here(attendant, None)
    assert hands.page.tallies.numbers() == {"": 1}
    assert hands.focused is hands.page.ui.search


def test_everything_of_a_new_person_is_typed_through(hands: Hands, address: Path) -> None:
    hands.write_down("Nhem Rothana", "3", "f", "Commune council", "Kampot", "097 123 4567")

    (attendant,) = [one for one in stored(address).attendants if one.name == "Nhem Rothana"]
    assert (attendant.sex, attendant.organization, attendant.province) == (Sex.FEMALE, "Commune council", "Kampot")
    assert attendant.phone == "097 123 4567"


def test_an_enter_straight_after_a_choice_skips_no_field(hands: Hands) -> None:
    hands.type("Nobody Yet")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    form = hands.page.door.form
    for key, following in (("2", form.ui.sex), ("f", form.ui.organization)):
        hands.type(key)
        hands.enter()
        assert hands.focused is following
    hands.enter()
    assert hands.focused is form.ui.province


def test_a_new_person_can_be_invited_and_the_form_given_up(hands: Hands, address: Path) -> None:
    hands.type("Later Guest")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_Escape)
    assert hands.focused is hands.page.ui.search
    assert hands.page.ui.search.text() == "Later Guest"
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.type("1")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    hands.settle()

    (attendant,) = [one for one in stored(address).attendants if one.name == "Later Guest"]
    assert attendant.stays == ()


def test_somebody_known_is_offered_while_a_new_person_is_typed(hands: Hands, address: Path) -> None:
    hands.type("zzz")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    form = hands.page.door.form
    assert form.ui.known.isHidden()
    form.ui.name.setFocus()
    form.ui.name.selectAll()
    hands.type("Heng Dhara")
    assert not form.ui.known.isHidden()
    offered = form.findChildren(type(form.ui.register_now))
    known_one = next(button for button in offered if "Heng Dara" in button.text())
    hands.qtbot.mouseClick(known_one, Qt.MouseButton.LeftButton)
    hands.settle()

    assert names_here(address) == {"Heng Dara"}


def test_khmer_names_come_by_the_input_method(hands: Hands, address: Path) -> None:
    hands.type("ស្រី កម្ពុជា")
    hands.enter()
    hands.type("១")
    hands.type("ស")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.settle()
    hands.type("កម្ពុ")

    (attendant,) = [one for one in stored(address).attendants if one.stays]
    assert (attendant.name, attendant.category, attendant.sex) == ("ស្រី កម្ពុជា", "CBO", Sex.FEMALE)
    hit = hands.page.door.hits.current_hit()
    assert hit is not None
    assert hit.name == "ស្រី កម្ពុជា"


def test_enter_before_the_directory_is_read_waits_for_it(qtbot: QtBot, make_program: object, address: Path) -> None:
    fill(str(address), KNOWN)
    hands = Hands(qtbot, make_program())  # type: ignore[operator]
    page = hands.open()
    page.people.read()
    assert not page.people.is_ready
    hands.type(NAMES[7])
    hands.enter()
    hands.settle()

    assert names_here(address) == {NAMES[7]}


def test_the_quota_says_in_words_what_is_missing(hands: Hands) -> None:
    for number in (1, 3, 5):
        hands.type(NAMES[number])
        hands.enter()
    hands.settle()
    sentences = [label.text() for label in hands.page.tallies.findChildren(QLabel, "quota_sentence")]
    assert sentences == ["To reach 40% women, 2 more are needed."]

    hands.write_down("Un Known", "1", "-")
    sentences = [label.text() for label in hands.page.tallies.findChildren(QLabel, "quota_sentence")]
    assert sentences == ["To reach 40% women, 3 more are needed. 1 is unknown."]


def test_the_page_follows_language_and_light(hands: Hands) -> None:
    page: RegisterPage = hands.page
    hands.type("sok")
    page.context.actions["language_km"].trigger()
    page.context.actions["dark"].trigger()
    settle(hands.qtbot, hands.program)

    assert page.ui.mark_left.text() == "ចាកចេញ"
    assert page.ui.all.text().startswith("ទាំងអស់")
    assert page.door.hits.item(page.door.hits.count() - 1).text() == "+ មនុស្សថ្មី “sok”"
    assert page.list.model.headerData(1, Qt.Orientation.Horizontal) == "ឈ្មោះ"
