"""Published versions that come in with packs: kept here, as they were published elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.forgetting import NOBODY
from clesidra_desktop.domain.publishing import (
    AcceptedFinding,
    FileKind,
    PublishedFile,
    PublishedVersion,
    Replaced,
    next_number,
)
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.arrivals import Arrived
from clesidra_desktop.exchange.arrived_versions import ArrivedVersion
from clesidra_desktop.exchange.published_version import VersionRecord
from clesidra_desktop.services.published_pack import read_snapshot
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.published import add_version, load_versions, published_file_id, version_id
from clesidra_desktop.storage.workshops import load_workshop

KEPT = "Version {number}, published on {moment} by {who}, is kept here now."
KEPT_OF_NOBODY = "Version {number}, published on {moment}, is kept here now; who published it, the pack does not say."
SAME = "Version {number}, published on {moment}, is here already."
OTHER = (
    "Version {number} in the pack, published on {moment} by {who}, is another one than the version {number} here: its "
    "files differ. It was not taken over. Keep the pack, agree which of the two is right, and publish that one again: "
    "it gets number {next}."
)
OTHER_OF_NOBODY = (
    "Version {number} in the pack, published on {moment}, is another one than the version {number} here: its files "
    "differ. It was not taken over. Keep the pack, agree which of the two is right, and publish that one again: "
    "it gets number {next}."
)
FORGOTTEN = (
    "Version {number}, published on {moment}, names a person who was anonymized here. It was not taken over. Publish a "
    "new version without this person, and delete the pack."
)


class VersionFate(StrEnum):
    """What became of a version that came in."""

    KEPT = "kept"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ToldVersion:
    """A version that came in and what became of it: `template` and `values` are the sentence that says it."""

    fate: VersionFate
    template: str
    values: Mapping[str, Any]


def keep_versions(database: Database, arrived: Arrived, *, who: str) -> tuple[ToldVersion, ...]:
    """Keep the published versions that came with a workshop, which must be in the database; each by itself.

    The same number with the same files is here already. The same number with other files is not taken over: what was
    published here stays, and the next number is beyond both.
    """
    return tuple(_kept(database, one, arrived.file.workshop, who) for one in arrived.versions)


def _kept(database: Database, arrived: ArrivedVersion, workshop: Workshop, who: str) -> ToldVersion:
    try:
        record = arrived.record(workshop)
        with database.session() as session:
            if told := _told(load_versions(session, workshop.id), record):
                return told
        contents = arrived.contents(record)
        with database.transaction(deed="keep_version", who=who, workshop_id=workshop.id) as session:
            if told := _told(load_versions(session, workshop.id), record):
                return told
            if _names_the_forgotten(load_workshop(session, workshop.id), record, contents):
                return ToldVersion(VersionFate.REFUSED, FORGOTTEN, _values(record))
            kinds = {file.name: file.kind for file in record.files}
            add_version(session, _version(record), {name: (kinds[name], one) for name, one in contents.items()})
    except UserError as error:
        return ToldVersion(VersionFate.REFUSED, error.template, error.values)
    return ToldVersion(VersionFate.KEPT, KEPT if record.who else KEPT_OF_NOBODY, _values(record))


def _told(versions: tuple[PublishedVersion, ...], record: VersionRecord) -> ToldVersion | None:
    """Return what is said of a version whose number is here already; None where it is not."""
    here = next((one for one in versions if one.number == record.number), None)
    if here is None:
        return None
    if sorted(file.sha256 for file in here.files) == sorted(file.sha256 for file in record.files):
        return ToldVersion(VersionFate.SAME, SAME, _values(record))
    values = {**_values(record), "next": next_number(versions)}
    return ToldVersion(VersionFate.REFUSED, OTHER if record.who else OTHER_OF_NOBODY, values)


def _values(record: VersionRecord) -> dict[str, Any]:
    return {"number": record.number, "moment": record.at.astimezone(), "who": record.who}


def _names_the_forgotten(workshop: Workshop | None, record: VersionRecord, contents: Mapping[str, bytes]) -> bool:
    """Whether somebody who is nobody any more in the workshop here has a name in a version."""
    forgotten = {one.id for one in workshop.attendants if one.name == NOBODY} if workshop else set()
    file = next((one for one in record.files if one.kind is FileKind.WORKSHOP and not one.withdrawn), None)
    if not forgotten or file is None:
        return False
    published = read_snapshot(contents[file.name]).workshop
    return any(one.id in forgotten and one.name != NOBODY for one in published.attendants)


def _version(record: VersionRecord) -> PublishedVersion:
    id_ = version_id(record.workshop, record.number)
    files = tuple(
        PublishedFile(published_file_id(id_, place), one.kind, one.name, one.size, one.sha256, one.withdrawn)
        for place, one in enumerate(record.files)
    )
    return PublishedVersion(
        id=id_,
        workshop_id=record.workshop,
        number=record.number,
        at=record.at,
        who=record.who,
        language=record.language,
        edition=record.edition,
        reason=record.reason,
        replaces=Replaced(record.replaces, None) if record.replaces else None,
        accepted=tuple(
            AcceptedFinding(one.code, one.severity, one.where, one.template, one.values, one.reason)
            for one in record.accepted
        ),
        files=files,
        withdrawn=record.withdrawn,
    )
