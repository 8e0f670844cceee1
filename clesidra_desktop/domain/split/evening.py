"""Changes to groups that sit already: evening out with few moves, and why somebody sits where they do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.split.contradictions import refuse_no_sectors
from clesidra_desktop.domain.split.problem import Problem, Spread, Tier, locks_of, problem_of_evening, seats_of
from clesidra_desktop.domain.split.result import Split, split_of
from clesidra_desktop.domain.split.table import Table, Weights, weights_of
from clesidra_desktop.domain.split.values import Value
from clesidra_desktop.domain.workshop import Workshop

BEAM = 8
"""How many ways of moving so many people are followed."""

NEAREST = 3
"""How many swaps tell why somebody sits where they do."""


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody goes from the group of one sector to that of another; sectors are named by their keys."""

    attendant: UUID
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Offer:
    """The best that was found by moving so many people, and the split that it would be."""

    moves: tuple[Move, ...]
    split: Split


@dataclass(frozen=True, slots=True)
class Harm:
    """What a swap would make worse: `value` would be `count` times in the group of `sector`, where low–high is fair.

    Where `value` is None it is a hard rule, or an earlier round where `again` says so.
    """

    value: Value | None
    again: bool
    sector: str
    count: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class NearSwap:
    """Somebody else's seat (an empty one where `other` is None), and what changing to it would change.

    `imbalance` is by how much the imbalance would grow, `wish` the ranks of wishes by which the two would be worse off.
    """

    other: UUID | None
    sector: str
    imbalance: int
    wish: int
    harms: tuple[Harm, ...]


@dataclass(frozen=True, slots=True)
class WhyHere:
    """Why somebody sits where they do: a lock, people to sit with, or else the nearest swaps."""

    attendant: UUID
    sector: str
    locked: bool
    together: tuple[UUID, ...]
    swaps: tuple[NearSwap, ...]


def even_out(workshop: Workshop, most: int = 4) -> tuple[Offer, ...]:
    """Return what moving 0, 1, 2 … people would give, each one better than those before it.

    Those who are locked or sit together do not move. The first offer moves nobody. Raises UserError where there are no
    sectors.
    """
    refuse_no_sectors(workshop)
    problem = problem_of_evening(workshop)
    keys = [sector.key for sector in workshop.sectors]
    now = seats_of(workshop)
    beam = _Beam(problem, [now[one] for one in problem.ids])
    offers: list[Offer] = []
    for moved in beam.run(most):
        seat = dict(zip(problem.ids, moved, strict=False))
        moves = tuple(Move(one, keys[now[one]], keys[seat[one]]) for one in problem.ids if seat[one] != now[one])
        offers.append(Offer(moves, split_of(workshop, seat, seed=workshop.split.seed, tries=0)))
    return tuple(offers)


def _evening(problem: Problem) -> Weights:
    """Return weights for evening out: hard rules, then all attributes alike, then earlier rounds, then wishes."""
    weights = weights_of(replace(problem, balance=100), price=1)
    pair = 5 * (4 * len(problem.ids) + 1)
    score = tuple(
        pair * spread.weight if spread.tier is Tier.PROTECTED else weight
        for weight, spread in zip(weights.score, problem.spreads, strict=True)
    )
    return Weights(score, weights.score_wish, score, weights.score_wish)


def _judged(problem: Problem) -> Weights:
    """Return weights with which the search weighs as the judgement does."""
    weights = weights_of(problem, price=1)
    return Weights(weights.score, weights.score_wish, weights.score, weights.score_wish)


def _seated(problem: Problem, seats: list[int]) -> list[int]:
    """Return the group of every unit, empty seats behind."""
    empty = [group for group in range(problem.groups) for _ in range(problem.seats - seats.count(group))]
    return [*seats, *empty]


