"""Files and folders shown in the program that the system has for them, or where they are where it has none."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.gui.messages import Messages


def show_path(messages: Messages, path: Path) -> None:
    """Open a file or a folder; where the system has no program for it, say so and where it is."""
    if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return
    if path.is_dir():
        messages.warn(tr("This computer has no program that shows folders. It is {folder}.", folder=str(path)))
        return
    said = tr(
        "This computer has no program for {file}. It is in the folder {folder}.",
        file=path.name,
        folder=str(path.parent),
    )
    messages.warn(said, tr("Open the folder"), partial(show_path, messages, path.parent))
