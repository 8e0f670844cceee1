"""The words of the documents."""

import json
import string
from datetime import date, datetime

import pytest

from clesidra_desktop.documents.labels import Labels
from clesidra_desktop.domain.language import Language
from clesidra_desktop.paths import resource

ENGLISH, KHMER = Labels(Language.ENGLISH), Labels(Language.KHMER)


def texts(language: Language) -> dict[str, str]:
    return json.loads(resource(f"labels/{language}.json").read_text(encoding="utf-8"))


def placeholders(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_the_same_things() -> None:
    english, khmer = texts(Language.ENGLISH), texts(Language.KHMER)
    assert list(english) == list(khmer)
    for key, text in english.items():
        assert placeholders(text) == placeholders(khmer[key]), key


def test_khmer_is_khmer() -> None:
    same = {key for key, text in texts(Language.KHMER).items() if text == texts(Language.ENGLISH)[key]}
    assert same <= {"date_range", "time_range", "list_separator", "parts_separator", "category_count"}


def test_every_label_is_used() -> None:
    code = "".join(
        path.read_text(encoding="utf-8") for path in (resource("labels").parents[1]).rglob("clesidra_desktop/**/*.py")
    )
    made = ("month_", "sex_", "flag_")
    unused = [key for key in texts(Language.ENGLISH) if f'"{key}"' not in code and not key.startswith(made)]
    assert not unused


def test_numbers_and_shares_have_the_digits_of_the_language() -> None:
    assert ENGLISH.number(2026) == "2026"
    assert KHMER.number(2026) == "២០២៦"
    assert ENGLISH.share(17 / 33) == "52 %"
    assert "៥២" in KHMER.share(17 / 33)


def test_dates() -> None:
    day = date(2017, 11, 1)
    assert ENGLISH.date(day) == "1 November 2017"
    assert KHMER.date(day) == "ថ្ងៃទី១ ខែវិច្ឆិកា ឆ្នាំ២០១៧"


def test_spans() -> None:
    morning, noon = datetime(2017, 11, 1, 8), datetime(2017, 11, 1, 12)
    assert ENGLISH.span(morning, noon) == "1 November 2017, 08:00 – 12:00"
    assert ENGLISH.span(morning, datetime(2017, 11, 3, 17)) == "1 November 2017, 08:00 – 3 November 2017, 17:00"
    assert ENGLISH.span(morning, None) == ENGLISH.span(None, morning) == "1 November 2017, 08:00"
    assert ENGLISH.span(None, None) == "not recorded"
    assert "០៨:០០" in KHMER.span(morning, noon)


def test_hours() -> None:
    assert ENGLISH.hours(datetime(2026, 1, 1, 9, 5), datetime(2026, 1, 1, 10)) == "09:05 – 10:00"
    assert ENGLISH.hours(datetime(2026, 1, 1, 9, 5), None) == "09:05 – …"
    assert ENGLISH.hours(None, None) == "—"


def test_braces_in_what_people_type_are_only_text() -> None:
    assert ENGLISH("minutes_of", title="{title} {x}") == "Minutes of {title} {x}"


def test_annexes_have_roman_or_khmer_numbers() -> None:
    assert ENGLISH.annex_number(4) == "IV"
    assert KHMER.annex_number(4) == "៤"


def test_an_unknown_label_is_a_bug() -> None:
    with pytest.raises(KeyError):
        ENGLISH("no such label")
