"""The zip around a workshop. It may come from anywhere, so nothing in it is believed."""

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from errno import EINVAL
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.exchange.workshop_file.enclosures import Enclosure, unreadable
from clesidra_desktop.exchange.workshop_file.to_domain import is_relative_path

WORKSHOP_ENTRY = "workshop.json"
ZIP_MAGIC = b"PK"

MAX_ENTRIES = 10_000
MAX_WORKSHOP_SIZE = 200 * 1024**2
MAX_ENTRY_SIZE = 1024**3
MAX_TOTAL_SIZE = 2 * 1024**3
MAX_RATIO = 200
RATIO_HOLDS_FROM = 1024**2
"""Bytes after unpacking from which on `MAX_RATIO` is held against an entry."""

_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE = (stat.S_IFREG | 0o644) << 16
# What the standard library raises for archives that are cut, overwritten or made up.
_DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, ValueError, OverflowError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class ZipEntry(Enclosure):
    """A file inside a zip that was checked. The zip is opened anew every time, so none stays open."""

    archive: Path
    entry_name: str
    entry_size: int

    def __str__(self) -> str:
        return f"{self.archive} ({self.entry_name})"

    @property
    def size(self) -> int:
        """The size in bytes after unpacking."""
        return self.entry_size

    def open(self) -> BinaryIO:
        """Open the entry for reading; the caller closes it."""
        with _damage_told(self.archive), ExitStack() as undo:
            archive = undo.enter_context(zipfile.ZipFile(self.archive, metadata_encoding="utf-8"))
            entry = archive.open(self._checked(archive))
            undo.pop_all()  # whoever closes the entry closes the archive
        return io.BufferedReader(_EntryStream(archive, entry, self.archive))

    def _checked(self, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
        for entry in archive.infolist():
            if entry.filename == self.entry_name and entry.file_size == self.entry_size:
                return entry
        raise UserError(
            "{file} was changed in the meantime: {entry} in it is another one. Open it again.",
            file=str(self.archive),
            entry=self.entry_name,
        )


class _EntryStream(io.RawIOBase):
    """Unpacks no more than it is asked for, whatever the headers say, and tells damage as UserError."""

    def __init__(self, archive: zipfile.ZipFile, entry: IO[bytes], path: Path) -> None:
        super().__init__()
        self._archive = archive
        self._entry = entry
        self._path = path

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # io hands over memory views
        with _damage_told(self._path):
            data = self._entry.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._entry.close()
            self._archive.close()
        super().close()


@contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    try:
        yield
    except (*_DAMAGE, OSError) as error:
        # A damaged directory may lead to a place before the beginning of the file: an invalid argument.
        if isinstance(error, OSError) and error.errno != EINVAL:
            raise unreadable(str(path), error) from error
        raise UserError(
            "{file} is damaged or not a zip. Copy it again from where it came from.", file=str(path)
        ) from error


def read_container(path: Path) -> tuple[bytes, dict[str, Enclosure]]:
    """Return `workshop.json` and handles on every other file of a zip, by name in normalization form C.

    Raises UserError where the zip holds no workshop, and as `checked_entries` does.
    """
    files = checked_entries(path)
    workshop = files.pop(WORKSHOP_ENTRY, None)
    if workshop is None:
        raise _refused(path, f"there is no {WORKSHOP_ENTRY} in it")
    if workshop.size > MAX_WORKSHOP_SIZE:
        raise _refused(path, f"its {WORKSHOP_ENTRY} is larger than {MAX_WORKSHOP_SIZE // 1024**2} MB")
    return workshop.read(), files


def checked_entries(path: Path) -> dict[str, Enclosure]:
    """Return handles on every file of a zip, by name in normalization form C.

    Raises UserError where the zip is damaged, or holds anything that could leave its folder, fill the disk or hide
    something: links, encrypted entries, absolute paths, names that stand twice, entries larger than the limits of this
    module.
    """
    with _damage_told(path), zipfile.ZipFile(path, metadata_encoding="utf-8") as archive:
        entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise _refused(path, f"it holds more than {MAX_ENTRIES} entries")
    files: dict[str, Enclosure] = {}
    folded: set[str] = set()  # some systems do not tell A.txt from a.txt
    for entry in entries:
        _check_entry(path, entry)
        name = unicodedata.normalize("NFC", entry.filename)
        if name.casefold() in folded:
            raise _refused(path, f"the entry {name} stands in it twice")
        folded.add(name.casefold())
        files[name] = ZipEntry(path, entry.filename, entry.file_size)
    if sum(entry.file_size for entry in entries) > MAX_TOTAL_SIZE:
        raise _refused(path, f"it unpacks to more than {_gigabytes(MAX_TOTAL_SIZE)}")
    files = {name: file for name, file in files.items() if not name.endswith("/")}
    for name in files:
        if any(str(folder).casefold() in folded for folder in PurePosixPath(name).parents):
            raise _refused(path, f"the entry {name} lies in another entry that is a file")
    return files


def _check_entry(path: Path, entry: zipfile.ZipInfo) -> None:
    name = entry.orig_filename
    if name != WORKSHOP_ENTRY and not is_relative_path(name.removesuffix("/")):
        raise _refused(path, f"the entry {name!r} is not a path inside it")
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise _refused(path, f"the entry {name} is a link or a device")
    if entry.flag_bits & _ENCRYPTED:
        raise _refused(path, f"the entry {name} is encrypted")
    if entry.compress_type not in _METHODS:
        raise _refused(path, f"the entry {name} is packed in a way other than deflate")
    if entry.file_size > MAX_ENTRY_SIZE:
        raise _refused(path, f"the entry {name} unpacks to more than {_gigabytes(MAX_ENTRY_SIZE)}")
    if entry.file_size > max(RATIO_HOLDS_FROM, MAX_RATIO * entry.compress_size):
        raise _refused(path, f"the entry {name} unpacks to more than {MAX_RATIO} times its size")


def _refused(path: Path, reason: str) -> UserError:
    return UserError(
        "{file} is not a workshop file that can be opened: {reason}. Ask for it to be exported again.",
        file=str(path),
        reason=reason,
    )


def _gigabytes(size: int) -> str:
    return f"{size // 1024**3} GB"


def write_container(stream: BinaryIO, workshop: bytes, files: Mapping[str, Enclosure]) -> None:
    """Write a zip that `read_container` takes: the workshop first, then the files by name.

    The same input gives the same bytes. Raises UserError where a limit of this module is passed.
    """
    if len(workshop) > MAX_WORKSHOP_SIZE or len(files) >= MAX_ENTRIES:
        raise _too_large()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(_entry(WORKSHOP_ENTRY, _method(workshop)), workshop)
        total = len(workshop)
        for name in sorted(files):
            # Annexes are packed already as a rule, and what is stored cannot be taken for a bomb.
            with archive.open(_entry(name, zipfile.ZIP_STORED), "w") as target:
                size = 0
                for chunk in files[name].chunks():
                    size += len(chunk)
                    if size > MAX_ENTRY_SIZE or total + size > MAX_TOTAL_SIZE:
                        raise _too_large()
                    target.write(chunk)
            total += size


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _FIRST_DAY)
    entry.compress_type = method
    entry.create_system = 3
    entry.external_attr = _PLAIN_FILE
    return entry


def _method(data: bytes) -> int:
    """Return deflate, unless it would come near the ratio at which a reader takes the entry for a bomb."""
    if len(data) > RATIO_HOLDS_FROM and len(data) > MAX_RATIO // 2 * len(zlib.compress(data)):
        return zipfile.ZIP_STORED
    return zipfile.ZIP_DEFLATED


def _too_large() -> UserError:
    return UserError(
        "The workshop and its files are too large for one workshop file: at most {total} in all, {single} a file and "
        "{entries} files fit. Leave the largest annex out.",
        total=_gigabytes(MAX_TOTAL_SIZE),
        single=_gigabytes(MAX_ENTRY_SIZE),
        entries=MAX_ENTRIES,
    )
