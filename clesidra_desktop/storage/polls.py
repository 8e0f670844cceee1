"""Polls in the database, one at a time."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Poll
from clesidra_desktop.storage.ids import keyed_id
from clesidra_desktop.storage.tables.agenda import AgendaItemRow
from clesidra_desktop.storage.tables.polls import PollRow
from clesidra_desktop.storage.upsert import give_ids, upsert


def add_poll(session: Session, workshop_id: UUID, poll: Poll) -> None:
    """Add a poll behind the others. Its key is one that no poll has."""
    ordinals = session.scalars(select(PollRow.ordinal).where(PollRow.workshop_id == workshop_id))
    row = PollRow.from_domain(max(ordinals, default=-1) + 1, poll)
    row.workshop_id, row.id = workshop_id, keyed_id(workshop_id, PollRow.__tablename__, poll.key, 1)
    give_ids(row)
    session.add(row)


def edit_poll(session: Session, workshop_id: UUID, key: str, edit: Callable[[Poll], Poll]) -> None:
    """Make a poll what `edit` returns for it. Raises UserError where it is gone."""
    row = _row(session, workshop_id, key)
    upsert(row, PollRow.from_domain(row.ordinal, edit(row.to_domain())))


def remove_poll(session: Session, workshop_id: UUID, key: str) -> None:
    """Remove a poll; agenda items that showed it show none. Raises UserError where it is gone."""
    gone = _row(session, workshop_id, key)
    session.delete(gone)
    shown = select(AgendaItemRow).where(AgendaItemRow.workshop_id == workshop_id, AgendaItemRow.poll == key)
    for item in session.scalars(shown):
        item.poll = ""
    later = select(PollRow).where(PollRow.workshop_id == workshop_id, PollRow.ordinal > gone.ordinal)
    for row in session.scalars(later):
        row.ordinal -= 1


def _row(session: Session, workshop_id: UUID, key: str) -> PollRow:
    row = session.scalar(select(PollRow).where(PollRow.workshop_id == workshop_id, PollRow.key == key).limit(1))
    if row is None:
        raise UserError("This poll is not there any more; perhaps it was removed on another computer.")
    return row
