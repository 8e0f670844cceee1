"""The office's directory: people across workshops, and the organizations that they come from."""

from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from uuid import UUID

from clesidra_desktop.domain.names import folded, phone_digits
from clesidra_desktop.domain.workshop import Attendant, Flag, Sex, Stay

SHARED = (
    "name",
    "name_km",
    "sex",
    "birth_year",
    "category",
    "organization",
    "position",
    "province",
    "phone",
    "email",
    "flags",
)
"""What the directory knows of a person: the fields that an attendant has, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as known from the last workshop. Details are as in Attendant.

    `same_as` is the id of the person that this one was found to be: a double that was merged.
    """

    id: UUID
    name: str
    name_km: str = ""
    sex: Sex | None = None
    birth_year: int | None = None
    category: str = ""
    organization: str = ""
    position: str = ""
    province: str = ""
    phone: str = ""
    email: str = ""
    flags: tuple[Flag, ...] = ()
    same_as: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """An organization by the name that the office has chosen, and other spellings that stand for it."""

    id: UUID
    name: str
    spellings: tuple[str, ...] = field(default=())


def person_of(attendant: Attendant, person_id: UUID) -> Person:
    """Return what a directory keeps of an attendant."""
    return Person(id=person_id, **{name: getattr(attendant, name) for name in SHARED})


def attendant_of(person: Person, attendant_id: UUID) -> Attendant:
    """Return a person as an attendant who has not come yet."""
    return Attendant(id=attendant_id, **{name: getattr(person, name) for name in SHARED})


def updated(person: Person, attendant: Attendant) -> Person:
    """Return a person with what an attendant tells of himself or herself; what was left empty stays known."""
    told = {name: value for name in SHARED if (value := getattr(attendant, name))}
    return replace(person, **told)


def marks_of(one: Person | Attendant) -> list[tuple[object, ...]]:
    """Return what somebody is surely known by: the name and the sex, with a number, an address, or year and origin."""
    name = " ".join(sorted(folded(one.name).split())), one.sex
    marks: list[tuple[object, ...]] = []
    if phone := phone_digits(one.phone):
        marks.append((*name, "phone", phone))
    if one.email:
        marks.append((*name, "email", folded(one.email)))
    if one.birth_year and one.organization:
        marks.append((*name, one.birth_year, folded(one.organization)))
    return marks


def completed(kept: Attendant, other: Attendant) -> Attendant:
    """Return one attendant for two that are the same person.

    What `kept` leaves empty comes from `other`; the stays of both are in the order of their times.
    """
    gaps = {
        one.name: getattr(other, one.name)
        for one in fields(Attendant)
        if one.name not in ("id", "stays", "extensions") and getattr(kept, one.name) in ("", None, ())
    }
    extensions = {**other.extensions, **kept.extensions}
    return replace(kept, **gaps, stays=joined_stays(kept.stays, other.stays), extensions=extensions)


def completed_person(kept: Person, other: Person) -> Person:
    """Return one person for two that are the same: what `kept` leaves empty comes from `other`."""
    return replace(
        kept, **{name: value for name in SHARED if not getattr(kept, name) and (value := getattr(other, name))}
    )


def joined_stays(kept: tuple[Stay, ...], other: tuple[Stay, ...]) -> tuple[Stay, ...]:
    """Return the stays of two attendants who are one, in the order of their times, each once."""
    by_time = {
        (start, stay.left is None, stay.left or start): stay
        for stay in reversed((*kept, *other))
        if (start := _start(stay))
    }
    return tuple(by_time[times] for times in sorted(by_time)) or (*kept, *other)[:1]


def parted_stays(
    kept: tuple[Stay, ...], other: tuple[Stay, ...], now: tuple[Stay, ...]
) -> tuple[tuple[Stay, ...], tuple[Stay, ...]]:
    """Return the stays of two attendants who were one for a while.

    `kept` and `other` are their stays before they were joined, `now` those of the one. What was noted meanwhile goes
    with the arrival that it belongs to; a new arrival is that of the kept one.
    """
    if now == joined_stays(kept, other):
        return kept, other
    starts, other_starts = {_start(stay) for stay in kept}, {_start(stay) for stay in other}
    mine = tuple(stay for stay in now if _start(stay) in starts or _start(stay) not in other_starts)
    return mine, tuple(stay for stay in now if _start(stay) in other_starts)


def _start(stay: Stay) -> datetime | None:
    return stay.arrived or stay.left
