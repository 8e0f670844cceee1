"""How a workshop comes to be open: made new, or from a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.settings import LAST_FOLDER

if TYPE_CHECKING:
    from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
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
        open_file(context, Path(path))


def open_file(context: Context, path: Path) -> None:
    """Take a workshop file into the database and open its workshop.

    Where the database has the workshop in another state, the person decides; nothing is replaced unasked.
    """

    def take(database: "Database") -> tuple["WorkshopFile", UserError | None]:
        from clesidra_desktop.exchange.workshop_file.reading import read_workshop_file  # noqa: PLC0415
        from clesidra_desktop.services.workshop_files import import_workshop_file  # noqa: PLC0415
        from clesidra_desktop.services.workshops import has_workshop  # noqa: PLC0415

        file = read_workshop_file(path)
        try:
            import_workshop_file(database, file, who=context.open.who)
        except UserError as error:
            if not has_workshop(database, file.workshop.id):
                raise
            return file, error
        return file, None

    def taken(outcome: tuple["WorkshopFile", UserError | None]) -> None:
        file, differs = outcome
        if differs is None:
            context.open_workshop(file.workshop.id)
        else:
            _ask_which(context, file)
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


def _ask_which(context: Context, file: "WorkshopFile") -> None:
    box = QMessageBox(QMessageBox.Icon.Question, tr("Which one?"), "")
    box.setText(
        tr(
            "“{title}” is here already, and the file differs from it. Which one shall be kept?",
            title=file.workshop.title,
        )
    )
    keep = box.addButton(tr("Keep what is here"), QMessageBox.ButtonRole.RejectRole)
    replace = box.addButton(tr("Take the file's"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(keep)
    box.exec()
    if box.clickedButton() is not replace:
        context.open_workshop(file.workshop.id)
        return

    def take(database: "Database") -> None:
        from clesidra_desktop.services.workshop_files import import_workshop_file  # noqa: PLC0415

        import_workshop_file(database, file, who=context.open.who, replace=True)

    context.open.ask(take, done=lambda _: context.open_workshop(file.workshop.id))
