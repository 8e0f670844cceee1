"""Speed and quality of splits into groups, beside HiGHS in the same run; `make bench` prints the figures.

Seconds are processor time of a process of its own, the best of a few runs. Limits are generous: what else runs on the
machine can only add to them.
"""

import json
import statistics
import subprocess
import sys
from functools import cache

import pytest

SIZES = ((56, 5, 0.010), (120, 8, 0.030), (300, 12, 0.080), (1000, 40, 0.400))
"""People, groups, and the seconds that a split may take."""

NOISE = 3
"""How many times longer a shared machine may take."""

RATIO_NOISE = 1.15
"""How much a ratio of two figures that are measured one after the other may be off on a shared machine."""


@cache
def figures(what: str, who: str, people: int, groups: int, lists: int, runs: int = 3) -> tuple[dict[str, float], ...]:
    """Return the figures of so many lists; see `tests.benchmarks.groups`."""
    arguments = map(str, (what, who, people, groups, lists, runs))
    command = [sys.executable, "-m", "tests.benchmarks.groups", *arguments]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    found = tuple(json.loads(done.stdout.splitlines()[-1]))
    seconds = [one["seconds"] for one in found]
    print(
        f"\n{what:>8} {who:>6} {people:>5}/{groups:<3} {lists:>3} lists: median {statistics.median(seconds):8.4f} s, "
        f"worst {max(seconds):8.4f} s, imbalance at most {max(one['imbalance'] for one in found)}",
        end="",
    )
    assert not any(one["broken"] for one in found)
    return found


def median(found: tuple[dict[str, float], ...]) -> float:
    return statistics.median(one["seconds"] for one in found)


@pytest.mark.parametrize(("people", "groups", "limit"), SIZES)
def test_lists_of_an_office_are_perfect_at_once(people: int, groups: int, limit: float) -> None:
    found = figures("office", "ours", people, groups, 20)
    assert all(one["imbalance"] == 0 for one in found)
    assert median(found) < NOISE * limit


def test_a_solver_is_as_good_and_takes_much_longer() -> None:
    """HiGHS solves the same problem: the least imbalance, and the proof that there is none less."""
    lists = {56: 20, 120: 10, 300: 3, 1000: 1}
    mine = [median(figures("office", "ours", people, groups, 20)) for people, groups, _ in SIZES]
    solver = [median(figures("office", "highs", people, groups, lists[people], 1)) for people, groups, _ in SIZES]
    ratios = [peer / own for peer, own in zip(solver, mine, strict=True)]
    print(f"\n         HiGHS takes {', '.join(f'{ratio:.0f}' for ratio in ratios)} times as long", end="")
    assert min(ratios) > 20 / RATIO_NOISE
    assert sum(solver) > 20 * sum(mine)


@pytest.mark.parametrize("people", [55, 56])
def test_lists_without_any_slack_are_perfect_in_a_second(people: int) -> None:
    found = figures("tight", "ours", people, 5, 20, 1)
    assert all(one["imbalance"] == 0 for one in found)
    assert max(one["seconds"] for one in found) < NOISE


def test_wishes_cost_little_more_than_the_proven_optimum() -> None:
    mine = figures("wishes", "ours", 56, 5, 20, 1)
    optimum = figures("wishes", "highs", 56, 5, 20, 1)
    ratios = [own["wishes"] / best["wishes"] for own, best in zip(mine, optimum, strict=True)]
    print(f"\n         wishes cost {statistics.mean(ratios):.3f} times the optimum, {max(ratios):.3f} at most", end="")
    assert all(one["imbalance"] == 0 for one in (*mine, *optimum))
    assert min(ratios) >= 1
    assert max(ratios) <= 1.2
    assert median(mine) < NOISE
