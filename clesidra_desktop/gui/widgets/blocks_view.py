"""Blocks of a document on a screen: headings, sentences, tables, and charts beside them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from clesidra_desktop.documents.blocks import BarChart, Block, Heading, LineChart, Paragraph, ParagraphRole, Table
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.widgets.bar_chart import BarChartView
from clesidra_desktop.gui.widgets.block_table import BlockTable
from clesidra_desktop.gui.widgets.line_chart import LineChartView

LEVELS = {1: "section", 2: "strong"}


def parted(blocks: Sequence[Block]) -> list[list[Block]]:
    """Return blocks in pieces that each begin with a heading, so that many are shown one after the other."""
    pieces: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Heading) or not pieces:
            pieces.append([])
        pieces[-1].append(block)
    return pieces


def add_blocks(layout: QVBoxLayout, blocks: Sequence[Block], theme: Theme) -> None:
    """Add widgets for blocks to a layout; a chart stands beside the table before it."""
    rest = list(blocks)
    while rest:
        block = rest.pop(0)
        match block:
            case Heading():
                layout.addWidget(_label(block.text, LEVELS.get(block.level, "strong")))
            case Paragraph():
                layout.addWidget(_label(block.text, "small" if block.role is ParagraphRole.NOTE else "muted"))
            case Table() if rest and isinstance(rest[0], BarChart | LineChart):
                beside = QHBoxLayout()
                beside.setSpacing(24)
                beside.addWidget(BlockTable(block), 3, Qt.AlignmentFlag.AlignTop)
                beside.addWidget(_chart(rest.pop(0), theme), 2, Qt.AlignmentFlag.AlignTop)
                layout.addLayout(beside)
            case Table():
                layout.addWidget(BlockTable(block))
            case BarChart() | LineChart():
                layout.addWidget(_chart(block, theme))
            case _:
                raise TypeError(f"a screen has no place for {type(block).__name__}")


def _chart(block: Block, theme: Theme) -> QWidget:
    if isinstance(block, LineChart):
        line = LineChartView(theme)
        line.show_chart(block)
        return line
    bars = BarChartView(theme)
    if isinstance(block, BarChart):
        bars.show_chart(block)
    return bars


def _label(text: str, level: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("level", level)
    return label


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner := item.layout(), QBoxLayout):
            clear_layout(inner)
            inner.deleteLater()
