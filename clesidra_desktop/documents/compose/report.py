"""The report across workshops: headline figures, and tables with charts below them. Nobody is named in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from clesidra_desktop.documents.blocks import (
    Align,
    Bar,
    BarChart,
    Block,
    Column,
    Document,
    Heading,
    KeyTable,
    LineChart,
    Paragraph,
    ParagraphRole,
    Point,
    Section,
    Table,
    Title,
)
from clesidra_desktop.documents.compose.attendants import SEX_TITLES
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.documents.shorten import shortened
from clesidra_desktop.domain.names import folded
from clesidra_desktop.domain.provinces import province_in
from clesidra_desktop.domain.report_periods import Step
from clesidra_desktop.domain.reports import Indicator, Line, PeopleRange, QuotaOf, Report
from clesidra_desktop.domain.workshop import Flag, QuotaAttribute, Sex

SCALE = (0.0, 0.25, 0.5, 0.75, 1.0)
MOST_POINTS = 60
"""Workshops of which a line can be read; of more, the latest are drawn, and the table has them all."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A headline figure: the number as it is printed large, and what it counts."""

    number: str
    sentence: str


def compose_report(report: Report, labels: Labels, people: PeopleRange | None, made: datetime) -> Document:
    """Compose a report in the language of the labels. `people` is None where nobody has looked for doubles."""
    title = labels("report_title")
    scope = labels.dotted(scope_of(report, labels))
    main: list[Block] = [
        Title(title),
        Paragraph(scope, ParagraphRole.LEAD),
        KeyTable(
            tuple((figure.sentence, (figure.number,)) for figure in headline(report, labels, people)),
            summary=labels("report_figures_summary"),
        ),
        *remarks(report, labels, people),
        *report_blocks(report, labels),
        Paragraph(labels("report_made", date=labels.date(made.date())), ParagraphRole.NOTE),
    ]
    return Document(
        language=labels.language,
        title=title,
        sections=(Section(tuple(main)),),
        subject=report.filters.programme,
        running_title=shortened(labels.dotted((title, period_of(report, labels)))),
        footer=shortened(scope),
        page_label=labels.raw("page_label"),
        annex_page=labels.raw("annex_page"),
        digits=labels.digits.ten,
        fields={
            "title": title,
            "workshop": "",
            "programme": report.filters.programme,
            "date": period_of(report, labels),
            "place": province_in(report.filters.place, labels.language),
        },
    )


def period_of(report: Report, labels: Labels) -> str:
    """Return the period of a report in words."""
    first, last = report.filters.period.first, report.filters.period.last
    if first and last:
        return labels("date_range", first=labels.date(first), last=labels.date(last))
    if first:
        return labels("report_since", date=labels.date(first))
    return labels("report_until", date=labels.date(last)) if last else labels("report_all_time")


def scope_of(report: Report, labels: Labels) -> tuple[str, ...]:
    """Return what a report is about: period, programme, place."""
    filters = report.filters
    return (
        period_of(report, labels),
        filters.programme or labels("report_all_programmes"),
        province_in(filters.place, labels.language) or labels("report_all_places"),
    )


def headline(report: Report, labels: Labels, people: PeopleRange | None) -> tuple[Figure, ...]:
    """Return the figures that stand above all others."""
    women = report.everybody.people.get(Sex.FEMALE, 0)
    total = report.everybody.total
    reached = labels.number(total)
    if people is not None and people.least < people.most:
        reached = labels("report_between", least=people.least, most=people.most)
    return (
        Figure(reached, labels("report_people_reached")),
        Figure(
            counted(women, total, labels),
            labels("report_of_them_women"),
        ),
        Figure(labels.number(report.attendances), labels("report_attendances")),
        Figure(labels.number(report.workshops), labels("report_workshops")),
        Figure(labels.number(report.days), labels("report_days")),
        Figure(labels.number(len(report.places)), labels("report_places")),
    )


def counted(count: int, total: int, labels: Labels) -> str:
    """Return a number with its share."""
    return f"{labels.number(count)} ({labels.share(count / total if total else 0.0)})"


def remarks(report: Report, labels: Labels, people: PeopleRange | None) -> list[Block]:
    """Return what has to be said about the figures."""
    said = [labels("report_rule")]
    if people is None:
        said.append(labels("report_not_looked"))
    elif people.pairs:
        said.append(labels("report_pairs", pairs=people.pairs, least=people.least, most=people.most))
    if report.outside:
        said.append(labels("report_outside", count=report.outside))
    if report.invited:
        said.append(labels("report_invited", count=report.invited))
    if report.undated:
        said.append(labels("report_undated", count=report.undated))
    return [Paragraph(" ".join(said), ParagraphRole.NOTE)]


def report_blocks(report: Report, labels: Labels) -> list[Block]:
    """Return the tables and charts of a report, each part under a heading."""
    if not report.workshops:
        return [Paragraph(labels("report_nothing"), ParagraphRole.MISSING)]
    parts = _Parts(report, labels)
    blocks: list[Block] = []
    for number, (title, content) in enumerate(((t, c) for t, c in parts.all() if c), start=1):
        blocks += [Heading(1, labels(title), number), *content]
    return blocks


