"""What tests do with the window."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from clesidra_desktop.app import Program
from clesidra_desktop.gui.page import Page

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "ratanakiri" / "workshop.json"


def settle(qtbot: QtBot, program: Program) -> None:
    """Wait until nothing is under way and everything that was asked for is shown."""
    qtbot.waitUntil(lambda: program.tasks.is_idle, timeout=10_000)
    for _ in range(3):  # what a delivery asks for in its turn
        QApplication.processEvents()
        qtbot.waitUntil(lambda: program.tasks.is_idle, timeout=10_000)


def show(qtbot: QtBot, program: Program, key: str) -> Page:
    """Show a page and return it."""
    program.window.show_page(key)
    settle(qtbot, program)
    return program.window.page


def type_text(widget: QWidget, text: str) -> None:
    """Type a text in any letters, as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def child(parent: QObject, kind: type[QWidget], name: str) -> QWidget:
    """Return a widget by its name. Fails where there is none."""
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def is_shown_at_all(widget: QWidget) -> bool:
    """Whether a widget is visible and inside its window."""
    corner = widget.mapTo(widget.window(), widget.rect().topLeft())
    return widget.isVisible() and widget.window().rect().contains(corner)
