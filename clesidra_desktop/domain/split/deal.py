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
    weight = [sum(table.weights.search[one] * len(table.bearers[one]) for one in spreads) for spreads in table.spreads]
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
        self._counts = [[0] * table.groups for _ in table.bearers]
        self._floor, self._larger = divmod(len(table.problem.ids), table.groups)
        self._seated = self._ahead = 0  # how many people, and groups that have one more than the floor

    def seat(self, units: Iterable[int], group: int) -> None:
        for unit in units:
            self._group[unit] = group
            self._seated += 1
            self._ahead += self._sizes[group] == self._floor
            self._sizes[group] += 1
            for place in self._table.spreads[unit]:
                self._counts[place][group] += 1

    def seat_best(self, units: tuple[int, ...]) -> bool:
        """Seat units in the group where they cost least; return False where none has room."""
        search = self._table.weights.search
        rows = [(search[place], self._counts[place]) for unit in units for place in self._table.spreads[unit]]
        best, least, ties = -1, 0, 0
        for group in self._open(len(units)):
            sum_ = 0
            for weight, row in rows:
                sum_ += weight * row[group]
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
        full = self._table.problem.seats
        if self._table.problem.even:
            full = self._floor + (self._ahead < self._larger)
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
        seats = self._table.problem.seats
        empty = [group for group, size in enumerate(self._sizes) for _ in range(seats - size)]
        return [*self._group[: len(self._table.problem.ids)], *empty]
