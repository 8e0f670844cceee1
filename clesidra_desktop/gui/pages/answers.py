"""What the groups answered: the matrix of sectors and questions, and the answers to type in."""

import json
import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_answers import Ui_Answers
from clesidra_desktop.gui.i18n import mark, own_letters, tr
from clesidra_desktop.gui.models.answers import BEFORE_QUESTIONS, AnswersModel, matrix_rows
from clesidra_desktop.gui.page import Page
from clesidra_desktop.gui.pages.answers_cell import STEPS, CellPane, QuestionPanel
from clesidra_desktop.gui.split_words import names_of
from clesidra_desktop.gui.text_history import show_history
from clesidra_desktop.gui.widgets.answers_matrix import AnswersMatrixView
from clesidra_desktop.gui.widgets.empty_state import EmptyState
from clesidra_desktop.services.answers import AnswersMatrix, CellState, find_answers
from clesidra_desktop.services.rapporteurs import describe_group

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes

GIVEN = re.compile(r"\$\.answers\[(\d+)\]")
WANTED = re.compile(r'\$\.answers\[\?@\.sector==("(?:[^"\\]|\\.)*")&&@\.question==("(?:[^"\\]|\\.)*")\]')
"""Paths of findings: of an answer that is recorded, and of one that is missing."""

SHOW_AFTER = 80
"""Milliseconds for which the arrows of the matrix rest before an answer is shown: long ones take a moment."""

LOOK_AGAIN = 20_000
"""Milliseconds after which it is looked whether an answer is still being typed."""

KEYS = (
    ("answers_matrix", mark("To the table of answers"), "F6", "answers"),
    ("next_empty_answer", mark("Next empty answer"), "Ctrl+E", "right"),
    ("one_answer", mark("One answer"), "F7", ""),
    ("two_answers", mark("Two answers side by side"), "F8", ""),
    ("answer_beside_question", mark("An answer beside its question"), "F9", ""),
    ("other_answer", mark("To the other of two answers"), "Ctrl+Tab", ""),
    ("answer_history", mark("What was here before…"), "Ctrl+H", "history"),
    ("answer_left", mark("To the answer on the left"), "Ctrl+Left", ""),
    ("answer_right", mark("To the answer on the right"), "Ctrl+Right", ""),
    ("answer_above", mark("To the answer above"), "Ctrl+Up", ""),
    ("answer_below", mark("To the answer below"), "Ctrl+Down", ""),
)

REPEATED = frozenset({"answer_left", "answer_right", "answer_above", "answer_below"})
"""What a key that is held down goes on doing."""

ONE, TWO, BESIDE = "one", "two", "beside"


