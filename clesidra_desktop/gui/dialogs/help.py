"""Help for a page, as text of the program; and what this program is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QTextBrowser, QVBoxLayout, QWidget

from clesidra_desktop import __version__
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr
from clesidra_desktop.paths import resource


class HelpDialog(QDialog):
    """The help of a page, which may stay open beside the work."""

    def __init__(self, context: Context, page: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("help")
        self.setWindowTitle(tr("Help"))
        self.text = QTextBrowser()
        self.text.setObjectName("help_text")
        self.text.setAccessibleName(tr("Help"))
        self.text.setMarkdown(read_help(page, context.translation.language))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(buttons)
        self.resize(560, 560)


def read_help(page: str, language: Language) -> str:
    """Return the help of a page as Markdown; in English where it does not exist in the language."""
    try:
        path = resource(f"help/{language}/{page}.md")
    except FileNotFoundError:
        path = resource(f"help/en/{page}.md")
    return path.read_text(encoding="utf-8")


def show_about(parent: QWidget) -> None:
    """Say what this program is."""
    QMessageBox.about(
        parent,
        tr("About Clesidra"),
        tr(
            "Clesidra Desktop {version}\n\nRuns a workshop from the registration table to the archived minutes, on one "
            "laptop and without the internet.\n\nLicence: Apache-2.0. Type: Noto Sans and Noto Sans Khmer (SIL Open "
            "Font License).",
            version=__version__,
        ),
    )
