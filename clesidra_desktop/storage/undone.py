"""Which of some entries of the journal are taken back now."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from clesidra_desktop.storage.tables.journal import JournalRow


def undone_entries(session: Session, workshop_id: UUID, sequences: Collection[int]) -> frozenset[int]:
    """Return those of some entries about a workshop that were undone and not done again since."""
    if not sequences:
        return frozenset()
    later = select(JournalRow.sequence, JournalRow.undoes, JournalRow.redoes).where(
        JournalRow.workshop_id == workshop_id, JournalRow.sequence > min(sequences)
    )
    first = {sequence: sequence for sequence in sequences}  # by entry: the one whose deed it does again, or takes back
    undone: set[int] = set()
    for row in session.execute(later.order_by(JournalRow.sequence)):
        about = first.get(row.undoes if row.undoes is not None else row.redoes)
        if about is None:
            continue
        first[row.sequence] = about
        if row.undoes is not None:
            undone.add(about)
        else:
            undone.discard(about)
    return frozenset(undone)
