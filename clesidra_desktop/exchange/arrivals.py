"""What was made elsewhere and is to be taken in: workshop files, packs as folders and zips, folders full of them."""

import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.exchange.arrived_versions import (
    DATA,
    PUBLISHED,
    ArrivedVersion,
    read_info,
    version_of_pack,
    versions_beside,
)
from clesidra_desktop.exchange.pack import ChangeKind, verify_pack
from clesidra_desktop.exchange.workshop_file.container import WORKSHOP_ENTRY, checked_entries
from clesidra_desktop.exchange.workshop_file.enclosures import EnclosureInMemory
from clesidra_desktop.exchange.workshop_file.reading import CONTAINER_SUFFIX, WorkshopFile, read_workshop_file

BAG = "bagit.txt"

PUBLIC = "public"

IN_ARCHIVE = 3
"""Folders in which the workshop file of an archive stands: data, workshops, and the one of the workshop."""


@dataclass(frozen=True, slots=True)
class Source:
    """Something to be taken in: a workshop file, or a pack as a folder or a zip."""

    path: Path
    is_pack: bool

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Arrived:
    """A workshop file that was read; `is_public` says that it comes from a pack without personal data.

    `versions` are the published versions that came with it. Their files can be read until the next one is asked for.
    """

    name: str
    file: WorkshopFile
    is_public: bool = False
    versions: tuple[ArrivedVersion, ...] = ()


def find_sources(paths: Iterable[Path]) -> tuple[Source, ...]:
    """Return what there is to be taken in at some paths, each once; folders are looked through.

    Raises UserError where a path holds nothing that can be.
    """
    found: dict[Path, Source] = {}
    for path in paths:
        here = list(_sources_in(path)) if path.is_dir() else [_source_of(path)]
        if not here:
            raise UserError(
                "There is neither a workshop file nor a pack in {folder}. Choose another folder.", folder=str(path)
            )
        found |= {one.path.resolve(): one for one in here}
    return tuple(found.values())


def find_packs(folder: Path) -> tuple[Path, ...]:
    """Return the packs in a folder, itself or below it; those inside another pack belong to that."""
    return tuple(one.path for one in _sources_in(folder) if one.is_pack and one.path.is_dir())


def _source_of(path: Path) -> Source:
    return Source(path, is_pack=_is_packed_bag(path))


def _sources_in(folder: Path) -> Iterator[Source]:
    if (folder / BAG).is_file():
        yield Source(folder, is_pack=True)
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise UserError(
            "{folder} could not be read: {reason}. Check the drive.",
            folder=str(folder),
            reason=error.strerror or str(error),
        ) from error
    for entry in entries:
        if entry.is_symlink() or entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _sources_in(entry)
        elif entry.suffix.lower() == CONTAINER_SUFFIX or entry.name == WORKSHOP_ENTRY:
            yield Source(entry, is_pack=False)
        elif entry.suffix.lower() == ".zip" and _is_packed_bag(entry):
            yield Source(entry, is_pack=True)


def _is_packed_bag(path: Path) -> bool:
    """Whether a file is a zip of a pack."""
    try:
        if path.suffix.lower() == CONTAINER_SUFFIX or not zipfile.is_zipfile(path):
            return False
        with zipfile.ZipFile(path) as archive:
            return any(Path(name).name == BAG for name in archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return False  # reading it says why


def read_source(source: Source, progress: Progress = no_progress) -> Iterator[Arrived]:
    """Yield the workshop files of a source; a pack is verified first, byte by byte.

    Raises UserError where a pack is damaged, naming the files, where nothing is in it, or where a file cannot be read.
    """
    if not source.is_pack:
        yield Arrived(source.name, _held(read_workshop_file(source.path)))
    elif source.path.is_dir():
        yield from _read_pack(source.path, source.name, progress)
    else:
        with _unpacked(source.path) as folder:
            for bag in find_packs(folder):
                yield from _read_pack(bag, source.name, progress)


def _read_pack(folder: Path, name: str, progress: Progress) -> Iterator[Arrived]:
    damaged = [one.path for one in verify_pack(folder, progress) if one.kind is not ChangeKind.ADDED]
    if damaged:
        raise UserError(
            "The pack {name} is damaged and was not taken in: {files} changed since it was made, or went. Copy the "
            "pack again from where it came from.",
            name=name,
            files=", ".join(damaged),
        )
    found = sorted((folder / DATA).rglob(f"*{CONTAINER_SUFFIX}"))
    paths = [path for path in found if not _is_published(path.relative_to(folder))]
    if not paths:
        raise UserError("There is no workshop file in the pack {name}. Nothing was taken from it.", name=name)
    is_public = read_info(folder).get("Workshop-Edition") == PUBLIC
    version = version_of_pack(folder)
    for path in paths:
        label = name if len(paths) == 1 else f"{name} / {path.name}"
        versions = versions_beside(path) if len(path.relative_to(folder).parts) > IN_ARCHIVE else version
        yield Arrived(label, _held(read_workshop_file(path)), is_public, versions)


def _is_published(path: Path) -> bool:
    """Whether a file is of a published version: of a number in the folder of those. A workshop may have any title."""
    return any(folder == PUBLISHED and number.isdecimal() for folder, number in pairwise(path.parts[:-1]))


def _held(file: WorkshopFile) -> WorkshopFile:
    """Return a file with its contents in memory: what it was read from may be gone when it is used."""
    return replace(file, files={path: EnclosureInMemory(one.read()) for path, one in file.files.items()})


@contextmanager
def _unpacked(path: Path) -> Iterator[Path]:
    """Unpack a zip into a folder that is there for the time of the block."""
    entries = checked_entries(path)
    with TemporaryDirectory(prefix="clesidra-") as made:
        folder = Path(made)
        for name, entry in entries.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as stream:
                stream.writelines(entry.chunks())
        yield folder
