"""Prepare: the sectors, one group each, and the questions that every group answers."""

from typing import Any, ClassVar

from clesidra_desktop.domain.workshop import Question, Sector, Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import mark, tr
from clesidra_desktop.gui.pages.prepare_part import PartList, PartWords, RowDeeds, TwoLists, hint_of
from clesidra_desktop.gui.pages.prepare_section import Hints
from clesidra_desktop.gui.preparation import PLACES
from clesidra_desktop.gui.widgets.checked_field import CheckedField
from clesidra_desktop.gui.widgets.growing_edit import OneLineEdit
from clesidra_desktop.gui.widgets.row_list import RowFrame
from clesidra_desktop.services.prepare_rows import Part

SECTORS = PartWords(
    mark("Sectors"),
    mark("Each one is discussed by a group of its own, and is a chapter of the minutes."),
    mark("Add a sector"),
)
QUESTIONS = PartWords(
    mark("Questions"), mark("Every group answers all of them, in this order."), mark("Add a question")
)


class TextRow(RowFrame[Any]):
    """A row that is one text, however long."""

    def __init__(self, deeds: RowDeeds) -> None:
        super().__init__(deeds.context.theme)
        self._is_sector = deeds.part is Part.SECTOR
        self._edit = OneLineEdit()
        self._text = CheckedField(self._edit, self.note, deeds.saving(self, "title" if self._is_sector else "text"))
        self.columns.addWidget(self._edit, 1)

    def show_row(self, row: Sector | Question, hint: str) -> None:
        """Show the text."""
        self._text.show(row.title if isinstance(row, Sector) else row.text, hint)

    def fields(self) -> tuple[CheckedField, ...]:
        """The text."""
        return (self._text,)

    def name_all(self) -> None:
        """Say what is typed here."""
        super().name_all()
        self._edit.setAccessibleName(tr("Title of the sector") if self._is_sector else tr("Text of the question"))


class AskedSection(TwoLists):
    """Sectors on the left, questions on the right."""

    KEY = "asked"
    TITLE = mark("Sectors and questions")
    PLACES: ClassVar = PLACES["asked"]

    def __init__(self, context: Context) -> None:
        self.sectors: PartList[Sector] = PartList(
            context, Part.SECTOR, TextRow, SECTORS, lambda _: Sector(key="", title="")
        )
        self.questions: PartList[Question] = PartList(
            context, Part.QUESTION, TextRow, QUESTIONS, lambda _: Question(key="", text="")
        )
        super().__init__(context, self.sectors, self.questions)

    def show_workshop(self, workshop: Workshop, hints: Hints) -> None:
        """Show the rows."""
        self.sectors.show_workshop(workshop, hint_of(hints, Part.SECTOR, "title"))
        self.questions.show_workshop(workshop, hint_of(hints, Part.QUESTION, "text"))
