"""The minutes of a workshop as files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from clesidra_desktop.documents.blocks import Document
from clesidra_desktop.documents.compose import compose_minutes
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.workshop import Language, Workshop
from clesidra_desktop.files import write_file


class Format(StrEnum):
    """The formats in which minutes are written."""

    DOCX = "docx"
    PDF = "pdf"


def write_minutes(
    workshop: Workshop,
    targets: Mapping[Format, Path],
    *,
    language: Language,
    files: Iterable[str] = (),
    created: datetime | None = None,
    progress: Callable[[Format], Progress] = lambda _: no_progress,
) -> Iterator[Path]:
    """Write the minutes in a language, one file after the other, and yield each path once it is whole.

    `files` are the paths inside the workshop file that are really there, `created` is the moment for the properties
    of the documents (now, unless given). Raises UserError where a file cannot be written.
    """
    document = compose_minutes(workshop, Labels(language), frozenset(files))
    moment = created or datetime.now(UTC)
    for kind, path in targets.items():
        content = _writer(kind)(document, created=moment, progress=progress(kind))
        write_file(path, content)
        yield path


class Writer(Protocol):
    """Turns a document into the bytes of a file."""

    def __call__(self, document: Document, *, created: datetime, progress: Progress) -> bytes:
        """Write the document; `created` stands in its properties."""
        ...


def _writer(kind: Format) -> Writer:
    # Each format has libraries of its own, which take longer to import than a small workshop takes to write.
    if kind is Format.PDF:
        from clesidra_desktop.documents.pdf import write_pdf  # noqa: PLC0415

        return write_pdf
    from clesidra_desktop.documents.docx import write_docx  # noqa: PLC0415

    return write_docx
