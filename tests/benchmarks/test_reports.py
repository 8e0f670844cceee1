"""How long a report across many workshops takes, beside merely reading the rows that it counts.

Times are of the processor, the least of several runs: whatever else the machine does can only add to them.
"""

import json
import random
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from time import process_time
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import insert, text

from clesidra_desktop.domain.report_periods import whole_year
from clesidra_desktop.domain.reports import Filters, Report
from clesidra_desktop.services.reports import make_report
from clesidra_desktop.storage.database import Database, open_database
from clesidra_desktop.storage.tables.attendants import AttendantRow
from clesidra_desktop.storage.tables.people import PersonRow
from clesidra_desktop.storage.tables.workshops import WorkshopRow

WORKSHOPS, ATTENDANTS, PEOPLE = 10_000, 30, 40_000
TODAY = date(2026, 11, 5)
FLOOR = """SELECT workshop_id, ordinal, person_id, sex, birth_year, age_group, category, organization, province, flags
FROM attendants"""


def least(work: Callable[[], object], runs: int = 3) -> float:
    """Return the least processor time of some runs, in seconds."""
    times = []
    for _ in range(runs):
        start = process_time()
        work()
        times.append(process_time() - start)
    return min(times)


def rows_of(kind: type[Any], defaults: dict[str, object], rows: Iterator[dict[str, object]]) -> list[dict[str, object]]:
    """Return rows for a bulk insert: what a row does not say is empty."""
    empty = {column.name: "" for column in kind.__table__.columns} | defaults
    return [empty | row for row in rows]


def workshops() -> Iterator[dict[str, object]]:
    """Yield workshops over ten years, in a few programmes and places."""
    for number in range(WORKSHOPS):
        starts = datetime(2017, 1, 2, 8) + timedelta(days=number * 3600 // WORKSHOPS)
        yield {
            "id": UUID(int=number + 1),
            "title": f"Workshop {number}",
            "programme_name": ("CLESIDRA", "Fisheries", None)[number % 3],
            "starts": starts,
            "ends": starts + timedelta(hours=9),
            "place": ("Kratie", "ក្រចេះ", "Ratanakiri", "Stung Treng")[number % 4],
        }


def attendants() -> Iterator[dict[str, object]]:
    """Yield the lists of the workshops."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    for number in range(WORKSHOPS):
        for ordinal, person in enumerate(chance.sample(range(PEOPLE), ATTENDANTS)):
            yield {
                "id": UUID(int=10**9 + number * 100 + ordinal),
                "workshop_id": UUID(int=number + 1),
                "ordinal": ordinal,
                "person_id": UUID(int=10**6 + person),
                "sex": ("F", "M", None)[person % 3],
                "birth_year": 1950 + person % 55 if person % 5 else None,
                "category": ("CBO", "GOV", "NGO", "")[person % 4],
                "province": ("Kratie", "ក្រចេះ", "Ratanakiri", "")[person % 4],
            }


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The database of an office with many workshops."""
    lists: dict[str, object] = {"extensions": {}, "flags": []}
    with open_database(Path(tmp_path_factory.mktemp("office") / "office.db")) as database:
        with database.transaction(deed="make_office", who="Bopha") as session:
            connection = session.connection()
            people: Iterator[dict[str, object]] = (
                {"id": UUID(int=10**6 + one), "same_as": None} for one in range(PEOPLE)
            )
            nobody = {"birth_year": None, "sex": None, "flags": []}
            connection.execute(insert(PersonRow), rows_of(PersonRow, nobody, people))
            of_workshop = {name: {} for name in ("programme_extensions", "team_extensions", "extensions")}
            lines = {name: [] for name in ("facilitator", "mc", "minute_taker", "objectives")}
            connection.execute(insert(WorkshopRow), rows_of(WorkshopRow, of_workshop | lines, workshops()))
            below = {"consent": None} | lists
            connection.execute(insert(AttendantRow), rows_of(AttendantRow, below, attendants()))
        yield database


def test_a_report_costs_little_more_than_reading_its_rows(office: Database) -> None:
    count = WORKSHOPS * ATTENDANTS

    def floor() -> None:
        with office.session() as session:
            for row in session.connection().execute(text(FLOOR)):
                json.loads(row[-1])

    reading = least(floor)
    made: list[Report] = []
    everything = least(lambda: made.append(make_report(office, Filters(), TODAY)), 2)
    year = least(lambda: make_report(office, Filters(whole_year(2025)), TODAY), 2)
    print(
        f"\n{WORKSHOPS} workshops, {count} attendances: report {everything:.2f} s, of one year {year:.2f} s; "
        f"reading the rows {reading:.2f} s",
        end="",
    )
    assert made[0].attendances == count
    assert everything < 12 * reading
    assert year < everything / 3
