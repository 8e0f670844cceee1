"""What of a row is searched: the rows of the tables, read past the unit of work, as texts of the index."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Table, exists, select

from clesidra_desktop.domain.archive import Kind, searchable
from clesidra_desktop.domain.workshop import AnnexSource
from clesidra_desktop.storage.search.tables import FILES
from clesidra_desktop.storage.tables.agenda import AgendaItemRow
from clesidra_desktop.storage.tables.annexes import AnnexRow, WorkshopFileRow
from clesidra_desktop.storage.tables.attendants import AttendantRow
from clesidra_desktop.storage.tables.base import Row as StoredRow
from clesidra_desktop.storage.tables.groups import AnswerRow, GroupRow, QuestionRow, SectorRow
from clesidra_desktop.storage.tables.journal import JournalRow
from clesidra_desktop.storage.tables.minutes import MinutesSectionRow
from clesidra_desktop.storage.tables.polls import PollOptionRow, PollRow
from clesidra_desktop.storage.tables.ways_forward import WayForwardRow
from clesidra_desktop.storage.tables.workshops import WorkshopRow

CHUNK = 500
"""Ids in one question to the database."""

END = "\n\n"
"""Stands at the end of every text, so that its last two letters begin a trigram, too."""


@dataclass(frozen=True, slots=True)
class IndexText:
    """A text of the index, of a row of a workshop."""

    workshop_id: UUID
    row_id: UUID
    kind: Kind
    text: str
    place: int = 0
    sector: str = ""
    question: str = ""


def read_texts(connection: Connection, table: str, ids: Collection[UUID]) -> Iterator[IndexText]:
    """Yield the texts of rows of a table; of those that are gone there are none."""
    yield from _texts(connection, table, _table(table).c.id, ids)


def texts_of(connection: Connection, workshop_ids: Collection[UUID]) -> Iterator[IndexText]:
    """Yield all texts of workshops."""
    for name in READ:
        table = _table(name)
        of_workshop = table.c.id if name == WorkshopRow.__tablename__ else table.c.workshop_id
        yield from _texts(connection, name, of_workshop, workshop_ids)


def sealed_workshops(connection: Connection) -> set[UUID]:
    """Return the workshops from which somebody was taken who is to be forgotten.

    What the files of their annexes say is not indexed: it may name that person, and nobody knows the name any more.
    """
    journal = _of(JournalRow)
    sealed = select(journal.c.workshop_id).distinct().where(journal.c.sealed, journal.c.workshop_id.is_not(None))
    return set(connection.scalars(sealed))


def _texts(connection: Connection, name: str, column: Any, ids: Collection[UUID]) -> Iterator[IndexText]:
    table, listed = _table(name), list(ids)
    for start in range(0, len(listed), CHUNK):
        rows = connection.execute(select(table).where(column.in_(listed[start : start + CHUNK]))).all()
        more = _more(connection, name, rows)
        for row in rows:
            workshop = row.id if name == WorkshopRow.__tablename__ else row.workshop_id
            for kind, place, text in READ[name](row, more):
                if clean := searchable(text).strip():
                    sector, question = getattr(row, "sector", ""), getattr(row, "question", "")
                    if name == PollRow.__tablename__:
                        question = ""
                    yield IndexText(workshop, row.id, kind, clean + END, place, sector, question)


def _more(connection: Connection, name: str, rows: Collection[Row[Any]]) -> Mapping[UUID, list[str]]:
    """Return the texts that stand beside rows: the options of polls, and what the files of annexes say."""
    ids = [row.id for row in rows]
    found: dict[UUID, list[str]] = {}
    if name == PollRow.__tablename__:
        options = _of(PollOptionRow)
        chosen = select(options.c.poll_id, options.c.text).where(options.c.poll_id.in_(ids))
        for poll_id, text in connection.execute(chosen.order_by(options.c.ordinal)):
            found.setdefault(poll_id, []).append(text)
    elif name == AnnexRow.__tablename__:
        for annex_id, text in connection.execute(_annex_texts().where(_of(AnnexRow).c.id.in_(ids))):
            found[annex_id] = [text]
    return found


def _annex_texts() -> Any:
    annexes, paths, journal = _of(AnnexRow), _of(WorkshopFileRow), _of(JournalRow)
    sealed = exists().where(journal.c.workshop_id == annexes.c.workshop_id, journal.c.sealed)
    return (
        select(annexes.c.id, FILES.c.text)
        .join(paths, (paths.c.workshop_id == annexes.c.workshop_id) & (paths.c.path == annexes.c.file))
        .join(FILES, FILES.c.file_id == paths.c.file_id)
        .where(annexes.c.source == AnnexSource.FILE.value, ~sealed)
    )


def unread_files(connection: Connection) -> list[UUID]:
    """Return the ids of files of annexes whose text was not read yet."""
    annexes, paths = _of(AnnexRow), _of(WorkshopFileRow)
    found = (
        select(paths.c.file_id, paths.c.workshop_id)
        .join(annexes, (paths.c.workshop_id == annexes.c.workshop_id) & (paths.c.path == annexes.c.file))
        .where(annexes.c.source == AnnexSource.FILE.value)
        .where(paths.c.file_id.not_in(select(FILES.c.file_id)))
    )
    sealed = sealed_workshops(connection)
    rows = connection.execute(found).all()
    withheld = {row.file_id for row in rows if row.workshop_id in sealed}
    return list(dict.fromkeys(row.file_id for row in rows if row.file_id not in withheld))


def annexes_of_file(connection: Connection, file_id: UUID) -> set[UUID]:
    """Return the annexes that show a file."""
    annexes, paths = _of(AnnexRow), _of(WorkshopFileRow)
    found = select(annexes.c.id).join(
        paths, (paths.c.workshop_id == annexes.c.workshop_id) & (paths.c.path == annexes.c.file)
    )
    return set(connection.scalars(found.where(paths.c.file_id == file_id)))


def annexes_at_path(connection: Connection, path_ids: Collection[UUID], workshops: Collection[UUID]) -> set[UUID]:
    """Return the annexes that paths of files lead to; of paths that are gone, all annexes of their workshops."""
    annexes, paths = _of(AnnexRow), _of(WorkshopFileRow)
    here = select(annexes.c.id).join(
        paths, (paths.c.workshop_id == annexes.c.workshop_id) & (paths.c.path == annexes.c.file)
    )
    found = set(connection.scalars(here.where(paths.c.id.in_(path_ids))))
    return found | set(connection.scalars(select(annexes.c.id).where(annexes.c.workshop_id.in_(workshops))))


def polls_of_options(connection: Connection, ids: Collection[UUID]) -> set[UUID]:
    """Return the polls of options that are there."""
    options = _of(PollOptionRow)
    return set(connection.scalars(select(options.c.poll_id).where(options.c.id.in_(ids)))) if ids else set()


_Text = tuple[Kind, int, str]
_More = Mapping[UUID, list[str]]


def _outline(points: list[dict[str, Any]]) -> str:
    return "\n".join(point["text"] for point in points)


def _workshop(row: Row[Any], _: _More) -> Iterator[_Text]:
    yield Kind.TITLE, 0, row.title
    team = (*row.facilitator, *row.mc, *row.minute_taker)
    details = (row.venue, row.place, row.programme_name or "", row.programme_funder, row.programme_activity, *team)
    yield Kind.DETAILS, 0, "\n".join(filter(None, details))
    for place, objective in enumerate(row.objectives):
        yield Kind.OBJECTIVE, place, objective


def _agenda_item(row: Row[Any], _: _More) -> Iterator[_Text]:
    yield Kind.AGENDA, 0, f"{row.title}\n{row.speaker}"
    yield Kind.NOTES, 0, _outline(row.notes)


def _poll(row: Row[Any], more: _More) -> Iterator[_Text]:
    yield Kind.POLL, 0, "\n".join((row.question, *more.get(row.id, ()), row.note))


def _annex(row: Row[Any], more: _More) -> Iterator[_Text]:
    yield Kind.ANNEX, 0, row.title
    for text in more.get(row.id, ()):
        yield Kind.ANNEX_TEXT, 0, text


def _group(row: Row[Any], _: _More) -> Iterator[_Text]:
    try:
        UUID(row.rapporteur)  # an attendant, who is found by the name that stands there
    except ValueError:
        yield Kind.PERSON, 0, row.rapporteur


READ: Mapping[str, Callable[[Row[Any], _More], Iterator[_Text]]] = {
    WorkshopRow.__tablename__: _workshop,
    SectorRow.__tablename__: lambda row, _: iter([(Kind.SECTOR, 0, row.title)]),
    QuestionRow.__tablename__: lambda row, _: iter([(Kind.QUESTION, 0, row.text)]),
    GroupRow.__tablename__: _group,
    AnswerRow.__tablename__: lambda row, _: iter([(Kind.ANSWER, 0, _outline(row.items))]),
    AgendaItemRow.__tablename__: _agenda_item,
    PollRow.__tablename__: _poll,
    MinutesSectionRow.__tablename__: lambda row, _: iter(
        [(Kind.MINUTES, 0, f"{row.title}\n{_outline(row.text_before)}\n{_outline(row.text_after)}")]
    ),
    WayForwardRow.__tablename__: lambda row, _: iter([(Kind.WAY_FORWARD, 0, f"{row.text}\n{row.responsible}")]),
    AnnexRow.__tablename__: _annex,
    AttendantRow.__tablename__: lambda row, _: iter(
        [(Kind.PERSON, 0, f"{row.name}\n{row.name_km}\n{row.organization}")]
    ),
}
"""What is searched in the rows of each table; phone numbers, e-mail addresses and ages are not."""


def _of(row_class: type[StoredRow]) -> Table:
    return StoredRow.metadata.tables[row_class.__tablename__]


def _table(name: str) -> Table:
    return StoredRow.metadata.tables[name]
