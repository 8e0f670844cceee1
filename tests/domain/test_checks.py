import ast
import inspect
import re
from dataclasses import replace
from string import Formatter
from typing import Any

import pytest
from hypothesis import given

from clesidra_desktop.domain import checks, checks_arrivals, checks_minutes
from clesidra_desktop.domain.checks import check_workshop, missing_annex_file
from clesidra_desktop.domain.finding import Finding
from clesidra_desktop.domain.forgetting import NOBODY
from clesidra_desktop.domain.workshop import (
    AgendaKind,
    Sex,
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
    poll,
    questions,
    quota,
    sectors,
    stay,
    workshop,
)
from tests.helpers.slips import CASES, ERROR, RUN, USUAL, Case, with_first, with_item
from tests.helpers.strategies import workshops


def test_a_complete_workshop_has_no_findings() -> None:
    assert check_workshop(USUAL) == ()


@pytest.mark.parametrize("one", CASES, ids=lambda one: f"{one.code} {one.where}")
def test_each_slip_gives_its_own_finding_and_no_other(one: Case) -> None:
    (finding,) = check_workshop(workshop(**one.changes))

    assert (finding.code, finding.severity, finding.where) == (one.code, one.severity, one.where)
    assert finding.sentence.startswith(one.sentence)


def test_every_code_is_tested() -> None:
    sources = map(inspect.getsource, (checks, checks_arrivals, checks_minutes))
    calls = [node for one in sources for node in ast.walk(ast.parse(one)) if isinstance(node, ast.Call)]
    codes = {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name)
        and call.func.id in ("_error", "_warning", "Finding")
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


def test_a_member_who_is_no_attendant_takes_nobodys_seat() -> None:
    (finding,) = check_workshop(workshop(groups=(group("s1", 1, 2), group("s2", 3, 77))))
    assert finding.sentence.startswith("3 of the 4 attendants who were there")


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
