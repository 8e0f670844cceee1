"""Ways forward in the database, one at a time."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import WayForward
from clesidra_desktop.storage.tables.ways_forward import WayForwardRow
from clesidra_desktop.storage.upsert import upsert


def add_way_forward(session: Session, workshop_id: UUID, way: WayForward, after: UUID | None) -> None:
    """Add a way forward behind another one, or behind all. Raises UserError where the other one is gone."""
    rows = _rows(session, workshop_id)
    place = len(rows) if after is None else _place(rows, after) + 1
    row = WayForwardRow.from_domain(place, way)
    row.workshop_id = workshop_id
    session.add(row)
    _number([*rows[:place], row, *rows[place:]])


def edit_way_forward(
    session: Session, workshop_id: UUID, way_id: UUID, edit: Callable[[WayForward], WayForward]
) -> None:
    """Make a way forward what `edit` returns for it. Raises UserError where it is gone."""
    rows = _rows(session, workshop_id)
    row = rows[_place(rows, way_id)]
    upsert(row, WayForwardRow.from_domain(row.ordinal, edit(row.to_domain())))


def move_way_forward(session: Session, workshop_id: UUID, way_id: UUID, by: int) -> None:
    """Put a way forward so many places later, or earlier, but not beyond the ends. Raises UserError if it is gone."""
    rows = _rows(session, workshop_id)
    place = _place(rows, way_id)
    row = rows.pop(place)
    rows.insert(max(0, place + by), row)
    _number(rows)


def remove_way_forward(session: Session, workshop_id: UUID, way_id: UUID) -> None:
    """Remove a way forward. Raises UserError where it is gone already."""
    rows = _rows(session, workshop_id)
    session.delete(rows.pop(_place(rows, way_id)))
    _number(rows)


def _rows(session: Session, workshop_id: UUID) -> list[WayForwardRow]:
    found = select(WayForwardRow).where(WayForwardRow.workshop_id == workshop_id).order_by(WayForwardRow.ordinal)
    return list(session.scalars(found))


def _place(rows: list[WayForwardRow], way_id: UUID) -> int:
    for place, row in enumerate(rows):
        if row.id == way_id:
            return place
    raise UserError("This way forward is not there any more; perhaps it was removed on another computer.")


def _number(rows: list[WayForwardRow]) -> None:
    for place, row in enumerate(rows):
        if row.ordinal != place:
            row.ordinal = place
