"""The search for a better seating: swaps that mend what is uneven, with a memory of what was just done.

Min-conflicts tabu search: it takes an uneven cell or, where wishes are searched, somebody who would rather sit
elsewhere, looks at all swaps that mend it, and makes the one that costs least, even if that is worse than before. Who
has just left a group does not come back for a few steps, unless that is better than anything found so far.

The work is counted and not timed, with whole numbers only, so that every computer takes the same steps.
"""

from collections.abc import Sequence
from random import Random

from clesidra_desktop.domain.split.table import Table

STEP = 60
"""The work of a step besides the swaps that it looks at, in swaps."""

TARGETS = 6
"""How many groups a step looks at for the other side of a swap."""

IDLE = 60
"""After so many steps without anything better, a block changes its group."""

Places = tuple[list[int], int, int]
"""Units, the group in which they sit, and a group that they may change to."""


class Search:
    """A search at a table; `best` is the seating with the least score so far and `least` its score."""

    def __init__(self, table: Table, draw: Random) -> None:
        self.table = table
        self.best: list[int] = []
        self.least = 0
        self._draw = draw.random

    def run(self, work: int, target: int, *, mend: float = 1.0) -> int:
        """Search until the score is the target or the work is done; return the work that was done.

        `mend` is the share of the steps that mend an uneven cell while there is one; the others go to wishes.
        """
        table = self.table
        self._tabu: dict[int, int] = {}
        self._step = 0
        self._cost = self._least_cost = 0
        self._keep()
        wishing = bool(table.wishes)
        tenure, spread = (1, 3) if wishing else (3, 6)
        done = idle = 0
        while table.score > target and done < work:
            self._step += 1
            done += STEP + table.problem.units
            if table.problem.blocks and idle >= IDLE:
                idle = 0
                self._change_block()
            places = self._places(mend) if table.uneven or wishing else []
            if not places and not wishing and not table.problem.blocks:
                break
            looked, swap = self._look(places)
            done += looked
            idle += 1
            if swap is None:
                continue
            change, one, other = swap
            source, target_group = table.group[one], table.group[other]
            table.swap(one, other)
            self._cost += change
            self._least_cost = min(self._least_cost, self._cost)
            until = self._step + tenure + int(self._draw() * spread)
            self._tabu[one * table.groups + source] = self._tabu[other * table.groups + target_group] = until
            if table.score < self.least:
                self._keep()
                idle = 0
        return done

    def _keep(self) -> None:
        if not self.best or self.table.score < self.least:
            self.best, self.least = self.table.group[:], self.table.score

    def _places(self, mend: float) -> list[Places]:
        table = self.table
        if table.uneven and (mend == 1.0 or self._draw() < mend):
            return self._places_of_cell(table.uneven[int(self._draw() * len(table.uneven))])
        if not table.wishes:
            return []
        unhappy = [
            unit for unit, ranks in table.wishes.items() if table.free[unit] and ranks[table.group[unit]] > min(ranks)
        ]
        if not unhappy:
            return []
        unit = unhappy[int(self._draw() * len(unhappy))]
        ranks, own = table.wishes[unit], table.group[unit]
        return [([unit], own, group) for group in range(table.groups) if ranks[group] < ranks[own]]

    def _places_of_cell(self, cell: int) -> list[Places]:
        """Return who may leave a group that has too many of a spread, or come to one that has too few."""
        table = self.table
        place, group = divmod(cell, table.groups)
        row, floor = table.counts[place], table.floors[place]
        here = range(table.groups)
        free, seat = table.free, table.group
        if row[group] > floor + 1:
            targets = [one for one in here if row[one] <= floor or row[one] < row[group] - 1]
            bearers = [unit for unit in table.bearers[place] if seat[unit] == group and free[unit]]
            return [(bearers, group, one) for one in self._few(targets, row, 1)]
        sources = self._few([one for one in here if row[one] > floor], row, -1)
        return [
            ([unit for unit in table.bearers[place] if seat[unit] == one and free[unit]], one, group) for one in sources
        ]

    def _few(self, groups: list[int], row: Sequence[int], sign: int) -> list[int]:
        if len(groups) <= TARGETS:
            return groups
        return [group for _, _, group in sorted((sign * row[group], self._draw(), group) for group in groups)][:TARGETS]

    def _look(self, places: Sequence[Places]) -> tuple[int, tuple[int, int, int] | None]:
        """Return how many swaps were looked at, and the cheapest one: its change in cost and the two units."""
        table, tabu, groups, step = self.table, self._tabu, self.table.groups, self._step
        own, draw = table.own, self._draw
        allowed = self._least_cost - self._cost
        looked, least, ties = 0, 0, 0
        found: tuple[int, int] | None = None
        for units, source, target in places:
            here, there, others = table.pull[source], table.pull[target], table.members[target]
            costs = [here[other] - there[other] + own[other] for other in others]
            looked += len(units) * len(others)
            for unit in units:
                change = there[unit] - here[unit] + own[unit]
                pairs = table.pairs(unit)
                changes = [cost - pairs[other] for cost, other in zip(costs, others, strict=True)]
                if found and changes and change + min(changes) > least:
                    continue
                barred = tabu.get(unit * groups + target, -1) >= step
                for other, rest in zip(others, changes, strict=True):
                    whole = change + rest
                    if found and whole > least:
                        continue
                    if whole >= allowed and (barred or tabu.get(other * groups + source, -1) >= step):
                        continue
                    if not found or whole < least:
                        found, least, ties = (unit, other), whole, 1
                    else:
                        ties += 1
                        if draw() * ties < 1:
                            found = (unit, other)
        return looked, (least, *found) if found else None

    def _change_block(self) -> None:
        """Let a block change seats with as many others, each of them the one whose going costs least."""
        table = self.table
        block = table.problem.blocks[int(self._draw() * len(table.problem.blocks))]
        source = table.group[block[0]]
        others = [group for group in range(table.groups) if group != source]
        if not others:
            return
        target = others[int(self._draw() * len(others))]
        mates = [one for one in table.problem.blocks if len(one) == len(block) and table.group[one[0]] == target]
        singles = len(table.members[target]) >= len(block)
        if not mates and not singles:
            return
        chosen = int(self._draw() * (len(mates) + singles))
        for place, unit in enumerate(block):
            other = mates[chosen][place] if chosen < len(mates) else self._cheapest(unit, source, target)
            table.swap(unit, other)
        self._cost = self._least_cost = 0  # what was cheapest so far says nothing about where the search is now

    def _cheapest(self, unit: int, source: int, target: int) -> int:
        table = self.table
        here, there, pairs = table.pull[source], table.pull[target], table.pairs(unit)
        return min(
            table.members[target], key=lambda other: here[other] - there[other] + table.own[other] - pairs[other]
        )
