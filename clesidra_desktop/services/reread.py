"""A workshop read again after a deed, at the cost of what the deed changed."""

from dataclasses import replace
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage.attendants import attendant_ids, attendants_of_stays, load_attendants
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.workshops import load_workshop

ATTENDANTS = frozenset({"attendants", "stays"})
"""The tables whose changes need no more than some attendants to be read again."""

BESIDE = frozenset(
    {
        "people",
        "organizations",
        "merges",
        "told_apart",
        "files",
        "workshop_files",
        "published_versions",
        "published_files",
        "saved_states",
    }
)
"""Tables of which nothing is in a Workshop."""


def reread(database: Database, workshop: Workshop, changes: Changes) -> Workshop:
    """Return a workshop as it is after changes; the same object where they do not concern it.

    Raises UserError where it is gone.
    """
    tables = {*changes.added, *changes.changed, *changes.removed} - BESIDE
    if not tables:
        return workshop
    if tables <= ATTENDANTS:
        return _with_attendants(database, workshop, changes)
    are_people_the_same = not tables & ATTENDANTS
    with database.session() as session:
        fresh = load_workshop(session, workshop.id, without=["attendants"] if are_people_the_same else ())
    if fresh is None:
        raise UserError("This workshop is not in the database any more; perhaps it was removed on another computer.")
    return replace(fresh, attendants=workshop.attendants) if are_people_the_same else fresh


def _with_attendants(database: Database, workshop: Workshop, changes: Changes) -> Workshop:
    kinds = (changes.added, changes.changed, changes.removed)
    asked: set[UUID] = {id_ for kind in kinds for id_ in kind.get("attendants", ())} | set(changes.attendants)
    with database.session() as session:
        asked |= attendants_of_stays(session, changes.changed.get("stays", ()))
        fresh = load_attendants(session, workshop.id, asked)
        moved = changes.added.get("attendants") or any(one.id in asked - fresh.keys() for one in workshop.attendants)
        order = attendant_ids(session, workshop.id) if moved else [one.id for one in workshop.attendants]
        known = {one.id: one for one in workshop.attendants} | fresh
        if missing := [id_ for id_ in order if id_ not in known]:  # by somebody else meanwhile
            known |= load_attendants(session, workshop.id, missing)
    attendants = tuple(known[id_] for id_ in order)
    return workshop if attendants == workshop.attendants else replace(workshop, attendants=attendants)
