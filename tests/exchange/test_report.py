"""The report as a spreadsheet: real numbers that add up, and no formulas."""

import io
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import openpyxl
import pytest

from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.quotas import measure_quota
from clesidra_desktop.domain.reports import Attendance, Due, Filters, Held, PeopleRange, Report, count_report
from clesidra_desktop.domain.workshop import Flag, Sex
from clesidra_desktop.exchange.report import write_report_sheets
from tests.helpers import builders as make

CREATED = datetime(2026, 11, 5, 7, 30, tzinfo=UTC)
FORMULA = '=HYPERLINK("https://example.org")'
LABELS = {language: Labels(language) for language in Language}


def report() -> Report:
    workshops = [
        Held(id=UUID(int=1), title=FORMULA, starts=datetime(2026, 1, 5, 8), place="Kratie", programme=FORMULA),
        Held(id=UUID(int=2), title="Second", starts=datetime(2026, 8, 5, 8), place="Kep"),
    ]
    people = [
        Attendance(1, 0, 7, Sex.FEMALE, "≤30", FORMULA, "Kratie", (Flag.YOUTH,)),
        Attendance(1, 1, 8, Sex.MALE, "", "CBO", ""),
        Attendance(2, 0, 7, Sex.FEMALE, "31–49", "CBO", "Kratie"),
        Attendance(2, 1, None, None),
    ]
    quotas = {UUID(int=1): [measure_quota(make.quota(), make.attendants(4))]}
    ways = {UUID(int=1): [Due(date(2026, 1, 1)), Due(None)]}
    return count_report(Filters(), workshops, people, quotas=quotas, ways=ways, today=date(2026, 11, 5))


def sheets(language: Language, people: PeopleRange | None = None) -> dict[str, list[tuple[Any, ...]]]:
    content = write_report_sheets(report(), LABELS[language], people, created=CREATED)
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: [tuple(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


@pytest.mark.parametrize("language", list(Language))
def test_each_table_has_a_sheet_whose_name_fits(language: Language) -> None:
    found = sheets(language)
    assert len(found) == 11
    assert max(map(len, found)) <= 31


def test_numbers_are_numbers_and_add_up() -> None:
    header, *lines = sheets(Language.ENGLISH)["People by sex and age"]
    assert header == ("Age class", "Women", "Men", "Other", "Not recorded", "People", "Attendances")
    *kinds, total = lines
    assert total == ("Total", 1, 1, 0, 0, 2, 4)
    for column in range(1, len(header)):
        assert sum(line[column] for line in kinds) == total[column]


def test_the_crossing_adds_up_to_everybody() -> None:
    _, *kinds, total = sheets(Language.ENGLISH)["All together"]
    assert [sum(line[column] for line in kinds) for column in (-2, -1)] == [total[-2], total[-1]] == [2, 4]


def test_the_range_and_who_is_not_in_the_directory_are_figures() -> None:
    figures = dict(sheets(Language.ENGLISH, PeopleRange(1, 2, 1))["Figures"])
    assert figures["People reached, at least"] == 1
    assert figures["People reached, at most"] == 2
    assert figures["Attendances of people not in the directory"] == 1
    assert sheets(Language.ENGLISH)["Figures"][1][1] is None


def test_quotas_are_shares_and_dates() -> None:
    _, line = sheets(Language.ENGLISH)["Quotas"]
    assert line == ("Women", datetime(2026, 1, 5, 8), FORMULA, "Kratie", 2, 4, 0.5, 0.4)


def test_what_begins_like_a_formula_stays_a_text() -> None:
    content = write_report_sheets(report(), LABELS[Language.ENGLISH], None, created=CREATED)
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == FORMULA]
    assert len(cells) >= 4
    assert {cell.data_type for cell in cells} == {"s"}


def test_khmer_sheets_have_khmer_provinces() -> None:
    found = sheets(Language.KHMER)
    assert any("ក្រចេះ" in row for rows in found.values() for row in rows)
    assert not any("Kratie" in row for rows in found.values() for row in rows)
