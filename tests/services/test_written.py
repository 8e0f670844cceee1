"""What is written from a workshop of the database."""

import pytest

from clesidra_desktop.domain.language import Language
from clesidra_desktop.exchange.workshop_file.reading import read_workshop_file
from clesidra_desktop.services.file_names import file_stem
from clesidra_desktop.services.written import Choices, preview
from tests.helpers.samples import SAMPLE


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Harvest / meeting: 2026?", "Harvest-meeting-2026"),
        ("សិក្ខាសាលា បណ្ដាញ", "សិក្ខាសាលា-បណ្ដាញ"),
        ("...", "workshop"),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_title_becomes_a_name_that_every_file_system_takes(title: str, stem: str) -> None:
    assert file_stem(title) == stem


def test_the_preview_has_the_pages_of_the_pdf() -> None:
    made = preview(read_workshop_file(SAMPLE), Choices(Language.KHMER))
    assert made.findings == ()
    with made.pictures as pages:
        drawn = pages.draw(0, 300)

        assert len(pages.sizes) > 3
        assert drawn.width == 300
        assert len(drawn.pixels) == drawn.stride * drawn.height
        assert len(set(drawn.pixels)) > 10  # something stands on it
