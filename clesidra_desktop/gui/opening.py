"""How a workshop comes to be open: made new, or from a file."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.settings import LAST_FOLDER

if TYPE_CHECKING:
    from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
    from clesidra_desktop.services.workshop_merge import Comparison
    from clesidra_desktop.storage.database import Database


def make_new(context: Context, parent: QWidget) -> None:
    """Let a person choose what a new workshop starts from, and make it."""
    from clesidra_desktop.gui.dialogs.new_workshop import NewWorkshopDialog  # noqa: PLC0415

    NewWorkshopDialog(context, parent).open()


def choose_file(context: Context, parent: QWidget) -> None:
    """Let a person choose a workshop file, and open it."""
    path, _ = QFileDialog.getOpenFileName(
        parent,
        tr("Open a workshop file"),
        context.settings.get(LAST_FOLDER),
        tr("Workshop files (*.clesidra *.json)"),
    )
    if path:
        context.settings.set(LAST_FOLDER, str(Path(path).parent))
        open_file(context, Path(path), parent)


def open_file(context: Context, path: Path, parent: QWidget) -> None:
    """Take a workshop file into the database and open its workshop.

    Where the database has the workshop in another state, the two are shown side by side, to be merged.
    """

    def take(database: "Database") -> "tuple[WorkshopFile, Comparison]":
        from clesidra_desktop.exchange.workshop_file.reading import read_workshop_file  # noqa: PLC0415
        from clesidra_desktop.services.workshop_files import import_workshop_file  # noqa: PLC0415
        from clesidra_desktop.services.workshop_merge import Fate, compare_file  # noqa: PLC0415

        file = read_workshop_file(path)
        compared = compare_file(database, file)
        if compared.fate is not Fate.DIFFERS:
            import_workshop_file(database, file, who=context.open.who)
        return file, compared

    def taken(outcome: "tuple[WorkshopFile, Comparison]") -> None:
        file, compared = outcome
        if compared.fate == "differs":
            _show_compared(context, file, parent, lambda: context.open_workshop(file.workshop.id), compared)
        else:
            context.open_workshop(file.workshop.id)
        context.open.ask(lambda _: file, done=tell)  # after the workshop was opened, which puts older messages away

    def tell(file: "WorkshopFile") -> None:
        if file.notes:
            context.messages.warn(
                tr(
                    "Some characters of the file cannot be printed and were left out: {where}",
                    where=", ".join(note.path for note in file.notes[:3]),
                )
            )

    context.open.ask(take, done=taken)


def show_merge(context: Context, file: "WorkshopFile", parent: QWidget, done: Callable[[], object]) -> None:
    """Show a file that differs beside the workshop that is here, to be merged."""

    def compare(database: "Database") -> "Comparison":
        from clesidra_desktop.services.workshop_merge import compare_file  # noqa: PLC0415

        return compare_file(database, file)

    def compared(found: "Comparison") -> None:
        _show_compared(context, file, parent, done, found)

    context.open.ask(compare, done=compared)


def _show_compared(
    context: Context, file: "WorkshopFile", parent: QWidget, done: Callable[[], object], compared: "Comparison"
) -> None:
    from clesidra_desktop.gui.dialogs.merge_workshop import MergeWorkshopDialog  # noqa: PLC0415

    def merged() -> None:
        workshop = context.open.workshop
        if workshop is not None and workshop.id == file.workshop.id:
            context.open.open(workshop.id)
        done()

    MergeWorkshopDialog(context, file, compared, parent, merged).open()
