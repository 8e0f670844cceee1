"""The agenda as it runs: the timeline, the countdown, the notes of each item, polls, ways forward, and the screen."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from clesidra_desktop.domain.agenda_clock import AgendaClock, agenda_clock, last_recorded, wrong_since
from clesidra_desktop.domain.catching_up import catch_ups
from clesidra_desktop.domain.catching_up_ways import CatchUp
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, Workshop
from clesidra_desktop.gui.agenda_words import left_running_words, minutes_words, started_words, whole_minutes
from clesidra_desktop.gui.audience.screen import AudienceScreen
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dialogs.agenda_item import AgendaItemDialog
from clesidra_desktop.gui.forms.ui_agenda import Ui_Agenda
from clesidra_desktop.gui.i18n import mark, moment_text, time_text, tr
from clesidra_desktop.gui.outline_keeper import OutlineKeeper, OutlineSource
from clesidra_desktop.gui.page import Page
from clesidra_desktop.gui.pages.agenda_audience import AudienceMenu
from clesidra_desktop.gui.pages.agenda_late import WRONG_CLOCK, LateBar
from clesidra_desktop.gui.pages.agenda_now import NowCard
from clesidra_desktop.gui.pages.agenda_polls import PollsPart
from clesidra_desktop.gui.pages.agenda_ways import WaysPart
from clesidra_desktop.gui.text_history import show_history
from clesidra_desktop.gui.widgets.elided_label import ElidedLabel
from clesidra_desktop.gui.widgets.empty_state import EmptyState
from clesidra_desktop.gui.widgets.outline_editor import OutlineEditor
from clesidra_desktop.gui.widgets.timeline import Timeline
from clesidra_desktop.services import agenda as deeds

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes

TICK = 250
"""Milliseconds between two looks at the clock; what is shown is worked out from moments, never counted."""

STEP = 5
"""Minutes that one key gives."""

KEYS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("start_next", mark("Start the next item"), ("Space", "Ctrl+Return"), "play"),
    ("start_chosen", mark("Start the chosen item"), ("Ctrl+Shift+Return",), "play"),
    ("end_item", mark("End the item that is on"), ("E",), "pause"),
    ("more_time", mark("5 minutes more"), ("+", "="), "add"),
    ("less_time", mark("5 minutes less"), ("-",), ""),
    ("skip_item", mark("Leave out, or take in again"), ("S",), "skip"),
    ("go_back", mark("Go back to the item before"), ("B",), "undo"),
    ("insert_item", mark("Insert an item…"), ("Insert", "I"), "add"),
    ("edit_item", mark("Change the chosen item…"), ("F4",), "edit"),
    ("write_notes", mark("Write notes"), ("N",), "pen"),
    ("notes_history", mark("What was here before…"), ("Ctrl+H",), "history"),
    ("catch_up_1", mark("Catch up in the first way"), ("1", "១"), ""),
    ("catch_up_2", mark("Catch up in the second way"), ("2", "២"), ""),
    ("catch_up_3", mark("Catch up in the third way"), ("3", "៣"), ""),
)
"""The actions of the agenda itself, with their keys; those that are letters do not reach a field in which one types."""

TABS = (
    ("show_agenda", mark("The agenda against the clock"), "F6", "agenda"),
    ("show_polls", mark("Polls"), "F7", "poll"),
    ("show_ways", mark("Ways forward"), "F8", "check"),
)

POLLS_TAB = 1

NEW_POLL = "new_poll"

Words: TypeAlias = Callable[[AgendaClock, AgendaClock], str]
"""What is said of a deed, of the agenda before and after it."""

TOOLS = ("insert_item", "edit_item", "skip_item")


class AgendaPage(Page):
    """Runs the agenda."""

    ACTIONS = (
        *(key for key, *_ in KEYS),
        *(key for key, *_ in TABS),
        NEW_POLL,
        *AudienceMenu.ACTIONS,
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_Agenda()
        self.ui.setupUi(self)
        self.timeline = Timeline(context.theme)
        self.now = NowCard(context)
        self.late = LateBar(context)
        self.notes = OutlineEditor(context.theme)
        self.keeper = OutlineKeeper(context, self.notes)
        self.notes_title = ElidedLabel()
        self.notes_title.setProperty("level", "section")
        self.polls, self.ways = PollsPart(context), WaysPart(context)
        self.audience = AudienceScreen(context)
        self._empty = EmptyState(context.theme, "agenda")
        self._running = ""
        self._tools: list[QToolButton] = []
        self._lay_out()
        self._add_actions()
        self.menu = AudienceMenu(context, self.audience, self._poll_looked_at, self)
        self.ui.tabs.setCornerWidget(self.menu.button)
        self.ui.tabs.tabBar().setDrawBase(False)
        self._make_tools()
        self._connect()
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._tick)
        self._catch_up_at: datetime | None = None
        self.ui.tabs.setCurrentIndex(0)
        self.retranslate()

    # What every page does

    def enter(self) -> None:
        """Look at the clock from now on."""
        super().enter()
        self._timer.start()
        self._tick()
        self._tab_changed()

    def leave(self) -> None:
        """Look at it no longer."""
        self._timer.stop()
        super().leave()

    def refresh(self) -> None:
        """Show the workshop."""
        workshop = self.context.open.workshop
        self._empty.setVisible(bool(workshop) and not workshop.agenda)  # type: ignore[union-attr]
        for widget in (self.timeline, self.now, self.notes, self.notes_title, *self._tools):
            widget.setVisible(not self._empty.isVisibleTo(self))
        if workshop is None:
            self.keeper.open(None)
            return
        self.polls.show_workshop(workshop)
        self.ways.show_workshop(workshop)
        self._catch_up_at = None
        self._show_clock(workshop)
        self._follow(workshop)
        self.keeper.refresh()

    def update_for(self, changes: "Changes") -> None:
        """Show what a deed has changed, unless it was only somebody at the door."""
        tables = {*changes.added, *changes.changed, *changes.removed}
        if tables - {"people", "answers"}:
            self.refresh()

    def commit(self) -> None:
        """Hand in notes and polls that are being typed."""
        self.notes.commit()
        self.polls.commit()

    def shut(self) -> None:
        """Let the screen for the audience go with the window."""
        super().shut()
        self.audience.close()

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self.timeline.setAccessibleName(tr("Agenda"))
        self.notes.text.setAccessibleName(tr("Notes"))
        for part in (self.now, self.polls, self.ways, self.menu):
            part.retranslate()
        self.polls.ui.new_question.setToolTip(self.context.actions[NEW_POLL].toolTip())
        self._empty.say(
            tr("Nothing is on the agenda yet"),
            tr("Insert what is on the programme, or write it on the page Prepare. Then Space starts each item."),
            tr("Insert an item"),
            self._insert,
        )

    def restyle(self) -> None:
        """Follow the theme."""
        self.timeline.scheduleDelayedItemsLayout()
        self.timeline.viewport().update()
        self.ways.restyle()

    def first_field(self) -> QWidget:
        """The timeline, where one key does each thing."""
        return self._empty.button if self._empty.isVisibleTo(self) else self.timeline

    def keys_go_to(self) -> QWidget:
        """The first field of what is shown."""
        return (self.first_field, self.polls.first_field, self.ways.first_field)[self.ui.tabs.currentIndex()]()

    def go_to(self, where: str) -> None:
        """Show the item, the poll or the way forward that a finding is about."""
        workshop = self.context.open.workshop
        place = int("".join(filter(str.isdigit, where.split("]", maxsplit=1)[0])) or 0)
        if workshop and where.startswith("$.polls") and place < len(workshop.polls):
            self._show_tab(1)
            self.polls.choose(workshop.polls[place].key)
            self.polls.go_to(where)
        elif where.startswith("$.ways_forward"):
            self._show_tab(2)
            self.ways.go_to(where)
        elif workshop and place < len(workshop.agenda):
            self._show_tab(0)
            self.timeline.choose(workshop.agenda[place].key)
            self._go_to_field(workshop.agenda[place], where.rpartition(".")[2])

    def _go_to_field(self, item: AgendaItem, name: str) -> None:
        """Let the field of an item take the keys; its times are in the dialog."""
        if name == "notes":
            self.notes.setFocus(Qt.FocusReason.OtherFocusReason)
        elif name in ("started", "ended"):
            dialog = AgendaItemDialog(self.context, item, None, self)
            dialog.open()
            dialog.go_to(name)

    # The clock

    def _tick(self) -> None:
        workshop = self.context.open.workshop
        if workshop and workshop.agenda:
            self._show_clock(workshop)

    def _show_clock(self, workshop: Workshop) -> None:
        moment = self.context.open.now()
        clock = agenda_clock(workshop, moment)
        self.timeline.agenda.show_clock(clock)
        self.now.show_clock(clock)
        minute = moment.replace(second=0)
        if self._catch_up_at != minute:
            self._catch_up_at = minute
            self._show_late(workshop, clock, moment)

    def _show_late(self, workshop: Workshop, clock: AgendaClock, moment: datetime) -> None:
        since, last = wrong_since(workshop.agenda, moment), last_recorded(workshop.agenda)
        if clock.behind >= WRONG_CLOCK and since and last:
            self.late.show_trouble(
                tr(
                    "The computer's clock shows {time}, but something was recorded at {recorded}: it was set back, or "
                    "was ahead before. If it is right now, correct what was recorded from {since} on.",
                    time=time_text(moment),
                    recorded=time_text(last),
                    since=time_text(since),
                ),
                tr("Correct it by {length}", length=f"−{minutes_words(whole_minutes(clock.behind))}"),
                lambda: self._do(deeds.correct_times, self.context.open.now()),
            )
        elif clock.forgotten and clock.current:
            due = clock.forgotten
            is_today = due.date() == moment.date()
            self.late.show_trouble(
                tr(
                    "“{title}” should have ended at {time}. Was it forgotten to end it?",
                    title=clock.current.item.title,
                    time=time_text(due) if is_today else moment_text(due),
                ),
                tr("It ended at {time}", time=time_text(due)),
                lambda: self._do(deeds.end_agenda_item, due),
            )
        else:
            self.late.show_state(clock, catch_ups(workshop, moment))

    def _follow(self, workshop: Workshop) -> None:
        """Choose what has just started, so that the notes are those of what is on."""
        running = next((one.key for one in workshop.agenda if one.started and not one.ended), "")
        if running and running != self._running:
            self.timeline.choose(running)
            self._choose_poll_of(running)
        self._running = running
        if not self.timeline.key and workshop.agenda:
            self.timeline.choose(running or workshop.agenda[0].key)
        self._show_notes(self.timeline.key)

    def _choose_poll_of(self, key: str) -> None:
        """Let the poll of an item that has begun stand chosen, so that its hands can be typed.

        Where those of another poll are being typed, as the MC goes on at another computer, the keys stay with them.
        """
        item = self._item(key)
        if item and item.kind is AgendaKind.POLL and item.poll and not self.polls.is_typing:
            self.polls.choose(item.poll)

    def _show_notes(self, key: str) -> None:
        item = self._item(key)
        self.notes_title.setText(tr("Notes: {title}", title=item.title) if item else tr("Notes"))
        self.keeper.open(OutlineSource.notes(key) if item else None)

    def _show_history(self) -> None:
        item = self._item(self.timeline.key)
        if item:
            show_history(self.context, self.keeper, tr("Notes: {title}", title=item.title), self)

    # What the MC does

    def _item(self, key: str) -> AgendaItem | None:
        workshop = self.context.open.workshop
        return next((one for one in workshop.agenda if one.key == key), None) if workshop else None

    def _do(self, deed: object, *arguments: object, **options: object) -> None:
        self.context.open.do(deed, *arguments, **options)  # type: ignore[arg-type]

    def _clock(self) -> AgendaClock | None:
        workshop = self.context.open.workshop
        return agenda_clock(workshop, self.context.open.now()) if workshop else None

    def _start_next(self) -> None:
        clock = self._clock()
        if clock and (clock.current or clock.next):
            self._go_on(clock, left_running_words, deeds.start_next_item, self.context.open.now())

    def _start_chosen(self) -> None:
        """Start an item out of turn; what it leaves behind is named, with a way back."""
        clock = self._clock()
        if clock and self.timeline.key:
            self._go_on(clock, started_words, deeds.start_agenda_item, self.timeline.key, self.context.open.now())

    def _end(self) -> None:
        clock = self._clock()
        if clock:
            self._go_on(clock, left_running_words, deeds.end_agenda_item, self.context.open.now())

    def _go_on(self, before: AgendaClock, words: Words, deed: object, *arguments: object) -> None:
        """Do what ends an item; what it says of more than that, between before and after, has a way back."""

        def done(_changes: object) -> None:
            after = self._clock()
            said = words(before, after) if after else ""
            if said:
                self.context.messages.news(said, tr("Undo"), self.context.open.way_back())

        self._do(deed, *arguments, done=done)

    def _extend(self, minutes: int) -> None:
        """Give what is on more minutes; where nothing is, what is chosen."""
        clock = self._clock()
        key = clock.current.item.key if clock and clock.current else self.timeline.key
        if key:
            self._do(deeds.extend_item, key, minutes, self.context.open.now())

    def _skip(self) -> None:
        item = self._item(self.timeline.key)
        if item:
            self._do(deeds.skip_item, item.key, skip=not item.skipped)

    def _shift(self, key: str, by: int) -> None:
        rows = [row.key for row in self.timeline.agenda.rows]
        place = rows.index(key) + by
        if 0 <= place < len(rows):
            rows.remove(key)
            self._do(deeds.move_item, key, after=rows[place - 1] if place else None)

    def _remove(self, key: str) -> None:
        item = self._item(key)
        if item:
            self.notes.commit()
            said = tr("“{title}” was removed.", title=item.title)

            def removed(_changes: object) -> None:
                self.context.messages.news(said, tr("Undo"), self.context.open.way_back())

            self._do(deeds.remove_item, key, done=removed)

    def _insert(self) -> None:
        AgendaItemDialog(self.context, None, self.timeline.key or None, self, done=self.timeline.choose).open()

    def _edit(self, key: str = "") -> None:
        item = self._item(key or self.timeline.key)
        if item:
            AgendaItemDialog(self.context, item, None, self).open()

    def _take(self, way: CatchUp) -> None:
        self._do(deeds.take_catch_up, way)

    # Making it

    def _lay_out(self) -> None:
        ui = self.ui
        self.timeline.setObjectName("timeline")
        ui.timeline_column.addWidget(self.timeline, 1)
        ui.now_column.addWidget(self.now)
        self._notes_top = QHBoxLayout()
        self._notes_top.addWidget(self.notes_title, 1)
        ui.notes_column.addLayout(self._notes_top)
        ui.notes_column.addWidget(self.notes, 1)
        ui.run_rows.insertWidget(0, self._empty, 1)
        ui.late_row.addWidget(self.late)
        ui.polls_rows.addWidget(self.polls)
        ui.ways_rows.addWidget(self.ways)

    def _add_actions(self) -> None:
        does: dict[str, Callable[[], object]] = {
            "start_next": self._start_next,
            "start_chosen": self._start_chosen,
            "end_item": self._end,
            "more_time": partial(self._extend, STEP),
            "less_time": partial(self._extend, -STEP),
            "skip_item": self._skip,
            "go_back": lambda: self._do(deeds.go_back),
            "insert_item": self._insert,
            "edit_item": self._edit,
            "write_notes": self.notes.text.setFocus,
            "notes_history": self._show_history,
            **{f"catch_up_{place + 1}": partial(self.late.take, place) for place in range(len(self.late.buttons))},
        }
        for key, name, shortcuts, icon in KEYS:
            action = self.context.actions.add(key, name, does[key], icon=icon)
            action.setShortcuts([QKeySequence(one) for one in shortcuts])
        for place, (key, name, shortcut, icon) in enumerate(TABS):
            self.context.actions.add(key, name, partial(self._show_tab, place), shortcut=shortcut, icon=icon)
        self.context.actions.add(NEW_POLL, mark("New poll"), self._new_poll, shortcut="Ctrl+F7", icon="poll")
        self.context.actions.refresh()
        self.now.connect_to({key: self.context.actions[key] for key, *_ in KEYS})

    def _make_tools(self) -> None:
        for key in TOOLS:
            self._tools.append(self._tool(key))
            self.ui.timeline_tools.addWidget(self._tools[-1])
        self.ui.timeline_tools.addStretch()
        self._tools.append(self._tool("notes_history"))
        self._notes_top.addWidget(self._tools[-1])

    def _tool(self, key: str) -> QToolButton:
        tool = QToolButton()
        tool.setDefaultAction(self.context.actions[key])
        tool.setProperty("role", "quiet")
        tool.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return tool

    def _connect(self) -> None:
        timeline = self.timeline
        timeline.chosen.connect(self._show_notes)
        timeline.edit_wanted.connect(self._edit)
        timeline.shift_wanted.connect(self._shift)
        timeline.removal_wanted.connect(self._remove)
        timeline.agenda.moved.connect(lambda key, after: self._do(deeds.move_item, key, after=after))
        self.late.taken.connect(self._take)
        self.notes.escaped.connect(timeline.setFocus)
        self.ui.tabs.currentChanged.connect(self._tab_changed)

    def _poll_looked_at(self) -> str:
        """Return the key of the poll that stands chosen in sight; empty while another part of the page is looked at."""
        return self.polls.key if self.isVisible() and self.ui.tabs.currentIndex() == POLLS_TAB else ""

    def _show_tab(self, place: int) -> None:
        """Show the agenda, the polls or the ways forward; the polls begin with the one that is on."""
        if place == 1:
            running = self._item(self._running)
            if running and running.kind is AgendaKind.POLL and running.poll:
                self.polls.choose(running.poll)
        self.ui.tabs.setCurrentIndex(place)
        self.keys_go_to().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _new_poll(self) -> None:
        self.ui.tabs.setCurrentIndex(POLLS_TAB)
        self.polls.ask_new()

    def _tab_changed(self) -> None:
        """Let single letters do something only where the timeline is in sight."""
        is_agenda = self.ui.tabs.currentIndex() == 0
        self.commit()
        for key, *_ in KEYS:
            self.context.actions[key].setEnabled(is_agenda and self.isVisible())
