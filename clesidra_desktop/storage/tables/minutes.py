"""How sections of the minutes are printed otherwise than usual."""

from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from clesidra_desktop.domain.workshop import MinutesSection
from clesidra_desktop.storage.tables.base import Row
from clesidra_desktop.storage.tables.outlines import from_points, to_points


class MinutesSectionRow(Row):
    """A section that is switched off, or has a title or texts of its own; it is named by its key."""

    __tablename__ = "minutes_sections"
    KEY: ClassVar = ("key",)

    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"), index=True, init=False)
    ordinal: Mapped[int]
    key: Mapped[str]
    shown: Mapped[bool]
    title: Mapped[str]
    text_before: Mapped[list[dict[str, Any]]]
    text_after: Mapped[list[dict[str, Any]]]
    extensions: Mapped[dict[str, Any]]

    @classmethod
    def from_domain(cls, ordinal: int, section: MinutesSection) -> "MinutesSectionRow":
        """Return the row of a section."""
        return cls(
            ordinal=ordinal,
            key=section.key,
            shown=section.shown,
            title=section.title,
            text_before=to_points(section.before),
            text_after=to_points(section.after),
            extensions=section.extensions,
        )

    def to_domain(self) -> MinutesSection:
        """Return the section."""
        return MinutesSection(
            key=self.key,
            shown=self.shown,
            title=self.title,
            before=from_points(self.text_before),
            after=from_points(self.text_after),
            extensions=self.extensions,
        )
