"""A PDF on paper: the system's own dialog, then page by page, drawn beside the window and painted here."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from clesidra_desktop.documents.page_pictures import PagePicture, PagePictures
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.tasks import Job

REFUSED = "The printer {name} took nothing. Look whether it is switched on and has paper, and print again."

DPI = 300
"""Dots an inch at most in which pages are drawn; a printer may have more of them than anybody sees."""


def ask_for_printer(printer: QPrinter, parent: QWidget) -> bool:
    """Ask for a printer, pages and copies; return whether to go on."""
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("print_dialog")
    dialog.setWindowTitle(tr("Print"))
    return dialog.exec() == QDialog.DialogCode.Accepted


def print_pdf(context: Context, parent: QWidget, printer: QPrinter, content: bytes) -> None:
    """Print a PDF on a printer that was asked for, with progress and cancel."""
    name = printer.docName()
    job = Job(parent)
    context.messages.work(job, tr("Printing {name}…", name=name))

    def failed(error: UserError) -> None:
        job.finished.emit()
        context.messages.error(error)

    def printed(pictures: PagePictures) -> None:
        _Run(context, printer, pictures, job, name).go_on()

    context.tasks.aside(lambda: PagePictures(content), printed, failed, job.finished.emit)


class _Run:
    """One print: a page is drawn when the one before it was painted."""

    def __init__(self, context: Context, printer: QPrinter, pictures: PagePictures, job: Job, name: str) -> None:
        self._painter = QPainter()  # the first to go: it must not outlive what it paints on
        self._printer = printer
        self._context = context
        self._pictures = pictures
        self._job = job
        self._name = name
        self._pages = pages_of(printer, len(pictures.sizes))
        self._done = 0

    def go_on(self) -> None:
        """Draw and paint the next page, or end."""
        if self._done == len(self._pages) or self._job.is_stopped:
            self._end()
            return
        place = self._pages[self._done]
        width = round(self._pictures.sizes[place][0] / 72 * min(DPI, self._printer.resolution()))
        self._context.tasks.aside(
            lambda: self._pictures.draw(place, width), lambda drawn: self._paint(place, drawn), None, self._end
        )

    def _paint(self, place: int, drawn: PagePicture) -> None:
        width, height = self._pictures.sizes[place]
        turned = width > height
        self._printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
        )
        if self._done == 0:
            if not self._painter.begin(self._printer):
                self._end(failed=True)
                return
        elif not self._printer.newPage():
            self._end(failed=True)
            return
        image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_BGR888)
        self._painter.drawImage(fitted(self._painter.viewport().size().toTuple(), (width, height)), image)
        self._done += 1
        self._job.progressed.emit(self._done, len(self._pages))
        self.go_on()

    def _end(self, *, failed: bool = False) -> None:
        if self._job.is_stopped:
            self._printer.abort()
        if self._painter.isActive():
            self._painter.end()
        self._context.tasks.aside(self._pictures.close)
        self._job.finished.emit()
        if failed:
            name = self._printer.printerName() or "?"
            self._context.messages.error(UserError(REFUSED, name=name))
        elif not self._job.is_stopped:
            self._context.messages.news(tr("Sent to the printer: {name}", name=self._name))


def pages_of(printer: QPrinter, count: int) -> list[int]:
    """Return the places of the pages that were asked for, of so many."""
    ranges = printer.pageRanges().toRangeList()
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not ranges:
        return list(range(count))
    wanted = {number - 1 for one in ranges for number in range(one.from_, one.to + 1)}
    return sorted(place for place in wanted if 0 <= place < count)


def fitted(room: tuple[int, int], page: tuple[float, float]) -> QRectF:
    """Return where a page stands in what a printer can print on: as large as it fits, in the middle."""
    scale = min(room[0] / page[0], room[1] / page[1])
    width, height = page[0] * scale, page[1] * scale
    return QRectF((room[0] - width) / 2, (room[1] - height) / 2, width, height)
