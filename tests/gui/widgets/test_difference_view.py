"""Two outlines compared: signs before what differs, and long runs of what does not folded away."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.outline import OutlineStyle
from clesidra_desktop.domain.outline_difference import compare
from clesidra_desktop.domain.outline_lines import OutlineLine
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.widgets.difference_view import DifferenceView


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot, look: object) -> DifferenceView:
    theme = Theme(qapp, look)  # type: ignore[arg-type]
    theme.install("light", 15, Language.ENGLISH)
    made = DifferenceView(theme)
    qtbot.addWidget(made)
    return made


def points(*texts: str) -> list[OutlineLine]:
    return [OutlineLine(0, text, OutlineStyle.NUMBER) for text in texts]


def test_signs_tell_what_came_and_went(view: DifferenceView) -> None:
    view.show_lines(compare(points("a", "b"), points("a", "c")))

    assert view.toPlainText().splitlines() == ["\t1.\ta", "−\t2.\tb", "+\t2.\tc"]
    assert view.isReadOnly()


def test_what_is_the_same_for_long_is_folded(view: DifferenceView) -> None:
    many = [f"point {number}" for number in range(2_000)]
    view.show_lines(compare(points(*many), points(*many[:1_000], "new", *many[1_000:])))
    shown = view.toPlainText().splitlines()

    assert len(shown) == 20 + 1 + 20 + 1 + 20 + 1 + 20
    assert shown[20] == "… 960 lines are the same …"
    assert shown[41] == "+\t1001.\tnew"
    assert view.textCursor().blockNumber() == 40
