"""The paper twin, typed at speed: code, Enter, what the row says, Enter, the next code."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.row_codes import answer_codes, attendant_codes, empty_row_code
from clesidra_desktop.domain.workshop import Attendant, Sex, Workshop
from clesidra_desktop.gui.pages.paper import PaperPage
from clesidra_desktop.services.attendants import edit_attendants
from tests.helpers.window import settle, show, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


class Clerk:
    """Somebody at the page, with a pile of paper."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot, self.program = qtbot, program
        page = show(qtbot, program, "paper")
        assert isinstance(page, PaperPage)
        self.page = page
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)

    @property
    def workshop(self) -> Workshop:
        """The workshop as the database has it."""
        workshop = self.program.window.context.open.workshop
        assert workshop is not None
        return workshop

    def attendant(self, place: int) -> Attendant:
        """An attendant as the database has it."""
        return self.workshop.attendants[place]

    def code(self, place: int) -> str:
        """The code of an attendant."""
        return attendant_codes([one.id for one in self.workshop.attendants])[self.attendant(place).id]

    def type(self, text: str) -> None:
        """Type where the keys go."""
        field = self.program.window.focusWidget()
        assert field is not None
        type_text(field, text)

    def press(self, key: Qt.Key = Qt.Key.Key_Return, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the keys go."""
        field = self.program.window.focusWidget()
        assert field is not None
        self.qtbot.keyClick(field, key, modifier or Qt.KeyboardModifier.NoModifier)
        settle(self.qtbot, self.program)

    def said(self) -> list[str]:
        """What the log says, the newest first."""
        return [str(self.page.log.data(self.page.log.index(row, 2))) for row in range(self.page.log.rowCount())]

    def offered(self) -> list[str]:
        """The rows that are offered."""
        return [self.page.ui.offered.item(row).text() for row in range(self.page.ui.offered.count())]


@pytest.fixture
def clerk(qtbot: QtBot, opened: Program) -> Clerk:
    return Clerk(qtbot, opened)


def test_a_signature_is_a_code_and_two_enters(clerk: Clerk) -> None:
    clerk.program.window.context.open.do(edit_attendants, [clerk.attendant(0).id], {"stays": ()})
    settle(clerk.qtbot, clerk.program)
    assert clerk.attendant(0).phone
    clerk.type(clerk.code(0).lower())
    assert clerk.attendant(0).name in clerk.page.ui.meant.text()
    assert "has not come yet" in clerk.page.ui.meant.text()
    clerk.press()
    clerk.press()

    assert len(clerk.attendant(0).stays) == 1
    assert clerk.attendant(0).arrived is None
    assert clerk.said() == [f"{clerk.attendant(0).name} · has come"]
    assert clerk.program.window.focusWidget() is clerk.page.ui.code
    assert clerk.page.ui.code.text() == ""


def test_the_next_code_can_be_typed_at_once(clerk: Clerk) -> None:
    for place in (0, 1, 2):
        clerk.type(clerk.code(place))
        clerk.qtbot.keyClick(clerk.page.ui.code, Qt.Key.Key_Return)
        clerk.type("")
        clerk.page.sheet.ui.at.setText("8:0" + str(place))
        clerk.qtbot.keyClick(clerk.page.sheet.ui.at, Qt.Key.Key_Return)
    settle(clerk.qtbot, clerk.program)

    assert [clerk.attendant(place).arrived for place in (0, 1, 2)] == [
        datetime(2026, 3, 18, 8, minute) for minute in (0, 1, 2)
    ]
    assert len(clerk.said()) == 3


def test_only_what_is_missing_is_asked(clerk: Clerk) -> None:
    clerk.program.window.context.open.do(
        edit_attendants, [clerk.attendant(0).id], {"phone": "", "sex": None, "organization": ""}
    )
    settle(clerk.qtbot, clerk.program)
    known = clerk.attendant(1).organization
    clerk.type(clerk.code(0))
    clerk.press()
    ui = clerk.page.sheet.ui
    assert [ui.sex.isVisible(), ui.organization.isVisible(), ui.phone.isVisible()] == [True] * 3
    assert not ui.name.isVisible()
    assert not ui.category.isVisible()

    clerk.qtbot.keyClick(ui.sex, Qt.Key.Key_F)
    clerk.press()
    ui.organization.setText(known.upper())
    clerk.press()
    clerk.type("012 345 678")
    clerk.press(modifier=CTRL)
    entered = clerk.attendant(0)
    assert (entered.sex, entered.organization, entered.phone) == (Sex.FEMALE, known, "012 345 678")
    assert clerk.said()[0].endswith("3 details")


def test_a_time_that_is_none_is_explained_beside_the_field(clerk: Clerk) -> None:
    clerk.type(clerk.code(0))
    clerk.press()
    clerk.page.sheet.ui.at.setText("25:00")
    clerk.press(modifier=CTRL)

    assert clerk.page.sheet.ui.error.isVisible()
    assert "is no time" in clerk.page.sheet.ui.error.text()
    assert clerk.program.window.focusWidget() is clerk.page.sheet.ui.at
    assert clerk.said() == []


def test_what_the_database_refuses_comes_back_with_its_form(clerk: Clerk) -> None:
    place = next(n for n, one in enumerate(clerk.workshop.attendants) if one.left)
    clerk.type(clerk.code(place))
    clerk.press()
    clerk.page.sheet.ui.at.setText("23:59")
    clerk.press(modifier=CTRL)

    assert clerk.page.sheet.isVisible()
    assert "before 23:59" in clerk.page.sheet.ui.error.text()
    assert clerk.page.sheet.ui.at.text() == "23:59"
    assert clerk.said() == []


def test_unticked_nobody_comes(clerk: Clerk) -> None:
    clerk.program.window.context.open.do(edit_attendants, [clerk.attendant(0).id], {"stays": (), "phone": ""})
    settle(clerk.qtbot, clerk.program)
    clerk.type(clerk.code(0))
    clerk.press()
    clerk.type("099")
    clerk.press()
    clerk.press(Qt.Key.Key_Space)
    assert not clerk.page.sheet.ui.at.isVisible()
    clerk.press()

    assert clerk.attendant(0).stays == ()
    assert clerk.attendant(0).phone == "099"


def test_typing_errors_are_explained_and_near_codes_offered(clerk: Clerk) -> None:
    code = clerk.code(0)
    wrong = code[:2] + ("3" if code[2] != "3" else "4") + code[3:]
    clerk.type(wrong)
    assert f"Did you mean {code}" in clerk.page.ui.meant.text()
    assert clerk.page.ui.code.property("wrong")
    assert any(one.startswith(code) for one in clerk.offered())
    clerk.press()
    assert not clerk.page.sheet.isVisible()

    clerk.press(Qt.Key.Key_Down)
    clerk.press()
    assert clerk.page.sheet.isVisible()
    assert clerk.page.ui.code.text() == code


def test_a_code_that_was_refused_is_typed_over(clerk: Clerk) -> None:
    clerk.type("n001")
    clerk.press()
    clerk.type(clerk.code(0))
    clerk.press()

    assert clerk.page.ui.code.text() == clerk.code(0)
    assert clerk.page.sheet.isVisible()


def test_what_is_typed_behind_the_code_takes_nothing_back(clerk: Clerk) -> None:
    clerk.type(clerk.code(0))
    clerk.press()
    clerk.page.sheet.ui.at.setText("7:00")
    clerk.press(modifier=CTRL)
    assert clerk.page.ui.take_back.isEnabled()
    clerk.type("n001")
    clerk.press()
    clerk.press(Qt.Key.Key_Tab)
    assert clerk.program.window.focusWidget() is clerk.page.ui.log
    for key in (Qt.Key.Key_P, Qt.Key.Key_Space, Qt.Key.Key_Q, Qt.Key.Key_Space):
        clerk.press(key)
    assert not clerk.said()[0].startswith("taken back")

    clerk.press(Qt.Key.Key_Tab)
    assert clerk.program.window.focusWidget() is clerk.page.ui.take_back
    clerk.press(Qt.Key.Key_Space)
    strip = clerk.program.window.strip
    assert strip._text.text().startswith(f"Taken back: {clerk.code(0)} · {clerk.attendant(0).name}")
    assert clerk.program.window.focusWidget() is clerk.page.ui.code  # the button has nothing to take back any more
    strip._answer.click()
    settle(clerk.qtbot, clerk.program)
    assert not clerk.said()[0].startswith("taken back")


def test_a_beginning_is_enough_where_it_is_the_only_one(clerk: Clerk) -> None:
    clerk.type(clerk.code(0)[:4])
    assert len(clerk.offered()) == 1
    clerk.press()
    assert clerk.page.sheet.isVisible()
    clerk.press(Qt.Key.Key_Escape)
    assert not clerk.page.sheet.isVisible()
    assert clerk.program.window.focusWidget() is clerk.page.ui.code


def test_an_empty_row_becomes_a_new_attendant_once(clerk: Clerk) -> None:
    before = len(clerk.workshop.attendants)
    code = empty_row_code(3)
    clerk.type(code)
    assert "new attendant" in clerk.page.ui.meant.text()
    clerk.press()
    clerk.press(modifier=CTRL)
    assert "needs a name" in clerk.page.sheet.ui.error.text()
    for text in ("Chea Vanna", "ជា វណ្ណា"):
        clerk.type(text)
        clerk.press()
    clerk.qtbot.keyClick(clerk.page.sheet.ui.sex, Qt.Key.Key_F)
    clerk.press()
    clerk.press(modifier=CTRL)
    made = clerk.workshop.attendants[-1]
    assert len(clerk.workshop.attendants) == before + 1
    assert (made.name, made.name_km, made.sex, len(made.stays)) == ("Chea Vanna", "ជា វណ្ណា", Sex.FEMALE, 1)

    clerk.type(code)
    assert "entered already: Chea Vanna" in clerk.page.ui.meant.text()
    clerk.press()
    assert "entered already" in clerk.page.sheet.ui.known.text()
    clerk.press(modifier=CTRL)
    assert len(clerk.workshop.attendants) == before + 1
    assert clerk.said()[0] == "Chea Vanna · has come (known already)"


def test_lines_of_a_capture_sheet_come_behind_the_answer(clerk: Clerk) -> None:
    key = (clerk.workshop.sectors[4].key, clerk.workshop.questions[1].key)
    before = next(one.items for one in clerk.workshop.answers if (one.sector, one.question) == key)
    clerk.type(answer_codes(clerk.workshop)[key])
    clerk.press()
    assert clerk.page.answer.before.isVisible()
    clerk.type("a fund for small repairs")
    clerk.press()
    clerk.press(Qt.Key.Key_Tab)
    clerk.type("one for each village")
    clerk.press()
    clerk.press(Qt.Key.Key_Backtab)
    clerk.press()

    items = next(one.items for one in clerk.workshop.answers if (one.sector, one.question) == key)
    assert items[: len(before)] == before
    assert items[len(before)].text == "a fund for small repairs"
    assert [one.text for one in items[len(before)].children] == ["one for each village"]
    assert clerk.said()[0].startswith("2 lines: ")


def test_the_log_takes_back_the_last_and_says_so(clerk: Clerk) -> None:
    for place in (0, 1):
        clerk.type(clerk.code(place))
        clerk.press()
        clerk.page.sheet.ui.at.setText("7:00")
        clerk.press(modifier=CTRL)
    assert clerk.page.ui.state.text() == "2 rows entered"
    clerk.qtbot.mouseClick(clerk.page.ui.take_back, Qt.MouseButton.LeftButton)
    settle(clerk.qtbot, clerk.program)
    assert clerk.said()[0].startswith("taken back: ")
    assert not clerk.said()[1].startswith("taken back: ")
    assert clerk.attendant(1).arrived != datetime(2026, 3, 18, 7)

    clerk.program.window.context.open.redo()
    settle(clerk.qtbot, clerk.program)
    assert not any(one.startswith("taken back") for one in clerk.said())
    assert clerk.attendant(1).arrived == datetime(2026, 3, 18, 7)


def test_the_log_follows_the_language(clerk: Clerk) -> None:
    clerk.type(clerk.code(0))
    clerk.press()
    clerk.page.sheet.ui.at.setText("7:00")
    clerk.press(modifier=CTRL)
    assert "came at 07:00" in clerk.said()[0]
    clerk.program.window.set_language(Language.KHMER)

    assert "came at" not in clerk.said()[0]
    assert "07:00" in clerk.said()[0]


def test_a_time_that_is_known_is_typed_over(clerk: Clerk) -> None:
    place = next(n for n, one in enumerate(clerk.workshop.attendants) if one.arrived and one.phone and not one.left)
    clerk.type(clerk.code(place))
    clerk.press()
    at = clerk.page.sheet.ui.at
    assert at.text()
    clerk.page.sheet.ui.signed_box.setFocus()
    at.deselect()
    at.setFocus(Qt.FocusReason.OtherFocusReason)

    assert at.selectedText() == at.text()


def test_qt_has_nothing_against_the_log(clerk: Clerk, qtmodeltester: object) -> None:
    clerk.type(clerk.code(0))
    clerk.press()
    clerk.press(modifier=CTRL)

    qtmodeltester.check(clerk.page.log)  # type: ignore[attr-defined]
    assert isinstance(clerk.page.first_field(), QLineEdit)


def test_what_was_entered_is_there_again_after_a_restart(
    clerk: Clerk, make_program: Callable[..., Program], qtbot: QtBot
) -> None:
    clerk.type(clerk.code(0))
    clerk.press()
    clerk.page.sheet.ui.at.setText("7:00")
    clerk.press(modifier=CTRL)
    name = clerk.attendant(0).name
    clerk.program.window.close()
    again = make_program()
    again.window.open_last()
    settle(qtbot, again)
    later = Clerk(qtbot, again)

    assert later.said() == [f"{name} · came at 07:00"]
    assert later.page.ui.state.text() == "1 row entered"
