"""The report across workshops as a spreadsheet: one sheet a table, with real numbers. Nobody is named in it."""

from collections.abc import Iterable
from datetime import datetime

from clesidra_desktop.domain.provinces import province_in
from clesidra_desktop.domain.report_periods import Step
from clesidra_desktop.domain.reports import Line, PeopleRange, Report
from clesidra_desktop.domain.workshop import Flag, QuotaAttribute, Sex
from clesidra_desktop.exchange.register import Words
from clesidra_desktop.exchange.spreadsheet import CellValue, Sheet, write_spreadsheet

SEXES = {Sex.FEMALE: "women", Sex.MALE: "men", Sex.OTHER: "other_sex", None: "unknown_sex"}
"""The columns of people; they are the same ones in every report, so that reports can be put below each other."""


def write_report_sheets(report: Report, words: Words, people: PeopleRange | None, *, created: datetime) -> bytes:
    """Return a report as XLSX; the same report, words and moment give the same bytes."""
    sheets = [
        _figures(report, words, people),
        _kinds(
            "report_by_age", "age_class", [(one.key or words("other_age"), one) for one in report.ages], report, words
        ),
        _kinds("report_by_category", "category", _categories(report.categories, report, words), report, words),
        _kinds(
            "report_by_province",
            "province",
            [(province_in(name, words.language), one) for name, one in _named(report.provinces, words)],
            report,
            words,
        ),
        _sheet(
            "report_by_flag", ("report_by_flag",), [((words(f"flag_{one.key}"),), one) for one in report.flags], words
        ),
        _time(report, words),
        _kinds("report_by_programme", "report_programme", _programmes(report.programmes, words), report, words),
        _indicators(report, words),
        _quotas(report, words),
        _ways(report, words),
        _crossed(report, words),
    ]
    return write_spreadsheet(sheets, title=words("report_title"), language=words.language, created=created)


def _named(lines: Iterable[Line], words: Words) -> list[tuple[str, Line]]:
    return [(line.key or words("not_recorded"), line) for line in lines]


def _categories(lines: Iterable[Line], report: Report, words: Words) -> list[tuple[str, Line]]:
    return [(report.category(line.key, words.language) or words("not_recorded"), line) for line in lines]


def _programmes(lines: Iterable[Line], words: Words) -> list[tuple[str, Line]]:
    return [(line.key or words("report_no_programme"), line) for line in lines]


def _figures(report: Report, words: Words, people: PeopleRange | None) -> Sheet:
    total = report.everybody.total
    rows: list[tuple[CellValue, ...]] = [
        (words("report_least"), people.least if people else None),
        (words("report_most"), total),
        *((words(key), report.everybody.people.get(sex, 0)) for sex, key in SEXES.items()),
        (words("report_attendances"), report.attendances),
        (words("report_not_in_directory"), report.outside),
        (words("report_workshops"), report.workshops),
        (words("report_days"), report.days),
        (words("report_places"), len(report.places)),
    ]
    return Sheet(title=words("report_figures"), header=(words("report_figures"), words("poll_count")), rows=rows)


def _sheet(
    title: str,
    first: tuple[str, ...],
    rows: Iterable[tuple[tuple[CellValue, ...], Line]],
    words: Words,
    total: Line | None = None,
) -> Sheet:
    """Return a sheet of lines: what they are of, the people by sex, all of them, the attendances."""
    cells = [(*names, *_counts(line)) for names, line in rows]
    totals = frozenset((len(cells),)) if total else frozenset[int]()
    if total:
        cells.append((words("total"), *(None for _ in first[1:]), *_counts(total)))
    header = (*first, *SEXES.values(), "report_people", "report_attendances")
    return Sheet(title=words(title), header=tuple(map(words, header)), rows=cells, totals=totals)


def _counts(line: Line) -> tuple[CellValue, ...]:
    return *(line.people.get(sex, 0) for sex in SEXES), line.total, line.attendances


def _kinds(title: str, kind: str, named: list[tuple[str, Line]], report: Report, words: Words) -> Sheet:
    return _sheet(title, (kind,), [((name,), line) for name, line in named], words, report.everybody)


def _time(report: Report, words: Words) -> Sheet:
    header = "report_time", "report_workshops", "report_attendances", "report_people", "report_new_people"
    rows: list[tuple[CellValue, ...]] = [
        (_step(one.step, words), one.workshops, one.attendances, one.people, one.new) for one in report.stretches
    ]
    total = report.everybody.total
    rows.append((words("total"), report.workshops, report.attendances, total, total))
    return Sheet(
        title=words("report_over_time"),
        header=tuple(map(words, header)),
        rows=rows,
        totals=frozenset((len(rows) - 1,)),
    )


def _step(step: Step | None, words: Words) -> str:
    if step is None:
        return words("report_no_date")
    return words("report_quarter", quarter=step.quarter, year=step.year) if step.quarter else str(step.year)


def _indicators(report: Report, words: Words) -> Sheet:
    rows: list[tuple[tuple[CellValue, ...], Line]] = []
    for one in report.indicators:
        of = one.programme or words("report_no_programme"), one.year or None
        rows += [((*of, name), line) for name, line in _categories(one.lines, report, words)]
        rows.append(((*of, words("total")), one.total))
    sheet = _sheet("report_indicators", ("report_programme", "report_year", "category"), rows, words)
    totals = frozenset(place for place, row in enumerate(sheet.rows) if row[2] == words("total"))
    return Sheet(title=sheet.title, header=sheet.header, rows=sheet.rows, totals=totals)


def _quotas(report: Report, words: Words) -> Sheet:
    header = (
        "report_quotas",
        "report_date",
        "report_workshop",
        "report_places",
        "report_having",
        "total",
        "poll_share",
        "report_goal",
    )
    rows: list[tuple[CellValue, ...]] = [
        (
            _quota(one.result.quota.attribute, report.category(one.result.quota.value, words.language), words),
            one.held.starts,
            one.held.title,
            province_in(one.held.place, words.language),
            one.result.having,
            one.result.total,
            one.result.share,
            one.result.quota.share,
        )
        for one in report.quotas
    ]
    return Sheet(title=words("report_quotas"), header=tuple(map(words, header)), rows=rows)


def _quota(attribute: QuotaAttribute, value: str, words: Words) -> str:
    if attribute is QuotaAttribute.SEX and value in set(Sex):
        return words(SEXES[Sex(value)])
    if attribute is QuotaAttribute.FLAGS and value in set(Flag):
        return words(f"flag_{value}")
    return province_in(value, words.language)


def _ways(report: Report, words: Words) -> Sheet:
    ways = report.ways
    rows: list[tuple[CellValue, ...]] = [
        (words("report_ways_done"), ways.done),
        (words("report_ways_open"), ways.open),
        (words("report_ways_late"), ways.late),
        (words("total"), ways.total),
    ]
    title = words("ways_forward")
    return Sheet(title=title, header=(title, words("poll_count")), rows=rows, totals=frozenset((3,)))


def _crossed(report: Report, words: Words) -> Sheet:
    unknown = words("not_recorded")
    rows: list[tuple[tuple[CellValue, ...], Line]] = [
        (
            (
                report.category(category, words.language) or unknown,
                province_in(province, words.language) or unknown,
                age or words("other_age"),
            ),
            line,
        )
        for (category, province, age), line in report.crossed
    ]
    return _sheet("report_crossed", ("category", "province", "age_class"), rows, words, report.everybody)
