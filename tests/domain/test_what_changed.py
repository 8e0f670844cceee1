"""What changed between two states of a workshop is told by the sections of the minutes."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from clesidra_desktop.domain.outline_difference import Fate
from clesidra_desktop.domain.what_changed import EntryChange, Part, marked, what_changed
from clesidra_desktop.domain.workshop import (
    Annex,
    Answer,
    MinutesSection,
    Poll,
    PollOption,
    Sex,
    Team,
    WayForward,
    Workshop,
)
from tests.helpers.builders import at, attendant, attendants, identity, points, stay, workshop
from tests.helpers.strategies import workshops

BEFORE = workshop(
    agenda=workshop().agenda,
    team=Team(facilitator=("Vanna",), mc=("Rith",), minute_taker=("Bopha",)),
    attendants=(attendant(1), attendant(2)),
    polls=(Poll(key="useful", question="Useful?", respondents=2, options=(PollOption(text="yes", count=2),)),),
    ways_forward=(WayForward(id=identity(1), text="Plant trees."), WayForward(id=identity(2), text="Dig wells.")),
    annexes=(Annex(key="map", title="A map", file="annexes/map.png"),),
)
SECTOR, QUESTION = BEFORE.sectors[0], BEFORE.questions[0]


def shown(changes: tuple[EntryChange, ...]) -> list[tuple[Part, str, str, list[str]]]:
    """Return changes as little text."""
    return [(one.part, one.heading, one.name, [marked(line.words) for line in one.lines]) for one in changes]


def changed(**changes: Any) -> list[tuple[Part, str, str, list[str]]]:
    """Return what a change of fields is told as."""
    return shown(what_changed(BEFORE, replace(BEFORE, **changes)))


def test_the_same_workshop_has_not_changed() -> None:
    assert what_changed(BEFORE, BEFORE) == ()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"title": BEFORE.title + " II"}, (Part.HEADER, "", "Title", [BEFORE.title + "{+ II+}"])),
        ({"venue": ""}, (Part.HEADER, "", "Venue", [f"[-{BEFORE.venue}-]"])),
        ({"team": replace(BEFORE.team, mc=("Dara",))}, (Part.TEAM, "", "MC", ["[-Rith-]{+Dara+}"])),
        ({"objectives": (*BEFORE.objectives, "To act.")}, (Part.OBJECTIVES, "", "", ["{+To act.+}"])),
        (
            {"ways_forward": (replace(BEFORE.ways_forward[0], responsible="All"), BEFORE.ways_forward[1])},
            (Part.WAYS_FORWARD, "", "", ["{+All+}"]),
        ),
        (
            {"ways_forward": BEFORE.ways_forward[::-1]},
            (Part.WAYS_FORWARD, "", "Order", ["{+Dig wells.+}", "[-Dig wells.-]"]),
        ),
        (
            {"polls": (replace(BEFORE.polls[0], options=(PollOption(text="yes", count=1),)),)},
            (Part.POLLS, "Useful?", "", ["yes: [-2-]{+1+}"]),
        ),
        (
            {"minutes": (MinutesSection(key="objectives", title="Why we met"),)},
            (Part.SECTIONS, "objectives", "Heading", ["{+Why we met+}"]),
        ),
        ({"annexes": ()}, (Part.ANNEXES, "A map", "", ["[-A map-]", "[-annexes/map.png-]"])),
    ],
)  # fmt: skip
def test_every_section_tells(fields: dict[str, Any], told: tuple[Part, str, str, list[str]]) -> None:
    assert changed(**fields) == [told]


def test_an_answer_is_told_by_sector_and_question_in_words() -> None:
    with_answer = partial_answer("The wells are dry in March.", "Nobody pays.")
    later = partial_answer("The wells are dry in April.", "Nobody pays.")
    assert shown(what_changed(with_answer, later)) == [
        (Part.ANSWERS, f"{SECTOR.title} — {QUESTION.text}", "", ["• The wells are dry in [-March-]{+April+}."])
    ]


def partial_answer(*lines: str) -> Workshop:
    """Return the workshop with one answer."""
    answer = Answer(sector=SECTOR.key, question=QUESTION.key, items=points(*lines))
    return replace(BEFORE, answers=(answer,))


def test_somebody_who_was_added_is_counted_and_named() -> None:
    told = changed(attendants=(*BEFORE.attendants, attendant(3, sex=Sex.FEMALE, phone="012 345 678")))
    assert (Part.COUNTS, "", "Attendants", ["[-2-]{+3+}"]) in told
    (person,) = [one for one in told if one[0] is Part.ATTENDANTS]
    assert person[1] == "Attendant 3"
    assert any("012 345 678" in line for line in person[3])


def test_agenda_items_are_told_by_their_titles() -> None:
    item = BEFORE.agenda[0]
    told = what_changed(BEFORE, replace(BEFORE, agenda=(replace(item, notes=points("It rained.")), *BEFORE.agenda[1:])))
    assert shown(told) == [(Part.AGENDA, item.title, "", ["[-• Notes of opening-]", "{+• It rained.+}"])]
    gone = what_changed(BEFORE, replace(BEFORE, agenda=BEFORE.agenda[1:]))
    assert [(one.part, one.fate, one.heading) for one in gone] == [(Part.AGENDA, Fate.REMOVED, item.title)]


def test_another_content_of_a_file_is_seen() -> None:
    digests = {"annexes/map.png": "a" * 64}, {"annexes/map.png": "b" * 64}
    (change,) = what_changed(BEFORE, BEFORE, files=digests)
    assert change.part is Part.ANNEXES
    assert what_changed(BEFORE, BEFORE, files=(digests[0], digests[0])) == ()


@settings(max_examples=10)
@given(workshops())
def test_no_workshop_differs_from_itself(one: Workshop) -> None:
    assert what_changed(one, one) == ()


@settings(max_examples=10)
@given(workshops(), workshops())
def test_what_was_added_one_way_was_removed_the_other_way(one: Workshop, other: Workshop) -> None:
    there, back = what_changed(one, other), what_changed(other, one)
    fates = {(change.part, change.heading, change.name): change.fate for change in there}
    turned = {Fate.ADDED: Fate.REMOVED, Fate.REMOVED: Fate.ADDED, Fate.SAME: Fate.SAME}
    for part in (Part.HEADER, Part.TEAM, Part.OBJECTIVES):
        mirrored = [change for change in back if change.part is part]
        assert len(mirrored) == sum(change.part is part for change in there)
        assert all(fates[change.part, change.heading, change.name] is turned[change.fate] for change in mirrored)
    assert len(there) == len(back)


def test_counts_are_those_of_the_minutes() -> None:
    """Who was only invited is counted nowhere, as soon as anybody has come."""
    before = workshop(attendants=attendants(3))
    first, *others = before.attendants
    after = replace(before, attendants=(replace(first, stays=(stay(at(8)),)), *others))
    counts = {
        one.name: marked(one.lines[0].words)
        for one in what_changed(before, after)
        if one.part is Part.COUNTS and not one.heading
    }
    assert counts == {"Attendants": "[-3-]{+1+}", "Women": "[-2-]{+1+}", "Men": "[-1-]"}
