"""A workshop that was edited here and in a file: what differs, and what a person has to decide, before it is merged."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.merge import Choice, Conflict, Difference, Place, Report
from clesidra_desktop.domain.outline_difference import ComparedLine, Fate, compare
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.exchange.workshop_file.reading import WorkshopFile
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.forms.ui_merge_workshop import Ui_MergeWorkshop
from clesidra_desktop.gui.i18n import mark, tr, tr_count, tr_error
from clesidra_desktop.gui.merge_words import place_words, side_lines, table_words
from clesidra_desktop.gui.models.rows import Column, RowsModel
from clesidra_desktop.gui.tasks import lasting
from clesidra_desktop.gui.widgets.difference_view import DifferenceView
from clesidra_desktop.services.workshop_merge import Comparison, compare_file, merge_workshop

CHOICE_WORDS = {
    Choice.OURS: mark("As here"),
    Choice.THEIRS: mark("As in the file"),
    Choice.BOTH: mark("Both"),
    None: mark("To decide"),
}

WIDTHS = {"table": 130, "field": 250, "choice": 130}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in the table: what differs there, and whose value it is, or is to be."""

    one: Difference | Conflict
    choice: Choice | None

    @property
    def subject(self) -> str:
        """What a person calls the row; the table where it is the workshop itself."""
        return self.one.subject or table_words(self.one.place)


