"""The overview says what comes next."""

from dataclasses import replace
from datetime import datetime

import pytest

from clesidra_desktop.domain.workshop import Stay, Workshop
from clesidra_desktop.gui.pages.overview import next_step
from tests.helpers import builders as make

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
