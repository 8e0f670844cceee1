"""The PDF as a whole: the same bytes, the same pages, all of its text, nothing borrowed from the reader's machine."""

import gc
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from itertools import pairwise, zip_longest
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops

from clesidra_desktop.documents.blocks import Column, Document, Heading, Paragraph, Section, Table
from clesidra_desktop.documents.compose import compose_minutes
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.texts import texts
from tests.helpers.documents import (
    CREATED,
    KHMER_SENTENCE,
    READERS,
    document,
    pdf_pages,
    pdf_text,
    pdfium_text,
    showcase,
    squeezed,
    write_pdf,
)
from tests.helpers.golden import GOLDEN, golden_bytes
from tests.helpers.samples import NASTY, SAMPLE, name_of, read

LANGUAGES = ("en", "km")


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def shown(language: str) -> Document:
    return showcase(language)


@pytest.fixture(scope="module")
def pdf(shown: Document) -> bytes:
    return write_pdf(shown, created=CREATED)


def test_golden_bytes(pdf: bytes, language: str) -> None:
    assert pdf == golden_bytes(f"pdf/showcase-{language}.pdf", pdf)


def test_golden_pages(pdf: bytes, language: str, tmp_path: Path) -> None:
    pages = pdf_pages(pdf, tmp_path)
    assert len(pages) == len(list((GOLDEN / "pdf").glob(f"showcase-{language}-*.png")))
    for number, page in enumerate(pages, start=1):
        golden = golden_bytes(f"pdf/showcase-{language}-{number}.png", page.read_bytes())
        with Image.open(BytesIO(golden)) as before, Image.open(page) as now:
            assert before.size == now.size
            difference = ImageChops.difference(before.convert("L"), now.convert("L"))
            changed = sum(difference.histogram()[48:])
            assert changed <= 0.002 * now.width * now.height, f"page {number} looks different"


def test_the_same_document_gives_the_same_bytes(shown: Document, pdf: bytes) -> None:
    assert write_pdf(shown, created=CREATED) == pdf


def test_syntax(pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "checked.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_font_is_embedded_with_its_unicodes(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        fonts = [obj for obj in opened.objects if isinstance(obj, pikepdf.Dictionary) and obj.get("/Type") == "/Font"]
        outer = [font for font in fonts if font.Subtype == "/Type0"]
        assert len(outer) == 4
        assert len(fonts) == 8
        for font in outer:
            assert "/ToUnicode" in font
            assert len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()) < 60_000


def test_properties_outline_and_language(pdf: bytes, shown: Document, language: str) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.docinfo.Title) == shown.title
        assert str(opened.docinfo.Author) == "Ms Sok Dara"
        assert str(opened.docinfo.CreationDate).startswith("D:20260318170000")
        assert str(opened.Root.Lang) == language
        with opened.open_outline() as outline:
            assert len(outline.root) == 4
            assert outline.root[0].title == shown.sections[0].blocks[0].text  # type: ignore[union-attr]


def test_the_moment_is_the_one_given(shown: Document, pdf: bytes) -> None:
    assert write_pdf(shown, created=CREATED + timedelta(days=1)) != pdf


def test_pages_have_their_size_header_and_number(pdf: bytes, language: str) -> None:
    with pikepdf.open(BytesIO(pdf)) as opened:
        sizes = [tuple(round(float(edge)) for edge in page.mediabox[2:]) for page in opened.pages]
    count = len(sizes)
    assert sizes[0] == (595, 842)
    assert sizes[-1] == (842, 595)
    texts = pdf_text(pdf).split("\f")[:-1]
    digits = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩") if language == "km" else {}
    for number, text in enumerate(texts, start=1):
        label = f"ទំព័រ {number} នៃ {count}".translate(digits) if language == "km" else f"Page {number} of {count}"
        assert squeezed(label) in squeezed(text)
        assert "A footer" in text
        assert (text.count("Minutes of a test") == 1) == (number > 1 or language == "en")


