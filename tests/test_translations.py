"""The Khmer of the screens: every sentence has it, with the same values and the same marks."""

import json
import re
from collections import Counter

import pytest

from tests.helpers.sentences import ROOT, of_code, of_forms

KHMER = re.compile("[\u1780-\u17ff]")
VALUE = re.compile(r"\{\w[^}]*\}")
"""A value with its format, such as `{time:%H:%M}`."""

SAME_IN_BOTH = re.compile(r"[\W\dA-Z]*|.*\.(db|json)|–")
"""What needs no translation: signs, numbers and abbreviations."""

CATALOGUES = sorted((ROOT / "resources" / "translations" / "km").glob("*.json"))


def khmer() -> dict[str, str]:
    sentences: dict[str, str] = {}
    for path in CATALOGUES:
        sentences |= json.loads(path.read_text(encoding="utf-8"))
    return sentences


def wanted() -> dict[str, str]:
    return {text: where for text, where in [*of_code(), *of_forms()] if not SAME_IN_BOTH.fullmatch(text)}


def test_every_sentence_has_its_khmer() -> None:
    have = khmer()

    assert {text: where for text, where in wanted().items() if text not in have} == {}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_the_khmer_has_the_same_values_and_marks(path: object) -> None:
    wrong = {
        english: text
        for english, text in json.loads(path.read_text(encoding="utf-8")).items()  # type: ignore[attr-defined]
        if set(VALUE.findall(english)) != set(VALUE.findall(text))
        or english.count("&") != text.count("&")
        or not KHMER.search(text)
    }

    assert wrong == {}


def test_no_sentence_is_translated_in_two_ways() -> None:
    seen: dict[str, set[str]] = {}
    for path in CATALOGUES:
        for english, text in json.loads(path.read_text(encoding="utf-8")).items():
            seen.setdefault(english, set()).add(text)

    assert {english for english, texts in seen.items() if len(texts) > 1} == set()


def test_the_source_is_read() -> None:
    found = Counter(text for text, _ in [*of_code(), *of_forms()])

    assert found["Welcome to Clesidra"]
    assert found["An attendant needs a name. Type it, or what the person is called."]
    assert found["Search by title or place"]


def test_sentences_are_found_wherever_they_stand() -> None:
    found = {text for text, _ in of_code()}

    assert "The names differ." in found  # a member of an enumeration
    assert "Agenda item no. {number} has no title. Type one." in found  # one of several rows
    assert "The name {file} is too long. Choose a shorter one." in found  # a value of a local mapping
    assert "{address} is not a database of workshops. Choose another file." in found  # a constant in a mapping
    assert "{file} has no pages; it is attached. Export it as PDF again." in found  # given to a function of the module
