"""The search box of the registration table: the people of the directory and those of one workshop.

A finder is built once and then kept current from the changes of deeds: `news` reads what changed, on the thread of the
database; `take` puts it into the index, on the thread that searches.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from clesidra_desktop.domain.attendance import came_on, is_here
from clesidra_desktop.domain.workshop import Attendant
from clesidra_desktop.services.attendants import mark_arrived, register_person
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.services.people_search import ENOUGH, Findable, PeopleIndex
from clesidra_desktop.storage.attendants import attendant_ids, attendants_of_stays, load_attendants
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.directory import Known, Met, load_known, people_at, people_of_attendants


class Standing(StrEnum):
    """How somebody who was found stands to the workshop."""

    HERE = "here"
    LEFT = "left"
    INVITED = "invited"
    CAME = "came"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Hit:
    """Somebody who was found. `id` is that of the attendant, or of the person who is none yet.

    `moment` is since when somebody is here, or when he or she left, local to the workshop; `last` is the last other
    workshop at which he or she was present. `also` are names of those who were found to be the same, `doubles` they.
    """

    id: UUID
    attendant_id: UUID | None
    person_id: UUID | None
    name: str
    name_km: str
    phone: str
    category: str
    organization: str
    standing: Standing
    moment: datetime | None = None
    last: Met | None = None
    also: str = ""
    doubles: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What changed for a finder: hits that are new or otherwise, and ids of attendants and people who are gone."""

    hits: tuple[Hit, ...]
    gone: frozenset[UUID]


class PeopleFinder:
    """Finds people for a workshop, or in the directory where `workshop_id` is None."""

    def __init__(self, workshop_id: UUID | None, hits: Iterable[Hit]) -> None:
        self.workshop_id = workshop_id
        self._hits = {hit.id: hit for hit in hits}
        self._attendants = {hit.person_id: hit.id for hit in self._hits.values() if hit.attendant_id and hit.person_id}
        """Who of the workshop a person is; he or she is found as that."""
        self._roots = {double: hit.id for hit in self._hits.values() for double in hit.doubles}
        shown = [hit for hit in self._hits.values() if self._is_shown(hit)]
        self._index = PeopleIndex(map(_findable, shown), [hit.id for hit in shown if _has_come(hit)])

    def find(self, typed: str, limit: int = ENOUGH) -> list[Hit]:
        """Return those who are meant most likely, the likeliest first; nobody for an empty text."""
        return [self._hits[id_] for id_ in self._index.find(typed, limit)]

    def __len__(self) -> int:
        return sum(map(self._is_shown, self._hits.values()))

    def news(self, database: Database, changes: Changes, day: date | None = None) -> News:
        """Read from the database what changes mean for this finder; `day` is as in `people_index`."""
        kinds = (changes.added, changes.changed, changes.removed)
        people = {id_ for kind in kinds for id_ in kind.get("people", ())}
        people |= {self._roots[id_] for id_ in people & self._roots.keys()}
        attendants = {id_ for kind in kinds for id_ in kind.get("attendants", ())} | set(changes.attendants)
        with database.session() as session:
            if self.workshop_id is None:  # who came somewhere was met there
                people |= set(people_of_attendants(session, attendants).values())
                attendants = set()
            present: dict[UUID, Attendant] = {}
            who: dict[UUID, UUID] = {}
            if self.workshop_id is not None:
                attendants |= {self._attendants[id_] for id_ in people & self._attendants.keys()}
                stays = [id_ for kind in kinds for id_ in kind.get("stays", ())]
                attendants |= set(attendants_of_stays(session, stays))
                present = load_attendants(session, self.workshop_id, attendants)
                who = people_of_attendants(session, present)
            known = load_known(session, people | set(who.values()), without=self.workshop_id)
        hits = _hits(known, present.values(), who, day)
        return News(tuple(hits), frozenset((attendants | people) - {hit.id for hit in hits}))

    def take(self, news: News) -> None:
        """Let what is new be found."""
        before = {hit.id: self._hits[hit.id] for hit in news.hits if hit.id in self._hits}
        people: set[UUID] = set()
        for id_ in (*(news.gone & self._hits.keys()), *before):
            people |= self._release(self._hits.pop(id_))
        for id_ in news.gone:
            self._index.remove(id_)
        for hit in news.hits:
            self._hits[hit.id] = hit
            self._roots |= dict.fromkeys(hit.doubles, hit.id)
            if hit.attendant_id and hit.person_id:
                self._attendants[hit.person_id] = hit.id
                people.add(hit.person_id)
        for id_ in {*people, *(hit.id for hit in news.hits)} & self._hits.keys():
            self._show(self._hits[id_], before.get(id_))

    def _release(self, hit: Hit) -> set[UUID]:
        """Let the person of an attendant be found again instead; return the person, who may be nobody."""
        if hit.attendant_id and hit.person_id and self._attendants.get(hit.person_id) == hit.id:
            del self._attendants[hit.person_id]
            return {hit.person_id}
        return set()

    def _show(self, hit: Hit, before: Hit | None) -> None:
        """Let a hit be found or not; one whose words are as before keeps its place."""
        if not self._is_shown(hit):
            self._index.remove(hit.id)
        elif hit.id in self._index and (before is None or _findable(before) == _findable(hit)):
            self._index.mark_here(hit.id, here=_has_come(hit))
        else:
            self._index.put(_findable(hit), here=_has_come(hit))

    def _is_shown(self, hit: Hit) -> bool:
        """Whether a hit is found: a person who is an attendant is found as that."""
        return hit.attendant_id is not None or hit.id not in self._attendants


