"""An independent referee of splits: counts pairs and rules from the groups alone, with nothing of the program's own."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any
from uuid import UUID

from clesidra_desktop.domain.workshop import Attendant, Workshop

PROTECTED = ("category", "sex")
USUAL = (*PROTECTED, "age", "province", "organization")


def _age(attendant: Attendant, year: int) -> str:
    if attendant.age_group:
        return attendant.age_group
    if attendant.birth_year is None or attendant.birth_year > year:
        return ""
    years = year - attendant.birth_year
    return "young" if years <= 30 else "middle" if years < 50 else "old"


def _shares(one: Attendant, other: Attendant, attribute: str, year: int) -> bool:
    if attribute.endswith("+sex"):
        return one.sex == other.sex and _shares(one, other, attribute.removesuffix("+sex"), year)
    if attribute == "age":
        return _age(one, year) == _age(other, year)
    if attribute == "organization":
        return bool(one.organization) and one.organization == other.organization
    return bool(getattr(one, attribute) == getattr(other, attribute))


def pairs_inside(workshop: Workshop, groups: Sequence[Sequence[UUID]], attribute: str) -> int:
    """Count, pair by pair, those who share a value inside a group."""
    people = {one.id: one for one in workshop.attendants}
    year = workshop.starts.year if workshop.starts else 0
    return sum(
        _shares(people[one], people[other], attribute, year)
        for group in groups
        for one, other in combinations(group, 2)
    )


def least_pairs(workshop: Workshop, seated: Sequence[UUID], attribute: str) -> int:
    """Count the pairs of the same value that remain when its bearers are seated one after the other in turn."""
    people = [one for one in workshop.attendants if one.id in set(seated)]
    year = workshop.starts.year if workshop.starts else 0
    classes: list[list[Attendant]] = []
    for one in people:
        for known in classes:
            if _shares(known[0], one, attribute, year):
                known.append(one)
                break
        else:
            classes.append([one])
    total = 0
    for bearers in classes:
        sizes = Counter(number % len(workshop.sectors) for number in range(len(bearers)))
        total += sum(size * (size - 1) // 2 for size in sizes.values())
    return total


def avoidable(workshop: Workshop, groups: Sequence[Sequence[UUID]], attributes: Sequence[str] = USUAL) -> int:
    """Count the pairs beyond the least number possible, over the attributes."""
    seated = [one for group in groups for one in group]
    return sum(pairs_inside(workshop, groups, one) - least_pairs(workshop, seated, one) for one in attributes)


def broken_rules(workshop: Workshop, groups: Sequence[Sequence[UUID]]) -> Iterator[str]:
    """Yield what breaks a hard rule, in words."""
    rules = workshop.split
    seat = {one: place for place, group in enumerate(groups) for one in group}
    keys = [sector.key for sector in workshop.sectors]
    wanted = sorted(one.id for one in workshop.attendants if one.id not in rules.left_out)
    if sorted(one for group in groups for one in group) != wanted:
        yield "somebody is not seated once"
    sizes = [len(group) for group in groups]
    if max(sizes) - min(sizes) > 1:
        yield f"sizes {sizes}"
    for group in workshop.groups:
        yield from (f"{one} is not locked" for one in group.locked if seat[one] != keys.index(group.sector))
    for people in rules.together:
        if len({seat[one] for one in people if one in seat}) > 1:
            yield f"{people} not together"
    for people in rules.apart:
        here = [seat[one] for one in people if one in seat]
        if len(set(here)) < len(here):
            yield f"{people} not apart"
    with_one = {seat[one] for one in rules.facilitators if one in seat}
    if len(with_one) < min(len(keys), len([one for one in rules.facilitators if one in seat])):
        yield "a group without a facilitator"


def wish_cost(workshop: Workshop, groups: Sequence[Sequence[UUID]]) -> int:
    """Add up the ranks of the wishes that are met, from 0 on; 4 for everybody who is elsewhere."""
    keys = [sector.key for sector in workshop.sectors]
    seat = {one: keys[place] for place, group in enumerate(groups) for one in group}
    return sum(
        wish.sectors.index(seat[wish.attendant]) if seat[wish.attendant] in wish.sectors[:4] else 4
        for wish in workshop.split.wishes
        if wish.sectors and wish.attendant in seat
    )


def members(split: Any) -> list[tuple[UUID, ...]]:
    """Return the members of the groups of a split."""
    return [group.members for group in split.groups]
