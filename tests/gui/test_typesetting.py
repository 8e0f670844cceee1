"""Type as large as its place admits."""

import pytest
from PySide6.QtGui import QFont

from clesidra_desktop.gui.typesetting import set_text, sized

pytestmark = pytest.mark.usefixtures("qapp")


def test_what_has_no_room_ends_with_dots() -> None:
    font = sized(QFont("Noto Sans"), 20)
    text = "What should the community groups of the highlands look like five years from now?"
    whole = set_text(text, font, 200)
    cut = set_text(text, font, 200, whole.height / whole.lines * 2.5)

    assert whole.is_whole
    assert whole.lines > 3
    assert not cut.is_whole
    assert cut.lines == 2
    assert cut.layout.text().endswith("…")
    assert cut.height < whole.height
