"""What keeps an outline editor and the database together: reading, writing with versions, and two who type at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from clesidra_desktop.domain.conflicts import ConflictError
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.outline_difference import compare
from clesidra_desktop.domain.outline_lines import Lines, OutlineLine, from_lines, to_lines
from clesidra_desktop.gui.open_workshop import OpenWorkshop
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
    pending: Lines | None = None
    is_writing: bool = False
    conflict: ConflictError | None = field(default=None)


class OutlineKeeper(QObject):
    """Shows one source in an editor. `written` is emitted when the database has what was typed.

    `conflicted` carries the ConflictError where somebody else has changed the same text, and None when that is settled.
    """

    written = Signal()
    conflicted = Signal(object)

    def __init__(self, opened: OpenWorkshop, editor: OutlineEditor) -> None:
        super().__init__(editor)
        self._opened = opened
        self._editor = editor
        self._open: _Open | None = None
        editor.handed_in.connect(self._typed)
        editor.decided.connect(self._decided)

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
        self._editor.commit()
        self._open = _Open(source, workshop.id) if source and workshop else None
        if known and known.conflict:
            self._settle(known, "both")  # nobody decides any more
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

    def _is_busy(self, opened: _Open) -> bool:
        is_waiting = opened.is_writing or opened.pending is not None
        return is_waiting or opened.conflict is not None or self._editor.is_waiting

    def _read(self, opened: _Open, *, anew: bool) -> None:
        def gone(error: UserError) -> None:
            if opened is self._open:
                self._open = None
                self._editor.show_lines(())
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
        """Write what is pending, one writing at a time: each needs the version that the one before it made."""
        if opened.is_writing or opened.pending is None or opened.conflict:
            return
        lines, opened.pending = opened.pending, None
        opened.is_writing = True

        def record(database: Database, _shown: UUID, *, who: str) -> tuple[str, Changes]:
            source, items = opened.source, from_lines(_without_end(lines))
            return source.record(database, opened.workshop_id, *source.keys, items, version=opened.version, who=who)

        def done(result: tuple[str, Any]) -> None:
            opened.version, opened.is_writing = result[0], False
            self.written.emit()
            self._write(opened)

        self._opened.do(record, done=done, failed=partial(self._failed, opened, lines))

    def _failed(self, opened: _Open, lines: Lines, error: UserError) -> None:
        """Keep what could not be written: offer what can be done, or try again by and by."""
        opened.is_writing = False
        opened.pending = lines if opened.pending is None else opened.pending
        if isinstance(error, ConflictError):
            opened.conflict = error
            if opened is self._open:
                self._editor.show_conflict(True)
                self.conflicted.emit(error)
                return
            self._settle(opened, "both")  # nobody sees it any more: nothing may be lost
            return
        self._opened.refused.emit(error)
        QTimer.singleShot(TRY_AGAIN, self, partial(self._write, opened))

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
        if opened is self._open:
            self._editor.show_lines(lines)
        self.conflicted.emit(None)
        self._write(opened)


def _joined(theirs: Lines, mine: Lines) -> Lines:
    """Return both texts as one: what they share once, and in each place what one of them has alone."""
    return tuple(one.line for one in compare(theirs, mine))


def _without_end(lines: Iterable[OutlineLine]) -> tuple[OutlineLine, ...]:
    """Return lines without the empty ones at the end, on which somebody only stands."""
    kept = list(lines)
    while kept and not kept[-1].text and not kept[-1].extensions:
        kept.pop()
    return tuple(kept)
