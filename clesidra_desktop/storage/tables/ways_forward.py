"""What was agreed to be done."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from clesidra_desktop.domain.workshop import WayForward
from clesidra_desktop.storage.tables.base import Row


class WayForwardRow(Row):
    """A way forward. `done` is a date in ISO 8601."""

    __tablename__ = "ways_forward"

    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"), index=True, init=False)
    ordinal: Mapped[int]
    text: Mapped[str]
    responsible: Mapped[str]
    due: Mapped[str]
    done: Mapped[str | None]
    extensions: Mapped[dict[str, Any]]

    @classmethod
    def from_domain(cls, ordinal: int, way: WayForward) -> "WayForwardRow":
        """Return the row of a way forward."""
        row = cls(
            ordinal=ordinal,
            text=way.text,
            responsible=way.responsible,
            due=way.due,
            done=way.done.isoformat() if way.done else None,
            extensions=way.extensions,
        )
        row.id = way.id
        return row

    def to_domain(self) -> WayForward:
        """Return the way forward."""
        return WayForward(
            id=self.id,
            text=self.text,
            responsible=self.responsible,
            due=self.due,
            done=date.fromisoformat(self.done) if self.done else None,
            extensions=self.extensions,
        )
