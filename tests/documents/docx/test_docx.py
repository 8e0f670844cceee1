import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from clesidra_desktop.documents.blocks import (
    Bar,
    BarChart,
    Block,
    Column,
    Document,
    Heading,
    KeyTable,
    List,
    ListItem,
    ListStyle,
    Paragraph,
    ParagraphRole,
    Section,
    Table,
    Title,
)
from clesidra_desktop.documents.docx import write_docx
from tests.documents.docx.reading import W, paragraphs, parts, strings, text_of
from tests.documents.docx.sample import CREATED, english, khmer

_TEXT = st.text(st.characters(exclude_categories=()), max_size=12) | st.sampled_from(
    ("<b>&amp;", "nul\x00", "ស្ត្រី\u200bយុវជន", "🎉 \u200fשלום\u200e", "a\nb\tc\r\nd", "]]>", "%s {page}", "x" * 300)
)
_LEVELS = st.integers(0, 12)


def _texts(size: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(_TEXT, min_size=size, max_size=size).map(tuple)


@st.composite
def _tables(draw: st.DrawFn) -> Table:
    columns = draw(st.lists(st.builds(Column, _TEXT, st.floats(0.1, 9)), min_size=1, max_size=9))
    rows = draw(st.lists(_texts(len(columns)), max_size=4))
    return Table(tuple(columns), rows, draw(st.integers(0, len(rows))), draw(_TEXT))


_BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Title, _TEXT),
    st.builds(Heading, st.integers(1, 4), _TEXT, st.integers(0, 3)),
    st.builds(Paragraph, _TEXT, st.sampled_from(ParagraphRole)),
    st.builds(List, st.lists(st.builds(ListItem, _TEXT, st.sampled_from(ListStyle), _LEVELS)).map(tuple)),
    _tables(),
    st.builds(
        KeyTable, st.lists(st.tuples(_TEXT, st.lists(_TEXT, max_size=3).map(tuple)), max_size=3).map(tuple), _TEXT
    ),
)
_CHARTS = st.builds(
    BarChart, st.lists(st.builds(Bar, _TEXT, st.floats(0, 1e9), _TEXT), min_size=1, max_size=3).map(tuple), _TEXT, _TEXT
)
_SECTIONS = st.lists(st.builds(Section, st.lists(_BLOCKS, max_size=6).map(tuple), st.booleans()), max_size=3).map(tuple)


