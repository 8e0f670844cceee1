"""Files of every kind are told apart by what is in them, and each is shown or named."""

import io
import os
import time
import zipfile
from contextlib import ExitStack
from pathlib import Path

import docx
import pytest

from clesidra_desktop.documents.annexes import office
from clesidra_desktop.documents.annexes.kinds import Kind, kind_of
from clesidra_desktop.documents.annexes.model import PreparedAnnex
from clesidra_desktop.documents.annexes.prepare import prepare_annexes
from clesidra_desktop.documents.annexes.raster import page_images
from tests.helpers import annex_files as make

OOXML = "application/vnd.openxmlformats-officedocument"
ODT = "application/vnd.oasis.opendocument.text"


def word_file(text: str = make.WORDS) -> bytes:
    made = docx.Document()
    made.add_paragraph(text)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def zipped(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("content", "kind", "media_type"),
    [
        (b"", Kind.EMPTY, "application/octet-stream"),
        (make.text_pdf(), Kind.PDF, "application/pdf"),
        (b"junk before it\n" + make.text_pdf(), Kind.PDF, "application/pdf"),
        (make.photo(), Kind.IMAGE, "image/jpeg"),
        (make.heic(), Kind.HEIC, "image/heic"),
        (b"RIFF\0\0\0\0WEBPVP8 ", Kind.IMAGE, "image/webp"),
        (word_file(), Kind.OFFICE, f"{OOXML}.wordprocessingml.document"),
        (zipped(ppt__presentation=b""), Kind.OFFICE, f"{OOXML}.presentationml.presentation"),
        (zipped(mimetype=ODT.encode()), Kind.OFFICE, ODT),
        (b"{\\rtf1 text}", Kind.OFFICE, "application/rtf"),
        (zipped(anything=b""), Kind.OTHER, "application/octet-stream"),
        (b"PK but no zip", Kind.OTHER, "application/octet-stream"),
        (b"plain text", Kind.OTHER, "application/octet-stream"),
    ],
)  # fmt: skip
def test_files_are_known_by_what_is_in_them(content: bytes, kind: Kind, media_type: str, tmp_path: Path) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(content)
    assert kind_of(path) == (kind, media_type)


def prepared(folder: Path, office: bool = True, **contents: bytes) -> dict[str, PreparedAnnex]:
    files = {}
    for name, content in contents.items():
        files[name] = folder / name.replace("__", ".")
        files[name].write_bytes(content)
    work = folder / "work"
    work.mkdir()
    annexes = prepare_annexes(files, work, office=office)
    with ExitStack() as stack:
        for annex in annexes.values():
            if annex.pdf:
                stack.enter_context(annex.pdf)
    return annexes


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "annex-empty"),
        (make.heic(), "annex-heic"),
        (b"plain text", "annex-unknown-format"),
        (make.photo()[:300], "annex-broken-image"),
    ],
)
def test_what_cannot_be_shown_is_named(content: bytes, code: str, tmp_path: Path) -> None:
    annex = prepared(tmp_path, a=content)["a"]
    assert [(remark.code, remark.unshown) for remark in annex.remarks] == [(code, True)]
    assert annex.remarks[0].sentence.startswith("a ")
    assert not annex.pages
    assert annex.images == ()


def test_files_of_all_kinds_together_keep_their_order(tmp_path: Path) -> None:
    annexes = prepared(tmp_path, b=make.text_pdf(), a=make.photo(), c=word_file(), d=b"")
    assert list(annexes) == ["b", "a", "c", "d"]
    assert [len(annex.pages) for annex in annexes.values()] == [1, 0, 1, 0]
    assert annexes["a"].images
    assert make.WORDS in annexes["c"].pages[0].text
    assert annexes["c"].path.name == "c"


def test_word_files_of_one_name_do_not_take_each_other_s_place(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "-- notes ខ្មែរ.docx").write_bytes(word_file(f"This is {name}"))
    work = tmp_path / "work"
    work.mkdir()
    files = {name: tmp_path / name / "-- notes ខ្មែរ.docx" for name in ("one", "two")}
    annexes = prepare_annexes(files, work)
    for name, annex in annexes.items():
        assert annex.pdf is not None
        annex.pdf.close()
        assert annex.pages[0].text == f"This is {name}"
        assert annex.printable is not None
        (image,) = page_images(annex.printable, [0], 40)
        assert image.width / image.height == pytest.approx(annex.pages[0].width / annex.pages[0].height, rel=0.02)


def test_without_libreoffice_the_person_is_asked_for_a_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    annex = prepared(tmp_path, report__docx=word_file())["report__docx"]
    (remark,) = annex.remarks
    assert remark.code == "annex-needs-office"
    assert "report.docx was not made into pages, because LibreOffice is not installed" in remark.sentence


def test_looking_only_converts_nothing(tmp_path: Path) -> None:
    annex = prepared(tmp_path, office=False, report__docx=word_file())["report__docx"]
    assert (annex.pages, annex.remarks) == ((), ())


def program(folder: Path, script: str) -> Path:
    """Make a program that is found where LibreOffice is looked for."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_a_program_that_makes_nothing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    annex = prepared(tmp_path, a=word_file())["a"]
    assert [remark.code for remark in annex.remarks] == ["annex-office-failed"]
    assert annex.media_type.endswith("wordprocessingml.document")


def running(folder: Path) -> bool:
    """Whether the program that noted its number still runs."""
    number = int((folder / "number").read_text())
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_program_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(word_file())
    slow = program(tmp_path, f"sleep 60 & echo $! > {tmp_path}/number; wait")
    converted, late = office.convert(slow, [source], tmp_path, limit=1.0)
    assert (dict(converted), late) == ({}, True)
    assert not still_there(tmp_path)


def test_the_work_of_the_program_can_be_stopped(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(word_file())
    slow = program(tmp_path, f"sleep 60 & echo $! > {tmp_path}/number; wait")

    def stop(*_: int) -> None:
        if (tmp_path / "number").exists() and (tmp_path / "number").read_text().strip():
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        office.convert(slow, [source], tmp_path, limit=30.0, progress=stop)
    assert not still_there(tmp_path)


def still_there(folder: Path) -> bool:
    """Whether the program still runs after the system had a moment to end it."""
    until = time.monotonic() + 5
    while running(folder) and time.monotonic() < until:
        os.sched_yield()
    return running(folder)
