"""The table of contents, references with their pages, pictures, signatures and the pages of annexes."""

import io
import zipfile
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator

from clesidra_desktop.documents.annexes.images import read_image
from clesidra_desktop.documents.annexes.model import PreparedAnnex, SourcePage
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
from clesidra_desktop.documents.docx import write_docx
from tests.documents.docx.reading import W, paragraphs, parts, text_of
from tests.documents.docx.sample import CREATED
from tests.helpers import annex_files as make

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
FIRST = Section(
    (
        Contents("Contents", deepest=3),
        Heading(1, "Results", 1),
        Heading(3, "Water <& wells>", 2),
        Heading(4, "Which wells?", 1),
        ReferenceTable((Reference("Annex I", "Slides", "annex-1"),), "Page", "All annexes"),
    )
)
SECOND = Section((Heading(1, "Annex I: Slides", key="annex-1"),), annex="slides.pdf", name="Annex I")


def written(*sections: Section, **options: object) -> bytes:
    document = Document("en", "Minutes", sections, digits="០១២៣៤៥៦៧៨៩")
    return write_docx(document, created=CREATED, **options)


def valid(content: bytes, folder: Path) -> bool:
    path = folder / "made.docx"
    path.write_bytes(content)
    return not list(OpenXmlValidator().validate(str(path)).errors)


def test_contents_name_headings_with_their_numbers_and_pages(tmp_path: Path) -> None:
    made = written(FIRST, SECOND, pages=(1, 2, 3, 14))
    assert valid(made, tmp_path)
    entries = [p for p in paragraphs(made) if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val").startswith("TOC")]
    assert [p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for p in entries] == ["TOCHeading", "TOC1", "TOC3", "TOC1"]
    assert ["".join(p.itertext(f"{W}t")) for p in entries] == [
        "Contents",
        "I. Results១",
        "២. Water <& wells>២",
        "Annex I: Slides១៤",
    ]
    kinds = [one.get(f"{W}fldCharType") for p in entries for one in p.iter(f"{W}fldChar")]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 4
    settings = parts(made)["word/settings.xml"]
    assert b"updateFields" not in settings


def test_links_lead_to_bookmarks() -> None:
    body = etree.fromstring(parts(written(FIRST, SECOND, pages=(1, 2, 3, 14)))["word/document.xml"])
    marks = {one.get(f"{W}name"): text_of(one.getparent()) for one in body.iter(f"{W}bookmarkStart")}
    anchors = [one.get(f"{W}anchor") for one in body.iter(f"{W}hyperlink")]
    assert [marks[anchor] for anchor in anchors] == [
        "Results",
        "Water <& wells>",
        "Annex I: Slides",
        "Annex I: Slides",
    ]


def test_without_pages_there_are_no_numbers(tmp_path: Path) -> None:
    made = written(FIRST, SECOND)
    assert valid(made, tmp_path)
    assert "Annex I: Slides" in ["".join(p.itertext(f"{W}t")) for p in paragraphs(made)]


def test_pictures_and_signatures_are_drawn_once_each_and_described(tmp_path: Path) -> None:
    image = read_image(make.photo(size=(400, 300)))
    rows = (("Dara", "not printed"), ("Sok", ""), ("Total", ""))
    columns = (Column("Name", 1), Column("Signature", 1))
    table = Table(columns, rows, 1, "", {(0, 1): Picture(image, "Signed by Dara"), (1, 1): Picture(image, 'A "seal"')})
    made = written(Section((Heading(1, "Photo"), Picture(image, "A well"), table)))
    assert valid(made, tmp_path)
    body = etree.fromstring(parts(made)["word/document.xml"])
    described = [one.get("descr") for one in body.iter(f"{DRAWING}docPr")]
    assert described == ["A well", "Signed by Dara", 'A "seal"']
    assert len({one.get("id") for one in body.iter(f"{DRAWING}docPr")}) == 3
    assert [name for name in parts(made) if name.startswith("word/media/")] == ["word/media/image1.jpeg"]
    assert b"not printed" not in parts(made)["word/document.xml"]
    sizes = [(int(one.get("cx")), int(one.get("cy"))) for one in body.iter(f"{DRAWING}extent")]
    assert all(abs(width * 3 - height * 4) <= 4 for width, height in sizes)
    assert sizes[1][1] < 300_000 < sizes[0][1]


def test_pages_of_an_annex_follow_their_heading(tmp_path: Path) -> None:
    path = tmp_path / "slides.pdf"
    path.write_bytes(make.text_pdf(landscape=True))
    annex = PreparedAnnex(
        path=path, media_type="application/pdf", pages=(SourcePage(842, 595, make.WORDS),), printable=path
    )
    made = written(FIRST, SECOND, Section((Paragraph("The end"),)), annexes={"slides.pdf": annex}, pages=(1, 1, 1, 2))
    assert valid(made, tmp_path)
    body = etree.fromstring(parts(made)["word/document.xml"])
    (drawn,) = body.iter(f"{DRAWING}docPr")
    assert drawn.get("descr") == f"Annex I: ១ / ១: {make.WORDS}"
    turned = [size.get(f"{W}orient") for size in body.iter(f"{W}pgSz")]
    assert turned == [None, None, "landscape", None]
    order = "".join(body.itertext())
    assert order.index("Annex I: Slides") < order.index("The end")
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None


def test_the_same_annexes_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "slides.pdf"
    path.write_bytes(make.text_pdf())
    annex = PreparedAnnex(path=path, media_type="application/pdf", pages=(SourcePage(595, 842),), printable=path)
    first, second = (written(FIRST, SECOND, annexes={"slides.pdf": annex}) for _ in range(2))
    assert first == second
