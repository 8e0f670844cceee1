"""The register: who was there, the counts by category, sex and age, and the polls."""

import io
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.attendance import those_who_came
from clesidra_desktop.domain.counts import age_class_at, count_by_category, count_by_sex
from clesidra_desktop.domain.editions import Edition
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import Category, Flag, Sex, Stay, Workshop
from clesidra_desktop.exchange.register import write_register
from tests.helpers import builders as make
from tests.helpers.samples import NASTY, SAMPLE, name_of, read
from tests.helpers.strategies import workshops

CREATED = datetime(2026, 3, 18, 17, 0, tzinfo=UTC)
LABELS = {language: Labels(language) for language in Language}
Row = tuple[Any, ...]


def sheets(
    workshop: Workshop, language: Language = Language.ENGLISH, edition: Edition = Edition.FULL
) -> list[list[Row]]:
    """Return the values of the three sheets, row by row, each with its header."""
    content = write_register(workshop, LABELS[language], edition=edition, created=CREATED)
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    pages = [list(page.iter_rows(values_only=True)) for page in book.worksheets]
    book.close()
    return pages


def records(rows: list[Row]) -> list[dict[str, Any]]:
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def test_everything_about_an_attendant() -> None:
    signed = make.attendant(
        7,
        name="=cmd|'/c calc'!A1",
        name_km="សុខ ដារ៉ា",
        position="Chief",
        phone="012 000 101",
        email="sok@example.org",
        flags=(Flag.YOUTH, Flag.INDIGENOUS),
        stays=(make.stay(make.at(8), make.at(9)), make.stay(make.at(10))),
        signature="signatures/7.png",
        consent=False,
    )
    (record,) = records(sheets(make.workshop(attendants=(signed,), groups=()))[0])
    assert record == {
        "No": 1,
        "Name": "=cmd|'/c calc'!A1",
        "Name in Khmer": "សុខ ដារ៉ា",
        "Sex": "F",
        "Year of birth": 1990,
        "Age class": "31–49",
        "Category": "CBOs",
        "Organization": "Organization 7",
        "Position": "Chief",
        "Province": "Takeo",
        "Phone": "012 000 101",
        "E-mail": "sok@example.org",
        "Remarks": "youth, indigenous",
        "Signature": "signatures/7.png",
        "Consent": "refused",
        "Arrived": make.at(8),
        "Left": make.at(9),
        "Arrived 2": make.at(10),
        "Left 2": None,
        "ID": str(make.identity(7)),
    }


def test_the_public_register_has_no_columns_for_personal_data() -> None:
    full, public = (sheets(read(SAMPLE), edition=edition)[0] for edition in (Edition.FULL, Edition.PUBLIC))
    left_out = {"Year of birth", "Age class", "Phone", "E-mail", "Remarks", "Signature", "Consent"}
    assert set(full[0]) - set(public[0]) == left_out
    assert len(public) == len(full)


def test_the_columns_do_not_depend_on_what_is_known() -> None:
    bare = replace(make.attendant(), organization="", province="", sex=None, birth_year=None, category="")
    rows = sheets(make.workshop(attendants=(bare,), groups=()))[0]
    assert rows[0] == sheets(make.workshop())[0][0] == sheets(make.workshop(attendants=(), groups=()))[0][0]
    assert [value for value in rows[1] if value] == [1, "Attendant 1", str(make.identity(1))]


@pytest.mark.parametrize("language", Language)
def test_the_sheets_have_titles_that_the_format_allows(language: Language) -> None:
    content = write_register(read(SAMPLE), LABELS[language], created=CREATED)
    titles = openpyxl.load_workbook(io.BytesIO(content)).sheetnames
    assert titles == [LABELS[language](key) for key in ("attendant_list", "age_sheet", "poll_sheet")]
    assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\") for title in titles)
    assert write_register(read(SAMPLE), LABELS[language], created=CREATED) == content


def test_ages_by_category_and_sex() -> None:
    people = (
        make.attendant(1, birth_year=2000),
        make.attendant(2, birth_year=1990),
        make.attendant(3, birth_year=None, category="GOV"),
        make.attendant(4, birth_year=1950, sex=None),
    )
    workshop = make.workshop(attendants=people, groups=())
    assert sheets(workshop)[1] == [
        ("Category", "Sex", "≤30", "31–49", "50+", "Age not recorded", "Total"),
        ("CBOs", "Women", 1, 0, 0, 0, 1),
        ("CBOs", "Men", 0, 1, 0, 0, 1),
        ("CBOs", "Not recorded", 0, 0, 1, 0, 1),
        ("CBOs", "Total", 1, 1, 1, 0, 3),
        ("Gov", "Women", 0, 0, 0, 1, 1),
        ("Gov", "Men", 0, 0, 0, 0, 0),
        ("Gov", "Not recorded", 0, 0, 0, 0, 0),
        ("Gov", "Total", 0, 0, 0, 1, 1),
        ("Total", "Women", 1, 0, 0, 1, 2),
        ("Total", "Men", 0, 1, 0, 0, 1),
        ("Total", "Not recorded", 0, 0, 1, 0, 1),
        ("Total", "Total", 1, 1, 1, 1, 4),
    ]


