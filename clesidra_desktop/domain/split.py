"""The split of attendants into breakout groups, one for each sector.

Imbalance counts avoidable pairs: for every value of every attribute, the pairs of people who share it inside a group
beyond the least number possible when its n bearers are spread over G groups. It is the maximally diverse grouping
problem with Hamming distance (Gallego, Laguna, Martí and Duarte, J. Oper. Res. Soc. 64, 2013), written so that 0 is a
lower bound: an imbalance of 0 proves that every value is spread as evenly as it can be, all at once.

The deal starts with minimization (Pocock and Simon, Biometrics 31, 1975): people with the most common values come
first, and each goes to the group that has the fewest of theirs. Then pairs of people are swapped as long as that
lowers the imbalance. Nothing depends on the clock, on the order of the list or on how a value is spelt: the same people
and the same seed give the same groups on every computer.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import permutations, product
from typing import TypeAlias
from uuid import UUID

from clesidra_desktop.domain.attendance import age_class
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import Attendant, Workshop

Value: TypeAlias = tuple[str, str]
"""An attribute and what an attendant has in it."""

TRIALS = 1_000_000
"""How many swaps are tried at the most: a number of steps and not of seconds, so that every computer stops alike."""


@dataclass(frozen=True, slots=True)
class SplitGroup:
    """The attendants who are to discuss a sector."""

    sector: str
    members: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """Groups in the order of the sectors, whose sizes differ by at most one.

    `imbalance` counts avoidable pairs. No split can have fewer than `bound`; not every list allows as few.
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
    group_of = table.group_of
    members: tuple[list[UUID], ...] = tuple([] for _ in workshop.sectors)
    for attendant in workshop.attendants:
        members[group_of[attendant.id]].append(attendant.id)
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
    """People at tables, and how many bearers of each value sit at each one.

    People are numbered in the order of their ids, and values in the order in which these people have them: neither
    the order of the list nor the spelling of a value has a say in who sits where.
    """

    def __init__(self, people: Mapping[UUID, frozenset[Value]], groups: int, seed: int) -> None:
        self._ids = sorted(people)
        numbers: dict[Value, int] = {}
        self._values = [
            frozenset([numbers.setdefault(value, len(numbers)) for value in sorted(people[one])]) for one in self._ids
        ]
        self._counts = [[0] * groups for _ in numbers]
        self._members: list[list[int]] = [[] for _ in range(groups)]
        self._seed = seed
        self._trials = TRIALS

    @property
    def group_of(self) -> dict[UUID, int]:
        """The group of every person."""
        return {self._ids[person]: group for group, members in enumerate(self._members) for person in members}

    def deal(self) -> None:
        """Seat everybody, the bearers of the most common values first; ties fall by the seed."""
        bearers = Counter(value for values in self._values for value in values)
        floor, larger = divmod(len(self._ids), len(self._members))
        order = sorted(
            range(len(self._ids)),
            key=lambda person: (-sum(bearers[value] for value in self._values[person]), self._draw(person)),
        )
        for person in order:
            full_size = floor + (sum(len(members) > floor for members in self._members) < larger)
            open_groups = [group for group, members in enumerate(self._members) if len(members) < full_size]
            best = min(
                open_groups,
                key=lambda group: (
                    sum(self._counts[value][group] for value in self._values[person]),
                    len(self._members[group]),
                    self._draw(person, group),
                ),
            )
            self._seat(person, best)

    def improve(self) -> None:
        """Swap people as long as that evens out a value that is spread unevenly, within the budget of trials."""
        improved = True
        while improved:
            improved = False
            for value in range(len(self._counts)):
                improved |= self._even_out(value)

    def _even_out(self, value: int) -> bool:
        """Make the swaps that even out a value and lower the imbalance; return whether there was any."""
        counts = self._counts[value]
        swapped = False
        for source, target in permutations(range(len(counts)), 2):
            while counts[source] - counts[target] > 1 and self._swap_one(value, source, target):
                swapped = True
        return swapped

    def _swap_one(self, value: int, source: int, target: int) -> bool:
        """Make the first swap that moves the value from source to target and lowers the imbalance, if there is any."""
        bearers = [person for person in self._members[source] if value in self._values[person]]
        others = [person for person in self._members[target] if value not in self._values[person]]
        for one, other in product(bearers, others):
            if self._trials == 0:
                return False
            self._trials -= 1
            if self._change(one, other, source, target) < 0:
                self._leave(one, source)
                self._leave(other, target)
                self._seat(one, target)
                self._seat(other, source)
                return True
        return False

    def _change(self, one: int, other: int, source: int, target: int) -> int:
        """Return by how much the imbalance grows when one goes from source to target and the other comes back."""
        change = 0
        for value in self._values[one] - self._values[other]:
            change += self._counts[value][target] - self._counts[value][source] + 1
        for value in self._values[other] - self._values[one]:
            change += self._counts[value][source] - self._counts[value][target] + 1
        return change

    def _seat(self, person: int, group: int) -> None:
        self._members[group].append(person)
        for value in self._values[person]:
            self._counts[value][group] += 1

    def _leave(self, person: int, group: int) -> None:
        self._members[group].remove(person)
        for value in self._values[person]:
            self._counts[value][group] -= 1

    def _draw(self, person: int, group: int | str = "") -> bytes:
        return sha256(f"{self._seed}/{self._ids[person]}/{group}".encode()).digest()