def age_name(key: str, labels: Labels) -> str:
    """Return an age class as it is printed."""
    return labels.digits.translate(key) if key else labels("other_age")


def step_name(step: Step | None, labels: Labels) -> str:
    """Return a year or a quarter in words."""
    if step is None:
        return labels("report_no_date")
    year = labels.digits.write(step.year)
    return labels("report_quarter", quarter=step.quarter, year=year) if step.quarter else year


def quota_name(attribute: QuotaAttribute, value: str, labels: Labels) -> str:
    """Return who a quota is about, as it is printed."""
    match attribute:
        case QuotaAttribute.SEX:
            return next((labels(title) for sex, title in SEX_TITLES.items() if sex == value), value)
        case QuotaAttribute.FLAGS if value in set(Flag):
            return labels(f"flag_{value}")
        case QuotaAttribute.PROVINCE:
            return province_in(value, labels.language)
        case _:
            return value


def sexes_of(report: Report) -> list[Sex | None]:
    """Return the sexes that have a column: women and men, and the others where anybody has one in any table."""
    lines = [
        report.everybody,
        *report.programmes,
        *(line for one in report.indicators for line in (*one.lines, one.total)),
    ]
    met = {sex for line in lines for sex in line.people}
    return [sex for sex in SEX_TITLES if sex in (Sex.FEMALE, Sex.MALE) or sex in met]


def quota_groups(report: Report) -> list[tuple[tuple[QuotaAttribute, str], list[QuotaOf]]]:
    """Return how quotas stood, those of each kind together, in the order of the workshops."""

    def kind(one: QuotaOf) -> tuple[QuotaAttribute, str]:
        return one.result.quota.attribute, one.result.quota.value

    ordered = sorted(report.quotas, key=lambda one: (list(QuotaAttribute).index(kind(one)[0]), folded(kind(one)[1])))
    return [(key, list(members)) for key, members in groupby(ordered, key=kind)]


