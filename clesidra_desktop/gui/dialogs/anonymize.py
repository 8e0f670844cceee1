"""A person who asked to be forgotten: what goes and what stays, asked once, and what happened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_anonymize import Ui_Anonymize
from clesidra_desktop.gui.i18n import tr, tr_count, tr_error
from clesidra_desktop.services.anonymize import Anonymized, anonymize_person, sweep
from clesidra_desktop.services.directory import PersonHistory


class AnonymizeDialog(QDialog):
    """Asks because nothing can undo it; Esc and Enter leave the person as he or she is."""

    anonymized = Signal()

    def __init__(self, context: Context, history: PersonHistory, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("anonymize")
        self.ui = Ui_Anonymize()
        self.ui.setupUi(self)
        self._context = context
        self._history = history
        self._is_at_work = False
        for button in (self.ui.anonymize, self.ui.sweep):
            button.setAutoDefault(False)
        self.ui.cancel.setDefault(True)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.close_button.clicked.connect(self.accept)
        self.ui.anonymize.clicked.connect(self.anonymize)
        self.ui.sweep.clicked.connect(self._sweep)
        for widget in (self.ui.sweep, self.ui.close_button, self.ui.error):
            widget.hide()
        self._ask()
        self.ui.cancel.setFocus()

    def anonymize(self) -> None:
        """Take the person out; it may take some seconds where the history is long."""
        self._is_at_work = True
        self.ui.anonymize.setEnabled(False)
        self.ui.cancel.setEnabled(False)
        self.ui.said.setText(tr("Going through the directory, the workshops and the history…"))
        self._context.open.do_in_directory(
            anonymize_person, self._history.person.id, done=self._tell, failed=self._refuse
        )

    def reject(self) -> None:
        """Leave the person as he or she is, unless it is under way."""
        if not self._is_at_work:
            super().reject()

    def _ask(self) -> None:
        person = self._history.person
        count = len({one.workshop_id for one in self._history.attended})
        self.ui.title.setText(tr("Anonymize {name}?", name=person.name or person.name_km))
        self.ui.said.setText(tr("This cannot be undone, and it is for people who ask for it."))
        goes = tr(
            "Name, organization, position, phone, e-mail, year of birth, signature and consent: in the directory, in "
            "the search, at every workshop with its texts, and in the history of all changes. What was done to this "
            "person before cannot be undone any more."
        )
        if self._history.doubles:
            names = ", ".join(one.name for one in self._history.doubles)
            goes += " " + tr("Those who were merged into this person go, too: {names}.", names=names)
        goes += " " + tr(
            "Published minutes in which this person is named are withdrawn: the files go, their numbers and checksums "
            "stay."
        )
        self.ui.goes.setText(goes)
        self.ui.stays.setText(
            tr_count(
                "At {count} workshop an attendant without a name, with sex, category, province, age group and the "
                "times of coming and leaving, so that published counts stay true.",
                "At {count} workshops an attendant without a name, with sex, category, province, age group and the "
                "times of coming and leaving, so that published counts stay true.",
                count,
            )
            if count
            else tr("Nothing: this person was at no workshop.")
        )
        self.ui.not_reached.setText(
            tr(
                "Minutes, closing packs and workshop files that were written before, annexes, photos, and copies of "
                "the database elsewhere. Look after these by hand."
            )
        )

    def _tell(self, outcome: Anonymized) -> None:
        self._is_at_work = False
        self.anonymized.emit()
        self.ui.title.setText(tr("The person is anonymized"))
        self.ui.said.setText(
            tr_count(
                "{count} attendant has no name any more; the counts are as before.",
                "{count} attendants have no name any more; the counts are as before.",
                outcome.attendants,
            )
            if outcome.attendants
            else tr("Nothing of this person is left in the database.")
        )
        if outcome.withdrawn:
            self.ui.said.setText(f"{self.ui.said.text()} {_withdrawn(outcome.withdrawn)}")
        for widget in (self.ui.goes_label, self.ui.goes, self.ui.stays_label, self.ui.stays):
            widget.hide()
        self._show_not_reached(outcome)
        for button in (self.ui.anonymize, self.ui.cancel):
            button.hide()
        self.ui.close_button.show()
        self.ui.close_button.setFocus()
        self._show_swept(is_swept=outcome.is_swept)

    def _show_not_reached(self, outcome: Anonymized) -> None:
        if outcome.copies:
            copies = "\n".join(map(str, outcome.copies))
            self.ui.not_reached_label.setText(tr("Copies that still have the person"))
            self.ui.not_reached.setText(
                tr(
                    "These copies of the database were made before an update. Delete them when they are not needed any "
                    "more:\n{copies}",
                    copies=copies,
                )
            )

    def _sweep(self) -> None:
        self.ui.sweep.setEnabled(False)
        self._context.open.ask(sweep, done=lambda _: self._show_swept(is_swept=True), failed=self._not_swept)

    def _show_swept(self, *, is_swept: bool) -> None:
        self.ui.sweep.setVisible(not is_swept)
        self.ui.error.setVisible(not is_swept)
        self.ui.error.setText(
            tr(
                "The file of the database could not be cleaned, because another program has it open: in its free space "
                "traces may be left. Close the other program, and clean the file again."
            )
        )
        self.adjustSize()

    def _not_swept(self, error: UserError) -> None:
        self.ui.sweep.setEnabled(True)
        self.ui.error.setText(tr_error(error))
        self.ui.error.show()

    def _refuse(self, error: UserError) -> None:
        self._is_at_work = False
        self.ui.anonymize.setEnabled(True)
        self.ui.cancel.setEnabled(True)
        self._ask()
        self.ui.error.setText(tr_error(error))
        self.ui.error.show()


def _withdrawn(count: int) -> str:
    return tr_count(
        "{count} published file was withdrawn. Publish these minutes again, so that there is a version without this "
        "person.",
        "{count} published files were withdrawn. Publish these minutes again, so that there is a version without this "
        "person.",
        count,
    )