class _Beam:
    """Follows the best seatings for each number of people moved; every person moves once at the most.

    Those are told that keep more of the hard rules or have fewer avoidable pairs.
    """

    def __init__(self, problem: Problem, seats: list[int]) -> None:
        self._problem = problem
        self._pair = 5 * (4 * len(problem.ids) + 1)
        self._table = Table(problem, _evening(problem))
        self._start = _seated(problem, seats)

    def run(self, most: int) -> Iterator[tuple[int, ...]]:
        """Yield the seating as it is, and then each that is better with more people moved."""
        self._table.seat_all(self._start)
        least = self._table.score
        levels: list[list[tuple[int, tuple[int, ...]]]] = [[(least, tuple(self._start))]]
        yield tuple(self._start)
        for moved in range(1, most + 1):
            found: dict[tuple[int, ...], int] = {}
            for step in (1, 2):
                for _, seating in levels[moved - step] if moved >= step else ():
                    found |= self._further(seating, step)
            levels.append(sorted((score, seating) for seating, score in found.items())[:BEAM])
            score, best = min(levels[moved], default=(least, ()))
            if score // self._pair < least // self._pair:
                least = score
                yield best

    def _further(self, seating: tuple[int, ...], step: int) -> dict[tuple[int, ...], int]:
        """Return the best seatings that move so many people more, with their scores."""
        table = self._table
        table.seat_all(seating)
        score = table.score
        chosen = sorted(set(self._swaps(step)))[:BEAM]
        found = {}
        for change, one, other in chosen:
            after = list(seating)
            after[one], after[other] = seating[other], seating[one]
            found[self._tidy(after)] = score + change
        return found

    def _tidy(self, seating: list[int]) -> tuple[int, ...]:
        people = len(self._problem.ids)
        return tuple(seating[:people] + sorted(seating[people:]))

    def _swaps(self, step: int) -> Iterator[tuple[int, int, int]]:
        """Yield the swaps of people who have not moved that touch an uneven cell: change, and the two units."""
        table, people = self._table, len(self._problem.ids)
        touched = {unit for cell in table.uneven for unit in self._around(cell)}
        for one in sorted(touched):
            if not self._may_move(one):
                continue
            source = table.group[one]
            pairs = table.pairs(one)
            for target in range(table.groups):
                if target == source:
                    continue
                here, there = table.pull[source], table.pull[target]
                change = there[one] - here[one] + table.own[one]
                for other in table.members[target]:
                    if (other < people) + (one < people) == step and self._may_move(other):
                        whole = change + here[other] - there[other] + table.own[other] - pairs[other]
                        yield whole, min(one, other), max(one, other)

    def _around(self, cell: int) -> list[int]:
        """Return the bearers in a group with too many of them, or the others in one with too few."""
        table = self._table
        place, group = divmod(cell, table.groups)
        own = frozenset(table.bearers[place])
        over = table.counts[place][group] > table.floors[place]
        return [unit for unit in table.members[group] if (unit in own) == over]

    def _may_move(self, unit: int) -> bool:
        return unit >= len(self._problem.ids) or self._table.group[unit] == self._start[unit]


def why_here(workshop: Workshop, attendant: UUID) -> WhyHere:
    """Return why somebody sits in a group. Raises UserError for somebody who has no seat."""
    problem = problem_of_evening(workshop)
    if attendant not in problem.ids:
        raise UserError("This attendant has no seat in a group. Seat the newcomers first.")
    keys = [sector.key for sector in workshop.sectors]
    now = seats_of(workshop)
    table = Table(problem, _judged(problem))
    table.seat_all(_seated(problem, [now[one] for one in problem.ids]))
    unit = problem.ids.index(attendant)
    together = next((block for block in problem.blocks if unit in block), ())
    locked = attendant in locks_of(workshop)
    swaps: tuple[NearSwap, ...] = ()
    if not locked and not together:
        near = sorted(_changes(table, unit))[:NEAREST]
        swaps = tuple(_near_swap(table, keys, unit, other) for _, _, other in near)
    return WhyHere(attendant, keys[now[attendant]], locked, tuple(problem.ids[one] for one in together), swaps)


def _changes(table: Table, unit: int) -> Iterator[tuple[int, int, int]]:
    """Yield every swap of a unit: the change of the score, the group and the other unit; one empty seat a group."""
    source = table.group[unit]
    pairs, here = table.pairs(unit), table.pull[source]
    for target in range(table.groups):
        there = table.pull[target]
        empty_seen = target == source
        for other in table.members[target] if target != source else ():
            empty = other >= len(table.problem.ids)
            if not (empty and empty_seen):
                change = there[unit] - here[unit] + here[other] - there[other]
                yield change + table.own[unit] + table.own[other] - pairs[other], target, other
            empty_seen |= empty


def _near_swap(table: Table, keys: list[str], unit: int, other: int) -> NearSwap:
    problem = table.problem
    source, target = table.group[unit], table.group[other]
    imbalance, harms = 0, []
    for place, spread in enumerate(problem.spreads):
        going = (unit in spread.bearers) - (other in spread.bearers)
        if going:
            row = table.counts[place]
            giver, taker = (source, target) if going > 0 else (target, source)
            change = spread.weight * (row[taker] - row[giver] + 1)
            if spread.tier in (Tier.PROTECTED, Tier.OTHER):
                imbalance += change
            if change > 0:
                harms.append(_harm(table, spread, place, (giver, taker), keys))
    return NearSwap(
        other=problem.ids[other] if other < len(problem.ids) else None,
        sector=keys[target],
        imbalance=imbalance,
        wish=_wish_change(problem.wish_costs, unit, source, target)
        + _wish_change(problem.wish_costs, other, target, source),
        harms=tuple(harms),
    )


def _wish_change(costs: Mapping[int, tuple[int, ...]], unit: int, source: int, target: int) -> int:
    return costs[unit][target] - costs[unit][source] if unit in costs else 0


def _harm(table: Table, spread: Spread, place: int, way: tuple[int, int], keys: list[str]) -> Harm:
    """Return the worse of the two groups after a bearer has gone this way."""
    giver, taker = way
    low = table.floors[place]
    high = low + (len(spread.bearers) % table.groups > 0)
    over = table.counts[place][taker] + 1 > high
    group, count = (taker, table.counts[place][taker] + 1) if over else (giver, table.counts[place][giver] - 1)
    return Harm(spread.value, spread.tier is Tier.ROUND, keys[group], count, low, high)
