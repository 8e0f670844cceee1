"""A file or folder that may be chosen, or left as the program has it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QToolButton, QWidget

from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.theme import Theme
from clesidra_desktop.gui.widgets.elided_label import ElidedLabel


class ChosenPath(QWidget):
    """Shows what is chosen; `changed` carries the path, or an empty text."""

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ElidedLabel()
        self._label.setProperty("level", "muted")
        self._choose, self._clear = QPushButton(), QToolButton()
        self._clear.setProperty("role", "quiet")
        self._path = ""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._clear)
        layout.addWidget(self._choose)

    def set_up(self, theme: Theme, ask: Callable[[], str], name: str) -> None:
        """Take what asks a person for a path, and the name by which the field is known to those who listen."""
        theme.set_icon(self._clear, "close")
        self._choose.clicked.connect(lambda: self._take(ask()))
        self._clear.clicked.connect(lambda: self._put(""))
        self._choose.setAccessibleName(name)
        self.retranslate()

    def show_path(self, path: str) -> None:
        """Show a path, or that none is chosen."""
        self._path = path
        self._label.setText(Path(path).name if path else tr("of the program"))
        self._label.setToolTip(path)
        self._clear.setVisible(bool(path))

    def retranslate(self) -> None:
        """Follow the language."""
        self._choose.setText(tr("Choose…"))
        self._clear.setToolTip(tr("Leave it as the program has it"))
        self._clear.setAccessibleName(tr("Leave it as the program has it"))
        self.show_path(self._path)

    def _take(self, path: str) -> None:
        if path:
            self._put(path)

    def _put(self, path: str) -> None:
        self.show_path(path)
        self.changed.emit(path)


def ask_for_file(parent: QWidget, title: str, kinds: str, where: str = "") -> str:
    """Ask for a file that exists."""
    return QFileDialog.getOpenFileName(parent, title, where, kinds)[0]


def ask_for_folder(parent: QWidget, title: str, where: str = "") -> str:
    """Ask for a folder."""
    return QFileDialog.getExistingDirectory(parent, title, where)
