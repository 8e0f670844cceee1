"""Attendants, their arrivals and departures, and how they are counted."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from clesidra_desktop.domain.workshop import Attendant, Category, Flag, Quota, QuotaAttribute, Sex, Stay
from clesidra_desktop.storage.tables.base import CHILDREN, Row
from clesidra_desktop.storage.tables.groups import GroupLockRow, GroupMemberRow
from clesidra_desktop.storage.tables.people import PersonRow
from clesidra_desktop.storage.tables.split import SplitMemberRow, WishRow


class CategoryRow(Row):
    """A category, in print order."""

    __tablename__ = "categories"
    KEY: ClassVar = ("code",)

    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"), index=True, init=False)
    ordinal: Mapped[int]
    code: Mapped[str]
    label: Mapped[str]
    extensions: Mapped[dict[str, Any]]

    @classmethod
    def from_domain(cls, ordinal: int, category: Category) -> "CategoryRow":
        """Return the row of a category."""
        return cls(ordinal=ordinal, code=category.code, label=category.label, extensions=category.extensions)

    def to_domain(self) -> Category:
        """Return the category."""
        return Category(code=self.code, label=self.label, extensions=self.extensions)


class StayRow(Row):
    """One arrival and the departure that ended it."""

    __tablename__ = "stays"
    KEY: ClassVar = ("ordinal",)
    PARENT: ClassVar = "attendant_id"

    attendant_id: Mapped[UUID] = mapped_column(ForeignKey("attendants.id"), index=True, init=False)
    ordinal: Mapped[int]
    arrived: Mapped[datetime | None]
    left: Mapped[datetime | None]
    extensions: Mapped[dict[str, Any]]

    @classmethod
    def from_domain(cls, ordinal: int, stay: Stay) -> "StayRow":
        """Return the row of a stay."""
        return cls(ordinal=ordinal, arrived=stay.arrived, left=stay.left, extensions=stay.extensions)

    def to_domain(self) -> Stay:
        """Return the stay."""
        return Stay(arrived=self.arrived, left=self.left, extensions=self.extensions)


class AttendantRow(Row):
    """A person at one workshop. `category` is a code, which may be missing from the list: that is a finding.

    `person_id` is who it is in the directory.
    """

    __tablename__ = "attendants"
    LOCAL: ClassVar = ("person_id",)

    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"), index=True, init=False)
    ordinal: Mapped[int]
    name: Mapped[str]
    name_km: Mapped[str]
    category: Mapped[str]
    sex: Mapped[str | None]
    birth_year: Mapped[int | None]
    age_group: Mapped[str]
    organization: Mapped[str]
    position: Mapped[str]
    province: Mapped[str]
    phone: Mapped[str]
    email: Mapped[str]
    flags: Mapped[list[str]]
    signature: Mapped[str]
    consent: Mapped[bool | None]
    extensions: Mapped[dict[str, Any]]

    stays: Mapped[list[StayRow]] = relationship(default_factory=list, cascade=CHILDREN, order_by=StayRow.ordinal)
    person_id: Mapped[UUID | None] = mapped_column(ForeignKey(PersonRow.__table__.c.id), index=True, default=None)
    memberships: Mapped[list[GroupMemberRow]] = relationship(init=False, cascade="all")
    locks: Mapped[list[GroupLockRow]] = relationship(init=False, cascade="all")
    split_memberships: Mapped[list[SplitMemberRow]] = relationship(init=False, cascade="all")
    wishes: Mapped[list[WishRow]] = relationship(init=False, cascade="all")

    @classmethod
    def from_domain(cls, ordinal: int, attendant: Attendant) -> "AttendantRow":
        """Return the row of an attendant, with the stays."""
        row = cls(
            ordinal=ordinal,
            name=attendant.name,
            name_km=attendant.name_km,
            category=attendant.category,
            sex=attendant.sex.value if attendant.sex else None,
            birth_year=attendant.birth_year,
            age_group=attendant.age_group,
            organization=attendant.organization,
            position=attendant.position,
            province=attendant.province,
            phone=attendant.phone,
            email=attendant.email,
            flags=[flag.value for flag in attendant.flags],
            signature=attendant.signature,
            consent=attendant.consent,
            extensions=attendant.extensions,
            stays=[StayRow.from_domain(number, stay) for number, stay in enumerate(attendant.stays)],
        )
        row.id = attendant.id
        return row

    def to_domain(self) -> Attendant:
        """Return the attendant."""
        return Attendant(
            id=self.id,
            name=self.name,
            name_km=self.name_km,
            category=self.category,
            sex=Sex(self.sex) if self.sex else None,
            birth_year=self.birth_year,
            age_group=self.age_group,
            organization=self.organization,
            position=self.position,
            province=self.province,
            phone=self.phone,
            email=self.email,
            flags=tuple(Flag(flag) for flag in self.flags),
            stays=tuple(stay.to_domain() for stay in self.stays),
            signature=self.signature,
            consent=self.consent,
            extensions=self.extensions,
        )


class QuotaRow(Row):
    """A share that must be reached."""

    __tablename__ = "quotas"
    KEY: ClassVar = ("attribute", "value")

    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"), index=True, init=False)
    ordinal: Mapped[int]
    attribute: Mapped[str]
    value: Mapped[str]
    share: Mapped[float]
    extensions: Mapped[dict[str, Any]]

    @classmethod
    def from_domain(cls, ordinal: int, quota: Quota) -> "QuotaRow":
        """Return the row of a quota."""
        return cls(
            ordinal=ordinal,
            attribute=quota.attribute.value,
            value=quota.value,
            share=quota.share,
            extensions=quota.extensions,
        )

    def to_domain(self) -> Quota:
        """Return the quota."""
        return Quota(
            attribute=QuotaAttribute(self.attribute), value=self.value, share=self.share, extensions=self.extensions
        )
