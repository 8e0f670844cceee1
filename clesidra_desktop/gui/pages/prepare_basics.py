"""Prepare: title, days and hours, place, language, programme."""

from datetime import date, datetime, time
from functools import partial
from typing import ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QDate, QLocale, Qt, QTimeZone
from PySide6.QtWidgets import QCompleter, QLabel, QLineEdit, QWidget

from clesidra_desktop.domain.days import days_of
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.typed import read_day, read_time
from clesidra_desktop.domain.workshop import Programme, Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_prepare_basics import Ui_PrepareBasics
from clesidra_desktop.gui.i18n import LANGUAGE_NAMES, mark, time_text, tr, tr_count
from clesidra_desktop.gui.pages.prepare_section import Hints, Section, commit_all, turn_all
from clesidra_desktop.gui.preparation import PLACES
from clesidra_desktop.gui.widgets.calendar import choose_day
from clesidra_desktop.gui.widgets.checked_field import COLLAPSES, CheckedField, Done, Failed, HandIn
from clesidra_desktop.services.prepare import describe_programme, describe_workshop

USUAL = {"starts": time(8), "ends": time(17)}
"""Hours that are meant where only a day is typed."""

MOMENT_FIELDS = tuple(f"{name}_{part}" for name in USUAL for part in ("day", "time"))

NEAR = ("Asia/Phnom_Penh", "Asia/Bangkok", "Asia/Ho_Chi_Minh", "Asia/Vientiane")
"""Time zones that are offered first."""


