"""Names made alike for searching."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.names import Names, folded, joined_names, phone_digits, sounds


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("  Sok   DARA ", "sok dara"),
        ("Sok\u200bDara", "sokdara"),
        ("Zoé", "zoe"),
        ("សុខ\u200b ដារ៉ា", "សុខ ដារ៉ា"),
        ("លេខ ៤២", "លេខ 42"),
    ],
)
def test_folded(text: str, wanted: str) -> None:
    assert folded(text) == wanted


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("one", "other"), [("Sophea", "Sophia"), ("Chhay", "Chay"), ("Sok", "Sokk"), ("Vannak", "Vanak"), ("Phan", "Pan")]
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sounds(one) == sounds(other) != ""


@pytest.mark.parametrize(
    ("latin", "khmer"),
    [
        ("Sok Sophea", "សុខ សុភា"),
        ("Kim Dara", "គឹម ដារ៉ា"),
        ("Keo Sovann", "កែវ សុវណ្ណ"),
        ("Yin Piseth", "យិន ពិសិដ្ឋ"),
        ("Oum Vichea", "អ៊ុំ វិជ្ជា"),
        ("Bopha", "បុប្ផា"),
        ("Prak Chamroeun", "ប្រាក់ ចំរើន"),
        ("Bunthoeun", "ប៊ុនធឿន"),
        ("Leakena", "លក្ខិណា"),
    ],
)
def test_a_name_sounds_alike_in_both_scripts(latin: str, khmer: str) -> None:
    assert sounds(latin) == sounds(khmer)


def test_a_silenced_letter_is_not_heard() -> None:
    assert sounds("ចន្ទ៍") == sounds("ចន្")


@pytest.mark.parametrize(("one", "other"), [("Sok", "Tok"), ("Dara", "Dana"), ("សុខ", "សាន")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert sounds(one) != sounds(other)


@pytest.mark.parametrize(
    "phone", ["012 345 678", "+855 12 345 678", "0085512345678", "12345678", "០១២-៣៤៥-៦៧៨", "(012) 345.678"]
)
def test_one_phone_number_however_it_is_written(phone: str) -> None:
    assert phone_digits(phone) == "12345678"


def test_no_phone_has_no_digits() -> None:
    assert phone_digits("none") == ""


def test_names_are_known_in_both_letters_and_in_both_where_there_is_one() -> None:
    both, latin, khmer = Names("Sok Dara", "សុខ ដារ៉ា"), Names("Chan Thy"), Names("", "លី")
    assert (both, both.khmer) == ("Sok Dara", "សុខ ដារ៉ា")
    assert (latin.khmer, khmer) == ("Chan Thy", "លី")
    joined = joined_names([both, latin])
    assert (joined, joined.khmer) == ("Sok Dara, Chan Thy", "សុខ ដារ៉ា, Chan Thy")
