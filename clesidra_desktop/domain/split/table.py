"""People at tables: who sits where, what that costs, and what a swap would change.

Inside groups every pair of people costs the weights of the spreads that they share (maximally diverse grouping with
Hamming distance: Gallego, Laguna, Martí and Duarte, J. Oper. Res. Soc. 64, 2013). So what a swap changes follows from
four sums of pairs and one pair, whatever the number of spreads, and these sums are kept up to date.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import add, sub
from random import Random

from clesidra_desktop.domain.split.bound import cost
from clesidra_desktop.domain.split.problem import Problem, Tier

APART = 10**5
"""How many times heavier a tier is than all that comes after it: more than the pairs that any split leaves there."""

HEAVY = 5000
"""The weight of a hard rule in the search."""

PAIR = 15
"""The weight of an avoidable pair of an attribute of the usual weight in a search for balance."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each spread and each rank of a wish weighs: in the search, and in the judgement of what it finds."""

    search: tuple[int, ...]
    search_wish: int
    score: tuple[int, ...]
    score_wish: int


class Table:
    """The seats of a problem, filled by `deal` or `seat_all` and then swapped.

    `group`: the group of every unit (people and empty seats, by number). `members`: the units of every group that may
    be swapped singly. `counts`: bearers by spread and group. `pull`: for every group and unit, what the pairs of this
    unit with those in the group cost in the search, together with the wish. `score`: what the seating costs in the
    judgement. `uneven`: the cells, spread * groups + group, whose count is not the floor or one more.
    """

    def __init__(self, problem: Problem, weights: Weights) -> None:
        self.problem = problem
        self.groups = problem.groups
        self.spreads: list[list[int]] = [[] for _ in range(problem.units)]
        for place, spread in enumerate(problem.spreads):
            for unit in spread.bearers:
                self.spreads[unit].append(place)
        self._sets = [frozenset(one) for one in self.spreads]
        self.floors = [len(spread.bearers) // problem.groups for spread in problem.spreads]
        self.bearers = [spread.bearers for spread in problem.spreads]
        self.group: list[int] = []
        bound = frozenset(unit for block in problem.blocks for unit in block) | problem.fixed.keys()
        self.free = [unit not in bound for unit in range(problem.units)]
        self.weigh(weights)

    def weigh(self, weights: Weights) -> None:
        """Weigh otherwise; those who are seated stay where they are."""
        self.weights = weights
        self.own = [sum(weights.search[one] for one in spreads) for spreads in self.spreads]
        self._pairs: list[list[int] | None] = [None] * self.problem.units
        self.wishes: Mapping[int, Sequence[int]] = self.problem.wish_costs if weights.search_wish else {}
        if self.group:
            self.seat_all(self.group)

    def seat_all(self, group: Sequence[int]) -> None:
        """Seat everybody at once."""
        self.group = list(group)
        self.members: list[list[int]] = [[] for _ in range(self.groups)]
        self._place = [0] * len(group)
        self.counts = [[0] * self.groups for _ in self.problem.spreads]
        for unit, own in enumerate(group):
            if self.free[unit]:
                self._place[unit] = len(self.members[own])
                self.members[own].append(unit)
            for one in self.spreads[unit]:
                self.counts[one][own] += 1
        self._sum_up()

    def _sum_up(self) -> None:
        search, rank = self.weights.search, self.weights.search_wish
        costs = [[weight * count for count in row] for weight, row in zip(search, self.counts, strict=True)]
        nothing = [[0] * self.groups]
        by_unit = [map(sum, zip(*([costs[one] for one in own] or nothing), strict=True)) for own in self.spreads]
        self.pull = [list(own) for own in zip(*by_unit, strict=True)]
        for group, pull in enumerate(self.pull):
            for unit, ranks in self.wishes.items():
                pull[unit] += rank * ranks[group]
        self.score = self.weights.score_wish * sum(
            ranks[self.group[unit]] for unit, ranks in self.problem.wish_costs.items()
        )
        self.uneven: list[int] = []
        self._uneven_at: dict[int, int] = {}
        for place, (row, floor) in enumerate(zip(self.counts, self.floors, strict=True)):
            if min(row) >= floor and max(row) <= floor + 1:
                continue
            self.score += self.weights.score[place] * sum(cost(count, floor) for count in row)
            for group in range(self.groups):
                self._note(place, group)

    def pairs(self, unit: int) -> list[int]:
        """Return twice what the pair of a unit with every other one costs in the search."""
        known = self._pairs[unit]
        if known is None:
            known = [0] * self.problem.units
            for place in self.spreads[unit]:
                weight = 2 * self.weights.search[place]
                for other in self.bearers[place]:
                    known[other] += weight
            self._pairs[unit] = known
        return known

    def swap(self, one: int, other: int) -> None:
        """Let two units of different groups change seats."""
        source, target = self.group[one], self.group[other]
        self._carry(one, other, source, target)
        self._carry(other, one, target, source)
        ones, others = self.pairs(one), self.pairs(other)
        gain = [came - went >> 1 for came, went in zip(others, ones, strict=True)]
        self.pull[source] = list(map(add, self.pull[source], gain))
        self.pull[target] = list(map(sub, self.pull[target], gain))
        self.group[one], self.group[other] = target, source
        self._put(one, other, source, target)

    def _carry(self, unit: int, other: int, source: int, target: int) -> None:
        """Count what a unit has and the other one has not as going from source to target."""
        score, others = self.weights.score, self._sets[other]
        for place in self.spreads[unit]:
            if place in others:
                continue
            row, floor = self.counts[place], self.floors[place]
            left, came = row[source] - 1, row[target] + 1
            row[source], row[target] = left, came
            self.score += score[place] * (came - left - 1)
            if left - floor in {-1, 1}:
                self._note(place, source)
            if came - floor in {0, 2}:
                self._note(place, target)
        ranks = self.problem.wish_costs.get(unit)
        if ranks:
            self.score += self.weights.score_wish * (ranks[target] - ranks[source])

    def _put(self, one: int, other: int, source: int, target: int) -> None:
        here, there = self.members[source], self.members[target]
        if self.free[one] and self.free[other]:
            place, place_of_other = self._place[one], self._place[other]
            here[place], there[place_of_other] = other, one
            self._place[one], self._place[other] = place_of_other, place
        elif self.free[other]:
            self._move(other, there, here)
        elif self.free[one]:
            self._move(one, here, there)

    def _move(self, unit: int, source: list[int], target: list[int]) -> None:
        last = source.pop()
        if last != unit:
            source[self._place[unit]] = last
            self._place[last] = self._place[unit]
        self._place[unit] = len(target)
        target.append(unit)

    def _note(self, place: int, group: int) -> None:
        """Put a cell among the uneven ones, or take it out."""
        over = self.counts[place][group] - self.floors[place]
        cell = place * self.groups + group
        at = self._uneven_at
        if over < 0 or over > 1:
            if cell not in at:
                at[cell] = len(self.uneven)
                self.uneven.append(cell)
        elif cell in at:
            gap = at.pop(cell)
            last = self.uneven.pop()
            if last != cell:
                self.uneven[gap] = last
                at[last] = gap


def shuffled(units: Sequence[int], draw: Random) -> list[int]:
    """Return units in an order that falls by the draw; that of `random.shuffle` may change with Python."""
    drawn = [(draw.random(), unit) for unit in units]
    return [unit for _, unit in sorted(drawn)]


def weights_of(problem: Problem, *, protected: int = 1, price: int | None = None) -> Weights:
    """Return the weights of a search for balance, where those of protected attributes are so many times their own.

    With a `price` it is a search for balance and wishes: what an avoidable pair weighs against 10 a rank of a wish.
    In the judgement the tiers come one after the other, with the wishes behind or beside what is not protected (see
    SplitRules.balance).
    """
    between = problem.balance
    last = 4 * len(problem.ids) + 1
    if between == 100:
        other, past, wish = 5 * last, last, 1
    elif between == 0:
        other, past, wish = 5, 1, APART
    else:
        other, past, wish = 5 * between, between, 5 * (100 - between)
    shield = APART * max(other, wish)
    judged = {Tier.HARD: APART * shield, Tier.PROTECTED: shield, Tier.OTHER: other, Tier.ROUND: past}
    pair = PAIR if price is None else price
    sought = {
        Tier.HARD: HEAVY,
        Tier.PROTECTED: max(pair, PAIR) * protected,
        Tier.OTHER: pair,
        Tier.ROUND: max(1, pair // 5),
    }
    return Weights(
        search=tuple(sought[one.tier] * one.weight for one in problem.spreads),
        search_wish=0 if price is None else 10,
        score=tuple(judged[one.tier] * one.weight for one in problem.spreads),
        score_wish=0 if price is None else wish,
    )
