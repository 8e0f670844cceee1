"""The sections of the minutes: which there are, and what is said of one."""

from dataclasses import replace

import pytest

from clesidra_desktop.domain.checks import check_workshop
from clesidra_desktop.domain.drafts import Taken, draft_of
from clesidra_desktop.domain.finding import Finding, Severity
from clesidra_desktop.domain.minutes_sections import (
    all_annexes,
    has_text,
    is_usual,
    places,
    section_of,
    with_section,
)
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.workshop import AgendaKind, MinutesSection, Workshop
from tests.helpers.builders import identity, item, poll, workshop

TEXT = (Node("We thank the commune."),)


def keys(found: Workshop) -> list[tuple[int, str]]:
    return [(place.depth, place.key) for place in places(found)]


def test_sections_stand_in_the_order_of_the_minutes() -> None:
    assert keys(workshop()) == [
        (0, "objectives"),
        (0, "result"),
        (1, "item:opening"),
        (1, "item:groups"),
        (1, "item:reports"),
        (2, "sector:s1"),
        (2, "sector:s2"),
        (1, "item:show-of-hands"),
        (1, "item:next"),
        (0, "annexes"),
        (0, "annex:(agenda)"),
        (0, "annex:list"),
        (0, "annex:slides"),
    ]


def test_what_no_item_presents_is_a_section_of_its_own() -> None:
    found = keys(workshop(agenda=(item("opening"),), polls=(poll(3, 1),)))
    assert [key for _, key in found[3:8]] == ["answers", "sector:s1", "sector:s2", "ways-forward", "poll:poll"]


def test_a_sector_that_two_items_present_stands_once() -> None:
    twice = workshop(agenda=(item("one", kind=AgendaKind.ANSWERS), item("two", kind=AgendaKind.ANSWERS)))
    assert [key for _, key in keys(twice)].count("sector:s1") == 1


def test_annexes_that_the_program_makes_come_first() -> None:
    assert [one.key for one in all_annexes(workshop(annexes=()))] == ["(attendants)", "(agenda)"]
    assert all_annexes(workshop(annexes=(), agenda=(), attendants=())) == ()


def test_a_section_that_is_usual_again_is_not_kept() -> None:
    off = MinutesSection(key="result", shown=False)
    made = workshop(minutes=(off, MinutesSection(key="annexes", title="Papers")))
    assert section_of(made, "result") == off
    assert section_of(made, "objectives") == MinutesSection(key="objectives")
    assert [one.key for one in with_section(made, replace(off, shown=True))] == ["annexes"]
    assert [one.key for one in with_section(made, replace(off, title="What we said"))] == ["result", "annexes"]
    assert [one.key for one in with_section(made, MinutesSection(key="objectives", shown=False))][-1] == "objectives"


def test_text_that_is_blank_is_none() -> None:
    assert not has_text(MinutesSection(key="result", before=(Node(" "),)))
    assert has_text(MinutesSection(key="result", after=TEXT))
    assert not is_usual(MinutesSection(key="result", before=(Node(" "),)))


def findings(**changes: object) -> list[Finding]:
    return list(check_workshop(workshop(**changes)))


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("item:opening", "“Item opening” is switched off"),
        ("sector:s1", "“Sector 1” is switched off"),
        ("objectives", "The objectives are switched off"),
        ("result", "The result of the meeting is switched off"),
        ("annexes", "The list of annexes is switched off"),
        ("annex:slides", "“Annex slides” is switched off"),
    ],
)
def test_a_section_with_content_that_is_off_is_told(key: str, said: str) -> None:
    (found,) = findings(minutes=(MinutesSection(key="next"), MinutesSection(key=key, shown=False)))
    assert (found.code, found.severity, found.where) == ("section-off", Severity.WARNING, "$.minutes[1].shown")
    assert found.sentence.startswith(said)


def test_a_section_without_content_may_be_off() -> None:
    assert findings(minutes=(MinutesSection(key="annex:(agenda)", shown=False),)) == []


def test_the_title_of_its_own_names_a_section_that_is_off() -> None:
    (found,) = findings(minutes=(MinutesSection(key="objectives", shown=False, title="Aims"),))
    assert found.sentence.startswith("“Aims” is switched off")


def test_the_text_of_a_section_that_is_gone_is_told() -> None:
    gone = MinutesSection(key="item:lunch", after=(Node(" "), Node("ក្រ" * 50)))
    (found,) = findings(minutes=(MinutesSection(key="item:tea", title="Tea"), gone))
    assert (found.code, found.where) == ("section-gone", "$.minutes[1]")
    assert "“ក្រ" in found.sentence
    assert "ក្រ…”" in found.sentence


def test_an_earlier_workshop_hands_its_sections_on_without_their_texts() -> None:
    earlier = workshop(
        minutes=(
            MinutesSection(key="annexes", shown=False, before=TEXT),
            MinutesSection(key="objectives", title="Aims"),
            MinutesSection(key="result", after=TEXT),
        )
    )
    draft = draft_of(earlier, lambda: identity(7), Taken())
    assert draft.minutes == (MinutesSection(key="annexes", shown=False), MinutesSection(key="objectives", title="Aims"))
