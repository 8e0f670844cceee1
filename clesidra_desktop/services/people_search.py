"""Finding people while a name is typed: by any part of it, in Khmer or Latin letters, by phone or organization.

The index stands in memory. A word that begins as typed comes before one that only has it inside, and a spelling that
merely sounds alike comes last; among equals the person met last comes first.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from rapidfuzz import fuzz, process

from clesidra_desktop.domain.names import folded, phone_digits, sounds

ENOUGH = 8
"""People that are offered."""

LOOKED_AT = 2000
"""Matches that are looked at; who types one letter is not looking for the best of 50,000."""

ALIKE = 78
"""The least likeness, of 100, of a spelling that is offered."""

SHORTEST = 3
"""Letters from which on other spellings are tried."""

LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Findable:
    """Somebody who can be found. `name_km` is the name in Khmer letters."""

    id: UUID
    name: str
    name_km: str = ""
    phone: str = ""
    organization: str = ""

    def words(self) -> str:
        """Return all by which the person is found, on one line."""
        return folded(f"{self.name} {self.name_km} {phone_digits(self.phone)} {self.organization}")


class PeopleIndex:
    """An index of people, the one met last first."""

    def __init__(self, people: Iterable[Findable]) -> None:
        self._people = list(people)
        self._lines = [one.words() for one in self._people]
        self._names = [folded(one.name) for one in self._people]
        self._text = "\n".join(self._lines)
        self._starts: list[int] = []
        position = 0
        for line in self._lines:
            self._starts.append(position)
            position += len(line) + 1
        words = ((word, place) for place, line in enumerate(self._lines) for word in set(line.split()))
        self._words = sorted(words)
        self._heard: dict[str, list[int]] = {}
        for place, one in enumerate(self._people):
            for heard in set(sounds(one.name).split()):
                self._heard.setdefault(heard, []).append(place)
        self._newer: dict[UUID, Findable] = {}

    def put(self, person: Findable) -> None:
        """Add somebody, or put new details in the place of old ones."""
        self._newer.pop(person.id, None)
        self._newer[person.id] = person

    def find(self, typed: str, limit: int = ENOUGH) -> list[UUID]:
        """Return the ids of the people that are meant most likely, the likeliest first."""
        tokens = _tokens(typed)
        if not tokens:
            return []
        found = self._find_newer(typed, tokens)
        for stage in (self._beginning, self._containing):
            if len(found) >= limit:
                break
            places = [place for place in stage(tokens) if self._people[place].id not in self._newer]
            places.sort(key=lambda place: (not self._names[place].startswith(tokens[0]), place))
            found = list(dict.fromkeys([*found, *(self._people[place].id for place in places)]))
        if len(found) < limit and len(typed.strip()) >= SHORTEST:
            found = list(dict.fromkeys([*found, *self._sounding(typed, limit)]))
        return found[:limit]

    def _find_newer(self, typed: str, tokens: Sequence[str]) -> list[UUID]:
        newer = reversed(self._newer.values())
        exact = [one.id for one in newer if all(token in one.words() for token in tokens)]
        alike = [
            one.id
            for one in self._newer.values()
            if len(typed) >= SHORTEST and fuzz.partial_ratio(folded(typed), folded(one.name)) >= ALIKE
        ]
        return list(dict.fromkeys([*exact, *alike]))

    def _beginning(self, tokens: Sequence[str]) -> list[int]:
        """Return the places of people who have a word that begins as the rarest token, and all others somewhere."""
        ranges = [(bisect_left(self._words, (token,)), bisect_left(self._words, (token + LAST,))) for token in tokens]
        first, last = min(ranges, key=lambda one: one[1] - one[0])
        met = (self._words[number][1] for number in range(first, min(last, first + LOOKED_AT)))
        return self._with_all(met, tokens)

    def _containing(self, tokens: Sequence[str]) -> list[int]:
        return self._with_all(self._occurrences(max(tokens, key=len)), tokens)

    def _occurrences(self, token: str) -> Iterator[int]:
        """Yield the places of people in whose line a token stands."""
        position = self._text.find(token)
        for _ in range(LOOKED_AT):
            if position < 0:
                return
            place = bisect_left(self._starts, position + 1) - 1
            yield place
            if place + 1 == len(self._starts):
                return
            position = self._text.find(token, self._starts[place + 1])

    def _with_all(self, places: Iterable[int], tokens: Sequence[str]) -> list[int]:
        found = dict.fromkeys(places)
        return [place for place in found if all(token in self._lines[place] for token in tokens)]

    def _sounding(self, typed: str, limit: int) -> list[UUID]:
        """Return the ids of people whose names sound alike and are spelled alike, the likest first."""
        heard = min(sounds(typed).split(), key=lambda one: len(self._heard.get(one, ())) or LOOKED_AT, default="")
        places = self._heard.get(heard, [])[:LOOKED_AT]
        names = {place: self._names[place] for place in places if self._people[place].id not in self._newer}
        likest = process.extract(folded(typed), names, scorer=fuzz.partial_ratio, score_cutoff=ALIKE, limit=limit)
        return [self._people[place].id for _, _, place in likest]


def _tokens(typed: str) -> list[str]:
    """Return what must all be there: words, and a phone number as one."""
    text = folded(typed)
    digits = phone_digits(text)
    if digits and not any(character.isalpha() for character in text):
        return [digits]
    return text.split()
