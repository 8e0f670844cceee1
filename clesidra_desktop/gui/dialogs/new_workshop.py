"""A new workshop: from a template, or from an earlier one."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidgetItem, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.typed import read_day, read_time
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.forms.ui_new_workshop import Ui_NewWorkshop
from clesidra_desktop.gui.i18n import LANGUAGE_NAMES, date_text, mark, tr
from clesidra_desktop.gui.tasks import lasting
from clesidra_desktop.gui.widgets.calendar import choose_day
from clesidra_desktop.gui.widgets.checked_field import COLLAPSES, CheckedField, Done, Failed

if TYPE_CHECKING:
    from clesidra_desktop.storage.database import Database
    from clesidra_desktop.storage.workshops import WorkshopSummary

SOURCE_ROLE = Qt.ItemDataRole.UserRole
ABOUT_ROLE = Qt.ItemDataRole.UserRole + 1

TEMPLATES = (
    (
        "networking-event",
        mark("Networking event"),
        mark("Organizations and officials meet, discuss five sectors in groups and answer three questions."),
    ),
    (
        "focus-group",
        mark("Value-chain focus group"),
        mark("Producers, buyers and advisers of a few value chains discuss each of them."),
    ),
    ("assembly", mark("Platform assembly"), mark("The members of a platform hear reports, vote and decide.")),
    ("training", mark("Training"), mark("Sessions with a trainer, exercises in groups, and a closing evaluation.")),
    ("blank", mark("Blank"), mark("Nothing but a title; everything else is yours.")),
)

USUAL_HOUR = 8
"""Workshops in the provinces begin before it is hot."""


class NewWorkshopDialog(QDialog):
    """Title, start, language and source; the workshop is opened when it is made."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("new_workshop")
        self._context = context
        self.ui = Ui_NewWorkshop()
        self.ui.setupUi(self)
        for language, name in LANGUAGE_NAMES.items():
            self.ui.language.addItem(name, language)
        self.ui.language.setCurrentIndex(self.ui.language.findData(context.translation.language))
        self._starts = datetime.combine(context.clock() + timedelta(days=1), time(USUAL_HOUR))
        self._fields = self._make_fields()
        for key, name, about in TEMPLATES:
            self._add(tr(name), key, tr(about))
        self.ui.sources.setCurrentRow(0)
        self.ui.about.ensurePolished()  # two lines have room however low the screen is
        self.ui.about.setMinimumHeight(2 * self.ui.about.fontMetrics().lineSpacing())
        self._show_source()
        make = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        make.setText(tr("Make it"))
        dress(make, role="primary")
        self.ui.sources.currentItemChanged.connect(self._show_source)
        self.ui.sources.itemDoubleClicked.connect(lambda _item: self.accept())
        self.ui.buttons.accepted.connect(self.accept)
        self.ui.buttons.rejected.connect(self.reject)
        self._read_earlier()

    def accept(self) -> None:
        """Make the workshop, once however often it is asked for; the dialog stays where that fails."""
        button = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        if not button.isEnabled() or not self._is_right():
            return
        button.setEnabled(False)
        source = self.ui.sources.currentItem().data(SOURCE_ROLE)
        title, who = self.ui.title.text(), self._context.open.who
        starts = self._starts
        language = Language(self.ui.language.currentData())
        taken = (self.ui.structure.isChecked(), self.ui.people.isChecked(), self.ui.papers.isChecked())

        def make(database: "Database") -> UUID:
            from clesidra_desktop.domain.drafts import Taken  # noqa: PLC0415
            from clesidra_desktop.services import prepare  # noqa: PLC0415

            if isinstance(source, str):
                template = prepare.read_template(source, language)
                return prepare.create_workshop(database, template, who=who, title=title, starts=starts)
            return prepare.copy_workshop(
                database, source, Taken(*taken), who=who, title=title, starts=starts, language=language
            )

        context = self._context
        close, wake = lasting(self, super().accept), lasting(self, lambda: button.setEnabled(True))

        def made(workshop_id: UUID) -> None:  # also where the dialog was closed meanwhile: the workshop is there
            close()
            context.open_workshop(workshop_id, "prepare")

        def failed(error: UserError) -> None:
            wake()
            context.messages.error(error)

        context.open.ask(make, done=made, failed=failed, stopped=wake)

    # When it starts

    def _make_fields(self) -> tuple[CheckedField, CheckedField]:
        """Make the fields of the start, which read what people type as Prepare does."""
        day, hour = (self.ui.starts_day, self.ui.starts_day_note), (self.ui.starts_time, self.ui.starts_time_note)
        for (field, note), name in ((day, tr("Day of the start")), (hour, tr("Time of the start"))):
            note.setProperty(COLLAPSES, True)
            field.setAccessibleName(name)
            field.setToolTip(name)
        fields = (
            CheckedField(*day, self._take_day, self._day_complaint),
            CheckedField(*hour, self._take_time, _time_complaint),
        )
        button = self.ui.starts_calendar
        self._context.theme.set_icon(button, "calendar")
        button.setAccessibleName(tr("Choose the day of the start"))
        button.setToolTip(tr("Choose the day of the start"))
        button.clicked.connect(lambda: choose_day(fields[0], self._starts.date()))
        fields[0].show(f"{self._starts:%Y-%m-%d}")
        fields[1].show(f"{self._starts:%H:%M}")
        return fields

    def _day_of(self, text: str) -> date | None:
        return read_day(text, year=self._context.clock().year)

    def _day_complaint(self, text: str) -> str:
        return "" if self._day_of(text) else tr("This is no day. Type one such as 2026-12-01 or 1/12/2026.")

    def _take_day(self, text: str, done: Done, _failed: Failed) -> None:
        if day := self._day_of(text):
            self._starts = datetime.combine(day, self._starts.time())
        self._fields[0].show(f"{self._starts:%Y-%m-%d}")
        done(None)

    def _take_time(self, text: str, done: Done, _failed: Failed) -> None:
        if (hour := read_time(text)) is not None:
            self._starts = datetime.combine(self._starts.date(), hour)
        self._fields[1].show(f"{self._starts:%H:%M}")
        done(None)

    def _is_right(self) -> bool:
        """Whether the start is understood; a field that is not takes the keys."""
        for one in self._fields:
            one.commit()
        for one in self._fields:
            if one.draft:
                one.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        return True

    # What it is made from

    def _add(self, name: str, source: str | UUID, about: str) -> None:
        item = QListWidgetItem(name)
        item.setData(SOURCE_ROLE, source)
        item.setData(ABOUT_ROLE, about)
        self.ui.sources.addItem(item)

    def _read_earlier(self) -> None:
        def query(database: "Database") -> "tuple[WorkshopSummary, ...]":
            from clesidra_desktop.services.workshops import list_workshops  # noqa: PLC0415

            return list_workshops(database)

        self._context.open.ask(query, done=self._show_earlier, owner=self)

    def _show_earlier(self, listed: "tuple[WorkshopSummary, ...]") -> None:
        for one in listed:
            starts: datetime | None = one.starts
            about = " · ".join([*([date_text(starts.date())] if starts else []), *([one.place] if one.place else [])])
            self._add(tr("Earlier: {title}", title=one.title), one.id, about)

    def _show_source(self, *_: object) -> None:
        item = self.ui.sources.currentItem()
        self.ui.about.setText(item.data(ABOUT_ROLE) if item else "")
        is_earlier = item is not None and not isinstance(item.data(SOURCE_ROLE), str)
        for widget in (self.ui.taken_label, self.ui.structure, self.ui.people, self.ui.papers):
            widget.setVisible(is_earlier)


def _time_complaint(text: str) -> str:
    return "" if read_time(text) is not None else tr("This is no time. Type one such as 08:30.")
