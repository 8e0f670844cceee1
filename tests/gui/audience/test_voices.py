"""What is said in one language or in both."""

from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.audience.content import NOW, QUESTION_OF
from clesidra_desktop.gui.audience.voices import Voices

ENGLISH, KHMER = Language.ENGLISH, Language.KHMER


def test_one_language_or_both() -> None:
    assert Voices([ENGLISH]).say(NOW) == "Now"
    assert Voices([KHMER]).say(NOW) == "ឥឡូវនេះ"
    assert Voices([KHMER, ENGLISH]).say(QUESTION_OF, number=1, all=3) == "សំណួរទី 1 ក្នុងចំណោម 3 · Question 1 of 3"


def test_names_are_those_of_the_language_else_those_that_are_known() -> None:
    assert Voices([ENGLISH]).name("Sok Dara", "សុខ ដារ៉ា") == "Sok Dara"
    assert Voices([KHMER]).name("Sok Dara", "សុខ ដារ៉ា") == "សុខ ដារ៉ា"
    assert Voices([KHMER]).name("Sok Dara", "") == "Sok Dara"
    assert Voices([ENGLISH, KHMER]).name("Sok Dara", "សុខ ដារ៉ា") == "Sok Dara សុខ ដារ៉ា"
    assert Voices([ENGLISH]).name("", "") == ""
