"""What is said of undo and redo: the key reaches what is on other pages, too, and nobody would see it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from clesidra_desktop.domain.shortening import short
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr

if TYPE_CHECKING:
    from clesidra_desktop.services.history import Step


def step_words(step: "Step") -> str:
    """Return what a deed did, and to whom or what, where that is one: started an agenda item: “Lunch”."""
    from clesidra_desktop.gui.words import deed_words  # noqa: PLC0415 (no start needs it)

    shown = short(step.subject.name) if step.subject.count == 1 else ""
    done = deed_words(step.deed)
    return tr("{deed}: “{name}”", deed=done, name=shown) if shown else done


def say_undone(context: Context, step: "Step | None", redo: Callable[[], object]) -> None:
    """Say what was taken back; `redo` does it again."""
    if step:
        context.messages.news(tr("Taken back: {what}", what=step_words(step)), tr("Redo"), redo)


def say_redone(context: Context, step: "Step | None", undo: Callable[[], object]) -> None:
    """Say what was done again; `undo` takes it back."""
    if step:
        context.messages.news(tr("Done again: {what}", what=step_words(step)), tr("Undo"), undo)
