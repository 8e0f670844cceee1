"""Name badges: names that fit, a code that is read by machines, nothing on the line where they are cut."""

from dataclasses import replace
from pathlib import Path

import pytest
import segno
from PIL import Image

from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.papers import write_badges
from clesidra_desktop.documents.papers.badges import (
    COLOURS,
    COLUMNS,
    HEIGHT,
    LEFT,
    LINES,
    LOWER_TOP,
    PADDING,
    QR_SIZE,
    TOP,
    WIDTH,
)
from clesidra_desktop.documents.pdf.style import MILLIMETRE
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.row_codes import attendant_codes
from clesidra_desktop.domain.workshop import Workshop
from tests.documents.papers.reading import comparable, contents, every_name, page_texts, rendered
from tests.helpers.builders import attendant, attendants, group, sectors, workshop
from tests.helpers.documents import CREATED, pdf_text
from tests.helpers.samples import NASTY, SAMPLE, name_of, read

DPI = 300
PIXEL = DPI / 72


def badges(of: Workshop, language: Language = Language.ENGLISH) -> bytes:
    return write_badges(of, Labels(language), created=CREATED)


def pixel(page: Image.Image, x: float, y: float) -> int:
    grey = page.getpixel((int(x * PIXEL), int(y * PIXEL)))
    assert isinstance(grey, int)
    return grey


def test_eight_on_a_page() -> None:
    texts = page_texts(badges(workshop(attendants=attendants(17))))
    assert [text.count("Attendant ") for text in texts] == [8, 8, 1]


def test_a_badge_says_who_somebody_is_and_nothing_private() -> None:
    one = attendant(
        1,
        name="Keo Sophea",
        name_km="កែវ សុភា",
        organization="Upland Hearth",
        phone="012 000 101",
        email="k@example.org",
    )
    of = workshop(attendants=(one,), sectors=sectors(3), groups=(group("s3", 1), group("s1", 1)))
    (code,) = attendant_codes([one.id]).values()
    text = pdf_text(badges(of))
    assert text.split("\n")[:7] == [
        "Wells and canals",
        "Keo Sophea",
        "កែវ សុភា",
        "Upland Hearth",
        "Group 3 · Sector 3",
        code,
        "CBOs",
    ]
    assert "012" not in text
    assert "example" not in text
    khmer = pdf_text(badges(of, Language.KHMER))
    assert khmer.index("កែវ សុភា") < khmer.index("Keo Sophea")


def test_who_has_no_group_and_no_category_has_a_badge() -> None:
    text = pdf_text(badges(workshop(attendants=(attendant(1, category=""),), groups=(group("nowhere", 1),))))
    assert "Attendant 1" in text
    assert "Group" not in text


def test_every_category_has_its_colour() -> None:
    people = tuple(attendant(number, category=f"C{number}") for number in range(1, 9))
    (content,) = contents(badges(workshop(categories=(), attendants=people)))
    fills = {line.split(" rg")[0] for line in content.split("\n") if line.endswith("re f")}
    assert len(fills) == len(COLOURS) == 8


def contrast_with_white(colour: str) -> float:
    """As defined by WCAG 2.2, section 1.4.3."""
    values = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in values]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


@pytest.mark.parametrize("colour", COLOURS)
def test_white_can_be_read_on_every_colour(colour: str) -> None:
    assert contrast_with_white(colour) >= 4.5


def test_the_qr_code_is_that_of_the_row_code(tmp_path: Path) -> None:
    of = workshop(attendants=attendants(8), groups=())
    (page,) = rendered(badges(of), tmp_path, dpi=DPI)
    for index, code in enumerate(attendant_codes(one.id for one in of.attendants).values()):
        line, column = divmod(index, COLUMNS)
        left = LEFT + column * WIDTH + WIDTH - PADDING - QR_SIZE
        top = TOP + line * HEIGHT + LOWER_TOP
        matrix = segno.make_qr(code, error="h", boost_error=False).matrix
        module = QR_SIZE / len(matrix)
        seen = [
            [pixel(page, left + (x + 0.5) * module, top + (y + 0.5) * module) < 128 for x in range(len(matrix))]
            for y in range(len(matrix))
        ]
        assert seen == [[bool(dark) for dark in row] for row in matrix]


@pytest.mark.parametrize("path", [SAMPLE, *NASTY], ids=name_of)
@pytest.mark.parametrize("language", list(Language))
def test_every_name_is_there_whole(path: Path, language: Language) -> None:
    of = read(path)
    if not of.attendants:
        of = replace(of, attendants=attendants(1))
    text = comparable(pdf_text(badges(of, language)))
    assert [name for name in every_name(of) if comparable(name) not in text] == []


@pytest.mark.parametrize(
    "path", [path for path in NASTY if path.stem in {"nasty-names", "long-word", "khmer"}], ids=name_of
)
def test_nothing_is_printed_where_badges_are_cut(path: Path, tmp_path: Path) -> None:
    margin = 1 * MILLIMETRE
    across, down = COLUMNS * WIDTH, LINES * HEIGHT
    for page in rendered(badges(read(path)), tmp_path, dpi=DPI):
        strips = [(LEFT, TOP + line * HEIGHT - margin, across, 2 * margin) for line in range(LINES + 1)]
        strips += [(LEFT + column * WIDTH - margin, TOP, 2 * margin, down) for column in range(COLUMNS + 1)]
        for x, y, width, height in strips:
            box = tuple(int(edge * PIXEL) for edge in (x, y, x + width, y + height))
            assert page.crop(box).getextrema() == (255, 255)  # type: ignore[arg-type]


def test_progress_is_told_in_pages() -> None:
    told: list[tuple[int, int]] = []
    write_badges(
        workshop(attendants=attendants(17)),
        Labels(Language.ENGLISH),
        created=CREATED,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == [(1, 3), (2, 3), (3, 3)]
