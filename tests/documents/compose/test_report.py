"""The report as blocks: figures, remarks, tables that add up, charts that say what they show."""

from datetime import UTC, date, datetime
from typing import TypeVar
from uuid import UUID

import pytest

from clesidra_desktop.documents.blocks import BarChart, Block, Heading, KeyTable, LineChart, Paragraph, Table
from clesidra_desktop.documents.compose.report import compose_report, headline, remarks, report_blocks
from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.quotas import measure_quota
from clesidra_desktop.domain.report_periods import Period, whole_year
from clesidra_desktop.domain.reports import Attendance, Due, Filters, Held, PeopleRange, Report, count_report
from clesidra_desktop.domain.workshop import Flag, QuotaAttribute, Sex
from tests.helpers import builders as make

ENGLISH, KHMER = Labels(Language.ENGLISH), Labels(Language.KHMER)
MADE = datetime(2026, 11, 5, 7, 30, tzinfo=UTC)
T = TypeVar("T", bound=Block)


def report(filters: Filters | None = None, rows: list[Attendance] | None = None) -> Report:
    workshops = [
        Held(id=UUID(int=number), title=f"Forum {number}", starts=datetime(2026, number, 5, 8), place="Kratie",
             programme=("", "CLESIDRA", "Fisheries")[number % 3])
        for number in range(1, 6)
    ]  # fmt: skip
    people = rows if rows is not None else [
        Attendance(1, 0, 7, Sex.FEMALE, "≤30", "CBO", "Kratie", (Flag.YOUTH,)),
        Attendance(1, 1, 8, Sex.MALE, "", "CBO", ""),
        Attendance(2, 0, 7, Sex.FEMALE, "31–49", "CBO", "Kratie"),
        Attendance(2, 1, 9, None, "50+", "GOV", "Kep"),
        Attendance(3, 1, None, Sex.MALE),
    ]  # fmt: skip
    quotas = {
        UUID(int=number): [
            measure_quota(make.quota(), make.attendants(number)),
            measure_quota(make.quota(QuotaAttribute.PROVINCE, "Kratie"), make.attendants(number)),
        ]
        for number in range(1, 6)
    }
    ways = {UUID(int=1): [Due(date(2026, 1, 1)), Due(None)]}
    return count_report(
        filters or Filters(),
        workshops,
        people,
        quotas=quotas,
        ways=ways,
        invited=0 if rows else 2,
        today=date(2026, 11, 5),
    )


def of(kind: type[T], blocks: list[Block]) -> list[T]:
    return [block for block in blocks if isinstance(block, kind)]


def test_the_range_is_the_first_figure_where_somebody_may_be_counted_twice() -> None:
    assert headline(report(), ENGLISH, PeopleRange(2, 3, 1))[0].number == "between 2 and 3"
    assert headline(report(), ENGLISH, PeopleRange(3, 3, 0))[0].number == "3"
    assert headline(report(), ENGLISH, None)[0].number == "3"
    assert headline(report(), KHMER, PeopleRange(2, 3, 1))[0].number == "ពី ២ ដល់ ៣ នាក់"


def test_figures() -> None:
    numbers = [(figure.number, figure.sentence) for figure in headline(report(), ENGLISH, None)]
    assert numbers[1:] == [
        ("1 (33 %)", "Of whom women"),
        ("5", "Attendances"),
        ("5", "Workshops"),
        ("5", "Days"),
        ("1", "Places"),
    ]


def said(counted: Report, people: PeopleRange | None) -> str:
    return " ".join(block.text for block in remarks(counted, ENGLISH, people) if isinstance(block, Paragraph))


def test_what_has_to_be_said_is_said_and_nothing_else() -> None:
    assert "Nobody has looked yet" in said(report(), None)
    assert "So between 2 and 3 people were reached" in said(report(), PeopleRange(2, 3, 1))
    assert "Not in the directory: 1 attendances" in said(report(), None)
    assert "Only invited, for others of their workshop have arrivals and they have none: 2." in said(report(), None)
    clean = said(report(rows=[Attendance(1, 0, 7)]), PeopleRange(1, 1, 0))
    assert clean.endswith("the latest of the period that were recorded count.")


