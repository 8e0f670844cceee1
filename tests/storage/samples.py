"""Workshops for the tests of storage: one with something in every field, and small changes to it."""

from dataclasses import replace
from datetime import datetime, time
from uuid import UUID

from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.outline import Node, OutlineStyle
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

EXTENSIONS = {"x-other": {"b": [1, 1.0, True, None, 10**30], "a": "ខ្មែរ"}}
DAY = datetime(2026, 11, 3)
NOTES = (
    Node("The room was full.", extensions=EXTENSIONS),
    Node("Three points", OutlineStyle.NUMBER, (Node("water", OutlineStyle.BULLET), Node("ទឹក\nland"))),
    Node("", OutlineStyle.NUMBER),
)
FILES = {
    "annexes/map.png": b"\x89PNG\x00\xff",
    "signatures/dara.png": b"",
    "annexes/copy of map.png": b"\x89PNG\x00\xff",
}


def attendant(number: int, **fields: object) -> Attendant:
    """Return an attendant; the same number gives the same id."""
    return replace(Attendant(id=UUID(int=number), name=f"Attendant {number}", category="CBO"), **fields)


def full_workshop(**fields: object) -> Workshop:
    """Return a workshop with something in every field."""
    dara = attendant(
        1,
        name="Sok Dara",
        name_km="សុខ តារា",
        category="NOT IN THE LIST",
        sex=Sex.OTHER,
        birth_year=1990,
        age_group="25-34",
        organization="Fishery Community",
        position="Chief",
        province="Kratie",
        phone="012 345 678",
        email="dara@example.org",
        flags=(Flag.VULNERABLE, Flag.YOUTH),
        stays=(
            Stay(arrived=DAY.replace(hour=8, microsecond=1), left=DAY.replace(hour=9)),
            Stay(left=DAY.replace(hour=12), extensions=EXTENSIONS),
            Stay(),
        ),
        signature="signatures/dara.png",
        consent=False,
        extensions=EXTENSIONS,
    )
    workshop = Workshop(
        id=UUID(int=100),
        language=Language.KHMER,
        title="សិក្ខាសាលា 😀 <&> \u200f",
        programme=Programme(name="Rivers", funder="A donor", activity="1.2", extensions=EXTENSIONS),
        starts=DAY.replace(hour=8),
        ends=DAY.replace(day=5, hour=17),
        timezone="Asia/Phnom_Penh",
        venue="The hall",
        place="Kratie",
        team=Team(facilitator=("Vanna", "Sophea"), mc=("Rith",), minute_taker=("Bopha",), extensions=EXTENSIONS),
        objectives=("To listen.", ""),
        categories=(Category(code="CBO", label="CBOs", extensions=EXTENSIONS), Category(code="", label="")),
        attendants=(dara, attendant(3), attendant(2, sex=Sex.FEMALE, consent=True)),
        quotas=(Quota(attribute=QuotaAttribute.SEX, value="F", share=0.1 + 0.2, extensions=EXTENSIONS),),
        sectors=(Sector(key="water", title="Water", extensions=EXTENSIONS), Sector(key="land", title="Land")),
        questions=(Question(key="who", text="Who?", extensions=EXTENSIONS), Question(key="how", text="How?")),
        groups=(
            Group(
                sector="water",
                members=(UUID(int=2), UUID(int=1)),
                locked=(UUID(int=1), UUID(int=3)),
                rapporteur="Dara",
                room="B",
                extensions=EXTENSIONS,
            ),
            Group(sector="land"),
        ),
        split=SplitRules(
            seed=7,
            balance=60,
            attributes=(
                SplitAttribute(attribute=QuotaAttribute.FLAGS, weight=2, protected=True, extensions=EXTENSIONS),
                SplitAttribute(attribute=QuotaAttribute.CATEGORY, protected=True, with_sex=True),
                SplitAttribute(attribute=QuotaAttribute.SEX, weight=0),
            ),
            facilitators=(UUID(int=3), UUID(int=1)),
            left_out=(UUID(int=2),),
            apart=((UUID(int=3), UUID(int=1)), ()),
            together=((UUID(int=2), UUID(int=3)),),
            wishes=(
                Wish(attendant=UUID(int=2), sectors=("land", "water"), extensions=EXTENSIONS),
                Wish(attendant=UUID(int=1)),
            ),
            rounds=(((UUID(int=1),), (), (UUID(int=3), UUID(int=2))), ((UUID(int=2), UUID(int=1)),)),
            extensions=EXTENSIONS,
        ),
        answers=(
            Answer(sector="water", question="how", items=NOTES, extensions=EXTENSIONS),
            Answer(sector="land", question="who"),
        ),
        agenda=(
            AgendaItem(
                key="open",
                title="Opening",
                speaker="The governor",
                kind=AgendaKind.WAYS_FORWARD,
                minutes=30,
                allotted=35,
                fixed_start=time(8, 30),
                internal=True,
                started=DAY.replace(hour=8, minute=31),
                ended=DAY.replace(hour=9),
                notes=NOTES,
                annex="map",
                poll="useful",
                extensions=EXTENSIONS,
            ),
            AgendaItem(key="next", title="Next day", fixed_start=datetime(2026, 11, 4, 8), skipped=True),
        ),
        polls=(
            Poll(
                key="useful",
                question="Was it useful?",
                respondents=2,
                multiple=True,
                options=(PollOption(text="yes", count=2, extensions=EXTENSIONS), PollOption(text="no")),
                note="By show of hands.",
                extensions=EXTENSIONS,
            ),
            Poll(key="again", question="Again?"),
        ),
        ways_forward=(
            WayForward(id=UUID(int=1), text="Plant trees.", responsible="All", due="2027-01-01", extensions=EXTENSIONS),
            WayForward(id=UUID(int=200), text=""),
        ),
        annexes=(
            Annex(key="map", title="A map", source=AnnexSource.FILE, file="annexes/map.png", extensions=EXTENSIONS),
            Annex(key="list", title="Attendants", source=AnnexSource.ATTENDANTS),
        ),
        minutes=(
            MinutesSection(key="objectives", shown=False, extensions=EXTENSIONS),
            MinutesSection(key="item:opening", title="The morning", before=NOTES, after=(Node("We rose at noon."),)),
        ),
        extensions=EXTENSIONS,
    )
    return replace(workshop, **fields)


