"""Small builders of domain objects. Everything that a test does not say is right and complete.

A `workshop()` as it is gives no finding; `changes` are the fields that a test is about.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.outline import Node, Outline, OutlineStyle
from clesidra_desktop.domain.workshop import (
    AgendaItem,
    AgendaKind,
    Annex,
    AnnexSource,
    Answer,
    Attendant,
    Category,
    Group,
    Poll,
    PollOption,
    Question,
    Quota,
    QuotaAttribute,
    Sector,
    Sex,
    Stay,
    Team,
    WayForward,
    Workshop,
)

STARTS = datetime(2026, 5, 6, 8)


def at(hour: int, minute: int = 0, *, day: int = STARTS.day) -> datetime:
    """Return a moment of the workshop's first day, or of another day of its month."""
    return STARTS.replace(day=day, hour=hour, minute=minute)


def identity(number: int) -> UUID:
    """Return the id that belongs to a number."""
    return UUID(int=number)


def attendant(number: int = 1, **changes: Any) -> Attendant:
    """Return an attendant; the same number gives the same id and name. Even numbers are men, odd ones women."""
    usual = Attendant(
        id=identity(number),
        name=f"Attendant {number}",
        category="CBO",
        sex=(Sex.MALE, Sex.FEMALE)[number % 2],
        birth_year=1990,
        organization=f"Organization {number}",
        province="Takeo",
    )
    return replace(usual, **changes)


def attendants(count: int, **changes: Any) -> tuple[Attendant, ...]:
    """Return attendants with the numbers from 1 on, each with the same changes."""
    return tuple(attendant(number, **changes) for number in range(1, count + 1))


def stay(arrived: datetime | None = None, left: datetime | None = None) -> Stay:
    """Return a stay."""
    return Stay(arrived=arrived, left=left)


def points(*texts: str, style: OutlineStyle = OutlineStyle.BULLET) -> Outline:
    """Return an outline of one level."""
    return tuple(Node(text, style) for text in texts)


def nested(depth: int, style: OutlineStyle = OutlineStyle.BULLET) -> Outline:
    """Return an outline with one point on each of so many levels, named by the level from 0."""
    below: Outline = ()
    for level in reversed(range(depth)):
        below = (Node(f"level {level}", style, below),)
    return below


def sectors(count: int = 2) -> tuple[Sector, ...]:
    """Return sectors with the keys s1, s2 and so on."""
    return tuple(Sector(key=f"s{number}", title=f"Sector {number}") for number in range(1, count + 1))


def questions(count: int = 2) -> tuple[Question, ...]:
    """Return questions with the keys q1, q2 and so on."""
    return tuple(Question(key=f"q{number}", text=f"Question {number}?") for number in range(1, count + 1))


def answers(
    to_sectors: Iterable[Sector], to_questions: Iterable[Question], *, items: Outline | None = None
) -> tuple[Answer, ...]:
    """Return one answer of every sector to every question, each with its own words unless they are given."""
    asked = tuple(to_questions)
    return tuple(
        Answer(sector=one.key, question=other.key, items=items or points(f"What {one.key} says to {other.key}"))
        for one in to_sectors
        for other in asked
    )


def group(sector: str = "s1", *numbers: int, **changes: Any) -> Group:
    """Return the group of a sector with the attendants of these numbers."""
    return replace(Group(sector=sector, members=tuple(identity(number) for number in numbers)), **changes)


def item(key: str = "talk", **changes: Any) -> AgendaItem:
    """Return an agenda item of half an hour."""
    return replace(AgendaItem(key=key, title=f"Item {key}", minutes=30, notes=points(f"Notes of {key}")), **changes)


def poll(*counts: int, **changes: Any) -> Poll:
    """Return a poll with these counts, which add up to its respondents."""
    options = tuple(PollOption(text=f"Option {number}", count=count) for number, count in enumerate(counts, start=1))
    usual = Poll(key="poll", question="Shall we go on?", respondents=sum(counts), options=options)
    return replace(usual, **changes)


def way_forward(number: int = 1, **changes: Any) -> WayForward:
    """Return a way forward; the same number gives the same id and text."""
    return replace(WayForward(id=identity(1000 + number), text=f"Way forward {number}"), **changes)


def annex(key: str = "slides", **changes: Any) -> Annex:
    """Return an annex with a file."""
    return replace(Annex(key=key, title=f"Annex {key}", file=f"annexes/{key}.pdf"), **changes)


def quota(attribute: QuotaAttribute = QuotaAttribute.SEX, value: str = "F", share: float = 0.4) -> Quota:
    """Return a quota; women are to be two fifths unless a test says otherwise."""
    return Quota(attribute=attribute, value=value, share=share)


def workshop(**changes: Any) -> Workshop:
    """Return a workshop of one morning with a little of everything, in which there is nothing to find.

    Four attendants, two of them women; two sectors with a group of two each; two questions, all of them answered.
    """
    usual = Workshop(
        id=identity(99),
        language=Language.ENGLISH,
        title="Wells and canals",
        starts=STARTS,
        ends=at(12),
        timezone="Asia/Phnom_Penh",
        venue="Pagoda school",
        place="Takeo",
        team=Team(facilitator=("Ms Pich Sokunthea",), mc=("Mr Lim Visal",), minute_taker=("Ms Bun Davy",)),
        objectives=("Agree on who cleans the canal.",),
        categories=(Category(code="CBO", label="CBOs"), Category(code="GOV", label="Gov")),
        attendants=attendants(4),
        quotas=(quota(),),
        sectors=sectors(),
        questions=questions(),
        groups=(group("s1", 1, 2), group("s2", 3, 4)),
        answers=answers(sectors(), questions()),
        agenda=(
            item("opening", annex="slides"),
            item("groups", kind=AgendaKind.BREAKOUT),
            item("tea", kind=AgendaKind.BREAK, notes=()),
            item("reports", kind=AgendaKind.ANSWERS),
            item("show-of-hands", kind=AgendaKind.POLL, poll="poll"),
            item("next", kind=AgendaKind.WAYS_FORWARD),
        ),
        polls=(poll(3, 1),),
        ways_forward=(way_forward(),),
        annexes=(
            Annex(key="list", title="Attendant list", source=AnnexSource.ATTENDANTS),
            annex(),
        ),
    )
    return replace(usual, **changes)
