"""The states of a workshop that came in or went out as a file: the base when two of them are brought together."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from clesidra_desktop.storage.ids import keyed_id
from clesidra_desktop.storage.tables.annexes import FileRow
from clesidra_desktop.storage.tables.lineage import SavedStateRow
from clesidra_desktop.storage.workshops import save_contents

DEED = "keep_state"
"""The deed that remembers a state and changes nothing of the workshop: undo goes past it."""


def load_lineage(session: Session, workshop_id: UUID) -> tuple[UUID, ...]:
    """Return the ids of the states from which a workshop comes, the newest last."""
    found = select(SavedStateRow.state).where(SavedStateRow.workshop_id == workshop_id)
    return tuple(session.scalars(found.order_by(SavedStateRow.ordinal)))


def load_common(session: Session, workshop_id: UUID, states: Sequence[UUID]) -> dict[UUID, bytes]:
    """Return the contents of the states of a file that are known whole here, too, in the order in which they are here.

    One that is damaged is known no more.
    """
    found = session.execute(
        select(SavedStateRow.state, FileRow.content, FileRow.sha256)
        .join(FileRow, FileRow.id == SavedStateRow.file_id)
        .where(SavedStateRow.workshop_id == workshop_id, SavedStateRow.state.in_(states))
        .order_by(SavedStateRow.ordinal)
    )
    return {row.state: row.content for row in found if sha256(row.content).hexdigest() == row.sha256}


def add_states(session: Session, workshop_id: UUID, known: Iterable[UUID], newest: UUID, content: bytes) -> None:
    """Remember that a workshop comes from states, of which the newest was `content`."""
    there = select(SavedStateRow).where(SavedStateRow.workshop_id == workshop_id)
    rows = {row.state: row for row in session.scalars(there)}
    last = max((row.ordinal for row in rows.values()), default=0)
    for state in (*(one for one in known if one not in rows and one != newest), newest):
        if state not in rows:
            last += 1
            rows[state] = SavedStateRow(workshop_id=workshop_id, state=state, ordinal=last, file_id=None)
            rows[state].id = keyed_id(workshop_id, SavedStateRow.__tablename__, str(state))
            session.add(rows[state])
    row = rows[newest]
    if row.file_id is None:
        row.file_id = save_contents(session, {str(newest): content})[str(newest)]
    if row.ordinal != last:
        row.ordinal = last + 1
    session.flush()


def drop_states(session: Session, workshops: Iterable[UUID]) -> set[UUID]:
    """Forget what the states of workshops were, but not their ids; return the ids of the files that held them."""
    held = set()
    for row in session.scalars(select(SavedStateRow).where(SavedStateRow.workshop_id.in_(list(workshops)))):
        if row.file_id is not None:
            held.add(row.file_id)
            row.file_id = None
    session.flush()
    return held
