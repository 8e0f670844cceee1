"""The dialogs of the registration table: one attendant, signatures, doubles."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from clesidra_desktop.domain.row_codes import empty_row_code
from clesidra_desktop.domain.signatures import row_signed
from clesidra_desktop.domain.workshop import Attendant, Flag, Sex
from clesidra_desktop.gui.dialogs.attendant import AttendantDialog
from clesidra_desktop.gui.dialogs.doubles import DoublesDialog
from clesidra_desktop.gui.dialogs.signature import SignatureDialog
from clesidra_desktop.gui.widgets.signature_pad import SignaturePad
from clesidra_desktop.services.attendants import register_attendant, remove_attendants
from clesidra_desktop.services.signatures import read_signature
from clesidra_desktop.storage.database import open_database
from tests.helpers.door import NAMES, TODAY, Hands, fill, known, stored

COUNT = 4

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def address(tmp_path: Path) -> Path:
    return tmp_path / "clesidra.db"


@pytest.fixture
def hands(qtbot: QtBot, make_program: object, address: Path) -> Hands:
    """The hands at a table with four attendants."""
    fill(str(address), 0, [known(number) for number in range(COUNT)])
    hands = Hands(qtbot, make_program())  # type: ignore[operator]
    hands.open()
    return hands


def of(address: Path, number: int) -> Attendant:
    return next(one for one in stored(address).attendants if one.id == known(number).id)


def dialog_of(hands: Hands, kind: type[D]) -> D:
    hands.settle()
    found = [one for one in hands.program.window.findChildren(kind) if one.isVisible()]
    assert found
    return found[-1]


def draw(hands: Hands, pad: SignaturePad, *points: tuple[int, int]) -> None:
    first, *others = [QPoint(*point) for point in points]
    hands.qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=first)
    for point in others:
        hands.qtbot.mouseMove(pad, point)
    hands.qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=others[-1])


# One attendant


@pytest.fixture
def dialog(hands: Hands) -> AttendantDialog:
    hands.page.list.select(known(1).id)
    hands.press(Qt.Key.Key_Return)
    return dialog_of(hands, AttendantDialog)


def test_enter_shows_everything_about_an_attendant(dialog: AttendantDialog) -> None:
    one = known(1)
    assert dialog.windowTitle() == dialog.ui.name.text() == one.name
    assert (dialog.ui.organization.text(), dialog.ui.phone.text()) == (one.organization, one.phone)
    assert (dialog.ui.category.currentData(), dialog.ui.sex.value) == (one.category, one.sex)


def test_what_is_typed_and_chosen_is_saved(hands: Hands, dialog: AttendantDialog, address: Path) -> None:
    hands.qtbot.keyClicks(dialog.ui.position, "Chief")
    hands.qtbot.keyClicks(dialog.ui.birth_year, "45")
    dialog.ui.position.setFocus()
    dialog.ui.email.setFocus()
    dialog.savers["position"].commit()
    dialog.savers["birth_year"].commit()
    dialog.ui.youth.click()
    dialog.ui.sex.setFocus()
    hands.qtbot.keyClick(dialog.ui.sex, Qt.Key.Key_F)
    dialog.ui.consent.setCurrentIndex(1)
    dialog.ui.consent.activated.emit(1)
    hands.settle()

    one = of(address, 1)
    assert (one.position, one.birth_year, one.flags, one.sex) == ("Chief", 1972, (Flag.YOUTH,), Sex.FEMALE)
    assert one.consent is True


def test_a_wrong_value_is_named_beside_the_fields(hands: Hands, dialog: AttendantDialog, address: Path) -> None:
    hands.qtbot.keyClicks(dialog.ui.email, "nobody")
    dialog.savers["email"].commit()
    assert "is no e-mail address" in dialog.ui.error.text()
    assert dialog.ui.email.property("wrong")
    dialog.ui.name.clear()
    hands.qtbot.keyClicks(dialog.ui.name, " ")
    dialog.savers["name"].commit()
    hands.settle()
    assert dialog.ui.error.text().startswith("An attendant needs a name.")
    assert of(address, 1).name == known(1).name


def test_a_pause_after_a_space_joins_no_words(hands: Hands, dialog: AttendantDialog, address: Path) -> None:
    for name in ("name", "organization"):
        field = getattr(dialog.ui, name)
        field.setFocus()
        field.selectAll()
        hands.qtbot.keyClicks(field, "Koh ")
        dialog.savers[name].commit()
        hands.settle()
        hands.qtbot.keyClicks(field, "Trong")
        dialog.savers[name].commit()
        hands.settle()
    assert (of(address, 1).name, of(address, 1).organization) == ("Koh Trong", "Koh Trong")


def test_what_is_typed_back_before_it_was_read_back_is_kept(
    hands: Hands, dialog: AttendantDialog, address: Path
) -> None:
    field, before = dialog.ui.phone, of(address, 1).phone
    field.setFocus()
    for text in ("099 999 999", before):
        field.selectAll()
        hands.qtbot.keyClicks(field, text)
        dialog.savers["phone"].commit()
    hands.settle()
    assert of(address, 1).phone == field.text() == before


def test_an_age_stays_as_it_was_typed_until_the_field_is_left(hands: Hands, dialog: AttendantDialog) -> None:
    dialog.ui.birth_year.setFocus()
    dialog.ui.birth_year.clear()
    hands.qtbot.keyClicks(dialog.ui.birth_year, "45")
    dialog.savers["birth_year"].commit()
    hands.settle()
    assert dialog.ui.birth_year.text() == "45"
    dialog.ui.email.setFocus()
    hands.qtbot.waitUntil(lambda: dialog.ui.birth_year.text() == "1972")


LEAVE: dict[str, Callable[[AttendantDialog], object]] = {
    "close": lambda dialog: dialog.ui.close_button.click(),
    "escape": lambda dialog: dialog.reject(),
    "next": lambda dialog: dialog.ui.following.click(),
}


@pytest.mark.parametrize("way", LEAVE)
@pytest.mark.parametrize(("key", "typed"), [("email", "dara@example"), ("birth_year", "long ago"), ("name", " ")])
def test_what_is_wrong_holds_the_dialog_once_and_is_gone_to(
    hands: Hands, dialog: AttendantDialog, address: Path, way: str, key: str, typed: str
) -> None:
    field = getattr(dialog.ui, key)
    field.setFocus()
    field.selectAll()
    hands.qtbot.keyClicks(field, typed)
    if key == "name":  # the database refuses it
        dialog.savers[key].commit()
        hands.settle()
    dialog.ui.phone.setFocus()
    LEAVE[way](dialog)
    hands.settle()
    assert dialog.isVisible()
    assert (dialog.focusWidget(), field.text()) == (field, typed)
    assert "Correct it, or do the same again" in dialog.ui.error.text()

    LEAVE[way](dialog)
    hands.settle()
    assert of(address, 1) == known(1)
    if way == "next":
        assert dialog.ui.name.text() == NAMES[2]
        assert not dialog.ui.error.isVisible()
        assert getattr(dialog.ui, key).text() != typed
    else:
        assert not [one for one in hands.program.window.findChildren(AttendantDialog) if one.isVisible()]


def test_what_was_wrong_and_is_mended_holds_nobody(hands: Hands, dialog: AttendantDialog, address: Path) -> None:
    field = dialog.ui.email
    field.setFocus()
    hands.qtbot.keyClicks(field, "dara@example")
    dialog.accept()
    hands.qtbot.keyClicks(field, ".org")
    dialog.accept()
    hands.settle()
    assert of(address, 1).email == "dara@example.org"
    assert not [one for one in hands.program.window.findChildren(AttendantDialog) if one.isVisible()]


def test_a_wrong_time_holds_the_dialog_and_stays(hands: Hands, dialog: AttendantDialog, address: Path) -> None:
    (field,) = dialog.findChildren(QLineEdit, "stay_left")
    field.setFocus()
    hands.qtbot.keyClicks(field, "noon")
    dialog.reject()
    hands.settle()
    assert (dialog.isVisible(), field.text(), dialog.focusWidget()) == (True, "noon", field)
    assert "is no time" in dialog.ui.error.text()
    field.selectAll()
    hands.qtbot.keyClicks(field, "2017-03-07 12:00")
    dialog.reject()
    hands.settle()
    assert [f"{stay.left:%d %H:%M}" for stay in of(address, 1).stays] == ["07 12:00"]


def test_times_are_corrected_added_and_removed(hands: Hands, dialog: AttendantDialog, address: Path) -> None:
    (field,) = dialog.findChildren(QLineEdit, "stay_left")
    hands.qtbot.keyClicks(field, "2017-03-07 12:00")
    field.editingFinished.emit()
    hands.settle()
    dialog.ui.arrive.click()
    hands.settle()
    assert [f"{stay.arrived:%d %H:%M}" for stay in of(address, 1).stays] == ["07 08:00", "01 08:12"]
    field = dialog.findChildren(QLineEdit, "stay_arrived")[-1]
    field.setText("never")
    field.editingFinished.emit()
    assert "is no time" in dialog.ui.error.text()
    hands.settle()
    remove = [button for button in dialog.findChildren(QPushButton) if button.toolTip() == "Remove this time"]
    remove[-1].click()
    hands.settle()
    assert len(of(address, 1).stays) == 1


def test_the_next_one_is_an_arrow_away_and_who_is_gone_is_shown_no_longer(
    hands: Hands, dialog: AttendantDialog
) -> None:
    dialog.ui.following.click()
    assert dialog.ui.name.text() == NAMES[2]
    dialog.ui.previous.click()
    dialog.ui.previous.click()
    dialog.ui.previous.click()
    assert dialog.ui.name.text() == NAMES[0]
    hands.page.context.open.do(remove_attendants, [known(0).id])
    hands.settle()
    assert not any(one.isVisible() for one in hands.program.window.findChildren(AttendantDialog))


def test_what_is_refused_after_the_dialog_was_closed_is_said_in_the_window(
    hands: Hands, dialog: AttendantDialog, address: Path
) -> None:
    dialog.ui.name.clear()
    hands.qtbot.keyClicks(dialog.ui.name, " ")
    dialog.accept()
    hands.settle()

    (strip,) = hands.program.window.findChildren(QFrame, "message_strip")
    assert any("An attendant needs a name." in label.text() for label in strip.findChildren(QLabel))
    assert of(address, 1).name == known(1).name


# Signatures


def test_two_sign_one_after_the_other(hands: Hands, address: Path) -> None:
    hands.page.let_sign([known(0).id, known(1).id])
    dialog = dialog_of(hands, SignatureDialog)
    assert (dialog.ui.name.text(), dialog.ui.count.text()) == (NAMES[0], "1 of 2")
    assert not dialog.ui.keep.isEnabled()
    draw(hands, dialog.ui.pad, (50, 100), (90, 60), (130, 110), (200, 80))
    draw(hands, dialog.ui.pad, (210, 100), (260, 100))
    dialog.ui.undo.click()
    dialog.ui.keep.click()
    hands.settle()
    assert (dialog.ui.name.text(), dialog.ui.pad.is_empty) == (NAMES[1], True)
    dialog.ui.skip.click() if dialog.ui.skip.isVisible() else dialog.ui.cancel.click()

    path = of(address, 0).signature
    with open_database(address) as database:
        picture = read_signature(database, TODAY, path)
        assert read_signature(database, TODAY, "nothing.png") is None
    image = QImage.fromData(picture or b"")
    assert image.width() > image.height() > 50
    assert image.pixelColor(1, 1).lightness() == 255
    dark = sum(image.pixelColor(x, y).lightness() < 100 for x in range(image.width()) for y in range(image.height()))
    assert dark > 200


def test_a_button_that_is_pressed_twice_signs_for_one_alone(hands: Hands, address: Path) -> None:
    hands.page.let_sign([known(number).id for number in range(3)])
    dialog = dialog_of(hands, SignatureDialog)
    draw(hands, dialog.ui.pad, (50, 100), (90, 60), (130, 110))
    for press in (dialog.ui.keep.click, dialog.ui.keep.click, dialog.ui.skip.click):
        press()
    hands.settle()

    assert dialog.ui.name.text() == NAMES[1]
    assert [bool(of(address, number).signature) for number in range(3)] == [True, False, False]


def test_a_pen_draws_as_thick_as_it_is_pressed(qtbot: QtBot) -> None:
    pictures = []
    for pressure in (0.1, 1.0):
        pad = SignaturePad()
        qtbot.addWidget(pad)
        pen = QPointingDevice.primaryPointingDevice()
        for kind, x in (
            (QTabletEvent.Type.TabletPress, 20),
            (QTabletEvent.Type.TabletMove, 120),
            (QTabletEvent.Type.TabletRelease, 120),
        ):
            at = QPointF(x, 50)
            none = Qt.KeyboardModifier.NoModifier
            button = Qt.MouseButton.LeftButton
            event = QTabletEvent(kind, pen, at, at, pressure, 0, 0, 0, 0, 0, none, button, button)
            QApplication.sendEvent(pad, event)
        image = QImage.fromData(pad.picture())
        column = image.width() // 2
        pictures.append(sum(image.pixelColor(column, y).lightness() < 128 for y in range(image.height())))
    assert 0 < pictures[0] < pictures[1]


def test_a_row_on_paper_is_checked(hands: Hands, address: Path) -> None:
    hands.page.let_sign([known(0).id])
    dialog = dialog_of(hands, SignatureDialog)
    hands.qtbot.keyClicks(dialog.ui.row_code, "N01X")
    dialog.ui.on_paper.click()
    hands.settle()
    assert "is no row code" in dialog.ui.error.text()
    dialog.ui.row_code.clear()
    hands.qtbot.keyClicks(dialog.ui.row_code, empty_row_code(1))
    hands.qtbot.keyClick(dialog.ui.row_code, Qt.Key.Key_Return)
    hands.settle()
    assert row_signed(of(address, 0)) == empty_row_code(1)
    assert not any(one.isVisible() for one in hands.program.window.findChildren(SignatureDialog))


def test_a_signature_is_shown_and_removed(hands: Hands, address: Path) -> None:
    hands.page.let_sign([known(1).id])
    pad_dialog = dialog_of(hands, SignatureDialog)
    draw(hands, pad_dialog.ui.pad, (50, 100), (90, 60), (200, 80))
    pad_dialog.ui.keep.click()
    hands.settle()
    hands.page.show_details(known(1).id)
    dialog = dialog_of(hands, AttendantDialog)
    assert not dialog.ui.signature.pixmap().isNull()
    dialog.ui.unsign.click()
    hands.settle()
    assert dialog.ui.signature.text() == "Has not signed."
    assert of(address, 1).signature == ""


# Doubles


@pytest.fixture
def doubles(hands: Hands) -> DoublesDialog:
    """The dialog with one pair: the second one has another organization, a birth year, and is here."""
    details = {"name": NAMES[0], "organization": "Women Network", "birth_year": 1980, "phone": known(0).phone}
    hands.page.context.open.do(register_attendant, details, arrived=hands.page.context.open.now())
    hands.qtbot.waitUntil(hands.page.ui.doubles.isVisible, timeout=10_000)  # looked for when the queue rests
    assert hands.page.ui.doubles.text() == "1 probable double"
    hands.qtbot.mouseClick(hands.page.ui.doubles, Qt.MouseButton.LeftButton)
    return dialog_of(hands, DoublesDialog)


def test_doubles_are_merged_with_the_values_that_were_chosen(
    hands: Hands, doubles: DoublesDialog, address: Path
) -> None:
    assert set(doubles.choices) == {"organization"}
    assert "Both have the phone number" in doubles.ui.reasons.text()
    doubles.choices["organization"][1].click()
    doubles.ui.merge.click()
    hands.settle()

    merged = of(address, 0)
    assert len(stored(address).attendants) == COUNT
    assert (merged.organization, merged.birth_year, len(merged.stays)) == ("Women Network", 1980, 2)
    assert doubles.ui.title.text() == "No probable doubles"
    hands.qtbot.waitUntil(hands.page.ui.doubles.isHidden, timeout=10_000)


def test_a_merge_is_undone_in_one_step_and_comes_apart(hands: Hands, doubles: DoublesDialog, address: Path) -> None:
    doubles.choices["organization"][1].click()
    doubles.ui.merge.click()
    hands.settle()
    hands.page.context.open.undo()
    hands.settle()
    assert len(stored(address).attendants) == COUNT + 1
    assert of(address, 0).organization == known(0).organization
    assert doubles.ui.merge.isVisible()

    doubles.ui.merge.click()
    hands.settle()
    labels = [label.text() for label in doubles.ui.merged.findChildren(QLabel)]
    assert any(text.endswith(f"{NAMES[0]} was merged into {NAMES[0]}") for text in labels)
    (apart,) = [one for one in doubles.ui.merged.findChildren(QPushButton) if one.text() == "Take apart"]
    apart.click()
    hands.settle()
    assert len(stored(address).attendants) == COUNT + 1


def test_an_answer_that_comes_after_the_dialog_was_closed_is_nobodys(
    hands: Hands, doubles: DoublesDialog, address: Path
) -> None:
    doubles.ui.merge.click()
    doubles.close()
    hands.settle()

    assert len(stored(address).attendants) == COUNT


def test_two_that_are_told_apart_are_not_offered_again(hands: Hands, doubles: DoublesDialog, address: Path) -> None:
    doubles.ui.apart.click()
    hands.settle()
    assert doubles.ui.title.text() == "No probable doubles"
    hands.qtbot.waitUntil(hands.page.ui.doubles.isHidden, timeout=10_000)
    assert len(stored(address).attendants) == COUNT + 1


def test_later_shows_the_other_pair(hands: Hands, doubles: DoublesDialog) -> None:
    details = {"name": NAMES[2], "phone": known(2).phone}
    hands.page.context.open.do(register_attendant, details)
    hands.settle()
    first = doubles.ui.reasons.text()
    doubles.ui.later.click()
    assert doubles.ui.reasons.text() != first
    assert "of 2" in doubles.ui.title.text()
