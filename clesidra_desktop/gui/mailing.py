"""A file on its way into the mail program of the system."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from clesidra_desktop.gui.i18n import tr

Start = Callable[[str, list[str]], bool]

MAILER = "xdg-email"
"""What opens the mail program on Linux, with files."""


def start_detached(program: str, arguments: list[str]) -> bool:
    """Start a program that lives on by itself; return whether it could be started."""
    return bool(QProcess.startDetached(program, arguments)[0])


def send_by_mail(path: Path, subject: str, text: str, start: Start = start_detached) -> str:
    """Open the mail program with a subject, a text and, where the system can, a file; return what to say of it.

    Where it cannot, the folder of the file is opened, from which it can be dragged into the message.
    """
    mailer = shutil.which(MAILER) if sys.platform.startswith("linux") else None
    if mailer and start(mailer, ["--utf8", "--subject", subject, "--body", text, "--attach", str(path)]):
        return tr("The mail program opens with {name}. If it is not attached, take it from {folder}.",
                  name=path.name, folder=str(path.parent))  # fmt: skip
    address = QUrl(f"mailto:?subject={quote(subject)}&body={quote(text)}")
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
    if QDesktopServices.openUrl(address):
        return tr("A mail program takes no file from here: drag {name} out of the folder that was opened into the "
                  "message.", name=path.name)  # fmt: skip
    return tr("No mail program was found. The folder with {name} was opened: send it from where you write your mail.",
              name=path.name)  # fmt: skip
