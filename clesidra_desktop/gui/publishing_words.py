"""Words for published versions and for what changed between them."""

from collections import defaultdict
from datetime import datetime
from pathlib import Path

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.publishing import AcceptedFinding, FileKind, PublishedFile, PublishedVersion
from clesidra_desktop.domain.what_changed import Part
from clesidra_desktop.gui.i18n import LANGUAGE_NAMES, date_text, mark, time_text, tr, tr_count

EDITIONS = {
    Edition.FULL: (mark("Full"), mark("Everything that was recorded.")),
    Edition.PUBLIC: (mark("Public"), mark("Without phone numbers, e-mail addresses, ages, signatures and flags.")),
}
"""What an edition is called where it is chosen, and what it has."""

EDITION_WORDS = {Edition.FULL: mark("full edition"), Edition.PUBLIC: mark("public edition")}

PART_WORDS = {
    Part.HEADER: mark("Title and dates"),
    Part.TEAM: mark("Team"),
    Part.OBJECTIVES: mark("Objectives"),
    Part.COUNTS: mark("Counts of attendants"),
    Part.AGENDA: mark("Agenda"),
    Part.ANSWERS: mark("Answers"),
    Part.POLLS: mark("Polls"),
    Part.WAYS_FORWARD: mark("Ways forward"),
    Part.ATTENDANTS: mark("Attendants"),
    Part.ANNEXES: mark("Annexes"),
    Part.SECTIONS: mark("Sections of the minutes"),
}

MOST_EXPLAINED = 3
"""Reasons that are shown beside a version, each with a finding of its kind: all are on the command line
(versions --json)."""

ENTRY_WORDS = (
    mark("Title"), mark("Programme"), mark("Funder"), mark("Activity"), mark("Starts"), mark("Ends"), mark("Venue"),
    mark("Place"), mark("Facilitators"), mark("MC"), mark("Minute takers"), mark("Attendants"), mark("Women"),
    mark("Men"), mark("Other"), mark("Not recorded"), mark("Order"),
    mark("Heading"), mark("Not printed"), mark("Text before it"), mark("Text after it"),
)  # fmt: skip
"""The names of what is compared, as `domain.what_changed` has them."""


KIND_WORDS = {
    FileKind.PDF: mark("Minutes, PDF"),
    FileKind.DOCX: mark("Minutes, Word"),
    FileKind.REGISTER: mark("Register, spreadsheet"),
    FileKind.WORKSHOP: mark("Workshop file"),
}


def file_text(file: PublishedFile) -> str:
    """Return what a published file is, and how large; an annex has its own name."""
    name = tr(KIND_WORDS[file.kind]) if file.kind in KIND_WORDS else Path(file.name).name
    if file.withdrawn:
        day = date_text(file.withdrawn.astimezone().date())
        return f"{name}\n{tr('Withdrawn on {day} at the request of a person', day=day)}"
    return f"{name}  ({size_text(file.size)})"


def about_text(version: PublishedVersion) -> str:
    """Return what a version replaces and why, and which findings stay in it for which reasons."""
    parts = []
    if version.replaces:
        parts.append(tr("Replaces version {number}: {reason}", number=version.replaces.number, reason=version.reason))
    kinds: defaultdict[tuple[str, str], list[AcceptedFinding]] = defaultdict(list)
    for one in version.accepted:
        if one.reason:
            kinds[one.code, one.reason].append(one)
    for (_, reason), (first, *more) in list(kinds.items())[:MOST_EXPLAINED]:
        said = [tr(first.template, **first.values)]
        if more:
            said.append(tr("… and {count} more of this kind.", count=len(more)))
        parts.append(f"{' '.join(said)} — {reason}")
    if (left := len(kinds) - MOST_EXPLAINED) > 0:
        parts.append(tr_count("… and {count} other reason.", "… and {count} other reasons.", left))
    return "\n".join(parts)


def moment_text(moment: datetime) -> str:
    """Return a moment as a day and a time on the clock of this computer."""
    local = moment.astimezone()
    return f"{date_text(local.date())}, {time_text(local)}"


def version_text(version: PublishedVersion) -> str:
    """Return which version it is, and when it was published."""
    return tr("Version {number}, {moment}", number=version.number, moment=moment_text(version.at))


def details_text(version: PublishedVersion) -> str:
    """Return who published a version, in which language and edition."""
    who = version.who or tr("not known by whom")
    return f"{who} · {edition_text(version)}"


def edition_text(version: PublishedVersion) -> str:
    """Return the language and the edition of a version."""
    return f"{LANGUAGE_NAMES[version.language]} · {tr(EDITION_WORDS[version.edition])}"


def size_text(size: int) -> str:
    """Return a number of bytes as people read it."""
    return f"{size / 1024**2:.1f} MB" if size >= 1024**2 else f"{max(1, round(size / 1024))} kB"
