"""Words are counted and parted in every script."""

import pytest
from hypothesis import given

from clesidra_desktop.documents.words import ZERO_WIDTH_SPACE, breakable, count_words
from tests.helpers.strategies import texts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("  … — !", 0),
        ("Three wells, 1.5 m deep", 5),
        ("l’eau d'ici", 2),
        ("ពួកគេចង់ឃើញសហគមន៍ធ្វើការជាមួយគ្នា", 6),
        ("ពួកគេ\u200bចង់ឃើញ", 3),
        ("ទឹក 3 wells", 3),
        ("៥៦ នាក់។", 2),
    ],
)
def test_words(text: str, count: int) -> None:
    assert count_words(text) == count


def test_khmer_may_end_a_line_between_its_words() -> None:
    parted = breakable("ភូមិនេះមានស្ត្រី in Kratie")

    assert parted.split(ZERO_WIDTH_SPACE) == ["ភូមិ", "នេះ", "មាន", "ស្ត្រី in Kratie"]
    assert count_words(parted) == count_words("ភូមិនេះមានស្ត្រី in Kratie") == 6


def test_latin_text_is_left_alone() -> None:
    assert breakable("Good Governance – 12") == "Good Governance – 12"


@given(texts(40))
def test_nothing_but_places_to_break_is_added(text: str) -> None:
    assert breakable(text).replace(ZERO_WIDTH_SPACE, "") == text.replace(ZERO_WIDTH_SPACE, "")


def test_no_line_begins_with_a_khmer_full_stop() -> None:
    parted = breakable("មិនបានកត់ត្រាចម្លើយ។ ល្អៗ ៣៤៛")

    assert parted.endswith("ចម្លើយ។ ល្អៗ ៣៤៛")
    assert ZERO_WIDTH_SPACE in parted
