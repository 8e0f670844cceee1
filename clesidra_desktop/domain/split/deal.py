"""The first seating: minimization (Pocock and Simon, Biometrics 31, 1975).

Those who are fixed sit already; blocks come first, then people with the heaviest and most common spreads. Each goes
to the group in which these are rarest, of those that are not ahead of the others in size. Ties fall by the draw.
"""

from collections.abc import Iterable
from random import Random

from clesidra_desktop.domain.split.table import Table, shuffled


def deal(table: Table, draw: Random) -> bool:
    """Seat everybody; return False where a block found no group with room for it."""
    dealer = _Dealer(table, draw)
    problem = table.problem
    for unit, group in problem.fixed.items():
        dealer.seat([unit], group)
    blocks = dict(enumerate(problem.blocks))
    for place in sorted(shuffled(list(blocks), draw), key=lambda place: -len(blocks[place])):
        if not dealer.seat_best(blocks[place]):
            return False
    heavy = [weight * len(own) for weight, own in zip(table.weights.search, table.bearers, strict=True)]
    weight = [sum([heavy[one] for one in spreads]) for spreads in table.spreads]
    singles = [unit for unit in range(len(problem.ids)) if table.free[unit]]
    for unit in sorted(shuffled(singles, draw), key=lambda unit: -weight[unit]):
        if not dealer.seat_best((unit,)):
            return False
    table.seat_all(dealer.with_empty_seats())
    return True


class _Dealer:
    def __init__(self, table: Table, draw: Random) -> None:
        self._table = table
        self._draw = draw
        self._group = [-1] * table.problem.units
        self._sizes = [0] * table.groups
        self._costs = [[0] * table.groups for _ in table.bearers]  # of a pair with those who sit there, by spread
        self._floor, self._larger = divmod(len(table.problem.ids), table.groups)
        self._spreads, self._weights = table.spreads, table.weights.search
        self._seats, self._even = table.problem.seats, table.problem.even
        self._seated = self._ahead = 0  # how many people, and groups that have one more than the floor

    def seat(self, units: Iterable[int], group: int) -> None:
        costs, weights = self._costs, self._weights
        for unit in units:
            self._group[unit] = group
            self._seated += 1
            self._ahead += self._sizes[group] == self._floor
            self._sizes[group] += 1
            for place in self._spreads[unit]:
                costs[place][group] += weights[place]

    def seat_best(self, units: tuple[int, ...]) -> bool:
        """Seat units in the group where they cost least; return False where none has room."""
        costs = self._costs
        rows = [costs[place] for unit in units for place in self._spreads[unit]]
        sums = list(map(sum, zip(*rows, strict=True))) if rows else [0] * len(self._sizes)
        best, least, ties = -1, 0, 0
        for group in self._open(len(units)):
            sum_ = sums[group]
            if best < 0 or sum_ < least:
                best, least, ties = group, sum_, 1
            elif sum_ == least:
                ties += 1
                if self._draw.random() * ties < 1:
                    best = group
        if best < 0:
            return False
        self.seat(units, best)
        return True

    def _open(self, count: int) -> list[int]:
        """Return the groups with room for so many that stay even, or with room at all where sizes need not be even."""
        sizes = self._sizes
        full = self._floor + (self._ahead < self._larger) if self._even else self._seats
        if count > 1:
            return [group for group, size in enumerate(sizes) if size + count <= full]
        level = self._seated // len(sizes)
        behind = [group for group, size in enumerate(sizes) if size <= level and size < full]
        if behind:
            return behind
        fewest = min((size for size in sizes if size < full), default=full)
        return [group for group, size in enumerate(sizes) if size == fewest < full]

    def with_empty_seats(self) -> list[int]:
        """Return the group of every unit."""
        empty = [group for group, size in enumerate(self._sizes) for _ in range(self._seats - size)]
        return [*self._group[: len(self._table.problem.ids)], *empty]
