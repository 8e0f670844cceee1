"""Two states of a workshop brought together: what holds for any two, and what people do."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clesidra_desktop.domain.forgetting import NOBODY
from clesidra_desktop.domain.language import Language
from clesidra_desktop.domain.merge import FILES, ORDER, SEAT, TWIN, Choice, Place, Report, State, joint_base, merge
from clesidra_desktop.domain.merge.identity import told_apart
from clesidra_desktop.domain.merge.joining import OWN, RECORDS, TABLES
from clesidra_desktop.domain.merge.references import NAMED, missing_rows, without
from clesidra_desktop.domain.merge.values import by_key, key_of
from clesidra_desktop.domain.outline import Node
from clesidra_desktop.domain.outline_lines import to_lines
from clesidra_desktop.domain.workshop import (
    AgendaItem,
    Annex,
    Answer,
    Attendant,
    Flag,
    Group,
    Poll,
    PollOption,
    Programme,
    Question,
    Sector,
    SplitRules,
    Stay,
    Wish,
    Workshop,
)
from clesidra_desktop.exchange.workshop_file.integrity import check_integrity
from tests.helpers.strategies import workshops

DARA, SOPHEA, BOPHA = (UUID(int=number) for number in (1, 2, 3))
WORKSHOP = UUID(int=100)
MANY = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def valid(workshop: Workshop) -> Workshop:
    return without(workshop, missing_rows(workshop))


@st.composite
def edited(draw: st.DrawFn, base: Workshop) -> Workshop:
    """Another state of a workshop: rows removed, changed, added and moved, and fields changed."""
    other = draw(workshops())
    values: dict[str, Any] = {name: getattr(draw(st.sampled_from((base, other))), name) for name in (*OWN, *RECORDS)}
    for table in TABLES:
        values[table] = tuple(_rows(draw, getattr(base, table), getattr(other, table)))
    return valid(replace(base, **values))


def _rows(draw: st.DrawFn, rows: tuple[Any, ...], others: tuple[Any, ...]) -> Iterator[Any]:
    taken = {key_of(row) for row in rows}
    listed = [*rows, *(row for row in others if key_of(row) not in taken)]
    if draw(st.integers(0, 4)) == 4:
        listed = draw(st.permutations(listed))
    for row in listed:
        fate = draw(st.integers(0, 3)) if key_of(row) in taken else draw(st.sampled_from((1, 3)))
        if fate == 2 and others:
            names = [one.name for one in fields(row) if one.name not in ("id", "key", "code", "sector", "question")]
            name = draw(st.sampled_from(names))
            yield replace(row, **{name: getattr(others[0], name)})
        elif fate != 3:
            yield row


@st.composite
def pairs(draw: st.DrawFn) -> tuple[State, State, State]:
    """A workshop and two others that came from it."""
    base = valid(draw(workshops()))
    files = st.dictionaries(st.sampled_from(("annexes/slides.pdf", "photos/1.jpg")), st.sampled_from("ab"))
    return State(base, draw(files)), State(draw(edited(base)), draw(files)), State(draw(edited(base)), draw(files))


@given(pairs())
@MANY
def test_what_both_have_is_what_comes_out(states: tuple[State, State, State]) -> None:
    base, ours, _ = states
    for before in (None, base):
        merged, report = merge(before, ours, ours)
        assert merged.workshop == ours.workshop
        assert not report.conflicts
        assert not [one for one in report.differences if one.place.table != FILES and one.place.field != TWIN]


@given(pairs())
@MANY
def test_what_only_one_side_changed_is_taken(states: tuple[State, State, State]) -> None:
    base, ours, _ = states
    base, ours = State(base.workshop), State(ours.workshop)
    assert merge(base, base, ours)[0] == ours
    assert merge(base, ours, base)[0] == ours
    assert not merge(base, base, ours)[1].conflicts
    assert not merge(base, base, ours)[1].kept
    assert not merge(base, ours, base)[1].taken


@given(pairs())
@MANY
def test_a_joint_base_has_what_one_side_changed_and_is_sound(states: tuple[State, State, State]) -> None:
    older, ours, theirs = states
    check_integrity(joint_base(older, ours, theirs).workshop)
    older, ours = State(older.workshop), State(ours.workshop)
    assert joint_base(older, older, ours) == joint_base(older, ours, older) == joint_base(older, ours, ours) == ours


@given(pairs(), st.booleans(), st.data())
@MANY
def test_any_decisions_leave_a_sound_workshop(
    states: tuple[State, State, State], has_base: bool, data: st.DataObject
) -> None:
    before = states[0] if has_base else None
    known = told_apart(before, *states[1:])
    ours, theirs = known.ours, known.theirs
    undecided, report = merge(before, ours, theirs)
    check_integrity(undecided.workshop)
    decisions = {one.place: data.draw(st.sampled_from(Choice)) for one in report.conflicts}
    decided, told = merge(before, ours, theirs, decisions)
    check_integrity(decided.workshop)
    assert {one.place for one in told.open} <= {
        one.place for one in told.conflicts if decisions.get(one.place) in (None, Choice.BOTH) and not one.can_both
    }
    for table in TABLES:
        here, there, now = (by_key(getattr(one.workshop, table)) for one in (ours, theirs, decided))
        assert now.keys() <= here.keys() | there.keys()


@given(pairs(), st.booleans())
@MANY
def test_nothing_is_lost_without_a_word(states: tuple[State, State, State], has_base: bool) -> None:
    """Whatever a side has changed against the base is in the result or in a conflict."""
    known = told_apart(states[0] if has_base else None, *states[1:])
    base, ours, theirs = known.base or states[0], known.ours, known.theirs
    merged, report = merge(known.base, ours, theirs)
    asked = {(one.place.table, one.place.key) for one in report.conflicts}
    asked_fields = {(one.place.table, one.place.key, one.place.field) for one in report.conflicts}
    for table in TABLES:
        was, now = (by_key(getattr(one.workshop, table)) for one in (base, merged))
        for side in (ours, theirs):
            for key, row in by_key(getattr(side.workshop, table)).items():
                before = was.get(key) if has_base else None
                if before == row or (table, key) in asked or table == "groups":
                    continue
                assert key in now, (table, key)
                for name in (one.name for one in fields(row)):
                    value, kept = getattr(row, name), getattr(now[key], name)
                    old = getattr(before, name) if before is not None else None
                    if old != value and value and (table, key, name) not in asked_fields:
                        assert _has(kept, value, old), (table, key, name)


def _has(kept: Any, value: Any, old: Any) -> bool:
    """Whether a value is in what was kept: of an outline every line that its side has added."""
    if isinstance(value, tuple) and value and isinstance(value[0], Node):
        lines = [Counter(line.text for line in to_lines(one)) for one in (value, old or (), kept)]
        return lines[0] - lines[1] <= lines[2]
    return bool(kept == value) or isinstance(value, tuple | dict)


@given(pairs(), st.booleans(), st.sampled_from((Choice.OURS, Choice.THEIRS)))
@MANY
def test_the_sides_can_be_exchanged(states: tuple[State, State, State], has_base: bool, choice: Choice) -> None:
    """What comes out is the same but for the order of what both have added."""
    base, ours, theirs = states
    before = base if has_base else None
    other = Choice.THEIRS if choice is Choice.OURS else Choice.OURS
    one, another = _decided(before, ours, theirs, choice), _decided(before, theirs, ours, other)
    assert _loose(one[0]) == _loose(another[0])
    assert {conflict.place for conflict in one[1].conflicts} == {conflict.place for conflict in another[1].conflicts}


def _decided(base: State | None, ours: State, theirs: State, choice: Choice) -> tuple[State, Report]:
    decisions: dict[Place, Choice] = {}
    while True:
        merged, report = merge(base, ours, theirs, decisions)
        if not report.open:
            return merged, report
        decisions |= report.deciding(choice)


def _loose(value: Any) -> Any:
    """Return a value without the order of its rows."""
    if isinstance(value, tuple | list):
        return sorted(map(repr, map(_loose, value)))
    if isinstance(value, dict):
        return sorted((repr(key), repr(_loose(one))) for key, one in value.items())
    if is_dataclass(value) and not isinstance(value, type):
        return [(one.name, _loose(getattr(value, one.name))) for one in fields(value)]
    return value


def made(**values: Any) -> State:
    usual: dict[str, Any] = {
        "title": "Land and water",
        "attendants": (Attendant(id=DARA, name="Sok Dara"), Attendant(id=SOPHEA, name="Chan Sophea")),
        "sectors": (Sector(key="water", title="Water"), Sector(key="land", title="Land")),
        "questions": (Question(key="q1", text="What hurts?"),),
    }
    files = values.pop("files", {})
    return State(Workshop(id=WORKSHOP, language=Language.ENGLISH, **{**usual, **values}), files)


def person(state: State, id_: UUID) -> Attendant:
    return next(one for one in state.workshop.attendants if one.id == id_)


def outline(*texts: str) -> tuple[Node, ...]:
    return tuple(Node(text) for text in texts)


def answered(*texts: str) -> State:
    return made(answers=(Answer(sector="water", question="q1", items=outline(*texts)),))


ANSWER = Place("answers", ("water", "q1"), "items")


def test_every_part_of_a_workshop_is_brought_together() -> None:
    assert sorted((*TABLES, *RECORDS, *OWN, "id")) == sorted(one.name for one in fields(Workshop))
    assert set(NAMED) <= set(TABLES)


def test_two_fields_of_one_person_are_both_taken() -> None:
    base = made()
    ours = made(attendants=(Attendant(id=DARA, name="Sok Dara", phone="012"), base.workshop.attendants[1]))
    theirs = made(attendants=(Attendant(id=DARA, name="Sok Dara", province="Kratie"), base.workshop.attendants[1]))
    merged, report = merge(base, ours, theirs)
    assert (person(merged, DARA).phone, person(merged, DARA).province) == ("012", "Kratie")
    assert [(one.subject, one.place.field, one.theirs) for one in report.taken] == [("Sok Dara", "province", "Kratie")]
    assert [(one.subject, one.place.field, one.ours) for one in report.kept] == [("Sok Dara", "phone", "012")]


def test_one_field_changed_twice_is_asked_and_decided() -> None:
    base = made()
    ours, theirs = (
        made(attendants=(Attendant(id=DARA, name="Sok Dara", phone=phone),)) for phone in ("012 345 678", "012 345 679")
    )
    merged, report = merge(base, ours, theirs)
    (conflict,) = report.conflicts
    assert (conflict.subject, conflict.ours, conflict.theirs) == ("Sok Dara", "012 345 678", "012 345 679")
    assert person(merged, DARA).phone == "012 345 678"
    merged, report = merge(base, ours, theirs, {conflict.place: Choice.THEIRS})
    assert person(merged, DARA).phone == "012 345 679"
    assert report.conflicts[0].choice is Choice.THEIRS
    assert not report.open


def test_a_joint_base_takes_back_what_both_changed() -> None:
    older = answered("wells dry up", "nobody pays")
    dara, sophea = older.workshop.attendants
    ours, theirs = (
        replace(
            answered(text, "nobody pays"),
            workshop=replace(
                answered(text, "nobody pays").workshop,
                title=text,
                venue=venue,
                attendants=(replace(dara, phone=text), *rest),
                groups=(Group(sector="water", members=(sophea.id,) if rest else ()),),
            ),
        )
        for text, venue, rest in (("one", "House", (replace(sophea, phone="015"),)), ("two", "", ()))
    )
    base = joint_base(older, ours, theirs).workshop
    assert (base.title, base.venue) == (older.workshop.title, "House")
    assert base.answers == older.workshop.answers
    assert base.attendants == older.workshop.attendants


def test_without_a_base_only_what_is_empty_is_filled() -> None:
    ours = made(title="One", venue="House", place="")
    theirs = made(title="Two", venue="", place="Kratie", attendants=(Attendant(id=BOPHA, name="Keo Bopha"),))
    merged, report = merge(None, ours, theirs)
    assert [one.place for one in report.conflicts] == [Place("workshop", (), "title")]
    assert (merged.workshop.venue, merged.workshop.place) == ("House", "Kratie")
    assert [one.name for one in merged.workshop.attendants] == ["Sok Dara", "Chan Sophea", "Keo Bopha"]


def test_lines_of_an_answer_come_from_both() -> None:
    base = answered("wells dry up", "pumps break", "nobody pays")
    ours = answered("wells dry up in March", "pumps break", "nobody pays")
    theirs = answered("wells dry up", "pumps break", "nobody pays", "the lake is far")
    merged, report = merge(base, ours, theirs)
    assert [line.text for line in to_lines(merged.workshop.answers[0].items)] == [
        "wells dry up in March",
        "pumps break",
        "nobody pays",
        "the lake is far",
    ]
    assert not report.conflicts
    assert report.differences[0].subject == "Water – What hurts?"


def test_a_line_changed_twice_can_stand_in_both_versions() -> None:
    base = answered("wells dry up", "pumps break", "nobody pays")
    ours = answered("wells dry up in March", "pumps break", "nobody pays at all")
    theirs = answered("all wells dry up", "pumps break", "nobody pays")
    _, report = merge(base, ours, theirs)
    assert [(one.place, one.can_both) for one in report.conflicts] == [(ANSWER, True)]
    for choice, first in (
        (Choice.OURS, ["wells dry up in March"]),
        (Choice.THEIRS, ["all wells dry up"]),
        (Choice.BOTH, ["wells dry up in March", "all wells dry up"]),
    ):
        merged, _ = merge(base, ours, theirs, {ANSWER: choice})
        texts = [line.text for line in to_lines(merged.workshop.answers[0].items)]
        assert texts == [*first, "pumps break", "nobody pays at all"]  # what is clear is taken with any choice


def test_an_answer_begun_on_both_is_asked() -> None:
    merged, report = merge(made(), answered("from one"), answered("from two"))
    assert [one.place for one in report.open] == [ANSWER]
    assert merged.workshop.answers[0].items == outline("from one")


def test_the_same_text_typed_on_both_is_one() -> None:
    merged, report = merge(made(), answered("dry"), answered("dry"))
    assert merged == answered("dry")
    assert report == Report(has_base=True)


def test_somebody_removed_there_and_untouched_here_goes() -> None:
    base = made(groups=(Group(sector="water", members=(DARA, SOPHEA)), Group(sector="land")))
    theirs = made(
        attendants=base.workshop.attendants[:1], groups=(Group(sector="water", members=(DARA,)), Group(sector="land"))
    )
    merged, report = merge(base, base, theirs)
    assert merged == theirs
    assert [(one.subject, one.theirs) for one in report.taken] == [("Chan Sophea", None)]


@pytest.mark.parametrize("choice", [None, Choice.OURS, Choice.THEIRS])
def test_somebody_removed_there_and_moved_here_is_asked(choice: Choice | None) -> None:
    base = made(groups=(Group(sector="water", members=(DARA, SOPHEA)), Group(sector="land")))
    ours = made(groups=(Group(sector="water", members=(DARA,)), Group(sector="land", members=(SOPHEA,))))
    theirs = made(
        attendants=base.workshop.attendants[:1], groups=(Group(sector="water", members=(DARA,)), Group(sector="land"))
    )
    place = Place("attendants", (str(SOPHEA),))
    merged, report = merge(base, ours, theirs, {place: choice} if choice else {})
    assert [one.place for one in report.conflicts] == [place]
    assert merged == (theirs if choice is Choice.THEIRS else ours)


def test_somebody_moved_twice_sits_in_one_group() -> None:
    empty = (Group(sector="water", members=(DARA,)), Group(sector="land"))
    base = made(
        groups=(*empty, Group(sector="fish")), sectors=(*made().workshop.sectors, Sector(key="fish", title="Fish"))
    )
    ours, theirs = (
        State(
            replace(
                base.workshop,
                groups=tuple(
                    replace(one, members=(DARA,) if one.sector == key else ()) for one in base.workshop.groups
                ),
            )
        )
        for key in ("land", "fish")
    )
    place = Place("attendants", (str(DARA),), SEAT)
    for choice, side in ((Choice.OURS, ours), (Choice.THEIRS, theirs)):
        merged, report = merge(base, ours, theirs, {place: choice})
        assert [one.place for one in report.conflicts] == [place]
        assert merged == side


@pytest.mark.parametrize("choice", [Choice.OURS, Choice.THEIRS])
def test_a_sector_removed_there_that_has_an_answer_here_is_asked(choice: Choice) -> None:
    theirs = made(sectors=made().workshop.sectors[1:])
    ours = answered("dry")
    place = Place("sectors", ("water",))
    merged, report = merge(made(), ours, theirs, {place: choice})
    assert [one.place for one in report.conflicts] == [place]
    assert merged == (ours if choice is Choice.OURS else theirs)


def test_a_group_removed_there_that_was_filled_here_is_asked() -> None:
    base = made(groups=(Group(sector="water"),))
    ours = made(groups=(Group(sector="water", members=(DARA,)),))
    merged, report = merge(base, ours, made())
    assert [one.place for one in report.conflicts] == [Place("groups", ("water",))]
    assert merged == ours
    assert merge(base, ours, made(), {report.conflicts[0].place: Choice.THEIRS})[0] == made()


def test_a_departure_marked_there_ends_the_stay_that_began_here() -> None:
    came, went = datetime(2026, 6, 12, 8), datetime(2026, 6, 12, 16)
    base, theirs = (
        made(attendants=(Attendant(id=DARA, name="Sok Dara", stays=(stay,)),))
        for stay in (Stay(arrived=came), Stay(arrived=came, left=went))
    )
    ours = made(attendants=(replace(base.workshop.attendants[0], phone="012"),))
    assert person(merge(base, ours, theirs)[0], DARA).stays == (Stay(arrived=came, left=went),)


def test_somebody_who_came_twice_at_once_is_asked() -> None:
    ours, theirs = (
        made(attendants=(Attendant(id=DARA, name="Sok Dara", stays=(Stay(arrived=datetime(2026, 6, 12, 8, minute)),)),))
        for minute in (0, 5)
    )
    base = made(attendants=(Attendant(id=DARA, name="Sok Dara"),))
    _, report = merge(base, ours, theirs)
    assert [one.place.field for one in report.conflicts] == ["stays"]


def test_stays_of_different_hours_stand_in_their_order() -> None:
    morning = Stay(arrived=datetime(2026, 6, 12, 8), left=datetime(2026, 6, 12, 10))
    noon = Stay(arrived=datetime(2026, 6, 12, 13), left=datetime(2026, 6, 12, 16))
    ours, theirs = (made(attendants=(Attendant(id=DARA, name="Sok Dara", stays=(stay,)),)) for stay in (noon, morning))
    merged, report = merge(made(attendants=(Attendant(id=DARA, name="Sok Dara"),)), ours, theirs)
    assert person(merged, DARA).stays == (morning, noon)
    assert not report.conflicts


def test_flags_of_both_stand_and_what_was_taken_away_does_not() -> None:
    def flagged(*flags: Flag) -> State:
        return made(attendants=(Attendant(id=DARA, name="Sok Dara", flags=flags),))

    merged, report = merge(flagged(Flag.YOUTH), flagged(Flag.YOUTH, Flag.VULNERABLE), flagged(Flag.INDIGENOUS))
    assert set(person(merged, DARA).flags) == {Flag.VULNERABLE, Flag.INDIGENOUS}
    assert not report.conflicts


def test_hands_counted_twice_are_asked() -> None:
    def polled(yes: int, no: int) -> State:
        options = PollOption(text="Yes", count=yes), PollOption(text="No", count=no)
        return made(polls=(Poll(key="p", question="Again?", options=options),))

    assert merge(polled(0, 0), polled(3, 0), polled(0, 4))[0] == polled(3, 4)
    _, report = merge(polled(0, 0), polled(3, 0), polled(5, 0))
    assert [one.place for one in report.conflicts] == [Place("polls", ("p",), "options")]


def test_an_agenda_moved_twice_is_asked_and_moved_once_is_followed() -> None:
    def agenda(keys: str) -> State:
        return made(agenda=tuple(AgendaItem(key=key, title=key.upper()) for key in keys))

    merged, report = merge(agenda("abc"), agenda("abcd"), agenda("cabe"))
    assert "".join(item.key for item in merged.workshop.agenda) == "cdabe"  # d stays behind c
    assert not report.conflicts
    _, report = merge(agenda("abc"), agenda("bac"), agenda("cab"))
    assert [(one.place, one.ours, one.theirs) for one in report.conflicts] == [
        (Place("agenda", field=ORDER), ("B", "A", "C"), ("C", "A", "B"))
    ]
    merged, _ = merge(agenda("abc"), agenda("bac"), agenda("cab"), {Place("agenda", field=ORDER): Choice.THEIRS})
    assert merged == agenda("cab")


def test_a_programme_changed_in_two_fields_is_one() -> None:
    base, ours, theirs = (
        made(programme=Programme(name="Voices", funder=funder, activity=activity))
        for funder, activity in (("", ""), ("EU", ""), ("", "3.1"))
    )
    assert merge(base, ours, theirs)[0].workshop.programme == Programme(name="Voices", funder="EU", activity="3.1")


def test_wishes_of_two_people_are_both_kept() -> None:
    wishes = Wish(attendant=DARA, sectors=("water",)), Wish(attendant=SOPHEA, sectors=("land", "water"))
    ours, theirs = (made(split=SplitRules(wishes=(wish,))) for wish in wishes)
    merged = merge(made(), ours, theirs)[0].workshop.split.wishes
    assert sorted(merged, key=lambda wish: wish.attendant) == list(wishes)


def test_who_was_anonymized_here_stays_nobody() -> None:
    ours = made(attendants=(Attendant(id=DARA, name=NOBODY),))
    theirs = made(attendants=(Attendant(id=DARA, name="Sok Dara", phone="012"),))
    for base in (None, theirs):
        merged, report = merge(base, ours, theirs)
        assert merged == ours
        assert not report.conflicts
    assert merge(None, theirs, ours)[0] == ours


def test_a_signature_of_somebody_anonymized_on_either_side_goes() -> None:
    nobody = made(attendants=(Attendant(id=DARA, name=NOBODY),))
    signed = made(attendants=(Attendant(id=DARA, name="Sok Dara", signature="dara.png"),), files={"dara.png": "1"})
    for base in (None, made()):
        for sides in ((nobody, signed), (signed, nobody)):
            merged, report = merge(base, *sides)
            assert merged.files == {}
            assert Place(FILES, ("dara.png",)) in [one.place for one in report.differences]


def annexed(**files: str) -> State:
    return made(annexes=(Annex(key="a", title="Slides", file="slides"),), files=files)


def test_files_are_never_lost_because_one_side_lacks_them() -> None:
    assert merge(annexed(slides="1"), annexed(slides="1"), annexed())[0].files == {"slides": "1"}
    assert merge(None, annexed(slides="1"), annexed(photo="2"))[0].files == {"photo": "2", "slides": "1"}
    assert merge(made(files={"photo": "2"}), made(files={"photo": "2"}), made())[0].files == {}


def test_a_file_of_another_annex_that_has_the_name_gets_another_path() -> None:
    ours, theirs = (
        annexed(slides="1"),
        replace(annexed(slides="2"), workshop=made(annexes=(Annex(key="b", title="Map", file="slides"),)).workshop),
    )
    for base in (None, made()):
        for sides in ((ours, theirs), (theirs, ours)):
            merged, report = merge(base, *sides)
            assert not report.conflicts
            assert {one.key: merged.files[one.file] for one in merged.workshop.annexes} == {"a": "1", "b": "2"}
            assert sorted(merged.files.values()) == ["1", "2"]


def test_a_file_changed_twice_is_asked() -> None:
    assert merge(annexed(slides="1"), annexed(slides="1"), annexed(slides="2"))[0].files == {"slides": "2"}
    merged, report = merge(annexed(slides="1"), annexed(slides="2"), annexed(slides="3"))
    assert [one.place for one in report.conflicts] == [Place(FILES, ("slides",), "content")]
    assert merged.files == {"slides": "2"}


def test_who_was_added_on_either_side_is_there() -> None:
    ours = made(attendants=(*made().workshop.attendants, Attendant(id=BOPHA, name="Keo Bopha")))
    theirs = made(attendants=(*made().workshop.attendants, Attendant(id=UUID(int=4), name="Lim Vanna")))
    merged, report = merge(made(), ours, theirs)
    assert tuple(one.name for one in merged.workshop.attendants) == (
        "Sok Dara",
        "Chan Sophea",
        "Keo Bopha",
        "Lim Vanna",
    )
    assert [one.subject for one in report.taken] == ["Lim Vanna"]
    assert [one.subject for one in report.kept] == ["Keo Bopha"]
