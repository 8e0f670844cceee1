"""DOCX annexes are merged as text, with their own look and numbering, under the header and footer of the minutes."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Inches
from openxml_audit import OpenXmlValidator

from clesidra_desktop.documents.annexes.kinds import MEDIA_TYPES
from clesidra_desktop.documents.annexes.model import PreparedAnnex
from clesidra_desktop.documents.blocks import Contents, Document, Heading, List, ListItem, ListStyle, Paragraph, Section
from clesidra_desktop.documents.docx import Template, read_template, write_docx
from tests.documents.docx.templates import make_template
from tests.helpers import annex_files as make

CREATED = datetime(2026, 11, 5, 7, 30, tzinfo=UTC)


def report(path: Path, change: Callable[[Any], object] = id) -> Path:
    made = docx.Document()
    made.add_heading("Report of the visit", 1)
    made.add_paragraph("We went to the wells.")
    for text in ("first", "second"):
        made.add_paragraph(text, style="List Number").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made.add_table(1, 2, style="Light Grid Accent 1").cell(0, 0).text = "in a cell"
    made.add_picture(io.BytesIO(make.photo()), Inches(1))
    section = made.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.header.paragraphs[0].text = "their header"
    made.add_paragraph("Across", style="Title")
    change(made)
    made.save(str(path))
    return path


def written(*paths: Path, template: Template | None = None) -> bytes:
    annexes = {path.name: PreparedAnnex(path=path, media_type=MEDIA_TYPES[".docx"]) for path in paths}
    numbers = List(tuple(ListItem(text, ListStyle.NUMBER, 0, place) for place, text in ((1, "ours"), (2, "too"))))
    first = Section((Contents("Contents"), Heading(1, "Ours", 1), numbers))
    behind = [
        Section((Heading(1, f"Annex {path.stem}", place), Paragraph("Not shown.")), annex=path.name, name=path.stem)
        for place, path in enumerate(paths, start=2)
    ]
    document = Document("en", "Minutes", (first, *behind), running_title="Minutes", footer="Foot")
    return write_docx(document, created=CREATED, annexes=annexes, template=template)


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def texts(content: bytes) -> list[str]:
    return [one.text for one in opened(content).paragraphs if one.text.strip()]


def test_annexes_stand_below_their_headings_in_order(tmp_path: Path) -> None:
    made = written(report(tmp_path / "a.docx"), report(tmp_path / "b.docx"))
    found = texts(made)
    start = found.index("Annex a", found.index("ours"))
    once = ["Report of the visit", "We went to the wells.", "first", "second", "Across"]
    assert found[start:] == ["Annex a", *once, "Annex b", *once]
    assert written(tmp_path / "a.docx", tmp_path / "b.docx") == made


def test_the_result_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "made.docx"
    path.write_bytes(written(report(tmp_path / "a.docx"), report(tmp_path / "b.docx")))
    result = OpenXmlValidator().validate(str(path))
    assert result.errors == []


def test_an_annex_keeps_its_look_and_joins_no_contents(tmp_path: Path) -> None:
    made = opened(written(report(tmp_path / "a.docx")))
    heading = next(one for one in made.paragraphs if one.text == "Report of the visit")
    theirs = docx.Document(str(tmp_path / "a.docx")).styles["Heading 1"]
    assert heading.style.name.casefold() == "annex 1 heading 1"
    assert heading.style.font.size == theirs.font.size
    assert heading.style.element.find(f".//{qn('w:outlineLvl')}") is None
    assert not any(fonts.get(qn("w:asciiTheme")) for fonts in made.styles.element.iter(qn("w:rFonts")))
    based = {one.get(qn("w:val")) for one in made.styles.element.iter(qn("w:basedOn"))}
    assert based <= {style.style_id for style in made.styles}


def test_every_list_starts_anew(tmp_path: Path) -> None:
    made = opened(written(report(tmp_path / "a.docx"), report(tmp_path / "b.docx")))
    lists = [one._p.pPr.numPr.numId.val for one in made.paragraphs if one.text == "first"]
    assert len(lists) == len(set(lists)) == 2
    own = next(one for one in made.paragraphs if one.text == "ours")
    assert own._p.pPr.numPr.numId.val not in lists


def test_pages_that_lie_across_stay_so_under_our_header(tmp_path: Path) -> None:
    made = opened(written(report(tmp_path / "a.docx")))
    assert [one.orientation for one in made.sections][-2:] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    assert all("their header" not in part.text for one in made.sections for part in one.header.paragraphs)


def test_comments_are_left_out(tmp_path: Path) -> None:
    def comment(made: Any) -> None:
        made.add_comment(made.paragraphs[1].runs, "Is this so?", author="Bopha")

    content = written(report(tmp_path / "a.docx", comment))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert "comment" not in package.read("word/document.xml").decode()
        assert not any("comments" in name for name in package.namelist())


def endnote(made: Any) -> None:
    reference = OxmlElement("w:endnoteReference")
    reference.set(qn("w:id"), "1")
    made.paragraphs[1].runs[0]._r.append(reference)


def test_what_would_lose_something_is_not_merged_but_the_others_are(tmp_path: Path) -> None:
    broken = tmp_path / "c.docx"
    broken.write_bytes(b"PK no package")
    found = texts(written(report(tmp_path / "a.docx", endnote), report(tmp_path / "b.docx"), broken))
    assert found.count("We went to the wells.") == 1
    assert found.count("Not shown.") == 2
    assert found.index("Annex b", found.index("ours")) < found.index("We went to the wells.")


@pytest.mark.parametrize("count", [0, 1])
def test_core_properties_are_what_they_are(tmp_path: Path, count: int) -> None:
    made = written(*(report(tmp_path / f"{number}.docx") for number in range(count)))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert b"package/2006/metadata/core-properties" in package.read("docProps/core.xml")
        assert b"custom-properties" not in package.read("docProps/core.xml")


def test_annexes_are_merged_on_a_template_too(tmp_path: Path) -> None:
    template = read_template(make_template(tmp_path / "house.docx", ("A cover", "{{minutes}}", "The end")))
    made = written(report(tmp_path / "a.docx"), report(tmp_path / "b.docx"), template=template)
    found = texts(made)
    assert (found[0], found[-1]) == ("A cover", "The end")
    assert found.count("We went to the wells.") == 2
    (tmp_path / "made.docx").write_bytes(made)
    assert OpenXmlValidator().validate(str(tmp_path / "made.docx")).errors == []
