"""A person taken out of the database: out of every table, out of the files, and out of the journal.

This is the only place that may change what stands in the journal.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from clesidra_desktop.domain.forgetting import NAMES, NOBODY, Scrubber, forgotten
from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.people import marks_of
from clesidra_desktop.storage.attendants import CHUNK
from clesidra_desktop.storage.history import read_rows
from clesidra_desktop.storage.journal import RowChange, as_json, rewrite_record, row_json
from clesidra_desktop.storage.lineage import drop_states
from clesidra_desktop.storage.people import doubles_of
from clesidra_desktop.storage.published import is_needed, withdraw
from clesidra_desktop.storage.search.keeping import forget_files
from clesidra_desktop.storage.splices import is_splice, veiled
from clesidra_desktop.storage.tables.annexes import AnnexRow, FileRow, WorkshopFileRow
from clesidra_desktop.storage.tables.attendants import AttendantRow, StayRow
from clesidra_desktop.storage.tables.base import Row
from clesidra_desktop.storage.tables.journal import JournalRow
from clesidra_desktop.storage.tables.people import MergeRow, PersonRow, ToldApartRow
from clesidra_desktop.storage.tables.split import WishRow
from clesidra_desktop.storage.tables.workshops import WorkshopRow
from clesidra_desktop.storage.upsert import owned, upsert
from clesidra_desktop.storage.workshops import EVERYTHING

ATTENDANTS, PEOPLE = AttendantRow.__tablename__, PersonRow.__tablename__

OWN = frozenset({StayRow.__tablename__, WishRow.__tablename__})
"""Tables of rows that belong to one attendant."""

UNTOUCHED = frozenset({ATTENDANTS, PEOPLE, *OWN})
"""Tables in which only the person's own rows are changed."""

ENTRIES = 20
"""Entries of the journal that are read at a time."""

NOTHING: Mapping[UUID, Collection[UUID]] = MappingProxyType({})

AnyRow = TypeVar("AnyRow", bound=Row)

EMPTY: dict[str, Any] = {
    "name": NOBODY,
    "name_km": "",
    "birth_year": None,
    "age_group": "",
    "organization": "",
    "position": "",
    "phone": "",
    "email": "",
    "signature": "",
    "consent": None,
    "extensions": {},
}
"""What entries of the journal have instead, by the column of attendants and people."""


TEXTLESS: dict[str, Any] = {"name": NOBODY, "reason": NOBODY, "accepted": []}
"""What entries of the journal have instead, by the column of published versions and their files."""


@dataclass(slots=True)
class Traces:
    """Where a person is met in the database. Ids are of attendants, also of such as are gone, and of people."""

    people: set[UUID]
    attendants: set[UUID]
    workshops: set[UUID] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    signatures: set[tuple[UUID, str]] = field(default_factory=set)
    """The workshops and the paths of their pictures."""

    paths: set[UUID] = field(default_factory=set)
    """Rows that give a picture its path."""

    files: set[UUID] = field(default_factory=set)
    own: set[UUID] = field(default_factory=set)
    """Stays and wishes of the person."""

    published: frozenset[UUID] = frozenset()
    """Rows of published versions and their files in which the person was."""

    named: set[tuple[UUID, str]] = field(default_factory=set)
    """Rows and their columns in which the journal was found to name the person."""

    def is_own(self, change: RowChange) -> bool:
        """Whether a change is of a row of the person alone, in a workshop or in the directory."""
        if change.table in OWN:
            return change.id in self.own
        return change.id in (
            self.attendants if change.table == ATTENDANTS else self.people if change.table == PEOPLE else ()
        )

    def note_owned(self, change: RowChange) -> None:
        """Note a row that belongs, or belonged, to the person."""
        owners = {values.get("attendant_id") for values in (change.before or {}, change.after or {})} - {None}
        if change.table in OWN and not owners.isdisjoint(map(str, self.attendants)):
            self.own.add(change.id)

    def note(self, workshop_id: UUID | None, values: dict[str, Any]) -> None:
        """Note what columns of an attendant or a person say."""
        self.names |= {str(text) for name in ("name", "name_km") if (text := values.get(name)) and text != NOBODY}
        self.numbers |= {str(text) for name in ("phone", "email") if (text := values.get(name))}
        if workshop_id is not None and values.get("signature"):
            self.signatures.add((workshop_id, str(values["signature"])))


