"""Work off the UI thread: one thread for everything that touches the database, in order; another for what does not.

Results come back on the UI thread. A UserError goes to whoever asked, any other exception is raised there, where the
hook for crashes finds it.
"""

from collections.abc import Callable
from concurrent import futures
from concurrent.futures import Future
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from clesidra_desktop.domain.errors import UserError

T = TypeVar("T")

DATABASE, ASIDE = "database", "work"
"""The threads: the one of the database, and the other one."""


class Cancelled(Exception):  # noqa: N818 (nothing went wrong)
    """Raised by a progress callback in work that a person has stopped."""


def lasting(
    owner: QObject, callback: Callable[..., object], otherwise: Callable[..., object] | None = None
) -> Callable[..., object]:
    """Return a callback for as long as its owner is there, such as a dialog that may be closed before the answer comes.

    Where it is gone, `otherwise` is called instead.
    """

    def call(*arguments: object) -> object:
        chosen = callback if isValid(owner) else otherwise
        return chosen(*arguments) if chosen else None

    return call


class Job(QObject):
    """One piece of work that can be watched and stopped; `progressed` says steps done and steps in all."""

    progressed = Signal(int, int)
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = Event()

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stopped.set()

    @property
    def is_stopped(self) -> bool:
        """Whether it was asked to stop."""
        return self._stopped.is_set()

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is; called from its thread. Raises Cancelled where it is to stop."""
        if self._stopped.is_set():
            raise Cancelled
        self.progressed.emit(done, total)


class Tasks(QObject):
    """Runs work on the threads above. `failed` is emitted with a UserError that nobody else takes."""

    failed = Signal(object)
    idle = Signal()
    _returned = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: dict[str, futures.ThreadPoolExecutor] = {}  # made when they are wanted: the window comes before
        self._waiting = 0
        self._is_closed = False
        self._turns: dict[Callable[[], object], None] = {}
        self._last_turns: dict[Callable[[], object], None] = {}
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._take_turn)
        # Queued also where the work was done before anybody could wait for it: nobody is answered while still asking.
        self._returned.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether no work is under way and every result was delivered."""
        return self._waiting == 0 and not self._turns and not self._last_turns

    def soon(self, work: Callable[[], object], *, last: bool = False) -> None:
        """Do work of the window in a turn of the event loop of its own, once however often it is asked for.

        One after the other, keys come between: a deed that changes much is shown without a pause that would be felt.
        What begins work of another thread is done `last`: the two would take the interpreter from each other.
        """
        (self._last_turns if last else self._turns)[work] = None
        self._turn.start()

    def on_database(
        self,
        work: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        stopped: Callable[[], object] | None = None,
    ) -> None:
        """Run work on the database thread, after all that was asked for before; the callbacks are as in `aside`."""
        self._run(DATABASE, work, done, failed, stopped)

    def aside(
        self,
        work: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        stopped: Callable[[], object] | None = None,
    ) -> None:
        """Run work that does not touch the database.

        `done` gets its result, `failed` its UserError. `stopped` is called where there is neither: a person has stopped
        it, or the program made a mistake, which is raised then.
        """
        self._run(ASIDE, work, done, failed, stopped)

    def close(self) -> None:
        """Finish what is under way; results that were not delivered yet are dropped."""
        self._is_closed = True
        self._turn.stop()
        for name in (DATABASE, ASIDE):
            if name in self._threads:
                self._threads[name].shutdown()

    def _take_turn(self) -> None:
        turns = self._turns or self._last_turns
        work = next(iter(turns))
        del turns[work]
        if self._turns or self._last_turns:
            self._turn.start()
        work()

    def _run(
        self,
        thread: str,
        work: Callable[[], T],
        done: Callable[[T], object] | None,
        failed: Callable[[UserError], object] | None,
        stopped: Callable[[], object] | None,
    ) -> None:
        self._waiting += 1
        if thread not in self._threads:
            self._threads[thread] = futures.ThreadPoolExecutor(max_workers=1, thread_name_prefix=thread)
        future = self._threads[thread].submit(work)
        future.add_done_callback(lambda finished: self._returned.emit(finished, (done, failed, stopped)))

    def _deliver(self, future: Future[Any], callbacks: tuple[Callable[..., object] | None, ...]) -> None:
        done, failed, stopped = callbacks
        try:
            error = future.exception()
            if error is None:
                if done and not self._is_closed:
                    done(future.result())
            elif isinstance(error, UserError):
                (failed or self.failed.emit)(error)
            else:
                if stopped:
                    stopped()
                if not isinstance(error, Cancelled):
                    raise error
        finally:
            self._waiting -= 1
            if self.is_idle:
                self.idle.emit()
