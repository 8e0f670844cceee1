"""Spellings that may be one organization: one key says which name shall stand, and they are brought together."""

from collections.abc import Mapping
from functools import partial
from itertools import islice

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from clesidra_desktop.gui.i18n import tr, tr_count
from clesidra_desktop.gui.widgets.key_choice import DIGITS

MOST = 7
"""Names that have a digit; the others are only counted, and brought together with them."""


class SpellingsCard(QFrame):
    """Names with how many have each; a digit or a click chooses the one that shall stand.

    `joined` carries the name and all spellings, `skipped` is emitted where a person wants to see the next ones.
    """

    joined = Signal(str, object)
    skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title, self._hint = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.title.setProperty("level", "section")
        self._hint.setProperty("level", "small")
        self.other = QLineEdit()
        self.later = QPushButton()
        self.later.setProperty("role", "quiet")
        self._names: tuple[str, ...] = ()
        self.buttons: list[QPushButton] = []
        self._choices = QVBoxLayout()
        self._choices.setSpacing(2)
        foot = QHBoxLayout()
        foot.addWidget(self.other, 1)
        foot.addWidget(self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self._hint)
        column.addLayout(self._choices)
        column.addLayout(foot)
        self.later.clicked.connect(self.skipped)
        self.other.returnPressed.connect(self._join_by_other)
        self.retranslate()

    def show_names(self, title: str, uses: Mapping[str, int], *, skips: bool) -> None:
        """Show names, by which how many attendants and people are known; `skips` lets a person see the next ones."""
        self.title.setText(title)
        self.later.setVisible(skips)
        if tuple(uses) == self._names and [button.text() for button in self.buttons] == self._texts(uses):
            return
        self._names = tuple(uses)
        self.other.clear()
        while item := self._choices.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for name, text in zip(self._names, self._texts(uses), strict=False):
            button = QPushButton(text)
            button.setProperty("role", "offer")
            button.setToolTip(tr("Let “{name}” stand for all of them", name=name))
            button.clicked.connect(partial(self._join, name))
            self._choices.addWidget(button)
            self.buttons.append(button)
        if more := len(self._names) - len(self.buttons):
            self._choices.addWidget(QLabel(tr("and {count} more", count=more)))

    def retranslate(self) -> None:
        """Follow the language."""
        self._hint.setText(
            tr("Press the digit of the name that shall stand. Everybody has it then; Ctrl+Z takes it back.")
        )
        self.other.setPlaceholderText(tr("or type another name, and Enter"))
        self.other.setAccessibleName(tr("Another name"))
        self.later.setText(tr("Later"))
        self.setAccessibleName(tr("Names that may be one organization"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a digit."""
        digit = event.text().translate(DIGITS)
        if digit.isdecimal() and 1 <= int(digit) <= min(len(self._names), MOST):
            self._join(self._names[int(digit) - 1])
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _texts(self, uses: Mapping[str, int]) -> list[str]:
        texts = []
        for number, (name, count) in enumerate(islice(uses.items(), MOST), start=1):
            said = tr_count("{count} time", "{count} times", count)
            texts.append(f"{number}   {name} · {said}".replace("&", "&&"))
        return texts

    def _join(self, name: str) -> None:
        self.joined.emit(name, self._names)

    def _join_by_other(self) -> None:
        if name := self.other.text().strip():
            self._join(name)
