"""What reports take for the same though it is written in different ways."""

import pytest

from clesidra_desktop.domain.report_words import AGES, province_key, reported_age, same_categories, shown_names

YOUNG, MIDDLE, ELDER = AGES


@pytest.mark.parametrize(
    ("birth_year", "group", "expected"),
    [
        (1996, "", YOUNG),
        (1995, "", MIDDLE),
        (1977, "", MIDDLE),
        (1976, "", ELDER),
        (1976, "18-30", ELDER),  # a year says more than a group
        (2030, "", ""),
        (None, "", ""),
        (None, "18-30", YOUNG),
        (None, "25–34", ""),
        (None, "31 – 49", MIDDLE),
        (None, "៣៥-៤០", MIDDLE),
        (None, "50+", ELDER),
        (None, "35+", ""),
        (None, "≥ 60", ELDER),
        (None, "≤30", YOUNG),
        (None, "< 31", YOUNG),
        (None, "under 40", ""),
        (None, "42", MIDDLE),
        (None, "elder", ""),
        (None, MIDDLE, MIDDLE),
    ],
)
def test_ages_are_in_the_classes_of_reports_alone(birth_year: int | None, group: str, expected: str) -> None:
    assert reported_age(birth_year, group, 2026) == expected


def test_without_the_year_of_the_workshop_a_birth_year_says_nothing() -> None:
    assert reported_age(1990, "", None) == ""


def test_a_province_is_the_same_in_both_languages() -> None:
    assert province_key("ក្រចេះ") == province_key(" kratie ") == "Kratie"
    assert province_key("Sambour  district") == "Sambour district"


def test_one_spelling_is_shown_for_all_that_differ_in_letters_and_spaces() -> None:
    shown = shown_names({"CLESIDRA  II", "Clesidra II", "clesidra ii", "ក្រចេះ", ""})
    assert len({shown[one] for one in ("CLESIDRA  II", "Clesidra II", "clesidra ii")}) == 1
    assert shown["ក្រចេះ"] == "Kratie"
    assert shown[""] == ""


def test_categories_are_the_same_by_code_and_by_label() -> None:
    same = same_categories({("GOV", "Government"), ("GOV", "រដ្ឋាភិបាល"), ("G", "government"), ("CBO", "CBOs"), ("", "")})
    assert same["GOV", "Government"] == same["GOV", "រដ្ឋាភិបាល"] == same["G", "government"]
    assert same["CBO", "CBOs"] != same["G", "government"]
    assert same["", ""] == ""


def test_a_code_without_a_label_is_shown_by_the_label_of_another_workshop() -> None:
    same = same_categories({("GOV", ""), ("GOV", "Government"), ("X", "")})
    assert same == {("GOV", ""): "Government", ("GOV", "Government"): "Government", ("X", ""): "X"}
