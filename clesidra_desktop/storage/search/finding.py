"""Finding texts of the archive: one way of asking, whatever the engine of the database.

SQLite has an index of trigrams (FTS5); on PostgreSQL every text is looked at, until it has one of its own (pg_trgm).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, column, false, literal_column, or_, select, table
from sqlalchemy.orm import Session

from clesidra_desktop.domain.archive import Filters, Kind, Topic, forms_of
from clesidra_desktop.storage.search.tables import NUMBER_SHIFT, NUMBERS, TEXTS, WORKSHOPS, first_id
from clesidra_desktop.storage.tables.base import Row
from clesidra_desktop.storage.tables.groups import QuestionRow, SectorRow
from clesidra_desktop.storage.tables.workshops import WorkshopRow

TRIGRAM = 3

LOOKED_AT = 4_000
"""Newest texts that are simply looked at for something short: what is common is among them, and it takes no time."""

FEW_WORKSHOPS = 200
"""Workshops whose texts are all looked at, where only so many are asked for."""

_LAST = "\U0010ffff"

_SHIFT: ColumnElement[int] = literal_column(str(NUMBER_SHIFT))  # PostgreSQL has no bigint >> bigint
_MASK: ColumnElement[int] = literal_column(str(NUMBERS))
_NUMBER: ColumnElement[int] = TEXTS.c.id.op(">>")(_SHIFT).op("&")(_MASK)
"""The number of the workshop of a text."""

_INDEX = table("search_index", column("rowid"))
_TERMS = table("search_terms", column("term"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A text in which all words stand, and where it stands. `place` is which text of its row it is."""

    id: int
    workshop_id: UUID
    title: str
    starts: datetime | None
    town: str
    row_id: UUID
    kind: Kind
    place: int
    sector: str
    question: str
    text: str


class Matcher(Protocol):
    """Finds texts by the words in them."""

    def find(self, session: Session, words: Sequence[str], filters: Filters, limit: int) -> list[Hit]:
        """Return texts in which all words stand, those of the newest workshops first, at most so many."""


def matcher_for(session: Session) -> Matcher:
    """Return what finds texts in this database."""
    return TrigramMatcher() if session.get_bind().dialect.name == "sqlite" else LikeMatcher()


class LikeMatcher:
    """Looks at every text: right, and slow where there are many."""

    def find(self, session: Session, words: Sequence[str], filters: Filters, limit: int) -> list[Hit]:
        """Find texts; see `Matcher`."""
        return _hits(session, _filtered(filters).where(*(_has(word, folded=True) for word in words)), limit)


class TrigramMatcher:
    """Finds words of three letters and more by the index of trigrams, shorter ones by the trigrams they begin."""

    def find(self, session: Session, words: Sequence[str], filters: Filters, limit: int) -> list[Hit]:
        """Find texts; see `Matcher`."""
        long = [word for word in words if len(word) >= TRIGRAM]
        short = [word for word in words if len(word) < TRIGRAM]
        match = " AND ".join(map(_any_form, long))
        if long and short:
            return self._both(session, match, short, filters, limit)
        if long:
            return _hits(session, self._with(filters, match), limit)
        if not short:
            return _hits(session, _filtered(filters), limit)
        return self._short(session, short, filters, limit)

    def _both(self, session: Session, match: str, short: Sequence[str], filters: Filters, limit: int) -> list[Hit]:
        """Look at the newest texts that match, and then at those that have a trigram which begins as a short word."""
        wanted = self._with(filters, match).where(*map(_has, short))
        begin = _begin_of_newest(session, filters)
        if begin is None:
            return _hits(session, wanted, limit)
        found = _hits(session, wanted.where(_INDEX.c.rowid > begin), limit)
        if len(found) < limit:
            found += self._older(session, short, filters, begin, limit - len(found), match)
        return found

    def _short(self, session: Session, short: Sequence[str], filters: Filters, limit: int) -> list[Hit]:
        """Look at the newest texts, and then at those that have a trigram which begins so."""
        wanted = _filtered(filters).where(*map(_has, short))
        firsts = _few_workshops(session, filters)
        if firsts is not None:
            ranges = (TEXTS.c.id.between(first, first + (1 << NUMBER_SHIFT) - 1) for first in firsts)
            return _hits(session, wanted.where(or_(false(), *ranges)), limit)
        begin = _begin_of_newest(session, filters)
        if begin is None:
            return _hits(session, wanted, limit)
        found = _hits(session, wanted.where(TEXTS.c.id > begin), limit)
        if len(found) < limit:
            found += self._older(session, short, filters, begin, limit - len(found))
        return found

    def _older(
        self, session: Session, short: Sequence[str], filters: Filters, begin: int, limit: int, match: str = ""
    ) -> list[Hit]:
        """Find texts up to an id by all the trigrams that begin with the longest short word, and by what else is."""
        longest = max(short, key=len)
        forms = sorted({cased for form in forms_of(longest) for cased in (form.casefold(), form.lower())})
        trigrams = [term for form in forms for term in _terms(session, form)]
        if not trigrams:
            return []
        any_of = " OR ".join(map(_quoted, trigrams))
        older = self._with(filters, f"({any_of}) AND {match}" if match else any_of).where(
            _INDEX.c.rowid <= begin, *map(_has, short)
        )
        return _hits(session, older, limit)

    @staticmethod
    def _with(filters: Filters, match: str) -> Select[Any]:
        matches: ColumnElement[bool] = literal_column("search_index").op("MATCH")(match)
        wanted = _filtered(filters, _INDEX.c.rowid).where(matches)
        return wanted.where(_INDEX.c.rowid == TEXTS.c.id)


