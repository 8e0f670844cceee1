"""A choice by one key: buttons in a row that are chosen by a digit or a letter, by arrows, or by a click."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QWidget

from clesidra_desktop.domain.workshop import Sex

DIGITS = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
GAP, AROUND = 4, 3

SEX_KEYS = {Sex.FEMALE: "1fFថធស", Sex.MALE: "2mMមំប", Sex.OTHER: "3xXខឃផ", None: "0-–"}
"""Keys that choose a sex: digits, Latin letters, the Khmer letters on the same keys, and those the words begin with."""

UNKNOWN = "unknown"
"""Stands for a sex that was asked for and is not known."""


@dataclass(frozen=True, slots=True)
class Option:
    """One of the choices: its value, its text, the keys that choose it, and what it is in words."""

    value: object
    text: str
    keys: str
    spoken: str = ""


class KeyChoice(QWidget):
    """Buttons of which one is chosen. `chosen` is emitted when a person chooses, `entered` when Enter goes on."""

    chosen = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._options: tuple[Option, ...] = ()
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)  # a choice can be taken back
        self._group.idClicked.connect(self._clicked)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(AROUND, AROUND, AROUND, AROUND)
        self._layout.setSpacing(GAP)
        self._in_row = 0

    @property
    def value(self) -> object:
        """The value of what is chosen; None where nothing is."""
        place = self.place
        return None if place is None else self._options[place].value

    @property
    def place(self) -> int | None:
        """The place of what is chosen."""
        return next((place for place in range(len(self._options)) if self._group.button(place).isChecked()), None)

    def show_options(self, options: Sequence[Option], value: object = None) -> None:
        """Offer these choices; the one with the value is chosen."""
        if tuple(options) != self._options:
            for button in self._group.buttons():
                self._group.removeButton(button)
                button.deleteLater()
            self._options = tuple(options)
            for place, option in enumerate(options):
                button = QPushButton(option.text)
                button.setCheckable(True)
                button.setProperty("role", "key")
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                button.setToolTip(option.spoken)
                button.setAccessibleName(option.spoken or option.text)
                self._group.addButton(button, place)
                self._layout.addWidget(button, 0, place)
            self._in_row = len(self._options)
            self._arrange()
        self.choose(value)

    def choose(self, value: object) -> None:
        """Let the one with a value be chosen, or none."""
        for place, option in enumerate(self._options):
            self._group.button(place).setChecked(value is not None and option.value == value)
        self._speak()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by a key."""
        key, text = event.key(), event.text().translate(DIGITS)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.entered.emit()
        elif key in STEPS and self._options:
            place = self.place
            self._take(0 if place is None else (place + STEPS[Qt.Key(key)]) % len(self._options), moves_on=False)
        elif text and (found := [place for place, one in enumerate(self._options) if text in one.keys]):
            self._take(found[0])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show that the keys go here."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Link), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw anew."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw anew."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew with another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many into a row as have room."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Room for the widest one; the others go below each other where it must be."""
        widest = max((button.sizeHint().width() for button in self._group.buttons()), default=0)
        return QSize(widest + 2 * AROUND, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        buttons = self._group.buttons()
        widest = max((button.sizeHint().width() for button in buttons), default=1)
        room = self.width() - 2 * AROUND + GAP
        in_row = min(max(room // (widest + GAP), 1), max(len(buttons), 1))
        if sum(button.sizeHint().width() + GAP for button in buttons) <= room:
            in_row = max(len(buttons), 1)  # side by side, each as wide as it must be
        if in_row != self._in_row:
            self._in_row = in_row
            for place, button in enumerate(buttons):
                self._layout.addWidget(button, place // in_row, place % in_row)

    def _take(self, place: int, *, moves_on: bool = True) -> None:
        self.choose(self._options[place].value)
        if moves_on:
            self.chosen.emit()

    def _clicked(self, place: int) -> None:
        is_on = self._group.button(place).isChecked()
        self.choose(self._options[place].value if is_on else None)
        if is_on:
            self.chosen.emit()

    def _speak(self) -> None:
        place = self.place
        chosen = "" if place is None else self._options[place].spoken or self._options[place].text
        self.setAccessibleDescription(chosen)
