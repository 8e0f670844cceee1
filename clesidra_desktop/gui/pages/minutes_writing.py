"""What the Minutes page writes into a folder that is asked for, with progress and cancel."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.pages.minutes_choices import MinutesChoices
from clesidra_desktop.gui.tasks import Job
from clesidra_desktop.gui.widgets.chosen_path import ask_for_folder
from clesidra_desktop.services.lineage import hand_out
from clesidra_desktop.services.papers import Paper
from clesidra_desktop.services.written import read_file, write_minutes_into, write_pack_into, write_papers_into
from clesidra_desktop.settings import LAST_FOLDER


class MinutesWriting:
    """Writes the minutes, the papers for the room and the closing pack of the workshop that is open."""

    def __init__(self, context: Context, page: QWidget, choices: MinutesChoices) -> None:
        self._context = context
        self._page = page
        self._choices = choices

    def write_minutes(self) -> None:
        """Write the minutes in the formats that are chosen."""
        formats, choices = self._choices.formats(), self._choices.chosen()
        self._into_folder(
            tr("Writing the minutes…"),
            lambda read, folder, job: write_minutes_into(read, folder, formats, choices, job.progress),
        )

    def write_papers(self) -> None:
        """Write the papers for the room."""
        language = self._choices.chosen().language
        self._into_folder(
            tr("Writing the papers…"),
            lambda read, folder, job: write_papers_into(read, folder, list(Paper), language, job.progress),
        )

    def write_pack(self) -> None:
        """Make the closing pack."""
        choices = self._choices.chosen()
        self._into_folder(
            tr("Making the closing pack…"),
            lambda read, folder, job: (write_pack_into(read, folder, choices, job.progress),),
            partial(hand_out, who=self._context.open.who),
        )

    def _into_folder(
        self,
        text: str,
        write: Callable[[WorkshopFile, Path, Job], tuple[Path, ...]],
        read_workshop: Callable[..., WorkshopFile] = read_file,
    ) -> None:
        context = self._context
        workshop, settings = context.open.workshop, context.settings
        folder = ask_for_folder(self._page, tr("Choose a folder"), settings.get(LAST_FOLDER)) if workshop else ""
        if workshop is None or not folder:
            return
        settings.set(LAST_FOLDER, folder)
        job = Job(self._page)
        context.messages.work(job, text)

        def done(paths: tuple[Path, ...]) -> None:
            job.finished.emit()
            names = ", ".join(path.name for path in paths)
            context.messages.news(tr("Written: {names}", names=names), tr("Open the folder"), lambda: _show(folder))

        def failed(error: UserError) -> None:
            job.finished.emit()
            context.messages.error(error)

        def start(read: WorkshopFile) -> None:
            context.tasks.aside(lambda: write(read, Path(folder), job), done, failed, job.finished.emit)

        context.open.ask(read_workshop, workshop.id, done=start, failed=failed, stopped=job.finished.emit)


def _show(folder: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
