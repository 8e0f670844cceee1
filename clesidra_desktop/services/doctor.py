"""The health of what is kept: the database, the files in it, and packs in folders."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.exchange.arrivals import find_packs
from clesidra_desktop.exchange.pack import ChangeKind, verify_pack
from clesidra_desktop.exchange.workshop_file.integrity import check_integrity
from clesidra_desktop.misfits import Misfit
from clesidra_desktop.services.published import FaultKind, check_published
from clesidra_desktop.storage import doctor as stored
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.published import is_needed
from clesidra_desktop.storage.workshops import load_workshop

CHANGED = {
    ChangeKind.ALTERED: "{pack}: {file} is not as it was packed. Take it from another copy of the pack.",
    ChangeKind.MISSING: "{pack}: {file} is missing. Take it from another copy of the pack.",
    ChangeKind.UNREADABLE: "{pack}: {file} cannot be read. Check the drive, and copy the pack to another one.",
    ChangeKind.ADDED: "{pack}: {file} was put in after the pack was made. Move it out of it.",
    ChangeKind.RENAMED: "{pack}: {file} is in it under another name than it was packed with, which is among those that "
    "are missing. Give it that name again.",
    ChangeKind.LIST: "{pack}: the list {file} is damaged itself. The files in the pack may be whole, but nobody can "
    "tell. Move nothing out of it; copy the whole pack again from where it came from.",
}

PUBLISHED = {
    FaultKind.MISSING: "{name} of version {number} of the minutes of “{title}” is missing. Take it from the pack of "
    "this version, or from a copy of the database.",
    FaultKind.ALTERED: "{name} of version {number} of the minutes of “{title}” is not what was published. Take it from "
    "the pack of this version, or from a copy of the database.",
}

STEPS = 100
"""Steps of progress for each pack."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it should be: a sentence with its values."""

    template: str
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """What is wrong, in English."""
        return self.template.format(**self.values)


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found, and what was looked at: workshops and files of the database, and packs."""

    faults: tuple[Fault, ...]
    workshops: int = 0
    files: int = 0
    packs: int = 0


def examine_database(database: Database, progress: Progress = no_progress) -> Diagnosis:
    """Look at the database itself, at each workshop and at each file in it. `progress` may raise to stop."""
    with database.session() as session:
        workshops, files = stored.all_workshops(session), stored.all_files(session)
    total = len(workshops) + len(files) + 2
    progress(0, total)
    faults = list(_of_database(database))
    for done, (workshop_id, title) in enumerate(workshops, start=1):
        progress(done, total)
        faults += _of_workshop(database, workshop_id, title)
    for done, file_id in enumerate(files, start=len(workshops) + 1):
        progress(done, total)
        faults += _of_file(database, file_id)
    faults += _of_published(database, lambda _done, _total: progress(total - 1, total))
    progress(total, total)
    return Diagnosis(tuple(faults), workshops=len(workshops), files=len(files))


def examine_packs(folder: Path, progress: Progress = no_progress) -> Diagnosis:
    """Look at every byte of all packs in a folder. Raises UserError where there is none."""
    packs = find_packs(folder)
    if not packs:
        raise UserError("There is no pack in {folder}. Choose the folder of packs, or one of them.", folder=str(folder))
    faults: list[Fault] = []
    for number, pack in enumerate(packs):

        def tell(done: int, total: int, number: int = number) -> None:
            progress(number * STEPS + STEPS * done // max(total, 1), len(packs) * STEPS)

        name = pack.name if pack == folder else pack.relative_to(folder).as_posix()
        try:
            faults += [Fault(CHANGED[one.kind], {"pack": name, "file": one.path}) for one in verify_pack(pack, tell)]
        except UserError as error:
            faults.append(Fault(error.template, error.values))
    progress(len(packs) * STEPS, len(packs) * STEPS)
    return Diagnosis(tuple(faults), packs=len(packs))


def _of_database(database: Database) -> Iterator[Fault]:
    with database.session() as session:
        for said in stored.engine_faults(session):
            yield Fault(
                "The file of the database is damaged ({said}). Stop working in it, and put a copy of it in its place.",
                {"said": said},
            )
        for table, parent in stored.orphans(session):
            yield Fault(
                "Rows of {table} refer to rows of {parent} that are gone. Put a copy of the database in its place.",
                {"table": table, "parent": parent},
            )
        found, expected = stored.schema_revision(session)
        if found != expected:
            yield Fault(
                "The database has the schema {found}, and this program {expected}. Update the program on all computers "
                "that use it.",
                {"found": found, "expected": expected},
            )
        if (gap := stored.journal_gap(session)) is not None:
            yield Fault(
                "The journal lacks its entry {sequence}: somebody took it out. Compare with a copy of the database.",
                {"sequence": gap},
            )


def _of_workshop(database: Database, workshop_id: UUID, title: str) -> Iterator[Fault]:
    try:
        with database.session() as session:
            workshop = load_workshop(session, workshop_id)
        if workshop is not None:
            check_integrity(workshop)
    except UserError as error:  # the file of the database is damaged where the workshop stands
        yield Fault(error.template, error.values)
    except Misfit as misfit:
        yield Fault(
            "“{title}” does not hold together at {path}: found {found}, expected {expected}.",
            {"title": title, "path": misfit.path, "found": misfit.found, "expected": misfit.expected},
        )
    except (ValueError, LookupError, TypeError) as error:  # what no column of this program holds
        yield Fault(
            "“{title}” cannot be read: {reason}. Take it from a copy of the database.",
            {"title": title, "reason": f"{type(error).__name__}: {error}"},
        )


def _of_published(database: Database, progress: Progress) -> Iterator[Fault]:
    for one in check_published(database, progress):
        values = {"name": one.name, "number": one.number, "title": one.title}
        yield Fault(PUBLISHED[one.kind], values)


def _of_file(database: Database, file_id: UUID) -> Iterator[Fault]:
    with database.session() as session:
        if stored.is_file_whole(session, file_id):
            return
        names = list(stored.names_of_file(session, file_id))
        is_published = is_needed(session, file_id)
    for title, path in names:
        yield Fault(
            "The file {path} of “{title}” is not as it was put in. Put it in again from where it came from.",
            {"title": title, "path": path},
        )
    if not names and not is_published:  # or it is told with the version
        yield Fault("A file in the database that no workshop shows any more is damaged: {id}.", {"id": str(file_id)})
