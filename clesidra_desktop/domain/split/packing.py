"""Whether hard rules can be kept all at once: an exact search among those whom a rule names.

Everybody else can be seated whatever becomes of these, so that only they are looked at: people and blocks are coloured
with groups, the one whose enemies sit in most groups first (DSATUR: Brélaz, Communications of the ACM 22, 1979).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from clesidra_desktop.domain.split.problem import joined

NODES = 20_000
"""Seatings that are tried at the most; where they do not suffice, the answer is unknown."""


@dataclass(frozen=True, slots=True)
class HardRules:
    """Who is locked in which group, by number, who sits together and who apart; how many people and groups."""

    people: int
    groups: int
    locks: tuple[tuple[UUID, int], ...]
    together: tuple[tuple[UUID, ...], ...]
    apart: tuple[tuple[UUID, ...], ...]


@dataclass(slots=True)
class _Node:
    people: frozenset[UUID]
    locked: frozenset[int]
    foes: set[int] = field(default_factory=set)


def seat_by_rules(rules: HardRules) -> dict[UUID, int] | None:
    """Return a group for everybody whom a rule names, None where there is none that keeps the rules.

    Raises TimeoutError where that is not known after `NODES` seatings.
    """
    packer = _Packer(rules)
    return packer.seats() if packer.seat_locked() and packer.pack() else None


class _Packer:
    def __init__(self, rules: HardRules) -> None:
        self._floor, self._larger = divmod(rules.people, rules.groups)
        self._nodes = _nodes(rules)
        self._seat: dict[int, int] = {}
        self._sizes = [0] * rules.groups
        self._taken = [Counter[int]() for _ in self._nodes]

    def seats(self) -> dict[UUID, int]:
        return {one: group for node, group in self._seat.items() for one in self._nodes[node].people}

    def seat_locked(self) -> bool:
        """Seat those who are locked; return whether that keeps the rules."""
        for place, node in enumerate(self._nodes):
            if node.locked:
                group = min(node.locked)
                if len(node.locked) > 1 or group in self._taken[place] or place in node.foes:
                    return False
                self._put(place, group)
        ahead = sum(size > self._floor for size in self._sizes)
        return max(self._sizes) <= self._floor + (self._larger > 0) and ahead <= self._larger

    def pack(self) -> bool:
        """Seat the others, going back where somebody finds no group; return whether all are seated."""
        left = NODES
        tried: list[tuple[int, Iterator[int]]] = []
        while len(self._seat) < len(self._nodes):
            left -= 1
            if left < 0:
                raise TimeoutError
            node = self._hardest()
            tried.append((node, iter(self._open(node))))
            while tried:
                node, groups = tried[-1]
                self._take(node)
                group = next(groups, None)
                if group is not None:
                    self._put(node, group)
                    break
                tried.pop()
            if not tried:
                return False
        return True

    def _put(self, node: int, group: int) -> None:
        self._seat[node] = group
        self._sizes[group] += len(self._nodes[node].people)
        for foe in self._nodes[node].foes:
            self._taken[foe][group] += 1

    def _take(self, node: int) -> None:
        """Take the seat of a node away, if it has one."""
        group = self._seat.pop(node, None)
        if group is not None:
            self._sizes[group] -= len(self._nodes[node].people)
            for foe in self._nodes[node].foes:
                self._taken[foe][group] -= 1
                if not self._taken[foe][group]:
                    del self._taken[foe][group]

    def _hardest(self) -> int:
        """Return the node whose enemies sit in most groups; of several the largest, then that with most enemies."""
        nodes, taken = self._nodes, self._taken
        return min(
            (node for node in range(len(nodes)) if node not in self._seat),
            key=lambda node: (-len(taken[node]), -len(nodes[node].people), -len(nodes[node].foes), node),
        )

    def _open(self, node: int) -> list[int]:
        """Return the groups that a node may join; of the empty ones, which are all alike, only the first."""
        one = self._nodes[node]
        if node in one.foes:
            return []
        full = self._floor + (sum(size > self._floor for size in self._sizes) < self._larger)
        fits = [
            group
            for group, size in enumerate(self._sizes)
            if group not in self._taken[node] and size + len(one.people) <= full
        ]
        empty = [group for group in fits if not self._sizes[group]]
        return [group for group in fits if self._sizes[group] or group == empty[0]]


def _nodes(rules: HardRules) -> list[_Node]:
    named = {one for one, _ in rules.locks} | {one for sets in (rules.together, rules.apart) for s in sets for one in s}
    blocks = joined(rules.together, named)
    singles = named.difference(*blocks)
    parts = [*blocks, *(frozenset((one,)) for one in sorted(singles))]
    nodes = [_Node(part, frozenset(group for one, group in rules.locks if one in part)) for part in parts]
    node_of = {one: place for place, part in enumerate(parts) for one in part}
    for people in rules.apart:
        _part(nodes, people, node_of)
    return nodes


def _part(nodes: list[_Node], people: Iterable[UUID], node_of: Mapping[UUID, int]) -> None:
    """Make enemies of people; of two in one block, of the block and itself, so that it finds no group."""
    apart = [node_of[one] for one in sorted(set(people))]
    for place, one in enumerate(apart):
        for other in apart[place + 1 :]:
            nodes[one].foes.add(other)
            nodes[other].foes.add(one)
