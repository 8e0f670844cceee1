"""Changes to groups and rules that a person makes by hand."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from uuid import UUID

from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.split.contradictions import names_of
from clesidra_desktop.domain.split.problem import locks_of, seats_of
from clesidra_desktop.domain.workshop import Group, SplitRules, Workshop


def among_sectors(rules: SplitRules, keys: Collection[str]) -> SplitRules:
    """Return the rules with wishes for these sectors only."""
    return replace(
        rules,
        wishes=tuple(replace(wish, sectors=tuple(one for one in wish.sectors if one in keys)) for wish in rules.wishes),
    )


def with_members(workshop: Workshop, members: Mapping[str, tuple[UUID, ...]]) -> Workshop:
    """Return the workshop with other members of the groups of sectors, by key; groups that are missing are made."""
    known = {group.sector for group in workshop.groups}
    made = (Group(sector=sector.key) for sector in workshop.sectors if sector.key not in known)
    groups = (*workshop.groups, *made)
    return replace(
        workshop, groups=tuple(replace(group, members=members.get(group.sector, group.members)) for group in groups)
    )


def moved(workshop: Workshop, places: Mapping[UUID, str]) -> Workshop:
    """Return the workshop with people in the groups of other sectors, by key; the newcomers of a group stand last.

    Nobody else moves. Raises UserError for somebody who is locked elsewhere, and for a sector that there is not.
    """
    keys = [sector.key for sector in workshop.sectors]
    locks, now = locks_of(workshop), seats_of(workshop)
    for one, sector in places.items():
        if sector not in keys:
            raise UserError("There is no sector “{sector}” any more. Choose another group.", sector=sector)
        if locks.get(one, keys.index(sector)) != keys.index(sector):
            raise UserError(
                "{people} is locked in {group}. Take the lock away first.",
                people=names_of(workshop, (one,)),
                group=workshop.sectors[locks[one]].title or keys[locks[one]],
            )
    changing = {one for one, sector in places.items() if one not in now or keys[now[one]] != sector}
    before = {group.sector: group.members for group in workshop.groups}
    members = {
        key: (
            *(one for one in before.get(key, ()) if one not in changing),
            *(one for one, sector in places.items() if sector == key and one in changing),
        )
        for key in keys
    }
    return with_members(workshop, members)


def without_seats(workshop: Workshop, people: Collection[UUID]) -> Workshop:
    """Return the workshop with the seats and locks of people free."""
    return replace(
        workshop,
        groups=tuple(
            replace(
                group,
                members=tuple(one for one in group.members if one not in people),
                locked=tuple(one for one in group.locked if one not in people),
            )
            for group in workshop.groups
        ),
    )


def with_locks(workshop: Workshop, people: Collection[UUID], *, locked: bool) -> Workshop:
    """Return the workshop with people locked in the groups where they sit, or not locked any more.

    Raises UserError where somebody who is to be locked has no seat.
    """
    if locked and (standing := [one for one in people if one not in seats_of(workshop)]):
        raise UserError(
            "{people} cannot be locked without a seat. Seat the newcomers first.", people=names_of(workshop, standing)
        )
    return replace(
        workshop,
        groups=tuple(
            replace(
                group,
                locked=(
                    *(one for one in group.locked if one not in people),
                    *(one for one in group.members if locked and one in people),
                ),
            )
            for group in workshop.groups
        ),
    )
