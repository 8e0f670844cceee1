import ast
import inspect
import re
from dataclasses import dataclass, replace
from datetime import time
from string import Formatter
from typing import Any

import pytest
from hypothesis import given

from clesidra_desktop.domain import checks
from clesidra_desktop.domain.checks import Finding, Severity, check_workshop, missing_annex_file
from clesidra_desktop.domain.forgetting import NOBODY
from clesidra_desktop.domain.workshop import (
    AgendaKind,
    Answer,
    Category,
    Question,
    QuotaAttribute,
    Sector,
    Sex,
    Team,
    Workshop,
)
from tests.helpers.builders import (
    annex,
    answers,
    at,
    attendant,
    attendants,
    group,
    identity,
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
from tests.helpers.strategies import workshops

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
        "$.groups",
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
        groups=(group("s1", 1, 2), group("s2", 3, 77)),
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
        "$.polls[1]",
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
]


def test_a_complete_workshop_has_no_findings() -> None:
    assert check_workshop(USUAL) == ()


@pytest.mark.parametrize("one", CASES, ids=lambda one: f"{one.code} {one.where}")
def test_each_slip_gives_its_own_finding_and_no_other(one: Case) -> None:
    (finding,) = check_workshop(workshop(**one.changes))

    assert (finding.code, finding.severity, finding.where) == (one.code, one.severity, one.where)
    assert finding.sentence.startswith(one.sentence)


def test_every_code_is_tested() -> None:
    calls = [node for node in ast.walk(ast.parse(inspect.getsource(checks))) if isinstance(node, ast.Call)]
    codes = {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id in ("_error", "_warning")
        and isinstance(call.args[0], ast.Constant)
    }

    assert codes == {one.code for one in CASES} | {"annex-file-missing"}


@pytest.mark.parametrize("one", CASES, ids=lambda one: f"{one.code} {one.where}")
def test_a_finding_says_what_happened_and_what_to_do(one: Case) -> None:
    (finding,) = check_workshop(workshop(**one.changes))

    assert re.fullmatch(r".+[.] [A-Z].+[.]", finding.template)


def fields_of(finding: Finding) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(finding.template) if name is not None}


def test_a_missing_file_is_a_finding_of_whoever_reads_the_files() -> None:
    finding = missing_annex_file(2, annex("map", title="Where {we} were"))

    assert (finding.code, finding.severity, finding.where) == ("annex-file-missing", ERROR, "$.annexes[2].file")
    assert finding.sentence == (
        "The file “annexes/map.pdf” of the annex “Where {we} were” was not found. Put it beside the workshop file, "
        "or remove the annex."
    )


def codes_of(**changes: Any) -> list[str]:
    return [finding.code for finding in check_workshop(workshop(**changes))]


def test_findings_come_in_the_order_of_the_minutes() -> None:
    codes = codes_of(title="", starts=None, polls=(poll(1, respondents=2),), answers=(), annexes=(annex(file=""),))

    assert codes == [
        "title-missing",
        "starts-missing",
        *["answer-missing"] * 4,
        "poll-total",
        "annex-without-file",
    ]


