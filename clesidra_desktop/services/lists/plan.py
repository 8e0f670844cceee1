"""What would become of each row of a list: taken, completed, there already, to be mended, decided or left out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final, TypeAlias
from uuid import UUID

from clesidra_desktop.domain.workshop import Attendant
from clesidra_desktop.services.lists.doubles import Likeness, Somebody, keys, likeness
from clesidra_desktop.services.lists.rows import Fault, ReadRow

Who: TypeAlias = UUID | int
"""Somebody who is known: an attendant by the id, or an earlier row of the list by its number."""

GAINED: Final = (
    "name_km",
    "sex",
    "birth_year",
    "age_group",
    "category",
    "organization",
    "position",
    "province",
    "phone",
    "email",
    "flags",
    "stays",
    "consent",
)
"""The fields of Attendant that a row can complete."""


class Status(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    COMPLETES = "completes"
    THERE = "there"
    FAULTY = "faulty"
    UNDECIDED = "undecided"
    LEFT_OUT = "left_out"


class Decision(StrEnum):
    """Whether a row and somebody who is like it are one person."""

    SAME = "same"
    DIFFERENT = "different"


class Why(StrEnum):
    """Why a row was left out before anybody said so: it is no person's."""

    HEADING = "heading"
    TOTAL = "total"
    HEADER = "header"


@dataclass(frozen=True, slots=True)
class Match:
    """Who a row is, or may be: an attendant of the workshop (`who` is the id) or an earlier row (its number).

    `gains` are the values, by field of Attendant, that the other would get; `differs` the fields in which both have
    something else, and the other keeps what it has.
    """

    who: Who
    other: Attendant
    certain: bool
    gains: Mapping[str, Any] = field(default_factory=dict)
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row and what becomes of it. `texts` are its cells as they are now, `attendant` what they say.

    `person_id` is who it is in the directory. `why` says why a row was left out by itself.
    """

    number: int
    texts: tuple[str, ...]
    status: Status
    attendant: Attendant
    faults: tuple[Fault, ...] = ()
    match: Match | None = None
    person_id: UUID | None = None
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person has said about rows, by number: left out or taken, and who is whom.

    `left_out` maps a row to whether it is left out; `decided` a row and who it is like to the decision.
    """

    left_out: Mapping[int, bool] = field(default_factory=dict)
    decided: Mapping[tuple[int, Who], Decision] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """Those who are in the workshop, each with the id of the person, and those of the directory with theirs."""

    attendants: tuple[tuple[Attendant, UUID | None], ...] = ()
    people: tuple[tuple[Somebody, UUID], ...] = ()


