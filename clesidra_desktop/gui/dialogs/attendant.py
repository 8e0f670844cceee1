"""All that is known of one attendant. What is typed is saved at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from clesidra_desktop.domain.attendance import is_here
from clesidra_desktop.domain.counts import printed_categories
from clesidra_desktop.domain.days import day_at
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.provinces import province_names
from clesidra_desktop.domain.signatures import has_signed, row_signed
from clesidra_desktop.domain.workshop import Attendant, Flag, Stay, Workshop
from clesidra_desktop.gui.attendant_edits import complaint, detail_of, kept_text, moment_of, text_of
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dialogs.signature import SignatureDialog
from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.forms.ui_attendant import Ui_Attendant
from clesidra_desktop.gui.i18n import time_text, tr, tr_error
from clesidra_desktop.gui.models.attendants import AttendantsModel
from clesidra_desktop.gui.widgets.checked_field import CheckedField, Done, Failed, SharedNote
from clesidra_desktop.gui.widgets.key_choice import SEX_KEYS, UNKNOWN, Option
from clesidra_desktop.gui.widgets.type_ahead import offer
from clesidra_desktop.gui.words import CONSENT_WORDS, SEX_LETTERS, SEX_WORDS
from clesidra_desktop.services.attendants import correct_stay, edit_attendants, mark_arrived, mark_left
from clesidra_desktop.services.signatures import read_signature, remove_signatures

TEXTS = (
    "name",
    "name_km",
    "organization",
    "position",
    "province",
    "phone",
    "email",
    "birth_year",
    "age_group",
)
TIME_WIDTH, DATE_WIDTH = 84, 160


class Listed(Protocol):
    """The list from which an attendant was chosen."""

    model: AttendantsModel

    def texts(self, key: str) -> list[str]:
        """Return what stands in a field of the attendants, each text once."""
        ...

    def select(self, attendant_id: UUID, key: str = "name") -> bool:
        """Choose an attendant; return whether that was possible."""
        ...


class AttendantDialog(QDialog):
    """The fields, the times, the signature. Alt with the arrows goes through the list as it is sorted."""

    def __init__(self, context: Context, attendant_id: UUID, listed: Listed, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_Attendant()
        self.ui.setupUi(self)
        self._context = context
        self._list = listed
        self._id = attendant_id
        self._shown_signature = ""
        self._shown_stays: tuple[Stay, ...] | None = None
        self._times: dict[QLineEdit, Callable[[], object]] = {}
        self._warned: list[str] = []
        self._note = SharedNote(self.ui.error)
        self.savers = {key: self._field(key) for key in TEXTS}
        self._flags: dict[Flag, QCheckBox] = {
            Flag.YOUTH: self.ui.youth,
            Flag.INDIGENOUS: self.ui.indigenous,
            Flag.VULNERABLE: self.ui.vulnerable,
        }
        self._fill_choices()
        self._connect()
        self.refresh()
        self.ui.name.setFocus()

    @property
    def attendant(self) -> Attendant | None:
        """The attendant as read back; None where he or she is gone."""
        workshop = self._context.open.workshop
        return next((one for one in workshop.attendants if one.id == self._id), None) if workshop else None

    def refresh(self, *_: object) -> None:
        """Show what the database has; who is gone is shown no longer."""
        one = self.attendant
        if one is None:
            self._vanish()
            return
        self.setWindowTitle(one.name)
        for key, saver in self.savers.items():
            saver.show(text_of(getattr(one, key)))
        self.ui.sex.choose(one.sex or UNKNOWN)
        for box, value in ((self.ui.category, one.category), (self.ui.consent, one.consent)):
            box.blockSignals(True)
            box.setCurrentIndex(next((n for n in range(box.count()) if box.itemData(n) == value), -1))
            box.blockSignals(False)
        for flag, tick in self._flags.items():
            tick.blockSignals(True)
            tick.setChecked(flag in one.flags)
            tick.blockSignals(False)
        self._show_stays(one)
        self._show_signature(one)

    def go_to_stay(self, place: int, key: str) -> None:
        """Let the `arrived` or `left` of a stay, counted from 0, take the keys."""
        item = self.ui.stays.itemAt(place)
        row = item.widget() if item else None
        if row and (field := row.findChild(QLineEdit, f"stay_{key}")):
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        """Hand in what is still being typed, and close, unless something wrong would be lost by it."""
        if self._may_leave():
            super().done(result)

    def _vanish(self) -> None:
        """Close in any case: there is nobody any more to whom the fields could belong."""
        super().done(QDialog.DialogCode.Rejected)

    def _may_leave(self) -> bool:
        """Hand in what is still being typed; where something is wrong, say so once, and go to it."""
        for saver in self.savers.values():
            saver.commit()
        for time_field, correct in self._times.items():
            if time_field.hasFocus():
                correct()
        fields: list[QLineEdit] = [getattr(self.ui, key) for key, saver in self.savers.items() if saver.draft]
        fields += [field for field in self._times if field.property("wrong")]
        wrong = [field.text() for field in fields]
        is_known, self._warned = wrong == self._warned, wrong
        if not wrong or is_known:
            return True
        for saver in reversed(self.savers.values()):
            if saver.draft:
                saver.refuse(saver.draft[1])  # so that the first is said
        self._note.advise(tr("Correct it, or do the same again to leave what was there before."))
        fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    # Choices and wiring

    def _fill_choices(self) -> None:
        workshop = self._context.open.workshop
        self.ui.sex.show_options(
            [Option(sex or UNKNOWN, tr(SEX_LETTERS[sex]), SEX_KEYS[sex], tr(words)) for sex, words in SEX_WORDS.items()]
        )
        self.ui.sex.setAccessibleName(self.ui.sex_label.text().replace("&", ""))
        for category in printed_categories(workshop) if workshop else ():
            label = f"{category.code} · {category.label}" if category.label != category.code else category.code
            self.ui.category.addItem(label or tr("none"), category.code)
        if self.ui.category.findData("") < 0:
            self.ui.category.addItem(tr("none"), "")
        for consent, words in CONSENT_WORDS.items():
            self.ui.consent.addItem(tr(words), consent)
        for key in ("organization", "position", "age_group"):
            offer(getattr(self.ui, key), self._list.texts(key))
        if workshop:
            offer(self.ui.province, [*province_names(workshop.language), *self._list.texts("province")])

    def _connect(self) -> None:
        ui = self.ui
        ui.sex.chosen.connect(lambda: self._edit({"sex": None if ui.sex.value == UNKNOWN else ui.sex.value}))
        ui.category.activated.connect(lambda _: self._edit({"category": ui.category.currentData()}))
        ui.consent.activated.connect(lambda _: self._edit({"consent": ui.consent.currentData()}))
        for tick in self._flags.values():
            tick.toggled.connect(self._edit_flags)
        ui.arrive.clicked.connect(lambda: self._do(mark_arrived, [self._id], self._context.open.now()))
        ui.leave.clicked.connect(lambda: self._do(mark_left, [self._id], self._context.open.now()))
        ui.sign.clicked.connect(lambda: SignatureDialog(self._context, [self._id], self).open())
        ui.unsign.clicked.connect(lambda: self._do(remove_signatures, [self._id]))
        ui.previous.clicked.connect(lambda: self._go(-1))
        ui.following.clicked.connect(lambda: self._go(1))
        ui.close_button.clicked.connect(self.accept)
        for button in (ui.arrive, ui.leave, ui.sign, ui.unsign, ui.previous, ui.following, ui.close_button):
            button.setAutoDefault(False)
        self._context.open.changed.connect(self.refresh)
        self._context.open.replaced.connect(self._vanish)

    def _go(self, by: int) -> None:
        ids = [row.attendant.id for row in self._list.model.shown_rows]
        if self._id in ids and 0 <= ids.index(self._id) + by < len(ids) and self._may_leave():
            self._id = ids[ids.index(self._id) + by]
            self._shown_stays, self._shown_signature, self._warned = None, "", []
            for saver in self.savers.values():
                saver.turn_to()
            self._note.clear()
            self._list.select(self._id)
            self.refresh()

    # Deeds

    def _field(self, key: str) -> CheckedField:
        def hand_in(typed: str, done: Done, failed: Failed) -> None:
            details = {key: detail_of(key, typed, self._first_day().year)}
            self._context.open.do(edit_attendants, [self._id], details, done=done, failed=failed, owner=self)

        return CheckedField(
            getattr(self.ui, key),
            self._note,
            hand_in,
            lambda typed: complaint(key, typed, self._first_day().year),
            lambda typed: kept_text(key, typed, self._first_day().year),
        )

    def _edit(self, details: dict[str, Any]) -> None:
        self._do(edit_attendants, [self._id], details)

    def _edit_flags(self) -> None:
        self._edit({"flags": tuple(flag for flag, tick in self._flags.items() if tick.isChecked())})

    def _do(self, deed: Any, *arguments: object) -> None:
        self._note.say(None, "")
        self._context.open.do(deed, *arguments, failed=self._refuse, owner=self)

    def _refuse(self, error: UserError) -> None:
        self._note.say(None, tr_error(error))
        self._shown_stays = None
        one = self.attendant
        if one is not None:
            self._show_stays(one)

    def _first_day(self) -> datetime:
        workshop: Workshop | None = self._context.open.workshop
        return workshop.starts if workshop and workshop.starts else self._context.open.now()

    # Times and signature

    def _show_stays(self, one: Attendant) -> None:
        workshop: Workshop | None = self._context.open.workshop
        here = is_here(one, day_at(workshop, self._context.open.now()) if workshop else None)
        self.ui.arrive.setVisible(not here)
        self.ui.leave.setVisible(here)
        if one.stays == self._shown_stays:
            return
        self._shown_stays = one.stays
        for field in self._times:
            self._note.say(field, "")
        self._times = {}
        while item := self.ui.stays.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if not one.stays:
            label = QLabel(tr("Has not come yet."))
            label.setProperty("level", "muted")
            self.ui.stays.addWidget(label)
        for stay in one.stays:
            self.ui.stays.addWidget(self._stay_row(stay))

    def _stay_row(self, stay: Stay) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        day = self._first_day()
        for key, title, moment in (("arrived", tr("Arrived"), stay.arrived), ("left", tr("Left"), stay.left)):
            field = QLineEdit(_moment_text(moment, day))
            field.setObjectName(f"stay_{key}")
            field.setAccessibleName(title)
            field.setPlaceholderText(tr("here") if key == "left" else "–")
            field.setMinimumWidth(DATE_WIDTH if " " in field.text() else TIME_WIDTH)
            field.setMaximumWidth(DATE_WIDTH)
            self._times[field] = partial(self._correct, field, stay, key)
            field.editingFinished.connect(self._times[field])
            row.addWidget(field)
            if key == "arrived":
                row.addWidget(QLabel("–"))
        remove = QPushButton()
        remove.setAutoDefault(False)
        remove.setProperty("role", "quiet")
        remove.setToolTip(tr("Remove this time"))
        remove.setAccessibleName(tr("Remove this time"))
        self._context.theme.set_icon(remove, "remove")
        remove.clicked.connect(lambda: self._do(correct_stay, self._id, stay, None))
        row.addWidget(remove)
        row.addStretch()
        return line

    def _correct(self, field: QLineEdit, stay: Stay, key: str) -> None:
        before: datetime | None = getattr(stay, key)
        self._note.say(field, "")
        dress(field, wrong=False)
        if field.text() in (_moment_text(before, self._first_day()), field.property("handed")):
            return
        try:
            day = (before or stay.arrived or stay.left or self._first_day()).date()
            now = moment_of(field.text(), day) if field.text().strip() else None
        except UserError as error:
            self._note.say(field, tr_error(error))
            dress(field, wrong=True)
            return
        field.setProperty("handed", field.text())  # who leaves the field hands it in again
        changed = replace(stay, arrived=now) if key == "arrived" else replace(stay, left=now)
        self._do(correct_stay, self._id, stay, changed if changed.arrived or changed.left else None)

    def _show_signature(self, one: Attendant) -> None:
        self.ui.unsign.setVisible(has_signed(one))
        row = row_signed(one)
        if not one.signature or row:
            self._shown_signature = ""
            self.ui.signature.setText(tr("On paper, row {row}", row=row) if row else tr("Has not signed."))
            return
        key = f"{one.id}{one.signature}"
        self._shown_signature = key

        def show(picture: bytes | None) -> None:
            if key == self._shown_signature:
                self._show_picture(picture)

        workshop = self._context.open.workshop
        if workshop:
            self._context.open.ask(read_signature, workshop.id, one.signature, done=show, owner=self)

    def _show_picture(self, picture: bytes | None) -> None:
        pixmap = QPixmap()
        if picture is None or not pixmap.loadFromData(picture):
            self.ui.signature.setText(tr("The picture of the signature cannot be shown."))
            return
        size = self.ui.signature.minimumSize()
        self.ui.signature.setPixmap(
            pixmap.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )


def _moment_text(moment: datetime | None, day: datetime) -> str:
    if moment is None:
        return ""
    return time_text(moment) if moment.date() == day.date() else f"{moment:%Y-%m-%d %H:%M}"
