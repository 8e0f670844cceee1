"""Two states of a workshop brought together, row by row and field by field."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import is_dataclass, replace
from itertools import chain
from types import NoneType
from typing import Any, TypeAlias, get_args, get_origin
from uuid import UUID

from clesidra_desktop.domain.forgetting import NOBODY
from clesidra_desktop.domain.merge.identity import KEYED, Known, told_apart
from clesidra_desktop.domain.merge.model import (
    FILES,
    ORDER,
    SEAT,
    TWIN,
    Change,
    Choice,
    Conflict,
    Decisions,
    Difference,
    Place,
    Report,
    State,
)
from clesidra_desktop.domain.merge.references import missing_rows, without
from clesidra_desktop.domain.merge.seats import Seat, seated, seats_of
from clesidra_desktop.domain.merge.sequences import join_orders
from clesidra_desktop.domain.merge.subjects import subject_of
from clesidra_desktop.domain.merge.values import (
    UNKNOWN,
    Outcome,
    Settled,
    by_key,
    field_types,
    join_fields,
    join_values,
)
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.workshop import Attendant, Group, SplitRules, Team, Workshop

ORDERED = frozenset({"agenda", "annexes", "categories", "polls", "questions", "sectors", "ways_forward"})
"""Tables whose order is printed, so that two orders are asked about."""

TOLD = frozenset({*KEYED, "quotas"})
"""Tables of which is said that both sides have added the same row."""

USUAL: dict[type, Any] = {SplitRules: SplitRules(), Team: Team()}
"""Records as they are where nobody has said anything."""

Key: TypeAlias = tuple[str, ...]


def _parts() -> tuple[list[str], dict[str, type], list[str]]:
    """Return the names of the tables of a workshop, of the records in it with their classes, and of its own fields."""
    tables, records, own = [], {}, []
    for name, kind in field_types(Workshop).items():
        kinds = [one for one in (get_args(kind) or (kind,)) if one not in (NoneType, Ellipsis)]
        holds_rows = isinstance(kinds[0], type) and is_dataclass(kinds[0]) and kinds[0] is not Node
        if holds_rows and get_origin(kind) is tuple:
            tables.append(name)
        elif holds_rows:
            records[name] = kinds[0]
        elif name != "id":
            own.append(name)
    return tables, records, own


TABLES, RECORDS, OWN = _parts()


def merge(base: State | None, ours: State, theirs: State, decisions: Decisions | None = None) -> tuple[State, Report]:
    """Bring the state of a workshop here and that of a file together, over the last one from which both come.

    What only one side has changed is taken; what both have changed, each otherwise, is a conflict, and so is a row that
    one has removed and the other changed or named. Where nobody has decided one, its place is as it is here, and a row
    stays. Without a base everything that differs is a conflict but what is empty on one side, and what one side has and
    the other has not.

    Somebody who was anonymized on either side stays so.
    """
    joining, state = _joined(base, ours, theirs, decisions or {})
    return state, Report(tuple(joining.differences), tuple(joining.conflicts), base is not None)


def joint_base(older: State, ours: State, theirs: State) -> State:
    """Return the state over which two others are brought together that both come from two known ones.

    Two computers that took in a state of each other at the same time have two such states, and neither is older than
    what was decided on both sides. What one of them has changed since an older one is taken; what both have changed,
    each otherwise, is as it was there, so that two different decisions are asked about.
    """
    return _joined(older, ours, theirs, {}, takes_back=True)[1]


def _joined(
    base: State | None, ours: State, theirs: State, decisions: Decisions, *, takes_back: bool = False
) -> tuple["_Joining", State]:
    known = told_apart(base, ours, theirs)
    forced: set[Place] = set()
    while True:
        joining = _Joining(known, decisions, forced, takes_back=takes_back)
        workshop = joining.join()
        missing = missing_rows(workshop) | joining.lost_groups
        if missing <= forced:
            break
        forced |= missing
    workshop = without(workshop, missing)
    return joining, State(workshop, joining.join_files(workshop))


class _Joining:
    """One way through two states. `forced` are rows that others name: who removed them is asked.

    `takes_back` is whether what both have changed is as it was in the base, and not as it is in `ours`.
    """

    def __init__(
        self,
        known: Known,
        decisions: Decisions,
        forced: Collection[Place],
        *,
        takes_back: bool,
    ) -> None:
        self._states = base, ours, theirs = known.base, known.ours, known.theirs
        self._twins = known.twins
        self.base, self.ours, self.theirs = base.workshop if base else None, ours.workshop, theirs.workshop
        self._decisions = decisions
        self._forced = forced
        self._takes_back = takes_back
        self._seats = [seats_of(one) for one in (self.base, self.ours, self.theirs)]
        self.differences: list[Difference] = []
        self.conflicts: list[Conflict] = []
        self.lost_groups: set[Place] = set()
        """Groups in which somebody is to sit, and which are not there."""

    def join(self) -> Workshop:
        """Return the workshop that comes out; groups may name people who are not there."""
        values = self._fields(Place("workshop"), OWN, self.base, self.ours, self.theirs)
        for name, kind in RECORDS.items():
            values[name] = self._record(name, kind)
        for name in TABLES:
            values[name] = self._table(name)
        seats = self._join_seats({one.id for one in values["attendants"]})
        known = {group.sector for group in values["groups"]}
        self.lost_groups = {Place("groups", (key,)) for seat in seats.values() for key, _ in seat if key not in known}
        values["groups"] = seated(values["groups"], seats, self.base, self.ours, self.theirs)
        return replace(self.ours, **values)

    # Fields and records

    def _fields(self, place: Place, names: Sequence[str], base: Any, ours: Any, theirs: Any) -> dict[str, Any]:
        kind: type = type(ours)
        kinds = field_types(kind)
        found = {}
        for name in names:
            here, there = getattr(ours, name), getattr(theirs, name)
            was = UNKNOWN if base is None else getattr(base, name)
            outcome = join_values(name, kinds[name], was, here, there)
            found[name] = self._settle(replace(place, field=name), "", was, here, there, outcome)
        return found

    def _record(self, name: str, kind: type) -> Any:
        base, ours, theirs = (getattr(one, name) if one else None for one in (self.base, self.ours, self.theirs))
        if self.base is None and kind in USUAL and USUAL[kind] in (ours, theirs):
            chosen = Settled(theirs, Choice.THEIRS) if ours == USUAL[kind] else Settled(ours, Choice.OURS)
            return self._settle(Place(name), "", UNKNOWN, ours, theirs, chosen)
        if ours is not None and theirs is not None:
            return replace(ours, **self._fields(Place(name), list(field_types(kind)), base, ours, theirs))
        was = UNKNOWN if self.base is None else base
        return self._settle(Place(name), "", was, ours, theirs, join_values(name, kind, was, ours, theirs))

    def _settle(self, place: Place, subject: str, was: Any, ours: Any, theirs: Any, outcome: Outcome) -> Any:
        """Note a value of a place that differs, and return the one that stands there now."""
        if isinstance(outcome, Settled):
            if ours != theirs:
                self.differences.append(Difference(place, subject, ours, theirs, outcome.origin))
            return outcome.value
        choice = self._choice(place, can_both=outcome.can_both)
        self.conflicts.append(Conflict(place, subject, outcome.ours, outcome.theirs, outcome.can_both, choice))
        return was if self._takes_back and was is not UNKNOWN else outcome.by(choice)

    def _choice(self, place: Place, *, can_both: bool = False) -> Choice | None:
        choice = self._decisions.get(place)
        return None if choice is Choice.BOTH and not can_both else choice

    # Tables

    def _table(self, table: str) -> tuple[Any, ...]:
        was, here, there = (by_key(getattr(one, table)) if one else {} for one in (self.base, self.ours, self.theirs))
        found: dict[Key, Any] = {}
        for key in {**here, **there}:
            place = Place(table, key)
            if place in self._twins or (self.base and table in TOLD and key in here.keys() & there.keys() - was.keys()):
                twin = Difference(
                    replace(place, field=TWIN), self._subject(here[key]), here[key], there[key], Choice.OURS
                )
                self.differences.append(twin)
            row = self._row(place, was.get(key), here.get(key), there.get(key))
            if row is not None:
                found[key] = row
        return self._ordered(table, found, [None if self.base is None else list(was), list(here), list(there)])

    def _row(self, place: Place, base: Any, ours: Any, theirs: Any) -> Any:
        if ours is None or theirs is None:
            return self._lone_row(place, base, ours, theirs)
        if ours == theirs:
            return ours
        subject = self._subject(ours)
        if isinstance(ours, Attendant) and NOBODY in (ours.name, theirs.name) and ours.name != theirs.name:
            origin = Choice.OURS if ours.name == NOBODY else Choice.THEIRS
            self.differences.append(Difference(place, NOBODY, ours, theirs, origin))
            return ours if origin is Choice.OURS else theirs
        values = {}
        for name, outcome in join_fields(type(ours), base, ours, theirs).items():
            if not (isinstance(ours, Group) and name in ("members", "locked")):
                was = UNKNOWN if base is None else getattr(base, name)
                here, there = getattr(ours, name), getattr(theirs, name)
                values[name] = self._settle(replace(place, field=name), subject, was, here, there, outcome)
        return replace(ours, **values)

    def _lone_row(self, place: Place, base: Any, ours: Any, theirs: Any) -> Any:
        """Return a row that only one side has, or None where it goes."""
        row, side = (ours, Choice.OURS) if theirs is None else (theirs, Choice.THEIRS)
        other = Choice.THEIRS if side is Choice.OURS else Choice.OURS
        if base is None:
            self.differences.append(Difference(place, self._subject(row), ours, theirs, side))
            return row
        changed = tuple(self._changes(base, row, side))
        if place not in self._forced and not changed:
            self.differences.append(Difference(place, self._subject(row), ours, theirs, other))
            return None
        choice = self._choice(place)
        self.conflicts.append(Conflict(place, self._subject(row), ours, theirs, choice=choice, changed=changed))
        if self._takes_back:
            return base
        return row if choice in (None, side) else None

    def _changes(self, base: Any, row: Any, side: Choice) -> Iterator[Change]:
        """Yield what was changed on this side in a row that the other removed."""
        kind: type = type(row)
        for name in field_types(kind):
            is_seat = isinstance(row, Group) and name in ("members", "locked")  # where people sit is theirs
            if not is_seat and (was := getattr(base, name)) != (now := getattr(row, name)):
                yield Change(name, was, now)
        if isinstance(row, Attendant):
            seats = self._seats[0], self._seats[1 if side is Choice.OURS else 2]
            was, now = (known.get(row.id, frozenset()) for known in seats)
            if was != now:
                yield Change(SEAT, was, now)

    def _ordered(self, table: str, found: Mapping[Key, Any], keys: list[Any]) -> tuple[Any, ...]:
        base, ours, theirs = keys
        order = join_orders(base, ours, theirs, found.keys())
        common = found.keys() & set(ours) & set(theirs)
        one, other, now = ([key for key in listed if key in common] for listed in (ours, theirs, order.ours))
        chosen = order.ours
        if table in ORDERED and one != other:
            place = Place(table, field=ORDER)
            here, there = (tuple(self._subject(found[key]) for key in listed) for listed in (one, other))
            if order.is_clear:
                origin = Choice.OURS if now == one else Choice.THEIRS
                self.differences.append(Difference(place, "", here, there, origin))
            else:
                choice = self._choice(place)
                self.conflicts.append(Conflict(place, "", here, there, choice=choice))
                chosen = order.theirs if choice is Choice.THEIRS else order.ours
        elif not order.is_clear:  # nobody reads it, but both computers are to have the same
            chosen = min(order.ours, order.theirs)
        return tuple(found[key] for key in chosen)

    def _subject(self, row: Any) -> str:
        return subject_of(row, self.ours, self.theirs)

    # Seats and files

    def _join_seats(self, present: Collection[UUID]) -> dict[UUID, Seat]:
        """Return where those who are there sit; of somebody whom only one side has, what that side says."""
        was, here, there = self._seats
        people = [{one.id: one for one in workshop.attendants} for workshop in (self.ours, self.theirs)]
        seats = {}
        for id_ in (id_ for id_ in {**here, **there} if id_ in present):
            one, other = here.get(id_, frozenset()), there.get(id_, frozenset())
            if (id_ in people[0]) != (id_ in people[1]):
                seats[id_] = one if id_ in people[0] else other
                continue
            before = UNKNOWN if self.base is None else was.get(id_, frozenset())
            outcome = join_values(SEAT, Seat, before, one, other)
            place = Place("attendants", (str(id_),), SEAT)
            seats[id_] = self._settle(place, people[0][id_].name, before, one, other, outcome)
        return seats

    def join_files(self, workshop: Workshop) -> dict[str, str]:
        """Return the SHA-256 of the files that stay, by their paths; what the workshop names does.

        Signatures of those who were anonymized on either side do not.
        """
        was, here, there = (state.files if state else {} for state in self._states)
        named = {annex.file for annex in workshop.annexes} | {one.signature for one in workshop.attendants}
        nobody = {one.id for one in workshop.attendants if one.name == NOBODY}
        sides = chain(self.ours.attendants, self.theirs.attendants)
        forgotten = {one.signature for one in sides if one.id in nobody} - named
        found = {}
        for path in sorted({*here, *there}):
            one, other, before = here.get(path), there.get(path), was.get(path)
            if one and other:
                known = before or UNKNOWN
                outcome = join_values("content", str, known, one, other)
                found[path] = self._settle(Place(FILES, (path,), "content"), path, known, one, other, outcome)
            elif path in named or (before is None and path not in forgotten):
                found[path] = one or other or ""
                self.differences.append(Difference(Place(FILES, (path,)), path, one, other, _owner(one)))
            else:
                self.differences.append(Difference(Place(FILES, (path,)), path, one, other, _owner(other)))
        return found


def _owner(here: object) -> Choice:
    return Choice.OURS if here else Choice.THEIRS