class _Parts:
    """The parts of a report."""

    def __init__(self, report: Report, labels: Labels) -> None:
        self._report = report
        self._labels = labels
        self._sexes = sexes_of(report)

    def all(self) -> tuple[tuple[str, list[Block]], ...]:
        """Return the parts, each with the label of its heading."""
        report, labels = self._report, self._labels
        unknown = labels("not_recorded")
        return (
            ("report_by_age", self._ages()),
            (
                "report_by_category",
                self._by(
                    "category",
                    report.categories,
                    [report.category(line.key, labels.language) or unknown for line in report.categories],
                ),
            ),
            (
                "report_by_province",
                self._by(
                    "province",
                    report.provinces,
                    [province_in(line.key, labels.language) or unknown for line in report.provinces],
                ),
            ),
            ("report_by_flag", self._flags()),
            ("report_over_time", self._time()),
            ("report_by_programme", self._programmes()),
            ("report_indicators", self._indicators()),
            ("report_quotas", self._quotas()),
            ("ways_forward", self._ways()),
        )

    def _ages(self) -> list[Block]:
        labels = self._labels
        lines = self._report.ages
        blocks = self._by("age_class", lines, [age_name(line.key, labels) for line in lines])
        total = self._report.everybody.total
        bars = tuple(
            Bar(
                labels.dotted((labels(SEX_TITLES[sex]), age_name(line.key, labels))),
                line.people.get(sex, 0),
                counted(line.people.get(sex, 0), total, labels),
            )
            for line in lines
            for sex in self._sexes
            if sex in (Sex.FEMALE, Sex.MALE) or line.people.get(sex)
        )
        return [*blocks, self._bars(bars, "report_age_chart")] if total else blocks

    def _by(self, kind: str, lines: Sequence[Line], names: Sequence[str]) -> list[Block]:
        """Return a table that adds up to everybody."""
        if not lines:
            return []
        return [self._table(kind, zip(names, lines, strict=True), self._report.everybody)]

    def _flags(self) -> list[Block]:
        labels, lines = self._labels, self._report.flags
        if not lines:
            return []
        named = [(labels(f"flag_{line.key}"), line) for line in lines]
        return [Paragraph(labels("report_flags_note")), self._table("report_by_flag", named, None)]

    def _time(self) -> list[Block]:
        report, labels = self._report, self._labels
        columns = self._columns(
            "report_time", ("report_workshops", "report_attendances", "report_people", "report_new_people")
        )
        rows = [
            (step_name(one.step, labels), *map(labels.number, (one.workshops, one.attendances, one.people, one.new)))
            for one in report.stretches
        ]
        totals = report.workshops, report.attendances, report.everybody.total, report.everybody.total
        rows.append((labels("total"), *map(labels.number, totals)))
        bars = tuple(
            Bar(step_name(one.step, labels), one.people, labels.number(one.people)) for one in report.stretches
        )
        return [
            Paragraph(labels("report_time_note")),
            Table(columns, rows, totals=1, summary=labels("report_time_summary")),
            self._bars(bars, "report_time_chart"),
        ]

    def _programmes(self) -> list[Block]:
        report, labels = self._report, self._labels
        if report.filters.programme or [line.key for line in report.programmes] == [""]:
            return []
        named = [(line.key or labels("report_no_programme"), line) for line in report.programmes]
        note = Paragraph(labels("report_several", count=report.several))
        return [*([note] if report.several else []), self._table("report_programme", named, report.everybody)]

    def _indicators(self) -> list[Block]:
        """Return what a programme reports: a table for each programme and year."""
        labels = self._labels
        blocks: list[Block] = [Paragraph(labels("report_indicators_note"))]
        for one in self._report.indicators:
            named = [
                (self._report.category(line.key, labels.language) or labels("not_recorded"), line) for line in one.lines
            ]
            blocks += [Heading(2, self._of(one)), self._table("category", named, one.total)]
        return blocks

    def _of(self, one: Indicator) -> str:
        labels = self._labels
        year = labels.digits.write(one.year) if one.year else labels("report_no_date")
        workshops = labels("report_workshop_count", count=one.workshops)
        return labels.dotted((one.programme or labels("report_no_programme"), year, workshops))

    def _quotas(self) -> list[Block]:
        labels = self._labels
        blocks: list[Block] = []
        for (attribute, value), members in quota_groups(self._report):
            name = quota_name(attribute, self._report.category(value, labels.language), labels)
            blocks += [Heading(2, name), self._quota_table(members)]
            if len(members) > 1:
                blocks.append(self._quota_chart(name, members[-MOST_POINTS:]))
        return blocks

    def _quota_table(self, members: list[QuotaOf]) -> Table:
        labels = self._labels
        columns = (
            Column(labels("report_date"), 20),
            Column(labels("report_workshop"), 34),
            Column(labels("report_having"), 24, Align.END),
            Column(labels("poll_share"), 12, Align.END),
            Column(labels("report_goal"), 12, Align.END),
        )
        rows = [
            (
                self._day(one.held.starts),
                one.held.title,
                labels("report_of", count=one.result.having, total=one.result.total),
                labels.share(one.result.share),
                self._goal(one),
            )
            for one in members
        ]
        return Table(columns, rows, summary=labels("report_quota_summary"))

    def _quota_chart(self, name: str, members: list[QuotaOf]) -> LineChart:
        labels = self._labels
        points = tuple(
            Point(self._day(one.held.starts), one.result.share, one.result.quota.share, labels.share(one.result.share))
            for one in members
        )
        described = labels.join(f"{point.label}: {point.caption}" for point in points)
        return LineChart(
            points,
            axis=labels("report_share_reached"),
            goal=labels("report_goal"),
            scale=tuple((share, labels.share(share)) for share in SCALE),
            summary=labels("report_quota_chart", name=name, points=described),
        )

    def _ways(self) -> list[Block]:
        labels, ways = self._labels, self._report.ways
        if not ways.total:
            return []
        states = (("report_ways_done", ways.done), ("report_ways_open", ways.open), ("report_ways_late", ways.late))
        rows = [(labels(key), labels.number(count), labels.share(count / ways.total)) for key, count in states]
        rows.append((labels("total"), labels.number(ways.total), labels.share(1.0)))
        columns = self._columns("ways_forward", ("poll_count", "poll_share"))
        return [Table(columns, rows, totals=1, summary=labels("report_ways_summary"))]

    def _table(self, kind: str, named: Iterable[tuple[str, Line]], everybody: Line | None) -> Table:
        labels = self._labels
        rows = [self._row(name, line) for name, line in named]
        if everybody is not None:
            rows.append(self._row(labels("total"), everybody))
        columns = (
            Column(labels(kind), 40),
            *(Column(labels(SEX_TITLES[sex]), 14, Align.END) for sex in self._sexes),
            Column(labels("report_people"), 14, Align.END),
            Column(labels("report_attendances"), 16, Align.END),
        )
        return Table(
            columns,
            rows,
            totals=0 if everybody is None else 1,
            summary=labels("report_table_summary", kind=labels(kind)),
        )

    def _row(self, name: str, line: Line) -> tuple[str, ...]:
        counts = (*(line.people.get(sex, 0) for sex in self._sexes), line.total, line.attendances)
        return name, *map(self._labels.number, counts)

    def _columns(self, first: str, others: Iterable[str]) -> tuple[Column, ...]:
        labels = self._labels
        return Column(labels(first), 36), *(Column(labels(key), 16, Align.END) for key in others)

    def _bars(self, bars: tuple[Bar, ...], summary: str) -> BarChart:
        labels = self._labels
        described = labels.join(f"{bar.label}: {bar.caption}" for bar in bars)
        return BarChart(bars, axis=labels("report_people"), summary=labels(summary, bars=described))

    def _goal(self, one: QuotaOf) -> str:
        share = one.result.quota.share * 100
        return self._labels("percent", number=self._labels.digits.translate(f"{share:g}"))

    def _day(self, starts: datetime | date | None) -> str:
        return self._labels.digits.translate(f"{starts:%Y-%m-%d}") if starts else self._labels("report_no_date")
