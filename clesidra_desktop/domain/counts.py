"""Counts of attendants by category, sex and age. Everybody listed is counted, the unknown as unknown."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from clesidra_desktop.domain.attendance import age_class
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


def count_by_category(workshop: Workshop) -> tuple[CategoryCount, ...]:
    """Count the attendants by category and sex, in print order."""
    members: defaultdict[str, list[Attendant]] = defaultdict(list)
    for attendant in workshop.attendants:
        members[attendant.category].append(attendant)
    return tuple(
        CategoryCount(category, count_by_sex(members[category.code])) for category in printed_categories(workshop)
    )


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
    """Count the attendants by category (in print order), sex and age class.

    Every category has women and men, and the other sexes where anybody at the workshop has one.
    """
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
