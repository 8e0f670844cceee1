"""A file is written whole or not at all."""

import errno
import os
import time
from pathlib import Path
from typing import BinaryIO

import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.files import write_whole


def new(stream: BinaryIO) -> None:
    stream.write(b"new")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    return path


def test_files_are_replaced(target: Path) -> None:
    write_whole({target: new, target.with_name("b.json"): new})
    assert contents(target.parent) == {"a.json": b"new", "b.json": b"new"}


def test_a_writer_that_fails_leaves_the_old_files(target: Path) -> None:
    def fail(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole({target: new, target.with_name("b.json"): fail})
    assert contents(target.parent) == {"a.json": b"old"}


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "no room left"),
        (errno.EROFS, "cannot be written to"),
        (errno.EACCES, "may not be written"),
        (errno.EIO, "could not be written: Input/output error"),
    ],
)
@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_what_the_system_refuses_is_a_sentence(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, sentence: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    if step == "fsync":
        monkeypatch.setattr(os, "fsync", refuse)
    if step == "replace":
        monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UserError, match=sentence) as caught:
        write_whole({target: refuse if step == "write" else new})
    assert str(target) in str(caught.value)
    assert contents(target.parent) == {"a.json": b"old"}


def test_names_that_cannot_be_written(target: Path) -> None:
    folder = target.with_name("folder")
    folder.mkdir()
    for path, sentence in (
        (target.with_name("missing") / "a.json", "folder of .* does not exist"),
        (target / "a.json", "folder of .* does not exist"),
        (folder, "is a folder"),
        (target.with_name("n" * 300), "too long"),
    ):
        with pytest.raises(UserError, match=sentence):
            write_whole({path: new})
    assert sorted(path.name for path in target.parent.iterdir()) == ["a.json", "folder"]


def test_what_a_killed_program_left_behind_is_removed_after_a_day(target: Path) -> None:
    now = time.time()
    for name, age in ((".clesidra-old.tmp", 90_000), (".clesidra-new.tmp", 60), (".other.tmp", 90_000)):
        left = target.with_name(name)
        left.write_bytes(b"half")
        os.utime(left, (now - age, now - age))
    write_whole({target: new})
    assert set(contents(target.parent)) == {"a.json", ".clesidra-new.tmp", ".other.tmp"}
