"""The closing pack of a workshop: what is in it, in which edition, and that the same input gives the same bytes."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import bagit
import openpyxl
import pytest

from clesidra_desktop.domain.editions import Edition, public_workshop
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.pack import verify_pack
from clesidra_desktop.exchange.workshop_file import EnclosureInMemory, WorkshopFile, read_workshop_file
from clesidra_desktop.exchange.workshop_file.enclosures import EnclosureOnDisk
from clesidra_desktop.services.pack import annex_paths, write_pack
from tests.helpers import builders as make
from tests.helpers import personal
from tests.helpers.documents import CREATED, pdf_text
from tests.helpers.samples import NASTY, SAMPLE, name_of


def packed(
    folder: Path,
    edition: Edition = Edition.FULL,
    language: Language = Language.ENGLISH,
    workshop: Workshop | None = None,
) -> Path:
    read = WorkshopFile(workshop or personal.full_of_personal_data(), personal.files())
    write_pack(read, folder, name="wells", language=language, edition=edition, created=CREATED)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_all_that_an_archive_keeps(tmp_path: Path) -> None:
    files = contents(packed(tmp_path / "pack") / "data")
    assert set(files) == {
        "wells-minutes-en.docx",
        "wells-minutes-en.pdf",
        "wells-register-en.xlsx",
        "wells.clesidra",
        "annexes/slides.pdf",
    }
    assert files["annexes/slides.pdf"] == personal.files()["annexes/slides.pdf"].read()
    assert "Minutes of Wells and canals" in pdf_text(files["wells-minutes-en.pdf"])
    assert zipfile.is_zipfile(io.BytesIO(files["wells-minutes-en.docx"]))
    assert len(openpyxl.load_workbook(io.BytesIO(files["wells-register-en.xlsx"])).sheetnames) == 3
    read = read_workshop_file(tmp_path / "pack" / "data" / "wells.clesidra")
    assert read.workshop == personal.full_of_personal_data()
    assert {path: file.read() for path, file in read.files.items()} == {
        path: file.read() for path, file in personal.files().items()
    }


def test_the_bag_says_what_it_is(tmp_path: Path) -> None:
    info = bagit.Bag(str(packed(tmp_path / "pack"))).info
    assert info["External-Description"] == "Wells and canals"
    assert info["External-Identifier"] == f"urn:uuid:{make.identity(99)}"
    assert info["Workshop-Date"] == "2026-05-06"
    assert info["Bagging-Date"] == "2026-03-18"
    assert info["Bag-Software-Agent"].startswith("Clesidra Desktop ")
    assert (info["Workshop-Edition"], info["Workshop-Language"]) == ("full", "en")
    assert "Bag-Group-Identifier" not in info
    read = read_workshop_file(SAMPLE)
    write_pack(read, tmp_path / "sample", name="sample", language=Language.KHMER, created=CREATED)
    assert bagit.Bag(str(tmp_path / "sample")).info["Bag-Group-Identifier"] == "Voices of the Highlands"


@pytest.mark.parametrize("edition", Edition)
def test_the_same_input_gives_the_same_bytes(tmp_path: Path, edition: Edition) -> None:
    first, second = (contents(packed(tmp_path / name, edition)) for name in ("one", "two"))
    assert first == second


@pytest.mark.parametrize("language", Language)
def test_no_personal_data_is_anywhere_in_a_public_pack(tmp_path: Path, language: Language) -> None:
    full = contents(packed(tmp_path / "full", Edition.FULL, language))
    assert set().union(*(personal.found(file, personal.secrets(language)) for file in full.values())) == (
        personal.secrets(language)
    )
    public = contents(packed(tmp_path / "public", Edition.PUBLIC, language))
    for name, file in public.items():
        assert personal.found(file, personal.secrets(language)) == set(), name
    assert set(public) >= {
        f"data/wells-minutes-public-{language}.pdf",
        f"data/wells-register-public-{language}.xlsx",
        "data/wells-public.clesidra",
        "data/annexes/slides.pdf",
    }
    read = read_workshop_file(tmp_path / "public" / "data" / "wells-public.clesidra")
    assert read.workshop == public_workshop(personal.full_of_personal_data())
    assert set(read.files) == {"annexes/slides.pdf"}


@pytest.mark.parametrize("path", NASTY, ids=name_of)
def test_a_pack_of_every_odd_workshop(path: Path, tmp_path: Path) -> None:
    read = read_workshop_file(path)
    for edition in Edition:
        write_pack(read, tmp_path / edition, name=path.stem, language=Language.KHMER, edition=edition)
        assert verify_pack(tmp_path / edition) == ()


def test_an_annex_that_is_not_there_is_no_obstacle(tmp_path: Path) -> None:
    workshop = make.workshop(annexes=(make.annex(), make.annex("again", file="annexes/slides.pdf"), make.annex("x")))
    folder = packed(tmp_path / "pack", workshop=replace(workshop, agenda=()))
    assert [path.name for path in (folder / "data" / "annexes").iterdir()] == ["slides.pdf"]


def test_an_annex_that_went_away_leaves_nothing(tmp_path: Path) -> None:
    read = WorkshopFile(make.workshop(), {"annexes/slides.pdf": EnclosureOnDisk(tmp_path / "gone.pdf")})
    with pytest.raises(UserError, match=r"gone\.pdf was not found"):
        write_pack(read, tmp_path / "pack", name="wells", language=Language.ENGLISH)
    assert list(tmp_path.iterdir()) == []


def test_annexes_keep_their_names() -> None:
    paths = annex_paths(["annexes/a.pdf", "annexes/b/c.pdf", "photos/d.jpg", "annexes", "e.pdf", "e.pdf"])
    assert paths == {
        "annexes/a.pdf": "annexes/a.pdf",
        "annexes/b/c.pdf": "annexes/b/c.pdf",
        "photos/d.jpg": "annexes/photos/d.jpg",
        "annexes": "annexes/annexes",
        "e.pdf": "annexes/e.pdf",
    }


def test_annexes_with_one_name_are_told_apart() -> None:
    paths = annex_paths(["annexes/a.pdf", "a.pdf", "annexes/A.PDF"])
    assert list(paths.values()) == ["annexes/a.pdf", "annexes/a (2).pdf", "annexes/A (3).PDF"]


def test_names_that_no_manifest_holds(tmp_path: Path) -> None:
    names = ["annexes/a\u2028b\u0085c.pdf", "100%0A.pdf", "\u00a0/d.pdf\u00a0", "*e.pdf", "#f  g.pdf"]
    annexes = tuple(make.annex(str(number), file=name) for number, name in enumerate(names))
    read = WorkshopFile(
        make.workshop(annexes=annexes, agenda=()), {name: EnclosureInMemory(name.encode()) for name in names}
    )
    write_pack(read, tmp_path / "pack", name="wells", language=Language.ENGLISH)
    assert verify_pack(tmp_path / "pack") == ()
    kept = contents(tmp_path / "pack" / "data" / "annexes")
    assert sorted(kept.values()) == sorted(name.encode() for name in names)
