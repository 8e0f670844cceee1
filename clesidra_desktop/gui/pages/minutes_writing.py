"""What the Minutes page writes into a folder that is asked for, with progress and cancel."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.pages.minutes_choices import MinutesChoices
from clesidra_desktop.gui.showing import show_path
from clesidra_desktop.gui.tasks import Job
from clesidra_desktop.gui.widgets.chosen_path import ask_for_folder
from clesidra_desktop.services.lineage import hand_out
from clesidra_desktop.services.papers import Paper
from clesidra_desktop.services.written import (
    Choices,
    read_file,
    write_minutes_into,
    write_pack_into,
    write_papers_into,
)
from clesidra_desktop.settings import LAST_FOLDER

Write = Callable[[WorkshopFile, Path, Job], tuple[Path, ...]]
"""Writes something of a workshop into a folder and returns the files."""


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
        if folder := self._ask():
            self._write_pack(self._choices.chosen(), folder)

    def _write_pack(self, choices: Choices, into: str, *, replace: bool = False) -> None:
        self._write(
            into,
            tr("Making the closing pack…"),
            lambda read, folder, job: (write_pack_into(read, folder, choices, job.progress, replace=replace),),
            partial(hand_out, who=self._context.open.who),
            partial(self._write_pack, choices, into, replace=True),
        )

    def _into_folder(self, text: str, write: Write) -> None:
        if folder := self._ask():
            self._write(folder, text, write)

    def _ask(self) -> str:
        """Ask for a folder; an empty text where none was chosen."""
        settings = self._context.settings
        if self._context.open.workshop is None:
            return ""
        folder = ask_for_folder(self._page, tr("Choose a folder"), settings.get(LAST_FOLDER))
        if folder:
            settings.set(LAST_FOLDER, folder)
        return folder

    def _write(
        self,
        folder: str,
        text: str,
        write: Write,
        read_workshop: Callable[..., WorkshopFile] = read_file,
        replace: Callable[[], object] = lambda: None,
    ) -> None:
        context = self._context
        workshop = context.open.workshop
        if workshop is None:
            return
        job = Job(self._page)
        context.messages.work(job, text)

        def done(paths: tuple[Path, ...]) -> None:
            job.finished.emit()
            names = ", ".join(path.name for path in paths)
            show = partial(show_path, context.messages, Path(folder))
            context.messages.news(tr("Written: {names}", names=names), tr("Open the folder"), show)

        def failed(error: UserError) -> None:
            job.finished.emit()
            context.messages.refuse_pack(error, replace)

        def start(read: WorkshopFile) -> None:
            context.tasks.aside(lambda: write(read, Path(folder), job), done, failed, job.finished.emit)

        context.open.ask(read_workshop, workshop.id, done=start, failed=failed, stopped=job.finished.emit)
