"""One slip of every kind, in a workshop that is right otherwise."""

from dataclasses import dataclass, replace
from datetime import time
from typing import Any

from clesidra_desktop.domain.finding import Severity
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.workshop import (
    AgendaKind,
    Answer,
    Category,
    MinutesSection,
    Question,
    QuotaAttribute,
    Sector,
    Team,
)
from tests.helpers.builders import (
    annex,
    at,
    attendant,
    attendants,
    group,
    item,
    nested,
    points,
    poll,
    questions,
    quota,
    sectors,
    stay,
    way_forward,
    workshop,
)

ERROR, WARNING = Severity.ERROR, Severity.WARNING
USUAL = workshop()
TEAM = USUAL.team
RUN = tuple(replace(one, started=at(9), ended=at(10)) for one in USUAL.agenda)
PRESENT = attendants(4, stays=(stay(at(8)),))


@dataclass(frozen=True)
class Case:
    """A change to a workshop without findings, and the one finding that it gives."""

    code: str
    severity: Severity
    where: str
    sentence: str
    changes: dict[str, Any]


def case(code: str, severity: Severity, where: str, sentence: str, **changes: Any) -> Case:
    return Case(code, severity, where, sentence, changes)


def with_first(**changes: Any) -> dict[str, Any]:
    """Change the first attendant, a woman."""
    return {"attendants": (attendant(1, **changes), *USUAL.attendants[1:])}


def with_item(index: int, **changes: Any) -> dict[str, Any]:
    """Change an item of the agenda."""
    agenda = USUAL.agenda
    return {"agenda": (*agenda[:index], replace(agenda[index], **changes), *agenda[index + 1 :])}


