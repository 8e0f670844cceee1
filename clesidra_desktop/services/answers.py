"""What groups said and what was noted of agenda items: typed in, read, and brought back from the journal.

Typing commits several times a second, so each deed reads and writes one row. Whoever writes passes the version that was
read: a text that somebody else has changed since is never overwritten.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from clesidra_desktop.documents.words import count_words
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.outline import Outline
from clesidra_desktop.domain.workshop import Question, Sector
from clesidra_desktop.exchange.text import clean_outline
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage import agenda, rapporteurs, versions
from clesidra_desktop.storage import answers as stored
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.journal import row_changes
from clesidra_desktop.storage.versions import Version

TYPING_FOR = timedelta(minutes=1)
"""How long after the last change an answer counts as being typed."""


@dataclass(frozen=True, slots=True)
class Text:
    """An outline as it stands in the database, and its version, to be passed when it is written again."""

    outline: Outline
    version: str


class CellState(StrEnum):
    """How far an answer is."""

    EMPTY = "empty"
    TYPING = "typing"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Cell:
    """An answer at a glance: how many points that are not empty it has, and how many words."""

    state: CellState
    points: int = 0
    words: int = 0
    typed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AnswersMatrix:
    """Every answer that can be given, by the keys of its sector and question; rapporteurs and rooms by sector."""

    sectors: tuple[Sector, ...]
    questions: tuple[Question, ...]
    cells: Mapping[tuple[str, str], Cell]
    rapporteurs: Mapping[str, str]
    rooms: Mapping[str, str]

    @property
    def given(self) -> int:
        """How many answers are not empty."""
        return sum(cell.state is not CellState.EMPTY for cell in self.cells.values())


def find_answers(database: Database, workshop_id: UUID) -> AnswersMatrix:
    """Return all answers of a workshop at a glance, as they are now. Raises UserError where it is gone."""
    with database.session() as session:
        frame = agenda.load_agenda(session, workshop_id)
        given = stored.load_answers(session, workshop_id)
        names = rapporteurs.load_rapporteurs(session, workshop_id)
        rooms = rapporteurs.load_rooms(session, workshop_id)
    now = database.now()
    cells = {
        (sector.key, question.key): _cell(*given.get((sector.key, question.key), ([], None)), now)
        for sector in frame.sectors
        for question in frame.questions
    }
    return AnswersMatrix(frame.sectors, frame.questions, cells, names, rooms)


def _cell(texts: list[str], typed_at: datetime | None, now: datetime) -> Cell:
    points = sum(bool(text.strip()) for text in texts)
    if not points:
        return Cell(CellState.EMPTY, typed_at=typed_at)
    is_fresh = typed_at is not None and now - typed_at < TYPING_FOR
    return Cell(CellState.TYPING if is_fresh else CellState.DONE, points, sum(map(count_words, texts)), typed_at)


def find_answer(database: Database, workshop_id: UUID, sector: str, question: str) -> Text:
    """Return an answer; one that was never given is empty."""
    with database.session() as session:
        return Text(*stored.load_answer(session, workshop_id, sector, question))


def record_answer(
    database: Database, workshop_id: UUID, sector: str, question: str, items: Outline, *, version: str, who: str
) -> tuple[str, Changes]:
    """Write what a group said to a question; return the version it has now and what changed.

    `version` is that of the text which was read. Raises ConflictError, which has both texts, where somebody else has
    changed it since, and UserError where the sector or the question is gone.
    """
    return _record_answer(database, workshop_id, (sector, question), items, version, "record_answer", who)


def find_notes(database: Database, workshop_id: UUID, key: str) -> Text:
    """Return the notes of an agenda item. Raises UserError where the item is gone."""
    with database.session() as session:
        return Text(*stored.load_notes(session, workshop_id, key))


def record_notes(
    database: Database, workshop_id: UUID, key: str, notes: Outline, *, version: str, who: str
) -> tuple[str, Changes]:
    """Write the notes of an agenda item, whatever its state; see `record_answer`."""
    return _record_notes(database, workshop_id, key, notes, version, "record_notes", who)


def answer_versions(database: Database, workshop_id: UUID, sector: str, question: str) -> tuple[Version, ...]:
    """Return what an answer said, the newest version first; what was typed without a pause is one version."""
    with database.session() as session:
        return tuple(versions.answer_versions(session, workshop_id, sector, question))


def notes_versions(database: Database, workshop_id: UUID, key: str) -> tuple[Version, ...]:
    """Return what the notes of an agenda item said, as `answer_versions` does."""
    with database.session() as session:
        return tuple(versions.notes_versions(session, workshop_id, key))


def restore_answer(
    database: Database, workshop_id: UUID, sector: str, question: str, sequence: int, *, version: str, who: str
) -> tuple[str, Changes]:
    """Make an answer again what a version of it said; see `record_answer`."""
    with database.session() as session:
        outline = version_of(versions.answer_versions(session, workshop_id, sector, question), sequence)
    return _record_answer(database, workshop_id, (sector, question), outline, version, "restore_answer", who)


def restore_notes(
    database: Database, workshop_id: UUID, key: str, sequence: int, *, version: str, who: str
) -> tuple[str, Changes]:
    """Make the notes of an agenda item again what a version of them said; see `record_answer`."""
    with database.session() as session:
        outline = version_of(versions.notes_versions(session, workshop_id, key), sequence)
    return _record_notes(database, workshop_id, key, outline, version, "restore_notes", who)


def _record_answer(
    database: Database, workshop_id: UUID, answer: tuple[str, str], items: Outline, version: str, deed: str, who: str
) -> tuple[str, Changes]:
    clean = clean_outline(items)
    with database.transaction(deed=deed, who=who, workshop_id=workshop_id) as session:
        written = stored.save_answer(session, workshop_id, answer, clean, version, database.now())
        return written, Changes.of(row_changes(session))


def _record_notes(
    database: Database, workshop_id: UUID, key: str, notes: Outline, version: str, deed: str, who: str
) -> tuple[str, Changes]:
    clean = clean_outline(notes)
    with database.transaction(deed=deed, who=who, workshop_id=workshop_id) as session:
        written = stored.save_notes(session, workshop_id, key, clean, version)
        return written, Changes.of(row_changes(session))


def version_of(listed: Iterable[Version], sequence: int) -> Outline:
    """Return what the version of a sequence said. Raises UserError where it is not among those that are listed."""
    for one in listed:
        if one.sequence == sequence:
            return one.outline
    raise UserError("This version is not in the journal any more. Choose another one.")
