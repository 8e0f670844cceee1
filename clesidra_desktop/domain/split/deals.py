"""The ways to seat people: everybody anew, newcomers only, or as they sit."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.split.contradictions import refuse_contradictions, refuse_no_sectors
from clesidra_desktop.domain.split.problem import (
    Problem,
    Tier,
    problem_of_deal,
    problem_of_newcomers,
    seats_of,
)
from clesidra_desktop.domain.split.result import Split, split_of
from clesidra_desktop.domain.split.solve import Progress, Seating, solve
from clesidra_desktop.domain.split.table import weights_of
from clesidra_desktop.domain.workshop import Workshop

CURVE = (100, 75, 50, 25, 0)
"""The places of the slider between balance and wishes at which their price is shown."""


def split_workshop(
    workshop: Workshop, seed: int | None = None, effort: float = 1.0, progress: Progress | None = None
) -> Split:
    """Deal the attendants of a workshop anew to its sectors, by its rules; the seed is theirs unless another is given.

    `effort` is a factor on the work of the search, `progress` is told of it and may end it by raising. Raises UserError
    where there are no sectors or rules that no split can keep.
    """
    by_rules = refuse_contradictions(workshop)
    problem = problem_of_deal(workshop)
    chosen = workshop.split.seed if seed is None else seed
    seating = solve(problem, chosen, effort, progress)
    if seating is None or _breaks_a_rule(problem, seating):
        seating = _by_rules(problem, seating, by_rules, chosen, effort)
    seat = {one: seating.group[unit] for unit, one in enumerate(problem.ids)}
    return split_of(workshop, seat, seed=chosen, tries=seating.tries, problem=problem)


def _breaks_a_rule(problem: Problem, seating: Seating) -> bool:
    """Whether a seating is worse than it need be by so much that it must be a hard rule."""
    scores = zip(weights_of(problem).score, problem.spreads, strict=True)
    hard = [weight for weight, spread in scores if spread.tier is Tier.HARD]
    return bool(hard) and seating.score - seating.target >= min(hard)


def _by_rules(
    problem: Problem, seating: Seating | None, by_rules: Mapping[UUID, int], seed: int, effort: float
) -> Seating:
    """Return a seating around those whom the rules name, seated by these alone, or the one there is if it is better."""
    number = {one: unit for unit, one in enumerate(problem.ids)}
    fixed = dict(problem.fixed) | {number[one]: group for one, group in by_rules.items()}
    other = solve(replace(problem, fixed=fixed, blocks=()), seed, effort) if by_rules else None
    found = [one for one in (seating, other) if one is not None]
    if not found:
        raise UserError(
            "No way was found to put those who sit together into groups of even sizes. Let some of them sit apart, or "
            "make fewer groups."
        )
    return min(found, key=lambda one: one.score)


def seat_newcomers(workshop: Workshop, seed: int | None = None) -> Split:
    """Seat those who have no seat yet, as evenly as that is possible without moving anybody.

    Newcomers who are to sit together do so if a group has room for them. Raises UserError where there are no sectors.
    """
    refuse_no_sectors(workshop)
    problem = problem_of_newcomers(workshop)
    chosen = workshop.split.seed if seed is None else seed
    seating = solve(problem, chosen) or solve(replace(problem, blocks=()), chosen)
    if seating is None:
        raise RuntimeError("people without rules found no seats")
    seat = {one: seating.group[unit] for unit, one in enumerate(problem.ids)}
    return split_of(workshop, seat, seed=chosen, tries=0)


def split_now(workshop: Workshop) -> Split:
    """Return the groups as they are."""
    return split_of(workshop, seats_of(workshop), seed=workshop.split.seed, tries=0)


def wish_curve(workshop: Workshop, seed: int | None = None) -> Iterator[tuple[int, Split]]:
    """Yield what balance costs in wishes: the split for each of five places of the slider, balance first."""
    for balance in CURVE:
        yield balance, split_workshop(replace(workshop, split=replace(workshop.split, balance=balance)), seed)


def moves_of(workshop: Workshop, split: Split) -> tuple[tuple[UUID, int, int], ...]:
    """Return who of those who sit now would sit elsewhere: the id, and the position of the old and the new sector."""
    now = seats_of(workshop)
    return tuple(
        (one, now[one], group)
        for group, own in enumerate(split.groups)
        for one in own.members
        if now.get(one, group) != group
    )
