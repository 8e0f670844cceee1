"""The PDF is one for an archive, PDF/A-3a, and one for everybody, PDF/UA-1: judged by others, and looked into."""

import itertools
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from pdf_oxide import PdfDocument

from clesidra_desktop.documents.blocks import Column, Paragraph, Reference, Table
from clesidra_desktop.documents.compose import compose_minutes
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.pdf import Attachment
from clesidra_desktop.domain.language import Language
from tests.helpers.documents import CREATED, document, pdf_text, showcase, write_pdf
from tests.helpers.preflight import complaints
from tests.helpers.samples import NASTY, SAMPLE, name_of, read

DATA = Attachment("workshop.json", "application/json", b'{"a": 1}', "The workshop")
PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Tj", "TJ", "'", '"', "Do", "sh"}
ALLOWED = {
    "Document",
    "Sect",
    "P",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "TR",
    "TH",
    "TD",
    "Figure",
    "TOC",
    "TOCI",
    "Reference",
    "Link",
} | {f"H{level}" for level in range(1, 6)}


@pytest.fixture(scope="module", params=["showcase-en", "showcase-km", "sample-en", "sample-km"])
def pdf(request: pytest.FixtureRequest) -> bytes:
    kind, language = str(request.param).split("-")
    made = showcase(language) if kind == "showcase" else compose_minutes(read(SAMPLE), Labels(Language(language)))
    return write_pdf(made, created=CREATED, attachments=[DATA])


@pytest.fixture
def opened(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(pdf)) as one:
        yield one


def elements(one: Any) -> Iterator[Any]:
    """Yield a structure element and all below it, in reading order."""
    yield one
    for kid in kids(one):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") not in {"/MCR", "/OBJR"}:
            yield from elements(kid)


