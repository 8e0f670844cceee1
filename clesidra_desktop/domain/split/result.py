"""A split as it is told: groups, imbalance with its bound, rules that are not kept, wishes, and people met again.

Everything is counted from the groups alone and not taken over from the search.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import combinations
from uuid import UUID

from clesidra_desktop.domain.split.bound import bounds, cost
from clesidra_desktop.domain.split.contradictions import names_of
from clesidra_desktop.domain.split.problem import Problem, Tier, locks_of, problem_of_deal, rank_costs
from clesidra_desktop.domain.split.sentences import Sentence
from clesidra_desktop.domain.split.values import Value
from clesidra_desktop.domain.workshop import Workshop


class Rule(StrEnum):
    """The hard rules of a split."""

    LOCK = "lock"
    TOGETHER = "together"
    APART = "apart"
    FACILITATOR = "facilitator"
    SIZE = "size"


@dataclass(frozen=True, slots=True)
class Violation:
    """A hard rule that a split does not keep, and the people that it is about."""

    rule: Rule
    people: tuple[UUID, ...]
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class SplitGroup:
    """The attendants who are to discuss a sector."""

    sector: str
    members: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class WishesMet:
    """How wishes fare: 0 for everybody in the first sector wished, 1 in the second, 2, 3, and 4 in one not wished.

    `first` is how many of the `wishers` are in their first sector, `most_first` how many could be at the most if only
    the sizes of groups mattered.
    """

    wishers: int
    first: int
    most_first: int
    cost: int


@dataclass(frozen=True, slots=True)
class Repeats:
    """Pairs of people who sat together in an earlier round and do so again, and the least possible number of them."""

    pairs: int
    least: int


@dataclass(frozen=True, slots=True)
class Split:
    """Groups in the order of the sectors.

    `imbalance` counts avoidable pairs: people of one group who share a value beyond the least number possible, each by
    the weight of the attribute. No split that keeps the locks can have fewer than `bound`; not every list allows that.
    `protected` is the part of the imbalance that is in protected attributes. `fingerprint` stands for the list and the
    rules: with the seed, it lets a draw be repeated in public. `tries` is how many searches were made, 0 for groups
    that were not searched.
    """

    groups: tuple[SplitGroup, ...]
    imbalance: int
    protected: int
    bound: int
    violations: tuple[Violation, ...]
    wishes: WishesMet | None
    repeats: Repeats | None
    seed: int
    fingerprint: str
    tries: int


def split_of(
    workshop: Workshop, seat: Mapping[UUID, int], *, seed: int, tries: int, problem: Problem | None = None
) -> Split:
    """Return the split in which everybody of `seat` sits in that group; members stand in the order of the list.

    `problem` is that of a deal, where it is at hand.
    """
    members: tuple[list[UUID], ...] = tuple([] for _ in workshop.sectors)
    for attendant in workshop.attendants:
        if attendant.id in seat:
            members[seat[attendant.id]].append(attendant.id)
    groups = tuple(SplitGroup(sector.key, tuple(own)) for sector, own in zip(workshop.sectors, members, strict=True))
    problem = problem or problem_of_deal(workshop)
    uneven = _uneven(problem, seat)
    return Split(
        groups=groups,
        imbalance=uneven[Tier.PROTECTED] + uneven[Tier.OTHER],
        protected=uneven[Tier.PROTECTED],
        bound=bound_of(problem),
        violations=tuple(violations(workshop, seat)),
        wishes=wishes_met(workshop, seat),
        repeats=repeats(workshop, seat),
        seed=seed,
        fingerprint=fingerprint(problem),
        tries=tries,
    )


def _uneven(problem: Problem, seat: Mapping[UUID, int]) -> Counter[Tier]:
    """Count the avoidable pairs of those who are seated by tier, each by its weight."""
    place = [seat.get(one) for one in problem.ids]
    place += [None] * (problem.units - len(place))
    pairs = Counter[Tier]()
    for spread in problem.spreads:
        counts = [0] * problem.groups
        for unit in spread.bearers:
            group = place[unit]
            if group is not None:
                counts[group] += 1
        floor = sum(counts) // problem.groups
        if min(counts) < floor or max(counts) > floor + 1:
            pairs[spread.tier] += spread.weight * sum(cost(count, floor) for count in counts)
    return pairs


def bound_of(problem: Problem) -> int:
    """Return the least imbalance that a split could have, given who is fixed and who sits together."""
    spreads = zip(problem.spreads, bounds(problem), strict=True)
    return sum(spread.weight * least for spread, least in spreads if spread.tier in (Tier.PROTECTED, Tier.OTHER))


def avoidable_pairs(groups: Sequence[Sequence[frozenset[Value]]]) -> dict[Value, int]:
    """Count the avoidable pairs of every value: 0 if and only if its counts differ by one at the most."""
    counts: defaultdict[Value, list[int]] = defaultdict(lambda: [0] * len(groups))
    for place, group in enumerate(groups):
        for person in group:
            for value in person:
                counts[value][place] += 1
    return {value: sum(cost(count, sum(row) // len(groups)) for count in row) for value, row in counts.items()}


def violations(workshop: Workshop, seat: Mapping[UUID, int]) -> Iterator[Violation]:
    """Yield the hard rules that are not kept, as far as the people they are about are seated."""
    titles = [sector.title or sector.key for sector in workshop.sectors]
    for one, group in locks_of(workshop).items():
        if seat.get(one, group) != group:
            template = "{people} is locked in {group}, but sits in {other}."
            values = {"people": names_of(workshop, (one,)), "group": titles[group], "other": titles[seat[one]]}
            yield Violation(Rule.LOCK, (one,), Sentence(template, values))
    for people in workshop.split.together:
        here = tuple(one for one in people if one in seat)
        if len({seat[one] for one in here}) > 1:
            sentence = Sentence("{people} do not sit together.", {"people": names_of(workshop, here)})
            yield Violation(Rule.TOGETHER, here, sentence)
    for people in workshop.split.apart:
        for one, other in combinations([one for one in dict.fromkeys(people) if one in seat], 2):
            if seat[one] == seat[other]:
                values = {"people": names_of(workshop, (one, other)), "group": titles[seat[one]]}
                yield Violation(Rule.APART, (one, other), Sentence("{people} both sit in {group}.", values))
    yield from _violations_of_facilitators(workshop, seat, titles)
    sizes = Counter(seat.values())
    most, fewest = (choose(sizes[group] for group in range(len(titles))) for choose in (max, min))
    if most - fewest > 1:
        template = "The largest group has {most} people, the smallest {fewest}."
        yield Violation(Rule.SIZE, (), Sentence(template, {"most": most, "fewest": fewest}))


def _violations_of_facilitators(
    workshop: Workshop, seat: Mapping[UUID, int], titles: Sequence[str]
) -> Iterator[Violation]:
    """Yield the groups without a facilitator, unless there are too few for all; then those with more than one."""
    facilitators = tuple(one for one in dict.fromkeys(workshop.split.facilitators) if one in seat)
    if not facilitators:
        return
    counts = Counter(seat[one] for one in facilitators)
    if len(facilitators) >= len(titles):
        for group, title in enumerate(titles):
            if not counts[group]:
                yield Violation(Rule.FACILITATOR, (), Sentence("{group} has no facilitator.", {"group": title}))
        return
    for group, count in sorted(counts.items()):
        if count > 1:
            here = tuple(one for one in facilitators if seat[one] == group)
            values = {"people": names_of(workshop, here), "group": titles[group]}
            template = "{people} all facilitate {group}, while other groups have nobody."
            yield Violation(Rule.FACILITATOR, here, Sentence(template, values))


def wishes_met(workshop: Workshop, seat: Mapping[UUID, int]) -> WishesMet | None:
    """Return how the wishes of those who are seated fare, None where nobody wishes anything."""
    keys = [sector.key for sector in workshop.sectors]
    wishes = {wish.attendant: wish.sectors for wish in workshop.split.wishes if wish.sectors and wish.attendant in seat}
    if not wishes:
        return None
    costs = [rank_costs(sectors, keys)[seat[one]] for one, sectors in wishes.items()]
    wanted = Counter(sectors[0] for sectors in wishes.values())
    floor, larger = divmod(len(seat), len(keys))
    crowded = sum(count > floor for count in wanted.values())
    most = sum(min(count, floor) for count in wanted.values()) + min(crowded, larger)
    return WishesMet(wishers=len(wishes), first=costs.count(0), most_first=most, cost=sum(costs))


def repeats(workshop: Workshop, seat: Mapping[UUID, int]) -> Repeats | None:
    """Count the pairs of earlier rounds that meet again, None where this is the first round."""
    met = [
        Counter(seat[one] for one in frozenset(group) if one in seat)
        for earlier in workshop.split.rounds
        for group in earlier
    ]
    if not met:
        return None
    groups = len(workshop.sectors)
    pairs = sum(count * (count - 1) // 2 for counts in met for count in counts.values())
    avoidable = sum(cost(counts[group], counts.total() // groups) for counts in met for group in range(groups))
    return Repeats(pairs, pairs - avoidable)


def fingerprint(problem: Problem) -> str:
    """Return 16 digits that stand for who is split and by which rules: the same ones and seed give the same groups.

    They do not depend on the order of lists or on the spelling of values.
    """
    said = (
        [one.int for one in problem.ids],
        problem.groups,
        [(int(spread.tier), spread.weight, spread.bearers) for spread in problem.spreads],
        sorted(problem.fixed.items()),
        problem.blocks,
        sorted(problem.wish_costs.items()),
        problem.balance,
    )
    return sha256(repr(said).encode()).hexdigest()[:16]
