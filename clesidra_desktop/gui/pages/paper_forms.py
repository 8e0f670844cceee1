"""What is typed of one row on paper: of a sign-in sheet, or of a capture sheet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from clesidra_desktop.domain.days import days_of
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.outline import Outline, OutlineStyle
from clesidra_desktop.domain.outline_difference import ComparedLine, Fate
from clesidra_desktop.domain.outline_lines import Lines, OutlineLine, to_lines
from clesidra_desktop.domain.typed import read_time
from clesidra_desktop.domain.workshop import Attendant, Sex, Workshop
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.dress import dress
from clesidra_desktop.gui.forms.ui_paper_sheet import Ui_PaperSheet
from clesidra_desktop.gui.i18n import date_text, time_text, tr, tr_count, tr_error
from clesidra_desktop.gui.widgets.difference_view import DifferenceView
from clesidra_desktop.gui.widgets.outline_text import OutlineText
from clesidra_desktop.gui.words import SEX_LETTERS, SEX_WORDS

ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DETAILS = ("name", "name_km", "sex", "category", "organization", "phone")
"""What a sign-in sheet says of somebody, in the order of its columns."""

LOWEST = 84
"""Pixels of a text that still shows some lines."""

FIRST_POINT = (OutlineLine(0, "", OutlineStyle.BULLET),)


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """What was typed of a row of a sign-in sheet; `attendant` is None where it was an empty row."""

    code: str
    attendant: Attendant | None
    details: Mapping[str, Any]
    signed: bool
    day: date | None
    at: time | None


class SheetForm(QFrame):
    """A row of a sign-in sheet. Of an attendant only what is not known yet is asked.

    `submitted` carries a SheetEntry, `entered` the field that the keys go to now.
    """

    submitted = Signal(object)
    entered = Signal(QWidget)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PaperSheet()
        self.ui.setupUi(self)
        self._code = ""
        self._attendant: Attendant | None = None
        self._known: dict[str, str] = {}
        self._organizations = QStringListModel(self)
        completer = QCompleter(self._organizations, self)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.ui.organization.setCompleter(completer)
        for field in self._order():
            field.installEventFilter(self)
        self.ui.enter.clicked.connect(self.submit)
        self.ui.signed_box.toggled.connect(self._arrange)
        self.ui.error.hide()

    def begin(self, code: str, attendant: Attendant | None, day: int, workshop: Workshop, *, again: bool) -> None:
        """Ask for a row; `day` counts from 1, 0 is unknown; `again` says that the row was typed in already."""
        self._code, self._attendant = code, attendant
        self._fill_choices(workshop, day)
        for key in DETAILS:
            field = getattr(self.ui, key)
            if isinstance(field, QComboBox):
                field.setCurrentIndex(0)
            else:
                field.clear()
        self.ui.signed_box.setChecked(True)
        self._arrange()
        self._show_known(attendant, again=again)
        self.refuse(None)
        self.ui.at.setText(self._recorded_time())
        self.ui.at.selectAll()
        self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Hand in what was typed, unless something cannot be."""
        try:
            at = self._time() if self.ui.signed_box.isChecked() else None
            details = self._details()
        except UserError as error:
            self.refuse(error)
            return
        entry = SheetEntry(
            self._code, self._attendant, details, self.ui.signed_box.isChecked(), self.ui.day.currentData(), at
        )
        self.submitted.emit(entry)

    def refuse(self, error: UserError | None) -> None:
        """Say why the row could not be entered, or that nothing is wrong."""
        self.ui.error.setText(tr_error(error) if error else "")
        self.ui.error.setVisible(error is not None)
        dress(self.ui.at, wrong=error is not None and "typed" in error.values)
        if error:
            field = self.ui.at if "typed" in error.values else self._first()
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Follow the language."""
        self.ui.retranslateUi(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter go on to the next field, and end the form behind the last one."""
        if event.type() is QEvent.Type.FocusIn:
            self.entered.emit(watched)
            if watched is self.ui.at:
                self.ui.at.selectAll()  # what is typed takes the place of the time that is known
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.cancelled.emit()
                return True
            if event.key() in ENTER_KEYS:
                self._go_on(watched, is_done=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
                return True
        return super().eventFilter(watched, event)

    def _go_on(self, field: QObject, *, is_done: bool) -> None:
        shown = [one for one in self._order() if one.isVisibleTo(self) and one.isEnabled()]
        place = next((n for n, one in enumerate(shown) if one is field), len(shown))
        if is_done or place + 1 >= len(shown):
            self.submit()
            return
        following = shown[place + 1]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(following, QLineEdit):
            following.selectAll()

    def _order(self) -> list[QWidget]:
        ui = self.ui
        fields: list[QWidget] = [getattr(ui, key) for key in DETAILS]
        return [*fields, ui.signed_box, ui.day, ui.at]

    def _first(self) -> QWidget:
        """Return where one begins: the first detail that is asked, else the time."""
        asked = [one for one in self._order() if one.isVisibleTo(self) and one is not self.ui.signed_box]
        return next((one for one in asked if one is not self.ui.day), self.ui.signed_box)

    def _time(self) -> time | None:
        typed = self.ui.at.text().strip()
        at = read_time(typed)
        if typed and at is None:
            raise UserError("“{typed}” is no time. Type hours and minutes, such as 8:12 or 812.", typed=typed)
        return at

    def _details(self) -> dict[str, Any]:
        ui = self.ui
        texts = {key: getattr(ui, key).text().strip() for key in ("name", "name_km", "organization", "phone")}
        if self._attendant is None and not texts["name"] and not texts["name_km"]:
            ui.name.setFocus(Qt.FocusReason.OtherFocusReason)
            raise UserError("An attendant needs a name. Type it, or what the person is called.")
        if self._attendant is None and not texts["name"]:
            texts["name"] = texts["name_km"]
        texts["organization"] = self._known.get(texts["organization"].casefold(), texts["organization"])
        chosen = {"category": ui.category.currentData()}
        sex = ui.sex.currentData()
        found: dict[str, Any] = {key: text for key, text in (texts | chosen).items() if text}
        return found | ({"sex": Sex(sex)} if sex else {})

    def _fill_choices(self, workshop: Workshop, day: int) -> None:
        ui = self.ui
        names = sorted({one.organization for one in workshop.attendants if one.organization}, key=str.casefold)
        self._known = {name.casefold(): name for name in names}
        self._organizations.setStringList(names)
        _fill(ui.sex, (("–", ""), *((f"{tr(SEX_LETTERS[one])} · {tr(SEX_WORDS[one])}", str(one)) for one in Sex)))
        categories = ((_titled(one.code, one.label), one.code) for one in workshop.categories if one.code)
        _fill(ui.category, (("–", ""), *categories))
        days = days_of(workshop)
        kept = days[day - 1] if 0 < day <= len(days) else ui.day.currentData()
        _fill(ui.day, tuple((date_text(one), one) for one in days))
        ui.day.setCurrentIndex(max(0, days.index(kept) if kept in days else 0))

    def _arrange(self) -> None:
        """Show the fields that are asked, two beside one another."""
        ui = self.ui
        asked = [key for key in DETAILS if self._is_asked(key)]
        arrival = [*(["day"] if ui.day.count() > 1 else []), "at"] if ui.signed_box.isChecked() else []
        names = [*asked, "signed_box", *arrival]
        for name in (*DETAILS, "signed_box", "day", "at"):
            label, field = getattr(ui, f"{name}_label", None), getattr(ui, name)
            for widget in (label, field):
                if widget is not None:
                    ui.fields.removeWidget(widget)
                    widget.setVisible(name in names)
            if name not in names:
                continue
            row, column = divmod(names.index(name), 2)
            ui.fields.addWidget(field, 2 * row + 1, column)
            if label is not None:
                ui.fields.addWidget(label, 2 * row, column)

    def _is_asked(self, key: str) -> bool:
        if self._attendant is None:
            return True
        return key not in ("name", "name_km") and not getattr(self._attendant, key)

    def _recorded_time(self) -> str:
        day = self.ui.day.currentData()
        stays = self._attendant.stays if self._attendant else ()
        arrived = next((one.arrived for one in stays if one.arrived and one.arrived.date() == day), None)
        return time_text(arrived) if arrived else ""

    def _show_known(self, attendant: Attendant | None, *, again: bool) -> None:
        if attendant is None:
            self.ui.who.setText(tr("New, on row {code}", code=self._code))
            self.ui.known.setText(tr("What is written on the empty row of the sign-in sheet."))
            return
        names = " · ".join(part for part in (attendant.name, attendant.name_km) if part)
        self.ui.who.setText(names)
        parts = [tr("This row was entered already.")] if again else []
        details = (attendant.sex and tr(SEX_WORDS[attendant.sex]), attendant.category, attendant.organization)
        parts += [part for part in (*details, attendant.phone) if part]
        came = attendant.arrived
        if came:
            parts.append(tr("came at {time}", time=time_text(came)))
        else:
            parts.append(tr("has come") if attendant.stays else tr("has not come yet"))
        self.ui.known.setText(" · ".join(parts))


class AnswerForm(QFrame):
    """What stands on a capture sheet: lines that are added to an answer. Enter on an empty line is the end."""

    submitted = Signal(object)
    cancelled = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.sector, self.question, self.there = QLabel(), QLabel(wordWrap=True), QLabel(wordWrap=True)
        self.sector.setProperty("level", "section")
        self.there.setProperty("level", "muted")
        self.before = DifferenceView(context.theme)
        self.text = OutlineText(context.theme)
        self.text.installEventFilter(self)
        self.keys, self.enter = QLabel(wordWrap=True), QPushButton()
        self.keys.setProperty("level", "small")
        self.enter.setProperty("role", "primary")
        self.enter.clicked.connect(self.submit)
        self._lay_out()
        self.retranslate()

    def begin(self, sector: str, question: str) -> None:
        """Ask for the lines of an answer."""
        self.sector.setText(sector)
        self.question.setText(question)
        self.show_before(())
        self.there.setText("")
        self.text.setAccessibleName(f"{sector} · {question}")
        self.text.outline.show_lines(FIRST_POINT)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_before(self, outline: Outline) -> None:
        """Show what the answer says already."""
        lines = to_lines(outline)
        self.before.show_lines(ComparedLine(Fate.SAME, line) for line in lines)
        self.before.setVisible(bool(lines))
        self.there.setText(
            tr_count(
                "One point is there already; yours comes after it.",
                "{count} points are there already; yours come after them.",
                len(lines),
            )
            if lines
            else tr("Nothing is there yet.")
        )

    def submit(self) -> None:
        """Hand in the lines, if there are any."""
        lines = [line for line in self.text.outline.lines if line.text.strip()]
        if lines:
            self.submitted.emit(_from_first(lines))
        else:
            self.cancelled.emit()

    def retranslate(self) -> None:
        """Follow the language."""
        self.keys.setText(tr("Enter on an empty line, or Ctrl+Enter, is done; Tab puts a line a level down."))
        self.enter.setText(tr("Enter the lines"))
        self.before.setAccessibleName(tr("What is there already"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter on an empty last line, and Ctrl+Enter, end the form."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.cancelled.emit()
                return True
            if event.key() in ENTER_KEYS and self._is_end(event):
                self.submit()
                return True
        return super().eventFilter(watched, event)

    def _is_end(self, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return True
        lines, place = self.text.outline.lines, self.text.selection.first.line
        return place == len(lines) - 1 and not lines[place].text.strip() and lines[place].level == 0

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.keys, 1)
        foot.addWidget(self.enter)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(8)
        for widget in (self.sector, self.question, self.there):
            rows.addWidget(widget)
        for text, lowest in ((self.before, LOWEST * 2 // 3), (self.text, LOWEST)):
            text.setMinimumHeight(lowest)
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        rows.addWidget(self.before, 1)
        rows.addWidget(self.text, 2)
        rows.addLayout(foot)


def _fill(box: QComboBox, options: Iterable[tuple[str, object]]) -> None:
    box.clear()
    for text, value in options:
        box.addItem(text, value)


def _titled(code: str, label: str) -> str:
    return f"{code} · {label}" if label and label != code else code


def _from_first(lines: Lines) -> tuple[OutlineLine, ...]:
    """Return lines of which the first is on the highest level."""
    top = lines[0].level
    return tuple(replace(line, level=max(0, line.level - top)) for line in lines)
