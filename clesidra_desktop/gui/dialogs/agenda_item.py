"""One agenda item: what the plan says of it and when it really was; also a new one."""

from collections.abc import Callable, Mapping
from datetime import datetime, time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QCheckBox, QDateTimeEdit, QDialog, QDialogButtonBox, QWidget

from clesidra_desktop.domain.agenda import plan
from clesidra_desktop.domain.days import days_of
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.forms.ui_agenda_item import Ui_AgendaItem
from clesidra_desktop.gui.i18n import tr, tr_error
from clesidra_desktop.gui.words import KIND_WORDS
from clesidra_desktop.services.agenda import edit_agenda_item, insert_item

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes

USUAL_MINUTES = 15


class AgendaItemDialog(QDialog):
    """Edits an item or, where none is given, inserts one behind another. Only what a person changed is handed in.

    `done` gets the key of a new item once it is there.
    """

    def __init__(
        self,
        context: Context,
        item: AgendaItem | None,
        after: str | None,
        parent: QWidget,
        *,
        done: Callable[[str], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("agenda_item")
        self._context = context
        self._item = item
        self._after, self._then = after, done
        self.ui = Ui_AgendaItem()
        self.ui.setupUi(self)
        workshop = context.open.workshop
        if workshop is None:
            raise RuntimeError("an agenda item needs a workshop")
        self._is_long = len(days_of(workshop)) > 1
        self._has_begun = item is not None and any(one.started for one in workshop.agenda)
        self.setWindowTitle(tr("Agenda item") if item else tr("New agenda item"))
        self._fill(workshop, item or AgendaItem(key="", title="", minutes=USUAL_MINUTES))
        keep = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        keep.setText(tr("Change it") if item else tr("Insert it"))
        dress(keep, role="primary")
        self.ui.buttons.accepted.connect(self.accept)
        self.ui.buttons.rejected.connect(self.reject)
        self.ui.kind.currentIndexChanged.connect(self._show_poll)
        for check, field in self._moments().values():
            check.toggled.connect(field.setEnabled)
        self.ui.has_started.toggled.connect(self.ui.has_ended.setEnabled)
        self.ui.error.hide()
        self._show_poll()
        self._before = self.details()

    def accept(self) -> None:
        """Hand the details in, once however often it is asked for; the dialog stays where they cannot be."""
        button = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        if not button.isEnabled():
            return
        button.setEnabled(False)
        do = partial(self._context.open.do, failed=self._refused, stopped=self._stopped, owner=self)
        if self._item is None:
            do(insert_item, self.details(), after=self._after, done=self._inserted)
        else:
            changed = {name: value for name, value in self.details().items() if value != self._before[name]}
            do(edit_agenda_item, self._item.key, changed, done=self._done)

    def go_to(self, name: str) -> None:
        """Let a moment take the keys, also one that is not known yet: started, ended."""
        check, field = self._moments()[name]
        check.setChecked(True)
        (field if field.isEnabled() else check).setFocus(Qt.FocusReason.OtherFocusReason)

    def details(self) -> Mapping[str, object]:
        """Return what the fields say, as fields of AgendaItem; once the agenda runs the plan stays what it was."""
        ui = self.ui
        kind = AgendaKind(ui.kind.currentData())
        started = _moment(ui.started) if ui.has_started.isChecked() else None
        found: dict[str, object] = {
            "title": ui.title.text(),
            "speaker": ui.speaker.text(),
            "kind": kind,
            "internal": ui.internal.isChecked(),
            "poll": ui.poll.currentData() if kind is AgendaKind.POLL else "",
            "fixed_start": self._fixed_start(),
            "started": started,
            "ended": _moment(ui.ended) if started and ui.has_ended.isChecked() else None,
        }
        found["allotted" if self._has_begun else "minutes"] = ui.minutes.value()
        return found

    def _fixed_start(self) -> datetime | time | None:
        if not self.ui.is_fixed.isChecked():
            return None
        moment = _moment(self.ui.fixed_start)
        return moment if self._is_long else moment.time()

    def _moments(self) -> dict[str, tuple[QCheckBox, QDateTimeEdit]]:
        ui = self.ui
        return {
            "fixed_start": (ui.is_fixed, ui.fixed_start),
            "started": (ui.has_started, ui.started),
            "ended": (ui.has_ended, ui.ended),
        }

    def _fill(self, workshop: Workshop, item: AgendaItem) -> None:
        ui = self.ui
        ui.title.setText(item.title)
        ui.speaker.setText(item.speaker)
        for kind, words in KIND_WORDS.items():
            ui.kind.addItem(tr(words), str(kind))
        ui.kind.setCurrentIndex(ui.kind.findData(str(item.kind)))
        ui.poll.addItem(tr("None yet"), "")
        for poll in workshop.polls:
            ui.poll.addItem(poll.question, poll.key)
        ui.poll.setCurrentIndex(max(0, ui.poll.findData(item.poll)))
        ui.minutes.setValue((item.minutes if item.allotted is None else item.allotted) or 0)
        ui.minutes.lineEdit().setTextMargins(8, 0, 0, 0)
        ui.internal.setChecked(item.internal)
        ui.title.setCursorPosition(0)
        ui.speaker.setCursorPosition(0)
        self._fill_moments(workshop, item)
        for widget in (ui.has_started, ui.started, ui.has_ended, ui.ended):
            widget.setVisible(self._item is not None)
        ui.has_ended.setEnabled(item.started is not None)

    def _fill_moments(self, workshop: Workshop, item: AgendaItem) -> None:
        """Show the moments; a time of the day is one of the day on which the plan has the item."""
        now = self._context.open.now()
        planned = next((one.starts for one in plan(workshop) if one.item.key == item.key), None) or now
        fixed = item.fixed_start
        if isinstance(fixed, time):
            fixed = datetime.combine(planned.date(), fixed)
        moments = {"fixed_start": fixed, "started": item.started, "ended": item.ended}
        for name, (check, field) in self._moments().items():
            moment = moments[name]
            usual = planned if name == "fixed_start" else now
            field.setDateTime(QDateTime.fromString((moment or usual).isoformat(), Qt.DateFormat.ISODate))
            field.setEnabled(moment is not None)
            check.setChecked(moment is not None)

    def _show_poll(self) -> None:
        is_poll = self.ui.kind.currentData() == str(AgendaKind.POLL)
        self.ui.poll.setVisible(is_poll)
        self.ui.poll_label.setVisible(is_poll)

    def _inserted(self, result: tuple[str, "Changes"]) -> None:
        super().accept()
        if self._then:
            self._then(result[0])

    def _done(self, _result: object) -> None:
        super().accept()

    def _stopped(self) -> None:
        self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(True)

    def _refused(self, error: UserError) -> None:
        self._stopped()
        self.ui.error.setText(tr_error(error))
        self.ui.error.show()
        dress(self.ui.title, wrong=not self.ui.title.text().strip())
        self.ui.title.setFocus(Qt.FocusReason.OtherFocusReason)


def _moment(field: QDateTimeEdit) -> datetime:
    """Return what a field says; seconds that it does not show stay."""
    return datetime.fromisoformat(field.dateTime().toString(Qt.DateFormat.ISODate))
