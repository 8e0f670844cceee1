"""What the split says in data is said in words."""

from uuid import UUID

import pytest

from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.split import Harm, Move, NearSwap, Offer, Sentence, WhyHere, split_now
from clesidra_desktop.domain.workshop import Workshop
from clesidra_desktop.gui import split_words as words
from tests.helpers.builders import attendants, identity, sectors, workshop


@pytest.fixture
def people() -> Workshop:
    return workshop(attendants=attendants(4), sectors=sectors(2), groups=())


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        (Sentence("{attribute}: pairs", {"attribute": "age_group"}), "Age group: pairs"),
        (Sentence("{attributes}: spread", {"attributes": ("sex", "province")}), "Sex, Province: spread"),
        (Sentence("{value}: {most}", {"value": "F", "most": 3}), "female: 3"),
        (Sentence("{value}: {most}", {"value": "?", "most": 3}), "unknown: 3"),
        (Sentence("{value}: {most}", {"value": "youth", "most": 3}), "youth: 3"),
        (Sentence("{people} are locked.", {"people": "F"}), "F are locked."),
    ],
)
def test_codes_become_words(sentence: Sentence, said: str) -> None:
    assert words.say(sentence) == said


def test_why_somebody_sits_here(people: Workshop) -> None:
    locked = WhyHere(identity(1), "s1", True, (), ())
    together = WhyHere(identity(1), "s1", False, (identity(1), identity(2)), ())
    alone = WhyHere(identity(1), "s1", False, (), ())
    assert words.why_lines(locked, people, Language.ENGLISH) == ["Attendant 1 is locked in Sector 1."]
    assert words.why_lines(together, people, Language.ENGLISH) == [
        "Attendant 1 sits in Sector 1 together with Attendant 2, as a rule says."
    ]
    assert words.why_lines(alone, people, Language.ENGLISH) == ["There is only one group."]


def test_what_a_change_would_make_worse(people: Workshop) -> None:
    def swap(other: UUID | None, wish: int, *harms: Harm) -> NearSwap:
        return NearSwap(other, "s2", 0, wish, harms)

    why = WhyHere(
        identity(1),
        "s1",
        False,
        (),
        (
            swap(identity(2), 0, Harm(("sex", "F"), False, "s2", 3, 1, 2)),
            swap(None, 1, Harm(None, True, "s2", 1, 0, 0), Harm(None, False, "s2", 1, 0, 0)),
            swap(identity(3), 0),
        ),
    )
    assert words.why_lines(why, people, Language.ENGLISH)[1:] == [
        "With Attendant 2 in Sector 2: female: 3 in Sector 2, where 1–2 is fair",
        (
            "An empty seat in Sector 2: people who met before would meet again; a rule would be broken; wishes would "
            "be met less well"
        ),
        "With Attendant 3 in Sector 2: nothing would be worse",
    ]


def test_offers_name_who_moves(people: Workshop) -> None:
    split = split_now(people)
    names, titles = words.names_of(people, Language.ENGLISH), words.titles_of(people)
    assert words.offer_words(Offer((), split), names, titles) == f"Nobody moves: imbalance {split.imbalance}"
    one = Offer((Move(identity(1), "s1", "s2"),), split)
    assert words.offer_words(one, names, titles) == f"1 move: imbalance {split.imbalance} (Attendant 1 → Sector 2)"


def test_a_few_names_stand_for_many() -> None:
    assert words.some_names("abc") == "a, b, c"
    assert words.some_names("abcde") == "a, b, c and 2 more"
