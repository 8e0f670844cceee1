"""The answers of all groups at a glance: a row a sector, with its rapporteur and its room, and a cell a question."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt

from clesidra_desktop.domain.workshop import Question, Sector
from clesidra_desktop.gui.i18n import mark, own_letters, tr, tr_count
from clesidra_desktop.gui.models.rows import Column, Index, RowsModel
from clesidra_desktop.services.answers import AnswersMatrix, Cell, CellState

CELL_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The Cell of an answer; None where something else stands."""

HINT_ROLE = CELL_ROLE + 1
"""What stands in a cell that is empty, for those who look at it."""

BEFORE_QUESTIONS = 3
"""Columns before those of the questions: sector, rapporteur, room."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A sector with what is known of its group, and its answers in the order of the questions."""

    sector: Sector
    rapporteur: str
    room: str
    cells: tuple[Cell, ...]


def matrix_rows(matrix: AnswersMatrix) -> tuple[MatrixRow, ...]:
    """Return the rows of a matrix."""
    return tuple(
        MatrixRow(
            sector,
            own_letters(matrix.rapporteurs.get(sector.key, "")),
            matrix.rooms.get(sector.key, ""),
            tuple(matrix.cells[sector.key, question.key] for question in matrix.questions),
        )
        for sector in matrix.sectors
    )


def cell_words(cell: Cell) -> str:
    """Return how far an answer is, in words."""
    points = tr_count("{count} point", "{count} points", cell.points)
    match cell.state:
        case CellState.EMPTY:
            return tr("empty")
        case CellState.TYPING:
            return tr("typing · {points}", points=points)
    return points


class AnswersModel(RowsModel[MatrixRow]):
    """The rows of a matrix. `describe` takes a sector's key, `rapporteur` or `room`, and what was typed there."""

    def __init__(
        self, questions: tuple[Question, ...], describe: Callable[[str, str, str], object], parent: QObject
    ) -> None:
        columns: tuple[Column[MatrixRow], ...] = (
            Column("sector", mark("Sector"), lambda row: row.sector.title),
            Column(
                "rapporteur",
                mark("Rapporteur"),
                lambda row: row.rapporteur,
                edit=lambda row, typed: describe(row.sector.key, "rapporteur", typed),
            ),
            Column(
                "room",
                mark("Room"),
                lambda row: row.room,
                edit=lambda row, typed: describe(row.sector.key, "room", typed),
            ),
            *(
                Column(f"question:{one.key}", one.text, partial(_text_of_cell, place))
                for place, one in enumerate(questions)
            ),
        )
        self.questions = questions
        super().__init__(columns, lambda row: row.sector.key, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, and what it says to those who do not see it."""
        if not index.isValid() or role not in (
            CELL_ROLE,
            HINT_ROLE,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return super().data(index, role)
        row, place = self.row_at(index), index.column() - BEFORE_QUESTIONS
        cell = row.cells[place] if place >= 0 else None
        if role == CELL_ROLE:
            return cell
        if role == HINT_ROLE:
            return {1: tr("who reports?"), 2: tr("where?")}.get(index.column(), "")
        return self._said(row, place, cell)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the title of a column; a question that is cut is whole in its tooltip."""
        if role == Qt.ItemDataRole.ToolTipRole and orientation is Qt.Orientation.Horizontal:
            return self.columns[section].title if section >= BEFORE_QUESTIONS else None
        return super().headerData(section, orientation, role)

    def cell_at(self, index: Index) -> tuple[str, str] | None:
        """Return the keys of the answer at a place, None where something else stands."""
        if not index.isValid() or index.column() < BEFORE_QUESTIONS:
            return None
        return self.row_at(index).sector.key, self.questions[index.column() - BEFORE_QUESTIONS].key

    def index_of_cell(self, sector: str, question: str) -> Any:
        """Return where an answer is shown; an invalid index where it is not."""
        place = next((place for place, one in enumerate(self.questions) if one.key == question), -1)
        return self.index_of(sector, BEFORE_QUESTIONS + place) if place >= 0 else self.index(-1, -1)

    def _said(self, row: MatrixRow, place: int, cell: Cell | None) -> str | None:
        if cell is None:
            return None
        words = tr_count("{count} word", "{shown} words", cell.words, shown=cell.words)
        return f"{row.sector.title} · {self.questions[place].text}\n{cell_words(cell)} · {words}"


def _text_of_cell(place: int, row: MatrixRow) -> str:
    return cell_words(row.cells[place])
