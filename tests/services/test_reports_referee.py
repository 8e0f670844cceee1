"""Reports against a referee that counts in the plainest way, on offices made by chance."""

import random
from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from clesidra_desktop.domain.report_periods import Period
from clesidra_desktop.domain.reports import Filters, Report
from clesidra_desktop.domain.workshop import Attendant, Flag, Programme, Sex, Workshop
from clesidra_desktop.services.merging import merge_people
from clesidra_desktop.services.reports import make_report
from clesidra_desktop.services.workshops import import_workshop
from clesidra_desktop.storage.database import Database, open_database
from clesidra_desktop.storage.tables.attendants import AttendantRow
from clesidra_desktop.storage.tables.people import PersonRow
from tests.helpers import builders as make

PLACES = (("Kratie", "ក្រចេះ", "kratie "), ("Kep", "កែប", "KEP"), ("", "", ""))
PROGRAMMES = (("Rivers", "rivers", "RIVERS "), ("Forest", "Forest", "forest"), ("", "", ""))
TODAY = date(2026, 6, 1)


def plain(text: str) -> str:
    """Return one spelling for all."""
    known = {"ក្រចេះ": "kratie", "កែប": "kep"}
    return known.get(text, text.strip().lower())


@dataclass
class Office:
    """The workshops, and who everybody is in the directory."""

    workshops: list[Workshop]
    people: dict[UUID, UUID | None]

    def rows(self, filters: Filters) -> list[tuple[Workshop, Attendant, UUID | None]]:
        """Return everybody who came, once at each workshop, the oldest workshop first."""
        rows = []
        for workshop in sorted(filter(filters_of(filters), self.workshops), key=order):
            came = [one for one in workshop.attendants if one.stays] or workshop.attendants
            once = {self.people[one.id] or one.id: one for one in came}
            rows += [(workshop, one, self.people[one.id]) for one in once.values()]
        return rows


def order(workshop: Workshop) -> tuple[datetime, str]:
    return workshop.starts or datetime.min, str(workshop.id)  # noqa: DTZ901 - days of workshops have no zone


def filters_of(filters: Filters) -> object:
    """Return whether a workshop is one of those that are asked for."""
    first, last = filters.period.first or date.min, filters.period.last or date.max

    def holds(one: Workshop) -> bool:
        in_time = filters.period == Period() or bool(one.starts and first <= one.starts.date() <= last)
        asked = ((filters.programme, programme_of(one)), (filters.place, plain(one.place)))
        return in_time and all(not wanted or plain(wanted) == has for wanted, has in asked)

    return holds


def programme_of(workshop: Workshop) -> str:
    return plain(workshop.programme.name) if workshop.programme else ""


def open_office(database: Database, chance: random.Random) -> Office:
    """Make an office: people who meet again, lists with arrivals and without, two who are one."""
    workshops = [workshop_of(number, chance) for number in range(1, 8)]
    for one in workshops:
        import_workshop(database, one, {}, who="Bopha")
    with database.session() as session:
        people = sorted(session.scalars(select(PersonRow.id)))
    for _ in range(3):
        kept, other = chance.sample(people, 2)
        people.remove(other)
        merge_people(database, kept, other, who="Bopha")
    with database.session() as session:
        same = {row.id: row.same_as for row in session.execute(select(PersonRow.id, PersonRow.same_as))}
        known = {row.id: row.person_id for row in session.execute(select(AttendantRow.id, AttendantRow.person_id))}

    def root(person: UUID | None) -> UUID | None:
        return root(same[person]) if person and same[person] else person

    return Office(workshops, {id_: root(person) for id_, person in known.items()})


def workshop_of(number: int, chance: random.Random) -> Workshop:
    has_times = chance.random() < 0.6
    met = chance.sample(range(20), chance.randint(3, 10))
    starts = datetime(chance.choice((2025, 2026)), chance.randint(1, 12), chance.randint(1, 28), 8)
    programme = chance.choice(chance.choice(PROGRAMMES))
    return make.workshop(
        id=make.identity(number),
        starts=None if chance.random() < 0.1 else starts,
        ends=starts + timedelta(days=chance.randint(0, 2)),
        place=chance.choice(chance.choice(PLACES)),
        programme=Programme(name=programme) if programme else None,
        attendants=tuple(
            make.attendant(
                number * 100 + place,
                name=f"Person {chr(97 + one) * 3}",
                phone=f"01200{one:04}",
                sex=chance.choice((*Sex, None)),
                category=chance.choice(("CBO", "")),
                flags=tuple(chance.sample(list(Flag), chance.randint(0, 2))),
                stays=(make.stay(make.at(8)),) if has_times and chance.random() < 0.6 else (),
            )
            for place, one in enumerate([*met, met[0]])
        ),
        groups=(),
        ways_forward=(),
    )


@pytest.mark.parametrize("seed", range(4))
def test_a_report_says_what_plain_counting_says(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    with open_database(tmp_path / "office.db") as database:
        office = open_office(database, chance)
        for _ in range(8):
            period = Period(
                chance.choice((None, date(2025, 6, 30))), chance.choice((None, date(2026, 6, 15), date(2025, 12, 31)))
            )
            filters = Filters(period, chance.choice(("", "Rivers", "forest")), chance.choice(("", "Kratie", "Kep")))
            compare(make_report(database, filters, TODAY), office, filters)


def compare(report: Report, office: Office, filters: Filters) -> None:
    rows = office.rows(filters)
    reached: dict[UUID, list[tuple[Workshop, Attendant]]] = {}
    for workshop, attendant, person in rows:
        if person:
            reached.setdefault(person, []).insert(0, (workshop, attendant))  # the latest first
    workshops = [one for one in office.workshops if filters_of(filters)(one)]  # type: ignore[operator]
    came = [[one for one in each.attendants if one.stays] or each.attendants for each in workshops]
    assert report.workshops == len(workshops)
    assert report.attendances == len(rows)
    assert report.outside == sum(person is None for *_, person in rows)
    assert report.invited == sum(len(each.attendants) for each in workshops) - sum(map(len, came))
    sexes = Counter(next((one.sex for _, one in own if one.sex), None) for own in reached.values())
    assert dict(report.everybody.people) == dict(sexes)
    flags = {flag: sum(flag in own[0][1].flags for own in reached.values()) for flag in Flag}
    assert {Flag(line.key): line.total for line in report.flags if line.total} == {k: v for k, v in flags.items() if v}
    programmes = [{programme_of(workshop) for workshop, _ in own} for own in reached.values()]
    assert {plain(line.key): line.total for line in report.programmes} == {
        name: sum(name in own for own in programmes) for name in map(programme_of, workshops)
    }
    assert report.several == sum(len(own) > 1 for own in programmes)
    assert sum(step.new for step in report.stretches) == len(reached)
    assert sum(step.attendances for step in report.stretches) == len(rows)
