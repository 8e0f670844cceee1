"""Reports across the workshops of a database: each person once, however often, and whoever was merged."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from clesidra_desktop.domain.attendance import those_who_came
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.quotas import measure_quota
from clesidra_desktop.domain.report_periods import whole_year
from clesidra_desktop.domain.reports import Filters, Report
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.services.anonymize import anonymize_person
from clesidra_desktop.services.doubles import tell_apart
from clesidra_desktop.services.merging import merge_people, unmerge_people
from clesidra_desktop.services.reports import (
    make_report,
    people_of_report,
    range_of,
    read_for_report,
    report_choices,
)
from clesidra_desktop.services.ways_forward import finish_way_forward
from clesidra_desktop.services.workshops import import_workshop
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.tables.attendants import AttendantRow
from tests.helpers import builders as make
from tests.helpers.offices import TODAY, open_office


@pytest.fixture
def office(database: Database) -> list[Workshop]:
    return open_office(database)


def report(database: Database, **filters: object) -> Report:
    return make_report(database, Filters(**filters), TODAY)  # type: ignore[arg-type]


def people_of(workshops: list[Workshop]) -> set[tuple[str, str]]:
    return {(one.name, one.phone) for workshop in workshops for one in those_who_came(workshop)}


def came(workshops: list[Workshop]) -> int:
    return sum(len(those_who_came(one)) for one in workshops)


def test_people_are_counted_once_across_workshops(database: Database, office: list[Workshop]) -> None:
    counted = report(database)
    assert counted.workshops == len(office)
    assert counted.everybody.total == len(people_of(office))
    assert counted.attendances == came(office)
    assert counted.outside == 0


def test_a_period_a_programme_and_a_place_narrow_it(database: Database, office: list[Workshop]) -> None:
    year = report(database, period=whole_year(2026))
    assert year.everybody.total == len(people_of([one for one in office if one.starts and one.starts.year == 2026]))
    programme = report(database, programme="mekong fisheries")
    fisheries = [one for one in office if one.programme and one.programme.name == "Mekong Fisheries"]
    assert (programme.workshops, programme.everybody.total) == (len(fisheries), len(people_of(fisheries)))
    place = report(database, place="Stung Treng")
    assert place.workshops == sum(one.place == "ស្ទឹងត្រែង" for one in office) > 0


@pytest.mark.usefixtures("office")
def test_places_and_categories_of_both_languages_are_one(database: Database) -> None:
    counted = report(database)
    assert counted.places == ("Kratie", "Ratanakiri", "Stung Treng")
    shown = [line.key for line in counted.categories]
    assert shown == ["Community Forestry", "Fishery Community", "Local authorities", "NGOs", ""]
    assert counted.category("NGOs", Language.KHMER) == "អង្គការក្រៅរដ្ឋាភិបាល"
    assert {line.key for line in counted.provinces} == {"Kratie", "Ratanakiri", "Stung Treng", ""}


@pytest.mark.usefixtures("office")
def test_who_is_merged_is_one_person_and_comes_apart_again(database: Database) -> None:
    before = report(database)
    kept, other, third = (UUID(int=one) for one in sorted(before.people)[:3])
    merge_people(database, kept, other, who="Bopha")
    merge_people(database, third, kept, who="Bopha")
    after = report(database)
    assert after.everybody.total == before.everybody.total - 2
    assert after.attendances <= before.attendances
    unmerge_people(database, kept, who="Bopha")
    assert report(database).everybody.total == before.everybody.total - 1


def test_who_is_not_in_the_directory_is_a_line_of_its_own(database: Database, office: list[Workshop]) -> None:
    before = report(database)
    with database.transaction(deed="forget", who="Bopha") as session:
        for row in session.scalars(select(AttendantRow).where(AttendantRow.workshop_id == office[0].id)):
            row.person_id = None
    after = report(database)
    assert after.attendances == before.attendances
    assert after.outside == came(office[:1])
    assert after.everybody.total == len(people_of(office[1:]))


@pytest.mark.usefixtures("office")
def test_who_is_anonymized_is_still_counted(database: Database) -> None:
    before = report(database)
    anonymize_person(database, UUID(int=min(before.people)), who="Bopha")
    after = report(database)
    assert after.everybody.total + after.outside >= before.everybody.total
    assert after.attendances == before.attendances


def test_pairs_who_may_be_one_make_a_range_until_they_are_told_apart(
    database: Database, office: list[Workshop]
) -> None:
    known = those_who_came(office[0])[0]
    double = replace(known, id=make.identity(77_777), phone="", birth_year=None, organization=known.organization)
    workshop = make.workshop(id=make.identity(88), attendants=(double,), groups=(), starts=office[0].starts)
    import_workshop(database, workshop, {}, who="Bopha")
    counted = report(database)
    people = people_of_report(database, counted)
    doubles = people.doubles()
    found = range_of(counted, people)
    assert found.most == counted.everybody.total == len(people_of(office)) + 1
    assert found.pairs == len(doubles) > 0
    assert found.least < found.most

    for one in doubles:
        tell_apart(database, one.first, one.second, who="Bopha")
    told = range_of(counted, people_of_report(database, counted))
    assert (told.least, told.pairs) == (told.most, 0)


def test_quotas_stand_as_in_the_minutes(database: Database, office: list[Workshop]) -> None:
    found = {(one.held.id, one.result.quota.attribute): one.result for one in report(database).quotas}
    for workshop in office:
        for quota in workshop.quotas:
            expected = measure_quota(quota, those_who_came(workshop))
            result = found[workshop.id, quota.attribute]
            assert (result.having, result.total, result.unknown, result.missing) == (
                expected.having,
                expected.total,
                expected.unknown,
                expected.missing,
            )


def test_ways_forward_and_arrivals(database: Database, office: list[Workshop]) -> None:
    counted = report(database)
    assert (counted.ways.late, counted.ways.open, counted.ways.done) == (len(office), 2 * len(office), 0)
    assert make_report(database, Filters(), date(2026, 1, 1)).ways.late == 0
    way = next(one for one in office[0].ways_forward if one.due_date)
    finish_way_forward(database, office[0].id, way.id, date(2026, 1, 1), who="Bopha")
    done = report(database).ways
    assert (done.late, done.open, done.done) == (len(office) - 1, 2 * len(office), 1)
    assert counted.invited == sum(len(one.attendants) for one in office) - came(office) > 0


@pytest.mark.usefixtures("office")
def test_choices_are_what_there_is(database: Database) -> None:
    choices = report_choices(database)
    assert choices.programmes == ("CLESIDRA", "Mekong Fisheries")
    assert choices.places == ("Kratie", "Ratanakiri", "Stung Treng")
    assert choices.years == (2026, 2025)


def test_an_empty_database_has_an_empty_report(database: Database) -> None:
    counted = report(database)
    assert (counted.workshops, counted.everybody.total, counted.indicators) == (0, 0, ())
    assert range_of(counted, people_of_report(database, counted)).most == 0


def test_counting_tells_how_far_it_is_and_can_be_stopped(database: Database, office: list[Workshop]) -> None:
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_for_report(database, Filters()).report(TODAY, progress=stop)
    assert told == [(0, came(office))]
