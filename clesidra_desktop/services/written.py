"""What is written from a workshop of the database: a preview, minutes, papers for the room, the closing pack."""

import io
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from clesidra_desktop.documents.page_pictures import PagePictures
from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.finding import Finding
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.exchange.workshop_file.enclosures import EnclosureInMemory
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.services.annexes import opened_annexes
from clesidra_desktop.services.appearance import PLAIN, Appearance
from clesidra_desktop.services.file_names import file_stem
from clesidra_desktop.services.findings import file_findings
from clesidra_desktop.services.minutes import Format, compose, minutes_name, write_minutes
from clesidra_desktop.services.pack import write_pack
from clesidra_desktop.services.papers import Paper, write_papers
from clesidra_desktop.services.workshops import export_workshop
from clesidra_desktop.storage.database import Database


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person has chosen for documents."""

    language: Language
    edition: Edition = Edition.FULL
    appearance: Appearance = PLAIN


def read_file(database: Database, workshop_id: UUID) -> WorkshopFile:
    """Return a workshop of the database with its files, as if it had been read from a workshop file."""
    workshop, contents = export_workshop(database, workshop_id)
    return WorkshopFile(workshop, {path: EnclosureInMemory(content) for path, content in contents.items()})


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages of minutes, and what was found in files and fonts when they were made."""

    pictures: PagePictures
    findings: tuple[Finding, ...]


def preview(read: WorkshopFile, choices: Choices, progress: Progress = no_progress) -> Preview:
    """Return the pages of the minutes as the PDF has them; only office files are not converted for it.

    `progress` may raise to stop the work.
    """
    with opened_annexes(read, choices.edition, office=False, progress=progress) as annexes:
        minutes = compose(read, choices.language, choices.edition, annexes, appearance=choices.appearance)
        stream = io.BytesIO()
        minutes.write(Format.PDF, stream, progress)
        findings = file_findings(read, annexes)
    return Preview(PagePictures(stream.getvalue()), findings)


def write_minutes_into(
    read: WorkshopFile, folder: Path, formats: Collection[Format], choices: Choices, progress: Progress = no_progress
) -> tuple[Path, ...]:
    """Write the minutes into a folder and return the files. Raises UserError where they cannot be written."""
    stem = file_stem(read.workshop.title)
    targets = {
        kind: folder / minutes_name(stem, kind, choices.language, choices.edition) for kind in Format if kind in formats
    }
    with opened_annexes(read, choices.edition, progress=progress) as annexes:
        written = write_minutes(
            read,
            targets,
            language=choices.language,
            edition=choices.edition,
            annexes=annexes,
            appearance=choices.appearance,
            progress=lambda _kind: progress,
        )
        return tuple(written)


def write_papers_into(
    read: WorkshopFile, folder: Path, papers: Collection[Paper], language: Language, progress: Progress = no_progress
) -> tuple[Path, ...]:
    """Write papers for the room into a folder and return the files; those with nothing on them are not written."""
    stem = file_stem(read.workshop.title)
    targets = {paper: folder / f"{stem}-{paper}-{language}.pdf" for paper in Paper if paper in papers}
    return tuple(write_papers(read.workshop, targets, language=language, progress=lambda _paper: progress))


def write_pack_into(
    read: WorkshopFile, folder: Path, choices: Choices, progress: Progress = no_progress, *, replace: bool = False
) -> Path:
    """Make the closing pack in a folder and return where it is.

    Raises PackThereError where there is one already that is not to be replaced.
    """
    stem = file_stem(read.workshop.title)
    target = folder / f"{stem}-pack-{choices.edition}-{choices.language}"
    with opened_annexes(read, choices.edition, progress=progress) as annexes:
        write_pack(
            read,
            target,
            name=stem,
            language=choices.language,
            edition=choices.edition,
            annexes=annexes,
            appearance=choices.appearance,
            replace=replace,
        )
    return target
