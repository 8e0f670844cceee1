"""A pause in the typing is waited for, but not for ever."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from clesidra_desktop.gui.widgets import pause
from clesidra_desktop.gui.widgets.pause import Pause


def test_who_types_on_and_on_is_saved_in_between(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr(pause, "monotonic", lambda: now)
    parent = QObject()
    timer = Pause(parent, 300)

    timer.touch()
    assert timer.interval() == 300
    now += 1.9
    timer.touch()
    assert timer.interval() == 100
    now += 5
    with qtbot.waitSignal(timer.timeout, timeout=5000):
        timer.touch()
    assert timer.interval() == 0

    timer.touch()  # what is typed from now on is waited for anew
    assert timer.interval() == 300
    timer.stop()
