"""Every row has a key of its own, and what named a row names it still."""

from dataclasses import replace

import pytest

from clesidra_desktop.domain.row_keys import fresh_key, new_key, with_keys
from clesidra_desktop.domain.workshop import (
    AgendaItem,
    Answer,
    Category,
    Group,
    Poll,
    Question,
    Sector,
    SplitRules,
    Wish,
)
from tests.helpers.builders import attendant, identity, item, workshop


@pytest.mark.parametrize(
    ("form", "taken", "key"),
    [
        (AgendaItem, (), "item-1"),
        (AgendaItem, ("a", "item-3"), "item-4"),
        (Category, ("CBO",), "C2"),
        (Poll, (), "poll-1"),
        (Sector, (), "sector-1"),
    ],
)
def test_a_new_key_is_one_that_no_row_has(form: type, taken: tuple[str, ...], key: str) -> None:
    assert new_key(form, taken) == key


def test_a_workshop_whose_rows_have_keys_stays_what_it_is() -> None:
    assert with_keys(workshop()) == workshop()


def test_empty_keys_and_those_that_stand_twice_are_others() -> None:
    made = with_keys(workshop(agenda=(item("a"), item(""), item("a"), item("item-4"), item(""))))
    assert [one.key for one in made.agenda] == ["a", "item-5", "item-6", "item-4", "item-7"]
    assert [one.title for one in made.agenda] == ["Item a", "Item ", "Item a", "Item item-4", "Item "]


def test_what_names_a_sector_or_a_question_names_it_still() -> None:
    made = with_keys(
        workshop(
            sectors=(Sector(key="s1", title="One"), Sector(key="", title="Two")),
            questions=(Question(key="", text="Why?"),),
            groups=(Group(sector=""), Group(sector="s1")),
            answers=(Answer(sector="", question=""),),
            split=SplitRules(wishes=(Wish(attendant=identity(1), sectors=("", "s1")),)),
        )
    )
    assert [one.key for one in made.sectors] == ["s1", "sector-3"]
    assert [one.sector for one in made.groups] == ["sector-3", "s1"]
    assert [(one.sector, one.question) for one in made.answers] == [("sector-3", "question-2")]
    assert made.split.wishes[0].sectors == ("sector-3", "s1")


def test_nobody_is_counted_for_a_category_that_had_no_code() -> None:
    before = workshop(
        categories=(Category(code="", label="Farmers"),), attendants=(attendant(1, category=""),), quotas=()
    )
    made = with_keys(before)
    assert made.categories == (Category(code="C2", label="Farmers"),)
    assert made == replace(before, categories=made.categories)


def test_a_fresh_key_has_its_mark_and_needs_no_other_rows() -> None:
    assert fresh_key(Poll, "3f9a0c21") == "poll-3f9a0c21"
