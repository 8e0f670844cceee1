"""All that the directory knows of one person, beside the list. What is typed is saved at once."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.people import Person
from clesidra_desktop.domain.provinces import province_names
from clesidra_desktop.domain.workshop import Flag
from clesidra_desktop.gui.attendant_edits import complaint, detail_of, kept_text, text_of
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_person_card import Ui_PersonCard
from clesidra_desktop.gui.i18n import date_text, mark, tr, tr_count, tr_error
from clesidra_desktop.gui.models.rows import Column, RowsModel
from clesidra_desktop.gui.widgets.checked_field import CheckedField, Done, Draft, Failed, SharedNote
from clesidra_desktop.gui.widgets.key_choice import SEX_KEYS, UNKNOWN, Option
from clesidra_desktop.gui.widgets.type_ahead import offer, offer_found
from clesidra_desktop.gui.words import SEX_LETTERS, SEX_WORDS
from clesidra_desktop.services.directory import PersonHistory, add_person, edit_person, find_person
from clesidra_desktop.services.merging import unmerge_people

if TYPE_CHECKING:
    from clesidra_desktop.storage.directory import Attended

TEXTS = ("name", "name_km", "organization", "position", "category", "phone", "email", "province", "birth_year")
FLAGS = {Flag.YOUTH: "youth", Flag.INDIGENOUS: "indigenous", Flag.VULNERABLE: "vulnerable"}
WIDTHS = {"starts": 140, "place": 78, "category": 78, "group": 110}
"""Pixels of the columns of the history; the title takes the rest."""

DOUBLES_SHOWN = 3
"""Doubles that were merged and can be taken apart from here; those merged last are in the dialog, too."""


def _history_columns() -> "tuple[Column[Attended], ...]":
    return (
        Column(
            "starts",
            mark("Date"),
            lambda one: date_text(one.starts.date()) if one.starts else "",
            sort=lambda one: one.starts.isoformat() if one.starts else "",
        ),
        Column("title", mark("Workshop"), lambda one: one.title),
        Column("place", mark("Place"), lambda one: one.place),
        Column("category", mark("Category"), lambda one: one.category),
        Column(
            "group",
            mark("Group"),
            lambda one: tr("{group} (rapporteur)", group=one.group) if one.is_rapporteur else one.group,
        ),
    )


class PersonCard(QFrame):
    """The fields, the workshops, and the doubles that were merged; or the fields of a new person.

    `opened` carries the Attended of a workshop that is to be opened, `added` the id of a person who was added,
    `anonymized` the PersonHistory of one who is to be.
    """

    opened = Signal(object)
    added = Signal(object)
    anonymized = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PersonCard()
        self.ui.setupUi(self)
        self._id: UUID | None = None
        self._history: PersonHistory | None = None
        self._draft: dict[str, Any] | None = None  # of a new person
        self._is_adding = False
        self._wrong: dict[UUID, dict[str, Draft]] = {}
        """What was typed that is wrong, of people who are not shown."""

    def set_up(self, context: Context, organizations: Callable[[str], Iterable[str]]) -> None:
        """Take what is needed to read and to save; `organizations` finds names of them for what is typed."""
        self._context = context
        self._note = SharedNote(self.ui.error)
        self.savers = {key: self._field(key) for key in TEXTS}
        self._flags: dict[Flag, QCheckBox] = {flag: getattr(self.ui, name) for flag, name in FLAGS.items()}
        self.model: RowsModel[Attended] = RowsModel(_history_columns(), lambda one: one.attendant_id, self)
        self.ui.history.set_up(self.model, context.settings, "attended", stretched="title")
        self.ui.history.horizontalHeader().setMinimumSectionSize(40)
        for key, width in WIDTHS.items():
            self.ui.history.setColumnWidth(self.model.column_of(key), width)
        self.ui.history.doubleClicked.connect(lambda index: self.opened.emit(self.model.row_at(index)))
        offer_found(self.ui.organization, organizations)
        self.ui.sex.chosen.connect(self._choose_sex)
        for tick in self._flags.values():
            tick.toggled.connect(self._choose_flags)
        self.ui.name.editingFinished.connect(self._add)
        self.ui.anonymize.clicked.connect(self._ask_to_anonymize)
        self.retranslate()
        self._show()

    @property
    def person(self) -> Person | None:
        """The person that is shown, as read back."""
        return self._history.person if self._history else None

    @property
    def history(self) -> PersonHistory | None:
        """What is shown, as read back."""
        return self._history

    def show_person(self, person_id: UUID | None) -> None:
        """Show a person; None shows nobody."""
        if person_id == self._id and self._draft is None:
            return
        self.commit()
        self._turn_to(person_id, None)
        if person_id is None:
            self._show()
        else:
            self.refresh()

    def begin_new(self, name: str = "") -> None:
        """Let a new person be written down, who is added when the name is."""
        self.commit()
        self._turn_to(None, {"name": name} if name else {})
        self._show()
        self.ui.name.setFocus()

    def _turn_to(self, person_id: UUID | None, draft: dict[str, Any] | None) -> None:
        """Be the card of somebody else; what is wrong waits until this one is shown again."""
        if self._id:
            self._wrong[self._id] = {key: saver.draft for key, saver in self.savers.items() if saver.draft}
        self._id, self._history, self._draft = person_id, None, draft
        self._note.clear()
        waiting = self._wrong.pop(person_id, {}) if person_id else {}
        for key, saver in self.savers.items():
            saver.turn_to(waiting.get(key))

    def refresh(self, then: Callable[[], object] | None = None) -> None:
        """Read the person again, and do something once that is shown."""
        wanted = self._id
        if wanted is None:
            if then:
                then()
            return

        def take(history: PersonHistory) -> None:
            if wanted == self._id:
                self._id, self._history = history.person.id, history
                self._show()
            if then:
                then()

        def gone(error: UserError) -> None:
            if wanted == self._id:
                self._id, self._history = None, None
                self._show(tr_error(error))
            if then:
                then()

        self._context.open.ask(find_person, wanted, done=take, failed=gone)

    def say_anonymized(self) -> None:
        """Show nobody: the person that was shown has been anonymized here."""
        self._id, self._history, self._draft = None, None, None
        self._show(tr("The person is anonymized"))

    def commit(self) -> None:
        """Hand in what is still being typed."""
        for saver in self.savers.values():
            saver.commit()
        self._add()

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self.model.retranslate()
        self.ui.sex.show_options(
            [Option(sex or UNKNOWN, tr(SEX_LETTERS[sex]), SEX_KEYS[sex], tr(words)) for sex, words in SEX_WORDS.items()]
        )
        self.ui.sex.setAccessibleName(self.ui.sex_label.text().replace("&", ""))
        offer(self.ui.province, province_names(self._context.translation.language))
        self._show()

    # What is shown

    def _show(self, hint: str = "") -> None:
        person, is_new = self.person, self._draft is not None
        is_known = person is not None
        for widget in (self.ui.anonymize, self.ui.below):
            widget.setVisible(is_known)
        for key in (*TEXTS, "sex", *FLAGS.values()):
            getattr(self.ui, key).setEnabled(is_known or is_new)
        self.ui.saved.setVisible(is_known or is_new)
        if is_new:
            self.ui.title.setText(tr("New person"))
            self.ui.saved.setText(tr("Type the name and press Enter: the person is in the directory then."))
        elif person is None:
            self.ui.title.setText(hint or ("" if self._id else tr("Choose somebody in the list.")))
        else:
            self.ui.title.setText(person.name or person.name_km)
            self.ui.saved.setText(tr("What you type is saved at once."))
        if self._id is None or person is not None:
            self._show_fields(person)
        if self._history:
            self._show_history(self._history)

    def _show_fields(self, person: Person | None) -> None:
        draft = self._draft or {}
        for key, saver in self.savers.items():
            saver.show(text_of(getattr(person, key) if person else draft.get(key)))
        sex = person.sex if person else draft.get("sex")
        self.ui.sex.choose((sex or UNKNOWN) if person or "sex" in draft else None)
        flags = person.flags if person else draft.get("flags", ())
        for flag, tick in self._flags.items():
            tick.blockSignals(True)
            tick.setChecked(flag in flags)
            tick.blockSignals(False)

    def _show_history(self, history: PersonHistory) -> None:
        count = len({one.workshop_id for one in history.attended})
        said = tr_count("{count} workshop. Enter opens it.", "{count} workshops. Enter opens one.", count)
        self.ui.history_label.setText(said if count else tr("Was at no workshop yet."))
        self.ui.history.setVisible(count > 0)
        self.model.show_rows(history.attended)
        rows: QVBoxLayout = self.ui.merged
        while item := rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for double in history.doubles[:DOUBLES_SHOWN]:
            rows.addWidget(self._merged_row(double))

    def _merged_row(self, double: Person) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        said = tr("Merged: {name}", name=" · ".join(filter(None, (double.name, double.organization, double.phone))))
        row.addWidget(QLabel(said), 1)
        button = QPushButton(tr("Take apart"))
        button.setProperty("role", "quiet")
        button.setAccessibleName(f"{tr('Take apart')}: {double.name}")
        button.clicked.connect(partial(self._do, unmerge_people, double.id))
        row.addWidget(button)
        return line

    # Deeds

    def _field(self, key: str) -> CheckedField:
        def hand_in(typed: str, done: Done, failed: Failed) -> None:
            details = {key: detail_of(key, typed, self._context.open.now().year)}
            if self._draft is not None:
                self._draft |= details
                self.savers[key].show(text_of(details[key]))
                done(None)
            elif self._id is not None:

                def written(result: object) -> None:
                    self.refresh(partial(done, result))  # until then the card has what was there before

                self._context.open.do_in_directory(edit_person, self._id, details, done=written, failed=failed)
            else:
                done(None)

        return CheckedField(
            getattr(self.ui, key),
            self._note,
            hand_in,
            lambda typed: complaint(key, typed, self._context.open.now().year),
            lambda typed: kept_text(key, typed, self._context.open.now().year),
        )

    def _choose_sex(self) -> None:
        chosen = self.ui.sex.value
        self._edit({"sex": None if chosen in (UNKNOWN, None) else chosen})

    def _choose_flags(self) -> None:
        self._edit({"flags": tuple(flag for flag, tick in self._flags.items() if tick.isChecked())})

    def _edit(self, details: dict[str, Any]) -> None:
        if self._draft is not None:
            self._draft |= details
        elif self._id is not None:
            self._do(edit_person, self._id, details)

    def _add(self) -> None:
        """Add the new person, who has a name by now; what is typed meanwhile is saved afterwards."""
        draft = self._draft
        if draft is None or self._is_adding:
            return
        for saver in self.savers.values():
            saver.commit()
        if not str(draft.get("name", "")).strip():
            return
        told = dict(draft)
        self._is_adding = True

        def added(outcome: tuple[UUID, object]) -> None:
            self._is_adding = False
            id_ = outcome[0]
            if later := {key: value for key, value in draft.items() if told.get(key) != value}:
                self._do(edit_person, id_, later)
            if self._draft is draft:
                self._draft, self._id = None, id_
                self.refresh()
                self.added.emit(id_)

        def failed(error: UserError) -> None:
            self._is_adding = False
            self._refuse(error)

        self._context.open.do_in_directory(add_person, told, done=added, failed=failed)

    def _do(self, deed: Callable[..., Any], *arguments: object) -> None:
        self._note.say(None, "")
        self._context.open.do_in_directory(deed, *arguments, failed=self._refuse)

    def _ask_to_anonymize(self) -> None:
        self.commit()
        if self._history:
            self.anonymized.emit(self._history)

    def _refuse(self, error: UserError) -> None:
        self._note.say(None, tr_error(error))
