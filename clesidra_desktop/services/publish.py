"""Publishing minutes: what stands in the way is looked for, the files are written, and kept under a number."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.finding import Finding
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.publishing import (
    FileKind,
    FindingKey,
    PublishedVersion,
    Replaced,
    Standing,
    accepted,
    next_number,
    replaced_by,
    unexplained,
)
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.services.annexes import opened_annexes
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.file_names import file_stem
from clesidra_desktop.services.findings import check_workshop_file
from clesidra_desktop.services.lineage import Snapshot, look_out
from clesidra_desktop.services.pack import pack_files
from clesidra_desktop.services.published import published_versions
from clesidra_desktop.services.written import Choices
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.ids import file_id
from clesidra_desktop.storage.journal import row_changes
from clesidra_desktop.storage.lineage import add_states
from clesidra_desktop.storage.published import add_version, load_versions, version_id
from clesidra_desktop.storage.workshops import list_files, load_workshop

STEPS = 100
"""Steps that a file counts in the progress, whatever its own are."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is to be published: the workshop as it was read, its findings, and the versions that there are.

    `state` is what is remembered of it when it is published, so that its workshop file can be merged when it returns.
    """

    read: WorkshopFile
    state: Snapshot = field(repr=False)
    findings: tuple[Finding, ...]
    versions: tuple[PublishedVersion, ...]
    at: datetime

    @property
    def number(self) -> int:
        """The number of the next version."""
        return next_number(self.versions)

    def replaces(self, choices: Choices) -> PublishedVersion | None:
        """Return the version that the next one replaces."""
        return replaced_by(self.versions, choices.language, choices.edition)


@dataclass(frozen=True, slots=True)
class Frozen:
    """A version whose files are written and not kept yet: what each is and its bytes, by its name.

    `workshop` is what they were made of, with the ids of its files by their paths.
    """

    version: PublishedVersion
    contents: Mapping[str, tuple[FileKind, bytes]] = field(repr=False)
    workshop: Workshop = field(repr=False)
    files: Mapping[str, UUID] = field(repr=False)
    state: Snapshot = field(repr=False)


def read_proposal(database: Database, workshop_id: UUID) -> Proposal:
    """Return what is to be published, without findings: looking for them takes longer (see `with_findings`)."""
    read, state, _ = look_out(database, workshop_id)
    return Proposal(read, state, (), published_versions(database, workshop_id), database.now())


def with_findings(proposal: Proposal) -> Proposal:
    """Return a proposal with all findings. It touches no database."""
    return replace(proposal, findings=check_workshop_file(proposal.read))


def freeze(
    proposal: Proposal,
    choices: Choices,
    *,
    who: str,
    reasons: Mapping[FindingKey, str],
    reason: str = "",
    progress: Progress = no_progress,
) -> Frozen:
    """Write all files of the next version. It touches no database.

    `reasons` say why findings stay, `reason` why the version that is replaced had to be corrected. Raises UserError
    where one is missing or a file cannot be written; `progress` may raise to stop.
    """
    replaced = proposal.replaces(choices)
    refuse_without_reasons(proposal, replaced, reasons, reason)
    workshop = proposal.read.workshop
    version = PublishedVersion(
        id=version_id(workshop.id, proposal.number),
        workshop_id=workshop.id,
        number=proposal.number,
        at=proposal.at,
        who=who,
        language=choices.language,
        edition=choices.edition,
        reason=" ".join(reason.split()) if replaced else "",
        replaces=Replaced(replaced.number, replaced.at) if replaced else None,
        accepted=accepted(proposal.findings, reasons),
        files=(),
    )
    files = {path: file_id(sha256(one.read()).hexdigest()) for path, one in proposal.read.files.items()}
    return Frozen(version, _write(proposal.read, version, choices, progress), workshop, files, proposal.state)


def _write(
    read: WorkshopFile, version: PublishedVersion, choices: Choices, progress: Progress
) -> dict[str, tuple[FileKind, bytes]]:
    """Return what each file of a version is and its bytes, by its name."""
    workshop = read.workshop
    contents: dict[str, tuple[FileKind, bytes]] = {}
    steps = _Steps(progress, len(FileKind) + len(workshop.annexes))
    with opened_annexes(read, choices.edition, progress=steps) as annexes:
        files = pack_files(
            read,
            name=f"{file_stem(workshop.title)}-v{version.number}",
            language=choices.language,
            edition=choices.edition,
            annexes=annexes,
            appearance=choices.appearance,
            created=version.at,
            standing=standing_of(version, workshop.timezone),
            progress=steps,
        )
        for file in files:
            steps.go_on()
            stream = io.BytesIO()
            file.write(stream)
            contents[file.name] = file.kind, stream.getvalue()
    steps.finish()
    return contents


class _Steps:
    """Tells how far the writing of several files is, from how far each of them is."""

    def __init__(self, progress: Progress, count: int) -> None:
        self._progress = progress
        self._place, self._count = 0, count

    def go_on(self) -> None:
        """Begin with the next of them."""
        self._place = min(self._place + 1, self._count - 1)
        self(0, 1)

    def finish(self) -> None:
        """Tell that all is written."""
        self._progress(self._count * STEPS, self._count * STEPS)

    def __call__(self, done: int, total: int) -> None:
        part = STEPS * done // total if total else 0
        self._progress(self._place * STEPS + min(part, STEPS), self._count * STEPS)


def publish_minutes(database: Database, workshop_id: UUID, frozen: Frozen, *, who: str) -> Changes:
    """Keep a version with its files; nothing changes it from then on, and it cannot be undone.

    Raises UserError where the workshop was changed since it was read, or somebody else has published its minutes.
    """
    with database.transaction(deed="publish_minutes", who=who, workshop_id=workshop_id) as session:
        number = next_number(load_versions(session, workshop_id))
        if number != frozen.version.number:
            raise UserError(
                "Version {number} of these minutes was published meanwhile, perhaps on another computer. Nothing was "
                "published now; look at that version, and publish again.",
                number=number - 1,
            )
        now = load_workshop(session, workshop_id)
        if now != frozen.workshop or list_files(session, workshop_id) != frozen.files:
            raise UserError(
                "“{title}” was changed while its minutes were made, perhaps on another computer. Nothing was "
                "published; look at what is to mend now, and publish again.",
                title=frozen.workshop.title,
            )
        add_version(session, frozen.version, frozen.contents)
        add_states(session, workshop_id, (), frozen.state.id, frozen.state.content)
        return Changes.of(row_changes(session))


def refuse_without_reasons(
    proposal: Proposal, replaced: PublishedVersion | None, reasons: Mapping[FindingKey, str], reason: str
) -> None:
    """Raise UserError where a finding stays without a reason, or a version is replaced without one."""
    if missing := unexplained(proposal.findings, reasons):
        raise UserError(
            "The minutes would be wrong with what was found, and no reason is given why it stays: {findings}. Mend it, "
            "or say why it stays.",
            findings=", ".join(dict.fromkeys(one.code for one in missing)),
        )
    if replaced and not reason.strip():
        raise UserError(
            "This version replaces version {number}. Type why it had to be corrected.", number=replaced.number
        )


def standing_of(version: PublishedVersion, timezone: str) -> Standing:
    """Return what minutes say of a version; days are those of the workshop's time zone."""
    try:
        zone = ZoneInfo(timezone) if timezone else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        zone = None
    replaced = version.replaces
    return Standing(
        version.number,
        version.at.astimezone(zone).date(),
        replaced.number if replaced else 0,
        replaced.at.astimezone(zone).date() if replaced and replaced.at else None,
        version.reason,
    )
