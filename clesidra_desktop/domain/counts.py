"""Counts of attendants by category and sex. Everybody listed is counted, and the unknown are counted as unknown."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

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
