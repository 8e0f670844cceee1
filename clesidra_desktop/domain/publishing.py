"""Publishing: minutes frozen under a number, and the findings that were accepted for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeAlias
from uuid import UUID

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.finding import Finding, Severity
from clesidra_desktop.domain.language import Language


class FileKind(StrEnum):
    """What a published file is."""

    PDF = "pdf"
    DOCX = "docx"
    REGISTER = "register"
    WORKSHOP = "workshop"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True)
class Standing:
    """What minutes are: a draft, where `number` is 0, or a published version of a day.

    `replaces` is the number of the version that it replaces, 0 where it replaces none, and `reason` says why.
    """

    number: int = 0
    day: date | None = None
    replaces: int = 0
    replaced_day: date | None = None
    reason: str = ""


DRAFT = Standing()


@dataclass(frozen=True, slots=True)
class Replaced:
    """A published version that another one replaces: its number and when it was published.

    The moment is not known where that version is not here: only the one that replaces it was taken in so far.
    """

    number: int
    at: datetime | None


@dataclass(frozen=True, slots=True)
class AcceptedFinding:
    """A finding that stayed in published minutes, and the reason that was typed; it is a sentence as a `Finding` is."""

    code: str
    severity: str
    where: str
    template: str
    values: Mapping[str, object]
    reason: str

    @property
    def sentence(self) -> str:
        """What was found, in English."""
        return self.template.format(**self.values)


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file of a published version; `name` is its path in the pack, with / between folders.

    `withdrawn` is when its bytes were taken away, because a person who is named in it asked to be forgotten.
    """

    id: UUID
    kind: FileKind
    name: str
    size: int
    sha256: str
    withdrawn: datetime | None = None


@dataclass(frozen=True, slots=True)
class PublishedVersion:
    """Minutes as they were published. It never changes: a correction is another version.

    `replaces` is the version before it in the same language and edition; `reason` says why it had to be corrected.
    `withdrawn` is when a person was taken out of its reason or its findings.
    """

    id: UUID
    workshop_id: UUID
    number: int
    at: datetime
    who: str
    language: Language
    edition: Edition
    reason: str
    replaces: Replaced | None
    accepted: tuple[AcceptedFinding, ...]
    files: tuple[PublishedFile, ...]
    withdrawn: datetime | None = None

    def file(self, kind: FileKind) -> PublishedFile | None:
        """Return the first file of a kind that was not withdrawn."""
        return next((file for file in self.files if file.kind is kind and not file.withdrawn), None)


def needs_reason(finding: Finding) -> bool:
    """Whether a finding may stay in published minutes only with a reason: where they say something wrong."""
    return finding.severity is Severity.ERROR


FindingKey: TypeAlias = tuple[str, str]
"""How a finding is known while somebody explains it: its code and where it is."""


def finding_key(finding: Finding) -> FindingKey:
    """Return how a finding is known."""
    return finding.code, finding.where


def unexplained(findings: Iterable[Finding], reasons: Mapping[FindingKey, str]) -> tuple[Finding, ...]:
    """Return the findings that need a reason and have none."""
    return tuple(one for one in findings if needs_reason(one) and not reasons.get(finding_key(one), "").strip())


def accepted(findings: Iterable[Finding], reasons: Mapping[FindingKey, str]) -> tuple[AcceptedFinding, ...]:
    """Return findings as they are kept with a version: all of them, those that need no reason without one."""
    return tuple(
        AcceptedFinding(
            one.code,
            one.severity.value,
            one.where,
            one.template,
            {name: value if isinstance(value, int) else str(value) for name, value in one.values.items()},
            reasons.get(finding_key(one), "").strip(),
        )
        for one in findings
    )


def reasons_before(versions: Sequence[PublishedVersion]) -> dict[FindingKey, str]:
    """Return the reasons that were typed for the last version: what stays again stays for the same reason."""
    last = max(versions, key=lambda version: version.number, default=None)
    return {(one.code, one.where): one.reason for one in last.accepted if one.reason} if last else {}


def next_number(versions: Sequence[PublishedVersion]) -> int:
    """Return the number of the next version."""
    return max((version.number for version in versions), default=0) + 1


def newest_of_each(versions: Iterable[PublishedVersion]) -> tuple[PublishedVersion, ...]:
    """Return the versions that hold: of each language and edition the newest, in the order of their numbers."""
    newest: dict[tuple[Language, Edition], PublishedVersion] = {}
    for one in sorted(versions, key=lambda version: version.number):
        newest[one.language, one.edition] = one
    return tuple(sorted(newest.values(), key=lambda version: version.number))


def replaced_by(versions: Sequence[PublishedVersion], language: Language, edition: Edition) -> PublishedVersion | None:
    """Return the version that a new one of this language and edition would replace."""
    same = [one for one in versions if (one.language, one.edition) == (language, edition)]
    return max(same, key=lambda version: version.number, default=None)
