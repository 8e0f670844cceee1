"""A choice by one key."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.gui.widgets.key_choice import AROUND, GAP, KeyChoice, Option


def test_choices_stand_side_by_side_as_long_as_they_have_room(qtbot: QtBot, program: Program) -> None:  # noqa: ARG001
    frame = QWidget()
    qtbot.addWidget(frame)
    choice = KeyChoice(frame)
    codes = ("CBO", "LNGO", "Pri", "Gov", "Other organizations")
    choice.show_options([Option(code, f"{place} {code}", str(place)) for place, code in enumerate(codes, start=1)])
    frame.show()
    buttons = choice._group.buttons()
    needed = sum(button.sizeHint().width() + GAP for button in buttons) - GAP + 2 * AROUND
    choice.resize(needed, 60)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) == 1)

    choice.resize(needed - 30, 120)
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) > 1)
