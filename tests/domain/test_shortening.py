"""Long texts in sentences."""

import pytest

from clesidra_desktop.domain.shortening import short


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Tea", "Tea"),
        ("Update the progress of culturing good practices", "Update the progress of culturing…"),
        ("x" * 50, "x" * 35 + "…"),
        ("ក្រ" * 20, "ក្រ" * 11 + "…"),
    ],
)
def test_titles_are_short_enough_to_be_read_from_afar(title: str, shown: str) -> None:
    assert short(title) == shown
