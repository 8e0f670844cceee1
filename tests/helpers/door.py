"""A registration table for tests: people whom the office knows, and keys as a person presses them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import cast
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.workshop import Attendant, Category, Quota, QuotaAttribute, Sex, Stay, Workshop
from clesidra_desktop.gui.pages.register import RegisterPage
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage.database import Database, open_database
from tests.helpers.builders import workshop
from tests.helpers.window import settle, show, type_text

CATEGORIES = tuple(Category(code=code, label=f"{code}s") for code in ("CBO", "LNGO", "GOV", "CCC"))
FAMILY = ("Sok", "Chan", "Meas", "Keo", "Prak", "Heng", "Ly", "Tep", "Yin", "Touch")
GIVEN = ("Dara", "Sophea", "Vuthy", "Bopha", "Kosal", "Leakena", "Narith", "Piseth", "Sreymom", "Vannak")
NAMES = tuple(f"{family} {given}" for given, family in product(GIVEN, FAMILY))
"""A hundred names, no two the same."""

EARLIER, TODAY = UUID(int=5000), UUID(int=6000)
DAY = datetime(2017, 11, 1, 8)


def known(number: int) -> Attendant:
    """Return somebody who came to the earlier workshop."""
    return Attendant(
        id=UUID(int=5001 + number),
        name=NAMES[number],
        category=CATEGORIES[number % 4].code,
        sex=(Sex.FEMALE, Sex.MALE)[number % 2],
        organization=f"Organization {number % 7}",
        province="Kratie",
        phone=f"012 {345_000 + number}",
        stays=(Stay(arrived=datetime(2017, 3, 7, 8)),),
    )


def bare(id_: UUID, starts: datetime, attendants: Sequence[Attendant] = ()) -> Workshop:
    """Return a workshop of which only the people matter."""
    return replace(
        workshop(groups=(), answers=(), agenda=(), polls=(), ways_forward=(), annexes=()),
        id=id_,
        starts=starts,
        ends=starts.replace(hour=17),
        timezone="Asia/Phnom_Penh",
        categories=CATEGORIES,
        quotas=(Quota(attribute=QuotaAttribute.SEX, value="F", share=0.4),),
        attendants=tuple(attendants),
    )


def fill(address: str, people: int, invited: Iterable[Attendant] = ()) -> None:
    """Make a database whose directory knows so many people, and a workshop of today."""
    database = open_database(address)
    earlier = bare(EARLIER, datetime(2017, 3, 7, 8), [known(number) for number in range(people)])
    import_workshop(database, earlier, {}, who="Bopha")
    import_workshop(database, bare(TODAY, DAY, list(invited)), {}, who="Bopha")
    database.close()


def stored(address: str | Path) -> Workshop:
    """Return the workshop of today as the database has it."""
    database: Database = open_database(str(address))
    try:
        return export_workshop(database, TODAY)[0]
    finally:
        database.close()


class Hands:
    """The hands of a minute-taker: keys go where the window has the focus."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        self.qtbot = qtbot
        self.program = program
        self.pressed = 0

    @property
    def page(self) -> RegisterPage:
        """The page."""
        return cast("RegisterPage", self.program.window.page)

    @property
    def focused(self) -> QWidget:
        """What has the keys."""
        found = QApplication.activePopupWidget() or self.program.window.focusWidget()
        assert found is not None
        return found

    def open(self) -> RegisterPage:
        """Open the workshop of today at the registration table."""
        self.program.window.activateWindow()
        self.qtbot.waitUntil(self.program.window.isActiveWindow, timeout=10_000)
        self.program.window.context.open_workshop(TODAY, "register")
        settle(self.qtbot, self.program)
        return cast("RegisterPage", show(self.qtbot, self.program, "register"))

    def type(self, text: str) -> None:
        """Type a text; one in Khmer goes through the input method where a field takes it."""
        if text.isascii():
            self.qtbot.keyClicks(self.focused, text)
        elif isinstance(self.focused, QLineEdit):
            type_text(self.focused, text)
        else:  # as a Khmer keyboard sends them
            for letter in text:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(self.focused, event)

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key, and count it."""
        self.pressed += 1
        self.qtbot.keyClick(self.focused, key, keys)

    def enter(self) -> None:
        """Press Enter."""
        self.press(Qt.Key.Key_Return)

    def settle(self) -> None:
        """Wait until everything is done and shown."""
        settle(self.qtbot, self.program)

    def write_down(self, name: str, category: str, sex: str, *more: str) -> None:
        """Write a new person down by keys alone: the digit, the letter, and the texts that follow."""
        self.type(name)
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.type(category)
        self.type(sex)
        for text in more:
            self.type(text)
            self.enter()
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        self.settle()
