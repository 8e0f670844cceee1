"""How the index is kept: with every transaction of the journal, and workshop by workshop where there is none yet.

What a transaction changes is indexed in that transaction, so that the index is never behind the tables, also after a
crash. A workshop that is not indexed yet is left alone until its turn comes.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import Connection, delete, func, select

from clesidra_desktop.storage.search.reading import (
    CHUNK,
    READ,
    IndexText,
    annexes_at_path,
    annexes_of_file,
    polls_of_options,
    read_texts,
    texts_of,
    unread_files,
)
from clesidra_desktop.storage.search.tables import FILES, NUMBER_SHIFT, TEXTS, WORKSHOPS, first_id
from clesidra_desktop.storage.tables.annexes import AnnexRow, FileRow, WorkshopFileRow
from clesidra_desktop.storage.tables.base import Row
from clesidra_desktop.storage.tables.polls import PollOptionRow, PollRow
from clesidra_desktop.storage.tables.workshops import WorkshopRow

_WORKSHOPS = WorkshopRow.__tablename__
_BESIDE = frozenset({PollOptionRow.__tablename__, WorkshopFileRow.__tablename__})
"""Tables whose rows are part of the text of another row."""


class Change(Protocol):
    """What the journal knows of a row that was changed."""

    @property
    def table(self) -> str:
        """The name of the table."""

    @property
    def id(self) -> UUID:
        """The id of the row."""

    @property
    def before(self) -> dict[str, Any] | None:
        """The columns before the change; None where the row was added."""

    @property
    def after(self) -> dict[str, Any] | None:
        """The columns after the change; None where the row was removed."""


def follow(connection: Connection, changes: Iterable[Change]) -> None:
    """Bring the index up to what a transaction has made of rows."""
    wanted = [one for one in changes if one.table in READ or one.table in _BESIDE]
    if not wanted:
        return
    whole = _whole(connection, [one for one in wanted if one.table == _WORKSHOPS])
    ids: defaultdict[str, set[UUID]] = defaultdict(set)
    for one in wanted:
        if one.after is None or one.after.get("workshop_id") not in {str(id_) for id_ in whole}:
            ids[one.table].add(one.id)
    _add_owners(connection, ids, wanted)
    for table, some in ids.items():
        if table in READ:
            _replace(connection, some, read_texts(connection, table, some), whole)
    if whole:
        _index(connection, whole)


def _whole(connection: Connection, changes: Sequence[Change]) -> list[UUID]:
    """Return the workshops that are to be indexed as a whole: new ones, and those of another day.

    Those that are gone are taken out of the index.
    """
    found: list[UUID] = []
    for one in changes:
        known = connection.execute(select(WORKSHOPS).where(WORKSHOPS.c.workshop_id == one.id)).one_or_none()
        if one.after is None or (known and "starts" in one.after):
            _remove_workshop(connection, one.id)
        if one.after is not None and (one.before is None or (known and "starts" in one.after)):
            found.append(one.id)
    return found


def _add_owners(connection: Connection, ids: dict[str, set[UUID]], changes: Sequence[Change]) -> None:
    """Add the rows to whose text a changed row belongs."""
    options = ids.pop(PollOptionRow.__tablename__, set())
    if options:
        before = [one.before for one in changes if one.table == PollOptionRow.__tablename__ and one.before]
        gone = {UUID(values["poll_id"]) for values in before if "poll_id" in values}
        ids.setdefault(PollRow.__tablename__, set()).update(polls_of_options(connection, options) | gone)
    paths = ids.pop(WorkshopFileRow.__tablename__, set())
    if paths:
        values = [one.before or {} for one in changes if one.table == WorkshopFileRow.__tablename__]
        workshops = {UUID(one["workshop_id"]) for one in values if "workshop_id" in one}
        ids.setdefault(AnnexRow.__tablename__, set()).update(annexes_at_path(connection, paths, workshops))


def count_unindexed(connection: Connection) -> tuple[int, int]:
    """Return how many workshops are not indexed yet, and how many there are."""
    total = connection.scalar(select(func.count()).select_from(_table(_WORKSHOPS))) or 0
    indexed = connection.scalar(select(func.count()).select_from(WORKSHOPS)) or 0
    return max(total - indexed, 0), total


def index_some(connection: Connection, limit: int) -> int:
    """Index workshops that are not indexed yet, the oldest first; return how many."""
    workshops = _table(_WORKSHOPS)
    indexed = select(WORKSHOPS.c.workshop_id)
    waiting = select(workshops.c.id).where(workshops.c.id.not_in(indexed)).order_by(workshops.c.starts.nulls_first())
    some = list(connection.scalars(waiting.limit(limit)))
    if some:
        _index(connection, some)
    return len(some)


def next_unread(connection: Connection) -> tuple[UUID, bytes] | None:
    """Return the id and the content of a file of an annex whose text was not read yet."""
    for file_id in unread_files(connection):
        files = _table(FileRow.__tablename__)
        content: bytes | None = connection.scalar(select(files.c.content).where(files.c.id == file_id))
        if content is not None:
            return file_id, content
    return None


def keep_text(connection: Connection, file_id: UUID, text: str) -> None:
    """Keep the text that was read from a file, and index the annexes that show it.

    Nothing is kept where somebody was taken out of one of their workshops meanwhile.
    """
    if file_id not in unread_files(connection):
        return
    connection.execute(FILES.insert(), {"file_id": file_id, "text": text})
    annexes = annexes_of_file(connection, file_id)
    _replace(connection, annexes, read_texts(connection, AnnexRow.__tablename__, annexes), ())


def forget_files(connection: Connection, workshop_ids: Collection[UUID]) -> None:
    """Take what the files of annexes of workshops say out of the index; it is not read again (`sealed_workshops`)."""
    paths, annexes = _table(WorkshopFileRow.__tablename__), _table(AnnexRow.__tablename__)
    for workshop_id in workshop_ids:
        for file_id in connection.scalars(select(paths.c.file_id).where(paths.c.workshop_id == workshop_id)).all():
            connection.execute(delete(FILES).where(FILES.c.file_id == file_id))
            shown = annexes_of_file(connection, file_id)
            _replace(connection, shown, read_texts(connection, AnnexRow.__tablename__, shown), ())
        own = set(connection.scalars(select(annexes.c.id).where(annexes.c.workshop_id == workshop_id)))
        _replace(connection, own, read_texts(connection, AnnexRow.__tablename__, own), ())


def _index(connection: Connection, workshop_ids: Sequence[UUID]) -> None:
    """Index workshops as a whole; none of them is in the index."""
    workshops = _table(_WORKSHOPS)
    number = (connection.scalar(select(func.max(WORKSHOPS.c.number))) or 0) + 1
    found = select(workshops.c.id, workshops.c.starts).where(workshops.c.id.in_(workshop_ids))
    firsts = {
        row.id: (place, first_id(row.starts.toordinal() if row.starts else 0, place))
        for place, row in enumerate(connection.execute(found.order_by(workshops.c.starts.nulls_first())), start=number)
    }
    connection.execute(
        WORKSHOPS.insert(),
        [{"number": place, "workshop_id": id_, "first": first} for id_, (place, first) in firsts.items()],
    )
    counted: defaultdict[UUID, int] = defaultdict(int)
    rows = []
    for one in texts_of(connection, workshop_ids):
        rows.append(_row(one, firsts[one.workshop_id][1] + counted[one.workshop_id]))
        counted[one.workshop_id] += 1
    if rows:
        connection.execute(TEXTS.insert(), sorted(rows, key=lambda row: row["id"]))  # FTS5 writes these faster


def _remove_workshop(connection: Connection, workshop_id: UUID) -> None:
    first = connection.scalar(select(WORKSHOPS.c.first).where(WORKSHOPS.c.workshop_id == workshop_id))
    if first is not None:
        connection.execute(delete(TEXTS).where(TEXTS.c.id.between(first, first + (1 << NUMBER_SHIFT) - 1)))
        connection.execute(delete(WORKSHOPS).where(WORKSHOPS.c.workshop_id == workshop_id))


def _replace(
    connection: Connection, row_ids: Collection[UUID], texts: Iterable[IndexText], without: Collection[UUID]
) -> None:
    """Let the index have these texts of rows, and no others; those of workshops that are not indexed are left out."""
    wanted: defaultdict[UUID, list[IndexText]] = defaultdict(list)
    for one in texts:
        if one.workshop_id not in without:
            wanted[one.row_id].append(one)
    had = _stored(connection, row_ids)
    free: list[int] = []
    changed: list[IndexText] = []
    for row_id in row_ids:
        before, after = had.get(row_id, []), wanted.get(row_id, [])
        if [_told(one) for one in before] != [_told(_row(one, 0)) for one in after]:
            free += (one["id"] for one in before)
            changed += after
    for chunk in _chunks(free):
        connection.execute(delete(TEXTS).where(TEXTS.c.id.in_(chunk)))
    _add(connection, changed, free)


def _add(connection: Connection, texts: Sequence[IndexText], free: Sequence[int]) -> None:
    """Add texts behind those of their workshops, or with ids of the same workshop that have become free."""
    firsts = {id_: _first(connection, id_) for id_ in {one.workshop_id for one in texts}}
    ids = {id_: _free_ids(connection, first, free) for id_, first in firsts.items() if first is not None}
    rows = [_row(one, next(ids[one.workshop_id])) for one in texts if one.workshop_id in ids]
    if rows:
        connection.execute(TEXTS.insert(), sorted(rows, key=lambda row: row["id"]))


def _first(connection: Connection, workshop_id: UUID) -> int | None:
    return connection.scalar(select(WORKSHOPS.c.first).where(WORKSHOPS.c.workshop_id == workshop_id))


def _free_ids(connection: Connection, first: int, free: Sequence[int]) -> Iterator[int]:
    last = first + (1 << NUMBER_SHIFT) - 1
    yield from sorted(one for one in free if first <= one <= last)
    taken = connection.scalar(select(func.max(TEXTS.c.id)).where(TEXTS.c.id.between(first, last)))
    behind = max([one for one in free if first <= one <= last], default=first - 1)
    yield from range(max(first - 1 if taken is None else taken, behind) + 1, last + 1)


def _stored(connection: Connection, row_ids: Collection[UUID]) -> dict[UUID, list[dict[str, Any]]]:
    found: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for chunk in _chunks(list(row_ids)):
        rows = connection.execute(select(TEXTS).where(TEXTS.c.row_id.in_(chunk)).order_by(TEXTS.c.id))
        for row in rows:
            found[row.row_id].append(dict(row._mapping))  # noqa: SLF001 - the library's public name for it
    return found


def _told(row: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(value for name, value in row.items() if name != "id")


def _row(one: IndexText, id_: int) -> dict[str, Any]:
    return {
        "id": id_,
        "row_id": one.row_id,
        "kind": one.kind.value,
        "place": one.place,
        "sector": one.sector,
        "question": one.question,
        "text": one.text,
    }


def _chunks(ids: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (ids[start : start + CHUNK] for start in range(0, len(ids), CHUNK))


def _table(name: str) -> Any:
    return Row.metadata.tables[name]
