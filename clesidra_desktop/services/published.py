"""Published versions of minutes: which there are, their files, and whether they still are what was published."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.publishing import PublishedFile, PublishedVersion
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.published import load_content, load_versions
from clesidra_desktop.storage.workshops import list_workshops


class FaultKind(StrEnum):
    """What is wrong with a published file."""

    MISSING = "missing"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class PublishedFault:
    """A published file that is not what was published: which one, of which version of which workshop."""

    workshop_id: UUID
    title: str
    number: int
    name: str
    kind: FaultKind


def published_versions(database: Database, workshop_id: UUID) -> tuple[PublishedVersion, ...]:
    """Return the published versions of a workshop, the first one first."""
    with database.session() as session:
        return load_versions(session, workshop_id)


def find_version(database: Database, workshop_id: UUID, number: int) -> PublishedVersion:
    """Return a version by its number. Raises UserError where there is none."""
    versions = published_versions(database, workshop_id)
    found = next((one for one in versions if one.number == number), None)
    if found is None:
        numbers = ", ".join(str(one.number) for one in versions)
        raise UserError(
            "There is no version {number} of these minutes. Published are: {numbers}."
            if versions
            else "These minutes were not published yet, so there is no version {number}.",
            number=number,
            numbers=numbers,
        )
    return found


def read_published(database: Database, file: PublishedFile) -> bytes:
    """Return the bytes of a published file.

    Raises UserError where they were withdrawn or are not what was published.
    """
    if file.withdrawn:
        raise UserError(
            "{name} was withdrawn on {day:%Y-%m-%d} at the request of a person who is named in it. Publish a new "
            "version to have it without this person.",
            name=file.name,
            day=file.withdrawn.astimezone(),
        )
    with database.session() as session:
        content = load_content(session, file.id)
    if content is None or _fault(file, content):
        raise UserError(
            "{name} is not what was published any more: the database was damaged or changed by another program. Take "
            "it from a copy of the database or from the pack of this version.",
            name=file.name,
        )
    return content


def check_published(database: Database, progress: Progress = no_progress) -> list[PublishedFault]:
    """Return what is wrong with published files, each read and hashed against its row; nothing where all are whole.

    `progress` is told how many files are done, and may raise to stop.
    """
    with database.session() as session:
        titles = {one.id: one.title for one in list_workshops(session)}
        files = [(version, file) for version in load_versions(session) for file in version.files if not file.withdrawn]
    faults = []
    for done, (version, file) in enumerate(files):
        progress(done, len(files))
        with database.session() as session:
            content = load_content(session, file.id)
        if kind := _fault(file, content):
            title = titles.get(version.workshop_id, "")
            faults.append(PublishedFault(version.workshop_id, title, version.number, file.name, kind))
    progress(len(files), len(files))
    return faults


def _fault(file: PublishedFile, content: bytes | None) -> FaultKind | None:
    if content is None:
        return FaultKind.MISSING
    same = len(content) == file.size and hashlib.sha256(content).hexdigest() == file.sha256
    return None if same else FaultKind.ALTERED
