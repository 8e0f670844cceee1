"""A real program in a real window, on a database of its own."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program, build, open_database_of
from clesidra_desktop.settings import LANGUAGE, THEME, WHO, Settings
from tests.helpers.room import make_room, room
from tests.helpers.window import SAMPLE, settle

__all__ = ["make_room", "room"]

PHNOM_PENH = timezone(timedelta(hours=7))


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.moment = datetime(2017, 11, 1, 8, 12, tzinfo=PHNOM_PENH)

    def __call__(self) -> datetime:
        """Return the moment."""
        return self.moment

    def move(self, minutes: float) -> None:
        """Let time pass."""
        self.moment += timedelta(minutes=minutes)


@pytest.fixture(scope="session")
def look(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache of the style sheet, so that it is rendered once in a run."""
    return tmp_path_factory.mktemp("look")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make_program(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, look: Path, clock: Clock
) -> Iterator[Callable[..., Program]]:
    """Make a program; it is closed after the test. `language` and `theme` are those of the screens."""
    assert "DISPLAY" in os.environ or os.name == "nt"
    made: list[Program] = []

    def make(language: str = "en", theme: str = "light", *, database: bool = True) -> Program:
        settings = Settings(tmp_path / "settings.json")
        for option, value in ((LANGUAGE, language), (THEME, theme), (WHO, "Minute taker")):
            settings.set(option, value)
        program = build(qapp, settings, clock, look)
        made.append(program)
        program.window.resize(1280, 720)
        program.window.show()
        qtbot.waitExposed(program.window)
        if database:
            open_database_of(program, str(tmp_path / "clesidra.db"), program.window.database_opened)
            settle(qtbot, program)
        return program

    yield make
    for program in made:
        program.close()
        program.window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def program(make_program: Callable[..., Program]) -> Program:
    """A program with an empty database."""
    return make_program()


@pytest.fixture
def opened(qtbot: QtBot, program: Program) -> Program:
    """A program with the sample workshop open."""
    program.window.open_file(SAMPLE)
    settle(qtbot, program)
    return program
