"""The findings of the open workshop are looked for once after a change, aside, for all who show them."""

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain import checks
from clesidra_desktop.domain.finding import Finding
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui.pages.minutes import MinutesPage
from clesidra_desktop.gui.pages.overview import OverviewPage
from clesidra_desktop.gui.widgets.findings_list import PORTION, FindingsList
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.workshops import import_workshop
from tests.helpers.builders import attendants, identity, workshop
from tests.helpers.window import settle, show

Look = Callable[[Workshop], tuple[Finding, ...]]


class Looks:
    """Stands where the rules are: remembers who looked at what, and lets them wait."""

    def __init__(self, rules: Look) -> None:
        self.rules = rules
        self.titles: list[str] = []
        self.threads: set[threading.Thread] = set()
        self.go_on = threading.Event()
        self.go_on.set()

    def __call__(self, workshop: Workshop) -> tuple[Finding, ...]:
        """Look at a workshop."""
        if workshop.attendants:  # Prepare looks at a workshop without them
            self.titles.append(workshop.title)
            self.threads.add(threading.current_thread())
            assert self.go_on.wait(10)
        return self.rules(workshop)


@pytest.fixture
def looks(opened: Program, monkeypatch: pytest.MonkeyPatch) -> Looks:
    assert opened.window.context.open.workshop
    made = Looks(checks.check_workshop)
    monkeypatch.setattr(checks, "check_workshop", made)
    return made


def rename(program: Program, title: str) -> None:
    program.window.context.open.do(describe_workshop, {"title": title})


def sentences(shown: FindingsList) -> list[str]:
    return [shown.item(place).text() for place in range(shown.count())]


def lists(qtbot: QtBot, program: Program) -> tuple[FindingsList, FindingsList]:
    """Return the lists of both pages; the minutes are shown."""
    overview, minutes = show(qtbot, program, "overview"), show(qtbot, program, "minutes")
    assert isinstance(overview, OverviewPage)
    assert isinstance(minutes, MinutesPage)
    return overview.ui.findings, minutes.ui.findings


def test_one_look_aside_is_for_the_rail_and_both_pages(qtbot: QtBot, opened: Program, looks: Looks) -> None:
    overview, minutes = lists(qtbot, opened)
    assert looks.titles == []  # nothing has changed
    before = sentences(minutes)
    opened.window.context.open.do(describe_workshop, {"title": "Other", "venue": ""})
    settle(qtbot, opened)

    said = set(sentences(minutes)) - set(before)
    assert len(said) == 1
    assert "venue" in said.pop()
    assert opened.window.rail.button("minutes").accessibleDescription() == f"{minutes.count()} findings to look at"
    assert sentences(overview) != sentences(minutes)
    show(qtbot, opened, "overview")
    assert sentences(overview) == sentences(minutes)
    assert looks.titles == ["Other"]
    assert threading.main_thread() not in looks.threads


def test_only_the_newest_state_counts(qtbot: QtBot, opened: Program, looks: Looks) -> None:
    heard: list[object] = []
    opened.window.context.findings.found.connect(lambda: heard.append(opened.window.context.findings.known))
    looks.go_on.clear()
    rename(opened, "First")
    qtbot.waitUntil(lambda: looks.titles == ["First"])
    for title in ("Second", "Third"):
        rename(opened, title)
        qtbot.waitUntil(lambda title=title: opened.window.context.open.workshop.title == title)  # type: ignore[misc,union-attr]
    looks.go_on.set()
    settle(qtbot, opened)

    assert looks.titles == ["First", "Third"]
    assert heard == [opened.window.context.findings.known]


def test_of_another_workshop_nothing_is_known_until_it_was_looked_at(
    qtbot: QtBot, opened: Program, looks: Looks
) -> None:
    overview, _ = lists(qtbot, opened)
    show(qtbot, opened, "overview")
    other = workshop(id=identity(77), title="Other")
    opened.window.context.open.ask(lambda database: import_workshop(database, other, {}, who="Bopha"), done=str)
    settle(qtbot, opened)
    looks.go_on.clear()
    opened.window.context.open_workshop(other.id)
    qtbot.waitUntil(lambda: looks.titles == ["Other"])

    assert opened.window.context.findings.known is None
    assert sentences(overview) == []
    assert opened.window.rail.button("minutes").accessibleDescription() == ""
    looks.go_on.set()
    settle(qtbot, opened)
    assert sentences(overview)


def test_thousands_of_sentences_come_as_they_are_scrolled_to(qtbot: QtBot, opened: Program, looks: Looks) -> None:
    crowd = tuple(replace(one, sex=None, category="") for one in attendants(PORTION))
    assert looks.rules(workshop(attendants=crowd))
    other = workshop(id=identity(77), title="Other", attendants=crowd, groups=())
    opened.window.context.open.ask(lambda database: import_workshop(database, other, {}, who="Bopha"), done=str)
    settle(qtbot, opened)
    opened.window.context.open_workshop(other.id)
    settle(qtbot, opened)
    overview, _ = lists(qtbot, opened)
    show(qtbot, opened, "overview")
    known = opened.window.context.findings.known
    assert known
    assert len(known) > 2 * PORTION == 2 * overview.count()
    overview.setCurrentRow(0)
    while overview.count() < len(known):
        before = overview.count()
        QTest.keyClick(overview, Qt.Key.Key_End)
        QApplication.processEvents()
        assert before < overview.count() <= before + PORTION
    assert overview.item(overview.count() - 1).data(Qt.ItemDataRole.UserRole) == known[-1].where


def test_the_list_follows_the_language_and_stays_where_nothing_is_new(
    qtbot: QtBot, opened: Program, looks: Looks
) -> None:
    _, minutes = lists(qtbot, opened)
    minutes.setCurrentRow(1)
    rename(opened, "Other")
    settle(qtbot, opened)
    assert minutes.currentRow() == 1
    before = sentences(minutes)
    opened.window.set_language(Language.KHMER)
    settle(qtbot, opened)
    assert not set(sentences(minutes)) & set(before)
    assert looks.titles == ["Other"]
