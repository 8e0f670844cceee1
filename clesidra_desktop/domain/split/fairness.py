"""A split as it is shown: how evenly every value is spread, and what can be said of the whole in a few sentences."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from clesidra_desktop.domain.split.result import Split, avoidable_pairs
from clesidra_desktop.domain.split.sentences import Sentence
from clesidra_desktop.domain.split.values import Value, attributes_of, names_in, values_of, year_of
from clesidra_desktop.domain.workshop import QuotaAttribute, Workshop


@dataclass(frozen=True, slots=True)
class FairnessRow:
    """How often a value (empty: unknown) is in each group, what would be fair, and whether it is.

    `attribute` is the name under which the value is spread (`values.names_in`).
    """

    attribute: str
    value: str
    counts: tuple[int, ...]
    low: int
    high: int

    @property
    def fair(self) -> bool:
        """Whether no group has more or fewer than is fair."""
        return all(self.low <= count <= self.high for count in self.counts)


@dataclass(frozen=True, slots=True)
class Fairness:
    """The rows of all values, by attribute and then the most common first, and the avoidable pairs of each attribute.

    Organizations are in it that sent at least two people.
    """

    sizes: tuple[int, ...]
    rows: tuple[FairnessRow, ...]
    avoidable: tuple[tuple[str, int], ...]


def fairness(workshop: Workshop, split: Split) -> Fairness:
    """Return the fairness table of a split."""
    attributes = attributes_of(workshop.split)
    year = year_of(workshop)
    values = {one.id: values_of(one, year, attributes) for one in workshop.attendants}
    groups = [[values[one] for one in group.members] for group in split.groups]
    counts = [Counter(value for person in group for value in person) for group in groups]
    total = sum(counts, Counter())
    order = {name: place for place, name in enumerate(name for one in attributes for name in names_in(one))}
    place = {category.code: number for number, category in enumerate(workshop.categories)}

    def rank(value: Value) -> tuple[int, int, int, str]:
        is_category = value[0] == QuotaAttribute.CATEGORY
        return order[value[0]], place.get(value[1], len(place)) if is_category else 0, -total[value], value[1]

    shown = sorted((one for one in total if one[0] != QuotaAttribute.ORGANIZATION or total[one] > 1), key=rank)
    rows = []
    for value in shown:
        low, rest = divmod(total[value], len(groups))
        rows.append(FairnessRow(value[0], value[1], tuple(count[value] for count in counts), low, low + (rest > 0)))
    pairs = avoidable_pairs(groups)
    return Fairness(
        sizes=tuple(map(len, groups)),
        rows=tuple(rows),
        avoidable=tuple((name, sum(count for value, count in pairs.items() if value[0] == name)) for name in order),
    )


def sentences(workshop: Workshop, split: Split) -> tuple[Sentence, ...]:
    """Return what is to be said of a split: first what is wrong, then sizes, values, wishes and people met."""
    table = fairness(workshop, split)
    return (
        *(one.sentence for one in split.violations),
        *_of_sizes(workshop, table),
        *_of_values(table, split),
        *_of_organizations(table),
        *_of_people(workshop, split),
    )


def _of_sizes(workshop: Workshop, table: Fairness) -> Iterator[Sentence]:
    low, high = min(table.sizes), max(table.sizes)
    if low == high:
        yield Sentence("Groups of {size}.", {"size": low})
    else:
        yield Sentence("Groups of {low}–{high}.", {"low": low, "high": high})
    seated = sum(table.sizes)
    if seated < len(table.sizes):
        empty = len(table.sizes) - seated
        yield Sentence("There are fewer people than groups, so that {count} groups stay empty.", {"count": empty})
    facilitators = frozenset(workshop.split.facilitators) - frozenset(workshop.split.left_out)
    if 0 < len(facilitators) < len(table.sizes):
        yield Sentence(
            "There are {facilitators} facilitators for {groups} groups, so that {count} groups have none.",
            {
                "facilitators": len(facilitators),
                "groups": len(table.sizes),
                "count": len(table.sizes) - len(facilitators),
            },
        )


def _of_values(table: Fairness, split: Split) -> Iterator[Sentence]:
    even = tuple(one for one, pairs in table.avoidable if not pairs and one != QuotaAttribute.ORGANIZATION)
    if even:
        yield Sentence(
            "{attributes}: spread so that no group has more than one person more than another.", {"attributes": even}
        )
    for attribute, pairs in table.avoidable:
        if pairs:
            yield Sentence(
                "{attribute}: pairs above the least possible: {pairs}.", {"attribute": attribute, "pairs": pairs}
            )
    if split.imbalance and split.imbalance <= split.bound:
        yield Sentence("No split that keeps the locks is more even.")
    elif split.imbalance and split.tries:
        yield Sentence("No better split was found in {tries} tries.", {"tries": split.tries})


def _of_organizations(table: Fairness) -> Iterator[Sentence]:
    rows = [one for one in table.rows if one.attribute == QuotaAttribute.ORGANIZATION]
    apart = sum(max(one.counts) <= 1 for one in rows)
    large = sum(sum(one.counts) > len(table.sizes) for one in rows)
    if rows and all(one.fair for one in rows):
        template = (
            "No two people of the same organization share a group where this is possible ({apart} of {total} "
            "organizations; the other {large} have more people than there are groups)."
            if large
            else "No two people of the same organization share a group ({total} organizations)."
        )
        yield Sentence(template, {"apart": apart, "total": len(rows), "large": large})


def _of_people(workshop: Workshop, split: Split) -> Iterator[Sentence]:
    if split.wishes:
        met = split.wishes
        yield Sentence(
            "{first} of {wishers} got their first wish; if only the sizes of the groups mattered, {most} could have.",
            {"first": met.first, "wishers": met.wishers, "most": met.most_first},
        )
    if split.repeats:
        new = new_people(workshop, split)
        template = (
            "Everybody meets at least {new} new people; {pairs} pairs meet again, the least possible is {least}."
            if split.repeats.pairs == split.repeats.least
            else "Everybody meets at least {new} new people; {pairs} pairs meet again, and fewer than {least} are not "
            "possible."
        )
        yield Sentence(template, {"new": new, "pairs": split.repeats.pairs, "least": split.repeats.least})


def new_people(workshop: Workshop, split: Split) -> int:
    """Return how many people whom they did not meet in an earlier round everybody has in the group at the least."""
    met: dict[UUID, set[UUID]] = {one: {one} for group in split.groups for one in group.members}
    for earlier in workshop.split.rounds:
        for people in earlier:
            for one in people:
                if one in met:
                    met[one].update(people)
    return min((len(frozenset(group.members) - met[one]) for group in split.groups for one in group.members), default=0)
