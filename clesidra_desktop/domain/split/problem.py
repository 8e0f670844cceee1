"""The split as a problem of numbers: people, groups, and sets of people that are to be spread over the groups.

Everything that a split weighs is of one form, a *spread*: the bearers of a value, people to be kept apart,
facilitators, a group of an earlier round, and empty seats. A group with c of the n bearers of a spread costs
(c-q)(c-q-1)/2 with q = floor(n/G): nothing where c is q or q+1, then 1, 3, 6 and so on. Summed over the groups these
are the pairs of bearers inside groups beyond the least number possible, so that 0 proves that they cannot be spread
more evenly.

People are numbered in the order of their ids and spreads by their people: neither the order of a list nor the
spelling of a value has a say in who sits where.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from operator import attrgetter, itemgetter
from uuid import UUID

from clesidra_desktop.domain.attendance import those_who_came
from clesidra_desktop.domain.split.values import Value, attributes_of, columns_of, year_of
from clesidra_desktop.domain.workshop import Group, Workshop

UNRANKED = 4
"""What it costs to seat somebody in a sector that is not among those wished; the wishes cost 0, 1, 2 and at most 3."""


class Tier(IntEnum):
    """What comes before what."""

    HARD = 0
    PROTECTED = 1
    OTHER = 2
    ROUND = 3


@dataclass(frozen=True, slots=True)
class Spread:
    """People, by number, who are to be spread evenly over the groups. `value` is what they share, if it is a value."""

    tier: Tier
    weight: int
    bearers: tuple[int, ...]
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """People to be seated in groups.

    Every group has `seats`; those that stay empty are numbered behind the people of `ids`. `even` says that the sizes
    of groups may differ by one at most. `fixed` gives the group of those who do not move, `blocks` are people who sit
    together and are not fixed. `wish_costs` has the cost of every group for those who wish something. `balance` is as
    in SplitRules.
    """

    ids: tuple[UUID, ...]
    groups: int
    seats: int
    even: bool
    spreads: tuple[Spread, ...]
    fixed: Mapping[int, int]
    blocks: tuple[tuple[int, ...], ...]
    wish_costs: Mapping[int, tuple[int, ...]]
    balance: int

    @property
    def units(self) -> int:
        """How many seats there are: people and empty seats."""
        return self.groups * self.seats


def people_of(workshop: Workshop) -> tuple[UUID, ...]:
    """Return the ids of those who are to be seated, sorted."""
    left_out = frozenset(workshop.split.left_out)
    ids = [one.id for one in workshop.attendants]
    return tuple(sorted([one for one in ids if one not in left_out] if left_out else ids, key=attrgetter("int")))


def placed(workshop: Workshop) -> Iterator[tuple[int, Group]]:
    """Yield the groups with the positions of their sectors; a group whose sector was taken away has none."""
    place = {sector.key: number for number, sector in enumerate(workshop.sectors)}
    return ((place[group.sector], group) for group in workshop.groups if group.sector in place)


def locks_of(workshop: Workshop) -> dict[UUID, int]:
    """Return the group of everybody who is locked, by the position of its sector."""
    return {one: place for place, group in placed(workshop) for one in group.locked}


def seats_of(workshop: Workshop) -> dict[UUID, int]:
    """Return the group in which everybody sits now, by the position of its sector; of several groups the first."""
    left_out = frozenset(workshop.split.left_out)
    seats: dict[UUID, int] = {}
    for place, group in placed(workshop):
        for one in group.members:
            if one not in left_out:
                seats.setdefault(one, place)
    return seats


def joined(sets: Iterable[Iterable[UUID]], people: Iterable[UUID]) -> list[frozenset[UUID]]:
    """Return the sets of people who sit together when sets that have somebody in common are one."""
    known = frozenset(people)
    parts: list[frozenset[UUID]] = []
    for one in sets:
        new = known.intersection(one)
        met = [part for part in parts if part & new]
        parts = [part for part in parts if not part & new] + [new.union(*met)]
    return sorted((part for part in parts if len(part) > 1), key=sorted)


def problem_of_deal(workshop: Workshop) -> Problem:
    """Return the problem of seating everybody anew, but for those who are locked."""
    ids = people_of(workshop)
    blocks = joined(workshop.split.together, ids)
    fixed = {one: group for one, group in locks_of(workshop).items() if one in frozenset(ids)}
    for block in blocks:
        if locked := [fixed[one] for one in sorted(block) if one in fixed]:
            fixed |= dict.fromkeys(block - fixed.keys(), locked[0])
    return _problem(workshop, ids, fixed, blocks, even=True)


def problem_of_newcomers(workshop: Workshop) -> Problem:
    """Return the problem of seating those who have no seat: everybody else, and who is locked, is fixed.

    Who is only invited, while others have come, is no newcomer yet.
    """
    placed_now = locks_of(workshop) | seats_of(workshop)
    known = placed_now.keys() | {one.id for one in those_who_came(workshop)}
    ids = tuple(one for one in people_of(workshop) if one in known)
    fixed = {one: group for one, group in placed_now.items() if one in frozenset(ids)}
    return _problem(workshop, ids, fixed, joined(workshop.split.together, ids), even=False)


def problem_of_evening(workshop: Workshop) -> Problem:
    """Return the problem of moving some of those who sit; who is locked stays, and so do those who sit together."""
    seats = seats_of(workshop)
    locks = locks_of(workshop)
    return _problem(
        workshop,
        tuple(sorted(seats)),
        {one: group for one, group in seats.items() if one in locks},
        joined(workshop.split.together, seats),
        even=False,
        largest=max(Counter(seats.values()).values(), default=0),
    )


def _problem(
    workshop: Workshop,
    ids: tuple[UUID, ...],
    fixed: Mapping[UUID, int],
    blocks: Iterable[frozenset[UUID]],
    *,
    even: bool,
    largest: int = 0,
) -> Problem:
    number = {one: place for place, one in enumerate(ids)}
    groups = len(workshop.sectors)
    sizes = Counter(fixed.values())
    seats = max(-(-len(ids) // groups), largest, *sizes.values())
    spreads = (*_rules(workshop, number, groups * seats), *_values(workshop, number), *_rounds(workshop, number))
    return Problem(
        ids=ids,
        groups=groups,
        seats=seats,
        even=even,
        spreads=tuple(one for one in spreads if len(one.bearers) > 1),
        fixed={number[one]: group for one, group in sorted(fixed.items())},
        blocks=tuple(tuple(sorted(number[one] for one in block)) for block in blocks if not block & fixed.keys()),
        wish_costs=_wish_costs(workshop, number),
        balance=workshop.split.balance,
    )


def _rules(workshop: Workshop, number: Mapping[UUID, int], units: int) -> list[Spread]:
    """Return the hard rules: empty seats, facilitators and people to be kept apart."""
    rules = workshop.split
    sets = [rules.facilitators, *rules.apart]
    bearers = sorted({tuple(sorted(number[one] for one in set(people) if one in number)) for people in sets})
    return [Spread(Tier.HARD, 1, one) for one in (tuple(range(len(number), units)), *bearers)]


def _values(workshop: Workshop, number: Mapping[UUID, int]) -> list[Spread]:
    year = year_of(workshop)
    by_id = {one.id: one for one in workshop.attendants}
    seated = [(unit, by_id[one]) for one, unit in number.items() if one in by_id]
    units, people = [unit for unit, _ in seated], [one for _, one in seated]
    spreads = []
    for attribute in attributes_of(workshop.split):
        tier = Tier.PROTECTED if attribute.protected else Tier.OTHER
        found = []
        for name, column in columns_of(people, year, attribute).items():
            bearers: defaultdict[str, list[int]] = defaultdict(list)
            for unit, values in zip(units, column, strict=True):
                for value in values:
                    bearers[value].append(unit)
            found += [(tuple(own), (name, value)) for value, own in bearers.items()]
        spreads += [Spread(tier, attribute.weight, own, value) for own, value in sorted(found, key=itemgetter(0))]
    return spreads


def _rounds(workshop: Workshop, number: Mapping[UUID, int]) -> list[Spread]:
    met = (
        tuple(sorted({number[one] for one in group if one in number}))
        for earlier in workshop.split.rounds
        for group in earlier
    )
    return [Spread(Tier.ROUND, 1, people) for people in sorted(met)]


def _wish_costs(workshop: Workshop, number: Mapping[UUID, int]) -> dict[int, tuple[int, ...]]:
    keys = [sector.key for sector in workshop.sectors]
    costs = {
        number[wish.attendant]: rank_costs(wish.sectors, keys)
        for wish in workshop.split.wishes
        if wish.attendant in number and wish.sectors
    }
    return dict(sorted(costs.items()))


def rank_costs(wished: Sequence[str], keys: Sequence[str]) -> tuple[int, ...]:
    """Return what the group of each sector costs somebody: the rank of the wish from 0 on, but at most 3, else 4."""
    rank = {key: min(place, UNRANKED - 1) for place, key in reversed(list(enumerate(wished)))}
    return tuple(rank.get(key, UNRANKED) for key in keys)
