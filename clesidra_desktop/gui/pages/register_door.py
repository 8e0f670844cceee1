"""The door: the left side of the Register page, where people are found, registered, and seen off.

The search box always gets the keys back. What is asked for is done on the database thread, and the box is free for the
next name at once.
"""

from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from clesidra_desktop.domain.attendance import those_here
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Attendant, Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import time_text, tr
from clesidra_desktop.gui.pages.register_new_person import NewPersonForm
from clesidra_desktop.gui.people import People
from clesidra_desktop.gui.widgets.badge import CategoryColours
from clesidra_desktop.gui.widgets.elided_label import ElidedLabel
from clesidra_desktop.gui.widgets.hit_list import HitList, standing_words
from clesidra_desktop.gui.widgets.one_of import OneOf
from clesidra_desktop.gui.widgets.undo_keys import UndoKeys
from clesidra_desktop.services.attendants import mark_left, register_attendant, register_person
from clesidra_desktop.services.register_search import Hit, Standing, register_hit

LAST_SHOWN = 8
"""The latest arrivals that are shown while nothing is typed."""

AROUND, SPACING = 12, 4

EARLIEST = datetime(1, 1, 1)


class LastArrivals(QFrame):
    """Who came last, so that it is seen at once that the right one was registered; and which keys do what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("last_arrivals")
        self._title, self._keys = QLabel(), QLabel(wordWrap=True)
        self._title.setProperty("level", "muted")
        self._keys.setProperty("level", "small")
        self._came = 0
        self._lines = [ElidedLabel() for _ in range(LAST_SHOWN)]
        column = QVBoxLayout(self)
        column.setContentsMargins(AROUND, SPACING, AROUND, SPACING)
        column.setSpacing(SPACING)
        column.addWidget(self._title)
        for line in self._lines:
            column.addWidget(line)
        column.addStretch()
        column.addWidget(self._keys)

    def show_workshop(self, workshop: Workshop, day: date | None) -> None:
        """Show who came last on a day, the latest first."""
        came = [one for one in those_here(workshop, day) if one.stays[-1].arrived]
        came.sort(key=lambda one: one.stays[-1].arrived or EARLIEST, reverse=True)
        self._title.setText(tr("Last arrivals") if came else tr("Nobody has come yet."))
        self._came = len(came)
        for line, attendant in zip(self._lines, came, strict=False):
            line.setText(_arrival(attendant))
        self._keys.setText(
            tr(
                "Type some letters of a name: Enter marks the first arrived, ↑ ↓ choose another one. Ctrl+Enter writes "
                "a new person down, Shift+Enter only invites. Ctrl+Z takes back."
            )
        )

        self._show_lines()

    def sizeHint(self) -> QSize:
        """Whoever came last; more, and what the keys do, is shown where the numbers below leave room."""
        return QSize(200, 3 * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        """Ask for no room for what is shown only where there is some."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the lines that have room."""
        super().resizeEvent(event)
        self._show_lines()

    def _show_lines(self) -> None:
        line = self._lines[0].sizeHint().height() + SPACING
        keys = self._keys.heightForWidth(max(self.width() - 2 * AROUND, 1))
        room = self.height() - self._title.sizeHint().height() - 4 * SPACING
        has_keys = room >= keys + (line if self._came else 0)
        self._keys.setVisible(has_keys)
        room = max((room - keys if has_keys else room) // line, 0)
        for place, shown in enumerate(self._lines):
            shown.setVisible(place < min(self._came, room))

    def line(self, place: int) -> str:
        """Return what a line shows."""
        return self._lines[place].text()


def _arrival(attendant: Attendant) -> str:
    arrived = attendant.stays[-1].arrived
    names = " ".join(part for part in (attendant.name, attendant.name_km) if part)
    return " · ".join(part for part in (time_text(arrived) if arrived else "", names, attendant.category) if part)


class HereCard(QWidget):
    """Somebody who is here already: says so, and what can be done."""

    left_now = Signal(object)
    details = Signal(object)
    sign = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hit: Hit | None = None
        self.name, self.standing = QLabel(wordWrap=True), QLabel()
        self.name.setProperty("level", "section")
        self.leave_button, self.sign_button, self.details_button, self.back = (QPushButton() for _ in range(4))
        for button in (self.sign_button, self.details_button, self.back):
            button.setProperty("role", "quiet")
        for button, signal in (
            (self.leave_button, self.left_now),
            (self.sign_button, self.sign),
            (self.details_button, self.details),
        ):
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(self._hit))
        self.back.clicked.connect(self.cancelled)
        card, row, outer = QFrame(), QHBoxLayout(), QVBoxLayout(self)
        card.setProperty("surface", "notice")
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        outer.addStretch()
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self.name)
        column.addWidget(self.standing)
        column.addLayout(row)
        for button in (self.leave_button, self.sign_button, self.details_button):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.back)
        self.retranslate()

    def show_hit(self, hit: Hit, today: datetime) -> None:
        """Show somebody. Enter goes back: who presses it twice at the door means no departure."""
        self._hit = hit
        self.name.setText(" ".join(part for part in (hit.name, hit.name_km) if part))
        self.standing.setText(standing_words(hit, today))

    def take_keys(self) -> None:
        """Let the keys go to the button that goes back."""
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Follow the language."""
        self.leave_button.setText(tr("&Left now"))
        self.sign_button.setText(tr("&Sign…"))
        self.details_button.setText(tr("&Details…"))
        self.back.setText(tr("Back"))
        self.back.setToolTip("Esc")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, Enter does what the button says that has the keys."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
                return
        super().keyPressEvent(event)


class Door(QObject):
    """Runs the search box and what is under it. `details` and `sign` carry the id of an attendant."""

    details = Signal(UUID)
    sign = Signal(UUID)

    def __init__(
        self, context: Context, people: People, colours: CategoryColours, search: QLineEdit, stack: OneOf
    ) -> None:
        super().__init__(search)
        self._context = context
        self._people = people
        self._search = search
        self._stack = stack
        self._enter_waits = False
        self.last = LastArrivals()
        self.hits = HitList(context.theme, colours)
        self.here = HereCard()
        self.form = NewPersonForm(people.find)
        for widget in (self.last, self.hits, self.here, self.form):
            stack.add(widget)
        UndoKeys(search)
        search.installEventFilter(self)
        search.textChanged.connect(self._typed)
        people.changed.connect(self._people_changed)
        self.hits.chosen.connect(self.choose)
        self.here.left_now.connect(self._leave)
        self.here.details.connect(lambda hit: self.details.emit(hit.attendant_id))
        self.here.sign.connect(lambda hit: self.sign.emit(hit.attendant_id))
        self.here.cancelled.connect(self._back_to_search)
        self.form.cancelled.connect(self._back_to_search)
        self.form.submitted.connect(self._register_new)
        self.form.known.connect(self.choose)

    def choose(self, hit: Hit | None, *, arrives: bool = True) -> None:
        """Do what is most likely meant with somebody: let him or her arrive, or look at one who is here."""
        if hit is None:
            self.begin_new()
            return
        if hit.standing is Standing.HERE:
            self.here.show_hit(hit, self._context.open.now())
            self._stack.show_one(self.here)
            self.here.take_keys()
            return
        if arrives:
            self._context.open.do(register_hit, hit, self._context.open.now())
        elif hit.attendant_id is None:
            self._context.open.do(register_person, hit.id)
        self.begin()

    def begin(self) -> None:
        """Be ready for the next one."""
        self._enter_waits = False
        self._search.setText("")  # which, other than clear, leaves nothing to undo in the field
        self._stack.show_one(self.last)
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_new(self) -> None:
        """Write a new person down, by the name that was typed."""
        self.form.begin(" ".join(self._search.text().split()))
        self._stack.show_one(self.form)
        (self.form.ui.category if self.form.ui.name.text() else self.form.ui.name).setFocus()

    def retranslate(self) -> None:
        """Follow the language."""
        self.here.retranslate()
        self.form.retranslate()
        self.hits.setAccessibleName(tr("People found"))
        self._typed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the search box that choose and register."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._takes(event):
            return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        key, keys = event.key(), event.modifiers()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 4, Qt.Key.Key_PageUp: -4}
        if key in steps and self._stack.shown is self.hits:
            self.hits.step(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(keys)
        elif key == Qt.Key.Key_Escape and self._search.text():
            self.begin()
        elif keys & Qt.KeyboardModifier.AltModifier and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.hits.choose_at(key - Qt.Key.Key_1)
        elif keys == Qt.KeyboardModifier.AltModifier and event.text():
            self._with_alt(event)
        else:
            return False
        return True

    def _with_alt(self, event: QKeyEvent) -> None:
        """Let who is chosen leave by the key of that button, also before Enter has shown it; Alt never types."""
        leaves = QKeySequence.mnemonic(self.here.leave_button.text()) == QKeySequence(event.keyCombination())
        hit = self.hits.current_hit() if self._stack.shown is self.hits else None
        if leaves and hit and hit.standing is Standing.HERE:
            self._leave(hit)

    def _enter(self, keys: Qt.KeyboardModifier) -> None:
        if keys & Qt.KeyboardModifier.ControlModifier:
            self.begin_new()
        elif not self._search.text().strip():
            return
        elif not self._people.is_ready:
            self._enter_waits = True
        elif keys & Qt.KeyboardModifier.ShiftModifier:
            self.choose(self.hits.current_hit(), arrives=False)
        else:
            self.hits.choose()

    def _typed(self, _text: str = "", *, again: bool = False) -> None:
        typed = " ".join(self._search.text().split())
        if not typed:
            self._stack.show_one(self.last)
            return
        limit = self.hits.room_for(self._stack.height()) - 1  # a new person is always seen
        self.hits.show_hits(self._people.find(typed, limit), typed, self._context.open.now(), again=again)
        self._stack.show_one(self.hits)

    def _people_changed(self) -> None:
        if self._stack.shown is self.hits:
            self._typed(again=True)
        if self._enter_waits:
            self._enter_waits = False
            self.hits.choose()

    def _back_to_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._typed()

    def _leave(self, hit: Hit) -> None:
        self._context.open.do(mark_left, [hit.attendant_id], self._context.open.now())
        self.begin()

    def _register_new(self, details: dict[str, object], arrived: bool) -> None:
        def failed(error: UserError) -> None:
            self._stack.show_one(self.form)
            self.form.refuse(error)

        moment = self._context.open.now() if arrived else None
        self._context.open.do(register_attendant, details, arrived=moment, failed=failed)
        self.begin()