@dataclass(slots=True)
class _FileVersions:
    """What the journal says of the path of a file in a workshop: it may have had several contents."""

    workshop_id: UUID
    path: str = ""
    files: set[UUID] = field(default_factory=set)

    def note(self, change: RowChange) -> None:
        for values in (change.before or {}, change.after or {}):
            self.path = values.get("path") or self.path
            self.files |= {UUID(id_) for id_ in [values.get("file_id")] if id_}


def find_traces(session: Session, people: Iterable[UUID], attendants: Iterable[UUID]) -> Traces:
    """Return where people and attendants, who are all one person, are met: in tables and in the journal."""
    ids = set(people)
    traces = Traces(ids | {double for id_ in ids for double in doubles_of(session, id_)}, set(attendants))
    traces.attendants |= set(_ids(session, AttendantRow.id, AttendantRow.person_id, traces.people))
    for entry in _entries(session):
        for change in read_rows(entry.rows):
            if change.table == ATTENDANTS and _person(change) in traces.people:
                traces.attendants.add(change.id)
    while more := set(_ids(session, MergeRow.other_id, MergeRow.kept_id, traces.attendants)) - traces.attendants:
        traces.attendants |= more
    versions: dict[UUID, _FileVersions] = {}
    for entry in _entries(session):
        for change in read_rows(entry.rows):
            traces.note_owned(change)
            if traces.is_own(change):
                for values in (change.before, change.after):
                    traces.note(entry.workshop_id, values or {})
                if change.table == ATTENDANTS and entry.workshop_id:
                    traces.workshops.add(entry.workshop_id)
            elif change.table == WorkshopFileRow.__tablename__ and entry.workshop_id:
                versions.setdefault(change.id, _FileVersions(entry.workshop_id)).note(change)
    for row in _rows(session, AttendantRow, traces.attendants):
        traces.workshops.add(row.workshop_id)
        traces.note(row.workshop_id, as_json(row))
    for person in _rows(session, PersonRow, traces.people):
        traces.note(None, as_json(person))
    _find_files(session, traces, versions)
    return traces


def look_alikes(session: Session, traces: Traces) -> set[UUID]:
    """Return the attendants who are nobody in the directory and are known by the same marks as the person."""
    own = [row.to_domain() for row in _rows(session, AttendantRow, traces.attendants)]
    marks = {mark for attendant in own for mark in marks_of(attendant)}
    marks |= {mark for row in _rows(session, PersonRow, traces.people) for mark in marks_of(row.to_domain())}
    named = AttendantRow.person_id.is_(None), AttendantRow.name.in_(sorted(traces.names))
    found = session.scalars(select(AttendantRow).where(*named))
    return {row.id for row in found if not marks.isdisjoint(marks_of(row.to_domain()))} - traces.attendants


def forget(
    session: Session, traces: Traces, moment: datetime, naming: Mapping[UUID, Collection[UUID]] = NOTHING
) -> None:
    """Take a person out of all tables and of the journal; the year of `moment` is for workshops without a start.

    Counts stay; see `forgotten`. `naming` has the published files that name the person, by the workshop: they are
    withdrawn. Entries of the journal that told of the person are sealed.
    """
    year = moment.year
    scrubbers = {id_: scrubber_for(session, traces, id_) for id_ in traces.workshops}
    for workshop_id, scrubber in scrubbers.items():
        workshop = session.get(WorkshopRow, workshop_id, options=EVERYTHING)
        if workshop is None:
            continue
        workshop_year = workshop.starts.year if workshop.starts else year
        for attendant in workshop.attendants:
            if attendant.id in traces.attendants:
                empty = forgotten(attendant.to_domain(), workshop_year)
                upsert(attendant, AttendantRow.from_domain(attendant.ordinal, empty))
                attendant.person_id = None
                for wish in attendant.wishes:
                    wish.extensions = {}
        workshop.files = [file for file in workshop.files if file.id not in traces.paths]
        for row in _below(workshop):
            _scrub(row, scrubber)
    session.flush()
    traces.files |= drop_states(session, traces.workshops)
    for workshop_id, scrubber in scrubbers.items():
        traces.published |= withdraw(session, workshop_id, naming.get(workshop_id, ()), scrubber, moment)
    _remove_files(session, traces)
    _remove_people(session, traces)
    session.flush()
    everywhere = Scrubber(traces.names, traces.numbers)
    _rewrite_journal(session, traces, scrubbers, everywhere)
    rewrite_record(session, lambda change: _rewritten(change, traces, everywhere))
    forget_files(session.connection(), traces.workshops)