def test_workshops_without_a_date_are_told() -> None:
    undated = count_report(
        Filters(whole_year(2026)), [Held(id=UUID(int=1)), Held(id=UUID(int=2))], [], today=date(2026, 1, 1)
    )
    assert "not counted here: 2" in said(undated, None)


@pytest.mark.parametrize("labels", [ENGLISH, KHMER], ids=["en", "km"])
def test_every_table_that_has_a_total_adds_up_to_it(labels: Labels) -> None:
    for table in of(Table, report_blocks(report(), labels)):
        if not table.totals or table.columns[0].title in (labels("report_time"), labels("report_programme")):
            continue
        *kinds, total = table.rows
        for column in range(1, len(table.columns)):
            if total[column].isdecimal():
                assert sum(int(row[column]) for row in kinds) == int(total[column])


def test_parts_are_numbered_and_only_those_that_have_something() -> None:
    headings = [block for block in of(Heading, report_blocks(report(), ENGLISH)) if block.level == 1]
    assert [one.number for one in headings] == list(range(1, len(headings) + 1))
    assert [one.text for one in headings] == [
        "People by sex and age",
        "People by category",
        "People by province",
        "Youth, indigenous, vulnerable",
        "People over time",
        "People by programme",
        "Indicators by programme",
        "Quotas",
        "Ways forward",
    ]
    few = report(Filters(programme="CLESIDRA"), [Attendance(1, 0, 7)])
    shown = [block.text for block in of(Heading, report_blocks(few, ENGLISH)) if block.level == 1]
    assert "People by programme" not in shown
    assert "Youth, indigenous, vulnerable" not in shown


def test_charts_say_in_words_what_they_show() -> None:
    blocks = report_blocks(report(), ENGLISH)
    for chart in of(BarChart, blocks):
        assert all(bar.label in chart.summary and bar.caption in chart.summary for bar in chart.bars)
    lines = of(LineChart, blocks)
    assert len(lines) == 2
    assert all(point.label in lines[0].summary for point in lines[0].points)
    assert {point.goal for point in lines[0].points} == {0.4}


def test_a_quota_at_one_workshop_is_no_line() -> None:
    counted = report(Filters(Period(date(2026, 1, 1), date(2026, 1, 31))))
    assert of(LineChart, report_blocks(counted, ENGLISH)) == []


def test_khmer_provinces() -> None:
    tables = of(Table, report_blocks(report(), KHMER))
    cells = {cell for table in tables for row in table.rows for cell in row}
    assert {"ក្រចេះ", "កែប"} <= cells
    assert "Kratie" not in cells


def test_nothing_is_said_where_nothing_was_held() -> None:
    nothing = report(Filters(whole_year(1999)))
    (only,) = report_blocks(nothing, ENGLISH)
    assert isinstance(only, Paragraph)
    assert only.text.startswith("No workshop was held")


def test_the_document_says_what_it_is_about() -> None:
    document = compose_report(report(Filters(whole_year(2026), "CLESIDRA", "Kratie")), KHMER, None, MADE)
    lead = document.sections[0].blocks[1]
    assert isinstance(lead, Paragraph)
    assert "ឆ្នាំ២០២៦" in lead.text
    assert "CLESIDRA" in lead.text
    assert "ក្រចេះ" in lead.text
    assert any(isinstance(block, KeyTable) for block in document.sections[0].blocks)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(), "All years"),
        (Period(first=date(2026, 1, 5)), "since 5 January 2026"),
        (Period(last=date(2026, 1, 5)), "until 5 January 2026"),
        (whole_year(2026), "1 January 2026 – 31 December 2026"),
    ],
)
def test_periods_in_words(period: Period, words: str) -> None:
    document = compose_report(report(Filters(period)), ENGLISH, None, MADE)
    assert document.running_title == f"Report across workshops · {words}"
