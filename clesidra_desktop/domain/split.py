"""The split of attendants into breakout groups, one for each sector.

Imbalance counts avoidable pairs: for every value of every attribute, the pairs of people who share it inside a group
beyond the least number possible when its n bearers are spread over G groups. It is the maximally diverse grouping
problem with Hamming distance (Gallego, Laguna, Martí and Duarte, J. Oper. Res. Soc. 64, 2013), written so that 0 is a
lower bound: an imbalance of 0 proves that every value is spread as evenly as it can be, all at once.

The deal starts with minimization (Pocock and Simon, Biometrics 31, 1975): people with the most common values come
first, and each goes to the group that has the fewest of theirs. Then pairs of people are swapped as long as that
lowers the imbalance. Nothing depends on the clock or on the order of the list: the same people and the same seed give
the same groups on every computer.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from typing import TypeAlias
from uuid import UUID

from clesidra_desktop.domain.attendance import age_class
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Attendant, Workshop

Value: TypeAlias = tuple[str, str]
"""An attribute and what an attendant has in it."""

TRIALS = 200_000
"""How many swaps are tried at the most: a number of steps and not of seconds, so that every computer stops alike."""


@dataclass(frozen=True, slots=True)
class SplitGroup:
    """The attendants who are to discuss a sector."""

    sector: str
    members: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """Groups in the order of the sectors, whose sizes differ by at most one.

    `imbalance` counts avoidable pairs, `bound` is the least that any split could have.
    """

    groups: tuple[SplitGroup, ...]
    imbalance: int
    bound: int


def split_workshop(workshop: Workshop, seed: int = 0) -> Split:
    """Deal all attendants of a workshop to its sectors. Raises UserError if it has no sectors."""
    if not workshop.sectors:
        raise UserError(
            "The workshop has no sectors, so there is nothing to split the attendants into. Add sectors first."
        )
    year = workshop.starts.year if workshop.starts else None
    people = {attendant.id: values_of(attendant, year) for attendant in workshop.attendants}
    table = _Table(people, len(workshop.sectors), seed)
    table.deal()
    table.improve()
    members: tuple[list[UUID], ...] = tuple([] for _ in workshop.sectors)
    for attendant in workshop.attendants:
        members[table.group_of[attendant.id]].append(attendant.id)
    groups = tuple(SplitGroup(sector.key, tuple(own)) for sector, own in zip(workshop.sectors, members, strict=True))
    return Split(groups, imbalance([[people[one] for one in group.members] for group in groups]), bound=0)


def values_of(attendant: Attendant, year: int | None) -> frozenset[Value]:
    """Return what is spread evenly. The unknown are spread like a value, but nobody shares an unknown organization."""
    age = age_class(attendant, year) if year else attendant.age_group
    values = {
        ("category", attendant.category),
        ("sex", str(attendant.sex or "")),
        ("age", age),
        ("province", attendant.province),
    }
    if attendant.organization:
        values.add(("organization", attendant.organization))
    return frozenset(values)


def imbalance(groups: Sequence[Sequence[frozenset[Value]]]) -> int:
    """Count the avoidable pairs of a split: 0 if and only if the counts of every value differ by at most one."""
    total = Counter(value for group in groups for person in group for value in person)
    counts = [Counter(value for person in group for value in person) for group in groups]
    return sum(_cost(count[value], bearers // len(groups)) for value, bearers in total.items() for count in counts)


def _cost(count: int, floor: int) -> int:
    return (count - floor) * (count - floor - 1) // 2


class _Table:
    """People at tables, and how many bearers of each value sit at each one."""

    def __init__(self, people: dict[UUID, frozenset[Value]], groups: int, seed: int) -> None:
        self._people = people
        self._totals = Counter(value for values in people.values() for value in values)
        self._counts = [Counter[Value]() for _ in range(groups)]
        self._sizes = [0] * groups
        self._sorted = sorted(people)
        self._seed = seed
        self.group_of: dict[UUID, int] = {}

    def deal(self) -> None:
        """Seat everybody, the bearers of the most common values first; ties fall by the seed."""
        count = len(self._counts)
        floor, larger = divmod(len(self._people), count)
        order = sorted(
            self._people,
            key=lambda one: (-sum(self._totals[value] for value in self._people[one]), self._draw(str(one))),
        )
        for person in order:
            full_size = floor + (sum(size > floor for size in self._sizes) < larger)
            open_groups = [group for group in range(count) if self._sizes[group] < full_size]
            best = min(
                open_groups,
                key=lambda group: (
                    sum(self._counts[group][value] for value in self._people[person]),
                    self._sizes[group],
                    self._draw(f"{person}/{group}"),
                ),
            )
            self._seat(person, best)

    def improve(self) -> None:
        """Swap people as long as that evens out a value that is spread unevenly, within the budget of trials."""
        budget = TRIALS
        improved = True
        while improved and budget > 0:
            improved = False
            for value, source, target in self._uneven():
                for one, other in self._candidates(value, source, target):
                    budget -= 1
                    if self._change(one, other, source, target) < 0:
                        self._swap(one, other, source, target)
                        improved = True
                        break
                    if budget <= 0:
                        return
                if improved:
                    break

    def _uneven(self) -> Iterator[tuple[Value, int, int]]:
        """Yield values of which one group has two bearers more than another, or more."""
        for value in sorted(self._totals):
            counts = [count[value] for count in self._counts]
            for source, target in product(range(len(counts)), repeat=2):
                if counts[source] - counts[target] > 1:
                    yield value, source, target

    def _candidates(self, value: Value, source: int, target: int) -> Iterator[tuple[UUID, UUID]]:
        bearers = [one for one in self._sorted if self.group_of[one] == source and value in self._people[one]]
        others = [one for one in self._sorted if self.group_of[one] == target and value not in self._people[one]]
        return product(bearers, others)

    def _change(self, one: UUID, other: UUID, source: int, target: int) -> int:
        """Return by how much the imbalance grows when one goes from source to target and the other comes back."""
        here, there = self._counts[source], self._counts[target]
        leaving, coming = self._people[one] - self._people[other], self._people[other] - self._people[one]
        return sum(there[v] - here[v] + 1 for v in leaving) + sum(here[v] - there[v] + 1 for v in coming)

    def _swap(self, one: UUID, other: UUID, source: int, target: int) -> None:
        for person, left in ((one, source), (other, target)):
            self._sizes[left] -= 1
            self._counts[left].subtract(self._people[person])
        self._seat(one, target)
        self._seat(other, source)

    def _seat(self, person: UUID, group: int) -> None:
        self.group_of[person] = group
        self._sizes[group] += 1
        self._counts[group].update(self._people[person])

    def _draw(self, text: str) -> bytes:
        return sha256(f"{self._seed}/{text}".encode()).digest()
