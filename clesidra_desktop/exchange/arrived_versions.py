"""Published versions that packs and archives bring along, also those of packs that say little of them."""

import hashlib
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.publishing import FileKind
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.published_version import VERSION_FILE, FileRecord, VersionRecord, decode_version
from clesidra_desktop.exchange.workshop_file.reading import CONTAINER_SUFFIX

PUBLISHED: Final = "published"
"""The folder of published versions beside the workshop file in an archive: what was, not what is to be taken in."""

DATA: Final = "data"
INFO: Final = "bag-info.txt"

_MINUTES: Final = re.compile(r"-(minutes|register)(?P<public>-public)?-(?P<language>[a-z]{2})\.(pdf|docx|xlsx)$")
_KINDS: Final = {".pdf": FileKind.PDF, ".docx": FileKind.DOCX, ".xlsx": FileKind.REGISTER}
_CREATED: Final = re.compile(rb"<dcterms:created[^>]*>([0-9T:.-]+Z)</dcterms:created>")


@dataclass(frozen=True, slots=True)
class ArrivedVersion:
    """A published version in a pack: the folder of its files, its number, and the file that tells of it, if any."""

    folder: Path
    number: int
    told: Path | None
    day: str = ""
    """The day of packing where nothing tells of it, as `bag-info.txt` has it."""

    def record(self, workshop: Workshop) -> VersionRecord:
        """Return what is known of it. Raises UserError where it cannot be read, or is of another workshop."""
        if self.told is None:
            return _gathered(self, workshop)
        record = decode_version(self.told.read_bytes(), self.told.name)
        if record.workshop != workshop.id:
            raise UserError(
                "The published version in the pack is one of another workshop. It was not taken over. Take the pack "
                "again from where it came from."
            )
        return record

    def contents(self, record: VersionRecord) -> dict[str, bytes]:
        """Return the files of it that were not withdrawn, by name.

        Raises UserError where one of them is not there, or is not what the record says.
        """
        paths = dict(_files(self.folder))
        return {file.name: _whole(file, paths) for file in record.files if not file.withdrawn}


def version_of_pack(folder: Path) -> tuple[ArrivedVersion, ...]:
    """Return the version that the pack in a folder is; none where it is of a draft."""
    told, info = folder / VERSION_FILE, read_info(folder)
    number = info.get("Minutes-Version", "")
    if told.is_file():
        return (ArrivedVersion(folder / DATA, 0, told),)
    if re.fullmatch("[1-9][0-9]{0,8}", number):
        return (ArrivedVersion(folder / DATA, int(number), None, info.get("Bagging-Date", "")),)
    return ()


def versions_beside(path: Path) -> tuple[ArrivedVersion, ...]:
    """Return the versions beside a workshop file of an archive, the first one first."""
    folders = [one for one in path.parent.glob(f"{PUBLISHED}/*") if re.fullmatch("[1-9][0-9]{0,8}", one.name)]
    found = []
    for folder in sorted(folders, key=lambda one: int(one.name)):
        told = folder / VERSION_FILE
        found.append(ArrivedVersion(folder, int(folder.name), told if told.is_file() else None))
    return tuple(found)


def read_info(folder: Path) -> Mapping[str, str]:
    """Return what `bag-info.txt` says; of what stands there several times, the last."""
    path = folder / INFO
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return {name: value.strip() for name, colon, value in (line.partition(":") for line in lines) if colon}


def _whole(file: FileRecord, paths: Mapping[str, Path]) -> bytes:
    path = paths.get(unicodedata.normalize("NFC", file.name))
    content = path.read_bytes() if path else b""
    if path is None or len(content) != file.size or hashlib.sha256(content).hexdigest() != file.sha256:
        raise UserError(
            "{name} in the pack is not the file that was published. The version was not taken over. Take the pack "
            "again from where it came from.",
            name=file.name,
        )
    return content


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the files in a folder, by the names that they have in a pack; links lead out of it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.name != VERSION_FILE:
            yield unicodedata.normalize("NFC", path.relative_to(folder).as_posix()), path


def _gathered(version: ArrivedVersion, workshop: Workshop) -> VersionRecord:
    """Return what the files of a version tell of it themselves."""
    files = list(_files(version.folder))
    named = [(match, name, path) for name, path in files if (match := _MINUTES.search(name)) and "/" not in name]
    if not named:
        raise UserError(
            "The pack says that it is version {number}, but the minutes are not in it. It was not taken over. Take "
            "the pack again from where it came from.",
            number=version.number,
        )
    match = named[0][0]
    moments = [moment for _, _, path in named if (moment := _created(path))]
    known = {language.value for language in Language}
    return VersionRecord(
        workshop=workshop.id,
        number=version.number,
        at=moments[0] if moments else _noon(version.day),
        who="",
        language=Language(match["language"]) if match["language"] in known else workshop.language,
        edition=Edition.PUBLIC if match["public"] else Edition.FULL,
        files=tuple(sorted((_record(name, path) for name, path in files), key=_place)),
    )


def _record(name: str, path: Path) -> FileRecord:
    content = path.read_bytes()
    return FileRecord(_kind(name), name, len(content), hashlib.sha256(content).hexdigest())


def _kind(name: str) -> FileKind:
    if "/" in name:
        return FileKind.ANNEX
    if name.endswith(CONTAINER_SUFFIX):
        return FileKind.WORKSHOP
    return _KINDS.get(Path(name).suffix, FileKind.ANNEX)


def _place(file: FileRecord) -> tuple[int, str]:
    return list(FileKind).index(file.kind), file.name


def _created(path: Path) -> datetime | None:
    """Return when an office file was made, by its properties: a version has one moment for all its files."""
    if path.suffix not in (".docx", ".xlsx"):
        return None
    try:
        with zipfile.ZipFile(path) as package:
            found = _CREATED.search(package.read("docProps/core.xml"))
        return datetime.fromisoformat(found[1].decode()) if found else None
    except (zipfile.BadZipFile, KeyError, ValueError):
        return None  # the day of packing says it less exactly


def _noon(day: str) -> datetime:
    """Return the middle of a day, which is the same day nearly everywhere.

    Raises UserError where it is none.
    """
    try:
        return datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)
    except ValueError:
        raise UserError(
            "The pack does not say when its version was published. It was not taken over. Take the pack again from "
            "where it came from."
        ) from None
