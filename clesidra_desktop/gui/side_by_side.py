"""Probable doubles side by side: what all dialogs have in common that let a person merge two, or tell them apart."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QLabel, QPushButton, QRadioButton, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.people import Person
from clesidra_desktop.domain.workshop import Attendant
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.forms.ui_doubles import Ui_Doubles
from clesidra_desktop.gui.i18n import mark, time_text, tr, tr_error
from clesidra_desktop.gui.models.attendants import flag_words
from clesidra_desktop.gui.words import CONSENT_WORDS, SEX_WORDS
from clesidra_desktop.services.doubles import Double

MERGES_SHOWN = 4
"""Merges that are shown at once; the earlier ones come when they are asked for."""

FIELDS = (
    ("name", mark("Name")),
    ("name_km", mark("Name in Khmer")),
    ("sex", mark("Sex")),
    ("category", mark("Category")),
    ("organization", mark("Organization")),
    ("position", mark("Position")),
    ("province", mark("Province")),
    ("phone", mark("Phone")),
    ("email", mark("E-mail")),
    ("birth_year", mark("Born")),
    ("age_group", mark("Age group")),
    ("flags", mark("Flags")),
    ("consent", mark("Consent")),
)
"""What is compared, and chosen where it differs; people of the directory have fewer of them than attendants."""

Somebody = Attendant | Person
MoreRows = Iterable[tuple[str, Callable[[Any], str]]]


def value_words(one: Somebody, key: str) -> str:
    """Return a field of somebody in words; an empty text for a field that he or she does not have."""
    value = getattr(one, key, None)
    match key:
        case "sex":
            return tr(SEX_WORDS[value]) if value else ""
        case "flags":
            return flag_words(value or ())
        case "consent":
            return tr(CONSENT_WORDS[value]) if value is not None else ""
    return str(value) if value else ""


class SideBySideDialog(QDialog):
    """One pair at a time. The first of a pair is kept; where the two differ, a person chooses."""

    def __init__(self, context: Context, doubles: Sequence[Double], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_Doubles()
        self.ui.setupUi(self)
        self._context = context
        self._doubles = list(doubles)
        self.choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        self._rows = 0
        self._groups: list[QButtonGroup] = []
        self._merges: tuple[tuple[datetime, str, UUID], ...] = ()
        self._first_merge = 0
        self.ui.later.clicked.connect(self._later)
        self.ui.apart.clicked.connect(self.tell_apart)
        self.ui.merge.clicked.connect(self.merge)
        self.ui.close_button.clicked.connect(self.accept)
        for button in (self.ui.later, self.ui.apart, self.ui.close_button):
            button.setAutoDefault(False)
        context.theme.set_icon(self.ui.merge, "merge")
        self.ui.merged.hide()

    def merge(self) -> None:
        """Make one of the two, with the values that were chosen."""
        raise NotImplementedError

    def tell_apart(self) -> None:
        """Remember that the two are not the same person."""
        raise NotImplementedError

    def take_apart(self, other_id: UUID) -> None:
        """Let two who were merged come apart."""
        raise NotImplementedError

    def show_next(self) -> None:
        """Show the first of the pairs."""
        raise NotImplementedError

    def take_doubles(self, doubles: Sequence[Double]) -> None:
        """Take the pairs as they were found again, in the order in which they were seen."""
        found = {(one.first, one.second): one for one in doubles}
        known = [(one.first, one.second) for one in self._doubles]
        self._doubles = [found[pair] for pair in known if pair in found]
        self._doubles += [one for pair, one in found.items() if pair not in known]
        self.show_next()

    def chosen(self, other: Somebody) -> dict[str, Any]:
        """Return the fields in which the second one was chosen to be right."""
        return {key: getattr(other, key) for key, (_, second) in self.choices.items() if second.isChecked()}

    def show_pair(self, pair: tuple[Somebody, Somebody] | None, more: MoreRows = ()) -> None:
        """Show two, or that there are none; `more` are titles of rows and what stands in them."""
        self._clear()
        for widget in (self.ui.later, self.ui.apart, self.ui.merge, self.ui.scroll, self.ui.reasons):
            widget.setVisible(pair is not None)
        self.refuse(None)
        if pair is None:
            self.ui.title.setText(tr("No probable doubles"))
            return
        self.ui.later.setEnabled(len(self._doubles) > 1)
        self.ui.title.setText(
            tr("Are these the same person? {number} of {total}", number=1, total=len(self._doubles))
            if len(self._doubles) > 1
            else tr("Are these the same person?")
        )
        self.ui.reasons.setText(" ".join(tr(one.template, **one.values) for one in self._doubles[0].reasons))
        for key, title in FIELDS:
            self._add_field(key, tr(title), *pair)
        for title, words in more:
            if any(map(words, pair)):
                self._add_row(title, *(QLabel(words(one), wordWrap=True) for one in pair))
        self.ui.grid.setRowStretch(self._rows, 1)

    def show_merges(self, merges: Sequence[tuple[datetime, str, UUID]]) -> None:
        """Show what was merged: the moment, a sentence, and the id of the one who went; the newest first."""
        if [one[2] for one in merges] != [one[2] for one in self._merges]:
            self._first_merge = 0
        self._merges = tuple(merges)
        self._show_some_merges()

    def _show_some_merges(self) -> None:
        merges = self._merges[self._first_merge :]
        while item := self.ui.merged_rows.takeAt(1):
            if widget := item.widget():
                widget.deleteLater()
        for at, said, other_id in merges[:MERGES_SHOWN]:
            line, row = QWidget(), QHBoxLayout()
            line.setLayout(row)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(QLabel(f"{time_text(self._context.open.local(at))} · {said}"), 1)
            button = QPushButton(tr("Take apart"))
            button.setProperty("role", "quiet")
            button.setAutoDefault(False)
            button.setAccessibleName(f"{tr('Take apart')}: {said}")
            button.clicked.connect(partial(self.take_apart, other_id))
            row.addWidget(button)
            self.ui.merged_rows.addWidget(line)
        if len(self._merges) > MERGES_SHOWN:
            last = len(merges) <= MERGES_SHOWN
            turn = QPushButton(tr("Newest ones") if last else tr("Earlier ones"))
            turn.setObjectName("turn_merges")
            turn.setProperty("role", "quiet")
            turn.setAutoDefault(False)
            turn.clicked.connect(self._turn_merges)
            self.ui.merged_rows.addWidget(turn)
        self.ui.merged.setVisible(bool(merges))

    def _turn_merges(self) -> None:
        following = self._first_merge + MERGES_SHOWN
        self._first_merge = following if following < len(self._merges) else 0
        self._show_some_merges()
        if turn := self.ui.merged.findChildren(QPushButton, "turn_merges"):
            turn[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: UserError | None) -> None:
        """Show what went wrong."""
        self.ui.error.setText(tr_error(error) if error else "")
        self.ui.error.setVisible(error is not None)

    def _later(self) -> None:
        self._doubles.append(self._doubles.pop(0))
        self.show_next()

    def _clear(self) -> None:
        self.choices.clear()
        self._groups.clear()
        self.ui.grid.setRowStretch(self._rows, 0)
        self._rows = 0
        while item := self.ui.grid.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()

    def _add_field(self, key: str, title: str, first: Somebody, second: Somebody) -> None:
        words = value_words(first, key), value_words(second, key)
        if not any(words):
            return
        if not all(words) or words[0] == words[1]:
            self._add_row(title, *(QLabel(one or "–", wordWrap=True) for one in words))
            return
        buttons = QRadioButton(words[0]), QRadioButton(words[1])
        group = QButtonGroup(self)
        for button, one in zip(buttons, words, strict=True):
            group.addButton(button)
            button.setAccessibleName(f"{title}: {one}")
        buttons[0].setChecked(True)
        self._groups.append(group)
        self.choices[key] = buttons
        self._add_row(title, *buttons)

    def _add_row(self, title: str, *cells: QWidget) -> None:
        label = QLabel(title)
        label.setProperty("level", "muted")
        for column, widget in enumerate((label, *cells)):
            self.ui.grid.addWidget(widget, self._rows, column)
        self._rows += 1
