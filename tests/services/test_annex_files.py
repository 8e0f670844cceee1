"""Files become annexes, are looked at, and go, on both engines."""

import os
from pathlib import Path

import pytest

from clesidra_desktop.documents.annexes.kinds import Kind
from clesidra_desktop.documents.annexes.office import find_office
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Annex
from clesidra_desktop.exchange.workshop_file.to_domain import is_relative_path
from clesidra_desktop.services import annex_files
from clesidra_desktop.services.annex_files import (
    Paper,
    add_annexes,
    look_at_annexes,
    read_annex_file,
    read_papers,
    replace_annex_file,
)
from clesidra_desktop.services.history import undo
from clesidra_desktop.services.prepare import describe_workshop
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import Database
from tests.storage.samples import FILES, full_workshop

WORKSHOP = full_workshop().id


@pytest.fixture
def filled(database: Database) -> Database:
    """A database with the full workshop in it."""
    import_workshop(database, full_workshop(), FILES, who="Bopha")
    return database


def test_files_become_annexes_with_paths_of_their_own(filled: Database) -> None:
    papers = [Paper("My_slides.pdf", b"%PDF-1"), Paper("my_slides.PDF", b"%PDF-2"), Paper("ផែនទី.png", b"png")]
    add_annexes(filled, WORKSHOP, papers, who="Bopha")
    workshop, files = export_workshop(filled, WORKSHOP)
    new = workshop.annexes[len(full_workshop().annexes) :]

    assert [one.title for one in new] == ["My slides", "my slides", "ផែនទី"]
    assert [files[one.file] for one in new] == [b"%PDF-1", b"%PDF-2", b"png"]
    assert len({one.file.casefold() for one in workshop.annexes}) == len(workshop.annexes)
    undo(filled, WORKSHOP, who="Bopha")
    assert export_workshop(filled, WORKSHOP) == (full_workshop(), FILES)


@pytest.mark.parametrize("name", ["CON.pdf", "a:b*?.pdf", "..", "x. ", "\u202e.pdf", "workshop.json", "nul"])
def test_every_name_of_a_file_becomes_a_path_that_every_system_takes(filled: Database, name: str) -> None:
    add_annexes(filled, WORKSHOP, [Paper(name, b"1")], who="Bopha")

    assert is_relative_path(export_workshop(filled, WORKSHOP)[0].annexes[-1].file)


def test_an_annex_without_its_file_is_not_given_another_one_of_that_name(filled: Database) -> None:
    annexes = (*full_workshop().annexes, Annex(key="lost", title="Lost", file="annexes/Slides.pdf"))
    describe_workshop(filled, WORKSHOP, {"annexes": annexes}, who="Bopha")
    add_annexes(filled, WORKSHOP, [Paper("slides.pdf", b"%PDF")], who="Bopha")
    workshop, files = export_workshop(filled, WORKSHOP)

    assert "annexes/Slides.pdf" not in files
    assert workshop.annexes[-1].file == "annexes/slides-2.pdf"


def test_another_file_takes_the_place_of_one(filled: Database) -> None:
    annex = next(one for one in full_workshop().annexes if one.file in FILES)
    replace_annex_file(filled, WORKSHOP, annex.key, Paper("new.pdf", b"%PDF"), who="Bopha")
    workshop, files = export_workshop(filled, WORKSHOP)

    assert annex.file not in files
    assert files[next(one.file for one in workshop.annexes if one.key == annex.key)] == b"%PDF"
    with pytest.raises(UserError, match="there no longer"):
        replace_annex_file(filled, WORKSHOP, "nowhere", Paper("new.pdf", b"%PDF"), who="Bopha")


def test_files_are_looked_at_once(filled: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    papers = [Paper("a.pdf", b"%PDF-1.7"), Paper("b.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), Paper("c.xyz", b"?")]
    add_annexes(filled, WORKSHOP, papers, who="Bopha")
    seen = look_at_annexes(filled, WORKSHOP, {})

    assert [
        (one.kind, one.size) for path, one in seen.items() if path.split("/")[1] in {"a.pdf", "b.doc", "c.xyz"}
    ] == [
        (Kind.PDF, 8),
        (Kind.OFFICE, 8),
        (Kind.OTHER, 1),
    ]
    assert seen["annexes/b.doc"].becomes_pages is (find_office() is not None)
    assert (seen["annexes/a.pdf"].becomes_pages, seen["annexes/c.xyz"].becomes_pages) == (True, False)
    monkeypatch.setattr(annex_files, "load_file", lambda *_: pytest.fail("read again"))
    assert look_at_annexes(filled, WORKSHOP, {one.id: one for one in seen.values()}) == seen


def test_a_file_is_read_back(filled: Database) -> None:
    path, content = next(iter(FILES.items()))
    assert read_annex_file(filled, WORKSHOP, path) == content
    with pytest.raises(UserError, match="not with this workshop"):
        read_annex_file(filled, WORKSHOP, "annexes/none.pdf")


def test_what_cannot_be_taken_is_named_and_the_rest_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annex_files, "LARGEST", 10 * 1024**2)
    for name, size in (("good.pdf", 5), ("empty.pdf", 0), ("large.pdf", 10 * 1024**2 + 1)):
        with (tmp_path / name).open("wb") as file:
            os.truncate(file.fileno(), size)
    names = ("good.pdf", "empty.pdf", "large.pdf", "none.pdf")
    told: list[tuple[int, int]] = []
    papers, refused = read_papers(
        [*(tmp_path / name for name in names), tmp_path], lambda done, total: told.append((done, total))
    )

    assert papers == (Paper("good.pdf", bytes(5)),)
    assert told == [(5, 5)]
    for error, says in zip(refused, ("is empty", "larger than 10 MB", "was not found", "is a folder"), strict=True):
        assert says in str(error)
