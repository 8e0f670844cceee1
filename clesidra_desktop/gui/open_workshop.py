"""The workshop that is open in the window, and the directory beside it, always as the database has read them back.

The modules below the window are imported by the work on the database thread: SQLAlchemy would double the time until the
window takes typing.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.gui.tasks import Tasks, lasting

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from clesidra_desktop.domain.workshop import Workshop
    from clesidra_desktop.services.changes import Changes
    from clesidra_desktop.services.history import Saved, State
    from clesidra_desktop.storage.database import Database

LOOK_EVERY = 3000
"""Milliseconds between two looks at what another computer has written."""


KEPT = 2
"""Workshops of which it is remembered what was read last."""


@dataclass(frozen=True, slots=True)
class Known:
    """A workshop as it was read back, with what is known of the journal then.

    `seen` is the newest entry whose changes are in it.
    """

    workshop: "Workshop"
    state: "State"
    seen: int


def zone_of(name: str) -> "ZoneInfo | None":
    """Return a time zone by its name; None for one that does not exist, which the checks say."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 (no start needs it)

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _owned(
    owner: QObject | None, callback: Callable[..., object] | None, otherwise: Callable[..., object] | None = None
) -> Callable[..., object] | None:
    return lasting(owner, callback, otherwise) if owner is not None and callback is not None else callback


