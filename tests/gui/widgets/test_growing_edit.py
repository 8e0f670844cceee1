"""Plain text that grows."""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from clesidra_desktop.gui.widgets.calm_combo import CalmComboBox
from clesidra_desktop.gui.widgets.growing_edit import GrowingEdit, OneLineEdit


def test_it_is_as_high_as_its_text_and_never_lower_than_asked(qtbot: QtBot) -> None:
    edit = GrowingEdit(lines=2)
    qtbot.addWidget(edit)
    edit.resize(300, 10)
    edit.show()
    low = edit.height()
    edit.setPlainText("one")
    assert edit.height() == low
    edit.setPlainText("\n".join("ស្ត្រី ក្រុម" for _ in range(8)))
    high = edit.height()
    assert high >= low * 2
    edit.setPlainText("a long line " * 60)
    assert edit.height() > low
    edit.clear()
    assert edit.height() == low


def test_nothing_but_text_is_pasted(qtbot: QtBot) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("two\nlines")
    many, single = GrowingEdit(), OneLineEdit()
    for edit in (many, single):
        qtbot.addWidget(edit)
        edit.insertFromMimeData(data)
    assert (many.toPlainText(), single.toPlainText()) == ("two\nlines", "two lines")
    qtbot.keyClick(single, Qt.Key.Key_Return)
    assert single.toPlainText() == "two lines"


def test_a_choice_leaves_the_wheel_to_the_page(qtbot: QtBot) -> None:
    box = CalmComboBox()
    qtbot.addWidget(box)
    box.fill([("a", 1), ("b", 2)], 1)
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    turn = QPointF(0, -120).toPoint()
    event = QWheelEvent(
        QPointF(1, 1), QPointF(1, 1), turn, turn, no_button, no_key, Qt.ScrollPhase.NoScrollPhase, False
    )
    box.wheelEvent(event)
    assert not event.isAccepted()
    assert box.currentData() == 1
    box.fill([("a", 1)], 3)
    assert box.currentIndex() == -1
