"""Why a split is not even: it is tried again by the same rules, then without them, one kind after the other."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.split.contradictions import names_of
from clesidra_desktop.domain.split.deals import split_workshop
from clesidra_desktop.domain.split.fairness import FairnessRow, fairness
from clesidra_desktop.domain.split.result import Split
from clesidra_desktop.domain.split.sentences import Sentence
from clesidra_desktop.domain.split.values import attributes_of, names_in, values_of, without_attribute, year_of
from clesidra_desktop.domain.workshop import Workshop

EFFORT = 0.06
"""The work of each trial, as a factor: a few hundredths of a second."""

SHOWN = 3
"""How many uneven values are named."""


MOVED = (
    "Because people were moved, came or left; another deal by the same rules would have an imbalance of {imbalance}."
)
"""What is said where no rule is the cause: few moves, or another deal, would help."""


def causes(workshop: Workshop, split: Split) -> tuple[Sentence, ...]:
    """Return the values that are spread least evenly, and why: people were moved, else the rule that hinders most."""
    if split.imbalance == 0:
        return ()
    uneven = sorted((row for row in fairness(workshop, split).rows if not row.fair), key=_spread)[:SHOWN]
    values = tuple(_said(workshop, row) for row in uneven)
    return (*values, *(_moved(workshop, split) or _cause(workshop, split, uneven)))


def _moved(workshop: Workshop, split: Split) -> tuple[Sentence, ...]:
    """Say that people were moved, where groups were not searched and a search that keeps all rules finds better."""
    if split.tries:
        return ()
    try:
        other = split_workshop(workshop, split.seed, EFFORT)
    except UserError:
        return ()  # the rules contradict one another: a rule is the cause
    return (Sentence(MOVED, {"imbalance": other.imbalance}),) if other.imbalance < split.imbalance else ()


def _spread(row: FairnessRow) -> int:
    return min(row.counts) - max(row.counts)


def _said(workshop: Workshop, row: FairnessRow) -> Sentence:
    titles = [sector.title or sector.key for sector in workshop.sectors]
    most, fewest = max(row.counts), min(row.counts)
    return Sentence(
        "{value}: {most} in {group}, {fewest} in {other}.",
        {
            "value": row.value or "?",
            "most": most,
            "group": titles[row.counts.index(most)],
            "fewest": fewest,
            "other": titles[row.counts.index(fewest)],
        },
    )


def _cause(workshop: Workshop, split: Split, uneven: list[FairnessRow]) -> Iterator[Sentence]:
    """Yield the rule whose loss would help most, if there is any."""
    best: tuple[int, Sentence] | None = None
    for sentence, relaxed, now in (*_without_rules(workshop, split, uneven), *_without_attributes(workshop, split)):
        try:
            other = split_workshop(relaxed, split.seed, EFFORT)
        except UserError:
            continue  # the other rules contradict one another: not the reason that is sought
        if other.imbalance < now and (best is None or now - other.imbalance > best[0]):
            best = now - other.imbalance, sentence
    if best:
        yield best[1]


ALONE = {"Because {people} are locked.": "Because {people} is locked."}
"""What is said of one alone."""


def _without_rules(
    workshop: Workshop, split: Split, uneven: list[FairnessRow]
) -> Iterator[tuple[Sentence, Workshop, int]]:
    """Yield the sentence, the workshop without a kind of rule and the imbalance to be held against it."""
    rules = workshop.split
    locked = [one for group in workshop.groups for one in group.locked]
    kinds = (
        (
            "Because {people} are locked.",
            locked,
            replace(workshop, groups=tuple(replace(group, locked=()) for group in workshop.groups)),
        ),
        ("Because {people} are to sit together.", rules.together, replace(rules, together=())),
        ("Because {people} are to sit apart.", rules.apart, replace(rules, apart=())),
        ("Because every group is to have one of {people}.", rules.facilitators, replace(rules, facilitators=())),
    )
    for template, said, without in kinds:
        people = {one for item in said for one in (item if isinstance(item, tuple) else (item,))}
        if people:
            relaxed = without if isinstance(without, Workshop) else replace(workshop, split=without)
            named = _bearers(workshop, uneven, people) or people
            said_so = ALONE.get(template, template) if len(named) == 1 else template
            yield Sentence(said_so, {"people": names_of(workshop, named)}), relaxed, split.imbalance
    if rules.rounds:
        sentence = Sentence("Because people are to meet others than in earlier rounds.")
        yield sentence, replace(workshop, split=replace(rules, rounds=())), split.imbalance
    if rules.wishes and rules.balance < 100:
        sentence = Sentence("Because wishes weigh more than balance.")
        yield sentence, replace(workshop, split=replace(rules, balance=100)), split.imbalance


def _bearers(workshop: Workshop, uneven: list[FairnessRow], people: set[UUID]) -> set[UUID]:
    """Return those of the people who have one of the values that are uneven."""
    sought = {(row.attribute, row.value) for row in uneven}
    attributes, year = attributes_of(workshop.split), year_of(workshop)
    return {one.id for one in workshop.attendants if one.id in people and sought & values_of(one, year, attributes)}


def _without_attributes(workshop: Workshop, split: Split) -> Iterator[tuple[Sentence, Workshop, int]]:
    """Yield the same for each attribute, with the imbalance of the others."""
    attributes = attributes_of(workshop.split)
    pairs = dict(fairness(workshop, split).avoidable)
    for one in attributes:
        rest = split.imbalance - one.weight * sum(pairs[name] for name in names_in(one))
        if rest and len(attributes) > 1:
            sentence = Sentence("Because {attribute} is to be even as well.", {"attribute": str(one.attribute)})
            yield sentence, replace(workshop, split=without_attribute(workshop.split, one.attribute)), rest
