"""A list of prepared rows on the page Prepare: added, edited, moved and removed one by one."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.outline import is_blank
from clesidra_desktop.domain.workshop import Annex, AnnexSource, Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr, tr_count
from clesidra_desktop.gui.pages.prepare_section import Hints, Section, bring_into_sight, index_in, quoted
from clesidra_desktop.gui.widgets.checked_field import Done, Failed, HandIn
from clesidra_desktop.gui.widgets.held_keys import HeldKeys
from clesidra_desktop.gui.widgets.row_list import DOWN, NEXT, REMOVE, UP, RowFrame, RowList
from clesidra_desktop.services.prepare_rows import (
    Part,
    PreparedRow,
    add_row,
    edit_row,
    key_of,
    move_row,
    remove_rows,
    rows_of,
)

if TYPE_CHECKING:
    from clesidra_desktop.services.changes import Changes

R = TypeVar("R", bound=PreparedRow)


@dataclass(frozen=True, slots=True)
class PartWords:
    """What is said about a part, marked for translation: its title, what it is for, how a row is added."""

    title: str
    about: str
    add: str


class RowDeeds:
    """What can be done to the rows of a part of the open workshop."""

    def __init__(self, context: Context, part: Part) -> None:
        self.context = context
        self.part = part

    def add(self, row: PreparedRow, after: str, done: Callable[[str], QWidget | None]) -> None:
        """Add a row behind another; `done` gets its key, and returns the field that takes what was typed meanwhile."""
        held = HeldKeys()

        def added(result: "tuple[str, Changes]") -> None:
            held.give_to(done(result[0]))

        def failed(error: UserError) -> None:
            held.give_back()
            self.context.open.refused.emit(error)

        self.context.open.do(add_row, self.part, row, after=after, done=added, failed=failed, stopped=held.give_back)

    def edit(self, key: str, details: dict[str, Any], done: Done | None = None, failed: Failed | None = None) -> None:
        """Give a row other details."""
        self.context.open.do(edit_row, self.part, key, details, done=done, failed=failed)

    def saving(self, row: RowFrame[Any], name: str) -> HandIn:
        """Return what hands a field of a row in."""
        return lambda text, done, failed: self.edit(row.key, {name: text}, done, failed)

    def move(self, key: str, by: int) -> None:
        """Move a row down by so many places, or up."""
        if (workshop := self.context.open.workshop) is None:
            return
        keys = [key_of(row) for row in rows_of(workshop, self.part)]
        if key in keys and 0 <= keys.index(key) + by < len(keys):
            self.context.open.do(move_row, self.part, key, keys.index(key) + by)

    def remove(self, keys: Collection[str]) -> None:
        """Remove rows; where something goes with them it is said, with a way back."""
        if keys and (workshop := self.context.open.workshop):
            lost = what_goes_too(workshop, self.part, keys)
            self.context.open.do(remove_rows, self.part, keys, done=lambda _: self._removed(lost))

    def _removed(self, lost: str) -> None:
        if lost:
            self.context.messages.warn(lost, tr("Undo"), self.context.open.way_back())


def what_goes_too(workshop: Workshop, part: Part, keys: Collection[str]) -> str:
    """Return what is lost or left behind with rows, in words; nothing where that is only themselves."""
    names = {key_of(row): row for row in rows_of(workshop, part)}
    first = names.get(next(iter(keys)))
    if first is None:
        return ""
    title = quoted(str(getattr(first, "title", "") or getattr(first, "text", "") or getattr(first, "label", "")))
    said = ""
    match part:
        case Part.SECTOR | Part.QUESTION:
            place = "sector" if part is Part.SECTOR else "question"
            answers = sum(getattr(one, place) in keys and not is_blank(one.items) for one in workshop.answers)
            members = sum(len(one.members) for one in workshop.groups if place == "sector" and one.sector in keys)
            if answers:
                said = tr_count(
                    "{count} answer went with {title}.", "{count} answers went with {title}.", answers, title=title
                )
            if members:
                said += " " + tr_count(
                    "{count} seat in its group went too.", "{count} seats in its group went too.", members
                )
        case Part.CATEGORY:
            people = sum(one.category in keys for one in workshop.attendants)
            if people:
                said = tr_count(
                    "{count} attendant still has the category {title}. Choose another for that person.",
                    "{count} attendants still have the category {title}. Choose another for them.",
                    people,
                    title=title,
                )
        case Part.AGENDA_ITEM:
            if any(one.key in keys and (one.started or not is_blank(one.notes)) for one in workshop.agenda):
                said = tr("What was recorded in {title} went with it.", title=title)
        case Part.ANNEX:
            if isinstance(first, Annex) and first.source is not AnnexSource.FILE:
                said = tr(
                    "{title} is printed no longer. It can be switched on again on the page Minutes, under Sections.",
                    title=title if first.title else tr("This annex"),
                )
    return said.strip()


class PartList(QWidget, Generic[R]):
    """The rows of a part, with what they are for above and a button to add one below."""

    def __init__(
        self,
        context: Context,
        part: Part,
        make_row: "Callable[[RowDeeds], RowFrame[R]]",
        words: PartWords,
        new_row: Callable[[Workshop], R],
    ) -> None:
        super().__init__()
        self.context = context
        self.deeds = RowDeeds(context, part)
        self._words = words
        self._new_row = new_row
        self._title, self._about = QLabel(), QLabel(wordWrap=True)
        self._title.setProperty("level", "section")
        self._about.setProperty("level", "muted")
        self.rows: RowList[R] = RowList(lambda: make_row(self.deeds))
        self._add = QPushButton()
        self._add.setObjectName(f"add_{part.name.lower()}")
        self._add.setProperty("role", "quiet")
        context.theme.set_icon(self._add, "add")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._title, self._about, self.rows):
            column.addWidget(widget)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self._add.clicked.connect(lambda: self.add_row(at_end=True))
        self.rows.asked.connect(self._asked)
        self.rows.moved.connect(self._moved)
        self.retranslate()

    def show_workshop(self, workshop: Workshop, hint: Callable[[int, R], str]) -> None:
        """Show the rows of a workshop; `hint` returns what is missing in the row at an index."""
        rows: Any = rows_of(workshop, self.deeds.part)
        self.rows.show_rows([(key_of(row), row, hint(index, row)) for index, row in enumerate(rows)])

    def retranslate(self) -> None:
        """Follow the language."""
        self._title.setText(tr(self._words.title))
        self._about.setText(tr(self._words.about))
        self._add.setText(tr(self._words.add))

    def first_field(self) -> QWidget:
        """The first row, or the button that adds one."""
        return self.rows.rows[0].first() if self.rows.rows else self._add

    def go_to(self, where: str) -> None:
        """Let the field of a JSON path take the keys."""
        index, rows = index_in(where), self.rows.rows
        field = rows[index].field_of(where.rpartition(".")[2]) if 0 <= index < len(rows) else self.first_field()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def has_focus(self) -> bool:
        """Whether one of the rows, or the button, has the keys."""
        return self.rows.current is not None or self._add.hasFocus()

    def add_row(self, *, at_end: bool = False) -> None:
        """Add a row behind the current one, or at the end; it takes the keys."""
        workshop = self.context.open.workshop
        if workshop is None:
            return
        self.rows.commit()
        current = None if at_end else self.rows.current
        self.deeds.add(self._new_row(workshop), current.key if current else "", self._focus)

    def move_row(self, by: int) -> None:
        """Move the current row."""
        if self.rows.current:
            self.rows.commit()
            self.deeds.move(self.rows.current.key, by)

    def remove_row(self) -> None:
        """Remove the current row."""
        if self.rows.current:
            self.deeds.remove([self.rows.current.key])

    def _asked(self, what: str, key: str) -> None:
        self.rows.commit()
        if what in (UP, DOWN):
            self.deeds.move(key, 1 if what == DOWN else -1)
        elif what == REMOVE:
            self.deeds.remove([key])
        elif what == NEXT:
            self._next(key)

    def _moved(self, key: str, by: int) -> None:
        self.rows.commit()
        self.deeds.move(key, by)

    def _next(self, key: str) -> None:
        keys = [row.key for row in self.rows.rows]
        place = keys.index(key) + 1
        if place < len(keys):
            self.rows.rows[place].first().setFocus(Qt.FocusReason.TabFocusReason)
        elif not self.rows.rows[-1].is_blank:
            self.add_row(at_end=True)

    def _focus(self, key: str) -> QWidget | None:
        row = self.rows.row(key)
        if row is None:
            return None
        row.first().setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, row, lambda: bring_into_sight(row))
        return row.first()


def hint_of(hints: Hints, part: Part, name: str) -> Callable[[int, object], str]:
    """Return what gives the hint of the row at an index, for the field of a name."""
    return lambda index, _row: hints.get(f"$.{part}[{index}].{name}", "")


class TwoLists(Section):
    """A section of two lists of rows side by side; `PLACES` are those of the left and of the right one."""

    def __init__(self, context: Context, left: PartList[Any], right: PartList[Any]) -> None:
        super().__init__(context)
        self._lists = (left, right)
        for one in self._lists:
            one.rows.judged.connect(self.recounted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 10, 8, 8)
        layout.setSpacing(28)
        for one in self._lists:
            layout.addWidget(one, 1)

    def turn_away(self) -> None:
        """Another workshop is shown."""
        for one in self._lists:
            one.rows.turn_away()

    def commit(self) -> None:
        """Hand in what is waiting."""
        for one in self._lists:
            one.rows.commit()

    def retranslate(self) -> None:
        """Follow the language."""
        for one in self._lists:
            one.retranslate()

    def first_field(self) -> QWidget:
        """The first of the left list."""
        return self._lists[0].first_field()

    def go_to(self, where: str) -> None:
        """Go to the row of a path."""
        self._lists[where.startswith(self.PLACES[1])].go_to(where)

    def add_row(self) -> None:
        """Add a row to the list that has the keys."""
        self._list.add_row()

    def move_row(self, by: int) -> None:
        """Move the current row."""
        self._list.move_row(by)

    def remove_row(self) -> None:
        """Remove the current row."""
        self._list.remove_row()

    @property
    def _list(self) -> PartList[Any]:
        left, right = self._lists
        return right if right.has_focus else left
