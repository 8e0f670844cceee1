"""How far the pages of the minutes are behind the keys, in the real window, for the sample of 56 attendants.

The floor is what cannot be done without: the pause after which typing counts as over, and one plain writing of the same
PDF in the same run. Seconds are printed; judged is only how many floors they are.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from statistics import median
from time import monotonic, perf_counter, sleep

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from clesidra_desktop.app import Program, build, open_database_of
from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.pages.minutes import MinutesPage
from clesidra_desktop.gui.pages.minutes_preview import PAUSE as PREVIEW_PAUSE
from clesidra_desktop.gui.pages.prepare import PreparePage
from clesidra_desktop.gui.widgets.autosave import PAUSE as TYPING_PAUSE
from clesidra_desktop.services.annexes import opened_annexes
from clesidra_desktop.services.minutes import Format, compose
from clesidra_desktop.services.written import read_file
from clesidra_desktop.settings import LANGUAGE, Settings
from tests.helpers.window import SAMPLE

RUNS = 7
WORD = "water"
LONGEST = 20
MOMENT = datetime(2026, 6, 12, 9, 42, tzinfo=timezone(timedelta(hours=7)))

FLOORS = 2.0
"""How many times the floor the pages may be behind the last key."""


class Desk:
    """Somebody who types in the window, with a watch."""

    def __init__(self, program: Program) -> None:
        self.program = program

    @property
    def page(self) -> MinutesPage:
        """The page of the minutes."""
        page = self.program.window.page
        assert isinstance(page, MinutesPage)
        return page

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window work until something is so."""
        end = monotonic() + LONGEST
        while not until():
            assert monotonic() < end, "the window does not come to it"
            QApplication.processEvents()
            sleep(0.001)

    def settle(self) -> None:
        """Wait until nothing is under way."""
        for _ in range(4):
            QApplication.processEvents()
            self.wait(lambda: self.program.tasks.is_idle)

    def seconds_behind(self) -> float:
        """Type a word, and return how long after its last key the pages in sight are drawn with it."""
        before, text = self.page.preview.pictures, self.page.sections.editor.text
        for letter in WORD:
            QTest.keyClick(text, letter)
        begun = perf_counter()
        self.wait(lambda: self.page.preview.pictures is not before)
        self.wait(lambda: self.program.tasks.is_idle)
        spent = perf_counter() - begun
        self.settle()
        return spent


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    settings = Settings(tmp_path / "settings.json")
    settings.set(LANGUAGE, "en")
    program = build(qapp, settings, lambda: MOMENT, tmp_path)
    program.window.resize(1280, 720)
    program.window.show()
    one = Desk(program)
    open_database_of(program, str(tmp_path / "clesidra.db"), program.window.database_opened)
    one.settle()
    program.window.open_file(SAMPLE)
    one.settle()
    program.window.show_page("minutes")
    one.wait(lambda: one.page.pages.drawn_pages != ())
    one.settle()
    yield one
    program.close()
    program.window.deleteLater()
    qapp.processEvents()


def plain_writing(program: Program) -> float:
    """Return the seconds that it takes to write the PDF once, at the best of some runs."""
    opened = program.window.context.open
    workshop = opened.workshop
    assert opened._database is not None
    assert workshop is not None
    read = read_file(opened._database, workshop.id)
    spent = []
    for _ in range(RUNS):
        begun = perf_counter()
        with opened_annexes(read, Edition.FULL, office=False) as annexes:
            compose(read, Language.ENGLISH, annexes=annexes).write(Format.PDF, BytesIO())
        spent.append(perf_counter() - begun)
    return min(spent)


def test_the_pages_are_little_behind_the_last_key(desk: Desk) -> None:
    desk.page.ui.tabs.setCurrentWidget(desk.page.ui.sections_tab)
    desk.page.sections.choose("objectives")
    desk.settle()
    desk.page.sections.editor.setFocus(Qt.FocusReason.OtherFocusReason)
    behind = median(desk.seconds_behind() for _ in range(RUNS))
    writing = plain_writing(desk.program)
    floor = (TYPING_PAUSE + PREVIEW_PAUSE) / 1000 + writing
    print(
        f"\npages behind the last key: {behind:.3f} s; pauses {TYPING_PAUSE + PREVIEW_PAUSE} ms, "
        f"plain writing {writing:.3f} s: {behind / floor:.2f} floors",
        end="",
    )
    assert behind <= FLOORS * floor


def test_the_pages_follow_what_was_typed_on_another_page(desk: Desk) -> None:
    """Coming back shows the pages as they were at once, and the new ones a little later, without a pause."""
    window, page = desk.program.window, desk.page
    bar = page.pages.verticalScrollBar()
    spent = []
    for _ in range(RUNS):
        bar.setValue(bar.maximum() // 2)
        desk.settle()
        place, before = bar.value(), page.preview.pictures
        window.show_page("prepare")
        desk.settle()
        prepare = window.page
        assert isinstance(prepare, PreparePage)
        venue = prepare.findChild(QLineEdit, "venue")
        assert venue is not None
        for letter in WORD:
            QTest.keyClick(venue, letter)
        begun = perf_counter()
        window.show_page("minutes")
        assert page.pages.drawn_pages != ()
        desk.wait(lambda before=before: page.preview.pictures is not before)  # type: ignore[misc]
        desk.wait(lambda: desk.program.tasks.is_idle)
        spent.append(perf_counter() - begun)
        assert bar.value() == place
    behind, writing = median(spent), plain_writing(desk.program)
    floor = PREVIEW_PAUSE / 1000 + writing
    print(f"\npages after coming back: {behind:.3f} s, plain writing {writing:.3f} s", end="")
    assert behind <= FLOORS * floor
