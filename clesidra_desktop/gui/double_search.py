"""Looking for probable doubles while the queue moves: nobody waits for it, neither the window nor the next deed."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.tasks import lasting
from clesidra_desktop.services.doubles import Compared, Double, attendants_to_compare


def search_doubles(context: Context, owner: QObject, done: Callable[[tuple[Double, ...]], object]) -> None:
    """Look for doubles in the open workshop; `done` gets them, unless the owner or the workshop has gone meanwhile.

    They are read on the thread of the database and compared on the other one: where a thousand attendants have names
    that are alike, that takes most of a second, for which whoever comes next would wait.
    """
    workshop = context.open.workshop
    if workshop is None:
        return

    def found(doubles: tuple[Double, ...]) -> None:
        if context.open.workshop and context.open.workshop.id == workshop.id:
            done(doubles)

    def compare(compared: Compared) -> None:
        context.tasks.aside(compared.doubles, lasting(owner, found))

    context.open.ask(attendants_to_compare, workshop.id, done=compare, owner=owner)
