"""What a pack says of the published version that it is: for programs, in a file of its own beside the payload."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from string import Formatter
from typing import Annotated, Final
from uuid import UUID

import msgspec

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.publishing import FileKind, PublishedVersion

VERSION_FILE: Final = "published-version.json"
"""Its name, among the pack's own files, or beside the files of a version in an archive."""

FORMAT_NAME: Final = "clesidra-published-version"
FORMAT: Final = f"{FORMAT_NAME}/1"

_NEWER: Final = re.compile(rf"{FORMAT_NAME}/[1-9][0-9]*")

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
Number = Annotated[int, msgspec.Meta(ge=1)]


class FindingRecord(msgspec.Struct, frozen=True):
    """A finding that stayed in published minutes, as `AcceptedFinding` has it."""

    code: str
    severity: str
    where: str
    template: str
    values: dict[str, str | int | bool]
    reason: str


class FileRecord(msgspec.Struct, frozen=True):
    """A file of a published version; one that was withdrawn is not in the pack."""

    kind: FileKind
    name: str
    size: Annotated[int, msgspec.Meta(ge=0)]
    sha256: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
    withdrawn: Moment | None = None


class VersionRecord(msgspec.Struct, frozen=True):
    """A published version. Of one that was not written down for programs, `who` is not known, nor findings."""

    workshop: UUID
    number: Number
    at: Moment
    who: str
    language: Language
    edition: Edition
    files: tuple[FileRecord, ...]
    reason: str = ""
    replaces: Number | None = None
    accepted: tuple[FindingRecord, ...] = ()
    withdrawn: Moment | None = None
    format: str = FORMAT


def encode_version(version: PublishedVersion, *, with_findings: bool = True) -> bytes:
    """Return what a pack says of a version; the same version gives the same bytes."""
    record = VersionRecord(
        workshop=version.workshop_id,
        number=version.number,
        at=version.at,
        who=version.who,
        language=version.language,
        edition=version.edition,
        files=tuple(FileRecord(file.kind, file.name, file.size, file.sha256, file.withdrawn) for file in version.files),
        reason=version.reason,
        replaces=version.replaces.number if version.replaces else None,
        accepted=tuple(FindingRecord(**asdict(one)) for one in version.accepted) if with_findings else (),
        withdrawn=version.withdrawn,
    )
    return msgspec.json.format(msgspec.json.encode(record, order="deterministic"), indent=1) + b"\n"


def decode_version(content: bytes, source: str) -> VersionRecord:
    """Return what a pack says of a version. Raises UserError, which names `source`, where it cannot be understood."""
    try:
        record = msgspec.json.decode(content, type=VersionRecord)
        reason = _misfit(record)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:  # msgspec.ValidationError is one of them
        record, reason = None, str(error)
    if _NEWER.fullmatch(found := _format_of(content)) and found != FORMAT:
        raise UserError(
            "What {file} says of the published version was written by a newer version of this program. Update the "
            "program, and take the pack in again.",
            file=source,
        )
    if record is None or reason:
        raise UserError(
            "What {file} says of the published version cannot be read: {reason}. Take the pack again from where it "
            "came from.",
            file=source,
            reason=reason,
        )
    return record


def _format_of(content: bytes) -> str:
    try:
        return msgspec.json.decode(content, type=_Versioned).format
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ""


class _Versioned(msgspec.Struct):
    format: str = ""


def _misfit(record: VersionRecord) -> str:
    """Return why a record cannot be used, which types do not tell; nothing where it can."""
    if record.format != FORMAT:
        return f"$.format: {record.format}"
    names = [unicodedata.normalize("NFC", file.name).casefold() for file in record.files]
    if not names or len(set(names)) != len(names):
        return "$.files"
    if record.replaces is not None and record.replaces >= record.number:
        return "$.replaces"
    place = next((place for place, one in enumerate(record.accepted) if not _fits(one.template, one.values)), None)
    return "" if place is None else f"$.accepted[{place}]"


def _fits(template: str, values: Mapping[str, object]) -> bool:
    """Whether a sentence can be filled with its values, and asks for nothing of them but to be written."""
    try:
        asked = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
        return asked <= values.keys() and bool(template.format(**values))
    except (ValueError, LookupError):
        return False
