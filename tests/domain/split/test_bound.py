"""The bound is what an exhaustive search finds to be the least, or below it."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from clesidra_desktop.domain.split.bound import bounds, cost
from clesidra_desktop.domain.split.problem import Problem, Spread, Tier


def problem(people: int, groups: int, fixed: dict[int, int], block: tuple[int, ...], bearers: int) -> Problem:
    seats = max(-(-people // groups), *(list(fixed.values()).count(group) for group in range(groups)))
    spread = Spread(Tier.OTHER, 1, tuple(range(bearers)))
    blocks = (block,) if block else ()
    return Problem((), groups, seats, True, (spread,), fixed, blocks, {}, 100)


def least(some: Problem, people: int) -> int:
    """Return the least cost over all ways of seating people."""
    (spread,) = some.spreads
    floor = len(spread.bearers) // some.groups
    found = []
    for seat in product(range(some.groups), repeat=people):
        sizes = [seat.count(group) for group in range(some.groups)]
        if max(sizes) > some.seats or any(seat[one] != group for one, group in some.fixed.items()):
            continue
        if any(len({seat[one] for one in block}) > 1 for block in some.blocks):
            continue
        counts = [sum(seat[one] == group for one in spread.bearers) for group in range(some.groups)]
        found.append(sum(cost(count, floor) for count in counts))
    return min(found)


@given(st.integers(4, 7), st.integers(2, 3), st.data())
@settings(deadline=None, max_examples=60)
def test_nothing_is_below_the_bound(people: int, groups: int, data: st.DataObject) -> None:
    bearers = data.draw(st.integers(2, people))
    seats = -(-people // groups)
    fixed = data.draw(st.dictionaries(st.integers(0, people - 1), st.integers(0, groups - 1), max_size=seats))
    free = [one for one in range(people) if one not in fixed]
    block = tuple(free[: data.draw(st.integers(2, 3))]) if data.draw(st.booleans()) else ()
    block = block if len(block) > 1 and len(block) <= seats else ()
    some = problem(people, groups, fixed, block, bearers)
    room = [some.seats - list(fixed.values()).count(group) for group in range(groups)]
    if block and max(room) < len(block):
        return
    (bound,) = bounds(some)

    assert bound <= least(some, people)
    if not block:
        assert bound == least(some, people)
