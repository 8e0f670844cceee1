"""Running the agenda: items start, end, are given more time, left out, inserted and moved.

Each deed is one transaction. Moments are local to the workshop; those of the computer's clock are
taken as they are unless they would go back behind what was recorded.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from clesidra_desktop.domain import agenda_run
from clesidra_desktop.domain.agenda_run import Items
from clesidra_desktop.domain.catching_up_ways import CatchUp, taken
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.row_keys import fresh_key
from clesidra_desktop.domain.workshop import AgendaItem
from clesidra_desktop.exchange.text import clean_line
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage import agenda as stored
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.ids import new_mark
from clesidra_desktop.storage.journal import row_changes

LONGEST = 31 * 24 * 60
"""Minutes that an agenda item may take: what the workshop file takes."""

EDITABLE = frozenset(
    {
        "title",
        "speaker",
        "kind",
        "minutes",
        "allotted",
        "fixed_start",
        "internal",
        "started",
        "ended",
        "annex",
        "poll",
    }
)
"""The fields of AgendaItem that can be edited."""


def start_agenda_item(database: Database, workshop_id: UUID, key: str, moment: datetime, *, who: str) -> Changes:
    """Start an item and end what is on; one that is over goes on."""
    return _run(
        database,
        workshop_id,
        lambda items: agenda_run.started(items, key, moment),
        deed="start_agenda_item",
        who=who,
    )


def end_agenda_item(database: Database, workshop_id: UUID, moment: datetime, *, who: str) -> Changes:
    """End what is on; the moment may have passed, where ending it was forgotten. Raises UserError if nothing is on."""
    return _run(database, workshop_id, lambda items: agenda_run.ended(items, moment), deed="end_agenda_item", who=who)


def start_next_item(database: Database, workshop_id: UUID, moment: datetime, *, who: str) -> Changes:
    """End what is on and start what comes next. Raises UserError where there is neither."""
    return _run(
        database, workshop_id, lambda items: agenda_run.next_started(items, moment), deed="start_next_item", who=who
    )


def extend_item(
    database: Database, workshop_id: UUID, key: str, minutes: int, moment: datetime, *, who: str
) -> Changes:
    """Give an item more minutes, or fewer; one that is over its time gets them from the moment on."""
    return _run(
        database,
        workshop_id,
        lambda items: agenda_run.extended(items, key, minutes, moment),
        deed="extend_item",
        who=who,
    )


def skip_item(database: Database, workshop_id: UUID, key: str, *, who: str, skip: bool = True) -> Changes:
    """Leave an item out, or take it in again. Raises UserError where it has started."""
    return _run(
        database, workshop_id, lambda items: agenda_run.skipped(items, key, skip=skip), deed="skip_item", who=who
    )


def go_back(database: Database, workshop_id: UUID, *, who: str) -> Changes:
    """Let the item before go on, as if what is on had not been started. Raises UserError before the first start."""
    return _run(database, workshop_id, agenda_run.gone_back, deed="go_back", who=who)


def insert_item(
    database: Database, workshop_id: UUID, details: Mapping[str, object], *, after: str | None, who: str
) -> tuple[str, Changes]:
    """Insert an item behind another, or in front of all; return its key and what changed.

    `details` are fields of AgendaItem by name, those in `EDITABLE`. Raises UserError where one cannot be.
    """
    keys: list[str] = []

    def insert(items: Items) -> Items:
        keys.append(fresh_key(AgendaItem, new_mark()))
        return agenda_run.inserted(items, _checked(AgendaItem(key=keys[-1], title=""), details), after)

    changes = _run(database, workshop_id, insert, deed="insert_item", who=who)
    return keys[-1], changes


def move_item(database: Database, workshop_id: UUID, key: str, *, after: str | None, who: str) -> Changes:
    """Move an item behind another, or in front of all."""
    return _run(database, workshop_id, lambda items: agenda_run.moved(items, key, after), deed="move_item", who=who)


def edit_agenda_item(
    database: Database, workshop_id: UUID, key: str, details: Mapping[str, object], *, who: str
) -> Changes:
    """Give an item other details: fields of AgendaItem by name, those in `EDITABLE`.

    Raises UserError where one cannot be, KeyError for another field.
    """
    return _run(
        database,
        workshop_id,
        lambda items: agenda_run.edited(items, key, lambda one: _checked(one, details)),
        deed="edit_agenda_item",
        who=who,
    )


def remove_item(database: Database, workshop_id: UUID, key: str, *, who: str) -> Changes:
    """Remove an item with its notes."""
    return _run(database, workshop_id, lambda items: agenda_run.removed(items, key), deed="remove_item", who=who)


def correct_times(database: Database, workshop_id: UUID, moment: datetime, *, who: str) -> Changes:
    """Correct what a clock that was ahead has recorded of the agenda; `moment` is the present one, which is right."""
    return _run(database, workshop_id, lambda items: agenda_run.corrected(items, moment), deed="correct_times", who=who)


def take_catch_up(database: Database, workshop_id: UUID, way: CatchUp, *, who: str) -> Changes:
    """Catch up in one of the ways that `catch_ups` offered. Raises UserError where it has become impossible."""
    with database.transaction(deed="take_catch_up", who=who, workshop_id=workshop_id) as session:
        stored.edit_agenda(session, workshop_id, lambda workshop: taken(workshop, way))
        return Changes.of(row_changes(session))


def _run(database: Database, workshop_id: UUID, edit: Callable[[Items], Items], *, deed: str, who: str) -> Changes:
    with database.transaction(deed=deed, who=who, workshop_id=workshop_id) as session:
        stored.edit_agenda(session, workshop_id, lambda workshop: replace(workshop, agenda=edit(workshop.agenda)))
        return Changes.of(row_changes(session))


def _checked(item: AgendaItem, details: Mapping[str, object]) -> AgendaItem:
    """Return an item with details: text on one line, lengths that can be, no end without or before a start."""
    if other := details.keys() - EDITABLE:
        raise KeyError(*sorted(other))
    wanted: dict[str, Any] = {
        name: clean_line(value) if type(value) is str else value for name, value in details.items()
    }
    edited = replace(item, **wanted)
    if not edited.title:
        raise UserError("An agenda item needs a title. Type what is on the programme.")
    for minutes in (edited.minutes, edited.allotted):
        if minutes is not None and not 0 <= minutes <= LONGEST:
            raise UserError("An item cannot take {minutes} minutes. Type a number from 0 on.", minutes=minutes)
    if edited.ended and (edited.started is None or edited.ended < edited.started):
        raise UserError(
            "“{title}” cannot end at {ended:%H:%M} without having started before. Correct one of the two times.",
            title=edited.title,
            ended=edited.ended,
        )
    return edited
