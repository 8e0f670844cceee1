"""The first page, headers and footers as a theme wants them."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdf_oxide import PdfDocument
from PIL import Image as Pillow

from clesidra_desktop.documents.blocks import Document, Heading, Paragraph, ParagraphRole, Section, Title
from clesidra_desktop.documents.pdf import page_numbers
from clesidra_desktop.documents.theme import THEME_FILE, Theme, read_theme
from tests.documents.theme.test_reading import static_font
from tests.helpers.documents import CREATED, pdf_text, showcase, write_pdf

COVER = """
[page]
size = "letter"
[colours]
accent = "#a00000"
[fonts]
text = "own.ttf"
[logo]
file = "logo.png"
alt = "The seal"
header_height = 8
header_side = "right"
[header]
centre = "{programme}"
right = "{date}"
[footer]
left = "{programme} · {date} · {place}"
right = "{page}/{pages}"
[first_page]
kind = "cover"
align = "centre"
lines_en = ["Kingdom of Cambodia", "Nation Religion King"]
lines_km = ["ព្រះរាជាណាចក្រកម្ពុជា", "ជាតិ សាសនា ព្រះមហាក្សត្រ"]
"""


@pytest.fixture
def cover(tmp_path: Path) -> Theme:
    static_font(tmp_path / "own.ttf")
    Pillow.new("RGBA", (120, 100), (160, 0, 0, 120)).save(tmp_path / "logo.png")
    (tmp_path / THEME_FILE).write_text(COVER, encoding="utf-8")
    return read_theme(tmp_path)


def short(language: str = "en", title: str = "Minutes of the wells") -> Document:
    blocks = (Title(title), Paragraph("A programme", ParagraphRole.LEAD), Heading(1, "First", 1), Paragraph("Text"))
    fields = {"title": title, "programme": "Wells", "date": "", "place": "Banlung"}
    return Document(language, title, (Section(blocks),), fields=fields)


@pytest.mark.parametrize("language", ["en", "km"])
def test_a_cover_has_the_first_page_to_itself(cover: Theme, language: str) -> None:
    made = write_pdf(short(language), created=CREATED, theme=cover)
    first, second = pdf_text(made).split("\f")[:2]
    top = "Kingdom of Cambodia" if language == "en" else "ព្រះរាជាណាចក្រកម្ពុជា"
    assert first.startswith(top)
    assert "Minutes of the wells" in first
    assert "Banlung" in first
    assert "1/2" not in first
    assert "First" not in first
    assert "First" in second
    assert page_numbers(short(language), theme=cover) == (2,)


def test_the_header_and_the_footer_are_filled(cover: Theme) -> None:
    second = pdf_text(write_pdf(short(), created=CREATED, theme=cover)).split("\f")[1]
    assert "Wells · Banlung" in second
    assert "2/2" in second
    assert "Minutes of the wells" in second


def test_a_cover_too_full_for_a_page_flows(cover: Theme) -> None:
    title = "A very long title of a workshop " * 60
    pages = pdf_text(write_pdf(short(title=title), created=CREATED, theme=cover)).split("\f")
    assert sum(page.count("workshop") for page in pages) >= 60
    assert "First" in pages[-2]


def test_the_logo_is_a_figure_once_and_an_artifact_in_headers(cover: Theme) -> None:
    made = write_pdf(short(), created=CREATED, theme=cover)
    with pikepdf.open(BytesIO(made)) as opened:
        alts = [str(one["/Alt"]) for one in opened.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one]
        assert alts == ["The seal"]
        assert [len(page.get_images()) for page in opened.pages] == [1, 1]
        assert [float(edge) for edge in opened.pages[0].mediabox] == [0, 0, 612, 792]


@pytest.mark.parametrize("language", ["en", "km"])
def test_the_odd_theme_is_fit_for_an_archive(cover: Theme, language: str, tmp_path: Path) -> None:
    made = write_pdf(replace(showcase(language), digits="0123456789"), created=CREATED, theme=cover)
    (tmp_path / "made.pdf").write_bytes(made)
    checked = PdfDocument(str(tmp_path / "made.pdf"))
    assert checked.validate_pdf_a("3a")["errors"] == []
    assert checked.validate_pdf_ua()["errors"] == []


def test_without_a_cover_lines_and_logo_stand_above_the_title(cover: Theme, tmp_path: Path) -> None:
    assert cover.logo
    (tmp_path / THEME_FILE).write_text(COVER.replace('"cover"', '"title"'), encoding="utf-8")
    pages = pdf_text(write_pdf(short(), created=CREATED, theme=read_theme(tmp_path))).split("\f")[:-1]
    assert len(pages) == 1
    assert pages[0].startswith("Kingdom of Cambodia")
    assert "First" in pages[0]
