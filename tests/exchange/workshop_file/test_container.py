"""The zip around a workshop: what goes in comes out, and nothing in it is believed."""

import stat
import struct
import tracemalloc
import warnings
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.exchange.workshop_file import (
    EnclosureInMemory,
    WorkshopFile,
    read_workshop_file,
    write_workshop_file,
)
from clesidra_desktop.exchange.workshop_file import container as limits
from tests.exchange.workshop_file.samples import decoded, encoded, put, sample

FILES = {
    "annexes/map.png": b"\x89PNG\0\xff",
    "signatures/vibol.png": b"",
    "photos/ទឹក 1.jpg": bytes(range(256)) * 3000,
}


def packed(path: Path, entries: dict[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write a zip with a good workshop and other entries."""
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("workshop.json", encoded(sample()))
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def patched(path: Path, name: str, changes: dict[int, bytes]) -> None:
    """Overwrite bytes in the central directory's header of an entry, by their offset in the header."""
    data = bytearray(path.read_bytes())
    start = data.rindex(b"PK\1\2", 0, data.rindex(name.encode()))
    for offset, replacement in changes.items():
        data[start + offset : start + offset + len(replacement)] = replacement
    path.write_bytes(data)


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_workshop_file(path)
    assert caught.value.values["file"] == str(path)
    return str(caught.value)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "សិក្ខាសាលា.clesidra"
    write_workshop_file(path, decoded(sample()), {name: EnclosureInMemory(data) for name, data in FILES.items()})
    return path


def contents(file: WorkshopFile) -> dict[str, bytes]:
    return {name: enclosure.read() for name, enclosure in file.files.items()}


def test_what_goes_in_comes_out(written: Path) -> None:
    file = read_workshop_file(written)
    assert file.workshop == decoded(sample())
    assert contents(file) == FILES
    assert {name: enclosure.size for name, enclosure in file.files.items()} == {
        name: len(data) for name, data in FILES.items()
    }
    with file.files["annexes/map.png"].open() as stream:
        assert stream.read(4) == b"\x89PNG"
        assert stream.read() == b"\0\xff"


def test_the_same_input_gives_the_same_bytes(written: Path, tmp_path: Path) -> None:
    file = read_workshop_file(written)
    again = tmp_path / "again.clesidra"
    write_workshop_file(again, file.workshop, {name: file.files[name] for name in sorted(file.files, reverse=True)})
    assert again.read_bytes() == written.read_bytes()
    with zipfile.ZipFile(written) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == ["workshop.json", *sorted(FILES)]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_a_file_can_be_written_over_itself(written: Path) -> None:
    before = written.read_bytes()
    file = read_workshop_file(written)
    write_workshop_file(written, file.workshop, file.files)
    assert written.read_bytes() == before


def test_folders_are_no_files_and_names_are_normalized(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.clesidra", {"annexes/": b"", "annexes/e\u0301.png": b"1", ".DS_Store": b"2"})
    assert contents(read_workshop_file(path)) == {"annexes/\u00e9.png": b"1", ".DS_Store": b"2"}


def test_a_zip_is_known_by_its_content(written: Path) -> None:
    assert read_workshop_file(written.rename(written.with_name("renamed.json"))).files.keys() == FILES.keys()


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../up.png",
        "annexes/../../up.png",
        "annexes/..",
        "..",
        "./a.png",
        "a//b.png",
        "C:/a.png",
        "c:a.png",
        "annexes\\a.png",
        "..\\up.png",
        "a\nb.png",
        "annexes/.. /a.png",
        "//server/share/a.png",
        "/",
        "annexes/a.png:stream",
        "annexes/a?.png",
        "annexes/CON",
        "annexes/nul.txt",
        "com1/a.png",
    ],
)
def test_names_that_leave_the_folder(tmp_path: Path, name: str) -> None:
    assert "is not a path inside it" in refusal(packed(tmp_path / "a.clesidra", {name: b"x"}))


def test_names_with_nul(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.clesidra", {"annexes/a#.png": b"x"})
    path.write_bytes(path.read_bytes().replace(b"a#.png", b"a\0.png"))
    assert "is not a path inside it" in refusal(path)


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_devices(tmp_path: Path, kind: int) -> None:
    link = zipfile.ZipInfo("annexes/link")
    link.external_attr = (kind | 0o777) << 16
    assert "is a link or a device" in refusal(packed(tmp_path / "a.clesidra", {link: b"/etc/passwd"}))


def test_encrypted_entries(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.clesidra", {"annexes/a.png": b"x"})
    patched(path, "annexes/a.png", {8: b"\x01\x00"})
    assert "is encrypted" in refusal(path)


@pytest.mark.parametrize("second", ["annexes/\u00e9.png", "annexes/e\u0301.png", "Annexes/\u00c9.PNG"])
def test_names_that_stand_twice(tmp_path: Path, second: str) -> None:
    path = packed(tmp_path / "a.clesidra", {"annexes/\u00e9.png": b"1"})
    with warnings.catch_warnings(), zipfile.ZipFile(path, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(second, b"2")
    assert "stands in it twice" in refusal(path)


def test_a_file_that_is_also_a_folder(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.clesidra", {"annexes": b"1", "annexes/a.png": b"2"})
    assert "lies in another entry that is a file" in refusal(path)


@pytest.mark.parametrize("name", ["annexes/console.png", "annexes/nullify.txt", "annexes/com10.txt", ".hidden"])
def test_names_that_only_look_dangerous(tmp_path: Path, name: str) -> None:
    assert contents(read_workshop_file(packed(tmp_path / "a.clesidra", {name: b"x"}))) == {name: b"x"}


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing(tmp_path: Path, method: int) -> None:
    assert "other than deflate" in refusal(packed(tmp_path / "a.clesidra", {"a.png": b"x"}, method))


def test_bombs(tmp_path: Path) -> None:
    assert "200 times its size" in refusal(packed(tmp_path / "a.clesidra", {"a.png": bytes(2_000_000)}))
    blank = tmp_path / "b.clesidra"
    with zipfile.ZipFile(blank, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("workshop.json", b" " * 5_000_000)
    assert "200 times its size" in refusal(blank)


def test_small_files_may_shrink_as_they_like(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.clesidra", {"a.png": bytes(1_000_000)})
    assert contents(read_workshop_file(path)) == {"a.png": bytes(1_000_000)}


def test_sizes_that_headers_claim(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.clesidra", {"a.png": b"x"}, zipfile.ZIP_STORED)
    patched(path, "a.png", {20: struct.pack("<LL", 2**30 + 1, 2**30 + 1)})
    assert "more than 1 GB" in refusal(path)
    path = packed(tmp_path / "b.clesidra", {"a.png": b"x", "b.png": b"x", "c.png": b"x"}, zipfile.ZIP_STORED)
    for name in ("a.png", "b.png", "c.png"):
        patched(path, name, {20: struct.pack("<LL", 2**30 - 1, 2**30 - 1)})
    assert "more than 2 GB" in refusal(path)


def test_no_more_is_unpacked_than_the_header_says(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.clesidra", {"a.png": bytes(100_000_000)})
    patched(path, "a.png", {16: struct.pack("<L", zlib.crc32(bytes(100))), 24: struct.pack("<L", 100)})
    enclosure = read_workshop_file(path).files["a.png"]
    tracemalloc.start()
    try:
        assert enclosure.read() == bytes(100)
        with enclosure.open() as stream:
            assert stream.read() == bytes(100)
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


def test_too_many_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ENTRIES", 3)
    path = packed(tmp_path / "a.clesidra", {"a": b"", "b": b"", "c": b""})
    assert "more than 3 entries" in refusal(path)
    with pytest.raises(UserError, match="too large"):
        write_workshop_file(path, decoded(sample()), {name: EnclosureInMemory(b"") for name in "abc"})


def test_a_workshop_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_WORKSHOP_SIZE", 1000)
    path = packed(tmp_path / "a.clesidra", {})
    assert "workshop.json is larger than" in refusal(path)
    with pytest.raises(UserError, match="too large"):
        write_workshop_file(path, decoded(sample()), {})


@pytest.mark.parametrize("limit", ["MAX_ENTRY_SIZE", "MAX_TOTAL_SIZE"])
def test_files_that_are_too_large_are_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    monkeypatch.setattr(limits, limit, 500_000)
    files = {name: EnclosureInMemory(data) for name, data in FILES.items()}
    with pytest.raises(UserError, match="too large"):
        write_workshop_file(tmp_path / "a.clesidra", decoded(sample()), files)
    assert list(tmp_path.iterdir()) == []


def test_what_shrinks_like_a_bomb_is_stored(tmp_path: Path) -> None:
    workshop = decoded(put(sample(), "title", "a" * 3_000_000))
    path = tmp_path / "a.clesidra"
    write_workshop_file(path, workshop, {"a.png": EnclosureInMemory(bytes(2_000_000))})
    file = read_workshop_file(path)
    assert file.workshop == workshop
    assert contents(file) == {"a.png": bytes(2_000_000)}


def test_no_workshop_inside(tmp_path: Path) -> None:
    path = tmp_path / "a.clesidra"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("folder/workshop.json", encoded(sample()))
    assert "there is no workshop.json in it" in refusal(path)


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x05\x06" + bytes(18), b'{"format": "clesidra-workshop/1"}'])
def test_what_is_no_zip(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.clesidra"
    path.write_bytes(data)
    assert "not a zip" in refusal(path) or "no workshop.json" in refusal(path)


def test_damage_in_a_file_is_told_when_it_is_read(written: Path) -> None:
    data = written.read_bytes()
    at = data.index(bytes(range(256)))
    written.write_bytes(data[:at] + b"!" + data[at + 1 :])
    enclosure = read_workshop_file(written).files["photos/ទឹក 1.jpg"]
    with pytest.raises(UserError, match="is damaged or not a zip"):
        enclosure.read()


def test_a_directory_of_the_zip_that_leads_before_its_beginning(written: Path) -> None:
    data = written.read_bytes()
    end = data.rindex(b"PK\x05\x06")
    for byte in range(end, end + 20):
        for value in (0x00, 0x7F, 0xFF):
            written.write_bytes(data[:byte] + bytes([value]) + data[byte + 1 :])
            try:
                read_workshop_file(written)
            except UserError as error:
                assert "drive" not in str(error)  # noqa: PT017 -- many of the changes do no harm


def test_a_zip_that_is_replaced_meanwhile(written: Path) -> None:
    file = read_workshop_file(written)
    write_workshop_file(written, file.workshop, {"annexes/map.png": EnclosureInMemory(b"another")})
    for name in ("annexes/map.png", "signatures/vibol.png"):
        with pytest.raises(UserError, match="changed in the meantime"):
            file.files[name].read()
    written.unlink()
    with pytest.raises(UserError, match="was not found"):
        file.files["annexes/map.png"].read()


def test_names_without_the_mark_of_utf_8(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.clesidra", {"ទឹក.png": b"x"})
    path.write_bytes(path.read_bytes().replace(b"\x00\x08\x08\x00", b"\x00\x00\x08\x00"))
    with zipfile.ZipFile(path) as archive:
        assert not any(entry.flag_bits for entry in archive.infolist())
    assert contents(read_workshop_file(path)) == {"ទឹក.png": b"x"}


def test_names_that_are_not_utf_8(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.clesidra", {"abc.png": b"x"})
    path.write_bytes(path.read_bytes().replace(b"abc.png", b"\xe1\xe2c.png"))
    assert "is damaged" in refusal(path)


@given(
    cut=st.none() | st.integers(0, 2000),
    changes=st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=6),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_damage_is_a_sentence(tmp_path: Path, cut: int | None, changes: list[tuple[int, int]]) -> None:
    path = packed(tmp_path / "a.clesidra", {"annexes/a.png": b"x" * 50, "b/ទ.png": b"y"})
    data = bytearray(path.read_bytes())[:cut]
    for offset, value in changes:
        if data:
            data[-1 - offset % len(data)] = value
    path.write_bytes(data)
    with suppress(UserError):  # any other exception fails the test
        contents(read_workshop_file(path))
