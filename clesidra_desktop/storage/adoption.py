"""Attendants who are nobody in the directory, such as those of a workshop file, are taken into it."""

from collections.abc import Callable, Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from clesidra_desktop.domain.people import marks_of
from clesidra_desktop.domain.workshop import Attendant
from clesidra_desktop.storage.attendants import adopt
from clesidra_desktop.storage.directory import load_people


def adopt_all(
    session: Session, workshop_id: UUID, new_id: Callable[[], UUID], who: Mapping[UUID, UUID] | None = None
) -> None:
    """Let every attendant of a workshop be somebody in the directory: who `who` says by the attendant's id.

    Of the others, somebody of the same name with the same phone number, e-mail address, or year of birth and
    organization is the same person, unless the sex differs; the rest is new, with an id that `new_id` makes.
    """
    known: dict[tuple[object, ...], UUID] = {}
    for person in load_people(session):
        known |= dict.fromkeys(marks_of(person), person.id)

    def find(attendant: Attendant) -> UUID | None:
        if who and attendant.id in who:
            return who[attendant.id]
        return next((known[mark] for mark in marks_of(attendant) if mark in known), None)

    adopt(session, workshop_id, find, new_id)
