"""Whether two are one person."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.workshop import Attendant, Sex
from clesidra_desktop.services.lists.doubles import Likeness, keys, likeness, name_key


def one(name: str, **details: Any) -> Attendant:
    return Attendant(id=UUID(int=1), name=name, **details)


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        (one("Sok Dara", organization="NGO Forum"), one("SOK  dara", organization="NGO forum."), Likeness.SAME),
        (one("Mr. Sok Dara", phone="012 345 678"), one("SokDara", phone="+855 12345678"), Likeness.SAME),
        (one("លោក សុខ ដារ៉ា", phone="012 345 678"), one("សុខដារ៉ា", phone="012345678"), Likeness.SAME),
        (one("A", name_km="ខ\u200bស្ដី", phone="012345678"), one("B", name_km="ខ ស្តី", phone="012345678"), Likeness.SAME),
        (one("Sok Dara", phone="1 / 012 345 678"), one("Sok Dara", phone="012 345 678 / 2"), Likeness.SAME),
        (one("Sok Dara"), one("Sok Dara"), Likeness.PERHAPS),
        (one("Sok Dara", organization="X"), one("Sok Dara", organization="Y"), Likeness.PERHAPS),
        (one("Dara", organization="X", sex=Sex.MALE), one("Dara", organization="X", sex=Sex.FEMALE), Likeness.PERHAPS),
        (one("Sok Dara", sex=Sex.MALE), one("Sok Dara", sex=Sex.FEMALE), Likeness.NO),
        (one("Sok Dara", birth_year=1960), one("Sok Dara", birth_year=1990), Likeness.NO),
        (one("Sok Dara", organization="X"), one("Dara Sok", organization="X"), Likeness.PERHAPS),
        (one("Sok Sophea", organization="X"), one("Sok Sophia", organization="X"), Likeness.PERHAPS),
        (one("Sok Sophea", organization="X"), one("Sok Sophia", organization="Ministry"), Likeness.NO),
        (one("Sok Sophea", phone="012 345 678"), one("S. Sophea", phone="012 345 678"), Likeness.PERHAPS),
        (one("Sok Sophea", phone="012 345 678"), one("Heng Vichet", phone="012 345 678"), Likeness.NO),
        (one("Sok Dara", phone="012 345 678"), one("សុខ ដារ៉ា", phone="012 345 678"), Likeness.PERHAPS),
        (one("Sok Dara", organization="X"), one("Heng Vichet", organization="X"), Likeness.NO),
    ],
)  # fmt: skip
def test_likeness(left: Attendant, right: Attendant, wanted: Likeness) -> None:
    assert likeness(left, right) is wanted
    assert likeness(right, left) is wanted
    if wanted is not Likeness.NO:
        assert set(keys(left)) & set(keys(right))


def test_a_title_alone_is_a_name() -> None:
    assert name_key("Ms") == "ms"
    assert name_key("H.E. Sok") == "sok"


WORDS = st.text(st.sampled_from("aeknos ្តដសុ."), max_size=8)
PEOPLE = st.builds(
    one, WORDS, name_km=WORDS, phone=st.sampled_from(("", "012 345 678", "097 111 2222")), organization=WORDS
)


@given(PEOPLE, PEOPLE)
def test_what_is_certain_is_found_by_a_key(left: Attendant, right: Attendant) -> None:
    assert likeness(left, right) is likeness(right, left)
    if likeness(left, right) is Likeness.SAME:
        assert set(keys(left)) & set(keys(right))
