"""Reports across workshops: whom they reached, each person once, and who may be one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.quotas import QuotaResult, quota_result
from clesidra_desktop.domain.report_words import khmer_names, reported_age, same_categories, shown_names
from clesidra_desktop.domain.reports import (
    Attendance,
    Due,
    Filters,
    Held,
    PeopleRange,
    Report,
    count_report,
    least_people,
)
from clesidra_desktop.domain.workshop import Flag, Quota, QuotaAttribute, Sex, WayForward
from clesidra_desktop.services.doubles import IN_DIRECTORY, Compared
from clesidra_desktop.storage.database import Database
from clesidra_desktop.storage.directory import load_people
from clesidra_desktop.storage.people import pairs_told_apart
from clesidra_desktop.storage.reports import (
    Listed,
    load_category_labels,
    load_held,
    load_listed,
    load_quotas,
    load_same_as,
    load_ways,
)

STEPS = 2000
"""Attendances between two calls of the progress."""

COLUMNS = {
    QuotaAttribute.SEX: "sex",
    QuotaAttribute.CATEGORY: "category",
    QuotaAttribute.AGE_GROUP: "age_group",
    QuotaAttribute.ORGANIZATION: "organization",
    QuotaAttribute.PROVINCE: "province",
}
"""Where a row of a list has the attribute of a quota; flags are several."""


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """The programmes and places that there are to choose from, and the years in which workshops were."""

    programmes: tuple[str, ...]
    places: tuple[str, ...]
    years: tuple[int, ...]


def report_choices(database: Database) -> ReportChoices:
    """Return what a report can be narrowed to."""
    with database.session() as session:
        held = _shown_alike(load_held(session))
    return ReportChoices(
        programmes=tuple(sorted({one.programme for one in held if one.programme}, key=str.casefold)),
        places=tuple(sorted({one.place for one in held if one.place}, key=str.casefold)),
        years=tuple(sorted({one.starts.year for one in held if one.starts}, reverse=True)),
    )


def make_report(database: Database, filters: Filters, today: date) -> Report:
    """Return a report. `today` says which ways forward are late."""
    return read_for_report(database, filters).report(today)


@dataclass(frozen=True, slots=True)
class ReadForReport:
    """What a report counts, as it was read; counting it needs no database. Ids of `rows` are integers.

    `rows` are those who came, `invited` says how many others the lists have (`attendance.those_who_came`).
    """

    filters: Filters
    held: Sequence[Held]
    rows: Sequence[Listed]
    invited: int
    labels: Mapping[int, Mapping[str, str]]
    same_as: Mapping[int, int]
    quotas: Mapping[UUID, Sequence[Quota]]
    ways: Mapping[UUID, Sequence[WayForward]]

    def report(self, today: date, *, progress: Progress = no_progress) -> Report:
        """Count it; ten years of an office take a few seconds."""
        same, categories = _categories(self)
        counted = count_report(
            self.filters,
            self.held,
            _told(_attendances(self, categories), len(self.rows), progress),
            quotas=_measured(self, categories),
            invited=self.invited,
            ways={id_: [_due(way) for way in found] for id_, found in self.ways.items()},
            today=today,
        )
        return replace(counted, in_khmer=khmer_names(same))


def read_for_report(database: Database, filters: Filters) -> ReadForReport:
    """Read what a report counts, so that it can be counted on another thread."""
    with database.session() as session:
        held = _shown_alike(load_held(session))
        wanted = {one.id.int for one in held if filters.hold(one)}
        listed = [row for row in load_listed(session, filters.period) if row.workshop in wanted]
        recorded = {row.workshop for row in listed if row.came}
        came = [row for row in listed if row.came or row.workshop not in recorded]
        return ReadForReport(
            filters=filters,
            held=held,
            rows=came,
            invited=len(listed) - len(came),
            labels={id_.int: found for id_, found in load_category_labels(session).items()},
            same_as=load_same_as(session),
            quotas=load_quotas(session),
            ways=load_ways(session),
        )


def people_of_report(database: Database, report: Report) -> Compared:
    """Read the people whom a report counts, so that those who may be one are found on another thread."""
    with database.session() as session:
        people = tuple(load_people(session, [UUID(int=one) for one in report.people]))
        return Compared(people, frozenset(pairs_told_apart(session)), IN_DIRECTORY)


def range_of(report: Report, people: Compared, *, progress: Progress = no_progress) -> PeopleRange:
    """Return how many people a report reached at the least and at the most."""
    pairs = [(one.first.int, one.second.int) for one in people.doubles(progress=progress)]
    return PeopleRange(least_people(report.people, pairs), len(report.people), len(pairs))


def _shown_alike(held: Iterable[Held]) -> list[Held]:
    """Return workshops with one spelling of each place and programme."""
    known = list(held)
    places = shown_names({one.place for one in known})
    programmes = shown_names({one.programme for one in known})
    return [replace(one, place=places[one.place], programme=programmes[one.programme]) for one in known]


def _categories(read: ReadForReport) -> tuple[dict[tuple[str, str], str], dict[tuple[int, str], str]]:
    """Return what is shown for each category, by code and label, and by workshop and code."""
    coded = {(row.workshop, row.category) for row in read.rows}
    coded |= {
        (id_.int, quota.value)
        for id_, quotas in read.quotas.items()
        for quota in quotas
        if quota.attribute is QuotaAttribute.CATEGORY
    }
    pairs = {(id_, code): (code, read.labels.get(id_, {}).get(code, "")) for id_, code in coded}
    same = same_categories(pairs.values())
    return same, {key: same[pair] for key, pair in pairs.items()}


def _told(attendances: Iterable[Attendance], total: int, progress: Progress) -> Iterator[Attendance]:
    """Yield attendances, and tell from time to time how many there were."""
    for number, one in enumerate(attendances):
        if number % STEPS == 0:
            progress(number, total)
        yield one


def _attendances(read: ReadForReport, categories: Mapping[tuple[int, str], str]) -> Iterator[Attendance]:
    """Yield the rows of lists as they are counted."""
    provinces = shown_names({row.province for row in read.rows})
    sexes: dict[str | None, Sex | None] = {**{sex.value: sex for sex in Sex}, None: None}
    years = {one.id.int: one.starts.year if one.starts else None for one in read.held}
    for row in read.rows:
        person = row.person
        yield Attendance(
            row.workshop,
            row.number,
            None if person is None else read.same_as.get(person, person),
            sexes[row.sex],
            reported_age(row.birth_year, row.age_group, years[row.workshop]),
            categories[row.workshop, row.category],
            provinces[row.province],
            tuple(map(Flag, row.flags)) if row.flags else (),
        )


def _measured(read: ReadForReport, categories: Mapping[tuple[int, str], str]) -> dict[UUID, list[QuotaResult]]:
    """Return how the quotas of workshops stand, measured on those who came, as in the minutes.

    Categories are named as they are shown, so that those of several workshops are one.
    """
    attributes = {id_.int: {quota.attribute for quota in quotas} for id_, quotas in read.quotas.items()}
    totals: Counter[int] = Counter()
    having: Counter[tuple[int, QuotaAttribute, str]] = Counter()
    for row in read.rows:
        totals[row.workshop] += 1
        for attribute in attributes.get(row.workshop, ()):
            values = row.flags if attribute is QuotaAttribute.FLAGS else [getattr(row, COLUMNS[attribute]) or ""]
            having.update((row.workshop, attribute, value) for value in values)

    def result(id_: int, quota: Quota) -> QuotaResult:
        shown = quota
        if quota.attribute is QuotaAttribute.CATEGORY:
            shown = replace(quota, value=categories[id_, quota.value])
        unknown = having[id_, quota.attribute, ""]
        return quota_result(shown, having[id_, quota.attribute, quota.value], unknown, totals[id_])

    return {id_: [result(id_.int, quota) for quota in quotas] for id_, quotas in read.quotas.items()}


def _due(way: WayForward) -> Due:
    return Due(way.due_date, way.done)
