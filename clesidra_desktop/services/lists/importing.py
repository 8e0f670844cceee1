"""Lists of attendants into a workshop: looked at first, then taken all at once or not at all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from clesidra_desktop.domain.attendance import arrive
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.workshop import Attendant
from clesidra_desktop.exchange.lists.grid import ListFile
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.lists.plan import ImportPlan, Known, PlannedRow, Status
from clesidra_desktop.services.lists.preview import Basis, ImportPreview
from clesidra_desktop.services.lists.remembered import Remembered
from clesidra_desktop.storage import attendant_lists as stored
from clesidra_desktop.storage.attendant_lists import Addition
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.ids import uuid7
from clesidra_desktop.storage.journal import row_changes
from clesidra_desktop.storage.workshops import load_day

NAMED = 5
"""Rows that a sentence names at the most."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: the ids of attendants that are new, and of those that got something they did not have.

    `there` and `left_out` are how many rows were known already, and how many were not to be taken.
    """

    changes: Changes
    added: tuple[UUID, ...]
    completed: tuple[UUID, ...]
    there: int
    left_out: int


def preview_list(
    database: Database,
    workshop_id: UUID,
    read: ListFile,
    *,
    sheet: int = 0,
    remembered: Remembered | None = None,
    progress: Progress = no_progress,
) -> ImportPreview:
    """Return a list that was read (see `read_list`) as it would come into a workshop. Nothing is changed.

    `progress` counts rows and may raise to stop. Raises UserError where the workshop is gone.
    """
    with database.session() as session:
        frame = stored.load_frame(session, workshop_id)
        if frame is None:
            raise UserError(
                "This workshop is not in the database any more; perhaps it was removed on another computer."
            )
        attendants = tuple(stored.list_attendants(session, workshop_id))
        people = tuple((person, person.id) for person in stored.list_people(session))
    basis = Basis(
        categories=frame.categories,
        year=(frame.starts or database.now()).year,
        day=frame.starts.date() if frame.starts else None,
        known=Known(attendants, people),
    )
    return ImportPreview(read, basis, sheet=sheet, remembered=remembered, progress=progress)


def import_attendants(
    database: Database,
    workshop_id: UUID,
    plan: ImportPlan,
    *,
    who: str,
    arrived: datetime | None = None,
    progress: Progress = no_progress,
) -> Imported:
    """Take the rows of a list as planned, all of them in one transaction.

    Rows are planned anew where attendants have come or changed since. With `arrived` everybody in the list who has no
    arrival gets this one. `progress` counts attendants; where it raises to stop, nothing is changed. Raises UserError
    where rows are still to be mended or decided.
    """
    with database.transaction(deed="import_attendants", who=who, workshop_id=workshop_id) as session:
        rows = plan.against(tuple(stored.list_attendants(session, workshop_id)))
        _refuse_unfinished(rows)
        day = load_day(session, workshop_id, arrived) if arrived else None
        additions, gains = _work(database, rows, partial(arrive, moment=arrived, day=day) if arrived else None)
        total = len(additions) + len(gains)
        stored.add_attendants(session, workshop_id, additions, lambda done, _: progress(done, total))
        stored.complete_attendants(session, workshop_id, gains, lambda done, _: progress(len(additions) + done, total))
        return Imported(
            changes=Changes.of(row_changes(session)),
            added=tuple(one.attendant.id for one in additions),
            completed=tuple(gains),
            there=sum(row.status is Status.THERE for row in rows),
            left_out=sum(row.status is Status.LEFT_OUT for row in rows),
        )


def _refuse_unfinished(rows: Iterable[PlannedRow]) -> None:
    sentences = {
        Status.FAULTY: "Rows {rows} cannot be taken as they are. Mend them or leave them out; nothing was changed.",
        Status.UNDECIDED: (
            "Rows {rows} may be people who are there already. Say for each whether it is; nothing was changed."
        ),
    }
    planned = tuple(rows)
    for status, sentence in sentences.items():
        if numbers := [str(row.number) for row in planned if row.status is status]:
            more = ["…"] if len(numbers) > NAMED else []
            raise UserError(sentence, rows=", ".join(numbers[:NAMED] + more))


def _work(
    database: Database, rows: Iterable[PlannedRow], come: Callable[[Attendant], Attendant] | None
) -> tuple[list[Addition], dict[UUID, dict[str, Any]]]:
    """Return the attendants to be added, completed by later rows of the same person, and what others gain.

    `come` lets somebody without a stay have come.
    """
    additions: dict[int, Addition] = {}
    gains: dict[UUID, dict[str, Any]] = {}
    for row in rows:
        if row.status is Status.NEW:
            attendant = replace(row.attendant, id=uuid7(database.now()))
            additions[row.number] = Addition(attendant, row.person_id, uuid7(database.now()))
        elif row.status in (Status.COMPLETES, Status.THERE) and row.match:
            got = dict(row.match.gains)
            if isinstance(row.match.who, int):
                first = additions[row.match.who]
                additions[row.match.who] = replace(first, attendant=replace(first.attendant, **got))
            else:
                came = {"stays": come(row.match.other).stays} if come and not row.match.other.stays else {}
                gains[row.match.who] = {**came, **gains.get(row.match.who, {}), **got}
    added = [
        replace(one, attendant=come(one.attendant)) if come and not one.attendant.stays else one
        for one in additions.values()
    ]
    return added, {id_: got for id_, got in gains.items() if got}
