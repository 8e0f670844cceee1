"""Two that are the same person become one, and come apart again as they were.

A merge keeps no copy: the journal has what it changed. So what was done meanwhile stays, and what the merge did is
taken back where it still stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.people import completed, completed_person
from clesidra_desktop.domain.signatures import without_signature
from clesidra_desktop.domain.stays import parted_stays
from clesidra_desktop.domain.workshop import Stay
from clesidra_desktop.storage.attendants import attendant_rows, put_attendant, rename_rapporteur
from clesidra_desktop.storage.files import has_file
from clesidra_desktop.storage.history import before_of, in_order, read_rows, revived, row_classes
from clesidra_desktop.storage.ids import keyed_id
from clesidra_desktop.storage.journal import RowChange, next_sequence, plain
from clesidra_desktop.storage.people import load_person, save_person
from clesidra_desktop.storage.splices import is_of
from clesidra_desktop.storage.tables.attendants import AttendantRow, StayRow
from clesidra_desktop.storage.tables.base import Row
from clesidra_desktop.storage.tables.groups import GroupLockRow, GroupMemberRow, GroupRow
from clesidra_desktop.storage.tables.journal import JournalRow
from clesidra_desktop.storage.tables.people import MergeRow, PersonRow
from clesidra_desktop.storage.tables.split import SplitMemberRow, WishRow
from clesidra_desktop.storage.upsert import upsert

PLACES = GroupMemberRow, GroupLockRow, SplitMemberRow, WishRow
"""The rows that give an attendant a place in groups and rules."""

PARTED = {row.__tablename__ for row in (AttendantRow, GroupRow, *PLACES, PersonRow)}
"""The tables whose rows a merge changed and that are put back; stays are told apart by their times."""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two that were made one and can come apart. `name` is that of the one who went, `at` carries its offset."""

    kept_id: UUID
    other_id: UUID
    name: str
    at: datetime
    who: str


def list_merges(session: Session, workshop_id: UUID | None) -> tuple[Merge, ...]:
    """Return the merges of a workshop, or of the directory, the newest first."""
    table = (PersonRow if workshop_id is None else AttendantRow).__tablename__
    found = session.execute(
        select(MergeRow, JournalRow)
        .join(JournalRow, JournalRow.sequence == MergeRow.sequence)
        .where(MergeRow.workshop_id == workshop_id)
        .order_by(MergeRow.sequence.desc())
    )
    merges = []
    for merge, entry in found:
        names = (row["before"] or {} for row in entry.rows if (row["table"], row["id"]) == (table, str(merge.other_id)))
        name = next((names_of.get("name") for names_of in names), None)
        if name is None and workshop_id is None:
            name = session.scalar(select(PersonRow.name).where(PersonRow.id == merge.other_id))
        merges.append(Merge(merge.kept_id, merge.other_id, name or "", entry.at, entry.who))
    return tuple(merges)


def merge_attendants(session: Session, workshop_id: UUID, kept_id: UUID, other_id: UUID) -> None:
    """Make one attendant of two; see `completed`. The places of the second in groups and rules go to the first.

    Raises UserError where one of them is gone.
    """
    if kept_id == other_id:
        raise UserError("This is one attendant already. Choose two.")
    kept, other = attendant_rows(session, workshop_id, [kept_id, other_id])
    before = kept.to_domain()
    joined = completed(before, other.to_domain())
    _hand_over(session, kept, other)
    rename_rapporteur(session, workshop_id, other_id, str(kept_id))
    _join_people(session, kept, other)
    session.delete(other)
    session.flush()
    put_attendant(session, kept, joined)
    _remember(session, workshop_id, kept_id, other_id, before.stays)


def _hand_over(session: Session, kept: AttendantRow, other: AttendantRow) -> None:
    """Give one attendant the places of another in groups and rules, where it has none there itself."""
    sets = {member.set_id for member in kept.split_memberships}
    handed = [
        *(other.memberships if not kept.memberships else ()),
        *(other.locks if not kept.locks else ()),
        *(other.wishes if not kept.wishes else ()),
        *(member for member in other.split_memberships if member.set_id not in sets),
    ]
    for row in handed:
        row.attendant_id = kept.id
    session.flush()
    session.expire(other, ["memberships", "locks", "wishes", "split_memberships"])  # or they would go with it


def part_attendants(session: Session, workshop_id: UUID, other_id: UUID) -> None:
    """Let the attendant that went in a merge stand beside the kept one again.

    What the merge gave the kept one goes, unless it was changed since. Raises UserError where they cannot come apart.
    """
    merge, changes = _merge(session, workshop_id, other_id)
    kept = session.scalar(select(AttendantRow).where(AttendantRow.id == merge.kept_id))
    if kept is None:
        raise UserError(
            "They cannot come apart: the attendant into whom {name} was merged is not in the workshop any more. Undo "
            "that first, or register {name} again.",
            name=_name(changes, other_id),
        )
    if session.get(AttendantRow, other_id) is not None:
        raise UserError("{name} is in the workshop already. Nothing was changed.", name=_name(changes, other_id))
    befores = [row.before for row in changes if row.table == StayRow.__tablename__ and row.before]
    gone = sorted((one for one in befores if one.get("attendant_id") == str(other_id)), key=lambda one: one["ordinal"])
    mine, theirs = parted_stays(_stays(merge), tuple(map(_stay, gone)), kept.to_domain().stays)
    _put_back(session, changes)
    other = session.get_one(AttendantRow, other_id)
    for row, stays in ((kept, mine), (other, theirs)):
        attendant = replace(row.to_domain(), stays=stays)
        if attendant.signature and not has_file(session, workshop_id, attendant.signature):
            attendant = without_signature(attendant)  # it was removed from the one whom they were meanwhile
        upsert(row, AttendantRow.from_domain(row.ordinal, attendant))
    session.delete(merge)


