"""The directory as it is read for searching and for lists: many people with a few questions to the database."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session, selectinload

from clesidra_desktop.domain.people import Person
from clesidra_desktop.storage.people import hold_people, root_of
from clesidra_desktop.storage.tables.attendants import AttendantRow, CategoryRow, StayRow
from clesidra_desktop.storage.tables.groups import GroupMemberRow, GroupRow, SectorRow
from clesidra_desktop.storage.tables.people import PersonRow
from clesidra_desktop.storage.tables.workshops import WorkshopRow

CHUNK = 500
"""Ids in one question to the database."""

NEVER = datetime(1, 1, 1)
"""Stands before the start of every workshop."""


@dataclass(frozen=True, slots=True)
class Met:
    """A workshop at which a person was present."""

    workshop_id: UUID
    title: str
    starts: datetime | None


@dataclass(frozen=True, slots=True)
class Known:
    """A person as the directory finds him or her, with those who were found to be the same.

    `also` are their names. `last` is the last workshop at which the person was present, `times` at how many.
    """

    id: UUID
    name: str
    name_km: str
    phone: str
    category: str
    organization: str
    doubles: tuple[UUID, ...]
    also: str
    last: Met | None
    times: int


@dataclass(frozen=True, slots=True)
class Attended:
    """A workshop that a person was an attendant of, and as what. Times are local to the workshop.

    `category` is its label there, `group` the title of the sector of the person's group.
    """

    workshop_id: UUID
    attendant_id: UUID
    title: str
    starts: datetime | None
    place: str
    category: str
    position: str
    organization: str
    group: str
    is_rapporteur: bool
    arrived: datetime | None
    left: datetime | None


def load_attended(session: Session, people: Collection[UUID]) -> tuple[Attended, ...]:
    """Return what people were attendants of, the newest workshop first."""
    chosen = (
        select(AttendantRow, WorkshopRow.title, WorkshopRow.starts, WorkshopRow.place, CategoryRow.label)
        .join(WorkshopRow, WorkshopRow.id == AttendantRow.workshop_id)
        .outerjoin(
            CategoryRow,
            and_(CategoryRow.workshop_id == AttendantRow.workshop_id, CategoryRow.code == AttendantRow.category),
        )
        .where(AttendantRow.person_id.in_(people))
        .options(selectinload(AttendantRow.stays))
        .order_by(WorkshopRow.starts.desc().nulls_last(), AttendantRow.id)
    )
    found = session.execute(chosen).all()
    seats = {
        row.attendant_id: (row.title or row.sector, row.rapporteur)
        for row in session.execute(
            select(GroupMemberRow.attendant_id, GroupRow.sector, GroupRow.rapporteur, SectorRow.title)
            .join(GroupRow, GroupRow.id == GroupMemberRow.group_id)
            .outerjoin(SectorRow, and_(SectorRow.workshop_id == GroupRow.workshop_id, SectorRow.key == GroupRow.sector))
            .where(GroupMemberRow.attendant_id.in_([row.AttendantRow.id for row in found]))
        )
    }
    attended = []
    for row, title, starts, place, label in found:
        attendant = row.to_domain()
        group, rapporteur = seats.get(row.id, ("", ""))
        attended.append(
            Attended(
                workshop_id=row.workshop_id,
                attendant_id=row.id,
                title=title,
                starts=starts,
                place=place,
                category=label or attendant.category,
                position=attendant.position,
                organization=attendant.organization,
                group=group,
                is_rapporteur=rapporteur in (str(row.id), attendant.name) and bool(rapporteur),
                arrived=attendant.arrived,
                left=attendant.left,
            )
        )
    return tuple({one.attendant_id: one for one in attended}.values())


def load_known(session: Session, ids: Collection[UUID] | None = None, *, without: UUID | None = None) -> list[Known]:
    """Return people, all of them or those of the ids; the one met last first, then those who were added last.

    A person who was merged is in the one that he or she is. `without` is a workshop that does not count as met.
    """
    columns = (PersonRow.id, PersonRow.same_as, PersonRow.name, PersonRow.name_km, PersonRow.phone)
    asked = None if ids is None else _closed(session, ids)
    rows = list(_those(session, select(*columns, PersonRow.category, PersonRow.organization), PersonRow.id, asked))
    roots = _roots({row.id: row.same_as for row in rows})
    doubles: dict[UUID, list[Any]] = {}
    for row in rows:
        if roots[row.id] != row.id:
            doubles.setdefault(roots[row.id], []).append(row)
    met = _met(session, roots, asked, without)
    known = []
    for row in rows:
        if roots[row.id] == row.id:
            others, seen = doubles.get(row.id, []), met.get(row.id, {})
            known.append(
                Known(
                    id=row.id,
                    name=row.name,
                    name_km=row.name_km,
                    phone=row.phone,
                    category=row.category,
                    organization=row.organization,
                    doubles=tuple(one.id for one in others),
                    also=" ".join(f"{one.name} {one.name_km}" for one in others),
                    last=max(seen.values(), key=_by_start, default=None),
                    times=len(seen),
                )
            )
    return sorted(known, key=lambda one: (*(_by_start(one.last) if one.last else (NEVER, "")), one.id), reverse=True)


def count_people(session: Session) -> int:
    """Return how many people are in the directory; who was merged counts once."""
    return session.scalar(select(func.count()).select_from(PersonRow).where(PersonRow.same_as.is_(None))) or 0


def page_of_people(session: Session, offset: int, limit: int) -> list[UUID]:
    """Return the ids of a page of the directory by the names of people."""
    listed = select(PersonRow.id).where(PersonRow.same_as.is_(None)).order_by(PersonRow.name, PersonRow.id)
    return list(session.scalars(listed.offset(offset).limit(limit)))


def place_of_person(session: Session, person_id: UUID) -> int | None:
    """Return the place of a person in the directory by the names of people, from 0 on; None where there is none."""
    row = session.get(PersonRow, person_id)
    if row is None or row.same_as is not None:
        return None
    before = or_(PersonRow.name < row.name, and_(PersonRow.name == row.name, PersonRow.id < row.id))
    return session.scalar(select(func.count()).select_from(PersonRow).where(PersonRow.same_as.is_(None), before))


def load_people(session: Session, ids: Collection[UUID] | None = None) -> list[Person]:
    """Return people who are not merged, all of them or those of the ids."""
    listed = select(PersonRow).where(PersonRow.same_as.is_(None))
    return [row.PersonRow.to_domain() for row in _those(session, listed, PersonRow.id, ids)]


def people_of_attendants(session: Session, ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return who attendants are in the directory, by the attendants' ids; who is not there is left out."""
    rows = _those(session, select(AttendantRow.id, AttendantRow.person_id), AttendantRow.id, list(ids))
    return {row.id: root_of(session, row.person_id) for row in rows if row.person_id}