def edited_workshop() -> Workshop:
    """Return the full workshop with rows of every kind changed, added and removed."""
    workshop = full_workshop()
    dara, third, _ = workshop.attendants
    yes = workshop.polls[0].options[0]
    return replace(
        workshop,
        title="Another title",
        programme=None,
        attendants=(replace(third, name="Renamed"), attendant(4), replace(dara, stays=dara.stays[1:])),
        sectors=workshop.sectors[1:],
        groups=(replace(workshop.groups[0], members=(UUID(int=4), UUID(int=1)), locked=(UUID(int=3),)),),
        split=replace(
            workshop.split,
            left_out=(),
            apart=((UUID(int=4), UUID(int=1)),),
            together=(),
            wishes=(Wish(attendant=UUID(int=4), sectors=("land",)),),
            rounds=(((UUID(int=1), UUID(int=4)), (UUID(int=3),)),),
        ),
        answers=(replace(workshop.answers[0], items=NOTES[1:]), Answer(sector="land", question="how", items=NOTES)),
        agenda=workshop.agenda[::-1],
        polls=(replace(workshop.polls[0], options=(PollOption(text="maybe"), replace(yes, count=1))),),
        ways_forward=workshop.ways_forward[1:],
        minutes=(replace(workshop.minutes[1], title="", after=NOTES[:1]), MinutesSection(key="annexes", shown=False)),
        quotas=(),
    )


def sound_workshop() -> Workshop:
    """Return a workshop with something in every field, as a workshop file can hold it."""
    return full_workshop(categories=full_workshop().categories[:1])
