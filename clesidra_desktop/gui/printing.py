"""Printing pages that were made as a PDF: the printer gets them as pictures, page by page, off the UI thread."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from clesidra_desktop.documents.page_pictures import PagePictures
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.tasks import Job

WIDEST = 2480
"""Pixels of a page on paper: those of A4 at 300 dots an inch. More would not be seen."""


def print_pages(context: Context, parent: QWidget, make: Callable[..., PagePictures], title: str) -> None:
    """Ask for a printer, and print the pages that `make(progress)` returns."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(tr("Print"))
    dialog.accepted.connect(lambda: _start(context, parent, make, printer))
    dialog.finished.connect(dialog.deleteLater)
    dialog.setModal(True)
    dialog.show()


def _start(context: Context, parent: QWidget, make: Callable[..., PagePictures], printer: QPrinter) -> None:
    job = Job(parent)
    context.messages.work(job, tr("Printing…"))

    def done(count: int) -> None:
        job.finished.emit()
        context.messages.news(tr("Pages sent to the printer: {count}", count=count))

    def failed(error: UserError) -> None:
        job.finished.emit()
        context.messages.error(error)

    context.tasks.aside(lambda: put_on_paper(printer, make, job), done, failed, job.finished.emit)


def put_on_paper(printer: QPrinter, make: Callable[..., PagePictures], job: Job) -> int:
    """Print pages, and return how many. Raises UserError where the printer does not take them."""
    with make(job.progress) as pages:
        painter = QPainter()
        if not painter.begin(printer):
            raise UserError("The printer does not answer. See that it is on and connected, or choose another one.")
        try:
            for place in range(len(pages.sizes)):
                job.progress(place, len(pages.sizes))
                if place:
                    printer.newPage()
                room = printer.pageLayout().paintRectPixels(printer.resolution())
                drawn = pages.draw(place, min(room.width(), WIDEST))
                image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_BGR888)
                height = room.width() * drawn.height // drawn.width
                width = room.width() if height <= room.height() else room.width() * room.height() // height
                painter.drawImage(QRect(0, 0, width, min(height, room.height())), image)
        finally:
            painter.end()
        return len(pages.sizes)
