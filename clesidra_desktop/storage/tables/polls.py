"""Polls and their options."""

from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from clesidra_desktop.domain.workshop import Poll, PollOption
from clesidra_desktop.storage.tables.base import CHILDREN, Row


class PollOptionRow(Row):
    """One possible answer to a poll and the hands counted for it."""

    __tablename__ = "poll_options"
    KEY: ClassVar = ("text",)
    PARENT: ClassVar = "poll_id"

    poll_id: Mapped[UUID] = mapped_column(ForeignKey("polls.id"), index=True, init=False)
    ordinal: Mapped[int]
    text: Mapped[str]
    count: Mapped[int]
    extensions: Mapped[dict[str, Any]]

    @classmethod
    def from_domain(cls, ordinal: int, option: PollOption) -> "PollOptionRow":
        """Return the row of an option."""
        return cls(ordinal=ordinal, text=option.text, count=option.count, extensions=option.extensions)

    def to_domain(self) -> PollOption:
        """Return the option."""
        return PollOption(text=self.text, count=self.count, extensions=self.extensions)


class PollRow(Row):
    """A question put to the room."""

    __tablename__ = "polls"
    KEY: ClassVar = ("key",)

    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"), index=True, init=False)
    ordinal: Mapped[int]
    key: Mapped[str]
    question: Mapped[str]
    respondents: Mapped[int | None]
    multiple: Mapped[bool] = mapped_column(server_default=false())
    note: Mapped[str]
    extensions: Mapped[dict[str, Any]]

    options: Mapped[list[PollOptionRow]] = relationship(
        default_factory=list, cascade=CHILDREN, order_by=PollOptionRow.ordinal
    )

    @classmethod
    def from_domain(cls, ordinal: int, poll: Poll) -> "PollRow":
        """Return the row of a poll, with its options."""
        return cls(
            ordinal=ordinal,
            key=poll.key,
            question=poll.question,
            respondents=poll.respondents,
            multiple=poll.multiple,
            note=poll.note,
            extensions=poll.extensions,
            options=[PollOptionRow.from_domain(number, option) for number, option in enumerate(poll.options)],
        )

    def to_domain(self) -> Poll:
        """Return the poll."""
        return Poll(
            key=self.key,
            question=self.question,
            respondents=self.respondents,
            multiple=self.multiple,
            options=tuple(option.to_domain() for option in self.options),
            note=self.note,
            extensions=self.extensions,
        )
