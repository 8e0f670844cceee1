"""Every action of the window: one place for its name, shortcut, menu and icon, so that the palette finds them all.

The menu “Page” holds the actions of the page that is shown.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from clesidra_desktop.gui.i18n import mark, tr
from clesidra_desktop.gui.theme import Theme

_KEY_BEHIND = re.compile(r"\s*\(&.\)")
"""The key of a name in letters that no key has: it stands behind the name."""


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu of the window."""

    key: str
    title: str


MENUS = (
    Menu("workshop", mark("&Workshop")),
    Menu("edit", mark("&Edit")),
    Menu("go", mark("&Go")),
    Menu("page", mark("&Page")),
    Menu("view", mark("&View")),
    Menu("help", mark("&Help")),
)


@dataclass(frozen=True, slots=True)
class Command:
    """What the palette offers: the action that names it, by which other names it is found, and what runs it."""

    action: QAction
    also: str
    run: Callable[[], object]


@dataclass(slots=True)
class Entry:
    """An action with what is needed to name it in another language. `menu` is the key of one of MENUS, or empty.

    `also` are other names by which it is found. `told` is its name as long as it does something in particular.
    """

    action: QAction
    text: str
    menu: str
    icon: str
    also: str
    told: str = ""


class Actions(QObject):
    """The actions by key. A page adds its own when it is made; they are enabled while it is shown."""

    def __init__(self, window: QObject, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._entries: dict[str, Entry] = {}
        theme.changed.connect(self.refresh)

    def add(
        self,
        key: str,
        text: str,
        slot: Callable[[], object],
        *,
        shortcut: str | QKeySequence.StandardKey = "",
        menu: str = "",
        icon: str = "",
        repeats: bool = False,
        also: str = "",
    ) -> QAction:
        """Add an action; `text` is marked for translation and may have an & before its key in the menu.

        A key that is held down does it once, unless it `repeats`: a held Space would run the whole agenda.
        """
        action = QAction(self._window)
        action.setAutoRepeat(repeats)
        action.setObjectName(key)
        if shortcut:
            keys = [QKeySequence(shortcut)] if isinstance(shortcut, str) else QKeySequence.keyBindings(shortcut)
            action.setShortcuts(keys)
        action.triggered.connect(lambda _checked=False: slot())
        self._entries[key] = Entry(action, text, menu, icon, also)
        self._name(self._entries[key])
        return action

    def __getitem__(self, key: str) -> QAction:
        return self._entries[key].action

    def __iter__(self) -> Iterator[QAction]:
        return (entry.action for entry in self._entries.values())

    def other_names(self, action: QAction) -> str:
        """Return by which names an action is found beside its own: who types Latin letters knows the English one."""
        entry = self._entries[action.objectName()]
        return f"{_plain(entry.text)} {entry.also}"

    def tell(self, key: str, text: str) -> None:
        """Name an action after what it would do at the moment; an empty text gives it its own name again."""
        self._entries[key].told = text.replace("&", "&&")
        self._name(self._entries[key])

    def of_menu(self, menu: str) -> list[QAction]:
        """Return the actions of a menu in the order in which they were added."""
        return [entry.action for entry in self._entries.values() if entry.menu == menu]

    def refresh(self) -> None:
        """Name all actions in the language of the screens, with the icons of the theme."""
        for entry in self._entries.values():
            self._name(entry)

    def _name(self, entry: Entry) -> None:
        own = tr(entry.text)
        entry.action.setText(tr("{action}: {what}", action=own, what=entry.told) if entry.told else own)
        keys = entry.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        entry.action.setToolTip(plain_name(entry.action) + (f" ({keys})" if keys else ""))
        if entry.icon and self._theme.colours:
            entry.action.setIcon(self._theme.icon(entry.icon))


def plain_name(action: QAction) -> str:
    """Return the name of an action without the mark of its key in the menu, and without dots."""
    return _plain(action.text())


def _plain(text: str) -> str:
    return _KEY_BEHIND.sub("", text).replace("&", "").rstrip("…")
