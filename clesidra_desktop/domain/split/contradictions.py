"""Rules that cannot be kept all at once are refused before a split is searched, with the people and the rule named."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.names import Names, joined_names
from clesidra_desktop.domain.split.packing import HardRules, seat_by_rules
from clesidra_desktop.domain.split.problem import joined, people_of, placed
from clesidra_desktop.domain.workshop import Workshop


def names_of(workshop: Workshop, people: Iterable[UUID]) -> Names:
    """Return the names of people, in the order of the list of attendants."""
    sought = frozenset(people)
    return joined_names(
        Names(one.name or one.name_km or str(one.id), one.name_km) for one in workshop.attendants if one.id in sought
    )


def hard_rules(workshop: Workshop) -> HardRules:
    """Return the hard rules of a workshop as far as they are about people who are to be seated; sets are sorted."""
    people = frozenset(people_of(workshop))

    def known(sets: Iterable[Iterable[UUID]]) -> tuple[tuple[UUID, ...], ...]:
        kept = sorted({tuple(sorted(people.intersection(one))) for one in sets})
        return tuple(one for one in kept if len(one) > 1)

    locks = {(one, place) for place, group in placed(workshop) for one in group.locked if one in people}
    return HardRules(
        people=len(people),
        groups=len(workshop.sectors),
        locks=tuple(sorted(locks)),
        together=known(workshop.split.together),
        apart=known(workshop.split.apart),
    )


def refuse_no_sectors(workshop: Workshop) -> None:
    """Raise UserError where there is no group to be in."""
    if not workshop.sectors:
        raise UserError(
            "The workshop has no sectors, so there is nothing to split the attendants into. Add sectors first."
        )


def refuse_contradictions(workshop: Workshop) -> dict[UUID, int]:
    """Raise UserError where no split can keep the hard rules; return a group for everybody whom they name.

    Where even a long search does not tell, nobody is returned.
    """
    refuse_no_sectors(workshop)
    rules = hard_rules(workshop)
    checker = _Checker(workshop, rules)
    checker.check()
    try:
        seats = seat_by_rules(rules)
    except TimeoutError:
        return {}
    if seats is None:
        raise checker.refusal(_core(rules))
    return seats


class _Checker:
    def __init__(self, workshop: Workshop, rules: HardRules) -> None:
        self._workshop = workshop
        self._rules = rules
        self._titles = [sector.title or sector.key for sector in workshop.sectors]
        self._floor, self._larger = divmod(rules.people, rules.groups)
        self._size = self._floor + (self._larger > 0)

    def _names(self, people: Iterable[UUID]) -> Names:
        return names_of(self._workshop, people)

    def check(self) -> None:
        """Refuse what can be said in a sentence of its own."""
        self._check_left_out()
        locked = self._locked()
        blocks = joined(self._rules.together, {one for people in self._rules.together for one in people})
        self._check_blocks(blocks, locked)
        block_of = {one: block for block in blocks for one in block}
        seat = locked | {one: locked[other] for other in locked for one in block_of.get(other, ())}
        for people in self._rules.apart:
            self._check_apart(people, block_of, seat)
        self._check_facilitators(block_of, seat)
        self._check_sizes(blocks)
        self._check_room(seat)

    def _check_left_out(self) -> None:
        left_out = frozenset(self._workshop.split.left_out)
        if both := left_out.intersection(one for group in self._workshop.groups for one in group.locked):
            raise UserError(
                "{people} cannot be locked in a group and left out of the split at once. Take one of the two back.",
                people=self._names(both),
            )

    def _locked(self) -> dict[UUID, int]:
        locked: dict[UUID, int] = {}
        for one, group in self._rules.locks:
            if one in locked:
                raise UserError(
                    "{people} cannot be locked in two groups, {first} and {second}. Take one lock away.",
                    people=self._names((one,)),
                    first=self._titles[locked[one]],
                    second=self._titles[group],
                )
            locked[one] = group
        return locked

    def _check_blocks(self, blocks: Iterable[frozenset[UUID]], locked: dict[UUID, int]) -> None:
        for block in blocks:
            fixed = sorted(block & locked.keys())
            for one in fixed:
                if locked[one] != locked[fixed[0]]:
                    raise UserError(
                        "{people} are to sit together, but they are locked in different groups, {first} and {second}. "
                        "Take a lock away, or let them sit apart.",
                        people=self._names((fixed[0], one)),
                        first=self._titles[locked[fixed[0]]],
                        second=self._titles[locked[one]],
                    )

    def _check_facilitators(self, block_of: dict[UUID, frozenset[UUID]], seat: dict[UUID, int]) -> None:
        """Refuse facilitators who have to share groups although there are groups that get nobody then."""
        facilitators = sorted(frozenset(self._workshop.split.facilitators).intersection(people_of(self._workshop)))
        sharing: dict[object, list[UUID]] = {}
        for one in facilitators:
            sharing.setdefault(seat.get(one, block_of.get(one, one)), []).append(one)
        if len(sharing) < min(len(facilitators), self._rules.groups):
            people = next(those for those in sharing.values() if len(those) > 1)
            raise UserError(
                "{people} are facilitators, and every group is to have one, but they are locked in one group or are "
                "to sit together. Take a lock or that rule away, or let one of them be no facilitator.",
                people=self._names(people),
            )

    def _check_sizes(self, blocks: Iterable[frozenset[UUID]]) -> None:
        for block in blocks:
            if len(block) > self._size:
                raise UserError(
                    "{people} are to sit together, {count} people, but a group has only {size}. Let some of them sit "
                    "elsewhere, or make fewer groups.",
                    people=self._names(block),
                    count=len(block),
                    size=self._size,
                )

    def _check_apart(
        self, people: tuple[UUID, ...], block_of: dict[UUID, frozenset[UUID]], seat: dict[UUID, int]
    ) -> None:
        for one, other in combinations(people, 2):
            if other in block_of.get(one, ()):
                raise UserError(
                    "{people} are to sit together and apart at once. Take one of the two rules back.",
                    people=self._names((one, other)),
                )
            if one in seat and seat[one] == seat.get(other):
                raise UserError(
                    "{people} are to sit apart, but both are locked in {group}. Take a lock away, or let them sit "
                    "together.",
                    people=self._names((one, other)),
                    group=self._titles[seat[one]],
                )
        if len(people) > self._rules.groups:
            raise self._clique(people)

    def _clique(self, people: Iterable[UUID]) -> UserError:
        apart = frozenset(people)
        return UserError(
            "{people} are all to sit apart from one another, {count} people, but there are only {groups} groups. Take "
            "somebody out of that rule, or make more groups.",
            people=self._names(apart),
            count=len(apart),
            groups=self._rules.groups,
        )

    def _check_room(self, seat: dict[UUID, int]) -> None:
        locked_in = [[one for one, own in seat.items() if own == group] for group in range(self._rules.groups)]
        for group, people in enumerate(locked_in):
            if len(people) > self._size:
                raise UserError(
                    "{count} people are locked in {group}, which has only {size} seats: {people}. Take a lock away.",
                    count=len(people),
                    group=self._titles[group],
                    size=self._size,
                    people=self._names(people),
                )
        full = [group for group, people in enumerate(locked_in) if len(people) > self._floor]
        if len(full) > self._larger:
            raise UserError(
                "{size} people are locked in each of {groups}, but only {larger} of the groups can be as large, for "
                "the sizes of groups differ by one at most: {people}. Take a lock away.",
                size=self._size,
                groups=", ".join(self._titles[group] for group in full),
                larger=self._larger,
                people=self._names(one for group in full for one in locked_in[group]),
            )

    def refusal(self, core: HardRules) -> UserError:
        """Return the error for rules none of which can be left out without the others fitting."""
        apart = {one for people in core.apart for one in people}
        pairs = {pair for people in core.apart for pair in combinations(sorted(people), 2)}
        if not core.locks and not core.together and len(pairs) == len(apart) * (len(apart) - 1) // 2:
            return self._clique(apart)
        said = [
            *((self._names((one,)), f" → {self._titles[group]}") for one, group in core.locks),
            *((self._names(people), " (=)") for people in core.together),
            *((self._names(people), " (≠)") for people in core.apart),
        ]
        return UserError(
            "With {groups} groups of {size} at most, these rules cannot be kept all at once: {rules}. (→ locked in, = "
            "together, ≠ apart.) Take one of them back, or change the number of groups.",
            groups=self._rules.groups,
            size=self._size,
            rules=joined_names((Names(names + kept, names.khmer + kept) for names, kept in said), "; "),
        )


def _core(rules: HardRules) -> HardRules:
    """Return rules that cannot be kept, so few that without any of them the others could."""
    core = rules
    for lock in rules.locks:
        core = _still_refused(core, replace(core, locks=tuple(one for one in core.locks if one != lock)))
    for people in rules.together:
        core = _still_refused(core, replace(core, together=tuple(one for one in core.together if one != people)))
    for people in rules.apart:
        core = _still_refused(core, replace(core, apart=tuple(one for one in core.apart if one != people)))
    return core


def _still_refused(core: HardRules, fewer: HardRules) -> HardRules:
    """Return the fewer rules where these cannot be kept either, else the others."""
    try:
        return fewer if seat_by_rules(fewer) is None else core
    except TimeoutError:
        return core
