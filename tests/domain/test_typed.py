"""Days, times and lengths as they are typed."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.typed import read_day, read_minutes, read_percent, read_time

KHMER = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")


@pytest.mark.parametrize(
    "text",
    [
        "2017-11-01",
        "1/11/2017",
        "01.11.2017",
        "1-11-17",
        "1 11 2017",
        " 1 Nov 2017 ",
        "1 november 2017",
        "1 Nov., 2017",
        "1/11/2560",
        "១ វិច្ឆិកា ២០១៧",
        "ថ្ងៃទី០១ ខែវិច្ឆិកា ឆ្នាំ២០១៧",
        "1/11",
        "1 nov",
    ],
)
def test_days_are_read(text: str) -> None:
    assert read_day(text, year=2017) == date(2017, 11, 1)


@pytest.mark.parametrize("text", ["", "tomorrow", "31/2/2017", "2017-13-01", "1", "1 ma 2017", "1/1/0", "1/11/20171"])
def test_what_is_no_day_is_not_taken_for_one(text: str) -> None:
    assert read_day(text, year=2017) is None


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2399, 12, 31)))
def test_every_day_is_read_as_it_is_shown(day: date) -> None:
    for text in (f"{day}", f"{day}".translate(KHMER), f"{day.day}/{day.month}/{day.year}"):
        assert read_day(text, year=1) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8", time(8)),
        ("8:30", time(8, 30)),
        ("08.30", time(8, 30)),
        ("8h30", time(8, 30)),
        ("0830", time(8, 30)),
        ("8 am", time(8)),
        ("12 am", time(0)),
        ("12:15pm", time(12, 15)),
        ("2 PM", time(14)),
        ("ម៉ោង ២:៣០ រសៀល", time(14, 30)),
        ("24:00", None),
        ("8:60", None),
        ("14 pm", None),
        ("noon", None),
        ("", None),
    ],
)
def test_times_are_read(text: str, expected: time | None) -> None:
    assert read_time(text) == expected


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_every_time_is_read_as_it_is_shown(moment: time) -> None:
    for text in (f"{moment:%H:%M}", f"{moment:%H:%M}".translate(KHMER), f"{moment:%I:%M %p}"):
        assert read_time(text) == moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("45", 45),
        ("0", 0),
        ("45 min", 45),
        ("៤៥ នាទី", 45),
        ("1:30", 90),
        ("1 h 30", 90),
        ("1h", 60),
        ("2 hours", 120),
        ("១ ម៉ោង ៣០ នាទី", 90),
        ("", None),
        ("long", None),
        ("-5", None),
    ],
)
def test_lengths_are_read(text: str, expected: int | None) -> None:
    assert read_minutes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("40", 0.4), ("40 %", 0.4), ("៤០%", 0.4), ("33,3", 0.333), ("100", 1.0), ("0", None), ("101", None), ("", None)],
)
def test_shares_are_read(text: str, expected: float | None) -> None:
    assert read_percent(text) == expected
