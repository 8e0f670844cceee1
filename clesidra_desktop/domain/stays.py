"""The stays of two attendants who are one person, together and apart again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time

from clesidra_desktop.domain.attendance import DAY_KEY, day_of
from clesidra_desktop.domain.workshop import Stay

Stays = tuple[Stay, ...]


@dataclass(frozen=True, slots=True)
class _Joined:
    """A stay made of those that overlap; `kept` and `other` are the ones that each of the two had."""

    stay: Stay
    kept: Stays
    other: Stays


def joined_stays(kept: Stays, other: Stays) -> Stays:
    """Return the stays of two attendants who are one, in the order of their times; those that overlap are one.

    Nobody is here twice: a departure that is known stands for one that is not, and the later of two for both. A stay
    of which nothing is known says nothing beside others.
    """
    return tuple(one.stay for one in _joined(kept, other)) or (*kept, *other)[:1]


def parted_stays(kept: Stays, other: Stays, now: Stays) -> tuple[Stays, Stays]:
    """Return the stays of two attendants who were one for a while.

    `kept` and `other` are their stays before they were joined, `now` those of the one. What was noted meanwhile goes
    with the arrival that it belongs to, of both where both were here; a new arrival is that of the kept one.
    """
    if now == joined_stays(kept, other):
        return kept, other
    joined = {_start(one.stay): one for one in _joined(kept, other)}
    others = {_start(stay) for stay in other} - {_start(stay) for stay in kept}
    mine: list[Stay] = []
    theirs: list[Stay] = []
    for stay in now:
        made_of = joined.get(_start(stay))
        if made_of is None:
            (theirs if _start(stay) in others else mine).append(stay)
        elif stay == made_of.stay:
            mine += made_of.kept
            theirs += made_of.other
        else:
            mine += _ended(made_of.kept, stay)
            theirs += _ended(made_of.other, stay)
    return tuple(mine), tuple(theirs)


def _ended(stays: Stays, now: Stay) -> Iterable[Stay]:
    """Return stays that were one for a while as they are after it was corrected: they end with it."""
    if not stays:
        return ()
    if len(stays) == 1 and _start(stays[0]) == _start(now):
        return (now,)
    return (*stays[:-1], replace(stays[-1], left=now.left))


def _joined(kept: Stays, other: Stays) -> list[_Joined]:
    found = [((start, *_known(stay)), stay, True) for stay in kept if (start := _start(stay))]
    found += [((start, *_known(stay)), stay, False) for stay in other if (start := _start(stay))]
    groups: list[_Joined] = []
    for _, stay, is_kept in sorted(found, key=lambda one: one[0]):
        alone = _Joined(stay, (stay,) if is_kept else (), () if is_kept else (stay,))
        if groups and _overlap(groups[-1].stay, stay):
            groups.append(_together(groups.pop(), alone))
        else:
            groups.append(alone)
    return groups


def _overlap(first: Stay, second: Stay) -> bool:
    """Whether somebody was still here when a stay began that begins no earlier."""
    if first.left is None:
        return day_of(first) == day_of(second)
    start, other_start = _start(first), _start(second)
    if start == other_start:
        return (first.arrived is None) == (second.arrived is None)
    return other_start is not None and other_start < first.left


def _together(one: _Joined, later: _Joined) -> _Joined:
    kept, other = (*one.kept, *later.kept), (*one.other, *later.other)
    arrived = one.stay.arrived or later.stay.arrived
    left = max((stay.left for stay in (one.stay, later.stay) if stay.left), default=None)
    extensions = {key: value for stay in (*other, *kept) for key, value in stay.extensions.items()}
    if arrived or left:
        extensions.pop(DAY_KEY, None)
    return _Joined(Stay(arrived=arrived, left=left, extensions=extensions), kept, other)


def _known(stay: Stay) -> tuple[bool, bool]:
    """Return how stays with the same start follow one another: who has left can come back at the same moment."""
    return stay.left is None, stay.arrived is not None


def _start(stay: Stay) -> datetime | None:
    day = day_of(stay)
    return stay.arrived or stay.left or (datetime.combine(day, time()) if day else None)
