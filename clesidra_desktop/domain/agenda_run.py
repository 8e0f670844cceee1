"""What an MC does to an agenda while it runs. Every function takes the items and returns them as they are then.

Items are named by their keys. Moments are local to the workshop; one that is earlier than what was recorded last,
because the clock of the computer was set back, counts as that last one, so that nothing ever ends before it started.
"""

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeAlias

from clesidra_desktop.domain.agenda_clock import (
    end_at,
    is_open,
    last_index,
    last_recorded,
    length_of,
    next_index,
    present_moment,
    running_index,
    wrong_since,
)
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.row_keys import new_key
from clesidra_desktop.domain.workshop import AgendaItem

Items: TypeAlias = tuple[AgendaItem, ...]

MINUTE = timedelta(minutes=1)


def find_item(items: Items, key: str) -> AgendaItem:
    """Return an item. Raises UserError where it is gone."""
    return items[_place(items, key)]


def _place(items: Items, key: str) -> int:
    for place, item in enumerate(items):
        if item.key == key:
            return place
    raise UserError("This agenda item is not there any more; perhaps it was removed on another computer.")


def edited(items: Items, key: str, edit: Callable[[AgendaItem], AgendaItem]) -> Items:
    """Return the items with one of them changed. Raises UserError where it is gone."""
    place = _place(items, key)
    return (*items[:place], edit(items[place]), *items[place + 1 :])


def started(items: Items, key: str, moment: datetime) -> Items:
    """Start an item, and end what is on; what is on since an earlier day ended then, as planned.

    One that had ended goes on, with its first start.
    """
    now = present_moment(items, moment)
    item = find_item(items, key)
    if item.started and not item.ended:
        return items
    return edited(
        _all_ended(items, now),
        key,
        lambda one: replace(one, started=one.started or now, ended=None, skipped=False),
    )


def ended(items: Items, moment: datetime) -> Items:
    """End what is on, also at a moment that has passed. Raises UserError where nothing is on."""
    place = running_index(items)
    if place is None:
        raise UserError("No agenda item is on, so none can be ended. Start one first.")
    return _all_ended(items, moment)


def _all_ended(items: Items, moment: datetime) -> Items:
    return tuple(replace(one, ended=end_at(one, moment)) if one.started and not one.ended else one for one in items)


def next_started(items: Items, moment: datetime) -> Items:
    """End what is on and start what comes next; at the end of the agenda only end what is on.

    Raises UserError where nothing is on and nothing comes next.
    """
    upcoming = next_index(items)
    if upcoming is not None:
        return started(items, items[upcoming].key, moment)
    if running_index(items) is None:
        raise UserError("There is nothing left on the agenda. Insert an item, or start one that was left out.")
    return ended(items, present_moment(items, moment))


def extended(items: Items, key: str, minutes: int, moment: datetime) -> Items:
    """Give an item more minutes, or fewer.

    One that is on and over its time is given them from now on: it was meant to go on, not to be less late.
    """
    now = present_moment(items, moment)

    def extend(item: AgendaItem) -> AgendaItem:
        length = length_of(item) or timedelta()
        if item.started and not item.ended and minutes > 0:
            length = max(length, now - item.started)
        return replace(item, allotted=max(0, math.ceil(length / MINUTE) + minutes))

    return edited(items, key, extend)


def skipped(items: Items, key: str, *, skip: bool = True) -> Items:
    """Leave an item out, or take it in again. Raises UserError where it has started."""
    item = find_item(items, key)
    if item.started:
        raise UserError("“{title}” has started already, so it cannot be left out. End it instead.", title=item.title)
    return edited(items, key, lambda one: replace(one, skipped=skip))


def gone_back(items: Items) -> Items:
    """Take back that the item that is on was started: the one before it goes on instead, as if it had never ended.

    Where nothing is on, the last one goes on. Raises UserError where nothing has started.
    """
    last = last_index(items)
    if last is None:
        raise UserError("Nothing has started yet, so there is nothing to go back to.")
    running = running_index(items)
    if running is None:
        return edited(items, items[last].key, lambda one: replace(one, ended=None))
    back = edited(items, items[running].key, lambda one: replace(one, started=None))
    before = last_index(back)
    if before is None or back[before].ended is None:
        return back
    return edited(back, back[before].key, lambda one: replace(one, ended=None))


def inserted(items: Items, item: AgendaItem, after: str | None) -> Items:
    """Insert an item behind another, or in front of all.

    Once something has started its minutes are not planned any more, but allotted: the plan stays what it was.
    """
    place = 0 if after is None else _place(items, after) + 1
    if not all(is_open(one) or one.skipped for one in items):
        item = replace(item, minutes=None, allotted=item.minutes if item.allotted is None else item.allotted)
    return (*items[:place], item, *items[place:])


def moved(items: Items, key: str, after: str | None) -> Items:
    """Move an item behind another, or in front of all."""
    item = find_item(items, key)
    if after == key:
        return items
    rest = tuple(one for one in items if one.key != key)
    place = 0 if after is None else _place(rest, after) + 1
    return (*rest[:place], item, *rest[place:])


def removed(items: Items, key: str) -> Items:
    """Remove an item, with its notes."""
    find_item(items, key)
    return tuple(one for one in items if one.key != key)


def corrected(items: Items, moment: datetime) -> Items:
    """Correct what a clock that was ahead has recorded, all of it together: the last of it happened at a moment."""
    since, last = wrong_since(items, moment), last_recorded(items)
    if since is None or last is None:
        return items
    ahead = last - moment

    def shift(recorded: datetime | None) -> datetime | None:
        return recorded - ahead if recorded and recorded >= since else recorded

    return tuple(replace(one, started=shift(one.started), ended=shift(one.ended)) for one in items)


def free_key(items: Items) -> str:
    """Return a key that no item has."""
    return new_key(AgendaItem, {one.key for one in items})
