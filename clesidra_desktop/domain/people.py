"""The office's directory: people across workshops, and the organizations that they come from."""

from dataclasses import dataclass, field, fields, replace
from uuid import UUID

from clesidra_desktop.domain.names import folded, phone_digits
from clesidra_desktop.domain.stays import joined_stays
from clesidra_desktop.domain.workshop import Attendant, Flag, Sex

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

    What `kept` leaves empty comes from `other`; the stays of both are in the order of their times, and those
    that overlap are one.
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
