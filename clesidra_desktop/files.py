"""Files that are written whole or not at all."""

import errno
import os
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from clesidra_desktop.domain.errors import UserError

TEMPORARY = ".clesidra-{}.tmp"
FORGOTTEN = 24 * 3600.0
"""Seconds after which a temporary file is nobody's: the program was killed, or the power failed, while it wrote."""


def write_whole(targets: Mapping[Path, Callable[[BinaryIO], object]]) -> None:
    """Write files so that whatever happens, each is the old one or the new one, never a part.

    Each target comes with what writes its content into an open file. All of them are written into temporary files
    beside the targets first and only then put in place, in the order given; if one cannot be written, none is put
    in place. Temporary files that were left behind a day ago or earlier are removed. Raises UserError where the system
    refuses; whatever else a writer raises passes through.
    """
    for folder in {target.parent for target in targets}:
        _sweep(folder)
    waiting: list[tuple[Path, Path]] = []
    try:
        for target, write in targets.items():
            temporary = target.with_name(TEMPORARY.format(uuid4().hex))
            waiting.append((temporary, target))
            _write(temporary, target, write)
        while waiting:
            temporary, target = waiting[0]
            _replace(temporary, target)
            waiting.pop(0)
    finally:
        for temporary, _ in waiting:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what was left behind in a folder; what cannot be removed may stay."""
    for left in folder.glob(TEMPORARY.format("*")):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > FORGOTTEN:
                left.unlink()


def make_folder_of(target: Path) -> None:
    """Make the folder in which a file is to stand. Raises UserError where the system refuses."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(target, error) from error


def write_file(target: Path, content: bytes) -> None:
    """Write one file, whole or not at all, after making its folder. Raises UserError where the system refuses."""
    make_folder_of(target)
    write_whole({target: lambda stream: stream.write(content)})


def _write(temporary: Path, target: Path, write: Callable[[BinaryIO], object]) -> None:
    try:
        with temporary.open("x+b") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise unwritable(target, error) from error


def _replace(temporary: Path, target: Path) -> None:
    try:
        temporary.replace(target)
    except OSError as error:
        raise unwritable(target, error) from error


def unwritable(target: Path, error: OSError) -> UserError:
    """Return what a person is told when the system does not take a file."""
    sentence = {
        errno.ENOSPC: "There is no room left for {file}. Free some space or choose another drive.",
        errno.EDQUOT: "There is no room left for {file}. Free some space or choose another drive.",
        errno.EROFS: "{file} is on a drive that cannot be written to. Choose another drive.",
        errno.EACCES: "{file} may not be written. Close it in other programs, or choose another folder.",
        errno.EPERM: "{file} may not be written. Close it in other programs, or choose another folder.",
        errno.ENOENT: "The folder of {file} does not exist. Create it or choose another folder.",
        errno.ENOTDIR: "The folder of {file} does not exist. Create it or choose another folder.",
        errno.EISDIR: "{file} is a folder. Choose another name.",
        errno.ENAMETOOLONG: "The name {file} is too long. Choose a shorter one.",
    }.get(error.errno or 0, "{file} could not be written: {reason}. Check the drive or choose another folder.")
    return UserError(sentence, file=str(target), reason=error.strerror or str(error))