def test_age_groups_as_somebody_typed_them_are_not_public() -> None:
    people = (make.attendant(1, birth_year=None, age_group="47"), make.attendant(3, birth_year=2000))
    workshop = make.workshop(attendants=people, groups=())
    assert sheets(workshop)[1][0] == ("Category", "Sex", "≤30", "47", "Total")
    public = sheets(workshop, edition=Edition.PUBLIC)[1]
    assert public[0] == ("Category", "Sex", "≤30", "Other, or not recorded", "Total")
    assert public[-1] == ("Total", "Total", 1, 1, 2)


def test_nobody_came() -> None:
    assert sheets(make.workshop(attendants=(), groups=(), categories=()))[1] == [
        ("Category", "Sex", "Total"),
        ("Total", "Total", 0),
    ]


@st.composite
def counted(draw: st.DrawFn) -> Workshop:
    """Workshops whose categories have labels of their own, so that rows can be told apart."""
    workshop = draw(workshops())
    labels = draw(st.lists(st.integers(0, 99).map(str), min_size=3, max_size=3, unique=True))
    codes = [Category(code=code, label=label) for code, label in zip(("CBO", "LNGO", "GOV"), labels, strict=True)]
    people = tuple(replace(one, category=draw(st.sampled_from(("CBO", "LNGO", "GOV")))) for one in workshop.attendants)
    return replace(workshop, categories=tuple(codes), attendants=people)


@given(counted(), st.sampled_from(Edition))
@settings(max_examples=40)
def test_totals_add_up_to_the_counts_of_the_domain(workshop: Workshop, edition: Edition) -> None:
    header, *rows = sheets(workshop, edition=edition)[1]
    numbers = {(row[0], row[1]): row[2:] for row in rows}
    for row in rows:
        assert sum(row[2:-1]) == row[-1]
    titles = {Sex.FEMALE: "Women", Sex.MALE: "Men", Sex.OTHER: "Other", None: "Not recorded"}
    for count in count_by_category(workshop):
        label = count.category.label
        assert numbers[label, "Total"][-1] == count.total
        assert {sex: numbers[label, titles[sex]][-1] for sex in count.sexes} == count.sexes
    for sex, number in count_by_sex(those_who_came(workshop)).items():
        assert numbers["Total", titles[sex]][-1] == number
    assert numbers["Total", "Total"][-1] == len(those_who_came(workshop))
    if edition is Edition.FULL:
        ages = Counter(age_class_at(workshop, one) or "Age not recorded" for one in those_who_came(workshop))
        assert dict(zip(header[2:-1], numbers["Total", "Total"], strict=False)) == ages


def test_who_came_at_an_unknown_time_has_a_tick() -> None:
    came = (
        make.attendant(1, stays=(Stay(),)),
        make.attendant(2, stays=(Stay(left=make.at(9)),)),
        make.attendant(3, stays=()),
    )
    rows = records(sheets(make.workshop(attendants=came, groups=()))[0])
    assert [(row["Arrived"], row["Left"]) for row in rows] == [("✓", None), (None, make.at(9)), (None, None)]


def test_polls_with_shares_of_those_who_answered() -> None:
    polls = (
        make.poll(6, 2, key="a", question="Wells?", respondents=10),
        make.poll(3, key="b", question="=Canals?", respondents=None),
        make.poll(key="c", question="Unknown?", respondents=0),
        make.poll(0, key="d", question="Nobody?"),
    )
    workshop = make.workshop(polls=polls, agenda=())
    assert sheets(workshop)[2] == [
        ("Question", "Answer", "Number", "Share", "Respondents"),
        ("Wells?", "Option 1", 6, 0.6, 10),
        ("Wells?", "Option 2", 2, 0.2, 10),
        ("Wells?", "Total", 8, 0.8, 10),
        ("=Canals?", "Option 1", 3, 1, None),
        ("=Canals?", "Total", 3, 1, None),
        ("Unknown?", "The result of the poll was not recorded.", None, None, 0),
        ("Nobody?", "Option 1", 0, 0, 0),
        ("Nobody?", "Total", 0, 0, 0),
    ]


@pytest.mark.parametrize("path", [SAMPLE, *NASTY], ids=name_of)
@pytest.mark.parametrize("language", Language)
def test_every_odd_workshop_has_a_register(path: Any, language: Language) -> None:
    workshop = read(path)
    for edition in Edition:
        attendants, ages, _ = sheets(workshop, language, edition)
        assert len(attendants) == len(workshop.attendants) + 1
        assert ages[-1][-1] == len(those_who_came(workshop))
