"""Keys that two computers do not make twice."""

from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.domain.keys import is_marked, is_marked_with, mark_of, marked_with, without_mark
from clesidra_desktop.domain.row_keys import fresh_key
from clesidra_desktop.domain.topics import is_numbered
from clesidra_desktop.domain.workshop import Sector
from clesidra_desktop.storage.ids import new_mark


@given(st.text(), st.text(), st.text())
def test_the_mark_of_a_content_is_always_the_same(key: str, one: str, other: str) -> None:
    marked = marked_with(key, one)
    assert is_marked(marked)
    assert without_mark(marked) == key
    assert is_marked_with(marked, other) == (one == other)
    assert mark_of("Closing") == "f79ebae4"


def test_a_new_key_is_marked_and_says_nothing() -> None:
    key = fresh_key(Sector, new_mark())
    assert is_marked(key)
    assert is_numbered(key)
    assert is_numbered(marked_with("sector-3", "Fish"))
    assert without_mark(key) == "sector"


def test_what_people_type_and_what_was_counted_has_no_mark() -> None:
    typed = ("water", "item-12", "sector-fisheries", "annex-3f9a0c2", "item-3f9a0c21x", "C5", "3f9a0c21", "ទឹក-៤")
    assert [key for key in typed if is_marked(key)] == []
    assert [without_mark(key) for key in typed] == list(typed)
