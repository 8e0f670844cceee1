"""Somebody at a page."""

import pytest
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.gui.pages.prepare import PreparePage
from tests.helpers.preparing import Person
from tests.helpers.window import show


@pytest.fixture
def page(qtbot: QtBot, opened: Program) -> PreparePage:
    """The page with the sample workshop."""
    with qtbot.waitActive(opened.window):
        opened.window.activateWindow()
    shown = show(qtbot, opened, "prepare")
    assert isinstance(shown, PreparePage)
    return shown


@pytest.fixture
def person(qtbot: QtBot, opened: Program, page: PreparePage) -> Person:
    """Somebody at the page."""
    return Person(qtbot, opened, page)
