"""Findings with a thousand attendants: no page that shows them holds the window while they are looked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.gui.widgets.findings_list import FindingsList
from clesidra_desktop.services.attendants import edit_attendants
from tests.benchmarks.test_register_page import ATTENDANTS, LIMIT, RUNS, Heart, program_with
from tests.helpers.door import TODAY
from tests.helpers.window import settle, show


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    with program_with(qapp, tmp_path, ATTENDANTS) as program:
        settle(qtbot, program)
        program.window.context.open_workshop(TODAY)
        settle(qtbot, program)
        yield program


@pytest.mark.parametrize("key", ["overview", "minutes"])
def test_findings_do_not_hold_the_window(qtbot: QtBot, program: Program, key: str) -> None:
    workshop = program.window.context.open.workshop
    assert workshop is not None
    shown = show(qtbot, program, key).findChild(FindingsList, "findings")
    assert isinstance(shown, FindingsList)
    heart, pauses = Heart(), []
    heart.start()
    for run in range(RUNS):
        before = program.window.context.findings.known
        heart.begin()
        program.window.context.open.do(edit_attendants, [workshop.attendants[0].id], {"position": f"Chief {run}"})
        qtbot.waitUntil(lambda: program.tasks.is_idle, timeout=60_000)
        settle(qtbot, program)
        pauses.append(heart.longest)
        assert program.window.context.findings.known is not before
    heart.stop()
    found = program.window.context.findings.known
    print(f"\n{len(found or ())} findings on {key}: longest pause {min(pauses) * 1000:.0f} ms", end="")
    assert found
    assert len(found) > 2 * ATTENDANTS
    assert min(pauses) < LIMIT
