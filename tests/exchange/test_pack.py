"""A pack is put in place whole or not at all, and every change to it is found."""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import bagit
import pytest

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.exchange import pack
from clesidra_desktop.exchange.pack import Change, ChangeKind, make_pack, verify_pack

INFO = {"External-Description": "Wells\u2028and\ncanals", "Bag-Software-Agent": "Clesidra Desktop 1.0"}
Payload = dict[str, Callable[[BinaryIO], object]]


def payload(**contents: bytes) -> Payload:
    def writer(content: bytes) -> Callable[[BinaryIO], object]:
        return lambda stream: stream.write(content)

    files = {"minutes.pdf": b"minutes", "annexes/ផែនទី.png": b"map", "empty.txt": b""} | contents
    return {name: writer(content) for name, content in files.items()}


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def verified(folder: Path) -> list[str]:
    return [f"{change.kind}: {change.path}" for change in verify_pack(folder)]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A pack."""
    folder = tmp_path / "archive" / "wells"
    make_pack(folder, payload(), INFO)
    return folder


def test_a_pack_is_a_bag(target: Path) -> None:
    bag = bagit.Bag(str(target))
    assert bag.validate()
    assert bag.info["External-Description"] == "Wells and canals"
    assert bag.info["Payload-Oxum"] == "10.3"
    assert set(contents(target)) == {
        "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt",
        "data/minutes.pdf", "data/annexes/ផែនទី.png", "data/empty.txt",
    }  # fmt: skip
    assert verify_pack(target) == ()
    assert [path.name for path in target.parent.iterdir()] == ["wells"]


def test_the_same_payload_gives_the_same_bytes(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.listdir
    monkeypatch.setattr(os, "listdir", lambda *folder: sorted(listed(*folder), reverse=True))
    info = INFO | {"Bagging-Date": "2026-03-18"}
    for name in ("one", "two"):
        make_pack(target.with_name(name), payload(), info)
        monkeypatch.setattr(os, "listdir", lambda *folder: sorted(listed(*folder)))
    assert contents(target.with_name("one")) == contents(target.with_name("two"))


def test_one_changed_bit_in_any_place_is_found(target: Path) -> None:
    for name, content in contents(target).items():
        path = target / name
        for place in range(len(content)):
            for bit in (1, 8, 32) if name.startswith("tagmanifest") else (1 << place % 8,):
                changed = bytearray(content)
                changed[place] ^= bit
                path.write_bytes(changed)
                assert verify_pack(target), f"bit {bit} of byte {place} of {name}"
        path.write_bytes(content)
    assert verify_pack(target) == ()


def test_what_changed_is_named(target: Path) -> None:
    (target / "data" / "minutes.pdf").write_bytes(b"Minutes")
    (target / "data" / "empty.txt").unlink()
    (target / "data" / "scan.pdf").write_bytes(b"")
    (target / "notes.txt").write_bytes(b"")
    assert verify_pack(target) == (
        Change("data/empty.txt", ChangeKind.MISSING),
        Change("data/minutes.pdf", ChangeKind.ALTERED),
        Change("data/scan.pdf", ChangeKind.ADDED),
        Change("notes.txt", ChangeKind.ADDED),
    )


@pytest.mark.parametrize(
    "name", ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "data/minutes.pdf"]
)
def test_a_missing_file_is_named_alone(target: Path, name: str) -> None:
    (target / name).unlink()
    assert verified(target) == [f"missing: {name}"]


def test_an_altered_file_of_the_pack_itself_is_named(target: Path) -> None:
    for name in ("bagit.txt", "bag-info.txt", "tagmanifest-sha256.txt"):
        path = target / name
        content = path.read_bytes()
        path.write_bytes(content + b"\n")
        kind = "damaged list" if "manifest" in name else "altered"
        assert verified(target) == [f"{kind}: {name}"]
        path.write_bytes(content)


def flipped(content: bytes, place: int) -> bytes:
    changed = bytearray(content)
    changed[place] ^= 1
    return bytes(changed)


@pytest.mark.parametrize("name", ["manifest-sha256.txt", "tagmanifest-sha256.txt"])
def test_a_damaged_list_never_blames_a_whole_file(target: Path, name: str) -> None:
    path = target / name
    content = path.read_bytes()
    for place in range(len(content)):
        path.write_bytes(flipped(content, place))
        changes = verify_pack(target)
        assert {one.kind for one in changes} <= {ChangeKind.LIST, ChangeKind.ALTERED}, place
        assert not any(one.path.startswith("data/") for one in changes), place


def test_a_damaged_list_of_another_program_is_known_by_names_that_are_near(tmp_path: Path) -> None:
    digest = hashlib.sha256(b"minutes").hexdigest()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "minutes.pdf").write_bytes(b"minutes")
    for name in ("data/minuter.pdf", "data/quite-another.txt"):
        (tmp_path / "manifest-sha256.txt").write_text(f"{digest} {name}\n")
        assert verified(tmp_path) == ["damaged list: manifest-sha256.txt"]
    (tmp_path / "manifest-sha256.txt").write_text(f"{'0' * 64} data/quite-another.txt\n")
    assert verified(tmp_path) == ["added: data/minutes.pdf", "missing: data/quite-another.txt"]


def test_a_file_that_was_renamed_is_not_one_that_was_put_in(target: Path) -> None:
    (target / "data" / "minutes.pdf").rename(target / "data" / "final.pdf")
    assert verified(target) == ["renamed: data/final.pdf", "missing: data/minutes.pdf"]


def test_a_pack_with_a_damaged_list_is_not_replaced_where_files_may_have_been_put_in(target: Path) -> None:
    path = target / "manifest-sha256.txt"
    path.write_bytes(path.read_bytes().replace(b"minutes.pdf", b"minuter.pdf"))
    with pytest.raises(UserError, match=r"Files were put into the pack .*data/minutes\.pdf"):
        make_pack(target, payload(), INFO, replace=True)


def test_a_link_in_the_place_of_a_file_is_not_followed(target: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    path = target / "data" / "minutes.pdf"
    path.rename(tmp_path / "elsewhere" / "minutes.pdf")
    path.symlink_to(tmp_path / "elsewhere" / "minutes.pdf")
    (target / "data" / "more").symlink_to(tmp_path / "elsewhere")
    os.mkfifo(target / "data" / "pipe")
    assert verified(target) == ["altered: data/minutes.pdf", "added: data/more", "added: data/pipe"]


def test_names_of_another_normalization_form_are_the_same_names(tmp_path: Path) -> None:
    target = tmp_path / "pack"
    make_pack(target, payload(**{"annexes/caf\u00e9.pdf": b"menu"}), INFO)
    (target / "data/annexes/caf\u00e9.pdf").rename(target / "data/annexes/cafe\u0301.pdf")
    assert verify_pack(target) == ()


def test_a_file_that_cannot_be_read_is_named(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(pack.hashlib, "file_digest", refuse)
    assert "unreadable: data/minutes.pdf" in verified(target)


def test_bags_of_other_programs_are_verified_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    bagit.make_bag(str(tmp_path), checksums=["md5", "sha512"])
    assert verify_pack(tmp_path) == ()
    for manifest in tmp_path.glob("*manifest-*.txt"):
        manifest.write_bytes(manifest.read_bytes().replace(b" ", b"\t").replace(b"\n", b"\r\n").upper())
    for manifest in tmp_path.glob("tagmanifest-*.txt"):
        manifest.unlink()  # a bag need not have it, and then nothing is known of the other files
    assert verified(tmp_path) == ["damaged list: manifest-md5.txt", "damaged list: manifest-sha512.txt"]
    (tmp_path / "data" / "a.txt").rename(tmp_path / "data" / "A.TXT")
    (tmp_path / "data").rename(tmp_path / "DATA")
    assert verify_pack(tmp_path) == ()


def test_what_is_no_bag_is_refused(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.txt").write_bytes(b"a")
    for folder, sentence in ((tmp_path, "is no pack"), (tmp_path / "nowhere", "could not be read: No such file")):
        with pytest.raises(UserError, match=sentence) as refused:
            verify_pack(folder)
        assert str(folder) in str(refused.value)


def test_a_pack_is_only_replaced_if_asked_for(target: Path) -> None:
    before = contents(target)
    with pytest.raises(UserError, match="Replace it, or choose"):
        make_pack(target, payload(**{"minutes.pdf": b"new"}), INFO)
    assert contents(target) == before
    make_pack(target, payload(**{"minutes.pdf": b"new"}), INFO, replace=True)
    assert contents(target)["data/minutes.pdf"] == b"new"
    assert verify_pack(target) == ()
    assert [path.name for path in target.parent.iterdir()] == ["wells"]


def test_a_damaged_pack_may_be_replaced_but_not_one_with_more_in_it(target: Path) -> None:
    (target / "data" / "minutes.pdf").write_bytes(b"damaged")
    make_pack(target, payload(), INFO, replace=True)
    (target / "data" / "signed.pdf").write_bytes(b"scan")
    with pytest.raises(UserError, match=r"would lose them: data/signed\.pdf"):
        make_pack(target, payload(), INFO, replace=True)
    assert (target / "data" / "signed.pdf").read_bytes() == b"scan"


@pytest.mark.parametrize(
    "foreign", [{"holiday.jpg": b""}, {"bagit.txt": b"", "bag-info.txt": b"Bag-Software-Agent: X"}]
)
@pytest.mark.parametrize("replace", [False, True])
def test_what_is_no_pack_is_never_touched(tmp_path: Path, foreign: dict[str, bytes], replace: bool) -> None:
    for name, content in foreign.items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError, match="is no pack of this program"):
        make_pack(tmp_path, payload(), INFO, replace=replace)
    with pytest.raises(UserError, match="is no pack of this program"):
        make_pack(tmp_path / next(iter(foreign)), payload(), INFO, replace=replace)
    with pytest.raises(UserError, match="whole drive"):
        make_pack(Path("/"), payload(), INFO, replace=replace)
    assert contents(tmp_path) == foreign


def test_an_empty_folder_becomes_the_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    make_pack(Path("empty"), payload(), INFO)
    assert verify_pack(tmp_path / "empty") == ()
    assert Path.cwd() == tmp_path
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def refuse(code: int) -> Callable[..., None]:
    def raise_it(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return raise_it


@pytest.mark.parametrize(
    ("code", "sentence"),
    [(errno.ENOSPC, "no room left"), (errno.EROFS, "cannot be written to"), (errno.EACCES, "may not be written")],
)
@pytest.mark.parametrize("step", ["write", "bag", "fsync", "mkdir", "rename"])
def test_what_the_system_refuses_leaves_what_was_there(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str, code: int, sentence: str
) -> None:
    before = contents(target)
    files = payload()
    if step == "write":
        files["minutes.pdf"] = refuse(code)
    places = {"bag": (bagit, "make_bag"), "fsync": (os, "fsync"), "mkdir": (Path, "mkdir"), "rename": (Path, "rename")}
    if step in places:
        monkeypatch.setattr(*places[step], refuse(code))
    with pytest.raises(UserError, match=sentence) as refused:
        make_pack(target, files, INFO, replace=True)
    monkeypatch.undo()
    assert str(target) in str(refused.value)
    assert contents(target) == before
    assert [path.name for path in target.parent.iterdir()] == ["wells"]


def test_a_second_rename_that_fails_puts_the_old_pack_back(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(target)
    rename = Path.rename

    def fail(path: Path, other: Path) -> Path:
        if path.name.endswith(".clesidra-new"):
            raise KeyboardInterrupt
        return rename(path, other)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(KeyboardInterrupt):
        make_pack(target, payload(), INFO, replace=True)
    assert contents(target) == before
    assert [path.name for path in target.parent.iterdir()] == ["wells"]


def test_what_cannot_be_read_back_is_not_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forget(manifest: Path) -> dict[str, str]:
        (manifest.parent / "data" / "minutes.pdf").write_bytes(b"nothing")
        return checksums(manifest)

    checksums = pack._checksums
    monkeypatch.setattr(pack, "_checksums", forget)
    with pytest.raises(UserError, match=r"could not be read back: .*minutes\.pdf"):
        make_pack(tmp_path / "pack", payload(**{"minutes.pdf": b"content"}), INFO)
    assert list(tmp_path.iterdir()) == []


def test_what_a_writer_says_itself_passes_through(tmp_path: Path) -> None:
    def fail(_: BinaryIO) -> None:
        raise UserError("The annex is gone.")

    with pytest.raises(UserError, match="The annex is gone"):
        make_pack(tmp_path / "pack", payload() | {"a.txt": fail}, INFO)
    assert list(tmp_path.iterdir()) == []


def run(script: str, target: Path) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own."""
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom clesidra_desktop.exchange import pack\n"
        "target = Path(sys.argv[1])\n"
        f"info = {INFO!r}\npayload = {{'minutes.pdf': lambda stream: stream.write(b'x' * 1000000)}}\n{script}"
    )
    return subprocess.run([sys.executable, "-c", code, str(target)], check=False, text=True, capture_output=True)


