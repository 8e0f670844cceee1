"""An office with several workshops, at which the same people meet again."""

import random
from datetime import date, datetime, timedelta
from uuid import UUID

from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.people import attendant_of
from clesidra_desktop.domain.workshop import (
    Attendant,
    Category,
    Flag,
    Programme,
    Quota,
    QuotaAttribute,
    Sex,
    WayForward,
    Workshop,
)
from clesidra_desktop.services.workshops import import_workshop
from clesidra_desktop.storage.database import Database
from tests.benchmarks.people import people
from tests.helpers import builders as make

TODAY = date(2026, 11, 5)
CATEGORIES = (
    ("CF", "Community Forestry", "សហគមន៍ព្រៃឈើ"),
    ("CFI", "Fishery Community", "សហគមន៍នេសាទ"),
    ("NGO", "NGOs", "អង្គការក្រៅរដ្ឋាភិបាល"),
    ("GOV", "Local authorities", "អាជ្ញាធរមូលដ្ឋាន"),
)
PLACES = (("Kratie", "ក្រចេះ"), ("Ratanakiri", "រតនគិរី"), ("Stung Treng", "ស្ទឹងត្រែង"))
DAYS = (
    datetime(2025, 2, 12, 8), datetime(2025, 5, 20, 8), datetime(2025, 9, 3, 8), datetime(2025, 11, 18, 8),
    datetime(2026, 1, 15, 8), datetime(2026, 3, 24, 8), datetime(2026, 6, 12, 8), datetime(2026, 9, 30, 8),
)  # fmt: skip
OFFICE_YEARS = 2025, 2026
EVERYBODY = 60


def office_workshops(each: int = 16) -> list[Workshop]:
    """Return eight workshops over two years, every third of them in Khmer, in two programmes."""
    chance = random.Random(11)  # noqa: S311 - not for secrets
    known = list(people(EVERYBODY))
    return [
        _workshop(number, starts, [known[place] for place in chance.sample(range(EVERYBODY), each)])
        for number, starts in enumerate(DAYS)
    ]


def open_office(database: Database) -> list[Workshop]:
    """Take the workshops into a database, and return them."""
    workshops = office_workshops()
    for one in workshops:
        import_workshop(database, one, {}, who="Bopha")
    return workshops


def _workshop(number: int, starts: datetime, met: list[object]) -> Workshop:
    khmer = number % 3 == 2
    place = PLACES[number % 3]
    programmes = ("CLESIDRA", "Mekong Fisheries")
    return make.workshop(
        id=UUID(int=5000 + number),
        language=Language.KHMER if khmer else Language.ENGLISH,
        title=f"វេទិកាព្រៃឈើ លើកទី {number}" if khmer else f"Forest forum {number + 1}",
        programme=Programme(name=programmes[number % 4 == 3], funder="A donor"),
        starts=starts,
        ends=starts + timedelta(days=number % 2, hours=9),
        place=place[khmer],
        categories=tuple(Category(code=code, label=km if khmer else en) for code, en, km in CATEGORIES),
        attendants=tuple(_attendant(number, person, khmer=khmer) for person in met),
        quotas=(
            Quota(attribute=QuotaAttribute.SEX, value="F", share=0.4 if number < 5 else 0.45),
            Quota(attribute=QuotaAttribute.CATEGORY, value="CF", share=0.25),
        ),
        ways_forward=tuple(
            WayForward(id=UUID(int=9000 + number * 10 + one), text=f"Way {one}", due=due)
            for one, due in enumerate(("2026-03-01", "2027-01-31", "soon"))
        ),
        groups=(),
    )


def _attendant(number: int, person: object, *, khmer: bool) -> Attendant:
    one = attendant_of(person, UUID(int=10_000 + number * 100 + person.id.int))  # type: ignore[attr-defined,arg-type]
    of = one.id.int
    who = person.id.int  # type: ignore[attr-defined]
    return make.attendant(
        1,
        id=UUID(int=of),
        name=one.name,
        phone=one.phone or f"011 {who:06}",
        organization=one.organization,
        birth_year=one.birth_year,
        sex=(Sex.FEMALE, Sex.MALE, Sex.FEMALE, Sex.MALE, Sex.MALE, None, Sex.FEMALE)[who % 7],
        category=CATEGORIES[who % 4][0] if who % 11 else "",
        province=PLACES[who % 3][khmer] if who % 9 else "",
        flags=(Flag.INDIGENOUS,) if who % 4 == 0 else (),
        stays=(make.stay(DAYS[number]),) if who % 10 else (),
    )
