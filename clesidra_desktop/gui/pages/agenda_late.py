"""The bar below the agenda: how late it is, and the ways to catch up with what each of them costs."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from clesidra_desktop.domain.agenda_clock import AgendaClock
from clesidra_desktop.domain.agenda_points import Point
from clesidra_desktop.domain.catching_up import MOST_OFFERED, CatchUps
from clesidra_desktop.domain.catching_up_ways import CatchUp
from clesidra_desktop.domain.shortening import short
from clesidra_desktop.gui.agenda_words import MINUTE, minutes_words, way_consequences, way_label, whole_minutes
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.i18n import mark, time_text, tr
from clesidra_desktop.gui.pages.agenda_now import KeepsSpace
from clesidra_desktop.gui.widgets.clamped_label import ClampedLabel

WRONG_CLOCK = timedelta(minutes=2)
"""A clock that is behind by more than this was set back, or was ahead before."""

MOST_LINES = 5
"""What a way costs is said in so many lines at the most; that is enough for three long titles in Khmer."""


class LateBar(QFrame):
    """Hidden while everything goes as planned. `taken` carries the way that a person takes."""

    taken = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setProperty("surface", "warning")
        self.setObjectName("late_bar")
        self.said = QLabel(wordWrap=True)
        self.mend = QPushButton()
        self._mend: Callable[[], object] | None = None
        self.mend.clicked.connect(self._mended)
        self._ways: tuple[CatchUp, ...] = ()
        self.buttons = [QPushButton() for _ in range(MOST_OFFERED)]
        self._costs = [ClampedLabel(MOST_LINES) for _ in self.buttons]
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        watch = KeepsSpace(self)
        self.mend.installEventFilter(watch)
        for place, (button, cost) in enumerate(zip(self.buttons, self._costs, strict=True)):
            cost.setProperty("level", "small")
            button.clicked.connect(lambda _checked=False, place=place: self.take(place))
            button.installEventFilter(watch)
            self._grid.addWidget(button, 0, place)
            self._grid.addWidget(cost, 1, place, Qt.AlignmentFlag.AlignTop)
            self._grid.setColumnStretch(place, 1)
        top = QHBoxLayout()
        top.addWidget(self.said, 1)
        top.addWidget(self.mend)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 8, 16, 10)
        rows.setSpacing(6)
        rows.addLayout(top)
        rows.addLayout(self._grid)
        self.hide()

    @property
    def ways(self) -> tuple[CatchUp, ...]:
        """The ways that are offered."""
        return self._ways

    def take(self, place: int) -> None:
        """Take one of the ways that are offered."""
        if place < len(self._ways) and self.isVisible():
            self.taken.emit(self._ways[place])

    def show_state(self, clock: AgendaClock, found: CatchUps) -> None:
        """Show how late the agenda is, and what can be done."""
        self._offer_mending("", None)
        self._show_ways(() if clock.is_past else found.ways)
        sentence = _lateness(clock, found)
        self.said.setText(sentence)
        is_late = clock.late is not None and clock.late >= MINUTE
        dress(self, surface="warning" if is_late or found.point else "notice")
        self.setVisible(bool(sentence))

    def show_trouble(self, sentence: str, answer: str, mend: Callable[[], object]) -> None:
        """Say that something about the time cannot be right, and offer to mend it."""
        self._show_ways(())
        self._offer_mending(answer, mend)
        self.said.setText(sentence)
        dress(self, surface="warning")
        self.show()

    def _show_ways(self, ways: tuple[CatchUp, ...]) -> None:
        self._ways = ways
        for place, (button, cost) in enumerate(zip(self.buttons, self._costs, strict=True)):
            is_offered = place < len(ways)
            button.setVisible(is_offered)
            cost.setVisible(is_offered)
            if is_offered:
                cost.setText(way_consequences(ways[place]))
                button.setToolTip(cost.text())
                button.setAccessibleName(way_label(ways[place]))
                button.setAccessibleDescription(cost.text())
        self._show_labels()

    def _show_labels(self) -> None:
        """Write as much on the buttons as there is room for: what is to be done stands at both ends."""
        room = self.width() // max(1, len(self._ways)) - 72
        for place, (way, button) in enumerate(zip(self._ways, self.buttons, strict=False)):
            label = button.fontMetrics().elidedText(way_label(way), Qt.TextElideMode.ElideMiddle, max(160, room))
            button.setText(f"{place + 1}   {label}".replace("&", "&&"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write more on the buttons where there is more room."""
        super().resizeEvent(event)
        self._show_labels()

    def _offer_mending(self, answer: str, mend: Callable[[], object] | None) -> None:
        self._mend = mend
        self.mend.setText(answer)
        self.mend.setVisible(mend is not None)

    def _mended(self) -> None:
        if self._mend:
            self._mend()


def _lateness(clock: AgendaClock, found: CatchUps) -> str:
    """Return the sentence of the bar, empty where there is nothing to say."""
    if clock.is_past:
        return ""
    late = whole_minutes(clock.late) if clock.late is not None else 0
    parts = []
    begins = clock.next.planned_start if clock.next else None
    if all(one.item.started is None for one in clock.items):
        if begins and late > 0:
            return tr("It was to begin at {time}: {length} ago.", time=time_text(begins), length=minutes_words(late))
        return ""
    if clock.late is not None and clock.late >= MINUTE:
        parts.append(tr("{length} late.", length=minutes_words(late)))
    elif clock.late is not None and clock.late <= -MINUTE and clock.current:
        parts.append(tr("{length} early.", length=minutes_words(-late)))
    missed = found.missed
    if missed and missed.item:
        over = max(1, whole_minutes(clock.moment - missed.at))
        said = {"title": short(missed.item.title), "time": time_text(missed.at), "length": minutes_words(over)}
        parts.append(tr("“{title}” was to begin at {time}; it is {length} late.", **said))
    if found.point:
        return " ".join((*parts, *_in_danger(found.point, found)))
    if late > 0 and parts:
        parts.append(
            tr("What has a fixed time after that can still be kept.")
            if missed and missed.item
            else tr("Everything with a fixed time can still be kept.")
        )
    return " ".join(parts)


def _in_danger(point: Point, found: CatchUps) -> Iterator[str]:
    """Yield what would happen to a point, and how it can be kept or why not."""
    at, length = time_text(point.at), minutes_words(point.missing)
    if point.item:
        yield tr(
            "“{title}” at {time} would start {length} late.",
            title=short(point.item.title),
            time=at,
            length=length,
        )
    else:
        yield tr("The day would end {length} after {time}.", length=length, time=at)
    if found.why:
        yield tr(found.why)
    keys = (mark("Key 1 takes it:"), mark("Keys 1 and 2 choose:"), mark("Keys 1 to 3 choose:"))
    if found.ways:
        yield tr(keys[len(found.ways) - 1])
