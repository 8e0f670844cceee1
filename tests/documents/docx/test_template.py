"""Minutes written into an office's own Word document."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.parser import parse_xml
from docx.shared import RGBColor
from lxml import etree
from openxml_audit import OpenXmlValidator

from clesidra_desktop.documents.blocks import Document
from clesidra_desktop.documents.docx import read_template, write_docx
from clesidra_desktop.domain.errors import UserError
from tests.documents.docx.reading import W, parts
from tests.documents.docx.sample import english
from tests.documents.docx.templates import letterhead, make_template, rewritten

CREATED = datetime(2026, 11, 5, 7, 30, tzinfo=UTC)
FIELDS = {"title": "Minutes <of> trees", "workshop": "Trees", "programme": "", "date": "5 May", "place": "Kratie"}


def written(template: Path, document: Document | None = None) -> bytes:
    document = document or replace(english(), fields=FIELDS)
    return write_docx(document, created=CREATED, template=read_template(template))


def root(content: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(content)[name])


def texts(content: bytes, name: str = "word/document.xml") -> list[str]:
    return ["".join(one.itertext(f"{W}t")) for one in root(content, name).iter(f"{W}p")]


def used_styles(content: bytes) -> set[str]:
    found = root(content).iter(f"{W}pStyle", f"{W}tblStyle", f"{W}rStyle")
    return {one.get(f"{W}val", "") for one in found}


def valid(content: bytes, folder: Path) -> list[str]:
    path = folder / "minutes.docx"
    path.write_bytes(content)
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


def test_the_minutes_stand_where_the_template_says(tmp_path: Path) -> None:
    own = [text for text in texts(write_docx(english(), created=CREATED)) if text]
    grown = [text for text in texts(written(make_template(tmp_path / "house.docx"))) if text]
    assert (grown[0], grown[-1]) == ("A cover", "The end")
    assert grown[1:-1] == own


def test_without_a_place_they_come_last_and_in_an_empty_template_first(tmp_path: Path) -> None:
    grown = [text for text in texts(written(make_template(tmp_path / "house.docx", ("A cover",)))) if text]
    assert grown[0] == "A cover"
    assert grown[-1] != "A cover"
    empty = root(written(make_template(tmp_path / "empty.docx", ("", ""))))
    assert empty[0][0].find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Title"


def test_header_and_footer_are_the_offices_with_their_fields_and_logo(tmp_path: Path) -> None:
    content = written(make_template(tmp_path / "house.docx", change=letterhead))
    names = parts(content)
    headers = [name for name in names if name.startswith("word/header")]
    footers = [name for name in names if name.startswith("word/footer")]
    assert [texts(content, name) for name in headers] == [["Minutes <of> trees at Kratie"]]
    assert [texts(content, name) for name in footers] == [["Page 1 of 1, "]]
    assert [one.text for one in root(content, footers[0]).iter(f"{W}instrText")] == [" PAGE ", " NUMPAGES "]
    assert root(content, headers[0]).find(".//{*}blip") is not None
    bold = [run for run in root(content, headers[0]).iter(f"{W}r") if run.find(f"{W}rPr/{W}b") is not None]
    assert ["".join(run.itertext(f"{W}t")) for run in bold] == ["Minutes <of> trees"]
    assert valid(content, tmp_path) == []


def test_pages_are_those_of_the_template(tmp_path: Path) -> None:
    content = written(make_template(tmp_path / "house.docx", change=letterhead))
    sizes = [(one.get(f"{W}w"), one.get(f"{W}h"), one.get(f"{W}orient")) for one in root(content).iter(f"{W}pgSz")]
    assert {size for size in sizes if size[2] != "landscape"} == {("12246", "15817", None)}
    assert ("15817", "12246", "landscape") in sizes
    widths = {
        sum(int(column.get(f"{W}w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol"))
        for table in root(content).iter(f"{W}tbl")
    }
    assert max(widths) <= 15817
    assert 12246 - 2 * 2268 in widths


def test_styles_are_found_by_their_names(tmp_path: Path) -> None:
    """In a German Word the style called “heading 1” has the id “berschrift1”."""

    def german(word: WordDocument) -> None:
        word.styles["Heading 1"].font.color.rgb = RGBColor(170, 0, 0)

    def localised(xml: bytes) -> bytes:
        return xml.replace(b'"Heading1"', b'"berschrift1"')

    template = make_template(tmp_path / "house.docx", change=german)
    content = written(rewritten(template, {"word/styles.xml": localised}))
    styles = {one.get(f"{W}styleId"): one for one in root(content, "word/styles.xml").iterfind(f"{W}style")}
    assert "berschrift1" in used_styles(content)
    assert "Heading1" not in styles
    assert styles["berschrift1"].find(f"{W}rPr/{W}color").get(f"{W}val") == "AA0000"
    assert used_styles(content) <= styles.keys()


def test_missing_styles_are_added_and_clobber_nothing(tmp_path: Path) -> None:
    def other(xml: bytes) -> bytes:
        return xml.replace(
            b"</w:styles>",
            b'<w:style w:type="paragraph" w:styleId="Byline"><w:name w:val="Their own"/></w:style></w:styles>',
        )

    content = written(rewritten(make_template(tmp_path / "house.docx"), {"word/styles.xml": other}))
    styles = root(content, "word/styles.xml").findall(f"{W}style")
    by_name = {one.find(f"{W}name").get(f"{W}val"): one for one in styles}
    assert by_name["Their own"].get(f"{W}styleId") == "Byline"
    assert by_name["Byline"].get(f"{W}styleId") == "Byline2"
    assert by_name["Byline"].find(f"{W}rPr/{W}rFonts") is None
    ids = [one.get(f"{W}styleId") for one in styles]
    assert len(ids) == len(set(ids))
    linked = {one.get(f"{W}val") for style in styles for one in style if one.tag in {f"{W}basedOn", f"{W}link"}}
    assert linked <= set(ids)


def test_lists_get_numbers_of_their_own(tmp_path: Path) -> None:
    def with_list(word: WordDocument) -> None:
        word.add_paragraph("theirs", style="List Number")

    template = make_template(tmp_path / "house.docx", change=with_list)
    before = etree.fromstring(zipfile.ZipFile(template).read("word/numbering.xml"))
    content = written(template)
    after = root(content, "word/numbering.xml")
    for tag, attribute in (("num", "numId"), ("abstractNum", "abstractNumId")):
        ids = [one.get(f"{W}{attribute}") for one in after.findall(f"{W}{tag}")]
        assert len(ids) == len(set(ids)) > len(before.findall(f"{W}{tag}"))
    used = {one.get(f"{W}val") for one in root(content).iter(f"{W}numId")} - {"0"}
    assert used <= {one.get(f"{W}numId") for one in after.findall(f"{W}num")}
    kinds = [child.tag for child in after]
    assert kinds == sorted(kinds, key=[f"{W}abstractNum", f"{W}num"].index)
    headings = [one for one in root(content).iter(f"{W}p") if one.findtext(f".//{W}t") == "Objectives"]
    assert all(one.find(f"{W}pPr/{W}numPr") is not None for one in headings)


def test_a_landscape_end_goes_back_to_the_templates_pages(tmp_path: Path) -> None:
    document = replace(english(), fields=FIELDS)
    last = replace(document.sections[-1], landscape=True)
    content = written(make_template(tmp_path / "a.docx"), replace(document, sections=(*document.sections[:-1], last)))
    *_, before, end = root(content).iter(f"{W}sectPr")
    assert before.find(f"{W}pgSz").get(f"{W}orient") == "landscape"
    assert end.find(f"{W}pgSz").get(f"{W}orient") is None
    content = written(make_template(tmp_path / "b.docx", ("{{minutes}}",)), replace(document, sections=(last,)))
    (only,) = root(content).iter(f"{W}sectPr")
    assert only.find(f"{W}pgSz").get(f"{W}orient") == "landscape"


def test_a_cover_with_a_section_of_its_own_stays(tmp_path: Path) -> None:
    def cover(word: WordDocument) -> None:
        section = word.add_section()
        section.orientation = WD_ORIENT.PORTRAIT
        word.sections[0].different_first_page_header_footer = True
        word.add_paragraph("{{minutes}}")

    content = written(make_template(tmp_path / "house.docx", ("A cover",), cover))
    first, *others = root(content).iter(f"{W}sectPr")
    assert first.find(f"{W}titlePg") is not None
    assert all(one.find(f"{W}titlePg") is None for one in others)
    assert valid(content, tmp_path) == []


def test_text_boxes_tables_and_properties_are_filled(tmp_path: Path) -> None:
    def boxes(word: WordDocument) -> None:
        word.add_table(1, 1).cell(0, 0).text = "{{workshop}}"
        word.core_properties.category = "about {{workshop}}"
        box = (
            f'<w:r xmlns:w="{W[1:-1]}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox>'
            "<w:txbxContent><w:p><w:r><w:t>{{place}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
            "</w:r>"
        )
        word.add_paragraph("{{date}}: ")._p.append(parse_xml(box))

    content = written(make_template(tmp_path / "house.docx", change=boxes))
    found = texts(content)
    assert "Trees" in found
    assert "Kratie" in found
    assert any(text.startswith("5 May: ") for text in found)
    assert b"about Trees" in parts(content)["docProps/core.xml"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{datum}}", r"house\.docx has the placeholder \{\{datum\}\}.*\{\{title\}\}.*\{\{minutes\}\}"),
        ("Here: {{minutes}}", "alone in a paragraph"),
    ],
)
def test_placeholders_that_cannot_be_are_named(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        written(make_template(tmp_path / "house.docx", (text,)))


def test_a_wrong_header_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    def header(word: WordDocument) -> None:
        word.sections[0].header.paragraphs[0].text = "{{datum}}"

    with pytest.raises(UserError, match="does not exist"):
        read_template(make_template(tmp_path / "house.docx", change=header))


def test_the_place_of_the_minutes_is_not_in_a_header(tmp_path: Path) -> None:
    def header(word: WordDocument) -> None:
        word.sections[0].header.paragraphs[0].text = "{{minutes}}"

    with pytest.raises(UserError, match="not in a table, a text box, a header or a footer"):
        written(make_template(tmp_path / "house.docx", change=header))


def test_a_value_with_braces_is_no_placeholder(tmp_path: Path) -> None:
    document = replace(english(), fields={**FIELDS, "title": "{{title}} {{x}}"})
    found = texts(written(make_template(tmp_path / "house.docx", ("{{title}}",)), document))
    assert found[0].replace("\u200b", "") == "{{title}} {{x}}"


MAIN = b"wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    "kind",
    [
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    ],
)
def test_dotx_and_docm_become_documents(tmp_path: Path, kind: bytes) -> None:
    whole = b"application/vnd.openxmlformats-officedocument." + MAIN
    template = rewritten(
        make_template(tmp_path / "house.docx"), {"[Content_Types].xml": lambda xml: xml.replace(whole, kind)}
    )
    types = parts(written(template))["[Content_Types].xml"]
    assert whole in types
    assert kind not in types


def test_locks_are_taken_off(tmp_path: Path) -> None:
    def locked(xml: bytes) -> bytes:
        return xml.replace(b"<w:zoom", b'<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:zoom', 1)

    template = rewritten(make_template(tmp_path / "house.docx"), {"word/settings.xml": locked})
    assert b"documentProtection" in zipfile.ZipFile(template).read("word/settings.xml")
    assert b"documentProtection" not in parts(written(template))["word/settings.xml"]


def broken_xml(path: Path) -> None:
    rewritten(make_template(path), {"word/document.xml": lambda xml: xml[: len(xml) // 2]})


def strict(path: Path) -> None:
    def other(xml: bytes) -> bytes:
        return xml.replace(W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")

    rewritten(make_template(path), {"word/document.xml": other})


def spreadsheet(path: Path) -> None:
    rewritten(
        make_template(path),
        {"[Content_Types].xml": lambda xml: xml.replace(MAIN, b"spreadsheetml.sheet.main+xml")},
    )


def without_document(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("readme.txt", "nothing")


def half(path: Path) -> None:
    make_template(path)
    path.write_bytes(path.read_bytes()[:3000])


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: path.write_bytes(b""), "broken, protected by a password"),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600)), "broken, protected by a password"),
        (half, "broken, protected by a password"),
        (without_document, "broken, protected by a password"),
        (broken_xml, "it is broken"),
        (strict, "Strict Open XML"),
        (spreadsheet, "another kind of Office file"),
        (lambda path: path.mkdir(), "cannot be read"),
    ],
)
def test_what_is_no_template_is_refused(tmp_path: Path, make: Callable[[Path], object], says: str) -> None:
    path = tmp_path / "house.docx"
    make(path)
    with pytest.raises(UserError, match=rf"house\.docx.*{says}"):
        read_template(path)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    template = make_template(tmp_path / "house.docx", change=letterhead)
    assert written(template) == written(template)
