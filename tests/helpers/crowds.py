"""Lists of attendants to be split: such as an office has, tight ones, and any."""

from collections.abc import Sequence
from random import Random
from typing import Any

from hypothesis import strategies as st

from clesidra_desktop.domain.workshop import Attendant, Sex, SplitRules, Wish, Workshop
from tests.helpers.builders import attendant, sectors, workshop

CATEGORIES, PROVINCES = ("CBO", "LNGO", "GOV", "CCC"), ("Kratie", "Stung Treng", "Mondulkiri", "Ratanakiri", "")


def crowd(people: Sequence[Attendant], groups: int, **rules: Any) -> Workshop:
    """Return a workshop of these people with so many sectors and the rules of its split; nobody sits yet."""
    return workshop(attendants=tuple(people), sectors=sectors(groups), groups=(), answers=(), split=SplitRules(**rules))


def office_list(size: int, seed: int) -> list[Attendant]:
    """Return attendants as an office has them: uneven categories, blanks, few from the same organization."""
    draw = Random(seed)  # noqa: S311 -- makes a list, not a secret
    return [
        attendant(
            number + 1000 * seed,
            category=draw.choices(CATEGORIES, (21, 22, 8, 5))[0],
            sex=draw.choice((Sex.FEMALE, Sex.MALE, None)),
            birth_year=draw.choice((None, *range(1950, 2005))),
            province=draw.choices(PROVINCES, (20, 10, 10, 8, 2))[0],
            organization=draw.choice(("", *(f"Organization {n}" for n in range(size * 3 // 5)))),
        )
        for number in range(1, size + 1)
    ]


def tight_list(groups: int, each: int, seed: int, more: int = 0) -> list[Attendant]:
    """Return attendants of whom every value has a multiple of the number of groups, but for a few `more`.

    They are made as groups of one composition, so that an imbalance of 0 is possible; any two people who are
    exchanged without the same values make it worse.
    """
    draw = Random(seed)  # noqa: S311
    choices: tuple[Sequence[Any], ...] = (
        CATEGORIES,
        tuple(Sex),
        (1960, 1980, 2000, None),
        PROVINCES,
        [f"Organization {number}" for number in range(7)],
    )
    columns = [[draw.choice(values) for _ in range(each)] for values in choices]
    people = []
    for _ in range(groups):
        for column in columns:
            draw.shuffle(column)
        people += list(zip(*columns, strict=True))
    people += [tuple(draw.choice(values) for values in choices) for _ in range(more)]
    draw.shuffle(people)
    names = ("category", "sex", "birth_year", "province", "organization")
    return [attendant(number, **dict(zip(names, one, strict=True))) for number, one in enumerate(people, start=1)]


def skewed_wishes(people: Sequence[Attendant], groups: int, seed: int) -> tuple[Wish, ...]:
    """Return three wishes each for three of four people; some sectors are much more wished for than others."""
    draw = Random(seed)  # noqa: S311
    popular = [1 / (number + 1) for number in range(groups)]
    draw.shuffle(popular)
    wishes = []
    for one in people:
        if draw.random() < 0.75:
            left = list(range(groups))
            ranked = []
            for _ in range(min(3, groups)):
                ranked.append(draw.choices(left, [popular[place] for place in left])[0])
                left.remove(ranked[-1])
            wishes.append(Wish(attendant=one.id, sectors=tuple(f"s{place + 1}" for place in ranked)))
    return tuple(wishes)


@st.composite
def crowds(draw: st.DrawFn, most: int = 40) -> Workshop:
    """Workshops with people of few values, and one to nine sectors."""
    few = st.sampled_from(("", "a", "b", "c"))
    person = st.builds(
        attendant,
        st.integers(1, 10_000),
        category=few,
        sex=st.none() | st.sampled_from(Sex),
        province=few,
        organization=few,
        birth_year=st.none() | st.sampled_from((1960, 1980, 2000, 2600)),
    )
    people = draw(st.lists(person, max_size=most, unique_by=lambda one: one.id))
    return crowd(people, draw(st.integers(1, 9)))
