"""Faults of Qt's binding that would end the program."""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_calls_that_return_nothing_lose_no_reference(qtbot: QtBot) -> None:
    """PySide6 6.12.0 lost one to None a call on Python 3.11, and aborted after some thousands of them."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setText("x")

    assert abs(sys.getrefcount(None) - before) < 500
