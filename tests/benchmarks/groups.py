"""Splits into groups by this program and by HiGHS, a solver of integer programs; run as a process of its own.

`python -m tests.benchmarks.groups WHAT WHO PEOPLE GROUPS LISTS RUNS` prints the figures of each list as JSON.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from clesidra_desktop.domain.split import split_workshop
from clesidra_desktop.domain.workshop import Workshop
from tests.helpers.crowds import crowd, office_list, skewed_wishes, tight_list
from tests.helpers.referee import avoidable, broken_rules, members, wish_cost

SLACK = 3
"""People too many or too few of a value in a group that the solver may think of."""


def even_sets(workshop: Workshop) -> list[list[int]]:
    """Return the sets of people, by place in the list, that are to be spread: everybody, and the bearers of values."""
    year = workshop.starts.year if workshop.starts else 0
    bearers: defaultdict[object, list[int]] = defaultdict(list)
    for place, one in enumerate(workshop.attendants):
        age = None if one.birth_year is None else (year - one.birth_year > 30) + (year - one.birth_year >= 50)
        bearers["size"].append(place)
        for value in (("age", age), ("sex", one.sex), ("category", one.category), ("province", one.province)):
            bearers[value].append(place)
        if one.organization:
            bearers["organization", one.organization].append(place)
    return [people for people in bearers.values() if len(people) > 1]


def highs(workshop: Workshop, *, wishes: bool) -> list[list[Any]]:
    """Split with HiGHS: the least imbalance, proven; with wishes the least cost of those that spread perfectly.

    The imbalance of a value in a group is 1, then 3, then 6 for one, two, three people too many or too few: the sum of
    slack variables that cost 1, 2, 3. With wishes the slack is left out: the floor or the ceiling of each share it is,
    and a list that cannot be spread perfectly has no solution.
    """
    import highspy

    keys = [sector.key for sector in workshop.sectors]
    wished = {wish.attendant: wish.sectors for wish in workshop.split.wishes} if wishes else {}
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("mip_rel_gap", 0.0)
    seats = []
    for one in workshop.attendants:
        own = wished.get(one.id, ())
        costs = [(own.index(key) if key in own else 4) if own else 0 for key in keys]
        seats.append([solver.addBinary(obj=float(cost)) for cost in costs])
    for row in seats:
        solver.addConstr(sum(row) == 1)
    for place_of, people in enumerate(even_sets(workshop)):
        steps = range(1, 1 if wishes or place_of == 0 else SLACK + 1)  # the sizes of groups are a hard rule
        for group in range(len(keys)):
            count = sum(seats[place][group] for place in people)
            more, fewer = ([solver.addVariable(0, 1, obj=float(cost)) for cost in steps] for _ in range(2))
            solver.addConstr(count + sum(fewer) >= len(people) // len(keys))
            solver.addConstr(count - sum(more) <= -(-len(people) // len(keys)))
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        raise RuntimeError(f"no solution: {solver.getModelStatus()}")
    values = solver.getSolution().col_value
    return grouped(workshop, [[values[seat.index] for seat in row] for row in seats])


def grouped(workshop: Workshop, values: Sequence[Sequence[float]]) -> list[list[Any]]:
    """Return the groups in which everybody sits where the value is highest."""
    groups: list[list[Any]] = [[] for _ in workshop.sectors]
    for one, row in zip(workshop.attendants, values, strict=True):
        groups[max(range(len(row)), key=row.__getitem__)].append(one.id)
    return groups


def ours(workshop: Workshop, seed: int) -> list[tuple[Any, ...]]:
    """Split with this program."""
    return members(split_workshop(workshop, seed))


def measured(workshop: Workshop, work: Callable[[], Any], runs: int) -> dict[str, float]:
    """Return the least seconds of a split, its imbalance, what its wishes cost, and how many hard rules it breaks."""
    seconds = []
    for _ in range(runs):
        started = time.process_time()
        groups = work()
        seconds.append(time.process_time() - started)
    return {
        "seconds": min(seconds),
        "imbalance": avoidable(workshop, groups),
        "wishes": wish_cost(workshop, groups),
        "broken": len(list(broken_rules(workshop, groups))),
    }


def workshop_of(what: str, people: int, groups: int, seed: int) -> Workshop:
    """Return a list to be split: such as an office has, with wishes, or tight."""
    if what == "tight":
        return crowd(tight_list(groups, people // groups, seed, people % groups), groups)
    listed = office_list(people, seed)
    return crowd(listed, groups, wishes=skewed_wishes(listed, groups, seed) if what == "wishes" else ())


WORK: dict[str, Callable[[Workshop, int], Any]] = {
    "ours": ours,
    "highs": lambda workshop, _: highs(workshop, wishes=bool(workshop.split.wishes)),
}


def main(what: str, who: str, people: int, groups: int, lists: int, runs: int) -> None:
    """Print the figures of so many lists as JSON."""
    WORK[who](workshop_of("office", 10, 2, 1), 0)  # what is imported or made once is not counted
    figures = []
    for seed in range(lists):
        workshop = workshop_of(what, people, groups, seed)
        figures.append(measured(workshop, lambda some=workshop, own=seed: WORK[who](some, own), runs))
    print(json.dumps(figures))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
