"""The preview of the Minutes page: made again in the background after a change, and only the newest one is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from clesidra_desktop.documents.page_pictures import PagePicture, PagePictures
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.finding import Finding
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.tasks import Cancelled, Job
from clesidra_desktop.gui.widgets.pages_view import PagesView
from clesidra_desktop.services.written import Choices, Preview, preview, read_file

PATIENCE = 600
"""Milliseconds after which somebody who waits for new pages is told that they are being made."""

PAUSE = 100
"""Milliseconds after the last change until the preview is made again; who types has paused already."""


class MinutesPreview(QObject):
    """Makes the pages and shows them in a view.

    `shown` is emitted with new pages, `failed` with the UserError that hindered them, `missed` where nobody looks now,
    `slow` where new pages take longer than a moment, while the old ones stay.
    """

    shown = Signal()
    failed = Signal(object)
    missed = Signal()
    slow = Signal()

    def __init__(self, context: Context, view: PagesView, choices: Callable[[], Choices]) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._choices = choices
        self._pictures: PagePictures | None = None
        self.findings: tuple[Finding, ...] = ()
        """What was found in files and fonts when the pages that are shown were made."""
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.make)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self.slow)

    @property
    def pictures(self) -> PagePictures | None:
        """The pages that are shown."""
        return self._pictures

    def make_soon(self) -> None:
        """Make the pages again once nothing has changed for a moment."""
        self._timer.start()

    def hurry(self) -> None:
        """Make the pages now where they are to be made soon: whoever comes to look has waited already."""
        if self._timer.isActive():
            self._timer.stop()
            self.make()

    def stop(self) -> None:
        """Make no pages any more, and show none."""
        self._timer.stop()
        self.forget()

    def make(self) -> None:
        """Ask for the pages; only the newest request counts, the one before it is stopped."""
        workshop = self._context.open.workshop
        if workshop is None or not self._view.isVisible():
            self.missed.emit()
            return
        if self._job:
            self._job.stop()
        job = self._job = Job(self)
        choices = self._choices()
        if not self._patience.isActive():
            self._patience.start()

        def failed(error: UserError) -> None:
            self._patience.stop()
            self.failed.emit(error)

        def make(read: WorkshopFile) -> None:
            self._context.tasks.aside(
                lambda: preview(read, choices, _only_stopping(job)),
                lambda made: self._show(job, made),
                failed,
            )

        self._context.open.ask(read_file, workshop.id, done=make)

    def forget(self) -> None:
        """Show no pages, nor those that are being made: they may be of another workshop."""
        self._patience.stop()
        if self._job:
            self._job.stop()
            self._job = None
        before, self._pictures, self.findings = self._pictures, None, ()
        if before:
            self._context.tasks.aside(before.close)
        self._view.show_pages((), self._draw)
        self.shown.emit()

    def _show(self, job: Job, made: Preview) -> None:
        pictures = made.pictures
        if job is not self._job:
            self._context.tasks.aside(pictures.close)
            return
        self._patience.stop()
        before, self._pictures, self.findings = self._pictures, pictures, made.findings
        if before:
            self._context.tasks.aside(before.close)
        self._view.show_pages(pictures.sizes, self._draw)
        self.shown.emit()

    def _draw(self, place: int, width: int, take: Callable[[QImage], None]) -> None:
        pictures = self._pictures
        if pictures:
            self._context.tasks.aside(lambda: pictures.draw(place, width), lambda drawn: take(_image_of(drawn)))


def _only_stopping(job: Job) -> Callable[[int, int], None]:
    """Return a progress callback that tells nobody; it stops work that is not wanted any more."""

    def progress(_done: int, _total: int) -> None:
        if job.is_stopped:
            raise Cancelled

    return progress


def _image_of(drawn: PagePicture) -> QImage:
    return QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_BGR888).copy()