def kids(one: Any) -> list[Any]:
    found = one.get("/K")
    if found is None:
        return []
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def test_pdf_oxide_finds_no_error(pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "judged.pdf"
    path.write_bytes(pdf)
    judged = PdfDocument(str(path))
    assert judged.validate_pdf_a("3a")["errors"] == []
    assert judged.validate_pdf_ua()["errors"] == []


def test_preflight_finds_no_error(pdf: bytes, tmp_path: Path) -> None:
    assert complaints(pdf, tmp_path) == ""


@pytest.mark.parametrize("path", NASTY, ids=name_of)
def test_preflight_of_odd_workshops(path: Path, tmp_path: Path) -> None:
    made = compose_minutes(read(path), Labels(Language.KHMER))
    assert complaints(write_pdf(made, created=CREATED), tmp_path) == ""


def test_every_stream_ends_with_a_line_end_of_its_own(pdf: bytes) -> None:
    ends = [re.match(rb"\r?\nendstream\nendobj\n", pdf[end:]) for end in stream_ends(pdf)]
    assert len(ends) == pdf.count(b"endstream\nendobj\n")
    assert all(ends)


def stream_ends(pdf: bytes) -> Iterator[int]:
    """Yield where the content of each stream ends, by the length that it states."""
    for found in re.finditer(rb"/Length (\d+)(?:(?!endobj)[\x20-\x7e\n])*?>>\nstream\n", pdf):
        yield found.end() + int(found[1])


def test_preflight_can_complain(tmp_path: Path) -> None:
    made = write_pdf(document(Paragraph("text")), created=CREATED)
    with pikepdf.open(BytesIO(made)) as opened:
        del opened.Root["/OutputIntents"][0]["/OutputConditionIdentifier"]
        for one in opened.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
                del one["/FontFile2"]
        buffer = BytesIO()
        opened.save(buffer)
    assert "not a valid" in complaints(buffer.getvalue(), tmp_path)


def test_everything_that_is_painted_is_marked_and_every_mark_has_its_element(opened: pikepdf.Pdf) -> None:
    parents = list(opened.Root.StructTreeRoot.ParentTree.Nums)
    trees = dict(zip(map(int, parents[::2]), parents[1::2], strict=True))
    linked = sum(len(page.obj.get("/Annots", ())) for page in opened.pages)
    assert len(trees) == len(opened.pages) + linked == int(opened.Root.StructTreeRoot.ParentTreeNextKey)
    for page in opened.pages:
        owners = list(trees[int(page.obj.StructParents)])
        depth, seen = 0, []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                depth += 1
                if name == "BDC" and "/MCID" in operands[1]:
                    seen.append(int(operands[1].MCID))
                    assert operands[0] == owners[seen[-1]].S
            elif name == "EMC":
                depth -= 1
            elif name in PAINTING:
                assert depth > 0
        assert depth == 0
        assert seen == list(range(len(owners)))
        assert page.obj.Tabs == "/S"


def test_elements_know_their_parents_and_content(opened: pikepdf.Pdf) -> None:
    numbers = {page.obj.objgen: index for index, page in enumerate(opened.pages)}
    root = opened.Root.StructTreeRoot
    content: list[tuple[int, int]] = []
    for one in elements(root.K):
        assert str(one.S)[1:] in ALLOWED
        for kid in kids(one):
            if isinstance(kid, int):
                content.append((numbers[one.Pg.objgen], kid))
            elif kid.get("/Type") == "/MCR":
                content.append((numbers[kid.Pg.objgen], int(kid.MCID)))
            elif kid.get("/Type") == "/OBJR":
                assert kid.Obj.objgen in {note.objgen for note in kid.Pg.Annots}
            else:
                assert kid.P.objgen == one.objgen
    arrays = list(root.ParentTree.Nums)[1 : 2 * len(opened.pages) : 2]
    assert sorted(content) == [(page, number) for page, array in enumerate(arrays) for number in range(len(array))]


def test_links_lead_to_headings_and_say_so(opened: pikepdf.Pdf) -> None:
    pages = [page.obj.objgen for page in opened.pages]
    parents = list(opened.Root.StructTreeRoot.ParentTree.Nums)
    trees = dict(zip(map(int, parents[::2]), parents[1::2], strict=True))
    for page in opened.pages:
        for note in page.obj.get("/Annots", ()):
            owner = trees[int(note.StructParent)]
            assert owner.S == "/Link"
            assert any(kid.Obj.objgen == note.objgen for kid in kids(owner) if "/Obj" in kid)
            assert (note.Subtype, int(note.F)) == ("/Link", 4)
            assert "/A" not in note
            left, bottom, right, top = (float(edge) for edge in note.Rect)
            assert 0 < left < right < 842
            assert 0 < bottom < top < 842
            target = opened.pages[pages.index(note.Dest[0].objgen)]
            words = str(note.Contents).split(": ", 1)[-1].split()[-1]
            assert 0 < float(note.Dest[3]) <= float(target.mediabox[3])
            assert words in pdf_text(page_alone(target))


def page_alone(page: pikepdf.Page) -> bytes:
    buffer = BytesIO()
    with pikepdf.new() as alone:
        alone.pages.append(page)
        alone.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("language", ["en", "km"])
def test_contents_and_annexes_are_linked(language: str) -> None:
    made = compose_minutes(read(SAMPLE), Labels(Language(language)))
    with pikepdf.open(BytesIO(write_pdf(made, created=CREATED))) as opened:
        links = [one for one in elements(opened.Root.StructTreeRoot.K) if one.S == "/Link"]
        entries = [kid for one in elements(opened.Root.StructTreeRoot.K) if one.S == "/TOC" for kid in kids(one)]
        rows = [row for section in made.sections for block in section.blocks for row in getattr(block, "rows", ())]
        assert len(entries) > 10
        assert all(any("/Obj" in kid for kid in kids(one) if not isinstance(kid, int)) for one in links)
        assert len(links) == len(entries) + sum(isinstance(row, Reference) for row in rows)


def test_headings_do_not_skip_a_level(opened: pikepdf.Pdf) -> None:
    tags = (str(one.S)[1:] for one in elements(opened.Root.StructTreeRoot.K))
    levels = [int(tag[1:]) for tag in tags if tag[0] == "H"]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_tables_have_headers_and_even_rows(opened: pikepdf.Pdf) -> None:
    tables = [one for one in elements(opened.Root.StructTreeRoot.K) if one.S == "/Table"]
    assert tables
    for table in tables:
        rows = kids(table)
        assert {str(row.S) for row in rows} == {"/TR"}
        assert len({len(kids(row)) for row in rows}) == 1
        heads = [cell for row in rows for cell in kids(row) if cell.S == "/TH"]
        assert heads
        assert all(cell.A.Scope in ("/Column", "/Row") for cell in heads)
        assert str(table.A.Summary)


def test_figures_say_what_they_show(opened: pikepdf.Pdf) -> None:
    figures = [one for one in elements(opened.Root.StructTreeRoot.K) if one.S == "/Figure"]
    assert len(figures) == 1
    assert str(figures[0].Alt)
    left, bottom, right, top = (float(edge) for edge in figures[0].A.BBox)
    assert 0 < left < right < 596
    assert 0 < bottom < top < 842


def test_a_header_that_is_repeated_is_no_second_row() -> None:
    rows = [(str(number), "text") for number in range(200)]
    made = write_pdf(document(Table((Column("No", 1), Column("Text", 5)), rows)), created=CREATED)
    assert pdf_text(made).count("Text") > 3
    with pikepdf.open(BytesIO(made)) as opened:
        found = [one for one in elements(opened.Root.StructTreeRoot.K) if one.S in ("/TR", "/TH")]
    assert len(found) == 1 + 200 + 2


def test_a_row_over_several_pages_is_one_row() -> None:
    made = write_pdf(document(Table((Column("No", 1), Column("Text", 5)), [("1", "W" * 9000)])), created=CREATED)
    with pikepdf.open(BytesIO(made)) as opened:
        cells = [one for one in elements(opened.Root.StructTreeRoot.K) if one.S == "/TD"]
        assert len(cells) == 2
        assert len({kid.Pg.objgen for kid in kids(cells[1])}) == len(opened.pages)


def test_words_in_the_other_language_are_marked() -> None:
    made = write_pdf(document(Paragraph("Hello កម្ពុជា 12"), Paragraph("Only English 12")), created=CREATED)
    with pikepdf.open(BytesIO(made)) as opened:
        languages = [
            str(operands[1].Lang)
            for operands, operator in pikepdf.parse_content_stream(opened.pages[0])
            if str(operator) == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/Lang" in operands[1]
        ]
    assert languages == ["km"]


def test_metadata_says_what_the_information_dictionary_says(opened: pikepdf.Pdf) -> None:
    tree = ET.fromstring(opened.Root.Metadata.read_bytes())  # noqa: S314 - our own
    spaces = {
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
        "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
        "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    }
    texts = {
        key: tree.findtext(f".//{key}", namespaces=spaces)
        for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "pdfaSchema:prefix")
    }
    assert list(texts.values()) == ["3", "A", "1", "pdfuaid"]
    assert tree.findtext(".//dc:title//rdf:li", namespaces=spaces) == str(opened.docinfo.Title)
    assert tree.findtext(".//dc:creator//rdf:li", namespaces=spaces) == str(opened.docinfo.Author)
    assert "/Trapped" not in opened.docinfo


def test_the_catalog_is_complete(opened: pikepdf.Pdf) -> None:
    root = opened.Root
    assert root.MarkInfo.Marked
    assert root.ViewerPreferences.DisplayDocTitle
    assert [page.label for page in opened.pages] == [str(number + 1) for number in range(len(opened.pages))]
    assert root.OutputIntents[0].S == "/GTS_PDFA1"
    assert opened.pdf_version == "1.7"
    assert len({bytes(one) for one in opened.trailer.ID}) == 1


def test_attached_data_is_there_and_belongs_to_the_document(opened: pikepdf.Pdf) -> None:
    attached = opened.attachments["workshop.json"]
    assert attached.get_file().read_bytes() == DATA.content
    assert attached.get_file().mime_type == "application/json"
    assert opened.Root.AF[0].AFRelationship == "/Source"


def test_several_files_can_be_attached() -> None:
    names = ("b.txt", "a.txt", "ខ្មែរ.txt")
    files = [Attachment(name, "text/plain", name.encode(), name, "Supplement") for name in names]
    made = write_pdf(document(Paragraph("text")), created=CREATED, attachments=files)
    with pikepdf.open(BytesIO(made)) as opened:
        assert {name: one.get_file().read_bytes().decode() for name, one in opened.attachments.items()} == {
            name: name for name in names
        }


def test_an_untagged_file_claims_less() -> None:
    made = write_pdf(document(Paragraph("text")), created=CREATED, tagged=False)
    with pikepdf.open(BytesIO(made)) as opened:
        metadata = opened.Root.Metadata.read_bytes().decode()
        assert "<pdfaid:conformance>B<" in metadata
        assert "pdfuaid:part>" not in metadata
        assert "/StructTreeRoot" not in opened.Root
        assert "BDC" not in opened.pages[0].Contents.read_bytes().decode()


def test_the_id_is_a_digest_of_the_content() -> None:
    ids = []
    for text in ("one", "one", "two"):
        with pikepdf.open(BytesIO(write_pdf(document(Paragraph(text)), created=CREATED))) as opened:
            ids.append(bytes(opened.trailer.ID[0]))
    assert ids[0] == ids[1] != ids[2]
