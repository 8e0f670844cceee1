"""What is on: the countdown that is read from two metres, what comes next, and what the MC does."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clesidra_desktop.domain.agenda_clock import AgendaClock, ClockItem, ItemState, length_of
from clesidra_desktop.gui.agenda_words import countdown_words, minutes_words
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.i18n import date_text, mark, time_text, tr
from clesidra_desktop.gui.widgets.clamped_label import ClampedLabel
from clesidra_desktop.gui.widgets.elided_label import ElidedLabel

BUTTONS = (
    ("more_time", mark("+5 min")),
    ("less_time", mark("−5 min")),
    ("end_item", mark("End")),
    ("go_back", mark("Back")),
)


WIDTH = 350
"""Pixels that a countdown of hours needs."""

FIGURES = 88
"""Pixels that figures of 64 points are high; the rest of their line may be cut."""


FIGURES_OF_A_CLOCK = frozenset("0123456789:+")
"""What a countdown is made of; in words it is set smaller."""


class NowCard(QFrame):
    """The current item in large, and the buttons of the MC."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("surface", "card")
        self.setMinimumWidth(WIDTH)
        self._state, self._title = ElidedLabel(), ClampedLabel(2)
        self._title.setProperty("level", "title")
        self._state.setProperty("level", "muted")
        self.left = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.left.setObjectName("countdown")
        self.left.setMinimumHeight(FIGURES)
        self._until = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._next_title, self._next_when = ClampedLabel(2), ElidedLabel()
        self._next_when.setProperty("level", "muted")
        self.start = QPushButton()
        self.start.setProperty("role", "primary")
        self.start.setObjectName("start_next")
        self._buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self._watch = KeepsSpace(self)
        for button in (self.start, *self._buttons.values()):
            button.installEventFilter(self._watch)

    def connect_to(self, actions: dict[str, QAction]) -> None:
        """Let the buttons do what the keys do."""
        self.start.clicked.connect(actions["start_next"].trigger)
        for key, button in self._buttons.items():
            button.clicked.connect(actions[key].trigger)

    def show_clock(self, clock: AgendaClock) -> None:
        """Show the agenda at a moment."""
        current, following = clock.current, clock.next
        if current:
            self._show_current(clock, current)
        elif clock.is_past:
            ends = max(one.planned_start for one in clock.items if one.planned_start)
            until = tr("It was planned until {day}", day=date_text(ends.date()))
            self._say(tr("The workshop is over"), "", "", "", until)
        elif any(one.state is ItemState.DONE for one in clock.items):
            last = following is None
            self._wait(clock, tr("The agenda is over") if last else tr("Between two items"))
        else:
            self._wait(clock, tr("Nothing has started yet"))
        self._show_next(None if clock.is_past else following, clock)
        if current and following:
            self.start.setText(tr("End it and start the next"))
        elif current:
            self.start.setText(tr("End the last item"))
        else:
            self.start.setText(tr("Start the next") if clock.elapsed or _has_begun(clock) else tr("Start"))
        self.start.setEnabled(bool(current or following))
        self._buttons["end_item"].setEnabled(current is not None)
        self._buttons["go_back"].setEnabled(_has_begun(clock))

    def retranslate(self) -> None:
        """Follow the language."""
        for key, text in BUTTONS:
            self._buttons[key].setText(tr(text))
            self._buttons[key].setToolTip(self._context.actions[key].toolTip())
        self.start.setToolTip(self._context.actions["start_next"].toolTip())

    def _show_current(self, clock: AgendaClock, one: ClockItem) -> None:
        item = one.item
        is_over = clock.left is not None and clock.left.total_seconds() < 0
        state = tr("On now, for the team only") if item.internal else tr("On now")
        if clock.left is None:
            elapsed = clock.elapsed
            text, until = (
                (countdown_words(elapsed) if elapsed else "0:00"),
                tr("since it began; it has no planned length"),
            )
        else:
            text = countdown_words(clock.left)
            length = length_of(item)
            until = tr(
                "over its {length}" if is_over else "left of {length}, until {ends}",
                length=minutes_words(int(length.total_seconds() // 60) if length else 0),
                ends=time_text(one.ends) if one.ends else "",
            )
        self._say(state, item.title, item.speaker, text, until, late=is_over)

    def _wait(self, clock: AgendaClock, state: str) -> None:
        """Show how long it is until the next item is planned, where nothing is on."""
        planned = clock.next.planned_start if clock.next else None
        if planned and planned > clock.moment:
            self._say(
                state, "", "", countdown_words(planned - clock.moment), tr("until {time}", time=time_text(planned))
            )
        else:
            self._say(state, "", "", "", "")

    def _say(self, state: str, title: str, speaker: str, left: str, until: str, *, late: bool = False) -> None:
        self._state.setText(" · ".join(part for part in (state, speaker) if part))
        self._title.setText(title)
        if self.left.text() != left:
            self.left.setText(left)
        is_in_words = not set(left) <= FIGURES_OF_A_CLOCK
        dress(self.left, level="late" if late else "countdown", words=is_in_words)
        dress(self._until, level="late" if late else "muted")
        self._until.setText(until)

    def _show_next(self, following: ClockItem | None, clock: AgendaClock) -> None:
        if following is None:
            self._next_title.setText(tr("Nothing comes after it") if clock.current else "")
            self._next_when.setText("")
            return
        when = time_text(following.starts) if following.starts else ""
        if following.starts and following.starts.date() != clock.moment.date():
            when = f"{date_text(following.starts.date())}, {when}"
        parts = [tr("Next, {time}", time=when) if when else tr("Next"), following.item.speaker]
        self._next_when.setText(" · ".join(part for part in parts if part))
        self._next_title.setText(following.item.title)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.setSpacing(4)
        for widget in (self._state, self._title):
            rows.addWidget(widget)
        rows.addStretch(1)
        rows.addWidget(self.left)
        rows.addWidget(self._until)
        rows.addStretch(2)
        line = QFrame()
        line.setProperty("surface", "line")
        rows.addWidget(line)
        rows.addWidget(self._next_when)
        rows.addWidget(self._next_title)
        rows.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(6)
        for key, _ in BUTTONS:
            button = self._buttons[key] = QPushButton()
            button.setProperty("role", "small")
            row.addWidget(button)
        rows.addLayout(row)
        rows.addWidget(self.start)


class KeepsSpace(QObject):
    """Lets Space press the button that has the keys, where it would start the next item otherwise."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key before the window's shortcuts do."""
        is_key = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and event.key() == Qt.Key.Key_Space:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().eventFilter(watched, event)


def _has_begun(clock: AgendaClock) -> bool:
    return any(one.item.started for one in clock.items)
