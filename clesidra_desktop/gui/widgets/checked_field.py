"""A field that is checked as it is typed: what is wrong is said below it, and what was typed stays."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QWidget

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.gui.i18n import tr_error
from clesidra_desktop.gui.widgets.autosave import Autosave, Field

COLLAPSES = "collapses"
"""The property of a note that takes no room while there is nothing to say."""

Done: TypeAlias = Callable[[object], object]
Failed: TypeAlias = Callable[[UserError], object]
HandIn: TypeAlias = Callable[[str, Done, Failed], object]
"""Takes what was typed; calls one of the others when the database has read it back, or has refused it."""

Complaint: TypeAlias = Callable[[str], str]
"""Returns what is wrong with a text in the language of the screens; nothing where it is right."""

Draft: TypeAlias = tuple[str, str]
"""A text that is wrong, and the sentence about it."""


def on_one_line(text: str) -> str:
    """Return a text as the database keeps one line."""
    return " ".join(text.split())


def line_by_line(text: str) -> str:
    """Return a text as the database keeps a list of lines."""
    return "\n".join(line for one in text.splitlines() if (line := on_one_line(one)))


class SharedNote:
    """The line below several fields: it says what is wrong with the one that was refused last."""

    def __init__(self, label: QLabel) -> None:
        self._label = label
        self._wrong: dict[object, str] = {}
        self._advice = ""
        label.hide()

    def say(self, about: object, sentence: str) -> None:
        """Say what is wrong with a field, or with what None stands for: a deed of no field."""
        if self._wrong.pop(about, "") != sentence:
            self._advice = ""  # it was about something else
        if sentence:
            self._wrong[about] = sentence
        self._show()

    def advise(self, sentence: str) -> None:
        """Say what can be done, behind what is wrong and as long as it is."""
        self._advice = sentence
        self._show()

    def clear(self) -> None:
        """Say nothing."""
        self._wrong.clear()
        self._show()

    def _show(self) -> None:
        shown = next(reversed(self._wrong.values()), "")
        self._label.setText(f"{shown} {self._advice}".strip() if shown else "")
        self._label.setVisible(bool(shown))


class CheckedField(QObject):
    """Saves a field by itself, says below it what is wrong or missing, and never takes typing away.

    `kept_as` makes of a text what the database keeps of it: while somebody is in the field, a difference in blanks
    alone is left to them. `judged` is emitted when what stands there has become wrong, or is wrong no longer.
    """

    judged = Signal()

    def __init__(
        self,
        field: Field,
        note: QLabel | SharedNote,
        hand_in: HandIn,
        complain: Complaint = lambda _text: "",
        kept_as: Callable[[str], str] = on_one_line,
    ) -> None:
        super().__init__(field)
        self.field = field
        self._note = note
        self._hand_in = hand_in
        self._complain = complain
        self._kept_as = kept_as
        self._database = ""
        self._under_way = 0
        self._turn = 0
        self._wrong: str | None = None
        self._sentence = ""
        self._hint = ""
        field.installEventFilter(self)
        self._autosave = Autosave(field, self._take)
        self._say()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._autosave.text

    @property
    def is_busy(self) -> bool:
        """Whether something was typed that the database has neither read back nor refused."""
        return self._under_way > 0 or self._autosave.is_waiting

    def show(self, text: str, hint: str = "") -> None:
        """Show what the database has; `hint` says quietly what is missing."""
        self._database = text
        self._hint = hint
        self._settle()

    def commit(self) -> None:
        """Hand in what is waiting."""
        self._autosave.commit()

    @property
    def draft(self) -> Draft | None:
        """What stands in the field and is wrong, with what was said about it."""
        return (self.text, self._sentence) if self._wrong is not None and self._wrong == self.text else None

    def turn_to(self, draft: Draft | None = None) -> None:
        """Be the field of something else from now on, of which a draft may wait."""
        self._autosave.commit()
        self._turn += 1
        self._under_way = 0
        self._wrong = None
        if draft:
            self._autosave.show(draft[0])
            self.refuse(draft[1])

    def fail(self, error: UserError) -> None:
        """Say that the database has refused what stands in the field."""
        self.refuse(tr_error(error))

    def type_in(self, text: str) -> None:
        """Let a text be typed, such as one that was chosen elsewhere."""
        self._autosave.show(text)
        self._take(text)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong with what was typed; it stays in the field."""
        self._wrong = self.text
        self._say(sentence)

    def check_again(self) -> None:
        """Hand in once more what was wrong: another field of the same rule was mended."""
        if self.draft:
            self._take(self.text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the database's spelling when the field is left."""
        if event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._settle)
        return super().eventFilter(watched, event)

    def _take(self, text: str) -> None:
        if sentence := self._complain(text):
            self.refuse(sentence)
            return
        self._wrong = None
        self._say()
        if self._kept_as(text) == self._database and not self._under_way:
            return
        self._under_way += 1
        self._hand_in(text, partial(self._done, self._turn), partial(self._refused, self._turn))

    def _done(self, turn: int, _result: object) -> None:
        if turn == self._turn:  # or the field is that of something else by now
            self._under_way -= 1
            self._settle()

    def _refused(self, turn: int, error: UserError) -> None:
        if turn != self._turn:
            self._tell(None, tr_error(error))  # what stands in the field now is not what was refused
            return
        self._under_way -= 1
        if not self._autosave.is_waiting:
            self.fail(error)

    def _settle(self) -> None:
        """Show the database's text where nobody's typing would be lost by it."""
        if self._wrong is not None and self._wrong == self.text:
            return
        if self.is_busy:
            return
        self._wrong = None
        self._say()
        if self.field.hasFocus() and self._kept_as(self.text) == self._database:
            return
        self._autosave.show(self._database)

    def _say(self, wrong: str = "") -> None:
        is_news, self._sentence = wrong != self._sentence, wrong
        self._tell(self, wrong)
        dress(self.field, is_wrong=bool(wrong))
        if is_news:
            self.judged.emit()

    def _tell(self, about: object, wrong: str) -> None:
        if isinstance(self._note, SharedNote):
            self._note.say(about, wrong)
        else:
            say(self._note, wrong or self._hint, is_wrong=bool(wrong))


def say(note: QLabel, sentence: str, *, is_wrong: bool) -> None:
    """Show a sentence below a field: red where something is wrong, quiet where something is missing."""
    level = "error" if is_wrong else "small"
    note.setText(sentence)
    if note.property(COLLAPSES):
        note.setVisible(bool(sentence))
    if note.property("level") != level:
        note.setProperty("level", level)
        note.style().unpolish(note)
        note.style().polish(note)


def dress(field: QWidget, *, is_wrong: bool) -> None:
    """Show whether a field holds something wrong, also to those who listen."""
    if bool(field.property("wrong")) != is_wrong:
        field.setProperty("wrong", is_wrong)
        field.style().unpolish(field)
        field.style().polish(field)
