"""Counts of attendants by category and sex. Everybody listed is counted, and the unknown are counted as unknown."""

from collections import Counter
from collections.abc import Sequence
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
    """Return the categories in print order.

    The workshop's own come first, then every code that attendants carry without its being in that list (in the
    order met), then a category with an empty code if any attendant has none. So nobody drops out of a total.
    """
    known = {category.code for category in workshop.categories}
    extra: dict[str, Category] = {}
    for attendant in workshop.attendants:
        code = attendant.category
        if code not in known and code not in extra:
            extra[code] = Category(code=code, label=code)
    unknown = extra.pop("", None)
    return (*workshop.categories, *extra.values(), *([unknown] if unknown else []))


def count_by_category(workshop: Workshop) -> tuple[CategoryCount, ...]:
    """Count the attendants by category and sex, in print order."""
    cells: Counter[tuple[str, Sex | None]] = Counter((a.category, a.sex) for a in workshop.attendants)
    sexes: tuple[Sex | None, ...] = (*Sex, None)
    return tuple(
        CategoryCount(category, {sex: cells[category.code, sex] for sex in sexes if cells[category.code, sex]})
        for category in printed_categories(workshop)
    )


def count_by_sex(attendants: Sequence[Attendant]) -> dict[Sex | None, int]:
    """Count attendants by sex; None stands for unknown. Sexes that nobody has are left out."""
    counted: Counter[Sex | None] = Counter(attendant.sex for attendant in attendants)
    order: tuple[Sex | None, ...] = (*Sex, None)
    return {sex: counted[sex] for sex in order if counted[sex]}
