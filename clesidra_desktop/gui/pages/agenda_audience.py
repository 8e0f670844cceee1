"""The button and the actions by which the MC runs the screen for the audience."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from clesidra_desktop.domain.audience import Scene
from clesidra_desktop.gui.audience.screen import AudienceScreen
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import mark, tr
from clesidra_desktop.settings import AUDIENCE_BOTH, AUDIENCE_SIGNAL

SCENES: tuple[tuple[str, str, Scene | None], ...] = (
    ("scene_follow", mark("Follow the agenda"), None),
    ("scene_clock", mark("Show the current item"), Scene.CLOCK),
    ("scene_groups", mark("Show the groups"), Scene.GROUPS),
    ("scene_question", mark("Show the question"), Scene.QUESTION),
    ("scene_poll", mark("Show the poll"), Scene.POLL),
    ("scene_ways", mark("Show the ways forward"), Scene.WAYS_FORWARD),
    ("scene_title", mark("Show only the title"), Scene.TITLE),
)

SIGNALS = (
    ("signal_pulse", mark("At the end of a time: a calm glow"), "pulse"),
    ("signal_sound", mark("At the end of a time: a glow and a sound"), "sound"),
    ("signal_none", mark("At the end of a time: nothing"), ""),
)

QUESTION_WIDTH = 420
"""Pixels of a question in the menu."""

SHOW = "audience_screen"
BOTH = "audience_both"


class AudienceMenu:
    """One button: it shows the screen, and its menu says what is on it.

    `looked_at` returns the key of the poll that the MC looks at; empty where that is another part of the page.
    """

    ACTIONS = (SHOW, *(key for key, *_ in SCENES), BOTH, *(key for key, *_ in SIGNALS))

    def __init__(self, context: Context, screen: AudienceScreen, looked_at: Callable[[], str], parent: QWidget) -> None:
        self._context = context
        self._looked_at = looked_at
        self._screen = screen
        add = context.actions.add
        add(SHOW, mark("Audience screen"), self._toggle, shortcut="F5", icon="screen")
        for place, (key, name, scene) in enumerate(SCENES):
            add(key, name, partial(self._choose, scene), shortcut=f"Shift+F{place + 5}")
        add(BOTH, mark("Both languages"), self._toggle_both, shortcut="Ctrl+B")
        for place, (key, name, signal) in enumerate(SIGNALS):
            add(key, name, partial(self._choose_signal, signal), shortcut=f"Ctrl+Shift+F{place + 5}")
        self.button = QToolButton(parent)
        self.button.setObjectName("audience_button")
        self.button.setDefaultAction(context.actions[SHOW])
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._menu = QMenu(self.button)
        for keys in ((key for key, *_ in SCENES), (BOTH,), (key for key, *_ in SIGNALS)):
            self._menu.addActions([context.actions[key] for key in keys])
            self._menu.addSeparator()
        self._polls = QMenu(self._menu)
        self._menu.insertMenu(context.actions["scene_ways"], self._polls)
        self._menu.aboutToShow.connect(self._list_polls)
        self.button.setMenu(self._menu)
        for key in self.ACTIONS:
            context.actions[key].setCheckable(True)
        screen.shown.connect(self._mark)
        self._mark()

    def retranslate(self) -> None:
        """Follow the language."""
        self.button.setAccessibleName(tr("Audience screen"))
        self._polls.setTitle(tr("Show a certain poll"))

    def _toggle(self) -> None:
        if self._screen.isVisible():
            self._screen.close()
        else:
            self._screen.present(self.button.screen())
        self._mark()

    def _choose(self, scene: Scene | None) -> None:
        self._screen.choose(scene, self._looked_at() if scene is Scene.POLL else "")

    def _list_polls(self) -> None:
        """Offer each poll by its question."""
        workshop = self._context.open.workshop
        polls = workshop.polls if workshop else ()
        self._polls.clear()
        self._polls.menuAction().setVisible(len(polls) > 1)
        for poll in polls:
            words = " ".join(poll.question.split()).replace("&", "&&")
            shown = self._polls.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, QUESTION_WIDTH)
            action = self._polls.addAction(shown)
            action.setToolTip(words)
            action.setCheckable(True)
            action.setChecked(self._screen.shown_poll == poll.key)
            action.triggered.connect(partial(self._screen.choose, Scene.POLL, poll.key))

    def _toggle_both(self) -> None:
        self._context.settings.set(AUDIENCE_BOTH, not self._context.settings.get(AUDIENCE_BOTH))
        self._screen.refresh()
        self._mark()

    def _choose_signal(self, signal: str) -> None:
        self._context.settings.set(AUDIENCE_SIGNAL, signal)
        self._mark()

    def _mark(self) -> None:
        """Show by ticks what is chosen."""
        self._action(SHOW).setChecked(self._screen.isVisible())
        for key, _, scene in SCENES:
            self._action(key).setChecked(self._screen.chosen is scene)
        self._action(BOTH).setChecked(self._context.settings.get(AUDIENCE_BOTH))
        for key, _, signal in SIGNALS:
            self._action(key).setChecked(self._context.settings.get(AUDIENCE_SIGNAL) == signal)

    def _action(self, key: str) -> QAction:
        return self._context.actions[key]
