"""What is discussed and by whom: sectors, questions, groups with their members, answers."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from clesidra_desktop.domain.workshop import Answer, Group, Question, Sector
from clesidra_desktop.storage.tables.base import CHILDREN, Row, UtcTime
from clesidra_desktop.storage.tables.outlines import from_points, to_points


class SectorRow(Row):
    """A theme that one group discusses."""

    __tablename__ = "sectors"
    KEY: ClassVar = ("key",)

    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"), index=True, init=False)
    ordinal: Mapped[int]
    key: Mapped[str]
    title: Mapped[str]
    extensions: Mapped[dict[str, Any]]

    @classmethod
    def from_domain(cls, ordinal: int, sector: Sector) -> "SectorRow":
        """Return the row of a sector."""
        return cls(ordinal=ordinal, key=sector.key, title=sector.title, extensions=sector.extensions)

    def to_domain(self) -> Sector:
        """Return the sector."""
        return Sector(key=self.key, title=self.title, extensions=self.extensions)


class QuestionRow(Row):
    """What every group is asked."""

    __tablename__ = "questions"
    KEY: ClassVar = ("key",)

    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"), index=True, init=False)
    ordinal: Mapped[int]
    key: Mapped[str]
    text: Mapped[str]
    extensions: Mapped[dict[str, Any]]

    @classmethod
    def from_domain(cls, ordinal: int, question: Question) -> "QuestionRow":
        """Return the row of a question."""
        return cls(ordinal=ordinal, key=question.key, text=question.text, extensions=question.extensions)

    def to_domain(self) -> Question:
        """Return the question."""
        return Question(key=self.key, text=self.text, extensions=self.extensions)


class GroupMemberRow(Row):
    """The seat of an attendant in a group."""

    __tablename__ = "group_members"
    KEY: ClassVar = ("attendant_id",)
    PARENT: ClassVar = "group_id"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("groups.id"), index=True, init=False)
    ordinal: Mapped[int]
    attendant_id: Mapped[UUID] = mapped_column(ForeignKey("attendants.id"), index=True)


class GroupLockRow(Row):
    """The lock of an attendant in a group."""

    __tablename__ = "group_locks"
    KEY: ClassVar = ("attendant_id",)
    PARENT: ClassVar = "group_id"

    group_id: Mapped[UUID] = mapped_column(ForeignKey("groups.id"), index=True, init=False)
    ordinal: Mapped[int]
    attendant_id: Mapped[UUID] = mapped_column(ForeignKey("attendants.id"), index=True)


class GroupRow(Row):
    """The attendants who discuss one sector, which is named by its key."""

    __tablename__ = "groups"
    KEY: ClassVar = ("sector",)

    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"), index=True, init=False)
    ordinal: Mapped[int]
    sector: Mapped[str]
    rapporteur: Mapped[str]
    room: Mapped[str]
    extensions: Mapped[dict[str, Any]]

    members: Mapped[list[GroupMemberRow]] = relationship(
        default_factory=list, cascade=CHILDREN, order_by=GroupMemberRow.ordinal
    )
    locks: Mapped[list[GroupLockRow]] = relationship(
        default_factory=list, cascade=CHILDREN, order_by=GroupLockRow.ordinal
    )

    @classmethod
    def from_domain(cls, ordinal: int, group: Group) -> "GroupRow":
        """Return the row of a group, with its members."""
        return cls(
            ordinal=ordinal,
            sector=group.sector,
            rapporteur=group.rapporteur,
            room=group.room,
            extensions=group.extensions,
            members=[
                GroupMemberRow(ordinal=number, attendant_id=member) for number, member in enumerate(group.members)
            ],
            locks=[GroupLockRow(ordinal=number, attendant_id=one) for number, one in enumerate(group.locked)],
        )

    def to_domain(self) -> Group:
        """Return the group."""
        return Group(
            sector=self.sector,
            members=tuple(member.attendant_id for member in self.members),
            locked=tuple(lock.attendant_id for lock in self.locks),
            rapporteur=self.rapporteur,
            room=self.room,
            extensions=self.extensions,
        )


class AnswerRow(Row):
    """What the group of a sector said to a question; both are named by their keys.

    `typed_at` is when somebody last typed in it on this database.
    """

    __tablename__ = "answers"
    KEY: ClassVar = ("sector", "question")
    LOCAL: ClassVar = ("typed_at",)

    workshop_id: Mapped[UUID] = mapped_column(ForeignKey("workshops.id"), index=True, init=False)
    ordinal: Mapped[int]
    sector: Mapped[str]
    question: Mapped[str]
    items: Mapped[list[dict[str, Any]]]
    extensions: Mapped[dict[str, Any]]
    typed_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)

    @classmethod
    def from_domain(cls, ordinal: int, answer: Answer) -> "AnswerRow":
        """Return the row of an answer."""
        return cls(
            ordinal=ordinal,
            sector=answer.sector,
            question=answer.question,
            items=to_points(answer.items),
            extensions=answer.extensions,
        )

    def to_domain(self) -> Answer:
        """Return the answer."""
        return Answer(
            sector=self.sector, question=self.question, items=from_points(self.items), extensions=self.extensions
        )
