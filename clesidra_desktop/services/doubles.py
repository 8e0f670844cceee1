"""Probable doubles: two attendants of a workshop, or two people of the directory, who may be one.

Nobody is compared with everybody. Only those who have something rare in common are: a phone number, an address, how
the name sounds, or a part of it and the organization. A sound that many share is narrowed by the organization and the
year of birth, so that the work grows with the people and not with their square.

The certainties are this program's own, chosen so that the same name alone is offered in a workshop, where few people
have it by chance, and not in a large directory, where many do. A person decides.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import combinations
from uuid import UUID

from rapidfuzz import fuzz

from clesidra_desktop.domain.names import folded, phone_digits, sounds
from clesidra_desktop.domain.people import Person
from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.workshop import Attendant
from clesidra_desktop.services.changes import Changes
from clesidra_desktop.storage.attendants import attendant_ids, load_attendants
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.directory import load_people, people_at
from clesidra_desktop.storage.journal import row_changes
from clesidra_desktop.storage.people import pairs_told_apart
from clesidra_desktop.storage.people import tell_apart as stored_apart

IN_WORKSHOP, IN_DIRECTORY = 0.48, 0.61
"""The least certainty of doubles that are offered: in a workshop also of one name with two phone numbers."""

ALIKE, NEARLY_ALIKE, LITTLE_ALIKE = 90, 85, 75
"""Likeness of two spellings, of 100."""

COMMON = 30
"""People who share a sound from which on it is narrowed, and who share a part of it from which on it says nothing."""

SHORTEST_PHONE = 6
"""Digits from which on a phone number is one person's or family's."""

STEPS = 1000
"""Pairs that are weighed between two calls of the progress."""


class _Clue(Enum):
    """What is known of two people: a template, what it counts, and which trait they have in common."""

    SAME_NAME = ("The names are the same.", 0.6)
    SPELLED_ALIKE = ("The names are spelled alike: {first} and {second}.", 0.5)
    SOUND_ALIKE = ("The names sound alike: {first} and {second}.", 0.44)
    NEARLY_ALIKE = ("The names are nearly alike: {first} and {second}.", 0.36)  # enough with the same organization
    LITTLE_ALIKE = ("The names are a little alike: {first} and {second}.", 0.3)
    OTHER_NAME = ("The names differ.", 0.0)
    SAME_PERSON = ("Both are the same person in the directory.", 0.5)
    SAME_PHONE = ("Both have the phone number {phone}.", 0.3, "phone")
    OTHER_PHONE = ("The phone numbers differ.", -0.12)
    SAME_EMAIL = ("Both have the e-mail address {email}.", 0.35, "email")
    SAME_ORGANIZATION = ("Both come from {organization}.", 0.12, "organization")
    OTHER_ORGANIZATION = ("The organizations differ.", -0.08)
    SAME_YEAR = ("Both were born in {birth_year}.", 0.15, "birth_year")
    OTHER_YEAR = ("They were born in {first} and {second}.", -0.3)
    OTHER_SEX = ("The sexes differ.", -0.35)

    def __init__(self, template: str, weight: float, shared: str = "") -> None:
        self.template = template
        self.weight = weight
        self.shared = shared


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence, as a template and its values, that speaks for two being one, or against it."""

    template: str
    values: Mapping[str, object]
    speaks_for: bool = True


@dataclass(frozen=True, slots=True)
class Double:
    """Two who may be one. `certainty` is between 0 and 1."""

    first: UUID
    second: UUID
    certainty: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Traits:
    """What is compared of somebody, folded once: the words of `names` and of `heard`, their sounds, are in order."""

    id: UUID
    shown: str
    names: tuple[str, ...]
    heard: tuple[str, ...]
    phone: str
    email: str
    organization: str
    birth_year: int | None
    sex: str
    person_id: UUID | None
    said: Mapping[str, str]
    """What is compared folded, as it was typed."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Attendants of a workshop, or people of the directory, as they were read; comparing them needs no database.

    `apart` are the pairs that are known to be two, `least` is the certainty from which on a pair is offered. `who`
    says who attendants are in the directory.
    """

    people: Sequence[Attendant | Person]
    apart: frozenset[frozenset[UUID]]
    least: float
    who: Mapping[UUID, UUID] = field(default_factory=dict)

    def doubles(self, *, progress: Progress = no_progress) -> tuple[Double, ...]:
        """Return those who may be one, the surest first; it takes half a minute for 100,000."""
        return likely_doubles(self.people, who=self.who, apart=self.apart, least=self.least, progress=progress)


