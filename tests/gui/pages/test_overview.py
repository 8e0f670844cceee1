"""The overview says what comes next."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.workshop import Stay, Workshop
from clesidra_desktop.gui.pages.overview import OverviewPage, is_over, next_step
from clesidra_desktop.services.prepare import describe_workshop
from tests.helpers import builders as make
from tests.helpers.publishing_scenes import publish
from tests.helpers.window import settle, show

TIMES = {"started": datetime(2026, 5, 6, 8), "ended": datetime(2026, 5, 6, 9)}
PEOPLE = make.attendants(2)
WHOLE = make.workshop(
    attendants=tuple(replace(one, stays=(Stay(arrived=datetime(2026, 5, 6, 8)),)) for one in PEOPLE),
    agenda=(make.item("opening", **TIMES),),
    answers=make.answers(make.sectors(), make.questions()),
)
EXPECTED = replace(WHOLE, attendants=tuple(replace(one, stays=()) for one in PEOPLE), agenda=(make.item("opening"),))


@pytest.mark.parametrize(
    ("workshop", "step"),
    [
        (replace(EXPECTED, place=""), "prepare"),
        (EXPECTED, "register"),
        (replace(EXPECTED, attendants=WHOLE.attendants), "agenda"),
        (replace(WHOLE, agenda=(make.item("opening", **TIMES), make.item("talk"))), "agenda"),
        (replace(WHOLE, agenda=(make.item("opening", **TIMES), make.item("talk", skipped=True))), "minutes"),
        (replace(WHOLE, answers=WHOLE.answers[:-1]), "answers"),
        (WHOLE, "minutes"),
    ],
)
def test_the_next_step_is_that_of_the_moment(workshop: Workshop, step: str) -> None:
    assert next_step(workshop) == step


def test_nothing_is_run_of_a_workshop_whose_days_are_over() -> None:
    left = replace(WHOLE, agenda=(make.item("opening", **TIMES), make.item("talk")))
    assert next_step(left, over=True) == "minutes"
    assert left.starts is not None
    assert not is_over(left, left.starts.replace(hour=23))
    assert is_over(left, left.starts + timedelta(days=1))
    assert not is_over(replace(left, starts=None, ends=None), datetime(2030, 1, 1))


def test_what_was_published_is_said_and_whether_it_is_as_it_was(qtbot: QtBot, opened: Program) -> None:
    page = show(qtbot, opened, "overview")
    assert isinstance(page, OverviewPage)
    settle(qtbot, opened)
    assert page.ui.findings_title.text() == "Before the minutes are published"
    publish(opened, lambda program: settle(qtbot, program))
    page.refresh()
    settle(qtbot, opened)
    assert page.ui.next_title.text().startswith("Version 1 was published on ")
    assert page.ui.next_sentence.text().startswith("Chan Sophea · English · full edition. Nothing has changed since.")
    assert page.ui.next.text() == "Minutes"
    assert page.ui.findings_title.text() == "Before the next version is published"

    opened.window.context.open.do(describe_workshop, {"venue": "Another hall"})
    settle(qtbot, opened)
    assert "1 thing has changed since: look at what, and publish a correction." in page.ui.next_sentence.text()
