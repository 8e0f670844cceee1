"""What is shown when the database cannot be opened: why, and what can be done about it here."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.i18n import tr, tr_error


def show_trouble(parent: QWidget, error: UserError, address: str, open_address: Callable[[str], object]) -> QDialog:
    """Show the dialog; `open_address` opens the database again, or another one."""
    dialog = QDialog(parent)
    dialog.setObjectName("database_trouble")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("The database cannot be opened"))
    sentence = QLabel(tr_error(error), wordWrap=True)
    sentence.setMinimumWidth(460)
    folder = Path(address).parent
    copies = sorted(folder.glob(f"{Path(address).name}.*.bak")) if "://" not in address and folder.is_dir() else []
    hint = QLabel(
        tr("Copies of it are in {folder}: {names}", folder=folder, names=", ".join(one.name for one in copies))
        if copies
        else tr("Nothing was changed. You can try again, or open another database."),
        wordWrap=True,
    )
    hint.setProperty("level", "muted")
    buttons = QDialogButtonBox()
    again, other, stop = QPushButton(tr("Try again")), QPushButton(tr("Open another…")), QPushButton(tr("Quit"))
    dress(again, role="primary")
    again.setDefault(True)
    for button in (again, other):
        buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
    buttons.addButton(stop, QDialogButtonBox.ButtonRole.RejectRole)

    def retry() -> None:
        dialog.accept()
        open_address(address)

    def choose() -> None:
        path, _ = QFileDialog.getSaveFileName(
            dialog,
            tr("Open another database"),
            str(folder),
            tr("Databases (*.db)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            dialog.accept()
            open_address(path)

    again.clicked.connect(retry)
    other.clicked.connect(choose)
    stop.clicked.connect(parent.close)
    layout = QVBoxLayout(dialog)
    for widget in (sentence, hint, buttons):
        layout.addWidget(widget)
    dialog.open()
    return dialog
