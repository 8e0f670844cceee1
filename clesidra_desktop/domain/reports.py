"""People reached across workshops, each of them once.

Counted are the ids that people have in the directory, so that nobody can be counted twice: who was at five workshops is
one person with five attendances, and two who were merged are one. Who is not in the directory is an attendance and no
person. Where the details of a person changed, those of the latest workshop of the period count, in every table; a
detail that is not known there is that of the workshop before it: a list without a column changes nobody.
Those who came are counted, as in the minutes.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain
from typing import NamedTuple
from uuid import UUID

from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.quotas import QuotaResult
from clesidra_desktop.domain.report_periods import Period, Step, step_of, steps_between
from clesidra_desktop.domain.report_words import AGES
from clesidra_desktop.domain.workshop import Flag, Sex

NEVER = datetime(1, 1, 1)
"""Stands before the start of every workshop."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A workshop as reports count it; programme and place in the spelling that is shown."""

    id: UUID
    title: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    place: str = ""
    programme: str = ""

    @property
    def days(self) -> int:
        """How many days it lasted; 1 where that is not known."""
        if self.starts is None or self.ends is None:
            return 1
        return max((self.ends.date() - self.starts.date()).days, 0) + 1


class Attendance(NamedTuple):
    """Somebody at one workshop, at a number of its list; workshop and person by the integers of their ids.

    `person` is who it is in the directory: the one that a merged double is. Age class, category and province are as
    they are shown, "" where they are not known.
    """

    workshop: int
    number: int
    person: int | None
    sex: Sex | None = None
    age: str = ""
    category: str = ""
    province: str = ""
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Filters:
    """Which workshops a report is about; without a programme or a place it is about all of them."""

    period: Period = field(default_factory=Period)
    programme: str = ""
    place: str = ""

    def hold(self, held: Held) -> bool:
        """Whether a workshop is among them."""
        return (
            self.period.holds(held.starts)
            and (not self.programme or folded(self.programme) == folded(held.programme))
            and (not self.place or folded(self.place) == folded(held.place))
        )


@dataclass(frozen=True, slots=True)
class Line:
    """People of one kind, by sex (None: not known), and the attendances of this kind; `key` is "" for the unknown."""

    key: str
    people: Mapping[Sex | None, int]
    attendances: int

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.people.values())


@dataclass(frozen=True, slots=True)
class Stretch:
    """A year or a quarter (None: workshops without a date). `new` people were at none of the workshops before."""

    step: Step | None
    workshops: int
    attendances: int
    people: int
    new: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """People reached by a programme in a year (0: no date), by category; the sum of the lines is everybody."""

    programme: str
    year: int
    workshops: int
    lines: tuple[Line, ...]
    total: Line


@dataclass(frozen=True, slots=True)
class QuotaOf:
    """How a quota stood at a workshop."""

    held: Held
    result: QuotaResult


@dataclass(frozen=True, slots=True)
class Due:
    """A way forward as reports count it: until when, and when it was done."""

    due: date | None = None
    done: date | None = None


@dataclass(frozen=True, slots=True)
class WaysCount:
    """Ways forward that were done, that are open, and that are open though their day has passed."""

    done: int = 0
    open: int = 0
    late: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.done + self.open + self.late


