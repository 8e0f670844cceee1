"""People as an office in Cambodia meets them: few family names, many spellings, names that many share."""

import random
from collections.abc import Iterator
from uuid import UUID

from clesidra_desktop.domain.people import Person

FAMILY = (
    "Sok", "Chan", "Kim", "Heng", "Touch", "Sin", "Tep", "Som", "Yin", "Phan", "Meas", "Keo", "Prak", "Ly", "Oum",
    "Chea", "Nhem", "Ros", "Sim", "Mao", "Hun", "Pen", "Chhim", "Long", "Nuon", "Eang", "Vong", "Khiev",
)  # fmt: skip
GIVEN = (
    "Dara", "Sophea", "Vichea", "Vuthy", "Phalla", "Leakena", "Kosal", "Chamroeun", "Narith", "Piseth", "Maly",
    "Kunthea", "Vannak", "Sovann", "Sarith", "Samnang", "Rachana", "Bunthoeun", "Sophal", "Vibol", "Bopha",
    "Sreymom", "Ratha", "Rithy", "Thida", "Channary", "Sokha", "Veasna", "Kanha", "Sreyneang",
)  # fmt: skip
PLACES = (
    "Sambour", "Chhlong", "Snuol", "Kampi", "Damrae", "Kratie", "Koh_Trong", "Prek_Prasab",
)  # fmt: skip
KINDS = ("Community Forestry", "Fishery Community", "Local NGO", "Commune Council", "Women Network")


def people(count: int) -> Iterator[Person]:
    """Yield people, the same ones in every run."""
    chance = random.Random(count)  # noqa: S311 - not for secrets
    for number in range(1, count + 1):
        place = chance.choice(PLACES).replace("_", " ")
        yield Person(
            id=UUID(int=number),
            name=_name(chance),
            phone=f"0{chance.choice((12, 61, 88, 97))} {chance.randrange(10**6):06}" if chance.random() < 0.8 else "",
            organization=f"{chance.choice(KINDS)} {place} {chance.randrange(count // 200 + 1)}",
            birth_year=chance.randrange(1950, 2006) if chance.random() < 0.6 else None,
        )


def typed(known: list[Person], count: int) -> Iterator[str]:
    """Yield what stands in the search box after each key while people are looked for."""
    chance = random.Random(count)  # noqa: S311 - not for secrets
    for _ in range(count):
        one = chance.choice(known)
        words = one.name.split()
        wanted = chance.choice(
            (one.name, one.name.lower(), " ".join(reversed(words)), one.name.replace("ea", "ia"), one.phone, words[-1])
        )
        yield from (wanted[:length] for length in range(1, len(wanted) + 1))


def _name(chance: random.Random) -> str:
    given = chance.choice(GIVEN)
    if chance.random() < 0.3:
        given = given[:-1] + chance.choice("aeioyn")
    more = f" {chance.choice(GIVEN)}" if chance.random() < 0.25 else ""
    return f"{chance.choice(FAMILY)} {given}{more}"
