"""What is said in one language or in both."""

from datetime import date, datetime

from clesidra_desktop.domain.language import Language
from clesidra_desktop.gui.audience.content import IT_GOES_ON, NOW, QUESTION_OF
from clesidra_desktop.gui.audience.voices import Voices

ENGLISH, KHMER = Language.ENGLISH, Language.KHMER


def test_one_language_or_both() -> None:
    assert Voices([ENGLISH]).say(NOW) == "Now"
    assert Voices([KHMER]).say(NOW) == "ឥឡូវនេះ"
    assert Voices([KHMER, ENGLISH]).say(QUESTION_OF, number=1, all=3) == "សំណួរទី ១ ក្នុងចំណោម ៣ · Question 1 of 3"


def test_names_are_those_of_the_language_else_those_that_are_known() -> None:
    assert Voices([ENGLISH]).name("Sok Dara", "សុខ ដារ៉ា") == "Sok Dara"
    assert Voices([KHMER]).name("Sok Dara", "សុខ ដារ៉ា") == "សុខ ដារ៉ា"
    assert Voices([KHMER]).name("Sok Dara", "") == "Sok Dara"
    assert Voices([ENGLISH, KHMER]).name("Sok Dara", "សុខ ដារ៉ា") == "Sok Dara សុខ ដារ៉ា"
    assert Voices([ENGLISH]).name("", "") == ""


def test_numbers_days_and_times_are_written_as_each_language_writes_them() -> None:
    moment, khmer = datetime(2026, 12, 2, 8, 30), Voices([KHMER])
    assert Voices([KHMER, ENGLISH]).say(IT_GOES_ON, time=moment) == "យើងបន្តនៅម៉ោង ០៨:៣០ · We go on at 08:30"
    assert khmer.date(date(2026, 12, 2)) == "ថ្ងៃទី២ ខែធ្នូ ឆ្នាំ២០២៦"
    assert khmer.figures("14:05") == "១៤:០៥"
    assert Voices([ENGLISH, KHMER]).figures("14:05") == Voices([ENGLISH]).figures("14:05") == "14:05"


def test_a_time_to_come_is_said_with_its_day_where_that_is_not_today() -> None:
    voices, now = Voices([ENGLISH]), datetime(2026, 12, 1, 17, 5)
    assert voices.when(datetime(2026, 12, 1, 17, 30), now) == "17:30"
    assert voices.when(datetime(2026, 12, 2, 8, 30), now) == "tomorrow, 08:30"
    assert voices.when(datetime(2026, 12, 4, 8, 30), now) == "4 December 2026, 08:30"
