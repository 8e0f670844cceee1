"""The agenda in the database: read and changed without the notes, which are read and written one item at a time."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from clesidra_desktop.domain.errors import GoneError, UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.storage.ids import keyed_id
from clesidra_desktop.storage.tables.agenda import AgendaItemRow
from clesidra_desktop.storage.tables.workshops import WorkshopRow

UNTOUCHED = frozenset({"id", "workshop_id", "notes"})
"""Columns that an edit of the agenda leaves as they are."""


def load_agenda(session: Session, workshop_id: UUID) -> Workshop:
    """Return a workshop with its agenda, sectors and questions, without notes and everything else.

    Raises UserError where there is none with this id.
    """
    return _frame(_workshop(session, workshop_id), _rows(session, workshop_id))


def edit_agenda(session: Session, workshop_id: UUID, edit: Callable[[Workshop], Workshop]) -> None:
    """Make the agenda, and the end of the workshop, what `edit` returns for what `load_agenda` would.

    Notes stay with their items. Raises UserError where there is no workshop with this id.
    """
    head, rows = _workshop(session, workshop_id), _rows(session, workshop_id)
    after = edit(_frame(head, rows))
    if head.ends != after.ends:
        head.ends = after.ends
    left = {row.key: row for row in rows}
    taken = {row.id for row in rows}
    for ordinal, item in enumerate(after.agenda):
        wanted = AgendaItemRow.from_domain(ordinal, item)
        row = left.pop(item.key, None)
        if row is None:
            wanted.workshop_id, wanted.id = workshop_id, _free_id(workshop_id, item.key, taken)
            session.add(wanted)
        else:
            _copy(row, wanted)
    for row in left.values():
        session.delete(row)


def find_item_row(session: Session, workshop_id: UUID, key: str) -> AgendaItemRow:
    """Return the row of an item. Raises GoneError where it is gone."""
    row = session.scalar(
        select(AgendaItemRow).where(AgendaItemRow.workshop_id == workshop_id, AgendaItemRow.key == key).limit(1)
    )
    if row is None:
        raise GoneError("This agenda item is not there any more; perhaps it was removed on another computer.")
    return row


def _workshop(session: Session, workshop_id: UUID) -> WorkshopRow:
    row = session.get(WorkshopRow, workshop_id)
    if row is None:
        raise UserError("This workshop is not in the database any more; perhaps it was removed on another computer.")
    return row


def _rows(session: Session, workshop_id: UUID) -> list[AgendaItemRow]:
    in_order = select(AgendaItemRow).where(AgendaItemRow.workshop_id == workshop_id).order_by(AgendaItemRow.ordinal)
    return list(session.scalars(in_order.options(defer(AgendaItemRow.notes))))


def _frame(head: WorkshopRow, rows: list[AgendaItemRow]) -> Workshop:
    return Workshop(
        id=head.id,
        language=Language(head.language),
        title=head.title,
        starts=head.starts,
        ends=head.ends,
        timezone=head.timezone,
        venue=head.venue,
        place=head.place,
        sectors=tuple(row.to_domain() for row in head.sectors),
        questions=tuple(row.to_domain() for row in head.questions),
        agenda=tuple(row.to_domain(notes=False) for row in rows),
    )


def _free_id(workshop_id: UUID, key: str, taken: set[UUID]) -> UUID:
    number = 1
    while (id_ := keyed_id(workshop_id, AgendaItemRow.__tablename__, key, number)) in taken:
        number += 1  # by a row whose key was changed after its birth
    return id_


def _copy(row: AgendaItemRow, wanted: AgendaItemRow) -> None:
    for name in set(AgendaItemRow.__table__.columns.keys()) - UNTOUCHED:
        value = getattr(wanted, name)
        if getattr(row, name) != value:
            setattr(row, name, value)
