"""A new workshop: its start is read as people type it."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.gui.dialogs.new_workshop import NewWorkshopDialog
from tests.helpers.window import settle, type_text


def opened(qtbot: QtBot, program: Program) -> NewWorkshopDialog:
    """Open the dialog, and wait until it has read what it shows."""
    program.window.context.actions["new_workshop"].trigger()
    settle(qtbot, program)
    dialog = program.window.findChild(NewWorkshopDialog)
    assert isinstance(dialog, NewWorkshopDialog)
    return dialog


def type_over(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    """Type over what is in a field."""
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(field, text)


@pytest.mark.parametrize(
    ("day", "hour", "starts"),
    [
        ("2026-12-01", "08:30", datetime(2026, 12, 1, 8, 30)),
        ("15/01/2027", "8.30", datetime(2027, 1, 15, 8, 30)),
        ("១ ធ្នូ ២០២៦", "២ រសៀល", datetime(2026, 12, 1, 14)),
    ],
)
def test_the_start_is_read_as_people_type_it(
    qtbot: QtBot, program: Program, day: str, hour: str, starts: datetime
) -> None:
    dialog = opened(qtbot, program)
    type_text(dialog.ui.title, "Harvest meeting")
    type_over(qtbot, dialog.ui.starts_day, day)
    type_over(qtbot, dialog.ui.starts_time, hour)
    qtbot.keyClick(dialog.ui.starts_time, Qt.Key.Key_Return)
    settle(qtbot, program)

    workshop = program.window.context.open.workshop
    assert workshop is not None
    assert workshop.starts == starts


def test_a_start_that_is_not_understood_is_said_and_nothing_is_made(qtbot: QtBot, program: Program) -> None:
    dialog = opened(qtbot, program)
    type_text(dialog.ui.title, "Harvest meeting")
    type_over(qtbot, dialog.ui.starts_day, "31/2/2027")
    dialog.ui.title.setFocus()
    dialog.accept()
    settle(qtbot, program)

    assert dialog.isVisible()
    assert "This is no day" in dialog.ui.starts_day_note.text()
    assert dialog.ui.starts_day.text() == "31/2/2027"
    assert QApplication.focusWidget() is dialog.ui.starts_day
    assert program.window.context.open.workshop is None


def test_the_list_of_sources_leaves_the_description_its_room(qtbot: QtBot, program: Program) -> None:
    dialog = opened(qtbot, program)
    QApplication.processEvents()
    about: QLabel = dialog.ui.about

    assert about.geometry().top() >= dialog.ui.sources.geometry().bottom()
    assert about.height() >= about.heightForWidth(about.width())
