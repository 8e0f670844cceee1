"""Published versions for tests: as little as makes one."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.publishing import AcceptedFinding, FileKind, PublishedVersion
from clesidra_desktop.storage.published import version_id

PUBLISHED_AT = datetime(2026, 11, 30, 3, 30, tzinfo=UTC)
CONTENTS = {
    "rivers-minutes-en.pdf": (FileKind.PDF, b"%PDF of the minutes"),
    "annexes/map.png": (FileKind.ANNEX, b"\x89PNG\x00\xff"),
}


def version(workshop_id: UUID, number: int = 1, **fields: Any) -> PublishedVersion:
    """Return a version that has no files yet."""
    usual: dict[str, Any] = {
        "id": version_id(workshop_id, number),
        "workshop_id": workshop_id,
        "number": number,
        "at": PUBLISHED_AT,
        "who": "Bopha",
        "language": Language.ENGLISH,
        "edition": Edition.FULL,
        "reason": "",
        "replaces": None,
        "accepted": (
            AcceptedFinding("poll-total", "error", "$.polls[0]", "It is {total}.", {"total": 3}, "Counted twice."),
        ),
        "files": (),
    }
    return PublishedVersion(**(usual | fields))
