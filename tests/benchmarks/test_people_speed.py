"""Speed of what happens at the registration table while a queue waits, as ratios in the same run.

Times are of the processor, the least of several runs: whatever else the machine does can only add to them.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles
from time import process_time

import pytest

from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.people import attendant_of
from clesidra_desktop.services.attendants import mark_arrived
from clesidra_desktop.services.doubles import IN_DIRECTORY, likely_doubles
from clesidra_desktop.services.history import read_back
from clesidra_desktop.services.people_search import Findable, PeopleIndex
from clesidra_desktop.services.reread import reread
from clesidra_desktop.services.workshops import export_workshop, import_workshop
from clesidra_desktop.storage import open_database
from tests.benchmarks.people import people, typed
from tests.helpers import builders as make

FRAME = 0.016
"""Seconds of a frame at 60 frames a second: a key is answered before the next one is drawn."""

DIRECTORY = 100_000


def least(work: Callable[[], object], runs: int = 3) -> float:
    """Return the least processor time of some runs, in seconds."""
    times = []
    for _ in range(runs):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def test_every_key_is_answered_within_a_frame() -> None:
    known = list(people(DIRECTORY))
    index = PeopleIndex(Findable(one.id, one.name, "", one.phone, one.organization) for one in known)
    lines = [folded(f"{one.name} {one.phone} {one.organization}") for one in known]
    keys = list(typed(known, 80))
    times = [least(lambda key=key: index.find(key)) for key in keys]  # type: ignore[misc]

    def scan(text: str) -> list[int]:
        tokens = folded(text).split()
        return [place for place, line in enumerate(lines) if all(token in line for token in tokens)]

    floor = median(least(lambda key=key: scan(key), 1) for key in keys[:: len(keys) // 20])  # type: ignore[misc]
    slowest = quantiles(times, n=100)[-1]
    print(
        f"\n{len(keys)} keys over {DIRECTORY} people: median {median(times) * 1000:.2f} ms, 99th percentile "
        f"{slowest * 1000:.2f} ms; a plain scan {floor * 1000:.1f} ms",
        end="",
    )
    assert slowest < FRAME
    assert median(times) * 8 < floor


def test_doubles_are_found_without_comparing_everybody_with_everybody() -> None:
    few, many = list(people(2_000)), list(people(20_000))
    one, ten = (
        least(lambda known=known: likely_doubles(known, least=IN_DIRECTORY), 2)  # type: ignore[misc]
        for known in (few, many)
    )
    print(f"\ndoubles among 2,000: {one:.2f} s, among 20,000: {ten:.2f} s", end="")
    assert ten < 40 * one  # all pairs would be a hundred times as many


@pytest.mark.parametrize("count", [1000])
def test_one_arrival_costs_a_fraction_of_reading_the_workshop(tmp_path: Path, count: int) -> None:
    attendants = tuple(attendant_of(one, one.id) for one in people(count))
    shown = make.workshop(attendants=attendants, groups=())
    with open_database(tmp_path / "workshops.db") as database:
        import_workshop(database, shown, {}, who="Bopha")
        changes = mark_arrived(database, shown.id, [attendants[500].id], datetime(2026, 5, 6, 8), who="Bopha")
        whole = least(lambda: export_workshop(database, shown.id))
        part = least(lambda: reread(database, shown, changes), 5)
        state = least(lambda: read_back(database, shown.id, who="Bopha"), 5)
    print(
        f"\n{count} attendants: whole {whole * 1000:.1f} ms, one read again {part * 1000:.1f} ms, what was saved and "
        f"can be undone {state * 1000:.1f} ms",
        end="",
    )
    assert 10 * part < whole
    assert 10 * state < whole
