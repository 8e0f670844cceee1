"""Files that are enclosed in the DOCX come out of it as they went in, behind an icon that says what they are."""

import io
import subprocess
import zipfile
from pathlib import Path

import docx
import olefile
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator
from PIL import Image

from clesidra_desktop.documents.annexes.kinds import MEDIA_TYPES, UNKNOWN
from clesidra_desktop.documents.annexes.model import PreparedAnnex
from clesidra_desktop.documents.blocks import Document, Enclosed, Heading, Section
from clesidra_desktop.documents.docx import Template, read_template, write_docx
from clesidra_desktop.documents.docx.objects import icon
from tests.documents.docx.templates import make_template
from tests.helpers.documents import CREATED

OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
CONTENTS = {
    "data.zip": (b"\x01\x02" * 3000, UNKNOWN),
    "plan.xlsx": (b"PK\x03\x04 a workbook", MEDIA_TYPES[".xlsx"]),
    "slides.pptx": (b"PK\x03\x04 slides", MEDIA_TYPES[".pptx"]),
    "no-slides.pptx": (b"no slides at all", UNKNOWN),
    "ស្លាយ.odp": (b"PK\x03\x04 slides of another program", MEDIA_TYPES[".odp"]),
}


def enclosed(folder: Path, template: Template | None = None) -> bytes:
    annexes, sections = {}, []
    for number, (name, (content, media_type)) in enumerate(CONTENTS.items(), start=1):
        path = folder / name
        path.write_bytes(content)
        annexes[f"annexes/{name}"] = PreparedAnnex(path=path, media_type=media_type)
        blocks = (Heading(1, name, number), Enclosed(f"annexes/{name}", f"Annex: {name} & more"))
        sections.append(Section(blocks, annex=f"annexes/{name}", name=name))
    return write_docx(Document("en", "Minutes", tuple(sections)), created=CREATED, annexes=annexes, template=template)


@pytest.fixture
def made(tmp_path: Path) -> bytes:
    return enclosed(tmp_path)


def test_every_file_comes_out_as_it_went_in(made: bytes) -> None:
    opened = docx.Document(io.BytesIO(made))
    found = list(opened.element.body.iter(OLE))
    programs = [one.get("ProgID") for one in found]
    assert programs == ["Package", "Excel.Sheet.12", "PowerPoint.Show.12", "Package", "Package"]
    for one, (name, (content, media_type)) in zip(found, CONTENTS.items(), strict=True):
        part = opened.part.related_parts[one.get(qn("r:id"))]
        if one.get("ProgID") == "Package":
            with olefile.OleFileIO(io.BytesIO(part.blob)) as ole:
                stream = ole.openstream("\x01Ole10Native").read()
            assert content in stream
            assert name.encode("utf-16-le") in stream
        else:
            assert part.blob == content
            assert part.content_type == media_type


def test_objects_are_numbered_and_shown_by_an_icon(made: bytes) -> None:
    body = docx.Document(io.BytesIO(made)).element.body
    objects = list(body.iter(OLE))
    assert len({one.get("ObjectID") for one in objects}) == len(objects)
    shapes = {one.get("id"): one.get("alt") for one in body.iter("{urn:schemas-microsoft-com:vml}shape")}
    assert [shapes[one.get("ShapeID")] for one in objects] == [f"Annex: {name} & more" for name in CONTENTS]
    with zipfile.ZipFile(io.BytesIO(made)) as package:  # one icon for each ending, however many files have it
        assert sum(name.startswith("word/media/") for name in package.namelist()) == 4


@pytest.mark.parametrize("with_template", [False, True])
def test_the_result_is_valid_and_the_same_each_time(with_template: bool, tmp_path: Path) -> None:
    template = None
    if with_template:
        path = tmp_path / "house.docx"
        make_template(path)
        template = read_template(path)
    made = tmp_path / "made.docx"
    made.write_bytes(enclosed(tmp_path, template))
    assert OpenXmlValidator().validate(str(made)).errors == []
    assert enclosed(tmp_path, template) == made.read_bytes()


def test_libreoffice_shows_the_icons(made: bytes, tmp_path: Path) -> None:
    (tmp_path / "made.docx").write_bytes(made)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "made.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    listed = subprocess.run(
        ["pdfimages", "-list", "made.pdf"], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    pages = {line.split()[0] for line in listed.stdout.splitlines()[2:]}
    assert {"1", "4", "5"} <= pages  # of packages; for the others it asks the program that it may not have


def test_a_file_that_is_gone_is_an_error(tmp_path: Path) -> None:
    annex = PreparedAnnex(path=tmp_path / "gone.zip", media_type=UNKNOWN)
    section = Section((Enclosed("gone.zip", "Gone"),))
    with pytest.raises(FileNotFoundError):
        write_docx(Document("en", "Minutes", (section,)), created=CREATED, annexes={"gone.zip": annex})


@pytest.mark.parametrize("ending", [".pptx", ".odp", "", ".longer-than-that"])
def test_icons_are_small_and_transparent_around_the_sheet(ending: str) -> None:
    made = icon(ending)
    with Image.open(io.BytesIO(made.content)) as picture:
        assert picture.size == (made.width, made.height)
        assert picture.getpixel((0, 0))[3] == 0
    assert len(made.content) < 5000