CASES = [
    case("title-missing", ERROR, "$.title", "The workshop has no title.", title=" \n"),
    case("venue-missing", WARNING, "$.venue", "No venue is given.", venue=" "),
    case("place-missing", WARNING, "$.place", "No place is given.", place=""),
    case("objectives-missing", WARNING, "$.objectives", "No objective is given.", objectives=(" ",)),
    case(
        "facilitator-missing",
        WARNING,
        "$.team.facilitator",
        "No facilitator is named.",
        team=Team(mc=TEAM.mc, minute_taker=TEAM.minute_taker),
    ),
    case(
        "mc-missing",
        WARNING,
        "$.team.mc",
        "No MC is named.",
        team=Team(facilitator=TEAM.facilitator, mc=("",), minute_taker=TEAM.minute_taker),
    ),
    case(
        "minute-taker-missing",
        WARNING,
        "$.team.minute_taker",
        "No minute taker is named.",
        team=Team(facilitator=TEAM.facilitator, mc=TEAM.mc),
    ),
    case("starts-missing", WARNING, "$.starts", "It is not recorded when the workshop started.", starts=None),
    case("ends-missing", WARNING, "$.ends", "It is not recorded when the workshop ended.", ends=None),
    case(
        "ends-before-start",
        ERROR,
        "$.ends",
        "The workshop ends at 2026-05-06 08:00, which is not after its start at 2026-05-06 08:00.",
        ends=at(8),
        agenda=tuple(replace(one, minutes=None) for one in USUAL.agenda),
    ),
    case(
        "timezone-unknown",
        WARNING,
        "$.timezone",
        "“Asia/Takeo” is not a known time zone.",
        timezone="Asia/Takeo",
    ),
    case(
        "text-missing",
        ERROR,
        "$.categories[1].label",
        "Category no. 2 has no label.",
        categories=(USUAL.categories[0], Category(code="GOV", label="")),
    ),
    case("text-missing", ERROR, "$.agenda[0].title", "Agenda item no. 1 has no title.", **with_item(0, title=" ")),
    case(
        "text-missing",
        ERROR,
        "$.sectors[1].title",
        "Sector no. 2 has no title.",
        sectors=(sectors(1)[0], Sector(key="s2", title="")),
    ),
    case(
        "text-missing",
        ERROR,
        "$.questions[0].text",
        "Question no. 1 is empty.",
        questions=(Question(key="q1", text=""), questions()[1]),
    ),
    case("text-missing", ERROR, "$.polls[0].question", "The question of poll no. 1", polls=(poll(4, question=""),)),
    case(
        "text-missing",
        ERROR,
        "$.polls[0].options[1].text",
        "Option no. 2 of the poll “Shall we go on?” is empty.",
        polls=(poll(1, 1, options=(poll(1).options[0], replace(poll(1).options[0], text="\t"))),),
    ),
    case(
        "text-missing",
        ERROR,
        "$.ways_forward[1].text",
        "Way forward no. 2 is empty.",
        ways_forward=(way_forward(1), way_forward(2, text="")),
    ),
    case(
        "text-missing",
        ERROR,
        "$.annexes[0].title",
        "Annex no. 1 has no title.",
        annexes=(annex("slides", title=""),),
    ),
    case(
        "attendants-missing",
        WARNING,
        "$.attendants",
        "No attendant is registered.",
        attendants=(),
        groups=(),
    ),
    case(
        "attendant-name-missing",
        ERROR,
        "$.attendants[0].name",
        "Attendant no. 1 has no name.",
        **with_first(name=" "),
    ),
    case(
        "category-missing", ERROR, "$.attendants[0].category", "Attendant 1 has no category.", **with_first(category="")
    ),
    case(
        "category-unknown",
        ERROR,
        "$.attendants[0].category",
        "The category “cbo” of Attendant 1 is not in the list of categories.",
        **with_first(category="cbo"),
    ),
    case(
        "sex-missing",
        WARNING,
        "$.attendants[1].sex",
        "The sex of Attendant 2 is not recorded.",
        attendants=(attendant(1), attendant(2, sex=None), *USUAL.attendants[2:]),
    ),
    case(
        "birth-year-later",
        ERROR,
        "$.attendants[0].birth_year",
        "Attendant 1 would be born in 2533, after the workshop.",
        **with_first(birth_year=2533),
    ),
    case(
        "arrival-missing",
        WARNING,
        "$.attendants[3].arrived",
        "Attendant 4 has no time of arrival.",
        attendants=(*PRESENT[:3], attendant(4, stays=(stay(None, at(9)),))),
    ),
    case(
        "left-before-arrival",
        ERROR,
        "$.attendants[0].left",
        "Attendant 1 left at 2026-05-06 08:00, before arriving at 2026-05-06 20:00.",
        attendants=(attendant(1, stays=(stay(at(20), at(8)),)), *PRESENT[1:]),
    ),
    case(
        "left-before-arrival",
        ERROR,
        "$.attendants[0].stays[1].left",
        "Attendant 1 left at 2026-05-06 10:00, before arriving at 2026-05-06 11:00.",
        attendants=(attendant(1, stays=(stay(at(8), at(9)), stay(at(11), at(10)))), *PRESENT[1:]),
    ),
    case(
        "back-before-leaving",
        ERROR,
        "$.attendants[0].stays[1].arrived",
        "Attendant 1 came back at 2026-05-06 09:00, before leaving at 2026-05-06 10:00.",
        attendants=(attendant(1, stays=(stay(at(8), at(10)), stay(at(9)))), *PRESENT[1:]),
    ),
    case(
        "quota-missed",
        WARNING,
        "$.quotas[1]",
        "2 of 4 attendants have the sex “F”; it takes 8 more to reach 82.5%.",
        quotas=(quota(), quota(share=0.825)),
    ),
    case(
        "quota-missed",
        WARNING,
        "$.quotas[0]",
        "0 of 4 attendants have the age group “25-34”; it takes 1 more to reach 7%.",
        quotas=(quota(QuotaAttribute.AGE_GROUP, "25-34", 0.07),),
    ),
    case(
        "quota-missed",
        WARNING,
        "$.quotas[0]",
        "0 of 4 attendants have the flag “youth”; it takes 4 more to reach 50%.",
        quotas=(quota(QuotaAttribute.FLAGS, "youth", 0.5),),
    ),
    case(
        "quota-missed",
        WARNING,
        "$.quotas[0]",
        "2 of 4 attendants have the sex “F”; all should.",
        quotas=(quota(share=1.0),),
    ),
    case(
        "agenda-missing",
        WARNING,
        "$.agenda",
        "The agenda is empty.",
        agenda=(),
        sectors=(),
        groups=(),
        answers=(),
        polls=(),
        ways_forward=(),
    ),
    case(
        "item-ends-before-start",
        ERROR,
        "$.agenda[0].ended",
        "“Item opening” ended at 2026-05-06 08:00, before it started at 2026-05-06 20:00.",
        agenda=(replace(RUN[0], started=at(20), ended=at(8)), *RUN[1:]),
    ),
    case(
        "arrival-on-another-day",
        WARNING,
        "$.attendants[3].stays[1].arrived",
        "Attendant 4 arrived at 2026-05-07 08:10, but the workshop is from",
        attendants=(*PRESENT[:3], attendant(4, stays=(*PRESENT[3].stays, stay(at(8, 10, day=7))))),
    ),
    case(
        "arrivals-on-other-days",
        WARNING,
        "$.starts",
        "The workshop is from 2026-05-06",
        attendants=tuple(attendant(number, stays=(stay(at(8, day=7)),)) for number in range(1, 5)),
    ),
    case(
        "item-past-its-day",
        WARNING,
        "$.agenda[0].ended",
        "“Item opening” started at 2026-05-06 09:00 and ended only at 2026-05-07 08:50",
        agenda=(replace(RUN[0], ended=at(8, 50, day=7)), *RUN[1:]),
    ),
    case(
        "item-never-ended",
        WARNING,
        "$.agenda[5].ended",
        "“Item next” was started but never ended.",
        agenda=(*RUN[:-1], replace(RUN[-1], ended=None)),
    ),
    case(
        "item-never-started",
        WARNING,
        "$.agenda[5].started",
        "It is not recorded when “Item next” started.",
        agenda=(*RUN[:-1], USUAL.agenda[-1]),
    ),
    case(
        "break-notes",
        WARNING,
        "$.agenda[2].notes",
        "The notes of the break “Item tea” are not printed in the minutes.",
        **with_item(2, notes=nested(2)),
    ),
    case(
        "poll-not-chosen",
        ERROR,
        "$.agenda[6].poll",
        "No poll is chosen for “Item cards”.",
        agenda=(*USUAL.agenda, item("cards", kind=AgendaKind.POLL)),
    ),
    case(
        "planned-overrun",
        WARNING,
        "$.agenda[0].minutes",
        "“Item opening” is planned to end at 2026-05-06 08:30, after “Item groups” starts at 2026-05-06 08:20.",
        **with_item(1, fixed_start=time(8, 20)),
    ),
    case(
        "agenda-too-long",
        WARNING,
        "$.agenda",
        "The agenda is planned to end at 2026-05-06 12:15, after the end of the workshop at 2026-05-06 12:00.",
        **with_item(5, minutes=105),
    ),
    case(
        "in-two-groups",
        ERROR,
        "$.groups[1].members[0]",
        "Attendant 2 sits in 2 groups.",
        groups=(group("s1", 1, 2), group("s2", 2, 3, 4)),
    ),
    case(
        "seated-absent",
        WARNING,
        "$.attendants[0].arrived",
        "Attendant 1 sits in a group but was not there when the groups met.",
        attendants=(attendant(1, stays=(stay(at(20)),)), *PRESENT[1:]),
    ),
    case(
        "groups-total",
        WARNING,
        "$.groups",
        "3 of the 4 attendants who were there when the groups met sit in a group.",
        groups=(group("s1", 1, 2), group("s2", 3)),
    ),
    case(
        "group-empty",
        WARNING,
        "$.groups[1].members",
        "The group of “Sector 2” has no members.",
        groups=(group("s1", 1, 2, 3, 4), group("s2")),
    ),
    case(
        "answer-missing",
        ERROR,
        '$.answers[?@.sector=="s2"&&@.question=="q2"]',
        "No answer of “Sector 2” to “Question 2?” is recorded.",
        answers=USUAL.answers[:3],
    ),
    case(
        "answer-missing",
        ERROR,
        '$.answers[?@.sector=="s2"&&@.question=="q2"]',
        "No answer of “Sector 2” to “Question 2?” is recorded.",
        answers=(*USUAL.answers[:3], Answer(sector="s2", question="q2", items=points(" ", "\n"))),
    ),
    case(
        "answers-item-missing",
        WARNING,
        "$.agenda",
        "No agenda item presents the answers, so they are printed after the last one.",
        **with_item(3, internal=True),
    ),
    case(
        "poll-total",
        ERROR,
        "$.polls[0].options",
        "The options of the poll “Shall we go on?” add up to 3, but 4 people answered.",
        polls=(poll(2, 1, respondents=4),),
    ),
    case(
        "poll-too-many",
        ERROR,
        "$.polls[0].respondents",
        "5 people answered the poll “Shall we go on?”, but only 4 attendants were there.",
        polls=(poll(2, 3, respondents=None),),
    ),
    case(
        "poll-respondents-missing",
        WARNING,
        "$.polls[0].respondents",
        "It is not recorded how many people answered the poll “Shall we go on?”",
        polls=(poll(2, 1, respondents=None, multiple=True),),
    ),
    case(
        "poll-options-missing",
        WARNING,
        "$.polls[0].options",
        "The poll “Shall we go on?” has no options.",
        polls=(poll(respondents=3),),
    ),
    case(
        "poll-item-missing",
        WARNING,
        "$.agenda",
        "No agenda item shows the poll “And now?”, so it is printed after the last one.",
        polls=(*USUAL.polls, poll(1, key="other", question="And now?")),
    ),
    case(
        "ways-forward-item-missing",
        WARNING,
        "$.agenda",
        "No agenda item is for the ways forward, so they are printed after the last one.",
        agenda=USUAL.agenda[:-1],
    ),
    case(
        "ways-forward-missing",
        WARNING,
        "$.ways_forward",
        "No way forward is recorded.",
        ways_forward=(),
    ),
    case(
        "annex-without-file",
        ERROR,
        "$.annexes[1].file",
        "No file is given for the annex “Annex map”.",
        annexes=(annex("slides"), annex("map", file="")),
    ),
    case(
        "section-off",
        WARNING,
        "$.minutes[0].shown",
        "The objectives are switched off in the minutes.",
        minutes=(MinutesSection(key="objectives", shown=False),),
    ),
    case(
        "section-gone",
        WARNING,
        "$.minutes[1]",
        "The section of the minutes to which the text “We thank the commune.” belongs is there no longer.",
        minutes=(
            MinutesSection(key="objectives"),
            MinutesSection(key="item:x", after=(Node("We thank the commune."),)),
        ),
    ),
]
