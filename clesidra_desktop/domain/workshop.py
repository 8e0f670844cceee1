"""A workshop and everything that is recorded in it, as plain immutable data.

Each class carries `extensions`: the keys of a workshop file that begin with `x-`. They belong to other programs
and travel with the row they stand in, untouched.

Times are local to the workshop's own time zone and carry no offset.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.outline import Outline


class Sex(StrEnum):
    """Sex as registered; an attendant whose sex is unknown has none of these."""

    FEMALE = "F"
    MALE = "M"
    OTHER = "X"


class Flag(StrEnum):
    """What donors ask to be counted besides sex and category."""

    YOUTH = "youth"
    INDIGENOUS = "indigenous"
    VULNERABLE = "vulnerable"


class AgendaKind(StrEnum):
    """What happens in an agenda item, and so what the minutes print under it."""

    TALK = "talk"
    BREAKOUT = "breakout"
    ANSWERS = "answers"
    WAYS_FORWARD = "ways-forward"
    POLL = "poll"
    BREAK = "break"


class AnnexSource(StrEnum):
    """Where the pages of an annex come from."""

    ATTENDANTS = "attendants"
    AGENDA = "agenda"
    FILE = "file"


class QuotaAttribute(StrEnum):
    """The attributes of an attendant for which a quota can be set, and which a split can spread."""

    SEX = "sex"
    CATEGORY = "category"
    AGE_GROUP = "age_group"
    ORGANIZATION = "organization"
    PROVINCE = "province"
    FLAGS = "flags"


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """The funded project that a workshop counts towards."""

    name: str
    funder: str = ""
    activity: str = ""
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """The people who ran the workshop, as their names are to be printed."""

    facilitator: tuple[str, ...] = ()
    mc: tuple[str, ...] = ()
    minute_taker: tuple[str, ...] = ()
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """How attendants are counted in the header of the minutes."""

    code: str
    label: str
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One arrival and the departure that ended it; either may be unknown."""

    arrived: datetime | None = None
    left: datetime | None = None
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendant:
    """A person at one workshop.

    `stays` holds the arrivals and departures in order. `signature` is the path of a picture inside the workshop
    file. `birth_year` is a year of the common era; `age_group` is free text such as "25-34".
    """

    id: UUID
    name: str
    category: str = ""
    name_km: str = ""
    sex: Sex | None = None
    birth_year: int | None = None
    age_group: str = ""
    organization: str = ""
    position: str = ""
    province: str = ""
    phone: str = ""
    email: str = ""
    flags: tuple[Flag, ...] = ()
    stays: tuple[Stay, ...] = ()
    signature: str = ""
    consent: bool | None = None
    extensions: dict[str, Any] = field(default_factory=dict)

    @property
    def arrived(self) -> datetime | None:
        """The first arrival, if any is known."""
        return next((stay.arrived for stay in self.stays if stay.arrived), None)

    @property
    def left(self) -> datetime | None:
        """The last departure, unless the attendant came back after it."""
        return self.stays[-1].left if self.stays else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """A share of the attendants, between 0 and 1, that must have a value in an attribute."""

    attribute: QuotaAttribute
    value: str
    share: float
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """A theme that one group discusses."""

    key: str
    title: str
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What every group is asked."""

    key: str
    text: str
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The attendants who discuss one sector. `rapporteur` is a name, or the id of an attendant.

    `locked` are the ids of attendants whom every split leaves in this group, or puts there.
    """

    sector: str
    members: tuple[UUID, ...] = ()
    locked: tuple[UUID, ...] = ()
    rapporteur: str = ""
    room: str = ""
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitAttribute:
    """How much a split into groups looks at an attribute; not at all where the weight is 0.

    A protected attribute is spread before all others, whatever their weights. `with_sex` spreads the women of each
    value, and the men, as well: else all women of a group may be of one category.
    """

    attribute: QuotaAttribute
    weight: int = 1
    protected: bool = False
    with_sex: bool = False
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The sectors that an attendant wishes to discuss, by their keys, the dearest first."""

    attendant: UUID
    sectors: tuple[str, ...] = ()
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitRules:
    """What a split of the attendants into groups has to keep, and what it is to weigh.

    `balance` is a percentage: 100 spreads all attributes first and then meets wishes, 0 the other way round, and what
    lies between trades one against the other; protected attributes come first in any case. `attributes` are those
    that are weighed otherwise than usual. `left_out` get no seat. Every set of `apart` sits in different groups and
    every set of `together` in one. `rounds` are earlier rounds: the groups of each, which are to be mixed.
    """

    seed: int = 0
    balance: int = 100
    attributes: tuple[SplitAttribute, ...] = ()
    facilitators: tuple[UUID, ...] = ()
    left_out: tuple[UUID, ...] = ()
    apart: tuple[tuple[UUID, ...], ...] = ()
    together: tuple[tuple[UUID, ...], ...] = ()
    wishes: tuple[Wish, ...] = ()
    rounds: tuple[tuple[tuple[UUID, ...], ...], ...] = ()
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the group of a sector said to a question."""

    sector: str
    question: str
    items: Outline = ()
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """A planned slot of the agenda and what really happened in it.

    `minutes` is the planned length, `allotted` the one it was given since, while the agenda ran. `fixed_start` is a
    time of the day, or a date and a time where the workshop lasts several days. `annex` and `poll` are keys. Internal
    items are for the team and are never printed. `skipped` items were left out, and stay in the plan.
    """

    key: str
    title: str
    speaker: str = ""
    kind: AgendaKind = AgendaKind.TALK
    minutes: int | None = None
    allotted: int | None = None
    fixed_start: datetime | time | None = None
    internal: bool = False
    skipped: bool = False
    started: datetime | None = None
    ended: datetime | None = None
    notes: Outline = ()
    annex: str = ""
    poll: str = ""
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PollOption:
    """One possible answer to a poll and the hands counted for it."""

    text: str
    count: int = 0
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """A question put to the room. `respondents` is how many people answered, where that was counted.

    In a poll that is `multiple` people may choose several options.
    """

    key: str
    question: str
    respondents: int | None = None
    multiple: bool = False
    options: tuple[PollOption, ...] = ()
    note: str = ""
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class WayForward:
    """What was agreed to be done. `due` is free text; a date in it is written YYYY-MM-DD.

    `done` is the day on which somebody said that it was done.
    """

    id: UUID
    text: str
    responsible: str = ""
    due: str = ""
    done: date | None = None
    extensions: dict[str, Any] = field(default_factory=dict)

    @property
    def due_date(self) -> date | None:
        """The date, where `due` is one."""
        try:
            day = date.fromisoformat(self.due)
        except ValueError:
            return None
        return day if day.isoformat() == self.due else None  # ISO 8601 knows more forms than the workshop file


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """What follows the minutes. `file` is a path inside the workshop file, for annexes that come from a file."""

    key: str
    title: str
    source: AnnexSource = AnnexSource.FILE
    file: str = ""
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesSection:
    """How a section of the minutes is printed otherwise than usual; `minutes_sections` says which keys there are.

    `title` stands in place of the usual one where it is not empty. `before` is printed below the heading, `after` at
    the end of the section.
    """

    key: str
    shown: bool = True
    title: str = ""
    before: Outline = ()
    after: Outline = ()
    extensions: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """One event, from invitation to archived minutes."""

    id: UUID
    language: Language
    title: str
    programme: Programme | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    timezone: str = ""
    venue: str = ""
    place: str = ""
    team: Team = field(default_factory=Team)
    objectives: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    attendants: tuple[Attendant, ...] = ()
    quotas: tuple[Quota, ...] = ()
    sectors: tuple[Sector, ...] = ()
    questions: tuple[Question, ...] = ()
    groups: tuple[Group, ...] = ()
    split: SplitRules = field(default_factory=SplitRules)
    answers: tuple[Answer, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    polls: tuple[Poll, ...] = ()
    ways_forward: tuple[WayForward, ...] = ()
    annexes: tuple[Annex, ...] = ()
    minutes: tuple[MinutesSection, ...] = ()
    extensions: dict[str, Any] = field(default_factory=dict)
