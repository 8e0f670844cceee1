"""The workshop itself, with everything that is recorded in it below."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Mapped, relationship

from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.workshop import Programme, SplitRules, Team, Workshop
from clesidra_desktop.storage.tables.agenda import AgendaItemRow
from clesidra_desktop.storage.tables.annexes import AnnexRow, WorkshopFileRow
from clesidra_desktop.storage.tables.attendants import AttendantRow, CategoryRow, QuotaRow
from clesidra_desktop.storage.tables.base import CHILDREN, Row
from clesidra_desktop.storage.tables.groups import AnswerRow, GroupRow, QuestionRow, SectorRow
from clesidra_desktop.storage.tables.minutes import MinutesSectionRow
from clesidra_desktop.storage.tables.polls import PollRow
from clesidra_desktop.storage.tables.split import SplitRow
from clesidra_desktop.storage.tables.ways_forward import WayForwardRow


class WorkshopRow(Row):
    """A workshop. `programme_name` is null where it counts towards no programme."""

    __tablename__ = "workshops"

    language: Mapped[str]
    title: Mapped[str]
    programme_name: Mapped[str | None]
    programme_funder: Mapped[str]
    programme_activity: Mapped[str]
    programme_extensions: Mapped[dict[str, Any]]
    starts: Mapped[datetime | None]
    ends: Mapped[datetime | None]
    timezone: Mapped[str]
    venue: Mapped[str]
    place: Mapped[str]
    facilitator: Mapped[list[str]]
    mc: Mapped[list[str]]
    minute_taker: Mapped[list[str]]
    team_extensions: Mapped[dict[str, Any]]
    objectives: Mapped[list[str]]
    extensions: Mapped[dict[str, Any]]

    categories: Mapped[list[CategoryRow]] = relationship(cascade=CHILDREN, order_by=CategoryRow.ordinal)
    attendants: Mapped[list[AttendantRow]] = relationship(cascade=CHILDREN, order_by=AttendantRow.ordinal)
    quotas: Mapped[list[QuotaRow]] = relationship(cascade=CHILDREN, order_by=QuotaRow.ordinal)
    sectors: Mapped[list[SectorRow]] = relationship(cascade=CHILDREN, order_by=SectorRow.ordinal)
    questions: Mapped[list[QuestionRow]] = relationship(cascade=CHILDREN, order_by=QuestionRow.ordinal)
    groups: Mapped[list[GroupRow]] = relationship(cascade=CHILDREN, order_by=GroupRow.ordinal)
    split: Mapped[list[SplitRow]] = relationship(cascade=CHILDREN)
    answers: Mapped[list[AnswerRow]] = relationship(cascade=CHILDREN, order_by=AnswerRow.ordinal)
    agenda: Mapped[list[AgendaItemRow]] = relationship(cascade=CHILDREN, order_by=AgendaItemRow.ordinal)
    polls: Mapped[list[PollRow]] = relationship(cascade=CHILDREN, order_by=PollRow.ordinal)
    ways_forward: Mapped[list[WayForwardRow]] = relationship(cascade=CHILDREN, order_by=WayForwardRow.ordinal)
    annexes: Mapped[list[AnnexRow]] = relationship(cascade=CHILDREN, order_by=AnnexRow.ordinal)
    minutes: Mapped[list[MinutesSectionRow]] = relationship(cascade=CHILDREN, order_by=MinutesSectionRow.ordinal)
    files: Mapped[list[WorkshopFileRow]] = relationship(cascade=CHILDREN, order_by=WorkshopFileRow.path)

    @classmethod
    def from_domain(cls, workshop: Workshop, files: Mapping[str, UUID]) -> "WorkshopRow":
        """Return the row of a workshop with all rows below it. `files` gives the id of the file at each path."""
        programme = workshop.programme
        row = cls(
            language=workshop.language.value,
            title=workshop.title,
            programme_name=programme.name if programme else None,
            programme_funder=programme.funder if programme else "",
            programme_activity=programme.activity if programme else "",
            programme_extensions=programme.extensions if programme else {},
            starts=workshop.starts,
            ends=workshop.ends,
            timezone=workshop.timezone,
            venue=workshop.venue,
            place=workshop.place,
            facilitator=list(workshop.team.facilitator),
            mc=list(workshop.team.mc),
            minute_taker=list(workshop.team.minute_taker),
            team_extensions=workshop.team.extensions,
            objectives=list(workshop.objectives),
            extensions=workshop.extensions,
            categories=[CategoryRow.from_domain(*item) for item in enumerate(workshop.categories)],
            attendants=[AttendantRow.from_domain(*item) for item in enumerate(workshop.attendants)],
            quotas=[QuotaRow.from_domain(*item) for item in enumerate(workshop.quotas)],
            sectors=[SectorRow.from_domain(*item) for item in enumerate(workshop.sectors)],
            questions=[QuestionRow.from_domain(*item) for item in enumerate(workshop.questions)],
            groups=[GroupRow.from_domain(*item) for item in enumerate(workshop.groups)],
            split=SplitRow.from_domain(workshop.split),
            answers=[AnswerRow.from_domain(*item) for item in enumerate(workshop.answers)],
            agenda=[AgendaItemRow.from_domain(*item) for item in enumerate(workshop.agenda)],
            polls=[PollRow.from_domain(*item) for item in enumerate(workshop.polls)],
            ways_forward=[WayForwardRow.from_domain(*item) for item in enumerate(workshop.ways_forward)],
            annexes=[AnnexRow.from_domain(*item) for item in enumerate(workshop.annexes)],
            minutes=[MinutesSectionRow.from_domain(*item) for item in enumerate(workshop.minutes)],
            files=[WorkshopFileRow(path=path, file_id=file) for path, file in sorted(files.items())],
        )
        row.id = workshop.id
        return row

    def to_domain(self) -> Workshop:
        """Return the workshop."""
        return Workshop(
            id=self.id,
            language=Language(self.language),
            title=self.title,
            programme=self._programme(),
            starts=self.starts,
            ends=self.ends,
            timezone=self.timezone,
            venue=self.venue,
            place=self.place,
            team=Team(
                facilitator=tuple(self.facilitator),
                mc=tuple(self.mc),
                minute_taker=tuple(self.minute_taker),
                extensions=self.team_extensions,
            ),
            objectives=tuple(self.objectives),
            categories=tuple(row.to_domain() for row in self.categories),
            attendants=tuple(row.to_domain() for row in self.attendants),
            quotas=tuple(row.to_domain() for row in self.quotas),
            sectors=tuple(row.to_domain() for row in self.sectors),
            questions=tuple(row.to_domain() for row in self.questions),
            groups=tuple(row.to_domain() for row in self.groups),
            split=self.split[0].to_domain() if self.split else SplitRules(),
            answers=tuple(row.to_domain() for row in self.answers),
            agenda=tuple(row.to_domain() for row in self.agenda),
            polls=tuple(row.to_domain() for row in self.polls),
            ways_forward=tuple(row.to_domain() for row in self.ways_forward),
            annexes=tuple(row.to_domain() for row in self.annexes),
            minutes=tuple(row.to_domain() for row in self.minutes),
            extensions=self.extensions,
        )

    def _programme(self) -> Programme | None:
        if self.programme_name is None:
            return None
        return Programme(
            name=self.programme_name,
            funder=self.programme_funder,
            activity=self.programme_activity,
            extensions=self.programme_extensions,
        )
