"""Reports across workshops: whom they reached, each person once, and who may be one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from clesidra_desktop.domain.progress import Progress, no_progress
from clesidra_desktop.domain.quotas import QuotaResult, quota_result
from clesidra_desktop.domain.report_words import reported_age, same_categories, shown_names
from clesidra_desktop.domain.reports import Attendance, Due, Filters, Held, Report, count_report, least_people
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


@dataclass(frozen=True, slots=True)
class PeopleRange:
    """How many people were reached at the least and at the most, and how many pairs may be one."""

    least: int
    most: int
    pairs: int


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
    with database.session() as session:
        held = _shown_alike(load_held(session))
        wanted = {one.id: one for one in held if filters.hold(one)}
        labels = load_category_labels(session)
        same_as = load_same_as(session)
        rows = [row for row in load_listed(session, filters.period) if row.workshop in wanted]
        quotas = {id_: found for id_, found in load_quotas(session).items() if id_ in wanted}
        ways = {id_: [_due(way) for way in found] for id_, found in load_ways(session).items() if id_ in wanted}
    return count_report(
        filters,
        held,
        _attendances(rows, wanted, labels, same_as),
        quotas=_measured(rows, quotas),
        ways=ways,
        today=today,
    )


def people_of_report(database: Database, report: Report) -> Compared:
    """Read the people whom a report counts, so that those who may be one are found on another thread."""
    with database.session() as session:
        return Compared(
            tuple(load_people(session, report.people)), frozenset(pairs_told_apart(session)), IN_DIRECTORY
        )


def range_of(report: Report, people: Compared, *, progress: Progress = no_progress) -> PeopleRange:
    """Return how many people a report reached at the least and at the most."""
    pairs = [(one.first, one.second) for one in people.doubles(progress=progress)]
    return PeopleRange(least_people(report.people, pairs), len(report.people), len(pairs))


def _shown_alike(held: Iterable[Held]) -> list[Held]:
    """Return workshops with one spelling of each place and programme."""
    known = list(held)
    places = shown_names({one.place for one in known})
    programmes = shown_names({one.programme for one in known})
    return [replace(one, place=places[one.place], programme=programmes[one.programme]) for one in known]


def _attendances(
    rows: Sequence[Listed],
    held: Mapping[UUID, Held],
    labels: Mapping[UUID, Mapping[str, str]],
    same_as: Mapping[UUID, UUID],
) -> Iterator[Attendance]:
    """Yield the rows of lists as they are counted."""
    nothing: dict[str, str] = {}
    categories = same_categories({(row.category, labels.get(row.workshop, nothing).get(row.category, "")) for row in rows})
    provinces = shown_names({row.province for row in rows})
    sexes: dict[str | None, Sex | None] = {**{sex.value: sex for sex in Sex}, None: None}
    years = {id_: one.starts.year if one.starts else None for id_, one in held.items()}
    for row in rows:
        person = row.person
        yield Attendance(
            row.workshop,
            row.number,
            same_as.get(person, person) if person else None,
            sexes[row.sex],
            reported_age(row.birth_year, row.age_group, years[row.workshop]),
            categories[row.category, labels.get(row.workshop, nothing).get(row.category, "")],
            provinces[row.province],
            tuple(map(Flag, row.flags)) if row.flags else (),
            row.came,
        )


def _measured(rows: Iterable[Listed], quotas: Mapping[UUID, Sequence[Quota]]) -> dict[UUID, list[QuotaResult]]:
    """Return how the quotas of workshops stand, measured as at the workshop itself."""
    totals: Counter[UUID] = Counter()
    having: Counter[tuple[UUID, QuotaAttribute, str]] = Counter()
    for row in rows:
        if row.workshop not in quotas:
            continue
        totals[row.workshop] += 1
        for attribute in {quota.attribute for quota in quotas[row.workshop]}:
            values = row.flags if attribute is QuotaAttribute.FLAGS else [getattr(row, COLUMNS[attribute]) or ""]
            having.update((row.workshop, attribute, value) for value in values)
    return {
        id_: [
            quota_result(
                quota,
                having[id_, quota.attribute, quota.value],
                having[id_, quota.attribute, ""],
                totals[id_],
            )
            for quota in of_workshop
        ]
        for id_, of_workshop in quotas.items()
    }


def _due(way: WayForward) -> Due:
    return Due(way.due_date)
