"""The strip over the page: what it shows when several things want it."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui import messages as module
from clesidra_desktop.gui.messages import Messages, MessageStrip
from clesidra_desktop.gui.tasks import Job
from clesidra_desktop.gui.theme import LIGHT, Theme


@pytest.fixture
def messages(qtbot: QtBot) -> Messages:
    del qtbot
    return Messages()


@pytest.fixture
def strip(
    qapp: QApplication, qtbot: QtBot, messages: Messages, look: object, monkeypatch: pytest.MonkeyPatch
) -> MessageStrip:
    monkeypatch.setattr(module, "PATIENCE", 0)
    theme = Theme(qapp, look)  # type: ignore[arg-type]
    theme.install(LIGHT, 15, Language.ENGLISH)
    made = MessageStrip(messages, theme)
    qtbot.addWidget(made)
    return made


def text(strip: MessageStrip) -> str:
    found = strip.findChild(QLabel)
    assert found is not None
    return found.text()


def is_at_work(strip: MessageStrip) -> bool:
    found = strip.findChild(QProgressBar)
    assert found is not None
    return found.isVisible()


def test_an_error_that_was_covered_by_progress_comes_back(
    qtbot: QtBot, messages: Messages, strip: MessageStrip
) -> None:
    messages.error(UserError("The disk is full."))
    job = Job(messages)
    messages.work(job, "Reading…")
    qtbot.waitUntil(lambda: is_at_work(strip))
    assert text(strip) == "Reading…"
    job.finished.emit()
    assert (text(strip), is_at_work(strip), strip.isVisible()) == ("The disk is full.", False, True)
    messages.clear()
    messages.work(job, "Reading…")
    qtbot.waitUntil(lambda: is_at_work(strip))
    job.finished.emit()
    assert not strip.isVisible()


def test_the_end_of_an_earlier_job_does_not_hide_a_later_one(
    qtbot: QtBot, messages: Messages, strip: MessageStrip
) -> None:
    first, second = Job(messages), Job(messages)
    messages.work(first, "Reading…")
    messages.work(second, "Writing…")
    qtbot.waitUntil(lambda: is_at_work(strip))
    first.progressed.emit(9, 9)
    first.finished.emit()
    assert (text(strip), is_at_work(strip)) == ("Writing…", True)
    cancel = strip.findChild(QPushButton)
    assert cancel is not None
    cancel.click()
    assert (first.is_stopped, second.is_stopped, strip.isVisible()) == (False, True, False)
