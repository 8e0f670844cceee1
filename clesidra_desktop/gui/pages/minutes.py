"""The minutes: real pages beside the findings, and what is written from them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtWidgets import QWidget

from clesidra_desktop.documents.page_pictures import PagePicture, PagePictures
from clesidra_desktop.domain.checks import check_workshop
from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_minutes import Ui_Minutes
from clesidra_desktop.gui.i18n import LANGUAGE_NAMES, mark, tr, tr_count, tr_error
from clesidra_desktop.gui.page import Page
from clesidra_desktop.gui.tasks import Cancelled, Job
from clesidra_desktop.gui.widgets.chosen_path import ask_for_file, ask_for_folder
from clesidra_desktop.gui.widgets.pages_view import PagesView
from clesidra_desktop.services.appearance import Appearance
from clesidra_desktop.services.lineage import hand_out
from clesidra_desktop.services.minutes import Format
from clesidra_desktop.services.papers import Paper
from clesidra_desktop.services.written import (
    Choices,
    preview,
    read_file,
    write_minutes_into,
    write_pack_into,
    write_papers_into,
)
from clesidra_desktop.settings import EMBED_FONTS, LAST_FOLDER, PDF_THEME, WORD_TEMPLATE

PAUSE = 250
"""Milliseconds after the last change until the preview is made again."""

EDITIONS = {
    Edition.FULL: (mark("Full"), mark("Everything that was recorded.")),
    Edition.PUBLIC: (mark("Public"), mark("Without phone numbers, e-mail addresses, ages, signatures and flags.")),
}


class MinutesPage(Page):
    """Findings on the left, pages in the centre, choices on the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_Minutes()
        self.ui.setupUi(self)
        self.pages = PagesView(context.theme)
        self.ui.centre.addWidget(self.pages)
        self.ui.findings.set_up(context)
        self._pictures: PagePictures | None = None
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._make_preview)
        self._shown: object = None
        for language, name in LANGUAGE_NAMES.items():
            self.ui.language.addItem(name, language)
        self._set_up_choices()
        self.retranslate()
        context.open.replaced.connect(self._forget)

    def refresh(self) -> None:
        """Show the workshop."""
        workshop = self.context.open.workshop
        if workshop is None:
            return
        if self._shown != workshop.id:
            self._shown = workshop.id
            self.ui.language.setCurrentIndex(self.ui.language.findData(workshop.language))
        self.ui.findings.show_findings(check_workshop(workshop))
        self._timer.start()

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        chosen = self.ui.edition.currentData() or Edition.FULL
        self.ui.edition.blockSignals(True)
        self.ui.edition.clear()
        for edition, (name, _) in EDITIONS.items():
            self.ui.edition.addItem(tr(name), edition)
        self.ui.edition.setCurrentIndex(self.ui.edition.findData(chosen))
        self.ui.edition.blockSignals(False)
        self.ui.template_path.retranslate()
        self.ui.theme_path.retranslate()
        self.pages.setAccessibleName(tr("Pages of the minutes"))
        self._say_edition()
        self._say_pages()

    def shut(self) -> None:
        """Close the preview."""
        super().shut()
        self._timer.stop()
        self._forget()

    def first_field(self) -> QWidget:
        """The pages."""
        return self.pages

    def choices(self) -> Choices:
        """Return what is chosen."""
        settings = self.context.settings
        template, theme = settings.get(WORD_TEMPLATE), settings.get(PDF_THEME)
        appearance = Appearance(
            Path(template) if template else None, settings.get(EMBED_FONTS), Path(theme) if theme else None
        )
        return Choices(Language(self.ui.language.currentData()), Edition(self.ui.edition.currentData()), appearance)

    # Choices

    def _set_up_choices(self) -> None:
        settings, theme = self.context.settings, self.context.theme
        self.ui.embed.setChecked(settings.get(EMBED_FONTS))
        self.ui.embed.toggled.connect(lambda on: settings.set(EMBED_FONTS, on))
        for field, option, name, ask in (
            (self.ui.template_path, WORD_TEMPLATE, mark("Word template"), self._ask_template),
            (self.ui.theme_path, PDF_THEME, mark("Look of the PDF"), self._ask_theme),
        ):
            field.set_up(theme, ask, tr(name))
            field.show_path(settings.get(option))
            field.changed.connect(lambda path, option=option: self._choose(option, path))
        self.ui.language.currentIndexChanged.connect(self._timer.start)
        self.ui.edition.currentIndexChanged.connect(self._say_edition)
        self.ui.edition.currentIndexChanged.connect(self._timer.start)
        for button, icon, slot in (
            (self.ui.write, "minutes", self._write),
            (self.ui.pack, "archive", self._write_pack),
            (self.ui.papers, "print", self._write_papers),
        ):
            theme.set_icon(button, icon)
            button.clicked.connect(slot)
        for box in (self.ui.pdf, self.ui.docx):
            box.toggled.connect(lambda _: self.ui.write.setEnabled(bool(self._formats())))

    def _choose(self, option: Any, path: str) -> None:
        self.context.settings.set(option, path)
        self._timer.start()

    def _ask_template(self) -> str:
        return ask_for_file(self, tr("Choose a Word template"), tr("Word documents (*.docx *.dotx *.docm)"))

    def _ask_theme(self) -> str:
        return ask_for_folder(self, tr("Choose the folder of a look"))

    def _say_edition(self) -> None:
        self.ui.edition_hint.setText(tr(EDITIONS[Edition(self.ui.edition.currentData())][1]))

    def _formats(self) -> list[Format]:
        boxes = {Format.PDF: self.ui.pdf, Format.DOCX: self.ui.docx}
        return [kind for kind, box in boxes.items() if box.isChecked()]

    # Preview

    def _make_preview(self) -> None:
        """Ask for the pages; only the newest request counts, the one before it is stopped."""
        workshop = self.context.open.workshop
        if workshop is None or not self.isVisible():
            self._stale = True
            return
        if self._job:
            self._job.stop()
        job = self._job = Job(self)
        choices = self.choices()

        def make(read: WorkshopFile) -> None:
            self.context.tasks.aside(
                lambda: preview(read, choices, _only_stopping(job)),
                lambda pictures: self._show_preview(job, pictures),
                self._say_failed,
            )

        self.context.open.ask(read_file, workshop.id, done=make)

    def _show_preview(self, job: Job, pictures: PagePictures) -> None:
        if job is not self._job:
            self.context.tasks.aside(pictures.close)
            return
        before, self._pictures = self._pictures, pictures
        if before:
            self.context.tasks.aside(before.close)
        self.pages.show_pages(pictures.sizes, self._draw)
        self._say_pages()

    def _draw(self, place: int, width: int, take: Callable[[QImage], None]) -> None:
        pictures = self._pictures
        if pictures:
            self.context.tasks.aside(lambda: pictures.draw(place, width), lambda drawn: take(_image_of(drawn)))

    def _say_failed(self, error: UserError) -> None:
        self.ui.state.setText(tr_error(error))

    def _say_pages(self) -> None:
        count = self.pages.page_count
        self.ui.state.setText(tr_count("{count} page", "{count} pages", count) if count else "")

    def _forget(self) -> None:
        """Show no pages, nor those that are being made: they may be of another workshop."""
        if self._job:
            self._job.stop()
            self._job = None
        before, self._pictures = self._pictures, None
        if before:
            self.context.tasks.aside(before.close)
        self.pages.show_pages((), self._draw)
        self._say_pages()

    # Writing

    def _write(self) -> None:
        formats, choices = self._formats(), self.choices()
        self._into_folder(
            tr("Writing the minutes…"),
            lambda read, folder, job: write_minutes_into(read, folder, formats, choices, job.progress),
        )

    def _write_papers(self) -> None:
        language = self.choices().language
        self._into_folder(
            tr("Writing the papers…"),
            lambda read, folder, job: write_papers_into(read, folder, list(Paper), language, job.progress),
        )

    def _write_pack(self) -> None:
        choices = self.choices()
        self._into_folder(
            tr("Making the closing pack…"),
            lambda read, folder, job: (write_pack_into(read, folder, choices, job.progress),),
            partial(hand_out, who=self.context.open.who),
        )

    def _into_folder(
        self,
        text: str,
        write: Callable[[WorkshopFile, Path, Job], tuple[Path, ...]],
        read_workshop: Callable[..., WorkshopFile] = read_file,
    ) -> None:
        workshop, settings = self.context.open.workshop, self.context.settings
        folder = ask_for_folder(self, tr("Choose a folder"), settings.get(LAST_FOLDER)) if workshop else ""
        if workshop is None or not folder:
            return
        settings.set(LAST_FOLDER, folder)
        job = Job(self)
        self.context.messages.work(job, text)

        def done(paths: tuple[Path, ...]) -> None:
            job.finished.emit()
            names = ", ".join(path.name for path in paths)
            self.context.messages.news(
                tr("Written: {names}", names=names), tr("Open the folder"), lambda: _show(folder)
            )

        def failed(error: UserError) -> None:
            job.finished.emit()
            self.context.messages.error(error)

        def start(read: WorkshopFile) -> None:
            self.context.tasks.aside(lambda: write(read, Path(folder), job), done, failed, job.finished.emit)

        self.context.open.ask(read_workshop, workshop.id, done=start, failed=failed, stopped=job.finished.emit)


def _only_stopping(job: Job) -> Callable[[int, int], None]:
    """Return a progress callback that tells nobody; it stops work that is not wanted any more."""

    def progress(_done: int, _total: int) -> None:
        if job.is_stopped:
            raise Cancelled

    return progress


def _image_of(drawn: PagePicture) -> QImage:
    return QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_BGR888).copy()


def _show(folder: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
