"""The list of attendants as a file for a spreadsheet."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QWidget

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.forms.ui_export_list import Ui_ExportList
from clesidra_desktop.gui.i18n import LANGUAGE_NAMES, mark, tr, tr_count
from clesidra_desktop.services.file_names import file_stem
from clesidra_desktop.services.lists.exporting import SUFFIXES, export_attendants
from clesidra_desktop.settings import LAST_FOLDER

EDITIONS = {
    Edition.FULL: mark("Full: everything that was recorded"),
    Edition.PUBLIC: mark("Public: without phones, e-mails, ages, signatures and flags"),
}


class ExportListDialog(QDialog):
    """Who, in which edition and language; then a file is chosen."""

    def __init__(self, context: Context, shown: Sequence[UUID], selected: Sequence[UUID], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("export_list")
        self._context = context
        self.ui = Ui_ExportList()
        self.ui.setupUi(self)
        workshop = context.open.workshop
        everybody = [one.id for one in workshop.attendants] if workshop else []
        self._choices: list[tuple[str, Sequence[UUID]]] = [(tr("All {count}", count=len(everybody)), everybody)]
        if 0 < len(shown) < len(everybody):
            self._choices.append((tr("Those shown in the list: {count}", count=len(shown)), shown))
        if selected:
            self._choices.append((tr("Those selected: {count}", count=len(selected)), selected))
        for words, _ in self._choices:
            self.ui.who.addItem(words)
        for edition, words in EDITIONS.items():
            self.ui.edition.addItem(tr(words), edition)
        for language, name in LANGUAGE_NAMES.items():
            self.ui.language.addItem(name, language)
        self.ui.language.setCurrentIndex(self.ui.language.findData(context.translation.language))
        save = self.ui.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setText(tr("Choose a file…"))
        dress(save, role="primary")
        self.ui.buttons.accepted.connect(self.accept)
        self.ui.buttons.rejected.connect(self.reject)

    def accept(self) -> None:
        """Ask for a file and write it; without one the dialog stays."""
        path = self._ask()
        workshop = self._context.open.workshop
        if path is None or workshop is None:
            return
        self._context.settings.set(LAST_FOLDER, str(path.parent))
        language, edition = Language(self.ui.language.currentData()), Edition(self.ui.edition.currentData())
        ids = self._choices[self.ui.who.currentIndex()][1]
        messages = self._context.messages

        def done(count: int) -> None:
            said = tr_count("{count} person written into {file}", "{count} people written into {file}", count,
                            file=path.name)  # fmt: skip
            folder = QUrl.fromLocalFile(str(path.parent))
            messages.news(said, tr("Open the folder"), lambda: QDesktopServices.openUrl(folder))

        self._context.open.ask(
            lambda database: export_attendants(
                database, workshop.id, path, language=language, ids=ids, edition=edition
            ),
            done=done,
        )
        super().accept()

    def _ask(self) -> Path | None:
        workshop = self._context.open.workshop
        stem = file_stem(workshop.title) if workshop else "list"
        folder = Path(self._context.settings.get(LAST_FOLDER))
        chosen = ask_for_target(self, str(folder / f"{stem}.xlsx"))
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.casefold() in SUFFIXES else path.with_name(f"{path.name}.xlsx")


def ask_for_target(parent: QWidget, proposed: str) -> str:
    """Ask for a file to write."""
    kinds = tr("Spreadsheets (*.xlsx);;Text with commas (*.csv)")
    return QFileDialog.getSaveFileName(parent, tr("Export the list"), proposed, kinds)[0]
