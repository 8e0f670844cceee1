"""What is asked across workshops: the topics that they have, all answers to a question, all ways forward."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, extract, func, or_, select
from sqlalchemy.orm import Session

from clesidra_desktop.domain.archive import ArchivedAnswer, ArchivedWay, Filters, Topic
from clesidra_desktop.domain.outline import is_blank
from clesidra_desktop.storage.tables.groups import AnswerRow, QuestionRow, SectorRow
from clesidra_desktop.storage.tables.outlines import from_points
from clesidra_desktop.storage.tables.ways_forward import WayForwardRow
from clesidra_desktop.storage.tables.workshops import WorkshopRow

CHUNK = 200
"""Rows that are read at a time."""


@dataclass(frozen=True, slots=True)
class Values:
    """What workshops can be filtered by."""

    years: tuple[int, ...]
    places: tuple[str, ...]
    programmes: tuple[str, ...]


def load_values(session: Session) -> Values:
    """Return the years, places and programmes that workshops have; the newest year first."""
    years = select(extract("year", WorkshopRow.starts)).where(WorkshopRow.starts.is_not(None)).distinct()
    places = select(WorkshopRow.place).where(WorkshopRow.place != "").distinct()
    programmes = select(WorkshopRow.programme_name).where(WorkshopRow.programme_name != "").distinct()
    return Values(
        tuple(sorted(map(int, session.scalars(years)), reverse=True)),
        tuple(sorted(session.scalars(places))),
        tuple(sorted(name for name in session.scalars(programmes) if name)),
    )


def load_titles(session: Session, row_class: type[SectorRow] | type[QuestionRow]) -> list[tuple[str, str, int]]:
    """Return the keys and titles of all sectors, or of all questions, and how many workshops have each."""
    title = _title(row_class)
    counted = select(row_class.key, title, func.count()).group_by(row_class.key, title)
    return [(row[0], row[1], row[2]) for row in session.execute(counted)]


def load_answers(session: Session, filters: Filters) -> Iterator[ArchivedAnswer]:
    """Yield the answers that filters let through and that are not blank, the newest workshop first."""
    wanted: Any = (
        select(
            AnswerRow.id,
            AnswerRow.workshop_id,
            WorkshopRow.title,
            WorkshopRow.starts,
            WorkshopRow.venue,
            WorkshopRow.place,
            AnswerRow.sector,
            SectorRow.title.label("sector_title"),
            AnswerRow.question,
            QuestionRow.text.label("question_text"),
            AnswerRow.items,
        )
        .join(WorkshopRow, WorkshopRow.id == AnswerRow.workshop_id)
        .join(SectorRow, (SectorRow.workshop_id == AnswerRow.workshop_id) & (SectorRow.key == AnswerRow.sector))
        .join(QuestionRow, (QuestionRow.workshop_id == AnswerRow.workshop_id) & (QuestionRow.key == AnswerRow.question))
        .order_by(
            WorkshopRow.starts.desc().nulls_last(), WorkshopRow.id, SectorRow.ordinal, QuestionRow.ordinal, AnswerRow.id
        )
    )
    rows = session.execute(_filtered(wanted, filters).execution_options(yield_per=CHUNK))
    with rows:
        for row in rows:
            items = from_points(row.items)
            if not is_blank(items):
                yield ArchivedAnswer(**{**row._mapping, "items": items})  # noqa: SLF001 - the library's public name


def load_ways(session: Session, filters: Filters) -> list[ArchivedWay]:
    """Return the ways forward of the workshops that filters let through, in their order there."""
    wanted: Any = select(WayForwardRow, WorkshopRow.title, WorkshopRow.starts, WorkshopRow.place).join(
        WorkshopRow, WorkshopRow.id == WayForwardRow.workshop_id
    )
    wanted = _of_workshop(wanted, filters).order_by(WorkshopRow.starts.desc().nulls_last(), WayForwardRow.ordinal)
    return [
        ArchivedWay(row.to_domain(), row.workshop_id, title, starts, place)
        for row, title, starts, place in session.execute(wanted)
    ]


def _filtered(wanted: Select[Any], filters: Filters) -> Select[Any]:
    if filters.sector:
        wanted = wanted.where(_is_of(filters.sector, SectorRow))
    if filters.question:
        wanted = wanted.where(_is_of(filters.question, QuestionRow))
    return _of_workshop(wanted, filters)


def _of_workshop(wanted: Select[Any], filters: Filters) -> Select[Any]:
    if filters.year:
        begin, end = datetime(filters.year, 1, 1), datetime(filters.year + 1, 1, 1)
        wanted = wanted.where(WorkshopRow.starts >= begin, WorkshopRow.starts < end)
    if filters.place:
        wanted = wanted.where(WorkshopRow.place == filters.place)
    if filters.programme:
        wanted = wanted.where(WorkshopRow.programme_name == filters.programme)
    return wanted


def _is_of(topic: Topic, row_class: type[SectorRow] | type[QuestionRow]) -> ColumnElement[bool]:
    return or_(row_class.key.in_(sorted(topic.keys)), _title(row_class).in_(sorted(topic.titles)))


def _title(row_class: type[SectorRow] | type[QuestionRow]) -> Any:
    return row_class.title if issubclass(row_class, SectorRow) else row_class.text
