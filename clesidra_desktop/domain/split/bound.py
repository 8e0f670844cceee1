"""The least cost that a spread can have whatever the search finds: what turns a result into a proof."""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heapreplace

from clesidra_desktop.domain.split.problem import Problem, Spread


def cost(count: int, floor: int) -> int:
    """Return the pairs of a group with so many bearers beyond the least, see `problem`."""
    return (count - floor) * (count - floor - 1) // 2


def bounds(problem: Problem) -> list[int]:
    """Return the least cost of every spread by itself, given who is fixed and who sits together.

    Water-filling: the fixed bearers are in their groups, and each other one goes where it adds least. As the cost is
    convex, nothing is cheaper. Bearers of one block that is not fixed go as one into the group that suits them best,
    the others around them; of several blocks only the largest is held together, so that it stays a lower bound.
    """
    if not problem.fixed and not problem.blocks:
        return [0] * len(problem.spreads)
    taken = [0] * problem.groups
    for group in problem.fixed.values():
        taken[group] += 1
    return [_bound(problem, spread, taken) for spread in problem.spreads]


def _bound(problem: Problem, spread: Spread, taken: Sequence[int]) -> int:
    groups = problem.groups
    floor, rest = divmod(len(spread.bearers), groups)
    fixed = [0] * groups
    for one in spread.bearers:
        if one in problem.fixed:
            fixed[problem.fixed[one]] += 1
    own = frozenset(spread.bearers)
    lump = max((len(own.intersection(block)) for block in problem.blocks), default=0)
    most = [problem.seats - (all_ - own_) for all_, own_ in zip(taken, fixed, strict=True)]
    if not any(fixed) and lump <= floor + (rest > 0) and min(most) > floor:
        return 0
    if lump <= 1:
        return _filled(fixed, most, len(spread.bearers), floor)
    with_lump = (
        [count + lump * (group == place) for group, count in enumerate(fixed)]
        for place in range(groups)
        if fixed[place] + lump <= most[place]
    )
    return min((_filled(counts, most, len(spread.bearers), floor) for counts in with_lump), default=0)


def _filled(counts: Iterable[int], most: Sequence[int], bearers: int, floor: int) -> int:
    """Return the cost after pouring bearers, one by one, into the group that has fewest and still has room."""
    counts = list(counts)
    total = sum(cost(count, floor) for count in counts)
    rising = [(count, group) for group, count in enumerate(counts) if count < most[group]]
    heapify(rising)
    for _ in range(bearers - sum(counts)):
        if not rising:
            break  # more bearers than seats: fixed people fill the groups beyond what is even
        count, group = rising[0]
        total += count - floor
        if count + 1 < most[group]:
            heapreplace(rising, (count + 1, group))
        else:
            heappop(rising)
    return total
