"""The files that travel with a workshop: annexes, signatures, photos. They are opened when they are needed."""

import io
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from clesidra_desktop.domain.errors import UserError

CHUNK = 256 * 1024


class Enclosure(ABC):
    """One file that travels with a workshop. Every method may raise UserError where the file cannot be read."""

    @property
    @abstractmethod
    def size(self) -> int:
        """The size in bytes."""

    @abstractmethod
    def open(self) -> BinaryIO:
        """Open the file for reading; the caller closes it."""

    def chunks(self) -> Iterator[bytes]:
        """Yield the content in parts of at most `CHUNK` bytes."""
        with self.open() as stream:
            try:
                while chunk := stream.read(CHUNK):
                    yield chunk
            except OSError as error:
                raise unreadable(str(self), error) from error

    def read(self) -> bytes:
        """Return the whole content."""
        return b"".join(self.chunks())


@dataclass(frozen=True, slots=True)
class EnclosureOnDisk(Enclosure):
    """A file beside the workshop file."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)

    @property
    def size(self) -> int:
        """The size in bytes."""
        try:
            return self.path.stat().st_size
        except OSError as error:
            raise unreadable(str(self), error) from error

    def open(self) -> BinaryIO:
        """Open the file for reading; the caller closes it."""
        try:
            return self.path.open("rb")
        except OSError as error:
            raise unreadable(str(self), error) from error


@dataclass(frozen=True, slots=True)
class EnclosureInMemory(Enclosure):
    """A file whose content is at hand, such as one that comes from a database."""

    content: bytes

    def __str__(self) -> str:
        return f"{len(self.content)} bytes in memory"

    @property
    def size(self) -> int:
        """The size in bytes."""
        return len(self.content)

    def open(self) -> BinaryIO:
        """Open the content for reading."""
        return io.BytesIO(self.content)


def unreadable(file: str, error: OSError) -> UserError:
    """Return what a person is told when the system does not hand out a file."""
    if isinstance(error, FileNotFoundError):
        return UserError("The file {file} was not found. Check its name and its folder.", file=file)
    if isinstance(error, IsADirectoryError):
        return UserError("{file} is a folder, not a file. Choose the file in it.", file=file)
    return UserError(
        "The file {file} could not be read: {reason}. Check that the drive is there and that you may open the file.",
        file=file,
        reason=error.strerror or str(error),
    )
