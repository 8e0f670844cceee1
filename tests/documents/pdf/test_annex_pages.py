"""Pages of annexes stand among our own: upright, searchable, numbered, and fit for an archive."""

import errno
import io
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pdf_oxide import PdfDocument

from clesidra_desktop.documents.annexes.images import read_image
from clesidra_desktop.documents.annexes.model import PreparedAnnex, PreparedAnnexes
from clesidra_desktop.documents.annexes.prepare import prepare_annexes
from clesidra_desktop.documents.blocks import (
    Column,
    Contents,
    Document,
    Heading,
    Paragraph,
    Picture,
    Reference,
    ReferenceTable,
    Section,
    Table,
)
from clesidra_desktop.documents.pdf import Attachment, page_numbers, save_pdf
from clesidra_desktop.documents.pdf.writer import claim_of
from tests.helpers import annex_files as make
from tests.helpers.documents import CREATED, pdf_text, write_pdf
from tests.helpers.preflight import complaints

KINDS = {
    "plain": make.text_pdf(),
    "landscape": make.text_pdf(landscape=True),
    "turned": make.turned(90),
    "upside": make.turned(180),
    "cropped": make.cropped(),
    "fonts": make.without_fonts(),
    "colours": make.printer_colours(),
    "form": make.filled_form(),
}


@contextmanager
def prepared(contents: Mapping[str, bytes], folder: Path) -> Iterator[PreparedAnnexes]:
    files = {}
    for name, content in contents.items():
        files[name] = folder / f"{name}.pdf"
        files[name].write_bytes(content)
    annexes = prepare_annexes(files, folder)
    with ExitStack() as stack:
        for annex in annexes.values():
            if annex.pdf:
                stack.enter_context(annex.pdf)
        yield annexes


def with_annexes(*names: str) -> Document:
    """Return a document with a table of contents, a list of annexes, and a section for each annex."""
    rows = tuple(Reference(f"Annex {number}", name, name) for number, name in enumerate(names, start=1))
    first = Section((Contents("Contents"), Heading(1, "Annexes", 1), ReferenceTable(rows, "Page", "The annexes")))
    sections = (
        Section((Heading(1, f"Annex {number}: {name}", key=name),), annex=name, name=f"Annex {number}")
        for number, name in enumerate(names, start=1)
    )
    last = Section((Heading(1, "The end"),))
    return Document("en", "Minutes", (first, *sections, last), page_label="Page {page} of {pages}")


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_with_an_annex_is_fit_for_an_archive(kind: str, tmp_path: Path) -> None:
    with prepared({kind: KINDS[kind]}, tmp_path) as annexes:
        made = write_pdf(with_annexes(kind), created=CREATED, annexes=annexes)
    assert complaints(made, tmp_path) == ""
    path = tmp_path / "made.pdf"
    path.write_bytes(made)
    judged = PdfDocument(str(path))
    assert judged.validate_pdf_a("3a")["errors"] == []
    assert judged.validate_pdf_ua()["errors"] == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {"colours", "form", "cropped"}])
def test_the_words_of_an_annex_are_found(kind: str, tmp_path: Path) -> None:
    with prepared({kind: KINDS[kind]}, tmp_path) as annexes:
        text = pdf_text(write_pdf(with_annexes(kind), created=CREATED, annexes=annexes))
    page = text.split("\f")[2]
    assert make.WORDS in " ".join(page.split())
    assert "Annex 1: 1 / 1" in page
    assert "Page 3 of 4" in page


def test_numbers_go_on_and_references_know_them(tmp_path: Path) -> None:
    document = with_annexes("three", "one")
    with prepared({"three": make.pages_pdf(3), "one": make.text_pdf()}, tmp_path) as annexes:
        assert page_numbers(document, annexes) == (1, 2, 6, 8)
        made = write_pdf(document, created=CREATED, annexes=annexes)
    first = [line.split() for line in pdf_text(made).split("\f")[0].splitlines()]
    assert ["Annex", "1", "three", "2"] in first
    assert ["Annex", "2", "one", "6"] in first
    assert any(words[:2] == ["The", "end"] and words[-1] == "8" for words in first)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.pages) == 8