def people_at(session: Session, workshop_id: UUID) -> dict[UUID, UUID]:
    """Return who the attendants of a workshop are in the directory, by the attendants' ids."""
    here = select(AttendantRow.id, AttendantRow.person_id).where(
        AttendantRow.workshop_id == workshop_id, AttendantRow.person_id.is_not(None)
    )
    merged = select(PersonRow.id).where(PersonRow.same_as.is_not(None))
    doubles = set(session.scalars(merged))
    return {
        row.id: root_of(session, row.person_id) if row.person_id in doubles else row.person_id
        for row in session.execute(here)
    }


def _met(
    session: Session, roots: dict[UUID, UUID], asked: Collection[UUID] | None, without: UUID | None
) -> dict[UUID, dict[UUID, Met]]:
    """Return the workshops at which people were present, by person and workshop."""
    workshops = {
        row.id: Met(row.id, row.title, row.starts)
        for row in session.execute(select(WorkshopRow.id, WorkshopRow.title, WorkshopRow.starts))
        if row.id != without
    }
    came = select(StayRow.id).where(StayRow.attendant_id == AttendantRow.id).exists()
    present = select(AttendantRow.person_id, AttendantRow.workshop_id).where(AttendantRow.person_id.is_not(None), came)
    met: dict[UUID, dict[UUID, Met]] = {}
    for row in _those(session, present, AttendantRow.person_id, asked):
        if row.workshop_id in workshops and row.person_id in roots:
            met.setdefault(roots[row.person_id], {})[row.workshop_id] = workshops[row.workshop_id]
    return met


def _by_start(met: Met) -> tuple[datetime, str]:
    return met.starts or NEVER, str(met.workshop_id)


def _closed(session: Session, ids: Collection[UUID]) -> list[UUID]:
    """Return the ids with those of the people that they are, and of all who are the same."""
    held = hold_people(session, ids)  # asking for one of them costs nothing then
    found = dict.fromkeys(root_of(session, id_) for id_ in ids)
    above = list(found)
    while above:
        chunks = (above[start : start + CHUNK] for start in range(0, len(above), CHUNK))
        of_chunks = [
            select(PersonRow.id).where(PersonRow.same_as.in_(chunk)).order_by(PersonRow.id) for chunk in chunks
        ]
        above = [id_ for below in of_chunks for id_ in session.scalars(below) if id_ not in found]
        found |= dict.fromkeys(above)
    del held
    return list(found)


def _roots(same_as: dict[UUID, UUID | None]) -> dict[UUID, UUID]:
    """Return who everybody is in the end."""
    roots: dict[UUID, UUID] = {}
    for id_ in same_as:
        root, seen = id_, {id_}
        while (above := same_as.get(root)) is not None and above not in seen:
            seen.add(above)
            root = above
        roots[id_] = root
    return roots


def _those(
    session: Session, statement: Select[*tuple[Any, ...]], column: Any, ids: Collection[UUID] | None
) -> Iterator[Any]:
    """Yield the rows of a statement, all of them or those in which a column is one of the ids."""
    if ids is None:
        yield from session.execute(statement)
        return
    asked = list(ids)
    for start in range(0, len(asked), CHUNK):
        yield from session.execute(statement.where(column.in_(asked[start : start + CHUNK])))
