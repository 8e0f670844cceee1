"""The rail on the left: one button a page, each with its own state."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.page import PAGES, PageSpec
from clesidra_desktop.gui.theme import Theme

WIDTH, FOLDED_WIDTH = 196, 68
"""Pixels of the rail with names, and of the one with signs alone."""

USUAL_TYPE, WIDER = 15, 8
"""Pixels of the type for which that is enough, and by which the rail is wider for each pixel more."""


class RailButton(QPushButton):
    """A page in the rail. What stands on its right is the state of the page: a count, a sign."""

    def __init__(self, spec: PageSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.setProperty("role", "rail")
        self.setCheckable(True)
        self.setObjectName(f"rail_{spec.key}")
        self._state = QLabel(self)
        self._state.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.addStretch()
        layout.addWidget(self._state)
        self._spoken = ""
        self._is_folded = False
        self.retranslate()

    def show_state(self, text: str, level: str = "muted", spoken: str = "") -> None:
        """Show a state; `level` is that of a label, `spoken` says it in words."""
        self._state.setText(text)
        dress(self._state, level=level)
        self._spoken = spoken or text
        self._speak()

    def fold(self, *, folded: bool) -> None:
        """Show the sign alone; name and state are told by the tool tip."""
        self._is_folded = folded
        self._state.setHidden(folded)
        self.retranslate()

    def retranslate(self) -> None:
        """Follow the language."""
        self.setText("" if self._is_folded else f" {tr(self.spec.title)}")
        self._speak()

    def _speak(self) -> None:
        self.setAccessibleName(tr(self.spec.title))
        self.setAccessibleDescription(self._spoken)
        told = [tr(self.spec.title)] if self._is_folded else []
        self.setToolTip(" · ".join([*told, self._spoken] if self._spoken else told))


class Rail(QFrame):
    """All pages; `chosen` carries the key of the page that a person wants to see."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._is_made = False
        super().__init__(parent)
        self.setObjectName("rail")
        self.setProperty("surface", "rail")
        self.setFixedWidth(WIDTH)
        self._is_folded = False
        self._is_low = False
        self._needed = 0
        """The height that all rows need in their usual size."""
        self._buttons = {spec.key: RailButton(spec, self) for spec in PAGES}
        self._group = QButtonGroup(self, exclusive=True)
        layout = self._scrolling_column()
        layout.setContentsMargins(8, 10, 8, 10)
        layout.setSpacing(2)
        below = False
        for button in self._buttons.values():
            if not button.spec.is_step and not below:
                below = True
                layout.addStretch()
                line = QFrame()
                line.setProperty("surface", "line")
                layout.addWidget(line)
                layout.addSpacing(6)
            theme.set_icon(button, button.spec.key)
            self._group.addButton(button)
            button.clicked.connect(lambda _=False, key=button.spec.key: self.chosen.emit(key))
            layout.addWidget(button)
        self._is_made = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the rows lower on a low screen, before they scroll."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._is_low:
            self._needed = self._inner.minimumSizeHint().height()
        is_low = self._needed > self.height()
        if is_low != self._is_low:
            self._is_low = is_low
            for button in self._buttons.values():
                dress(button, low=is_low)

    def _measure_anew(self) -> None:
        """Measure the rows in their usual size: the type has another one now."""
        self._is_low = False
        for button in self._buttons.values():
            dress(button, low=False)
        self._set_width()
        self._fit()

    def _set_width(self) -> None:
        """Be as wide as the type needs, or as the signs alone."""
        larger = max(0, self.fontInfo().pixelSize() - USUAL_TYPE)
        self.setFixedWidth(FOLDED_WIDTH if self._is_folded else WIDTH + larger * WIDER)

    def _scrolling_column(self) -> QVBoxLayout:
        """Return the column of the buttons: it scrolls on a screen that is too low for all of them."""
        inner = self._inner = QWidget()
        frame = QScrollArea(widgetResizable=True)
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.setWidget(inner)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)
        return QVBoxLayout(inner)

    def fold(self, *, folded: bool) -> None:
        """Show the signs alone, where the window is narrow, or the names as well."""
        if folded == self._is_folded:
            return
        self._is_folded = folded
        self._set_width()
        for button in self._buttons.values():
            button.fold(folded=folded)

    def button(self, key: str) -> RailButton:
        """Return the button of a page."""
        return self._buttons[key]

    def mark(self, key: str) -> None:
        """Show which page is shown."""
        self._buttons[key].setChecked(True)

    def enable_steps(self, *, enabled: bool) -> None:
        """Let the steps be chosen; without a workshop there is none to take."""
        for button in self._buttons.values():
            button.setEnabled(enabled or not button.spec.is_step)

    def clear_states(self) -> None:
        """Show no state: no workshop is open."""
        for button in self._buttons.values():
            button.show_state("")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            for button in self._buttons.values():
                button.retranslate()
        elif event.type() is QEvent.Type.StyleChange and self._is_made:
            QTimer.singleShot(0, self, self._measure_anew)
        super().changeEvent(event)
