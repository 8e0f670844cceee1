"""What the window says: a strip over the foot of the page for news and errors, and one dialog for bugs.

News goes by itself; an error stays until it is put away, or until a deed that was begun after it succeeds: what it was
about was mended, undone or left. Nothing that an undo can answer asks first.
"""

import time
from collections.abc import Callable

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QToolButton, QWidget

from clesidra_desktop.domain.errors import PackThereError, UserError
from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.i18n import tr, tr_error
from clesidra_desktop.gui.tasks import Job
from clesidra_desktop.gui.theme import Theme

NEWS_STAYS = 6000
"""Milliseconds for which news is shown."""

PROGRESS_WIDTH = 220

AROUND = 12
"""Pixels between the strip and the edge of the page beside it."""

BELOW = 2
"""Pixels between the strip and the edge of the window below it."""

WIDTH = 0.6
"""The part of the page's width that the strip takes: what was undone stands at the left of the foot."""

PATIENCE = 600
"""Milliseconds after which work that goes on shows its progress."""


class Messages(QObject):
    """What pages say; the strip listens. `said` carries kind, text, the name of an answer and what the answer does."""

    said = Signal(str, str, str, object)
    working = Signal(object, str)
    cleared = Signal()

    def news(self, text: str, answer: str = "", do: Callable[[], object] | None = None) -> None:
        """Say what happened; goes by itself."""
        self.said.emit("notice", text, answer, do)

    def warn(self, text: str, answer: str = "", do: Callable[[], object] | None = None) -> None:
        """Say what somebody should look at; stays."""
        self.said.emit("warning", text, answer, do)

    def error(self, error: UserError) -> None:
        """Say what went wrong and what to do; stays."""
        self.said.emit("error", tr_error(error), "", None)

    def refuse_pack(self, error: UserError, replace: Callable[[], object]) -> None:
        """Say why a pack was not made, with a way to replace the one that is there already, if that is why."""
        answer = tr("Replace it") if isinstance(error, PackThereError) else ""
        self.said.emit("error", tr_error(error), answer, replace if answer else None)

    def work(self, job: Job, text: str) -> None:
        """Show the progress of a job, with a way to stop it, if it takes longer than a moment."""
        self.working.emit(job, text)

    def clear(self) -> None:
        """Put away what is shown."""
        self.cleared.emit()


class MessageStrip(QFrame):
    """The strip that shows the last message, or how far work has come.

    It lies over the foot of the window and the edge of the page, which does not move: one line covers nothing there.
    """

    def __init__(self, messages: Messages, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_strip")
        self._theme = theme
        self._text = QLabel(wordWrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._progress = QProgressBar(textVisible=False)
        self._progress.setMaximumWidth(PROGRESS_WIDTH)
        self._answer = QPushButton()
        self._close = QToolButton()
        self._close.setProperty("role", "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 6, 6)
        for widget in (self._text, self._progress, self._answer, self._close):
            layout.addWidget(widget)
        self._answer.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where somebody types
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._show_work)
        self._job: Job | None = None
        self._job_text = ""
        self._do: Callable[[], object] | None = None
        self._lasting: tuple[str, str, str, Callable[[], object] | None] | None = None
        self._said_at = 0.0
        self._answer.clicked.connect(self._answered)
        self._close.clicked.connect(self.put_away)
        messages.said.connect(self.say)
        messages.working.connect(self._watch)
        messages.cleared.connect(self.put_away)
        self._place: QWidget | None = None
        self._foot: QWidget | None = None
        self._name()
        self.hide()

    def lie_over(self, place: QWidget, foot: QWidget) -> None:
        """Lie over the foot of the window below a widget, wherever that is and however large."""
        self.setParent(place.parentWidget())
        self._place, self._foot = place, foot
        for one in (place, foot):
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widgets over which it lies."""
        if watched in (self._place, self._foot) and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._lie()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Lie over pages that were made since, too."""
        super().showEvent(event)
        self._lie()

    def say(self, kind: str, text: str, answer: str, do: Callable[[], object] | None) -> None:
        """Show a message; `kind` is notice, warning or error."""
        self._dress(kind)
        self._text.setText(text)
        self._progress.hide()
        self._close.show()
        self._answer.setText(answer)
        self._answer.setVisible(bool(answer))
        self._do = do
        self._said_at = time.monotonic()
        self.show()
        self._lie()
        # Named late: Qt makes a class when it is named first, and this one is large.
        alert = QtGui.QAccessibleEvent(self._text, QtGui.QAccessible.Event.Alert)
        QtGui.QAccessible.updateAccessibility(alert)
        if kind == "notice":
            self._timer.start(NEWS_STAYS)
            self._lasting = None
        else:
            self._timer.stop()
            self._lasting = (kind, text, answer, do)

    def put_away(self) -> bool:
        """Show no message any more, and return whether one was shown; how far work has come is not put away."""
        self._lasting = None
        was_shown = not self.isHidden() and self._progress.isHidden()
        if self._progress.isHidden():
            self.hide()
        return was_shown

    def put_refusal_away(self, begun: float) -> None:
        """Show an error no more where it was said before a deed began that has succeeded."""
        if self._lasting and self._lasting[0] == "error" and self._said_at < begun:
            self.put_away()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)

    def _lie(self) -> None:
        if self._place is None or self._foot is None or self.isHidden():
            return
        self.ensurePolished()
        room = self._place.geometry()
        width = max(min(round(room.width() * WIDTH), room.width() - 2 * AROUND), self.minimumSizeHint().width())
        height = min(max(self.heightForWidth(width), self.minimumSizeHint().height()), room.height())
        below = self._foot.geometry().bottom() + 1 - BELOW
        self.setGeometry(room.right() + 1 - AROUND - width, below - height, width, height)
        self.raise_()

    def _name(self) -> None:
        self._close.setToolTip(tr("Put away"))
        self._close.setAccessibleName(tr("Put away"))
        self._progress.setAccessibleName(tr("Progress"))

    def _dress(self, kind: str) -> None:
        self._theme.set_icon(self._close, "close")
        dress(self, surface=kind)

    def _watch(self, job: Job, text: str) -> None:
        """Watch a job; one that was watched before goes on without being shown."""
        self._job, self._job_text = job, text
        self._progress.setRange(0, 0)
        job.progressed.connect(self._progressed)
        job.finished.connect(self._finished)
        self._patience.start()

    def _show_work(self) -> None:
        self._dress("notice")
        self._timer.stop()
        self._text.setText(self._job_text)
        self._progress.show()
        self._close.hide()
        self._answer.setText(tr("Cancel"))
        self._answer.show()
        self._do = self._stop
        self.show()
        self._lie()

    def _progressed(self, done: int, total: int) -> None:
        if self.sender() is self._job:
            self._progress.setRange(0, total)
            self._progress.setValue(done)

    def _finished(self) -> None:
        """Show no progress any more; a message that stays, and was covered by it, is shown again."""
        if self.sender() is not self._job:
            return
        self._patience.stop()
        self._job = None
        if not self._progress.isHidden():
            if self._lasting:
                self.say(*self._lasting)
            else:
                self.hide()

    def _stop(self) -> None:
        if self._job:
            self._job.stop()

    def _answered(self) -> None:
        do = self._do
        if do == self._stop:
            self.hide()
        else:
            self.put_away()
        if do:
            do()
