"""The table of wishes: digits of both scripts, letters that find a name, and titles that can be read."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QKeyEvent
from pytestqt.qtbot import QtBot

from clesidra_desktop.gui.models.wishes import WishesModel
from clesidra_desktop.gui.widgets.wishes_table import AROUND, WishesTable
from tests.helpers.builders import identity

PEOPLE = [(identity(1), "Bun Davy"), (identity(2), "Chan Sreypov"), (identity(3), "Chhim Theary")]
SECTORS = [
    ("s1", "Good governance"),
    ("s2", "Enabling environment for community forestry"),
    ("s3", "ការអភិវឌ្ឍសមត្ថភាពសហគមន៍មូលដ្ឋាន"),
]


@pytest.fixture
def table(qtbot: QtBot) -> WishesTable:
    made = WishesTable()
    qtbot.addWidget(made)
    made.set_up(WishesModel(PEOPLE, SECTORS, (), made))
    made.resize(560, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(table: WishesTable, row: int) -> list[str]:
    return [table.model().index(row, column).data() for column in range(1, 4)]


def press(table: WishesTable, text: str) -> None:
    """Press a key of any script; Qt's own helper knows Latin ones alone."""
    table.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text))


@pytest.mark.parametrize(("first", "second"), ["12", "១២"])
def test_digits_of_both_scripts_give_ranks(qtbot: QtBot, table: WishesTable, first: str, second: str) -> None:
    press(table, second)
    assert shown(table, 0) == ["1", "", ""]  # there is no second wish without a first
    qtbot.keyClick(table, Qt.Key.Key_Right)
    press(table, first)
    assert shown(table, 0) == ["2", "1", ""]
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert shown(table, 0) == ["1", "", ""]


def test_letters_find_a_name_and_stay_at_the_sector(qtbot: QtBot, table: WishesTable) -> None:
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClicks(table, "chh")
    assert (table.currentIndex().row(), table.currentIndex().column()) == (2, 2)
    qtbot.keyClicks(table, "1")
    assert shown(table, 2) == ["", "1", ""]


def test_the_first_wish_stands_out(table: WishesTable) -> None:
    model = table.model()
    assert isinstance(model, WishesModel)
    model.give_rank(model.index(0, 1), 1)
    model.give_rank(model.index(0, 2), 2)
    fonts = [model.index(0, column).data(Qt.ItemDataRole.FontRole) for column in (1, 2, 3)]
    assert isinstance(fonts[0], QFont)
    assert fonts[0].bold()
    assert fonts[1:] == [None, None]


def test_titles_take_the_lines_that_they_need_and_are_whole_in_a_tooltip(table: WishesTable) -> None:
    header = table.horizontalHeader()
    line = header.fontMetrics().lineSpacing()
    narrow = header.height()
    assert narrow >= 2 * line + AROUND
    table.resize(1600, 300)
    assert header.height() < narrow
    titles = [
        table.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) for column in (1, 2, 3)
    ]
    assert titles == [title for _, title in SECTORS]
