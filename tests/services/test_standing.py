"""Minutes say what they are on every page and among their properties, and stay fit for an archive."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.publishing import DRAFT, Standing
from clesidra_desktop.exchange.workshop_file.reading import read_workshop_file
from clesidra_desktop.services.annexes import opened_annexes
from clesidra_desktop.services.appearance import PLAIN, Appearance
from clesidra_desktop.services.minutes import Format, compose
from tests.documents.docx.templates import letterhead, make_template
from tests.helpers.documents import CREATED
from tests.helpers.preflight import complaints
from tests.helpers.samples import SAMPLE

SECOND = Standing(2, date(2026, 11, 30), 1, date(2026, 11, 3), "The hall was\nanother.")


def made(
    kind: Format, standing: Standing, language: Language = Language.ENGLISH, appearance: Appearance = PLAIN
) -> bytes:
    """Return the minutes of the sample in a format."""
    file = read_workshop_file(SAMPLE)
    stream = io.BytesIO()
    with opened_annexes(file, Edition.FULL) as annexes:
        compose(file, language, annexes=annexes, created=CREATED, appearance=appearance, standing=standing).write(
            kind, stream
        )
    return stream.getvalue()


def pages(pdf: bytes) -> list[str]:
    """Return the text of every page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


@pytest.mark.parametrize(("language", "word"), [(Language.ENGLISH, "Draft"), (Language.KHMER, "សេចក្តីព្រាង")])
def test_a_draft_says_so_on_every_page(language: Language, word: str, tmp_path: Path) -> None:
    pdf = made(Format.PDF, DRAFT, language)
    texts = pages(pdf)
    if language is Language.ENGLISH:  # PDFium repeats letters of Khmer
        assert [place for place, text in enumerate(texts) if word not in text] == []
        assert "Draft: these minutes are not published yet" in texts[0]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.docinfo.Keywords).startswith(word)
        assert word in opened.Root.Metadata.read_bytes().decode()
        assert "<pdfuaid:part>1</pdfuaid:part>" in opened.Root.Metadata.read_bytes().decode()
    assert complaints(pdf, tmp_path) == ""


def test_a_version_says_which_it_is_and_what_it_replaces() -> None:
    texts = pages(made(Format.PDF, SECOND))
    assert "Version 2 of 30 November 2026. Replaces version 1 of 3 November 2026: The hall was another." in texts[0]
    assert [place for place, text in enumerate(texts) if "Version 2" not in text] == []
    assert not any("Draft" in text for text in texts)


@pytest.mark.parametrize(("standing", "word"), [(DRAFT, "Draft"), (SECOND, "Version 2")])
def test_the_word_document_says_it_in_its_headers(standing: Standing, word: str, tmp_path: Path) -> None:
    template = make_template(tmp_path / "house.docx", change=letterhead)
    for appearance in (PLAIN, Appearance(template=template)):
        with zipfile.ZipFile(io.BytesIO(made(Format.DOCX, standing, appearance=appearance))) as package:
            headers = [package.read(name).decode() for name in package.namelist() if name.startswith("word/header")]
            core = package.read("docProps/core.xml").decode()
        assert headers
        assert all(f">{word}</w:t>" in header for header in headers)
        assert f"<cp:contentStatus>{word}</cp:contentStatus>" in core


def test_a_cover_page_says_it_too(tmp_path: Path) -> None:
    theme = tmp_path / "house"
    theme.mkdir()
    (theme / "theme.toml").write_text('[first_page]\nkind = "cover"\n', encoding="utf-8")
    assert "Draft" in pages(made(Format.PDF, DRAFT, appearance=Appearance(theme=theme)))[0]