KILLED = [
    "pack._make_bag = lambda *_: os._exit(9)",
    "pack._put_in_place = lambda *_: os._exit(9)",
    "rename = Path.rename\nPath.rename = lambda one, to: os._exit(9) if one.name.endswith('-new') else rename(one, to)",
    "remove = pack._remove\npack._remove = lambda path: os._exit(9) if path.name.endswith('-old') else remove(path)",
]


@pytest.mark.parametrize("where", KILLED)
def test_a_kill_at_any_moment_leaves_a_whole_pack(target: Path, where: str) -> None:
    before = contents(target)
    assert run(f"{where}\npack.make_pack(target, payload, info, replace=True)", target).returncode == 9
    # The next run mends what the kill left, before it does or refuses anything.
    with pytest.raises(UserError, match="Replace it, or choose"):
        make_pack(target, payload(), INFO)
    assert [path.name for path in target.parent.iterdir()] == ["wells"]
    assert verify_pack(target) == ()
    assert (contents(target) == before) is (where != KILLED[-1])


def test_a_full_drive(target: Path) -> None:
    before = contents(target)
    script = (
        "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (500000, 500000))\n"
        "try:\n    pack.make_pack(target, payload, info, replace=True)\n"
        "except pack.UserError as error:\n    print(error)"
    )
    done = run(script, target)
    assert "minutes.pdf could not be written: File too large" in done.stdout
    assert contents(target) == before
    assert [path.name for path in target.parent.iterdir()] == ["wells"]


def test_a_pack_may_be_moved_and_copied(target: Path, tmp_path: Path) -> None:
    shutil.copytree(target, tmp_path / "copy")
    assert verify_pack(tmp_path / "copy") == ()
