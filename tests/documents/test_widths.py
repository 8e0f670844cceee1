"""The columns of the attendant list are as wide as what is short in them: times, ages and sexes are never broken."""

from pathlib import Path

import pytest

from clesidra_desktop.documents.compose.attendants import attendant_table
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.pdf.fonts import FontBook
from clesidra_desktop.documents.pdf.style import A4, Typesetters
from clesidra_desktop.documents.pdf.tables import Grid
from clesidra_desktop.domain.language import Language
from tests.helpers.samples import NASTY, SAMPLE, name_of, read

SHORT = 6


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("path", [SAMPLE, *(path for path in NASTY if read(path).attendants)], ids=name_of)
def test_short_texts_stay_on_one_line(path: Path, language: Language) -> None:
    table = attendant_table(read(path), Labels(language))
    look = Typesetters(FontBook(language)).look
    setter = Typesetters(FontBook(language)).of(look.cell)
    grid = Grid(table.columns, A4[1] - 2 * look.landscape_side, setter, look.colours)
    broken = {
        text
        for row in table.rows
        for text, lines in zip(row, grid.lay(row), strict=True)
        if len(text) <= SHORT and len(lines) > 1 + text.count("\n")
    }
    assert not broken
