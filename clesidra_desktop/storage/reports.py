"""What reports count, read with one question for each table, however many workshops there are."""

import json
from collections.abc import Iterator
from datetime import datetime, time
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.types import NullType

from clesidra_desktop.domain.report_periods import Period
from clesidra_desktop.domain.reports import Held
from clesidra_desktop.domain.workshop import Quota, QuotaAttribute, WayForward
from clesidra_desktop.storage.tables.attendants import AttendantRow, CategoryRow, QuotaRow, StayRow
from clesidra_desktop.storage.tables.people import PersonRow
from clesidra_desktop.storage.tables.ways_forward import WayForwardRow
from clesidra_desktop.storage.tables.workshops import WorkshopRow

AT_ONCE = 1000
"""Rows that are read in one go: while more are, no other thread gets on."""


class Listed(NamedTuple):
    """A row of the list of a workshop as it was registered; workshop and person by the integers of their ids."""

    workshop: int
    number: int
    person: int | None
    sex: str | None
    birth_year: int | None
    age_group: str
    category: str
    organization: str
    province: str
    flags: list[str]
    came: bool


def load_held(session: Session) -> list[Held]:
    """Return all workshops."""
    columns = WorkshopRow.id, WorkshopRow.title, WorkshopRow.starts, WorkshopRow.ends, WorkshopRow.place
    rows = session.execute(select(*columns, WorkshopRow.programme_name))
    return [
        Held(
            id=row.id,
            title=row.title,
            starts=row.starts,
            ends=row.ends,
            place=row.place,
            programme=row.programme_name or "",
        )
        for row in rows
    ]


def load_category_labels(session: Session) -> dict[UUID, dict[str, str]]:
    """Return the labels of categories by workshop and code."""
    labels: dict[UUID, dict[str, str]] = {}
    for row in session.execute(select(CategoryRow.workshop_id, CategoryRow.code, CategoryRow.label)):
        labels.setdefault(row.workshop_id, {})[row.code] = row.label.strip()
    return labels


def load_listed(session: Session, period: Period) -> Iterator[Listed]:
    """Yield the rows of the lists of all workshops of a period.

    Ids and flags are taken as the database has them: making objects of them would take longer than all the rest.
    """
    came = select(StayRow.id).where(StayRow.attendant_id == AttendantRow.id).exists()
    rows = session.execute(
        select(
            _plain(AttendantRow.workshop_id),
            AttendantRow.ordinal,
            _plain(AttendantRow.person_id),
            AttendantRow.sex,
            AttendantRow.birth_year,
            AttendantRow.age_group,
            AttendantRow.category,
            AttendantRow.organization,
            AttendantRow.province,
            type_coerce(AttendantRow.flags, NullType()),
            came,
        ).where(*_in_period(AttendantRow.workshop_id, period)),
        execution_options={"yield_per": AT_ONCE},
    )
    for workshop, number, person, *others, flags, has_come in rows:
        known = None if person is None else _integer(person)
        yield Listed._make((_integer(workshop), number, known, *others, _list(flags), has_come))


def _integer(read: Any) -> int:
    return read.int if isinstance(read, UUID) else int(read, 16)


def _list(read: Any) -> list[str]:
    if read == "[]":
        return []
    found: list[str] = json.loads(read) if isinstance(read, str) else read
    return found


def load_same_as(session: Session) -> dict[int, int]:
    """Return who everybody is that was found to be another person, in the end; by the integers of ids."""
    merged = select(PersonRow.id, PersonRow.same_as).where(PersonRow.same_as.is_not(None))
    above = {row.id.int: row.same_as.int for row in session.execute(merged)}
    roots = {}
    for id_ in above:
        root, seen = id_, {id_}
        while (up := above.get(root)) is not None and up not in seen:
            seen.add(up)
            root = up
        roots[id_] = root
    return roots


def load_quotas(session: Session) -> dict[UUID, list[Quota]]:
    """Return the quotas of all workshops that have some, in print order."""
    quotas: dict[UUID, list[Quota]] = {}
    columns = QuotaRow.workshop_id, QuotaRow.attribute, QuotaRow.value, QuotaRow.share
    for row in session.execute(select(*columns).order_by(QuotaRow.workshop_id, QuotaRow.ordinal)):
        quota = Quota(attribute=QuotaAttribute(row.attribute), value=row.value, share=row.share)
        quotas.setdefault(row.workshop_id, []).append(quota)
    return quotas


def load_ways(session: Session) -> dict[UUID, list[WayForward]]:
    """Return the ways forward of all workshops that have some."""
    ways: dict[UUID, list[WayForward]] = {}
    for row in session.scalars(select(WayForwardRow)):
        ways.setdefault(row.workshop_id, []).append(row.to_domain())
    return ways


def _plain(column: InstrumentedAttribute[UUID] | InstrumentedAttribute[UUID | None]) -> ColumnElement[Any]:
    """Return an id as the database has it."""
    return type_coerce(column, NullType())


def _in_period(workshop_id: Any, period: Period) -> list[ColumnElement[bool]]:
    if period.is_open:
        return []
    held = select(WorkshopRow.id)
    if period.first is not None:
        held = held.where(WorkshopRow.starts >= datetime.combine(period.first, time.min))
    if period.last is not None:
        held = held.where(WorkshopRow.starts <= datetime.combine(period.last, time.max))
    return [workshop_id.in_(held)]