@pytest.mark.parametrize("text", [KHMER_SENTENCE, "ព្រះរាជាណាចក្រកម្ពុជា", "ស្ត្រី ខ្ញុំ គ្រឿង ស្លៀក ល្អោះ", "១២៣៤៥៦៧៨៩០ ៛"])
@pytest.mark.parametrize("reader", READERS)
def test_khmer_is_found_whole(text: str, reader: Callable[[bytes], str]) -> None:
    pdf = write_pdf(document(Paragraph(text), language="km"), created=CREATED)
    assert squeezed(text) in squeezed(reader(pdf))


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("path", [SAMPLE, *(path for path in NASTY if path.stem == "khmer")], ids=name_of)
def test_khmer_of_a_workshop_is_found_with_its_spaces_and_no_others(path: Path, reader: Callable[[bytes], str]) -> None:
    workshop = read(path)
    found = reader(write_pdf(compose_minutes(workshop, Labels(Language.KHMER)), created=CREATED))
    khmer = [text for _, text in texts(workshop) if re.search("[\u1780-\u17ff]", text) and "\n" not in text]
    assert len(khmer) > 50
    for text in khmer:
        assert re.search(wanted(text, strict=reader is not pdfium_text), found), text


def wanted(text: str, *, strict: bool) -> str:
    """Return a pattern for a text as a reader finds it: only where a line ends there may be other space than was typed.

    A reader that is not strict may also see a space where one script ends and another one begins.
    """
    parts = ["[ \n]?" if character == " " else re.escape(character) for character in text]
    between = ["\n?" if strict or is_khmer(one) == is_khmer(other) else "[ \n]?" for one, other in pairwise(text)]
    return "".join(part for pair in zip_longest(parts, between, fillvalue="") for part in pair)


def is_khmer(character: str) -> bool:
    return "\u1780" <= character <= "\u17ff"


@pytest.mark.parametrize(
    "text", ["office & <b>bold</b>", "“quotes” — dashes…", "Nguyễn Thị Ánh Zoë", "€ ½ ≥ ×", "😀", "王小明"]
)
def test_other_text_is_found_whole(text: str) -> None:
    pdf = write_pdf(document(Paragraph(text)), created=CREATED)
    assert squeezed(text) in squeezed(pdf_text(pdf))


def test_a_heading_is_never_the_last_on_a_page() -> None:
    filler = [Paragraph(f"Line {number}") for number in range(31)]
    blocks = [
        block
        for part in range(12)
        for block in (*filler[: 5 + part], Heading(2, f"Heading {part}"), Paragraph("It goes on."))
    ]
    pages = pdf_text(write_pdf(document(*blocks), created=CREATED)).split("\f")[:-1]
    assert len(pages) > 3
    for page in pages:
        lines = [line for line in page.splitlines() if line and not line.startswith(("A footer", "Page ", "Minutes"))]
        assert not lines[-1].startswith("Heading"), page


def test_a_document_without_sections_or_blocks_is_a_page() -> None:
    empty = replace(document(), sections=(Section(()),))
    assert write_pdf(empty, created=CREATED).startswith(b"%PDF")


def test_progress_is_told_of_rows_and_then_of_pages() -> None:
    told: list[float] = []
    rows = [(str(number),) for number in range(1200)]
    write_pdf(
        document(Table((Column("No", 1),), rows)),
        created=CREATED,
        progress=lambda done, total: told.append(done / total),
    )
    assert told[:2] == [500 / 2400, 1000 / 2400]
    assert len(told) > 2
    assert told == sorted(told)
    assert told[-1] <= 1


def test_the_collector_runs_again_after_writing_and_after_a_failure() -> None:
    running: list[bool] = []

    def note(done: int, total: int) -> None:
        running.append(gc.isenabled())
        raise InterruptedError(f"{done} of {total}")

    write_pdf(document(), created=CREATED)
    assert gc.isenabled()
    rows = [("row",)] * 501
    long = document(Table((Column("Head", 1),), rows))
    with pytest.raises(InterruptedError):
        write_pdf(long, created=CREATED, progress=note)
    assert running == [False]
    assert gc.isenabled()
