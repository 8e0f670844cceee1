"""Where a text stands: the JSON path in the workshop file of the row that it was read from, as the workshop is now."""

from collections.abc import Callable, Mapping
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from clesidra_desktop.domain.archive import Kind
from clesidra_desktop.storage.tables.agenda import AgendaItemRow
from clesidra_desktop.storage.tables.annexes import AnnexRow
from clesidra_desktop.storage.tables.attendants import AttendantRow
from clesidra_desktop.storage.tables.base import Row
from clesidra_desktop.storage.tables.groups import AnswerRow, GroupRow, QuestionRow, SectorRow
from clesidra_desktop.storage.tables.minutes import MinutesSectionRow
from clesidra_desktop.storage.tables.polls import PollRow
from clesidra_desktop.storage.tables.ways_forward import WayForwardRow

LISTS: Mapping[Kind, tuple[tuple[type[Row], str], ...]] = {
    Kind.SECTOR: ((SectorRow, "$.sectors[{}].title"),),
    Kind.QUESTION: ((QuestionRow, "$.questions[{}].text"),),
    Kind.ANSWER: ((AnswerRow, "$.answers[{}].items"),),
    Kind.AGENDA: ((AgendaItemRow, "$.agenda[{}].title"),),
    Kind.NOTES: ((AgendaItemRow, "$.agenda[{}].notes"),),
    Kind.POLL: ((PollRow, "$.polls[{}].question"),),
    Kind.MINUTES: ((MinutesSectionRow, "$.minutes[{}]"),),
    Kind.WAY_FORWARD: ((WayForwardRow, "$.ways_forward[{}].text"),),
    Kind.ANNEX: ((AnnexRow, "$.annexes[{}].title"),),
    Kind.ANNEX_TEXT: ((AnnexRow, "$.annexes[{}].file"),),
    Kind.PERSON: ((AttendantRow, "$.attendants[{}].name"), (GroupRow, "$.groups[{}].rapporteur")),
}
"""The tables in which the row of a text may stand, with its path."""

ALONE: Mapping[Kind, Callable[[int], str]] = {
    Kind.TITLE: lambda _: "$.title",
    Kind.DETAILS: lambda _: "$.venue",
    Kind.OBJECTIVE: "$.objectives[{}]".format,
}
"""The paths of texts that stand in the workshop itself."""


def path_at(session: Session, kind: Kind, row_id: UUID, place: int = 0) -> str:
    """Return the path of a text by its kind and row; empty where it is not there any more."""
    if kind in ALONE:
        return ALONE[kind](place)
    for row_class, path in LISTS[kind]:
        table = Row.metadata.tables[row_class.__tablename__]
        own = select(table.c.ordinal, table.c.workshop_id).where(table.c.id == row_id)
        if row := session.execute(own).one_or_none():
            before = select(func.count()).where(table.c.workshop_id == row.workshop_id, table.c.ordinal < row.ordinal)
            return path.format(session.scalar(before))
    return ""