def attendants_to_compare(database: Database, workshop_id: UUID) -> Compared:
    """Return the attendants of a workshop, to be looked at for doubles."""
    with database.session() as session:
        attendants = tuple(load_attendants(session, workshop_id, attendant_ids(session, workshop_id)).values())
        who = people_at(session, workshop_id)
        apart = pairs_told_apart(session)
    of_person = defaultdict(list)
    for attendant_id, person_id in who.items():
        of_person[person_id].append(attendant_id)
    for pair in [pair for pair in apart if all(one in of_person for one in pair)]:
        first, second = pair
        apart |= {frozenset((one, other)) for one in of_person[first] for other in of_person[second]}
    return Compared(attendants, frozenset(apart), IN_WORKSHOP, who)


def people_to_compare(database: Database) -> Compared:
    """Read the people of whom probable doubles are found, so that they can be compared on another thread."""
    with database.session() as session:
        return Compared(tuple(load_people(session)), frozenset(pairs_told_apart(session)), IN_DIRECTORY)


def tell_apart(database: Database, first: UUID, second: UUID, *, who: str, workshop_id: UUID | None = None) -> Changes:
    """Remember that two people of the directory, or two attendants of a workshop, are not the same person.

    Of attendants it is remembered of their people, too: they are not offered in another workshop.
    """
    with database.transaction(deed="tell_apart", who=who, workshop_id=workshop_id) as session:
        stored_apart(session, first, second)
        if workshop_id is not None:
            people = people_at(session, workshop_id)
            if first in people and second in people and people[first] != people[second]:
                stored_apart(session, people[first], people[second])
        return Changes.of(row_changes(session))


def likely_doubles(
    people: Sequence[Attendant | Person],
    *,
    who: Mapping[UUID, UUID] | None = None,
    apart: Collection[frozenset[UUID]] = (),
    least: float = IN_WORKSHOP,
    progress: Progress = no_progress,
) -> tuple[Double, ...]:
    """Return pairs of people who may be one, from a certainty on, the surest first.

    `who` says who they are in the directory, `apart` which pairs are known to be two.
    """
    traits = [_traits(one, (who or {}).get(one.id)) for one in people]
    pairs = sorted(set(_pairs(traits)))
    found = []
    for number, (first, second) in enumerate(pairs):
        if number % STEPS == 0:
            progress(number, len(pairs))
        one, other = traits[first], traits[second]
        certainty, clues = _weigh(one, other)
        if certainty >= least and frozenset((one.id, other.id)) not in apart:
            reasons = tuple(_reason(clue, one, other) for clue in clues)
            found.append(Double(one.id, other.id, certainty, reasons))
    progress(len(pairs), len(pairs))
    return tuple(sorted(found, key=lambda double: -double.certainty))


def _traits(one: Attendant | Person, person_id: UUID | None) -> _Traits:
    names = dict.fromkeys(_in_order(folded(text)) for text in (one.name, one.name_km) if text)
    heard = dict.fromkeys(_in_order(sounds(name)) for name in names)
    phone = phone_digits(one.phone)
    return _Traits(
        id=one.id,
        shown=one.name or one.name_km,
        names=tuple(names),
        heard=tuple(filter(None, heard)),
        phone=phone if len(phone) >= SHORTEST_PHONE else "",
        email=folded(one.email),
        organization=folded(one.organization),
        birth_year=one.birth_year,
        sex=one.sex or "",
        person_id=person_id,
        said={"phone": one.phone, "email": one.email, "organization": one.organization},
    )


def _in_order(words: str) -> str:
    """Return words in order: the family name stands first or last."""
    return " ".join(sorted(words.split()))


