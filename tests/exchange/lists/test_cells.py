"""What cells mean, in both languages and as spreadsheets spoil them."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.names import phone_digits
from clesidra_desktop.domain.workshop import Category, Flag, Sex
from clesidra_desktop.exchange.lists import cells
from clesidra_desktop.exchange.lists.ages import Age, age
from clesidra_desktop.exchange.lists.phones import phones

CATEGORIES = (
    Category(code="CBO", label="CBOs"),
    Category(code="LNGO", label="LNGOs"),
    Category(code="GOV", label="Gov"),
    Category(code="K", label="គណៈកម្មការ"),
)
DAY = date(2026, 5, 6)


def refused(read: Callable[..., Any], *arguments: Any, **named: Any) -> str:
    with pytest.raises(UserError) as caught:
        read(*arguments, **named)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("45", 1981),
        ("៤៥", 1981),
        ("45.0", 1981),
        ("45 years", 1981),
        ("45 y.o.", 1981),
        ("អាយុ ៤៥ ឆ្នាំ", 1981),
        ("~45", 1981),
        ("forty", 1986),
        ("Forty-five", 1981),
        ("សែសិបប្រាំ", 1981),
        ("3", 2023),
        ("1990", 1990),
        ("1990.0", 1990),
        ("c. 1980", 1980),
        ("២៥៣៣", 1990),
        ("2533", 1990),
        ("B.E. 2533", 1990),
        ("ព.ស. ២៥៣៣", 1990),
        ("32994", 1990),
        ("1990-05-01", 1990),
        ("1990-05-01 00:00", 1990),
        ("01/05/1990", 1990),
        ("01.05.84", 1984),
        ("1 May 1990", 1990),
        ("May 1990", 1990),
        ("១២ មករា ១៩៨០", 1980),
        ("កើតឆ្នាំ១៩៨០", 1980),
    ],
)
def test_ages_and_years(text: str, wanted: int) -> None:
    assert age(text, 2026) == Age(wanted)


@pytest.mark.parametrize("text", ["25-34", "25–34", "≤30", "<= 30", "30+", "under 30", "25 to 34"])
def test_age_groups_stay_as_they_were_typed(text: str) -> None:
    assert age(text, 2026) == Age(group=text)


@pytest.mark.parametrize("text", ["", " ", "-", "?", "n/a", "unknown", "មិនដឹង"])
def test_an_age_that_nobody_knows(text: str) -> None:
    assert age(text, 2026) == Age()


def test_ages_that_cannot_be() -> None:
    assert refused(age, "middle", 2026) == "Type an age such as 45, or a year of birth such as 1981."
    assert "between 1900 and 2021, or 2443 and 2564" in refused(age, "2099", 2026)
    assert "between 1900 and 2021" in refused(age, "130", 2026)
    assert refused(age, "0", 2026) == "Type an age from 1, or leave it empty."
    assert "65 may be an age or 1965" in refused(age, "65", 2026, years_of_birth=True)
    assert age("1965", 2026, years_of_birth=True) == Age(1965)


@given(st.integers(1900, 2021))
def test_a_year_is_the_same_in_both_eras_and_scripts(year: int) -> None:
    khmer = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")
    for text in (str(year), str(year + 543), str(year).translate(khmer), f"{year}-12-31"):
        assert age(text, 2026, years_of_birth=True) == Age(year)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("12345678", "012 345 678"),
        ("012345678", "012 345 678"),
        ("'012345678", "012 345 678"),
        ("០១២ ៣៤៥ ៦៧៨", "012 345 678"),
        ("+855 12 345 678", "012 345 678"),
        ("+855 (0)12 345 678", "012 345 678"),
        ("85512345678", "012 345 678"),
        ("0085512345678", "012 345 678"),
        ("971234567", "097 123 4567"),
        ("097-123-4567", "097 123 4567"),
        ("85512345", "085 512 345"),
        ("Tel: 012.345.678", "012 345 678"),
        ("012 345 678 / 097 1234567", "012 345 678 / 097 123 4567"),
        ("012345678\n012345678, 97 1234567", "012 345 678 / 097 123 4567"),
        ("+66 81 234 5678", "+66 81 234 5678"),
        ("0066 81 234 5678", "+66 81 234 5678"),
        ("-", ""),
        ("គ្មាន", ""),
    ],
)
def test_phones(text: str, wanted: str) -> None:
    assert phones(text) == wanted


def test_phones_that_cannot_be() -> None:
    assert "the spreadsheet has kept only its first digits" in refused(phones, "1.23457E+07")
    assert "there are 3" in refused(phones, "123")
    assert "there are 4" in refused(phones, "+66 12")
    assert "several with a slash" in refused(phones, "ask his wife")


@given(st.from_regex(r"0[1-9][0-9]{7,8}", fullmatch=True, alphabet=st.characters(max_codepoint=0x7F)))
def test_a_phone_that_lost_its_zero_gets_it_back(number: str) -> None:
    wanted = phones(number)
    assert phones(number[1:]) == phones(f"+855{number[1:]}") == phones(wanted) == wanted
    assert "".join(wanted.split()) == number
    assert phone_digits(wanted) == phone_digits(number)


@pytest.mark.parametrize(
    ("sex", "texts"),
    [
        (Sex.FEMALE, "F|f.|Female|woman|Ms.|ស្រី|ស|ស្រី\u200b|ស្រី (F)|F/ស្រី|ភេទស្រី"),
        (Sex.MALE, "M|male|Mr|ប្រុស|ប|ប្រុស/M"),
        (Sex.OTHER, "X|other|ផ្សេង|LGBTQ+"),
        (None, "|-|?|n/a|មិនដឹង"),
    ],
)
def test_sexes(sex: Sex | None, texts: str) -> None:
    assert [cells.sex(text) for text in texts.split("|")] == [sex] * len(texts.split("|"))


@pytest.mark.parametrize("text", ["M/F", "k", "12"])
def test_sexes_that_cannot_be(text: str) -> None:
    assert refused(cells.sex, text) == "Type F, M or X; ស្រី or ប្រុស."


def test_ticks() -> None:
    assert all(cells.tick(text) for text in ("✓", "x", "X", "1", "yes", "√", "មាន", "TRUE"))
    assert not any(cells.tick(text) for text in ("", " ", "-", "no", "0", "ទេ", "FALSE", "n/a"))
    assert "Type x or ✓" in refused(cells.tick, "late")
    assert "Type x or ✓" in refused(cells.tick, "៛")


def test_consent() -> None:
    assert [cells.consent(text) for text in ("given", "យល់ព្រម", "refused", "មិនយល់ព្រម", "", "-")] == [
        True,
        True,
        False,
        False,
        None,
        None,
    ]
    assert refused(cells.consent, "perhaps") == "Type yes or no."


def test_flags() -> None:
    assert cells.flags("indigenous; youth") == (Flag.YOUTH, Flag.INDIGENOUS)
    assert cells.flags("យុវជន និង ជនជាតិដើមភាគតិច") == (Flag.YOUTH, Flag.INDIGENOUS)
    assert cells.flags("ID poor") == (Flag.VULNERABLE,)
    assert cells.flags("-") == cells.flags("") == ()
    assert "instead of “late”" in refused(cells.flags, "youth, late")


def test_addresses() -> None:
    assert cells.email(" a@b.org\u200b") == "a@b.org"
    assert cells.email("mailto:a@b.org; <c@d.org>") == "a@b.org, c@d.org"
    assert cells.email("n/a") == ""
    assert "dara@example.org" in refused(cells.email, "dara at example")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("CBO", "CBO"),
        ("cbos", "CBO"),
        ("Community-based", None),
        ("community", "CBO"),
        ("NGO", "LNGO"),
        ("Government", "GOV"),
        ("រដ្ឋ", "GOV"),
        ("គណៈកម្មការ", "K"),
        ("", ""),
        ("-", ""),
    ],
)
def test_categories(text: str, code: str | None) -> None:
    if code is None:
        assert refused(cells.category, text, CATEGORIES) == "Type one of CBO, LNGO, GOV, K."
    else:
        assert cells.category(text, CATEGORIES) == code


def test_a_workshop_without_categories() -> None:
    assert cells.category("", ()) == ""
    assert "has no categories yet" in refused(cells.category, "CBO", ())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("08:05", datetime(2026, 5, 6, 8, 5)),
        ("៨:៣០ ព្រឹក", datetime(2026, 5, 6, 8, 30)),
        ("8h30", datetime(2026, 5, 6, 8, 30)),
        ("1:30 pm", datetime(2026, 5, 6, 13, 30)),
        ("12:10 AM", datetime(2026, 5, 6, 0, 10)),
        ("2026-05-07 08:05:33", datetime(2026, 5, 7, 8, 5, 33)),
        ("-", None),
    ],
)
def test_moments(text: str, wanted: datetime | None) -> None:
    assert cells.moment(text, DAY) == wanted


def test_moments_that_cannot_be() -> None:
    assert "there is no 25:00" in refused(cells.moment, "25:00", DAY)
    assert "such as 08:05" in refused(cells.moment, "morning", DAY)
    assert "the workshop has no date yet" in refused(cells.moment, "08:05", None)


def test_names_lose_what_is_not_seen_and_nothing_else() -> None:
    assert cells.name("  Sok\u00a0 \u200bDara\u2060\x07\ufeff ") == "Sok Dara"
    assert cells.name("សុខ\u200bសុភា") == "សុខសុភា"
    assert cells.detail(" Network\nof women ") == "Network of women"
    assert cells.detail("N/A") == cells.detail("—") == ""


@pytest.mark.parametrize("text", ["២០២៦", "2026", "2023", "2569"])
def test_the_year_of_the_list_is_no_age(text: str) -> None:
    with pytest.raises(UserError, match="between 1900 and 2021"):
        age(text, 2026)


def test_a_year_in_a_column_of_ages_is_one_of_birth() -> None:
    assert age("១៩៩០", 2026) == age("2533", 2026) == Age(1990)