class OpenWorkshop(QObject):
    """Runs deeds on the open workshop and tells what they changed.

    `replaced` is emitted when another workshop, or none, is open; `changed` with the Changes of a deed, or of another
    computer, after they were read back; `saved` when the state of the journal is known anew; `refused` with the
    UserError of a deed that nobody else takes, after which views show the database's state again; `succeeded` with the
    moment of `time.monotonic` at which a deed was begun that was read back. `directory_changed` is emitted with the
    Changes, of all workshops, since the directory was looked at last. `leaving` is emitted before
    the workshop, or the program, is closed: what is still to be written must be handed in at once, for no answer may
    come.
    """

    leaving = Signal()
    replaced = Signal()
    changed = Signal(object)
    saved = Signal()
    refused = Signal(object)
    succeeded = Signal(float)
    directory_changed = Signal(object)

    def __init__(self, tasks: Tasks, who: Callable[[], str], clock: Callable[[], datetime]) -> None:
        super().__init__(tasks)
        self._tasks = tasks
        self._who = who
        self._clock = clock
        self._database: Database | None = None
        self._latest: dict[UUID, Known] = {}  # of the database thread
        self._known: Known | None = None  # of the UI thread
        self._directory: State | None = None
        self._directory_seen: int | None = None  # of the database thread
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.timeout.connect(self._turn_day)
        self._day: date | None = None
        self._looking = False
        self._asked: list[Callable[[], None]] = []
        """What was asked for while the database was not open yet."""

    def stop(self) -> None:
        """Look no more at what others write, and close the database after all that is under way."""
        self._timer.stop()
        if self._database:
            self.leaving.emit()
            self._tasks.on_database(self._close_database)

    @property
    def workshop(self) -> "Workshop | None":
        """The workshop as it was read back last."""
        return self._known.workshop if self._known else None

    @property
    def state(self) -> "State | None":
        """What the journal said then: when something was saved, and what undo and redo would take back."""
        return self._known.state if self._known else None

    @property
    def directory_state(self) -> "State | None":
        """The same of the directory; None before it was looked at."""
        return self._directory

    @property
    def last_saved(self) -> "Saved | None":
        """What was saved last, to the workshop or the directory."""
        states = [state.saved for state in (self.state, self._directory) if state and state.saved]
        return max(states, key=lambda saved: saved.sequence, default=None)

    @property
    def who(self) -> str:
        """Who is at work, for the journal."""
        return self._who()

    def now(self) -> datetime:
        """Return the moment where the workshop is."""
        return self.local(self._clock())

    def local(self, moment: datetime) -> datetime:
        """Return a moment as the clocks where the workshop is show it, without an offset as in all of its times.

        Where the workshop has no zone, and where none is open, they are those of this computer.
        """
        workshop = self.workshop
        zone = zone_of(workshop.timezone) if workshop and workshop.timezone else None
        return moment.astimezone(zone).replace(tzinfo=None, microsecond=0)

    @property
    def is_ready(self) -> bool:
        """Whether the database is open."""
        return self._database is not None

    def set_database(self, database: "Database") -> None:
        """Take the database that was opened, and do what was asked for meanwhile."""
        self._database = database
        self._timer.start()
        asked, self._asked = self._asked, []
        for ask in asked:
            ask()

    def open(
        self,
        workshop_id: UUID,
        done: Callable[[], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
    ) -> None:
        """Show another workshop."""

        def opened(known: Known) -> None:
            self._known = known
            self._day = self._day_now()
            self.replaced.emit()
            self.saved.emit()
            if done:
                done()

        self._tasks.on_database(lambda: self._read(workshop_id), opened, failed)

    def close(self) -> None:
        """Show none."""
        self.leaving.emit()
        self._known = None
        self.replaced.emit()
        self.saved.emit()

    def way_back(self, *, directory: bool = False) -> Callable[[], None]:
        """Return what undoes the deed that was done last, and refuses where something else was done since.

        It is asked for when the deed was read back, so that it is known which one that is.
        """
        wanted = self._newest("undo", directory=directory)

        def go_back() -> None:
            if wanted and self._newest("undo", directory=directory) == wanted:
                self.undo(directory=directory)
            else:
                self.refused.emit(UserError("Something else was done since. Press Ctrl+Z until it is back."))

        return go_back

    def way_forth(self, *, directory: bool = False) -> Callable[[], None]:
        """Return what does again what was undone last, as `way_back`."""
        wanted = self._newest("redo", directory=directory)

        def go_forth() -> None:
            if wanted and self._newest("redo", directory=directory) == wanted:
                self.redo(directory=directory)
            else:
                self.refused.emit(UserError("Something else was done since, so that this cannot be done again."))

        return go_forth

    def _newest(self, what: str, *, directory: bool = False) -> object:
        """Return the entry of the journal that `undo` or `redo` would be about."""
        state = self._directory if directory else self.state
        return getattr(state, what) if state else None

    def when_shown(self, work: Callable[[], object]) -> None:
        """Do work once the window shows what a deed has changed."""
        self._tasks.soon(work, last=True)

    def ask(
        self,
        query: Callable[..., Any],
        *arguments: object,
        done: Callable[[Any], object],
        failed: Callable[[UserError], object] | None = None,
        stopped: Callable[[], object] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Run a query `(database, *arguments)` on the database thread, once the database is open.

        `stopped` is as in `Tasks.aside`. An `owner` may go before the answer comes: nobody is called then, and an error
        is the window's.
        """
        if self._database is None:  # who is faster than the start of the program waits for it
            kept = partial(self.ask, query, *arguments, done=done, failed=failed, stopped=stopped, owner=owner)
            self._asked.append(kept)
            return
        self._tasks.on_database(
            lambda: query(self._open_database, *arguments),
            _owned(owner, done),
            _owned(owner, failed, self._tasks.failed.emit),
            _owned(owner, stopped),
        )

    def do(
        self,
        deed: Callable[..., Any],
        *arguments: object,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        stopped: Callable[[], object] | None = None,
        owner: QObject | None = None,
        of: UUID | None = None,
        **options: object,
    ) -> None:
        """Run a deed `(database, workshop_id, *arguments, who=…, **options)`; it returns Changes, or a tuple ending so.

        It is done to the workshop that is open, or to the one that was when it was begun: `of`. `done` gets what the
        deed returned, after it was read back; `stopped` and `owner` are as in `ask`.
        """
        workshop_id = of or (self.workshop.id if self.workshop else None)
        if workshop_id is None:
            return

        def work() -> tuple[Any, Known, "Changes"]:
            result = deed(self._open_database, workshop_id, *arguments, who=self.who, **options)
            return result, *self._read_again(workshop_id)

        answer, begun = _owned(owner, done), time.monotonic()

        def delivered(outcome: tuple[Any, Known, "Changes"]) -> None:
            result, known, changes = outcome
            self._take(known, changes)
            self.succeeded.emit(begun)
            if answer:
                answer(result)

        refuse = _owned(owner, failed, self.refused.emit) or self.refused.emit
        self._tasks.on_database(work, delivered, refuse, _owned(owner, stopped))

    def do_in_directory(
        self,
        deed: Callable[..., Any],
        *arguments: object,
        done: Callable[[Any], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        **options: object,
    ) -> None:
        """Run a deed `(database, *arguments, who=…, **options)` on the directory, also where no workshop is open.

        An open workshop that it concerns is read back, too. `done` gets what the deed returned after that.
        """
        workshop, begun = self.workshop, time.monotonic()

        def work() -> tuple[Any, tuple[Known, "Changes"] | None, tuple["State", "Changes"]]:
            result = deed(self._open_database, *arguments, who=self.who, **options)
            return result, self._read_again(workshop.id) if workshop else None, self._read_directory()

        def delivered(outcome: tuple[Any, tuple[Known, "Changes"] | None, tuple["State", "Changes"]]) -> None:
            result, of_workshop, of_directory = outcome
            if of_workshop:
                self._take(*of_workshop)
            self._take_directory(of_directory)
            self.succeeded.emit(begun)
            if done:
                done(result)

        self._tasks.on_database(work, delivered, failed or self.refused.emit)

    def follow_directory(self) -> None:
        """Look at the directory: its history, and what has changed since it was looked at last."""
        if self.is_ready:
            self._tasks.on_database(self._read_directory, self._take_directory)

    def undo(self, *, directory: bool = False, done: Callable[[Any], object] | None = None) -> None:
        """Take back what was done last to the workshop, or to the directory."""
        from clesidra_desktop.services.history import undo  # noqa: PLC0415

        if directory:
            self.do_in_directory(_of_directory(undo), done=done)
        else:
            self.do(undo, done=done)

    def redo(self, *, directory: bool = False, done: Callable[[Any], object] | None = None) -> None:
        """Do again what was undone last to the workshop, or to the directory."""
        from clesidra_desktop.services.history import redo  # noqa: PLC0415

        if directory:
            self.do_in_directory(_of_directory(redo), done=done)
        else:
            self.do(redo, done=done)

    def _close_database(self) -> None:
        """On the database thread: what was asked for before still needs it."""
        database, self._database = self._database, None
        if database:
            database.close()

    @property
    def _open_database(self) -> "Database":
        if self._database is None:
            raise RuntimeError("work was asked for before the database was opened")
        return self._database

    def _take(self, known: Known, changes: "Changes") -> None:
        if self._known is None or self._known.workshop.id != known.workshop.id:
            return  # another workshop was opened meanwhile
        self._known = known
        if changes:
            self.changed.emit(changes)
        self.saved.emit()

    def _take_directory(self, news: tuple["State", "Changes"]) -> None:
        state, changes = news
        is_new, self._directory = state != self._directory, state
        if changes:
            self.directory_changed.emit(changes)
        if is_new:
            self.saved.emit()

    def _read_directory(self) -> tuple["State", "Changes"]:
        from clesidra_desktop.services.changes import Changes  # noqa: PLC0415
        from clesidra_desktop.services.history import changes_since, newest_sequence, read_back  # noqa: PLC0415

        changes = Changes()
        if self._directory_seen is None:
            self._directory_seen = newest_sequence(self._open_database)
        else:
            feed = changes_since(self._open_database, self._directory_seen)
            self._directory_seen, changes = feed.sequence, feed.changes
        return read_back(self._open_database, None, who=self.who), changes

    def _read(self, workshop_id: UUID) -> Known:
        from clesidra_desktop.services.history import read_back  # noqa: PLC0415
        from clesidra_desktop.services.read_back import read_workshop  # noqa: PLC0415

        state = read_back(self._open_database, workshop_id, who=self.who)
        workshop = read_workshop(self._open_database, workshop_id)
        known = Known(workshop, state, state.saved.sequence if state.saved else 0)
        self._keep(workshop_id, known)
        return known

    def _keep(self, workshop_id: UUID, known: Known) -> None:
        """Remember what was read last of a workshop; of the one before as well, for deeds that are still under way."""
        self._latest.pop(workshop_id, None)
        self._latest[workshop_id] = known
        for other in [*self._latest][:-KEPT]:
            del self._latest[other]

    def _read_again(self, workshop_id: UUID) -> tuple[Known, "Changes"]:
        """Read back what has changed since, by this window or another computer."""
        from clesidra_desktop.services.history import changes_since, read_back  # noqa: PLC0415
        from clesidra_desktop.services.reread import reread  # noqa: PLC0415

        latest = self._latest.get(workshop_id) or self._read(workshop_id)
        feed = changes_since(self._open_database, latest.seen, workshop_id)
        if feed.sequence > latest.seen:
            state = read_back(self._open_database, workshop_id, who=self.who)
            latest = Known(reread(self._open_database, latest.workshop, feed.changes), state, feed.sequence)
            self._keep(workshop_id, latest)
        return latest, feed.changes

    def _day_now(self) -> date | None:
        from clesidra_desktop.domain.days import day_at  # noqa: PLC0415

        return day_at(self.workshop, self.now()) if self.workshop else None

    def _turn_day(self) -> None:
        """Show who is here anew when another day of the workshop begins: all have to come again."""
        from clesidra_desktop.services.changes import Changes  # noqa: PLC0415

        workshop, day = self.workshop, self._day_now()
        if workshop is None or day == self._day:
            return
        self._day = day
        self.changed.emit(Changes(changed={"stays": ()}, attendants=tuple(one.id for one in workshop.attendants)))
        self.saved.emit()

    def _look(self) -> None:
        """See whether another computer wrote into the same database, and read that back."""
        if self._looking or self._known is None or not self._tasks.is_idle:
            return
        workshop_id = self._known.workshop.id
        self._looking = True

        def delivered(outcome: tuple[Known, "Changes"]) -> None:
            self._looking = False
            if outcome[1]:
                self._take(*outcome)

        def failed(error: UserError) -> None:
            self._looking = False
            self._tasks.failed.emit(error)

        def stopped() -> None:
            self._looking = False

        self._tasks.on_database(lambda: self._read_again(workshop_id), delivered, failed, stopped)


def _of_directory(deed: Callable[..., Any]) -> Callable[..., Any]:
    """Return a deed of the history `(database, workshop_id, who=…)` for the directory, which is no workshop."""

    def of_directory(database: "Database", *, who: str) -> Any:
        return deed(database, None, who=who)

    return of_directory
