"""What is said of two states of a workshop that are brought together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from clesidra_desktop.domain.workshop import Workshop

WHOLE = ""
"""Stands for a whole row where the name of a field could stand."""

ORDER = "order"
"""Stands for the order of the rows of a table where the name of a field could stand."""

SEAT = "seat"
"""Stands for the groups in which an attendant sits, and is locked, where the name of a field could stand."""

TWIN = "twin"
"""Stands for a row that was added on both sides and is one, where the name of a field could stand."""

FILES = "files"
"""Stands for the files of a workshop where the name of a table could stand."""


class Choice(StrEnum):
    """Which of two values a person chose: the one here, the one of the file, or both one after the other."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


class Event(StrEnum):
    """What became of a whole row on the two sides."""

    ADDED_HERE = "added here"
    ADDED_THERE = "added in the file"
    ADDED_ON_BOTH = "added on both sides, as one"
    REMOVED_HERE = "removed here"
    REMOVED_THERE = "removed in the file"
    CHANGED_HERE = "changed here, removed in the file"
    CHANGED_THERE = "removed here, changed in the file"
    NEEDED_HERE = "needed here, removed in the file"
    NEEDED_THERE = "removed here, needed in the file"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where two states differ: a table, the key of a row in it (none for the workshop itself), and a field."""

    table: str
    key: tuple[str, ...] = ()
    field: str = WHOLE


Decisions: TypeAlias = Mapping[Place, Choice]


@dataclass(frozen=True, slots=True)
class State:
    """A workshop with the SHA-256 of its files by their path."""

    workshop: Workshop
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Difference:
    """What differed and needed nobody to decide: `origin` says whose value it is now; both where they were joined.

    For a whole row `ours` and `theirs` are the rows, and None where there is none. `subject` is what a person calls
    the row.
    """

    place: Place
    subject: str
    ours: object
    theirs: object
    origin: Choice

    @property
    def event(self) -> Event | None:
        """What became of a row, where this is about a whole one."""
        if self.place.field == TWIN:
            return Event.ADDED_ON_BOTH
        if self.place.field != WHOLE or (self.ours is None) == (self.theirs is None):
            return None
        if self.ours is None:
            return Event.ADDED_THERE if self.origin is Choice.THEIRS else Event.REMOVED_HERE
        return Event.ADDED_HERE if self.origin is Choice.OURS else Event.REMOVED_THERE


@dataclass(frozen=True, slots=True)
class Change:
    """What one side has changed in a field of a row that the other has removed."""

    field: str
    was: object
    now: object


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both sides changed, each otherwise; `choice` is what a person decided, None where it is open.

    `can_both` says that both values can stand one after the other. `ours` and `theirs` are as in Difference; of
    outlines and lists they are what comes out with that choice. `changed` is what was changed in a row that the other
    side has removed; nothing where only something else needs it.
    """

    place: Place
    subject: str
    ours: object
    theirs: object
    can_both: bool = False
    choice: Choice | None = None
    changed: tuple[Change, ...] = ()

    @property
    def event(self) -> Event | None:
        """What became of a row, where this is about a whole one."""
        if self.place.field != WHOLE or (self.ours is None) == (self.theirs is None):
            return None
        is_changed = bool(self.changed or not self.place.key)
        if self.ours is None:
            return Event.CHANGED_THERE if is_changed else Event.NEEDED_THERE
        return Event.CHANGED_HERE if is_changed else Event.NEEDED_HERE


@dataclass(frozen=True, slots=True)
class Report:
    """What was done with two states that differed. `has_base` says whether a common earlier state was known."""

    differences: tuple[Difference, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    has_base: bool = False

    @property
    def taken(self) -> tuple[Difference, ...]:
        """What the file has brought, also together with what was here."""
        return tuple(one for one in self.differences if one.origin is not Choice.OURS)

    @property
    def kept(self) -> tuple[Difference, ...]:
        """What was kept as it is here."""
        return tuple(one for one in self.differences if one.origin is Choice.OURS)

    @property
    def open(self) -> tuple[Conflict, ...]:
        """What nobody has decided yet."""
        return tuple(one for one in self.conflicts if one.choice is None)

    def deciding(self, choice: Choice) -> dict[Place, Choice]:
        """Return decisions that settle everything that is open in one way."""
        return {one.place: choice for one in self.open}