def merge_people(session: Session, kept_id: UUID, other_id: UUID) -> None:
    """Make one person of two in the directory. Raises UserError where one of them is gone, or they are one already."""
    kept, other = load_person(session, kept_id), load_person(session, other_id)
    if kept is None or other is None:
        raise UserError("This person is not in the directory any more; perhaps on another computer. Look again.")
    if kept.id == other.id:
        raise UserError("{name} is one person already. Choose two.", name=kept.name)
    save_person(session, completed_person(kept, other))
    save_person(session, replace(other, same_as=kept.id))
    _remember(session, None, kept.id, other.id, ())


def part_people(session: Session, other_id: UUID) -> None:
    """Let a person who was found to be another one be on his or her own again; raises UserError where it is so."""
    row = session.get(PersonRow, other_id)
    if row is None or row.same_as is None:
        raise UserError("This person is not merged with another one. Nothing was changed.")
    known = select(MergeRow).where(MergeRow.workshop_id.is_(None), MergeRow.other_id == other_id)
    if session.scalar(known) is None:  # they became one when two attendants did
        row.same_as = None
        return
    merge, changes = _merge(session, None, other_id)
    _put_back(session, changes)
    row.same_as = None
    session.delete(merge)


def _merge(session: Session, workshop_id: UUID | None, other_id: UUID) -> tuple[MergeRow, tuple[RowChange, ...]]:
    """Return a merge and what it changed. Raises UserError where there was none, or nobody may know any more."""
    found = session.execute(
        select(MergeRow, JournalRow)
        .join(JournalRow, JournalRow.sequence == MergeRow.sequence)
        .where(MergeRow.workshop_id == workshop_id, MergeRow.other_id == other_id)
        .order_by(MergeRow.sequence.desc())
    ).first()
    if found is None:
        raise UserError("These two were not merged, or they came apart already. Nothing was changed.")
    merge, entry = found
    if entry.sealed:
        raise UserError("They cannot come apart any more: one of those who were merged in that moment was anonymized.")
    return merge, read_rows(entry.rows)


def _remember(
    session: Session, workshop_id: UUID | None, kept_id: UUID, other_id: UUID, stays: tuple[Stay, ...]
) -> None:
    id_ = keyed_id(kept_id, MergeRow.__tablename__, str(other_id))
    row = session.get(MergeRow, id_)
    if row is None:
        row = MergeRow(workshop_id=workshop_id, kept_id=kept_id, other_id=other_id, sequence=0, stays=[])
        row.id = id_
        session.add(row)
    row.sequence = next_sequence(session)
    row.stays = [
        {"arrived": plain(stay.arrived), "left": plain(stay.left), "extensions": stay.extensions} for stay in stays
    ]


def _stays(merge: MergeRow) -> tuple[Stay, ...]:
    return tuple(_stay(one) for one in merge.stays)


def _stay(values: Mapping[str, Any]) -> Stay:
    """Return a stay from its columns as the journal has them."""
    arrived, left = (datetime.fromisoformat(text) if (text := values[name]) else None for name in ("arrived", "left"))
    return Stay(arrived=arrived, left=left, extensions=values["extensions"])


def _put_back(session: Session, changes: tuple[RowChange, ...]) -> None:
    """Take back what a merge did to rows, as far as it still stands."""
    classes = row_classes()
    for change in in_order(row for row in changes if row.table in PARTED and row.before is not None):
        row_class, before = classes[change.table], change.before or {}
        row = session.get(row_class, change.id)
        if change.after is None:
            if row is None and _has_parents(session, row_class, before):
                session.add(revived(row_class, before))
        elif row is not None:
            for name in before:
                if is_of(plain(getattr(row, name)), change.after[name]):
                    setattr(row, name, before_of(row, change, name))
        session.flush()


def _has_parents(session: Session, row_class: type[Row], values: dict[str, object]) -> bool:
    """Whether the rows that a row refers to are there: a group may have gone meanwhile."""
    classes = row_classes()
    keys = Row.metadata.tables[row_class.__tablename__].foreign_keys
    parents = ((classes[key.column.table.name], values[key.parent.name]) for key in keys)
    return all(session.get(parent, UUID(str(id_))) is not None for parent, id_ in parents if id_ is not None)


def _name(changes: tuple[RowChange, ...], id_: UUID) -> str:
    return next((str((row.before or {}).get("name", "")) for row in changes if row.id == id_ and row.before), "")


def _join_people(session: Session, kept: AttendantRow, other: AttendantRow) -> None:
    if kept.person_id is None:
        kept.person_id = other.person_id
    elif other.person_id:
        person, other_person = load_person(session, kept.person_id), load_person(session, other.person_id)
        if person and other_person and person.id != other_person.id:
            save_person(session, replace(other_person, same_as=person.id))
