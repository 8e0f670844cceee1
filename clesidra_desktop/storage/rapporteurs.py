"""Who reports for groups and where they meet, in the database."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.names import Names
from clesidra_desktop.storage.ids import keyed_id
from clesidra_desktop.storage.tables.attendants import AttendantRow
from clesidra_desktop.storage.tables.groups import GroupMemberRow, GroupRow, SectorRow


def load_rapporteurs(session: Session, workshop_id: UUID) -> dict[str, Names]:
    """Return the names of the rapporteurs by sector; empty where nobody is known."""
    noted = session.execute(select(GroupRow.sector, GroupRow.rapporteur).where(GroupRow.workshop_id == workshop_id))
    found = {row.sector: row.rapporteur.strip() for row in noted}
    ids = {text: id_ for text in found.values() if (id_ := _identity(text))}
    people = session.execute(
        select(AttendantRow.id, AttendantRow.name, AttendantRow.name_km).where(
            AttendantRow.workshop_id == workshop_id, AttendantRow.id.in_(ids.values())
        )
    )
    names = {row.id: Names(row.name.strip(), row.name_km) for row in people}
    members = _load_members(session, workshop_id)
    return {
        sector: names.get(ids[text], Names("")) if text in ids else _named(text, members.get(sector, ()))
        for sector, text in found.items()
    }


def _named(text: str, members: Iterable[tuple[str, str]]) -> Names:
    """Return a name that was noted as text in both letters, where one of the group has it."""
    return Names(text, next((khmer for name, khmer in members if name.strip() == text), ""))


def _load_members(session: Session, workshop_id: UUID) -> dict[str, list[tuple[str, str]]]:
    """Return the names of the members of groups, in Latin and in Khmer letters, by the keys of the sectors."""
    rows = session.execute(
        select(GroupRow.sector, AttendantRow.name, AttendantRow.name_km)
        .join(GroupMemberRow, GroupMemberRow.group_id == GroupRow.id)
        .join(AttendantRow, AttendantRow.id == GroupMemberRow.attendant_id)
        .where(GroupRow.workshop_id == workshop_id)
    )
    members: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        members.setdefault(row.sector, []).append((row.name, row.name_km))
    return members


def load_rooms(session: Session, workshop_id: UUID) -> dict[str, str]:
    """Return the rooms of groups by sector."""
    rows = session.execute(select(GroupRow.sector, GroupRow.room).where(GroupRow.workshop_id == workshop_id))
    return {row.sector: row.room for row in rows}


def edit_group(session: Session, workshop_id: UUID, sector: str, rapporteur: str | None, room: str | None) -> None:
    """Give the group of a sector a rapporteur and a room, unless they are None; make it where there is none yet.

    Raises UserError where the sector is gone.
    """
    found = select(GroupRow).where(GroupRow.workshop_id == workshop_id, GroupRow.sector == sector).limit(1)
    row = session.scalar(found)
    if row is None:
        row = _new_group(session, workshop_id, sector)
        session.add(row)
    if rapporteur is not None and row.rapporteur != rapporteur:
        row.rapporteur = rapporteur
    if room is not None and row.room != room:
        row.room = room


def _new_group(session: Session, workshop_id: UUID, sector: str) -> GroupRow:
    known = select(SectorRow.id).where(SectorRow.workshop_id == workshop_id, SectorRow.key == sector)
    if session.scalar(known) is None:
        raise UserError("This sector is not in the workshop any more; perhaps it was removed on another computer.")
    ordinals = session.scalars(select(GroupRow.ordinal).where(GroupRow.workshop_id == workshop_id))
    row = GroupRow(ordinal=max(ordinals, default=-1) + 1, sector=sector, rapporteur="", room="", extensions={})
    row.workshop_id, row.id = workshop_id, keyed_id(workshop_id, GroupRow.__tablename__, sector, 1)
    return row


def _identity(noted: str) -> UUID | None:
    try:
        return UUID(noted)
    except ValueError:
        return None
