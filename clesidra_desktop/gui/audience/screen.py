"""The window for the audience: full screen on the projector where there is one, and it follows the agenda by itself."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QFont,
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from clesidra_desktop.domain.agenda_clock import agenda_clock
from clesidra_desktop.domain.audience import Scene
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.audience.content import Time, show
from clesidra_desktop.gui.audience.picture import Picture
from clesidra_desktop.gui.audience.voices import Voices
from clesidra_desktop.gui.audience.water_clock import WaterClock
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import time_text, tr
from clesidra_desktop.gui.theme import KHMER, LATIN
from clesidra_desktop.gui.typesetting import fit_text, set_text, sized
from clesidra_desktop.settings import AUDIENCE_BOTH, AUDIENCE_SIGNAL

TICK = 250
"""Milliseconds between two looks at the clock."""

SHEET = 12
"""Seconds for which one sheet of groups is shown, where they do not all fit."""

IN_A_WINDOW = 960, 540

WITH_WATER = (Scene.CLOCK, Scene.QUESTION)
"""The scenes beside which the water clock stands in large; others have the figures in a corner."""


class AudienceScreen(QWidget):
    """The second window. `shown` is emitted when it comes and goes, or shows another scene."""

    shown = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("audience_screen")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setMinimumSize(480, 270)
        self._context = context
        self.chosen: Scene | None = None
        self._chosen_poll = ""
        self.picture = Picture(context.theme, self)
        self.water = WaterClock(context.theme, self)
        self.figures = _Figures(context, self)
        self._head = _Head(context, self)
        self._voices = Voices([Language.ENGLISH])
        self._scene: Scene | None = None
        self._left: tuple[str, bool] = ("", False)
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.refresh)
        context.open.changed.connect(lambda _: self.refresh())
        context.open.replaced.connect(lambda: self.choose(None))  # it was chosen of another workshop
        context.theme.changed.connect(self._restyle)
        self.setWindowTitle(tr("Audience screen"))

    @property
    def scene(self) -> Scene | None:
        """What is shown at the moment."""
        return self._scene

    @property
    def shown_poll(self) -> str:
        """The key of the poll that is shown at the moment; empty where none is."""
        return self.picture.content.poll if self._scene is Scene.POLL else ""

    def present(self, own: QScreen) -> None:
        """Come: full screen on another screen than the window's own, else in a window that can be moved."""
        others = [one for one in QGuiApplication.screens() if one is not own]
        if others:
            self.setGeometry(others[0].geometry())
            self.showFullScreen()
        elif self.isFullScreen():  # it was put away full, and comes back as it was
            self.showFullScreen()
        else:
            place = own.availableGeometry()
            self.setGeometry(QRect(place.right() - IN_A_WINDOW[0], place.top() + 40, *IN_A_WINDOW))
            self.show()
        self.refresh()
        self.shown.emit()

    def choose(self, scene: Scene | None, poll: str = "") -> None:
        """Show a scene whatever the agenda says, or follow it again; `poll` is the key of a poll that is meant."""
        self.chosen, self._chosen_poll = scene, poll
        self.refresh()
        self.shown.emit()

    def refresh(self) -> None:
        """Show what is to be seen now, worked out from moments."""
        workshop = self._context.open.workshop
        if workshop is None:
            self.close()
            return
        if not self.isVisible():
            return
        self._choose_voices(workshop.language)
        clock = agenda_clock(workshop, self._context.open.now())
        content, time = show(workshop, clock, self._voices, self.chosen, self._chosen_poll)
        if content.scene != self._scene:
            self._scene = content.scene
            self._lay_out()
        sheet = int((clock.moment.hour * 3600 + clock.moment.minute * 60 + clock.moment.second) / SHEET)
        self.picture.show_content(content, sheet, float(self.height()))
        self.water.show_share(time.share)
        self.figures.show_time(time)
        time_of_day = self._voices.figures(time_text(self._context.open.now()))
        self._head.say(workshop.title, time_of_day, content.scene is not Scene.TITLE)
        self._signal(clock.current.item.key if clock.current else "", time)

    def _choose_voices(self, language: Language) -> None:
        is_both = self._context.settings.get(AUDIENCE_BOTH)
        others = [one for one in Language if one is not language] if is_both else []
        if self._voices.languages != (language, *others):
            self._voices = Voices((language, *others))
        families = [KHMER, LATIN] if language is Language.KHMER else [LATIN, KHMER]
        if self.font().families() != families:
            self.setFont(QFont(families))

    def _signal(self, key: str, time: Time) -> None:
        """Say calmly that a time is over, once, when it is."""
        before, self._left = self._left, (key, time.is_over)
        if time.is_over and before == (key, False):
            wanted = self._context.settings.get(AUDIENCE_SIGNAL)
            if wanted:
                self.water.pulse()
            if wanted == "sound":
                QApplication.beep()

    # The window

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F11 fills the screen or not, Esc puts the window away, Space and the like run the agenda as in the window."""
        if event.key() == Qt.Key.Key_F11:
            self._toggle_full()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.close()
        elif event.key() == Qt.Key.Key_Space:
            self._context.actions["start_next"].trigger()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Fill the screen, or not."""
        self._toggle_full()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the clock while somebody sees it."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._timer.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it went."""
        super().closeEvent(event)
        self._scene = None
        QTimer.singleShot(0, self, self.shown.emit)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the window in the title."""
        if event.type() is QEvent.Type.LanguageChange:
            self.setWindowTitle(tr("Audience screen"))
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._lay_out()
        self.update()
        self.refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._context.theme.colour("window"))
        painter.end()

    def _restyle(self) -> None:
        self.update()
        self.refresh()

    def _toggle_full(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _lay_out(self) -> None:
        """Give the parts their places, all in parts of the height."""
        width, height = self.width(), self.height()
        side, head = round(height * 0.06), round(height * 0.1)
        self._head.setGeometry(side, round(height * 0.03), width - 2 * side, round(height * 0.055))
        body = QRect(side, head + round(height * 0.02), width - 2 * side, height - head - round(height * 0.06))
        has_water = self._scene in WITH_WATER
        self.water.setVisible(has_water)
        if has_water:
            beside = round(min(width * 0.3, height * 0.52))
            self.picture.setGeometry(body.adjusted(0, 0, -beside - side, 0))
            right = QRect(body.right() - beside, body.top(), beside, body.height())
            self.water.setGeometry(right.adjusted(0, 0, 0, -round(body.height() * 0.3)))
            self.figures.setGeometry(right.adjusted(0, round(body.height() * 0.72), 0, 0))
        else:
            self.picture.setGeometry(body)
            corner = round(height * 0.42)
            self.figures.setGeometry(
                body.right() - corner, body.top() - round(height * 0.02), corner, round(height * 0.085)
            )
            self.figures.raise_()


class _Figures(QWidget):
    """The countdown in figures; in a corner with its unit beside it, below the water clock with it underneath."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self.time = Time()

    def show_time(self, time: Time) -> None:
        """Show what is left."""
        if (time.figures, time.unit) != (self.time.figures, self.time.unit):
            self.update()
        self.time = time
        self.setAccessibleName(f"{time.figures} {time.unit}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if not self.time.figures:
            return
        painter = QPainter(self)
        colour = self._theme.colour("amber" if self.time.is_over else "text")
        is_corner = self.height() < self.width() * 0.35
        bold = sized(self.font(), 10, bold=True)
        if is_corner:
            made = set_text(self.time.figures, sized(bold, self.height() * 0.72, bold=True), self.width())
            made.draw(painter, QPointF(self.width() - made.width, 0), colour)
        else:
            box = QRectF(0, 0, self.width(), self.height() * 0.68)
            made = fit_text(self.time.figures, bold, box, self.height(), 12, centred=True)
            made.draw(painter, box.topLeft(), colour)
            unit = QRectF(0, self.height() * 0.68, self.width(), self.height() * 0.32)
            said = fit_text(self.time.unit, self.font(), unit, self.window().height() / 24, 10, centred=True)
            said.draw(painter, unit.topLeft(), self._theme.colour("muted"))
        painter.end()


class _Head(QWidget):
    """The line at the top: which workshop it is, and what time."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._said = ("", "", True)

    def say(self, title: str, time: str, is_titled: bool) -> None:
        """Say it."""
        if self._said != (title, time, is_titled):
            self._said = (title, time, is_titled)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        title, time, is_titled = self._said
        painter.setFont(sized(self.font(), self.height() * 0.55))
        painter.setPen(self._theme.colour("muted"))
        metrics = painter.fontMetrics()
        clock = metrics.horizontalAdvance(time) + 20
        if is_titled:
            shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, self.width() - 2 * clock)
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), time)
        painter.end()
