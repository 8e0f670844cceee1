"""Documents to try the writers on, and ways to read what they wrote."""

import re
import subprocess
import unicodedata
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pdf_oxide
import pypdfium2 as pdfium

from clesidra_desktop.documents.blocks import (
    Align,
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
from clesidra_desktop.documents.pdf import save_pdf

CREATED = datetime(2026, 3, 18, 17, 0, tzinfo=UTC)

KHMER_SENTENCE = "អង្គប្រជុំបានពិភាក្សាលើបញ្ហាប្រឈមដែលសហគមន៍កំពុងជួបប្រទះ រួមមានការកាប់ព្រៃឈើខុសច្បាប់ និងការប្រែប្រួលអាកាសធាតុ។"


def document(*blocks: Block, language: str = "en", landscape: bool = False) -> Document:
    """Return a document of one section."""
    return Document(
        language=language,
        title="Minutes of a test",
        sections=(Section(blocks, landscape),),
        running_title="Minutes of a test",
        footer="A footer",
        fields={"title": "Minutes of a test", "programme": "A footer"},
        page_label="Page {page} of {pages}" if language == "en" else "ទំព័រ {page} នៃ {pages}",
        digits="0123456789" if language == "en" else "០១២៣៤៥៦៧៨៩",
    )


def showcase(language: str = "en") -> Document:
    """Return a document with every kind of block in it."""
    khmer = language == "km"
    words = (
        KHMER_SENTENCE if khmer else "The meeting talked about the forest, the river and the market of the district."
    )
    items = (
        ListItem(words, ListStyle.NUMBER, 0, 1),
        ListItem("បន្ទាប់" if khmer else "Below it", ListStyle.NUMBER, 1, 1),
        ListItem("ទីបី" if khmer else "And deeper", ListStyle.NUMBER, 2, 1),
        ListItem(words, ListStyle.NUMBER, 0, 2),
        ListItem(words, ListStyle.BULLET, 0),
        ListItem(words, ListStyle.BULLET, 1),
        ListItem(words, ListStyle.BULLET, 2),
        ListItem(words, ListStyle.PLAIN, 1),
    )
    columns = (Column("No", 6, Align.END), Column("Name", 30), Column("ឈ្មោះ", 30), Column("Sex", 8, Align.CENTRE))
    rows = [(str(n), f"Attendant {n}", "គឹម ស៊ីម៉ៅ", "F" if n % 2 else "M") for n in range(1, 61)]
    main: tuple[Block, ...] = (
        Title("កំណត់ហេតុសាកល្បង" if khmer else "Minutes of a test"),
        Paragraph("A programme · funded by a funder", ParagraphRole.LEAD),
        KeyTable((("Facilitated by", ("Ms Sok Dara", "Mr Chan Vuthy")), ("កាលបរិច្ឆេទ", (words,))), "Who and when"),
        Heading(1, "គោលបំណង" if khmer else "Objectives", 1),
        List(items),
        Heading(1, "លទ្ធផល" if khmer else "Result", 2),
        Heading(2, "An agenda item"),
        Paragraph("by Mr Chan Vuthy", ParagraphRole.BYLINE),
        Paragraph(f"{words}\n{words}"),
        Heading(3, "Good Governance", 1),
        Heading(4, "What did you do?", 1),
        Paragraph("no answer recorded", ParagraphRole.MISSING),
        Paragraph("Details are in Annex I.", ParagraphRole.NOTE),
        BarChart(
            (Bar(words, 7, "7 (70 %)"), Bar("Short", 3, "3 (30 %)"), Bar("Nobody", 0, "0 (0 %)")), "Hands", "A chart"
        ),
    )
    annex: tuple[Block, ...] = (
        Heading(1, "Annex I: Attendants"),
        Table(columns, [*rows, ("", "Total: 60", "", "")], totals=1, summary="The attendants"),
    )
    return Document(
        language=language,
        title="Minutes of a test",
        sections=(Section(main), Section(annex, landscape=True)),
        subject="A subject",
        authors=("Ms Sok Dara",),
        running_title="Minutes of a test",
        footer="A footer",
        fields={"title": "Minutes of a test", "programme": "A footer"},
        page_label="ទំព័រ {page} នៃ {pages}" if khmer else "Page {page} of {pages}",
        digits="០១២៣៤៥៦៧៨៩" if khmer else "0123456789",
        keywords=("one", "two"),
    )


def write_pdf(document: Document, **options: Any) -> bytes:
    """Return a document as PDF; `options` are those of `save_pdf`."""
    stream = BytesIO()
    save_pdf(document, stream, **options)
    return stream.getvalue()


def pdf_text(pdf: bytes) -> str:
    """Return the text of a PDF in reading order, as poppler finds it."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def pdfium_text(pdf: bytes) -> str:
    """Return the text of a PDF as PDFium finds it, the reader of some browsers."""
    with pdfium.PdfDocument(pdf) as opened:
        return "\f".join(page.get_textpage().get_text_range() for page in opened).replace("\r\n", "\n")


def pdf_oxide_text(pdf: bytes) -> str:
    """Return the text of a PDF as pdf_oxide finds it."""
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        opened = pdf_oxide.PdfDocument(file.name)
        return "\f".join(opened.extract_text(number) for number in range(opened.page_count()))


READERS = (pdf_text, pdfium_text, pdf_oxide_text)


def squeezed(text: str) -> str:
    """Return a text without white space and characters that show nothing, so that line breaks do not matter."""
    kept = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) not in ("Cf", "Cc"))
    return re.sub(r"\s+", "", kept)


def pdf_pages(pdf: bytes, folder: Path, *, dpi: int = 40) -> list[Path]:
    """Render the pages of a PDF as PNG."""
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", "-", str(folder / "page")], input=pdf, check=True)
    return sorted(folder.glob("page*.png"))