def _pairs(traits: Sequence[_Traits]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that have something in common, by their places, the smaller one first; some more than once."""
    sure: defaultdict[object, list[int]] = defaultdict(list)
    heard: defaultdict[str, list[int]] = defaultdict(list)
    partly: defaultdict[object, list[int]] = defaultdict(list)
    for place, one in enumerate(traits):
        for key in ((0, one.phone), (1, one.email), (2, one.person_id)):
            if key[1]:
                sure[key].append(place)
        for sound in one.heard:
            heard[sound].append(place)
        if one.organization:
            for word in {word for sound in one.heard for word in sound.split()}:
                partly[word, one.organization].append(place)
    for places in sure.values():
        yield from combinations(places[: COMMON * 4], 2)
    for places in heard.values():
        yield from combinations(places, 2) if len(places) <= COMMON else _narrowed(traits, places)
    for places in partly.values():
        if len(places) <= COMMON:
            yield from combinations(places, 2)


def _narrowed(traits: Sequence[_Traits], places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of those who have the organization or the year of birth in common, too."""
    blocks: defaultdict[object, list[int]] = defaultdict(list)
    for place in places:
        one = traits[place]
        if one.organization:
            blocks[one.organization].append(place)
        if one.birth_year:
            blocks[one.birth_year].append(place)
    for block in blocks.values():
        if len(block) <= COMMON * 4:
            yield from combinations(block, 2)


def _weigh(one: _Traits, other: _Traits) -> tuple[float, list[_Clue]]:
    """Return how sure it is that two are one, and by what."""
    clues = [_names_clue(one, other), *_clues(one, other)]
    return round(min(max(sum([clue.weight for clue in clues]), 0.0), 0.99), 2), clues


def _names_clue(one: _Traits, other: _Traits) -> _Clue:
    best = max((fuzz.ratio(first, second) for first in one.names for second in other.names), default=0.0)
    if best == 100:
        return _Clue.SAME_NAME
    if best >= ALIKE:
        return _Clue.SPELLED_ALIKE
    if not set(one.heard).isdisjoint(other.heard):
        return _Clue.SOUND_ALIKE
    if best >= NEARLY_ALIKE:
        return _Clue.NEARLY_ALIKE
    if best >= LITTLE_ALIKE or any(
        fuzz.token_set_ratio(first, second) == 100 for first in one.names for second in other.names
    ):
        return _Clue.LITTLE_ALIKE
    return _Clue.OTHER_NAME


def _clues(one: _Traits, other: _Traits) -> Iterator[_Clue]:
    """Yield what besides the names speaks for two being one, or against it."""
    if one.person_id and one.person_id == other.person_id:
        yield _Clue.SAME_PERSON
    if one.phone and other.phone:
        yield _Clue.SAME_PHONE if one.phone == other.phone else _Clue.OTHER_PHONE
    if one.email and one.email == other.email:
        yield _Clue.SAME_EMAIL
    if one.organization and other.organization:
        same = one.organization == other.organization or fuzz.ratio(one.organization, other.organization) >= 85
        yield _Clue.SAME_ORGANIZATION if same else _Clue.OTHER_ORGANIZATION
    if one.birth_year and other.birth_year:
        if one.birth_year == other.birth_year:
            yield _Clue.SAME_YEAR
        elif abs(one.birth_year - other.birth_year) > 1:  # an age is often given instead of a year
            yield _Clue.OTHER_YEAR
    if one.sex and other.sex and one.sex != other.sex:
        yield _Clue.OTHER_SEX


def _reason(clue: _Clue, one: _Traits, other: _Traits) -> Reason:
    values: dict[str, object] = {}
    if clue in (_Clue.SPELLED_ALIKE, _Clue.SOUND_ALIKE, _Clue.NEARLY_ALIKE, _Clue.LITTLE_ALIKE):
        values = {"first": one.shown, "second": other.shown}
    elif clue is _Clue.OTHER_YEAR:
        values = {"first": one.birth_year, "second": other.birth_year}
    elif clue.shared:
        values = {clue.shared: one.said.get(clue.shared) or getattr(one, clue.shared)}
    return Reason(clue.template, values, clue.weight > 0)
