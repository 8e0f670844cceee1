"""The window's composition root: settings, look, threads and database come together here.

The window is shown first; the database, whose library takes longer to import than Qt, is opened right after the first
paint on its own thread.
"""

import gc
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from clesidra_desktop import __version__, paths
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.i18n import Translation, system_language
from clesidra_desktop.gui.tasks import Tasks
from clesidra_desktop.gui.theme import DARK, LIGHT, Theme, load_fonts, preferred_theme
from clesidra_desktop.gui.window import MainWindow
from clesidra_desktop.settings import DATABASE, FONT_SIZE, LANGUAGE, LAST_WORKSHOP, THEME, Settings, device_number

SWITCH_INTERVAL = 0.0001
"""Seconds after which the database thread gives way to the window; Python's own 5 ms would be felt in the typing.

Shorter than the time between two questions to the database: each of those lets go of the interpreter and takes it back
before the window has woken up, and a window that was woken begins its waiting anew.
"""


COLLECT_AFTER = (100_000, 50, 100)
"""When Python looks for cycles of dead objects: rarely, for a look at all of them is longer than a frame."""


def favour_the_window() -> None:
    """Let other threads, and the collector of cycles, give way to the window."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    gc.set_threshold(*COLLECT_AFTER)


@dataclass(slots=True)
class Program:
    """The running program."""

    application: QApplication
    window: MainWindow
    tasks: Tasks
    settings: Settings

    def close(self) -> None:
        """Close the window and finish what is under way."""
        self.window.close()
        self.window.context.open.stop()
        self.tasks.close()
        self.window.context.translation.remove()


class _Crashes(QObject):
    """Shows what nobody has caught, wherever it was raised, on the UI thread."""

    happened = Signal(object)

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Take an exception that nobody has caught."""
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            self.happened.emit(error)

    def hook_thread(self, arguments: threading.ExceptHookArgs) -> None:
        """Take an exception that a thread has raised."""
        if arguments.exc_value is not None:
            self.hook(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)


def build(
    application: QApplication, settings: Settings, clock: Callable[[], datetime], cache: Path | None = None
) -> Program:
    """Make the window with its parts; nothing is shown or opened yet."""
    load_fonts()
    translation = Translation(application)
    chosen = settings.get(LANGUAGE)
    language = Language(chosen) if chosen in set(Language) else system_language()
    translation.install(language)
    theme = Theme(application, cache or paths.cache_folder())
    look = settings.get(THEME)
    theme.install(look if look in (LIGHT, DARK) else preferred_theme(), settings.get(FONT_SIZE), language)
    tasks = Tasks(application)
    window = MainWindow(settings, tasks, theme, translation, lambda: settings.who, clock)
    window.show_page("workshops")
    return Program(application, window, tasks, settings)


def open_database_of(program: Program, address: str, then: Callable[[], object]) -> None:
    """Open the database on its thread, and go on when it is there."""
    device = device_number(program.settings)

    def work() -> object:
        from clesidra_desktop.storage.database import open_database  # noqa: PLC0415

        return open_database(address, device=device)

    def opened(database: object) -> None:
        program.window.context.open.set_database(database)  # type: ignore[arg-type]
        then()

    def failed(error: UserError) -> None:
        from clesidra_desktop.gui.dialogs.database_trouble import show_trouble  # noqa: PLC0415

        show_trouble(program.window, error, address, partial(open_database_of, program, then=then))

    program.tasks.on_database(work, opened, failed)


def run(database: str | None = None, file: Path | None = None) -> int:
    """Show the window until it is closed; return the exit code."""
    favour_the_window()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 (no other kind is made here)
    application.setApplicationName("Clesidra")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(paths.APP_NAME)
    application.setWindowIcon(QIcon(str(paths.resource("icons/clesidra.svg"))))
    program = build(application, Settings(paths.settings_file()), lambda: datetime.now().astimezone())
    crashes = _Crashes()
    crashes.happened.connect(partial(show_uncaught, program), Qt.ConnectionType.QueuedConnection)
    sys.excepthook = crashes.hook
    threading.excepthook = crashes.hook_thread
    program.window.show()
    address = database or program.settings.get(DATABASE) or str(paths.default_database())

    def ready() -> None:
        gc.freeze()  # what is there now stays to the end, and need not be looked at again
        program.window.database_opened()
        if file is not None:
            program.window.open_file(file)
        elif program.settings.get(LAST_WORKSHOP):
            program.window.open_last()

    QTimer.singleShot(0, lambda: open_database_of(program, address, ready))
    code = application.exec()
    program.close()
    return code


def show_uncaught(program: Program, error: Exception) -> None:
    """Show an error that nobody has caught: a mistake of the program, or what a person can mend.

    A choice that cannot be written is such a one, as the disk is full: settings are written where they are made.
    """
    if isinstance(error, UserError):
        program.window.context.messages.error(error)
        return
    from clesidra_desktop.gui.dialogs.crash import show_crash  # noqa: PLC0415

    show_crash(program.window, error)
