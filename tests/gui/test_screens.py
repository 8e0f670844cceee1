"""The pictures of the window and the handbook that shows them are whole."""

import re
from pathlib import Path

import pytest

from clesidra_desktop.gui.page import PAGES
from tests.screens import DIALOGS, HANDBOOK, ROOT

CHAPTERS = sorted((ROOT / "docs" / "handbook").glob("*.md"))


def test_every_dialog_is_pictured() -> None:
    modules = {path.stem for path in (ROOT / "clesidra_desktop" / "gui" / "dialogs").glob("*.py")} - {"__init__"}

    assert modules <= set(DIALOGS)


def test_every_page_has_a_chapter() -> None:
    assert {spec.key for spec in PAGES} <= {path.stem for path in CHAPTERS}


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.stem)
def test_the_handbook_shows_pictures_and_links_that_exist(chapter: Path) -> None:
    named = re.findall(r"\]\(([^)#]+)", chapter.read_text(encoding="utf-8"))

    assert [name for name in named if "://" not in name and not (chapter.parent / name).exists()] == []


def test_pictures_of_the_handbook_are_small() -> None:
    assert sum(path.stat().st_size for path in HANDBOOK.glob("*.png")) < 6 * 1024**2
