"""Labels of a few lines."""

from pytestqt.qtbot import QtBot

from clesidra_desktop.gui.widgets.clamped_label import ClampedLabel


def test_a_line_that_is_typed_is_a_line_that_is_shown(qtbot: QtBot) -> None:
    label = ClampedLabel(4)
    qtbot.addWidget(label)
    heights = []
    for text in ("one", "one\ntwo", "one\ntwo\nthree", "1\n2\n3\n4\n5\n6"):
        label.setText(text)
        heights.append(label.heightForWidth(300))

    line = label.fontMetrics().height()
    assert [round(height / line) for height in heights] == [1, 2, 3, 4]
