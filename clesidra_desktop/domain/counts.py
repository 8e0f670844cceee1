"""Counts of those who came by category, sex and age; what is unknown of them is counted as unknown."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from clesidra_desktop.domain.attendance import age_class, those_who_came
from clesidra_desktop.domain.rapporteurs import rapporteurs
from clesidra_desktop.domain.workshop import Attendant, Category, Sex, Workshop


@dataclass(frozen=True, slots=True)
class CategoryCount:
    """The attendants of one category. `sexes` counts them by sex; None stands for unknown."""

    category: Category
    sexes: dict[Sex | None, int]

    @property
    def total(self) -> int:
        """All attendants of the category."""
        return sum(self.sexes.values())

    @property
    def women(self) -> int:
        """The women among them."""
        return self.sexes.get(Sex.FEMALE, 0)


def printed_categories(workshop: Workshop) -> tuple[Category, ...]:
    """Return the categories in print order, every code once.

    The workshop's own come first, then every code that attendants carry without its being in that list (in the
    order met), then a category with an empty code if any attendant has none. So nobody drops out of a total.
    """
    printed: dict[str, Category] = {}
    for category in workshop.categories:
        printed.setdefault(category.code, category)
    met = dict.fromkeys(attendant.category for attendant in workshop.attendants)
    for code in sorted(met, key=lambda code: code == ""):
        printed.setdefault(code, Category(code=code, label=code))
    return tuple(printed.values())


def with_those_who_came(workshop: Workshop) -> Workshop:
    """Return a workshop whose attendants are those who came; who was only invited is in no group either.

    Whoever reported for a group without being noted as having come keeps that by name.
    """
    came = those_who_came(workshop)
    if len(came) == len(workshop.attendants):
        return workshop
    ids, known = {one.id for one in came}, rapporteurs(workshop)
    groups = []
    for group in workshop.groups:
        reporter = known[group.sector]
        named = (
            group.rapporteur if isinstance(reporter, str) or reporter.id in ids else reporter.name or reporter.name_km
        )
        groups.append(replace(group, members=tuple(id_ for id_ in group.members if id_ in ids), rapporteur=named))
    return replace(workshop, attendants=came, groups=tuple(groups))


def count_by_category(workshop: Workshop) -> tuple[CategoryCount, ...]:
    """Count those who came by category and sex, in print order."""
    held = with_those_who_came(workshop)
    members: defaultdict[str, list[Attendant]] = defaultdict(list)
    for attendant in held.attendants:
        members[attendant.category].append(attendant)
    return tuple(CategoryCount(category, count_by_sex(members[category.code])) for category in printed_categories(held))


def count_by_sex(attendants: Iterable[Attendant]) -> dict[Sex | None, int]:
    """Count attendants by sex; None stands for unknown. Sexes that nobody has are left out."""
    counted: Counter[Sex | None] = Counter(attendant.sex for attendant in attendants)
    order: tuple[Sex | None, ...] = (*Sex, None)
    return {sex: counted[sex] for sex in order if counted[sex]}


@dataclass(frozen=True, slots=True)
class AgeCount:
    """The attendants of one category and one sex (None: unknown). `ages` counts them by age class ("": unknown)."""

    category: Category
    sex: Sex | None
    ages: dict[str, int]

    @property
    def total(self) -> int:
        """All attendants of this category and sex."""
        return sum(self.ages.values())


def age_class_at(workshop: Workshop, attendant: Attendant) -> str:
    """Return the age class in the year in which the workshop starts; without a start, only a registered one."""
    return age_class(attendant, workshop.starts.year) if workshop.starts else attendant.age_group


def count_by_age(workshop: Workshop) -> tuple[AgeCount, ...]:
    """Count those who came by category (in print order), sex and age class.

    Every category has women and men, and the other sexes where anybody at the workshop has one.
    """
    workshop = with_those_who_came(workshop)
    members: defaultdict[tuple[str, Sex | None], Counter[str]] = defaultdict(Counter)
    for attendant in workshop.attendants:
        members[attendant.category, attendant.sex][age_class_at(workshop, attendant)] += 1
    sexes = (Sex.FEMALE, Sex.MALE, *(sex for sex in count_by_sex(workshop.attendants) if sex in (Sex.OTHER, None)))
    return tuple(
        AgeCount(category, sex, dict(members[category.code, sex]))
        for category in printed_categories(workshop)
        for sex in sexes
    )


def age_classes(counts: Iterable[AgeCount]) -> tuple[str, ...]:
    """Return the age classes that were counted, the youngest first and the unknown ("") last."""

    def order(age: str) -> tuple[bool, int, str]:
        years = re.search(r"\d{1,4}", age)
        return not age, int(years[0]) if years else 10_000, age

    return tuple(sorted({age for count in counts for age in count.ages}, key=order))