class BasicsSection(Section):
    """One field for each; the day and the hour of a moment are two."""

    KEY = "basics"
    TITLE = mark("Basics")
    PLACES: ClassVar = PLACES["basics"]

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_PrepareBasics()
        self.ui.setupUi(self)
        self._fields = {
            name: CheckedField(getattr(self.ui, name), getattr(self.ui, f"{name}_note"), self.saving(name))
            for name in ("venue", "place")
        }
        self._fields["title"] = CheckedField(self.ui.title, self.ui.title_note, self.saving("title"), _title_complaint)
        for name in ("name", "funder", "activity"):
            field, note = getattr(self.ui, f"programme_{name}"), getattr(self.ui, f"programme_{name}_note")
            self._fields[f"programme.{name}"] = CheckedField(field, note, self._saving_programme(name))
        for name in ("starts", "ends"):
            self._add_moment(name)
        self._set_up_timezone()
        self.watch(self._fields)
        self.ui.language.activated.connect(self._language_chosen)
        self.retranslate()

    def show_workshop(self, workshop: Workshop, hints: Hints) -> None:
        """Show the fields."""
        for name in ("title", "venue", "place", "timezone"):
            self._fields[name].show(getattr(workshop, name), hints.get(f"$.{name}", ""))
        programme = workshop.programme or Programme(name="")
        for name in ("name", "funder", "activity"):
            self._fields[f"programme.{name}"].show(getattr(programme, name))
        for name in ("starts", "ends"):
            moment: datetime | None = getattr(workshop, name)
            self._fields[f"{name}_day"].show(f"{moment:%Y-%m-%d}" if moment else "", hints.get(f"$.{name}", ""))
            self._fields[f"{name}_time"].show(f"{moment:%H:%M}" if moment else "")
        self.ui.language.fill([(words, one) for one, words in LANGUAGE_NAMES.items()], workshop.language)
        self.ui.days.setText(_days_words(workshop))

    def turn_away(self) -> None:
        """Another workshop is shown."""
        turn_all(self._fields)

    def commit(self) -> None:
        """Hand in what is waiting."""
        commit_all(self._fields)

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        named: tuple[tuple[QWidget, str], ...] = (
            (self.ui.starts_day, tr("Day of the start")),
            (self.ui.starts_time, tr("Time of the start")),
            (self.ui.starts_calendar, tr("Choose the day of the start")),
            (self.ui.ends_day, tr("Day of the end")),
            (self.ui.ends_time, tr("Time of the end")),
            (self.ui.ends_calendar, tr("Choose the day of the end")),
        )
        for widget, name in named:
            widget.setAccessibleName(name)
            widget.setToolTip(name)

    def first_field(self) -> QWidget:
        """The title."""
        return self.ui.title

    def go_to(self, where: str) -> None:
        """Go to the field of a path."""
        name = where.removeprefix("$.")
        name = f"{name}_day" if name in USUAL else "programme.name" if name == "programme" else name
        field = self.ui.language if name == "language" else self._fields.get(name, self._fields["title"]).field
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    # Programme, language, zone

    def _saving_programme(self, name: str) -> HandIn:
        def hand_in(text: str, done: Done, failed: Failed) -> None:
            self.context.open.do(describe_programme, {name: text}, done=done, failed=failed)

        return hand_in

    def _language_chosen(self) -> None:
        language = Language(self.ui.language.currentData())
        self.context.open.do(describe_workshop, {"language": language})

    def _set_up_timezone(self) -> None:
        known = [bytes(one.data()).decode() for one in QTimeZone.availableTimeZoneIds()]
        self.ui.timezone.addItems([*NEAR, *(zone for zone in known if zone not in NEAR and "/" in zone)])
        completer = QCompleter(self.ui.timezone.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.ui.timezone.setCompleter(completer)
        line = self._zone_line()
        field = CheckedField(line, self.ui.timezone_note, self.saving("timezone"), _zone_complaint)
        self._fields["timezone"] = field
        line.editingFinished.connect(field.commit)  # the choice has the focus, and not the line in it
        self.ui.timezone.activated.connect(lambda _: self.saving("timezone")(line.text(), lambda _: None, field.fail))
        completer.activated.connect(lambda text: self.saving("timezone")(text, lambda _: None, field.fail))

    def _zone_line(self) -> QLineEdit:
        line = self.ui.timezone.lineEdit()
        assert line is not None  # noqa: S101 (the form says that it can be edited)
        return line

    # Days and hours

    def _add_moment(self, name: str) -> None:
        day: QLineEdit = getattr(self.ui, f"{name}_day")
        hour: QLineEdit = getattr(self.ui, f"{name}_time")
        notes: tuple[QLabel, QLabel] = getattr(self.ui, f"{name}_day_note"), getattr(self.ui, f"{name}_time_note")
        notes[1].setProperty(COLLAPSES, True)
        self._fields[f"{name}_day"] = CheckedField(day, notes[0], partial(self._take_day, name), self._day_complaint)
        self._fields[f"{name}_time"] = CheckedField(
            hour, notes[1], partial(self._take_time, name), partial(self._time_complaint, name)
        )
        button = getattr(self.ui, f"{name}_calendar")
        self.context.theme.set_icon(button, "calendar")
        button.clicked.connect(partial(self._show_calendar, name))

    def _day_complaint(self, text: str) -> str:
        if not text.strip() or self._day_of(text):
            return ""
        return tr("This is no day. Type one such as 2026-12-01 or 1/12/2026.")

    def _time_complaint(self, name: str, text: str) -> str:
        if text.strip() and read_time(text) is None:
            return tr("This is no time. Type one such as 08:30.")
        if text.strip() and self._known_day(name) is None:
            return tr("Type the day as well.")
        if not text.strip() and self._moment(name):
            return tr("Type a time such as 08:30, or empty the day as well.")
        return ""

    def _day_of(self, text: str) -> date | None:
        return read_day(text, year=self.context.open.now().year)

    def _known_day(self, name: str) -> date | None:
        """Return the day of a moment; the end without a day of its own is on that of the start."""
        moment = self._moment(name) or self._moment("starts")
        return self._day_of(self._fields[f"{name}_day"].text) or (moment.date() if moment else None)

    def _moment(self, name: str) -> datetime | None:
        workshop = self.context.open.workshop
        moment: datetime | None = getattr(workshop, name) if workshop else None
        return moment

    def _take_day(self, name: str, text: str, done: Done, failed: Failed) -> None:
        day = self._day_of(text)
        values: dict[str, datetime | None] = {name: None}
        if day:
            typed = read_time(self._fields[f"{name}_time"].text)
            values[name] = datetime.combine(day, typed or USUAL[name])
            before, ends = self._moment("starts"), self._moment("ends")
            if name == "starts" and before and ends and ends > before:
                values["ends"] = ends + (day - before.date())  # it lasts as long as before
        self._keep_moments(values, done, failed)

    def _take_time(self, name: str, text: str, done: Done, failed: Failed) -> None:
        hour, day = read_time(text), self._known_day(name)
        if hour is None or day is None:
            done(None)
            return
        self._keep_moments({name: datetime.combine(day, hour)}, done, failed)

    def _keep_moments(self, values: dict[str, datetime | None], done: Done, failed: Failed) -> None:
        """Hand moments in; what was wrong about the others may be right beside them."""

        def kept(result: object) -> None:
            done(result)
            for name in MOMENT_FIELDS:
                self._fields[name].check_again()

        self.context.open.do(describe_workshop, values, done=kept, failed=failed)

    def _show_calendar(self, name: str) -> None:
        choose_day(self._fields[f"{name}_day"], self._known_day(name))


def _title_complaint(text: str) -> str:
    return "" if text.strip() else tr("A workshop needs a title. Type what the invitation says.")


def _zone_complaint(text: str) -> str:
    name = text.strip()
    try:
        is_known = not name or bool(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        is_known = False
    return "" if is_known else tr("This time zone is not known. Choose one such as Asia/Phnom_Penh.")


def _days_words(workshop: Workshop) -> str:
    """Return on which days a workshop is, and how many they are."""
    days = days_of(workshop)
    if not days or workshop.starts is None:
        return tr("Once you type when it starts, the times of the agenda are computed.")
    first, last = (
        QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy") for day in (days[0], days[-1])
    )
    count = tr_count("{count} day", "{count} days", len(days))
    if len(days) > 1:
        return f"{first} – {last} · {count}"
    ends = f"–{time_text(workshop.ends)}" if workshop.ends else ""
    return f"{first}, {time_text(workshop.starts)}{ends} · {count}"
