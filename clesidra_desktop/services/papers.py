"""The papers for the room as files."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.papers import (
    write_badges,
    write_capture_sheets,
    write_group_lists,
    write_sign_in_sheets,
)
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.files import write_file


class Paper(StrEnum):
    """The papers that are printed for a room."""

    SIGN_IN = "sign-in"
    BADGES = "badges"
    GROUPS = "groups"
    CAPTURE = "capture"


class Writer(Protocol):
    """Writes a paper as PDF."""

    def __call__(self, workshop: Workshop, labels: Labels, *, created: datetime, progress: Progress) -> bytes:
        """Write the paper in the language of the labels; `created` stands in its properties."""
        ...


WRITERS: Mapping[Paper, Writer] = {
    Paper.SIGN_IN: write_sign_in_sheets,
    Paper.BADGES: write_badges,
    Paper.GROUPS: write_group_lists,
    Paper.CAPTURE: write_capture_sheets,
}


def why_empty(paper: Paper, workshop: Workshop) -> str:
    """Return the sentence that says why there would be nothing on a paper, or an empty text where there is."""
    if paper is Paper.BADGES and not workshop.attendants:
        return "There are no attendants, so no name badges were made."
    if paper is Paper.GROUPS and not workshop.sectors:
        return "There are no sectors, so no group lists were made."
    if paper is Paper.CAPTURE and not (workshop.sectors and workshop.questions):
        return "There are no sectors or no questions, so no capture sheets were made."
    return ""


def write_papers(
    workshop: Workshop,
    targets: Mapping[Paper, Path],
    *,
    language: Language,
    created: datetime | None = None,
    progress: Callable[[Paper], Progress] = lambda _: no_progress,
) -> Iterator[Path]:
    """Write papers in a language, one file after the other, and yield each path once it is whole.

    Papers on which there would be nothing (see `why_empty`) are not written. `created` is the moment for the properties
    of the files (now, unless given). Raises UserError where a file cannot be written, and for sign-in sheets of a
    workshop that lasts longer than a month.
    """
    labels = Labels(language)
    moment = created or datetime.now(UTC)
    for paper, path in targets.items():
        if not why_empty(paper, workshop):
            write_file(path, WRITERS[paper](workshop, labels, created=moment, progress=progress(paper)))
            yield path
