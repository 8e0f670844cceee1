"""From a problem to a seating: deals and searches, as many as the budget of work allows."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from clesidra_desktop.domain.split.bound import bounds
from clesidra_desktop.domain.split.deal import deal
from clesidra_desktop.domain.split.problem import Problem
from clesidra_desktop.domain.split.search import Search
from clesidra_desktop.domain.split.table import Table, weights_of

FIRST = 120_000
"""The work of the first search, in swaps looked at: some hundredths of a second. Each one after it has a third more."""

EVENING = 5_000_000
"""The work for balance until a search gives up, for up to 56 people: somewhat more than half a second."""

WISHING = 3_000_000
"""The work for wishes, for up to 56 people."""

USUAL_SIZE, LARGEST_FACTOR = 56, 4
"""Where more people may move there is more work in proportion, up to so many times; where fewer may, there is less."""

SHIELDS = (1, 1, 4, 1, 16)
"""How much heavier protected attributes weigh in the searches, in turn: the judgement puts them first in any case."""

TRADES = (15, 10, 15, 20)
"""What an avoidable pair weighs against 10 a rank of a wish in the searches, in turn. A low price lets the search
cross seatings that are uneven; what it finds is judged by the rules."""


Progress: TypeAlias = Callable[[int, int], None]
"""Is told how much of the work is done, and all of it at the most; a result may come earlier."""


@dataclass(frozen=True, slots=True)
class Seating:
    """The group of every unit, its score, the least score possible, and in how many searches it was found."""

    group: tuple[int, ...]
    score: int
    target: int
    tries: int


def solve(problem: Problem, seed: int, effort: float = 1.0, progress: Progress | None = None) -> Seating | None:
    """Return the best seating that is found, None where no deal finds room for those who sit together.

    The same problem and seed give the same one on every computer. `progress` is told of the work after every search,
    several times a second; what it raises ends the work.

    `effort` is a factor on the work.
    """
    return _Solver(problem, seed, effort, progress).solve()


class _Solver:
    def __init__(self, problem: Problem, seed: int, effort: float, progress: Progress | None) -> None:
        self._problem = problem
        self._draw = Random(f"split {seed}")  # noqa: S311 -- a draw that is to be repeated, not a secret
        self._bounds = bounds(problem)
        moving = len(problem.ids) - len(problem.fixed)
        self._factor = effort * min((moving + 1) / USUAL_SIZE, LARGEST_FACTOR)
        self._progress = progress
        self._total = int((EVENING + WISHING * bool(problem.wish_costs)) * self._factor)
        self._best: list[int] = []
        self._tries = 0

    def solve(self) -> Seating | None:
        table = Table(self._problem, weights_of(self._problem))
        score = self._balance(table)
        if score is None:
            return None
        target = self._target(table)
        even = score == target
        if self._problem.wish_costs and len(self._problem.fixed) < len(self._problem.ids):
            score = self._wish(table, even=even)
            target = self._target(table)
        return Seating(tuple(self._best), score, target, self._tries)

    def _tell(self, done: int) -> None:
        if self._progress:
            self._progress(min(done, self._total), self._total)

    def _target(self, table: Table) -> int:
        """Return the least score that the weights of a table allow."""
        weights, fixed = table.weights, self._problem.fixed
        wishes = sum(
            costs[fixed[unit]] if unit in fixed else min(costs) for unit, costs in self._problem.wish_costs.items()
        )
        uneven = sum(weight * least for weight, least in zip(weights.score, self._bounds, strict=True))
        return uneven + weights.score_wish * wishes

    def _balance(self, table: Table) -> int | None:
        """Deal and search until the target is reached or the work is done; return the score, None without a deal."""
        least: int | None = None
        left, work = int(EVENING * self._factor), float(FIRST)
        while left > 0:
            weights = weights_of(self._problem, protected=SHIELDS[self._tries % len(SHIELDS)])
            if weights != table.weights:
                table.weigh(weights)
            self._tries += 1
            if not deal(table, self._draw):
                left -= FIRST
                continue
            target = self._target(table)
            search = Search(table, self._draw)
            left -= search.run(min(int(work), left), target)
            self._tell(int(EVENING * self._factor) - left)
            work *= 4 / 3
            if least is None or search.least < least:
                least, self._best = search.least, search.best
            if least == target:
                break
        return least

    def _wish(self, table: Table, *, even: bool) -> int:
        """Search for wishes from the best seating on; return the score."""
        between = self._problem.balance
        fair = 10 * between // (100 - between) if between < 100 else max(TRADES)
        work = int(WISHING * self._factor) // len(TRADES)
        least, done = 0, int(EVENING * self._factor)
        for price in TRADES:
            table.weigh(weights_of(self._problem, price=max(1, min(price, fair))))
            table.seat_all(self._best)
            search = Search(table, self._draw)
            target = self._target(table)
            search.run(work, target, mend=1.0 if even else 0.6)
            done += work
            self._tell(done)
            self._tries += 1
            least, self._best = search.least, search.best
            if least == target:
                break
        return least
