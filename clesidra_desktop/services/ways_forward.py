"""Ways forward: what was agreed, who does it, by when."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import WayForward
from clesidra_desktop.exchange.text import clean_line, clean_text
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage import ways_forward as stored
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.ids import uuid7
from clesidra_desktop.storage.journal import row_changes

EDITABLE = frozenset({"text", "responsible", "due"})
"""The fields of WayForward that can be edited; `due` is free text, a date in it is written YYYY-MM-DD."""


def add_way_forward(
    database: Database, workshop_id: UUID, details: Mapping[str, str], *, who: str, after: UUID | None = None
) -> tuple[UUID, Changes]:
    """Add a way forward behind another one, or behind all; return its id and what changed.

    `details` are fields of WayForward by name, those in `EDITABLE`. Raises UserError where the text is missing or the
    other one is gone, KeyError for another field.
    """
    way = _checked(WayForward(id=uuid7(database.now()), text=""), details)
    with database.transaction(deed="add_way_forward", who=who, workshop_id=workshop_id) as session:
        stored.add_way_forward(session, workshop_id, way, after)
        return way.id, Changes.of(row_changes(session))


def edit_way_forward(
    database: Database, workshop_id: UUID, way_id: UUID, details: Mapping[str, str], *, who: str
) -> Changes:
    """Give a way forward other details; raises errors as `add_way_forward` does."""
    with database.transaction(deed="edit_way_forward", who=who, workshop_id=workshop_id) as session:
        stored.edit_way_forward(session, workshop_id, way_id, lambda way: _checked(way, details))
        return Changes.of(row_changes(session))


def finish_way_forward(database: Database, workshop_id: UUID, way_id: UUID, done: date | None, *, who: str) -> Changes:
    """Say on which day a way forward was done, or that it is not done after all. Raises UserError where it is gone."""
    with database.transaction(deed="finish_way_forward", who=who, workshop_id=workshop_id) as session:
        stored.edit_way_forward(session, workshop_id, way_id, lambda way: replace(way, done=done))
        return Changes.of(row_changes(session))


def move_way_forward(database: Database, workshop_id: UUID, way_id: UUID, by: int, *, who: str) -> Changes:
    """Put a way forward so many places later, or earlier where `by` is below 0."""
    with database.transaction(deed="move_way_forward", who=who, workshop_id=workshop_id) as session:
        stored.move_way_forward(session, workshop_id, way_id, by)
        return Changes.of(row_changes(session))


def remove_way_forward(database: Database, workshop_id: UUID, way_id: UUID, *, who: str) -> Changes:
    """Remove a way forward. Raises UserError where it is gone already."""
    with database.transaction(deed="remove_way_forward", who=who, workshop_id=workshop_id) as session:
        stored.remove_way_forward(session, workshop_id, way_id)
        return Changes.of(row_changes(session))


def _checked(way: WayForward, details: Mapping[str, str]) -> WayForward:
    if other := details.keys() - EDITABLE:
        raise KeyError(*sorted(other))
    wanted: dict[str, Any] = {
        name: clean_text(text)[0].strip() if name == "text" else clean_line(text) for name, text in details.items()
    }
    edited = replace(way, **wanted)
    if not edited.text:
        raise UserError("A way forward needs a text. Type what is to be done.")
    return edited
