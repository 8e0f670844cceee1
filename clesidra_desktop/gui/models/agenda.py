"""The agenda as a table: each item with the times that are planned for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from typing import Any

from PySide6.QtCore import QObject, Qt

from clesidra_desktop.domain.agenda import PlannedItem, plan
from clesidra_desktop.domain.workshop import AgendaItem, Workshop
from clesidra_desktop.gui.i18n import mark, time_text, tr
from clesidra_desktop.gui.models.rows import Column, Index, RowsModel
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.words import KIND_WORDS


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An item with its planned times; `day` counts from 1, and is 0 in a workshop of one day.

    `overruns` where the item is planned to end after the next one starts.
    """

    item: AgendaItem
    starts: datetime | None
    ends: datetime | None
    day: int
    overruns: bool


def agenda_rows(workshop: Workshop) -> tuple[AgendaRow, ...]:
    """Return the rows of a workshop's agenda."""
    return tuple(_rows(plan(workshop)))


def _rows(planned: tuple[PlannedItem, ...]) -> Iterator[AgendaRow]:
    days = sorted({one.starts.date() for one in planned if one.starts})
    for one, after in zip_longest(planned, planned[1:]):
        day = days.index(one.starts.date()) + 1 if one.starts and len(days) > 1 else 0
        overruns = bool(after and one.ends and after.starts and one.ends > after.starts)
        yield AgendaRow(one.item, one.starts, one.ends, day, overruns)


def planned_text(row: AgendaRow) -> str:
    """Return the planned times of a row, such as 08:00–08:15, with the day where there are several."""
    if row.starts is None or row.ends is None:
        return ""
    hours = f"{time_text(row.starts)}–{time_text(row.ends)}" if row.item.minutes else time_text(row.starts)
    return tr("day {day}, {hours}", day=row.day, hours=hours) if row.day else hours


def _columns() -> tuple[Column[AgendaRow], ...]:
    return (
        Column("planned", mark("Planned"), planned_text),
        Column("title", mark("Item"), lambda row: row.item.title),
        Column("speaker", mark("Speaker"), lambda row: row.item.speaker),
        Column("kind", mark("Kind"), lambda row: tr(KIND_WORDS[row.item.kind])),
        Column(
            "minutes",
            mark("Min."),
            lambda row: "" if row.item.minutes is None else str(row.item.minutes),
            is_number=True,
        ),
    )


class AgendaModel(RowsModel[AgendaRow]):
    """The rows in the colours of their state: an overrun is late, what is never printed is muted."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(_columns(), lambda row: row.item.key, parent)
        self._theme = theme

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if role == Qt.ItemDataRole.ForegroundRole and index.isValid():
            row = self.row_at(index)
            return self._theme.colour("amber" if row.overruns else "muted" if row.item.internal else "text")
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            return self.data(index, Qt.ItemDataRole.DisplayRole)
        return super().data(index, role)