class MergeWorkshopDialog(QDialog):
    """Three sections of places, the values of the chosen one side by side, and keys to decide."""

    def __init__(
        self,
        context: Context,
        file: WorkshopFile,
        compared: Comparison,
        parent: QWidget,
        done: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("merge_workshop")
        self._context = context
        self._file = file
        self._compared = compared
        self._done = done
        self._decisions: dict[Place, Choice] = {}
        self._is_merging = False
        self._comparing = 0
        """The number of the last comparison that is under way; 0 where none is."""

        self.ui = Ui_MergeWorkshop()
        self.ui.setupUi(self)
        self.ours, self.theirs = DifferenceView(context.theme), DifferenceView(context.theme)
        for column, (field, name) in enumerate(((self.ours, tr("On this computer")), (self.theirs, tr("In the file")))):
            field.setAccessibleName(name)
            self.ui.values.addWidget(field, 1, column)
        self.ui.title.setText(tr("Two versions of “{title}”", title=file.workshop.title))
        self._merge = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._merge.setText(tr("Merge"))
        dress(self._merge, role="primary")
        self.ui.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Change nothing"))
        columns: tuple[Column[PlaceRow], ...] = (
            Column("table", mark("List"), lambda row: table_words(row.one.place)),
            Column("subject", mark("What"), lambda row: row.subject),
            Column("field", mark("Field"), lambda row: place_words(row.one)),
            Column("choice", mark("Taken"), lambda row: tr(CHOICE_WORDS[row.choice])),
        )
        self.model = RowsModel(columns, lambda row: row.one.place, self)
        self._set_up_table()
        self._connect()
        self.refuse(None)
        self.resize(980, 660)
        self._show_compared(compared)
        self.ui.places.setFocus()  # 1, 2 and 3 are keys of the table

    def decide(self, choice: Choice) -> None:
        """Decide the conflicts that are selected, and go on to the next one that is open."""
        rows = {index.row() for index in self.ui.places.selectionModel().selectedRows()}
        chosen = [self.model.shown_rows[row].one for row in sorted(rows)]
        for one in chosen:
            if isinstance(one, Conflict) and (choice is not Choice.BOTH or one.can_both):
                self._decisions[one.place] = choice
        self._compare()

    def decide_all(self, choice: Choice) -> None:
        """Decide everything in the section in one way."""
        self._decisions |= {one.place: choice for one in self._compared.report.conflicts}
        self._compare()

    def accept(self) -> None:
        """Merge, as one deed that can be undone."""
        if not self._merge.isEnabled():
            return
        self._is_merging = True
        self._show_state()
        seen, decisions = self._compared.seen, dict(self._decisions)
        who, id_ = self._context.open.who, self._file.workshop.id
        self._context.open.ask(
            lambda database: merge_workshop(database, id_, self._file, decisions, who=who, seen=seen),
            done=lambda _: self._merged(),
            failed=self._failed,
            stopped=self._stopped,
            owner=self,
        )

    def refuse(self, error: UserError | None) -> None:
        """Show what went wrong."""
        self.ui.error.setText(tr_error(error) if error else "")
        self.ui.error.setVisible(error is not None)

    # Set up

    def _set_up_table(self) -> None:
        places = self.ui.places
        places.set_up(self.model, self._context.settings, "merge_workshop", stretched="subject")
        for key, width in WIDTHS.items():
            places.setColumnWidth(self.model.column_of(key), width)
        places.selectionModel().currentRowChanged.connect(lambda *_: self._show_values())
        for _ in range(3):
            self.ui.sections.addTab("")
        self.ui.sections.setDrawBase(False)
        self.ui.sections.setExpanding(False)

    def _connect(self) -> None:
        ui = self.ui
        ui.sections.currentChanged.connect(lambda _: self._show_section())
        for choice, button, key in (
            (Choice.OURS, ui.keep_ours, "1"),
            (Choice.THEIRS, ui.keep_theirs, "2"),
            (Choice.BOTH, ui.keep_both, "3"),
        ):
            button.clicked.connect(partial(self.decide, choice))
            shortcut = QShortcut(key, ui.places, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self.decide, choice))
            button.setAutoDefault(False)
        for choice, button in ((Choice.OURS, ui.all_ours), (Choice.THEIRS, ui.all_theirs)):
            button.clicked.connect(partial(self.decide_all, choice))
            button.setAutoDefault(False)
        ui.buttons.accepted.connect(self.accept)
        ui.buttons.rejected.connect(self.reject)

    # What is shown

    def _compare(self) -> None:
        """Show what was decided; then hold the two against each other again, which may leave more to decide, or less.

        That is done beside the window: a workshop may have ten thousand attendants.
        """
        before, decisions = self._compared, dict(self._decisions)
        self._compared = before.noted(decisions)
        self._comparing += 1
        number = self._comparing
        self._show_section()
        self._go_on()

        def take(compared: Comparison) -> None:
            if number == self._comparing:
                self._comparing = 0
                self._show_compared(compared)
                self._go_on()

        self._context.tasks.aside(lambda: before.decided(decisions), lasting(self, take))

    def _show_compared(self, compared: Comparison) -> None:
        self._compared = compared
        report = compared.report
        taken, kept, conflicts = len(report.taken), len(report.kept), len(report.conflicts)
        sentences = [
            tr_count("{count} difference comes from the file.", "{count} differences come from the file.", taken),
            tr_count("{count} stays as it is here.", "{count} stay as they are here.", kept),
            tr_count("{count} is yours to decide.", "{count} are yours to decide.", conflicts)
            if conflicts
            else tr("Nothing is left to decide."),
        ]
        if not report.has_base:
            sentences.append(tr("No earlier version is known from which both come, so more has to be decided."))
        self.ui.summary.setText(" ".join(sentences))
        names = tr("To decide"), tr("Taken from the file"), tr("Kept from here")
        for place, (name, count) in enumerate(zip(names, (conflicts, taken, kept), strict=True)):
            self.ui.sections.setTabText(place, f"{name} ({count})")
        if not conflicts and not self.ui.sections.currentIndex() and not self.model.all_rows:
            self.ui.sections.setCurrentIndex(1 if taken else 2)
        self._show_section()

    def _show_section(self) -> None:
        report = self._compared.report
        listed: tuple[tuple[Difference | Conflict, ...], ...] = (report.conflicts, report.taken, report.kept)
        rows = [
            PlaceRow(one, one.choice if isinstance(one, Conflict) else one.origin)
            for one in listed[self.ui.sections.currentIndex()]
        ]
        self.model.show_rows(rows)
        if rows and not self.ui.places.currentIndex().isValid():
            self.ui.places.setCurrentIndex(self.model.index(0, 0))
        self._show_values()
        self._show_state()

    def _show_values(self) -> None:
        index = self.ui.places.currentIndex()
        row = self.model.row_at(index) if index.isValid() and index.row() < self.model.rowCount() else None
        one = row.one if row else None
        is_conflict = isinstance(one, Conflict)
        self.ui.place.setText(f"{row.subject} · {place_words(one)}" if row and one else tr("Nothing here."))
        self._show_lines(one)
        for button in (self.ui.keep_ours, self.ui.keep_theirs):
            button.setVisible(is_conflict)
        self.ui.keep_both.setVisible(isinstance(one, Conflict) and one.can_both)
        if row:
            for choice, button in ((Choice.OURS, self.ui.keep_ours), (Choice.THEIRS, self.ui.keep_theirs),
                                   (Choice.BOTH, self.ui.keep_both)):  # fmt: skip
                dress(button, role="primary" if is_conflict and row.choice is choice else "")

    def _show_lines(self, one: Difference | Conflict | None) -> None:
        """Show the values of both sides; of several lines, those are marked that only one of two sides has."""
        ours = side_lines(one, Choice.OURS, self._compared.ours) if one else ()
        theirs = side_lines(one, Choice.THEIRS, self._file.workshop) if one else ()
        is_lone = one is not None and None in (one.ours, one.theirs)
        for field, own, other in ((self.ours, ours, theirs), (self.theirs, theirs, ours)):
            if is_lone or len(own) == len(other) == 1:
                field.show_lines(ComparedLine(Fate.SAME, line) for line in own)
            else:
                field.show_lines(line for line in compare(other, own) if line.fate is not Fate.REMOVED)

    def _show_state(self) -> None:
        report = self._compared.report
        left = len(report.open)
        self._merge.setEnabled(not left and not self._is_merging and not self._comparing)
        self._merge.setToolTip(
            tr_count("{count} is still to be decided.", "{count} are still to be decided.", left) if left else ""
        )
        in_conflicts = self.ui.sections.currentIndex() == 0 and bool(report.conflicts)
        for button in (self.ui.all_ours, self.ui.all_theirs):
            button.setVisible(in_conflicts)

    def _go_on(self) -> None:
        """Let the next conflict that nobody has decided be the current one; where there is none, the way to merge."""
        rows = self.model.shown_rows
        here = self.ui.places.currentIndex().row()
        if 0 <= here < len(rows) and rows[here].choice is None:
            return
        places = [*range(here + 1, len(rows)), *range(here)]
        following = next((place for place in places if rows[place].choice is None), None)
        if following is not None:
            self.ui.places.setCurrentIndex(self.model.index(following, 0))
        elif self._merge.isEnabled():
            self._merge.setFocus(Qt.FocusReason.OtherFocusReason)

    # What comes back

    def _merged(self) -> None:
        if self._done:
            self._done()
        tell = partial(tell_merged, self._context, self._file.workshop, self._compared.report)
        self._context.open.ask(lambda _: None, done=lambda _: tell())  # the window puts away what was said before
        super().accept()

    def _failed(self, error: UserError) -> None:
        """Say why, and look at the two as they are now."""
        self._is_merging = False
        self.refuse(error)
        self._context.open.ask(
            lambda database: compare_file(database, self._file, self._decisions), done=self._show_compared, owner=self
        )

    def _stopped(self) -> None:
        self._is_merging = False
        self._show_state()


def tell_merged(context: Context, workshop: Workshop, report: Report) -> None:
    """Say what a merge has brought, with a way back where the workshop is the open one."""
    said = tr_count(
        "“{title}” was merged; {count} difference came from the file.",
        "“{title}” was merged; {count} differences came from the file.",
        len(report.taken),
        title=workshop.title,
    )
    if decided := len(report.conflicts):
        said += " " + tr_count("{count} was decided by you.", "{count} were decided by you.", decided)
    shown, state = context.open.workshop, context.open.state
    is_last = shown is not None and shown.id == workshop.id and state is not None
    if is_last and state and state.undo and state.undo.deed == "merge_workshop":
        context.messages.news(said, tr("Undo"), context.open.way_back())
    else:
        context.messages.news(said)
