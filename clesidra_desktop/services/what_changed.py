"""What changed between two published versions, or since one of them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from clesidra_desktop.documents.words import split_words
from clesidra_desktop.domain.editions import Edition, edition_of
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.publishing import FileKind, PublishedVersion
from clesidra_desktop.domain.what_changed import EntryChange, what_changed
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.services.published import find_version, published_versions, read_published
from clesidra_desktop.services.published_pack import read_snapshot, snapshot_file
from clesidra_desktop.services.written import read_file
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.workshops import load_digests

WORDS_KEPT = 10_000
"""Texts whose words are kept while two states are compared: a line is held against several others."""


@dataclass(frozen=True, slots=True)
class WhatChanged:
    """The difference between a version and a later one, or the workshop as it is now where `after` is None."""

    before: PublishedVersion
    after: PublishedVersion | None
    changes: tuple[EntryChange, ...]


def changes_between(
    database: Database, workshop_id: UUID, before: int | None = None, after: int | None = None
) -> WhatChanged:
    """Return what changed from one version, by its number, to another one, or to the workshop as it is now.

    Without `before` it is the one before `after`, or the last one. Where one of the two is a public edition, both are
    compared as such. Raises UserError where there is no such version, or it was withdrawn.
    """
    versions = published_versions(database, workshop_id)
    if not versions:
        raise UserError("These minutes were not published yet, so nothing can have changed since.")
    later = find_version(database, workshop_id, after) if after is not None else None
    if before is None:
        before = max((one.number for one in versions if later is None or one.number < later.number), default=None)
    if before is None:
        raise UserError("There is no version before version {number} to compare it with.", number=after)
    earlier = find_version(database, workshop_id, before)
    old = _snapshot(database, earlier)
    new = _snapshot(database, later) if later else read_file(database, workshop_id)
    editions = {earlier.edition, *({later.edition} if later else ())}
    edition = Edition.PUBLIC if Edition.PUBLIC in editions else Edition.FULL
    changes = what_changed(
        edition_of(old.workshop, edition),
        edition_of(new.workshop, edition),
        files=(_digests(old), _digests(new)),
        split=lru_cache(WORDS_KEPT)(split_words),
    )
    return WhatChanged(earlier, later, changes)


@dataclass(frozen=True, slots=True)
class NewestVersion:
    """The newest version with its workshop file, None where that was withdrawn, and the files of the workshop now."""

    version: PublishedVersion
    snapshot: bytes | None
    digests: Mapping[str, str]


def newest_version(database: Database, workshop_id: UUID) -> NewestVersion | None:
    """Return the newest version and what is needed to tell what changed since; None where nothing was published."""
    versions = published_versions(database, workshop_id)
    if not versions:
        return None
    file = versions[-1].file(FileKind.WORKSHOP)
    content = read_published(database, file) if file else None
    with database.session() as session:
        return NewestVersion(versions[-1], content, load_digests(session, workshop_id))


def changed_since(newest: NewestVersion, workshop: Workshop) -> int | None:
    """Return how many things changed in a workshop since its newest version; None where nobody can tell.

    It touches no database.
    """
    if newest.snapshot is None:
        return None
    old = read_snapshot(newest.snapshot)
    named = {annex.file for annex in workshop.annexes}
    now = {path: digest for path, digest in newest.digests.items() if path in named}
    edition = newest.version.edition
    return len(
        what_changed(
            edition_of(old.workshop, edition),
            edition_of(workshop, edition),
            files=(_digests(old), now),
            split=lru_cache(WORDS_KEPT)(split_words),
        )
    )


def _snapshot(database: Database, version: PublishedVersion) -> WorkshopFile:
    read = snapshot_file(database, version)
    if read is None:
        raise UserError(
            "The workshop file of version {number} was withdrawn at the request of a person, so nobody can tell what "
            "changed since.",
            number=version.number,
        )
    return read


def _digests(read: WorkshopFile) -> dict[str, str]:
    wanted = {annex.file for annex in read.workshop.annexes} & read.files.keys()
    return {path: hashlib.sha256(read.files[path].read()).hexdigest() for path in wanted}
