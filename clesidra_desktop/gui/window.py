"""The window: it wires the rail, the header, the pages and the actions together, and does nothing by itself."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.actions import MENUS, Actions, Command
from clesidra_desktop.gui.context import Choices, Context
from clesidra_desktop.gui.forms.ui_main_window import Ui_MainWindow
from clesidra_desktop.gui.i18n import LANGUAGE_NAMES, OTHER_LANGUAGE_NAMES, Translation, mark, tr
from clesidra_desktop.gui.index_keeper import IndexKeeper
from clesidra_desktop.gui.messages import Messages, MessageStrip
from clesidra_desktop.gui.open_findings import OpenFindings
from clesidra_desktop.gui.open_workshop import OpenWorkshop
from clesidra_desktop.gui.page import PAGES, Page
from clesidra_desktop.gui.tasks import Tasks
from clesidra_desktop.gui.theme import DARK, LIGHT, Theme
from clesidra_desktop.gui.undoing import step_words
from clesidra_desktop.gui.widgets.header import Header
from clesidra_desktop.gui.widgets.key_window import KeyWindow
from clesidra_desktop.gui.widgets.rail import Rail
from clesidra_desktop.settings import FONT_SIZE, FONT_SIZES, GEOMETRY, LANGUAGE, LAST_WORKSHOP, THEME, Settings

SMALLEST = QSize(800, 480)
USUAL = QSize(1280, 800)
FOLDED_BELOW = 1200
"""Pixels of the window below which the rail shows its signs alone."""
IDLE = 400
"""Milliseconds between two pages that are made before they are wanted."""
LOOK_AT_CLOCK = 5000
"""Milliseconds between two looks at the minutes of what is on."""

WORKSHOP_FILES = (".json", ".clesidra")


class MainWindow(KeyWindow):
    """The one window. It shows the page of a key, and keeps the choices of the person."""

    def __init__(
        self,
        settings: Settings,
        tasks: Tasks,
        theme: Theme,
        translation: Translation,
        who: Callable[[], str],
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)
        self.setAcceptDrops(True)
        self.setMinimumSize(SMALLEST)
        actions, messages = Actions(self, theme), Messages(self)
        opened = OpenWorkshop(tasks, who, clock)
        choose = Choices(self.set_language, self.set_theme, self.set_font_size)
        parts = settings, tasks, opened, actions, messages, theme, translation, clock
        keepers = IndexKeeper(tasks, opened), OpenFindings(tasks, opened)
        self.context = Context(*parts, self.show_page, choose, *keepers)
        self._pages: dict[str, Page] = {}
        self._frames: dict[str, QScrollArea] = {}
        self._menus: dict[str, QMenu] = {}
        self._shown = ""
        self.rail = Rail(theme)
        self.header = Header(opened, tasks, theme)
        self.strip = MessageStrip(messages, theme)
        self._idle = QTimer(self, singleShot=True, interval=IDLE)
        self._idle.timeout.connect(self._make_next_page)
        self._lay_out()
        self._add_actions()
        self._make_menus()
        self.rail.chosen.connect(self.show_page)
        tasks.failed.connect(messages.error)
        opened.refused.connect(messages.error)
        opened.succeeded.connect(self.strip.put_refusal_away)
        opened.replaced.connect(self._workshop_replaced)
        opened.saved.connect(self._show_history)
        opened.saved.connect(self._name_window)
        opened.saved.connect(lambda: tasks.soon(self._show_states))
        self.context.findings.found.connect(self._show_findings)
        self._minutes = QTimer(self, interval=LOOK_AT_CLOCK)
        self._minutes.timeout.connect(self._show_running)
        self._minutes.start()
        self._restore_geometry()
        self._workshop_replaced()
        self._show_history()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self._shown]

    def show_page(self, key: str, where: str = "") -> None:
        """Show a page, and the place in it that a JSON path of the workshop file names."""
        if key not in self._pages:
            self._make_page(key)
        if self._shown and self._shown != key:
            self.page.leave()
        self._shown = key
        self.ui.pages.setCurrentWidget(self._frames[key])
        self.rail.mark(key)
        self.page.enter()
        self._show_history()
        self._fill_page_menu()
        if where:
            self.page.go_to(where)
        else:
            self.page.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def page_in_front(self) -> Page | None:
        """Return the page that is shown; None before the first one."""
        return self._pages.get(self._shown)

    def open_file(self, path: Path) -> None:
        """Take a workshop file in, and open the workshop."""
        self.show_page("workshops")
        from clesidra_desktop.gui.opening import open_file  # noqa: PLC0415

        open_file(self.context, path, self)

    def database_opened(self) -> None:
        """Let the pages read what they need, each when it is shown."""
        for page in self._pages.values():
            page.show_anew()
        self.context.index.start()

    def open_last(self) -> None:
        """Open the workshop that was open last, where there is one."""
        try:
            last = UUID(self.context.settings.get(LAST_WORKSHOP))
        except ValueError:
            self.show_page("workshops")
        else:
            self.context.open.open(last, self._show_first_step, partial(self._last_failed, last))

    def set_language(self, language: Language) -> None:
        """Let the screens speak another language at once."""
        self.context.settings.set(LANGUAGE, str(language))
        self.context.translation.install(language)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)  # the look asks how wide the words are
        self._restyle()

    def set_theme(self, name: str) -> None:
        """Show the window in light or dark."""
        self.context.settings.set(THEME, name)
        self._restyle()

    def set_font_size(self, size: int) -> None:
        """Set everything in type of another size, in pixels."""
        self.context.settings.set(FONT_SIZE, max(FONT_SIZES.start, min(size, FONT_SIZES.stop - 1)))
        self.context.tasks.soon(self._restyle)  # once, however often the key was pressed meanwhile

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the page what room there is."""
        self.rail.fold(folded=event.size().width() < FOLDED_BELOW)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)
            self.context.actions.refresh()
            self._name_menus()
            self._show_history()
            self._show_states()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take workshop files, packs and folders of them."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open a workshop file that was dropped; take in several of them, packs and folders."""
        paths = _dropped(event)
        if len(paths) == 1 and paths[0].suffix.lower() in WORKSHOP_FILES and not paths[0].is_dir():
            self.open_file(paths[0])
            return
        self.show_page("workshops")
        from clesidra_desktop.gui.moving import take_in  # noqa: PLC0415

        take_in(self.context, self, paths, self._pages["workshops"].refresh)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hand in what was typed and keep where the window was."""
        for page in self._pages.values():
            page.shut()
        self._idle.stop()
        geometry = self.saveGeometry().toBase64().toStdString()
        self.context.settings.set(GEOMETRY, geometry)
        super().closeEvent(event)

    # Wiring

    def _lay_out(self) -> None:
        self.ui.columns.insertWidget(0, self.rail)
        self.ui.rows.insertWidget(0, self.header)
        self.strip.lie_over(self.ui.pages, self.ui.foot)

    def _make_page(self, key: str) -> None:
        spec = next(spec for spec in PAGES if spec.key == key)
        page = spec.load()(self.context)
        page.setObjectName(f"page_{key}")
        self._pages[key] = page
        # On a small screen, or at a large scale, a page scrolls before its parts would lie over each other.
        frame = self._frames[key] = QScrollArea(widgetResizable=True)
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.setWidget(page)
        self.ui.pages.addWidget(frame)
        page.addActions(list(page.menu_actions()))
        for action in page.menu_actions():
            action.setEnabled(False)

    def _add_actions(self) -> None:
        add = self.context.actions.add
        add("new_workshop", mark("&New workshop…"), self._new_workshop, shortcut="Ctrl+N", menu="workshop", icon="add")
        add("open_file", mark("&Open file…"), self._choose_file, shortcut="Ctrl+O", menu="workshop", icon="folder")
        add("take_in", mark("&Take in files and packs…"), self._take_in, shortcut="Ctrl+Shift+O", menu="workshop")
        add("save_file", mark("&Save as a workshop file…"), self._save_file, shortcut="Ctrl+Shift+S", menu="workshop")
        add("close_workshop", mark("&Close workshop"), self._close_workshop, shortcut="Ctrl+W", menu="workshop")
        add("quit", mark("&Quit"), self.close, shortcut="Ctrl+Q", menu="workshop")
        add("undo", mark("&Undo"), self._undo, shortcut="Ctrl+Z", menu="edit", icon="undo", repeats=True)
        redo = add("redo", mark("&Redo"), self._redo, shortcut="Ctrl+Y", menu="edit", icon="redo", repeats=True)
        redo.setShortcuts([*redo.shortcuts(), QKeySequence("Ctrl+Shift+Z")])
        add("find_command", mark("&Find a command…"), self._show_palette, shortcut="Ctrl+K", menu="edit", icon="search")
        for number, spec in enumerate(PAGES, start=1):
            shortcut = f"Ctrl+{number}" if number < 10 else f"Ctrl+Shift+{number - 9}"
            show = partial(self.show_page, spec.key)
            add(f"go_{spec.key}", spec.title, show, shortcut=shortcut, menu="go", icon=spec.key)
        add("light", mark("&Light"), lambda: self.set_theme(LIGHT), shortcut="Ctrl+Alt+L", menu="view", icon="sun")
        add("dark", mark("&Dark"), lambda: self.set_theme(DARK), shortcut="Ctrl+Alt+D", menu="view", icon="moon")
        add(
            "larger",
            mark("L&arger"),
            lambda: self._grow(1),
            shortcut=QKeySequence.StandardKey.ZoomIn,
            menu="view",
            repeats=True,
        )
        add(
            "smaller",
            mark("&Smaller"),
            lambda: self._grow(-1),
            shortcut=QKeySequence.StandardKey.ZoomOut,
            menu="view",
            repeats=True,
        )
        for language, name in LANGUAGE_NAMES.items():
            keys = f"Ctrl+Alt+{language[0]}"
            also, choose = OTHER_LANGUAGE_NAMES[language], partial(self.set_language, language)
            add(f"language_{language}", name, choose, shortcut=keys, menu="view", also=also)
        add("help", mark("&Help for this page"), self._show_help, shortcut="F1", menu="help", icon="help")
        add("about", mark("&About Clesidra"), self._show_about, shortcut="Shift+F1", menu="help")

    def _make_menus(self) -> None:
        for menu in MENUS:
            made = self.menuBar().addMenu(tr(menu.title))
            made.setObjectName(f"menu_{menu.key}")
            made.addActions(self.context.actions.of_menu(menu.key))
            self._menus[menu.key] = made
        self.addActions(list(self.context.actions))

    def _name_menus(self) -> None:
        for menu, action in zip(MENUS, self.menuBar().actions(), strict=True):
            action.setText(tr(menu.title))

    def _fill_page_menu(self) -> None:
        menu = self._menus["page"]
        menu.clear()
        menu.addActions(list(self.page.menu_actions()))
        menu.menuAction().setVisible(not menu.isEmpty())

    def _undo(self) -> None:
        self.page.undo()
        self.context.actions["redo"].setEnabled(True)  # now, not when it was read back: the next key may be faster

    def _redo(self) -> None:
        self.page.redo()

    def _workshop_replaced(self) -> None:
        workshop = self.context.open.workshop
        self.rail.enable_steps(enabled=workshop is not None)
        for key in ("close_workshop", "save_file"):
            self.context.actions[key].setEnabled(workshop is not None)
        for spec in PAGES:
            self.context.actions[f"go_{spec.key}"].setEnabled(workshop is not None or not spec.is_step)
        if workshop:
            self.context.messages.clear()  # what was said is about another one
            self.context.settings.set(LAST_WORKSHOP, str(workshop.id))
            self._idle.start()
        self._name_window()

    def _name_window(self) -> None:
        workshop = self.context.open.workshop
        self.setWindowTitle(f"{workshop.title} – Clesidra" if workshop else "Clesidra")

    def _show_history(self) -> None:
        state = self.page.history if self._shown else None
        undo, redo = (state.undo, state.redo) if state else (None, None)
        for key, step in (("undo", undo), ("redo", redo)):
            self.context.actions[key].setEnabled(step is not None)
            self.context.actions.tell(key, step_words(step) if step else "")
        self.ui.undo_hint.setText(tr("Undo: {deed}", deed=step_words(undo)) if undo else "")

    def _show_states(self) -> None:
        workshop = self.context.open.workshop
        if workshop is None:
            self.rail.clear_states()
            return
        # The rules of a workshop are imported with the first one: the window comes before.
        from clesidra_desktop.gui.rail_states import show_states  # noqa: PLC0415

        show_states(self.rail, workshop, self.context.open.now())
        self._show_findings()

    def _show_findings(self) -> None:
        from clesidra_desktop.gui.rail_states import show_findings  # noqa: PLC0415

        show_findings(self.rail, self.context.findings.known)

    def _show_running(self) -> None:
        """Follow the minutes of the agenda item that is on."""
        workshop = self.context.open.workshop
        if workshop and workshop.agenda:
            from clesidra_desktop.gui.rail_states import show_running  # noqa: PLC0415

            show_running(self.rail, workshop, self.context.open.now())

    def _show_first_step(self) -> None:
        self.show_page("overview")

    def _last_failed(self, last: UUID, error: UserError) -> None:
        """Show the list; a workshop that this database has not got is forgotten, and nobody is troubled with it."""
        from clesidra_desktop.services.workshops import has_workshop  # noqa: PLC0415

        def looked(is_there: bool) -> None:
            if is_there:
                self.context.messages.error(error)
            else:
                self.context.settings.set(LAST_WORKSHOP, "")

        self.show_page("workshops")
        self.context.open.ask(has_workshop, last, done=looked)

    def _close_workshop(self) -> None:
        self.page.commit()
        self.context.settings.set(LAST_WORKSHOP, "")
        self.context.open.close()
        self.show_page("workshops")

    def _new_workshop(self) -> None:
        self.show_page("workshops")
        from clesidra_desktop.gui.opening import make_new  # noqa: PLC0415

        make_new(self.context, self)

    def _choose_file(self) -> None:
        from clesidra_desktop.gui.opening import choose_file  # noqa: PLC0415

        choose_file(self.context, self)

    def _take_in(self) -> None:
        self.show_page("workshops")
        from clesidra_desktop.gui.moving import take_in_files  # noqa: PLC0415

        take_in_files(self.context, self, self.page.refresh)

    def _save_file(self) -> None:
        self.page.commit()
        from clesidra_desktop.gui.moving import save_workshop_file  # noqa: PLC0415

        save_workshop_file(self.context, self)

    def _show_palette(self) -> None:
        from clesidra_desktop.gui.dialogs.command_palette import CommandPalette  # noqa: PLC0415

        CommandPalette(self._commands(), self).show()

    def _commands(self) -> list[Command]:
        """Return all that can be done now, the actions of pages that are not shown included."""
        owners = {name: key for key, page in self._pages.items() for name in page.ACTIONS}
        is_open = self.context.open.workshop is not None
        steps = {spec.key for spec in PAGES if spec.is_step}
        commands: list[Command] = []
        for action in self.context.actions:
            owner, also = owners.get(action.objectName(), ""), self.context.actions.other_names(action)
            if owner and owner != self._shown and (is_open or owner not in steps):
                commands.append(Command(action, also, partial(self._do_on_page, owner, action)))
            elif action.isEnabled() and action.isVisible():
                commands.append(Command(action, also, action.trigger))
        return commands

    def _do_on_page(self, key: str, action: QAction) -> None:
        self.show_page(key)
        action.trigger()

    def _make_next_page(self) -> None:
        """Make the pages that were not shown yet one by one; what they import is imported off the UI thread."""
        spec = next((spec for spec in PAGES if spec.key not in self._pages), None)
        if spec is None:
            return

        def make(_: object) -> None:
            if spec.key not in self._pages:
                self._make_page(spec.key)
            self._idle.start()

        self.context.tasks.aside(spec.load, make)

    def _show_help(self) -> None:
        from clesidra_desktop.gui.dialogs.help import HelpDialog  # noqa: PLC0415

        HelpDialog(self.context, self._shown, self).show()

    def _show_about(self) -> None:
        from clesidra_desktop.gui.dialogs.help import show_about  # noqa: PLC0415

        show_about(self)

    def _grow(self, by: int) -> None:
        self.set_font_size(self.context.settings.get(FONT_SIZE) + by)

    def _restyle(self) -> None:
        context = self.context
        context.theme.install(
            context.settings.get(THEME) or context.theme.name,
            context.settings.get(FONT_SIZE),
            context.translation.language,
        )

    def _restore_geometry(self) -> None:
        stored = QByteArray.fromBase64(self.context.settings.get(GEOMETRY).encode())
        if stored.isEmpty() or not self.restoreGeometry(stored):
            available = QGuiApplication.primaryScreen().availableGeometry().size()
            self.resize(USUAL.boundedTo(available))


def _dropped(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in (*WORKSHOP_FILES, ".zip") or path.is_dir()]
