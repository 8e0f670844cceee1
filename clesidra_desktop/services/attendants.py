"""The registration table: attendants come, go, are corrected.

Each deed is one transaction. Moments are local to the workshop, as everywhere in it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from clesidra_desktop.domain import attendance
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.people import attendant_of
from clesidra_desktop.domain.workshop import Attendant, Stay
from clesidra_desktop.exchange.text import clean_text
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage import attendants as stored
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.ids import uuid7
from clesidra_desktop.storage.journal import row_changes
from clesidra_desktop.storage.organizations import known_name
from clesidra_desktop.storage.people import load_person
from clesidra_desktop.storage.workshops import load_day

YEARS = range(1900, 2101)
"""Birth years that are taken."""

Edit = Callable[[Attendant], Attendant]


def register_attendant(
    database: Database,
    workshop_id: UUID,
    details: Mapping[str, object],
    *,
    who: str,
    arrived: datetime | None = None,
    person_id: UUID | None = None,
) -> tuple[UUID, Changes]:
    """Add an attendant to a workshop; return the id and what changed.

    `details` are fields of Attendant by name. Without `arrived` the attendant is invited and has not come yet.
    `person_id` is who it is in the directory; without it the person is new there. Raises UserError where a detail
    cannot be.
    """
    attendant = checked(Attendant(id=uuid7(database.now()), name=""), details)
    with database.transaction(deed="register_attendant", who=who, workshop_id=workshop_id) as session:
        if arrived:
            attendant = attendance.arrive(attendant, arrived, load_day(session, workshop_id, arrived))
        attendant = replace(attendant, organization=known_name(session, attendant.organization))
        stored.add_attendant(session, workshop_id, attendant, person_id, uuid7(database.now()))
        return attendant.id, Changes.of(row_changes(session))


def register_person(
    database: Database,
    workshop_id: UUID,
    person_id: UUID,
    *,
    who: str,
    arrived: datetime | None = None,
    details: Mapping[str, object] | None = None,
) -> tuple[UUID, Changes]:
    """Let a person of the directory be an attendant, arrived or invited; return the attendant's id and what changed.

    `details` are fields of Attendant that are to be otherwise than in the directory. Somebody who is an attendant of
    the workshop already stays that one, and only arrives. Raises UserError for a person who is gone.
    """
    with database.transaction(deed="register_person", who=who, workshop_id=workshop_id) as session:
        person = load_person(session, person_id)
        if person is None:
            raise UserError("This person is not in the directory any more; perhaps on another computer. Look again.")
        id_ = stored.find_attendant(session, workshop_id, person.id)
        if id_ is None:
            attendant = checked(attendant_of(person, uuid7(database.now())), details or {})
            id_ = attendant.id
            stored.add_attendant(session, workshop_id, attendant, person.id, person.id)
        if arrived:
            day = load_day(session, workshop_id, arrived)
            arrive = partial(attendance.arrive, moment=arrived, day=day)
            stored.edit_attendants(session, workshop_id, [id_], arrive)
        return id_, Changes.of(row_changes(session))


def mark_arrived(database: Database, workshop_id: UUID, ids: Iterable[UUID], moment: datetime, *, who: str) -> Changes:
    """Note the arrival of attendants; those who are here on that day already keep their time."""
    return _edit_at(database, workshop_id, ids, partial(attendance.arrive, moment=moment), moment, "mark_arrived", who)


def mark_left(database: Database, workshop_id: UUID, ids: Iterable[UUID], moment: datetime, *, who: str) -> Changes:
    """Note the departure of attendants who are here on that day. Raises UserError for one before the arrival."""
    return _edit_at(database, workshop_id, ids, partial(attendance.leave, moment=moment), moment, "mark_left", who)


def take_back_arrivals(
    database: Database, workshop_id: UUID, ids: Iterable[UUID], moment: datetime, *, who: str
) -> Changes:
    """Let attendants who are here at a moment not have come, or not have come back.

    Earlier arrivals keep their times.
    """
    return _edit_at(database, workshop_id, ids, attendance.take_back_arrival, moment, "take_back_arrivals", who)


def take_back_departures(database: Database, workshop_id: UUID, ids: Iterable[UUID], *, who: str) -> Changes:
    """Let attendants who left be here still, since their last arrival."""
    return _edit(database, workshop_id, ids, attendance.take_back_departure, deed="take_back_departures", who=who)


def correct_stay(
    database: Database, workshop_id: UUID, attendant_id: UUID, was: Stay, now: Stay | None, *, who: str
) -> Changes:
    """Give one arrival or departure another time, or take the stay out where `now` is None.

    `was` is the stay as the person has seen it. Raises UserError where it is another one by now, and for times that
    cannot be.
    """
    correct: Edit = partial(attendance.correct_stay, was=was, now=now)
    return _edit(database, workshop_id, [attendant_id], correct, deed="correct_stay", who=who)


def edit_attendants(
    database: Database, workshop_id: UUID, ids: Iterable[UUID], details: Mapping[str, object], *, who: str
) -> Changes:
    """Give attendants the same details: fields of Attendant by name. Raises UserError where a detail cannot be.

    A spelling of an organization becomes the name that the office has chosen.
    """
    with database.transaction(deed="edit_attendants", who=who, workshop_id=workshop_id) as session:
        known = dict(details)
        if isinstance(organization := known.get("organization"), str):
            known["organization"] = known_name(session, organization)
        stored.edit_attendants(session, workshop_id, ids, lambda one: checked(one, known))
        return Changes.of(row_changes(session))


def remove_attendants(database: Database, workshop_id: UUID, ids: Iterable[UUID], *, who: str) -> Changes:
    """Take attendants out of a workshop and its groups. They stay in the directory."""
    with database.transaction(deed="remove_attendants", who=who, workshop_id=workshop_id) as session:
        stored.remove_attendants(session, workshop_id, ids)
        return Changes.of(row_changes(session))


def _edit(database: Database, workshop_id: UUID, ids: Iterable[UUID], edit: Edit, *, deed: str, who: str) -> Changes:
    with database.transaction(deed=deed, who=who, workshop_id=workshop_id) as session:
        stored.edit_attendants(session, workshop_id, ids, edit)
        return Changes.of(row_changes(session))


def _edit_at(
    database: Database,
    workshop_id: UUID,
    ids: Iterable[UUID],
    edit: Callable[..., Attendant],
    moment: datetime,
    deed: str,
    who: str,
) -> Changes:
    """Edit attendants as `edit(attendant, day=…)` says of the day at a moment."""
    with database.transaction(deed=deed, who=who, workshop_id=workshop_id) as session:
        day = load_day(session, workshop_id, moment)
        stored.edit_attendants(session, workshop_id, ids, partial(edit, day=day))
        return Changes.of(row_changes(session))


def checked(attendant: Attendant, details: Mapping[str, object]) -> Attendant:
    """Return an attendant with details: text on one line, without what cannot be printed, a name, a likely year."""
    wanted: dict[str, Any] = {
        name: " ".join(clean_text(value)[0].split()) if type(value) is str else value for name, value in details.items()
    }
    edited = replace(attendant, **wanted)
    if not edited.name:
        raise UserError("An attendant needs a name. Type it, or what the person is called.")
    if edited.birth_year is not None and edited.birth_year not in YEARS:
        raise UserError(
            "{year} is no year of birth. Type a year such as 1990; a Buddhist year has 543 more.",
            year=edited.birth_year,
        )
    return edited
