"""Finding people while a name is typed."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clesidra_desktop.services.people_search import Findable, PeopleIndex

PEOPLE = [
    Findable(UUID(int=1), "Sok Sophea", "សុខ សុភា", "012 345 678", "Koh Trong Fishery"),
    Findable(UUID(int=2), "Chan Sopheap", "", "+855 97 111 2222", "Network of Sok San"),
    Findable(UUID(int=3), "Kim Dara", "គឹម ដារ៉ា", "", "Koh Trong Fishery"),
    Findable(UUID(int=4), "Dara Sok", "", "", ""),
    Findable(UUID(int=5), "Oum Vichea", "", "", ""),
]


def found(typed: str, index: PeopleIndex | None = None) -> list[int]:
    return [one.int for one in (index or PeopleIndex(PEOPLE)).find(typed)]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("sok", [1, 2, 4]),
        ("SOK s", [1, 2]),
        ("sophea sok", [1]),
        ("phea", [1, 2]),
        ("សុភា", [1]),
        ("ដារ៉ា", [3]),
        ("012345", [1]),
        ("97 111", [2]),
        ("+855 12 345 678", [1]),
        ("koh dara", [3]),
        ("sok sophia", [1]),
        ("vichia", [5]),
        ("", []),
        ("   ", []),
        ("nobody", []),
    ],
)
def test_finding(typed: str, wanted: list[int]) -> None:
    assert found(typed)[: len(wanted)] == wanted
    assert wanted or not found(typed)


def test_no_more_are_offered_than_wanted() -> None:
    many = PeopleIndex([Findable(UUID(int=number), f"Sok {number}") for number in range(100)])
    assert found("sok", many) == list(range(8))


def test_who_came_last_is_found_at_once_and_with_the_newest_details() -> None:
    index = PeopleIndex(PEOPLE)
    index.put(Findable(UUID(int=9), "Sok Newcomer"))
    index.put(Findable(UUID(int=3), "Kim Darareth"))
    assert found("sok", index)[0] == 9
    assert found("darareth", index) == [3]
    assert 3 not in found("koh trong", index)


def test_the_whole_name_comes_before_one_that_goes_on() -> None:
    longer = [Findable(UUID(int=7), "Kim Dara Vuthy"), Findable(UUID(int=8), "Kim Sok Dara")]
    assert found("kim dara", PeopleIndex([*longer, *PEOPLE])) == [3, 7, 8]


def test_a_whole_name_of_several_common_words_is_found_among_many() -> None:
    """Each word alone is in more names than are looked at."""
    many = [
        Findable(UUID(int=number), f"{'Sok Dara' if number % 2 else 'Sok Vuthy'} {number}") for number in range(9000)
    ]
    many.append(Findable(UUID(int=9000), "Vuthy Dara Sok"))
    assert found("sok dara vuthy", PeopleIndex(many))[0] == 9000


def test_who_is_awaited_comes_before_who_is_here() -> None:
    index = PeopleIndex([*PEOPLE, Findable(UUID(int=6), "Sok Thida")], here=[UUID(int=1)])
    assert found("sok", index) == [6, 1, 2, 4]
    index.mark_here(UUID(int=1), here=False)
    index.mark_here(UUID(int=2), here=True)
    assert found("sok", index) == [1, 6, 4, 2]
    index.put(Findable(UUID(int=9), "Sok Newcomer"), here=True)
    assert found("sok", index) == [1, 6, 9, 4, 2]


def test_who_was_removed_is_found_no_more() -> None:
    index = PeopleIndex(PEOPLE)
    index.put(Findable(UUID(int=9), "Sok Newcomer"))
    for number in (1, 9, 77):
        index.remove(UUID(int=number))
    assert found("sok", index) == [2, 4]
    assert found("sok sophia", index) == []


@pytest.mark.parametrize(("typed", "wanted"), [("វិជា", 5), ("chan sopheap", 2), ("meas sokha", 6), ("sok reth", 6)])
def test_a_name_is_found_in_the_letters_that_it_is_not_written_in(typed: str, wanted: int) -> None:
    index = PeopleIndex([*PEOPLE, Findable(UUID(int=6), "មាស សុខា", also="Sok Reth")])
    assert found(typed, index)[0] == wanted


def test_an_empty_directory_has_nobody() -> None:
    assert found("sok", PeopleIndex([])) == []


NAMES = st.text(st.sampled_from("abcdeសុខ -'1"), max_size=12)


@given(st.lists(st.tuples(NAMES, NAMES), max_size=8), NAMES)
def test_nobody_who_has_all_that_was_typed_is_missed(people: list[tuple[str, str]], typed: str) -> None:
    listed = [Findable(UUID(int=place), *both) for place, both in enumerate(people)]
    ids = set(PeopleIndex(listed).find(typed, limit=100))
    tokens = typed.casefold().split()
    if tokens and any(character.isalpha() for character in typed):
        assert {one.id for one in listed if all(token in one.words() for token in tokens)} <= ids
