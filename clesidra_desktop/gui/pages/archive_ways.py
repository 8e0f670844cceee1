"""Ways forward of all workshops: what is past its day, who does it, and what was done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from clesidra_desktop.domain.archive import ArchivedWay
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.names import folded
from clesidra_desktop.gui.archive_words import day_words
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_archive_ways import Ui_ArchiveWays
from clesidra_desktop.gui.i18n import date_text, mark, tr, tr_count
from clesidra_desktop.gui.models.rows import Column, RowsModel
from clesidra_desktop.gui.pages.archive_tab import ArchiveTab
from clesidra_desktop.gui.undoing import say_redone, say_undone
from clesidra_desktop.gui.widgets.archive_filters import ArchiveFilters
from clesidra_desktop.gui.widgets.empty_state import EmptyState
from clesidra_desktop.gui.widgets.undo_keys import UndoKeys
from clesidra_desktop.services.archive import ArchiveChoices, archive_choices, place_of_way
from clesidra_desktop.services.booklet import find_archived_ways
from clesidra_desktop.services.history import State, Step, read_back, redo, undo
from clesidra_desktop.services.ways_forward import finish_way_forward

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes
    from clesidra_desktop.storage.database import Database

TICK = "✓"
WIDTHS = {"done": 70, "due": 160, "late": 90, "responsible": 170, "workshop": 220}
CONCERN = frozenset({"ways_forward", "workshops"})
"""Tables whose changes are seen here."""


class Shown(StrEnum):
    """Which ways forward are shown."""

    LATE = "late"
    OPEN = "open"
    DONE = "done"
    ALL = "all"


SHOWN_WORDS = {
    Shown.LATE: mark("Past their day"),
    Shown.OPEN: mark("Not done yet"),
    Shown.DONE: mark("Done"),
    Shown.ALL: mark("All ways forward"),
}


@dataclass(frozen=True, slots=True)
class Marked:
    """Something that was marked here, or taken back: in which workshop, and its place in the journal."""

    workshop_id: UUID
    step: Step | None


class WaysTab(ArchiveTab):
    """The table, the longest late first. Undo is about what was marked here, in whichever workshops."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_ArchiveWays()
        self.ui.setupUi(self)
        self.filters = ArchiveFilters(("year", "place", "programme"))
        self.ui.filters_place.addWidget(self.filters)
        columns: tuple[Column[ArchivedWay], ...] = (
            Column("done", mark("Done"), lambda one: TICK if one.way.done else "–", sort=lambda one: str(one.way.done)),
            Column("due", mark("Due"), _due, sort=lambda one: str(one.way.due_date or one.way.due)),
            Column("late", mark("Late"), self._late, sort=lambda one: one.days_late(self._today), is_number=True),
            Column("text", mark("Way forward"), lambda one: " ".join(one.way.text.split())),
            Column("responsible", mark("Responsible"), lambda one: one.way.responsible),
            Column("workshop", mark("Workshop"), lambda one: f"{one.title} · {day_words(one.starts)}"),
        )
        self.model = RowsModel(columns, lambda one: one.way.id, self)
        self._said = EmptyState(context.theme, "check")
        self.ui.body.addWidget(self._said)
        self._read_ways: tuple[ArchivedWay, ...] | None = None
        self._done: list[Marked] = []
        self._undone: list[Marked] = []
        """What was marked here, and what of it was taken back, the newest last. Undo is about nothing else."""

        self._set_up_table()
        self._connect()
        self._name_shown()

    @property
    def history(self) -> State | None:
        """What undo and redo would take back: what was marked here."""
        undo, redo = (marked[-1].step if marked else None for marked in (self._done, self._undone))
        return State(None, undo, redo)

    def refresh(self) -> None:
        """Read what there is to choose, and the ways forward."""
        self.context.open.ask(archive_choices, done=self._take_choices, owner=self)
        self._read()

    def update_for(self, changes: "Changes") -> None:
        """Read again what a deed has changed."""
        if CONCERN & {*changes.added, *changes.changed, *changes.removed}:
            self.refresh()

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self.filters.retranslate()
        self.model.retranslate()
        self._name_shown()
        self._show()

    def restyle(self) -> None:
        """Follow the size of the type."""
        self.ui.table.fit_rows()

    def first_field(self) -> QWidget:
        """The table, or the filter where there is nothing in it."""
        return self.ui.search if not self.model.shown_rows else self.ui.table

    def take_keys(self) -> None:
        """Let the filter take the keys."""
        self.ui.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark by Space."""
        if (
            watched is self.ui.table
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
        ):
            self.mark_done()
            return True
        return super().eventFilter(watched, event)

    def mark_done(self) -> None:
        """Mark the chosen way forward as done today, or as not done after all."""
        one = self._chosen()
        if one is None:
            return
        done = None if one.way.done else self._today
        words = (
            tr("Marked as done: {way}", way=one.way.text) if done else tr("Marked as not done: {way}", way=one.way.text)
        )

        def told(state: State) -> None:
            self._undone.clear()
            marked = self._keep(self._done, one.workshop_id, state.undo)
            self.context.messages.news(words, tr("Undo"), partial(self._take_back, marked))

        self._run(partial(finish_way_forward, way_id=one.way.id, done=done), one.workshop_id, told)

    def undo(self) -> None:
        """Take back what was marked here last."""
        if self._done:
            self._take_back(self._done[-1])

    def redo(self) -> None:
        """Do it again."""
        if self._undone:
            self._do_again(self._undone[-1])

    def open_way(self, one: ArchivedWay) -> None:
        """Open the workshop of a way forward, and go to it."""

        def show(path: str) -> None:
            opened = self.context.open
            opened.open(one.workshop_id, lambda: self.context.show_page("agenda", path))

        self.context.open.ask(place_of_way, one, done=show, owner=self)

    # What is read and done

    @property
    def _today(self) -> date:
        return self.context.clock().date()

    def _run(self, deed: Callable[..., object], workshop_id: UUID, then: Callable[[State], object]) -> None:
        """Run a deed in a workshop, which may be another than the one that is open; `then` gets its history."""
        self.context.open.do_in_directory(partial(_in_workshop, deed, workshop_id), done=then)

    def _keep(self, marks: list[Marked], workshop_id: UUID, step: Step | None) -> Marked:
        """Remember what was marked, or taken back, as the newest of its workshop."""
        marked = Marked(workshop_id, step)
        marks.append(marked)
        self.context.open.saved.emit()
        return marked

    def _take_back(self, marked: Marked) -> None:
        """Take back what was marked, unless that was done already, or something else since in its workshop."""

        def undone(state: State) -> None:
            again = self._keep(self._undone, marked.workshop_id, state.redo)
            say_undone(self.context, again.step, partial(self._do_again, again))

        self._drop(self._done, marked)
        self._run(partial(_undo_only, marked.step), marked.workshop_id, undone)

    def _do_again(self, marked: Marked) -> None:
        """Do again what was taken back, unless that was done already, or something else since in its workshop."""

        def redone(state: State) -> None:
            back = self._keep(self._done, marked.workshop_id, state.undo)
            say_redone(self.context, back.step, partial(self._take_back, back))

        self._drop(self._undone, marked)
        self._run(partial(_redo_only, marked.step), marked.workshop_id, redone)

    def _drop(self, marks: list[Marked], marked: Marked) -> None:
        """Offer something no longer: it is being taken back, or cannot be."""
        if marked in marks:
            marks.remove(marked)
            self.context.open.saved.emit()

    def _read(self) -> None:
        self.context.open.ask(find_archived_ways, self.filters.filters(), done=self._take, owner=self)

    def _take(self, ways: tuple[ArchivedWay, ...]) -> None:
        self._read_ways = ways
        self._show()

    def _take_choices(self, choices: ArchiveChoices) -> None:
        self.filters.show_choices(choices)

    # How it is shown

    def _late(self, one: ArchivedWay) -> str:
        days = one.days_late(self._today)
        return tr_count("{count} day", "{count} days", days) if days else ""

    def _accepts(self, one: ArchivedWay) -> bool:
        match Shown(self.ui.shown.currentData()):
            case Shown.LATE if not one.days_late(self._today):
                return False
            case Shown.OPEN if one.way.done:
                return False
            case Shown.DONE if not one.way.done:
                return False
        line = folded(f"{one.way.text} {one.way.responsible} {one.way.due} {one.title} {one.place}")
        return all(word in line for word in folded(self.ui.search.text()).split())

    def _show(self) -> None:
        ways = self._read_ways
        if ways is None:
            return
        today, row = self._today, self.ui.table.currentIndex().row()
        self.model.set_filter(self._accepts)
        self.model.show_rows(sorted(ways, key=lambda one: -one.days_late(today)))
        shown, late = self.model.shown_rows, sum(one.days_late(today) > 0 for one in ways)
        listed = tr_count("{count} way forward", "{count} ways forward", len(shown))
        self.ui.state.setText(tr("{listed}; past their day: {late}", listed=listed, late=late))
        if shown:
            self.ui.body.setCurrentWidget(self.ui.ways_page)
            if not self.ui.table.currentIndex().isValid():  # the one that was marked may be gone from the list
                self.ui.table.setCurrentIndex(self.model.index(max(0, min(row, len(shown) - 1)), 0))
        else:
            self._say_none(bool(ways))
        self._show_tools()

    def _say_none(self, are_others: bool) -> None:
        self.ui.body.setCurrentWidget(self._said)
        is_late = self.ui.shown.currentData() == Shown.LATE and not self.ui.search.text()
        if is_late and are_others:
            self._said.say(tr("Nothing is late"), tr("No way forward of any workshop is past its day."), *self._all())
        elif are_others or self.filters.is_narrowed:
            self._said.say(tr("Nothing found"), tr("No way forward is like what you have chosen above."), *self._all())
        else:
            self._said.say(
                tr("No ways forward yet"),
                tr("What rooms agree to do stands here, of all workshops. Those past their day come first."),
            )

    def _all(self) -> tuple[str, Callable[[], object]]:
        return tr("Show all"), self._show_all

    def _show_all(self) -> None:
        self.ui.search.clear()
        self.ui.shown.setCurrentIndex(self.ui.shown.findData(Shown.ALL))
        self.filters.clear()

    def _show_tools(self) -> None:
        one = self._chosen()
        self.ui.done.setText(tr("Not done") if one and one.way.done else tr("Done"))
        for button in (self.ui.done, self.ui.open):
            button.setEnabled(one is not None)

    def _chosen(self) -> ArchivedWay | None:
        index = self.ui.table.currentIndex()
        return self.model.row_at(index) if index.isValid() and self.model.shown_rows else None

    def _name_shown(self) -> None:
        chosen = self.ui.shown.currentData() or Shown.LATE
        self.ui.shown.fill([(tr(words), shown) for shown, words in SHOWN_WORDS.items()], chosen)

    def _set_up_table(self) -> None:
        table = self.ui.table
        table.set_up(self.model, self.context.settings, "archive_ways", stretched="text")
        table.setSelectionMode(table.SelectionMode.SingleSelection)
        for key, width in WIDTHS.items():
            table.setColumnWidth(self.model.column_of(key), width)
        table.installEventFilter(self)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._show_tools())
        table.doubleClicked.connect(lambda index: self.open_way(self.model.row_at(index)))

    def _connect(self) -> None:
        ui = self.ui
        ui.search.textChanged.connect(lambda _: self._show())
        ui.search.returnPressed.connect(lambda: ui.table.setFocus(Qt.FocusReason.OtherFocusReason))
        ui.shown.currentIndexChanged.connect(lambda _: self._show())
        ui.done.clicked.connect(self.mark_done)
        ui.open.clicked.connect(self._open_chosen)
        self.filters.changed.connect(self._read)
        self.context.theme.set_icon(ui.done, "check")
        UndoKeys(ui.search)

    def _open_chosen(self) -> None:
        one = self._chosen()
        if one:
            self.open_way(one)


def _due(one: ArchivedWay) -> str:
    return date_text(one.way.due_date) if one.way.due_date else one.way.due


def _in_workshop(deed: Callable[..., object], workshop_id: UUID, database: "Database", *, who: str) -> State:
    """Run a deed of a workshop as one that needs none to be open, and return the history of the workshop."""
    deed(database, workshop_id, who=who)
    return read_back(database, workshop_id, who=who)


def _undo_only(step: Step | None, database: "Database", workshop_id: UUID, *, who: str) -> None:
    newest = read_back(database, workshop_id, who=who).undo
    if step is None or newest is None or newest.sequence != step.sequence:
        raise UserError("This was taken back already, or something else was done since in its workshop.")
    undo(database, workshop_id, who=who)


def _redo_only(step: Step | None, database: "Database", workshop_id: UUID, *, who: str) -> None:
    newest = read_back(database, workshop_id, who=who).redo
    if step is None or newest is None or newest.sequence != step.sequence:
        raise UserError("Something else was done since, so that this cannot be done again.")
    redo(database, workshop_id, who=who)
