"""The agenda as a table."""

from dataclasses import replace
from datetime import datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from clesidra_desktop.app import Program
from clesidra_desktop.domain.workshop import AgendaItem, Workshop
from clesidra_desktop.gui.models.agenda import AgendaModel, agenda_rows, planned_text
from tests.helpers.builders import workshop


def planned(*items: AgendaItem, **fields: object) -> Workshop:
    return workshop(starts=datetime(2026, 11, 3, 8), ends=datetime(2026, 11, 4, 12), agenda=items, **fields)


OPENING = AgendaItem(key="a", title="Opening", minutes=30)
NEXT_DAY = AgendaItem(key="b", title="Next day", minutes=60, fixed_start=datetime(2026, 11, 4, 8))


def test_times_are_planned_one_after_the_other(qapp: QApplication) -> None:  # noqa: ARG001 (words need Qt)
    second = replace(OPENING, key="b", minutes=None)
    assert [planned_text(row) for row in agenda_rows(planned(OPENING, second))] == ["08:00–08:30", "08:30"]
    assert [planned_text(row) for row in agenda_rows(planned(OPENING, NEXT_DAY))] == [
        "day 1, 08:00–08:30",
        "day 2, 08:00–09:00",
    ]


def test_without_a_start_there_are_no_times() -> None:
    rows = agenda_rows(replace(planned(OPENING), starts=None))
    assert [planned_text(row) for row in rows] == [""]
    assert agenda_rows(planned()) == ()


@pytest.mark.parametrize(("fixed", "overruns"), [(time(8, 30), False), (time(8, 20), True)])
def test_an_item_that_ends_after_the_next_one_starts_overruns(fixed: time, overruns: bool) -> None:
    rows = agenda_rows(planned(OPENING, replace(OPENING, key="b", fixed_start=fixed)))
    assert [row.overruns for row in rows] == [overruns, False]


def test_the_model_keeps_the_rules_and_shows_states_by_colour(program: Program, qtmodeltester: ModelTester) -> None:
    theme = program.window.context.theme
    model = AgendaModel(theme)
    late, internal = replace(OPENING, key="b", fixed_start=time(8, 10)), replace(NEXT_DAY, key="c", internal=True)
    model.show_rows(agenda_rows(planned(OPENING, late, internal)))
    qtmodeltester.check(model)
    colours = [model.data(model.index(row, 0), Qt.ItemDataRole.ForegroundRole).name() for row in range(3)]
    assert colours == [theme.colour(name).name() for name in ("amber", "text", "muted")]
    assert model.data(model.index(0, 1), Qt.ItemDataRole.ToolTipRole) == "Opening"
