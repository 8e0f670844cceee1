"""In which groups people sit, and are locked, as something of theirs: who was moved twice is asked about once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias
from uuid import UUID

from clesidra_desktop.domain.merge.sequences import join_orders
from clesidra_desktop.domain.workshop import Group, Workshop

Seat: TypeAlias = frozenset[tuple[str, str]]
"""The sectors of the groups, each with the field of the group that names the person: members or locked."""

MEMBERS, LOCKED = ROLES = "members", "locked"


def seats_of(workshop: Workshop | None) -> dict[UUID, Seat]:
    """Return where everybody sits who sits anywhere."""
    seats: dict[UUID, set[tuple[str, str]]] = {}
    for group in workshop.groups if workshop else ():
        for role in ROLES:
            for id_ in getattr(group, role):
                seats.setdefault(id_, set()).add((group.sector, role))
    return {id_: frozenset(seat) for id_, seat in seats.items()}


def seated(
    groups: Iterable[Group], seats: dict[UUID, Seat], base: Workshop | None, ours: Workshop, theirs: Workshop
) -> tuple[Group, ...]:
    """Return groups with the people who are to sit in them, in the order in which they sat on either side."""
    lists = [_lists(one) for one in (base, ours, theirs)]

    def people(sector: str, role: str) -> tuple[UUID, ...]:
        here = {id_ for id_, seat in seats.items() if (sector, role) in seat}
        was, one, other = (known(sector, role) for known in lists)
        found = join_orders(was if base else None, one, other, here).ours
        return (*found, *sorted(here - set(found)))  # from the list of a group that is there on neither side

    return tuple(
        replace(group, members=people(group.sector, MEMBERS), locked=people(group.sector, LOCKED)) for group in groups
    )


def _lists(workshop: Workshop | None) -> Callable[[str, str], Sequence[UUID]]:
    groups = {group.sector: group for group in workshop.groups} if workshop else {}

    def known(sector: str, role: str) -> Sequence[UUID]:
        return getattr(groups[sector], role) if sector in groups else ()

    return known
