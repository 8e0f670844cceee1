"""The pack of a published version: the same files and, forever, the same bytes."""

from datetime import UTC
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.publishing import FileKind, PublishedFile, PublishedVersion
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.pack import Info, make_pack
from clesidra_desktop.exchange.published_version import VERSION_FILE, encode_version
from clesidra_desktop.exchange.workshop_file.enclosures import EnclosureInMemory
from clesidra_desktop.exchange.workshop_file.reading import CONTAINER_SUFFIX, WorkshopFile, read_workshop_file
from clesidra_desktop.files import write_file
from clesidra_desktop.services.file_names import file_stem
from clesidra_desktop.services.pack import pack_info
from clesidra_desktop.services.published import read_published
from clesidra_desktop.storage.database import Database


def write_version_pack(
    database: Database,
    version: PublishedVersion,
    folder: Path,
    progress: Progress = no_progress,
    *,
    replace: bool = False,
) -> Path:
    """Make the pack of a version in a folder and return where it is; what was withdrawn is not in it.

    Raises UserError where there is one already that is not to be replaced, or a file is not what was published.
    """
    files = [file for file in version.files if not file.withdrawn]
    if not files:
        raise UserError("Nothing is left of version {number}: all of it was withdrawn.", number=version.number)
    workshop = snapshot(database, version)
    target = folder / version_pack_name(workshop, version)

    def write(done: int, file: PublishedFile, stream: BinaryIO) -> None:
        progress(done, len(files))
        stream.write(read_published(database, file))

    payload = {file.name: partial(write, done, file) for done, file in enumerate(files)}
    # What an edition without personal data leaves out may stand in findings.
    tag = encode_version(version, with_findings=version.edition is Edition.FULL)
    make_pack(target, payload, version_info(workshop, version), tags={VERSION_FILE: tag}, replace=replace)
    return target


def version_info(workshop: Workshop | None, version: PublishedVersion) -> Info:
    """Return what `bag-info.txt` says of a version, for people; its workshop may be withdrawn."""
    shown = workshop or Workshop(id=version.workshop_id, language=version.language, title="")
    explained = [one for one in version.accepted if one.reason] if version.edition is Edition.FULL else []
    more: dict[str, str | list[str]] = {
        "Minutes-Published": f"{version.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "Minutes-Published-By": version.who,
        "Minutes-Replaces": str(version.replaces.number) if version.replaces else "",
        "Minutes-Correction": version.reason,
        "Minutes-Accepted": [f"{one.sentence} — {one.reason}" for one in explained],
    }
    info = pack_info(shown, version.language, version.edition, version.at, version.number)
    return {**info, **{key: value for key, value in more.items() if value}}


def version_pack_name(workshop: Workshop | None, version: PublishedVersion) -> str:
    """Return the name of the folder that the pack of a version is."""
    stem = file_stem(workshop.title) if workshop else "workshop"
    return f"{stem}-v{version.number}-{version.edition}-{version.language}"


def lend_published(database: Database, file: PublishedFile, folder: Path) -> Path:
    """Return where a copy of a published file is in a folder, written anew where there is none, or another one.

    Somebody may have changed the copy that was lent before. Raises UserError as `read_published` does.
    """
    content = read_published(database, file)
    path = folder / Path(file.name).name
    if not path.is_file() or path.read_bytes() != content:
        write_file(path, content)
    return path


def snapshot_file(database: Database, version: PublishedVersion) -> WorkshopFile | None:
    """Return the workshop file of a version with its files in memory; None where it was withdrawn."""
    file = version.file(FileKind.WORKSHOP)
    return read_snapshot(read_published(database, file)) if file else None


def snapshot(database: Database, version: PublishedVersion) -> Workshop | None:
    """Return the workshop as it was published; None where it was withdrawn."""
    read = snapshot_file(database, version)
    return read.workshop if read else None


def read_snapshot(content: bytes) -> WorkshopFile:
    """Return the workshop file that bytes are."""
    with TemporaryDirectory(prefix="clesidra-") as folder:
        path = Path(folder) / f"published{CONTAINER_SUFFIX}"
        path.write_bytes(content)
        read = read_workshop_file(path)
        files = {name: EnclosureInMemory(enclosure.read()) for name, enclosure in read.files.items()}
    return WorkshopFile(read.workshop, files, read.notes)
