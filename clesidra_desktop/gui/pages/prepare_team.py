"""Prepare: who runs the workshop, and what it is for."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_prepare_team import Ui_PrepareTeam
from clesidra_desktop.gui.i18n import mark
from clesidra_desktop.gui.pages.prepare_section import Hints, Section, commit_all, index_in, turn_all
from clesidra_desktop.gui.preparation import PLACES
from clesidra_desktop.gui.widgets.checked_field import CheckedField, Done, Failed, HandIn, line_by_line
from clesidra_desktop.gui.widgets.growing_edit import GrowingEdit
from clesidra_desktop.services.prepare import describe_workshop, name_team

TEAM = ("facilitator", "mc", "minute_taker")
TEAM_LINES, OBJECTIVE_LINES = 3, 5
"""Lines of the fields before they grow."""


class TeamSection(Section):
    """Four fields of one name, or objective, on each line."""

    KEY = "team"
    TITLE = mark("Team and aims")
    PLACES: ClassVar = PLACES["team"]

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.ui = Ui_PrepareTeam()
        self.ui.setupUi(self)
        self._fields: dict[str, CheckedField] = {}
        for part in TEAM:
            self._add(part, self._saving_names(part), TEAM_LINES)
        self._add("objectives", self._take_objectives, OBJECTIVE_LINES)

    def show_workshop(self, workshop: Workshop, hints: Hints) -> None:
        """Show the fields."""
        for part in TEAM:
            self._fields[part].show("\n".join(getattr(workshop.team, part)), hints.get(f"$.team.{part}", ""))
        self._fields["objectives"].show("\n".join(workshop.objectives), hints.get("$.objectives", ""))

    def turn_away(self) -> None:
        """Another workshop is shown."""
        turn_all(self._fields)

    def commit(self) -> None:
        """Hand in what is waiting."""
        commit_all(self._fields)

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)

    def first_field(self) -> QWidget:
        """The facilitators."""
        return self.ui.facilitator

    def go_to(self, where: str) -> None:
        """Go to the field of a path, and to the line of its index."""
        name = "objectives" if where.startswith("$.objectives") else where.removeprefix("$.team.").split("[")[0]
        field = self._fields.get(name, self._fields["facilitator"]).field
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(field, GrowingEdit) and (line := field.document().findBlockByNumber(index_in(where))).isValid():
            cursor = field.textCursor()
            cursor.setPosition(line.position())
            field.setTextCursor(cursor)

    def _add(self, name: str, hand_in: HandIn, lines: int) -> None:
        field: GrowingEdit = getattr(self.ui, name)
        field.set_lines(lines)
        note = getattr(self.ui, f"{name}_note")
        self._fields[name] = CheckedField(field, note, hand_in, kept_as=line_by_line)

    def _saving_names(self, part: str) -> HandIn:
        def hand_in(text: str, done: Done, failed: Failed) -> None:
            names = {part: tuple(line_by_line(text).splitlines())}
            self.context.open.do(name_team, names, done=done, failed=failed)

        return hand_in

    def _take_objectives(self, text: str, done: Done, failed: Failed) -> None:
        objectives = tuple(line_by_line(text).splitlines())
        self.context.open.do(describe_workshop, {"objectives": objectives}, done=done, failed=failed)
