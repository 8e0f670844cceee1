"""The minutes of a workshop as files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from clesidra_desktop.documents.blocks import Document
from clesidra_desktop.documents.compose import compose_minutes
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.editions import Edition, edition_of
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.workshop import Language, Workshop
from clesidra_desktop.exchange.workshop_file import encode_workshop
from clesidra_desktop.files import write_file


class Format(StrEnum):
    """The formats in which minutes are written."""

    DOCX = "docx"
    PDF = "pdf"


def minutes_name(stem: str, kind: Format, language: Language, edition: Edition = Edition.FULL) -> str:
    """Return the file name of minutes; that of the public edition says so."""
    public = "-public" if edition is Edition.PUBLIC else ""
    return f"{stem}-minutes{public}-{language}.{kind}"


def write_minutes(
    workshop: Workshop,
    targets: Mapping[Format, Path],
    *,
    language: Language,
    edition: Edition = Edition.FULL,
    files: Iterable[str] = (),
    created: datetime | None = None,
    progress: Callable[[Format], Progress] = lambda _: no_progress,
) -> Iterator[Path]:
    """Write an edition of the minutes in a language, one file after the other, and yield each path once it is whole.

    `files` are the paths inside the workshop file that are really there, `created` is the moment for the properties
    of the documents (now, unless given). Raises UserError where a file cannot be written.
    """
    labels = Labels(language)
    document = compose_minutes(workshop, labels, frozenset(files), edition=edition)
    shown = edition_of(workshop, edition)
    moment = created or datetime.now(UTC)
    for kind, path in targets.items():
        write_file(path, render(document, kind, shown, labels, created=moment, progress=progress(kind)))
        yield path


def render(
    document: Document,
    kind: Format,
    source: Workshop,
    labels: Labels,
    *,
    created: datetime,
    progress: Progress = no_progress,
) -> bytes:
    """Return a document in a format; `created` is the moment for its properties.

    The PDF carries `source`, the workshop of the document's own edition, as an attached workshop file.
    """
    # Each format has libraries of its own, which take longer to import than a small workshop takes to write.
    if kind is Format.DOCX:
        from clesidra_desktop.documents.docx import write_docx  # noqa: PLC0415

        return write_docx(document, created=created, progress=progress)
    from clesidra_desktop.documents.pdf import Attachment, write_pdf  # noqa: PLC0415

    data = Attachment("workshop.json", "application/json", encode_workshop(source), labels("attached_workshop"))
    return write_pdf(document, created=created, attachments=[data], progress=progress)
