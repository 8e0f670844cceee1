"""The directory of the office: people and organizations, across workshops; who is who, and who is not."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from clesidra_desktop.domain.people import Organization, Person
from clesidra_desktop.domain.workshop import Flag, Sex
from clesidra_desktop.storage.tables.base import Row


class PersonRow(Row):
    """A person. `same_as` points to the person that a double was merged with; see `Person`."""

    __tablename__ = "people"

    name: Mapped[str] = mapped_column(index=True)
    name_km: Mapped[str]
    sex: Mapped[str | None]
    birth_year: Mapped[int | None]
    category: Mapped[str]
    organization: Mapped[str]
    position: Mapped[str]
    province: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    flags: Mapped[list[str]]
    same_as: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"), index=True)

    @classmethod
    def from_domain(cls, person: Person) -> "PersonRow":
        """Return the row of a person."""
        row = cls(
            name=person.name,
            name_km=person.name_km,
            sex=person.sex.value if person.sex else None,
            birth_year=person.birth_year,
            category=person.category,
            organization=person.organization,
            position=person.position,
            province=person.province,
            phone=person.phone,
            email=person.email,
            flags=[flag.value for flag in person.flags],
            same_as=person.same_as,
        )
        row.id = person.id
        return row

    def to_domain(self) -> Person:
        """Return the person."""
        return Person(
            id=self.id,
            name=self.name,
            name_km=self.name_km,
            sex=Sex(self.sex) if self.sex else None,
            birth_year=self.birth_year,
            category=self.category,
            organization=self.organization,
            position=self.position,
            province=self.province,
            phone=self.phone,
            email=self.email,
            flags=tuple(Flag(flag) for flag in self.flags),
            same_as=self.same_as,
        )


class OrganizationRow(Row):
    """An organization. `spellings` are names under which attendants came and that stand for it."""

    __tablename__ = "organizations"

    name: Mapped[str]
    spellings: Mapped[list[str]]

    @classmethod
    def from_domain(cls, organization: Organization) -> "OrganizationRow":
        """Return the row of an organization."""
        row = cls(name=organization.name, spellings=list(organization.spellings))
        row.id = organization.id
        return row

    def to_domain(self) -> Organization:
        """Return the organization."""
        return Organization(id=self.id, name=self.name, spellings=tuple(self.spellings))


class MergeRow(Row):
    """Two attendants of a workshop, or two people (`workshop_id` is null), that were made one and can come apart again.

    `other_id` is the one that went. What the merge changed is in the entry `sequence` of the journal; `stays` are those
    of the kept one before it, as `{"arrived", "left", "extensions"}`. The row goes when they come apart. It refers to
    rows by id without a foreign key, because it outlives them.
    """

    __tablename__ = "merges"

    workshop_id: Mapped[UUID | None] = mapped_column(index=True)
    kept_id: Mapped[UUID] = mapped_column(index=True)
    other_id: Mapped[UUID] = mapped_column(index=True)
    sequence: Mapped[int]
    stays: Mapped[list[dict[str, Any]]]


class ToldApartRow(Row):
    """Two people, or two attendants, that look like doubles and of whom a person said that they are not.

    `first_id` is the smaller id. The row refers to others without a foreign key, because it outlives them.
    """

    __tablename__ = "told_apart"

    first_id: Mapped[UUID] = mapped_column(index=True)
    second_id: Mapped[UUID] = mapped_column(index=True)