def test_the_outline_leads_into_annexes(tmp_path: Path) -> None:
    def mark(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Where we stand", 1))

    with prepared({"a": make.changed(make.pages_pdf(2), mark)}, tmp_path) as annexes:
        made = write_pdf(with_annexes("a"), created=CREATED, annexes=annexes)
    with pikepdf.open(io.BytesIO(made)) as pdf, pdf.open_outline() as outline:
        (annex,) = (item for item in outline.root if item.title == "Annex 1: a")
        assert [item.title for item in annex.children] == ["Where we stand"]


def test_originals_are_attached_as_they_are(tmp_path: Path) -> None:
    data = Attachment("a.pdf", "application/json", b"{}", "Takes the name of an annex")
    with prepared({"a": make.without_fonts(), "b": b"no PDF at all"}, tmp_path) as annexes:
        made = write_pdf(with_annexes("a", "b"), created=CREATED, annexes=annexes, attachments=[data])
    with pikepdf.open(io.BytesIO(made)) as pdf:
        kept = {name: one.get_file().read_bytes() for name, one in pdf.attachments.items()}
        relations = [str(one.AFRelationship) for one in pdf.Root.AF]
    assert kept == {"a.pdf": b"{}", "a": make.without_fonts(), "b": b"no PDF at all"}
    assert relations == ["/Source", "/Supplement", "/Supplement"]


def test_the_same_annexes_give_the_same_bytes(tmp_path: Path) -> None:
    def made() -> bytes:
        with prepared({"a": make.text_pdf(), "b": make.without_fonts()}, tmp_path) as annexes:
            return write_pdf(with_annexes("a", "b"), created=CREATED, annexes=annexes)

    assert made() == made()


def test_the_claim_is_that_of_the_least_page(tmp_path: Path) -> None:
    with prepared({"good": make.text_pdf(), "less": make.without_letters()}, tmp_path) as annexes:
        assert (claim_of({"good": annexes["good"]}).level, claim_of(annexes).level) == ("A", "B")
        assert not claim_of(annexes).accessible
        made = write_pdf(with_annexes("good", "less"), created=CREATED, annexes=annexes)
    path = tmp_path / "made.pdf"
    path.write_bytes(made)
    assert PdfDocument(str(path)).validate_pdf_a("3b")["errors"] == []


def test_pictures_and_signatures_are_figures(tmp_path: Path) -> None:
    image = read_image(make.photo(size=(400, 300)))
    table = Table(
        (Column("Name", 1), Column("Signature", 1)),
        (("Dara", ""), ("Sok", "")),
        0,
        "",
        {(1, 1): Picture(image, "Signed")},
    )
    document = Document("en", "Minutes", (Section((Picture(image, "A well"), Paragraph("Below"), table)),))
    made = write_pdf(document, created=CREATED)
    assert complaints(made, tmp_path) == ""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        figures = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]
        assert sorted(str(one.Alt) for one in figures) == ["A well", "Signed"]
        (cell,) = (one for one in figures if one.P.S == "/TD")
        assert cell.P.P.S == "/TR"
        assert len(pdf.pages[0].Resources.XObject) == 1
        boxes = [[float(edge) for edge in one.A.BBox] for one in figures]
    assert all(right - left == pytest.approx((top - bottom) * 4 / 3, rel=0.02) for left, bottom, right, top in boxes)


def test_an_annex_that_was_not_prepared_leaves_its_section(tmp_path: Path) -> None:
    unshown = PreparedAnnex(path=tmp_path / "x", media_type="text/plain")
    unshown.path.write_bytes(b"x")
    made = write_pdf(with_annexes("a"), created=CREATED, annexes={"a": unshown})
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.pages) == 3


def test_pages_taken_over_are_packed(tmp_path: Path) -> None:
    long = Document("en", "Long", tuple(Section((Paragraph("The well gives water. " * 80),)) for _ in range(30)))
    content = write_pdf(long, created=CREATED)
    with prepared({"a": content}, tmp_path) as annexes:
        made = write_pdf(with_annexes("a"), created=CREATED, annexes=annexes)
    with prepared({"a": make.text_pdf()}, tmp_path) as annexes:
        small = write_pdf(with_annexes("a"), created=CREATED, annexes=annexes)
    assert len(made) < len(small) + 2 * len(content) + 20_000
    with pikepdf.open(io.BytesIO(made)) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        packed = [one for one in streams if one.get("/Type") not in {"/Metadata", "/EmbeddedFile", "/XRef"}]
        assert all("/Filter" in one for one in packed)
        (original,) = (one for one in streams if one.get("/Type") == "/EmbeddedFile")
        assert "/Filter" not in original
        assert original.read_raw_bytes() == content


class FullDisk(io.BytesIO):
    """A stream that has room for so many bytes only and then raises an error."""

    def __init__(self, room: int, error: BaseException) -> None:
        super().__init__()
        self.room = room
        self.error = error

    def write(self, data: Any) -> int:
        """Write, or fail as a full disk does."""
        if self.tell() + len(data) > self.room:
            raise self.error
        return super().write(data)


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), KeyboardInterrupt()])
@pytest.mark.parametrize("room", [0, 10, 5000, 20_000])
def test_a_full_disk_is_an_error_and_not_the_end_of_the_program(
    room: int, error: BaseException, tmp_path: Path
) -> None:
    with prepared({"a": make.pages_pdf(20)}, tmp_path) as annexes, pytest.raises(type(error)) as raised:
        save_pdf(with_annexes("a"), FullDisk(room, error), created=CREATED, annexes=annexes)
    assert raised.value is error
