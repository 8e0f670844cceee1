"""All answers to a question across workshops: as a list, and as a booklet in files."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from clesidra_desktop.documents.compose.booklet import compose_booklet
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.archive import (
    ArchivedAnswer,
    ArchivedWay,
    Booklet,
    BookletQuestion,
    BookletSector,
    Filters,
    Topic,
)
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.topics import find_topics, topic_of
from clesidra_desktop.files import make_folder_of, write_whole
from clesidra_desktop.services.file_names import narrowed_stem
from clesidra_desktop.services.minutes import Format
from clesidra_desktop.storage.archive import load_answers, load_titles, load_ways
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.tables.groups import QuestionRow, SectorRow

LISTED = 2000
"""Answers that a list shows; the booklet has all."""


@dataclass(frozen=True, slots=True)
class ArchivedAnswers:
    """Answers across workshops, the newest first; `more` is whether there are others."""

    answers: tuple[ArchivedAnswer, ...]
    more: bool


def find_archived_answers(database: Database, filters: Filters, limit: int = LISTED) -> ArchivedAnswers:
    """Return the answers that filters let through, those of the newest workshops first."""
    with database.session() as session:
        found = list(islice(load_answers(session, filters), limit + 1))
    return ArchivedAnswers(tuple(found[:limit]), more=len(found) > limit)


def find_archived_ways(database: Database, filters: Filters) -> tuple[ArchivedWay, ...]:
    """Return the ways forward of all workshops that filters let through, those of the newest workshops first."""
    with database.session() as session:
        return tuple(load_ways(session, filters))


def make_booklet(database: Database, filters: Filters) -> Booklet:
    """Return all answers that filters let through, by sector, question and workshop.

    Sectors and questions of several workshops are the same where their keys are, or else their titles.
    """
    with database.session() as session:
        sectors = _Topics(find_topics(load_titles(session, SectorRow)))
        questions = _Topics(find_topics(load_titles(session, QuestionRow)))
        grouped: dict[str, dict[str, list[ArchivedAnswer]]] = {}
        for one in load_answers(session, filters):
            of_sector = grouped.setdefault(sectors.title(one.sector, one.sector_title), {})
            of_sector.setdefault(questions.title(one.question, one.question_text), []).append(one)
    return Booklet(
        filters,
        tuple(
            BookletSector(title, tuple(BookletQuestion(text, tuple(some)) for text, some in by_question.items()))
            for title, by_question in grouped.items()
        ),
    )


class _Topics:
    """Topics by what they are called in a workshop, looked up once for each name."""

    def __init__(self, topics: Collection[Topic]) -> None:
        self._topics = topics
        self._known: dict[tuple[str, str], str] = {}

    def title(self, key: str, title: str) -> str:
        """Return what the topic is called that has this key and title in a workshop."""
        if (key, title) not in self._known:
            topic = topic_of(self._topics, key, title)
            self._known[key, title] = topic.title if topic else title
        return self._known[key, title]


def booklet_name(filters: Filters, kind: Format, language: Language) -> str:
    """Return the file name of a booklet: what its answers were chosen by, and its language."""
    topics = [topic.title for topic in (filters.sector, filters.question) if topic]
    year = str(filters.year or "")
    stem = narrowed_stem("answers-booklet", year, filters.programme, filters.place, *topics)
    return f"{stem}-{language}.{kind}"


def write_booklet(
    booklet: Booklet,
    targets: Mapping[Format, Path],
    *,
    language: Language,
    created: datetime | None = None,
    progress: Callable[[Format], Progress] = lambda _: no_progress,
) -> Iterator[Path]:
    """Write a booklet in a language, one file after the other, and yield each path once it is whole.

    Raises UserError where a file cannot be written.
    """
    document = compose_booklet(booklet, Labels(language))
    moment = created or datetime.now(UTC)
    pages: tuple[int, ...] = ()

    def write_as_pdf(stream: BinaryIO) -> None:
        nonlocal pages
        from clesidra_desktop.documents.pdf import save_pdf  # noqa: PLC0415 - each format has libraries of its own

        pages = save_pdf(document, stream, created=moment, progress=progress(Format.PDF))

    def write_as_docx(stream: BinaryIO) -> None:
        from clesidra_desktop.documents.docx import write_docx  # noqa: PLC0415
        from clesidra_desktop.documents.pdf import page_numbers  # noqa: PLC0415

        numbers = pages or page_numbers(document)
        stream.write(write_docx(document, created=moment, pages=numbers, progress=progress(Format.DOCX)))

    for kind, write in ((Format.PDF, write_as_pdf), (Format.DOCX, write_as_docx)):
        if (path := targets.get(kind)) is not None:
            progress(kind)(0, 1)
            make_folder_of(path)
            write_whole({path: write})
            yield path
