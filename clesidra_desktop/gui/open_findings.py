"""What the rules find in the open workshop: looked for once after a change, for the rail and all pages that show it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from clesidra_desktop.gui.open_workshop import OpenWorkshop
from clesidra_desktop.gui.tasks import Tasks

if TYPE_CHECKING:
    from clesidra_desktop.domain.finding import Finding
    from clesidra_desktop.domain.workshop import Workshop


class OpenFindings(QObject):
    """Looks at the workshop off the UI thread, once the window shows what was changed; `found` tells of the result.

    A thousand attendants take a tenth of a second. Only the newest state of the workshop counts: what was changed while
    somebody looks is looked at next, and the findings of before stay until then.
    """

    found = Signal()

    def __init__(self, tasks: Tasks, opened: OpenWorkshop) -> None:
        super().__init__(tasks)
        self._tasks = tasks
        self._open = opened
        self._of: Workshop | None = None
        self._found: tuple[Finding, ...] = ()
        self._is_looking = False
        opened.saved.connect(lambda: opened.when_shown(self._look))

    @property
    def known(self) -> "tuple[Finding, ...] | None":
        """What was found last in the workshop that is open; None where none is, or nobody has looked at it yet."""
        workshop = self._open.workshop
        return self._found if workshop and self._of and workshop.id == self._of.id else None

    def _look(self) -> None:
        workshop = self._open.workshop
        if workshop is None or workshop is self._of or self._is_looking or not self._open.is_ready:
            return
        self._is_looking = True
        self._tasks.aside(lambda: _findings_of(workshop), partial(self._take, workshop), stopped=self._stop)

    def _take(self, workshop: "Workshop", findings: "tuple[Finding, ...]") -> None:
        self._is_looking = False
        if workshop is self._open.workshop:
            self._of, self._found = workshop, findings
            self.found.emit()
        else:
            self._look()

    def _stop(self) -> None:
        self._is_looking = False


def _findings_of(workshop: "Workshop") -> "tuple[Finding, ...]":
    """Import the rules and keep them, both on the other thread: the window comes before."""
    from clesidra_desktop.domain import checks  # noqa: PLC0415

    return checks.check_workshop(workshop)
