"""What a keystroke costs while somebody types in an answer of 2,000 lines, at a workshop of 1,000 attendants.

Figures are processor time, and judged only against one another in the same run.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import pytest
from sqlalchemy import func, select

from clesidra_desktop.domain.outline import Node, Outline, OutlineStyle
from clesidra_desktop.domain.outline_editing import Selection, indent, move_up, split
from clesidra_desktop.domain.outline_lines import from_lines, to_lines
from clesidra_desktop.services.answers import find_answer, record_answer
from clesidra_desktop.services.workshops import import_workshop
from clesidra_desktop.storage import Database, open_database
from clesidra_desktop.storage.tables.journal import JournalRow
from clesidra_desktop.storage.workshops import edit_workshop
from tests.helpers.builders import attendants, workshop

LINES = 2_000
MADE = workshop(attendants=attendants(1_000), groups=(), answers=())


def text(typed: str = "") -> Outline:
    """Return 2,000 points, with something typed in the middle."""
    return tuple(
        Node(f"Point {number} ពួកគេចង់ឃើញសហគមន៍{typed if number == LINES // 2 else ''}", OutlineStyle.BULLET)
        for number in range(LINES)
    )


def cost(work: Callable[[], object], times: int = 5) -> float:
    """Return the least processor time, in seconds, of some runs."""
    spent = []
    for _ in range(times):
        begun = process_time()
        work()
        spent.append(process_time() - begun)
    return min(spent)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A database with the workshop and its long answer."""
    opened = open_database(tmp_path / "workshops.db")
    import_workshop(opened, MADE, {}, who="Bopha")
    version = find_answer(opened, MADE.id, "s1", "q1").version
    record_answer(opened, MADE.id, "s1", "q1", text(), version=version, who="Bopha")
    yield opened
    opened.close()


def test_a_keystroke_is_cheap_beside_the_whole_workshop(database: Database) -> None:
    version = find_answer(database, MADE.id, "s1", "q1").version
    typed = ""

    def keystroke() -> None:
        nonlocal version, typed
        typed += "x"
        version, _ = record_answer(database, MADE.id, "s1", "q1", text(typed), version=version, who="Bopha")

    def whole_workshop() -> None:
        with database.transaction(deed="save", who="Bopha", workshop_id=MADE.id) as session:
            edit_workshop(session, MADE.id, lambda made: made, {})

    one, whole = cost(keystroke, 20), cost(whole_workshop, 3)
    print(f"\nkeystroke in {LINES} lines: {one * 1000:.1f} ms; the whole workshop: {whole * 1000:.1f} ms", end="")
    assert whole >= 4 * one


def test_a_keystroke_leaves_little_in_the_journal(database: Database) -> None:
    with database.session() as session:
        before = session.scalar(select(func.sum(func.length(JournalRow.rows)))) or 0
    version = find_answer(database, MADE.id, "s1", "q1").version
    for number in range(10):
        version, _ = record_answer(database, MADE.id, "s1", "q1", text("x" * number), version=version, who="Bopha")
    with database.session() as session:
        grown = ((session.scalar(select(func.sum(func.length(JournalRow.rows)))) or 0) - before) / 10
    size = sum(len(node.text) for node in text())
    print(f"\njournal of a keystroke: {grown:.0f} characters, of {size} in the answer", end="")
    assert grown < size / 50


@pytest.mark.parametrize("key", [split, indent, move_up])
def test_a_key_costs_little_beside_reading_the_outline_anew(key: Callable[..., object]) -> None:
    lines = to_lines(text())
    one = cost(lambda: [key(lines, Selection.cursor(LINES // 2, 3)) for _ in range(100)]) / 100
    anew = cost(lambda: to_lines(from_lines(lines)))
    print(f"\n{key.__name__}: {one * 1e6:.0f} µs; the outline anew: {anew * 1e6:.0f} µs", end="")
    assert anew >= 50 * one