def people_index(database: Database, workshop_id: UUID | None = None, day: date | None = None) -> PeopleFinder:
    """Return a finder over the directory and those who are invited to a workshop or came to it.

    `day` is the one whose attendance counts (see `days.day_at`): who came on an earlier one is awaited again.
    Attendants who have not come yet stand before people who are none, and those before each other as they were met
    last. It takes a second or two for 100,000 people.
    """
    with database.session() as session:
        known = load_known(session, without=workshop_id)
        if workshop_id is None:
            return PeopleFinder(None, _hits(known, (), {}, None))
        attendants = load_attendants(session, workshop_id, attendant_ids(session, workshop_id))
        return PeopleFinder(workshop_id, _hits(known, attendants.values(), people_at(session, workshop_id), day))


def register_hit(
    database: Database, workshop_id: UUID, hit: Hit, moment: datetime, *, who: str
) -> tuple[UUID, Changes]:
    """Let somebody who was found arrive with one deed, invited or only known; return the attendant's id and changes.

    Who is here already keeps the time, and the changes are empty. Raises UserError where he or she is gone.
    """
    if hit.attendant_id is not None:
        return hit.attendant_id, mark_arrived(database, workshop_id, [hit.attendant_id], moment, who=who)
    return register_person(database, workshop_id, hit.id, who=who, arrived=moment)


def _hits(
    known: Iterable[Known], attendants: Iterable[Attendant], who: Mapping[UUID, UUID], day: date | None
) -> list[Hit]:
    """Return hits of attendants, who are these people, and of all people; the attendants first."""
    people = {one.id: one for one in known}
    at_workshop = [_of_attendant(one, people.get(who[one.id]) if one.id in who else None, day) for one in attendants]
    return [*at_workshop, *map(_of_person, people.values())]


def _of_attendant(attendant: Attendant, person: Known | None, day: date | None) -> Hit:
    came, here = came_on(attendant, day), is_here(attendant, day)
    standing = Standing.HERE if here else Standing.LEFT if came else Standing.INVITED
    return Hit(
        id=attendant.id,
        attendant_id=attendant.id,
        person_id=person.id if person else None,
        name=attendant.name,
        name_km=attendant.name_km,
        phone=attendant.phone,
        category=attendant.category,
        organization=attendant.organization,
        standing=standing,
        moment=attendant.stays[-1].arrived if here else attendant.left if came else None,
        last=person.last if person else None,
        also=f"{person.name} {person.name_km} {person.also}" if person else "",
    )


def _of_person(person: Known) -> Hit:
    return Hit(
        id=person.id,
        attendant_id=None,
        person_id=person.id,
        name=person.name,
        name_km=person.name_km,
        phone=person.phone,
        category=person.category,
        organization=person.organization,
        standing=Standing.CAME if person.last else Standing.KNOWN,
        last=person.last,
        also=person.also,
        doubles=person.doubles,
    )


def _findable(hit: Hit) -> Findable:
    return Findable(hit.id, hit.name, hit.name_km, hit.phone, hit.organization, hit.also)


def _has_come(hit: Hit) -> bool:
    return hit.standing in (Standing.HERE, Standing.LEFT)
