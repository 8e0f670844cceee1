"""The provinces that are offered."""

from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.provinces import PROVINCES, province_names


def test_there_are_twenty_five_in_both_languages_each_once() -> None:
    for language in Language:
        assert len(set(province_names(language))) == len(PROVINCES) == 25


def test_names_are_those_of_the_language() -> None:
    assert "Kratie" in province_names(Language.ENGLISH)
    assert "ក្រចេះ" in province_names(Language.KHMER)
