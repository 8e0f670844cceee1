"""The matrix of answers as a model."""

from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, Qt

from clesidra_desktop.domain.workshop import Question, Sector
from clesidra_desktop.gui.models.answers import CELL_ROLE, HINT_ROLE, AnswersModel, matrix_rows
from clesidra_desktop.services.answers import AnswersMatrix, Cell, CellState

SECTORS = tuple(Sector(key=f"s{n}", title=f"Sector {n}") for n in (1, 2))
QUESTIONS = tuple(Question(key=f"q{n}", text=f"Question {n}?") for n in (1, 2))
CELLS = {
    ("s1", "q1"): Cell(CellState.DONE, 3, 12),
    ("s1", "q2"): Cell(CellState.EMPTY),
    ("s2", "q1"): Cell(CellState.TYPING, 1, 2, datetime(2026, 6, 12, tzinfo=UTC)),
    ("s2", "q2"): Cell(CellState.EMPTY),
}
MATRIX = AnswersMatrix(SECTORS, QUESTIONS, CELLS, {"s1": "Bopha"}, {"s2": "Hall"})


def model(described: list[tuple[str, str, str]], parent: QObject) -> AnswersModel:
    made = AnswersModel(QUESTIONS, lambda *said: described.append(said), parent)
    made.show_rows(matrix_rows(MATRIX))
    return made


def test_qt_has_nothing_against_it(qapp: QObject, qtmodeltester: Any) -> None:
    qtmodeltester.check(model([], qapp))


def test_cells_say_how_far_they_are(qapp: QObject) -> None:
    made = model([], qapp)

    shown = [[made.data(made.index(row, column)) for column in range(5)] for row in range(2)]
    assert shown == [
        ["Sector 1", "Bopha", "", "3 points", "empty"],
        ["Sector 2", "", "Hall", "typing · 1 point", "empty"],
    ]
    assert made.data(made.index(0, 3), CELL_ROLE) == CELLS["s1", "q1"]
    assert made.data(made.index(0, 0), CELL_ROLE) is None
    assert made.data(made.index(1, 1), HINT_ROLE) == "who reports?"
    assert made.data(made.index(0, 3), Qt.ItemDataRole.ToolTipRole) == "Sector 1 · Question 1?\n3 points · 12 words"


def test_cells_are_found_by_their_keys(qapp: QObject) -> None:
    made = model([], qapp)

    assert made.cell_at(made.index_of_cell("s2", "q1")) == ("s2", "q1")
    assert made.cell_at(made.index(1, 0)) is None
    assert not made.index_of_cell("s2", "gone").isValid()
    assert not made.index_of_cell("gone", "q1").isValid()


def test_rapporteurs_and_rooms_are_handed_in(qapp: QObject) -> None:
    described: list[tuple[str, str, str]] = []
    made = model(described, qapp)

    assert made.setData(made.index(0, 1), "Dara")
    assert made.setData(made.index(1, 2), "Library")
    assert not made.setData(made.index(0, 3), "typed")
    assert described == [("s1", "rapporteur", "Dara"), ("s2", "room", "Library")]