class AnswersPage(Page):
    """The matrix above, one or two answers below it."""

    ACTIONS = tuple(key for key, *_ in KEYS)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_Answers()
        self.ui.setupUi(self)
        self.matrix = AnswersMatrixView(context.theme)
        self.panes: tuple[CellPane, CellPane] = (CellPane(context), CellPane(context))
        self.question = QuestionPanel()
        self.model: AnswersModel | None = None
        self._empty = EmptyState(context.theme, "answers")
        self._found: AnswersMatrix | None = None
        self._active = self.panes[0]
        self._view = ONE
        self._is_following = False
        self._passing = QTimer(self, singleShot=True, interval=SHOW_AFTER)
        self._passing.timeout.connect(self._show_current)
        self._again = QTimer(self, singleShot=True, interval=LOOK_AGAIN)
        self._again.timeout.connect(self._ask)
        self._lay_out()
        self._add_actions()
        self._connect()
        self.retranslate()

    # What the window calls

    def refresh(self) -> None:
        """Show the workshop that is open; answers that it does not have are put away."""
        workshop = self.context.open.workshop
        is_ready = bool(workshop and workshop.sectors and workshop.questions)
        self.ui.body.setVisible(is_ready)
        self._empty.setVisible(not is_ready)
        for button in (self.ui.one, self.ui.two, self.ui.beside, self.ui.next_empty):
            button.setVisible(is_ready)
        if not is_ready or workshop is None:
            self.ui.state.setText("")
            for pane in self.panes:
                pane.show_cell(None)
            return
        for pane in self.panes:
            if pane.cell and not self._is_known(workshop, pane.cell):
                pane.show_cell(None)
        if self._active.cell is None:
            self._show_cell((workshop.sectors[0].key, workshop.questions[0].key))
        for pane in self.panes:
            pane.keeper.refresh()
        self._name_panes()
        self._ask()

    def update_for(self, changes: "Changes") -> None:  # noqa: ARG002
        """Follow what was typed; an answer in which somebody types stays as it is."""
        self.refresh()

    def commit(self) -> None:
        """Hand in what is typed."""
        for pane in self.panes:
            pane.editor.commit()

    def shut(self) -> None:
        """Let nothing wait for a decision any more: both texts are kept."""
        self._passing.stop()
        self._again.stop()
        for pane in self.panes:
            pane.keeper.open(None)

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)
        self._empty.say(
            tr("What the groups answered"),
            tr("Every group answers the same questions. Write down the sectors and the questions first."),
            tr("Prepare"),
            lambda: self.context.show_page("prepare"),
        )
        self.matrix.setAccessibleName(tr("Answers by sector and question"))
        for pane in self.panes:
            pane.retranslate()
        if self.model:
            self.model.retranslate()
        for key, button in self._buttons().items():
            button.setToolTip(self.context.actions[key].toolTip())

    def restyle(self) -> None:
        """Follow the size of the type."""
        self.matrix.fit()

    def first_field(self) -> QWidget:
        """The matrix, from which Enter goes into an answer."""
        return self.matrix if self.ui.body.isVisibleTo(self) else self._empty.button

    def keys_go_to(self) -> QWidget:
        """The answer that is active."""
        return self._active.editor.text if self.ui.body.isVisibleTo(self) else self._empty.button

    def go_to(self, where: str) -> None:
        """Go into the answer that a finding names; without one, into the first that is empty."""
        workshop = self.context.open.workshop
        if workshop is None:
            return
        given, wanted = GIVEN.match(where), WANTED.match(where)
        cell = None
        if given and int(given[1]) < len(workshop.answers):
            answer = workshop.answers[int(given[1])]
            cell = answer.sector, answer.question
        elif wanted:
            cell = json.loads(wanted[1]), json.loads(wanted[2])
        if cell and self._is_known(workshop, cell):
            self._enter(cell)
        elif not given and not wanted:
            self._next_empty()

    # The matrix

    def _ask(self) -> None:
        workshop = self.context.open.workshop
        if workshop and self.isVisible():
            self.context.open.ask(find_answers, workshop.id, done=partial(self._show_matrix, workshop))

    def _show_matrix(self, workshop: Workshop, found: AnswersMatrix) -> None:
        now = self.context.open.workshop
        if now is None or now.id != workshop.id:
            return
        self._found = found
        if self.model is None or self.model.questions != found.questions:
            self.model = AnswersModel(found.questions, self._describe, self)
            self.model.show_rows(matrix_rows(found))
            self.matrix.show_model(self.model)
            self._follow()
        else:
            self.model.show_rows(matrix_rows(found))
            self.matrix.fit()
        self.matrix.members = self._members(workshop)
        cells = len(found.cells)
        self.ui.state.setText(tr("{given} of {all} answers", given=found.given, all=cells))
        self.ui.next_empty.setEnabled(found.given < cells)
        self._name_panes()
        if any(cell.state is CellState.TYPING for cell in found.cells.values()):
            self._again.start()

    def _describe(self, sector: str, what: str, typed: str) -> None:
        """Note a rapporteur or a room; a name that one of the group has is noted as this person."""
        workshop = self.context.open.workshop
        if workshop is None:
            return
        if what == "rapporteur":
            names = {one.id: (one.name, one.name_km) for one in workshop.attendants}
            group = next((one for one in workshop.groups if one.sector == sector), None)
            said = typed.strip()
            named = [id_ for id_ in group.members if said in names.get(id_, ())] if group and said else []
            typed = str(named[0]) if len(named) == 1 else typed
        options: dict[str, Any] = {what: typed}
        self.context.open.do(describe_group, sector, **options)

    def _members(self, workshop: Workshop) -> dict[str, list[str]]:
        names = names_of(workshop, self.context.translation.language)
        return {group.sector: [names[id_] for id_ in group.members if id_ in names] for group in workshop.groups}

    # Which answer is shown

    def _show_current(self) -> None:
        """Show the answer on which the matrix stands."""
        cell = self.model.cell_at(self.matrix.currentIndex()) if self.model else None
        if cell:
            self._show_cell(cell)

    def _passed(self) -> None:
        if not self._is_following:
            self._passing.start()

    def _show_cell(self, cell: tuple[str, str]) -> None:
        """Show an answer where somebody types, or where it is shown already."""
        self._passing.stop()
        workshop = self.context.open.workshop
        if workshop is None:
            return
        shown = [pane for pane in self._shown_panes() if pane.cell == cell]
        self._activate(shown[0] if shown else self._active)
        if not shown:
            self._active.show_cell(cell, *_words(workshop, cell))
        self._name_panes()
        self._follow()

    def _follow(self) -> None:
        """Let the matrix stand on the answer that is shown."""
        cell = self._active.cell
        if self.model and cell:
            self._is_following = True
            self.matrix.setCurrentIndex(self.model.index_of_cell(*cell))
            self._is_following = False

    def _enter(self, cell: tuple[str, str] | None = None) -> None:
        """Go into an answer, by default that of the matrix."""
        self._passing.stop()
        if cell:
            self._show_cell(cell)
        elif self.model and self.model.cell_at(self.matrix.currentIndex()):
            self._show_current()
        elif self.matrix.currentIndex().isValid() and self.model:
            first = self.model.index(self.matrix.currentIndex().row(), BEFORE_QUESTIONS)
            self.matrix.setCurrentIndex(first)
            self._show_current()
        self._active.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, columns: int, rows: int) -> None:
        """Go to a neighbour; to the right of the last question is the first one of the next sector."""
        workshop, cell = self.context.open.workshop, self._active.cell
        if workshop is None or cell is None:
            return
        sectors = [one.key for one in workshop.sectors]
        questions = [one.key for one in workshop.questions]
        row, column = sectors.index(cell[0]) + rows, questions.index(cell[1])
        place = row * len(questions) + column + columns
        if 0 <= row < len(sectors) and 0 <= place < len(sectors) * len(questions):
            is_typing = self._active.editor.text.hasFocus()
            self._show_cell((sectors[place // len(questions)], questions[place % len(questions)]))
            (self._active.editor.text if is_typing else self.matrix).setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_empty(self) -> None:
        """Go into the next answer in which nothing stands yet."""
        if self._found is None:
            return
        cells = list(self._found.cells)
        start = cells.index(self._active.cell) + 1 if self._active.cell in cells else 0
        for cell in (*cells[start:], *cells[:start]):
            if self._found.cells[cell].state is CellState.EMPTY:
                self._enter(cell)
                return
        self.context.messages.news(tr("No answer is empty."))

    # One answer, two, or one beside its question

    def _set_view(self, view: str) -> None:
        if view != TWO and self._active is self.panes[1]:
            self._let_second_stay()
        self._view = view
        getattr(self.ui, view).setChecked(True)
        first, second = self.panes
        self.question.setVisible(view == BESIDE)
        first.question.setVisible(view != BESIDE)
        second.setVisible(view == TWO)
        width = self.ui.panes.width()
        self.ui.panes.setSizes([width, width, width // 2])  # of those that are shown
        if view == TWO:
            second.mark_active(False)
            workshop = self.context.open.workshop
            if workshop and first.cell:
                cells = [(one.key, two.key) for one in workshop.sectors for two in workshop.questions]
                following = cells[(cells.index(first.cell) + 1) % len(cells)]
                if following != first.cell:
                    second.show_cell(following, *_words(workshop, following))
        else:
            second.show_cell(None)
            self._activate(first)
        self._name_panes()
        self._follow()

    def _let_second_stay(self) -> None:
        """Let the second answer be the first, with its cursor, and with the keys where it has them."""
        first, second = self.panes
        self.panes = (second, first)
        self.ui.panes.insertWidget(0, second)
        second.question.show()

    def _shown_panes(self) -> tuple[CellPane, ...]:
        return self.panes if self._view == TWO else self.panes[:1]

    def _activate(self, pane: CellPane) -> None:
        if pane is self._active and all(one.sector.isEnabled() == (one is pane) for one in self._shown_panes()):
            return
        self._active = pane
        for one in self.panes:
            one.mark_active(one is pane)
        self._follow()

    def _other(self) -> None:
        if self._view == TWO:
            self._activate(self.panes[self._active is self.panes[0]])
            self._active.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_panes(self) -> None:
        """Say above each answer whose it is."""
        workshop = self.context.open.workshop
        if workshop is None:
            return
        for pane in self.panes:
            if pane.cell:
                pane.show_cell(pane.cell, *_words(workshop, pane.cell))
                pane.show_group(*self._group_of(pane.cell[0]))
        if self._view == BESIDE and self.panes[0].cell:
            cell = self.panes[0].cell
            rapporteur, room = self._group_of(cell[0])
            said = [tr("Rapporteur: {name}", name=rapporteur)] if rapporteur else []
            group = " · ".join([*said, *([room] if room else [])])
            self.question.show_cell(*_words(workshop, cell), group, self._members(workshop).get(cell[0], []))

    def _group_of(self, sector: str) -> tuple[str, str]:
        if self._found is None:
            return "", ""
        return own_letters(self._found.rapporteurs.get(sector, "")), self._found.rooms.get(sector, "")

    # What was here before

    def _show_history(self) -> None:
        workshop, pane = self.context.open.workshop, self._active
        if workshop and pane.cell:
            show_history(self.context, pane.keeper, " · ".join(_words(workshop, pane.cell)), self)

    # Making it

    def _lay_out(self) -> None:
        self.ui.matrix_place.addWidget(self.matrix)
        for widget in (*self.panes, self.question):
            self.ui.panes.addWidget(widget)
        self.ui.rows.addWidget(self._empty, 1)
        self.panes[1].hide()
        self.question.hide()
        self.ui.panes.setStretchFactor(0, 3)
        self.ui.panes.setStretchFactor(1, 3)
        self.ui.panes.setStretchFactor(2, 2)

    def _add_actions(self) -> None:
        does: dict[str, Callable[[], object]] = {
            "answers_matrix": self._to_matrix,
            "next_empty_answer": self._next_empty,
            "one_answer": partial(self._set_view, ONE),
            "two_answers": partial(self._set_view, TWO),
            "answer_beside_question": partial(self._set_view, BESIDE),
            "other_answer": self._other,
            "answer_history": self._show_history,
            **{
                f"answer_{name}": partial(self._step, *step)
                for name, step in zip(("left", "right", "above", "below"), STEPS.values(), strict=True)
            },
        }
        for key, name, shortcut, icon in KEYS:
            self.context.actions.add(key, name, does[key], shortcut=shortcut, icon=icon, repeats=key in REPEATED)

    def _buttons(self) -> dict[str, QWidget]:
        ui = self.ui
        return {
            "one_answer": ui.one,
            "two_answers": ui.two,
            "answer_beside_question": ui.beside,
            "next_empty_answer": ui.next_empty,
        }

    def _connect(self) -> None:
        self.matrix.entered.connect(self._enter)
        self.matrix.passed.connect(self._passed)
        for pane in self.panes:
            pane.left.connect(self._to_matrix)
            pane.stepped.connect(self._step)
            pane.focused.connect(partial(self._activate, pane))
            pane.history_wanted.connect(partial(self._history_of, pane))
        for view in (ONE, TWO, BESIDE):
            getattr(self.ui, view).clicked.connect(partial(self._set_view, view))
        self.ui.next_empty.clicked.connect(self._next_empty)

    def _history_of(self, pane: CellPane) -> None:
        self._activate(pane)
        self._show_history()

    def _to_matrix(self) -> None:
        self._follow()
        self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)

    @staticmethod
    def _is_known(workshop: Workshop, cell: tuple[str, str]) -> bool:
        return cell[0] in {one.key for one in workshop.sectors} and cell[1] in {one.key for one in workshop.questions}


def _words(workshop: Workshop, cell: tuple[str, str]) -> tuple[str, str]:
    """Return the title of the sector and the text of the question of an answer."""
    sector = next((one.title for one in workshop.sectors if one.key == cell[0]), "")
    return sector, next((one.text for one in workshop.questions if one.key == cell[1]), "")