def titles_at(session: Session, hits: Sequence[Hit]) -> dict[tuple[UUID, str, str], str]:
    """Return what sectors, and questions, of hits are called, by the workshop, the key of one and of the other."""
    titles: dict[tuple[UUID, str, str], str] = {}
    sectors, questions = {one.sector for one in hits if one.sector}, {one.question for one in hits if one.question}
    workshops = {one.workshop_id for one in hits if one.sector or one.question}
    for row in session.execute(
        select(SectorRow.workshop_id, SectorRow.key, SectorRow.title).where(
            SectorRow.workshop_id.in_(workshops), SectorRow.key.in_(sectors)
        )
    ):
        titles[row.workshop_id, row.key, ""] = row.title
    for row in session.execute(
        select(QuestionRow.workshop_id, QuestionRow.key, QuestionRow.text).where(
            QuestionRow.workshop_id.in_(workshops), QuestionRow.key.in_(questions)
        )
    ):
        titles[row.workshop_id, "", row.key] = row.text
    return titles


def _begin_of_newest(session: Session, filters: Filters) -> int | None:
    """Return the id behind which the newest texts are, which are looked at one by one; None where there are no more."""
    newest = select(TEXTS.c.id).where(*_years(filters, TEXTS.c.id)).order_by(TEXTS.c.id.desc())
    return session.scalar(newest.limit(1).offset(LOOKED_AT))


def _terms(session: Session, begin: str) -> Iterator[str]:
    term = _TERMS.c.term
    yield from session.scalars(select(term).where(term >= begin, term < begin + _LAST))


def _any_form(word: str) -> str:
    return f"({' OR '.join(map(_quoted, forms_of(word)))})"


def _quoted(word: str) -> str:
    doubled = word.replace('"', '""')
    return f'"{doubled}"'


def _has(word: str, *, folded: bool = False) -> ColumnElement[bool]:
    """Whether a word stands in the text; the LIKE of SQLite takes small and capital letters for the same by itself."""
    text = TEXTS.c.text
    return or_(
        *(
            text.icontains(form, autoescape=True) if folded else text.contains(form, autoescape=True)
            for form in forms_of(word)
        )
    )


def _filtered(filters: Filters, id_: ColumnElement[int] | None = None) -> Select[Any]:
    """Return the texts that the filters let through, the newest first; `id_` is the column that finds them."""
    workshops = Row.metadata.tables[WorkshopRow.__tablename__]
    found: ColumnElement[int] = TEXTS.c.id if id_ is None else id_
    wanted = (
        select(
            TEXTS,
            workshops.c.id.label("workshop_id"),
            workshops.c.title,
            workshops.c.starts,
            workshops.c.place.label("town"),
        )
        .where(WORKSHOPS.c.number == _NUMBER)
        .where(workshops.c.id == WORKSHOPS.c.workshop_id)
        .order_by(found.desc())
    )
    wanted = wanted.where(*_years(filters, found))
    if filters.place:
        wanted = wanted.where(workshops.c.place == filters.place)
    if filters.programme:
        wanted = wanted.where(workshops.c.programme_name == filters.programme)
    if not filters.people:
        wanted = wanted.where(TEXTS.c.kind != Kind.PERSON.value)
    for topic, own, row_class, title in (
        (filters.sector, TEXTS.c.sector, SectorRow, "title"),
        (filters.question, TEXTS.c.question, QuestionRow, "text"),
    ):
        if topic:
            wanted = wanted.where(
                _of_topic(topic, own, workshops.c.id, Row.metadata.tables[row_class.__tablename__], title)
            )
    return wanted


def _years(filters: Filters, id_: ColumnElement[int]) -> list[ColumnElement[bool]]:
    if not filters.year:
        return []
    begin, end = (first_id(date(year, 1, 1).toordinal(), 0) for year in (filters.year, filters.year + 1))
    return [id_ >= begin, id_ < end]


def _few_workshops(session: Session, filters: Filters) -> list[int] | None:
    """Return where the ids of the workshops begin, if the place or the programme leaves only a few; else None."""
    if not filters.place and not filters.programme:
        return None
    workshops = Row.metadata.tables[WorkshopRow.__tablename__]
    found = select(WORKSHOPS.c.first).join(workshops, workshops.c.id == WORKSHOPS.c.workshop_id)
    if filters.place:
        found = found.where(workshops.c.place == filters.place)
    if filters.programme:
        found = found.where(workshops.c.programme_name == filters.programme)
    firsts = list(session.scalars(found.limit(FEW_WORKSHOPS + 1)))
    return firsts if len(firsts) <= FEW_WORKSHOPS else None


def _of_topic(topic: Topic, own: Any, workshop: Any, rows: Any, title: str) -> ColumnElement[bool]:
    by_key: ColumnElement[bool] = own.in_(sorted(topic.keys))
    if not topic.titles:
        return by_key
    titled = select(rows.c.key).where(rows.c.workshop_id == workshop, rows.c[title].in_(sorted(topic.titles)))
    return or_(by_key, and_(own != "", own.in_(titled)))


def _hits(session: Session, wanted: Select[Any], limit: int) -> list[Hit]:
    rows = session.execute(wanted.limit(limit)).all()
    return [
        Hit(
            row.id,
            row.workshop_id,
            row.title,
            row.starts,
            row.town,
            row.row_id,
            Kind(row.kind),
            row.place,
            row.sector,
            row.question,
            row.text.strip(),
        )
        for row in rows
    ]