def _person(change: RowChange) -> UUID | None:
    found = (change.after or {}).get("person_id") or (change.before or {}).get("person_id")
    return UUID(found) if found else None


def _find_files(session: Session, traces: Traces, versions: Mapping[UUID, _FileVersions]) -> None:
    """Find the pictures of the signatures, also earlier ones; a file that another row names is not theirs."""
    signed = select(AttendantRow.workshop_id, AttendantRow.signature).where(
        AttendantRow.signature != "", AttendantRow.id.not_in(traces.attendants)
    )
    others = {(row.workshop_id, row.signature) for row in session.execute(signed)}
    others |= {(row.workshop_id, row.file) for row in session.execute(select(AnnexRow.workshop_id, AnnexRow.file))}
    traces.signatures -= others
    for row in session.scalars(select(WorkshopFileRow)):
        if (row.workshop_id, row.path) in traces.signatures:
            traces.paths.add(row.id)
            traces.files.add(row.file_id)
    for id_, known in versions.items():
        if id_ in traces.paths or (known.workshop_id, known.path) in traces.signatures:
            traces.paths.add(id_)
            traces.files |= known.files


def scrubber_for(session: Session, traces: Traces, workshop_id: UUID) -> Scrubber:
    """Return what takes the person out of the texts of a workshop; a name that somebody else has there is left."""
    others = select(AttendantRow.name, AttendantRow.name_km).where(
        AttendantRow.workshop_id == workshop_id, AttendantRow.id.not_in(traces.attendants)
    )
    theirs = {folded(name) for row in session.execute(others) for name in row}
    return Scrubber({name for name in traces.names if folded(name) not in theirs}, traces.numbers)


def _below(row: Row) -> Iterator[Row]:
    """Yield a row and those below it, without attendants and their stays: what others say of themselves is theirs."""
    if row.__tablename__ in UNTOUCHED:
        return
    yield row
    for relation in owned(type(row)):
        for child in getattr(row, relation.key):
            yield from _below(child)


def _scrub(row: Row, scrubber: Scrubber) -> None:
    for name, value in as_json(row).items():
        if name != "id" and isinstance(getattr(row, name), str | list | dict):
            clean = scrubber.scrub_name(value) if name in NAMES else scrubber.scrub(value)
            if clean != value:
                setattr(row, name, clean)


def _remove_files(session: Session, traces: Traces) -> None:
    for row in _rows(session, FileRow, traces.files):
        if not is_needed(session, row.id):
            session.delete(row)
        else:  # the same picture stands for something else, too
            traces.files.discard(row.id)


def _remove_people(session: Session, traces: Traces) -> None:
    ids = traces.people | traces.attendants
    for merge in session.scalars(select(MergeRow)):
        if merge.kept_id in ids or merge.other_id in ids:
            session.delete(merge)
    for pair in session.scalars(select(ToldApartRow)):
        if pair.first_id in ids or pair.second_id in ids:
            session.delete(pair)
    people = list(_rows(session, PersonRow, traces.people))
    for person in people:
        person.same_as = None
    session.flush()
    for person in people:
        session.delete(person)


