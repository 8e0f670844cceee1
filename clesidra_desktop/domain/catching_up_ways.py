"""A way to catch up: what it is called, what it costs, and what it does to an agenda."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from clesidra_desktop.domain.agenda_run import edited, find_item, free_key, inserted, moved, skipped
from clesidra_desktop.domain.errors import UserError
from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind, Workshop

AS_NOTHING_ELSE = frozenset({AgendaKind.ANSWERS, AgendaKind.WAYS_FORWARD, AgendaKind.POLL})
"""What the minutes print below an item of these kinds is printed once, so the rest of one is a talk."""

STARTS_AS_PLANNED = "“{point}” starts at {time:%H:%M} as planned."
ENDS_AS_PLANNED = "The day ends at {time:%H:%M} as planned."
SHORTEN_THESE = "Shorten {items} min."
SHORTEN_ALIKE = "Shorten {number} items by {most} min each."
SHORTEN_UNLIKE = "Shorten {number} items by {least} to {most} min each."
SHORTEN_ONE = "Shorten “{item}” from {before} to {after} min."
LEAVE_OUT = "Leave out {left_out}."
LEAVE_OUT_ONE = "Leave out “{item}” ({minutes} min)."
MOVE_ONE = "Move “{item}” behind “{behind}”."
PUT_OFF = "Move {titles} behind “{behind}”."
THEN_ENDS = "“{last}” then ends at {ends:%H:%M}."
END_EARLY = "End “{item}” at {ends:%H:%M}, {minutes} min before its time."
PAUSE_NOW = "Stop “{item}” at {stops:%H:%M}; its last {minutes} min come behind “{behind}”."
PAUSE = "Stop “{item}” after {after} min; its last {minutes} min come behind “{behind}”."
ENDS_LATER = "The workshop ends at {ends:%H:%M} instead of {time:%H:%M}."
KEEP_LENGTHS = "Everything keeps its length."

CUT_LABEL = "cut {minutes} min"
CUT_NOW_LABEL = "cut {minutes} min from now on"
SHORTEN_LABEL = "“{item}” {after} min"
LEAVE_OUT_LABEL = "leave out “{item}”"
LEAVE_THESE_OUT_LABEL = "leave out {left_out}"
LEAVE_OUT_AND_CUT_LABEL = "leave out {left_out}, cut others"
LEAVE_OUT_AND_PUT_OFF_LABEL = "leave out {left_out}, {titles} after “{behind}”"
MOVE_LABEL = "“{item}” after “{behind}”"
PUT_OFF_LABEL = "{titles} after “{behind}”"
PUT_OFF_AND_CUT_LABEL = "{titles} after “{behind}”, cut others"
END_EARLY_LABEL = "end “{item}” at {ends:%H:%M}"
PAUSE_LABEL = "finish “{item}” later"
ENDS_LATER_LABEL = "end at {ends:%H:%M}"
CUT_AND_END_LABEL = "cut {minutes} min, end at {ends:%H:%M}"
LEAVE_OUT_AND_END_LABEL = "leave out “{item}”, end at {ends:%H:%M}"


class CatchUpKind(StrEnum):
    """The ways to catch up."""

    CUT = "cut"
    CUT_NOW = "cut-now"
    SHORTEN_ONE = "shorten-one"
    DROP = "drop"
    MOVE = "move"
    PAUSE = "pause"
    END_LATER = "end-later"
    END_EARLY = "end-early"
    CUT_AND_DROP = "cut-and-drop"
    PUT_OFF = "put-off"
    DROP_AND_PUT_OFF = "drop-and-put-off"
    CUT_AND_END_LATER = "cut-and-end-later"
    DROP_AND_END_LATER = "drop-and-end-later"


@dataclass(frozen=True, slots=True)
class Rest:
    """The last minutes of an item that is interrupted, and the key of the item behind which they come."""

    key: str
    minutes: int
    behind: str


@dataclass(frozen=True, slots=True)
class Move:
    """The key of an item that comes later, and of the one behind which it comes; perhaps on another day."""

    key: str
    behind: str
    another_day: bool


@dataclass(frozen=True, slots=True)
class CatchUp:
    """One way to catch up.

    `label` is for a button, `consequences` are sentences that follow one another; all are templates for `values`.
    `allotted` holds new lengths in minutes by key, `dropped` keys; `moved` are items that come later, `rest`
    is what becomes an item of its own, `ends` a new end of the workshop.
    """

    kind: CatchUpKind
    label: str
    consequences: tuple[str, ...]
    values: Mapping[str, object]
    allotted: Mapping[str, int] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()
    moved: tuple[Move, ...] = ()
    rest: Rest | None = None
    ends: datetime | None = None

    @property
    def does(self) -> object:
        """What it does to a workshop, whatever it is called: equal for ways that come to the same."""
        return sorted(self.allotted.items()), sorted(self.dropped), self.moved, self.rest, self.ends

    @property
    def sentence(self) -> str:
        """The consequences in English."""
        return " ".join(self.consequences).format(**self.values)

    @property
    def button(self) -> str:
        """The label in English."""
        return self.label.format(**self.values)


def taken(workshop: Workshop, way: CatchUp) -> Workshop:
    """Return a workshop as it is once a way was taken.

    Raises UserError where an item that it shortens has ended, one that it leaves out has started, or one is gone.
    """
    items = workshop.agenda
    for key, minutes in way.allotted.items():
        if find_item(items, key).ended:
            raise UserError("“{title}” has ended since. Choose again.", title=find_item(items, key).title)
        items = edited(items, key, lambda one, minutes=minutes: replace(one, allotted=minutes))  # type: ignore[misc]
    for key in way.dropped:
        items = skipped(items, key)
    for move in way.moved:
        items = _moved_on(items, move) if move.another_day else moved(items, move.key, move.behind)
    if way.rest:
        items = inserted(items, _rest_of(items, way.rest), way.rest.behind)
    return replace(workshop, agenda=items, ends=way.ends or workshop.ends)


def _moved_on(items: tuple[AgendaItem, ...], move: Move) -> tuple[AgendaItem, ...]:
    """Move an item to another day. What it leaves behind stays in the plan, so that its day ends when it was to end."""
    one = find_item(items, move.key)
    length = one.minutes if one.allotted is None else one.allotted
    gap = AgendaItem(key=free_key(items), title=one.title, minutes=one.minutes, internal=one.internal, skipped=True)
    place = items.index(one)
    later = edited(items, move.key, lambda one: replace(one, minutes=None, allotted=length))
    return moved((*later[:place], gap, *later[place:]), move.key, move.behind)


def _rest_of(items: tuple[AgendaItem, ...], rest: Rest) -> AgendaItem:
    """Return the item that the rest of an interrupted one becomes."""
    one = find_item(items, rest.key)
    return AgendaItem(
        key=free_key(items),
        title=one.title,
        speaker=one.speaker,
        kind=AgendaKind.TALK if one.kind in AS_NOTHING_ELSE else one.kind,
        minutes=rest.minutes,
        internal=one.internal,
    )
