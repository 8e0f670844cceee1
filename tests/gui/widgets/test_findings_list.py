"""Where a finding is mended."""

import pytest
from PySide6.QtCore import QRect, Qt
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.checks import Finding, Severity
from clesidra_desktop.gui.widgets.findings_list import FindingsList, page_of


@pytest.mark.parametrize(
    ("where", "page"),
    [
        ("$.title", "prepare"),
        ("$.attendants[3].sex", "register"),
        ("$.agenda", "prepare"),
        ("$.agenda[2].minutes", "prepare"),
        ("$.agenda[2].ended", "agenda"),
        ("$.answers[1]", "answers"),
        ("$.polls[0].options", "agenda"),
    ],
)
def test_a_finding_leads_to_the_page_where_it_is_mended(where: str, page: str) -> None:
    assert page_of(where) == page


def test_every_sentence_has_the_lines_that_it_needs(qtbot: QtBot, program: Program) -> None:
    shown = FindingsList()
    qtbot.addWidget(shown)
    shown.set_up(program.window.context)
    sentence = "The sex of {name} is not recorded. Ask and choose."
    names = ["Mlang " + "a" * length for length in range(1, 30)]
    shown.show_more([Finding("x", Severity.WARNING, "$.x", sentence, {"name": name}) for name in names])
    shown.resize(244, 500)
    shown.show()
    qtbot.waitExposed(shown)

    assert shown.count() == len(names)
    for row in range(shown.count()):
        room = shown.visualItemRect(shown.item(row)).adjusted(0, 0, -shown.iconSize().width() - 20, 0)
        needed = shown.fontMetrics().boundingRect(
            QRect(0, 0, room.width(), 1000), int(Qt.TextFlag.TextWordWrap), shown.item(row).text()
        )
        assert needed.height() <= room.height()