def _printable(text: str) -> str:
    """What must be found of a text: everything that XML can hold."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in "\t\n" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff")


def _write(*blocks: Block) -> bytes:
    return write_docx(Document("en", "Title", (Section(blocks),)), created=CREATED)


def _open_cleanly(content: bytes, folder: Path) -> None:
    path = folder / "document.docx"
    path.write_bytes(content)
    assert OpenXmlValidator().validate(path).errors == []


@given(_SECTIONS)
@settings(deadline=None)
def test_every_string_is_found_in_order(sections: Sequence[Section]) -> None:
    content = write_docx(Document("km", "", tuple(sections)), created=CREATED)
    expected = [_printable(text) for section in sections for block in section.blocks for text in strings(block)]
    assert [text_of(paragraph) for paragraph in paragraphs(content)] == expected


@given(_CHARTS)
@settings(deadline=None)
def test_every_string_of_a_chart_is_found(chart: BarChart) -> None:
    package = parts(_write(chart))
    read = etree.fromstring(package["word/charts/chart1.xml"])
    texts = [node.text or "" for node in read.iter("{*}t", "{*}v")]
    wanted = [chart.axis, *(bar.caption for bar in chart.bars), *(bar.label for bar in chart.bars)]
    values = [repr(bar.value) for bar in chart.bars]
    assert texts == [*map(_printable, wanted), *values, _printable(chart.axis)]
    described = etree.fromstring(package["word/document.xml"]).find(".//{*}docPr").get("descr")
    assert described == _printable(chart.summary).replace("\n", " ").replace("\t", " ")


@given(st.lists(_TEXT, min_size=9, max_size=9))
@settings(deadline=None)
def test_nasty_properties_and_running_lines_are_kept(texts: list[str]) -> None:
    title, subject, author, author2, keyword, running, footer, label, language = texts
    document = Document(
        "en", title, (), subject, (author, author2), running, footer, f"{label}{{page}}", keywords=(keyword, language)
    )
    content = write_docx(document, created=CREATED)
    properties = docx.Document(io.BytesIO(content)).core_properties
    assert properties.title == _short(title)
    assert properties.author == _short(f"{author}; {author2}")
    package = parts(content)
    assert text_of(etree.fromstring(package["word/header2.xml"])) == _printable(running)
    for name in ("word/footer1.xml", "word/footer2.xml", "word/footer3.xml"):
        assert text_of(etree.fromstring(package[name])).startswith(_printable(footer) + _printable(label).split("{")[0])


def _short(text: str) -> str:
    printable = _printable(text)
    return printable if len(printable) <= 255 else printable[:254] + "…"


@pytest.mark.parametrize("make", [english, khmer])
def test_the_audit_finds_nothing(make: Callable[[], Document], tmp_path: Path) -> None:
    _open_cleanly(write_docx(make(), created=CREATED), tmp_path)


@pytest.mark.parametrize(
    "sections",
    [
        (),
        (Section(()), Section((), landscape=True)),
        (Section((Table((), ()), BarChart((), "", ""), KeyTable(()), List(()))),),
        (Section((Table((Column("A", 1),), ()),)), Section((KeyTable((("a", ("b",)),)),), landscape=True)),
    ],
)
def test_documents_with_next_to_nothing_are_valid(sections: tuple[Section, ...], tmp_path: Path) -> None:
    _open_cleanly(write_docx(Document("en", "", sections), created=CREATED), tmp_path)


def test_the_same_document_gives_the_same_bytes() -> None:
    first = write_docx(english(), created=CREATED)
    assert first == write_docx(english(), created=CREATED)
    assert first != write_docx(english(), created=CREATED + timedelta(days=1))
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_python_docx_reads_properties_and_styles() -> None:
    read = docx.Document(io.BytesIO(write_docx(english(), created=CREATED)))
    properties = read.core_properties
    assert (properties.title, properties.subject) == ("Minutes of the water users' workshop", "Workshop in Pursat")
    assert (properties.author, properties.keywords) == ("Ms. Chan Bopha; Mr. Long Dara", "minutes, water")
    assert properties.language == "en-GB"
    assert properties.created == properties.modified == CREATED.replace(tzinfo=UTC)
    names = {style.name for style in read.styles}
    assert names >= {"Title", "Heading 1", "Heading 4", "Body Text", "List Bullet", "List Number", "Byline", "Missing"}
    used = [paragraph.style.name for paragraph in read.paragraphs]
    assert used[:5] == ["Title", "Lead", "After Table", "Heading 1", "List Number"]


def test_the_time_is_written_as_utc() -> None:
    morning = datetime(2024, 5, 17, 6, 0, tzinfo=timezone(timedelta(hours=7)))
    content = write_docx(Document("km", "", ()), created=morning)
    assert docx.Document(io.BytesIO(content)).core_properties.created == datetime(2024, 5, 16, 23, 0, tzinfo=UTC)


def test_only_the_parts_of_the_document_are_packed() -> None:
    assert set(parts(_write(Paragraph("x")))) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/footer2.xml",
        "word/footer3.xml",
        "word/header1.xml",
        "word/header2.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    }


def test_sections_have_their_own_paper() -> None:
    body = etree.fromstring(parts(write_docx(english(), created=CREATED))["word/document.xml"])
    sizes = [(size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) for size in body.iter(f"{W}pgSz")]
    assert sizes == [("11906", "16838", None), ("16838", "11906", "landscape"), ("11906", "16838", None)]
    assert [len(section.findall(f"{W}titlePg")) for section in body.iter(f"{W}sectPr")] == [1, 0, 0]
    assert {kind.get(f"{W}val") for kind in body.iter(f"{W}type")} == {"nextPage"}


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("km", "km-KH"), ("fr-FR", "fr-FR")])
def test_every_style_names_its_fonts_and_languages(language: str, tag: str) -> None:
    package = parts(write_docx(Document(language, "", ()), created=CREATED))
    styles = etree.fromstring(package["word/styles.xml"])
    for properties in styles.iterfind(f".//{W}style/{W}rPr"):
        fonts, language_mark = properties.find(f"{W}rFonts"), properties.find(f"{W}lang")
        assert (fonts.get(f"{W}ascii"), fonts.get(f"{W}cs")) == ("Noto Sans", "Noto Sans Khmer")
        assert (language_mark.get(f"{W}val"), language_mark.get(f"{W}bidi")) == (tag, "km-KH")
    assert b"Theme=" not in package["word/styles.xml"]


def test_headings_and_what_leads_to_deeper_items_keep_with_the_next() -> None:
    styles = etree.fromstring(parts(_write())["word/styles.xml"])
    keeping = {style.get(f"{W}styleId") for style in styles if style.find(f"{W}pPr/{W}keepNext") is not None}
    headings = {f"Heading{level}" for level in range(1, 5)}
    assert keeping == {"Title", *headings, "TOCHeading", "Byline", "TableHeader"}
    levels = (0, 1, 1, 0)
    items = paragraphs(_write(List(tuple(ListItem("x", ListStyle.BULLET, level) for level in levels))))
    assert [item.find(f"{W}pPr/{W}keepNext") is not None for item in items] == [True, False, False, False]


def test_a_paragraph_keeps_with_the_table_or_chart_that_it_leads_to() -> None:
    table, chart = Table((Column("A", 1),), ()), BarChart((Bar("a", 1, "1"),), "", "")
    said = Paragraph("Said.")
    found = paragraphs(_write(said, said, table, said, chart))
    keeping = [p.find(f"{W}pPr/{W}keepNext") is not None for p in found if text_of(p) == "Said."]
    assert keeping == [False, True, True]


def test_two_tables_do_not_grow_together() -> None:
    table = KeyTable((("a", ("b",)),))
    body = etree.fromstring(parts(_write(table, table))["word/document.xml"])[0]
    assert [etree.QName(element).localname for element in body] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_progress_counts_the_rows() -> None:
    told: list[tuple[int, int]] = []
    rows = [("x",)] * 1200
    document = Document("en", "", (Section((Table((Column("A", 1),), rows),)),))
    write_docx(document, created=CREATED, progress=lambda done, total: told.append((done, total)))
    assert told == [(500, 1201), (1000, 1201), (1200, 1201), (1201, 1201)]


def test_progress_can_stop_the_work() -> None:
    def stop(done: int, total: int) -> None:
        raise InterruptedError(done, total)

    with pytest.raises(InterruptedError):
        write_docx(english(), created=CREATED, progress=stop)
