"""Prepare: the draft of the agenda, with the clock computed beside it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from typing import Any, ClassVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from clesidra_desktop.domain.agenda import plan, planned_days
from clesidra_desktop.domain.checks import check_workshop
from clesidra_desktop.domain.days import days_of
from clesidra_desktop.domain.finding import Finding
from clesidra_desktop.domain.typed import read_minutes, read_time
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, Workshop
from clesidra_desktop.gui.agenda_words import length_words
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_prepare_agenda import Ui_PrepareAgenda
from clesidra_desktop.gui.i18n import date_text, mark, time_text, tr, tr_count
from clesidra_desktop.gui.models.agenda import AgendaModel, agenda_rows
from clesidra_desktop.gui.pages.prepare_part import RowDeeds
from clesidra_desktop.gui.pages.prepare_section import Hints, Section, index_in
from clesidra_desktop.gui.preparation import PLACES
from clesidra_desktop.gui.widgets.checked_field import COLLAPSES, CheckedField, Done, Draft, Failed, HandIn, say
from clesidra_desktop.gui.widgets.empty_state import EmptyState
from clesidra_desktop.gui.words import KIND_WORDS
from clesidra_desktop.services.prepare_rows import LONGEST, Part

USUAL_MINUTES = 30
SHOWN_OVERRUNS = 2
"""Sentences about overruns that are shown at once; the rows say the rest."""


class AgendaSection(Section):
    """The items in a table, and the chosen one in fields beside it."""

    KEY = "agenda"
    TITLE = mark("Agenda")
    PLACES: ClassVar = PLACES["agenda"]

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_PrepareAgenda()
        self.ui.setupUi(self)
        self._deeds = RowDeeds(context, Part.AGENDA_ITEM)
        self._key = ""
        self._wanted = ""
        self._drafts: dict[tuple[str, str], Draft] = {}
        self.model = AgendaModel(context.theme, self)
        self._set_up_table()
        self._empty = EmptyState(context.theme, "agenda")
        self._empty.button.setProperty("role", "")  # the page has its primary action below
        self.ui.body.addWidget(self._empty)
        for note in (
            self.ui.item_title_note,
            self.ui.speaker_note,
            self.ui.kind_note,
            self.ui.minutes_note,
            self.ui.fixed_time_note,
            self.ui.poll_note,
            self.ui.annex_note,
        ):
            note.setProperty(COLLAPSES, True)
            note.hide()
        self._fields = {
            "title": CheckedField(self.ui.item_title, self.ui.item_title_note, self._saving("title")),
            "speaker": CheckedField(self.ui.speaker, self.ui.speaker_note, self._saving("speaker")),
            "minutes": CheckedField(self.ui.minutes, self.ui.minutes_note, self._take_minutes, _minutes_complaint),
            "fixed_time": CheckedField(self.ui.fixed_time, self.ui.fixed_time_note, self._take_time, _time_complaint),
        }
        self.watch(self._fields)
        self._connect()
        self.retranslate()

    # What the page calls

    def show_workshop(self, workshop: Workshop, hints: Hints) -> None:
        """Show the items, the chosen one, and what the clock says."""
        before = self._place()
        self.model.show_rows(agenda_rows(workshop))
        self.ui.body.setCurrentWidget(self.ui.table_page if self.model.all_rows else self._empty)
        self.ui.scroll.setVisible(bool(self.model.all_rows))
        wanted = self.model.index_of(self._wanted or self._key)
        if not wanted.isValid() and self.model.shown_rows:
            wanted = self.model.index(min(max(before, 0), len(self.model.shown_rows) - 1), 0)
        self._choose(wanted)
        self._show_item(workshop, hints)
        self._show_clock(workshop)

    def turn_away(self) -> None:
        """Another workshop is shown."""
        self._drafts.clear()
        self._key = self._wanted = ""
        for field in self._fields.values():
            field.turn_to()

    def commit(self) -> None:
        """Hand in what is waiting."""
        for field in self._fields.values():
            field.commit()

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self.model.retranslate()
        self._empty.say(
            tr("The agenda is empty"),
            tr("Add what happens one after the other. The times are computed from the start of the workshop."),
            tr("Add the first item"),
            self.add_row,
        )
        self.ui.table.fit_rows()

    def first_field(self) -> QWidget:
        """The table."""
        return self.ui.table if self.model.all_rows else self._empty.button

    def go_to(self, where: str) -> None:
        """Choose the item of a path, and go to the field."""
        index = index_in(where)
        if not 0 <= index < len(self.model.shown_rows):
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._choose(self.model.index(index, 0))
        fields: dict[str, QWidget] = {
            "title": self.ui.item_title,
            "speaker": self.ui.speaker,
            "kind": self.ui.kind,
            "minutes": self.ui.minutes,
            "fixed_start": self.ui.fixed_time,
            "poll": self.ui.poll,
            "annex": self.ui.annex,
            "internal": self.ui.internal,
        }
        fields.get(where.rpartition(".")[2], self.ui.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def add_row(self) -> None:
        """Add an item behind the chosen one."""
        self.commit()
        self._deeds.add(AgendaItem(key="", title="", minutes=USUAL_MINUTES), self._key, self._added)

    def duplicate_row(self) -> None:
        """Add an item like the chosen one."""
        self.commit()
        if item := self._item():
            copy = replace(item, key="", started=None, ended=None, notes=(), extensions={})
            self._deeds.add(copy, self._key, self._added)

    def move_row(self, by: int) -> None:
        """Move the chosen item."""
        self.commit()
        if self._key:
            self._deeds.move(self._key, by)

    def remove_row(self) -> None:
        """Remove the chosen items; in the fields, the one that they show."""
        self.commit()
        chosen = {self.model.row_at(one).item.key for one in self.ui.table.selectionModel().selectedRows()}
        self._deeds.remove(chosen if self.ui.table.hasFocus() and chosen else {self._key} - {""})

    # The table

    def _set_up_table(self) -> None:
        table = self.ui.table
        table.set_up(self.model, self.context.settings, "prepare_agenda", stretched="title")
        table.setSortingEnabled(False)  # its order is that of the day
        for key in ("planned", "minutes"):
            column = self.model.column_of(key)
            table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for key, width in (("speaker", 120), ("kind", 110)):
            table.setColumnWidth(self.model.column_of(key), width)
        table.selectionModel().currentRowChanged.connect(self._row_changed)
        table.doubleClicked.connect(lambda _: self.ui.item_title.setFocus(Qt.FocusReason.OtherFocusReason))

    def _choose(self, index: QModelIndex) -> None:
        self._wanted = ""
        if not index.isValid():
            self._turn_to("")
            return
        if self.model.row_at(index).item.key != self._key or not self.ui.table.currentIndex().isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.ui.table.selectionModel().setCurrentIndex(index, flags)
        self._turn_to(self.model.row_at(index).item.key)
        self.ui.table.scrollTo(index)

    def _row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        workshop = self.context.open.workshop
        if current.isValid() and workshop:
            self._turn_to(self.model.row_at(current).item.key)
            self._show_item(workshop, _item_hints(workshop))

    def _turn_to(self, key: str) -> None:
        """Let the fields be those of another item; what is wrong in them waits until it is chosen again."""
        if key == self._key:
            return
        self.commit()
        for name, field in self._fields.items():
            if draft := field.draft:
                self._drafts[self._key, name] = draft
        self._key = key
        for name, field in self._fields.items():
            field.turn_to(self._drafts.pop((key, name), None))

    def _place(self) -> int:
        return self.model.index_of(self._key).row()

    def _item(self) -> AgendaItem | None:
        index = self.model.index_of(self._key)
        return self.model.row_at(index).item if index.isValid() else None

    def _added(self, key: str) -> QWidget | None:
        index = self.model.index_of(key)
        if not index.isValid():
            return None  # another workshop was opened meanwhile
        self._choose(index)
        self.ui.item_title.setFocus(Qt.FocusReason.TabFocusReason)
        return self.ui.item_title

    # The fields

    def _connect(self) -> None:
        ui = self.ui
        for button, icon, do in (
            (ui.add, "add", self.add_row),
            (ui.duplicate, "copy", self.duplicate_row),
            (ui.up, "up", lambda: self.move_row(-1)),
            (ui.down, "down", lambda: self.move_row(1)),
            (ui.remove, "remove", self.remove_row),
        ):
            self.context.theme.set_icon(button, icon)
            button.clicked.connect(lambda _=False, do=do: do())
        chosen: tuple[tuple[Any, Callable[[], dict[str, Any]]], ...] = (
            (ui.kind, lambda: {"kind": AgendaKind(ui.kind.currentData())}),
            (ui.poll, lambda: {"poll": ui.poll.currentData()}),
            (ui.annex, lambda: {"annex": ui.annex.currentData()}),
            (ui.fixed_day, lambda: {"fixed_start": self._fixed(read_time(ui.fixed_time.text()))}),
        )
        for box, details in chosen:
            box.activated.connect(lambda _, details=details: self._edit(details()))
        ui.fixed_time.textChanged.connect(self._let_day_be_chosen)
        ui.internal.clicked.connect(lambda is_on: self._edit({"internal": is_on}))

    def _show_item(self, workshop: Workshop, hints: Hints) -> None:
        item, place = self._item(), self._place()
        self.ui.form.setVisible(item is not None)
        for button in (self.ui.duplicate, self.ui.remove):
            button.setEnabled(item is not None)
        self.ui.up.setEnabled(place > 0)
        self.ui.down.setEnabled(0 <= place < len(self.model.shown_rows) - 1)
        item = item or AgendaItem(key="", title="")
        where = f"$.agenda[{place}]"
        fixed = item.fixed_start
        self._fields["title"].show(item.title, hints.get(f"{where}.title", ""))
        self._fields["speaker"].show(item.speaker)
        self._fields["minutes"].show("" if item.minutes is None else str(item.minutes))
        self._fields["fixed_time"].show(f"{fixed:%H:%M}" if fixed else "")
        self.ui.kind.fill([(tr(words), kind) for kind, words in KIND_WORDS.items()], item.kind)
        self.ui.internal.setChecked(item.internal)
        self._show_days(workshop, fixed)
        none: list[tuple[str, object]] = [(tr("none"), "")]
        polls: list[tuple[str, object]] = [(one.question, one.key) for one in workshop.polls]
        annexes: list[tuple[str, object]] = [(one.title, one.key) for one in workshop.annexes]
        self.ui.poll.fill(none + polls, item.poll)
        self.ui.annex.fill(none + annexes, item.annex)
        is_poll = item.kind is AgendaKind.POLL
        for widget in (self.ui.poll_label, self.ui.poll):
            widget.setVisible(is_poll)
        say(self.ui.poll_note, hints.get(f"{where}.poll", "") if is_poll else "", is_wrong=False)

    def _show_days(self, workshop: Workshop, fixed: datetime | time | None) -> None:
        days = days_of(workshop)
        choices: list[tuple[str, object]] = [(tr("the day that it comes to"), None)]
        choices += [(date_text(day), day) for day in days]
        chosen = fixed.date() if isinstance(fixed, datetime) else None
        if chosen and chosen not in days:
            choices.append((date_text(chosen), chosen))
        self.ui.fixed_day.fill(choices, chosen)
        self.ui.fixed_day.setVisible(len(choices) > 2)
        self._let_day_be_chosen()

    def _let_day_be_chosen(self) -> None:
        """A fixed start has a day as soon as it is typed: Tab goes on to it."""
        self.ui.fixed_day.setEnabled(read_time(self.ui.fixed_time.text()) is not None)

    def _edit(self, details: dict[str, Any], done: Done | None = None, failed: Failed | None = None) -> None:
        self._deeds.edit(self._key, details, done, failed)

    def _saving(self, name: str) -> HandIn:
        return lambda text, done, failed: self._edit({name: text}, done, failed)

    def _take_minutes(self, text: str, done: Done, failed: Failed) -> None:
        self._edit({"minutes": read_minutes(text)}, done, failed)

    def _take_time(self, text: str, done: Done, failed: Failed) -> None:
        self._edit({"fixed_start": self._fixed(read_time(text))}, done, failed)

    def _fixed(self, hour: time | None) -> datetime | time | None:
        """Return a fixed start on the day that is chosen, where one is."""
        day = self.ui.fixed_day.currentData()
        return datetime.combine(day, hour) if hour and day else hour

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In the table Delete removes and Insert adds; Enter in the fields goes back to the table."""
        in_table = self.ui.table.hasFocus()
        if in_table and event.key() == Qt.Key.Key_Delete:
            self.remove_row()
        elif event.key() == Qt.Key.Key_Insert and not self._in_fields():
            self.add_row()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._in_fields():
            self.commit()
            self.ui.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _in_fields(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.ui.form.isAncestorOf(focused)

    # The clock

    def _show_clock(self, workshop: Workshop) -> None:
        self.ui.clock.setText(clock_words(workshop))
        late = [one for one in _clock_findings(workshop) if one.code == "planned-overrun"]
        said = [tr(one.template, **one.values) for one in late[:SHOWN_OVERRUNS]]
        if more := len(late) - len(said):
            said.append(tr_count("{count} more overrun.", "{count} more overruns.", more))
        self.ui.overruns.setText("\n".join(said))
        self.ui.overruns.setVisible(bool(said))


def clock_words(workshop: Workshop) -> str:
    """Return when the agenda ends, and how that fits the end of the workshop."""
    if not workshop.agenda:
        return ""
    days = planned_days(plan(workshop))
    if not days:
        return tr("Type on Basics when the workshop starts, and the times are computed here.")
    said = [
        tr(
            "{day}: {starts}–{ends}.",
            day=date_text(one.starts.date()),
            starts=time_text(one.starts),
            ends=_hour(one.ends, one.starts),
        )
        for one in days[:-1]
    ]
    last = days[-1].ends
    if workshop.ends is None:
        return " ".join([*said, tr("The agenda ends at {time}.", time=time_text(last))])
    minutes = round((workshop.ends - last).total_seconds() / 60)
    values = {"time": time_text(last), "length": length_words(abs(minutes))}
    if minutes == 0:
        said.append(tr("The agenda ends at {time}, when the workshop ends.", **values))
    elif minutes > 0:
        said.append(tr("The agenda ends at {time}, {length} before the workshop ends.", **values))
    else:
        said.append(
            tr("The agenda ends at {time}, {length} after the workshop ends. Shorten it, or correct the end.", **values)
        )
    return " ".join(said)


def _hour(moment: datetime, day: datetime) -> str:
    return time_text(moment) if moment.date() == day.date() else f"{date_text(moment.date())} {time_text(moment)}"


def _clock_findings(workshop: Workshop) -> tuple[Finding, ...]:
    bare = replace(workshop, attendants=(), quotas=(), groups=(), answers=(), polls=(), ways_forward=())
    return tuple(one for one in check_workshop(bare) if one.where.startswith("$.agenda"))


def _item_hints(workshop: Workshop) -> Hints:
    return {one.where: tr(one.template, **one.values) for one in reversed(_clock_findings(workshop))}


def _minutes_complaint(text: str) -> str:
    minutes = read_minutes(text)
    if text.strip() and (minutes is None or minutes > LONGEST):
        return tr("This is no length. Type minutes such as 30, or 1:30.")
    return ""


def _time_complaint(text: str) -> str:
    return tr("This is no time. Type one such as 08:30.") if text.strip() and read_time(text) is None else ""
