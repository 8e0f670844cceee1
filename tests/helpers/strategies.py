"""Hypothesis strategies for whole workshops. All names that rows use for one another exist."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar
from uuid import UUID, uuid5

from hypothesis import strategies as st

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
    Flag,
    Group,
    MinutesSection,
    Poll,
    PollOption,
    Programme,
    Question,
    Quota,
    QuotaAttribute,
    Sector,
    Sex,
    SplitAttribute,
    SplitRules,
    Stay,
    Team,
    WayForward,
    Wish,
    Workshop,
)

Row = TypeVar("Row")

SAMPLES = ("ការដឹកនាំ និងអភិបាលកិច្ចល្អ", "សុខ វិបុល", "a\tb\nc", "<b>&amp;</b>", "👩🏽‍🌾", "\u200fשלום\u200e", "ទឹក\u200bដី")


@cache
def texts(max_size: int = 12) -> st.SearchStrategy[str]:
    """Text as it is kept: normalization form C, no control characters but tab and line feed; may be empty."""
    alphabet = st.characters(
        exclude_categories=("Cc", "Cs"), include_characters="\t\n", exclude_characters="\ufffe\uffff"
    )
    drawn = st.text(alphabet, max_size=max_size).map(lambda text: unicodedata.normalize("NFC", text))
    return st.sampled_from(SAMPLES) | drawn


@cache
def keys() -> st.SearchStrategy[str]:
    """Keys and codes: text that is not empty."""
    return texts(4).filter(bool)


@cache
def moments() -> st.SearchStrategy[datetime]:
    """Local dates and times."""
    return st.datetimes(min_value=datetime(1000, 1, 1), max_value=datetime(2999, 12, 31))


@cache
def paths() -> st.SearchStrategy[str]:
    """Paths inside a workshop file, or nothing."""
    return st.sampled_from(("", "annexes/slides.pdf", "annexes/ផែនទី.png", "signatures/a b.png", "photos/2026/1.jpg"))


@cache
def extensions() -> st.SearchStrategy[dict[str, Any]]:
    """What other programs keep: any JSON below keys that begin with x-."""
    plain = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts()
    values = st.recursive(
        plain, lambda below: st.lists(below, max_size=3) | st.dictionaries(texts(), below, max_size=3), max_leaves=4
    )
    names = st.sampled_from(("x-", "x-office", "x-ខ្មែរ", "x-a b"))
    return st.just({}) | st.dictionaries(names, values, max_size=2)


@cache
def outlines(max_leaves: int = 5) -> st.SearchStrategy[Outline]:
    """Outlines of any shape, also empty."""

    def nodes(children: st.SearchStrategy[Outline]) -> st.SearchStrategy[Outline]:
        node = st.builds(Node, texts(), st.sampled_from(OutlineStyle), children, extensions())
        return st.lists(node, max_size=3).map(tuple)

    return st.recursive(st.just(()), nodes, max_leaves=max_leaves)


def _rows(
    row: st.SearchStrategy[Row], key: Callable[[Row], object] | None = None
) -> st.SearchStrategy[tuple[Row, ...]]:
    return st.lists(row, max_size=3, unique_by=key).map(tuple)


CODES = ("CBO", "LNGO", "GOV")


@cache
def attendants() -> st.SearchStrategy[Attendant]:
    """Attendants of some category or of none, with any number of stays."""
    stay = st.builds(Stay, arrived=st.none() | moments(), left=st.none() | moments(), extensions=extensions())
    return st.builds(
        Attendant,
        id=st.uuids(),
        name=texts(),
        category=st.sampled_from(("", *CODES)) | texts(),
        name_km=texts(),
        sex=st.none() | st.sampled_from(Sex),
        birth_year=st.none() | st.integers(1800, 2700),
        age_group=texts(),
        organization=texts(),
        position=texts(),
        province=texts(),
        phone=texts(),
        email=texts(),
        flags=st.lists(st.sampled_from(Flag), unique=True).map(tuple),
        stays=st.lists(stay, max_size=3).map(tuple),
        signature=paths(),
        consent=st.none() | st.booleans(),
        extensions=extensions(),
    )


@cache
def agenda_items() -> st.SearchStrategy[AgendaItem]:
    """Agenda items that name neither annex nor poll."""
    return st.builds(
        AgendaItem,
        key=keys(),
        title=texts(),
        speaker=texts(),
        kind=st.sampled_from(AgendaKind),
        minutes=st.none() | st.integers(0, 600),
        allotted=st.none() | st.integers(0, 600),
        fixed_start=st.none() | moments() | st.times(),
        internal=st.booleans(),
        skipped=st.booleans(),
        started=st.none() | moments(),
        ended=st.none() | moments(),
        notes=outlines(),
        extensions=extensions(),
    )


@cache
def _polls() -> st.SearchStrategy[Poll]:
    return st.builds(
        Poll,
        key=keys(),
        question=texts(),
        respondents=st.none() | st.integers(0, 99),
        multiple=st.booleans(),
        options=_rows(st.builds(PollOption, text=texts(), count=st.integers(0, 99), extensions=extensions())),
        note=texts(),
        extensions=extensions(),
    )


@cache
def _quotas() -> st.SearchStrategy[Quota]:
    return st.builds(
        Quota,
        attribute=st.sampled_from(QuotaAttribute),
        value=texts(),
        share=st.floats(0, 1, exclude_min=True),
        extensions=extensions(),
    )


def _people(people: tuple[Attendant, ...]) -> st.SearchStrategy[tuple[UUID, ...]]:
    """Ids of some of the attendants, in any order."""
    ids = [attendant.id for attendant in people]
    return st.lists(st.sampled_from(ids), unique=True).map(tuple) if ids else st.just(())


def _split_rules(sectors: tuple[Sector, ...], people: tuple[Attendant, ...]) -> st.SearchStrategy[SplitRules]:
    """Rules of a split, also such as contradict one another."""
    keys = [sector.key for sector in sectors]
    wished = st.lists(st.sampled_from(keys), unique=True).map(tuple) if keys else st.just(())
    wish = st.builds(
        Wish, attendant=st.sampled_from([one.id for one in people]), sectors=wished, extensions=extensions()
    )
    attribute = st.builds(
        SplitAttribute,
        attribute=st.sampled_from(QuotaAttribute),
        weight=st.integers(0, 9),
        protected=st.booleans(),
        with_sex=st.booleans(),
        extensions=extensions(),
    )
    sets = st.lists(_people(people), max_size=2).map(tuple)
    rules = st.builds(
        SplitRules,
        seed=st.integers(0, 9),
        balance=st.integers(0, 100),
        attributes=_rows(attribute, lambda one: one.attribute),
        facilitators=_people(people),
        left_out=_people(people),
        apart=sets,
        together=sets,
        wishes=_rows(wish, lambda one: one.attendant) if people else st.just(()),
        rounds=st.lists(st.lists(_people(people), min_size=1, max_size=2).map(tuple), max_size=2).map(tuple),
        extensions=extensions(),
    )
    return st.just(SplitRules()) | rules


def _groups(sectors: tuple[Sector, ...], members: tuple[Attendant, ...]) -> st.SearchStrategy[tuple[Group, ...]]:
    if not sectors:
        return st.just(())
    group = st.builds(
        Group,
        sector=st.sampled_from([sector.key for sector in sectors]),
        members=_people(members),
        locked=_people(members),
        rapporteur=texts(),
        room=texts(),
        extensions=extensions(),
    )
    return _rows(group, lambda group: group.sector)


def _answers(sectors: tuple[Sector, ...], questions: tuple[Question, ...]) -> st.SearchStrategy[tuple[Answer, ...]]:
    if not sectors or not questions:
        return st.just(())
    answer = st.builds(
        Answer,
        sector=st.sampled_from([sector.key for sector in sectors]),
        question=st.sampled_from([question.key for question in questions]),
        items=outlines(),
        extensions=extensions(),
    )
    return _rows(answer, lambda answer: (answer.sector, answer.question))


@st.composite
def _ways_forward(draw: st.DrawFn, workshop_id: UUID) -> tuple[WayForward, ...]:
    """Ways forward with ids of their own and with those that a file leaves out, also moved from their place."""
    derived = [uuid5(workshop_id, f"way-forward:{index}") for index in range(3)]
    way = st.builds(
        WayForward,
        id=st.sampled_from(derived) | st.uuids(),
        text=texts(),
        responsible=texts(),
        due=st.just("2026-12-31") | texts(),
        done=st.none() | st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)),
        extensions=extensions(),
    )
    return draw(_rows(way, lambda way: way.id))


@cache
def _categories() -> st.SearchStrategy[tuple[Category, ...]]:
    code = st.sampled_from(CODES) | keys()
    return _rows(st.builds(Category, code=code, label=texts(), extensions=extensions()), lambda row: row.code)


@cache
def _sectors() -> st.SearchStrategy[tuple[Sector, ...]]:
    return _rows(st.builds(Sector, key=keys(), title=texts(), extensions=extensions()), lambda row: row.key)


@cache
def _questions() -> st.SearchStrategy[tuple[Question, ...]]:
    return _rows(st.builds(Question, key=keys(), text=texts(), extensions=extensions()), lambda row: row.key)


@cache
def _annexes() -> st.SearchStrategy[tuple[Annex, ...]]:
    annex = st.builds(
        Annex, key=keys(), title=texts(), source=st.sampled_from(AnnexSource), file=paths(), extensions=extensions()
    )
    return _rows(annex, lambda row: row.key)


@cache
def _sections() -> st.SearchStrategy[tuple[MinutesSection, ...]]:
    section = st.builds(
        MinutesSection,
        key=keys() | st.sampled_from(("objectives", "result", "annexes")),
        shown=st.booleans(),
        title=texts(),
        before=outlines(),
        after=outlines(),
        extensions=extensions(),
    )
    return _rows(section, lambda row: row.key)


@cache
def _heads() -> st.SearchStrategy[Workshop]:
    """Workshops without rows."""
    names = st.lists(texts(), max_size=2).map(tuple)
    return st.builds(
        Workshop,
        id=st.uuids(),
        language=st.sampled_from(Language),
        title=texts(),
        programme=st.none()
        | st.builds(Programme, name=texts(), funder=texts(), activity=texts(), extensions=extensions()),
        starts=st.none() | moments(),
        ends=st.none() | moments(),
        timezone=st.sampled_from(("", "Asia/Phnom_Penh")),
        venue=texts(),
        place=texts(),
        team=st.builds(Team, facilitator=names, mc=names, minute_taker=names, extensions=extensions()),
        objectives=names,
        extensions=extensions(),
    )


@st.composite
def workshops(draw: st.DrawFn) -> Workshop:
    """Whole workshops with up to three rows of everything."""
    head = draw(_heads())
    sectors = draw(_sectors())
    questions = draw(_questions())
    people = draw(_rows(attendants(), lambda attendant: attendant.id))
    polls = draw(_rows(_polls(), lambda poll: poll.key))
    annexes = draw(_annexes())
    agenda = draw(_rows(agenda_items(), lambda item: item.key))
    annex_keys = st.sampled_from(("", *(annex.key for annex in annexes)))
    poll_keys = st.sampled_from(("", *(poll.key for poll in polls)))
    return replace(
        head,
        categories=draw(_categories()),
        attendants=people,
        quotas=draw(_rows(_quotas())),
        sectors=sectors,
        questions=questions,
        groups=draw(_groups(sectors, people)),
        split=draw(_split_rules(sectors, people)),
        answers=draw(_answers(sectors, questions)),
        agenda=tuple(replace(item, annex=draw(annex_keys), poll=draw(poll_keys)) for item in agenda),
        polls=polls,
        ways_forward=draw(_ways_forward(head.id)),
        annexes=annexes,
        minutes=draw(_sections()),
    )
