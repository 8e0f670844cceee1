"""What LibreOffice makes of the documents: it reads them, prints Word's numbers and clips nothing."""

import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from lxml import etree

from clesidra_desktop.documents.blocks import Column, Document, KeyTable, Paragraph, Section, Table
from clesidra_desktop.documents.docx import write_docx
from tests.documents.docx.reading import strings
from tests.documents.docx.sample import CREATED, english, khmer


def _convert(folder: Path, target: str, *names: str) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", target, *names],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=120,
    )


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both documents as LibreOffice reads them: as PDF, and as plain text."""
    folder = tmp_path_factory.mktemp("office")
    for make in (english, khmer):
        (folder / f"{make.__name__}.docx").write_bytes(write_docx(make(), created=CREATED))
    for target in ("pdf", "txt:Text (encoded):UTF8"):
        _convert(folder, target, "english.docx", "khmer.docx")
    return folder


def _pdf_text(path: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout


def _in_order(texts: Sequence[str], whole: str) -> None:
    place = 0
    for text in texts:
        found = whole.find(text, place)
        assert found >= 0, f"{text!r} is not in {whole[place : place + 300]!r}"
        place = found + len(text)


@pytest.mark.parametrize("make", [english, khmer])
def test_libreoffice_reads_every_string(office: Path, make: Callable[[], Document]) -> None:
    whole = (office / f"{make.__name__}.txt").read_text(encoding="utf-8-sig")
    blocks = [block for section in make().sections for block in section.blocks]
    _in_order([line for block in blocks for text in strings(block) for line in text.split("\n")], whole)


def test_libreoffice_prints_the_numbers(office: Path) -> None:
    words = " ".join(_pdf_text(office / "english.pdf").split())
    numbered = [
        "I. Objectives", "1. To share", "2. To mend", "II. Results", "Opening", "1. Irrigation", "1.1. What",
        "• Wells", "○ Two", "▪ The one", "1. What the village", "a. Clean", "b. Mend", "i. Ask", "2. What the commune",
        "a. Send", "Both meet", "i. Far", "1.2. Who", "2. Drinking", "2.1. What", "1. Tasks", "4. Dates", "Annex I",
    ]  # fmt: skip
    _in_order(numbered, words)


def test_libreoffice_prints_chart_header_and_footer(office: Path) -> None:
    pages = _pdf_text(office / "english.pdf").split("\f")[:-1]
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1))
    assert all("Rural water programme" in page for page in pages)
    assert ["Water users' workshop" in page.split("\n")[0] for page in pages] == [False] + [True] * (len(pages) - 1)
    assert all(caption in "".join(pages) for caption in ("7 (58 %)", "5 (42 %)"))
    assert re.search(r"\b1 .+ · .+ 1$", _pdf_text(office / "khmer.pdf"), re.MULTILINE)


def test_a_word_without_a_break_stays_on_the_page(office: Path) -> None:
    word = "abcdefghij" * 320
    rows = ((word[:900], word[:300]),)
    columns = (Column("Narrow", 1), Column("Wide", 6))
    blocks = (Paragraph(word), Table(columns, rows), KeyTable(((word[:100], (word,)),)))
    document = Document("en", "", (Section(blocks),))
    (office / "long.docx").write_bytes(write_docx(document, created=CREATED))
    _convert(office, "pdf", "long.docx")
    boxes = subprocess.run(["pdftotext", "-bbox", "long.pdf", "-"], cwd=office, check=True, capture_output=True).stdout
    words = [w for w in etree.fromstring(boxes).iter("{*}word") if set(w.text) <= set("abcdefghij")]
    margin = 2.2 / 2.54 * 72
    assert sum(len(w.text) for w in words) == 3200 + 900 + 300 + 100 + 3200
    assert all(margin - 1 <= float(w.get("xMin")) and float(w.get("xMax")) <= 595.3 - margin + 1 for w in words)