class Planner:
    """Plans rows against those who are known. It can plan some rows again when one of them was changed."""

    def __init__(self, known: Known) -> None:
        self._attendants = {one.id: one for one, _ in known.attendants}
        self._as_person = {person: one for one, person in known.attendants if person}
        self._by_key: dict[str, list[Who]] = {}
        for one, _ in known.attendants:
            for key in keys(one):
                self._by_key.setdefault(key, []).append(one.id)
        self._people: dict[str, list[tuple[Somebody, UUID]]] = {}
        for person, id_ in known.people:
            for key in keys(person):
                if key.startswith("="):
                    self._people.setdefault(key, []).append((person, id_))

    def plan(self, rows: Iterable[ReadRow], choices: Choices, why: Mapping[int, Why]) -> Iterator[PlannedRow]:
        """Yield what becomes of rows, in their order; of rows that are one person the first one is taken.

        All rows that have a key in common (see `keys`) must be among those that are given.
        """
        earlier: dict[int, Attendant] = {}
        by_key: dict[str, list[Who]] = {}
        completed: dict[Who, Attendant] = {}
        for row in rows:
            planned = self._planned(row, choices, why, _Met(earlier, by_key, completed))
            if planned.status is Status.NEW:
                earlier[row.number] = row.attendant
                for key in row.keys:
                    by_key.setdefault(key, []).append(row.number)
            elif planned.match and planned.status is Status.COMPLETES:
                completed[planned.match.who] = replace(planned.match.other, **planned.match.gains)
            yield planned

    def _planned(self, row: ReadRow, choices: Choices, why: Mapping[int, Why], met: "_Met") -> PlannedRow:
        reason = why.get(row.number)

        def planned(status: Status, match: Match | None = None, person_id: UUID | None = None) -> PlannedRow:
            return PlannedRow(row.number, row.texts, status, row.attendant, row.faults, match, person_id, reason)

        if choices.left_out.get(row.number, reason is not None):
            return planned(Status.LEFT_OUT)
        if row.faults:
            return planned(Status.FAULTY)
        person_id = self._person(row)
        match = self._match(row, person_id, choices.decided, met)
        if match is None:
            return planned(Status.NEW, None, person_id)
        if not match.certain and choices.decided.get((row.number, match.who)) is not Decision.SAME:
            return planned(Status.UNDECIDED, match, person_id)
        return planned(Status.COMPLETES if match.gains else Status.THERE, match, person_id)

    def _match(
        self, row: ReadRow, person_id: UUID | None, decided: Mapping[tuple[int, Who], Decision], met: "_Met"
    ) -> Match | None:
        """Return who a row is most likely, None where there is nobody like it."""
        asked = {key: None for one in row.keys for key in (*self._by_key.get(one, ()), *met.by_key.get(one, ()))}
        by_person = self._as_person.get(person_id) if person_id else None
        certain = [one for one in (row.known_id, by_person.id if by_person else None) if one in self._attendants]
        best: tuple[int, Who] | None = None
        for who in (*certain, *asked):
            if decided.get((row.number, who)) is Decision.DIFFERENT:
                continue
            alike = Likeness.SAME if who in certain else likeness(row.attendant, self._other(who, met))
            if decided.get((row.number, who)) is Decision.SAME:
                best = (Likeness.SAME.value + 1, who)
                break
            if alike is not Likeness.NO and (best is None or alike.value > best[0]):
                best = (alike.value, who)
        if best is None:
            return None
        other = self._other(best[1], met)
        return Match(
            best[1], other, best[0] == Likeness.SAME.value, gains(other, row.attendant), differs(other, row.attendant)
        )

    def _other(self, who: Who, met: "_Met") -> Attendant:
        if who in met.completed:
            return met.completed[who]
        return met.earlier[who] if isinstance(who, int) else self._attendants[who]

    def _person(self, row: ReadRow) -> UUID | None:
        """Return the person of the directory with exactly this name who has the phone or the organization."""
        attendant = row.attendant
        alike = [one for key in row.keys if key.startswith("=") for one in self._people.get(key, ())]
        same = [(person, id_) for person, id_ in alike if likeness(attendant, person) is Likeness.SAME]
        same.sort(key=lambda one: (bool(attendant.phone) and one[0].phone == attendant.phone, one[1]))
        return same[-1][1] if same else None


@dataclass(frozen=True, slots=True)
class _Met:
    """The rows before the one that is planned: those that are taken, by number and key, and who was completed."""

    earlier: Mapping[int, Attendant]
    by_key: Mapping[str, Sequence[Who]]
    completed: Mapping[Who, Attendant]


def gains(kept: Attendant, other: Attendant) -> dict[str, Any]:
    """Return what an attendant gets from another one that is the same person: values for what is empty."""
    got = {name: getattr(other, name) for name in GAINED if _empty(getattr(kept, name))}
    got = {name: value for name, value in got.items() if not _empty(value)}
    if kept.birth_year is not None:
        got.pop("age_group", None)
    if got.get("name_km") == kept.name:
        del got["name_km"]
    return got


def differs(kept: Attendant, other: Attendant) -> tuple[str, ...]:
    """Return the fields in which both have something, and not the same."""
    both = [name for name in ("name", *GAINED) if not _empty(getattr(kept, name)) and not _empty(getattr(other, name))]
    return tuple(name for name in both if getattr(kept, name) != getattr(other, name))


def _empty(value: object) -> bool:
    return value is None or value in ("", ())


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What is to become of the rows of a list, and by what that was planned."""

    rows: tuple[PlannedRow, ...]
    read: tuple[ReadRow, ...]
    choices: Choices
    why: Mapping[int, Why]
    known: Known

    def against(self, attendants: tuple[tuple[Attendant, UUID | None], ...]) -> tuple[PlannedRow, ...]:
        """Return the rows planned anew for a workshop with these attendants."""
        if attendants == self.known.attendants:
            return self.rows
        planner = Planner(Known(attendants, self.known.people))
        return tuple(planner.plan(self.read, self.choices, self.why))
