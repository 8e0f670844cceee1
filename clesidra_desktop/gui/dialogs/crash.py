"""What is shown when the program has made a mistake: the data is safe, and what to send to those who can mend it."""

import platform
import traceback

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from clesidra_desktop import __version__
from clesidra_desktop.gui.i18n import tr


def report_of(error: BaseException) -> str:
    """Return what developers need: versions, and where it happened."""
    trace = "".join(traceback.format_exception(error))
    return (
        f"Clesidra Desktop {__version__}, Python {platform.python_version()}, Qt {PySide6.__version__}, "
        f"{platform.platform()}\n\n{trace}"
    )


def show_crash(parent: QWidget, error: BaseException) -> QDialog:
    """Show the dialog; one at a time, so that a mistake that repeats itself does not bury the window."""
    shown = parent.findChild(QDialog, "crash")
    if shown is not None:
        return shown
    dialog = QDialog(QApplication.activeModalWidget() or parent)  # over a dialog that is open, not behind it
    dialog.setObjectName("crash")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("A mistake in the program"))
    text = QLabel(
        tr(
            "The program has made a mistake. What you typed before is saved. You can go on; if something looks wrong, "
            "close the window and open it again. Please copy the report and send it to the developers."
        ),
        wordWrap=True,
    )
    report = QPlainTextEdit(report_of(error), readOnly=True)
    report.setAccessibleName(tr("Report"))
    copy = QPushButton(tr("Copy the report"))
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report.toPlainText()))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    for widget in (text, report, buttons):
        layout.addWidget(widget)
    dialog.resize(640, 420)
    dialog.show()
    return dialog
