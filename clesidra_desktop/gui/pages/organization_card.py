"""One organization: its name, which everybody has, and the spellings that stand for it."""

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.forms.ui_organization_card import Ui_OrganizationCard
from clesidra_desktop.gui.i18n import tr, tr_count, tr_error
from clesidra_desktop.gui.widgets.undo_keys import UndoKeys
from clesidra_desktop.services.organizations import OrganizationLine


class OrganizationCard(QFrame):
    """`renamed` carries the line and the new name, `parted` the line and a spelling."""

    renamed = Signal(object, str)
    parted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_OrganizationCard()
        self.ui.setupUi(self)
        self._line: OrganizationLine | None = None
        UndoKeys(self.ui.name)
        self.ui.name.returnPressed.connect(self._rename)
        self.ui.rename.clicked.connect(self._rename)
        self.refuse(None)

    def show_line(self, line: OrganizationLine) -> None:
        """Show an organization, or a name that is none yet."""
        if line == self._line:
            return
        self._line = line
        self.ui.name.setText(line.name)
        self.refuse(None)
        self._show()

    def refuse(self, error: UserError | None) -> None:
        """Show what went wrong."""
        self.ui.error.setText(tr_error(error) if error else "")
        self.ui.error.setVisible(error is not None)
        dress(self.ui.name, wrong=error is not None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() is QEvent.Type.LanguageChange:
            self.ui.retranslateUi(self)
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        line = self._line
        if line is None:
            return
        people = tr_count("{count} person of the directory", "{count} people of the directory", line.use.people)
        attendants = tr_count("{count} attendant of a workshop", "{count} attendants of workshops", line.use.attendants)
        self.ui.use.setText(f"{people}, {attendants}")
        self.ui.spellings_label.setVisible(bool(line.spellings))
        while item := self.ui.spellings.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for spelling in line.spellings:
            self.ui.spellings.addWidget(self._row(line, spelling))

    def _row(self, line: OrganizationLine, spelling: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(spelling, wordWrap=True), 1)
        button = QPushButton(tr("Part"))
        button.setProperty("role", "quiet")
        button.setToolTip(tr("“{spelling}” stands for it no more; who was given the name keeps it", spelling=spelling))
        button.setAccessibleName(f"{tr('Part')}: {spelling}")
        button.clicked.connect(partial(self.parted.emit, line, spelling))
        row.addWidget(button)
        return holder

    def _rename(self) -> None:
        if self._line and self.ui.name.text().strip() != self._line.name:
            self.renamed.emit(self._line, self.ui.name.text())
