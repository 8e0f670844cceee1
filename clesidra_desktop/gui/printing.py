"""Printing pages that were made as a PDF: the printer gets them as pictures, page by page, off the UI thread."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from clesidra_desktop.documents.page_pictures import PagePictures
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.tasks import Cancelled, Job

SILENT = "The printer does not answer. See that it is on and connected, or choose another one."

WIDEST = 2480
"""Pixels of a page on paper: those of A4 at 300 dots an inch. More would not be seen."""

ORIENTATIONS = {False: QPageLayout.Orientation.Portrait, True: QPageLayout.Orientation.Landscape}
"""By whether a page is wider than high."""


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
    """Print the pages that were asked for, and return how many. Raises UserError where the printer takes them not."""
    with make(job.progress) as pages:
        places = places_of(printer, len(pages.sizes))
        painter = QPainter()
        try:
            for done, place in enumerate(places):
                job.progress(done, len(places))
                size = pages.sizes[place]
                printer.setPageOrientation(ORIENTATIONS[size[0] > size[1]])
                if not (printer.newPage() if done else painter.begin(printer)):
                    raise UserError(SILENT)
                room = printer.pageLayout().paintRectPixels(printer.resolution())
                drawn = pages.draw(place, min(room.width(), WIDEST))
                image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_BGR888)
                painter.drawImage(fitted((room.width(), room.height()), size), image)
        except Cancelled:
            printer.abort()
            raise
        finally:
            painter.end()
        return len(places)


def places_of(printer: QPrinter, count: int) -> list[int]:
    """Return the places, from 0, of the pages that were asked for, of so many."""
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
