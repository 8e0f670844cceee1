"""Finding people while a name is typed: by any part of it, in Khmer or Latin letters, by phone or organization.

The index stands in memory. A word that begins as typed comes before one that only has it inside, and a spelling that
merely sounds alike comes last; among equals those who are awaited come before those who are here, and the person met
last first.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from rapidfuzz import fuzz, process

from clesidra_desktop.domain.names import folded, phone_digits, sounds

ENOUGH = 8
"""People that are offered."""

LOOKED_AT = 2000
"""Matches of one word that are looked at; who types one letter is not looking for the best of 50,000."""

INSIDE = 1000
"""Words that only have it inside, of which the same is true."""

JOINED = 10_000
"""Matches of one word of several that are looked at: few are left where the others must be there, too."""

WEIGHED = 300
"""Matches that are put in order, and names that sound alike and are compared letter by letter."""

ALIKE = 78
"""The least likeness, of 100, of a spelling that is offered."""

HEARD_ALIKE = 90
"""The same of what is heard, where one name is written in Khmer letters and the other in Latin ones."""

SHORTEST = 3
"""Letters from which on other spellings are tried."""

LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Findable:
    """Somebody who can be found. `name_km` is the name in Khmer letters, `also` other names of the same person."""

    id: UUID
    name: str
    name_km: str = ""
    phone: str = ""
    organization: str = ""
    also: str = ""

    def words(self) -> str:
        """Return all by which the person is found, on one line."""
        return folded(f"{self.name} {self.name_km} {phone_digits(self.phone)} {self.organization} {self.also}")

    def names(self) -> str:
        """Return all names, on one line, with a bar before and after each."""
        return "|" + "".join(f"{name}|" for text in (self.name, self.name_km, self.also) if (name := folded(text)))


@dataclass(frozen=True, slots=True)
class _Line:
    """Somebody who was added since the index was built, folded once and not at every key."""

    line: str
    names: str
    heard: str
    order: int


class PeopleIndex:
    """An index of people, the one met last first. `here` are those who come after others among equals."""

    def __init__(self, people: Iterable[Findable], here: Iterable[UUID] = ()) -> None:
        listed = list(people)
        self._ids = [one.id for one in listed]
        self._lines = [one.words() for one in listed]
        self._names = [one.names() for one in listed]
        self._heard = [sounds(names) for names in self._names]
        self._text = "\n".join(self._lines)
        self._starts: list[int] = []
        position = 0
        for line in self._lines:
            self._starts.append(position)
            position += len(line) + 1
        words = ((word, place) for place, line in enumerate(self._lines) for word in set(line.split()))
        self._words = sorted(words)
        self._places_heard: dict[str, list[int]] = {}
        for place, heard in enumerate(self._heard):
            for word in set(heard.split()):
                self._places_heard.setdefault(word, []).append(place)
        self._places = {id_: place for place, id_ in enumerate(self._ids)}
        self._stale: set[int] = set()
        self._newer: dict[UUID, _Line] = {}
        self._put = 0
        self._here = set(here)

    def put(self, person: Findable, *, here: bool = False) -> None:
        """Add somebody, or put new details in the place of old ones."""
        self.remove(person.id)
        self._put += 1
        names = person.names()
        self._newer[person.id] = _Line(person.words(), names, sounds(names), -self._put)
        if here:
            self._here.add(person.id)

    def remove(self, person_id: UUID) -> None:
        """Find somebody no more; nothing happens where nobody has this id."""
        self._newer.pop(person_id, None)
        self._here.discard(person_id)
        if person_id in self._places:
            self._stale.add(self._places[person_id])

    def __contains__(self, person_id: UUID) -> bool:
        """Whether somebody can be found."""
        return person_id in self._newer or (person_id in self._places and self._places[person_id] not in self._stale)

    def mark_here(self, person_id: UUID, *, here: bool) -> None:
        """Let somebody come after others among equals, or no more."""
        (self._here.add if here else self._here.discard)(person_id)

    def find(self, typed: str, limit: int = ENOUGH) -> list[UUID]:
        """Return the ids of the people that are meant most likely, the likeliest first."""
        tokens, wanted = _tokens(typed), folded(typed)
        if not tokens:
            return []
        found: dict[UUID, None] = {}
        for beginning, stage in ((True, self._beginning), (False, self._containing)):
            if len(found) < limit:
                newer = (id_ for id_ in self._newer_with(tokens) if self._begins(id_, tokens) is beginning)
                base = (self._ids[place] for place in stage(tokens))
                found |= dict.fromkeys(sorted((*newer, *base), key=lambda id_: self._rank(id_, wanted, tokens[0])))
        if len(found) < limit and len(typed.strip()) >= SHORTEST:
            found |= dict.fromkeys(self._sounding(typed, limit))
        return list(found)[:limit]

    def _rank(self, id_: UUID, wanted: str, token: str) -> tuple[int, bool, int]:
        """Return what puts matches in order: the whole name, its beginning, its first word, any other word."""
        newer = self._newer.get(id_)
        names = newer.names if newer else self._names[self._places[id_]]
        begins = 3 if f"|{wanted}|" in names else 2 if f"|{wanted}" in names else f"|{token}" in names
        return -begins, id_ in self._here, newer.order if newer else self._places[id_]

    def _newer_with(self, tokens: Sequence[str]) -> Iterator[UUID]:
        return (id_ for id_, one in self._newer.items() if all(token in one.line for token in tokens))

    def _begins(self, id_: UUID, tokens: Sequence[str]) -> bool:
        return any(f" {token}" in f" {self._newer[id_].line}" for token in tokens)

    def _beginning(self, tokens: Sequence[str]) -> list[int]:
        """Return the places of people who have a word that begins as the rarest token, and all others somewhere."""
        ranges = [(bisect_left(self._words, (token,)), bisect_left(self._words, (token + LAST,))) for token in tokens]
        (first, last), *others = sorted(ranges, key=lambda one: one[1] - one[0])
        if not others:
            return self._with_all((place for _, place in self._words[first : min(last, first + LOOKED_AT)]), tokens)
        met = {place for _, place in self._words[first : min(last, first + JOINED)]}
        (first, last), *_ = others
        begin_both = met & {place for _, place in self._words[first:last]} if last - first <= JOINED else met
        found = self._with_all(sorted(begin_both), tokens)
        return found if len(found) >= ENOUGH else self._with_all((*found, *sorted(met)), tokens)

    def _containing(self, tokens: Sequence[str]) -> list[int]:
        return self._with_all(self._occurrences(max(tokens, key=len)), tokens)

    def _occurrences(self, token: str) -> Iterator[int]:
        """Yield the places of people in whose line a token stands."""
        position = self._text.find(token)
        for _ in range(INSIDE):
            if position < 0:
                return
            place = bisect_left(self._starts, position + 1) - 1
            yield place
            if place + 1 == len(self._starts):
                return
            position = self._text.find(token, self._starts[place + 1])

    def _with_all(self, places: Iterable[int], tokens: Sequence[str]) -> list[int]:
        stale, lines = self._stale, self._lines
        met = (place for place in dict.fromkeys(places) if place not in stale)
        if len(tokens) == 1:  # it was looked for, so it is there
            return list(islice(met, WEIGHED))
        found = list(met)
        for token in tokens:
            found = [place for place in found if token in lines[place]]
        return found[:WEIGHED]

    def _sounding(self, typed: str, limit: int) -> list[UUID]:
        """Return the ids of people whose names sound alike and are spelled alike, the likest first."""
        wanted, heard = folded(typed), sounds(typed)
        rarest = min(heard.split(), key=lambda one: len(self._places_heard.get(one, ())) or LOOKED_AT, default="")
        places = [place for place in self._places_heard.get(rarest, [])[:WEIGHED] if place not in self._stale]
        names = {id_: one.names for id_, one in self._newer.items()} | {
            self._ids[place]: self._names[place] for place in places
        }
        spelled = process.extract(wanted, names, scorer=fuzz.partial_ratio, score_cutoff=ALIKE, limit=limit)
        others = {id_: one.heard for id_, one in self._newer.items() if one.names.isascii() != wanted.isascii()} | {
            self._ids[place]: self._heard[place] for place in places if self._names[place].isascii() != wanted.isascii()
        }
        in_letters = process.extract(heard, others, scorer=fuzz.token_set_ratio, score_cutoff=HEARD_ALIKE, limit=limit)
        return [id_ for _, _, id_ in (*spelled, *in_letters)]


def _tokens(typed: str) -> list[str]:
    """Return what must all be there: words, and a phone number as one."""
    text = folded(typed)
    digits = phone_digits(text)
    if digits and not any(character.isalpha() for character in text):
        return [digits]
    return text.split()