def test_an_empty_workshop_is_told_what_it_lacks() -> None:
    empty = Workshop(id=identity(1), language=USUAL.language, title="")

    assert [finding.code for finding in check_workshop(empty)] == [
        "title-missing",
        "venue-missing",
        "place-missing",
        "objectives-missing",
        "facilitator-missing",
        "mc-missing",
        "minute-taker-missing",
        "starts-missing",
        "ends-missing",
        "attendants-missing",
        "agenda-missing",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"timezone": ""},
        {"groups": ()},
        {"quotas": (), "annexes": ()},
        with_first(name="", name_km="សុខ វិបុល"),
        with_first(birth_year=2026),
        {"attendants": attendants(4, stays=(stay(at(8), at(9)), stay(at(9), at(9))))},
        {"attendants": attendants(4, stays=(stay(at(8), at(12)),))},
        {"polls": (poll(0, 0),)},
        {"polls": (poll(3, 1, respondents=None),)},
        {"polls": (poll(3, 2, respondents=4, multiple=True),)},
        with_item(2, skipped=True) | {"starts": at(8)},
        {"agenda": tuple(replace(one, ended=one.started) for one in RUN)},
        {"agenda": (*USUAL.agenda, item("count", kind=AgendaKind.POLL, internal=True))},
        {"agenda": (*USUAL.agenda, item("rest", kind=AgendaKind.BREAK, internal=True))},
        {"quotas": (quota(share=0.5),)},
        {"starts": at(8, day=5), "ends": at(12, day=6)},
    ],
    ids=str,
)
def test_these_are_no_slips(changes: dict[str, Any]) -> None:
    assert codes_of(**changes) == []


def test_an_internal_item_may_stay_unstarted() -> None:
    assert codes_of(agenda=(*RUN, item("secret", internal=True))) == []
    assert codes_of(agenda=(*RUN, item("secret", internal=True, started=at(9)))) == ["item-never-ended"]


def test_an_item_that_only_ended_has_no_start() -> None:
    assert codes_of(agenda=(*RUN, item("late", ended=at(11)))) == ["item-never-started"]
    assert codes_of(**with_item(0, ended=at(9))) == ["item-never-started"] * len(USUAL.agenda)


def test_only_a_poll_item_shows_a_poll() -> None:
    assert codes_of(**with_item(4, kind=AgendaKind.TALK)) == ["poll-item-missing"]
    assert codes_of(**with_item(4, internal=True)) == ["poll-item-missing"]


def test_a_quota_of_nobody_is_not_missed_twice() -> None:
    assert codes_of(attendants=(), groups=(), quotas=(quota(share=1.0),)) == ["attendants-missing"]


@pytest.mark.parametrize("zone", ["Asia", "../etc/passwd", "\0", "/", "tzdata.zi", "x" * 5000, "\udc80"])
def test_no_zone_breaks_the_check(zone: str) -> None:
    assert codes_of(timezone=zone) == ["timezone-unknown"]


def test_nobody_without_a_name_stays_nameless() -> None:
    (missing, sex) = check_workshop(workshop(attendants=(attendant(2, name="", sex=None), *USUAL.attendants[:1])))[:2]

    assert missing.code == "attendant-name-missing"
    assert sex.sentence.startswith("The sex of no. 1 is not recorded.")


def test_braces_in_what_was_typed_do_not_break_a_sentence() -> None:
    (finding,) = check_workshop(workshop(**with_first(name="{name} {0} {", category="{}")))

    assert finding.sentence.startswith("The category “{}” of {name} {0} { is not in the list")


def test_deep_notes_can_be_checked() -> None:
    deep = nested(5_000)

    assert codes_of(**with_item(2, notes=deep), answers=answers(sectors(), questions(), items=deep)) == ["break-notes"]


@given(workshops())
def test_every_finding_can_be_said_and_gone_to(some: Workshop) -> None:
    for finding in check_workshop(some):
        assert fields_of(finding) <= finding.values.keys()
        assert finding.sentence
        place: Any = some
        for key, index in re.findall(r"\.(\w+)|\[(\d+)\]", finding.where.partition("[?")[0]):
            place = place[int(index)] if index else getattr(place, key)


def test_both_sexes_and_the_other_are_known() -> None:
    assert codes_of(attendants=tuple(attendant(n, sex=sex) for n, sex in enumerate((*Sex, Sex.FEMALE), 1))) == []


def test_who_was_anonymized_is_asked_nothing() -> None:
    nobody = replace(workshop().attendants[0], name=NOBODY, name_km="", sex=None, category="")
    assert codes_of(attendants=(nobody, *workshop().attendants[1:]), quotas=()) == []
