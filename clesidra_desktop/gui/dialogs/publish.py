"""Publishing: what is still to mend and why it stays, why a version is corrected, and the files being written."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.publishing import FindingKey, needs_reason, newest_of_each, reasons_before
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_publish import Ui_Publish
from clesidra_desktop.gui.i18n import LANGUAGE_NAMES, tr, tr_error
from clesidra_desktop.gui.publishing_words import EDITIONS, edition_text, moment_text
from clesidra_desktop.gui.tasks import Job, lasting
from clesidra_desktop.gui.widgets.finding_reason import FindingReason
from clesidra_desktop.gui.widgets.findings_list import page_of
from clesidra_desktop.services.publish import Frozen, Proposal, freeze, publish_minutes, read_proposal, with_findings
from clesidra_desktop.services.written import Choices


class PublishDialog(QDialog):
    """Asks for what publishing needs. Esc stops what is under way; nothing is kept then."""

    def __init__(self, context: Context, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("publish_dialog")
        self._context = context
        self._choices = choices
        self._proposal: Proposal | None = None
        self._job: Job | None = None
        self._is_keeping = False
        self.reasons: list[FindingReason] = []
        self._typed: dict[FindingKey, str] = {}
        """Reasons that were typed before the workshop was looked at again."""

        self.ui = Ui_Publish()
        self.ui.setupUi(self)
        for language, name in LANGUAGE_NAMES.items():
            self.ui.language.addItem(name, language)
        for edition, (name, about) in EDITIONS.items():
            self.ui.edition.addItem(tr(name), edition)
            self.ui.edition.setItemData(self.ui.edition.count() - 1, tr(about), Qt.ItemDataRole.ToolTipRole)
        self.ui.language.setCurrentIndex(self.ui.language.findData(choices.language))
        self.ui.edition.setCurrentIndex(self.ui.edition.findData(choices.edition))
        for box in (self.ui.language, self.ui.edition):
            box.currentIndexChanged.connect(self._show_replaced)
        self.ui.publish.clicked.connect(self.publish)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.publish.setDefault(True)
        self.ui.who.setText(
            tr("It is published by {who}. To publish under another name, change yours in the settings.",
               who=context.open.who)
        )  # fmt: skip
        for widget in (self.ui.beside, self.ui.reason_label, self.ui.reason, self.ui.error, self.ui.progress):
            widget.hide()
        self.resize(720, 560)
        self._look()

    def publish(self) -> None:
        """Write the files and keep them, unless a reason is missing: the keys go there then."""
        proposal = self._proposal
        if proposal is None or self._job or not self._has_reasons(proposal):
            return
        job = self._job = Job(self)
        job.progressed.connect(self._show_progress)
        choices, who, reasons = self._chosen(), self._context.open.who, self._given()
        reason = self.ui.reason.toPlainText()
        self._set_at_work(tr("Writing the files…"))
        self._context.tasks.aside(
            lambda: freeze(proposal, choices, who=who, reasons=reasons, reason=reason, progress=job.progress),
            lasting(self, self._keep),
            lasting(self, self._refuse),
            lasting(self, self._stopped),
        )

    def reject(self) -> None:
        """Stop what is under way, or close; while the files are kept there is no way back."""
        if self._job:
            self._job.stop()
        elif not self._is_keeping:
            super().reject()

    # Looking

    def _look(self) -> None:
        """Read the workshop, then look for findings beside the database."""
        workshop = self._context.open.workshop
        if workshop is None:
            return
        self._set_at_work(tr("Looking for what is to mend…"))

        def look(proposal: Proposal) -> None:
            self._context.tasks.aside(
                lambda: with_findings(proposal), lasting(self, self._show), lasting(self, self._refuse)
            )

        self._context.open.ask(read_proposal, workshop.id, done=look, failed=self._refuse, owner=self)

    def _show(self, proposal: Proposal) -> None:
        self._proposal = proposal
        self._set_idle()
        self.ui.title.setText(tr("Publish version {number}", number=proposal.number))
        self.ui.publish.setText(tr("Publish version {number}", number=proposal.number))
        known = reasons_before(proposal.versions) | self._typed
        order = sorted(proposal.findings, key=lambda one: (not needs_reason(one), one.code))
        for _, same in groupby(order, key=lambda one: (needs_reason(one), one.code)):
            row = FindingReason(self._context.theme, list(same), known)
            row.mend.connect(self._mend)
            row.reason.textChanged.connect(self.ui.error.hide)
            self.reasons.append(row)
            self.ui.findings_rows.addWidget(row)
        self.ui.findings_rows.addStretch()
        self._say_findings()
        self._show_replaced()
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> QWidget:
        missing = next((one.reason for one in self.reasons if one.is_missing), None)
        return self.ui.reason if self._is_correction else missing or self.ui.publish

    def _say_findings(self) -> None:
        needed = any(one.is_needed for one in self.reasons)
        self.ui.findings_title.setText(
            tr("These stay in the minutes: mend them, or type why they stay")
            if needed
            else tr("These stay in the minutes")
            if self.reasons
            else tr("Nothing is left to mend.")
        )

    @property
    def _is_correction(self) -> bool:
        return bool(self._proposal and self._proposal.replaces(self._chosen()))

    def _show_replaced(self) -> None:
        replaced = self._proposal.replaces(self._chosen()) if self._proposal else None
        for widget in (self.ui.reason_label, self.ui.reason):
            widget.setVisible(replaced is not None)
        if replaced:
            words = tr(
                "It replaces version {number} of {moment}. &Why did it have to be corrected? This is printed.",
                number=replaced.number,
                moment=moment_text(replaced.at),
            )
            self.ui.reason_label.setText(words)
        beside = newest_of_each(self._proposal.versions) if self._proposal else ()
        said = [
            tr("Version {number} ({details}) stays valid beside it.", number=one.number, details=edition_text(one))
            for one in beside
            if one != replaced
        ]
        self.ui.beside.setText(" ".join(said))
        self.ui.beside.setVisible(bool(said))

    def _mend(self, where: str) -> None:
        super().reject()
        self._context.show_page(page_of(where), where)

    # Publishing

    def _given(self) -> dict[FindingKey, str]:
        """Return the reasons that stand there."""
        return {key: reason for one in self.reasons for key, reason in one.reasons.items()}

    def _chosen(self) -> Choices:
        language, edition = Language(self.ui.language.currentData()), Edition(self.ui.edition.currentData())
        return Choices(language, edition, self._choices.appearance)

    def _has_reasons(self, proposal: Proposal) -> bool:
        """Whether every reason was typed; if not, say so and go to the first that was not."""
        missing: QWidget | None = None
        if proposal.replaces(self._chosen()) and not self.ui.reason.toPlainText().strip():
            missing, words = self.ui.reason, tr("Type why the version before had to be corrected.")
        elif row := next((one for one in self.reasons if one.is_missing), None):
            missing, words = row.reason, tr("Type why it stays, or mend it.")
            self.ui.scroll.ensureWidgetVisible(row)
        if missing is None:
            return True
        self._say_error(words)
        missing.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _keep(self, frozen: Frozen) -> None:
        """Keep the files; from here on nothing is stopped any more."""
        self._job, self._is_keeping = None, True
        self.ui.cancel.setEnabled(False)
        self._context.open.do(
            publish_minutes,
            frozen,
            done=lambda _changes: self._done(frozen.version.number),
            failed=self._look_again,
            stopped=self._stopped,
            owner=self,
        )

    def _look_again(self, error: UserError) -> None:
        """Say why nothing was published, and look at what there is now; reasons that were typed stand there again."""
        self._stopped()
        self._typed, self._proposal, self.reasons = self._given(), None, []
        while item := self.ui.findings_rows.takeAt(0):
            if row := item.widget():
                row.deleteLater()
        self._look()
        self._say_error(tr_error(error))

    def _done(self, number: int) -> None:
        self._context.messages.news(tr("Version {number} was published.", number=number))
        self.accept()

    def _refuse(self, error: UserError) -> None:
        self._stopped()
        self._say_error(tr_error(error))

    def _stopped(self) -> None:
        self._job, self._is_keeping = None, False
        self._set_idle()
        self.ui.publish.setEnabled(self._proposal is not None)

    def _say_error(self, words: str) -> None:
        self.ui.error.setText(words)
        self.ui.error.show()

    def _show_progress(self, done: int, total: int) -> None:
        self.ui.progress.setRange(0, total)
        self.ui.progress.setValue(done)

    def _set_at_work(self, words: str) -> None:
        self.ui.findings_title.setText(words)
        self.ui.error.hide()
        self.ui.progress.setRange(0, 0)
        self.ui.progress.show()
        self._enable(on=False)

    def _set_idle(self) -> None:
        self.ui.progress.hide()
        self._enable(on=True)
        self._say_findings()

    def _enable(self, *, on: bool) -> None:
        widgets = (self.ui.publish, self.ui.language, self.ui.edition, self.ui.reason, self.ui.findings)
        for widget in widgets:
            widget.setEnabled(on)
        self.ui.cancel.setEnabled(True)
