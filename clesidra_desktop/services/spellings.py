"""Spellings of organizations that may be one: offered for a person to bring together.

“Local NGO A” and “Local NGO B” differ in one letter and are two; “Organisation” and “Organization” are one. So it is
not whole names that are compared but the words in which two differ: each must have a counterpart that is spelled
almost alike, and short words and numbers must be the same.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from clesidra_desktop.domain.names import folded, sounds
from clesidra_desktop.services.organizations import OrganizationLine

FILLERS = frozenset(("the", "of", "and", "for", "in", "at", "&"))
"""Words that are left out as people like."""

WORD_ALIKE = 78
"""The least likeness, of 100, of two words that may be one."""

SHORTEST = 4
"""Letters of the shortest word that may be misspelled."""

COMMON = 60
"""Names that have a word in common from which on it says nothing."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Spellings that may be one organization. `name` is the one suggested; `uses` is how many have each spelling."""

    name: str
    uses: Mapping[str, int]


def cluster_spellings(lines: Iterable[OrganizationLine]) -> tuple[Cluster, ...]:
    """Return clusters of organizations and loose names that may be one; an organization's name is suggested."""
    listed = list(lines)
    words = [_words(line.name) for line in listed]
    groups = _groups(len(listed), (pair for pair in set(_pairs(words)) if _alike(words[pair[0]], words[pair[1]])))
    clusters = []
    for places in groups:
        members = [listed[place] for place in places]
        uses = {line.name: line.use.attendants + line.use.people for line in members}
        best = max(members, key=lambda line: (line.id is not None, uses[line.name], line.name))
        clusters.append(Cluster(best.name, uses))
    return tuple(sorted(clusters, key=lambda cluster: (-sum(cluster.uses.values()), cluster.name)))


def _words(name: str) -> tuple[str, ...]:
    plain = "".join(sign if sign.isalnum() or not sign.isascii() else " " for sign in folded(name))
    words = plain.split()
    return tuple(sorted(word for word in words if word not in FILLERS)) or tuple(sorted(words))


def _pairs(names: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield the places of names that have a word in common that few have, as it sounds, or that are the same joined."""
    blocks: defaultdict[object, list[int]] = defaultdict(list)
    for place, words in enumerate(names):
        blocks[0, _letters(words)].append(place)
        for heard in {sounds(word) for word in words if len(word) >= SHORTEST}:
            blocks[1, heard].append(place)
    for places in blocks.values():
        if len(places) <= COMMON:
            yield from combinations(places, 2)


def _alike(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    if first == second or (_letters(first) == _letters(second) and _numbers(first) == _numbers(second)):
        return True
    one, other = Counter(first), Counter(second)
    left, right = list((one - other).elements()), list((other - one).elements())
    if len(left) != len(right) or any(len(word) < SHORTEST or word.isdecimal() for word in (*left, *right)):
        return False
    return all(max(fuzz.ratio(word, it) for it in right) >= WORD_ALIKE for word in left) and all(
        max(fuzz.ratio(word, it) for word in left) >= WORD_ALIKE for it in right
    )


def _letters(words: tuple[str, ...]) -> str:
    """Return all letters in order: words that are written together and apart, in whatever order, have the same."""
    return "".join(sorted("".join(words)))


def _numbers(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if any(map(str.isdigit, word))]


def _groups(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the places that are linked with each other, directly or by others."""
    above = list(range(count))

    def top(place: int) -> int:
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    for first, second in pairs:
        above[top(first)] = top(second)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for place in range(count):
        groups[top(place)].append(place)
    return [places for places in groups.values() if len(places) > 1]
