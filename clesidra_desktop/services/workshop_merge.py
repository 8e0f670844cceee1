"""A workshop file that comes back after the workshop was edited on two computers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.forgetting import still_forgotten
from clesidra_desktop.domain.merge import Choice, Decisions, Place, Report, State, merge
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.workshop_file.integrity import check_integrity
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.lineage import Snapshot, find_base, take_snapshot
from clesidra_desktop.services.workshop_files import import_workshop_file
from clesidra_desktop.storage.adoption import adopt_all
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.ids import uuid7
from clesidra_desktop.storage.journal import row_changes
from clesidra_desktop.storage.lineage import add_states, load_common
from clesidra_desktop.storage.workshops import load_files, load_workshop, save_workshop

NAMED = 5
"""How many conflicts a refusal names."""


class Fate(StrEnum):
    """What a workshop file is to a database."""

    NEW = "new"
    SAME = "same"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A workshop file held against the database. `ours` is the workshop here, and `seen` the id of its state."""

    fate: Fate
    ours: Workshop | None = None
    seen: UUID | None = None
    report: Report = field(default_factory=Report)
    states: tuple[State | None, State, State] | None = None
    """The base, the state here and that of the file, where they differ."""

    def noted(self, decisions: Decisions) -> "Comparison":
        """Return the same with the decisions beside its conflicts, at once: what else they bring, `decided` says."""
        conflicts = (replace(one, choice=decisions.get(one.place, one.choice)) for one in self.report.conflicts)
        return replace(self, report=replace(self.report, conflicts=tuple(conflicts)))

    def decided(self, decisions: Decisions) -> "Comparison":
        """Return what merging would do after these decisions; the database is not asked again."""
        if self.states is None:
            return self
        return replace(self, report=merge(*self.states, decisions)[1])


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a workshop file. Where the report has open conflicts, nothing was changed."""

    fate: Fate
    changes: Changes
    report: Report = field(default_factory=Report)


def compare_file(database: Database, file: WorkshopFile, decisions: Decisions | None = None) -> Comparison:
    """Return what merging a workshop file would do; nothing is changed."""
    with database.session() as session:
        ours = load_workshop(session, file.workshop.id)
        if ours is None:
            return Comparison(Fate.NEW)
        here = take_snapshot(ours, load_files(session, ours.id))
        there = _arriving(file, ours)[0]
        if here.id == there.id:
            return Comparison(Fate.SAME, ours, here.id)
        known = (*file.lineage, there.id)
        base = find_base(load_common(session, ours.id, known), known)
    states = base, here.state, there.state
    return Comparison(Fate.DIFFERS, ours, here.id, merge(*states, decisions)[1], states)


def merge_workshop(
    database: Database, workshop_id: UUID, file: WorkshopFile, decisions: Decisions, *, who: str, seen: UUID | None
) -> Changes:
    """Merge a workshop file into the workshop here, as a person has decided.

    `seen` is the id of the state that the decisions are about. Raises UserError where the workshop was changed since,
    where something is not decided, or where it is gone.
    """
    with database.transaction(deed="merge_workshop", who=who, workshop_id=workshop_id) as session:
        workshop = load_workshop(session, workshop_id)
        if workshop is None:
            raise UserError(
                "This workshop is not in the database any more; perhaps it was removed on another computer."
            )
        ours = load_files(session, workshop_id)
        here = take_snapshot(workshop, ours)
        there, theirs = _arriving(file, workshop)
        if seen != here.id:
            raise UserError(
                "“{title}” was changed here while you looked at the two. Nothing was merged; look at them again.",
                title=workshop.title,
            )
        known = (*file.lineage, there.id)
        base = find_base(load_common(session, workshop_id, known), known)
        merged, report = merge(base, here.state, there.state, decisions)
        if report.open:
            raise undecided(workshop.title, report)
        check_integrity(merged.workshop)
        save_workshop(session, merged.workshop, _chosen(merged, (here, ours), (there, theirs)))
        adopt_all(session, workshop_id, lambda: uuid7(database.now()))
        changes = Changes.of(row_changes(session))
        add_states(session, workshop_id, file.lineage, there.id, there.content)
        return changes


def take_in(database: Database, file: WorkshopFile, *, who: str, prefer: Choice | None = None) -> TakenIn:
    """Take a workshop file in: as a new workshop, or merged into the one that is here.

    Where both sides have changed the same thing, `prefer` says whose is taken; without it nothing is changed, and the
    report has what is open.
    """
    compared = compare_file(database, file)
    if compared.fate is not Fate.DIFFERS:
        return TakenIn(compared.fate, import_workshop_file(database, file, who=who))
    decisions: dict[Place, Choice] = {}
    while compared.report.open and prefer:  # what was decided may leave more to decide
        decisions |= compared.report.deciding(prefer)
        compared = compared.decided(decisions)
    if compared.report.open:
        return TakenIn(Fate.DIFFERS, Changes(), compared.report)
    changes = merge_workshop(database, file.workshop.id, file, decisions, who=who, seen=compared.seen)
    return TakenIn(Fate.DIFFERS, changes, compared.report)


def undecided(title: str, report: Report) -> UserError:
    """Return what is said of a merge in which something is open."""
    subjects = list(dict.fromkeys(one.subject or one.place.field or one.place.table for one in report.open))
    more = [] if len(subjects) <= NAMED else ["…"]
    return UserError(
        "“{title}” was changed here and in the file, each otherwise, in {count} places: {subjects}. Nothing was "
        "changed; decide which is right.",
        title=title,
        count=len(report.open),
        subjects=", ".join(subjects[:NAMED] + more),
    )


def _arriving(file: WorkshopFile, ours: Workshop) -> tuple[Snapshot, dict[str, bytes]]:
    """Return the snapshot of a file and its contents, without those whom the workshop here has forgotten.

    It keeps the id by which the computer that it comes from knows it.
    """
    contents = {path: enclosure.read() for path, enclosure in file.files.items()}
    there = take_snapshot(file.workshop, contents)
    clean = still_forgotten(file.workshop, ours)
    if clean is file.workshop:
        return there, contents
    gone = {one.signature for one in file.workshop.attendants} - {one.signature for one in clean.attendants}
    kept = {path: content for path, content in contents.items() if path not in gone}
    return replace(take_snapshot(clean, kept), id=there.id), kept


def _chosen(merged: State, *sides: tuple[Snapshot, Mapping[str, bytes]]) -> dict[str, bytes]:
    """Return the contents of the files that stay; one may have got another path."""
    known = {side.state.files[path]: content for side, contents in sides for path, content in contents.items()}
    return {path: known[digest] for path, digest in merged.files.items()}
