"""What holds for all papers: the same look, the same bytes, only its own fonts, nothing over the edge."""

import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops

from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.papers import (
    write_badges,
    write_capture_sheets,
    write_group_lists,
    write_sign_in_sheets,
)
from clesidra_desktop.domain.language import Language
from tests.documents.papers.reading import Writer, words
from tests.helpers.builders import at, workshop
from tests.helpers.documents import CREATED, pdf_pages
from tests.helpers.golden import golden_bytes
from tests.helpers.samples import NASTY, SAMPLE, name_of, read

KHMER = next(path for path in NASTY if path.stem == "khmer")
WRITERS = {
    "sign-in": write_sign_in_sheets,
    "badges": write_badges,
    "groups": write_group_lists,
    "capture": write_capture_sheets,
}


@pytest.fixture(params=list(WRITERS))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def writer(kind: str) -> Writer:
    return WRITERS[kind]


@pytest.mark.parametrize(("language", "path"), [("en", SAMPLE), ("km", KHMER)], ids=["en", "km"])
def test_golden_first_pages(kind: str, writer: Writer, language: str, path: Path, tmp_path: Path) -> None:
    pdf = writer(read(path), Labels(Language(language)), created=CREATED)
    page = pdf_pages(pdf, tmp_path)[0]
    golden = golden_bytes(f"papers/{kind}-{language}.png", page.read_bytes())
    with Image.open(BytesIO(golden)) as before, Image.open(page) as now:
        assert before.size == now.size
        difference = ImageChops.difference(before.convert("L"), now.convert("L"))
        assert sum(difference.histogram()[48:]) <= 0.002 * now.width * now.height, "the page looks different"


@pytest.mark.parametrize("path", [SAMPLE, *NASTY], ids=name_of)
@pytest.mark.parametrize("language", list(Language))
def test_nothing_stands_over_the_edge_of_a_page(writer: Writer, path: Path, language: Language) -> None:
    usual, of = workshop(), read(path)
    of = replace(
        of,
        attendants=of.attendants or usual.attendants,
        sectors=of.sectors or usual.sectors,
        questions=of.questions or usual.questions,
    )
    pdf = writer(of, Labels(language), created=CREATED)
    with pikepdf.open(BytesIO(pdf)) as opened:
        sizes = [[float(edge) for edge in page.mediabox[2:]] for page in opened.pages]
    for (width, height), page in zip(sizes, words(pdf), strict=True):
        over = [word for word, left, top, right, bottom in page if left < 20 or right > width - 20 or top < 20]
        assert over == []
        assert all(bottom < height - 10 for *_, bottom in page)


def test_the_same_paper_has_the_same_bytes(writer: Writer) -> None:
    labels = Labels(Language.KHMER)
    assert writer(workshop(), labels, created=CREATED) == writer(workshop(), labels, created=CREATED)
    assert writer(workshop(), labels, created=CREATED) != writer(workshop(), labels, created=CREATED.replace(hour=3))


def test_syntax_properties_and_fonts(kind: str, writer: Writer, tmp_path: Path) -> None:
    pdf = writer(read(SAMPLE), Labels(Language.KHMER), created=CREATED)
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf)
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    titles = {"sign-in": "បញ្ជីវត្តមាន", "badges": "ស្លាកឈ្មោះ", "groups": "បញ្ជីឈ្មោះតាមក្រុម", "capture": "សន្លឹកកត់ត្រាចម្លើយ"}
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.docinfo.Title) == f"{titles[kind]} · Highland Community Exchange Day"
        assert str(opened.docinfo.Subject) == "Voices of the Highlands"
        assert str(opened.docinfo.CreationDate).startswith("D:20260318170000")
        assert str(opened.Root.Lang) == "km"
        fonts = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/Font"]
        outer = [font for font in fonts if font.Subtype == "/Type0"]
        assert 2 <= len(outer) == len(fonts) / 2
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in outer)


def test_days_and_sectors_are_found_in_the_outline() -> None:
    of = workshop(ends=at(12, day=7))
    expected = {
        write_sign_in_sheets: ["6 May 2026", "7 May 2026"],
        write_group_lists: ["Sector 1", "Sector 2"],
        write_capture_sheets: ["Sector 1", "Sector 2"],
    }
    for writer, titles in expected.items():
        pdf = writer(of, Labels(Language.ENGLISH), created=CREATED)
        with pikepdf.open(BytesIO(pdf)) as opened, opened.open_outline() as outline:
            assert [one.title for one in outline.root] == titles
