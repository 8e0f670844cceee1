"""The words in the files of annexes."""

import io
import zipfile

import pytest
from docx import Document

from clesidra_desktop.documents.annexes import words
from clesidra_desktop.documents.annexes.words import words_in
from tests.helpers.samples import SAMPLE

SLIDES = SAMPLE.parent / "annexes" / "welcome-slides.pdf"


def docx() -> bytes:
    made = Document()
    made.add_paragraph("The ferry brings cement.")
    made.add_table(1, 1).cell(0, 0).text = "ទឹកស្អាត"
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_words_of_a_pdf_are_read() -> None:
    assert "Highland" in words_in(SLIDES.read_bytes())


def test_words_of_a_docx_are_read_with_its_tables() -> None:
    assert [line for line in words_in(docx()).splitlines() if line] == ["The ferry brings cement.", "ទឹកស្អាត"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_plain_text_is_read(encoding: str) -> None:
    assert words_in("ទឹក and wells".encode(encoding)) == "ទឹក and wells"


def broken_docx() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w:document>")
    return stream.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7 and nothing else",
        b"\x89PNG\r\n\x1a\n....",
        b"\xff\xfe\x00",
        b"\x00\x01\x02\x03",
        b"latin \xe9\xe8",
        docx()[:-200],
        broken_docx(),
    ],
)
def test_others_and_broken_ones_have_no_words(content: bytes) -> None:
    assert words_in(content) == ""


def test_a_long_file_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "MOST", 10)

    assert words_in(b"0123456789abc") == "0123456789"
