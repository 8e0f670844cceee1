"""A field that hands in what is typed into it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clesidra_desktop.gui.widgets.autosave import Autosave, Field


class Form(QWidget):
    """A field that saves itself, and another one."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field, self.other = field, QLineEdit()
        self.taken: list[str] = []
        layout = QVBoxLayout(self)
        for widget in (self.field, self.other):
            layout.addWidget(widget)
        self.saver = Autosave(self.field, self.taken.append)


@pytest.fixture(params=[QLineEdit, QPlainTextEdit])
def form(request: pytest.FixtureRequest, qtbot: QtBot) -> Form:
    made = Form(request.param())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made).__exit__(None, None, None)
    made.field.setFocus()
    return made


def test_a_pause_hands_in_what_was_typed_once(qtbot: QtBot, form: Form) -> None:
    qtbot.keyClicks(form.field, "Sok Dara")
    assert form.saver.is_waiting
    assert form.taken == []
    qtbot.waitUntil(lambda: form.taken == ["Sok Dara"])
    assert not form.saver.is_waiting
    form.saver.commit()
    assert form.taken == ["Sok Dara"]


def test_leaving_the_field_hands_in_at_once(qtbot: QtBot, form: Form) -> None:
    qtbot.keyClicks(form.field, "Sok")
    form.other.setFocus(Qt.FocusReason.TabFocusReason)
    assert form.taken == ["Sok"]


def test_what_is_shown_is_not_typed_and_leaves_the_cursor(qtbot: QtBot, form: Form) -> None:
    form.saver.show("Dara")
    qtbot.keyClicks(form.field, "Sok ")
    form.saver.commit()
    form.saver.show("Sok  Dara")
    qtbot.keyClicks(form.field, "!")
    assert not form.taken[1:]
    assert form.saver.text.index("!") < len("Sok  Dara")


def test_nothing_is_shown_over_what_is_being_typed(qtbot: QtBot, form: Form) -> None:
    qtbot.keyClicks(form.field, "Sok")
    form.saver.show("another")
    assert form.saver.text == "Sok"
