"""The agenda, planned and as it went."""

from datetime import datetime, time
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, false
from sqlalchemy.orm import Mapped, mapped_column

from clesidra_desktop.domain.workshop import AgendaItem, AgendaKind
from clesidra_desktop.storage.tables.base import Row
from clesidra_desktop.storage.tables.outlines import from_points, to_points


class AgendaItemRow(Row):
    """A planned slot. `fixed_start` is ISO 8601: a time of the day, or a date and a time with a T between them."""

    __tablename__ = "agenda_items"
    KEY: ClassVar = ("key",)

    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"), index=True, init=False)
    ordinal: Mapped[int]
    key: Mapped[str]
    title: Mapped[str]
    speaker: Mapped[str]
    kind: Mapped[str]
    minutes: Mapped[int | None]
    allotted: Mapped[int | None]
    fixed_start: Mapped[str | None]
    internal: Mapped[bool]
    skipped: Mapped[bool] = mapped_column(server_default=false())
    started: Mapped[datetime | None]
    ended: Mapped[datetime | None]
    notes: Mapped[list[dict[str, Any]]]
    annex: Mapped[str]
    poll: Mapped[str]
    extensions: Mapped[dict[str, Any]]

    @classmethod
    def from_domain(cls, ordinal: int, item: AgendaItem) -> "AgendaItemRow":
        """Return the row of an agenda item."""
        return cls(
            ordinal=ordinal,
            key=item.key,
            title=item.title,
            speaker=item.speaker,
            kind=item.kind.value,
            minutes=item.minutes,
            allotted=item.allotted,
            fixed_start=None if item.fixed_start is None else item.fixed_start.isoformat(),
            internal=item.internal,
            skipped=item.skipped,
            started=item.started,
            ended=item.ended,
            notes=to_points(item.notes),
            annex=item.annex,
            poll=item.poll,
            extensions=item.extensions,
        )

    def to_domain(self, *, notes: bool = True) -> AgendaItem:
        """Return the agenda item, with its notes or without."""
        return AgendaItem(
            key=self.key,
            title=self.title,
            speaker=self.speaker,
            kind=AgendaKind(self.kind),
            minutes=self.minutes,
            allotted=self.allotted,
            fixed_start=_moment(self.fixed_start),
            internal=self.internal,
            skipped=self.skipped,
            started=self.started,
            ended=self.ended,
            notes=from_points(self.notes) if notes else (),
            annex=self.annex,
            poll=self.poll,
            extensions=self.extensions,
        )


def _moment(text: str | None) -> datetime | time | None:
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else time.fromisoformat(text)
