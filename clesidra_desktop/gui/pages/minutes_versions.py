"""The published versions: which there are, their files, and what can be done with them."""

import shutil
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QPushButton, QWidget

from clesidra_desktop.documents.page_pictures import PagePictures
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.publishing import FileKind, PublishedFile, PublishedVersion, next_number
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dialogs.publish import PublishDialog
from clesidra_desktop.gui.dialogs.what_changed import WhatChangedDialog
from clesidra_desktop.gui.forms.ui_minutes_versions import Ui_MinutesVersions
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.mailing import send_by_mail
from clesidra_desktop.gui.printing import print_pages
from clesidra_desktop.gui.publishing_words import about_text, details_text, file_text, version_text
from clesidra_desktop.gui.showing import show_path
from clesidra_desktop.gui.tasks import Job
from clesidra_desktop.gui.widgets.chosen_path import ask_for_folder
from clesidra_desktop.services.published import published_versions, read_published
from clesidra_desktop.services.published_pack import lend_published, write_version_pack
from clesidra_desktop.services.written import Choices
from clesidra_desktop.settings import LAST_FOLDER

VERSION = Qt.ItemDataRole.UserRole


class MinutesVersions(QWidget):
    """The versions, newest first; below them the files of the chosen one.

    `counted` says the next number, `known` the newest version, or None, once those of the workshop were read.
    """

    counted = Signal(int)
    known = Signal(object)

    def __init__(self, context: Context, choices: Callable[[], Choices]) -> None:
        super().__init__()
        self._context = context
        self._choices = choices
        self._versions: tuple[PublishedVersion, ...] = ()
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self.ui = Ui_MinutesVersions()
        self.ui.setupUi(self)
        self.ui.versions.currentItemChanged.connect(self._show_version)
        self.ui.versions.itemActivated.connect(lambda _item: self._with_file(self._open, self._pdf()))
        self.ui.files.itemActivated.connect(lambda _item: self._with_file(self._open, self._file()))
        self.ui.files.currentItemChanged.connect(self._allow)
        for button, icon, slot in (
            (self.ui.open_file, "file", lambda: self._with_file(self._open, self._file())),
            (self.ui.save_pack, "archive", self.save_pack),
            (self.ui.print_it, "print", self.print_it),
            (self.ui.send, "export", lambda: self._with_file(self._send, self._file())),
            (self.ui.changed, "history", self.show_changes),
        ):
            context.theme.set_icon(button, icon)
            button.clicked.connect(lambda _checked=False, slot=slot: slot())

    # What the page calls

    def refresh(self) -> None:
        """Show the versions of the workshop that is open."""
        workshop = self._context.open.workshop
        if workshop is None:
            self._show(())
            return
        self._context.open.ask(published_versions, workshop.id, done=partial(self._take, workshop.id), owner=self)

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self._show(self._versions)

    def publish(self) -> None:
        """Ask for what publishing needs."""
        workshop = self._context.open.workshop
        if workshop is None:
            return

        def ask(versions: tuple[PublishedVersion, ...]) -> None:
            """Ask, with the choices of the last version: whoever is fast may be here before it was read."""
            self._take(workshop.id, versions)
            PublishDialog(self._context, self._choices(), self.window()).show()

        self._context.open.ask(published_versions, workshop.id, done=ask, owner=self)

    def show_changes(self) -> None:
        """Show what the chosen version changed, or what changed since."""
        version, workshop = self._version(), self._context.open.workshop
        if version and workshop:
            WhatChangedDialog(self._context, workshop.id, self._versions, version, self.window()).show()

    def save_pack(self) -> None:
        """Save the pack of the chosen version into a folder that is asked for."""
        version = self._version()
        settings = self._context.settings
        folder = ask_for_folder(self, tr("Choose a folder"), settings.get(LAST_FOLDER)) if version else ""
        if version is None or not folder:
            return
        settings.set(LAST_FOLDER, folder)
        self._write_pack(version, Path(folder))

    def _write_pack(self, version: PublishedVersion, folder: Path, *, replace: bool = False) -> None:
        job = Job(self)
        self._context.messages.work(job, tr("Saving the pack…"))

        def done(path: Path) -> None:
            job.finished.emit()
            said = tr("Written: {names}", names=path.name)
            self._context.messages.news(said, tr("Open the folder"), partial(self._show_path, path))

        def failed(error: UserError) -> None:
            job.finished.emit()
            self._context.messages.refuse_pack(error, partial(self._write_pack, version, folder, replace=True))

        write = partial(write_version_pack, replace=replace)
        self._context.open.ask(
            write, version, folder, job.progress, done=done, failed=failed, stopped=job.finished.emit
        )

    def print_it(self) -> None:
        """Print the PDF of the chosen version."""
        file = self._pdf()
        if file is None:
            return
        name = Path(file.name).name

        def ask_for_printer(content: bytes) -> None:
            print_pages(self._context, self, lambda _progress: PagePictures(content), name)

        self._context.open.ask(read_published, file, done=ask_for_printer, owner=self)

    def shut(self) -> None:
        """Let go of the copies that were opened."""
        if self._folder:
            self._folder.cleanup()
            self._folder = None

    # How

    def _take(self, workshop_id: object, versions: tuple[PublishedVersion, ...]) -> None:
        workshop = self._context.open.workshop
        if workshop and workshop.id == workshop_id:
            self._show(versions)
            self.known.emit(versions[-1] if versions else None)

    def _show(self, versions: tuple[PublishedVersion, ...]) -> None:
        chosen = self._version()
        number = chosen.number if chosen and len(versions) == len(self._versions) else 0
        self._versions = versions
        self._drop_withdrawn()
        with QSignalBlocker(self.ui.versions):
            self.ui.versions.clear()
            for version in reversed(versions):
                item = QListWidgetItem(f"{version_text(version)}\n{details_text(version)}")
                item.setData(VERSION, version.number)
                self.ui.versions.addItem(item)
        rows = [version.number for version in reversed(versions)]
        self.ui.versions.setCurrentRow(rows.index(number) if number in rows else 0)
        self.ui.nothing.setVisible(not versions)
        for widget in self._of_versions():
            widget.setVisible(bool(versions))
        self._show_version()
        self.counted.emit(next_number(versions))

    def _drop_withdrawn(self) -> None:
        """Remove the copies that were opened of files in which somebody stood who is to be forgotten."""
        if self._folder:
            for file in (file for version in self._versions for file in version.files if file.withdrawn):
                shutil.rmtree(Path(self._folder.name) / str(file.id), ignore_errors=True)

    def _of_versions(self) -> tuple[QWidget, ...]:
        ui = self.ui
        return ui.versions, ui.about, ui.files_label, ui.files, *self._buttons()

    def _buttons(self) -> tuple[QPushButton, ...]:
        ui = self.ui
        return ui.open_file, ui.save_pack, ui.print_it, ui.send, ui.changed

    def _show_version(self, *_: object) -> None:
        version = self._version()
        self.ui.files.clear()
        if version is None:
            return
        self.ui.about.setText(about_text(version))
        self.ui.about.setVisible(bool(self.ui.about.text()))
        for file in version.files:
            item = QListWidgetItem(file_text(file))
            item.setToolTip(f"{file.name}\nSHA-256 {file.sha256}")
            if file.withdrawn:
                item.setForeground(self._context.theme.colour("muted"))
            self.ui.files.addItem(item)
        self.ui.files.setCurrentRow(0)
        self._allow()

    def _allow(self, *_: object) -> None:
        file, version = self._file(), self._version()
        for button in (self.ui.open_file, self.ui.send):
            button.setEnabled(bool(file and not file.withdrawn))
        self.ui.print_it.setEnabled(self._pdf() is not None)
        self.ui.save_pack.setEnabled(bool(version and any(not one.withdrawn for one in version.files)))

    def _version(self) -> PublishedVersion | None:
        item = self.ui.versions.currentItem()
        number = item.data(VERSION) if item else 0
        return next((one for one in self._versions if one.number == number), None)

    def _file(self) -> PublishedFile | None:
        version, row = self._version(), self.ui.files.currentRow()
        return version.files[row] if version and 0 <= row < len(version.files) else None

    def _pdf(self) -> PublishedFile | None:
        version = self._version()
        return version.file(FileKind.PDF) if version else None

    def _with_file(self, use: Callable[[Path], Any], file: PublishedFile | None) -> None:
        """Write a copy of a file that nobody changes by mistake, and use it."""
        if file is None or file.withdrawn:
            return
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="clesidra-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name) / str(file.id)
        self._context.open.ask(lend_published, file, folder, done=use, owner=self)

    def _open(self, path: Path) -> None:
        path.chmod(0o444)
        self._show_path(path)

    def _show_path(self, path: Path) -> None:
        show_path(self._context.messages, path)

    def _send(self, path: Path) -> None:
        version, workshop = self._version(), self._context.open.workshop
        if version and workshop:
            subject = tr("Minutes of {title}, version {number}", title=workshop.title, number=version.number)
            text = tr("Please find attached: {name}", name=path.name)
            self._context.messages.warn(send_by_mail(path, subject, text))
