"""What is taken from an attendant, and out of text, when a person is forgotten."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.attendance import age_class
from clesidra_desktop.domain.forgetting import NOBODY, Scrubber, forgotten, still_forgotten
from clesidra_desktop.domain.workshop import Attendant
from tests.helpers import builders as make
from tests.helpers import strategies

SCRUBBER = Scrubber(["Sok Dara", "សុខ ដារ៉ា", "សុខ ដារ", "Dara"], ["012 345 678", "12", "sd@x.kh", ""])


@given(strategies.attendants())
def test_what_is_counted_stays_and_nothing_else(attendant: Attendant) -> None:
    empty = forgotten(attendant, 2026)
    kept = ("id", "sex", "category", "province", "flags")
    assert all(getattr(empty, name) == getattr(attendant, name) for name in kept)
    assert [(stay.arrived, stay.left) for stay in empty.stays] == [(one.arrived, one.left) for one in attendant.stays]
    assert age_class(empty, 2026) == age_class(attendant, 2026)
    assert forgotten(empty, 2026) == empty
    assert (empty.name, empty.phone, empty.birth_year, empty.extensions) == (NOBODY, "", None, {})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mr Sok  Dara, 012 345\n678.", f"Mr {NOBODY}, {NOBODY}."),
        ("SOK DARA and sd@x.kh", f"{NOBODY} and {NOBODY}"),
        ("សុខ ដារិទ្ធ", "សុខ ដារិទ្ធ"),
        ("លោក សុខ ដារ៉ា", f"លោក {NOBODY}"),
        ("លោកសុខ ដារ៉ាបាននិយាយ", f"លោក{NOBODY}បាននិយាយ"),
        ("លោកសុខដារ៉ា", f"លោក{NOBODY}"),
        ("សុខ\u200bដា\u200bរ៉ា", NOBODY),
        ("Sok\u200bDara", NOBODY),
        ("Dara Sok and Dara, Sok", f"{NOBODY} and {NOBODY}"),
        ("SokDara", "SokDara"),
        ("Call 012345678 or 012-345-678, +855 12 345 678.", f"Call {NOBODY} or {NOBODY}, {NOBODY}."),
        ("855 12345678, (012) 345 678, ០១២ ៣៤៥ ៦៧៨", f"{NOBODY}, {NOBODY}, {NOBODY}"),
        ("10123456789, 0123456781", "10123456789, 0123456781"),
        ("Sok Darareth, Dara of 12", "Sok Darareth, Dara of 12"),
        ({"x-a": ["Sok Dara", 1, None]}, {"x-a": [NOBODY, 1, None]}),
    ],
)
def test_words_of_the_person_go_and_longer_ones_stay(text: Any, wanted: Any) -> None:
    assert SCRUBBER.scrub(text) == wanted


def test_a_name_of_one_word_goes_where_names_stand() -> None:
    assert SCRUBBER.scrub_name(["dara", "Darareth"]) == [NOBODY, "Darareth"]
    assert SCRUBBER.scrub_name("Sok Dara (chief)") == f"{NOBODY} (chief)"


@given(st.text())
def test_without_words_nothing_changes(text: str) -> None:
    assert Scrubber([], []).scrub(text) == text


def test_who_is_forgotten_here_is_in_nothing_that_comes_from_elsewhere() -> None:
    known = make.attendant(1, name="Sok Dara", phone="012 345 678", signature="signatures/1.png")
    other = make.attendant(2, name="Chan Sophea")
    theirs = make.workshop(
        attendants=(known, other),
        agenda=(make.item(speaker="Sok Dara", notes=make.points("Sok Dara: call 012 345 678")),),
        annexes=(make.annex(file="annexes/Sok Dara.pdf", title="Slides of Sok Dara"),),
        team=make.workshop().team,
    )
    ours = replace(theirs, attendants=(forgotten(known, 2026), other))
    clean = still_forgotten(theirs, ours)
    assert clean.attendants == ours.attendants
    assert (clean.agenda[0].speaker, clean.agenda[0].notes[0].text) == (NOBODY, f"{NOBODY}: call {NOBODY}")
    assert (clean.annexes[0].file, clean.annexes[0].title) == ("annexes/Sok Dara.pdf", f"Slides of {NOBODY}")
    assert (clean.language, clean.agenda[0].kind, clean.team) == (theirs.language, theirs.agenda[0].kind, theirs.team)
    twins = replace(theirs, attendants=(known, replace(other, name="Sok Dara")))
    assert still_forgotten(twins, ours).agenda[0].speaker == "Sok Dara"
    assert still_forgotten(ours, ours) is ours
    assert still_forgotten(theirs, theirs) is theirs
