"""Where the keys go: buttons, messages that come and go, and what is hidden."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.gui.page import PAGES, PageSpec
from clesidra_desktop.services.prepare import describe_workshop
from tests.helpers.window import child, settle, show


def test_enter_presses_the_button_that_has_the_keys(qtbot: QtBot, opened: Program) -> None:
    show(qtbot, opened, "workshops")
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    button = next(one for one in opened.window.page.findChildren(QPushButton) if one.isVisible() and one.isEnabled())
    button.setFocus()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)
    settle(qtbot, opened)
    for dialog in opened.window.findChildren(QDialog):
        dialog.close()
    settle(qtbot, opened)


@pytest.mark.parametrize(("modifiers", "repeats"), [("", True), ("ctrl", False), ("ctrl+shift", False), ("alt", False)])
def test_enter_that_is_held_down_or_is_part_of_other_keys_presses_nothing(
    qtbot: QtBot, opened: Program, modifiers: str, *, repeats: bool
) -> None:
    show(qtbot, opened, "agenda")
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    button = QPushButton(opened.window.page)
    button.show()
    button.setFocus()
    pressed: list[bool] = []
    button.clicked.connect(lambda *_: pressed.append(True))
    names = {"ctrl": Qt.KeyboardModifier.ControlModifier, "shift": Qt.KeyboardModifier.ShiftModifier}
    names["alt"] = Qt.KeyboardModifier.AltModifier
    held = Qt.KeyboardModifier.NoModifier
    for name in filter(None, modifiers.split("+")):
        held |= names[name]
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, held, "\r", repeats)
    QApplication.sendEvent(button, event)
    assert pressed == []
    QApplication.sendEvent(
        button, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    )
    assert len(pressed) == 1
    button.deleteLater()


def test_esc_puts_a_message_away(qtbot: QtBot, opened: Program) -> None:
    show(qtbot, opened, "register")
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    opened.window.context.messages.error(UserError("The day is over."))
    focused = opened.window.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Escape)

    assert opened.window.strip.isHidden()
    assert opened.window.focusWidget() is focused


def test_a_refusal_goes_with_the_next_deed_that_succeeds(qtbot: QtBot, opened: Program) -> None:
    said, strip = opened.window.context, opened.window.strip
    said.open.do(describe_workshop, {"title": "Another title"})
    said.messages.error(UserError("The day is over."))
    settle(qtbot, opened)
    assert not strip.isHidden()  # what succeeded was begun before

    said.open.undo()
    settle(qtbot, opened)
    assert strip.isHidden()


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.key)
def test_the_keys_stay_in_the_page_when_what_has_them_is_hidden(qtbot: QtBot, opened: Program, spec: PageSpec) -> None:
    page = show(qtbot, opened, spec.key)
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    first = opened.window.focusWidget()
    assert first is not None
    strayed = []
    for widget in page.findChildren(QWidget):
        if not (widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()):
            continue
        parent = widget.parentWidget()
        if widget is first or parent is None or parent.isAncestorOf(first):
            continue
        widget.setFocus()
        if widget.hasFocus():
            parent.hide()
            now = opened.window.focusWidget()
            if now is None or not now.isVisible() or not page.isAncestorOf(now):
                strayed.append(widget.objectName() or type(widget).__name__)
            parent.show()
            first.setFocus()

    assert strayed == []


def test_the_keys_go_back_to_where_they_were_when_a_message_goes(qtbot: QtBot, opened: Program) -> None:
    page = show(qtbot, opened, "register")
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    field = child(page, QLineEdit, "filter")
    field.setFocus()
    opened.window.context.messages.warn("Look at this.", "Undo", lambda: None)
    opened.window.strip._answer.setFocus()
    qtbot.keyClick(opened.window.strip._answer, Qt.Key.Key_Return)

    assert opened.window.strip.isHidden()
    assert opened.window.focusWidget() is field
