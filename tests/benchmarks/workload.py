"""What the benchmarks write: the sample workshop with as many attendants as are asked for."""

import random
from dataclasses import replace
from uuid import UUID

from clesidra_desktop.domain.workshop import Attendant, Workshop
from clesidra_desktop.exchange.workshop_file.reading import read_workshop_file
from clesidra_desktop.paths import resource

SAMPLE = "samples/ratanakiri/workshop.json"

FAMILY_NAMES = ("សុខ", "ចាន់", "គឹម", "ហេង", "លី", "ម៉ៅ", "ទេព", "នួន", "ព្រំ", "ឌួង", "កែវ", "អ៊ុក")
GIVEN_NAMES = ("សុភា", "វណ្ណា", "ស្រីនាង", "បូរី", "រតនា", "សុវណ្ណ", "ចន្ធូ", "ពិសិដ្ឋ", "មករា", "ធារី", "កុសល", "ម៉ាលី")
ORGANIZATIONS = ("សហគមន៍ព្រៃឈើសំបូរ", "អង្គការក្នុងស្រុក", "មន្ទីរកសិកម្មខេត្ត", "សហគមន៍នេសាទកោះត្រង់")


def workshop(count: int, *, khmer: bool) -> Workshop:
    """Return the sample workshop with `count` attendants, whose names are in Khmer if asked for."""
    sample = read_workshop_file(resource(SAMPLE)).workshop
    chance = random.Random(count)  # noqa: S311 - not for secrets
    attendants = tuple(_attendant(chance, sample.attendants, index, khmer=khmer) for index in range(count))
    return replace(sample, attendants=attendants, groups=())


def _attendant(chance: random.Random, models: tuple[Attendant, ...], index: int, *, khmer: bool) -> Attendant:
    phone = f"0{chance.randrange(10, 99)} {chance.randrange(100, 999)} {chance.randrange(100, 999)}"
    made = replace(
        chance.choice(models), id=UUID(int=chance.getrandbits(128)), phone=phone, email=f"person{index}@example.org"
    )
    if not khmer:
        return replace(made, name=f"{made.name} {chance.choice('ABCDEFGHJKLM')}.", name_km="")
    name = f"{chance.choice(FAMILY_NAMES)} {chance.choice(GIVEN_NAMES)}{chance.choice(GIVEN_NAMES)}"
    return replace(made, name=name, name_km="", organization=chance.choice(ORGANIZATIONS))
