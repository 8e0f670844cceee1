"""Whole workshops: into the database, out of it, and finding them."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.lineage import take_snapshot
from clesidra_desktop.storage import workshops as stored
from clesidra_desktop.storage.adoption import adopt_all
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.ids import uuid7
from clesidra_desktop.storage.journal import row_changes
from clesidra_desktop.storage.lineage import add_states
from clesidra_desktop.storage.workshops import WorkshopSummary

CANDIDATES = 10
"""How many workshops a sentence names at the most."""


def import_workshop(
    database: Database,
    workshop: Workshop,
    files: Mapping[str, bytes],
    *,
    who: str,
    replace: bool = False,
    lineage: Sequence[UUID] | None = None,
) -> Changes:
    """Take a workshop with its files (contents by path) into the database.

    A workshop that is already there in the same state changes nothing: the changes are empty. Its attendants are
    taken into the directory (`adopt_all`). Raises UserError where it is there in another state, unless
    `replace` says that the file's version is to be taken. With a `lineage`, which is that of a file and may be empty,
    the state is remembered as one from which the workshop comes.
    """
    with database.transaction(deed="import_workshop", who=who, workshop_id=workshop.id) as session:
        stored.save_workshop(session, workshop, files)
        changes = Changes.of(row_changes(session))
        if changes and not replace and "workshops" not in changes.added:
            raise UserError(
                "The workshop “{title}” is in the database already, and {count} of its rows differ from the file. "
                "Nothing was changed. Merge the two, or import it with --replace to take the file's version.",
                title=workshop.title,
                count=len(changes),
            )
        if changes:
            adopt_all(session, workshop.id, lambda: uuid7(database.now()))
        changes = Changes.of(row_changes(session))
        if changes and lineage is not None:
            snapshot = take_snapshot(workshop, files)
            add_states(session, workshop.id, lineage, snapshot.id, snapshot.content)
        return changes


def export_workshop(database: Database, workshop_id: UUID) -> tuple[Workshop, dict[str, bytes]]:
    """Return a workshop and the contents of its files by path. Raises UserError where there is none with this id."""
    with database.session() as session:
        workshop = stored.load_workshop(session, workshop_id)
        if workshop is None:
            raise UserError("The database {address} has no workshop {id}.", address=database.address, id=workshop_id)
        return workshop, stored.load_files(session, workshop_id)


def has_workshop(database: Database, workshop_id: UUID) -> bool:
    """Whether the database has a workshop with this id."""
    return any(one.id == workshop_id for one in list_workshops(database))


def list_workshops(database: Database) -> tuple[WorkshopSummary, ...]:
    """Return all workshops, the newest first and those without a start last."""
    with database.session() as session:
        return stored.list_workshops(session)


def find_workshop(database: Database, text: str) -> UUID:
    """Return the id of the workshop that a text stands for.

    The text is an id, a whole title, or the beginning of an id or a part of a title or place that only one workshop
    has; upper and lower case are the same. Raises UserError, naming workshops, where it stands for none or for several.
    """
    listed = list_workshops(database)
    if not listed:
        raise UserError("The database {address} has no workshops yet. Import one first.", address=database.address)
    sought = _folded(text)
    exact = [one for one in listed if sought in (str(one.id), _folded(one.title))]
    partial = [
        one for one in listed if str(one.id).startswith(sought) or sought in _folded(f"{one.title}\n{one.place}")
    ]
    found = exact or partial if sought else []
    if len(found) == 1:
        return found[0].id
    raise UserError(
        "“{text}” stands for several workshops. Give more of the title, or the id: {candidates}"
        if found
        else "No workshop is called “{text}”. There are: {candidates}",
        text=text,
        candidates=_names(found or listed),
    )


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text.strip()).casefold()


def _names(listed: Iterable[WorkshopSummary]) -> str:
    named = [f"“{one.title}” ({one.id})" for one in listed]
    more = ["…"] if len(named) > CANDIDATES else []
    return ", ".join(named[:CANDIDATES] + more)
