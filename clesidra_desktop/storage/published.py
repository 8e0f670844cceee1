"""Published versions: they are added and read. Nothing changes one but a person's wish to be forgotten."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.forgetting import Scrubber
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.publishing import (
    AcceptedFinding,
    FileKind,
    PublishedFile,
    PublishedVersion,
    Replaced,
)
from clesidra_desktop.storage.ids import keyed_id
from clesidra_desktop.storage.tables.annexes import FileRow, WorkshopFileRow
from clesidra_desktop.storage.tables.published import PublishedFileRow, PublishedVersionRow
from clesidra_desktop.storage.workshops import save_contents


def version_id(workshop_id: UUID, number: int) -> UUID:
    """Return the id of a version of a workshop."""
    return keyed_id(workshop_id, PublishedVersionRow.__tablename__, number)


def published_file_id(version: UUID, place: int) -> UUID:
    """Return the id of a file of a version, by its place among them."""
    return keyed_id(version, PublishedFileRow.__tablename__, place)


def add_version(
    session: Session, version: PublishedVersion, contents: Mapping[str, tuple[FileKind, bytes]]
) -> PublishedVersion:
    """Keep a version with its files by name; contents that are there already are not kept twice.

    A version that was published elsewhere names its files, and of those that were withdrawn there are no contents.
    Returns the version with its files. Raises UserError for a file that is too large.
    """
    ids = save_contents(session, {name: content for name, (_, content) in contents.items()})
    row = PublishedVersionRow(
        workshop_id=version.workshop_id,
        number=version.number,
        at=version.at,
        who=version.who,
        language=version.language.value,
        edition=version.edition.value,
        reason=version.reason,
        replaces=version.replaces.number if version.replaces else None,
        accepted=[asdict(one) for one in version.accepted],
        withdrawn=version.withdrawn,
    )
    row.id = version.id
    session.add(row)
    session.flush()  # before the rows that refer to it
    kept: list[PublishedFileRow] = []
    for file in version.files or measured(version.id, contents):
        file_row = PublishedFileRow(
            version_id=row.id,
            ordinal=len(kept),
            kind=file.kind.value,
            name=file.name,
            size=file.size,
            sha256=file.sha256,
            file_id=None if file.withdrawn else ids[file.name],
            withdrawn=file.withdrawn,
        )
        file_row.id = published_file_id(row.id, len(kept))
        kept.append(file_row)
    session.add_all(kept)
    session.flush()
    return replace(version, files=tuple(map(_file, kept)))


def measured(version: UUID, contents: Mapping[str, tuple[FileKind, bytes]]) -> tuple[PublishedFile, ...]:
    """Return the files of a version, by its id, that contents are, in their order."""
    return tuple(
        PublishedFile(published_file_id(version, place), kind, name, len(content), sha256(content).hexdigest())
        for place, (name, (kind, content)) in enumerate(contents.items())
    )


def load_versions(session: Session, workshop_id: UUID | None = None) -> tuple[PublishedVersion, ...]:
    """Return the versions of a workshop, or of all, the first one first."""
    wanted = select(PublishedVersionRow).order_by(PublishedVersionRow.workshop_id, PublishedVersionRow.number)
    if workshop_id is not None:
        wanted = wanted.where(PublishedVersionRow.workshop_id == workshop_id)
    rows = list(session.scalars(wanted))
    times = {(row.workshop_id, row.number): row.at for row in rows}
    files: dict[UUID, list[PublishedFile]] = {}
    of_versions = select(PublishedFileRow).order_by(PublishedFileRow.version_id, PublishedFileRow.ordinal)
    if workshop_id is not None:
        of_versions = of_versions.where(PublishedFileRow.version_id.in_([row.id for row in rows]))
    for file in session.scalars(of_versions):
        files.setdefault(file.version_id, []).append(_file(file))
    return tuple(_version(row, times, files.get(row.id, ())) for row in rows)


def load_content(session: Session, published_file_id: UUID) -> bytes | None:
    """Return the bytes of a published file; None where they were withdrawn or are lost."""
    wanted = select(FileRow.content).join(PublishedFileRow, PublishedFileRow.file_id == FileRow.id)
    return session.scalar(wanted.where(PublishedFileRow.id == published_file_id))


def withdraw(
    session: Session, workshop_id: UUID, naming: Collection[UUID], scrubber: Scrubber, moment: datetime
) -> frozenset[UUID]:
    """Take the bytes of published files away in which a person is named, and the person out of what is kept of them.

    `naming` are the ids of these files; names of files, reasons and findings of all versions of the workshop are
    scrubbed. Returns the ids of the rows that were changed.
    """
    changed: set[UUID] = set()
    versions = session.scalars(select(PublishedVersionRow).where(PublishedVersionRow.workshop_id == workshop_id)).all()
    for version in versions:
        reason, accepted = scrubber.scrub(version.reason), scrub_accepted(version.accepted, scrubber)
        if (reason, accepted) != (version.reason, version.accepted):
            version.reason, version.accepted, version.withdrawn = reason, accepted, moment
            changed.add(version.id)
    rows = session.scalars(
        select(PublishedFileRow).where(PublishedFileRow.version_id.in_([one.id for one in versions]))
    )
    emptied: set[UUID] = set()
    for row in rows:
        name = _scrubbed_name(row, scrubber)
        if row.id not in naming and name == row.name:
            continue
        if row.file_id:
            emptied.add(row.file_id)
        row.name, row.file_id, row.withdrawn = name, None, row.withdrawn or moment
        changed.add(row.id)
    session.flush()
    for content in session.scalars(select(FileRow).where(FileRow.id.in_(emptied))):
        if not is_needed(session, content.id):
            session.delete(content)
    session.flush()
    return frozenset(changed)


def scrub_accepted(findings: list[dict[str, Any]], scrubber: Scrubber) -> list[dict[str, Any]]:
    """Return findings without a person; what fills a sentence may be a name and nothing else."""
    return [
        {**scrubber.scrub(one), "values": {key: scrubber.scrub_name(value) for key, value in one["values"].items()}}
        for one in findings
    ]


def is_needed(session: Session, file_id: UUID) -> bool:
    """Whether a workshop or a published version still has a content."""
    of_workshop = select(WorkshopFileRow.id).where(WorkshopFileRow.file_id == file_id).limit(1)
    published = select(PublishedFileRow.id).where(PublishedFileRow.file_id == file_id).limit(1)
    return session.scalar(of_workshop) is not None or session.scalar(published) is not None


def is_in_name(name: str, scrubber: Scrubber) -> bool:
    """Whether a person is in the name of a file, whatever stands between words there."""
    plain = name.translate(dict.fromkeys(map(ord, "-_/."), " "))
    return bool(scrubber.scrub(plain) != plain)


def _scrubbed_name(row: PublishedFileRow, scrubber: Scrubber) -> str:
    """Return the name of a file, or a number in its place where the person is in it."""
    return f"{row.ordinal + 1}{PurePosixPath(row.name).suffix}" if is_in_name(row.name, scrubber) else row.name


def _version(
    row: PublishedVersionRow, times: Mapping[tuple[UUID, int], datetime], files: Sequence[PublishedFile]
) -> PublishedVersion:
    replaced = None if row.replaces is None else Replaced(row.replaces, times.get((row.workshop_id, row.replaces)))
    return PublishedVersion(
        id=row.id,
        workshop_id=row.workshop_id,
        number=row.number,
        at=row.at,
        who=row.who,
        language=Language(row.language),
        edition=Edition(row.edition),
        reason=row.reason,
        replaces=replaced,
        accepted=tuple(AcceptedFinding(**one) for one in row.accepted),
        files=tuple(files),
        withdrawn=row.withdrawn,
    )


def _file(row: PublishedFileRow) -> PublishedFile:
    return PublishedFile(row.id, FileKind(row.kind), row.name, row.size, row.sha256, row.withdrawn)
