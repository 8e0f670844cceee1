"""The index of the archive, made in the background: a few workshops at a time, so that deeds come between.

What is indexed stays indexed when the program is closed meanwhile; it goes on the next time. Afterwards the files of
annexes are read, one at a time, off the thread of the database.
"""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from clesidra_desktop.gui.open_workshop import OpenWorkshop
from clesidra_desktop.gui.tasks import Tasks

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes
    from clesidra_desktop.storage.database import Database

CONCERN = frozenset({"annexes", "workshop_files"})
"""Tables whose changes may bring a file that was not read yet."""


class IndexKeeper(QObject):
    """Lets the index be made where there is none. `progressed` says how many workshops wait, and how many there are."""

    progressed = Signal(int, int)

    def __init__(self, tasks: Tasks, opened: OpenWorkshop) -> None:
        super().__init__(tasks)
        self._tasks = tasks
        self._open = opened
        self._is_at_work = self._is_wanted = False
        opened.changed.connect(self._follow)
        opened.directory_changed.connect(self._follow)

    def start(self) -> None:
        """Begin, or look again at what there is to do."""
        if self._is_at_work:
            self._is_wanted = True
            return
        self._is_at_work, self._is_wanted = True, False
        self._index()

    def _index(self) -> None:
        self._open.ask(_index_next, done=self._indexed, failed=self._failed, stopped=self._end)

    def _indexed(self, counts: tuple[int, int]) -> None:
        waiting, _total = counts
        self.progressed.emit(*counts)
        if waiting:
            self._index()
        else:
            self._read()

    def _read(self) -> None:
        self._open.ask(_unread_file, done=self._take_file, failed=self._failed, stopped=self._end)

    def _take_file(self, found: tuple[UUID, bytes] | None) -> None:
        if found is None:
            self._end()
            return
        file_id, content = found
        self._tasks.aside(lambda: _text_of(content), lambda text: self._keep(file_id, text), stopped=self._end)

    def _keep(self, file_id: UUID, text: str) -> None:
        self._open.ask(_keep_text, file_id, text, done=lambda _: self._read(), failed=self._failed, stopped=self._end)

    def _failed(self, error: object) -> None:
        self._end()
        self._tasks.failed.emit(error)

    def _end(self) -> None:
        self._is_at_work = False
        if self._is_wanted:
            self.start()

    def _follow(self, changes: "Changes") -> None:
        if CONCERN & {*changes.added, *changes.changed}:
            self.start()


def _index_next(database: "Database") -> tuple[int, int]:
    from clesidra_desktop.services.archive import index_next  # noqa: PLC0415

    return index_next(database)


def _unread_file(database: "Database") -> tuple[UUID, bytes] | None:
    from clesidra_desktop.services.archive import unread_file  # noqa: PLC0415

    return unread_file(database)


def _text_of(content: bytes) -> str:
    from clesidra_desktop.services.archive import read_file_text  # noqa: PLC0415

    return read_file_text(content)


def _keep_text(database: "Database", file_id: UUID, text: str) -> None:
    from clesidra_desktop.services.archive import keep_file_text  # noqa: PLC0415

    keep_file_text(database, file_id, text)
