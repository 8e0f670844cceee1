"""The rail: its rows become lower on a low screen before they scroll."""

from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.widgets.rail import RailButton
from tests.helpers.window import settle


def lowest(program: Program) -> int:
    """Return where the last row of the rail ends, seen from the rail."""
    rail = program.window.rail
    return max(one.mapTo(rail, one.rect().bottomLeft()).y() for one in rail.findChildren(RailButton))


def test_rows_are_lower_where_the_type_is_large(qtbot: QtBot, program: Program) -> None:
    window = program.window
    window.resize(1280, 720)
    window.show()
    qtbot.waitExposed(window)
    usual = window.rail.button("overview").height()
    window.set_language(Language.KHMER)
    window.set_font_size(20)
    settle(qtbot, program)
    qtbot.waitUntil(lambda: lowest(program) <= window.rail.height(), timeout=5000)

    window.set_language(Language.ENGLISH)
    window.show_page("workshops")
    row = window.rail.button("workshops")
    qtbot.waitUntil(lambda: row.sizeHint().width() <= row.width(), timeout=5000)
    window.set_font_size(15)
    settle(qtbot, program)
    qtbot.waitUntil(lambda: window.rail.button("overview").height() == usual, timeout=5000)