def _rewrite_journal(
    session: Session, traces: Traces, scrubbers: Mapping[UUID, Scrubber], everywhere: Scrubber
) -> None:
    """Take a person out of all entries; those of no workshop have the texts from which others were taken before."""
    connection = session.connection()  # past the unit of work, which would journal the change
    for entry in _entries(session):
        scrubber = scrubbers.get(entry.workshop_id) if entry.workshop_id else everywhere
        before = read_rows(entry.rows)
        after = [_rewritten(change, traces, scrubber) for change in before]
        if any(one is not other for one, other in zip(before, after, strict=True)):
            rows = [row_json(change) for change in after if change is not None]
            connection.execute(
                update(JournalRow.__table__)  # type: ignore[arg-type]
                .where(JournalRow.sequence == entry.sequence)
                .values(rows=rows, sealed=True)
            )


def _rewritten(change: RowChange, traces: Traces, scrubber: Scrubber | None) -> RowChange | None:
    """Return a change without the person, None where it is of a file of the person; the same object where it is not."""
    if (change.table == WorkshopFileRow.__tablename__ and change.id in traces.paths) or (
        change.table == FileRow.__tablename__ and change.id in traces.files
    ):
        return None
    if change.id in traces.published:
        return RowChange(change.table, change.id, _unpublished(change.before), _unpublished(change.after))
    if traces.is_own(change):
        return RowChange(change.table, change.id, _emptied(change.before), _emptied(change.after))
    if scrubber is None or change.table in UNTOUCHED:
        return change
    before, after = (_scrubbed(values, change, traces, scrubber) for values in (change.before, change.after))
    same = before == change.before and after == change.after
    return change if same else RowChange(change.table, change.id, before, after)


def _unpublished(values: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return columns of a published version or of a file of it without texts in which a person was."""
    return None if values is None else {name: TEXTLESS.get(name, value) for name, value in values.items()}


def _emptied(values: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if values is None else {name: EMPTY.get(name, value) for name, value in values.items()}


def _scrubbed(
    values: dict[str, Any] | None, change: RowChange, traces: Traces, scrubber: Scrubber
) -> dict[str, Any] | None:
    """Return columns without the person.

    Once the person was named in a list, the digests of all that it became would tell whether somebody guesses right
    what stood there, also where other lines of it were changed.
    """
    if values is None:
        return None
    clean = {name: _scrubbed_value(name, value, scrubber) for name, value in values.items()}
    traces.named |= {(change.id, name) for name in values if clean[name] != values[name]}
    return {name: veiled(value) if (change.id, name) in traces.named else value for name, value in clean.items()}


def _scrubbed_value(name: str, value: Any, scrubber: Scrubber) -> Any:
    if is_splice(value):
        return {**value, "lines": _scrubbed_value(name, value["lines"], scrubber)}
    return scrubber.scrub_name(value) if name in NAMES else scrubber.scrub(value)


def _entries(session: Session) -> Iterator[Any]:
    """Yield all entries of the journal, a few at a time: those of imports are large."""
    sequences = list(session.scalars(select(JournalRow.sequence).order_by(JournalRow.sequence)))
    columns = select(JournalRow.sequence, JournalRow.workshop_id, JournalRow.rows)
    for start in range(0, len(sequences), ENTRIES):
        few = sequences[start : start + ENTRIES]
        yield from session.execute(columns.where(JournalRow.sequence.in_(few)).order_by(JournalRow.sequence)).all()


def _rows(session: Session, row_class: type[AnyRow], ids: Collection[UUID]) -> list[AnyRow]:
    return [row for chunk in _chunks(ids) for row in session.scalars(select(row_class).where(row_class.id.in_(chunk)))]


def _ids(session: Session, wanted: Any, column: Any, ids: Collection[UUID]) -> Iterator[UUID]:
    for chunk in _chunks(ids):
        yield from session.scalars(select(wanted).where(column.in_(chunk)))


def _chunks(ids: Collection[UUID]) -> Iterator[list[UUID]]:
    listed = list(ids)
    return (listed[start : start + CHUNK] for start in range(0, len(listed), CHUNK))
