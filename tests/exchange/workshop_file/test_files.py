"""Workshop files on a disk: reading, and writing that never leaves a half."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.workshop_file import (
    EnclosureInMemory,
    EnclosureOnDisk,
    encode_workshop,
    read_workshop_file,
    write_workshop_file,
)
from clesidra_desktop.exchange.workshop_file import reading as limits
from clesidra_desktop.exchange.workshop_file.writing import MAX_OUTLINE_LEVELS
from tests.exchange.workshop_file.samples import decoded, encoded, put, sample

FILES = {"annexes/map.png": EnclosureInMemory(b"map"), "signatures/vibol.png": EnclosureInMemory(b"ink")}


@pytest.fixture
def workshop() -> Workshop:
    result: Workshop = decoded(sample())
    return result


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_json_with_files_beside_it(tmp_path: Path, workshop: Workshop) -> None:
    path = tmp_path / "Workshop.JSON"
    write_workshop_file(path, workshop, FILES)
    assert contents(tmp_path) == {
        "Workshop.JSON": encode_workshop(workshop),
        "annexes/map.png": b"map",
        "signatures/vibol.png": b"ink",
    }
    file = read_workshop_file(path)
    assert file.workshop == workshop
    assert {name: enclosure.read() for name, enclosure in file.files.items()} == {
        "annexes/map.png": b"map",
        "signatures/vibol.png": b"ink",
    }
    assert [enclosure.size for enclosure in file.files.values()] == [3, 3]


def test_only_what_is_named_and_there_is_taken_along(tmp_path: Path) -> None:
    (tmp_path / "annexes").mkdir()
    (tmp_path / "annexes" / "other.png").write_bytes(b"not named")
    (tmp_path / "signatures" / "vibol.png").mkdir(parents=True)
    path = tmp_path / "workshop.json"
    path.write_bytes(encoded(put(sample(), "annexes.1.file", "annexes/" + "long" * 100)))
    assert read_workshop_file(path).files == {}


def test_names_of_files_in_normalization_form_d(tmp_path: Path) -> None:
    (tmp_path / "e\u0301.png").write_bytes(b"accent")
    path = tmp_path / "workshop.json"
    path.write_bytes(encoded(put(sample(), "annexes.1.file", "e\u0301.png")))
    assert read_workshop_file(path).files["\u00e9.png"].read() == b"accent"


def test_written_over_itself_and_moved_to_a_zip_and_back(tmp_path: Path, workshop: Workshop) -> None:
    first, packed, last = tmp_path / "a" / "w.json", tmp_path / "w.clesidra", tmp_path / "b" / "w.json"
    first.parent.mkdir()
    last.parent.mkdir()
    write_workshop_file(first, workshop, FILES)
    for path in (first, packed, last, last):
        file = read_workshop_file(first if path in {first, packed} else packed)
        write_workshop_file(path, file.workshop, file.files)
    assert contents(last.parent) == contents(first.parent)


def test_a_new_file_does_not_replace_the_annexes_of_another(tmp_path: Path, workshop: Workshop) -> None:
    write_workshop_file(tmp_path / "a.json", workshop, FILES)
    before = contents(tmp_path)
    changed = {**FILES, "annexes/map.png": EnclosureInMemory(b"cat")}
    with pytest.raises(UserError, match="already there and is another one"):
        write_workshop_file(tmp_path / "b.json", workshop, changed)
    assert contents(tmp_path) == before
    write_workshop_file(tmp_path / "b.json", workshop, FILES)
    write_workshop_file(tmp_path / "a.json", workshop, changed)
    assert contents(tmp_path)["annexes/map.png"] == b"cat"


def test_a_file_that_would_replace_the_workshop(tmp_path: Path, workshop: Workshop) -> None:
    with pytest.raises(UserError, match="already there"):
        write_workshop_file(tmp_path / "w.json", workshop, {"w.json": EnclosureInMemory(b"x")})
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("name", ["../up.png", "/etc/x", "a\\b", "C:/x", "workshop.json", "", "a\nb"])
@pytest.mark.parametrize("target", ["w.json", "w.clesidra"])
def test_files_that_would_leave_the_folder(tmp_path: Path, workshop: Workshop, target: str, name: str) -> None:
    with pytest.raises(UserError, match="cannot stand in a workshop file"):
        write_workshop_file(tmp_path / target, workshop, {name: EnclosureInMemory(b"x")})
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("target", ["w.json", "w.clesidra"])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_whole(
    tmp_path: Path, workshop: Workshop, monkeypatch: pytest.MonkeyPatch, target: str, step: str
) -> None:
    path = tmp_path / target
    write_workshop_file(path, workshop, FILES)
    before = contents(tmp_path)

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(*((os, "fsync", refuse) if step == "fsync" else (Path, "replace", refuse)))
    with pytest.raises(UserError, match="no room left"):
        write_workshop_file(path, workshop, {"annexes/map.png": EnclosureInMemory(b"changed")})
    assert contents(tmp_path) == before


@pytest.mark.parametrize("target", ["w.json", "w.clesidra"])
def test_a_source_that_is_gone_leaves_the_old_file_whole(tmp_path: Path, workshop: Workshop, target: str) -> None:
    path = tmp_path / target
    write_workshop_file(path, workshop, FILES)
    before = contents(tmp_path)
    gone = EnclosureOnDisk(tmp_path / "gone.png")
    with pytest.raises(UserError, match=r"gone\.png was not found"):
        write_workshop_file(path, workshop, {"signatures/vibol.png": FILES["annexes/map.png"], "z.png": gone})
    assert contents(tmp_path) == before


def test_names_that_say_nothing(tmp_path: Path, workshop: Workshop) -> None:
    with pytest.raises(UserError, match=r"neither with \.clesidra nor with \.json"):
        write_workshop_file(tmp_path / "w.zip", workshop, {})


def test_folders_that_are_in_the_way(tmp_path: Path, workshop: Workshop) -> None:
    (tmp_path / "annexes").write_bytes(b"a file")
    with pytest.raises(UserError, match="annexes"):
        write_workshop_file(tmp_path / "w.json", workshop, FILES)
    (tmp_path / "signatures" / "vibol.png").mkdir(parents=True)
    with pytest.raises(UserError, match="is a folder"):
        write_workshop_file(tmp_path / "w.json", workshop, {"signatures/vibol.png": FILES["signatures/vibol.png"]})


@pytest.mark.parametrize("target", ["missing/w.json", "missing/w.clesidra"])
def test_a_folder_that_is_missing_is_not_made(tmp_path: Path, workshop: Workshop, target: str) -> None:
    with pytest.raises(UserError, match=r"folder of .* does not exist"):
        write_workshop_file(tmp_path / target, workshop, FILES)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_too_long(tmp_path: Path, workshop: Workshop) -> None:
    with pytest.raises(UserError, match="too long"):
        write_workshop_file(tmp_path / "w.json", workshop, {"n" * 300: EnclosureInMemory(b"x")})
    assert list(tmp_path.iterdir()) == []


def test_outlines_deeper_than_a_file_holds(tmp_path: Path, workshop: Workshop) -> None:
    def with_levels(levels: int) -> Workshop:
        notes: tuple[Node, ...] = ()
        for _ in range(levels):
            notes = (Node("down", children=notes),)
        return replace(workshop, agenda=(replace(workshop.agenda[0], notes=notes), *workshop.agenda[1:]))

    assert MAX_OUTLINE_LEVELS >= 100
    path = tmp_path / "w.json"
    deepest = with_levels(MAX_OUTLINE_LEVELS)
    write_workshop_file(path, deepest, {})
    assert read_workshop_file(path).workshop == deepest
    for levels in (MAX_OUTLINE_LEVELS + 1, 5_000):
        with pytest.raises(UserError, match="nested more than"):
            encode_workshop(with_levels(levels))


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UserError, match=r"missing\.json was not found"):
        read_workshop_file(tmp_path / "missing.json")
    with pytest.raises(UserError, match="is a folder"):
        read_workshop_file(tmp_path)
    path = tmp_path / "w.json"
    path.write_bytes(encoded(sample()))
    monkeypatch.setattr(limits, "MAX_WORKSHOP_SIZE", 100)
    with pytest.raises(UserError, match="too large for a workshop file"):
        read_workshop_file(path)


def test_refusals_name_the_file_as_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "w.json"
    path.write_bytes(encoded(put(sample(), "attendants.1.sex", "W")))
    with pytest.raises(UserError) as caught:
        read_workshop_file(path)
    assert str(caught.value).startswith(f'The workshop file {path} does not fit at $.attendants[1].sex: found "W"')
