"""The archive: searching through everything that was ever written, and how its index is made."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from clesidra_desktop.domain.archive import ArchivedAnswer, ArchivedWay, Filters, Kind, Topic, excerpt, sought_words
from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.topics import find_topics
from clesidra_desktop.storage.archive import Values, load_titles, load_values
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.search.finding import Hit, matcher_for, titles_at
from clesidra_desktop.storage.search.keeping import count_unindexed, index_some, keep_text, next_unread
from clesidra_desktop.storage.search.places import path_at
from clesidra_desktop.storage.tables.groups import QuestionRow, SectorRow

SHOWN = 100
"""Texts that are shown; who finds more types more."""

FEW = 20
"""Workshops that are indexed at a time while somebody works: a deed waits for no longer than a moment."""

MANY = 500


@dataclass(frozen=True, slots=True)
class FoundText:
    """A hit as it is shown: the part of the text around the words, and where they stand in it.

    `sector_title` and `question_text` are what those are called in the workshop.
    """

    hit: Hit
    excerpt: str
    marks: tuple[tuple[int, int], ...]
    sector_title: str = ""
    question_text: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a text, the newest workshop first; `more` is whether there are others that are not shown."""

    texts: tuple[FoundText, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class ArchiveChoices:
    """What the archive can be narrowed to. `waiting` workshops of `total` are not indexed yet."""

    values: Values
    sectors: tuple[Topic, ...]
    questions: tuple[Topic, ...]
    total: int
    waiting: int


def search_archive(database: Database, typed: str, filters: Filters, limit: int = SHOWN) -> Found:
    """Return the texts in which all that was typed stands, the newest workshop first; nothing where nothing was typed.

    Words are parts of words, too; what stands between quotation marks is looked for as it is. Khmer needs no spaces.
    """
    words = sought_words(typed)
    if not words:
        return Found((), more=False)
    with database.session() as session:
        hits = matcher_for(session).find(session, words, filters, limit + 1)
        titles = titles_at(session, hits[:limit])
    texts = []
    for hit in hits[:limit]:
        shown, marks = excerpt(hit.text, words, " " if hit.kind is Kind.ANNEX_TEXT else " · ")
        sector = titles.get((hit.workshop_id, hit.sector, ""), hit.sector)
        question = titles.get((hit.workshop_id, "", hit.question), hit.question)
        texts.append(FoundText(hit, shown, tuple(marks), sector, question))
    return Found(tuple(texts), more=len(hits) > limit)


def archive_choices(database: Database) -> ArchiveChoices:
    """Return what the archive can be narrowed to."""
    with database.session() as session:
        waiting, total = count_unindexed(session.connection())
        sectors, questions = load_titles(session, SectorRow), load_titles(session, QuestionRow)
        return ArchiveChoices(load_values(session), find_topics(sectors), find_topics(questions), total, waiting)


def find_topic(topics: Iterable[Topic], text: str) -> Topic | None:
    """Return the sector, or the question, that a text stands for: by a key, a whole title, or a part of one."""
    listed, sought = list(topics), folded(text)
    by_key = (topic for topic in listed if text in topic.keys)
    whole = (topic for topic in listed if sought == folded(topic.title))
    part = (topic for topic in listed if sought in folded(topic.title))
    return next(by_key, None) or next(whole, None) or next(part, None)


def place_in_workshop(database: Database, hit: Hit) -> str:
    """Return the JSON path, in the workshop file, of the text of a hit; empty where it is not there any more."""
    with database.session() as session:
        return path_at(session, hit.kind, hit.row_id, hit.place)


def place_of_answer(database: Database, answer: ArchivedAnswer) -> str:
    """Return the JSON path of an answer, as `place_in_workshop` does."""
    with database.session() as session:
        return path_at(session, Kind.ANSWER, answer.id)


def place_of_way(database: Database, one: ArchivedWay) -> str:
    """Return the JSON path of a way forward, as `place_in_workshop` does."""
    with database.session() as session:
        return path_at(session, Kind.WAY_FORWARD, one.way.id)


def index_archive(database: Database, progress: Progress = no_progress, chunk: int = MANY) -> None:
    """Index all workshops that are not indexed yet. What was done stays done when progress stops it."""
    while waiting := index_next(database, chunk)[0]:
        total = _count(database)[1]
        progress(total - waiting, total)


def index_next(database: Database, chunk: int = FEW) -> tuple[int, int]:
    """Index a few of the workshops that are not indexed yet; return how many still wait, and how many there are."""
    with database.indexing() as connection:
        index_some(connection, chunk)
        return count_unindexed(connection)


def unread_file(database: Database) -> tuple[UUID, bytes] | None:
    """Return the id and the content of a file of an annex whose text was not read yet; None where all were."""
    with database.session() as session:
        return next_unread(session.connection())


def read_file_text(content: bytes) -> str:
    """Return what the file of an annex says: PDF with text, Word documents and plain text; empty for all others."""
    from clesidra_desktop.documents.annexes.words import words_in  # noqa: PLC0415 - searching needs no PDF

    return words_in(content)


def read_annexes(database: Database) -> None:
    """Read all files of annexes that were not read yet."""
    while found := unread_file(database):
        file_id, content = found
        keep_file_text(database, file_id, read_file_text(content))


def keep_file_text(database: Database, file_id: UUID, text: str) -> None:
    """Keep the text that was read from a file (`read_file_text`), so that the annexes that show it are found."""
    with database.indexing() as connection:
        keep_text(connection, file_id, text)


def _count(database: Database) -> tuple[int, int]:
    with database.session() as session:
        return count_unindexed(session.connection())