@dataclass(frozen=True, slots=True)
class PeopleRange:
    """How many people were reached at the least and at the most, and how many pairs may be one."""

    least: int
    most: int
    pairs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is reported. `people` are everybody reached, by the integers of their ids.

    The lines of every breakdown add up to them. `outside` are attendances of those who are not in the directory,
    `invited` those who were only invited, and are not counted: others at the same workshop have arrivals. `several`
    people were reached by more than one programme. `undated` workshops are in no period. `in_khmer` has the Khmer
    labels of categories.
    """

    filters: Filters
    workshops: int
    days: int
    places: tuple[str, ...]
    undated: int
    people: frozenset[int] = field(repr=False)
    everybody: Line
    outside: int
    invited: int
    ages: tuple[Line, ...]
    categories: tuple[Line, ...]
    provinces: tuple[Line, ...]
    flags: tuple[Line, ...]
    programmes: tuple[Line, ...]
    several: int
    crossed: tuple[tuple[tuple[str, str, str], Line], ...]
    stretches: tuple[Stretch, ...]
    indicators: tuple[Indicator, ...]
    quotas: tuple[QuotaOf, ...]
    ways: WaysCount
    in_khmer: Mapping[str, str] = field(default_factory=dict)

    @property
    def attendances(self) -> int:
        """How often anybody attended."""
        return self.everybody.attendances

    def category(self, key: str, language: Language) -> str:
        """Return a category in a language, if any workshop had it in that one."""
        return self.in_khmer.get(key, key) if language is Language.KHMER else key


def count_report(
    filters: Filters,
    workshops: Iterable[Held],
    attendances: Iterable[Attendance],
    *,
    quotas: Mapping[UUID, Sequence[QuotaResult]] | None = None,
    ways: Mapping[UUID, Sequence[Due]] | None = None,
    invited: int = 0,
    today: date,
) -> Report:
    """Count a report; the order of workshops and attendances does not matter."""
    known = list(workshops)
    held = {one.id.int: one for one in sorted(known, key=_order) if filters.hold(one)}
    once = _each_once(one for one in attendances if one.workshop in held)
    rank = {id_: number for number, id_ in enumerate(held)}
    latest = _latest(once, rank)
    dated = None if filters.period.is_open else Filters(Period(), filters.programme, filters.place)
    of_programme = {id_: one.programme for id_, one in held.items()}
    return Report(
        filters=filters,
        workshops=len(held),
        days=sum(one.days for one in held.values()),
        places=tuple(sorted({one.place for one in held.values() if one.place}, key=folded)),
        undated=sum(one.starts is None and dated.hold(one) for one in known) if dated else 0,
        people=frozenset(latest),
        everybody=_line("", latest.values(), len(once)),
        outside=sum(one.person is None for one in once),
        invited=invited,
        ages=_breakdown(once, latest.values(), lambda one: one.age, AGES),
        categories=_breakdown(once, latest.values(), lambda one: one.category),
        provinces=_breakdown(once, latest.values(), lambda one: one.province),
        flags=_flags(once, latest.values()),
        programmes=tuple(_by_programme(once, rank, of_programme)),
        several=_several(once, of_programme),
        crossed=_crossed(once, latest.values()),
        stretches=_stretches(once, held),
        indicators=tuple(_indicators(once, held, rank)),
        quotas=tuple(QuotaOf(one, result) for one in held.values() for result in (quotas or {}).get(one.id, ())),
        ways=_count_ways(chain.from_iterable((ways or {}).get(one.id, ()) for one in held.values()), today),
    )


def least_people(people: Collection[int], pairs: Iterable[tuple[int, int]]) -> int:
    """Return how many people there are at least, if all pairs who may be one are."""
    above = {id_: id_ for id_ in people}

    def root(id_: int) -> int:
        while above[id_] != id_:
            above[id_] = above[above[id_]]
            id_ = above[id_]
        return id_

    count = len(above)
    for first, second in pairs:
        if first in above and second in above and (one := root(first)) != (other := root(second)):
            above[one] = other
            count -= 1
    return count


def _order(held: Held) -> tuple[datetime, str]:
    return held.starts or NEVER, str(held.id)


def _each_once(attendances: Iterable[Attendance]) -> list[Attendance]:
    """Return everybody once for each workshop, also who is on the list of one twice."""
    outside: list[Attendance] = []
    found: dict[tuple[int, int], Attendance] = {}
    for one in attendances:
        if one.person is None:
            outside.append(one)
            continue
        key = one.workshop, one.person
        other = found.get(key)
        if other is None or one.number > other.number:
            found[key] = one
    return [*found.values(), *outside]


def _latest(attendances: Iterable[Attendance], rank: Mapping[int, int]) -> dict[int, Attendance]:
    """Return the attendance of everybody at the latest workshop, with details that only earlier ones know."""
    latest: dict[int, Attendance] = {}
    for one in attendances:
        if one.person is None:
            continue
        other = latest.get(one.person)
        if other is None or rank[one.workshop] > rank[other.workshop]:
            latest[one.person] = one
    unknown = {who for who, one in latest.items() if not (one.sex and one.age and one.category and one.province)}
    earlier: defaultdict[int, list[Attendance]] = defaultdict(list)
    for one in attendances:
        if one.person in unknown:
            earlier[one.person].append(one)
    for person, own in earlier.items():
        if len(own) > 1:
            own.sort(key=lambda one: -rank[one.workshop])
            latest[person] = latest[person]._replace(
                sex=next((one.sex for one in own if one.sex), None),
                age=next((one.age for one in own if one.age), ""),
                category=next((one.category for one in own if one.category), ""),
                province=next((one.province for one in own if one.province), ""),
            )
    return latest


def _line(key: str, people: Iterable[Attendance], attendances: int) -> Line:
    counted = Counter(one.sex for one in people)
    order: tuple[Sex | None, ...] = (*Sex, None)
    return Line(key, {sex: counted[sex] for sex in order if counted[sex]}, attendances)


def _breakdown(
    attendances: Iterable[Attendance],
    people: Iterable[Attendance],
    key: Callable[[Attendance], str],
    order: tuple[str, ...] = (),
) -> tuple[Line, ...]:
    """Return a line for every value that anybody has, the unknown last."""
    members: defaultdict[str, list[Attendance]] = defaultdict(list)
    for one in people:
        members[key(one)].append(one)
    counted = Counter(map(key, attendances))
    values = sorted(counted, key=lambda one: (one == "", order.index(one) if one in order else 0, folded(one), one))
    return tuple(_line(value, members[value], counted[value]) for value in values)


def _flags(attendances: Iterable[Attendance], people: Collection[Attendance]) -> tuple[Line, ...]:
    """Return a line for every flag that anybody has; somebody may have several, so they add up to nothing."""
    counted = Counter(chain.from_iterable(one.flags for one in attendances))
    return tuple(
        _line(flag.value, (one for one in people if flag in one.flags), counted[flag]) for flag in Flag if counted[flag]
    )


def _by_programme(
    attendances: Iterable[Attendance], rank: Mapping[int, int], programmes: Mapping[int, str]
) -> Iterator[Line]:
    """Yield a line for every programme, in which everybody counts whom it reached."""
    members: defaultdict[str, list[Attendance]] = defaultdict(list)
    for one in attendances:
        members[programmes[one.workshop]].append(one)
    for programme in sorted({*programmes.values()}, key=lambda name: (name == "", folded(name))):
        own = members[programme]
        yield _line(programme, _latest(own, rank).values(), len(own))


def _several(attendances: Iterable[Attendance], programmes: Mapping[int, str]) -> int:
    reached: dict[int, str | None] = {}
    for one in attendances:
        if one.person is not None:
            programme = programmes[one.workshop]
            if reached.setdefault(one.person, programme) != programme:
                reached[one.person] = None
    return sum(programme is None for programme in reached.values())


def _crossed(
    attendances: Iterable[Attendance], people: Iterable[Attendance]
) -> tuple[tuple[tuple[str, str, str], Line], ...]:
    """Return a line for every category, province and age class that come together."""
    members: defaultdict[tuple[str, str, str], list[Attendance]] = defaultdict(list)
    for one in people:
        members[one.category, one.province, one.age].append(one)
    counted = Counter((one.category, one.province, one.age) for one in attendances)
    keys = sorted({*counted, *members}, key=lambda key: [(one == "", folded(one), one) for one in key])
    return tuple((key, _line("", members[key], counted[key])) for key in keys)


def _stretches(attendances: Iterable[Attendance], held: Mapping[int, Held]) -> tuple[Stretch, ...]:
    between = steps_between(one.starts.date() for one in held.values() if one.starts)
    steps: tuple[Step | None, ...] = (None, *between)
    places = {step: place for place, step in enumerate(steps)}
    at = {id_: places[step_of(one.starts.date(), between) if one.starts else None] for id_, one in held.items()}
    workshops, counted = Counter(at.values()), Counter(at[one.workshop] for one in attendances)
    people: list[set[int]] = [set() for _ in steps]
    for one in attendances:
        if one.person is not None:
            people[at[one.workshop]].add(one.person)
    met: set[int] = set()
    found = []
    for place, step in enumerate(steps):
        if step is None and not workshops[place]:
            continue
        new = people[place] - met
        met |= new
        found.append(Stretch(step, workshops[place], counted[place], len(people[place]), len(new)))
    return tuple(found)


def _indicators(
    attendances: Iterable[Attendance], held: Mapping[int, Held], rank: Mapping[int, int]
) -> Iterator[Indicator]:
    kinds = {id_: (one.programme, one.starts.year if one.starts else 0) for id_, one in held.items()}
    workshops = Counter(kinds.values())
    members: defaultdict[tuple[str, int], list[Attendance]] = defaultdict(list)
    for one in attendances:
        members[kinds[one.workshop]].append(one)
    for kind in sorted(workshops, key=lambda kind: (kind[0] == "", folded(kind[0]), kind[1])):
        own = members[kind]
        latest = _latest(own, rank).values()
        lines = _breakdown(own, latest, lambda one: one.category)
        yield Indicator(*kind, workshops[kind], lines, _line("", latest, len(own)))


def _count_ways(ways: Iterable[Due], today: date) -> WaysCount:
    done = still = late = 0
    for one in ways:
        if one.done is not None:
            done += 1
        elif one.due is not None and one.due < today:
            late += 1
        else:
            still += 1
    return WaysCount(done, still, late)
