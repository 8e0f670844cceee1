"""What keeps an outline editor and the database together: reading, writing with versions, and two who type at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from clesidra_desktop.domain.conflicts import ConflictError
from clesidra_desktop.domain.errors import GoneError, UserError
from clesidra_desktop.domain.outline_difference import compare
from clesidra_desktop.domain.outline_lines import Lines, OutlineLine, from_lines, to_lines
from clesidra_desktop.gui.context import Context
from clesidra_desktop.gui.i18n import tr, tr_error
from clesidra_desktop.gui.widgets.outline_editor import OutlineEditor
from clesidra_desktop.services.answers import (
    Text,
    answer_versions,
    find_answer,
    find_notes,
    notes_versions,
    record_answer,
    record_notes,
    restore_answer,
    restore_notes,
)
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.minutes_sections import (
    find_section_text,
    record_section_text,
    restore_section_text,
    section_text_versions,
)
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.versions import Version

TRY_AGAIN = 3000
"""Milliseconds after which what could not be written is tried once more."""


@dataclass(frozen=True, slots=True)
class OutlineSource:
    """Where an outline comes from: the keys that name it; what reads and writes it, and does so with old versions."""

    keys: tuple[str, ...]
    find: Callable[..., Text]
    record: Callable[..., tuple[str, Changes]]
    versions: Callable[..., tuple[Version, ...]]
    restore: Callable[..., tuple[str, Changes]]

    @classmethod
    def notes(cls, key: str) -> "OutlineSource":
        """Return the notes of an agenda item."""
        return cls((key,), find_notes, record_notes, notes_versions, restore_notes)

    @classmethod
    def answer(cls, sector: str, question: str) -> "OutlineSource":
        """Return what the group of a sector said to a question."""
        return cls((sector, question), find_answer, record_answer, answer_versions, restore_answer)

    @classmethod
    def section(cls, key: str, place: str) -> "OutlineSource":
        """Return the text `before` or `after` a section of the minutes."""
        return cls((key, place), find_section_text, record_section_text, section_text_versions, restore_section_text)


@dataclass(slots=True)
class _Open:
    """A source that is shown, or was when what is still to be written was typed."""

    source: OutlineSource
    workshop_id: UUID
    version: str = ""
    """What was read, or written, last; a writing sets it on the database thread, for the one that waits behind it."""
    pending: Lines | None = None
    writing: Lines | None = None
    conflict: ConflictError | None = None
    is_left: bool = False
    """Whether nobody sees it any more: nobody decides between two texts, and no answer may come."""
    is_gone: bool = False
    """Whether it was said that the place of the text is gone."""


class OutlineKeeper(QObject):
    """Shows one source in an editor. `written` is emitted when the database has what was typed.

    `conflicted` carries the ConflictError where somebody else has changed the same text, and None when that is settled.
    """

    written = Signal()
    conflicted = Signal(object)

    def __init__(self, context: Context, editor: OutlineEditor) -> None:
        super().__init__(editor)
        self._context = context
        self._opened = context.open
        self._editor = editor
        self._open: _Open | None = None
        editor.handed_in.connect(self._typed)
        editor.decided.connect(self._decided)
        self._opened.leaving.connect(self._let_go)

    @property
    def source(self) -> OutlineSource | None:
        """What is shown."""
        return self._open.source if self._open else None

    @property
    def is_in_conflict(self) -> bool:
        """Whether a person has still to say which of two texts is kept."""
        return self._open is not None and self._open.conflict is not None

    def open(self, source: OutlineSource | None) -> None:
        """Show another source, or none; what was typed in the one before is written."""
        workshop = self._opened.workshop
        known = self._open
        if known and workshop and known.source == source and known.workshop_id == workshop.id:
            return
        if known:
            self._leave(known)
        self._open = _Open(source, workshop.id) if source and workshop else None
        self._editor.set_enabled(False)  # for the moment until it was read: nothing typed may be shown over
        if self._open is None:
            self._editor.show_lines(())
        else:
            self._read(self._open, anew=True)

    def refresh(self) -> None:
        """Read again what is shown, unless somebody is typing in it."""
        if self._open and not self._is_busy(self._open):
            self._read(self._open, anew=False)

    def when_written(self, do: Callable[[], object]) -> None:
        """Do something as soon as the database has all that was typed; not before a conflict is settled."""
        self._editor.commit()
        if self._open is None or not self._is_busy(self._open):
            do()
            return

        def again() -> None:
            self.written.disconnect(again)
            self.when_written(do)

        self.written.connect(again)

    def _let_go(self) -> None:
        self.open(None)

    def _leave(self, opened: _Open) -> None:
        """Write all that is not written for certain, in a way that needs no answer and no decision."""
        opened.is_left = True
        if self._editor.is_waiting:
            self._editor.commit()
        else:
            self._write(opened)
        if opened.conflict:
            opened.conflict = None
            self._editor.show_conflict(False)
            self.conflicted.emit(None)

    def _is_busy(self, opened: _Open) -> bool:
        is_waiting = opened.writing is not None or opened.pending is not None
        return is_waiting or opened.conflict is not None or self._editor.is_waiting

    def _read(self, opened: _Open, *, anew: bool) -> None:
        def gone(error: UserError) -> None:
            if opened is self._open:
                self._open = None
                self._editor.show_lines(())
                if not opened.is_gone:
                    self._opened.refused.emit(error)

        show = partial(self._show, opened, anew=anew)
        self._opened.ask(opened.source.find, opened.workshop_id, *opened.source.keys, done=show, failed=gone)

    def _show(self, opened: _Open, text: Text, *, anew: bool) -> None:
        if opened is not self._open or (not anew and self._is_busy(opened)):
            return
        if anew or text.version != opened.version:
            self._editor.show_lines(to_lines(text.outline), anew=anew)
        opened.version = text.version
        self._editor.set_enabled(True)

    def _typed(self, lines: Lines) -> None:
        if self._open:
            self._open.pending = lines
            self._write(self._open)

    def _write(self, opened: _Open) -> None:
        """Write what is pending, one writing at a time: each needs the version that the one before it made.

        Of a text that was left the last writing does not wait for the one before, which may have been refused.
        """
        is_last = opened.is_left
        if not is_last and (opened.writing is not None or opened.conflict):
            return
        lines = opened.writing if is_last and opened.pending is None else opened.pending
        if lines is None:
            return
        opened.pending, opened.writing = None, lines

        def record(database: Database, *_shown: UUID, who: str) -> tuple[str, Changes]:
            return _record(database, opened, lines, who, is_last=is_last)

        def done(_result: object) -> None:
            opened.writing = None
            self.written.emit()
            self._write(opened)

        failed = partial(self._failed, opened, lines, is_last)
        workshop = self._opened.workshop
        if workshop and workshop.id == opened.workshop_id:
            self._opened.do(record, done=done, failed=failed)
        else:  # nothing is to be read back into the window
            self._opened.ask(partial(record, who=self._opened.who), done=done, failed=failed)

    def _failed(self, opened: _Open, lines: Lines, is_last: bool, error: UserError) -> None:
        """Keep what could not be written: offer what can be done, or try again by and by."""
        if opened.is_left and not is_last:
            return  # the last writing has these lines, or newer ones
        opened.writing = None
        if isinstance(error, GoneError):
            self._tell_gone(opened, opened.pending or lines, error)
            return
        opened.pending = lines if opened.pending is None else opened.pending
        if isinstance(error, ConflictError):
            opened.conflict = error
            self._editor.show_conflict(True)
            self.conflicted.emit(error)
            return
        self._opened.refused.emit(error)
        QTimer.singleShot(TRY_AGAIN, self, partial(self._write, opened))

    def _tell_gone(self, opened: _Open, lines: Lines, error: GoneError) -> None:
        """Offer a text for copying whose place is gone."""
        opened.pending, opened.is_gone = None, True
        if not any(line.text for line in lines):
            self._opened.refused.emit(error)
            return

        def copy() -> None:
            QGuiApplication.clipboard().setText("\n".join("\t" * line.level + line.text for line in lines))
            self._context.messages.news(tr("The text is copied. Paste it where it belongs."))

        said = f"{tr_error(error)} {tr('What you typed was not saved.')}"
        self._context.messages.warn(said, tr("Copy my text"), copy)

    def _decided(self, decision: str) -> None:
        if self._open and self._open.conflict:
            self._editor.commit()
            self._settle(self._open, decision)

    def _settle(self, opened: _Open, decision: str) -> None:
        """Make one text of two, as somebody has decided."""
        conflict = opened.conflict
        if conflict is None:
            return
        opened.conflict, opened.version = None, conflict.version
        mine, theirs = opened.pending or to_lines(conflict.mine), to_lines(conflict.theirs)
        lines = {"mine": mine, "theirs": theirs, "both": _joined(theirs, mine)}[decision]
        opened.pending = None if decision == "theirs" else lines
        self._editor.show_lines(lines)
        self.conflicted.emit(None)
        self._write(opened)


def _record(database: Database, opened: _Open, lines: Lines, who: str, *, is_last: bool) -> tuple[str, Changes]:
    """Write lines, on the database thread; the last ones join what somebody else has written meanwhile."""
    source = opened.source
    while True:
        items = from_lines(_without_end(lines))
        try:
            result = source.record(database, opened.workshop_id, *source.keys, items, version=opened.version, who=who)
        except ConflictError as conflict:
            if not is_last:
                raise
            lines, opened.version = _joined(to_lines(conflict.theirs), lines), conflict.version
        else:
            opened.version = result[0]
            return result


def _joined(theirs: Lines, mine: Lines) -> Lines:
    """Return both texts as one: what they share once, and in each place what one of them has alone."""
    return tuple(one.line for one in compare(theirs, mine))


def _without_end(lines: Iterable[OutlineLine]) -> tuple[OutlineLine, ...]:
    """Return lines without the empty ones at the end, on which somebody only stands."""
    kept = list(lines)
    while kept and not kept[-1].text and not kept[-1].extensions:
        kept.pop()
    return tuple(kept)
